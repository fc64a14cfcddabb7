//! A workspace as read: its board, its meetings, its cases; what could be read and what could not.

use crate::domain::board::{Board, BoardFile};
use crate::domain::case::Case;
use crate::domain::decision::Decision;
use crate::domain::history::History;
use crate::domain::meeting::Meeting;
use crate::domain::problem::Problem;
use crate::domain::record::{Attendance, Body, Close};

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

/// One folder with a case and everything recorded on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseFolder {
    /// The folder's name; the case's id for everything on disk.
    pub folder: String,
    pub file: Loaded<Case>,
    pub history: History,
    pub damaged: Vec<Damaged>,
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
    /// The roll call that counts: the latest that was not entered in error.
    pub fn attendance(&self) -> Option<&Attendance> {
        self.history.records.iter().rev().find_map(|record| match &record.body {
            Body::Attendance(attendance) if self.history.retraction(&record.header.id).is_none() => {
                Some(attendance)
            }
            _ => None,
        })
    }

    pub fn closed(&self) -> Option<&Close> {
        self.history.records.iter().rev().find_map(|record| match &record.body {
            Body::Close(close) if self.history.retraction(&record.header.id).is_none() => Some(close),
            _ => None,
        })
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
