//! The list of what the case still waits for, with who owes it and since when.

use crate::domain::care::Missing;
use crate::domain::check::facts::Facts;
use crate::domain::date::Date;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::{Code, Written};

pub(super) fn items(facts: &Facts, problems: &mut Vec<Problem>) {
    for (at, missing) in facts.case.missing.iter().enumerate() {
        let (code, severity) = weight(facts, missing);
        problems.push(
            Problem::new(code, severity, format!("missing[{at}]"))
                .with("item", missing.item.as_ref().map_or("?", Written::as_str))
                .with("why", missing.why.as_ref().map_or("unknown", Code::as_str))
                .with("due", missing.due.as_ref().map_or_else(|| "nothing".to_owned(), Date::to_string))
                .owned_by(missing.owner.as_ref().map(Written::as_str)),
        );
    }
}

/// What blocks the decision or is late may mislead the board; the rest may still arrive in time.
fn weight(facts: &Facts, missing: &Missing) -> (&'static str, Severity) {
    let is_late = missing.due.as_ref().is_some_and(|due| due.is_past(facts.as_of));
    match (is_late, missing.is_blocking()) {
        (true, true) => ("missing-blocking-overdue", Severity::Warning),
        (true, false) => ("missing-overdue", Severity::Warning),
        (false, true) => ("missing-blocking", Severity::Warning),
        (false, false) => ("missing-item", Severity::Note),
    }
}
