//! What a record is made on, and the rules that hold for every kind of record.

use std::borrow::Cow;

use crate::cli::args::RecordKind;
use crate::cli::author::of_roster;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::record::input::Input;
use crate::domain::board::BoardFile;
use crate::domain::caution::Caution;
use crate::domain::history::History;
use crate::domain::lack::Lack;
use crate::domain::record::{Author, Body};
use crate::domain::standing::holds;
use crate::domain::value::Vocabulary;
use crate::domain::workspace::Damaged;
use crate::phrase;
use crate::storage::store::Store;

/// What a record is made on.
pub struct Ground<'a> {
    pub context: &'a Context,
    pub store: &'a Store,
    pub board: &'a BoardFile,
    pub input: &'a Input,
    /// The id of an earlier try.
    pub id: Option<&'a str>,
}

impl Ground<'_> {
    /// The history as the writer saw it: an earlier try under the same id, and what came after it, are left
    /// out, so that a retry makes the same record again.
    pub fn seen<'h>(&self, history: &'h History) -> Cow<'h, History> {
        match self.id.filter(|id| history.find(id).is_some()) {
            Some(id) => Cow::Owned(history.before(id)),
            None => Cow::Borrowed(history),
        }
    }
}

/// A record that replaces others says why, and replaces only what holds and is of its own kind.
pub fn check_superseded(ground: &Ground, history: &History, kind: RecordKind) -> Result<(), Failure> {
    let envelope = &ground.input.envelope;
    let reason = envelope.reason.as_deref().unwrap_or_default().trim();
    if envelope.supersedes.is_empty() {
        // The bodies of these two have a reason of their own.
        let is_own = matches!(kind, RecordKind::Retraction | RecordKind::Agenda);
        let is_lost = !reason.is_empty() && !is_own;
        return if is_lost { Err(Failure::refused("cli-reason-alone")) } else { Ok(()) };
    }
    if matches!(kind, RecordKind::Retraction | RecordKind::Signature) {
        return Err(Failure::refused("cli-cannot-supersede").with("kind", kind.kind().word()));
    }
    if reason.is_empty() {
        return Err(lacking(&[Lack { field: "reason".to_owned() }]));
    }
    for id in &envelope.supersedes {
        if !holds(history, id, kind.kind().word()) {
            return Err(Failure::refused("cli-supersedes-unknown").with("id", id.as_str()));
        }
    }
    Ok(())
}

/// Who records, by a key of the roster; the configured person where the input names nobody.
pub fn author_key(ground: &Ground) -> Result<String, Failure> {
    let named = ground.input.envelope.by.clone().or_else(|| ground.context.config.person.clone());
    let key = named.filter(|key| !key.trim().is_empty()).ok_or_else(|| Failure::refused("cli-by-missing"))?;
    of_roster(ground.board, &key, None, "cli-by-unknown").map(|author| author.person)
}

pub fn author(ground: &Ground, role: Option<&str>) -> Result<Author, Failure> {
    of_roster(ground.board, &author_key(ground)?, role, "cli-by-unknown")
}

/// What the screen warns of before a record, in its words; it refuses nothing.
pub fn tell(context: &Context, cautions: &[Caution]) {
    for one in cautions {
        let what = phrase::decision::caution(context.words, one);
        context.say("cli-caution", &[("what", what.into_string().into())]);
    }
}

/// What is still needed, by the names of the fields.
pub fn lacking(lacks: &[Lack]) -> Failure {
    Failure::refused("cli-lacks").with("fields", join(lacks))
}

pub fn require(lacks: &[Lack]) -> Result<(), Failure> {
    if lacks.is_empty() { Ok(()) } else { Err(lacking(lacks)) }
}

/// Code words that are on no list, dates that are no dates.
pub fn require_strict(wrong: &[Lack]) -> Result<(), Failure> {
    if wrong.is_empty() { Ok(()) } else { Err(Failure::refused("cli-not-valid").with("fields", join(wrong))) }
}

pub fn join(lacks: &[Lack]) -> String {
    lacks.iter().map(|lack| lack.field.as_str()).collect::<Vec<_>>().join(", ")
}

pub type Made = (Body, Option<&'static str>);

/// A record that the disk did not hand over now may be a decision that holds; one with changed bytes stays so
/// and must not stop the meeting.
pub fn check_readable(damaged: &[Damaged]) -> Result<(), Failure> {
    match damaged.iter().find(|damage| damage.is_withheld()) {
        Some(damage) => Err(Failure::rule(Exit::Failure, "cli-unreadable-record")
            .with("path", damage.path.as_str())
            .with("why", damage.detail.as_str())),
        None => Ok(()),
    }
}
