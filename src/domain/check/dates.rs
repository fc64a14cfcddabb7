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

/// Dates of which one is wrong: found after it was diagnosed, the specimen of the diagnosis years before it, of the
/// operation months before it, a pathological stage before the operation.
pub(super) fn of_one_course(facts: &Facts, problems: &mut Vec<Problem>) {
    let reports = reports(facts);
    let operations = operations(facts);
    let mut found = Vec::new();
    found.extend(diagnosed_before_found(facts));
    found.extend(specimens_long_before_diagnosis(facts, &reports));
    found.extend(specimen_long_before_operation(facts, &reports, &operations));
    found.extend(stages_before_operation(facts, &reports, &operations));
    problems.extend(found.into_iter().map(|one| one.told(facts)));
}

/// Where something of a list stands in the file, and its date where one is known.
type Dated = (usize, Option<PartialDate>);

/// A date that cannot be right together with another one.
struct Disagreement {
    path: String,
    date: PartialDate,
    other: String,
    beside: PartialDate,
}

impl Disagreement {
    fn told(self, facts: &Facts) -> Problem {
        Problem::new("dates-disagree", Severity::Warning, self.path)
            .with("date", self.date.to_string())
            .with("other", self.other)
            .with("beside", self.beside.to_string())
            .owned_by(facts.responsible())
    }
}

/// The specimens that somebody has reported on.
fn reports(facts: &Facts) -> Vec<Dated> {
    let reported = facts.case.pathology.iter().enumerate().filter(|(_, own)| has_result(own));
    reported.map(|(at, own)| (at, known(own.date.as_ref()))).collect()
}

/// The treatments that take tissue out.
fn operations(facts: &Facts) -> Vec<Dated> {
    let taken = |kind: Option<Kind>| matches!(kind, Some(Kind::Resection | Kind::Part | Kind::Nodes));
    let treatments = facts.case.treatments.iter().enumerate().filter(|(_, own)| taken(of_treatment(own)));
    treatments.map(|(at, own)| (at, known(own.start.as_ref()))).collect()
}

fn diagnosed_before_found(facts: &Facts) -> Option<Disagreement> {
    let case = facts.case;
    let watched = case.found.how.as_ref().is_some_and(|how| how.is(FoundHow::Surveillance));
    let (found, diagnosed) = (known(case.found.date.as_ref())?, known(case.diagnosis.date.as_ref())?);
    (is_before(diagnosed, found) && !watched).then(|| Disagreement {
        path: "found.date".to_owned(),
        date: found,
        other: "diagnosis.date".to_owned(),
        beside: diagnosed,
    })
}

/// How long a specimen may be reported before or after what it comes from, as dates are written down.
const MONTHS: Days = Days::new(60);
const YEAR: Days = Days::new(366);

/// The diagnosis rests on tissue, and the last of it was reported long before.
fn specimens_long_before_diagnosis(facts: &Facts, reports: &[Dated]) -> Option<Disagreement> {
    let diagnosis = &facts.case.diagnosis;
    let diagnosed = known(diagnosis.date.as_ref())?;
    let on_tissue = diagnosis.basis.as_ref().is_some_and(is_on_tissue);
    if !on_tissue
        || !reports.iter().all(|(_, date)| date.is_some_and(|date| is_long_before(date, diagnosed, YEAR)))
    {
        return None;
    }
    let (at, date) = reports.iter().max_by_key(|(_, date)| date.and_then(|own| own.latest()))?;
    Some(Disagreement {
        path: format!("pathology[{at}].date"),
        date: (*date)?,
        other: "diagnosis.date".to_owned(),
        beside: diagnosed,
    })
}

fn is_on_tissue(basis: &Code<Basis>) -> bool {
    [Basis::Cytology, Basis::HistologyOfMetastasis, Basis::HistologyOfPrimary]
        .iter()
        .any(|own| basis.is(*own))
}

/// One operation, one specimen of it, and none of its own day: more of them may belong to others that nobody entered.
fn specimen_long_before_operation(
    facts: &Facts,
    reports: &[Dated],
    operations: &[Dated],
) -> Option<Disagreement> {
    let [(nth, Some(operated))] = operations else { return None };
    if is_to_come(*operated, facts)
        || !reports.iter().all(|(_, date)| date.is_some_and(|own| is_long_before(own, *operated, MONTHS)))
    {
        return None;
    }
    let is_resected =
        |at: usize| facts.case.pathology.get(at).is_some_and(|own| of_specimen(own) == Some(Kind::Resection));
    let mut resected = reports.iter().filter(|(at, _)| is_resected(*at));
    let (Some((at, Some(date))), None) = (resected.next(), resected.next()) else { return None };
    (is_long_before(*date, *operated, MONTHS) && !is_long_before(*date, *operated, YEAR)).then(|| {
        Disagreement {
            path: format!("pathology[{at}].date"),
            date: *date,
            other: format!("treatments[{nth}].start"),
            beside: *operated,
        }
    })
}

/// Pathological stages that were written before anything was operated on.
fn stages_before_operation(facts: &Facts, reports: &[Dated], operations: &[Dated]) -> Vec<Disagreement> {
    let mut found = Vec::new();
    for (at, stage) in facts.case.staging.iter().enumerate() {
        let pathological =
            stage.basis.as_ref().is_some_and(|own| own.is(StageBasis::P) || own.is(StageBasis::Yp));
        let Some(date) =
            known(stage.date.as_ref()).filter(|_| pathological && metastases(facts, stage).is_none())
        else {
            continue;
        };
        let first = operations.iter().min_by_key(|(_, own)| own.and_then(|own| own.earliest()));
        if let Some((nth, Some(operated))) = first
            && operations
                .iter()
                .all(|(_, own)| own.is_some_and(|own| is_before(date, own) && !is_to_come(own, facts)))
            && all_tissue_is_later(facts, reports, date)
        {
            found.push(Disagreement {
                path: format!("staging[{at}].date"),
                date,
                other: format!("treatments[{nth}].start"),
                beside: *operated,
            });
        }
    }
    found
}

/// A stage that rests on biopsies alone is told as such.
fn all_tissue_is_later(facts: &Facts, reports: &[Dated], date: PartialDate) -> bool {
    let is_more =
        |at: usize| facts.case.pathology.get(at).is_some_and(|own| of_specimen(own) != Some(Kind::Biopsy));
    let mut tissue = reports.iter().filter(|(at, _)| is_more(*at)).peekable();
    tissue.peek().is_some() && tissue.all(|(_, own)| own.is_some_and(|own| is_before(date, own)))
}

fn known(date: Option<&Date>) -> Option<PartialDate> {
    date.and_then(Date::known)
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
