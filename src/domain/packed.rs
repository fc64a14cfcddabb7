//! Short texts in one piece of memory: a list of a hundred thousand cases has a million of them.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packed(Box<str>);

/// Puts texts one behind the other, each with its length.
#[derive(Debug, Default)]
pub struct Packer(String);

/// Takes them out in the order in which they were put in; past the end there is nothing.
#[derive(Clone, Debug)]
pub struct Unpacker<'a>(&'a str);

/// A length is a character, for most texts of one byte; from here on it is three. Below the code points that are none.
const LONG: usize = 0xD000;

impl Packed {
    pub fn open(&self) -> Unpacker<'_> {
        Unpacker(&self.0)
    }
}

impl Packer {
    pub fn text(&mut self, text: &str) {
        self.option(Some(text));
    }

    pub fn option(&mut self, text: Option<&str>) {
        self.number(text.map_or(0, |text| text.len() + 1));
        self.0.push_str(text.unwrap_or_default());
    }

    /// Far below the square of `LONG`, as every length of a text in a file is.
    pub fn number(&mut self, number: usize) {
        let letter = |part: usize| u32::try_from(part).ok().and_then(char::from_u32).unwrap_or_default();
        if number + 1 < LONG {
            self.0.push(letter(number + 1));
        } else {
            self.0.extend(['\0', letter(number / LONG), letter(number % LONG)]);
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
        let length = self.number().checked_sub(1)?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(text)
    }

    pub fn number(&mut self) -> usize {
        let mut letters = self.0.chars();
        let mut part =
            || letters.next().and_then(|letter| usize::try_from(u32::from(letter)).ok()).unwrap_or(0);
        let number = match part() {
            0 => part() * LONG + part(),
            short => short - 1,
        };
        self.0 = letters.as_str();
        number
    }

    /// So many things, each read by `read`.
    pub fn list<T>(&mut self, read: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.number()).map_while(|_| (!self.0.is_empty()).then(|| read(self))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_out_again_whatever_its_length() {
        let lengths = [0, 1, 126, 127, LONG - 3, LONG - 2, LONG - 1, LONG, LONG + 1, 3 * LONG];
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
}
