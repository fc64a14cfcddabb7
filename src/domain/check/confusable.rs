//! Patients of one workspace who could be taken for each other: the same name or identifier, or nearly the same name
//! with a birth date that is the same, nearly so, or known in part.

use std::collections::{HashMap, HashSet};

use crate::domain::check::likeness::{Likeness, mixed, share_one};
use crate::domain::cores;
use crate::domain::date::PartialDate;
use crate::domain::patient::Patient;
use crate::domain::problem::{Problem, Severity};

/// The fields at which a patient who could be taken for another is told.
pub const FIELDS: [&str; 2] = ["patient.ids", "patient.name"];

/// Of a patient so many namesakes are told one by one, those nearest by birth date, and of the others how many there are:
/// who reads on compares identifiers, and nobody compares two dozen.
const NAMESAKES: usize = 3;

/// One patient who could be taken for another.
struct Alike {
    at: usize,
    other: usize,
    code: &'static str,
    severity: Severity,
}

/// For each case that could be confused with others, by its place among `cases`, its problems; `cases` are folders and what
/// their patients are told apart by. One patient with two cases (same identifier, name and birth date) is no confusion, but
/// what is decided in one of them does not stand in the other.
pub fn confusable(cases: &[(&str, &Likeness)]) -> Vec<(usize, Vec<Problem>)> {
    let all: Vec<&Likeness> = cases.iter().map(|(_, likeness)| *likeness).collect();
    let common = common_names(&all);
    let compared = |(at, other): &(usize, usize)| {
        let (one, another) = (all.get(*at)?, all.get(*other)?);
        let (code, severity) = one.alike(another, one.has_one_of(&common))?;
        let told = |at, other| Alike { at, other, code, severity };
        Some([told(*at, *other), told(*other, *at)])
    };
    let pairs = pairs(&all, &common);
    let parts: Vec<&[(usize, usize)]> = pairs.chunks(PAIRS_AT_ONCE).collect();
    let alike = cores::each(&parts, |part| part.iter().filter_map(compared).flatten().collect::<Vec<_>>());
    let mut alike: Vec<Alike> = alike.into_iter().flatten().collect();
    alike.sort_unstable_by_key(|alike| (alike.at, alike.other));
    let of_cases: Vec<&[Alike]> = alike.chunk_by(|one, other| one.at == other.at).collect();
    let told = cores::each(&of_cases, |alike| told_of_one(alike, cases));
    of_cases.iter().filter_map(|alike| alike.first()).map(|alike| alike.at).zip(told).collect()
}

/// Of one case, with whom it could be confused, in their order.
fn told_of_one(alike: &[Alike], cases: &[(&str, &Likeness)]) -> Vec<Problem> {
    let [ids, name] = FIELDS;
    let problem = |alike: &Alike| {
        let (folder, likeness) = cases.get(alike.other)?;
        let field = if is_of_name(alike) { name } else { ids };
        let problem = Problem::new(alike.code, alike.severity, field).with("other", *folder);
        Some(problem.with("name", &*likeness.name).with("born", &*likeness.born_as_written))
    };
    let (mut namesakes, others): (Vec<&Alike>, Vec<&Alike>) =
        alike.iter().partition(|alike| is_of_name(alike));
    namesakes.sort_by_cached_key(|alike| {
        let [one, other] = [alike.at, alike.other].map(|at| cases.get(at));
        one.zip(other).map(|((_, one), (_, other))| one.days_apart(other))
    });
    // One more is as soon told as counted.
    let told = if namesakes.len() > NAMESAKES + 1 { NAMESAKES } else { namesakes.len() };
    let left = namesakes.len() - told;
    let more = (left > 0)
        .then(|| Problem::new("more-namesakes", Severity::Warning, name).with("count", left.to_string()));
    let each = others.into_iter().chain(namesakes.into_iter().take(told));
    each.filter_map(problem).chain(more).collect()
}

fn is_of_name(alike: &Alike) -> bool {
    matches!(alike.code, "same-name" | "similar-name")
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

/// Whom of the patients of one meeting one could take for another, by their places. There a name that is one letter away is
/// enough, whatever the birth date, for they are spoken of within minutes.
pub fn alike_among(patients: &[&Patient]) -> Vec<(usize, usize)> {
    let all: Vec<Likeness> = patients.iter().map(|patient| Likeness::of(patient)).collect();
    let alike = |one: &Likeness, other: &Likeness| {
        let is_one = share_one(&one.ids, &other.ids) && one.born.is_some() && one.born == other.born;
        let is_other = |(code, _)| !matches!(code, "same-patient" | "same-disease");
        one.alike(other, false).is_some_and(is_other) || !is_one && one.sounds_like(other)
    };
    let pairs = all.iter().enumerate().flat_map(|(at, one)| {
        let others = all.iter().enumerate().skip(at + 1);
        others.filter(move |(_, other)| alike(one, other)).map(move |(other, _)| (at, other))
    });
    pairs.collect()
}
