//! The meeting itself: which one is open, who is there, how it is closed.

use crate::domain::history::Status;
use crate::domain::record::{Body, Close, Folder, NewRecord};
use crate::domain::text::Shown;
use crate::domain::value::Written;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::overlays::roll_call::{RollCall, Seat};
use crate::ui::overlays::{Confirmed, Overlay};
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::agenda::items;

pub fn marked_meeting(model: &Model) -> usize {
    let Some(listing) = &model.listing else { return 0 };
    let open = model.agenda.meeting.as_ref();
    listing
        .meetings
        .iter()
        .position(|meeting| Some(&meeting.folder) == open)
        .unwrap_or(listing.meetings.len())
}

/// What became of each case, shown before the meeting is closed.
pub fn close_meeting(model: &mut Model) {
    let Some(meeting) = model.meeting() else { return };
    let here = meeting.folder.clone();
    let mut close = Close::default();
    let mut page = vec![Block::Says(Part::value(model.words.get("close-question"))), Block::Gap];
    for item in items(model) {
        let sitting =
            item.summary.and_then(|summary| summary.sittings.iter().rfind(|one| one.meeting == here));
        let decided = sitting.map(|one| one.status);
        let name = item.summary.and_then(|summary| summary.patient.name()).unwrap_or(item.folder).to_owned();
        let list = match sitting {
            Some(one) if one.deferred => &mut close.deferred,
            Some(_) => &mut close.decided,
            None => &mut close.not_discussed,
        };
        list.push(item.folder.to_owned());
        let state = match decided {
            Some(status) => phrase::code(model.words, &status.into()),
            None => Shown::line(&model.words.get("no-decision")),
        };
        let role = if decided == Some(Status::Final) { Role::Good } else { Role::Attention };
        page.push(Block::Fact(Shown::line(&name), Part::new(role, state)));
    }
    let record = NewRecord {
        id: None,
        folder: Folder::Meeting(meeting.folder.clone()),
        by: model.author("recorder"),
        parents: meeting.history.heads(),
        supersedes: Vec::new(),
        reason: None,
        body: Body::Close(close),
    };
    let title = model.words.get("command-close-meeting");
    model.overlays.push(Overlay::Confirm {
        title,
        page,
        then: Box::new(Confirmed::Record(Box::new(record))),
    });
}

/// The members of the board, then everyone else of the roster who was marked present before.
pub fn roll_call(model: &Model) -> Option<RollCall> {
    let (meeting, file) = (model.meeting()?, model.board_file()?);
    let board = model.board()?;
    let before: Vec<&str> = meeting
        .attendance()
        .map(|one| one.present.iter().map(|seat| seat.person.as_str()).collect())
        .unwrap_or_default();
    let mut keys: Vec<&str> = board.members.iter().map(Written::as_str).collect();
    keys.extend(before.iter().filter(|key| !keys.contains(key)).copied().collect::<Vec<_>>());
    let others: Vec<&str> =
        file.people.keys().map(String::as_str).filter(|key| !keys.contains(key)).collect();
    keys.extend(others);
    let people = keys.into_iter().map(|key| Seat {
        person: key.to_owned(),
        name: file.person_name(key).to_owned(),
        specialty: file.people.get(key).and_then(|person| person.specialty.as_ref()?.known()),
        present: before.contains(&key),
    });
    Some(RollCall {
        people: people.collect(),
        marked: 0,
        rule: board.quorum.clone(),
        meeting: meeting.folder.clone(),
        parents: meeting.history.heads(),
    })
}
