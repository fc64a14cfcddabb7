//! A decision in words, the same on the read-back, on the screen and in every printed document.

use crate::domain::board::BoardFile;
use crate::domain::caution::Caution;
use crate::domain::decision::{Agreed, Attention, Concern, Considered, Decision, Dissent, Recommendation};
use crate::domain::disease::Side;
use crate::domain::text::Shown;
use crate::domain::value::{Code, Vocabulary, Written, YesNo};
use crate::domain::workspace::Unread;
use crate::i18n::Words;
use crate::phrase::meeting::lacking;
use crate::phrase::{code, date};

/// A heading and the statements under it, one line each.
pub struct Statement {
    pub label: Shown,
    pub lines: Vec<Shown>,
}

/// The label of a statement by its id, and its lines; without lines nothing is stated.
type Said = (&'static str, Vec<String>);

/// Everything that the decision says, in reading order.
pub fn statements(words: &Words, board: &BoardFile, decision: &Decision) -> Vec<Statement> {
    let said = ground(words, decision)
        .into_iter()
        .chain(plan(words, board, decision))
        .chain(beside(words, decision))
        .chain(answers(words, board, decision));
    let stated = said.filter(|(_, lines)| !lines.is_empty());
    stated
        .map(|(label, lines)| Statement {
            label: Shown::line(&words.get(label)),
            lines: lines.iter().flat_map(|text| Shown::lines(text)).collect(),
        })
        .collect()
}

/// What the board was asked, and what it took as given.
fn ground(words: &Words, decision: &Decision) -> [Said; 5] {
    [
        ("decision-meeting", irregular(words, decision)),
        ("decision-question", vec![decision.question.clone()]),
        ("decision-diagnosis", vec![agreed(words, &decision.agreed.diagnosis)]),
        ("decision-stage", vec![agreed(words, &decision.agreed.stage)]),
        ("decision-performance", vec![agreed(words, &decision.agreed.performance)]),
    ]
}

/// What it concluded: the outcome, what was weighed, what is to be done.
fn plan(words: &Words, board: &BoardFile, decision: &Decision) -> [Said; 3] {
    let outcome = [
        decision.outcome.as_ref().map(|value| code(words, value).into_string()),
        decision.outcome_reason.as_ref().map(|value| code(words, value).into_string()),
    ];
    let options = decision.options.iter().map(|option| considered(words, option));
    let recommended = decision.recommendations.iter().map(|one| recommendation(words, board, one));
    [
        ("decision-outcome", vec![join(outcome, ": ")]),
        ("decision-options", numbered(options)),
        ("decision-recommendations", or_none(words, numbered(recommended))),
    ]
}

/// What goes beside the treatment: supportive care and trials.
fn beside(words: &Words, decision: &Decision) -> [Said; 2] {
    let supportive = decision
        .supportive
        .as_ref()
        .map_or_else(|| words.code("supportive", "not-discussed"), |value| code(words, value).into_string());
    let trials = decision.trials.as_ref().map_or_else(
        || words.code("trial-screening", "not-discussed"),
        |value| code(words, value).into_string(),
    );
    [
        ("decision-supportive", vec![supportive]),
        ("decision-trials", vec![join([Some(trials), decision.trial_note.clone()], ": ")]),
    ]
}

/// Who agreed and who did not, and who tells the patient.
fn answers(words: &Words, board: &BoardFile, decision: &Decision) -> [Said; 4] {
    let agreement = decision.agreement.iter().map(|value| code(words, value).into_string());
    let dissents = decision.dissent.iter().map(|one| dissent(words, board, one));
    let who = decision.inform_by.as_deref().map(|key| board.person_name(key).to_owned());
    let on = decision.inform_on.as_ref().map(|on| date(words, on).into_string());
    let inform = (who.is_some() || on.is_some()).then(|| join([who, on], ", "));
    [
        ("decision-agreement", or_none(words, agreement.collect())),
        ("decision-dissent", or_none(words, dissents.collect())),
        ("decision-inform", inform.into_iter().collect()),
        ("decision-note", decision.note.iter().cloned().collect()),
    ]
}

fn numbered(lines: impl Iterator<Item = String>) -> Vec<String> {
    lines.zip(1..).map(|(line, number)| format!("{number}. {line}")).collect()
}

/// A word where there is nothing, so that nobody takes it for forgotten.
fn or_none(words: &Words, lines: Vec<String>) -> Vec<String> {
    if lines.is_empty() { vec![words.get("decision-none")] } else { lines }
}

/// The headings under which these decisions do not all say the same, in reading order.
pub fn differing(words: &Words, board: &BoardFile, decisions: &[&Decision]) -> Vec<Shown> {
    let sides: Vec<Vec<Statement>> = decisions.iter().map(|one| statements(words, board, one)).collect();
    let mut found: Vec<Shown> = Vec::new();
    for one in sides.iter().flatten() {
        let says = |side: &Vec<Statement>| {
            side.iter().any(|other| other.label == one.label && other.lines == one.lines)
        };
        if !sides.iter().all(says) && !found.contains(&one.label) {
            found.push(one.label.clone());
        }
    }
    found
}

/// What was not as it should be when it was recorded; a reader in two years must see it.
fn irregular(words: &Words, decision: &Decision) -> Vec<String> {
    let quorum = decision.quorum.as_ref().filter(|quorum| !quorum.met).map(|quorum| {
        let counts = [("present", quorum.present.into()), ("needed", quorum.needed.into())];
        let short = words.with("decision-without-quorum", &counts);
        join([Some(short), lacking(words, quorum)], ", ")
    });
    let late = decision.after_close.then(|| words.get("decision-after-close"));
    quorum.into_iter().chain(late).collect()
}

fn agreed(words: &Words, agreed: &Agreed) -> String {
    let because = agreed.reason.as_deref().map(|why| words.with("decision-because", &[("why", why.into())]));
    join([Some(code(words, &agreed.state).into_string()), agreed.value.clone(), because], " · ")
}

fn considered(words: &Words, option: &Considered) -> String {
    let chosen = option.chosen.as_ref().map(|value| match value.known() {
        Some(YesNo::Yes) => words.get("decision-chosen"),
        Some(YesNo::No) => words.get("decision-not-chosen"),
        _ => code(words, value).into_string(),
    });
    let why_not = option.why_not.as_deref().map(|why| words.with("decision-why-not", &[("why", why.into())]));
    join(
        [
            Some(option.text.clone()),
            chosen,
            option.feasibility.as_ref().map(|value| code(words, value).into_string()),
            why_not,
        ],
        " · ",
    )
}

/// Why no day can be given by which a recommendation is to be done.
pub fn no_due(words: &Words, one: &Recommendation) -> Option<String> {
    let why = one.no_due_reason.as_deref().filter(|why| !why.trim().is_empty())?;
    Some(words.with("decision-no-due", &[("why", why.into())]))
}

/// One recommendation in one line: what, why, in which order, who, when, where, by which guideline.
pub fn recommendation(words: &Words, board: &BoardFile, one: &Recommendation) -> String {
    let say = |id: &str, name: &'static str, value: &str| words.with(id, &[(name, value.into())]);
    let guideline = one.guideline.as_deref().map(|name| say("decision-guideline", "name", name));
    let concordance = one.concordance.as_ref().map(|value| code(words, value).into_string());
    let deviation = one.deviation_reason.as_ref().map(|value| code(words, value).into_string());
    let despite = |one: &Attention| {
        let why = one.reason.clone().unwrap_or_else(|| words.get("not-recorded"));
        words.with("decision-attention", &[("what", attention(words, one).into()), ("why", why.into())])
    };
    let despite: Vec<String> = one.attention.iter().map(despite).collect();
    join(
        [
            one.intent.as_ref().map(|value| code(words, value).into_string()),
            one.category.as_ref().map(|value| code(words, value).into_string()),
            one.modality.as_ref().map(|value| code(words, value).into_string()),
            one.detail.clone(),
            one.setting.as_ref().map(|value| code(words, value).into_string()),
            one.condition.clone(),
            one.owner.as_deref().map(|key| say("decision-owner", "who", board.person_name(key))),
            one.due.as_ref().map(|due| say("decision-due", "date", date(words, due).as_str())),
            no_due(words, one),
            one.facility.as_deref().map(|key| say("decision-where", "where", board.facility_name(key))),
            one.care_level.as_ref().map(|value| code(words, value).into_string()),
            Some(join([guideline, concordance, deviation], ", ")).filter(|text| !text.is_empty()),
            one.trial.as_deref().map(|name| say("decision-trial", "name", name)),
            Some(despite.join(" · ")),
        ],
        " · ",
    )
}

/// What the case has against a recommendation, without the reason.
pub fn attention(words: &Words, one: &Attention) -> String {
    let concern = one.concern.as_ref().and_then(Code::known);
    let (id, against) = match concern {
        Some(Concern::Side) => ("decision-attention-side", words.code(Side::NAME, &one.against)),
        Some(Concern::Contrast) => ("decision-attention-contrast", one.against.clone()),
        Some(Concern::Allergy) | None => ("decision-attention-allergy", one.against.clone()),
    };
    words.with(id, &[("against", against.into()), ("found", one.found.as_str().into())])
}

/// The words for why nobody knows whether there is a decision; none where that is known.
pub fn unknown(unread: Unread) -> Option<&'static str> {
    match unread {
        Unread { damaged: 0, withheld: 0, waiting: 0 } => None,
        Unread { damaged: 0, withheld: 0, .. } => Some("report-no-decision-here"),
        _ => Some("report-no-decision-readable"),
    }
}

