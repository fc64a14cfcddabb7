//! A decision from a file: the recorder gives what was decided, the program stamps on what, by whom, for whom.

use crate::cli::agenda::has_case;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::record::ground::{Ground, Made, author_key, check_readable, require, require_strict, tell};
use crate::domain::attention;
use crate::domain::case::{Case, LARGEST_IMAGE};
use crate::domain::caution;
use crate::domain::decision::{AttachmentStamp, Decision};
use crate::domain::history::History;
use crate::domain::identity::stamp;
use crate::domain::lack::lacks;
use crate::domain::record::Body;
use crate::domain::signing;
use crate::domain::standing::{amended_discussion, left_beside, of_another_discussion};
use crate::domain::strict;
use crate::domain::value::Written;
use crate::domain::workspace::{CaseFolder, MeetingFolder};
use crate::phrase;
use crate::storage::error::ErrorKind;
use crate::storage::record_file::sha256;

pub fn make(ground: &Ground, folder: &CaseFolder) -> Result<Made, Failure> {
    let mut decision: Decision = ground.input.body()?;
    require_strict(&strict::decision(&decision))?;
    decision.complete();
    let Some(case) = &folder.file.value else {
        return Err(Failure::refused("cli-unreadable-case").with("path", folder.file.path.as_str()));
    };
    stamp_case(&mut decision, case, folder)?;
    stamp_discussion(ground, &mut decision, case, &folder.history)?;
    let meeting = meeting_of(ground, &folder.folder, decision.meeting.as_deref())?;
    let board = meeting.as_ref().and_then(|meeting| meeting.board(ground.board));
    decision.after_close = false;
    if let Some(meeting) = &meeting {
        meeting.stamp(&mut decision);
    }
    stamp_attachments(ground, &mut decision, case, &folder.folder)?;
    let also = board.map_or(&[][..], |board| &board.requires);
    attention::stamp(case, &mut decision);
    tell_unanswered(ground, &decision);
    require(&lacks(&decision, Some(case), also))?;
    check_standing(ground, folder, &decision)?;
    tell(
        ground.context,
        &caution::of_decision(&decision, Some(case), meeting.as_ref(), ground.context.as_of),
    );
    let by = author_key(ground)?;
    let role = meeting.as_ref().and_then(|meeting| signing::role(ground.board, meeting, &by));
    Ok((Body::Decision(Box::new(decision)), role))
}

/// The question, the patient and the bytes that the decision is made on. What the file says of them must be
/// what is on the disk: it was written for another state of the case otherwise.
fn stamp_case(decision: &mut Decision, case: &Case, folder: &CaseFolder) -> Result<(), Failure> {
    let question = case.question.text.as_ref().map(Written::as_str).unwrap_or_default();
    let differs = |field: &'static str| {
        Err(Failure::rule(Exit::Conflict, "cli-differs-from-case").with("field", field))
    };
    if !decision.question.trim().is_empty() && decision.question.trim() != question.trim() {
        return differs("question");
    }
    question.clone_into(&mut decision.question);
    let patient = stamp(&case.patient);
    if decision.patient != crate::domain::decision::PatientStamp::default() && decision.patient != patient {
        return differs("patient");
    }
    decision.patient = patient;
    if decision.made_on.is_some() && decision.made_on != folder.file.sha256 {
        return differs("made-on");
    }
    decision.made_on.clone_from(&folder.file.sha256);
    Ok(())
}

/// The discussion of what it amends; else that which the case asks for, or an earlier one that is recorded late.
fn stamp_discussion(
    ground: &Ground,
    decision: &mut Decision,
    case: &Case,
    history: &History,
) -> Result<(), Failure> {
    let now = case.question.discussion_number();
    let supersedes = &ground.input.envelope.supersedes;
    let amended = amended_discussion(history, supersedes);
    if !ground.input.gives("discussion")? {
        decision.discussion = amended.unwrap_or(now);
    } else if amended.is_none() && !(1..=now).contains(&decision.discussion) {
        let failure = Failure::refused("cli-discussion-range");
        return Err(failure.with("number", decision.discussion.to_string()).with("now", now.to_string()));
    }
    match of_another_discussion(history, decision.discussion, supersedes) {
        Some(other) => Err(Failure::refused("cli-amends-another-discussion")
            .with("id", other.record.header.id.as_str())
            .with("own", other.decision.discussion.to_string())
            .with("number", decision.discussion.to_string())),
        None => Ok(()),
    }
}

