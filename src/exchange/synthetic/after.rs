//! What became of a patient after the sitting, as a registry asks for it: response, growth, relapse, death.

use chrono::NaiveDate;

use crate::domain::decision::Outcome;
use crate::domain::treatment::{Category, Intent};
use crate::exchange::synthetic::amendment::final_plan;
use crate::exchange::synthetic::choice::Choice;
use crate::exchange::synthetic::day::after;
use crate::exchange::synthetic::ending::After;
use crate::exchange::synthetic::facts::Facts;
use crate::exchange::synthetic::regimen::Regimen;
use crate::exchange::synthetic::verdict::{intent, outcome};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// What cured is over, and nothing has come back.
    Free,
    Relapse,
    Response,
    Stable,
    Growth,
    Care,
}

/// A treatment that was recommended, and given.
pub struct Done {
    pub choice: Choice,
    pub start: NaiveDate,
    pub end: Option<NaiveDate>,
    pub response: &'static str,
    pub end_reason: &'static str,
}

impl Fate {
    /// The end of the key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            Fate::Free => "free",
            Fate::Relapse => "relapse",
            Fate::Response => "response",
            Fate::Stable => "stable",
            Fate::Growth => "growth",
            Fate::Care => "care",
        }
    }
}

/// What was done since, and what came of it; none where nothing was decided, or nobody has asked.
pub fn told(facts: &Facts) -> Option<(After, Fate, Vec<Done>)> {
    let after = facts.after.filter(|_| facts.died.is_none() && facts.is_decided())?;
    let outcome = outcome(facts);
    let plan =
        if outcome.is_plan() && outcome != Outcome::Conditional { final_plan(facts) } else { return None };
    let fate = fate(facts, &plan, after);
    let done = plan.iter().enumerate().filter_map(|(at, choice)| done(facts, *choice, at, (after, fate)));
    Some((after, fate, done.collect()))
}

fn fate(facts: &Facts, plan: &[Choice], after: After) -> Fate {
    let care = plan.iter().all(|one| one.is(Category::SupportivePalliative) || one.eases());
    let cures = |one: &Choice| {
        matches!(
            intent(facts, *one),
            Intent::Curative | Intent::OligometastaticLocalCurative | Intent::PreventionOfRecurrence
        )
    };
    match after.luck {
        _ if care => Fate::Care,
        0..78 if plan.iter().any(cures) => Fate::Free,
        _ if plan.iter().any(cures) => Fate::Relapse,
        0..45 => Fate::Response,
        45..65 => Fate::Stable,
        _ => Fate::Growth,
    }
}

fn done(facts: &Facts, choice: Choice, at: usize, (asked, fate): (After, Fate)) -> Option<Done> {
    let drugs = facts.care.drug.filter(|_| choice.has_drugs());
    let begun = choice.is(Category::Surveillance)
        || choice.is(Category::Trial)
        || choice.is(Category::SupportivePalliative)
        || choice.is(Category::Systemic) && drugs.is_some_and(|drug| facts.is_given(drug));
    if begun {
        return None;
    }
    let start = after(facts.sitting.day, if at == 0 { 12 } else { 60 });
    let by_itself = drugs.map_or(Some(if choice.is(Category::Radiotherapy) { 38 } else { 0 }), Regimen::days);
    let end = by_itself.map(|days| after(start, days).min(asked.day));
    let failed = fate == Fate::Growth && drugs.is_some();
    let response = match fate {
        _ if drugs.is_none() => "",
        Fate::Free | Fate::Relapse if choice.is(Category::Systemic) && facts.tumour.is_everywhere() => "CR",
        Fate::Response => "PR",
        Fate::Stable => "SD",
        Fate::Growth => "PD",
        _ => "",
    };
    let end = if failed { end.or(Some(asked.day)) } else { end };
    let end_reason = match end {
        None => "",
        Some(_) if failed => "progression",
        Some(_) => "completed",
    };
    Some(Done { choice, start, end, response, end_reason })
}
