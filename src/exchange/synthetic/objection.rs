//! What a synthetic patient cannot bear, and the reason for which a synthetic board decides on it all the same.

use crate::domain::attention::stamp;
use crate::domain::case::Case;
use crate::domain::decision::Decision;
use crate::domain::patient::{Allergies, Allergy};
use crate::domain::value::{Code, Written};
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::texts::Voice;

/// One patient in seven has an allergy.
pub fn allergy(facts: &Facts) -> Option<(String, String)> {
    let mut voice = facts.voice(facts.lang, section::ALLERGY);
    let told = (voice.sentence("allergy"), voice.sentence("reaction"));
    facts.random(section::ALLERGY).chance(14).then_some(told)
}

/// A reason for everything that the case has against its recommendations.
pub fn answer(facts: &Facts, decision: &mut Decision, voice: &mut Voice) {
    let mut case = Case::default();
    if let Some((to, _)) = allergy(facts) {
        case.patient.allergies = Allergies::Known(vec![Allergy { to: Written(to), ..Allergy::default() }]);
    }
    case.diagnosis.side = (!facts.side.is_empty()).then(|| Code::parse(facts.side));
    stamp(&case, decision);
    for one in decision.recommendations.iter_mut().flat_map(|one| &mut one.attention) {
        one.reason = Some(voice.sentence("allthesame"));
    }
}
