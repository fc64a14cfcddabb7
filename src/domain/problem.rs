//! Something wrong with what a person wrote: never an error that stops, always a sentence with what to do.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::domain::value::{Code, Vocabulary, vocabulary};

vocabulary! {
    /// `error` hides or contradicts something, `warning` may mislead, `note` is missing or could be better.
    #[derive(Serialize, Deserialize)]
    Severity, "severity" { Error = "error", Warning = "warning", Note = "note" }
}

/// A word of the program: out of its text, or read again from what it kept.
pub type Word = Cow<'static, str>;

/// A position in a file, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

/// What is filled into a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Term {
    /// As written.
    Text(String),
    /// The name of a list and a code of it: whoever says the sentence has the words.
    Code(Word, String),
}

impl From<&str> for Term {
    fn from(text: &str) -> Self {
        Term::Text(text.to_owned())
    }
}

/// One problem. Its sentence is in the language files under `problem-<code>`, filled with `args`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Stable for ever: scripts match on it.
    pub code: Word,
    pub severity: Severity,
    /// Where in the file's structure, as `imaging[0].date`.
    pub path: String,
    /// Where in the file's text, once the reader has looked it up.
    pub place: Option<Place>,
    /// What is given twice under one name stands there one after the other.
    pub args: Vec<(Word, Term)>,
    /// The person (key in board.yaml) or name who should supply or mend it.
    pub owner: Option<Box<str>>,
}

/// What a problem says, without where it stands: as a list keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub code: Word,
    pub args: Vec<(Word, Term)>,
}

impl From<&Problem> for Finding {
    fn from(problem: &Problem) -> Self {
        Finding { code: problem.code.clone(), args: problem.args.clone() }
    }
}

impl Problem {
    pub fn new(code: impl Into<Word>, severity: Severity, path: impl Into<String>) -> Self {
        Problem { code: code.into(), severity, path: path.into(), place: None, args: Vec::new(), owner: None }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name.into(), Term::Text(value.into())));
        self
    }

    #[must_use]
    pub fn with_code<T: Vocabulary>(mut self, name: &'static str, code: Option<&Code<T>>) -> Self {
        self.args
            .extend(code.map(|code| (name.into(), Term::Code(T::NAME.into(), code.as_str().to_owned()))));
        self
    }

    /// A word of a list of codes.
    #[must_use]
    pub fn with_word(mut self, name: &'static str, list: &'static str, word: &str) -> Self {
        self.args.push((name.into(), Term::Code(list.into(), word.to_owned())));
        self
    }

    #[must_use]
    pub fn at(mut self, place: Option<Place>) -> Self {
        self.place = place;
        self
    }

    /// `tb-1/case.yaml:3:7`, as editors follow it; the file alone where nobody knows the line.
    pub fn place_in(&self, file: &str) -> String {
        self.place.map_or_else(|| file.to_owned(), |place| format!("{file}:{}:{}", place.line, place.column))
    }

    #[must_use]
    pub fn owned_by(mut self, owner: Option<&str>) -> Self {
        self.owner = owner.map(Into::into);
        self
    }
}
