//! What a patient is told apart by, and as what two of them could be taken for each other.

use std::collections::{BTreeSet, HashSet};

use serde::{Deserialize, Serialize};

use crate::domain::check::icdo::Topography;
use crate::domain::date::{Date, PartialDate};
use crate::domain::disease::Diagnosis;
use crate::domain::fold::{fold, pinyin_keys};
use crate::domain::nearest::{are_within, nearest};
use crate::domain::patient::{Patient, Sex};
use crate::domain::problem::Severity;
use crate::domain::value::{Code, Written};

/// What a patient is told apart by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Likeness {
    pub(super) name: String,
    pub(super) born_as_written: String,
    pub(super) ids: BTreeSet<String>,
    pub(super) names: BTreeSet<String>,
    /// The letters of the name as they are spoken, in their order.
    pub(super) sounds: BTreeSet<String>,
    /// Numbers for these with one letter left out, and whole.
    pub(super) forms: Vec<u64>,
    pub(super) born: Option<PartialDate>,
    sex: Option<Sex>,
    /// The organ of the disease: 34 of `C34.1`.
    organ: Option<u32>,
}

/// How two birth dates stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Births {
    Same,
    /// One slip apart, or one of them says less.
    Near,
    Other,
}

impl Likeness {
    pub fn of(patient: &Patient) -> Self {
        let ids = patient.ids.iter().map(|id| id.value.as_str().trim().to_owned());
        let sounds = sounds(patient);
        Likeness {
            name: patient.name().unwrap_or("?").to_owned(),
            born_as_written: patient.born.as_ref().map_or_else(|| "?".to_owned(), Date::to_string),
            ids: ids.filter(|id| !id.is_empty()).collect(),
            names: names(patient),
            forms: forms(&sounds),
            sounds,
            born: patient.born.as_ref().and_then(Date::known),
            sex: patient.sex.as_ref().and_then(Code::known).filter(|sex| *sex != Sex::Unknown),
            organ: None,
        }
    }

    /// With the disease, which tells two cases of one patient apart.
    #[must_use]
    pub fn of_disease(self, diagnosis: &Diagnosis) -> Self {
        let site = diagnosis.site.as_ref().map(Written::as_str).unwrap_or_default();
        self.of_site(site)
    }

    /// The same with the code of the site.
    #[must_use]
    pub fn of_site(self, code: &str) -> Self {
        Likeness { organ: Topography::parse(code).map(Topography::site), ..self }
    }

    pub(super) fn has_one_of(&self, names: &HashSet<&str>) -> bool {
        !names.is_empty() && self.names.iter().any(|name| names.contains(name.as_str()))
    }

    /// As what the two could be taken for each other; a name that is `common` is no sign without its birth date.
    pub(super) fn alike(&self, other: &Likeness, is_common: bool) -> Option<(&'static str, Severity)> {
        let shared_id = share_one(&self.ids, &other.ids);
        let same_name = share_one(&self.names, &other.names);
        if same_name && !shared_id && !is_common {
            return Some(("same-name", Severity::Warning));
        }
        let births = births(self.born, other.born);
        if !shared_id && births == Births::Other {
            return None;
        }
        let same_birth = self.born.is_some() && births == Births::Same;
        match (shared_id, same_birth, same_name) {
            (true, true, true) if self.sex.is_none() || other.sex.is_none() || self.sex == other.sex => {
                let is_one_disease = self.organ.is_some() && self.organ == other.organ;
                let again = ("same-disease", Severity::Warning);
                Some(if is_one_disease { again } else { ("same-patient", Severity::Note) })
            }
            (true, ..) => Some(("same-id", Severity::Error)),
            (false, _, true) => Some(("same-name", Severity::Warning)),
            (false, _, false) => {
                let similar = same_birth && is_near(&self.names, &other.names)
                    || births != Births::Other && self.sounds_like(other);
                similar.then_some(("similar-name", Severity::Warning))
            }
        }
    }

    /// Days between the birth dates, as far as they are known; none where nothing tells the two apart.
    pub(super) fn days_apart(&self, other: &Likeness) -> u64 {
        let days = |one: PartialDate, other: PartialDate| {
            let (first, second) = (one.earliest()?, other.earliest()?);
            Some(first.signed_duration_since(second).num_days().unsigned_abs())
        };
        self.born.zip(other.born).and_then(|(one, other)| days(one, other)).unwrap_or_default()
    }

    /// The same letters, or one more, one less, one other, two exchanged.
    pub(super) fn sounds_like(&self, other: &Likeness) -> bool {
        let near = |one: &str, other: &str| {
            one == other || one.len().min(other.len()) >= 6 && are_within(1, one, other)
        };
        self.sounds.iter().any(|one| other.sounds.iter().any(|other| near(one, other)))
    }
}

fn forms(sounds: &BTreeSet<String>) -> Vec<u64> {
    let of = |letters: &mut dyn Iterator<Item = u8>| {
        letters.fold(0, |number, letter| mixed(number, u64::from(letter)))
    };
    let of_name = |name: &String| {
        let without = |at: usize| {
            let all = name.bytes().enumerate();
            of(&mut all.filter(|(own, _)| *own != at).map(|(_, letter)| letter))
        };
        // No letter stands at the end, so that nothing is left out there.
        (0..=name.len()).map(without).collect::<Vec<u64>>()
    };
    let mut forms: Vec<u64> = sounds.iter().flat_map(of_name).collect();
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// A number for what came before and one thing more; a chance meeting costs one comparison and tells nothing.
pub(super) const fn mixed(before: u64, more: u64) -> u64 {
    (before.rotate_left(5) ^ more).wrapping_mul(0x9E37_79B9_7F4A_7C15)
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
    let exchanged = one.year == other.year && (one.month, one.day) == (other.day, other.month);
    let next = first.signed_duration_since(second).num_days().abs() == 1;
    let one_slip = || are_within(1, &one.to_string(), &other.to_string());
    if exchanged || next || one_slip() { Births::Near } else { Births::Other }
}

/// No name of a person is longer; what is behind it would only cost time, which grows with its square.
const LONGEST: usize = 80;

fn written(patient: &Patient) -> impl Iterator<Item = String> + '_ {
    let written = [&patient.name, &patient.latin].into_iter().flatten();
    written.map(|name| name.as_str().chars().take(LONGEST).collect())
}

/// Letters alone, as written and as Han characters are read.
fn sounds(patient: &Patient) -> BTreeSet<String> {
    let read = |name: String| -> Vec<String> {
        let first = |keys: String| keys.split(' ').next().unwrap_or_default().to_owned();
        let mut all: Vec<String> = pinyin_keys(&name).into_iter().map(first).collect();
        all.push(fold(&name));
        all
    };
    let letters = |name: String| name.chars().filter(char::is_ascii_lowercase).collect::<String>();
    written(patient).flat_map(read).map(letters).filter(|name| name.len() > 2).collect()
}

/// The name and its Latin form, folded, whatever the order of the words.
fn names(patient: &Patient) -> BTreeSet<String> {
    written(patient)
        .map(|name| {
            let folded = fold(&name);
            let mut words: Vec<&str> = folded.split_whitespace().collect();
            words.sort_unstable();
            words.join(" ")
        })
        .filter(|name| !name.is_empty())
        .collect()
}

/// For sets of one or two texts, as identifiers and names are: `is_disjoint` is made for large ones.
pub(super) fn share_one(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    one.iter().any(|text| other.iter().any(|other| text == other))
}

fn is_near(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    one.iter().any(|name| nearest(name, other.iter().map(String::as_str)).is_some())
}
