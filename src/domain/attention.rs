//! What in a case speaks against a recommendation. It is recorded only with the reason to recommend it all the same.

use crate::domain::case::Case;
use crate::domain::check::{clashes, planned_on_other_side};
use crate::domain::decision::{Attention, Concern, Considered, Decision, Outcome, Recommendation};
use crate::domain::fold::fold;
use crate::domain::value::{Code, Vocabulary, YesNo};

/// What the board means to do besides its recommendations: the options that it chose, or that it leaves open to the
/// patient. Their reasons stand with the first recommendation, for an option has no place for one.
pub fn offered(decision: &Decision) -> Vec<&str> {
    let open = decision.outcome.as_ref().is_some_and(|outcome| outcome.is(Outcome::MultipleOptions));
    let is_meant = |option: &&Considered| match &option.chosen {
        Some(chosen) => chosen.is(YesNo::Yes),
        None => open,
    };
    decision.options.iter().filter(is_meant).map(|option| option.text.as_str()).collect()
}

/// What speaks against it, without reasons, in an order that depends on the two alone; `beside` is what is decided with it.
pub fn concerns(case: &Case, one: &Recommendation, beside: &[&str]) -> Vec<Attention> {
    let modality = one.modality.as_ref().map(Code::as_str);
    let said = [modality, one.detail.as_deref(), one.condition.as_deref(), one.trial.as_deref()];
    let text = said.into_iter().flatten().chain(beside.iter().copied()).collect::<Vec<_>>().join("\n");
    let about = |concern: Concern, against: &str, found: &str| Attention {
        concern: Some(concern.into()),
        against: against.to_owned(),
        found: found.to_owned(),
        reason: None,
    };
    let mut all: Vec<Attention> = clashes(&case.patient.allergies, &text)
        .iter()
        .map(|clash| {
            let concern = if clash.contrast { Concern::Contrast } else { Concern::Allergy };
            about(concern, &clash.allergy, &clash.found)
        })
        .collect();
    let side = case.diagnosis.side.as_ref().and_then(Code::known);
    if let Some((side, found)) = side.zip(planned_on_other_side(case, &text)) {
        all.push(about(Concern::Side, side.word(), found));
    }
    all
}

/// What speaks against it, each with the reason that was given for exactly this. A reason alone, as a file may give
/// it, counts by its place.
pub fn answered(case: &Case, decision: &Decision, at: usize) -> Vec<Attention> {
    let Some(one) = decision.recommendations.get(at) else { return Vec::new() };
    let beside = if at == 0 { offered(decision) } else { Vec::new() };
    let mut all = concerns(case, one, &beside);
    for (nth, concern) in all.iter_mut().enumerate() {
        let same = one.attention.iter().find(|given| given.is_about(concern));
        let given =
            same.or_else(|| one.attention.get(nth).filter(|given| given.is_about(&Attention::default())));
        concern.reason = given.and_then(|given| given.reason.clone()).filter(|why| !why.trim().is_empty());
    }
    all
}

/// Writes into every recommendation what speaks against it, with the reasons; reasons for anything else fall out.
pub fn stamp(case: &Case, decision: &mut Decision) {
    let all: Vec<Vec<Attention>> =
        (0..decision.recommendations.len()).map(|at| answered(case, decision, at)).collect();
    for (one, attention) in decision.recommendations.iter_mut().zip(all) {
        one.attention = attention;
    }
}

impl Attention {
    fn is_about(&self, other: &Attention) -> bool {
        // Earlier versions kept the words folded.
        let same = |own: &str, other: &str| own == other || fold(own) == fold(other);
        self.concern == other.concern
            && same(&self.against, &other.against)
            && same(&self.found, &other.found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::disease::Side;
    use crate::domain::patient::{Allergies, Allergy};

    fn case() -> Case {
        let mut case = Case::default();
        case.patient.allergies =
            Allergies::Known(vec![Allergy { to: "penicillin".into(), ..Allergy::default() }]);
        case.diagnosis.side = Some(Side::Left.into());
        case
    }

    fn proposal(detail: &str) -> Recommendation {
        Recommendation { detail: Some(detail.into()), ..Recommendation::default() }
    }

    #[test]
    fn an_allergy_and_the_other_side_speak_against_a_recommendation_and_its_own_side_does_not() {
        let found = |detail: &str| {
            let said =
                |one: Attention| format!("{} {} {}", one.concern.unwrap().as_str(), one.against, one.found);
            concerns(&case(), &proposal(detail), &[]).into_iter().map(said).collect::<Vec<_>>()
        };
        assert_eq!(found("amoxicillin before the operation"), ["allergy penicillin amoxicillin"]);
        assert_eq!(found("right upper lobectomy"), ["side left right"]);
        assert_eq!(found("cắt thùy trên bên phải"), ["side left bên phải"]);
        assert_eq!(found("left upper lobectomy"), [""; 0]);
        assert_eq!(found("left lobectomy, the right nodule is watched"), [""; 0]);
    }

    #[test]
    fn a_reason_holds_for_what_it_was_given_for_and_for_nothing_that_comes_in_its_place() {
        let mut one = proposal("amoxicillin");
        one.attention = vec![Attention { reason: Some("tolerated in 2024".into()), ..Attention::default() }];
        let mut decision = Decision { recommendations: vec![one], ..Decision::default() };
        stamp(&case(), &mut decision);
        assert_eq!(decision.recommendations[0].attention[0].reason.as_deref(), Some("tolerated in 2024"));
        decision.recommendations[0].detail = Some("right upper lobectomy".into());
        let open = concerns(&case(), &decision.recommendations[0], &[]);
        assert_eq!(answered(&case(), &decision, 0), open, "no reason is carried over");
    }

    #[test]
    fn an_option_that_is_chosen_or_left_open_is_asked_about_with_the_first_recommendation() {
        let option = |chosen: Option<YesNo>| Considered {
            text: "amoxicillin".into(),
            chosen: chosen.map(Code::from),
            ..Considered::default()
        };
        let asked = |chosen: Option<YesNo>, outcome: Outcome| {
            let decision = Decision {
                outcome: Some(outcome.into()),
                options: vec![option(chosen)],
                recommendations: vec![proposal("as agreed"), proposal("and more")],
                ..Decision::default()
            };
            [0, 1].map(|at| answered(&case(), &decision, at).len())
        };
        assert_eq!(asked(Some(YesNo::Yes), Outcome::Recommendation), [1, 0]);
        assert_eq!(asked(Some(YesNo::No), Outcome::MultipleOptions), [0, 0]);
        assert_eq!(asked(None, Outcome::MultipleOptions), [1, 0]);
        assert_eq!(asked(None, Outcome::Recommendation), [0, 0]);
    }
}