/// What the room should know before it records.
pub fn caution(words: &Words, one: &Caution) -> Shown {
    let said = |id: &str| words.get(id);
    Shown::line(&match one {
        Caution::Blocking(item) => {
            let what = item.as_ref().map_or("", Written::as_str);
            words.with("warn-blocking", &[("what", what.into())])
        }
        Caution::NoRollCall => said("decision-no-attendance"),
        Caution::NoQuorum => said("warn-no-quorum"),
        Caution::Closed => said("warn-closed"),
        Caution::PastDue(due) => {
            words.with("warn-past-due", &[("date", date(words, due).into_string().into())])
        }
    })
}

fn dissent(words: &Words, board: &BoardFile, one: &Dissent) -> String {
    let because = one.reason.as_deref().map(|why| words.with("decision-because", &[("why", why.into())]));
    let resolved = one.resolved_by.as_ref().map(|value| code(words, value).into_string());
    join(
        [Some(board.person_name(&one.person).to_owned()), Some(one.position.clone()), because, resolved],
        " · ",
    )
}

fn join<const N: usize>(parts: [Option<String>; N], by: &str) -> String {
    parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::Date;
    use crate::i18n::Lang;

    #[test]
    fn what_is_due_says_the_day_and_the_reason_where_both_were_given() {
        let words = Words::new(Lang::En);
        let line = |due: Option<&str>, why: Option<&str>| {
            let due = due.map(Date::parse);
            let one =
                Recommendation { due, no_due_reason: why.map(str::to_owned), ..Recommendation::default() };
            recommendation(&words, &BoardFile::default(), &one)
        };
        assert_eq!(line(Some("2026-12-01"), None), "due 01-Dec-2026");
        assert_eq!(line(None, Some("when the port is healed")), "no due date: when the port is healed");
        assert_eq!(line(Some("2026-12-01"), Some("if well")), "due 01-Dec-2026 · no due date: if well");
        assert_eq!(line(None, None), "");
    }

    #[test]
    fn what_is_on_no_list_is_shown_as_it_was_written() {
        let words = Words::new(Lang::En);
        let said =
            |raw: &str| code::<crate::domain::decision::Outcome>(&words, &Code::parse(raw)).into_string();
        assert_eq!(said("more-information-needed"), "more information needed");
        assert_eq!(said("More Information Needed?"), "More Information Needed?");
        assert_eq!(said("more information_needed"), "more information_needed");
    }
}
