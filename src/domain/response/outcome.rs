//! What an assessment says: sums, changes and verdicts, time point by time point.

use crate::domain::date::Date;
use crate::domain::response::judge::Judged;
use crate::domain::response::points::Note;
use crate::domain::response::size::{Entry, Length, Percent};
use crate::domain::response::words::Criteria;

/// The response by one set of criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    pub criteria: Criteria,
    /// Ids of the target lesions that count.
    pub targets: Vec<String>,
    /// The baseline first.
    pub points: Vec<Point>,
    pub notes: Vec<Note>,
}

/// One time point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    pub studies: Vec<String>,
    pub date: Date,
    /// What the studies say of each lesion, in the order of the case.
    pub entries: Vec<Option<Entry>>,
    /// Of the targets; nothing where one of them was not measured.
    pub sum: Option<Length>,
    pub from_baseline: Option<Percent>,
    /// The smallest complete sum before this time point.
    pub nadir: Option<Length>,
    pub from_nadir: Option<Percent>,
    pub target: Option<Judged>,
    pub non_target: Option<Judged>,
    /// Ids of the new lesions that are there.
    pub new_lesions: Vec<String>,
    /// Nothing at the baseline.
    pub overall: Option<Judged>,
    pub(super) seen: Seen,
}

/// What iRECIST compares between time points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    pub new_count: usize,
    pub new_sum: Length,
}
