//! A case under the veil. Every structure is taken apart field by field, so that a new field cannot slip through.

use crate::domain::care::{Comorbidity, Genetics, Missing, Performance, Plan, Treatment, Trial, Views};
use crate::domain::case::Case;
use crate::domain::disease::{Diagnosis, Found};
use crate::domain::patient::{Patient, Vital};
use crate::domain::question::{Consent, Means, Question, Referral, Told};
use crate::exchange::veil::{Veil, prose};
use crate::exchange::veil_results::{lesion, study_names};

impl Veil<'_> {
    pub fn case(&self, case: &Case) -> Case {
        let Case {
            schema,
            id: _,
            patient,
            found,
            diagnosis,
            question,
            consent,
            told,
            means,
            referral,
            history,
            family_history,
            treatments,
            comorbidity,
            performance,
            views,
            imaging,
            lesions,
            pathology,
            molecular,
            genetics,
            staging,
            scores,
            labs,
            trials,
            plan,
            missing,
            note,
        } = case;
        let names = study_names(imaging);
        Case {
            schema: schema.clone(),
            id: Some(self.pseudonym.into()),
            patient: self.patient(patient),
            found: self.found(found),
            diagnosis: self.diagnosis(diagnosis),
            question: self.question(question),
            consent: self.consent(consent),
            told: self.told(told),
            means: means_of(means),
            referral: self.referral(referral),
            history: history.as_ref().map(prose),
            family_history: family_history.as_ref().map(prose),
            treatments: treatments.iter().map(|one| self.treatment(one)).collect(),
            comorbidity: comorbidity_of(comorbidity),
            performance: self.performance(performance),
            views: self.views(views),
            imaging: imaging.iter().enumerate().map(|(index, one)| self.study(index, one)).collect(),
            lesions: lesions.iter().map(|one| lesion(one, &names)).collect(),
            pathology: pathology.iter().enumerate().map(|(index, one)| self.specimen(index, one)).collect(),
            molecular: molecular.iter().map(|one| self.molecular(one)).collect(),
            genetics: genetics_of(genetics),
            staging: staging.iter().map(|one| self.stage(one)).collect(),
            scores: scores.iter().map(|one| self.score(one)).collect(),
            labs: labs.iter().map(|one| self.lab(one)).collect(),
            trials: trials.iter().map(trial).collect(),
            plan: self.plan(plan),
            missing: missing.iter().map(|one| self.missing(one)).collect(),
            note: note.as_ref().map(prose),
        }
    }

    fn patient(&self, patient: &Patient) -> Patient {
        let Patient {
            name: _,
            family: _,
            latin: _,
            born,
            sex,
            ids: _,
            allergies,
            vital,
            last_contact,
            language,
            interpreter,
            residence: _,
            occupation: _,
            note: _,
        } = patient;
        let dead = vital.as_ref().is_some_and(|vital| vital.is(Vital::Dead));
        Patient {
            born: self.age_band(born.as_ref(), last_contact.as_ref().filter(|_| dead)),
            sex: self.strict(sex.as_ref()),
            allergies: allergies.clone(),
            vital: self.strict(vital.as_ref()),
            last_contact: self.coarse_date(last_contact.as_ref()),
            language: language.clone(),
            interpreter: self.strict(interpreter.as_ref()),
            ..Patient::default()
        }
    }

    fn found(&self, found: &Found) -> Found {
        // The name of a programme says where the patient lives.
        let Found { how, programme: _, date, note } = found;
        Found { how: how.clone(), programme: None, date: self.date(date.as_ref()), note: note.clone() }
    }

    fn diagnosis(&self, diagnosis: &Diagnosis) -> Diagnosis {
        let Diagnosis { text, site, side, histology, grade, icdo, basis, date, note } = diagnosis.clone();
        let date = self.date(date.as_ref());
        Diagnosis { text, site, side, histology, grade, icdo, basis, date, note }
    }

    fn question(&self, question: &Question) -> Question {
        let Question {
            text,
            kind,
            situation,
            timing,
            discussion,
            urgency,
            to_radiology,
            to_pathology,
            presenter,
            responsible,
            note,
        } = question.clone();
        Question {
            text,
            kind,
            situation,
            timing,
            discussion,
            urgency,
            to_radiology,
            to_pathology,
            presenter: self.person_of(presenter.as_ref()),
            responsible: self.person_of(responsible.as_ref()),
            note,
        }
    }

    fn consent(&self, consent: &Consent) -> Consent {
        let Consent { discussion, sharing, date, form: _, withdrawn, note: _ } = consent;
        Consent {
            discussion: self.strict(discussion.as_ref()),
            sharing: self.strict(sharing.as_ref()),
            date: self.date(date.as_ref()),
            form: None,
            withdrawn: self.date(withdrawn.as_ref()),
            note: None,
        }
    }

    fn told(&self, told: &Told) -> Told {
        let Told { state, by, date, note } = told.clone();
        Told { state, by: self.person_of(by.as_ref()), date: self.date(date.as_ref()), note }
    }

    fn referral(&self, referral: &Referral) -> Referral {
        let Referral { care_level, from, to, direction, reason } = referral.clone();
        Referral {
            care_level,
            from: self.facility_of(from.as_ref()),
            to: self.facility_of(to.as_ref()),
            direction,
            reason,
        }
    }

    fn treatment(&self, treatment: &Treatment) -> Treatment {
        let Treatment { line, category, modality, what, intent, start, end, response, end_reason, note } =
            treatment.clone();
        let (start, end) = (self.date(start.as_ref()), self.date(end.as_ref()));
        Treatment { line, category, modality, what, intent, start, end, response, end_reason, note }
    }

    fn performance(&self, performance: &Performance) -> Performance {
        let Performance { ecog, karnofsky, date, by, note } = performance.clone();
        Performance {
            ecog,
            karnofsky,
            date: self.result_date(date.as_ref()),
            by: self.person_of(by.as_ref()),
            note,
        }
    }

    fn views(&self, views: &Views) -> Views {
        let Views { source, goals, preferences, refusals, understanding, support, date, note } =
            views.clone();
        let date = self.date(date.as_ref());
        Views { source, goals, preferences, refusals, understanding, support, date, note }
    }

    fn plan(&self, plan: &Plan) -> Plan {
        let Plan { text, by, date, note } = plan.clone();
        Plan { text, by: self.person_of(by.as_ref()), date: self.date(date.as_ref()), note }
    }

    fn missing(&self, missing: &Missing) -> Missing {
        let Missing { item, why, owner, due, blocking, note } = missing.clone();
        let (owner, due) = (self.person_of(owner.as_ref()), self.date(due.as_ref()));
        Missing { item, why, owner, due, blocking, note }
    }
}

fn means_of(means: &Means) -> Means {
    // How far, and by which road, says where the patient lives.
    let Means { insurance, ability, distance: _, note } = means.clone();
    Means { insurance, ability, distance: None, note }
}

fn comorbidity_of(comorbidity: &Comorbidity) -> Comorbidity {
    let Comorbidity { list, conditions, charlson, asa, g8, g8_answers, note } = comorbidity.clone();
    Comorbidity { list, conditions, charlson, asa, g8, g8_answers, note }
}

fn genetics_of(genetics: &Genetics) -> Genetics {
    let Genetics { state, note } = genetics.clone();
    Genetics { state, note }
}

fn trial(trial: &Trial) -> Trial {
    let Trial { id, title, status, note } = trial.clone();
    Trial { id, title, status, note }
}
