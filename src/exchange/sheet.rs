//! A sheet that facts are written on: each entry under its label, "not recorded" where it matters and is blank.

use chrono::{DateTime, NaiveDate};

use crate::domain::board::BoardFile;
use crate::domain::computed::Computed;
use crate::domain::date::Date;
use crate::domain::prose::Prose;
use crate::domain::text::Shown;
use crate::domain::value::{Absence, Code, Vocabulary, Written};
use crate::exchange::report::{Block, Fact, Profile, Section, Table};
use crate::i18n::{Arg, Words};
use crate::phrase;

/// What every part of a report needs to know.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub words: &'a Words,
    pub board: &'a BoardFile,
    pub profile: Profile,
    pub as_of: NaiveDate,
    /// Who a picture is of: the labelled identifier, or the pseudonym.
    pub subject: &'a str,
    /// What stands beside the entries; under the veil it is veiled as they are.
    pub computed: &'a Computed,
}

impl Context<'_> {
    /// A section that always stands there: with nothing to say, it says "not recorded".
    pub fn section(&self, heading: &str, blocks: impl IntoIterator<Item = Option<Block>>) -> Section {
        let mut blocks: Vec<Block> = blocks.into_iter().flatten().collect();
        if blocks.is_empty() {
            blocks.push(Block::Note(phrase::not_recorded(self.words)));
        }
        Section { heading: word(self.words, heading), blocks }
    }
}

pub struct Sheet<'a> {
    words: &'a Words,
    facts: Vec<Fact>,
}

impl<'a> Sheet<'a> {
    pub fn new(words: &'a Words) -> Self {
        Sheet { words, facts: Vec::new() }
    }

    pub fn say(&mut self, label: &str, lines: Vec<Shown>) {
        self.facts.push(Fact::new(word(self.words, label), lines));
    }

    pub fn say_if(&mut self, label: &str, lines: Vec<Shown>) {
        if lines.iter().any(|line| !line.is_empty()) {
            self.say(label, lines);
        }
    }

    pub fn written(&mut self, label: &str, value: Option<&Written>) {
        self.say(label, written(self.words, value));
    }

    pub fn written_if(&mut self, label: &str, value: Option<&Written>) {
        if value.is_some_and(|value| !is_blank(value)) {
            self.written(label, value);
        }
    }

    pub fn code<T: Vocabulary>(&mut self, label: &str, value: Option<&Code<T>>) {
        self.say(label, vec![phrase::code_or_blank(self.words, value)]);
    }

    pub fn code_if<T: Vocabulary>(&mut self, label: &str, value: Option<&Code<T>>) {
        if value.is_some() {
            self.code(label, value);
        }
    }

    pub fn date_if(&mut self, label: &str, value: Option<&Date>) {
        if value.is_some() {
            self.say(label, vec![phrase::date_or_blank(self.words, value)]);
        }
    }

    pub fn facts(self) -> Vec<Fact> {
        self.facts
    }

    /// Nothing where nothing was written.
    pub fn block(self) -> Option<Block> {
        (!self.facts.is_empty()).then_some(Block::Facts(self.facts))
    }
}

/// The program's own words under `id`.
pub fn word(words: &Words, id: &str) -> Shown {
    Shown::line(&words.get(id))
}

pub fn sentence(words: &Words, id: &str, args: &[(&str, Arg)]) -> Shown {
    Shown::line(&words.with(id, args))
}

pub fn is_blank(value: &Written) -> bool {
    value.as_str().trim().is_empty()
}

/// The lines of an entry as written; its absence in words; "not recorded" where it is blank.
pub fn written(words: &Words, value: Option<&Written>) -> Vec<Shown> {
    match value.filter(|value| !is_blank(value)) {
        None => vec![phrase::not_recorded(words)],
        Some(value) if value.absence().is_some() => vec![phrase::written(words, value)],
        Some(value) => Shown::lines(value.as_str()),
    }
}

/// The lines of an entry that is worth no word when it is blank.
pub fn written_or_nothing(words: &Words, value: Option<&Written>) -> Vec<Shown> {
    if value.is_some_and(|value| !is_blank(value)) { written(words, value) } else { Vec::new() }
}

/// One line from what there is, parted by dots.
pub fn joined(parts: impl IntoIterator<Item = Option<Shown>>) -> Shown {
    let parts: Vec<String> =
        parts.into_iter().flatten().map(Shown::into_string).filter(|part| !part.trim().is_empty()).collect();
    Shown::line(&parts.join(" · "))
}

