//! Scores from what a case has written: each with its inputs, their dates, what is missing, and its source.

mod answer;
pub mod entered;
pub mod formulas;
mod general;
mod inputs;
mod liver;
mod names;
mod plausible;
mod quantity;
#[cfg(test)]
mod tests;
mod words;

pub use answer::Score;
pub use inputs::{Missing, Used};
pub use plausible::{Doubt, doubt, limits};
pub use quantity::accepted;
pub use words::{Item, Lacking, ScoreName};

use chrono::NaiveDate;

use crate::domain::case::Case;

/// The classifications of a hepatocellular carcinoma: they stand beside entered stages too.
pub fn classifications(case: &Case, as_of: NaiveDate) -> Vec<Score> {
    if case.diagnosis.is_hcc() {
        vec![liver::bclc(case, as_of), liver::cnlc(case, as_of)]
    } else {
        Vec::new()
    }
}

/// The scores that this case may be asked for, computed or with what they lack: those of the liver for a tumour of the
/// liver, the others where at least one of their own inputs is written.
pub fn scores(case: &Case, as_of: NaiveDate) -> Vec<Score> {
    let mut found = vec![general::performance(case, as_of)];
    if liver::is_liver(case) {
        found.extend([
            liver::child_pugh(case, as_of),
            liver::albi(case, as_of),
            liver::meld_na(case, as_of),
            liver::meld_3(case, as_of),
        ]);
    }
    found.extend(classifications(case, as_of));
    let others = [
        general::charlson(case, as_of),
        general::g8(case, as_of),
        general::egfr(case, as_of),
        general::surface(ScoreName::BsaMosteller, case, as_of),
        general::surface(ScoreName::BsaDuBois, case, as_of),
    ];
    let own = |used: &Used| !matches!(used.item, Item::Age | Item::Sex);
    let doubted = |score: &Score| score.missing.iter().any(|missing| missing.doubt.is_some());
    found.extend(others.into_iter().filter(|score| score.used.iter().any(own) || doubted(score)));
    found
}
