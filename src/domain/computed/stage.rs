//! The group of each stage as entered, and beside it the group of its table or of its published classification.

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::scores::{Score, ScoreName, classifications};
use crate::domain::stage::{Stage, StageSystem};
use crate::domain::stage_group::StageGroup;
use crate::domain::staging::{Refused, Staged, Table, groups_of, stage_of};
use crate::domain::value::{Code, Written, vocabulary};

vocabulary! {
    /// How the entered group stands to the one beside it.
    Standing, "standing" {
        Agrees = "agrees", Anatomic = "agrees-anatomic", Possible = "possible", Broader = "less-exact", Differs = "differs",
        Alone = "not-entered", Open = "open",
    }
}

/// What stands beside an entered group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// From the table of the system, edition and basis that were entered.
    Table(Staged),
    /// From the inputs of a classification that is no table of categories: BCLC, CNLC.
    Classified(Score),
    Refused(Refused),
    /// There is a table, but no category was entered that could be looked up. Where it has no such group as was entered,
    /// those that it has.
    NoCategories {
        table: String,
        instead: Vec<String>,
    },
    /// A classification is computed from the newest inputs, and stands beside the newest entry alone.
    Earlier,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageBeside {
    /// The place of the entered stage in the case; nothing where only the other one exists.
    pub at: Option<usize>,
    pub answer: Answer,
    /// The anatomic group, where the table of the system is a prognostic one.
    pub anatomic: Option<Staged>,
    pub standing: Standing,
}

impl StageBeside {
    /// The possible groups, lowest first.
    pub fn groups(&self) -> Vec<&str> {
        match &self.answer {
            Answer::Table(staged) => staged.groups.iter().map(String::as_str).collect(),
            Answer::Classified(score) => score.value.as_deref().into_iter().collect(),
            Answer::Refused(_) | Answer::NoCategories { .. } | Answer::Earlier => Vec::new(),
        }
    }

    /// Groups inside those: IB2 of IB, where a sub-category would give it.
    fn within(&self) -> &[String] {
        if let Answer::Table(staged) = &self.answer { &staged.within } else { &[] }
    }
}

/// The classifications that are computed from inputs of the case, by the system under which they are entered.
const CLASSIFIED: [(StageSystem, ScoreName); 2] =
    [(StageSystem::Bclc, ScoreName::Bclc), (StageSystem::Cnlc, ScoreName::Cnlc)];

/// One for each entered stage, in the order of the case, with the tables that the workspace adds; then the classifications that nobody entered.
pub fn stages(own: &[Table], case: &Case, as_of: NaiveDate) -> Vec<StageBeside> {
    let classified = classifications(case, as_of);
    let score = |name: ScoreName| classified.iter().find(|own| own.name == name);
    let mut all: Vec<StageBeside> = case
        .staging
        .iter()
        .enumerate()
        .map(|(at, stage)| {
            let classified = CLASSIFIED
                .iter()
                .find(|(system, _)| is_of(stage, *system))
                .and_then(|(_, name)| score(*name));
            match classified {
                Some(score) => beside_score(case, at, stage, score),
                None => beside_table(own, case, at, stage),
            }
        })
        .collect();
    let not_entered = CLASSIFIED
        .iter()
        .filter(|(system, _)| !case.staging.iter().any(|stage| is_of(stage, *system)))
        .filter_map(|(_, name)| score(*name))
        .filter(|score| !score.used.is_empty());
    all.extend(not_entered.map(|score| StageBeside {
        at: None,
        answer: Answer::Classified(score.clone()),
        anatomic: None,
        standing: if score.value.is_some() { Standing::Alone } else { Standing::Open },
    }));
    all
}

fn is_of(stage: &Stage, system: StageSystem) -> bool {
    stage.system.as_ref().is_some_and(|own| own.is(system))
}

fn beside_score(case: &Case, at: usize, stage: &Stage, score: &Score) -> StageBeside {
    let system = stage.system.as_ref();
    let key = |(at, own): (usize, &Stage)| (own.date.as_ref().and_then(Date::known), at);
    let newest = case.staging.iter().enumerate().filter(|(_, own)| own.system.as_ref() == system);
    if newest.map(key).max().is_some_and(|(_, newest)| newest != at) {
        return StageBeside {
            at: Some(at),
            answer: Answer::Earlier,
            anatomic: None,
            standing: Standing::Open,
        };
    }
    let groups: Vec<&str> = score.value.as_deref().into_iter().collect();
    let standing = standing(stage, &groups, &[], &[]);
    StageBeside { at: Some(at), answer: Answer::Classified(score.clone()), anatomic: None, standing }
}