/// One entry of a joined line; nothing when it is blank.
pub fn part(words: &Words, value: Option<&Written>) -> Option<Shown> {
    value.filter(|value| !is_blank(value)).map(|value| phrase::written(words, value))
}

pub fn code_part<T: Vocabulary>(words: &Words, value: Option<&Code<T>>) -> Option<Shown> {
    value.map(|value| phrase::code(words, value))
}

/// A person of the roster by name, anybody else as written.
pub fn person(board: &BoardFile, key: Option<&Written>) -> Vec<Shown> {
    key.map(|key| Shown::line(board.person_name(key.as_str()))).into_iter().collect()
}

/// A facility of the network by name, any other place as written.
pub fn place(board: &BoardFile, key: Option<&Written>) -> Vec<Shown> {
    key.map(|key| Shown::line(board.facility_name(key.as_str()))).into_iter().collect()
}

/// The date of a result with its age; an undated result says so.
pub fn dated(words: &Words, date: Option<&Date>, as_of: NaiveDate) -> Shown {
    let Some(known) = date else { return word(words, "report-undated") };
    let shown = phrase::date(words, known);
    match phrase::days_since(words, date, as_of) {
        Some(age) => Shown::line(&format!("{shown} ({age})")),
        None => shown,
    }
}

/// When a record was made: date, time and offset, never in local words; as written where it cannot be read.
pub fn moment(words: &Words, recorded: &str) -> Shown {
    match DateTime::parse_from_rfc3339(recorded) {
        Ok(at) => {
            let day = phrase::day(words, at.date_naive());
            Shown::line(&format!("{day} {}", at.format("%H:%M %:z")))
        }
        Err(_) => Shown::line(recorded),
    }
}

/// A long text with the language its writer named, and the translation into the language of the report beside it.
pub fn prose(words: &Words, prose: Option<&Prose>) -> Vec<Block> {
    let Some(prose) = prose.filter(|prose| !prose.is_blank()) else {
        return vec![Block::Paragraphs { lang: None, lines: vec![phrase::not_recorded(words)] }];
    };
    if let Some(absence) = prose.absence() {
        let lines = vec![Shown::line(&words.code(Absence::NAME, absence.word()))];
        return vec![Block::Paragraphs { lang: None, lines }];
    }
    let mut blocks = vec![Block::Paragraphs {
        lang: prose.lang.as_deref().and_then(tag),
        lines: Shown::lines(&prose.text),
    }];
    let lang = words.lang().code();
    if let Some(translation) = prose.translation(lang) {
        let by = translation.by.as_deref().map(Shown::line);
        blocks.push(Block::Note(match by.filter(|by| !by.is_empty()) {
            Some(by) => sentence(words, "report-translation-by", &[("who", by.into_string().into())]),
            None => word(words, "report-translation"),
        }));
        blocks
            .push(Block::Paragraphs { lang: Some(lang.to_owned()), lines: Shown::lines(&translation.text) });
    }
    blocks
}

/// A language tag that may stand in an attribute.
fn tag(raw: &str) -> Option<String> {
    let fits = (2..=12).contains(&raw.len())
        && raw.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && raw.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
    fits.then(|| raw.to_owned())
}

/// A table without the columns in which nothing is said.
pub fn table(words: &Words, heads: &[&str], rows: Vec<Vec<Vec<Shown>>>) -> Block {
    let heads: Vec<Shown> = heads.iter().map(|id| word(words, id)).collect();
    table_of(heads, rows)
}

pub fn table_of(heads: Vec<Shown>, rows: Vec<Vec<Vec<Shown>>>) -> Block {
    let said: Vec<bool> = (0..heads.len())
        .map(|column| {
            rows.iter()
                .any(|row| row.get(column).is_some_and(|cell| cell.iter().any(|line| !line.is_empty())))
        })
        .collect();
    let keep = |row: Vec<Vec<Shown>>| -> Vec<Vec<Shown>> {
        row.into_iter().zip(&said).filter(|(_, said)| **said).map(|(cell, _)| cell).collect()
    };
    let head = heads.into_iter().zip(&said).filter(|(_, said)| **said).map(|(head, _)| head).collect();
    Block::Table(Table { head, rows: rows.into_iter().map(keep).collect() })
}
