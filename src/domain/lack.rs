//! What a decision still needs before it may be recorded.

use crate::domain::attention::answered;
use crate::domain::board::Requirement;
use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::decision::{
    Agreement, Concordance, Confirmation, Decision, Outcome, Recommendation, SupportiveFlag, TrialScreening,
};
use crate::domain::value::{Code, Vocabulary, YesNo};

/// Something that a decision still needs: the field's path, as `recommendations[0].owner`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    pub field: String,
}

/// What is still needed before the decision may be recorded, in the order of the form. What `case` has against a
/// recommendation needs a reason; `also` are the fields that the board requires beyond the rule (`requires:` in board.yaml).
pub fn lacks(decision: &Decision, case: Option<&Case>, also: &[Code<Requirement>]) -> Vec<Lack> {
    let mut found = Vec::new();
    let mut need = |is_there: bool, field: String| {
        if !is_there {
            found.push(Lack { field });
        }
    };
    for (name, agreed) in [
        ("diagnosis", &decision.agreed.diagnosis),
        ("stage", &decision.agreed.stage),
        ("performance", &decision.agreed.performance),
    ] {
        need(
            !agreed.state.is(Confirmation::Changed) || said(agreed.value.as_deref()),
            format!("agreed.{name}.value"),
        );
    }
    let outcome = decision.outcome.as_ref().and_then(Code::known);
    need(outcome.is_some(), "outcome".into());
    if outcome.is_some_and(Outcome::needs_reason) {
        need(
            decision.outcome_reason.as_ref().is_some_and(|code| code.known().is_some()),
            "outcome-reason".into(),
        );
    }
    for (index, option) in decision.options.iter().enumerate() {
        need(said(Some(&option.text)), format!("options[{index}].text"));
        let not_chosen = option.chosen.as_ref().is_some_and(|code| code.is(YesNo::No));
        need(!not_chosen || said(option.why_not.as_deref()), format!("options[{index}].why-not"));
    }
    if outcome.is_some_and(Outcome::is_plan) && decision.recommendations.is_empty() {
        need(false, "recommendations[0].intent".into());
    }
    for (index, recommendation) in decision.recommendations.iter().enumerate() {
        for (field, is_there) in recommendation.required() {
            need(is_there, format!("recommendations[{index}].{field}"));
        }
        let attention = case.map(|case| answered(case, decision, index)).unwrap_or_default();
        for (at, concern) in attention.iter().enumerate() {
            need(concern.reason.is_some(), format!("recommendations[{index}].attention[{at}].reason"));
        }
    }
    need(decision.agreement.as_ref().is_some_and(|code| code.known().is_some()), "agreement".into());
    let split = decision
        .agreement
        .as_ref()
        .is_some_and(|code| code.is(Agreement::Split) || code.is(Agreement::Majority));
    if split && decision.dissent.is_empty() {
        need(false, "dissent[0].person".into());
    }
    for (index, dissent) in decision.dissent.iter().enumerate() {
        need(said(Some(&dissent.person)), format!("dissent[{index}].person"));
        need(said(Some(&dissent.position)), format!("dissent[{index}].position"));
    }
    for requirement in also.iter().filter_map(Code::known) {
        need(decision.has(requirement), requirement.word().to_owned());
    }
    found
}

fn said(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

impl Decision {
    /// Whether a field that a board may require beyond the rule has been answered.
    fn has(&self, requirement: Requirement) -> bool {
        match requirement {
            Requirement::Trials => {
                self.trials.as_ref().is_some_and(|code| !code.is(TrialScreening::NotDiscussed))
            }
            Requirement::Supportive => {
                self.supportive.as_ref().is_some_and(|code| !code.is(SupportiveFlag::NotDiscussed))
            }
            Requirement::InformBy => said(self.inform_by.as_deref()),
            Requirement::Options => !self.options.is_empty(),
            Requirement::Guideline => self
                .recommendations
                .iter()
                .all(|one| said(one.guideline.as_deref()) || one.concordance.is_some()),
            Requirement::Facility => self.recommendations.iter().all(|one| said(one.facility.as_deref())),
        }
    }
}

impl Recommendation {
    fn required(&self) -> [(&'static str, bool); 5] {
        let deviates = self.concordance.as_ref().is_some_and(|code| code.is(Concordance::Deviates));
        [
            ("intent", self.intent.as_ref().is_some_and(|code| code.known().is_some())),
            ("category", self.category.as_ref().is_some_and(|code| code.known().is_some())),
            ("owner", said(self.owner.as_deref())),
            ("due", self.due.as_ref().and_then(Date::known).is_some() || said(self.no_due_reason.as_deref())),
            ("deviation-reason", !deviates || self.deviation_reason.is_some()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::treatment::{Category, Intent};

    fn fields(decision: &Decision) -> Vec<String> {
        lacks(decision, None, &[]).into_iter().map(|lack| lack.field).collect()
    }

    #[test]
    fn an_empty_decision_lacks_its_outcome_and_its_agreement() {
        assert_eq!(fields(&Decision::default()), ["outcome", "agreement"]);
    }

    #[test]
    fn a_recommendation_needs_intent_category_owner_and_a_due_date_or_a_reason() {
        let mut decision = Decision {
            outcome: Some(Outcome::Recommendation.into()),
            agreement: Some(Agreement::Consensus.into()),
            recommendations: vec![Recommendation::default()],
            ..Decision::default()
        };
        let wanted = [
            "recommendations[0].intent",
            "recommendations[0].category",
            "recommendations[0].owner",
            "recommendations[0].due",
        ];
        assert_eq!(fields(&decision), wanted);
        decision.recommendations[0] = Recommendation {
            intent: Some(Intent::Palliative.into()),
            category: Some(Category::Systemic.into()),
            owner: Some("mai-onc".into()),
            no_due_reason: Some("when the port is healed".into()),
            ..Recommendation::default()
        };
        assert!(fields(&decision).is_empty());
    }

    #[test]
    fn a_majority_names_who_dissents_and_a_changed_diagnosis_says_to_what() {
        let mut decision = Decision { outcome: Some(Outcome::NoTumourTherapy.into()), ..Decision::default() };
        decision.agreement = Some(Agreement::Majority.into());
        decision.agreed.diagnosis.state = Confirmation::Changed.into();
        assert_eq!(fields(&decision), ["agreed.diagnosis.value", "dissent[0].person"]);
    }
}
