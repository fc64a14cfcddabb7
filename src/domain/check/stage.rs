//! A stage says nothing without its system, its edition and its basis.

use crate::domain::check::facts::Facts;
use crate::domain::problem::{Problem, Severity};
use crate::domain::stage::{Stage, StageSystem};
use crate::domain::staging::stage_of;
use crate::domain::value::{Code, Written};

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
/// is trusted, or the categories leave several groups open, nothing is said.
pub(super) fn group(facts: &Facts, problems: &mut Vec<Problem>) {
    for (at, stage) in facts.case.staging.iter().enumerate() {
        let Some(entered) = &stage.group else { continue };
        let system = stage.system.as_ref().map_or("", Code::as_str);
        let Ok(staged) = stage_of(facts.tables, facts.case, stage, system) else { continue };
        let same = |group: &String| plain_group(group) == plain_group(entered.as_str());
        // AJCC 8 has an anatomic group beside the prognostic one, and people enter either; the anatomic table is
        // the one that UICC 8 uses (AJCC Cancer Staging Manual, 8th edition, chapter 48).
        let anatomic = stage_of(facts.tables, facts.case, stage, "tnm-uicc")
            .is_ok_and(|other| other.groups.iter().any(same));
        if staged.groups.is_empty() || staged.groups.iter().any(same) || (is_breast(facts) && anatomic) {
            continue;
        }
        problems.push(
            Problem::new("stage-group-differs", Severity::Error, format!("staging[{at}].group"))
                .with("entered", entered.as_str())
                .with("table", staged.groups.join(" / "))
                .with("name", staged.table)
                .owned_by(stage.by.as_ref().map(Written::as_str).or(facts.responsible())),
        );
    }
}

fn is_breast(facts: &Facts) -> bool {
    facts
        .case
        .diagnosis
        .site
        .as_ref()
        .is_some_and(|site| site.as_str().trim().to_uppercase().starts_with("C50"))
}

/// `Stage IIIA`, `iiia` and `IIIA` are one group.
fn plain_group(group: &str) -> String {
    let folded = group.trim().to_lowercase();
    folded.strip_prefix("stage").unwrap_or(&folded).trim().to_owned()
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
