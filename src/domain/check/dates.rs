//! Dates that cannot be in that order: before birth, after the day of reading, an end before its start.

use chrono::Days;

use crate::domain::check::basis::has_result;
use crate::domain::check::facts::Facts;
use crate::domain::check::metastatic::metastases;
use crate::domain::check::operation::{Kind, of_specimen, of_treatment};
use crate::domain::check::path::Path;
use crate::domain::date::{Date, PartialDate};
use crate::domain::disease::{Basis, FoundHow};
use crate::domain::imaging::ResultState;
use crate::domain::problem::{Problem, Severity};
use crate::domain::stage::StageBasis;
use crate::domain::value::Code;

pub(super) fn impossible_order(facts: &Facts, problems: &mut Vec<Problem>) {
    let born = facts.case.patient.born.as_ref().and_then(Date::known);
    // Of a birth in the future that alone is told: it is later than every other date.
    let born = born.filter(|born| born.earliest().is_none_or(|day| day <= facts.as_of));
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

/// How long a specimen may be reported before or after what it comes from, as dates are written down.
const MONTHS: Days = Days::new(60);
const YEAR: Days = Days::new(366);

/// Dates of which one is wrong: found after it was diagnosed, the specimen of the diagnosis years before it, of the
/// operation months before it, a pathological stage before the operation.
pub(super) fn of_one_course(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let known = |date: &Option<Date>| date.as_ref().and_then(Date::known);
    let mut tell = |path: String, date: PartialDate, other: String, beside: PartialDate| {
        problems.push(
            Problem::new("dates-disagree", Severity::Warning, path)
                .with("date", date.to_string())
                .with("other", other)
                .with("beside", beside.to_string())
                .owned_by(facts.responsible()),
        );
    };
    let diagnosed = known(&case.diagnosis.date);
    let watched = case.found.how.as_ref().is_some_and(|how| how.is(FoundHow::Surveillance));
    if let (Some(found), Some(diagnosed)) = (known(&case.found.date), diagnosed)
        && is_before(diagnosed, found)
        && !watched
    {
        tell("found.date".to_owned(), found, "diagnosis.date".to_owned(), diagnosed);
    }
    let reported = case.pathology.iter().enumerate().filter(|(_, own)| has_result(own));
    let dated: Vec<(usize, Option<PartialDate>)> = reported.map(|(at, own)| (at, known(&own.date))).collect();
    let seen = |basis: &Code<Basis>| {
        [Basis::Cytology, Basis::HistologyOfMetastasis, Basis::HistologyOfPrimary]
            .iter()
            .any(|own| basis.is(*own))
    };
    if let Some(diagnosed) = diagnosed
        && case.diagnosis.basis.as_ref().is_some_and(seen)
        && dated.iter().all(|(_, date)| date.is_some_and(|date| is_long_before(date, diagnosed, YEAR)))
        && let Some((at, Some(date))) = dated.iter().max_by_key(|(_, date)| date.and_then(|own| own.latest()))
    {
        tell(format!("pathology[{at}].date"), *date, "diagnosis.date".to_owned(), diagnosed);
    }
    let taken = |kind: Option<Kind>| matches!(kind, Some(Kind::Resection | Kind::Part | Kind::Nodes));
    let operations: Vec<(usize, Option<PartialDate>)> = case
        .treatments
        .iter()
        .enumerate()
        .filter(|(_, own)| taken(of_treatment(own)))
        .map(|(at, own)| (at, known(&own.start)))
        .collect();
    // One operation, one specimen of it, and none of its own day: more of them may belong to others that nobody entered.
    if let [(nth, Some(operated))] = &operations[..]
        && operated.latest().is_some_and(|day| day <= facts.as_of)
        && dated.iter().all(|(_, date)| date.is_some_and(|own| is_long_before(own, *operated, MONTHS)))
    {
        let is_taken =
            |at: usize| case.pathology.get(at).is_some_and(|own| of_specimen(own) == Some(Kind::Resection));
        let mut resected = dated.iter().filter(|(at, _)| is_taken(*at));
        if let (Some((at, Some(date))), None) = (resected.next(), resected.next())
            && is_long_before(*date, *operated, MONTHS)
            && !is_long_before(*date, *operated, YEAR)
        {
            tell(format!("pathology[{at}].date"), *date, format!("treatments[{nth}].start"), *operated);
        }
    }
    // A stage that rests on biopsies alone is told as such.
    let tissue = || {
        let taken = dated.iter().filter(|(at, _)| {
            case.pathology.get(*at).is_some_and(|own| of_specimen(own) != Some(Kind::Biopsy))
        });
        taken.map(|(_, date)| *date).collect::<Vec<Option<PartialDate>>>()
    };
    for (at, stage) in case.staging.iter().enumerate() {
        let pathological =
            stage.basis.as_ref().is_some_and(|own| own.is(StageBasis::P) || own.is(StageBasis::Yp));
        let Some(date) = known(&stage.date).filter(|_| pathological && metastases(facts, stage).is_none())
        else {
            continue;
        };
        let first = operations.iter().min_by_key(|(_, own)| own.and_then(|own| own.earliest()));
        let all_later = operations
            .iter()
            .all(|(_, own)| own.is_some_and(|own| is_before(date, own) && !is_to_come(own, facts)));
        if let Some((nth, Some(operated))) = first
            && all_later
            && let tissue = tissue()
            && !tissue.is_empty()
            && tissue.iter().all(|own| own.is_some_and(|own| is_before(date, own)))
        {
            tell(format!("staging[{at}].date"), date, format!("treatments[{nth}].start"), *operated);
        }
    }
}

fn is_to_come(date: PartialDate, facts: &Facts) -> bool {
    date.latest().is_none_or(|day| day > facts.as_of)
}

/// Whether `one` with so many days lies before every day that `other` can mean.
fn is_long_before(one: PartialDate, other: PartialDate, days: Days) -> bool {
    let later = one.latest().and_then(|day| day.checked_add_days(days));
    matches!((later, other.earliest()), (Some(one), Some(other)) if one < other)
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
        // What has a result, or an end that has a reason, has begun.
        let has_begun = treatment.response.as_ref().is_some_and(|own| own.known().is_some())
            || treatment.end_reason.as_ref().is_some_and(|own| own.known().is_some());
        dates.push((Path::Item("treatments", at, "start"), &treatment.start, !has_begun));
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
