//! `record`: the same validation as the screen; prints `saved ID` only after the disk has it.

mod case_records;
mod decision;
mod ground;
mod input;
mod meeting_records;
mod signature;

use std::io::Write;
use std::time::SystemTime;

use crate::cli::args::RecordKind;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::record::ground::{Ground, author, check_readable, check_superseded};
use crate::cli::record::input::Input;
use crate::cli::show;
use crate::domain::identity::Identity;
use crate::domain::record::{Folder, NewRecord};
use crate::domain::workspace::CaseFolder;
use crate::storage::error::ErrorKind;
use crate::storage::{journal, layout};

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
        RecordKind::Attendance | RecordKind::Agenda | RecordKind::Timing | RecordKind::Close => {
            meeting_records::make(&ground, kind, case)?
        }
        _ => on_case(&ground, kind, case)?,
    };
    let id = id.unwrap_or_else(|| journal::fresh_id(SystemTime::from(context.now)));
    let saved = store.append(&new, id.clone(), context.now.to_rfc3339()).map_err(|error| {
        // Only these may succeed when simply tried again.
        if matches!(error.kind, ErrorKind::Failed | ErrorKind::NotPermitted) {
            context.say("cli-retry-id", &[("id", id.into())]);
        }
        Failure::from(error)
    })?;
    writeln!(out, "saved {}", saved.record.header.id)?;
    if !saved.is_confirmed {
        context.say("saved-unconfirmed", &[]);
    }
    Ok(Exit::Ok)
}

/// A record on a case: only after the recorder has named the patient.
fn on_case(ground: &Ground, kind: RecordKind, case: &str) -> Result<NewRecord, Failure> {
    let mut folder = ground.store.case(&show::find(ground.context, ground.store, case)?);
    check_identity(ground, &folder)?;
    check_readable(&folder.damaged)?;
    // What was changed stops no meeting, and nobody records beside it unwarned.
    ground.context.say_damaged(&folder.damaged);
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
        RecordKind::Retraction => case_records::retraction(ground, history)?,
        RecordKind::Attendance | RecordKind::Agenda | RecordKind::Timing | RecordKind::Close => {
            return Err(Failure::refused("cli-kind-of-meeting"));
        }
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
