//! A record's YAML for serde, by the scanner that reads people's files: in three fifths of the work of the YAML crate, which has the last word.

use std::fmt;

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use yaml_rust2::Event;
use yaml_rust2::parser::Parser;
use yaml_rust2::scanner::TScalarStyle;

use crate::storage::yaml;

/// Records name nothing twice. Other programs may write a list that is the same in two places as an alias, and
/// thousands of them make gigabytes of a small file.
const MOST_ALIASES: usize = 50;

/// Breaks, blanks and marks that the scanner and the YAML crate, which writes records, read in two ways.
pub(super) const READ_IN_TWO_WAYS: [char; 6] = ['\t', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{feff}'];

/// The value, or why not, in the words of the YAML crate.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    if yaml::is_deeper_than_any(text) {
        return Err("brackets within brackets without end".to_owned());
    }
    if let Some(value) = quickly(text) {
        return Ok(value);
    }
    if aliases(text) > MOST_ALIASES {
        return Err(format!("more than {MOST_ALIASES} aliases"));
    }
    serde_yaml::from_str(text).map_err(|error| error.to_string())
}

/// None wherever the two readers could differ, and of whatever is not as this program writes it.
pub(super) fn quickly<T: DeserializeOwned>(text: &str) -> Option<T> {
    if is_read_in_two_ways(text) {
        return None;
    }
    let mut events = Events { parser: Parser::new_from_str(text) };
    events.expect(&Event::StreamStart)?;
    events.expect(&Event::DocumentStart)?;
    let value = T::deserialize(&mut events).ok()?;
    events.expect(&Event::DocumentEnd)?;
    events.expect(&Event::StreamEnd)?;
    Some(value)
}

/// How many there are, as the scanner counts them; where it could read otherwise than the YAML crate, how many signs
/// there are that could begin one.
fn aliases(text: &str) -> usize {
    if signs(text, '&') == 0 {
        return 0;
    }
    let counted = if is_read_in_two_ways(text) { None } else { counted(text) };
    counted.unwrap_or_else(|| signs(text, '*'))
}

fn is_read_in_two_ways(text: &str) -> bool {
    READ_IN_TWO_WAYS.iter().any(|letter| text.contains(*letter))
}

/// None of a text in which the scanner finds a mistake.
fn counted(text: &str) -> Option<usize> {
    let mut parser = Parser::new_from_str(text);
    let mut aliases = 0;
    loop {
        match parser.next_token().ok()?.0 {
            Event::StreamEnd => return Some(aliases),
            Event::Alias(_) => aliases += 1,
            _ => (),
        }
    }
}

/// Signs that stand where no word goes on, before a letter of a name.
fn signs(text: &str, sign: char) -> usize {
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-');
    let begins = |before: Option<char>| before.is_none_or(|letter| !letter.is_alphanumeric());
    let around = |at: usize| Some((text.get(..at)?.chars().next_back(), text.get(at + sign.len_utf8()..)?));
    let all = text.match_indices(sign).filter_map(|(at, _)| around(at));
    all.filter(|(before, after)| begins(*before) && after.starts_with(is_of_name)).count()
}

struct Events<'a> {
    parser: Parser<std::str::Chars<'a>>,
}

/// Not what is looked for: the YAML crate says what is wrong, if anything is.
#[derive(Debug)]
struct Unsure;

impl fmt::Display for Unsure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not read quickly")
    }
}

impl std::error::Error for Unsure {}

impl de::Error for Unsure {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Unsure
    }
}

impl Events<'_> {
    fn next(&mut self) -> Result<Event, Unsure> {
        self.parser.next_token().map(|(event, _)| event).map_err(|_| Unsure)
    }

    fn peek(&mut self) -> Result<&Event, Unsure> {
        self.parser.peek().map(|(event, _)| event).map_err(|_| Unsure)
    }

    fn expect(&mut self, wanted: &Event) -> Option<()> {
        self.next().ok().filter(|event| event == wanted).map(|_| ())
    }

    /// A text, and whether it stands there without quotes; what may stand for nothing is for the YAML crate.
    fn scalar(&mut self) -> Result<(String, bool), Unsure> {
        match self.next()? {
            Event::Scalar(text, style, 0, None) => {
                let is_plain = style == TScalarStyle::Plain;
                if is_plain && may_be_nothing(&text) { Err(Unsure) } else { Ok((text, is_plain)) }
            }
            _ => Err(Unsure),
        }
    }

    /// As the program writes it: digits alone.
    fn number(&mut self) -> Result<u64, Unsure> {
        let (text, is_plain) = self.scalar()?;
        let is_written_so = is_plain && (text == "0" || !text.starts_with('0'));
        let digits =
            Some(text).filter(|text| is_written_so && text.bytes().all(|byte| byte.is_ascii_digit()));
        digits.and_then(|digits| digits.parse().ok()).ok_or(Unsure)
    }
}

fn may_be_nothing(plain: &str) -> bool {
    plain.is_empty() || plain == "~" || plain.eq_ignore_ascii_case("null")
}

macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
            visitor.visit_u64(self.number()?)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Events<'_> {
    type Error = Unsure;

    numbers! { deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 }

    /// What a value is when nobody says what it should be is for the YAML crate.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unsure> {
        Err(Unsure)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        visitor.visit_string(self.scalar()?.0)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        match self.scalar()? {
            (text, true) if text == "true" => visitor.visit_bool(true),
            (text, true) if text == "false" => visitor.visit_bool(false),
            _ => Err(Unsure),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        match self.peek()? {
            Event::Scalar(text, TScalarStyle::Plain, 0, None) if may_be_nothing(text) => Err(Unsure),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unsure> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        match self.next()? {
            Event::SequenceStart(0, None) => visitor.visit_seq(Items(self)),
            _ => Err(Unsure),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        match self.next()? {
            Event::MappingStart(0, None) => visitor.visit_map(Items(self)),
            _ => Err(Unsure),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unsure> {
        self.deserialize_map(visitor)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct enum ignored_any
    }
}

/// What stands in a list or a mapping up to its end.
struct Items<'a, 'b>(&'a mut Events<'b>);

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Unsure;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Unsure> {
        if *self.0.peek()? == Event::SequenceEnd {
            return self.0.next().map(|_| None);
        }
        seed.deserialize(&mut *self.0).map(Some)
    }
}

impl<'de> MapAccess<'de> for Items<'_, '_> {
    type Error = Unsure;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Unsure> {
        if *self.0.peek()? == Event::MappingEnd {
            return self.0.next().map(|_| None);
        }
        let (key, _) = self.0.scalar()?;
        seed.deserialize(key.into_deserializer()).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Unsure> {
        seed.deserialize(&mut *self.0)
    }
}
