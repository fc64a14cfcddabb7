//! A signature from a file: only the chair makes a decision FINAL, and only one that holds.

use crate::cli::failure::Failure;
use crate::cli::record::ground::{Ground, Made, author_key};
use crate::domain::board::Board;
use crate::domain::history::{Decided, Status};
use crate::domain::record::{Body, Signature};
use crate::domain::value::Written;
use crate::domain::workspace::CaseFolder;

pub fn make(ground: &Ground, folder: &CaseFolder) -> Result<Made, Failure> {
    let mut signature: Signature = ground.input.body()?;
    let signed = decision_to_sign(folder, &signature.record)?;
    if !signature.sha256.is_empty() && signature.sha256 != signed.record.sha256 {
        return Err(Failure::rule(crate::cli::exit::Exit::Conflict, "cli-sign-other-bytes"));
    }
    let chair = chair_of(ground, signed.decision.meeting.as_deref())?;
    if author_key(ground)? != chair {
        return Err(Failure::refused("cli-not-the-chair").with("chair", ground.board.person_name(&chair)));
    }
    signature.record.clone_from(&signed.record.header.id);
    signature.sha256.clone_from(&signed.record.sha256);
    if signature.meaning.trim().is_empty() {
        "approved".clone_into(&mut signature.meaning);
    }
    Ok((Body::Signature(signature), Some("chair")))
}

/// The decision that is named, or the one that waits for its signature.
fn decision_to_sign<'a>(folder: &'a CaseFolder, id: &str) -> Result<Decided<'a>, Failure> {
    let history = &folder.history;
    let unsigned: Vec<Decided> =
        history.decisions().into_iter().filter(|one| one.status == Status::Unsigned).collect();
    let found = match unsigned[..] {
        [only] if id.is_empty() => only,
        [] if id.is_empty() => return Err(Failure::refused("cli-nothing-to-sign")),
        [..] if id.is_empty() => return Err(Failure::refused("cli-which-to-sign")),
        _ => match unsigned.into_iter().find(|one| one.record.header.id == id) {
            Some(found) => found,
            None => return Err(Failure::refused("cli-cannot-sign").with("id", id)),
        },
    };
    // Signing one of two would hide the other; the chair first records one that replaces both.
    if history.conflicts().contains(&found.decision.discussion) {
        return Err(Failure::rule(crate::cli::exit::Exit::Conflict, "cli-sign-conflict"));
    }
    Ok(found)
}

/// Who chairs: the chair of that meeting, else of its board, else of the only board there is.
fn chair_of(ground: &Ground, meeting: Option<&str>) -> Result<String, Failure> {
    let of_board = |board: &Board| board.chair.as_ref().map(Written::as_str).map(ToOwned::to_owned);
    let boards = &ground.board.boards;
    let chair = match meeting.filter(|meeting| ground.store.has_meeting(meeting)) {
        Some(meeting) => {
            let folder = ground.store.meeting(meeting);
            let own = folder.file.value.as_ref().and_then(|plan| plan.chair.as_ref());
            own.map(|key| key.as_str().to_owned()).or_else(|| folder.board(ground.board).and_then(of_board))
        }
        None if boards.len() == 1 => boards.values().next().and_then(of_board),
        None => None,
    };
    chair.ok_or_else(|| Failure::refused("cli-no-chair"))
}
