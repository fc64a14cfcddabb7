//! One case of the index, and the plain form in which it is kept: text where the domain has codes and dates.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::care::Missing;
use crate::domain::check::Readiness;
use crate::domain::date::Date;
use crate::domain::history::Status;
use crate::domain::patient::{Allergies, Allergy, Identifier, Patient};
use crate::domain::problem::Finding;
use crate::domain::query::Haystack;
use crate::domain::summary::{Sitting, Summary};
use crate::domain::value::{Code, Vocabulary, Written};
use crate::storage::index::stamp::Stamp;

/// How the files of a case were when it was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub stamp: Stamp,
    /// The digest of case.yaml.
    pub sha256: Option<[u8; 32]>,
    /// The day as of which it was checked, where another day may find other errors.
    pub day: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub summary: Arc<Summary>,
    pub keys: Haystack,
    pub mark: Mark,
}

#[derive(Serialize, Deserialize)]
pub struct Kept {
    mark: Mark,
    keys: Haystack,
    folder: String,
    patient: KeptPatient,
    diagnosis: String,
    site: String,
    histology: String,
    stages: Vec<String>,
    question: String,
    discussion: u32,
    missing: Vec<[Option<String>; 6]>,
    readiness: Readiness,
    due: Vec<NaiveDate>,
    errors: usize,
    warnings: usize,
    first_finding: Option<Finding>,
    readable: bool,
    decision: Option<String>,
    before: Option<(u32, String)>,
    deferred: bool,
    sittings: Vec<(String, String, bool)>,
    conflict: bool,
    waiting: usize,
    damaged: usize,
    withheld: usize,
}

#[derive(Serialize, Deserialize)]
struct KeptPatient {
    /// Name, family, Latin name, born, sex, vital state, language.
    values: [Option<String>; 7],
    ids: Vec<(Option<String>, String)>,
    allergies: KeptAllergies,
}

#[derive(Serialize, Deserialize)]
enum KeptAllergies {
    NotRecorded,
    NoneKnown,
    Unavailable,
    Known(Vec<(String, Option<String>, Option<String>)>),
    Other(String),
}

impl Kept {
    pub fn of(summary: &Summary, keys: &Haystack, mark: Mark) -> Self {
        Kept {
            mark,
            keys: keys.clone(),
            folder: summary.folder.clone(),
            patient: KeptPatient::of(&summary.patient),
            diagnosis: summary.diagnosis.clone(),
            site: summary.site.clone(),
            histology: summary.histology.clone(),
            stages: summary.stages.clone(),
            question: summary.question.clone(),
            discussion: summary.discussion,
            missing: summary.missing.iter().map(missing_text).collect(),
            readiness: summary.readiness.clone(),
            due: summary.due.clone(),
            errors: summary.errors,
            warnings: summary.warnings,
            first_finding: summary.first_finding.clone(),
            readable: summary.readable,
            decision: summary.decision.map(|status| status.word().to_owned()),
            before: summary.before.map(|(number, status)| (number, status.word().to_owned())),
            deferred: summary.deferred,
            sittings: summary
                .sittings
                .iter()
                .map(|one| (one.meeting.clone(), one.status.word().to_owned(), one.deferred))
                .collect(),
            conflict: summary.conflict,
            waiting: summary.waiting,
            damaged: summary.damaged,
            withheld: summary.withheld,
        }
    }

    pub fn entry(self) -> Entry {
        let sitting = |(meeting, status, deferred): (String, String, bool)| {
            Some(Sitting { meeting, status: Status::find(&status)?, deferred })
        };
        let summary = Summary {
            folder: self.folder,
            patient: self.patient.patient(),
            diagnosis: self.diagnosis,
            site: self.site,
            histology: self.histology,
            stages: self.stages,
            question: self.question,
            discussion: self.discussion,
            missing: self.missing.into_iter().map(missing_of).collect(),
            readiness: self.readiness,
            due: self.due,
            errors: self.errors,
            warnings: self.warnings,
            first_finding: self.first_finding,
            readable: self.readable,
            // Such a case is read again before anybody asks why.
            why_unreadable: None,
            decision: self.decision.as_deref().and_then(Status::find),
            before: self.before.and_then(|(number, status)| Some((number, Status::find(&status)?))),
            deferred: self.deferred,
            sittings: self.sittings.into_iter().filter_map(sitting).collect(),
            conflict: self.conflict,
            waiting: self.waiting,
            damaged: self.damaged,
            withheld: self.withheld,
        };
        Entry { summary: Arc::new(summary), keys: self.keys, mark: self.mark }
    }
}

