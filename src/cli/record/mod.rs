//! `record`: the same validation as the screen; prints `saved ID` only after the disk has it.

mod case_records;
mod decision;
mod input;
mod meeting_records;
mod signature;

use std::borrow::Cow;
use std::io::Write;
use std::time::SystemTime;

use crate::cli::args::RecordKind;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::record::input::Input;
use crate::cli::show;
use crate::domain::board::BoardFile;
use crate::domain::decision::Lack;
use crate::domain::history::{History, Status};
use crate::domain::identity::Identity;
use crate::domain::record::{Author, Body, Folder, NewRecord};
use crate::domain::value::{Vocabulary, Written};
use crate::domain::workspace::{CaseFolder, Damaged};
use crate::storage::error::ErrorKind;
use crate::storage::store::Store;
use crate::storage::{journal, layout};

/// What a record is made on.
struct Ground<'a> {
    context: &'a Context,
    store: &'a Store,
    board: &'a BoardFile,
    input: &'a Input,
    /// The id of an earlier try.
    id: Option<&'a str>,
}

impl Ground<'_> {
    /// The history as the writer saw it: an earlier try under the same id, and what came after it, are left
    /// out, so that a retry makes the same record again.
    fn seen<'h>(&self, history: &'h History) -> Cow<'h, History> {
        match self.id.filter(|id| history.find(id).is_some()) {
            Some(id) => Cow::Owned(history.before(id)),
            None => Cow::Borrowed(history),
        }
    }
}

pub fn run(
    context: &Context,
    kind: RecordKind,
    case: &str,
    from: &str,
    id: Option<String>,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let store = context.store()?;
    let input = Input::read(from)?;
    let board = store.board();
    let Some(board) = &board.value else {
        return Err(Failure::refused("cli-unreadable-board").with("path", board.path));
    };
    if id.as_deref().is_some_and(|id| !layout::is_id(id)) {
        return Err(Failure::refused("cli-bad-id"));
    }
    let ground = Ground { context, store: &store, board, input: &input, id: id.as_deref() };
    let new = match kind {
        RecordKind::Attendance | RecordKind::Close => meeting_records::make(&ground, kind, case)?,
        _ => on_case(&ground, kind, case)?,
    };
    let id = id.unwrap_or_else(|| journal::fresh_id(SystemTime::from(context.now)));
    let record = store.append(&new, id.clone(), context.now.to_rfc3339()).map_err(|error| {
        // Only these may succeed when simply tried again.
        if matches!(error.kind, ErrorKind::Failed | ErrorKind::NotPermitted) {
            context.say("cli-retry-id", &[("id", id.into())]);
        }
        Failure::from(error)
    })?;
    writeln!(out, "saved {}", record.header.id)?;
    Ok(Exit::Ok)
}

/// A record on a case: only after the recorder has named the patient.
fn on_case(ground: &Ground, kind: RecordKind, case: &str) -> Result<NewRecord, Failure> {
    let mut folder = ground.store.case(&show::find(ground.store, case)?);
    check_identity(ground, &folder)?;
    check_readable(&folder.damaged)?;
    folder.history = ground.seen(&folder.history).into_owned();
    let history = &folder.history;
    let envelope = &ground.input.envelope;
    check_superseded(ground, history, kind)?;
    let (body, role) = match kind {
        RecordKind::Decision => decision::make(ground, &folder)?,
        RecordKind::Signature => signature::make(ground, &folder)?,
        RecordKind::Opinion => (case_records::opinion(ground)?, None),
        RecordKind::Request => (case_records::request(ground)?, None),
        RecordKind::Reply => (case_records::reply(ground, history)?, None),
        RecordKind::Retraction => (case_records::retraction(ground, history)?, None),
        RecordKind::Attendance | RecordKind::Close => return Err(Failure::refused("cli-kind-of-meeting")),
    };
    Ok(NewRecord {
        id: None,
        folder: Folder::Case(folder.folder.clone()),
        by: author(ground, role)?,
        parents: history.heads(),
        supersedes: envelope.supersedes.clone(),
        reason: envelope.reason.clone().filter(|_| !envelope.supersedes.is_empty()),
        body,
    })
}

