//! Whether a new record fits what holds now: it replaces only what holds, and a new decision leaves none beside it.

use crate::domain::history::History;
use crate::domain::record::Record;

/// Whether a record of this kind holds, so that another may replace it.
pub fn holds(history: &History, id: &str, kind: &str) -> bool {
    history.find(id).is_some_and(|old| old.header.kind == kind && history.status(old).holds())
}

/// A decision on this discussion that would hold beside a new one, because the new one does not replace it.
pub fn left_beside<'a>(history: &'a History, discussion: u32, supersedes: &[String]) -> Option<&'a Record> {
    let standing = history.current(discussion).into_iter().map(|one| one.record);
    standing.into_iter().find(|record| !supersedes.contains(&record.header.id))
}
