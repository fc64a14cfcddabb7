//! Codes from fixed lists, kept as a person wrote them, and the five words for absence.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A closed list of lower-case code words; the words are a promise to files on disk.
pub trait Vocabulary: Copy + Eq + Sized + 'static {
    /// The name of the list: the prefix of its words in the language files.
    const NAME: &'static str;
    /// Every value with its word, in the order in which a form offers them.
    const WORDS: &'static [(&'static str, Self)];

    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| word)
    }

    /// The value of `word`; codes are compared without regard to letter case.
    fn find(word: &str) -> Option<Self> {
        let word = word.trim();
        Self::WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, value)| *value)
    }
}

/// Declares a vocabulary: the enum and its words side by side.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident, $label:literal { $($variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($variant),+ }

        impl $crate::domain::value::Vocabulary for $name {
            const NAME: &'static str = $label;
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $name::$variant)),+];
        }
    };
}
pub(crate) use vocabulary;

/// A code as written: one of the known words, or other text that is kept and reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Code<T> {
    Known(T),
    Other(String),
}

impl<T: Vocabulary> Code<T> {
    pub fn parse(raw: &str) -> Self {
        T::find(raw).map_or_else(|| Code::Other(raw.to_owned()), Code::Known)
    }

    pub fn known(&self) -> Option<T> {
        match self {
            Code::Known(value) => Some(*value),
            Code::Other(_) => None,
        }
    }

    pub fn is(&self, value: T) -> bool {
        self.known() == Some(value)
    }

    pub fn as_str(&self) -> &str {
        match self {
            Code::Known(value) => value.word(),
            Code::Other(raw) => raw,
        }
    }
}

impl<T> From<T> for Code<T> {
    fn from(value: T) -> Self {
        Code::Known(value)
    }
}

impl<T: Vocabulary> Serialize for Code<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de, T: Vocabulary> Deserialize<'de> for Code<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|raw| Self::parse(&raw))
    }
}

impl<T: Vocabulary> JsonSchema for Code<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<serde_json::Value> =
            T::WORDS.iter().flat_map(|(word, _)| written_forms(word)).collect();
        json_schema!({ "enum": words, "x-code": T::NAME })
    }
}

/// How an editor's YAML reader may type an unquoted code word: `2` is a number to it, `yes` may be a truth value.
fn written_forms(word: &str) -> Vec<serde_json::Value> {
    let mut forms = vec![serde_json::Value::from(word)];
    if let Ok(number) = word.parse::<i64>() {
        forms.push(number.into());
    } else if let Some(number) = word.parse::<f64>().ok().and_then(serde_json::Number::from_f64) {
        forms.push(number.into());
    }
    match word {
        "yes" => forms.push(true.into()),
        "no" => forms.push(false.into()),
        _ => (),
    }
    forms
}

vocabulary! {
    /// Five different reasons why there is no value; a blank entry is none of them.
    Absence, "absence" {
        Unknown = "unknown",
        NotDone = "not-done",
        Pending = "pending",
        NotApplicable = "not-applicable",
        Negative = "negative",
    }
}

vocabulary! {
    YesNo, "yesno" { Yes = "yes", No = "no", Unknown = "unknown" }
}

/// A single written value (identifier, result, dose): text exactly as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Written(pub String);

impl Written {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn absence(&self) -> Option<Absence> {
        Absence::find(&self.0)
    }
}

impl From<&str> for Written {
    fn from(raw: &str) -> Self {
        Written(raw.to_owned())
    }
}

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Written)
    }
}

impl JsonSchema for Written {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Written".into()
    }

    /// Unquoted `00123`, `1.10` and `no` reach an editor as numbers and truth values; all are accepted.
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "number", "boolean"] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_word_is_found_in_any_letter_case_and_an_unknown_one_is_kept_as_written() {
        assert_eq!(Code::<Absence>::parse("Not-Done").known(), Some(Absence::NotDone));
        assert_eq!(Code::<Absence>::parse("nto-done").as_str(), "nto-done");
    }
}
