//! What a board needs before it can decide on a tumour, and in which state each of it is.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::domain::care::Ecog;
use crate::domain::care::{Missing, ViewsSource, WhyMissing};
use crate::domain::case::Case;
use crate::domain::check::facts::Facts;
use crate::domain::check::icdo::{Morphology, Topography};
use crate::domain::check::limits::Limits;
use crate::domain::code_range::Codes;
use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::imaging::{ImagingModality, ResultState};
use crate::domain::problem::{Problem, Severity};
use crate::domain::question::QuestionType;
use crate::domain::value::{Absence, Code, Vocabulary, Written, vocabulary};

vocabulary! {
    NeedKind, "need" {
        Imaging = "imaging", Histology = "histology", Biomarker = "biomarker", Stage = "stage", Performance = "performance",
        Comorbidity = "comorbidity", OrganFunction = "organ-function", Views = "views", Question = "question", Proposal = "proposal",
    }
}
vocabulary! {
    NeedState, "need-state" {
        Present = "present", Stale = "stale", Pending = "pending", Missing = "missing", NotApplicable = "not-applicable",
    }
}

/// One thing that the board needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    pub kind: NeedKind,
    /// The test or marker, where there are several of a kind.
    pub item: Option<&'static str>,
    pub state: NeedState,
    pub date: Option<Date>,
    /// The name of the limit that says when it is stale: `labs`, or a modality.
    pub aged_by: Option<&'static str>,
    /// Days after which it is stale.
    pub limit: Option<i64>,
    /// Who should supply it: a key in board.yaml.
    pub owner: Option<String>,
    /// The list of what is missing names it, with its owner.
    pub listed: bool,
    pub path: String,
}

impl Need {
    /// The list of codes that has words for it, and its word there; a marker without words is its own.
    pub fn what(&self) -> (&'static str, &'static str) {
        self.item.map_or((NeedKind::NAME, self.kind.word()), |item| ("need-item", item))
    }

    /// As of a day: what is older than its limit is stale.
    #[must_use]
    pub fn aged(mut self, limits: &Limits, as_of: NaiveDate) -> Self {
        self.limit = self.aged_by.and_then(|name| limits.get(name));
        let latest = self.date.as_ref().and_then(Date::latest);
        let age = latest.map(|day| as_of.signed_duration_since(day).num_days());
        if self.state == NeedState::Present
            && let (Some(age), Some(limit)) = (age, self.limit)
            && age > limit
        {
            self.state = NeedState::Stale;
        }
        self
    }
}

const PROFILES: &str = include_str!("profiles.tsv");

/// What the board needs for this case, as of a day.
pub fn profile(case: &Case, limits: &Limits, as_of: NaiveDate) -> Vec<Need> {
    needs(case).into_iter().map(|need| need.aged(limits, as_of)).collect()
}

/// The same before anything is stale: what is there, pending or missing on any day.
pub fn needs(case: &Case) -> Vec<Need> {
    let fold_item = |own: &Missing| own.item.as_ref().map(|item| fold(item.as_str())).unwrap_or_default();
    let ask = Ask { case, missing: case.missing.iter().map(fold_item).collect() };
    let mut needs = vec![ask.question(), ask.imaging(), ask.histology(), ask.stage()];
    needs.extend(ask.of_tumour());
    needs.extend([ask.performance(), ask.comorbidity(), ask.views(), ask.proposal()]);
    for need in &mut needs {
        if let Some(named) = ask.listed(need) {
            need.owner = named.owner.as_ref().map(|owner| owner.as_str().to_owned());
            need.listed = true;
            if named.why.as_ref().is_some_and(|why| why.is(WhyMissing::Pending)) {
                need.state = NeedState::Pending;
            }
        }
        if need.owner.is_none() {
            let question = &case.question;
            let responsible = question.responsible.as_ref().or(question.presenter.as_ref());
            need.owner = responsible.map(|key| key.as_str().to_owned());
        }
    }
    needs
}

