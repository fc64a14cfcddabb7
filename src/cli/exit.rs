//! What a run ended with, as scripts see it.

use std::process::ExitCode;

use crate::storage::error::ErrorKind;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Ok,
    Failure,
    /// Wrong usage, or refused by a rule.
    Refused,
    /// Problems were found in what people wrote.
    Problems,
    /// Changed on disk, or two versions of one thing.
    Conflict,
    /// Bytes that should never change have changed, or some are missing.
    Integrity,
    /// Not permitted, or a read-only place.
    NotPermitted,
    PartlyDone,
    Interrupted,
}

impl Exit {
    pub fn code(self) -> u8 {
        match self {
            Exit::Ok => 0,
            Exit::Failure => 1,
            Exit::Refused => 2,
            Exit::Problems => 3,
            Exit::Conflict => 4,
            Exit::Integrity => 5,
            Exit::NotPermitted => 6,
            Exit::PartlyDone => 7,
            Exit::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit.code())
    }
}

impl From<ErrorKind> for Exit {
    fn from(kind: ErrorKind) -> Self {
        match kind {
            ErrorKind::NotPermitted => Exit::NotPermitted,
            ErrorKind::Conflict => Exit::Conflict,
            ErrorKind::Integrity => Exit::Integrity,
            ErrorKind::Refused => Exit::Refused,
            ErrorKind::NotFound | ErrorKind::Failed => Exit::Failure,
        }
    }
}
