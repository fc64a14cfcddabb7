//! The meetings as far as the index needs them: which day counts for which case.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::agenda;
use crate::domain::record::Folder;
use crate::domain::workspace::MeetingFolder;
use crate::storage::index::disk::FileStamp;
use crate::storage::{journal, layout, people};

/// A meeting as it was read: its plan, and what became of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownMeeting {
    pub folder: String,
    stamp: FileStamp,
    /// The folder of its records: what was added in the meeting counts too.
    records: Option<FileStamp>,
    settled: bool,
    day: Option<NaiveDate>,
    cases: Vec<String>,
}

/// The meetings that are there now, where they are not all as they were; only files that changed are read.
pub fn read(
    root: &Path,
    folders: &[String],
    known: &[KnownMeeting],
    now: std::time::SystemTime,
) -> Option<Vec<KnownMeeting>> {
    let before: HashMap<&str, &KnownMeeting> = known.iter().map(|one| (one.folder.as_str(), one)).collect();
    let meeting = |folder: &String| {
        let path = root.join(layout::MEETINGS).join(folder).join(layout::MEETING);
        let stamp = FileStamp::of(&std::fs::metadata(path).ok()?);
        let own = Folder::Meeting(folder.clone());
        let records =
            std::fs::metadata(layout::records_dir(root, &own)).ok().map(|data| FileStamp::of(&data));
        let is_same = |one: &&&KnownMeeting| one.settled && one.stamp == stamp && one.records == records;
        if let Some(same) = before.get(folder.as_str()).filter(is_same) {
            return Some(Cow::Borrowed(*same));
        }
        let (history, damaged) = journal::read(root, &own);
        let file = people::meeting(root, folder);
        let read = MeetingFolder { folder: folder.clone(), file, history, damaged };
        let plan = agenda::became(&read).unwrap_or_default();
        let settled = stamp.is_settled(now) && records.is_none_or(|records| records.is_settled(now));
        let day = plan.date.as_ref().and_then(|date| date.known()?.day());
        let cases = plan.agenda.iter().map(|item| item.case.as_str().to_owned()).collect();
        Some(Cow::Owned(KnownMeeting { folder: folder.clone(), stamp, records, settled, day, cases }))
    };
    let now: Vec<Cow<'_, KnownMeeting>> = folders.iter().filter_map(meeting).collect();
    // Nothing is copied where nothing changed.
    let is_same = now.len() == known.len() && now.iter().zip(known).all(|(now, known)| **now == *known);
    (!is_same).then(|| now.into_iter().map(Cow::into_owned).collect())
}

/// The day of the latest meeting that lists each case.
pub fn days(meetings: &[KnownMeeting]) -> HashMap<&str, NaiveDate> {
    let mut latest: HashMap<&str, NaiveDate> = HashMap::new();
    for meeting in meetings {
        let Some(day) = meeting.day else { continue };
        for case in &meeting.cases {
            let seen = latest.entry(case).or_insert(day);
            *seen = day.max(*seen);
        }
    }
    latest
}
