//! Who the patient is, what is asked, on what consent, and in what state the patient is.

use crate::domain::care::ViewsSource;
use crate::domain::check::facts::Facts;
use crate::domain::patient::Allergies;
use crate::domain::problem::{Problem, Severity};
use crate::domain::question::ConsentState;

pub(super) fn identity(facts: &Facts, problems: &mut Vec<Problem>) {
    let patient = &facts.case.patient;
    let absences = [
        ("name-missing", Severity::Error, "patient.name", patient.name.is_none()),
        ("born-missing", Severity::Warning, "patient.born", patient.born.is_none()),
        ("sex-missing", Severity::Warning, "patient.sex", patient.sex.is_none()),
        (
            "ids-missing",
            Severity::Error,
            "patient.ids",
            patient.ids.iter().all(|id| id.value.as_str().is_empty()),
        ),
        (
            "allergies-not-recorded",
            Severity::Warning,
            "patient.allergies",
            patient.allergies == Allergies::NotRecorded,
        ),
    ];
    report(facts, &absences, problems);
}

pub(super) fn question(facts: &Facts, problems: &mut Vec<Problem>) {
    let question = &facts.case.question;
    let absences = [
        ("question-missing", Severity::Error, "question.text", question.text.is_none()),
        ("question-type-missing", Severity::Warning, "question.type", question.kind.is_none()),
    ];
    report(facts, &absences, problems);
    // Read as 1 without a word, a second discussion would be recorded as an amendment of the first.
    if let Some(number) = question.discussion.as_ref().filter(|_| question.written_number().is_none()) {
        problems.push(
            Problem::new("discussion-not-a-number", Severity::Error, "question.discussion")
                .with("value", number.as_str())
                .owned_by(facts.responsible()),
        );
    }
}

pub(super) fn consent(facts: &Facts, problems: &mut Vec<Problem>) {
    let consent = &facts.case.consent;
    let refused = consent.discussion.as_ref().is_some_and(|state| state.is(ConsentState::Refused));
    let absences = [
        ("consent-not-recorded", Severity::Warning, "consent.discussion", consent.discussion.is_none()),
        ("consent-refused", Severity::Error, "consent.discussion", refused),
    ];
    report(facts, &absences, problems);
    let withdrawn =
        consent.withdrawn.as_ref().filter(|date| date.earliest().is_some_and(|day| day <= facts.as_of));
    if let Some(date) = withdrawn {
        problems.push(
            Problem::new("consent-withdrawn", Severity::Error, "consent.withdrawn")
                .with("date", date.to_string())
                .owned_by(facts.responsible()),
        );
    }
}

/// Boards that do not know what the patient wants and can bear reach decisions that are not carried out.
pub(super) fn patient_state(facts: &Facts, problems: &mut Vec<Problem>) {
    let (views, performance) = (&facts.case.views, &facts.case.performance);
    let not_asked = views.source.as_ref().is_some_and(|source| source.is(ViewsSource::NotAsked));
    let silent = [&views.goals, &views.preferences, &views.refusals, &views.understanding, &views.support]
        .into_iter()
        .all(Option::is_none);
    let absences = [
        ("views-not-asked", Severity::Warning, "views.source", not_asked),
        ("views-not-recorded", Severity::Warning, "views", silent && !not_asked),
        (
            "performance-missing",
            Severity::Warning,
            "performance",
            performance.ecog.is_none() && performance.karnofsky.is_none(),
        ),
    ];
    report(facts, &absences, problems);
    let off_scale = performance
        .karnofsky
        .as_ref()
        .filter(|written| written.absence().is_none() && performance.karnofsky_value().is_none());
    if let Some(written) = off_scale {
        problems.push(
            Problem::new("karnofsky-not-on-scale", Severity::Error, "performance.karnofsky")
                .with("value", written.as_str())
                .owned_by(facts.responsible()),
        );
    }
}

fn report(facts: &Facts, found: &[(&'static str, Severity, &str, bool)], problems: &mut Vec<Problem>) {
    for (code, severity, path, is_so) in found {
        if *is_so {
            problems.push(Problem::new(*code, *severity, *path).owned_by(facts.responsible()));
        }
    }
}
