//! What happened in a meeting, from a file: who sat, and how it ended.

use crate::cli::agenda::has_case;
use crate::cli::args::RecordKind;
use crate::cli::author::of_roster;
use crate::cli::failure::Failure;
use crate::cli::record::ground::{Ground, author, check_readable, check_superseded};
use crate::domain::decision::QuorumStamp;
use crate::domain::record::{Attendance, Body, Close, Folder, NewRecord};
use crate::domain::value::Code;
use crate::domain::workspace::MeetingFolder;

pub fn make(ground: &Ground, kind: RecordKind, name: &str) -> Result<NewRecord, Failure> {
    let name = name.strip_suffix(['/', '\\']).unwrap_or(name);
    let name = name.strip_prefix("meetings/").unwrap_or(name);
    if !ground.store.has_meeting(name) {
        return Err(Failure::refused("cli-no-such-meeting").with("meeting", name));
    }
    let mut meeting = ground.store.meeting(name);
    check_readable(&meeting.damaged)?;
    meeting.history = ground.seen(&meeting.history).into_owned();
    check_superseded(ground, &meeting.history, kind)?;
    let body = match kind {
        RecordKind::Attendance => attendance(ground, &meeting)?,
        _ => close(ground, &meeting)?,
    };
    let envelope = &ground.input.envelope;
    Ok(NewRecord {
        id: None,
        folder: Folder::Meeting(name.to_owned()),
        by: author(ground, None)?,
        parents: meeting.history.heads(),
        supersedes: envelope.supersedes.clone(),
        reason: envelope.reason.clone().filter(|_| !envelope.supersedes.is_empty()),
        body,
    })
}

/// Who sat: the roster gives name and specialty, the board's rule the quorum.
fn attendance(ground: &Ground, meeting: &MeetingFolder) -> Result<Body, Failure> {
    let mut attendance: Attendance = ground.input.body()?;
    let Some(board) = meeting.board(ground.board) else {
        return Err(Failure::refused("cli-no-board").with("meeting", meeting.folder.as_str()));
    };
    for present in &mut attendance.present {
        if present.person.trim().is_empty() {
            return Err(Failure::refused("cli-lacks").with("fields", "present.person"));
        }
        match ground.board.people.get(&present.person) {
            Some(person) => {
                ground.board.person_name(&present.person).clone_into(&mut present.name);
                if present.specialty.is_none() {
                    present.specialty = person.specialty.as_ref().map(|code| Code::as_str(code).to_owned());
                }
            }
            None if present.name.trim().is_empty() => {
                of_roster(ground.board, &present.person, None, "cli-by-unknown")?;
            }
            // A guest who is not on the roster comes with a name.
            None => (),
        }
    }
    let mut persons: Vec<&str> = attendance.present.iter().map(|present| present.person.as_str()).collect();
    persons.sort_unstable();
    if let Some(twice) =
        persons.windows(2).find_map(|pair| (pair.first() == pair.last()).then(|| pair.first()))
    {
        return Err(Failure::refused("cli-present-twice").with("key", twice.copied().unwrap_or_default()));
    }
    let quorum = board.quorum.judge(&attendance.specialties());
    attendance.quorum = QuorumStamp {
        met: quorum.is_met(),
        present: quorum.present,
        needed: quorum.needed,
        lacking: quorum.lacking_words(),
    };
    Ok(Body::Attendance(attendance))
}

/// What became of each case; a case may stand in one list only, and must be on the agenda or in the workspace.
fn close(ground: &Ground, meeting: &MeetingFolder) -> Result<Body, Failure> {
    let close: Close = ground.input.body()?;
    let mut all: Vec<&String> =
        close.decided.iter().chain(&close.deferred).chain(&close.not_discussed).collect();
    for case in &all {
        if !ground.store.has_case(case) && !has_case(meeting, case) {
            return Err(Failure::refused("cli-no-such-case").with("case", case.as_str()));
        }
    }
    all.sort_unstable();
    let count = all.len();
    all.dedup();
    if all.len() < count {
        return Err(Failure::refused("cli-case-twice"));
    }
    if meeting.closed().is_some() && ground.input.envelope.supersedes.is_empty() {
        return Err(Failure::refused("cli-closed-already"));
    }
    Ok(Body::Close(close))
}
