//! For how long a case is discussed: measured only while its meeting runs, so that looking writes nothing.

use std::time::Duration;

use crate::domain::agenda::slots;
use crate::domain::record::{Body, Folder, NewRecord, Timing};
use crate::ui::model::{Discussing, Model};
use crate::ui::msg::Effect;

/// Who passes a case on the way to another one does not discuss it.
const LEAST: Duration = Duration::from_secs(10);

/// The case that was opened is discussed when its meeting is today, has had its roll call and is not closed.
pub fn begin(model: &mut Model) {
    let Some(case) = model.case.as_ref().map(|case| case.folder.folder.clone()) else { return };
    let Some(meeting) = model.meeting() else { return };
    let runs =
        meeting.day() == Some(model.today) && meeting.attendance().is_some() && meeting.closed().is_none();
    if runs && slots(meeting).iter().any(|slot| slot.case == case) {
        model.discussing = Some(Discussing { meeting: meeting.folder.clone(), case, since: model.elapsed });
    }
}

/// The case was left or decided: how long it took becomes a record of the meeting.
pub fn end(model: &mut Model) -> Vec<Effect> {
    let Some(discussing) = model.discussing.take() else { return Vec::new() };
    let took = model.elapsed.saturating_sub(discussing.since);
    let meetings = model.listing.as_ref().map(|listing| listing.meetings.as_slice()).unwrap_or_default();
    let meeting = meetings.iter().find(|meeting| meeting.folder == discussing.meeting);
    let Some(meeting) = meeting.filter(|_| took >= LEAST) else { return Vec::new() };
    let record = NewRecord::new(
        Folder::Meeting(discussing.meeting),
        model.author("recorder"),
        meeting.history.heads(),
        Body::Timing(Timing { case: discussing.case, seconds: took.as_secs() }),
    );
    vec![Effect::Time(Box::new(record))]
}
