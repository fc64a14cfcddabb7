//! The meetings as far as the index needs them: which day counts for which case.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::agenda;
use crate::domain::meeting::Sitting;
use crate::domain::record::Folder;
use crate::domain::workspace::{Damaged, MeetingFolder};
use crate::storage::index::disk::{self, Disk};
use crate::storage::index::stamp::Stamp;
use crate::storage::{journal, people};

/// A meeting as it was read: its plan, and what became of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownMeeting {
    pub folder: String,
    /// Of its records too: what was added in the meeting counts.
    stamp: Stamp,
    pub(super) sitting: Sitting,
    /// Everything it says was read; else nobody knows which cases it lists or put off.
    pub(super) is_known: bool,
}

impl KnownMeeting {
    /// Takes over what was read by somebody who did not look at its files, so the next look reads them again.
    pub(super) fn hear(&mut self, meeting: &MeetingFolder) {
        self.sitting = agenda::sitting(meeting);
        self.is_known = meeting.is_known();
        self.stamp = self.stamp.distrusted();
    }
}

/// Whether the disk handed over all of it; what it did not it may hand over the next time, while it looks the same.
pub(super) fn is_whole(meeting: &MeetingFolder) -> bool {
    meeting.file.value.is_some() && !meeting.damaged.iter().any(Damaged::is_withheld)
}

/// The meetings that are there now, where they are not all as they were; only files that changed are read. A workspace that
/// cannot be looked at has none.
pub fn read(
    root: &Path,
    folders: &[String],
    known: &[KnownMeeting],
    now: std::time::SystemTime,
) -> Option<Vec<KnownMeeting>> {
    let (disk, settled) = (Disk::open(root).ok(), disk::edge(now));
    let before: HashMap<&str, &KnownMeeting> = known.iter().map(|one| (one.folder.as_str(), one)).collect();
    let meeting = |folder: &String| {
        let stamp = Stamp::of_meeting(disk.as_ref()?, folder, settled)?;
        let is_same = |one: &&&KnownMeeting| stamp.same_file(&one.stamp) && stamp.same_records(&one.stamp);
        if let Some(same) = before.get(folder.as_str()).filter(is_same) {
            return Some(Cow::Borrowed(*same));
        }
        let own = Folder::Meeting(folder.clone());
        let (history, damaged) = journal::read(root, &own);
        let file = people::meeting(root, folder);
        let read = MeetingFolder { folder: folder.clone(), file, history, damaged };
        let stamp = if is_whole(&read) { stamp } else { stamp.distrusted() };
        let (sitting, is_known) = (agenda::sitting(&read), read.is_known());
        Some(Cow::Owned(KnownMeeting { folder: folder.clone(), stamp, sitting, is_known }))
    };
    let now: Vec<Cow<'_, KnownMeeting>> = folders.iter().filter_map(meeting).collect();
    // Nothing is copied where nothing changed.
    let is_same = now.len() == known.len() && now.iter().zip(known).all(|(now, known)| **now == *known);
    (!is_same).then(|| now.into_iter().map(Cow::into_owned).collect())
}

/// So many of these folders, both in their order, that are read before the others: what is discussed nearest to today, because
/// that is what a board sees first; then those at the top of the list.
pub fn first(meetings: &[KnownMeeting], folders: &[String], today: NaiveDate, most: usize) -> Vec<String> {
    let mut nearest: Vec<(i64, &KnownMeeting)> = meetings
        .iter()
        .filter_map(|one| Some((one.sitting.day?.signed_duration_since(today).num_days(), one)))
        .map(|(days, one)| (days.abs(), one))
        .collect();
    nearest.sort_by_key(|(days, _)| *days);
    let discussed = nearest.into_iter().flat_map(|(_, meeting)| &meeting.sitting.cases);
    let mut first = BTreeSet::new();
    for folder in discussed.filter(|case| folders.binary_search(case).is_ok()).chain(folders) {
        if first.len() == most {
            break;
        }
        first.insert(folder.clone());
    }
    first.into_iter().collect()
}
