//! What the stage, the treatments and the diagnosis say of each other: metastases treated to cure, treatment before the
//! diagnosis.

use crate::domain::check::facts::Facts;
use crate::domain::check::icdo::{morphology, topography};
use crate::domain::check::mention::is_proposed;
use crate::domain::date::{Date, PartialDate};
use crate::domain::fold::fold;
use crate::domain::problem::{Problem, Severity};
use crate::domain::stage::Stage;
use crate::domain::treatment::{Category, Intent};
use crate::domain::value::Written;

fn known(date: Option<&Date>) -> Option<PartialDate> {
    date.and_then(Date::known)
}

/// Asked, not forbidden: oligometastatic and conversion treatment have words of their own, and some tumours are cured
/// with metastases.
pub(super) fn intent(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    if cured_with_metastases(facts) {
        return;
    }
    let Some((at, stage)) = case.staging.iter().enumerate().find(|(_, stage)| is_metastatic(stage)) else {
        return;
    };
    let found = known(stage.date.as_ref()).and_then(|date| date.earliest());
    for (nth, own) in case.treatments.iter().enumerate() {
        let began = known(own.start.as_ref()).and_then(|date| date.latest());
        let later = match (found, began) {
            (Some(found), Some(began)) => began >= found,
            _ => true,
        };
        let curative = own.intent.as_ref().is_some_and(|intent| intent.is(Intent::Curative));
        if later && curative && !is_special(own.what.as_ref()) {
            problems.push(
                Problem::new(
                    "curative-with-metastases",
                    Severity::Warning,
                    format!("treatments[{nth}].intent"),
                )
                .with("stage", format!("staging[{at}]"))
                .with("m", stage.m.as_ref().map_or("M1", Written::as_str))
                .owned_by(facts.responsible()),
            );
        }
    }
    let plan = case.plan.text.as_ref();
    let said = |text: &Written| {
        let text = fold(text.as_str());
        ["curative intent", "curative-intent", "intent to cure", "triet can", "根治性"]
            .iter()
            .any(|word| is_proposed(&text, word))
    };
    if plan.is_some_and(said) && !is_special(plan) {
        problems.push(
            Problem::new("curative-with-metastases", Severity::Warning, "plan.text")
                .with("stage", format!("staging[{at}]"))
                .with("m", stage.m.as_ref().map_or("M1", Written::as_str))
                .owned_by(case.plan.by.as_ref().map(Written::as_str).or(facts.responsible())),
        );
    }
}

/// What says itself that it converts, or treats few metastases: there curing is the point.
fn is_special(text: Option<&Written>) -> bool {
    const WORDS: [&str; 9] = [
        "oligomet",
        "oligo-met",
        "conversion",
        "it di can",
        "thieu di can",
        "chuyen doi",
        "转化",
        "寡转移",
        "少转移",
    ];
    let text = text.map(|text| fold(text.as_str())).unwrap_or_default();
    WORDS.iter().any(|word| text.contains(word))
}

fn is_metastatic(stage: &Stage) -> bool {
    stage.m.as_ref().is_some_and(|m| {
        let m = fold(m.as_str().trim());
        m.trim_start_matches(['c', 'p', 'y', 'r']).trim_start_matches('m').starts_with('1')
    })
}

/// Differentiated thyroid cancer, germ cell and trophoblastic tumours, those of blood and lymph, and those of children.
fn cured_with_metastases(facts: &Facts) -> bool {
    let histology = morphology(facts).map_or(0, |form| form.histology);
    let site = topography(facts).map_or(0, super::icdo::Topography::site);
    let thyroid = site == 73 && matches!(histology, 8050 | 8260 | 8290 | 8330..=8344 | 8350 | 8450..=8460);
    thyroid
        || site == 62
        || matches!(histology, 9060..=9105 | 9590..=9993 | 8910 | 8960 | 8970 | 9260 | 9470 | 9490 | 9500)
}

pub(super) fn order(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let Some(diagnosed) = known(case.diagnosis.date.as_ref()) else { return };
    let before = |date: PartialDate| matches!((date.latest(), diagnosed.earliest()), (Some(one), Some(other)) if one < other);
    for (at, own) in case.treatments.iter().enumerate() {
        let against_tumour = own.kind().is_some_and(|category| {
            matches!(
                category,
                Category::Systemic | Category::Radiotherapy | Category::Nuclear | Category::CellTransplant
            )
        });
        let Some(start) = known(own.start.as_ref()).filter(|start| against_tumour && before(*start)) else {
            continue;
        };
        problems.push(
            Problem::new("treatment-before-diagnosis", Severity::Warning, format!("treatments[{at}].start"))
                .with("start", start.to_string())
                .with("diagnosed", diagnosed.to_string())
                .owned_by(facts.responsible()),
        );
    }
    if let Some(contact) = known(case.patient.last_contact.as_ref()).filter(|contact| before(*contact)) {
        problems.push(
            Problem::new("contact-before-diagnosis", Severity::Error, "patient.last-contact")
                .with("contact", contact.to_string())
                .with("diagnosed", diagnosed.to_string())
                .owned_by(facts.responsible()),
        );
    }
}
