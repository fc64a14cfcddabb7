//! Scores from what a case has written: each with its inputs, their dates, what is missing, and its source.

mod answer;
pub mod entered;
mod findings;
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
pub use findings::unreadable;
pub use inputs::{Missing, SAME_TIME, Used};
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

/// One score of a case, whether it may be asked for or not.
pub fn score(case: &Case, name: ScoreName, as_of: NaiveDate) -> Score {
    match name {
        ScoreName::Performance => general::performance(case, as_of),
        ScoreName::ChildPugh => liver::child_pugh(case, as_of),
        ScoreName::Albi => liver::albi(case, as_of),
        ScoreName::MeldNa => liver::meld_na(case, as_of),
        ScoreName::Meld3 => liver::meld_3(case, as_of),
        ScoreName::Bclc => liver::bclc(case, as_of),
        ScoreName::Cnlc => liver::cnlc(case, as_of),
        ScoreName::Charlson => general::charlson(case, as_of),
        ScoreName::G8 => general::g8(case, as_of),
        ScoreName::Egfr => general::egfr(case, as_of),
        ScoreName::BsaMosteller | ScoreName::BsaDuBois => general::surface(name, case, as_of),
    }
}

/// The scores that this case may be asked for, computed or with what they lack: those of the liver for a tumour of the
/// liver, the others where at least one of their own inputs is written.
pub fn scores(case: &Case, as_of: NaiveDate) -> Vec<Score> {
    use ScoreName::{
        Albi, BsaDuBois, BsaMosteller, Charlson, ChildPugh, Egfr, G8, Meld3, MeldNa, Performance,
    };
    let of = |name: ScoreName| score(case, name, as_of);
    let mut found = vec![of(Performance)];
    if liver::is_liver(case) {
        found.extend([ChildPugh, Albi, MeldNa, Meld3].map(of));
    }
    found.extend(classifications(case, as_of));
    let others = [Charlson, G8, Egfr, BsaMosteller, BsaDuBois].map(of);
    let own = |used: &Used| !matches!(used.item, Item::Age | Item::Sex);
    let doubted = |score: &Score| score.missing.iter().any(|missing| missing.doubt.is_some());
    found.extend(others.into_iter().filter(|score| score.used.iter().any(own) || doubted(score)));
    found
}