/// The rows of the profiles: topography, morphology, kind, item, names under which it is found.
pub(super) static ROWS: LazyLock<Vec<[&'static str; 5]>> = LazyLock::new(|| {
    let row = |line: &'static str| line.split('\t').collect::<Vec<_>>().try_into().ok();
    PROFILES.lines().skip(2).filter_map(row).collect()
});

/// Of each row the tumours, and the names one by one.
static TUMOURS: LazyLock<Vec<(Codes, Codes, Vec<&'static str>)>> = LazyLock::new(|| {
    let row =
        |row: &[&'static str; 5]| (Codes::parse(row[0]), Codes::parse(row[1]), row[4].split('|').collect());
    ROWS.iter().map(row).collect()
});

struct Ask<'a> {
    case: &'a Case,
    /// What the list of missing items says, folded.
    missing: Vec<String>,
}

impl<'a> Ask<'a> {
    fn need(kind: NeedKind, state: NeedState, path: impl Into<String>) -> Need {
        Need {
            kind,
            item: None,
            state,
            date: None,
            aged_by: None,
            limit: None,
            owner: None,
            listed: false,
            path: path.into(),
        }
    }

    /// What of the list of missing items names a need that is not there.
    fn listed(&self, need: &Need) -> Option<&Missing> {
        if !matches!(need.state, NeedState::Missing | NeedState::Pending) {
            return None;
        }
        let item = need.item.unwrap_or_default();
        let [.., names] = ROWS.iter().find(|row| row[2] == need.kind.word() && row[3] == item)?;
        let named = |text: &String| names.split('|').any(|name| is_a_word_of(text, name));
        self.missing.iter().position(named).and_then(|at| self.case.missing.get(at))
    }

    fn is_about_diagnosis(&self) -> bool {
        let kind = self.case.question.kind.as_ref().and_then(Code::known);
        matches!(
            kind,
            Some(QuestionType::Diagnosis | QuestionType::ScreeningFinding | QuestionType::EndOfLife)
        )
    }

    fn question(&self) -> Need {
        let asked = self.case.question.text.is_some();
        Ask::need(NeedKind::Question, present(asked), "question.text")
    }

    fn proposal(&self) -> Need {
        Ask::need(NeedKind::Proposal, present(self.case.plan.text.is_some()), "plan.text")
    }

    fn comorbidity(&self) -> Need {
        let own = &self.case.comorbidity;
        let told = !own.list.is_empty()
            || !own.conditions.is_empty()
            || own.charlson.is_some()
            || own.note.is_some();
        Ask::need(NeedKind::Comorbidity, present(told), "comorbidity")
    }

    fn views(&self) -> Need {
        let own = &self.case.views;
        let asked = !own.source.as_ref().is_some_and(|source| source.is(ViewsSource::NotAsked));
        let told = [&own.goals, &own.preferences, &own.refusals].into_iter().any(Option::is_some);
        Ask::need(NeedKind::Views, present(asked && told), "views")
    }

    fn performance(&self) -> Need {
        let own = &self.case.performance;
        let told = own.ecog.as_ref().is_some_and(|code| !code.is(Ecog::Unknown))
            || own.karnofsky.as_ref().is_some_and(|text| text.absence().is_none());
        let need = Ask::need(NeedKind::Performance, present(told), "performance");
        Need { date: own.date.clone(), aged_by: Some("performance"), ..need }
    }

