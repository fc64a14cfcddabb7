//! A name as people type it: in one word or several, without marks or with the right ones.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::domain::fold::fold;
use crate::domain::nearest::nearest;
use crate::domain::query::opposite::are_opposite;

/// A name, or what was typed for one.
#[derive(Clone, Debug)]
pub struct Spoken {
    written: String,
    /// Its letters without marks and blanks: `dai-trang`, `daitrang` and `đại tràng` have the same.
    letters: String,
    /// Its marks, sorted. Whoever types any means them: `dạ` (of `dạ dày`, stomach) is not `da` (skin).
    marks: Vec<char>,
}

impl Spoken {
    pub fn new(written: &str) -> Self {
        let letters = fold(written).chars().filter(|letter| letter.is_alphanumeric()).collect();
        let is_mark = |letter: &char| is_combining_mark(*letter) || *letter == 'đ';
        let mut marks: Vec<char> = written.to_lowercase().nfd().filter(is_mark).collect();
        marks.sort_unstable();
        Spoken { written: written.to_owned(), letters, marks }
    }

    pub fn written(&self) -> &str {
        &self.written
    }

    /// Whether `typed` is this name.
    pub fn is(&self, typed: &Spoken) -> bool {
        self.letters == typed.letters && self.has_marks_of(typed)
    }

    /// Whether `typed` becomes this name with more letters.
    pub fn is_begun(&self, typed: &Spoken) -> bool {
        !typed.letters.is_empty()
            && self.letters.len() > typed.letters.len()
            && self.letters.starts_with(&typed.letters)
            && self.has_marks_of(typed)
    }

    /// Whether `typed` is its first words, and more of them follow.
    pub fn has_first_words(&self, typed: &Spoken) -> bool {
        let words: Vec<&str> = self.written.split([' ', '-']).collect();
        (1..words.len()).any(|count| {
            let first: Vec<&str> = words.iter().take(count).copied().collect();
            Spoken::new(&first.concat()).is(typed)
        })
    }

    fn has_marks_of(&self, typed: &Spoken) -> bool {
        let mut own = self.marks.iter();
        typed.marks.iter().all(|mark| own.any(|known| known == mark))
    }
}

/// In bytes; no name is as long, and a long text would be compared with each.
const LONGEST: usize = 120;

/// The name that was probably meant: one that goes on so, or one a slip away; never its opposite.
pub fn meant<'a>(typed: &str, names: impl Iterator<Item = &'a Spoken>) -> Option<&'a str> {
    let names: Vec<&Spoken> = names.collect();
    let begun = Spoken::new(typed);
    if begun.letters.len() > LONGEST {
        return None;
    }
    let goes_on = |name: &&&Spoken| begun.letters.len() > 1 && name.is_begun(&begun);
    let by_words = || names.iter().find(|name| name.has_first_words(&begun));
    let longer = by_words().or_else(|| names.iter().filter(goes_on).min_by_key(|name| name.letters.len()));
    let near = || {
        let like: Vec<&&Spoken> = names.iter().filter(|name| !are_opposite(typed, name.written())).collect();
        let letters = nearest(&begun.letters, like.iter().map(|name| name.letters.as_str()))?;
        like.into_iter().find(|name| name.letters == letters)
    };
    longer.or_else(near).map(|name| name.written())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_typed_without_marks_or_with_the_right_ones_however_it_is_parted() {
        let stomach = Spoken::new("dạ dày");
        for typed in ["dạ dày", "DẠ DÀY", "da day", "dạ-dày", "daday", "dạ day", "da\u{323} da\u{300}y"]
        {
            assert!(stomach.is(&Spoken::new(typed)), "{typed}");
        }
        for typed in ["dạ", "đa day", "dá dày", "dạ dầy", "dạ dày x"] {
            assert!(!stomach.is(&Spoken::new(typed)), "{typed}");
        }
        assert!(!Spoken::new("da").is(&Spoken::new("dạ")));
        assert!(!Spoken::new("tủy").is(&Spoken::new("tụy")) && Spoken::new("tụy").is(&Spoken::new("tuỵ")));
        for (typed, begun, words) in [
            ("d", true, false),
            ("dạ", true, true),
            ("dạ d", true, false),
            ("đ", false, false),
            ("", false, false),
        ] {
            let typed = Spoken::new(typed);
            assert_eq!(
                (stomach.is_begun(&typed), stomach.has_first_words(&typed)),
                (begun, words),
                "{typed:?}"
            );
        }
    }

    #[test]
    fn what_was_meant_goes_on_as_typed_or_is_a_slip_away() {
        let names = ["da", "dạ dày", "lung"].map(Spoken::new);
        for (typed, expected) in [
            ("dạ", Some("dạ dày")),
            ("dạ d", Some("dạ dày")),
            ("lnug", Some("lung")),
            ("da dyà", Some("dạ dày")),
            ("elbow", None),
        ] {
            assert_eq!(meant(typed, names.iter()), expected, "{typed}");
        }
    }
}
