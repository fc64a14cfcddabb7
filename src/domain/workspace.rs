//! A workspace as read: its board, its meetings, its cases; what could be read and what could not.

use chrono::NaiveDate;

use crate::domain::board::{Board, BoardFile};
use crate::domain::case::Case;
use crate::domain::date::{Date, PartialDate};
use crate::domain::decision::Decision;
use crate::domain::history::History;
use crate::domain::meeting::Meeting;
use crate::domain::problem::Problem;
use crate::domain::record::{Attendance, Body, Close, Record};

/// A file that a person wrote. A file that cannot be parsed has no value and one problem that says why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded<T> {
    /// Relative to the workspace, with `/`.
    pub path: String,
    pub value: Option<T>,
    /// In the order of the file.
    pub problems: Vec<Problem>,
    /// SHA-256 of the bytes, where they could be read.
    pub sha256: Option<String>,
}

/// Whether a folder can be read and written now, as far as the system says without trying.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    #[default]
    Writable,
    ReadOnly,
    /// It cannot be read any more: a stick was pulled, a share is away.
    Gone,
}

/// A record that cannot be trusted or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    pub path: String,
    /// A code: `hash-mismatch`, `no-hash-line`, `unreadable`, `not-yaml`, `wrong-name`, `wrong-folder`.
    pub why: &'static str,
    pub detail: String,
}

impl Damaged {
    /// Not read now: the share or the permissions, not the bytes, may be at fault.
    pub fn is_withheld(&self) -> bool {
        self.why == "unreadable"
    }
}

/// How many records of a case cannot be read or are not here; any of them may be a decision that holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// With bytes that are not those that were recorded.
    pub damaged: usize,
    /// Not handed over by the disk now.
    pub withheld: usize,
    /// Named by others and not here.
    pub waiting: usize,
}

impl Unread {
    /// `named` are those that others name by their digest and nothing has: a damaged one has lost its own.
    pub fn new(damaged: usize, withheld: usize, named: usize) -> Self {
        Unread { damaged, withheld, waiting: named.saturating_sub(damaged + withheld) }
    }

    pub fn is_none(&self) -> bool {
        *self == Unread::default()
    }
}

/// One folder with a case and everything recorded on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseFolder {
    /// The folder's name; the case's id for everything on disk.
    pub folder: String,
    pub file: Loaded<Case>,
    pub history: History,
    pub damaged: Vec<Damaged>,
}

impl CaseFolder {
    pub fn unread(&self) -> Unread {
        let withheld = self.damaged.iter().filter(|one| one.is_withheld()).count();
        Unread::new(self.damaged.len() - withheld, withheld, self.history.waiting_for.len())
    }
}

/// One folder with a meeting and what happened in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingFolder {
    pub folder: String,
    pub file: Loaded<Meeting>,
    pub history: History,
    pub damaged: Vec<Damaged>,
}

impl MeetingFolder {
    /// Whether everything it says was read; else nobody knows which cases it lists or put off.
    pub fn is_known(&self) -> bool {
        self.file.value.is_some() && self.damaged.is_empty()
    }

    /// The roll call that counts: the latest that stands.
    pub fn attendance(&self) -> Option<&Attendance> {
        let roll_calls = self.history.standing(|body| match body {
            Body::Attendance(attendance) => Some(attendance),
            _ => None,
        });
        roll_calls.last().map(|(_, attendance)| *attendance)
    }

    /// How it ended, and the record that says so: the latest that stands.
    pub fn closed(&self) -> Option<(&Record, &Close)> {
        let ends = self.history.standing(|body| match body {
            Body::Close(close) => Some(close),
            _ => None,
        });
        ends.last().copied()
    }

