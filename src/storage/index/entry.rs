//! One case of the index, and the plain form in which it is kept: text where the domain has codes and dates.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::check::Readiness;
use crate::domain::history::Status;
use crate::domain::packed::Packed;
use crate::domain::query::Haystack;
use crate::domain::summary::{Sittings, Summary};
use crate::domain::value::Vocabulary;
use crate::storage::index::stamp::Stamp;

/// How the files of a case were when it was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub stamp: Stamp,
    /// The beginning of the digest of case.yaml.
    pub digest: Option<Digest>,
    /// The day as of which it was checked, where another day may find other errors.
    pub day: Option<NaiveDate>,
    /// Whether it names pictures, which may come and go while case.yaml stays.
    pub shows: bool,
}

/// Half a SHA-256: it tells a change, and is no proof against a forger, who could as well write the case.
pub type Digest = [u8; 16];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub summary: Arc<Summary>,
    pub keys: Haystack,
    pub mark: Mark,
}

#[derive(Serialize, Deserialize)]
pub struct Kept {
    mark: Mark,
    keys: Haystack,
    folder: String,
    about: Packed,
    discussion: u32,
    readiness: Readiness,
    due: Box<[NaiveDate]>,
    errors: u32,
    warnings: u32,
    readable: bool,
    decision: Option<u8>,
    before: Option<(u32, u8)>,
    deferred: bool,
    decided: Option<NaiveDate>,
    put_off: Option<NaiveDate>,
    sittings: Sittings,
    conflict: bool,
    waiting: u32,
    damaged: u32,
    withheld: u32,
}

impl Kept {
    pub fn of(summary: &Summary, keys: &Haystack, mark: Mark) -> Self {
        Kept {
            mark,
            keys: keys.clone(),
            folder: summary.folder.clone(),
            about: summary.about.clone(),
            discussion: summary.discussion,
            readiness: summary.readiness.clone(),
            due: summary.due.clone(),
            errors: summary.errors,
            warnings: summary.warnings,
            readable: summary.readable,
            decision: summary.decision.map(place),
            before: summary.before.map(|(number, status)| (number, place(status))),
            deferred: summary.deferred,
            decided: summary.decided,
            put_off: summary.put_off,
            sittings: summary.sittings.clone(),
            conflict: summary.conflict,
            waiting: summary.waiting,
            damaged: summary.damaged,
            withheld: summary.withheld,
        }
    }

    pub fn entry(self) -> Entry {
        let summary = Summary {
            folder: self.folder,
            about: self.about,
            discussion: self.discussion,
            readiness: self.readiness,
            due: self.due,
            errors: self.errors,
            warnings: self.warnings,
            readable: self.readable,
            // Such a case is read again before anybody asks why.
            why_unreadable: None,
            decision: self.decision.and_then(status_at),
            before: self.before.and_then(|(number, status)| Some((number, status_at(status)?))),
            deferred: self.deferred,
            decided: self.decided,
            put_off: self.put_off,
            sittings: self.sittings,
            conflict: self.conflict,
            waiting: self.waiting,
            damaged: self.damaged,
            withheld: self.withheld,
        };
        Entry { summary: Arc::new(summary), keys: self.keys, mark: self.mark }
    }
}

/// The place of a status in its list, which is kept with the version of the program.
fn place(status: Status) -> u8 {
    let at = Status::WORDS.iter().position(|(_, own)| *own == status);
    at.and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}

fn status_at(place: u8) -> Option<Status> {
    Status::WORDS.get(usize::from(place)).map(|(_, status)| *status)
}
