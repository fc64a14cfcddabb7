//! The meeting itself: which one is open, who is there.

use crate::domain::value::Written;
use crate::ui::model::Model;
use crate::ui::overlays::roll_call::{RollCall, Seat};
use crate::ui::update::meeting_drafts;

/// The members of the board, then everyone else of the roster who was marked present before.
pub fn roll_call(model: &Model) -> Option<RollCall> {
    let (meeting, board, file) = (model.meeting()?, model.board()?, model.board_file());
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
    let kept = meeting_drafts::of_roll_call(model, &meeting.folder);
    let mut people: Vec<Seat> = people.collect();
    for seat in &mut people {
        let marked = kept.as_ref().and_then(|kept| kept.values.get(&seat.person));
        seat.present = marked.map_or(seat.present, |name| !name.is_empty());
    }
    Some(RollCall {
        people,
        marked: 0,
        rule: board.quorum.clone(),
        meeting: meeting.folder.clone(),
        parents: meeting.history.heads(),
        touched: kept.is_some(),
    })
}
