//! What a synthetic board chooses, and why not the other: the reason is one that the case has.

use crate::domain::treatment::Category;
use crate::exchange::synthetic::choice::Choice;
use crate::exchange::synthetic::facts::{Facts, section};

/// What in the case speaks against a treatment, as the key of its sentence.
pub fn against(facts: &Facts, choice: Choice) -> Option<&'static str> {
    let body = &facts.body;
    let drugs = choice.is(Category::Systemic);
    let straining = choice.is(Category::Surgery) || choice.is(Category::CellTransplant);
    let ecog = body.ecog.unwrap_or_default();
    if drugs && body.refuses_drugs {
        Some("whynot.wish")
    } else if (ecog >= 2 && straining) || (ecog >= 3 && (drugs || choice.is(Category::Interventional))) {
        Some("whynot.performance")
    } else if drugs && body.has_kidney_disease {
        Some("whynot.kidneys")
    } else {
        None
    }
}

/// What is to be done, in its order; empty where everything has something against it.
pub fn chosen(facts: &Facts) -> Vec<Choice> {
    if let Some(choice) = facts.settled {
        return vec![choice];
    }
    let possible: Vec<Choice> =
        [facts.first, facts.second].into_iter().filter(|choice| against(facts, *choice).is_none()).collect();
    match (possible.as_slice(), facts.random(section::VERDICT).below(10)) {
        ([first, _], 0..5) => vec![*first],
        ([_, second], 5..7) => vec![*second],
        _ => possible,
    }
}

/// Why an option was not chosen.
pub fn why_not(facts: &Facts, choice: Choice, decides: bool) -> &'static str {
    match against(facts, choice) {
        Some(reason) => reason,
        None if !decides => "whynot.open",
        None if choice == facts.first => "whynot.benefit",
        None => "whynot.later",
    }
}
