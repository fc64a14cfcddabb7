//! What one case is found by: its names, codes and texts, folded once so that every keystroke only compares.

use std::sync::{Arc, LazyLock};

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memchr;
use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

use crate::domain::fold::{fold, pinyin_keys};
use crate::domain::summary::Summary;
use crate::domain::value::Written;

static FUZZY: LazyLock<SkimMatcherV2> = LazyLock::new(|| SkimMatcherV2::default().ignore_case());

/// One text, each key a line: names, then codes, then texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Haystack {
    /// Shared, because a list and what is drawn of it hold the same.
    text: Arc<str>,
    /// Where the names end, and the codes.
    names: u32,
    codes: u32,
    mask: u64,
}

/// A word of a query, prepared for many haystacks.
#[derive(Clone, Debug)]
pub struct Needle {
    pub text: String,
    finder: Finder<'static>,
    mask: u64,
    letters: usize,
}

/// What a hit is worth: a name or number before a text, the beginning of a word before its middle.
pub const WHOLE: i64 = 100;
const WORD_START: i64 = 80;
const INSIDE: i64 = 60;
const TEXT: i64 = 40;
/// A similar name never outranks one that is there as typed.
const SIMILAR: i64 = 20;
/// Shorter words are similar to everything.
const SHORTEST_SIMILAR: usize = 4;

impl Haystack {
    pub fn of(summary: &Summary) -> Self {
        let about = summary.about();
        let patient = &about.patient;
        let written = [&patient.name, &patient.family, &patient.latin];
        let written: Vec<&str> = written.into_iter().flatten().map(Written::as_str).collect();
        // The family alone, and the Latin form of a name that folds to it, are found in the full name already.
        let mut names: Vec<String> = Vec::new();
        let folded = written.iter().map(|name| fold(name));
        for key in folded.chain(written.iter().flat_map(|name| pinyin_keys(name))) {
            if !names.iter().any(|name| has_as_words(name, &key)) {
                names.push(key);
            }
        }
        let ids = patient.ids.iter().map(|id| id.value.as_str());
        let codes = [summary.folder.as_str(), &about.site, &about.histology].into_iter().chain(ids);
        let codes: Vec<String> =
            codes.filter(|code| !code.is_empty()).flat_map(with_and_without_punctuation).collect();
        let texts = [&about.diagnosis, &about.question].map(|text| fold(text));
        Haystack::new(&names, &codes, &texts)
    }

    fn new(names: &[String], codes: &[String], texts: &[String]) -> Self {
        let mut text = String::new();
        let mut ends = [0; 3];
        for (end, keys) in ends.iter_mut().zip([names, codes, texts]) {
            for key in keys.iter().filter(|key| !key.is_empty()) {
                // Keys are parted by line ends, so none may have one inside.
                text.extend(key.chars().map(|letter| if letter == '\n' { ' ' } else { letter }));
                text.push('\n');
            }
            *end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        }
        let [names, codes, _] = ends;
        let mask = mask_of(&text);
        Haystack { text: text.into(), names, codes, mask }
    }

    fn names(&self) -> usize {
        usize::try_from(self.names).unwrap_or(usize::MAX).min(self.text.len())
    }

    fn codes(&self) -> usize {
        usize::try_from(self.codes).unwrap_or(usize::MAX).min(self.text.len())
    }

    /// How many bytes are searched.
    pub fn size(&self) -> usize {
        self.text.len()
    }

    /// Whether all letters of these words are there at all; most cases are dismissed by this alone.
    pub fn may_have(&self, needles: &[Needle]) -> bool {
        needles.iter().all(|needle| needle.mask & !self.mask == 0)
    }

    /// What the word is worth where it stands as typed.
    pub fn literal(&self, needle: &Needle) -> Option<i64> {
        let mut best = None;
        for at in needle.finder.find_iter(self.text.as_bytes()) {
            if at >= self.codes() {
                return best.or(Some(TEXT));
            }
            best = best.max(Some(self.worth(at, needle.text.len())));
            if best == Some(WHOLE) {
                break;
            }
        }
        best
    }

    /// Over how many bytes the letters of a word are spread that are there in their order, in a name or number.
    pub fn span(&self, needle: &Needle) -> Option<usize> {
        if !needle.may_be_similar() {
            return None;
        }
        let keys = self.text.get(..self.codes()).unwrap_or_default().split_terminator('\n');
        keys.filter_map(|key| span(key, &needle.text)).min()
    }

    /// What it is worth where only its letters are there, in their order with little between, in a name or number.
    pub fn similar(&self, needle: &Needle) -> Option<i64> {
        if !needle.may_be_similar() {
            return None;
        }
        let least = i64::try_from(needle.letters).unwrap_or(i64::MAX).saturating_mul(16);
        let keys = self.text.get(..self.codes()).unwrap_or_default().lines();
        keys.filter(|key| span(key, &needle.text).is_some())
            .filter_map(|key| FUZZY.fuzzy_match(key, &needle.text))
            .any(|score| score >= least)
            .then_some(SIMILAR)
    }

    /// Whether the names have these words one after the other.
    pub fn names_have(&self, phrase: &Finder) -> bool {
        self.text.as_bytes().get(..self.names()).is_some_and(|names| phrase.find(names).is_some())
    }

    fn worth(&self, at: usize, length: usize) -> i64 {
        let letter = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
        let before = self.text.get(..at).and_then(|text| text.chars().next_back());
        let after = self.text.get(at + length..).and_then(|text| text.chars().next());
        match (letter(before), letter(after)) {
            (false, false) => WHOLE,
            (false, true) => WORD_START,
            (true, _) => INSIDE,
        }
    }
}

impl Needle {
    /// `word` is folded.
    pub fn new(word: &str) -> Self {
        Needle {
            text: word.to_owned(),
            finder: Finder::new(word).into_owned(),
            mask: mask_of(word),
            letters: word.chars().count(),
        }
    }

    pub fn may_be_similar(&self) -> bool {
        self.letters >= SHORTEST_SIMILAR
    }
}

/// One bit for each Latin letter and digit; other letters share the rest.
fn mask_of(text: &str) -> u64 {
    text.chars().filter(|letter| letter.is_alphanumeric()).fold(0, |mask, letter| {
        let bit = match letter {
            'a'..='z' => u32::from(letter) - u32::from('a'),
            '0'..='9' => 26 + u32::from(letter) - u32::from('0'),
            other => 36 + u32::from(other) % 28,
        };
        mask | (1 << bit)
    })
}

/// Where the letters of a word stand in a key in their order, from the first to where the last is met first.
fn span(key: &str, word: &str) -> Option<usize> {
    let mut at = 0;
    let mut first = None;
    // Bytes will do: where the bytes of all letters are there in their order but the letters are not, scoring finds out.
    for byte in word.bytes() {
        at += memchr(byte, key.as_bytes().get(at..)?)? + 1;
        first.get_or_insert(at);
    }
    Some(at + 1 - first?)
}

/// Whether `part` stands in `text` between ends of words.
fn has_as_words(text: &str, part: &str) -> bool {
    text.match_indices(part).any(|(at, _)| {
        let letter = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
        !letter(text.get(..at).and_then(|before| before.chars().next_back()))
            && !letter(text.get(at + part.len()..).and_then(|after| after.chars().next()))
    })
}

fn with_and_without_punctuation(code: &str) -> Vec<String> {
    let folded = fold(code);
    let bare: String = folded.chars().filter(|character| character.is_alphanumeric()).collect();
    if bare == folded || bare.is_empty() { vec![folded] } else { vec![folded, bare] }
}
