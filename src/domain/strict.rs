//! Entries of a record about to be made that are on no list or are no date: kept in what people write, refused in records.

use crate::domain::date::Date;
use crate::domain::decision::Decision;
use crate::domain::lack::Lack;
use crate::domain::opinion::{Opinion, Reply, Request};
use crate::domain::value::{Code, Vocabulary};

/// The fields of a body whose code word or date is not one.
#[derive(Default)]
struct Strict {
    wrong: Vec<Lack>,
}

impl Strict {
    fn code<T: Vocabulary>(&mut self, field: String, value: Option<&Code<T>>) {
        if value.is_some_and(|code| code.known().is_none()) {
            self.wrong.push(Lack { field });
        }
    }

    fn date(&mut self, field: String, value: Option<&Date>) {
        if matches!(value, Some(Date::Other(_))) {
            self.wrong.push(Lack { field });
        }
    }
}

pub fn decision(decision: &Decision) -> Vec<Lack> {
    let mut strict = Strict::default();
    let agreed = &decision.agreed;
    let agreed =
        [("diagnosis", &agreed.diagnosis), ("stage", &agreed.stage), ("performance", &agreed.performance)];
    for (name, agreed) in agreed {
        strict.code(format!("agreed.{name}.state"), Some(&agreed.state));
    }
    strict.code("outcome".into(), decision.outcome.as_ref());
    strict.code("outcome-reason".into(), decision.outcome_reason.as_ref());
    for (index, option) in decision.options.iter().enumerate() {
        strict.code(format!("options[{index}].chosen"), option.chosen.as_ref());
        strict.code(format!("options[{index}].feasibility"), option.feasibility.as_ref());
    }
    for (index, one) in decision.recommendations.iter().enumerate() {
        let field = |name: &str| format!("recommendations[{index}].{name}");
        strict.code(field("intent"), one.intent.as_ref());
        strict.code(field("category"), one.category.as_ref());
        strict.code(field("modality"), one.modality.as_ref());
        strict.code(field("setting"), one.setting.as_ref());
        strict.date(field("due"), one.due.as_ref());
        strict.code(field("care-level"), one.care_level.as_ref());
        strict.code(field("concordance"), one.concordance.as_ref());
        strict.code(field("deviation-reason"), one.deviation_reason.as_ref());
        for (at, attention) in one.attention.iter().enumerate() {
            strict.code(field(&format!("attention[{at}].concern")), attention.concern.as_ref());
        }
    }
    strict.code("supportive".into(), decision.supportive.as_ref());
    strict.code("trials".into(), decision.trials.as_ref());
    strict.code("agreement".into(), decision.agreement.as_ref());
    for (index, dissent) in decision.dissent.iter().enumerate() {
        strict.code(format!("dissent[{index}].resolved-by"), dissent.resolved_by.as_ref());
    }
    strict.date("inform-on".into(), decision.inform_on.as_ref());
    strict.wrong
}

pub fn opinion(opinion: &Opinion) -> Vec<Lack> {
    let mut strict = Strict::default();
    strict.code("position".into(), opinion.position.as_ref());
    strict.wrong
}

pub fn request(request: &Request) -> Vec<Lack> {
    let mut strict = Strict::default();
    strict.date("due".into(), request.due.as_ref());
    strict.wrong
}

pub fn reply(reply: &Reply) -> Vec<Lack> {
    let mut strict = Strict::default();
    strict.code("channel".into(), reply.channel.as_ref());
    strict.date("received".into(), reply.received.as_ref());
    strict.code("position".into(), reply.position.as_ref());
    strict.wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::Recommendation;

    #[test]
    fn a_code_on_no_list_and_a_date_with_two_readings_are_named_by_their_field() {
        let wrong = decision(&Decision {
            outcome: Some(Code::parse("recomendation")),
            recommendations: vec![Recommendation {
                due: Some(Date::parse("03/04/2026")),
                ..Recommendation::default()
            }],
            ..Decision::default()
        });
        let fields: Vec<&str> = wrong.iter().map(|lack| lack.field.as_str()).collect();
        assert_eq!(fields, ["outcome", "recommendations[0].due"]);
    }
}
