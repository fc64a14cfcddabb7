//! Who answers for a decision: the chair signs it, and nobody else takes back what the chair has signed.

use crate::domain::board::{Board, BoardFile};
use crate::domain::history::{Decided, History, Status};
use crate::domain::record::Body;
use crate::domain::value::Written;
use crate::domain::workspace::MeetingFolder;

/// Why there is nothing that the chair could sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsignable {
    /// No decision waits for a signature.
    Nothing,
    /// Several wait and none was named.
    WhichOne,
    /// The one that was named does not wait for a signature.
    NotWaiting,
    /// Two decisions on one discussion: signing one would hide the other.
    Conflict,
}

/// The decision that is named, or the one that waits for its signature.
pub fn to_sign<'a>(history: &'a History, id: Option<&str>) -> Result<Decided<'a>, Unsignable> {
    let unsigned: Vec<Decided> =
        history.decisions().into_iter().filter(|one| one.status == Status::Unsigned).collect();
    let found = match (id, &unsigned[..]) {
        (Some(id), all) => {
            *all.iter().find(|one| one.record.header.id == id).ok_or(Unsignable::NotWaiting)?
        }
        (None, []) => return Err(Unsignable::Nothing),
        (None, [only]) => *only,
        (None, _) => return Err(Unsignable::WhichOne),
    };
    if history.conflicts().contains(&found.decision.discussion) {
        return Err(Unsignable::Conflict);
    }
    Ok(found)
}

/// Who chairs, by key: the chair of the meeting in which it was decided, else of its board; without a meeting the
/// chair of the only board there is.
pub fn chair<'a>(board: &'a BoardFile, meeting: Option<&'a MeetingFolder>) -> Option<&'a str> {
    fn of_board(board: &Board) -> Option<&Written> {
        board.chair.as_ref()
    }
    let found = match meeting {
        Some(meeting) => {
            let own = meeting.file.value.as_ref().and_then(|plan| plan.chair.as_ref());
            own.or_else(|| meeting.board(board).and_then(of_board))
        }
        None if board.boards.len() == 1 => board.boards.values().next().and_then(of_board),
        None => None,
    };
    found.map(Written::as_str).filter(|key| !key.trim().is_empty())
}

/// The signed decision that would fall with this record: only the chair says that it was entered in error.
pub fn signed_by_chair<'a>(history: &'a History, id: &str) -> Option<Decided<'a>> {
    let record = history.find(id)?;
    let decision = match &record.body {
        Body::Signature(signature) => signature.record.as_str(),
        _ => id,
    };
    let decided = history.decisions().into_iter().find(|one| one.record.header.id == decision)?;
    let signature = history.signature(decided.record)?;
    (decision == id || signature.header.id == id).then_some(decided)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::Decision;
    use crate::domain::history::replay;
    use crate::domain::meeting::Meeting;
    use crate::domain::record::{Header, Record, Signature};
    use crate::domain::workspace::Loaded;

    fn record(id: &str, body: Body) -> Record {
        let header = Header { id: id.into(), ..Header::default() };
        Record { header, body, sha256: format!("sum-{id}") }
    }

    fn decision(id: &str) -> Record {
        record(id, Body::Decision(Box::new(Decision { discussion: 1, ..Decision::default() })))
    }

    fn signature(id: &str, of: &str) -> Record {
        let signature =
            Signature { record: of.into(), sha256: format!("sum-{of}"), meaning: "approved".into() };
        record(id, Body::Signature(signature))
    }

    #[test]
    fn a_signed_decision_and_its_signature_need_the_chair_and_an_unsigned_one_does_not() {
        let signed = replay(vec![decision("a"), signature("b", "a")]);
        assert!(signed_by_chair(&signed, "a").is_some());
        assert!(signed_by_chair(&signed, "b").is_some());
        let unsigned = replay(vec![decision("a")]);
        assert!(signed_by_chair(&unsigned, "a").is_none());
    }

    #[test]
    fn two_decisions_that_hold_are_not_signed_one_by_one() {
        assert_eq!(to_sign(&replay(vec![]), None), Err(Unsignable::Nothing));
        let two = replay(vec![decision("a"), decision("b")]);
        assert_eq!(to_sign(&two, None), Err(Unsignable::WhichOne));
        assert_eq!(to_sign(&two, Some("a")), Err(Unsignable::Conflict));
        assert_eq!(to_sign(&two, Some("z")), Err(Unsignable::NotWaiting));
        let one = replay(vec![decision("a")]);
        assert_eq!(to_sign(&one, None).map(|one| one.record.header.id.as_str()), Ok("a"));
    }

    #[test]
    fn the_meeting_names_the_chair_before_the_board_and_several_boards_name_none() {
        let board = |chair: &str| Board { chair: Some(chair.into()), ..Board::default() };
        let mut file = BoardFile::default();
        file.boards.insert("liver".into(), board("phan-ir"));
        assert_eq!(chair(&file, None), Some("phan-ir"));
        file.boards.insert("lung".into(), board("mai-onc"));
        assert_eq!(chair(&file, None), None);
        let meeting = |chair: Option<&str>| MeetingFolder {
            file: Loaded {
                value: Some(Meeting {
                    board: Some("lung".into()),
                    chair: chair.map(Into::into),
                    ..Meeting::default()
                }),
                ..Loaded::default()
            },
            ..MeetingFolder::default()
        };
        assert_eq!(chair(&file, Some(&meeting(None))), Some("mai-onc"));
        assert_eq!(chair(&file, Some(&meeting(Some("le-rad")))), Some("le-rad"));
    }
}
