//! Words that are one slip of the hand away from the name of a drug or a class, found without asking every name.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use crate::domain::check::substances::{ALL_CLASSES, ALL_DRUGS, holds_name};
use crate::domain::nearest::slips;

/// The shortest name of which a slip leaves no doubt.
const SHORTEST: usize = 6;

/// A substance and one of its names.
type Named = (&'static str, &'static str);

/// Names by how they begin and by how they end: one slip leaves one of both as it is.
static BY_ENDS: LazyLock<HashMap<(bool, &'static str), Vec<Named>>> = LazyLock::new(|| {
    let drugs = ALL_DRUGS.iter().flat_map(|drug| drug.names.iter().map(|name| (drug.name, name)));
    let classes = ALL_CLASSES.iter().flat_map(|class| class.called.iter().map(|name| (class.name, name)));
    let mut all: HashMap<_, Vec<Named>> = HashMap::new();
    for (substance, name) in drugs.chain(classes) {
        let Some(name) = name.as_one_word().filter(|name| name.len() >= SHORTEST) else { continue };
        for key in ends(name).into_iter().flatten() {
            all.entry(key).or_default().push((substance, name));
        }
    }
    all
});

fn ends(word: &str) -> [Option<(bool, &str)>; 2] {
    let last = word.len().checked_sub(2);
    [word.get(..2).map(|first| (false, first)), last.and_then(|at| word.get(at..)).map(|last| (true, last))]
}

/// The substance and the name that a plain word misses by one slip, where it is none itself and can be no other one.
pub(super) fn meant_by(word: &str) -> Option<Named> {
    if word.len() < SHORTEST || !word.is_ascii() {
        return None;
    }
    let alike = ends(word).into_iter().flatten().filter_map(|key| BY_ENDS.get(&key)).flatten();
    let near: BTreeSet<Named> = alike.copied().filter(|(_, name)| is_near(word, name)).collect();
    let (substance, name) = near.iter().find(|(substance, name)| substance == name).or(near.first())?;
    let only = near.iter().all(|(own, _)| own == substance);
    (only && !holds_name(word)).then_some((*substance, *name))
}

fn is_near(word: &str, name: &str) -> bool {
    let (longer, shorter) = (word.len().max(name.len()), word.len().min(name.len()));
    if longer - shorter > 1 {
        return false;
    }
    let same =
        |pairs: &mut dyn Iterator<Item = (u8, u8)>| pairs.take_while(|(one, other)| one == other).count();
    let before = same(&mut word.bytes().zip(name.bytes()));
    let behind = same(&mut word.bytes().rev().zip(name.bytes().rev()));
    before + behind + 2 >= longer && slips(word, name) == 1
}

#[cfg(test)]
mod tests {
    use super::meant_by;

    #[test]
    fn one_slip_is_one_letter_too_few_too_many_or_another_one_or_two_that_changed_places() {
        for written in ["ciplatin", "cissplatin", "cisplatim", "csiplatin", "cisplaitn"] {
            assert_eq!(meant_by(written), Some(("cisplatin", "cisplatin")), "{written}");
        }
        for written in
            ["cisplatin", "cislpatim", "cisplat", "taxon", "patient", "platelet", "hepatic", "顺铂"]
        {
            assert_eq!(meant_by(written), None, "{written}");
        }
    }
}
