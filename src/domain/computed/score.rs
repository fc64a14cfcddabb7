//! Each score of a case, and beside it the newest value that a clinician entered under its name.

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::scores::{Score, ScoreName, scores};
use crate::domain::value::Written;

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
        let (value, entered) = (plain(self.score.value.as_ref()?), plain(&self.entered.as_ref()?.value));
        let first = |text: &str| text.split([' ', ',', '(', ';', '/']).next().unwrap_or_default().to_owned();
        if entered.contains(&first(&value)) {
            return Some(true);
        }
        let comparable = match self.score.name {
            ScoreName::ChildPugh => {
                matches!(entered.chars().collect::<Vec<_>>()[..], ['a'..='c', '0'..='9', ..])
            }
            ScoreName::MeldNa | ScoreName::Charlson | ScoreName::G8 => first(&entered).parse::<f64>().is_ok(),
            _ => false,
        };
        comparable.then_some(false)
    }
}

/// Small letters, and nothing between the class and the points of `A 6`.
fn plain(text: &str) -> String {
    let folded = fold(text.trim());
    let folded = folded.strip_prefix("class ").unwrap_or(&folded);
    match folded.split_once(' ') {
        Some((class, points))
            if class.len() == 1 && points.starts_with(|letter: char| letter.is_ascii_digit()) =>
        {
            format!("{class}{points}")
        }
        _ => folded.to_owned(),
    }
}

/// The scores that the case may be asked for; the classifications of liver cancer are stages and stand there.
pub fn scores_of(case: &Case, as_of: NaiveDate) -> Vec<ScoreBeside> {
    let stage = |score: &Score| matches!(score.name, ScoreName::Bclc | ScoreName::Cnlc);
    let all = scores(case, as_of).into_iter().filter(|score| !stage(score));
    // Of a performance status that nobody entered there is nothing to set beside.
    all.filter(|score| score.name != ScoreName::Performance || !score.used.is_empty())
        .map(|score| ScoreBeside { entered: entered(case, score.name), score })
        .collect()
}

/// The names under which a score is entered, folded.
fn names(name: ScoreName) -> &'static [&'static str] {
    match name {
        ScoreName::ChildPugh => &["child-pugh", "child pugh", "childpugh", "child"],
        ScoreName::Albi => &["albi"],
        ScoreName::MeldNa => &["meld-na", "meld na", "meldna"],
        ScoreName::Charlson => &["charlson", "cci", "charlson index"],
        ScoreName::G8 => &["g8", "g-8"],
        ScoreName::Egfr => &["egfr", "ckd-epi", "egfr (ckd-epi)"],
        ScoreName::BsaMosteller | ScoreName::BsaDuBois => &["bsa", "body surface area"],
        ScoreName::Performance | ScoreName::Bclc | ScoreName::Cnlc => &[],
    }
}

fn entered(case: &Case, name: ScoreName) -> Option<Entered> {
    let own = match name {
        ScoreName::Charlson => case.comorbidity.charlson.as_ref(),
        ScoreName::G8 => case.comorbidity.g8.as_ref(),
        _ => None,
    };
    let named = |own: &Written| names(name).contains(&fold(own.as_str().trim()).as_str());
    let all = case.scores.iter().enumerate();
    let newest = all
        .filter(|(_, score)| score.name.as_ref().is_some_and(named) && score.value.is_some())
        .max_by_key(|(at, score)| (score.date.as_ref().and_then(Date::known), *at));
    match (newest, own) {
        (Some((at, score)), _) => {
            let value = score.value.as_ref()?.as_str().to_owned();
            Some(Entered { value, date: score.date.clone(), at: Some(at) })
        }
        (None, Some(value)) => Some(Entered { value: value.as_str().to_owned(), date: None, at: None }),
        (None, None) => None,
    }
}
