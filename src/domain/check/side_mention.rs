//! Where a text says left or right of something, in three languages, and of what it says so.

use std::sync::LazyLock;

use crate::domain::check::laterality::{Organ, vietnamese_names};
use crate::domain::check::phrases::phrases;
use crate::domain::check::side_word::{SIDES, SideWords};
use crate::domain::disease::Side;
use crate::domain::fold::fold;

/// A word for a side at its place in a text.
pub(super) struct Mention {
    pub(super) side: Side,
    pub(super) start: usize,
    end: usize,
    pub(super) word: &'static str,
}

/// Vietnamese names the side after the organ; `phải` alone also means *must*, and `trái` a fruit.
static BEFORE: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let names = phrases("organs-before-sides").iter().copied().chain(vietnamese_names());
    names.map(|name| (name.to_owned(), fold(name))).collect()
});

/// All sides that are named in a text that is `lower`; `is_plain` where its Vietnamese, if it is, has no accents.
pub(super) fn mentions(text: &str, is_plain: bool) -> Vec<Mention> {
    let mut found = Vec::new();
    for words in &SIDES {
        let SideWords { side, english, vietnamese, unaccented, beside, han, .. } = words;
        let mut add = |start: usize, len: usize, word| {
            found.push(Mention { side: *side, start, end: start + len, word });
        };
        for (at, _) in text.match_indices(english).filter(|(at, word)| is_word(text, *at, word)) {
            add(at, english.len(), *english);
        }
        for (at, _) in text.match_indices(han) {
            add(at, han.len(), *han);
        }
        let [beside_accented, beside_plain] = beside;
        let spellings = [(*vietnamese, *beside_accented, false), (*unaccented, *beside_plain, true)];
        for (said, beside, folded) in spellings.into_iter().filter(|(_, _, folded)| !folded || is_plain) {
            for (at, word) in text.match_indices(said).filter(|(at, word)| is_word(text, *at, word)) {
                let before = text.get(..at).unwrap_or_default();
                let upto = text.get(..at + word.len()).unwrap_or_default();
                if upto.ends_with(beside) {
                    add(at, word.len(), beside);
                } else if BEFORE
                    .iter()
                    .any(|(own, plain)| ends_with(before, if folded { plain } else { own }))
                {
                    add(at, word.len(), said);
                }
            }
        }
    }
    found.sort_by_key(|mention| mention.start);
    found
}

fn is_word(text: &str, at: usize, word: &str) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let behind = text.get(at + word.len()..).unwrap_or_default();
    !before.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric)
}

fn ends_with(before: &str, name: &str) -> bool {
    let head = before.trim_end().strip_suffix(name);
    head.is_some_and(|head| !head.ends_with(char::is_alphanumeric))
}

impl Mention {
    /// The side of what is not the tumour's organ: a port, a flap, a limb that is weak because of a tumour in the brain.
    pub(super) fn is_of_other(&self, text: &str, own: Option<&Organ>) -> bool {
        let behind = text.get(self.end..).unwrap_or_default();
        let behind = behind.trim_start_matches(['-', ' ']);
        let behind = behind.strip_prefix("sided").unwrap_or(behind).trim_start_matches(['-', ' ', '侧']);
        let before = text.get(..self.start).unwrap_or_default().trim_end();
        let before = before.strip_suffix("bên").or_else(|| before.strip_suffix("ben")).unwrap_or(before);
        let is_plain = self.word.is_ascii();
        let stands = |name: &str| {
            let ahead = behind.strip_prefix(name).is_some_and(|rest| {
                let rest = rest.strip_prefix('s').unwrap_or(rest);
                !name.is_ascii() || !rest.starts_with(char::is_alphanumeric)
            });
            ahead || ends_with(before, name) || is_plain && !name.is_ascii() && ends_with(before, &fold(name))
        };
        let is_own = |name: &str| own.is_some_and(|own| own.is_named(name));
        if phrases("other-structures").iter().any(|name| stands(name) && !is_own(name)) {
            return true;
        }
        // The longest name counts: `tuyến mang tai` is no ear.
        let names = BEFORE
            .iter()
            .filter(|(name, plain)| ends_with(before, name) || is_plain && ends_with(before, plain));
        let longest = names.map(|(name, _)| name.as_str()).max_by_key(|name| name.len());
        longest.is_some_and(|name| {
            own.is_some() && !is_own(name) && !phrases("organs-before-sides").contains(&name)
        })
    }
}
