//! What a synthetic board chooses, and why not the other: the reason is one that the case has.

use crate::domain::decision::Outcome;
use crate::domain::treatment::{Category, Intent};
use crate::exchange::synthetic::care::Role;
use crate::exchange::synthetic::choice::{Choice, begins_with_drugs, local_intent};
use crate::exchange::synthetic::day::before;
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::regimen::{Course, Regimen};
use crate::exchange::synthetic::tumour::{Cure, Spread};
use crate::exchange::synthetic::way::Scene;

/// What in the case speaks against a treatment, as the key of its sentence.
pub fn against(facts: &Facts, choice: Choice) -> Option<&'static str> {
    let body = &facts.body;
    let drugs = facts.care.drug.filter(|_| choice.has_drugs());
    let straining =
        choice.is(Category::Surgery) || choice.is(Category::CellTransplant) || choice.is(Category::Trial);
    let burdens =
        drugs.is_some_and(Regimen::strains) || (choice.is(Category::Interventional) && !choice.eases());
    let ecog = body.ecog.unwrap_or_default();
    // Who is not old and rests by day is still operated on.
    let frail = if choice.is(Category::Surgery) && facts.age < 70 { 3 } else { 2 };
    if (choice.has_drugs() || choice.is(Category::Trial)) && body.refuses_drugs {
        Some("whynot.wish")
    } else if (ecog >= frail && straining) || (ecog >= 3 && burdens) {
        Some("whynot.performance")
    } else if drugs.is_some_and(|drugs| drugs.needs_kidneys) && body.has_kidney_disease {
        Some("whynot.kidneys")
    } else if facts.place(choice).is_none() {
        Some("whynot.unavailable")
    } else {
        None
    }
}

/// What is to be done, in its order; empty where everything has something against it.
pub fn chosen(facts: &Facts) -> Vec<Choice> {
    if let Some(choice) = facts.settled {
        return vec![choice];
    }
    let (first, second) = (facts.care.first, facts.care.second);
    let possible: Vec<Choice> =
        [first, second].into_iter().filter(|choice| against(facts, *choice).is_none()).collect();
    let drawn = facts.random(section::VERDICT).below(10);
    let [one, other] = possible.as_slice() else { return possible };
    let (one, other) = (*one, *other);
    let together = one.goes_with(other) && !before_a_knife(facts, one, other);
    // What is small is removed; only in the breast drugs are given before that all the same.
    let is_too_much = facts.care.role == Role::Before && !drugs_first(facts) && facts.tumour.part != "breast";
    let in_turn = drugs_first(facts) && one.removes() || is_left_over(facts) || is_far_and_out(facts);
    match (leads(facts, one, other), leads(facts, other, one)) {
        _ if together && (in_turn || (drawn >= 7 && !is_too_much)) => in_order(facts, one, other),
        (true, false) => vec![one],
        (false, true) => vec![other],
        _ if drawn < 5 => vec![one],
        _ => vec![other],
    }
}

/// Whether there is no plan without it: nobody is given up who can be treated, drugs are for what is everywhere, what can
/// be removed is removed, and what works is not left.
fn leads(facts: &Facts, choice: Choice, other: Choice) -> bool {
    let last_resort =
        |choice: Choice| choice.is(Category::SupportivePalliative) || choice.is(Category::Trial);
    if facts.scene == Scene::Operated && choice.is(Category::Surveillance) {
        return !is_far_and_out(facts) && other.is(Category::Radiotherapy);
    }
    if other.is(Category::Surveillance) && is_far_and_out(facts) {
        return true;
    }
    let has_spread = facts.spread == Spread::Distant && !is_left_over(facts);
    let everywhere = has_spread || facts.tumour.is_everywhere();
    let drugs = choice.is(Category::Systemic);
    let removes = !choice.has_drugs() && !choice.eases() && !choice.is(Category::Surveillance);
    if last_resort(choice) || last_resort(other) {
        return last_resort(other) && !last_resort(choice);
    }
    if choice.eases() || other.eases() {
        return other.eases() && !choice.eases();
    }
    let treated = matches!(facts.scene, Scene::OnTreatment { .. });
    works(facts, choice)
        || (!everywhere && treated && removes && other.is(Category::Surveillance))
        || (everywhere && drugs && !other.is(Category::CellTransplant))
        || (!everywhere && removes && other.is(Category::Systemic) && !drugs_first(facts))
}

