//! A decision that was amended: what changed in it, and why.

use crate::domain::board::BoardFile;
use crate::domain::date::Date;
use crate::domain::decision::Decision;
use crate::domain::treatment::Category;
use crate::exchange::synthetic::care::Role;
use crate::exchange::synthetic::choice::Choice;
use crate::exchange::synthetic::day::after;
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::people::doctors;
use crate::exchange::synthetic::texts::Voice;
use crate::exchange::synthetic::verdict::{against, chosen, outcome};
use crate::exchange::synthetic::way::Scene;

pub fn is_amended(facts: &Facts) -> bool {
    outcome(facts).is_plan() && facts.random_now(section::AMEND).chance(6)
}

/// The way that the patient would rather go, where that is the change.
pub fn wished(facts: &Facts) -> Option<Choice> {
    let plan = chosen(facts);
    let [only] = plan.as_slice() else { return None };
    let other = if *only == facts.care.first { facts.care.second } else { facts.care.first };
    let alone = facts.care.role == Role::Adjuvant && facts.scene != Scene::Operated && other.has_drugs();
    let free = facts.settled.is_none()
        && !alone
        && !works_now(facts)
        && against(facts, other).is_none()
        && !other.is(Category::Trial);
    (is_amended(facts) && free).then_some(other)
}

/// Nobody wishes to leave drugs that work.
fn works_now(facts: &Facts) -> bool {
    matches!(facts.care.role, Role::GoOn | Role::Maintenance)
}

/// What holds in the end.
pub fn final_plan(facts: &Facts) -> Vec<Choice> {
    wished(facts).map_or_else(|| chosen(facts), |other| vec![other])
}

/// The decision as it was changed, and why; `anew` is the decision on another way.
pub fn amended(
    facts: &Facts,
    body: &Decision,
    board: &BoardFile,
    voice: &mut Voice,
    anew: impl FnOnce(Vec<Choice>) -> Decision,
) -> (Decision, String) {
    if let Some(other) = wished(facts) {
        let words = facts.words(other, voice);
        voice.know("other", words);
        return (anew(vec![other]), voice.sentence("amended.wish"));
    }
    let mut changed = body.clone();
    let later = Date::parse(&after(facts.sitting.day, 28).to_string());
    if let Some(first) = changed.recommendations.iter_mut().find(|one| one.due.is_some()) {
        first.due = Some(later);
        return (changed, voice.sentence("amended.due"));
    }
    let others = doctors(board);
    let other = others.iter().find(|key| **key != facts.presenter).copied().unwrap_or(&facts.presenter);
    changed.inform_by = Some(other.to_owned());
    changed.inform_on = Some(Date::parse(&after(facts.sitting.day, 3).to_string()));
    voice.know("name", board.person_name(other));
    (changed, voice.sentence("amended.told"))
}
