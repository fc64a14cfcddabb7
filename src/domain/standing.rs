//! Whether a new record fits what holds now: it replaces only what holds, and a new decision leaves none beside it.

use crate::domain::history::{Decided, History};
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

/// The discussion of a decision that replaces these: theirs, so that none is ever left without the one that was amended.
pub fn amended_discussion(history: &History, supersedes: &[String]) -> Option<u32> {
    amended(history, supersedes).first().map(|one| one.decision.discussion)
}

/// A decision that is to be replaced by one of this discussion, and belongs to another.
pub fn of_another_discussion<'a>(
    history: &'a History,
    discussion: u32,
    supersedes: &[String],
) -> Option<Decided<'a>> {
    amended(history, supersedes).into_iter().find(|one| one.decision.discussion != discussion)
}

fn amended<'a>(history: &'a History, supersedes: &[String]) -> Vec<Decided<'a>> {
    let mut all = history.decisions();
    all.retain(|one| supersedes.contains(&one.record.header.id));
    all
}
