//! Allergies against what is proposed: drugs and contrast medium in the plan, in treatments and studies still to come.

use crate::domain::care::{Treatment, TrialStatus};
use crate::domain::check::allergen::{Allergen, MOST, allergens};
use crate::domain::check::contrast::{GADOLINIUM, IODINE, study_in};
use crate::domain::check::facts::Facts;
use crate::domain::check::proposal::{Clash, against};
use crate::domain::check::substances::plain;
use crate::domain::date::Date;
use crate::domain::imaging::{ImagingModality, ResultState, Study};
use crate::domain::patient::Allergies;
use crate::domain::problem::{Problem, Severity};
use crate::domain::treatment::Category;
use crate::domain::value::{Code, Vocabulary, Written};

/// What of a proposal the patient's allergies speak against: for the plan, and for each recommendation before it is recorded.
pub fn clashes(allergies: &Allergies, proposed: &str) -> Vec<Clash> {
    against(&allergens(allergies), proposed)
}

pub(super) fn proposed(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let allergies = &case.patient.allergies;
    if !matches!(allergies, Allergies::Known(_) | Allergies::Other(_)) {
        return;
    }
    if let Allergies::Known(list) = allergies
        && list.len() > MOST
    {
        problems.push(
            Problem::new("allergies-too-many", Severity::Error, format!("patient.allergies[{MOST}]"))
                .with("count", list.len().to_string())
                .with("limit", MOST.to_string())
                .owned_by(facts.responsible()),
        );
    }
    let allergens = allergens(allergies);
    names(facts, &allergens, problems);
    let mut told = |found: Vec<Clash>, path: &str, owner: Option<&str>| {
        let found = found.iter().map(|clash| problem(clash, path.to_owned()).owned_by(owner));
        problems.extend(found.collect::<Vec<_>>());
    };
    if let Some(plan) = &case.plan.text {
        let owner = case.plan.by.as_ref().map(Written::as_str).or(facts.responsible());
        told(against(&allergens, plan.as_str()), "plan.text", owner);
    }
    for (at, own) in case.treatments.iter().enumerate().filter(|(_, own)| is_to_come(own, facts)) {
        let words = [
            own.modality.as_ref().map(Code::as_str),
            own.kind().map(Vocabulary::word),
            own.what.as_ref().map(Written::as_str),
        ];
        let text = words.into_iter().flatten().collect::<Vec<_>>().join("\n");
        told(against(&allergens, &text), &format!("treatments[{at}]"), facts.responsible());
    }
    for (at, study) in case.imaging.iter().enumerate() {
        if let Some(text) = contrast_of(study) {
            let found = against(&allergens, &text).into_iter().find(|clash| clash.contrast);
            told(found.into_iter().collect(), &format!("imaging[{at}]"), facts.responsible());
        }
    }
    for (at, own) in case.trials.iter().enumerate() {
        let is_open = !own.status.as_ref().is_some_and(|status| status.is(TrialStatus::NotEligible));
        if let Some(title) = own.title.as_ref().filter(|_| is_open) {
            // Whoever is enrolled is examined by the trial's own rules; its drugs can be told from its title.
            let drugs = against(&allergens, title.as_str()).into_iter().filter(|clash| !clash.contrast);
            told(drugs.collect(), &format!("trials[{at}].title"), facts.responsible());
        }
    }
    for (at, own) in case.missing.iter().enumerate() {
        // What is to be supplied is a study to be done where it says that contrast medium is given.
        let text = own.item.as_ref().map_or("", Written::as_str);
        let folded = plain(text);
        let class = [IODINE, GADOLINIUM].into_iter().find_map(|class| study_in(class, &folded, true));
        if class.is_some() {
            let owner = own.owner.as_ref().map(Written::as_str).or(facts.responsible());
            let found = against(&allergens, text).into_iter().filter(|clash| clash.contrast);
            told(found.collect(), &format!("missing[{at}].item"), owner);
        }
    }
}

/// Allergens that are held as another name, or by their own words alone.
fn names(facts: &Facts, allergens: &[Allergen], problems: &mut Vec<Problem>) {
    if !matches!(facts.case.patient.allergies, Allergies::Known(_)) {
        return;
    }
    for (at, allergen) in allergens.iter().enumerate() {
        let note = |code: &'static str| {
            let note = Problem::new(code, Severity::Note, format!("patient.allergies[{at}]"));
            note.with("allergy", allergen.to.as_str()).owned_by(facts.responsible())
        };
        match allergen.misspelt {
            Some(name) => problems.push(note("allergy-misspelt").with("name", name)),
            None if allergen.is_unknown() => problems.push(note("allergy-unknown")),
            None => {}
        }
    }
}

/// A treatment that lies ahead: begins later, or has neither dates nor a result and names no year.
fn is_to_come(own: &Treatment, facts: &Facts) -> bool {
    if own.kind() == Some(Category::None) {
        return false;
    }
    let start = own.start.as_ref().and_then(Date::known);
    if let Some(start) = start {
        return start.latest().is_some_and(|day| day > facts.as_of);
    }
    let has_year = |text: &Option<Written>| {
        let text = text.as_ref().map_or("", Written::as_str);
        text.split(|letter: char| !letter.is_ascii_digit())
            .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
    };
    own.start.is_none()
        && own.end.is_none()
        && own.response.is_none()
        && own.end_reason.is_none()
        && !has_year(&own.what)
        && !has_year(&own.note)
}

fn problem(clash: &Clash, path: String) -> Problem {
    let found = if clash.contrast {
        Problem::new("allergy-contrast", Severity::Warning, path)
    } else {
        Problem::new("allergy-drug", Severity::Warning, path)
    };
    found.with("allergy", clash.allergy.as_str()).with("found", clash.found.as_str())
}

/// A study still to come as a proposal would write it.
fn contrast_of(study: &Study) -> Option<String> {
    if study.state() != Some(ResultState::Pending) {
        return None;
    }
    let kind = match study.modality.as_ref().and_then(Code::known)? {
        ImagingModality::Ct => "CT",
        ImagingModality::PetCt => "PET/CT",
        ImagingModality::Angiography => "angiography",
        ImagingModality::Mr => "MRI",
        ImagingModality::Us => "ultrasound",
        ImagingModality::Mammography => "mammography",
        _ => return None,
    };
    let said = [study.region.as_ref(), study.note.as_ref()].into_iter().flatten().map(Written::as_str);
    // Its region goes on about the same study, whatever words it uses for it.
    let said: Vec<String> = said.map(|text| text.replace(['.', '．', ';', '；', '\n', '。'], " ")).collect();
    Some(format!("{kind} {}", said.join(" ")))
}
