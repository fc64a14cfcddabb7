//! A stage says nothing without its system, its edition and its basis.

use crate::domain::check::facts::Facts;
use crate::domain::computed::{Answer, Standing, stages};
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

/// The group as entered against the group of the table. A difference is named, never corrected; where no table
/// is trusted, or the categories leave several groups open, nothing is said. What a classification makes of the newest
/// inputs stands beside the entry, where the board sees it with its inputs.
pub(super) fn group(facts: &Facts, problems: &mut Vec<Problem>) {
    for beside in stages(facts.tables, facts.case, facts.as_of) {
        let (Some(at), Answer::Table(staged), Standing::Differs) =
            (beside.at, beside.answer, beside.standing)
        else {
            continue;
        };
        let Some(stage) = facts.case.staging.get(at) else { continue };
        problems.push(
            Problem::new("stage-group-differs", Severity::Error, format!("staging[{at}].group"))
                .with("entered", stage.group.as_ref().map_or("", Written::as_str))
                .with("table", staged.groups.join(" / "))
                .with("name", staged.table)
                .owned_by(stage.by.as_ref().map(Written::as_str).or(facts.responsible())),
        );
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
