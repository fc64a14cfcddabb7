//! What is missing, stale or contradictory. Nothing here refuses to read a case; every finding says what to do.

mod basics;
mod dates;
mod facts;
mod missing;
mod notation;
mod references;
mod results;
mod roster;
mod side;
mod stage;
#[cfg(test)]
mod tests;

pub use roster::{board, meeting};

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::check::facts::Facts;
use crate::domain::problem::Problem;

type Rule = fn(&Facts, &mut Vec<Problem>);

const RULES: [Rule; 16] = [
    basics::identity,
    basics::question,
    basics::consent,
    basics::patient_state,
    results::histology,
    results::imaging,
    results::staging,
    missing::items,
    side::contradictions,
    stage::incomplete,
    stage::group,
    dates::impossible_order,
    references::keys,
    references::ids,
    notation::doses,
    notation::units,
];

/// Every problem of the case as of a date, rule by rule; places are looked up by the reader.
pub fn check(case: &Case, board: &BoardFile, as_of: NaiveDate) -> Vec<Problem> {
    let facts = Facts { case, board, as_of };
    let mut problems = Vec::new();
    for rule in RULES {
        rule(&facts, &mut problems);
    }
    problems
}