/// Whether drugs are to make it smaller before what removes it.
fn drugs_first(facts: &Facts) -> bool {
    facts.care.role == Role::Before && begins_with_drugs(facts.tumour, facts.extent())
}

/// Whether it had grown far when it was taken out, so that something has to follow.
fn is_far_and_out(facts: &Facts) -> bool {
    let t = facts.stage.t;
    let far = facts.spread == Spread::Regional || t.starts_with("T3") || t.starts_with("T4");
    facts.scene == Scene::Operated && (far || facts.tumour.is_of_childhood())
}

/// Whether drugs have left something of a tumour of childhood, which is removed wherever else it was.
fn is_left_over(facts: &Facts) -> bool {
    facts.tumour.is_of_childhood() && facts.scene == Scene::OnTreatment { growing: false }
}

/// Hormones do not come before an operation.
fn before_a_knife(facts: &Facts, one: Choice, other: Choice) -> bool {
    let hormone = facts.care.drug.is_some_and(|drug| drug.modality == "hormone");
    let cut = [one, other].iter().any(|choice| choice.is(Category::Surgery));
    hormone && cut && facts.care.role == Role::Before
}

/// What the drugs are for in the plan: without the local treatment that they were to come before or after, they are alone.
fn role(facts: &Facts) -> Role {
    let care = &facts.care;
    let local = [care.first, care.second].into_iter().find(|one| one.removes() && !one.has_drugs());
    let alone = || chosen(facts).iter().all(|one| one.has_drugs());
    match care.role {
        Role::Adjuvant if facts.scene != Scene::Operated && alone() => Role::First,
        Role::Before
            if local.is_none_or(|local| against(facts, local).is_some()) && facts.settled.is_none() =>
        {
            Role::First
        }
        role => role,
    }
}

fn works(facts: &Facts, choice: Choice) -> bool {
    choice.is(Category::Systemic) && matches!(facts.care.role, Role::GoOn | Role::Maintenance)
}

/// Drugs that shrink a tumour come before what removes it, and care goes with everything.
fn in_order(facts: &Facts, one: Choice, other: Choice) -> Vec<Choice> {
    let hormone = facts.care.drug.is_some_and(|drug| drug.modality == "hormone");
    let before = facts.care.role == Role::Before || (facts.scene == Scene::Operated && !hormone);
    let drugs_first = before && other.is(Category::Systemic) && !one.eases();
    let shrunk_first = matches!(facts.tumour.part, "rectum" | "soft tissue" | "oesophagus");
    let pair = [one, other].map(|choice| choice.is(Category::Surgery));
    let knife_first = match pair {
        [false, true] => one.is(Category::Radiotherapy) && !shrunk_first,
        [true, false] => other.is(Category::Radiotherapy) && shrunk_first,
        _ => false,
    };
    if drugs_first || knife_first { vec![other, one] } else { vec![one, other] }
}

/// Why an option was not chosen.
pub fn why_not(facts: &Facts, choice: Choice, decides: bool) -> &'static str {
    match against(facts, choice) {
        Some(reason) => reason,
        None if !decides => "whynot.open",
        None if removed_later(facts, choice) => "whynot.then",
        None if awaits_the_specimen(facts, choice) => "whynot.after",
        None if choice == facts.care.first => "whynot.benefit",
        None => "whynot.later",
    }
}

/// Whether drugs or a beam that go with what removes the tumour are decided on when that is done.
fn awaits_the_specimen(facts: &Facts, choice: Choice) -> bool {
    let is_beam = |one: Choice| one.is(Category::Radiotherapy);
    let follows = is_beam(choice) && facts.tumour.after.iter().any(|one| is_beam(Choice::of(one)));
    let drugs = choice.is(Category::Systemic) && matches!(facts.care.role, Role::Before | Role::Adjuvant);
    let asked = drugs || (follows && facts.scene == Scene::Untreated);
    let removed = chosen(facts).iter().any(|one| one.is(Category::Surgery));
    asked && removed && facts.scene != Scene::Operated
}

