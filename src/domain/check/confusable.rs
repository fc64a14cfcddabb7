//! Patients of one workspace who could be taken for each other: the same name or identifier, or nearly the same name
//! with a birth date that is the same, nearly so, or known in part.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::domain::check::icdo::Topography;
use crate::domain::cores;
use crate::domain::date::{Date, PartialDate};
use crate::domain::disease::Diagnosis;
use crate::domain::fold::{fold, pinyin_keys};
use crate::domain::nearest::{nearest, slips};
use crate::domain::patient::{Patient, Sex};
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::Code;

/// The fields at which a patient who could be taken for another is told.
pub const FIELDS: [&str; 2] = ["patient.ids", "patient.name"];

/// For each pair of cases that could be confused, a problem at both; `cases` are folders and what their patients are
/// told apart by. One patient with two cases (same identifier, name and birth date) is no confusion, but what is decided in
/// one of them does not stand in the other.
pub fn confusable(cases: &[(&str, &Likeness)]) -> Vec<(String, Problem)> {
    let all: Vec<&Likeness> = cases.iter().map(|(_, likeness)| *likeness).collect();
    let common = common_names(&all);
    let told = |(one, other): &(usize, usize)| {
        let told = all.get(*one)?.alike(all.get(*other)?, &common)?;
        Some([(*one, *other, told), (*other, *one, told)])
    };
    let pairs = pairs(&all, &common);
    let parts: Vec<&[(usize, usize)]> = pairs.chunks(PAIRS_AT_ONCE).collect();
    let told = cores::each(&parts, |part| part.iter().filter_map(told).flatten().collect::<Vec<_>>());
    let mut alike: Vec<_> = told.into_iter().flatten().collect();
    alike.sort_unstable_by_key(|(at, other, _)| (*at, *other));
    let found = alike.into_iter().filter_map(|(at, other, (code, severity))| {
        let ((folder, _), (other, likeness)) = (cases.get(at)?, cases.get(other)?);
        let [ids, name] = FIELDS;
        let problem = match code {
            "same-id" => Problem::new("same-id", severity, ids),
            "same-name" => Problem::new("same-name", severity, name),
            "same-disease" => Problem::new("same-disease", severity, ids),
            "same-patient" => Problem::new("same-patient", severity, ids),
            _ => Problem::new("similar-name", severity, name),
        };
        let (name, born) = (likeness.name.as_str(), likeness.born_as_written.as_str());
        Some(((*folder).to_owned(), problem.with("other", *other).with("name", name).with("born", born)))
    });
    found.collect()
}

/// Compared by one core before it takes more.
const PAIRS_AT_ONCE: usize = 512;

/// A name that more patients have than this tells nobody apart; of whatever more have than this, each is compared
/// with its neighbours only.
const MANY: usize = 24;
const NEIGHBOURS: usize = 8;

fn common_names<'a>(all: &[&'a Likeness]) -> HashSet<&'a str> {
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    for name in all.iter().flat_map(|likeness| &likeness.names) {
        *bearers.entry(name).or_default() += 1;
    }
    bearers.into_iter().filter(|(_, bearers)| *bearers > MANY).map(|(name, _)| name).collect()
}

/// Who shares something, each pair once, the earlier one first. Only they are compared: a workspace may hold many
/// thousand cases, and the work grows with them and not with their square.
pub(super) fn pairs(all: &[&Likeness], common: &HashSet<&str>) -> Vec<(usize, usize)> {
    let mut found = same_pairs(all);
    found.extend(near_pairs(all, common));
    // Names that share one form share many, with the same neighbours in each.
    found.sort_unstable();
    found.dedup();
    found
}

