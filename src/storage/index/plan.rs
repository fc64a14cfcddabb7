//! The meetings as far as the index needs them: which day counts for which case.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::storage::index::disk::FileStamp;
use crate::storage::{layout, people};

/// A meeting.yaml as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownMeeting {
    pub folder: String,
    stamp: FileStamp,
    settled: bool,
    day: Option<NaiveDate>,
    cases: Vec<String>,
}

/// The meetings that are there now; only files that changed are read.
pub fn read(
    root: &Path,
    folders: &[String],
    known: &[KnownMeeting],
    now: std::time::SystemTime,
) -> Vec<KnownMeeting> {
    let known: HashMap<&str, &KnownMeeting> = known.iter().map(|one| (one.folder.as_str(), one)).collect();
    let meeting = |folder: &String| {
        let path = root.join(layout::MEETINGS).join(folder).join(layout::MEETING);
        let stamp = FileStamp::of(&std::fs::metadata(path).ok()?);
        if let Some(same) = known.get(folder.as_str()).filter(|one| one.settled && one.stamp == stamp) {
            return Some((*same).clone());
        }
        let plan = people::meeting(root, folder).value.unwrap_or_default();
        let day = plan.date.as_ref().and_then(|date| date.known()?.day());
        let cases = plan.agenda.iter().map(|item| item.case.as_str().to_owned()).collect();
        Some(KnownMeeting { folder: folder.clone(), stamp, settled: stamp.is_settled(now), day, cases })
    };
    folders.iter().filter_map(meeting).collect()
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
