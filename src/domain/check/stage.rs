//! A stage says nothing without its system, its edition and its basis.

use crate::domain::check::facts::Facts;
use crate::domain::problem::{Problem, Severity};
use crate::domain::stage::{Stage, StageSystem};
use crate::domain::value::Written;

pub(super) fn incomplete(facts: &Facts, problems: &mut Vec<Problem>) {
    for (at, stage) in facts.case.staging.iter().enumerate() {
        let lacking = lacking(stage);
        if !lacking.is_empty() {
            problems.push(
                Problem::new("stage-incomplete", Severity::Warning, format!("staging[{at}]"))
                    .with("lacking", lacking.join(", "))
                    .owned_by(stage.by.as_ref().map(Written::as_str).or(facts.responsible())),
            );
        }
    }
}

/// Keys of the file, the same in every language.
fn lacking(stage: &Stage) -> Vec<&'static str> {
    // The blood and lymph systems have neither editions nor a clinical and a pathological form.
    let plain = stage.system.as_ref().is_some_and(|system| {
        use StageSystem::{AnnArbor, Binet, Iss, Lugano, RIss, Rai};
        [AnnArbor, Lugano, Iss, RIss, Binet, Rai].iter().any(|known| system.is(*known))
    });
    let mut lacking = Vec::new();
    if stage.system.is_none() {
        lacking.push("system");
    }
    if stage.edition.is_none() && !plain {
        lacking.push("edition");
    }
    if stage.basis.is_none() && !plain {
        lacking.push("basis");
    }
    lacking
}
