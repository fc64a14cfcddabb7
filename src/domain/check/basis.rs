//! The basis of a stage against specimens and treatments: `p` without tissue or after therapy, `y` without therapy before
//! the operation, margins without a resection.

use chrono::{Days, NaiveDate};

use crate::domain::care::Treatment;
use crate::domain::case::Case;
use crate::domain::check::facts::Facts;
use crate::domain::check::icdo::{morphology, topography};
use crate::domain::check::operation::{
    Kind, is_local, is_told_after, is_told_before, of_specimen, of_treatment,
};
use crate::domain::date::{Date, PartialDate};
use crate::domain::fold::fold;
use crate::domain::imaging::ResultState;
use crate::domain::pathology::Specimen;
use crate::domain::problem::{Problem, Severity};
use crate::domain::stage::{Stage, StageBasis, StageSystem};
use crate::domain::staging::highest;
use crate::domain::staging::tnm::prefix_of;
use crate::domain::treatment::{Category, Intent, Modality};
use crate::domain::value::{Code, Vocabulary, Written};

pub(super) fn of_stage(facts: &Facts, problems: &mut Vec<Problem>) {
    for (at, stage) in facts.case.staging.iter().enumerate() {
        let Some(basis) = basis(stage) else { continue };
        let found = [
            without_specimen(facts, basis),
            from_biopsy(facts, stage, basis),
            out_of_order(facts, stage, basis),
        ];
        let by = stage.by.as_ref().map(Written::as_str).or(facts.responsible());
        problems.extend(found.into_iter().flatten().map(|(code, severity)| {
            Problem::new(code, severity, format!("staging[{at}].basis"))
                .with("basis", basis.word())
                .owned_by(by)
        }));
    }
}

