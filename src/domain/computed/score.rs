//! Each score of a case, and beside it the newest value that a clinician entered under its name.

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::scores::{Score, ScoreName, entered, scores};

/// A score as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    pub value: String,
    pub date: Option<Date>,
    /// Its place among the scores of the case; nothing where it stands elsewhere.
    pub at: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreBeside {
    pub score: Score,
    pub entered: Option<Entered>,
}

impl ScoreBeside {
    /// Whether both say the same; nothing where one of them is not there, or what was entered cannot be compared.
    pub fn agrees(&self) -> Option<bool> {
        let (value, entered) = (self.score.value.as_deref()?, self.entered.as_ref()?.value.as_str());
        if self.score.name == ScoreName::ChildPugh {
            let ((class, points), (own, told)) = (entered::child_pugh(value)?, entered::child_pugh(entered)?);
            return Some(class == own && told.is_none_or(|told| Some(told) == points));
        }
        let (computed, _) = *entered::numbers(value).first()?;
        // As exact as it was entered: -2.6 is what -2.65 is to one decimal.
        let is_same = |(number, decimals): &(f64, usize)| {
            let half = 0.5 / 10_f64.powi(i32::try_from(*decimals).unwrap_or(i32::MAX).min(6));
            (computed - number).abs() <= half + 1e-9
        };
        let told = entered::numbers(entered);
        match self.score.name {
            ScoreName::MeldNa | ScoreName::Meld3 | ScoreName::Charlson | ScoreName::G8 => {
                told.first().map(is_same)
            }
            // The others are computed in more than one way, and a grade may stand before the figure.
            _ => told.iter().any(is_same).then_some(true),
        }
    }
}

/// The scores that the case may be asked for; the classifications of liver cancer are stages and stand there.
pub fn scores_of(case: &Case, as_of: NaiveDate) -> Vec<ScoreBeside> {
    let stage = |score: &Score| matches!(score.name, ScoreName::Bclc | ScoreName::Cnlc);
    let all = scores(case, as_of).into_iter().filter(|score| !stage(score));
    // Of a performance status that nobody entered there is nothing to set beside.
    all.filter(|score| score.name != ScoreName::Performance || !score.used.is_empty())
        .map(|score| ScoreBeside { entered: entered(case, score.name, as_of), score })
        .collect()
}

/// The names under which a score is entered, folded.
fn names(name: ScoreName) -> &'static [&'static str] {
    match name {
        ScoreName::ChildPugh => entered::CHILD_PUGH,
        ScoreName::Albi => &["albi"],
        ScoreName::MeldNa => &["meld-na", "meld na", "meldna"],
        ScoreName::Meld3 => &["meld 3.0", "meld-3.0", "meld3.0", "meld 3", "meld3"],
        ScoreName::Charlson => &["charlson", "cci", "charlson index"],
        ScoreName::G8 => &["g8", "g-8"],
        ScoreName::Egfr => &["egfr", "ckd-epi", "egfr (ckd-epi)"],
        ScoreName::BsaMosteller | ScoreName::BsaDuBois => &["bsa", "body surface area"],
        ScoreName::Performance | ScoreName::Bclc | ScoreName::Cnlc => &[],
    }
}

fn entered(case: &Case, name: ScoreName, as_of: NaiveDate) -> Option<Entered> {
    if let Some((at, value)) = entered::newest(case, names(name), as_of) {
        let date = case.scores.get(at).and_then(|score| score.date.clone());
        return Some(Entered { value: value.to_owned(), date, at: Some(at) });
    }
    let own = match name {
        ScoreName::Charlson => case.comorbidity.charlson.as_ref(),
        ScoreName::G8 => case.comorbidity.g8.as_ref(),
        _ => None,
    };
    own.map(|value| Entered { value: value.as_str().to_owned(), date: None, at: None })
}
