//! What the stage, the treatments and the diagnosis say of each other: metastases treated to cure, treatment before the
//! diagnosis.

use chrono::Days;

use crate::domain::care::Treatment;
use crate::domain::check::facts::Facts;
use crate::domain::check::icdo::{morphology, topography};
use crate::domain::check::mention::is_proposed;
use crate::domain::check::metastatic::{is_m0, metastases};
use crate::domain::check::phrases::holds_any;
use crate::domain::date::{Date, PartialDate};
use crate::domain::fold::fold;
use crate::domain::problem::{Problem, Severity};
use crate::domain::stage::{Stage, StageBasis};
use crate::domain::treatment::{Category, Intent};
use crate::domain::value::Written;

fn known(date: Option<&Date>) -> Option<PartialDate> {
    date.and_then(Date::known)
}

/// Asked, not forbidden: oligometastatic and conversion treatment have words of their own, and some tumours are cured
/// with metastases.
pub(super) fn intent(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let mut stages = case.staging.iter().enumerate();
    let Some((at, stage, m)) = stages.find_map(|(at, stage)| Some((at, stage, metastases(facts, stage)?)))
    else {
        return;
    };
    let is_curative = |own: &Treatment| {
        own.intent.as_ref().is_some_and(|intent| intent.is(Intent::Curative))
            && !is_special(own.what.as_ref())
    };
    let plan = case.plan.text.as_ref();
    let said = |text: &Written| {
        let text = fold(text.as_str());
        ["curative intent", "curative-intent", "intent to cure", "triet can", "根治性"]
            .iter()
            .any(|word| is_proposed(&text, word))
    };
    let planned = plan.is_some_and(said) && !is_special(plan);
    if !planned && !case.treatments.iter().any(is_curative) || cured_with_metastases(facts) {
        return;
    }
    let asked = |path: String| {
        Problem::new("curative-with-metastases", Severity::Warning, path)
            .with("stage", format!("staging[{at}]"))
            .with("m", m.as_str())
    };
    for (nth, own) in case.treatments.iter().enumerate() {
        if is_curative(own) && is_of_metastatic(facts, stage, own) {
            problems.push(asked(format!("treatments[{nth}].intent")).owned_by(facts.responsible()));
        }
    }
    if planned {
        let owner = case.plan.by.as_ref().map(Written::as_str).or(facts.responsible());
        problems.push(asked("plan.text".to_owned()).owned_by(owner));
    }
}

/// Whether what was given was for the tumour with its metastases: it began when they had been found, or the stage is the clinical one
/// of the untreated tumour, whatever day it bears. What was given before an earlier stage without them had ended is not.
fn is_of_metastatic(facts: &Facts, stage: &Stage, own: &Treatment) -> bool {
    let case = facts.case;
    let found = stage.date.as_ref().and_then(Date::earliest);
    let (Some(found), Some(began)) = (found, own.start.as_ref().and_then(Date::latest)) else {
        return true;
    };
    // What the operation itself brought to light is not what it was planned for.
    let untreated = stage.basis.as_ref().is_some_and(|basis| basis.is(StageBasis::C));
    let without = |other: &Stage| {
        let text = |own: &Option<Written>| own.as_ref().map_or(String::new(), |own| own.as_str().to_owned());
        is_m0(&text(&other.m)) || fold(&text(&other.t)).contains("m0")
    };
    let diagnosed = case.diagnosis.date.as_ref().and_then(Date::earliest);
    let of_this = diagnosed.is_none_or(|diagnosed| began >= diagnosed);
    let soon = began.checked_add_days(WEEKS).is_some_and(|day| found <= day);
    began >= found || untreated && of_this && soon && !case.staging.iter().any(without)
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

/// Differentiated thyroid cancer, germ cell and trophoblastic tumours, those of blood and lymph, and those of children.
fn cured_with_metastases(facts: &Facts) -> bool {
    let histology = morphology(facts).map_or(0, |form| form.histology);
    let site = topography(facts).map_or(0, super::icdo::Topography::site);
    let thyroid = site == 73 && matches!(histology, 8050 | 8260 | 8290 | 8330..=8344 | 8350 | 8450..=8460);
    thyroid
        || site == 62
        || matches!(histology, 9060..=9105 | 9590..=9993 | 8910 | 8960 | 8970 | 9260 | 9470 | 9490 | 9500)
}

/// A stage of the untreated tumour may be written down so long after the treatment began; later it is that of a relapse.
const WEEKS: Days = Days::new(60);
const YEAR: Days = Days::new(366);

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
        // Of another tumour, by its words or by the years between, it is told and not asked about.
        let year_later = start.latest().and_then(|day| day.checked_add_days(YEAR));
        let earlier = matches!((year_later, diagnosed.earliest()), (Some(later), Some(day)) if later < day);
        let said = [&own.what, &own.note, &own.line].into_iter().flatten();
        let of_another = said.into_iter().any(|text| {
            let text = text.as_str().to_lowercase();
            holds_any(&text, "other-tumour-excused") || text.contains("first primary")
        });
        let severity = if earlier || of_another { Severity::Note } else { Severity::Warning };
        problems.push(
            Problem::new("treatment-before-diagnosis", severity, format!("treatments[{at}].start"))
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