type Found = Option<(&'static str, Severity)>;

/// As entered, else as the prefix of the categories tells it.
fn basis(stage: &Stage) -> Option<StageBasis> {
    if let Some(code) = &stage.basis {
        return code.known();
    }
    [&stage.t, &stage.n].into_iter().flatten().find_map(|own| StageBasis::find(&prefix_of(own.as_str())))
}

fn without_specimen(facts: &Facts, basis: StageBasis) -> Found {
    let pathological = matches!(basis, StageBasis::P | StageBasis::Yp | StageBasis::Rp);
    let has = facts.case.pathology.iter().any(has_result);
    (pathological && !has).then_some(("p-without-specimen", Severity::Error))
}

pub(super) fn has_result(own: &Specimen) -> bool {
    own.state() == Some(ResultState::Done)
        || own.histology.as_ref().is_some_and(|text| text.absence().is_none())
}

/// Pathological without a resection is only what is shown under the microscope to be of the highest categories, or metastatic. A biopsy of the
/// skin shows how thick a melanoma is.
fn from_biopsy(facts: &Facts, stage: &Stage, basis: StageBasis) -> Found {
    let case = facts.case;
    if !is_tnm(stage) || !matches!(basis, StageBasis::P | StageBasis::Yp) {
        return None;
    }
    let staged = stage.date.as_ref().and_then(Date::latest);
    let was_before = |own: &Treatment| {
        let began = own.start.as_ref().and_then(Date::earliest);
        !matches!((began, staged), (Some(began), Some(staged)) if began > staged)
    };
    let took_out = |own: &Treatment| {
        matches!(of_treatment(own), Some(Kind::Resection | Kind::Part | Kind::Nodes)) && was_before(own)
    };
    let melanoma = morphology(facts).is_some_and(|form| (8720..=8790).contains(&form.histology));
    let skin = topography(facts).is_some_and(|site| site.site() == 44);
    if melanoma && skin || is_metastatic(stage) || case.treatments.iter().any(took_out) {
        return None;
    }
    let mut kinds = case.pathology.iter().filter(|own| has_result(own)).map(of_specimen).peekable();
    let only_biopsies = kinds.peek().is_some() && kinds.all(|kind| kind == Some(Kind::Biopsy));
    (only_biopsies && !is_highest(facts, stage)).then_some(("p-from-biopsy", Severity::Warning))
}

/// Metastases that tissue may have shown: not those of which it is said that they were only seen.
fn is_metastatic(stage: &Stage) -> bool {
    let texts = [&stage.m, &stage.t].into_iter().flatten().map(|text| fold(text.as_str()));
    texts.into_iter().any(|text| text.contains("m1") && !text.contains("cm1") || text.trim().starts_with('1'))
}

/// T4 and the highest N of the site.
fn is_highest(facts: &Facts, stage: &Stage) -> bool {
    let site = facts.case.diagnosis.site.as_ref().map_or("", Written::as_str);
    let is = |axis: char, own: Option<&Written>| {
        let text = own.map(|text| fold(text.as_str())).unwrap_or_default();
        let number = text.split(axis).nth(1).and_then(|rest| rest.chars().next()?.to_digit(10));
        number.is_some() && number == highest(facts.tables, site, axis)
    };
    let n = stage.n.as_ref().or(stage.t.as_ref());
    is('t', stage.t.as_ref()) && is('n', n)
}

/// Treatment against the tumour before the operation makes a stage `y`, and nothing else does.
fn out_of_order(facts: &Facts, stage: &Stage, basis: StageBasis) -> Found {
    let case = facts.case;
    let staged = known(stage.date.as_ref());
    match basis {
        StageBasis::Yc | StageBasis::Yp => {
            let before_stage = |own: &&Treatment| acts_on_tumour(own) && may_precede(own, staged);
            let therapies: Vec<&Treatment> = case.treatments.iter().filter(before_stage).collect();
            if therapies.is_empty() {
                return Some(("y-without-therapy", Severity::Error));
            }
            let operations = Operations::of(case, staged);
            let came_before = |own: &&Treatment| operations.may_follow(own, basis);
            (!therapies.iter().any(came_before)).then_some(("y-therapy-after-operation", Severity::Error))
        }
        StageBasis::P if is_tnm(stage) => {
            let operations = Operations::of(case, staged);
            let preceded = |own: &&Treatment| {
                let staged_before = matches!(
                    (own.start.as_ref().and_then(Date::latest), staged.and_then(|date| date.earliest())),
                    (Some(began), Some(staged)) if began > staged
                );
                is_neoadjuvant(facts, own) && !staged_before && operations.followed(own)
            };
            case.treatments.iter().find(preceded).map(|_| ("p-after-therapy", Severity::Error))
        }
        _ => None,
    }
}

/// Systemic treatment or radiotherapy, or what acts like it; nothing that only keeps a way open or a bone together.
fn acts_on_tumour(own: &Treatment) -> bool {
    use Modality::{CeliacBlock, Drainage, PortalVeinEmbolisation, Stent, Vertebroplasty};
    let supports = own.modality.as_ref().and_then(Code::known).is_some_and(|modality| {
        [CeliacBlock, Drainage, PortalVeinEmbolisation, Stent, Vertebroplasty].contains(&modality)
    });
    !supports
        && matches!(
            own.kind(),
            Some(
                Category::Systemic
                    | Category::Radiotherapy
                    | Category::Interventional
                    | Category::Nuclear
                    | Category::CellTransplant
                    | Category::Trial
            )
        )
}

/// What turns a `p` into a `yp`: systemic treatment and radiotherapy. Not what only the surface or the bladder was given, what
/// belongs to an earlier disease, or a few weeks of hormones.
fn is_neoadjuvant(facts: &Facts, own: &Treatment) -> bool {
    let treats = matches!(own.kind(), Some(Category::Systemic | Category::Radiotherapy));
    let supports =
        own.intent.as_ref().and_then(Code::known).is_some_and(|intent| {
            [Intent::Supportive, Intent::Preventive, Intent::Diagnostic].contains(&intent)
        });
    let diagnosed = facts.case.diagnosis.date.as_ref().and_then(Date::earliest);
    let ended = known(own.end.as_ref()).or(known(own.start.as_ref())).and_then(|date| date.latest());
    let earlier = matches!((ended, diagnosed), (Some(ended), Some(diagnosed)) if ended < diagnosed);
    treats && !supports && !is_local(own) && !earlier
}

/// So long hormones are given before an operation where they are meant to treat; and after it nothing adjuvant begins later.
const MONTHS_OF_HORMONES: Days = Days::new(120);
const YEAR: Days = Days::new(366);

/// When the tumour was taken out: the days of operations and of specimens of them.
struct Operations {
    /// First and last possible day of each whose day is known.
    days: Vec<(NaiveDate, NaiveDate)>,
    /// Days of specimens of which nobody says what they are.
    other: Vec<NaiveDate>,
    /// Whether there is any, and whether one has no day.
    any: bool,
    undated: bool,
}

impl Operations {
    /// Those up to the day of the stage.
    fn of(case: &Case, staged: Option<PartialDate>) -> Self {
        let mut found = Operations { days: Vec::new(), other: Vec::new(), any: false, undated: false };
        let taken = case.treatments.iter().filter(|own| of_treatment(own) == Some(Kind::Resection));
        let specimens = || case.pathology.iter().filter(|own| has_result(own));
        let resected = specimens().filter(|own| of_specimen(own) == Some(Kind::Resection));
        let dates =
            taken.map(|own| known(own.start.as_ref())).chain(resected.map(|own| known(own.date.as_ref())));
        for date in dates {
            let Some((first, last)) = date.and_then(|date| Some((date.earliest()?, date.latest()?))) else {
                (found.any, found.undated) = (true, true);
                continue;
            };
            if !matches!(staged.and_then(|date| date.latest()), Some(staged) if first > staged) {
                found.any = true;
                found.days.push((first, last));
            }
        }
        let unnamed = specimens().filter(|own| matches!(of_specimen(own), None | Some(Kind::Part)));
        found.other = unnamed.filter_map(|own| own.date.as_ref().and_then(Date::latest)).collect();
        found
    }

    /// Whether one of them may have come after this treatment began.
    fn may_follow(&self, own: &Treatment, basis: StageBasis) -> bool {
        if !self.any {
            return true;
        }
        let Some(began) = own.start.as_ref().and_then(Date::earliest) else {
            return !is_told_after(own);
        };
        let last = self.days.iter().map(|(_, last)| *last).max();
        if self.undated || last.is_none() {
            return !is_told_after(own);
        }
        let last_day = last.into_iter().chain(self.other.iter().copied()).max();
        // Long after an operation it is the treatment of another course.
        let other_course = basis == StageBasis::Yc
            && last.and_then(|last| last.checked_add_days(YEAR)).is_some_and(|last| began > last);
        other_course || last_day.is_some_and(|last| began < last)
    }

    /// Whether all of them certainly came after this treatment began.
    fn followed(&self, own: &Treatment) -> bool {
        let Some(began) = own.start.as_ref().and_then(Date::latest) else {
            return self.any && is_told_before(own);
        };
        let hormone = own.modality.as_ref().is_some_and(|modality| modality.is(Modality::Hormone));
        let needed = if hormone { MONTHS_OF_HORMONES } else { Days::new(0) };
        let first = self.days.iter().map(|(first, _)| *first).min();
        let since = began.checked_add_days(needed);
        !self.undated && matches!((since, first), (Some(since), Some(first)) if since < first)
    }
}

/// Whether it may have begun by the day of the stage.
fn may_precede(own: &Treatment, staged: Option<PartialDate>) -> bool {
    let began = own.start.as_ref().and_then(Date::earliest);
    !matches!((began, staged.and_then(|date| date.latest())), (Some(began), Some(staged)) if began > staged)
}

/// Of the classification by T, N and M, or of none that is named.
fn is_tnm(stage: &Stage) -> bool {
    let system = stage.system.as_ref();
    system.is_none_or(|own| own.is(StageSystem::TnmAjcc) || own.is(StageSystem::TnmUicc))
}

fn known(date: Option<&Date>) -> Option<PartialDate> {
    date.and_then(Date::known)
}

/// The report of a resection proves it; without one an operation has to be recorded.
pub(super) fn margins(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let status = |own: &Specimen| {
        let margins = fold(own.margins.as_ref()?.as_str().trim()).to_uppercase();
        ["R0", "R1", "R2"].iter().any(|status| margins.starts_with(status)).then_some(margins)
    };
    let takes_out = |kind: Option<Kind>| matches!(kind, Some(Kind::Resection | Kind::Part));
    let has_status = case.pathology.iter().any(|own| status(own).is_some());
    if !has_status || case.treatments.iter().any(|own| takes_out(of_treatment(own))) {
        return;
    }
    for (at, specimen) in case.pathology.iter().enumerate() {
        let Some(margins) = status(specimen) else { continue };
        if takes_out(of_specimen(specimen)) {
            continue;
        }
        // `Stomach and 32 nodes` may be a resection; a biopsy is none.
        let named = specimen.specimen.as_ref().is_some_and(|text| !text.as_str().trim().is_empty());
        let doubtful = named && of_specimen(specimen).is_none();
        let severity = if doubtful { Severity::Warning } else { Severity::Error };
        let path = format!("pathology[{at}].margins");
        problems.push(
            Problem::new("margins-without-resection", severity, path)
                .with("margins", margins)
                .owned_by(facts.responsible()),
        );
    }
}