/// The digests of the key images of the case; a missing one is told, because nobody saw it. One that the disk
/// did not hand over now was seen, and may be readable at the next try.
fn stamp_attachments(
    ground: &Ground,
    decision: &mut Decision,
    case: &Case,
    folder: &str,
) -> Result<(), Failure> {
    decision.attachments.clear();
    for file in case.key_images() {
        match ground.store.read_attachment(folder, file, LARGEST_IMAGE) {
            Ok(bytes) => {
                decision.attachments.push(AttachmentStamp { file: file.to_owned(), sha256: sha256(&bytes) });
            }
            Err(error) if error.kind == ErrorKind::Failed => return Err(Failure::from(error)),
            Err(error) => {
                let why = crate::cli::failure::why(ground.context.words, &error);
                let args = [("file", file.into()), ("why", why.into())];
                ground.context.say("cli-attachment-missing", &args);
            }
        }
    }
    Ok(())
}

/// The meeting that is named, or the latest one until this day with the case on its agenda.
fn meeting_of(ground: &Ground, case: &str, named: Option<&str>) -> Result<Option<MeetingFolder>, Failure> {
    if let Some(named) = named {
        if ground.store.has_meeting(named) {
            return readable(ground.store.meeting(named)).map(Some);
        }
        return Err(Failure::refused("cli-no-such-meeting").with("meeting", named));
    }
    let mut found: Option<(chrono::NaiveDate, MeetingFolder)> = None;
    let mut unreadable: Option<(chrono::NaiveDate, MeetingFolder)> = None;
    for folder in ground.store.meetings()? {
        let meeting = ground.store.meeting(&folder);
        let Some(day) = meeting.day().filter(|day| *day <= ground.context.as_of) else { continue };
        if meeting.file.value.is_none() {
            unreadable = Some((day, meeting));
        } else if has_case(&meeting, case) && found.as_ref().is_none_or(|(latest, _)| day >= *latest) {
            found = Some((day, meeting));
        }
    }
    let found = match found {
        Some((day, meeting)) => Some((day, readable(meeting)?)),
        None => None,
    };
    // The file that cannot be read may be the one of this very meeting.
    if let Some((day, meeting)) = unreadable
        && found.as_ref().is_none_or(|(latest, _)| day >= *latest)
    {
        return readable(meeting).map(Some);
    }
    let meeting = found.map(|(_, meeting)| meeting);
    match &meeting {
        Some(meeting) => {
            ground.context.say("cli-meeting-assumed", &[("meeting", meeting.folder.as_str().into())]);
        }
        None => ground.context.say("cli-without-meeting", &[]),
    }
    Ok(meeting)
}

/// What the case has against a recommendation, beside the field that wants the reason.
fn tell_unanswered(ground: &Ground, decision: &Decision) {
    for (index, one) in decision.recommendations.iter().enumerate() {
        for (at, concern) in one.attention.iter().enumerate().filter(|(_, one)| one.reason.is_none()) {
            let field = format!("recommendations[{index}].attention[{at}].reason");
            let what = phrase::decision::attention(ground.context.words, concern);
            ground.context.say("cli-attention", &[("field", field.into()), ("what", what.into())]);
        }
    }
}

/// A second decision on the same discussion must say that it replaces the first.
fn check_standing(ground: &Ground, folder: &CaseFolder, decision: &Decision) -> Result<(), Failure> {
    let supersedes = &ground.input.envelope.supersedes;
    match left_beside(&folder.history, decision.discussion, supersedes) {
        Some(one) => Err(Failure::refused("cli-decided-already").with("id", one.header.id.as_str())),
        None => Ok(()),
    }
}

/// Without its file a meeting has no board, and without the board nobody knows what it requires.
fn readable(meeting: MeetingFolder) -> Result<MeetingFolder, Failure> {
    if meeting.file.value.is_some() {
        // The roll call that counts may be the record that the disk did not hand over.
        check_readable(&meeting.damaged)?;
        Ok(meeting)
    } else {
        Err(Failure::refused("cli-unreadable-meeting").with("path", meeting.file.path))
    }
}
