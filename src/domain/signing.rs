//! Who answers for a decision: the recorder writes it, the chair signs it, and nobody else takes back what the chair has signed.

use crate::domain::board::{Board, BoardFile};
use crate::domain::history::{Decided, History, Status};
use crate::domain::meeting::Meeting;
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
    match meeting {
        Some(meeting) => CHAIR.in_meeting(board, meeting),
        None if board.boards.len() == 1 => key(board.boards.values().next().and_then(CHAIR.of_board)),
        None => None,
    }
}

/// Who records in a meeting, by key: its own recorder, else that of its board.
pub fn recorder<'a>(board: &'a BoardFile, meeting: &'a MeetingFolder) -> Option<&'a str> {
    RECORDER.in_meeting(board, meeting)
}

/// As what somebody records in a meeting; who is both recorder and chair records as recorder.
pub fn role(board: &BoardFile, meeting: &MeetingFolder, by: &str) -> Option<&'static str> {
    let held = [RECORDER, CHAIR].into_iter().find(|office| office.in_meeting(board, meeting) == Some(by));
    held.map(|office| office.word)
}

/// What somebody may be in a meeting; its plan says who, else the board that sits.
struct Office {
    word: &'static str,
    of_plan: fn(&Meeting) -> Option<&Written>,
    of_board: fn(&Board) -> Option<&Written>,
}

const CHAIR: Office =
    Office { word: "chair", of_plan: |plan| plan.chair.as_ref(), of_board: |board| board.chair.as_ref() };

const RECORDER: Office = Office {
    word: "recorder",
    of_plan: |plan| plan.recorder.as_ref(),
    of_board: |board| board.recorder.as_ref(),
};

impl Office {
    fn in_meeting<'a>(&self, board: &'a BoardFile, meeting: &'a MeetingFolder) -> Option<&'a str> {
        let own = meeting.file.value.as_ref().and_then(self.of_plan);
        key(own.or_else(|| meeting.board(board).and_then(self.of_board)))
    }
}

/// A blank names nobody.
fn key(written: Option<&Written>) -> Option<&str> {
    written.map(Written::as_str).filter(|key| !key.trim().is_empty())
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

    #[test]
    fn the_meeting_names_its_recorder_before_the_board_and_a_recorder_who_chairs_records_as_recorder() {
        let mut file = BoardFile::default();
        let lung =
            Board { chair: Some("phan-ir".into()), recorder: Some("mai-onc".into()), ..Board::default() };
        file.boards.insert("lung".into(), lung);
        for (own, expected, roles) in [
            (None, Some("mai-onc"), [Some("chair"), Some("recorder"), None]),
            (Some("le-rad"), Some("le-rad"), [Some("chair"), None, Some("recorder")]),
            (Some("phan-ir"), Some("phan-ir"), [Some("recorder"), None, None]),
            (Some(" "), None, [Some("chair"), None, None]),
        ] {
            let plan =
                Meeting { board: Some("lung".into()), recorder: own.map(Into::into), ..Meeting::default() };
            let loaded = Loaded { value: Some(plan), ..Loaded::default() };
            let meeting = MeetingFolder { file: loaded, ..MeetingFolder::default() };
            assert_eq!(recorder(&file, &meeting), expected, "{own:?}");
            let found = ["phan-ir", "mai-onc", "le-rad"].map(|by| role(&file, &meeting, by));
            assert_eq!(found, roles, "{own:?}");
        }
    }
}
