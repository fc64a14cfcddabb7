//! Time points: studies close together, in the order of their dates, with what they say of each lesion.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::domain::case::Case;
use crate::domain::date::{Date, PartialDate};
use crate::domain::fold::fold;
use crate::domain::imaging::{ImagingModality, Lesion, LesionKind, Study};
use crate::domain::response::size::Entry;
use crate::domain::response::words::Remark;
use crate::domain::value::{Code, Vocabulary, Written};

/// Studies at most so many days after the first of a time point belong to it.
const SPAN: u64 = 14;

/// One time point: all studies of a fortnight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit<'a> {
    pub studies: Vec<&'a Study>,
    /// The date of its first study.
    pub date: PartialDate,
}

/// A lesion or study that does not count as it was entered, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub remark: Remark,
    /// The id of the lesion or study, or a date.
    pub what: String,
}

impl Note {
    pub fn new(remark: Remark, what: &str) -> Self {
        Note { remark, what: what.to_owned() }
    }
}

impl Visit<'_> {
    pub fn day(&self) -> Option<NaiveDate> {
        self.date.earliest()
    }

    pub fn ids(&self) -> Vec<String> {
        self.studies.iter().map(|study| id_of(study.id.as_ref()).to_owned()).collect()
    }
}

pub fn id_of(id: Option<&Written>) -> &str {
    id.map_or("?", Written::as_str)
}

/// A node by its kind; where none is entered, by the words for its place.
pub fn is_node(lesion: &Lesion) -> bool {
    lesion.kind.as_ref().map_or_else(|| is_named_node(lesion), |kind| kind.is(LesionKind::Node))
}

/// Whether the words for its organ or place name a lymph node; `hạch nền` are the basal ganglia.
pub fn is_named_node(lesion: &Lesion) -> bool {
    const WORDS: [&str; 9] =
        ["node", "nodes", "nodal", "lymph", "ln", "lns", "hach", "lymphadenopathy", "adenopathy"];
    let named = |text: &Written| {
        let text = fold(text.as_str()).replace("hach nen", "");
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        text.contains("淋巴结") || words.any(|word| WORDS.contains(&word))
    };
    [&lesion.organ, &lesion.location].into_iter().flatten().any(named)
}

/// The time points of a case, and what could not be placed in time.
pub fn visits(case: &Case) -> (Vec<Visit<'_>>, Vec<Note>) {
    let measured = |id: &str| {
        case.lesions.iter().any(|lesion| lesion.sizes.contains_key(id) || lesion.viable.contains_key(id))
    };
    let mut notes = Vec::new();
    let mut dated: Vec<(PartialDate, &Study)> = Vec::new();
    for study in case.imaging.iter().filter(|study| measured(id_of(study.id.as_ref()))) {
        match study.date.as_ref().and_then(Date::known) {
            Some(date) => dated.push((date, study)),
            None => notes.push(Note::new(Remark::UndatedStudy, id_of(study.id.as_ref()))),
        }
    }
    let known: BTreeSet<&str> =
        case.imaging.iter().filter_map(|own| own.id.as_ref()).map(Written::as_str).collect();
    let mut unknown: Vec<&str> = case
        .lesions
        .iter()
        .flat_map(|lesion| lesion.sizes.keys().chain(lesion.viable.keys()))
        .map(String::as_str)
        .filter(|id| !known.contains(id))
        .collect();
    unknown.sort_unstable();
    unknown.dedup();
    notes.extend(unknown.into_iter().map(|id| Note::new(Remark::UnknownStudy, id)));
    dated.sort_by_key(|(date, _)| date.earliest());
    let mut visits: Vec<Visit> = Vec::new();
    for (date, study) in dated {
        match visits.last_mut().filter(|visit| joins(case, visit, date, study)) {
            Some(visit) => visit.studies.push(study),
            None => visits.push(Visit { studies: vec![study], date }),
        }
    }
    (visits, notes)
}

/// Whether a study belongs to a time point: close to it, and not measuring again, by the same modality, what was measured.
fn joins(case: &Case, visit: &Visit, date: PartialDate, study: &Study) -> bool {
    let near = match (visit.day(), date.earliest()) {
        (Some(first), Some(day)) => first.checked_add_days(Days::new(SPAN)).is_some_and(|last| day <= last),
        _ => false,
    };
    let modality = |study: &Study| study.modality.as_ref().and_then(Code::known);
    let again = |other: &&Study| {
        modality(other) == modality(study)
            && case.lesions.iter().any(|lesion| {
                let has = |study: &Study| lesion.sizes.contains_key(id_of(study.id.as_ref()));
                has(other) && has(study)
            })
    };
    near && !visit.studies.iter().any(again)
}

/// Which diameter counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Diameter {
    Whole,
    /// What takes up contrast in the arterial phase.
    Viable,
}

/// What a time point says of a lesion: by the modality of its first measure where that is among the studies, else by the last.
pub fn entry(
    visits: &[Visit],
    at: usize,
    lesion: &Lesion,
    diameter: Diameter,
    notes: &mut Vec<Note>,
) -> Option<Entry> {
    let sizes = if diameter == Diameter::Viable { &lesion.viable } else { &lesion.sizes };
    let mut found: Vec<(Option<ImagingModality>, Entry)> = Vec::new();
    for study in &visits.get(at)?.studies {
        let id = id_of(study.id.as_ref());
        let Some(written) = sizes.get(id) else { continue };
        if let Some(entry) = Entry::read(written.as_str(), is_node(lesion)) {
            found.push((study.modality.as_ref().and_then(Code::known), entry));
            continue;
        }
        let what = format!("{} {id}: {}", id_of(lesion.id.as_ref()), written.as_str());
        let note = Note { remark: Remark::UnreadableSize, what };
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    if found.is_empty() {
        return None;
    }
    let usual = visits
        .iter()
        .flat_map(|visit| &visit.studies)
        .find(|study| sizes.contains_key(id_of(study.id.as_ref())))
        .and_then(|study| study.modality.as_ref().and_then(Code::known));
    let told = |entry: &Entry| *entry != Entry::NotEvaluated;
    let chosen = found
        .iter()
        .find(|(modality, entry)| *modality == usual && told(entry))
        .or_else(|| found.iter().rev().find(|(_, entry)| told(entry)))
        .or(found.first());
    // A change of method can look like a change of size; it counts, and is told.
    let (modality, entry) = *chosen?;
    if let (Some(usual), Some(own), Entry::Measured(_)) = (usual, modality, entry)
        && usual != own
    {
        let what = format!("{} {}", id_of(lesion.id.as_ref()), own.word());
        let note = Note { remark: Remark::OtherMethod, what };
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    Some(entry)
}
