//! Marks that were typed are meant: a name that has them stands before one that only folds to the same.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::domain::fold::fold;

/// The words of a query as they were typed, in small letters; none where nothing was typed with a mark.
#[derive(Clone, Debug, Default)]
pub struct Marked(Vec<String>);

/// Names have no more words, and less than what tells the worth of two hits apart may be added to it.
const MOST: usize = 12;

impl Marked {
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let words: Vec<String> =
            words.map(|word| word.nfkc().flat_map(char::to_lowercase).collect()).collect();
        let has_marks = words.iter().any(|word| fold(word) != *word);
        Marked(if has_marks { words } else { Vec::new() })
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// With how many of them words of the name begin.
    pub fn found_in(&self, name: &str) -> i64 {
        // Few names have their marks apart; only those are put together. No other letters have these bytes.
        let is_apart = name.bytes().any(|byte| matches!(byte, 0xCC | 0xCD));
        let name: Cow<'_, str> = if is_apart { name.nfc().collect::<String>().into() } else { name.into() };
        let begins = |own: &str, word: &str| {
            let mut letters = own.chars().flat_map(char::to_lowercase);
            word.chars().all(|wanted| letters.next() == Some(wanted))
        };
        let own = || name.split(|letter: char| !letter.is_alphanumeric());
        let found = self.0.iter().take(MOST).filter(|word| own().any(|own| begins(own, word)));
        i64::try_from(found.count()).unwrap_or_default()
    }
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
            ("王", "王秀英", 0),
            ("", "An", 0),
        ] {
            assert_eq!(Marked::of(typed.split(' ')).found_in(name), found, "{typed} {name}");
        }
    }
}