/// Nobody records on the wrong patient: the initials and the birth year come with the record.
fn check_identity(ground: &Ground, folder: &CaseFolder) -> Result<(), Failure> {
    let Some(case) = &folder.file.value else {
        return Err(Failure::refused("cli-unreadable-case").with("path", folder.file.path.as_str()));
    };
    let identity = Identity::of(&case.patient)
        .map_err(|_| Failure::refused("cli-unidentifiable").with("case", folder.folder.as_str()))?;
    let typed = ground.input.envelope.check.as_deref().unwrap_or_default();
    if typed.trim().is_empty() {
        let id = if identity.by_year { "cli-check-missing" } else { "cli-check-missing-number" };
        return Err(Failure::refused(id));
    }
    if identity.matches(typed) {
        Ok(())
    } else {
        Err(Failure::refused("cli-check-wrong").with("typed", typed).with("case", folder.folder.as_str()))
    }
}

/// A record that the disk did not hand over now may be a decision that holds; one with changed bytes stays so
/// and must not stop the meeting.
fn check_readable(damaged: &[Damaged]) -> Result<(), Failure> {
    match damaged.iter().find(|damage| damage.why == "unreadable") {
        Some(damage) => Err(Failure::rule(Exit::Failure, "cli-unreadable-record")
            .with("path", damage.path.as_str())
            .with("why", damage.detail.as_str())),
        None => Ok(()),
    }
}

/// A record that replaces others says why, and replaces only what holds and is of its own kind.
fn check_superseded(ground: &Ground, history: &History, kind: RecordKind) -> Result<(), Failure> {
    let envelope = &ground.input.envelope;
    let reason = envelope.reason.as_deref().unwrap_or_default().trim();
    if envelope.supersedes.is_empty() {
        let is_lost = !reason.is_empty() && kind != RecordKind::Retraction;
        return if is_lost { Err(Failure::refused("cli-reason-alone")) } else { Ok(()) };
    }
    if matches!(kind, RecordKind::Retraction | RecordKind::Signature) {
        return Err(Failure::refused("cli-cannot-supersede").with("kind", kind.kind().word()));
    }
    if reason.is_empty() {
        return Err(lacking(&[Lack { field: "reason".to_owned() }]));
    }
    for id in &envelope.supersedes {
        let holds = history.find(id).is_some_and(|old| {
            old.header.kind == kind.kind().word()
                && matches!(history.status(old), Status::Unsigned | Status::Final)
        });
        if !holds {
            return Err(Failure::refused("cli-supersedes-unknown").with("id", id.as_str()));
        }
    }
    Ok(())
}

/// Who records, by a key of the roster; the configured person where the input names nobody.
fn author_key(ground: &Ground) -> Result<String, Failure> {
    let named = ground.input.envelope.by.clone().or_else(|| ground.context.config.person.clone());
    let key = named.filter(|key| !key.trim().is_empty()).ok_or_else(|| Failure::refused("cli-by-missing"))?;
    if ground.board.people.contains_key(&key) {
        Ok(key)
    } else {
        Err(Failure::refused("cli-by-unknown").with("key", key))
    }
}

fn author(ground: &Ground, role: Option<&str>) -> Result<Author, Failure> {
    let key = author_key(ground)?;
    let person = ground.board.people.get(&key);
    Ok(Author {
        name: ground.board.person_name(&key).to_owned(),
        role: role.map(ToOwned::to_owned),
        facility: person
            .and_then(|person| person.facility.as_ref())
            .map(Written::as_str)
            .map(ToOwned::to_owned),
        person: key,
    })
}

/// What is still needed, by the names of the fields.
fn lacking(lacks: &[Lack]) -> Failure {
    Failure::refused("cli-lacks").with("fields", join(lacks))
}

fn require(lacks: &[Lack]) -> Result<(), Failure> {
    if lacks.is_empty() { Ok(()) } else { Err(lacking(lacks)) }
}

/// Code words that are on no list, dates that are no dates.
fn require_strict(wrong: &[Lack]) -> Result<(), Failure> {
    if wrong.is_empty() { Ok(()) } else { Err(Failure::refused("cli-not-valid").with("fields", join(wrong))) }
}

fn join(lacks: &[Lack]) -> String {
    lacks.iter().map(|lack| lack.field.as_str()).collect::<Vec<_>>().join(", ")
}

type Made = (Body, Option<&'static str>);
