//! Something said under its label, in lines of different weight: the screen gives a weight a look, a document prints them all.

use crate::domain::text::Shown;
use crate::i18n::Words;

/// How much a line asks of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Plain,
    /// Where it comes from, for who asks.
    Quiet,
    Attention,
    /// Contradicts what was entered.
    Danger,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub weight: Weight,
    pub text: Shown,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub label: Shown,
    pub lines: Vec<Line>,
}

impl Line {
    pub fn new(weight: Weight, text: &str) -> Self {
        Line { weight, text: Shown::line(text) }
    }
}

/// A line that names where something comes from.
pub fn source(words: &Words, source: &str) -> Line {
    Line::new(Weight::Quiet, &words.with("computed-source", &[("source", source.into())]))
}
