//! A signature from a file: only the chair makes a decision FINAL, and only one that holds.

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::record::ground::{Ground, Made, author_key};
use crate::domain::history::Decided;
use crate::domain::record::{Body, Signature};
use crate::domain::signing::{Unsignable, chair, to_sign};
use crate::domain::workspace::CaseFolder;

pub fn make(ground: &Ground, folder: &CaseFolder) -> Result<Made, Failure> {
    let mut signature: Signature = ground.input.body()?;
    let named = Some(signature.record.as_str()).filter(|id| !id.is_empty());
    let signed = to_sign(&folder.history, named).map_err(|why| refused(why, &signature.record))?;
    if !signature.sha256.is_empty() && signature.sha256 != signed.record.sha256 {
        return Err(Failure::rule(Exit::Conflict, "cli-sign-other-bytes"));
    }
    require_chair(ground, signed, "cli-not-the-chair")?;
    signature.record.clone_from(&signed.record.header.id);
    signature.sha256.clone_from(&signed.record.sha256);
    if signature.meaning.trim().is_empty() {
        "approved".clone_into(&mut signature.meaning);
    }
    Ok((Body::Signature(signature), Some("chair")))
}

fn refused(why: Unsignable, id: &str) -> Failure {
    match why {
        Unsignable::Nothing => Failure::refused("cli-nothing-to-sign"),
        Unsignable::WhichOne => Failure::refused("cli-which-to-sign"),
        Unsignable::NotWaiting => Failure::refused("cli-cannot-sign").with("id", id),
        Unsignable::Conflict => Failure::rule(Exit::Conflict, "cli-sign-conflict"),
    }
}

/// Refuses, in the words of `id`, whoever is not the chair of the meeting or the board that decided.
pub fn require_chair(ground: &Ground, decided: Decided<'_>, id: &'static str) -> Result<(), Failure> {
    let meeting = decided.decision.meeting.as_deref().filter(|meeting| ground.store.has_meeting(meeting));
    let meeting = meeting.map(|meeting| ground.store.meeting(meeting));
    let chair = chair(ground.board, meeting.as_ref()).ok_or_else(|| Failure::refused("cli-no-chair"))?;
    if author_key(ground)? == chair {
        Ok(())
    } else {
        Err(Failure::refused(id).with("chair", ground.board.person_name(chair)))
    }
}
