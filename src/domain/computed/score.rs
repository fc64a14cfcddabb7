//! Each score of a case, and beside it the newest value that a clinician entered under its name.

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::scores::{Item, SAME_TIME, Score, ScoreName, entered, score, scores};
use crate::domain::value::Vocabulary;

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
        let computed = entered::numbers(value);
        let (first, _) = *computed.first()?;
        let told = entered::numbers(entered);
        match self.score.name {
            ScoreName::Charlson => told.first().map(|told| charlson(&computed, *told)),
            ScoreName::MeldNa | ScoreName::Meld3 | ScoreName::G8 => {
                told.first().map(|told| is_same(first, *told))
            }
            ScoreName::Albi => albi(first, self.score.class.as_deref(), &told),
            // The others are computed in more than one way, and another figure may stand before the value.
            _ if told.iter().any(|told| is_same(first, *told)) => Some(true),
            name => {
                let begins = entered.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
                let (told, _) = told.first().filter(|_| begins)?;
                (!(first / most(name)..=first * most(name)).contains(told)).then_some(false)
            }
        }
    }

    /// Whether one of both is wrong: every input is there, all are of one time with the entry, and no way of computing
    /// makes the one of the other.
    pub fn contradicts(&self) -> bool {
        let number = |text: &str| entered::numbers(text).first().map(|(number, _)| *number);
        let entered = self.entered.as_ref();
        let (own, told) = (self.score.value.as_deref(), entered.map(|own| own.value.as_str()));
        let difference = own.and_then(number).zip(told.and_then(number)).map(|(own, told)| told - own);
        let is_meld = matches!(self.score.name, ScoreName::MeldNa | ScoreName::Meld3);
        let whole = self.score.missing.iter().all(|missing| {
            // Dialysis that nobody speaks of can only make it more.
            is_meld && missing.item == Item::Dialysis && difference.is_some_and(|difference| difference < 0.0)
        });
        // Sodium is weighed in more than one way, by a point or two.
        let apart = !is_meld || difference.is_some_and(|difference| difference.abs() > 2.5);
        self.agrees() == Some(false) && whole && apart && self.is_of_one_time()
    }

    /// What has no date may be of that time.
    fn is_of_one_time(&self) -> bool {
        let measured = self.score.used.iter().filter(|used| used.path.starts_with("labs"));
        let dates = measured.map(|used| used.date.as_ref());
        let all = dates.chain([self.entered.as_ref().and_then(|entered| entered.date.as_ref())]);
        let days: Vec<NaiveDate> = all.filter_map(|date| date.and_then(Date::earliest)).collect();
        let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else { return true };
        first.checked_add_days(SAME_TIME).is_some_and(|end| *last <= end)
    }
}

/// As exact as it was entered: -2.6 is what -2.65 is to one decimal.
fn is_same(computed: f64, (told, decimals): (f64, usize)) -> bool {
    let half = 0.5 / 10_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX).min(6));
    (computed - told).abs() <= half + 1e-9
}

/// The index, or with the points for age as some count it: `4 (+4)` is 4 and 8, `1 (+0-1)` is 1 and 2.
fn charlson(computed: &[(f64, usize)], told: (f64, usize)) -> bool {
    let Some(((index, _), ages)) = computed.split_first() else { return false };
    let with_age = ages.iter().map(|(points, _)| index + points.abs());
    std::iter::once(*index).chain(with_age).any(|value| is_same(value, told))
}

/// A grade is one of 1 to 3 without a sign or decimals; the score is whatever has them. Each that was entered is held
/// against its own; the last decimal of the score is a matter of rounding.
fn albi(score: f64, grade: Option<&str>, told: &[(f64, usize)]) -> Option<bool> {
    let is_grade = |(number, decimals): &(f64, usize)| *decimals == 0 && [1.0, 2.0, 3.0].contains(number);
    let own: f64 = grade?.chars().next()?.to_string().parse().ok()?;
    let near = |told: &(f64, usize)| is_same(score, *told) || (score - told.0).abs() < 0.02;
    let held = told.iter().filter(|told| is_grade(told) || told.0 < 0.0 || told.1 > 0);
    let mut held = held.map(|told| if is_grade(told) { is_same(own, *told) } else { near(told) }).peekable();
    held.peek()?;
    Some(held.all(|same| same))
}

/// How many times the other value the one of another formula can be: filtration by equations of 1999 to 2021, surface by
/// those of Du Bois to Schlich.
fn most(name: ScoreName) -> f64 {
    if name == ScoreName::Egfr { 1.4 } else { 1.12 }
}

/// The scores that were entered and that the inputs of the case contradict, each entry once.
pub fn contradicted(case: &Case, as_of: NaiveDate) -> Vec<ScoreBeside> {
    let mut found: Vec<ScoreBeside> = Vec::new();
    for (_, name) in ScoreName::WORDS {
        let Some(entered) = entered(case, *name, as_of) else { continue };
        let beside = ScoreBeside { score: score(case, *name, as_of), entered: Some(entered) };
        let told = found.iter().any(|other| other.entered == beside.entered);
        if !told && beside.contradicts() {
            found.push(beside);
        }
    }
    found
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
