//! Patients of one workspace who could be taken for each other: same folded name, same birth date, same identifier.

use std::collections::BTreeSet;

use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::nearest::nearest;
use crate::domain::patient::Patient;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::Written;

/// For each pair of cases that could be confused, a problem at the later one; `cases` are folders and their patients.
/// Two discussions of one patient (same identifier, same birth date) are not a confusion.
pub fn confusable(cases: &[(&str, &Patient)]) -> Vec<(String, Problem)> {
    let mut found = Vec::new();
    for (at, (folder, patient)) in cases.iter().enumerate() {
        for (other, earlier) in cases.iter().take(at) {
            if let Some((code, severity)) = alike(earlier, patient) {
                let problem = match code {
                    "same-id" => Problem::new("same-id", severity, "patient.ids"),
                    "same-name" => Problem::new("same-name", severity, "patient.name"),
                    _ => Problem::new("similar-name", severity, "patient.name"),
                };
                let name = earlier.name().unwrap_or("?").to_owned();
                let born = earlier.born.as_ref().map_or_else(|| "?".to_owned(), Date::to_string);
                found.push((
                    (*folder).to_owned(),
                    problem.with("other", *other).with("name", name).with("born", born),
                ));
            }
        }
    }
    found
}

fn alike(one: &Patient, other: &Patient) -> Option<(&'static str, Severity)> {
    let ids = |patient: &Patient| -> BTreeSet<String> {
        let all = patient.ids.iter().map(|id| id.value.as_str().trim().to_owned());
        all.filter(|id| !id.is_empty()).collect()
    };
    let shared_id = !ids(one).is_disjoint(&ids(other));
    let born = |patient: &Patient| patient.born.as_ref().and_then(Date::known);
    let same_birth = born(one).is_some() && born(one) == born(other);
    let (first, second) = (names(one), names(other));
    let same_name = !first.is_disjoint(&second);
    match (shared_id, same_birth, same_name) {
        // one patient, discussed twice
        (true, true, true) => None,
        (true, ..) => Some(("same-id", Severity::Error)),
        (false, _, true) => Some(("same-name", Severity::Warning)),
        (false, true, false) if is_near(&first, &second) => Some(("similar-name", Severity::Warning)),
        _ => None,
    }
}

/// The name and its Latin form, folded, whatever the order of the words.
fn names(patient: &Patient) -> BTreeSet<String> {
    let written = [&patient.name, &patient.latin].into_iter().flatten().map(Written::as_str);
    written
        .map(|name| {
            let folded = fold(name);
            let mut words: Vec<&str> = folded.split_whitespace().collect();
            words.sort_unstable();
            words.join(" ")
        })
        .filter(|name| !name.is_empty())
        .collect()
}

fn is_near(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    one.iter().any(|name| nearest(name, other.iter().map(String::as_str)).is_some())
}
