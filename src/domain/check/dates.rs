//! Dates that cannot be in that order: before birth, after the day of reading, an end before its start.

use crate::domain::check::facts::Facts;
use crate::domain::check::path::Path;
use crate::domain::date::{Date, PartialDate};
use crate::domain::imaging::ResultState;
use crate::domain::problem::{Problem, Severity};

pub(super) fn impossible_order(facts: &Facts, problems: &mut Vec<Problem>) {
    let born = facts.case.patient.born.as_ref().and_then(Date::known);
    for (path, date, may_be_planned) in dated(facts) {
        let Some(date) = date.as_ref().and_then(Date::known) else { continue };
        if let Some(born) = born.filter(|born| is_before(date, *born)) {
            problems.push(
                Problem::new("date-before-birth", Severity::Error, path)
                    .with("date", date.to_string())
                    .with("born", born.to_string())
                    .owned_by(facts.responsible()),
            );
        } else if !may_be_planned && date.earliest().is_some_and(|day| day > facts.as_of) {
            problems.push(
                Problem::new("date-in-future", Severity::Warning, path)
                    .with("date", date.to_string())
                    .with("as-of", facts.as_of.to_string())
                    .owned_by(facts.responsible()),
            );
        }
    }
    for (at, treatment) in facts.case.treatments.iter().enumerate() {
        let known = |date: &Option<Date>| date.as_ref().and_then(Date::known);
        if let (Some(start), Some(end)) = (known(&treatment.start), known(&treatment.end))
            && is_before(end, start)
        {
            problems.push(
                Problem::new("end-before-start", Severity::Error, format!("treatments[{at}].end"))
                    .with("start", start.to_string())
                    .with("end", end.to_string())
                    .owned_by(facts.responsible()),
            );
        }
    }
}

/// Whether every day that `one` can mean lies before every day that `other` can mean.
fn is_before(one: PartialDate, other: PartialDate) -> bool {
    matches!((one.latest(), other.earliest()), (Some(one), Some(other)) if one < other)
}

/// The dates of what has happened; true beside those that may stand for a plan.
fn dated<'a>(facts: &Facts<'a>) -> Vec<(Path, &'a Option<Date>, bool)> {
    let case = facts.case;
    let mut dates: Vec<(Path, &Option<Date>, bool)> = [
        ("patient.born", &case.patient.born),
        ("patient.last-contact", &case.patient.last_contact),
        ("found.date", &case.found.date),
        ("diagnosis.date", &case.diagnosis.date),
        ("consent.date", &case.consent.date),
        ("told.date", &case.told.date),
        ("performance.date", &case.performance.date),
        ("views.date", &case.views.date),
        ("plan.date", &case.plan.date),
    ]
    .map(|(path, date)| (Path::Field(path), date, false))
    .into();
    for (at, study) in case.imaging.iter().enumerate() {
        let planned = study.state() != Some(ResultState::Done);
        dates.push((Path::Item("imaging", at, "date"), &study.date, planned));
        for (nth, image) in study.images.iter().enumerate() {
            dates.push((Path::Part("imaging", at, "images", nth, "date"), &image.date, false));
        }
    }
    for (at, specimen) in case.pathology.iter().enumerate() {
        let planned = specimen.state() != Some(ResultState::Done);
        dates.push((Path::Item("pathology", at, "date"), &specimen.date, planned));
        for (nth, result) in specimen.molecular.iter().enumerate() {
            dates.push((Path::Part("pathology", at, "molecular", nth, "date"), &result.date, false));
        }
    }
    for (at, treatment) in case.treatments.iter().enumerate() {
        dates.push((Path::Item("treatments", at, "start"), &treatment.start, true));
        dates.push((Path::Item("treatments", at, "end"), &treatment.end, true));
    }
    let lists = [
        ("molecular", case.molecular.iter().map(|own| &own.date).collect::<Vec<_>>()),
        ("staging", case.staging.iter().map(|own| &own.date).collect()),
        ("scores", case.scores.iter().map(|own| &own.date).collect()),
        ("labs", case.labs.iter().map(|own| &own.date).collect()),
    ];
    for (list, own) in lists {
        dates.extend(
            own.into_iter().enumerate().map(|(at, date)| (Path::Item(list, at, "date"), date, false)),
        );
    }
    dates
}