    /// The whole day of the meeting: what the file says; where that is none, what the folder's name begins with, unless the
    /// file names another month or year.
    pub fn day(&self) -> Option<NaiveDate> {
        let written = self.file.value.as_ref().and_then(|plan| plan.date.as_ref()?.known());
        let by_name = || {
            let start: String = self.folder.chars().take(10).collect();
            let day = Date::parse(&start).day()?;
            let may_be = |written: PartialDate| {
                written.earliest().is_some_and(|first| first <= day)
                    && written.latest().is_some_and(|last| day <= last)
            };
            written.is_none_or(may_be).then_some(day)
        };
        written.and_then(|date| date.day()).or_else(by_name)
    }

    /// Says in a decision in which meeting it is made: who sat, whether that was a quorum, whether it was over.
    pub fn stamp(&self, decision: &mut Decision) {
        decision.meeting = Some(self.folder.clone());
        decision.after_close = self.closed().is_some();
        if let Some(attendance) = self.attendance() {
            decision.attendance.clone_from(&attendance.present);
            decision.quorum = Some(attendance.quorum.clone());
        }
    }

    /// The board that sits, from the roster.
    pub fn board<'a>(&self, file: &'a BoardFile) -> Option<&'a Board> {
        file.boards.get(self.file.value.as_ref()?.board.as_ref()?.as_str())
    }
}

/// The meeting to begin with: of this day or the next to come, else the latest. One that is closed counts like any
/// other: on its evening it is read again and signed.
pub fn nearest_meeting(meetings: &[MeetingFolder], today: NaiveDate) -> Option<&MeetingFolder> {
    let ahead = meetings.iter().filter(|meeting| meeting.day().is_some_and(|day| day >= today));
    // Of several on one day the first by its folder; of the past ones, the last.
    ahead.min_by_key(|meeting| meeting.day()).or_else(|| meetings.iter().max_by_key(|meeting| meeting.day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_a_meeting_is_that_of_its_file_else_the_one_with_which_its_folder_begins() {
        for (folder, written, expected) in [
            ("2026-11-26-network", "", Some("2026-11-26")),
            ("2026-11-26-network", "2026-12-03", Some("2026-12-03")),
            ("2026-11-26-network", "26/11/2026", Some("2026-11-26")),
            ("2026-11-26-network", "unknown", Some("2026-11-26")),
            ("2026-11-26-network", "2026-11", Some("2026-11-26")),
            ("2026-11-26-network", "2026-12", None),
            ("2026-11-26-network", "2027", None),
            ("2026-02-30-network", "", None),
            ("2026-11-network", "", None),
            ("network", "", None),
            ("network", "2026-12-03", Some("2026-12-03")),
        ] {
            let date = Some(written).filter(|text| !text.is_empty()).map(Date::parse);
            let file = Loaded { value: Some(Meeting { date, ..Meeting::default() }), ..Loaded::default() };
            let meeting = MeetingFolder { folder: folder.into(), file, ..MeetingFolder::default() };
            let expected = expected.map(|day| day.parse().unwrap());
            assert_eq!(meeting.day(), expected, "{folder} {written}");
        }
    }

    #[track_caller]
    fn begins_with(folders: &[&str], today: (i32, u32, u32), expected: Option<&str>) {
        let meetings: Vec<MeetingFolder> = folders
            .iter()
            .map(|folder| MeetingFolder { folder: (*folder).into(), ..MeetingFolder::default() })
            .collect();
        let (year, month, day) = today;
        let today = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(nearest_meeting(&meetings, today).map(|one| one.folder.as_str()), expected);
    }

    #[test]
    fn the_meeting_to_begin_with_is_todays_or_the_next_else_the_latest_by_its_day_and_not_by_its_name() {
        let all = ["2026-11-12-a", "2026-11-26-a", "2026-11-26-b", "2026-12-03-a", "network"];
        begins_with(&all, (2026, 11, 26), Some("2026-11-26-a"));
        begins_with(&all, (2026, 11, 27), Some("2026-12-03-a"));
        begins_with(&all, (2027, 1, 1), Some("2026-12-03-a"));
        begins_with(&["network"], (2027, 1, 1), Some("network"));
        begins_with(&[], (2027, 1, 1), None);
    }
}
