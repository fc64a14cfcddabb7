//! The file that a record is made from: who, on whom, and the fields of the body; nothing in it is lost silently.

use std::fs::File;
use std::io::{self, Read};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_yaml::Value;

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::storage::record_file::LARGEST;
use crate::storage::yaml;

/// The entries that are not part of a body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, expecting = "entries with names, as `by: hoa-coord`")]
pub struct Envelope {
    /// Initials and birth year of the patient.
    pub check: Option<String>,
    pub by: Option<String>,
    pub supersedes: Vec<String>,
    pub reason: Option<String>,
}

const ENVELOPE: [&str; 4] = ["check", "by", "supersedes", "reason"];

pub struct Input {
    pub envelope: Envelope,
    text: String,
}

impl Input {
    /// From a file, or from standard input for `-`.
    pub fn read(from: &str) -> Result<Self, Failure> {
        let failed = |error: io::Error| {
            Failure::rule(Exit::Failure, "cli-input-unreadable")
                .with("from", from)
                .with("why", error.to_string())
        };
        let source: Box<dyn Read> = match from {
            "-" => Box::new(io::stdin()),
            path => Box::new(File::open(path).map_err(failed)?),
        };
        let mut bytes = Vec::new();
        let most = u64::try_from(LARGEST).unwrap_or(u64::MAX);
        source.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() > LARGEST {
            return Err(Failure::refused("cli-input-large"));
        }
        let text = String::from_utf8(bytes).map_err(|_| Failure::refused("cli-input-not-utf8"))?;
        Input::parse(text.strip_prefix('\u{feff}').unwrap_or(&text))
    }

    fn parse(text: &str) -> Result<Self, Failure> {
        refuse_what_no_case_file_may_have(text)?;
        let envelope = read(text)?;
        Ok(Input { envelope, text: text.to_owned() })
    }

    /// Whether the file has something to say under this name.
    pub fn gives(&self, field: &str) -> Result<bool, Failure> {
        let given: Value = read(&self.text)?;
        Ok(given.get(field).is_some_and(|value| !is_blank(value)))
    }

    /// The body, unless an entry of the file is not one of its fields: a misspelt field must not vanish.
    pub fn body<T: DeserializeOwned + Serialize>(&self) -> Result<T, Failure> {
        let body: T = read(&self.text)?;
        let given: Value = read(&self.text)?;
        let kept = serde_yaml::to_value(&body).map_err(|error| not_yaml(&error))?;
        let mut lost = Vec::new();
        find_lost(&given, &kept, "", &mut lost);
        lost.retain(|path| !ENVELOPE.contains(&path.as_str()));
        if lost.is_empty() {
            Ok(body)
        } else {
            Err(Failure::refused("cli-unknown-fields").with("fields", lost.join(", ")))
        }
    }
}

/// A record is read under the same rules as a case file: what an anchor or a tag would take from a text is not lost
/// without a word.
fn refuse_what_no_case_file_may_have(text: &str) -> Result<(), Failure> {
    let Err(problem) = yaml::parse(text.as_bytes()) else { return Ok(()) };
    let id = match problem.code.as_ref() {
        "anchor" => "problem-anchor",
        "tag" => "problem-tag",
        "nul" => "problem-nul",
        // What else there is to say of it the other reader says.
        _ => return Ok(()),
    };
    Err(Failure::refused(id))
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    serde_yaml::from_str(text).map_err(|error| not_yaml(&error))
}

fn not_yaml(error: &serde_yaml::Error) -> Failure {
    Failure::refused("cli-input-not-yaml").with("why", error.to_string())
}

/// The paths that are filled in `given` and have no counterpart in `kept`.
fn find_lost(given: &Value, kept: &Value, path: &str, lost: &mut Vec<String>) {
    match (given, kept) {
        (Value::Mapping(given), Value::Mapping(kept)) => {
            for (key, value) in given {
                let name = key.as_str().map_or_else(|| format!("{key:?}"), ToOwned::to_owned);
                let inner = if path.is_empty() { name } else { format!("{path}.{name}") };
                match kept.get(key) {
                    Some(kept) => find_lost(value, kept, &inner, lost),
                    None if is_blank(value) => (),
                    None => lost.push(inner),
                }
            }
        }
        (Value::Sequence(given), Value::Sequence(kept)) => {
            for (index, (given, kept)) in given.iter().zip(kept).enumerate() {
                find_lost(given, kept, &format!("{path}[{index}]"), lost);
            }
        }
        _ => (),
    }
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Sequence(list) => list.is_empty(),
        Value::Mapping(map) => map.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::Decision;

    fn lost(text: &str) -> Option<String> {
        match Input::parse(text).ok()?.body::<Decision>() {
            Err(Failure::Rule { args, .. }) => args.into_iter().next().map(|(_, arg)| match arg {
                crate::i18n::Arg::Text(text) => text,
                crate::i18n::Arg::Number(number) => number.to_string(),
            }),
            _ => None,
        }
    }

    #[test]
    fn a_misspelt_field_is_refused_by_its_path_and_blank_ones_are_fine() {
        let text =
            "check: A 1\nby: x\noutcome: deferred\nrecommendations:\n  - {intent: curative, dosage: 5 mg}\n";
        assert_eq!(lost(text).as_deref(), Some("recommendations[0].dosage"));
        assert_eq!(lost("disent: [{person: a, position: b}]\n").as_deref(), Some("disent"));
        assert_eq!(lost("check: A 1\nnote:\noptions: []\ndissent:\ntrial-note: ''\n"), None);
    }

    #[test]
    fn text_stays_as_written() {
        let input = Input::parse("check: NVA 1961\nby: no\nnote: 1.10\n").ok().unwrap();
        assert_eq!(input.envelope.by.as_deref(), Some("no"));
        assert_eq!(input.body::<Decision>().ok().unwrap().note.as_deref(), Some("1.10"));
    }

    #[test]
    fn what_would_take_from_a_text_without_a_word_is_refused_as_in_a_case_file() {
        for (text, expected) in [
            ("question: &a b", "problem-anchor"),
            ("question: *a", "problem-anchor"),
            ("question: !!binary aGVsbG8=", "problem-tag"),
            ("question: 'a\0b'", "problem-nul"),
        ] {
            let refused = match Input::parse(text) {
                Err(Failure::Rule { id, .. }) => id,
                _ => "taken",
            };
            assert_eq!(refused, expected, "{text:?}");
        }
        assert!(Input::parse("question: a & b * c !").is_ok());
    }
}
