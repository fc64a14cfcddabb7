//! What one case is found by: its names, codes and texts, folded once so that every keystroke only compares.

use std::sync::{Arc, LazyLock};

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

use crate::domain::fold::{fold, pinyin_keys};
use crate::domain::query::slip::has_with_slip;
use crate::domain::summary::Summary;
use crate::domain::value::Written;

static FUZZY: LazyLock<SkimMatcherV2> = LazyLock::new(|| SkimMatcherV2::default().ignore_case());

/// One text, each key a line: names, then codes, then texts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Shape", into = "Shape")]
pub struct Haystack {
    /// Shared, because a list and what is drawn of it hold the same, and with its neighbours: one text after the other
    /// is searched faster than texts here and there in memory.
    block: Arc<str>,
    from: u32,
    to: u32,
    /// Where the names end, and the codes, counted from the beginning of its text.
    names: u32,
    codes: u32,
    /// The letters that are there, and those of the names and codes alone.
    mask: u64,
    own_mask: u64,
}

/// The form in which it is kept, beside the text of all with which it stands.
#[derive(Serialize, Deserialize)]
struct Shape {
    length: u32,
    names: u32,
    codes: u32,
    mask: u64,
    own_mask: u64,
}

/// A word of a query, prepared for many haystacks.
#[derive(Clone, Debug)]
pub struct Needle {
    pub text: String,
    finder: Finder<'static>,
    mask: u64,
    letters: usize,
    /// A number with another digit is another number, and a code with another letter another code.
    has_digit: bool,
}

/// What a hit is worth: a name or number before a text, the beginning of a word before its middle.
pub const WHOLE: i64 = 100;
const WORD_START: i64 = 80;
const INSIDE: i64 = 60;
const TEXT: i64 = 40;
/// A similar name never outranks one that is there as typed.
const SIMILAR: i64 = 20;
/// What is added to it at most for how much the name looks like the word.
const CLOSEST: i64 = TEXT - SIMILAR - 1;
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
        // Two characters that were written apart are typed together.
        let together = |name: &&str| {
            let is_apart = name.contains(char::is_whitespace) && !pinyin_keys(name).is_empty();
            is_apart.then(|| fold(&name.split_whitespace().collect::<String>()))
        };
        let folded = written.iter().map(|name| fold(name)).chain(written.iter().filter_map(together));
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
            *end = number(text.len());
        }
        let [names, codes, _] = ends;
        let own_mask = mask_of(text.get(..place(codes)).unwrap_or(&text));
        let mask = mask_of(&text);
        Haystack { from: 0, to: number(text.len()), block: text.into(), names, codes, mask, own_mask }
    }

    /// Puts the texts of neighbours one behind the other.
    pub fn gather(all: &mut [Haystack]) {
        let block = Haystack::texts(all);
        Haystack::put(all, &block);
    }

    /// The texts of all, one behind the other.
    pub fn texts(all: &[Haystack]) -> String {
        all.iter().map(Haystack::text).collect()
    }

    /// Gives all their `texts`; nothing where those are of others.
    pub fn put(all: &mut [Haystack], texts: &str) -> Option<()> {
        let length = |keys: &Haystack| u64::from(keys.to.saturating_sub(keys.from));
        let whole = u64::from(u32::try_from(texts.len()).ok()?);
        if all.iter().map(length).sum::<u64>() != whole {
            return None;
        }
        let block: Arc<str> = texts.into();
        let mut from = 0;
        for keys in all {
            let to = from + (keys.to - keys.from);
            (keys.block, keys.from, keys.to) = (Arc::clone(&block), from, to);
            from = to;
        }
        Some(())
    }

    /// Whether its text is in no block with others.
    pub fn stands_alone(&self) -> bool {
        !self.block.is_empty() && self.text().len() == self.block.len()
    }

    fn text(&self) -> &str {
        self.block.get(place(self.from)..place(self.to)).unwrap_or_default()
    }

    fn codes(&self) -> usize {
        place(self.codes)
    }

    /// How many bytes are searched.
    pub fn size(&self) -> usize {
        self.text().len()
    }

    /// Whether all letters of these words are there at all; most cases are dismissed by this alone.
    pub fn may_have(&self, needles: &[Needle]) -> bool {
        needles.iter().all(|needle| needle.mask & !self.mask == 0)
    }

    /// What the word is worth where it stands as typed.
    pub fn literal(&self, needle: &Needle) -> Option<i64> {
        let text = self.text();
        let mut best = None;
        for at in needle.finder.find_iter(text.as_bytes()) {
            if at >= self.codes() {
                return best.or(Some(TEXT));
            }
            best = best.max(Some(worth(text, at, needle.text.len())));
            if best == Some(WHOLE) {
                break;
            }
        }
        best
    }

    /// What it is worth where a name has it with one slip of the hand.
    pub fn similar(&self, needle: &Needle) -> Option<i64> {
        let may_be = needle.may_be_similar() && needle.mask & !self.own_mask == 0;
        let names = self.text().as_bytes().get(..place(self.names)).unwrap_or_default();
        (may_be && has_with_slip(names, needle.text.as_bytes())).then_some(SIMILAR)
    }

    /// How much a name looks like the word, none to `CLOSEST`: its letters together and at the beginnings of words count
    /// most; letters that were exchanged are no sign.
    pub fn likeness(&self, needle: &Needle) -> i64 {
        let names = self.text().get(..place(self.names)).unwrap_or_default();
        let score = names.lines().filter_map(|name| FUZZY.fuzzy_match(name, &needle.text)).max();
        let best = FUZZY.fuzzy_match(&needle.text, &needle.text).unwrap_or(1).max(1);
        (score.unwrap_or(0) * CLOSEST / best).clamp(0, CLOSEST)
    }

    /// Whether the names have these words one after the other.
    pub fn names_have(&self, phrase: &Finder) -> bool {
        let names = self.text().as_bytes().get(..place(self.names));
        names.is_some_and(|names| phrase.find(names).is_some())
    }
}

impl PartialEq for Haystack {
    fn eq(&self, other: &Self) -> bool {
        // The masks follow from these.
        (self.text(), self.names, self.codes) == (other.text(), other.names, other.codes)
    }
}

impl Eq for Haystack {}

impl From<Shape> for Haystack {
    fn from(Shape { length, names, codes, mask, own_mask }: Shape) -> Self {
        Haystack { block: Arc::default(), from: 0, to: length, names, codes, mask, own_mask }
    }
}

impl From<Haystack> for Shape {
    fn from(keys: Haystack) -> Self {
        let Haystack { names, codes, mask, own_mask, .. } = keys;
        Shape { length: keys.to.saturating_sub(keys.from), names, codes, mask, own_mask }
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
            has_digit: word.contains(|letter: char| letter.is_ascii_digit()),
        }
    }

    pub fn may_be_similar(&self) -> bool {
        self.letters >= SHORTEST_SIMILAR && !self.has_digit
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

fn worth(text: &str, at: usize, length: usize) -> i64 {
    let letter = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = text.get(at + length..).and_then(|text| text.chars().next());
    match (letter(before), letter(after)) {
        (false, false) => WHOLE,
        (false, true) => WORD_START,
        (true, _) => INSIDE,
    }
}

/// In half the room; no text is longer.
fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
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
