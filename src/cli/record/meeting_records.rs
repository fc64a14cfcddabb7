//! What happened in a meeting, from a file: who sat, and how it ended.

use crate::cli::agenda::has_case;
use crate::cli::args::RecordKind;
use crate::cli::author::of_roster;
use crate::cli::failure::Failure;
use crate::cli::record::ground::{Ground, author, check_readable, check_superseded};
use crate::domain::agenda::{Unfit, check};
use crate::domain::record::{AgendaChange, Attendance, Body, Close, Folder, NewRecord, Timing};
use crate::domain::summary::Summary;
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
        RecordKind::Agenda => agenda(ground, &meeting)?,
        RecordKind::Timing => timing(ground, &meeting)?,
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
    attendance.quorum = board.quorum.judge(&attendance.specialties()).stamp();
    Ok(Body::Attendance(attendance))
}

/// A change of the running agenda, with its reason.
fn agenda(ground: &Ground, meeting: &MeetingFolder) -> Result<Body, Failure> {
    let change: AgendaChange = ground.input.body()?;
    check(&change, meeting).map_err(|why| match why {
        Unfit::Lacks(fields) => Failure::refused("cli-lacks").with("fields", fields.join(", ")),
        Unfit::NotOnAgenda => Failure::refused("cli-not-on-agenda").with("case", change.case.as_str()),
        Unfit::OnAgenda => Failure::refused("cli-on-agenda").with("case", change.case.as_str()),
        Unfit::NoSuchPlace(last) => Failure::refused("cli-no-such-place").with("last", last.to_string()),
        Unfit::Closed => Failure::refused("cli-closed-already"),
    })?;
    require_case(ground, meeting, &change.case)?;
    Ok(Body::Agenda(change))
}

/// For how long a case was discussed, measured by whoever writes it.
fn timing(ground: &Ground, meeting: &MeetingFolder) -> Result<Body, Failure> {
    let timing: Timing = ground.input.body()?;
    let lacks = [("case", timing.case.trim().is_empty()), ("seconds", timing.seconds == 0)];
    let lacks: Vec<&str> = lacks.into_iter().filter(|(_, lacks)| *lacks).map(|(name, _)| name).collect();
    if !lacks.is_empty() {
        return Err(Failure::refused("cli-lacks").with("fields", lacks.join(", ")));
    }
    require_case(ground, meeting, &timing.case)?;
    Ok(Body::Timing(timing))
}

fn require_case(ground: &Ground, meeting: &MeetingFolder, case: &str) -> Result<(), Failure> {
    if ground.store.has_case(case) || has_case(meeting, case) {
        Ok(())
    } else {
        Err(Failure::refused("cli-no-such-case").with("case", case))
    }
}

/// What became of each case; a case may stand in one list only, must be on the agenda or in the workspace, and counts as
/// decided only with a decision of this meeting.
fn close(ground: &Ground, meeting: &MeetingFolder) -> Result<Body, Failure> {
    let close: Close = ground.input.body()?;
    let mut all: Vec<&String> = [&close.decided, &close.deferred, &close.not_discussed, &close.in_conflict]
        .into_iter()
        .flatten()
        .collect();
    for case in &all {
        require_case(ground, meeting, case)?;
    }
    for case in &close.decided {
        let summary = Summary::of(&ground.store.case(case));
        if summary.sitting(&meeting.folder).is_none() {
            return Err(Failure::refused("cli-not-decided").with("case", case.as_str()));
        }
        if summary.conflict {
            return Err(Failure::refused("cli-decided-in-conflict").with("case", case.as_str()));
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
