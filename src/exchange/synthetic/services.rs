//! Where a treatment is given: a facility that offers it, the own one first, near home where that will do.

use crate::domain::board::{BoardFile, Facility};
use crate::domain::question::CareLevel;
use crate::domain::treatment::Category;
use crate::domain::value::Written;
use crate::exchange::synthetic::choice::{Choice, locals};
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::tumour::Spread;
use crate::exchange::synthetic::way::Scene;

/// None where nobody in the country offers it. `near`: the hospital that sent the patient, where it would be taken.
pub fn place(choice: Choice, own: &str, near: Option<&str>, board: &BoardFile) -> Option<String> {
    let here = board.facilities.get(own);
    let country = here.and_then(|one| one.country.as_ref());
    let can_be_near = !choice.is(Category::Surgery) && !choice.is(Category::Trial);
    let near = near.filter(|_| can_be_near);
    let others = || {
        let same = board.facilities.iter().filter(|(_, one)| one.country.as_ref() == country);
        let (high, low): (Vec<_>, Vec<_>) = same
            .filter(|(key, _)| *key != own)
            .partition(|(_, one)| one.care_level.as_ref().is_some_and(|level| level.is(CareLevel::Advanced)));
        high.into_iter().chain(low).map(|(key, _)| key.as_str())
    };
    let does = |key: &&str| board.facilities.get(*key).is_some_and(|one| offers(one, choice));
    near.filter(does)
        .or_else(|| Some(own).filter(|own| here.is_none() || does(own)))
        .or_else(|| others().find(does))
        .map(str::to_owned)
}

/// Of a facility that lists nothing, nothing is known.
fn offers(facility: &Facility, choice: Choice) -> bool {
    let lists = |word: &str| facility.services.iter().any(|one: &Written| one.as_str() == word);
    let all = |words: &[&str]| words.iter().all(|word| lists(word));
    if facility.services.is_empty() {
        return true;
    }
    match choice.modality {
        "" if choice.is(Category::Trial) => {
            facility.care_level.as_ref().is_some_and(|level| level.is(CareLevel::Advanced))
        }
        "" | "active-surveillance" | "watchful-waiting" | "wait-and-see" => true,
        "supportive-care" => ["supportive-care", "palliative-care", "pain-control"].into_iter().any(lists),
        "chemo-immunotherapy" => lists(choice.modality) || all(&["chemotherapy", "immunotherapy"]),
        "chemo-targeted" => lists(choice.modality) || all(&["chemotherapy", "targeted"]),
        "immuno-targeted" => lists(choice.modality) || all(&["immunotherapy", "targeted"]),
        other => lists(other),
    }
}

impl Facts {
    /// With the facilities at which the ways can be gone.
    pub fn placed(self, board: &BoardFile) -> Self {
        // Heavy drugs are given where the kidneys can be watched, and children are not treated in a small house.
        let heavy = self.care.drug.is_some_and(|drug| drug.needs_kidneys) || self.is_child();
        let near = self.random(section::PLACE).chance(30) && !heavy;
        let near = near.then_some(self.outside_facility.as_str());
        let mut facts = self.clone();
        facts.care.first = self.offered(self.care.first, self.care.second, board);
        facts.care.second = self.offered(self.care.second, facts.care.first, board);
        let at = |choice: Choice| place(choice, &self.own_facility, near, board);
        Facts { places: [at(facts.care.first), at(facts.care.second)], ..facts }
    }

    /// Where it is done; none where nobody offers it.
    pub fn place(&self, choice: Choice) -> Option<&str> {
        let [first, second] = &self.places;
        if choice == self.care.first { first.as_deref() } else { second.as_deref() }
    }

    /// The way as it can be gone: of one kind, what is offered is asked about before what is not.
    fn offered(&self, choice: Choice, other: Choice, board: &BoardFile) -> Choice {
        let is_there = |choice: &Choice| place(*choice, &self.own_facility, None, board).is_some();
        if is_there(&choice) {
            return choice;
        }
        if !choice.is(Category::Radiotherapy) {
            // Who can be cured at the place is not left without what does it.
            let untreated = self.scene == Scene::Untreated && self.spread != Spread::Distant;
            let is_left = untreated && choice.removes() && !choice.eases() && !other.removes();
            let cures = |one: &Choice| one.removes() && !one.eases() && !one.holds_back();
            let all = locals(self.tumour, self.extent()).into_iter().map(Choice::of);
            return all.filter(cures).filter(|_| is_left).find(is_there).unwrap_or(choice);
        }
        let others = self.tumour.local.iter().chain(&self.tumour.after).map(|one| Choice::of(one));
        others.filter(|one| one.category == choice.category).find(is_there).unwrap_or(choice)
    }
}
