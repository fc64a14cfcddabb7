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
const READ_IN_TWO_WAYS: [char; 6] = ['\t', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{feff}'];

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
fn quickly<T: DeserializeOwned>(text: &str) -> Option<T> {
    if READ_IN_TWO_WAYS.iter().any(|letter| text.contains(*letter)) {
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

fn aliases(text: &str) -> usize {
    if !text.contains('*') {
        return 0;
    }
    let mut parser = Parser::new_from_str(text);
    let mut aliases = 0;
    while let Ok((event, _)) = parser.next_token() {
        match event {
            Event::StreamEnd => break,
            Event::Alias(_) => aliases += 1,
            _ => (),
        }
    }
    aliases
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};

    use super::*;
    use crate::domain::decision::{Considered, Decision, QuorumStamp, Recommendation};
    use crate::domain::record::Author;

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    struct One {
        schema: u32,
        by: Author,
        #[serde(default)]
        parents: Vec<String>,
        reason: Option<String>,
        body: Decision,
    }

    fn one(texts: &[String]) -> One {
        let text = |at: usize| texts.get(at % texts.len().max(1)).cloned().unwrap_or_default();
        One {
            schema: 1,
            by: Author { person: text(0), name: text(1), role: Some(text(2)), facility: None },
            parents: texts.to_vec(),
            reason: Some(text(3)),
            body: Decision {
                question: text(4),
                discussion: 2,
                after_close: true,
                quorum: Some(QuorumStamp { met: false, present: 3, needed: 5, lacking: texts.to_vec() }),
                options: vec![Considered { text: text(5), why_not: Some(text(6)), ..Considered::default() }],
                recommendations: vec![Recommendation { detail: Some(text(7)), ..Recommendation::default() }],
                ..Decision::default()
            },
        }
    }

    /// What is read quickly is what the YAML crate reads.
    fn agrees(yaml: &str) -> Result<bool, TestCaseError> {
        let Some(quick) = quickly::<One>(yaml) else { return Ok(false) };
        match serde_yaml::from_str::<One>(yaml) {
            Ok(slow) => prop_assert_eq!(quick, slow, "{}", yaml),
            Err(error) => prop_assert!(false, "read quickly, and not by the YAML crate: {}\n{}", error, yaml),
        }
        Ok(true)
    }

    #[test]
    fn what_the_program_writes_is_read_quickly() {
        let texts = [
            "",
            " ",
            "~",
            "null",
            "true",
            "1.50",
            "0x1F",
            "- a",
            "a: b #c",
            "ba\ndòng\n\n",
            "\t|",
            "'\"",
            "{[",
            "王秀英",
        ];
        let texts = texts.map(ToOwned::to_owned);
        let yaml = serde_yaml::to_string(&one(&texts)).unwrap();
        assert_eq!(quickly::<One>(&yaml), Some(one(&texts)), "{yaml}");
    }

    #[test]
    fn what_the_two_readers_understand_differently_is_left_to_the_one_that_wrote_it() {
        for letter in READ_IN_TWO_WAYS {
            let yaml = format!("schema: 1\nby: {{}}\nreason: |\n  a{letter}\n  b{letter}c\nbody: {{}}\n");
            let by_crate = serde_yaml::from_str::<One>(&yaml).map_err(|error| error.to_string());
            assert_eq!((quickly::<One>(&yaml), read::<One>(&yaml)), (None, by_crate));
        }
    }

    #[test]
    fn nothing_and_words_for_numbers_and_truth_are_left_to_the_yaml_crate() {
        for body in [
            "{discussion: 012}",
            "{discussion: '1'}",
            "{discussion: 0x1}",
            "{after-close: True}",
            "{note: ~}",
            "{note: }",
            "{question: null}",
        ] {
            let yaml = format!("schema: 1\nby: {{}}\nbody: {body}\n");
            assert_eq!(quickly::<One>(&yaml), None, "{body}");
        }
    }

    #[test]
    fn a_small_file_that_would_fill_the_memory_is_refused() {
        let aliases = "*a, ".repeat(20_000);
        let bomb = format!(
            "schema: 1\nby: {{person: &a \"{}\"}}\nparents: [{aliases}]\nbody: {{}}\n",
            "x".repeat(100_000)
        );
        assert_eq!(read::<One>(&bomb), Err("more than 50 aliases".to_owned()));
        let deep = format!("schema: 1\nby: {{}}\nbody: {}", "{a: ".repeat(60_000));
        assert!(read::<One>(&deep).is_err());
        // Other programs write the same list twice so.
        let twice = "schema: 1\nby: {}\nparents: &a [x]\nbody: {quorum: {lacking: *a, met: true, present: 1, needed: 1}}\n";
        assert_eq!(
            read::<One>(twice).map(|one| one.body.quorum.map(|quorum| quorum.lacking)),
            Ok(Some(vec!["x".to_owned()]))
        );
    }

    proptest! {
        #[test]
        fn every_record_is_read_as_the_yaml_crate_reads_it(
            texts in prop::collection::vec("\\PC*|[\\x00-\\x7f]{0,40}|[ \\t\\r\\n:#'\"|>\\-~&*!%@`{}\\[\\],?]{0,20}|(\\p{Any}){0,20}|(true|no|null|~|0x1F|1_0|1e3|\\.inf|2026-01-02|<<)", 1..9)
        ) {
            let one = one(&texts);
            let yaml = serde_yaml::to_string(&one).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(read::<One>(&yaml), Ok(one));
            agrees(&yaml)?;
        }

        #[test]
        fn a_record_that_was_written_by_hand_is_read_as_the_yaml_crate_reads_it(
            at in 0_usize..700,
            taken in 0_usize..12,
            put in "[ \\t\\r\\n:#'\"|>\\-~&*!%@`{}\\[\\],?a1+é]{0,8}|(\r\n|---|\\.\\.\\.|\\u{85}|<<: |\\? |\\\\x41|\\\\n| # a|: \\|2\n)"
        ) {
            let texts = ["line one\nline two\n", "a: b", "it's", "plain text", "x\n\n  y", "\"quoted\""].map(ToOwned::to_owned);
            let yaml = serde_yaml::to_string(&one(&texts)).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let letters: Vec<char> = yaml.chars().collect();
            let at = at.min(letters.len());
            let after = letters.get(at + taken..).unwrap_or_default();
            let changed: String = letters[..at].iter().copied().chain(put.chars()).chain(after.iter().copied()).collect();
            agrees(&changed)?;
        }
    }
}
