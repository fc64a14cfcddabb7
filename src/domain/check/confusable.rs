//! Patients of one workspace who could be taken for each other: the same name or identifier, or nearly the same name
//! with a birth date that is the same, nearly so, or known in part.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::domain::date::{Date, PartialDate};
use crate::domain::fold::{fold, pinyin_keys};
use crate::domain::nearest::{nearest, slips};
use crate::domain::patient::{Patient, Sex};
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::{Code, Written};

/// For each pair of cases that could be confused, a problem at both; `cases` are folders and their patients.
/// Two discussions of one patient (same identifier, same birth date) are not a confusion.
pub fn confusable(cases: &[(&str, &Patient)]) -> Vec<(String, Problem)> {
    let all: Vec<Marks> = cases.iter().map(|(_, patient)| Marks::of(patient)).collect();
    let alike = pairs(&all).into_iter().filter_map(|(one, other)| {
        let told = all.get(one)?.alike(all.get(other)?)?;
        Some([(one, other, told), (other, one, told)])
    });
    let mut alike: Vec<_> = alike.flatten().collect();
    alike.sort_unstable_by_key(|(at, other, _)| (*at, *other));
    let found = alike.into_iter().filter_map(|(at, other, (code, severity))| {
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

/// Of a name that more patients have than this, each is compared with its neighbours by birth date only.
const MANY: usize = 24;
const NEIGHBOURS: usize = 8;

/// Who shares something, each pair once, the earlier one first. Only they are compared: a workspace may hold many
/// thousand cases, and the work grows with them and not with their square.
fn pairs(all: &[Marks]) -> Vec<(usize, usize)> {
    let mut exact: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for (at, marks) in all.iter().enumerate() {
        let ids = marks.ids.iter().map(|id| ("id", id.clone()));
        let names = marks.names.iter().map(|name| ("name", name.clone()));
        // A year alone is shared by too many to tell anybody apart.
        let whole = marks.born.filter(|born| born.day.is_some());
        let born = whole.map(|born| ("born", born.to_string()));
        for key in ids.chain(names).chain(born) {
            exact.entry(key).or_default().push(at);
        }
    }
    let mut found = Vec::new();
    let mut add = |one: usize, other: usize| {
        if one != other {
            found.push((one.min(other), one.max(other)));
        }
    };
    for ((kind, _), mut group) in exact {
        let reach = if kind == "name" && group.len() > MANY { NEIGHBOURS } else { group.len() };
        group.sort_by_key(|at| all.get(*at).and_then(|marks| marks.born));
        for (nth, one) in group.iter().enumerate() {
            group.iter().skip(nth + 1).take(reach).for_each(|other| add(*one, *other));
        }
    }
    let mut near = near_keys(all);
    near.sort_unstable();
    for group in near.chunk_by(|(one, _), (other, _)| one == other) {
        for (nth, (_, one)) in group.iter().enumerate() {
            group.iter().skip(nth + 1).take(NEIGHBOURS).for_each(|(_, other)| add(*one, *other));
        }
    }
    // Names that share one form share many, with the same neighbours in each.
    found.sort_unstable();
    found.dedup();
    found
}

/// Names a letter apart share a form in which one letter is left out; with it goes what near birth dates share.
fn near_keys(all: &[Marks]) -> Vec<(u64, usize)> {
    let key = |form: &str, of: (i32, Option<u32>, Option<u32>)| {
        let mut hasher = DefaultHasher::new();
        (form, of).hash(&mut hasher);
        hasher.finish()
    };
    let unknown = (0, None, None);
    let undated = all.iter().filter(|marks| marks.born.is_none());
    let undated: HashSet<u64> = undated.flat_map(Marks::forms).map(|form| key(&form, unknown)).collect();
    let mut keys = Vec::new();
    for (at, marks) in all.iter().enumerate() {
        for form in marks.forms() {
            if let Some(born) = marks.born {
                keys.push((key(&form, (born.year, None, None)), at));
                if born.day.is_some() {
                    keys.push((key(&form, (0, born.month, born.day)), at));
                }
            }
            let open = key(&form, unknown);
            if undated.contains(&open) {
                keys.push((open, at));
            }
        }
    }
    keys
}

/// Whom of the patients of one meeting one could take for another, by their places. There a name that is one letter away is
/// enough, whatever the birth date, for they are spoken of within minutes.
pub fn alike_among(patients: &[&Patient]) -> Vec<(usize, usize)> {
    let marks: Vec<Marks> = patients.iter().map(|patient| Marks::of(patient)).collect();
    let alike = |one: &Marks, other: &Marks| {
        let is_one = !one.ids.is_disjoint(&other.ids) && one.born.is_some() && one.born == other.born;
        one.alike(other).is_some() || !is_one && one.sounds_like(other)
    };
    let pairs = marks.iter().enumerate().flat_map(|(at, one)| {
        let others = marks.iter().enumerate().skip(at + 1);
        others.filter(move |(_, other)| alike(one, other)).map(move |(other, _)| (at, other))
    });
    pairs.collect()
}

/// What a patient is told apart by.
struct Marks {
    ids: BTreeSet<String>,
    names: BTreeSet<String>,
    /// The letters of the name as they are spoken, in their order.
    sounds: BTreeSet<String>,
    born: Option<PartialDate>,
    sex: Option<Sex>,
}

/// How two birth dates stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Births {
    Same,
    /// One slip apart, or one of them says less.
    Near,
    Other,
}

impl Marks {
    fn of(patient: &Patient) -> Self {
        let ids = patient.ids.iter().map(|id| id.value.as_str().trim().to_owned());
        Marks {
            ids: ids.filter(|id| !id.is_empty()).collect(),
            names: names(patient),
            sounds: sounds(patient),
            born: patient.born.as_ref().and_then(Date::known),
            sex: patient.sex.as_ref().and_then(Code::known).filter(|sex| *sex != Sex::Unknown),
        }
    }

    fn alike(&self, other: &Marks) -> Option<(&'static str, Severity)> {
        let shared_id = !self.ids.is_disjoint(&other.ids);
        let births = births(self.born, other.born);
        let same_birth = self.born.is_some() && births == Births::Same;
        let same_name = !self.names.is_disjoint(&other.names);
        let similar = same_birth && is_near(&self.names, &other.names)
            || births != Births::Other && self.sounds_like(other);
        match (shared_id, same_birth, same_name) {
            // one patient, discussed twice
            (true, true, true) if self.sex.is_none() || other.sex.is_none() || self.sex == other.sex => None,
            (true, ..) => Some(("same-id", Severity::Error)),
            (false, _, true) => Some(("same-name", Severity::Warning)),
            (false, _, false) if similar => Some(("similar-name", Severity::Warning)),
            _ => None,
        }
    }

    /// The same letters, or one more, one less, one other, two exchanged.
    fn sounds_like(&self, other: &Marks) -> bool {
        let near = |one: &str, other: &str| {
            one == other || one.len().min(other.len()) >= 6 && slips(one, other) <= 1
        };
        self.sounds.iter().any(|one| other.sounds.iter().any(|other| near(one, other)))
    }

    /// The names with a letter left out, and whole.
    fn forms(&self) -> Vec<String> {
        let without = |name: &String| {
            let all = name.char_indices().map(|(at, _)| at);
            let cut = |at: usize| {
                name.char_indices().filter(|(own, _)| *own != at).map(|(_, letter)| letter).collect()
            };
            all.map(cut).chain([name.clone()]).collect::<Vec<String>>()
        };
        self.sounds.iter().flat_map(without).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

fn births(one: Option<PartialDate>, other: Option<PartialDate>) -> Births {
    let (Some(one), Some(other)) = (one, other) else { return Births::Near };
    if one == other {
        return Births::Same;
    }
    let (Some(first), Some(second)) = (one.day(), other.day()) else {
        let open = |one: Option<u32>, other: Option<u32>| one.is_none() || other.is_none() || one == other;
        let may_be = one.year == other.year && open(one.month, other.month) && open(one.day, other.day);
        return if may_be { Births::Near } else { Births::Other };
    };
    let one_slip = slips(&one.to_string(), &other.to_string()) <= 1;
    let exchanged = one.year == other.year && (one.month, one.day) == (other.day, other.month);
    let next = first.signed_duration_since(second).num_days().abs() == 1;
    if one_slip || exchanged || next { Births::Near } else { Births::Other }
}

/// Letters alone, as written and as Han characters are read.
fn sounds(patient: &Patient) -> BTreeSet<String> {
    let written = [&patient.name, &patient.latin].into_iter().flatten().map(Written::as_str);
    let read = |name: &str| -> Vec<String> {
        let first = |keys: String| keys.split(' ').next().unwrap_or_default().to_owned();
        let mut all: Vec<String> = pinyin_keys(name).into_iter().map(first).collect();
        all.push(fold(name));
        all
    };
    let letters = |name: String| name.chars().filter(char::is_ascii_lowercase).collect::<String>();
    written.flat_map(read).map(letters).filter(|name| name.len() > 2).collect()
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
