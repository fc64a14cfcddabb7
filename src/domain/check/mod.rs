//! What is missing, stale or contradictory. Nothing here refuses to read a case; every finding says what to do.

mod abbreviation;
mod allergen;
mod allergy;
mod basics;
mod basis;
mod confusable;
mod contrast;
mod course;
mod dates;
mod dose;
mod facts;
mod forms;
mod iarc;
mod icdo;
mod known;
mod laterality;
mod likeness;
mod limits;
mod measure;
mod mention;
mod metastatic;
mod missing;
mod misspelt;
mod notation;
mod operation;
mod path;
mod phrases;
mod profile;
mod proposal;
mod quantity;
mod readiness;
mod references;
mod results;
mod roster;
mod score;
mod side;
mod side_mention;
mod side_plan;
mod side_sign;
mod side_word;
mod stage;
mod substances;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_allergy;
#[cfg(test)]
mod tests_basis;
#[cfg(test)]
mod tests_boards;
#[cfg(test)]
mod tests_confusable;
#[cfg(test)]
mod tests_course;
#[cfg(test)]
mod tests_dates;
#[cfg(test)]
mod tests_dose;
#[cfg(test)]
mod tests_drugs;
#[cfg(test)]
mod tests_mention;
#[cfg(test)]
mod tests_plans;
#[cfg(test)]
mod tests_profile;
#[cfg(test)]
mod tests_registry;
#[cfg(test)]
mod tests_score;
#[cfg(test)]
mod tests_side;
#[cfg(test)]
mod tests_side_sites;
#[cfg(test)]
mod tests_sound;
#[cfg(test)]
mod tests_whole;

pub use allergy::clashes;
pub use confusable::{FIELDS as CONFUSABLE_FIELDS, alike_among, confusable};
pub use known::{Known, known, source};
pub use likeness::Likeness;
pub use limits::{Limits, LimitsOfBoards};
pub use measure::Measure;
pub use profile::{Need, NeedKind, NeedState};
pub use proposal::Clash;
pub use readiness::{Readiness, Ready};
pub use roster::{board, meeting};
pub use side_plan::planned_on_other_side;

use std::borrow::Cow;

use chrono::{Days, NaiveDate};

use crate::domain::case::Case;
use crate::domain::check::facts::Facts;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::Written;

/// Those in which another day may find an error more or less. A classification computed as of a day is told beside what
/// was entered, and is no error (`stage::group`).
const BY_DAY: [Rule; 1] = [basics::consent];

type Rule = fn(&Facts, &mut Vec<Problem>);

const RULES: [Rule; 33] = [
    basics::identity,
    basics::question,
    basics::consent,
    basics::patient_state,
    results::histology,
    results::imaging,
    results::staging,
    missing::items,
    side::contradictions,
    side_plan::plan,
    side::names,
    side::texts,
    side::lesions,
    stage::incomplete,
    stage::group,
    basis::of_stage,
    basis::margins,
    course::intent,
    course::order,
    forms::codes,
    iarc::combinations,
    iarc::grade,
    iarc::basis,
    allergy::proposed,
    profile::gaps,
    dates::impossible_order,
    dates::of_one_course,
    references::keys,
    references::ids,
    dose::doses,
    notation::units,
    score::entered,
    score::findings,
];

/// Every problem of the case, rule by rule; places are looked up by the reader.
pub fn check(case: &Case, measure: &Measure<'_>) -> Vec<Problem> {
    let Measure { board, as_of, limits, tables, notes } = measure;
    let mut problems = Vec::new();
    let searched = searched(case, &mut problems);
    let facts = Facts { case: &searched, board, as_of: *as_of, limits, tables, notes: *notes };
    for rule in RULES {
        rule(&facts, &mut problems);
    }
    problems
}

/// A proposal or a treatment is searched for hundreds of words, each with what stands around it; nobody's is longer.
const LONGEST: usize = 32 * 1024;

/// The case as the rules read it: of a text that is too long for them its beginning, and that is told.
fn searched<'a>(case: &'a Case, problems: &mut Vec<Problem>) -> Cow<'a, Case> {
    let is_long = |text: &Option<Written>| text.as_ref().is_some_and(|text| text.as_str().len() > LONGEST);
    let treated = case.treatments.iter().any(|own| is_long(&own.what));
    if !is_long(&case.plan.text) && !treated && !case.trials.iter().any(|own| is_long(&own.title)) {
        return Cow::Borrowed(case);
    }
    let mut case = case.clone();
    let named = case.treatments.iter_mut().enumerate();
    let named = named.map(|(at, own)| (format!("treatments[{at}].what"), &mut own.what));
    let tried = case.trials.iter_mut().enumerate();
    let tried = tried.map(|(at, own)| (format!("trials[{at}].title"), &mut own.title));
    for (path, text) in named.chain(tried).chain([("plan.text".to_owned(), &mut case.plan.text)]) {
        if is_long(text) {
            let limit = (LONGEST / 1024).to_string();
            problems.push(Problem::new("text-too-long", Severity::Error, path).with("limit", limit));
            *text = text.as_ref().map(|text| beginning(text.as_str()).into());
        }
    }
    Cow::Owned(case)
}

fn beginning(text: &str) -> &str {
    (0..=LONGEST).rev().find_map(|at| text.get(..at)).unwrap_or_default()
}

/// Far enough for every date in a case to lie before or after it.
const FAR: Days = Days::new(366 * 150);

/// Whether another day could find another number of errors; few cases do, and only those are checked again every day.
pub fn depends_on_day(case: &Case, measure: &Measure<'_>) -> bool {
    let Measure { board, as_of, limits, tables, notes } = measure;
    let errors = |as_of: NaiveDate| {
        let mut problems = Vec::new();
        for rule in BY_DAY {
            rule(&Facts { case, board, as_of, limits, tables, notes: *notes }, &mut problems);
        }
        problems.iter().filter(|problem| problem.severity == Severity::Error).count()
    };
    let other = [as_of.checked_sub_days(FAR), as_of.checked_add_days(FAR)];
    other.into_iter().flatten().any(|day| errors(day) != errors(*as_of))
}