/// Whether the drugs come first, and this after them.
fn removed_later(facts: &Facts, choice: Choice) -> bool {
    let drugs_first = role(facts) == Role::Before && chosen(facts).iter().all(|one| one.has_drugs());
    drugs_first && choice.removes() && !choice.has_drugs()
}

/// A case that does not come back was not put off, unless that was a few weeks ago. Of the first two of an agenda one
/// was put off and one decided under a condition, so that few cases show both.
pub fn outcome(facts: &Facts) -> Outcome {
    let recent =
        facts.ago(0) > before(facts.sitting.today, 21) && facts.settled.is_none() && facts.discussion == 1;
    let mut random = facts.random_now(section::OUTCOME);
    let (drawn, later) = (random.below(100), random.chance(70));
    let later = if later { Outcome::Deferred } else { Outcome::MoreInformationNeeded };
    match (drawn, facts.sitting.place) {
        _ if facts.put_off => later,
        (_, 1) if recent => Outcome::Deferred,
        (0..10, _) if recent => later,
        _ if chosen(facts).is_empty() => Outcome::NoTumourTherapy,
        (_, 2) if recent => Outcome::Conditional,
        (18..36, _) => Outcome::StandardOfCareConfirmed,
        (36..42, _) if facts.settled.is_none() => Outcome::Conditional,
        _ => Outcome::Recommendation,
    }
}

/// What a recommendation is for.
pub fn intent(facts: &Facts, choice: Choice) -> Intent {
    let (cure, distant) = (facts.tumour.cure, facts.spread == Spread::Distant);
    let drugs = choice.is(Category::Systemic) || choice.is(Category::CellTransplant);
    let adjuvant = facts.scene == Scene::Operated;
    match cure {
        _ if choice.is(Category::SupportivePalliative) => Intent::Supportive,
        _ if choice.eases() => Intent::Palliative,
        Cure::Never if choice.is(Category::Radiotherapy) && distant => Intent::Palliative,
        Cure::Never => Intent::DiseaseControl,
        _ if choice.is(Category::Trial) => Intent::DiseaseControl,
        Cure::Drugs if facts.care.given.len() < 2 => Intent::Curative,
        Cure::Drugs => Intent::DiseaseControl,
        Cure::Local if adjuvant || (drugs && role(facts) == Role::Adjuvant) => Intent::PreventionOfRecurrence,
        Cure::Local if drugs => match role(facts) {
            Role::Before if !distant => Intent::Curative,
            _ => Intent::DiseaseControl,
        },
        Cure::Local if facts.care.given.len() > 1 && !distant => Intent::DiseaseControl,
        Cure::Local => local_intent(choice, facts.spread, facts.stage.m),
    }
}

/// The intent of the drugs that were given in that line, counted from 0.
pub fn intent_of_given(facts: &Facts, line: usize) -> Intent {
    let early = line == 0 && facts.spread != Spread::Distant && !facts.tumour.early.is_empty();
    match facts.tumour.cure {
        Cure::Drugs => Intent::Curative,
        Cure::Local if early => Intent::Curative,
        _ => Intent::DiseaseControl,
    }
}

/// The setting of drugs in the course of the disease.
pub fn setting(facts: &Facts, choice: Choice) -> Option<&'static str> {
    let radiation = facts.care.drug.is_some_and(|drug| drug.course == Course::Radiation);
    if !choice.has_drugs() {
        let local = facts.spread != Spread::Distant && facts.tumour.cure == Cure::Local;
        let definitive = choice.is(Category::Radiotherapy) && local;
        return match facts.scene {
            Scene::Operated if choice.is(Category::Radiotherapy) => Some("adjuvant"),
            Scene::Recurrence if !choice.is(Category::Surveillance) => Some("salvage"),
            Scene::Untreated if definitive && facts.tumour.part == "rectum" => Some("neoadjuvant"),
            Scene::Untreated if definitive => Some("definitive"),
            _ => None,
        };
    }
    Some(match role(facts) {
        _ if radiation => "concurrent",
        Role::First => "first-line",
        Role::Before => "neoadjuvant",
        Role::Adjuvant => "adjuvant",
        Role::GoOn => return None,
        Role::Maintenance => "maintenance",
        Role::Next if facts.care.given.len() > 1 => "later-line",
        Role::Next => "second-line",
    })
}
