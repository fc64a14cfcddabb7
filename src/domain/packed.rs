//! Short texts in one piece of memory: a list of a hundred thousand cases has a million of them.

use memchr::memmem;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packed(Box<str>);

/// Puts texts one behind the other, each with its length.
#[derive(Debug, Default)]
pub struct Packer(String);

/// Takes them out in the order in which they were put in; past the end there is nothing.
#[derive(Clone, Debug)]
pub struct Unpacker<'a> {
    all: &'a str,
    rest: &'a str,
}

/// A length is a character, for most texts of one byte; from here on it is three. Below the code points that are none.
const LONG: usize = 0xD000;
/// They stand in the place of a length: after `LONGER` it takes three characters; after `AGAIN` two say where the same
/// text stands already.
const LONGER: char = '\0';
const AGAIN: char = '\u{1}';
const RESERVED: usize = 2;
/// Where it stands takes up to four bytes, so shorter ones are written again.
const SHORTEST_AGAIN: usize = 4;
/// What many cases say stands before all of them. Whoever changes it raises the format of the index.
const COMMON: &str = "female alive none-known pending not-done not-sent unavailable-here missing-overdue \
    missing-blocking-overdue imaging-pending views-not-asked unknown";

impl Packed {
    pub fn open(&self) -> Unpacker<'_> {
        Unpacker { all: &self.0, rest: &self.0 }
    }
}

impl Packer {
    pub fn text(&mut self, text: &str) {
        self.option(Some(text));
    }

    pub fn option(&mut self, text: Option<&str>) {
        let written = text.unwrap_or_default();
        let find = |all: &str| memmem::find(all.as_bytes(), written.as_bytes());
        let stands = || find(COMMON).or_else(|| Some(COMMON.len() + find(&self.0)?));
        if let Some(at) = (written.len() >= SHORTEST_AGAIN).then(stands).flatten() {
            self.0.push(AGAIN);
            self.number(at);
            self.number(written.len());
        } else {
            self.number(text.map_or(0, |text| text.len() + 1));
            self.0.push_str(written);
        }
    }

    /// Far below the square of `LONG`, as every length of a text in a file is.
    pub fn number(&mut self, number: usize) {
        let letter = |part: usize| u32::try_from(part).ok().and_then(char::from_u32).unwrap_or_default();
        if number + RESERVED < LONG {
            self.0.push(letter(number + RESERVED));
        } else {
            self.0.extend([LONGER, letter(number / LONG), letter(number % LONG)]);
        }
    }

    pub fn done(self) -> Packed {
        Packed(self.0.into())
    }
}

impl<'a> Unpacker<'a> {
    pub fn text(&mut self) -> &'a str {
        self.option().unwrap_or_default()
    }

    pub fn option(&mut self) -> Option<&'a str> {
        if let Some(rest) = self.rest.strip_prefix(AGAIN) {
            self.rest = rest;
            let (at, length) = (self.number(), self.number());
            return match at.checked_sub(COMMON.len()) {
                None => COMMON.get(at..at + length),
                Some(at) => self.all.get(at..at + length),
            };
        }
        let length = self.number().checked_sub(1)?;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(text)
    }

    pub fn number(&mut self) -> usize {
        let mut letters = self.rest.chars();
        let mut part = || letters.next().unwrap_or(AGAIN);
        let value = |letter: char| usize::try_from(u32::from(letter)).unwrap_or(0);
        let number = match part() {
            LONGER => value(part()) * LONG + value(part()),
            short => value(short).saturating_sub(RESERVED),
        };
        self.rest = letters.as_str();
        number
    }

    /// A list of texts that nobody asks for.
    pub fn pass_list(&mut self) {
        for _ in 0..self.number() {
            if self.rest.is_empty() {
                return;
            }
            self.option();
        }
    }

    /// So many things, each read by `read`.
    pub fn list<T>(&mut self, read: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.number()).map_while(|_| (!self.rest.is_empty()).then(|| read(self))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_out_again_whatever_its_length() {
        let lengths =
            [0, 1, 3, 125, 126, 127, LONG - 4, LONG - 3, LONG - 2, LONG - 1, LONG, LONG + 1, 3 * LONG];
        let texts: Vec<String> =
            lengths.map(|length| "x".repeat(length)).into_iter().chain(["ệ 王".into()]).collect();
        let mut packer = Packer::default();
        for text in &texts {
            packer.text(text);
        }
        packer.option(None);
        packer.number(7);
        let packed = packer.done();
        let mut open = packed.open();
        assert!(texts.iter().all(|text| open.text() == text));
        assert_eq!((open.option(), open.number()), (None, 7));
        assert_eq!((open.option(), open.text(), open.number()), (None, "", 0));
    }

    #[test]
    fn what_was_said_before_takes_a_few_bytes_and_comes_out_again() {
        let texts =
            ["Nguyễn Thị Phượng", "Nguyễn", "ễn T", "unavailable-here", "ph", "MRI hạch bẹn", "MRI hạch bẹn"];
        let mut packer = Packer::default();
        for text in texts {
            packer.text(text);
        }
        packer.option(Some(""));
        let packed = packer.done();
        assert!(packed.0.len() < 22 + 16 + 4 * 5 + 6, "{packed:?}");
        let mut open = packed.open();
        assert!(texts.iter().all(|text| open.text() == *text));
        assert_eq!((open.option(), open.option()), (Some(""), None));
    }
}
