//! What a meeting concluded on a case, and the record of its end that says so of all of them.

use crate::domain::history::Status;
use crate::domain::record::Close;
use crate::domain::summary::Summary;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Signed,
    Unsigned,
    Deferred,
    /// Not discussed.
    Open,
    /// Two decisions hold that do not know of each other.
    Conflict,
}

impl Fate {
    /// Of the case with this summary, if the workspace has it; `deferred` is what the running agenda says of it.
    pub fn of(summary: Option<&Summary>, meeting: &str, deferred: bool) -> Self {
        let sitting = summary.and_then(|summary| summary.sitting(meeting));
        match sitting {
            Some(_) if summary.is_some_and(|summary| summary.conflict) => Fate::Conflict,
            Some(one) if one.deferred => Fate::Deferred,
            Some(one) if one.status == Status::Final => Fate::Signed,
            Some(_) => Fate::Unsigned,
            None if deferred => Fate::Deferred,
            None => Fate::Open,
        }
    }
}

impl Close {
    /// The end of a meeting on whose cases this was concluded, in the order of its agenda.
    pub fn of(cases: impl Iterator<Item = (String, Fate)>) -> Self {
        let mut close = Close::default();
        for (folder, fate) in cases {
            let list = match fate {
                Fate::Signed | Fate::Unsigned => &mut close.decided,
                Fate::Deferred => &mut close.deferred,
                Fate::Open => &mut close.not_discussed,
                Fate::Conflict => &mut close.in_conflict,
            };
            list.push(folder);
        }
        close
    }
}
