//! What is computed beside what a clinician entered, never instead of it: stage groups, responses, scores.
//!
//! Screen, documents, command line and checks take it from here, so that none of them can say something else.

mod score;
mod stage;
#[cfg(test)]
mod tests;

pub use score::{Entered, ScoreBeside, contradicted, scores_of};
pub use stage::{Answer, StageBeside, Standing, stages};

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::response::{Assessment, Criteria, assess};
use crate::domain::scores::ScoreName;
use crate::domain::staging::{Table, sites};
use crate::domain::value::Vocabulary;

/// Everything that can be computed of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Computed {
    pub stages: Vec<StageBeside>,
    pub responses: Vec<Assessment>,
    pub scores: Vec<ScoreBeside>,
}

impl Computed {
    /// `own` are the staging tables of the workspace.
    pub fn of(own: &[Table], case: &Case, as_of: NaiveDate) -> Self {
        Computed {
            stages: stages(own, case, as_of),
            responses: responses(case),
            scores: scores_of(case, as_of),
        }
    }
}

/// Everything that is cited as the source of something computed: the program's own words, and nobody's free text.
pub fn sources() -> Vec<String> {
    let criteria = Criteria::WORDS.iter().map(|(_, own)| own.source().to_owned());
    let scores = ScoreName::WORDS.iter().map(|(_, own)| own.source().to_owned());
    criteria.chain(scores).chain(sites().into_iter().map(|table| table.source)).collect()
}

/// The responses of a case in which there is something to compare: lesions measured at two time points or more.
pub fn responses(case: &Case) -> Vec<Assessment> {
    assess(case, None).into_iter().filter(|own| own.points.len() > 1).collect()
}
