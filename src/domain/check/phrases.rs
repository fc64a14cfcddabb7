//! Lists of phrases by which a text is read, as the data file has them; folded, in three languages.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use aho_corasick::AhoCorasick;

const PHRASES: &str = include_str!("phrases.tsv");

struct List {
    phrases: Vec<&'static str>,
    /// Finds any of them in one pass; nothing where it could not be made.
    finder: OnceLock<Option<AhoCorasick>>,
    /// The same with Latin phrases as whole words.
    words: OnceLock<Option<AhoCorasick>>,
    /// The same with Latin phrases where a word begins.
    begins: OnceLock<Option<AhoCorasick>>,
}

static LISTS: LazyLock<HashMap<&'static str, List>> = LazyLock::new(|| {
    let rows = PHRASES.lines().skip(2).filter_map(|line| line.split_once('\t'));
    let list = |phrases: &'static str| List {
        phrases: phrases.split('|').collect(),
        finder: OnceLock::new(),
        words: OnceLock::new(),
        begins: OnceLock::new(),
    };
    rows.map(|(name, phrases)| (name, list(phrases))).collect()
});

/// The phrases of one list.
pub(super) fn phrases(list: &str) -> &'static [&'static str] {
    LISTS.get(list).map_or(&[], |list| &list.phrases)
}

/// Whether any phrase of the list stands anywhere in a text, be it within a word.
pub(super) fn holds_any(text: &str, list: &str) -> bool {
    let Some(list) = LISTS.get(list) else { return false };
    match list.finder.get_or_init(|| AhoCorasick::new(&list.phrases).ok()) {
        Some(finder) => finder.is_match(text),
        None => list.phrases.iter().any(|phrase| text.contains(phrase)),
    }
}

/// Whether a text says any phrase of the list: Latin as whole words, Han anywhere.
pub(super) fn says_any(text: &str, list: &str) -> bool {
    let Some(list) = LISTS.get(list) else { return false };
    let padded = padded(text);
    let made = || {
        let all: Vec<Cow<'_, str>> = list.phrases.iter().map(|phrase| whole(phrase)).collect();
        AhoCorasick::new(all.iter().map(|phrase| phrase.as_bytes())).ok()
    };
    match list.words.get_or_init(made) {
        Some(finder) => finder.is_match(&padded),
        None => list.phrases.iter().any(|phrase| padded.contains(whole(phrase).as_ref())),
    }
}

/// Whether any phrase of the list stands in a text: Latin where a word begins, of which a hyphen is a part, Han anywhere.
pub(super) fn begins_any(text: &str, list: &str) -> bool {
    let Some(list) = LISTS.get(list) else { return false };
    let padded = format!(" {} ", text.replace(|letter: char| !is_of_word(letter), " "));
    let begun = |phrase: &str| if is_han(phrase) { phrase.to_owned() } else { format!(" {phrase}") };
    let made = || AhoCorasick::new(list.phrases.iter().map(|phrase| begun(phrase))).ok();
    match list.begins.get_or_init(made) {
        Some(finder) => finder.is_match(&padded),
        None => list.phrases.iter().any(|phrase| padded.contains(&begun(phrase))),
    }
}

fn is_of_word(letter: char) -> bool {
    if letter.is_ascii() { letter.is_ascii_alphanumeric() || letter == '-' } else { letter.is_alphanumeric() }
}

fn is_han(phrase: &str) -> bool {
    phrase.chars().any(|letter| u32::from(letter) >= 0x2E80)
}

/// Where the phrases of a list stand in a text, begin and end; Latin ones only where a word begins, if that is asked.
pub(super) fn places(text: &str, list: &str, at_word: bool) -> Vec<(usize, usize)> {
    let Some(list) = LISTS.get(list) else { return Vec::new() };
    let begins = |at: usize| {
        let is_latin = text.get(at..).is_some_and(|rest| rest.starts_with(|first| u32::from(first) < 0x2E80));
        let in_word = text.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
        !(at_word && is_latin && in_word)
    };
    let Some(finder) = list.finder.get_or_init(|| AhoCorasick::new(&list.phrases).ok()) else {
        let all = list.phrases.iter().flat_map(|said| text.match_indices(said));
        return all.map(|(at, said)| (at, at + said.len())).filter(|(at, _)| begins(*at)).collect();
    };
    let all = finder.find_overlapping_iter(text).map(|found| (found.start(), found.end()));
    all.filter(|(at, _)| begins(*at)).collect()
}

/// A text in which `whole` phrases are found: a space before and behind each word.
pub(super) fn padded(text: &str) -> String {
    format!(" {} ", text.replace([',', '/', '\t', '(', ')', ':', '.', ';', '\n'], " "))
}

/// A Latin phrase with the spaces around it.
pub(super) fn whole(phrase: &str) -> Cow<'_, str> {
    if phrase.is_ascii() { format!(" {phrase} ").into() } else { phrase.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_wherever_it_stands_and_a_list_that_is_not_there_holds_none() {
        for list in ["no-side", "both-sides", "elsewhere", "medium", "other-structures"] {
            for phrase in phrases(list) {
                assert!(holds_any(&format!("x{phrase}y"), list), "{list}: {phrase}");
                assert!(says_any(&format!("x ({phrase}), y"), list), "{list}: {phrase}");
                assert!(!phrase.is_ascii() || !says_any(&format!("x{phrase}y"), list), "{list}: {phrase}");
            }
            assert!(!phrases(list).is_empty() && !holds_any("zz 0 zz", list), "{list}");
        }
        assert!(!holds_any("anything", "no such list"));
    }

    #[test]
    fn a_phrase_begins_where_a_word_does_and_a_hyphen_is_within_one() {
        for list in ["no-tumour", "side-remark", "lesion-said", "other-tumour-excused", "other-side-excused"]
        {
            assert!(!phrases(list).is_empty() && !begins_any("zz 0 zz", list), "{list}");
            for phrase in phrases(list) {
                let said = phrase.trim_end();
                assert!(begins_any(&format!("x, ({said}) y"), list), "{list}: {phrase}");
                let is_one = !said.contains(' ');
                assert!(
                    !is_one || begins_any(&format!("0{said}"), list) == is_han(phrase),
                    "{list}: {phrase}"
                );
                assert!(!is_han(phrase) || phrase.chars().all(char::is_alphanumeric), "{list}: {phrase}");
            }
        }
        assert!(begins_any("an old scar", "no-tumour") && !begins_any("pre-scar", "no-tumour"));
    }
}