fn beside_table(own: &[Table], case: &Case, at: usize, stage: &Stage) -> StageBeside {
    let system = stage.system.as_ref().map_or("", Code::as_str);
    let nothing = [&stage.t, &stage.n, &stage.m].into_iter().all(|own| entered(own.as_ref()).is_none());
    let (answer, anatomic) = match stage_of(own, case, stage, system) {
        Err(refused) => (Answer::Refused(with_site(case, refused)), None),
        Ok(staged) if nothing => (without_categories(own, stage, staged), None),
        Ok(staged) => {
            let anatomic = anatomic(own, case, stage, &staged);
            (Answer::Table(staged), anatomic)
        }
    };
    let mut beside = StageBeside { at: Some(at), answer, anatomic, standing: Standing::Open };
    let other: Vec<&str> = beside.anatomic.iter().flat_map(|own| &own.groups).map(String::as_str).collect();
    beside.standing = standing(stage, &beside.groups(), beside.within(), &other);
    beside
}

/// A group that no row of the table has, nor is it a wider one or a part that the table knows of.
fn without_categories(own: &[Table], stage: &Stage, staged: Staged) -> Answer {
    let Staged { table, within, .. } = staged;
    let mut instead = Vec::new();
    if let Some(entered) = entered(stage.group.as_ref())
        && let Some(written) = StageGroup::parse(entered).filter(StageGroup::is_group)
    {
        let groups = groups_of(own, &table);
        let known =
            |group: &String| written.covers(group) || StageGroup::parse(group).as_ref() == Some(&written);
        if !groups.iter().chain(&within).any(known) {
            instead = groups;
        }
    }
    Answer::NoCategories { table, instead }
}

/// Where a chapter leaves a histology out, no site was asked for: the one of the case tells more than none.
fn with_site(case: &Case, mut refused: Refused) -> Refused {
    if let Refused::NoTable { site, .. } = &mut refused
        && site.is_empty()
    {
        let diagnosis = [&case.diagnosis.site, &case.diagnosis.histology];
        let codes: Vec<&str> = diagnosis.into_iter().flatten().map(Written::as_str).collect();
        *site = codes.join(" ");
    }
    refused
}

/// AJCC 8 has an anatomic group of the breast beside the prognostic one, and people enter either; the anatomic table is
/// the one that UICC 8 uses (AJCC Cancer Staging Manual, 8th edition, chapter 48).
fn anatomic(own: &[Table], case: &Case, stage: &Stage, prognostic: &Staged) -> Option<Staged> {
    let breast = case
        .diagnosis
        .site
        .as_ref()
        .is_some_and(|site| site.as_str().trim().to_uppercase().starts_with("C50"));
    if !breast || !is_of(stage, StageSystem::TnmAjcc) {
        return None;
    }
    stage_of(own, case, stage, "tnm-uicc").ok().filter(|other| other.table != prognostic.table)
}

/// A part of the group that the table leaves undivided agrees with it; the undivided group of several possible ones is
/// one of those, and that of a single one is less exact.
fn standing(stage: &Stage, groups: &[&str], within: &[String], anatomic: &[&str]) -> Standing {
    let Some(entered) = entered(stage.group.as_ref()) else {
        return if groups.is_empty() { Standing::Open } else { Standing::Alone };
    };
    let written = StageGroup::parse(entered);
    let same = |group: &&str| StageGroup::parse(group) == written;
    // `IV` where the table tells IVA from IVB.
    let covers = |group: &&str| written.as_ref().is_some_and(|own| own.is_group() && own.covers(group));
    let is_within = |group: &&str| {
        let wider = StageGroup::parse(group).is_some_and(|own| own.covers(entered));
        wider && within.iter().any(|part| covers(&part.as_str()))
    };
    match groups {
        [] => Standing::Open,
        [only] if same(only) => Standing::Agrees,
        [only] if is_within(only) => Standing::Agrees,
        _ if groups.iter().any(same) => Standing::Possible,
        [_, _, ..] if groups.iter().all(covers) || groups.iter().any(is_within) => Standing::Possible,
        _ if anatomic.iter().any(same) => Standing::Anatomic,
        [only] if covers(only) => Standing::Broader,
        _ if groups.iter().any(covers) => Standing::Possible,
        _ if !written.is_some_and(|group| group.is_group()) => Standing::Open,
        _ => Standing::Differs,
    }
}

/// What was written, unless it says that there is nothing.
fn entered(value: Option<&Written>) -> Option<&str> {
    value
        .filter(|value| value.absence().is_none())
        .map(|value| value.as_str().trim())
        .filter(|text| !text.is_empty())
}
