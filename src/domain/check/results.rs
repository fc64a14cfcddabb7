//! Whether there is tissue, imaging and a stage to decide on, and what of it is still pending.

use crate::domain::check::facts::Facts;
use crate::domain::check::icdo::{morphology, topography};
use crate::domain::code_range::within;
use crate::domain::disease::Basis;
use crate::domain::imaging::{ResultState, Study};
use crate::domain::pathology::Specimen;
use crate::domain::problem::{Problem, Severity};
use crate::domain::question::QuestionType;
use crate::domain::value::{Absence, Written};

pub(super) fn histology(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let mut pending = false;
    for (at, specimen) in case.pathology.iter().enumerate() {
        if is_pending(specimen) {
            pending = true;
            problems.push(
                Problem::new("pathology-pending", Severity::Warning, format!("pathology[{at}]"))
                    .with("what", name(&[&specimen.specimen, &specimen.id]))
                    .owned_by(facts.responsible()),
            );
        }
    }
    let told = |text: &Option<Written>| {
        text.as_ref().is_some_and(|text| text.absence().is_none_or(|absence| absence == Absence::Negative))
    };
    let histology = |specimen: &Specimen| told(&specimen.histology) || told(&specimen.morphology);
    let known = told(&case.diagnosis.histology) || case.pathology.iter().any(histology);
    if !known && !pending && !diagnosed_otherwise(facts) {
        let severity = if is_about_diagnosis(facts) { Severity::Note } else { Severity::Warning };
        problems.push(Problem::new("histology-missing", severity, "pathology").owned_by(facts.responsible()));
    }
}

fn is_pending(specimen: &Specimen) -> bool {
    specimen.state() == Some(ResultState::Pending)
        || specimen.histology.as_ref().and_then(Written::absence) == Some(Absence::Pending)
}

/// Some tumours (liver cancer in cirrhosis, germ cell tumours) are rightly diagnosed without tissue; the basis says so.
fn diagnosed_otherwise(facts: &Facts) -> bool {
    facts.case.diagnosis.basis.as_ref().is_some_and(|basis| {
        [Basis::Investigation, Basis::TumourMarker, Basis::Cytology].iter().any(|other| basis.is(*other))
    })
}

fn is_about_diagnosis(facts: &Facts) -> bool {
    facts
        .case
        .question
        .kind
        .as_ref()
        .is_some_and(|kind| kind.is(QuestionType::Diagnosis) || kind.is(QuestionType::ScreeningFinding))
}

pub(super) fn imaging(facts: &Facts, problems: &mut Vec<Problem>) {
    let never = |study: &Study| matches!(study.state(), Some(ResultState::NotDone | ResultState::Unknown));
    if facts.case.imaging.iter().all(never) {
        problems.push(
            Problem::new("imaging-missing", Severity::Warning, "imaging").owned_by(facts.responsible()),
        );
    }
    for (at, study) in facts.case.imaging.iter().enumerate() {
        if study.state() == Some(ResultState::Pending) {
            let what = study.region.as_ref().or(study.id.as_ref()).map(Written::as_str);
            let problem = Problem::new("imaging-pending", Severity::Warning, format!("imaging[{at}]"))
                .with_code("what", study.modality.as_ref())
                .owned_by(facts.responsible());
            problems.push(match (what, &study.modality) {
                (Some(what), _) => problem.with("what", what),
                (None, Some(_)) => problem,
                (None, None) => problem.with("what", "?"),
            });
        }
    }
}

pub(super) fn staging(facts: &Facts, problems: &mut Vec<Problem>) {
    if facts.case.staging.is_empty() && !is_never_staged(facts) {
        let asked = facts.case.question.kind.as_ref().is_some_and(|kind| kind.is(QuestionType::Staging));
        let severity = if asked || is_about_diagnosis(facts) { Severity::Note } else { Severity::Warning };
        problems.push(Problem::new("staging-missing", severity, "staging").owned_by(facts.responsible()));
    }
}

/// Tumours of the brain, leukaemias, and those of which nobody knows where they began: no classification has a stage for
/// them. Myeloma has one.
fn is_never_staged(facts: &Facts) -> bool {
    let (site, form) = (topography(facts).map(|site| site.0), morphology(facts).map(|form| form.histology));
    let of_brain = within("700-729,751-753", site) && !within("9590-9993", form);
    of_brain || site == Some(809) || within("9800-9993", form) && !within("9823", form)
}

/// The first two entries that are written, as a short name of the thing.
fn name(parts: &[&Option<Written>]) -> String {
    let written: Vec<&str> =
        parts.iter().filter_map(|part| part.as_ref()).map(Written::as_str).take(2).collect();
    if written.is_empty() { "?".to_owned() } else { written.join(", ") }
}