    /// The newest study that shows the body in slices; without one, whatever study there is.
    fn imaging(&self) -> Need {
        let slices = |own: &crate::domain::imaging::Study| {
            let modality = own.modality.as_ref().and_then(Code::known);
            matches!(modality, Some(ImagingModality::Ct | ImagingModality::Mr | ImagingModality::PetCt))
        };
        let done = |own: &&crate::domain::imaging::Study| own.state() == Some(ResultState::Done);
        let day = |own: &crate::domain::imaging::Study| own.date.as_ref().and_then(Date::known);
        let all = || self.case.imaging.iter().filter(done);
        let newest = all()
            .filter(|own| slices(own))
            .max_by_key(|own| day(own))
            .or_else(|| all().max_by_key(|own| day(own)));
        if let Some(study) = newest {
            let modality = study.modality.as_ref().and_then(Code::known);
            let need = Ask::need(NeedKind::Imaging, NeedState::Present, "imaging");
            return Need { date: study.date.clone(), aged_by: modality.map(Vocabulary::word), ..need };
        }
        let pending = self.case.imaging.iter().any(|own| own.state() == Some(ResultState::Pending));
        let state = if pending { NeedState::Pending } else { NeedState::Missing };
        Ask::need(NeedKind::Imaging, state, "imaging")
    }

    fn histology(&self) -> Need {
        let case = self.case;
        let of_case = case.diagnosis.histology.as_ref();
        let told = |text: &Written| text.absence().is_none();
        let of_specimens =
            case.pathology.iter().filter_map(|own| own.histology.as_ref().or(own.morphology.as_ref()));
        let pending = of_case.is_some_and(|text| text.absence() == Some(Absence::Pending))
            || case.pathology.iter().any(|own| own.state() == Some(ResultState::Pending));
        let state = if of_case.is_some_and(told) || of_specimens.into_iter().any(told) {
            NeedState::Present
        } else if pending {
            NeedState::Pending
        } else if self.is_about_diagnosis() {
            NeedState::NotApplicable
        } else {
            NeedState::Missing
        };
        Ask::need(NeedKind::Histology, state, "pathology")
    }

    fn stage(&self) -> Need {
        let state = match (self.case.staging.is_empty(), self.is_about_diagnosis()) {
            (false, _) => NeedState::Present,
            (true, true) => NeedState::NotApplicable,
            (true, false) => NeedState::Missing,
        };
        Ask::need(NeedKind::Stage, state, "staging")
    }

    /// Markers and organ functions of this tumour's profile.
    fn of_tumour(&self) -> Vec<Need> {
        let parse = |text: &Option<Written>| text.as_ref().map_or("", Written::as_str).to_owned();
        let site = Topography::parse(&parse(&self.case.diagnosis.site)).map(|own| own.0);
        let form = Morphology::parse(&parse(&self.case.diagnosis.histology)).map(|own| own.histology);
        let own = ROWS
            .iter()
            .zip(TUMOURS.iter())
            .filter(|(row, (sites, forms, _))| !row[3].is_empty() && sites.hold(site) && forms.hold(form));
        let all = self.results();
        own.filter_map(|([.., kind, item, _], (.., names))| {
            Some(Self::item(&all, NeedKind::find(kind)?, item, names))
        })
        .collect()
    }