/// Who has the same identifier, the same name or the same birth date, compared with all who share it or with those next
/// to them by birth date or by name; a pair may be there more than once.
fn same_pairs(all: &[&Likeness]) -> Vec<(usize, usize)> {
    let born = |at: &usize| all.get(*at).and_then(|likeness| likeness.born);
    let name = |at: &usize| all.get(*at).and_then(|likeness| likeness.sounds.first());
    sharing(all, same_keys, |key, group, found| {
        let mut group: Vec<usize> = group.iter().map(|(_, at)| *at).collect();
        // Whose own texts meet in one key stands there once.
        group.dedup();
        if is_of_birth(key) {
            group.sort_by_key(name);
        } else {
            group.sort_by_key(born);
        }
        let reach = if group.len() > MANY { NEIGHBOURS } else { group.len() };
        for (nth, one) in group.iter().enumerate() {
            let others = group.iter().skip(nth + 1).take(reach).filter(|other| *other != one);
            found.extend(others.map(|other| (*one.min(other), *one.max(other))));
        }
    })
}

/// Who shares a key, the earlier one first; a pair may be there more than once.
fn near_pairs(all: &[&Likeness], common: &HashSet<&str>) -> Vec<(usize, usize)> {
    let undated = all.iter().filter(|likeness| likeness.born.is_none());
    let undated: HashSet<u64> = undated.flat_map(|likeness| likeness.forms.iter().copied()).collect();
    let is_common = |at: usize| all.get(at).is_some_and(|one| one.has_one_of(common));
    let keys = |likeness: &Likeness, add: &mut dyn FnMut(u64)| near_keys(likeness, &undated, add);
    sharing(all, keys, |_, group, found| {
        for (nth, (_, one)) in group.iter().enumerate() {
            let reach = if is_common(*one) { NEIGHBOURS } else { group.len().min(MANY) };
            let others = group.iter().skip(nth + 1).take(reach).filter(|(_, other)| other != one);
            found.extend(others.map(|(_, other)| (*one, *other)));
        }
    })
}

/// Fewer patients are compared by one core at once.
const MANY_PATIENTS: usize = 4096;
/// Patients of whom one core takes the keys before it takes more.
const PATIENTS_AT_ONCE: usize = 512;
/// Keys that begin with other bits are never the same.
const BUCKET_BITS: u32 = 6;

/// A key, and the patient who has it.
type Keyed = (u64, usize);

