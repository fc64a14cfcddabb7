//! Marks that were typed are meant: a name that has them stands before one that only folds to the same.

use std::borrow::Cow;

use memchr::memchr2;
use unicode_normalization::UnicodeNormalization;

use crate::domain::fold::fold;

/// The words of a query as they were typed, in small letters, each with its other spelling; none where nothing was typed
/// with a mark.
#[derive(Clone, Debug, Default)]
pub struct Marked(Vec<(String, Option<String>)>);

/// `hoà` and `hòa` are one word: the old place of a tone and the new one.
const PLACES: [(&str, &str); 15] = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

/// Names have no more words, and less than what tells the worth of two hits apart may be added to it.
const MOST: usize = 12;

impl Marked {
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let words: Vec<String> =
            words.map(|word| word.nfkc().flat_map(char::to_lowercase).collect()).collect();
        let has_marks = words.iter().any(|word| fold(word) != *word);
        let with_other = |word: String| {
            let other = other_spelling(&word);
            (word, other)
        };
        Marked(if has_marks { words.into_iter().map(with_other).collect() } else { Vec::new() })
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// With how many of them words of the name begin.
    pub fn found_in(&self, name: &str) -> i64 {
        // Few names have their marks apart; only those are put together. No other letters have these bytes.
        let is_apart = memchr2(0xCC, 0xCD, name.as_bytes()).is_some();
        let name: Cow<'_, str> = if is_apart { name.nfc().collect::<String>().into() } else { name.into() };
        let begins = |own: &str, word: &str| {
            let mut letters = own.chars();
            word.chars().all(|wanted| letters.next().is_some_and(|letter| is_same(letter, wanted)))
        };
        // Asked of every case that answers, with every key: what parts words has one byte in almost all names.
        let own = || name.split(|letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric());
        let found = self.0.iter().take(MOST).filter(|(word, other)| {
            own().any(|own| begins(own, word) || other.as_ref().is_some_and(|other| begins(own, other)))
        });
        i64::try_from(found.count()).unwrap_or_default()
    }
}

/// Whether a letter of a name is the small one that was typed; most are without being made small.
fn is_same(letter: char, typed: char) -> bool {
    letter == typed || !letter.is_lowercase() && letter.to_lowercase().eq([typed])
}

fn other_spelling(word: &str) -> Option<String> {
    let both_ways = PLACES.iter().flat_map(|(old, new)| [(*old, *new), (*new, *old)]);
    both_ways.into_iter().find(|(from, _)| word.contains(from)).map(|(from, to)| word.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_they_were_typed_where_any_has_a_mark() {
        for (typed, name, found) in [
            ("nguyễn văn an", "Nguyễn Văn An", 3),
            ("nguyễn văn an", "NGUYỄN VĂN AN", 3),
            ("Nguyễn Văn An", "Nguye\u{302}\u{303}n Va\u{306}n An", 3),
            ("nguye\u{302}\u{303}n an", "Nguyễn Văn An", 2),
            ("nguyễn văn an", "Nguyễn Văn Ẩn", 2),
            ("nguyễn văn an", "Nguyen Van An", 1),
            ("văn ph", "Lê-Văn Phương", 2),
            ("ương ầ", "Trần Phương", 0),
            ("nguyen van an", "Nguyen Van An", 0),
            ("hoà", "Lê Thị Hòa", 1),
            ("thúy", "Lê Thuý", 1),
            ("hoà", "Lê Thị Hoa", 0),
            ("王", "王秀英", 0),
            ("", "An", 0),
        ] {
            assert_eq!(Marked::of(typed.split(' ')).found_in(name), found, "{typed} {name}");
        }
    }
}