    /// Every value of a test, a marker or a gene in the case.
    fn results(&self) -> Vec<Found<'a>> {
        let result = |from, list, at, name: &'a Option<Written>, value: &'a Option<Written>| Found {
            name: name.as_ref().map_or_else(String::new, |name| fold(name.as_str().trim())),
            is_lab: from,
            list,
            at,
            value: value.as_ref(),
            date: None,
        };
        let case = self.case;
        let mut all: Vec<Found<'a>> = Vec::new();
        for (at, lab) in case.labs.iter().enumerate() {
            all.push(Found { date: lab.date.as_ref(), ..result(true, "labs", at, &lab.test, &lab.value) });
        }
        for (at, specimen) in case.pathology.iter().enumerate() {
            let of = |name, value| result(false, "pathology", at, name, value);
            all.extend(specimen.ihc.iter().map(|own| of(&own.marker, &own.result)));
            all.extend(specimen.molecular.iter().map(|own| of(&own.gene, &own.result)));
        }
        let genes = case.molecular.iter().enumerate();
        all.extend(genes.map(|(at, own)| result(false, "molecular", at, &own.gene, &own.result)));
        all
    }

    fn item(all: &[Found<'_>], kind: NeedKind, item: &'static str, names: &[&str]) -> Need {
        // `PD-L1 (22C3)` is PD-L1.
        let is_called = |name: &str, known: &str| {
            name.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
        };
        let called = |own: &&Found<'_>| names.iter().any(|known| is_called(&own.name, known));
        // A kidney has an eGFR and a tumour an EGFR.
        let counts = |own: &&Found<'_>| own.is_lab || kind != NeedKind::OrganFunction;
        let found: Vec<&Found<'_>> = all.iter().filter(counts).filter(called).collect();
        let is_lab = found.first().is_some_and(|first| first.is_lab);
        let told = |value: Option<&Written>| {
            value.is_some_and(|text| text.absence().is_none_or(|absence| absence == Absence::Negative))
        };
        let newest =
            found.iter().filter(|own| told(own.value)).max_by_key(|own| own.date.and_then(Date::known));
        let mut need = match newest {
            Some(own) => {
                let need = Ask::need(kind, NeedState::Present, own.path());
                if is_lab { Need { date: own.date.cloned(), aged_by: Some("labs"), ..need } } else { need }
            }
            None => not_there(kind, &found),
        };
        need.item = Some(item);
        need
    }
}

/// A value of a test or marker, with its place and its day.
struct Found<'a> {
    /// Folded.
    name: String,
    is_lab: bool,
    list: &'static str,
    at: usize,
    value: Option<&'a Written>,
    date: Option<&'a Date>,
}

impl Found<'_> {
    fn path(&self) -> String {
        format!("{}[{}]", self.list, self.at)
    }
}

fn not_there(kind: NeedKind, found: &[&Found<'_>]) -> Need {
    let absence = found.iter().find_map(|own| Some((own.path(), own.value?.absence()?)));
    let list = if kind == NeedKind::OrganFunction { "labs" } else { "pathology" };
    match absence {
        Some((path, Absence::Pending)) => Ask::need(kind, NeedState::Pending, path),
        Some((path, Absence::NotApplicable)) => Ask::need(kind, NeedState::NotApplicable, path),
        _ => Ask::need(kind, NeedState::Missing, list),
    }
}

/// Whole words of a Latin text; Han text has none, so there the name stands anywhere.
fn is_a_word_of(text: &str, name: &str) -> bool {
    let part = |letter: char| letter.is_alphanumeric() || letter == '-';
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|start| start.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|rest| rest.chars().next());
        !name.is_ascii() || !before.is_some_and(part) && !after.is_some_and(part)
    })
}

fn present(there: bool) -> NeedState {
    if there { NeedState::Present } else { NeedState::Missing }
}

/// What is too old, and what no other rule asks for already.
pub(super) fn gaps(facts: &Facts, problems: &mut Vec<Problem>) {
    // All of them are notes.
    if !facts.notes {
        return;
    }
    for need in profile(facts.case, facts.limits, facts.as_of) {
        let (list, word) = need.what();
        let of_its_own = matches!(
            need.kind,
            NeedKind::Biomarker | NeedKind::OrganFunction | NeedKind::Comorbidity | NeedKind::Proposal
        );
        let problem = match need.state {
            NeedState::Stale => Problem::new("need-stale", Severity::Note, need.path.as_str())
                .with("date", need.date.as_ref().map_or_else(|| "?".to_owned(), Date::to_string))
                .with("limit", need.limit.unwrap_or_default().to_string()),
            NeedState::Missing if of_its_own => {
                Problem::new("need-missing", Severity::Note, need.path.as_str())
            }
            _ => continue,
        };
        problems.push(problem.with_word("what", list, word).owned_by(need.owner.as_deref()));
    }
}