/// The pairs that are made of all who share a key, key by key and on every core; the group is in the order of the patients.
fn sharing(
    all: &[&Likeness],
    keys: impl Fn(&Likeness, &mut dyn FnMut(u64)) + Sync,
    pair: impl Fn(u64, &[Keyed], &mut Vec<(usize, usize)>) + Sync,
) -> Vec<(usize, usize)> {
    let bits = if all.len() < MANY_PATIENTS { 0 } else { BUCKET_BITS };
    let bucket = |key: u64| usize::try_from(key.checked_shr(u64::BITS - bits).unwrap_or(0)).unwrap_or(0);
    let numbered: Vec<(usize, &Likeness)> = all.iter().copied().enumerate().collect();
    let parts: Vec<&[(usize, &Likeness)]> = numbered.chunks(PATIENTS_AT_ONCE).collect();
    let keyed = cores::each(&parts, |part| {
        let mut buckets = vec![Vec::new(); 1 << bits];
        for (at, likeness) in *part {
            keys(likeness, &mut |key| {
                buckets.get_mut(bucket(key)).into_iter().for_each(|own| own.push((key, *at)));
            });
        }
        buckets
    });
    let buckets: Vec<usize> = (0..1 << bits).collect();
    let found = cores::each(&buckets, |bucket| {
        let of_bucket = keyed.iter().filter_map(|part| part.get(*bucket)).flatten();
        let mut all: Vec<Keyed> = of_bucket.copied().collect();
        all.sort_unstable();
        let mut found = Vec::new();
        for group in all.chunk_by(|(one, _), (other, _)| one == other) {
            if let [(key, _), _, ..] = group {
                pair(*key, group, &mut found);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    });
    found.concat()
}

/// A number for each identifier, each name and the birth date, of which the last bit says which of them it is.
fn same_keys(likeness: &Likeness, add: &mut dyn FnMut(u64)) {
    // What is of another kind differs where no first letter reaches.
    const ID: u64 = 1 << 16;
    const NAME: u64 = 2 << 16;
    const BORN: u64 = 3 << 16;
    let of = |kind: u64, text: &str| text.bytes().fold(kind, |key, byte| mixed(key, u64::from(byte)));
    likeness.ids.iter().for_each(|id| add(of(ID, id) & !1));
    likeness.names.iter().for_each(|name| add(of(NAME, name) & !1));
    // A year alone is shared by too many to tell anybody apart.
    if let Some(born) = likeness.born.filter(|born| born.day.is_some()) {
        let part = |part: Option<u32>| u64::from(part.unwrap_or_default());
        let year = mixed(BORN, u64::from(born.year.unsigned_abs()));
        add(mixed(mixed(year, part(born.month)), part(born.day)) | 1);
    }
}

fn is_of_birth(key: u64) -> bool {
    key & 1 == 1
}

/// Names a letter apart share a form in which one letter is left out; with it goes what near birth dates share. `undated` are the
/// forms of patients without a birth date.
fn near_keys(likeness: &Likeness, undated: &HashSet<u64>, add: &mut dyn FnMut(u64)) {
    let of_year = |form: u64, born: PartialDate| mixed(mixed(form, 1), u64::from(born.year.unsigned_abs()));
    let of_day = |form: u64, month: u32, day: u32| mixed(mixed(form, 2), u64::from(month * 100 + day));
    for form in likeness.forms.iter().copied() {
        if let Some(born) = likeness.born {
            add(of_year(form, born));
            if let (Some(month), Some(day)) = (born.month, born.day) {
                add(of_day(form, month, day));
            }
        }
        if undated.contains(&form) {
            add(form);
        }
    }
}

/// A number for what came before and one thing more; a chance meeting costs one comparison and tells nothing.
const fn mixed(before: u64, more: u64) -> u64 {
    (before.rotate_left(5) ^ more).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Whom of the patients of one meeting one could take for another, by their places. There a name that is one letter away is
/// enough, whatever the birth date, for they are spoken of within minutes.
pub fn alike_among(patients: &[&Patient]) -> Vec<(usize, usize)> {
    let all: Vec<Likeness> = patients.iter().map(|patient| Likeness::of(patient)).collect();
    let alike = |one: &Likeness, other: &Likeness| {
        let is_one = !one.ids.is_disjoint(&other.ids) && one.born.is_some() && one.born == other.born;
        let is_other = |(code, _)| !matches!(code, "same-patient" | "same-disease");
        one.alike(other, &HashSet::new()).is_some_and(is_other) || !is_one && one.sounds_like(other)
    };
    let pairs = all.iter().enumerate().flat_map(|(at, one)| {
        let others = all.iter().enumerate().skip(at + 1);
        others.filter(move |(_, other)| alike(one, other)).map(move |(other, _)| (at, other))
    });
    pairs.collect()
}

/// What a patient is told apart by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Likeness {
    name: String,
    born_as_written: String,
    ids: BTreeSet<String>,
    names: BTreeSet<String>,
    /// The letters of the name as they are spoken, in their order.
    sounds: BTreeSet<String>,
    /// Numbers for these with one letter left out, and whole.
    forms: Vec<u64>,
    born: Option<PartialDate>,
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
        let site = diagnosis.site.as_ref().and_then(|site| Topography::parse(site.as_str()));
        Likeness { organ: site.map(Topography::site), ..self }
    }

    fn has_one_of(&self, names: &HashSet<&str>) -> bool {
        !names.is_empty() && self.names.iter().any(|name| names.contains(name.as_str()))
    }

    /// As what the two could be taken for each other; a name out of `common` is no sign without its birth date.
    fn alike(&self, other: &Likeness, common: &HashSet<&str>) -> Option<(&'static str, Severity)> {
        let shared_id = !self.ids.is_disjoint(&other.ids);
        let same_name = !self.names.is_disjoint(&other.names);
        let births = births(self.born, other.born);
        if !shared_id && births == Births::Other && (!same_name || self.has_one_of(common)) {
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

    /// The same letters, or one more, one less, one other, two exchanged.
    fn sounds_like(&self, other: &Likeness) -> bool {
        let near = |one: &str, other: &str| {
            one == other || one.len().min(other.len()) >= 6 && slips(one, other) <= 1
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
    let one_slip = || slips(&one.to_string(), &other.to_string()) <= 1;
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

fn is_near(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    one.iter().any(|name| nearest(name, other.iter().map(String::as_str)).is_some())
}