fn text(value: Option<&Written>) -> Option<String> {
    value.map(|value| value.as_str().to_owned())
}

fn code<T: Vocabulary>(value: Option<&Code<T>>) -> Option<String> {
    value.map(|value| value.as_str().to_owned())
}

fn missing_text(missing: &Missing) -> [Option<String>; 6] {
    let Missing { item, why, owner, due, blocking, note } = missing;
    [
        text(item.as_ref()),
        code(why.as_ref()),
        text(owner.as_ref()),
        due.as_ref().map(Date::to_string),
        code(blocking.as_ref()),
        text(note.as_ref()),
    ]
}

fn missing_of([item, why, owner, due, blocking, note]: [Option<String>; 6]) -> Missing {
    Missing {
        item: item.map(Written),
        why: why.as_deref().map(Code::parse),
        owner: owner.map(Written),
        due: due.as_deref().map(Date::parse),
        blocking: blocking.as_deref().map(Code::parse),
        note: note.map(Written),
    }
}

impl KeptPatient {
    fn of(patient: &Patient) -> Self {
        KeptPatient {
            values: [
                text(patient.name.as_ref()),
                text(patient.family.as_ref()),
                text(patient.latin.as_ref()),
                patient.born.as_ref().map(Date::to_string),
                code(patient.sex.as_ref()),
                code(patient.vital.as_ref()),
                text(patient.language.as_ref()),
            ],
            ids: patient
                .ids
                .iter()
                .map(|id| (text(id.label.as_ref()), id.value.as_str().to_owned()))
                .collect(),
            allergies: match &patient.allergies {
                Allergies::NotRecorded => KeptAllergies::NotRecorded,
                Allergies::NoneKnown => KeptAllergies::NoneKnown,
                Allergies::Unavailable => KeptAllergies::Unavailable,
                Allergies::Other(raw) => KeptAllergies::Other(raw.clone()),
                Allergies::Known(list) => KeptAllergies::Known(
                    list.iter()
                        .map(|one| {
                            (one.to.as_str().to_owned(), text(one.reaction.as_ref()), text(one.note.as_ref()))
                        })
                        .collect(),
                ),
            },
        }
    }

    fn patient(self) -> Patient {
        let [name, family, latin, born, sex, vital, language] = self.values;
        let allergy = |(to, reaction, note): (String, Option<String>, Option<String>)| Allergy {
            to: Written(to),
            reaction: reaction.map(Written),
            note: note.map(Written),
        };
        Patient {
            name: name.map(Written),
            family: family.map(Written),
            latin: latin.map(Written),
            born: born.as_deref().map(Date::parse),
            sex: sex.as_deref().map(Code::parse),
            vital: vital.as_deref().map(Code::parse),
            language: language.map(Written),
            ids: self
                .ids
                .into_iter()
                .map(|(label, value)| Identifier { label: label.map(Written), value: Written(value) })
                .collect(),
            allergies: match self.allergies {
                KeptAllergies::NotRecorded => Allergies::NotRecorded,
                KeptAllergies::NoneKnown => Allergies::NoneKnown,
                KeptAllergies::Unavailable => Allergies::Unavailable,
                KeptAllergies::Other(raw) => Allergies::Other(raw),
                KeptAllergies::Known(list) => Allergies::Known(list.into_iter().map(allergy).collect()),
            },
            ..Patient::default()
        }
    }
}
