//! Keys that should lead somewhere: people and facilities of board.yaml, studies of the case, ids used twice.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::board::BoardFile;
use crate::domain::check::facts::Facts;
use crate::domain::check::path::Path;
use crate::domain::kinds;
use crate::domain::nearest::nearest;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::{Absence, Vocabulary, Written};

type Named<'a> = (Path, &'a Option<Written>);

pub(super) fn keys(facts: &Facts, problems: &mut Vec<Problem>) {
    let BoardFile { people, facilities, .. } = facts.board;
    of_roster(facts, "unknown-person", people, person_fields(facts), problems);
    of_roster(facts, "unknown-facility", facilities, facility_fields(facts), problems);
}

fn of_roster<T>(
    facts: &Facts,
    code: &'static str,
    known: &BTreeMap<String, T>,
    named: Vec<Named>,
    problems: &mut Vec<Problem>,
) {
    // A roster that could not be read makes every key unknown, and its own problem says so already.
    if known.is_empty() {
        return;
    }
    let keys = named.into_iter().filter_map(|(path, value)| {
        let key = value.as_ref().map(Written::as_str)?;
        (!known.contains_key(key) && looks_like_a_key(key)).then_some((path, key))
    });
    let keys: Vec<_> = keys.collect();
    // Nearly every case names only whom the roster has.
    if !keys.is_empty() {
        let known = known.keys().map(String::as_str).collect();
        let found = unknown(code, keys.into_iter(), &known);
        problems.extend(found.map(|problem| problem.owned_by(facts.responsible())));
    }
}

/// A problem for each key that is none of the known ones.
pub(super) fn unknown<'a, P: Into<String>>(
    code: &'static str,
    keys: impl Iterator<Item = (P, &'a str)>,
    known: &BTreeSet<&str>,
) -> impl Iterator<Item = Problem> {
    unless_known(code, keys, known, |_, _| true)
}

/// As `unknown`, of the ids of cases: one that has other digits is another patient's, and no slip of the hand is worth
/// proposing that.
pub(super) fn unknown_cases<'a, P: Into<String>>(
    keys: impl Iterator<Item = (P, &'a str)>,
    known: &BTreeSet<&str>,
) -> impl Iterator<Item = Problem> {
    let digits = |id: &str| id.chars().filter(char::is_ascii_digit).collect::<String>();
    unless_known("unknown-case", keys, known, move |key, other| digits(key) == digits(other))
}

/// Which of the known ones that `may_be` it is nearest is asked only for as many as will be shown, for both lists may be
/// long.
fn unless_known<'a, P: Into<String>>(
    code: &'static str,
    keys: impl Iterator<Item = (P, &'a str)>,
    known: &BTreeSet<&str>,
    may_be: impl Fn(&str, &str) -> bool,
) -> impl Iterator<Item = Problem> {
    keys.filter(|(_, key)| !known.contains(key)).enumerate().map(move |(nth, (path, key))| {
        let nearest = || nearest(key, known.iter().copied().filter(|other| may_be(key, other)));
        let suggestion = if nth < kinds::MOST { nearest() } else { None };
        Problem::new(code, Severity::Warning, path)
            .with("key", key)
            .with("suggestion", suggestion.unwrap_or("nothing"))
    })
}

/// Free text is welcome in these fields; only what is written as a key must be one.
pub(super) fn looks_like_a_key(text: &str) -> bool {
    let letters = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    letters
        && text.contains('-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && Absence::find(text).is_none()
}

fn person_fields<'a>(facts: &Facts<'a>) -> Vec<Named<'a>> {
    let case = facts.case;
    let mut fields: Vec<Named> = vec![
        (Path::Field("question.presenter"), &case.question.presenter),
        (Path::Field("question.responsible"), &case.question.responsible),
        (Path::Field("told.by"), &case.told.by),
        (Path::Field("performance.by"), &case.performance.by),
        (Path::Field("plan.by"), &case.plan.by),
    ];
    fields
        .extend(case.staging.iter().enumerate().map(|(at, own)| (Path::Item("staging", at, "by"), &own.by)));
    fields.extend(case.scores.iter().enumerate().map(|(at, own)| (Path::Item("scores", at, "by"), &own.by)));
    fields.extend(
        case.missing.iter().enumerate().map(|(at, own)| (Path::Item("missing", at, "owner"), &own.owner)),
    );
    fields
}

fn facility_fields<'a>(facts: &Facts<'a>) -> Vec<Named<'a>> {
    let case = facts.case;
    let mut fields: Vec<Named> = vec![
        (Path::Field("referral.from"), &case.referral.from),
        (Path::Field("referral.to"), &case.referral.to),
    ];
    fields.extend(
        case.imaging
            .iter()
            .enumerate()
            .map(|(at, own)| (Path::Item("imaging", at, "facility"), &own.facility)),
    );
    fields.extend(
        case.pathology
            .iter()
            .enumerate()
            .map(|(at, own)| (Path::Item("pathology", at, "facility"), &own.facility)),
    );
    fields
}

/// Two studies of one id would be shown one for the other, and a size would belong to either.
pub(super) fn ids(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let lists = [
        ("imaging", case.imaging.iter().map(|own| &own.id).collect::<Vec<_>>()),
        ("lesions", case.lesions.iter().map(|own| &own.id).collect()),
        ("pathology", case.pathology.iter().map(|own| &own.id).collect()),
    ];
    for (list, ids) in lists {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, id) in ids.into_iter().enumerate() {
            let Some(id) = id.as_ref().map(Written::as_str) else { continue };
            if let Some(other) = first.get(id) {
                problems.push(
                    Problem::new("duplicate-id", Severity::Error, format!("{list}[{at}].id"))
                        .with("id", id)
                        .with("other", format!("{list}[{other}]"))
                        .owned_by(facts.responsible()),
                );
            } else {
                first.insert(id, at);
            }
        }
    }
    let studies: BTreeSet<&str> =
        case.imaging.iter().filter_map(|own| own.id.as_ref()).map(Written::as_str).collect();
    let sizes = case.lesions.iter().enumerate().flat_map(|(at, lesion)| {
        let whole = lesion.sizes.keys().map(|study| ("sizes", study.as_str()));
        let viable = lesion.viable.keys().map(|study| ("viable", study.as_str()));
        // Nearly every size is of a study that is there, and needs no path.
        let leads_nowhere = |(_, study): &(&str, &str)| !studies.contains(study);
        let astray = whole.chain(viable).filter(leads_nowhere);
        astray.map(move |(key, study)| (format!("lesions[{at}].{key}.{study}"), study)).collect::<Vec<_>>()
    });
    let found = unknown("unknown-study", sizes, &studies);
    problems.extend(found.map(|problem| problem.owned_by(facts.responsible())));
}
