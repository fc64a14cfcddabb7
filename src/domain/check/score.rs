//! A score as it was entered against what the inputs of the case give, and findings that no score can read.

use crate::domain::check::facts::Facts;
use crate::domain::computed::contradicted;
use crate::domain::problem::{Problem, Severity};
use crate::domain::scores::{ScoreName, unreadable};
use crate::domain::value::{Vocabulary, Written};

/// Neither is corrected: the entry may be mistyped, or a result.
pub(super) fn entered(facts: &Facts, problems: &mut Vec<Problem>) {
    for beside in contradicted(facts.case, facts.as_of) {
        let Some(entered) = &beside.entered else { continue };
        let path = match (entered.at, beside.score.name) {
            (Some(at), _) => format!("scores[{at}].value"),
            (None, name) => format!("comorbidity.{}", name.word()),
        };
        problems.push(
            Problem::new("score-differs", Severity::Warning, path)
                .with("entered", entered.value.as_str())
                .with("computed", beside.score.value.as_deref().unwrap_or("?"))
                .with_word("name", ScoreName::NAME, beside.score.name.word())
                .owned_by(facts.responsible()),
        );
    }
}

/// Tells of a finding in words that no score understands: otherwise the score would stay open for no reason to be seen.
pub(super) fn findings(facts: &Facts, problems: &mut Vec<Problem>) {
    for (at, lab) in facts.case.labs.iter().enumerate() {
        let text = |text: &Option<Written>| text.as_ref().map_or("", Written::as_str).trim().to_owned();
        let Some(words) = unreadable(lab) else { continue };
        problems.push(
            Problem::new("finding-unreadable", Severity::Note, format!("labs[{at}].value"))
                .with("test", text(&lab.test))
                .with("value", text(&lab.value))
                .with("words", words)
                .owned_by(facts.responsible()),
        );
    }
}
