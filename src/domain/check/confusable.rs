//! Patients of one workspace who could be taken for each other: same folded name, same birth date, same identifier.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::date::{Date, PartialDate};
use crate::domain::fold::fold;
use crate::domain::nearest::nearest;
use crate::domain::patient::Patient;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::Written;

/// For each pair of cases that could be confused, a problem at both; `cases` are folders and their patients.
/// Two discussions of one patient (same identifier, same birth date) are not a confusion.
pub fn confusable(cases: &[(&str, &Patient)]) -> Vec<(String, Problem)> {
    let all: Vec<Marks> = cases.iter().map(|(_, patient)| Marks::of(patient)).collect();
    // Only who shares something is compared with each other: a workspace may hold many thousand cases.
    let mut sharing: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for (at, marks) in all.iter().enumerate() {
        let ids = marks.ids.iter().map(|id| ("id", id.clone()));
        let names = marks.names.iter().map(|name| ("name", name.clone()));
        let born = marks.born.iter().map(|born| ("born", born.to_string()));
        for key in ids.chain(names).chain(born) {
            sharing.entry(key).or_default().push(at);
        }
    }
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for group in sharing.values() {
        let others = |at: usize| group.iter().filter(move |other| **other != at);
        pairs.extend(group.iter().flat_map(|at| others(*at).map(|other| (*at, *other))));
    }
    let found = pairs.into_iter().filter_map(|(at, other)| {
        let (code, severity) = all.get(at)?.alike(all.get(other)?)?;
        let ((folder, _), (other, patient)) = (cases.get(at)?, cases.get(other)?);
        let problem = match code {
            "same-id" => Problem::new("same-id", severity, "patient.ids"),
            "same-name" => Problem::new("same-name", severity, "patient.name"),
            _ => Problem::new("similar-name", severity, "patient.name"),
        };
        let name = patient.name().unwrap_or("?").to_owned();
        let born = patient.born.as_ref().map_or_else(|| "?".to_owned(), Date::to_string);
        Some(((*folder).to_owned(), problem.with("other", *other).with("name", name).with("born", born)))
    });
    found.collect()
}

/// Whom of several patients one could take for another, by their places.
pub fn alike_among(patients: &[&Patient]) -> Vec<(usize, usize)> {
    let marks: Vec<Marks> = patients.iter().map(|patient| Marks::of(patient)).collect();
    let pairs = marks.iter().enumerate().flat_map(|(at, one)| {
        let others = marks.iter().enumerate().skip(at + 1);
        others.filter(|(_, other)| one.alike(other).is_some()).map(move |(other, _)| (at, other))
    });
    pairs.collect()
}

/// What a patient is told apart by.
struct Marks {
    ids: BTreeSet<String>,
    names: BTreeSet<String>,
    born: Option<PartialDate>,
}

impl Marks {
    fn of(patient: &Patient) -> Self {
        let ids = patient.ids.iter().map(|id| id.value.as_str().trim().to_owned());
        Marks {
            ids: ids.filter(|id| !id.is_empty()).collect(),
            names: names(patient),
            born: patient.born.as_ref().and_then(Date::known),
        }
    }

    fn alike(&self, other: &Marks) -> Option<(&'static str, Severity)> {
        let shared_id = !self.ids.is_disjoint(&other.ids);
        let same_birth = self.born.is_some() && self.born == other.born;
        let same_name = !self.names.is_disjoint(&other.names);
        match (shared_id, same_birth, same_name) {
            // one patient, discussed twice
            (true, true, true) => None,
            (true, ..) => Some(("same-id", Severity::Error)),
            (false, _, true) => Some(("same-name", Severity::Warning)),
            (false, true, false) if is_near(&self.names, &other.names) => {
                Some(("similar-name", Severity::Warning))
            }
            _ => None,
        }
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
