//! Which part each lesion plays: target within the limits of the criteria, non-target, new, or none; and why not what was entered.

use crate::domain::case::Case;
use crate::domain::fold::fold;
use crate::domain::imaging::{ImagingModality, Lesion, LesionKind, LesionRole, Study};
use crate::domain::response::place::in_liver;
use crate::domain::response::points::{Diameter, Note, Visit, entry, id_of, is_named_node, is_node};
use crate::domain::response::size::{Entry, Length};
use crate::domain::response::words::{Criteria, Remark};
use crate::domain::value::{Code, Written};

const MOST: usize = 5;
const MOST_IN_ORGAN: usize = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Target,
    NonTarget,
    New,
    /// Normal, or not told at the baseline.
    None,
}

/// The diameter that the criteria read of a lesion.
pub fn diameter(criteria: Criteria, case: &Case, lesion: &Lesion) -> Diameter {
    if criteria == Criteria::MRecist && !is_node(lesion) && in_liver(case, lesion) {
        Diameter::Viable
    } else {
        Diameter::Whole
    }
}

/// Part of every lesion, in the order of the case.
pub fn parts(criteria: Criteria, case: &Case, visits: &[Visit], notes: &mut Vec<Note>) -> Vec<Part> {
    let mut targets: Vec<String> = Vec::new();
    let mut parts = Vec::new();
    for lesion in &case.lesions {
        let role = lesion.role.as_ref().and_then(Code::known);
        let course = Course::of(criteria, case, visits, lesion, notes);
        let baseline = course.baseline;
        let as_other = || other(criteria, lesion, &course);
        let (part, remark) = match role {
            // What was there at the baseline that was chosen is new no longer.
            Some(LesionRole::New) if baseline.is_some_and(is_there) => {
                let (part, remark) = as_other();
                (part, remark.or(Some(Remark::NewAtBaseline)))
            }
            Some(LesionRole::New) => (Part::New, None),
            Some(LesionRole::NonTarget) => as_other(),
            None if baseline.is_some() => as_other(),
            None => (Part::None, None),
            Some(LesionRole::Target) => {
                let measured = (baseline, by_x_ray(visits, lesion));
                match not_a_target(criteria, case, lesion, measured, &targets) {
                    None => {
                        targets.push(organ(lesion));
                        (Part::Target, None)
                    }
                    Some(Remark::NormalNode) => as_other(),
                    // Left out, it would make the sum of the others look like the whole.
                    Some(Remark::NoViable) => (Part::Target, Some(Remark::NoViable)),
                    Some(why @ (Remark::NoBaseline | Remark::EquivocalTarget)) => {
                        let (part, remark) = as_other();
                        (part, remark.or(Some(why)))
                    }
                    Some(remark) => (Part::NonTarget, Some(remark)),
                }
            }
        };
        parts.push(part);
        let no_role = role.is_none().then_some(Remark::NoRole);
        let by_place =
            lesion.kind.as_ref().is_some_and(|kind| kind.is(LesionKind::Measurable)) && is_named_node(lesion);
        let by_place = by_place.then_some(Remark::NodeByPlace);
        let remarks = [remark, no_role, by_place].into_iter().flatten();
        notes.extend(remarks.map(|remark| Note::new(remark, id_of(lesion.id.as_ref()))));
    }
    parts
}

/// What the baseline and the time points after it say of a lesion.
struct Course {
    baseline: Option<Entry>,
    /// Whether it was there at the baseline in any diameter: dead tissue is no new lesion when it takes up contrast again.
    was_whole: bool,
    /// Whether anything stands for the baseline, be it readable or not.
    is_written: bool,
    later: Vec<Entry>,
}

impl Course {
    fn of(criteria: Criteria, case: &Case, visits: &[Visit], lesion: &Lesion, notes: &mut Vec<Note>) -> Self {
        let read = diameter(criteria, case, lesion);
        let baseline = entry(visits, 0, lesion, read, notes);
        // The same entries are read, with their notes, when the time points are judged.
        let mut told = Vec::new();
        let whole = entry(visits, 0, lesion, Diameter::Whole, &mut told);
        let later = (1..visits.len()).filter_map(|at| entry(visits, at, lesion, read, &mut told)).collect();
        let ids = visits.first().map(Visit::ids).unwrap_or_default();
        let written = |id: &String| lesion.sizes.contains_key(id) || lesion.viable.contains_key(id);
        let is_written = ids.iter().any(written);
        Course { baseline, was_whole: whole.is_some_and(is_there), is_written, later }
    }
}

/// A lesion that is no target: new where the baseline says that it was not there, none while it is a normal node.
fn other(criteria: Criteria, lesion: &Lesion, course: &Course) -> (Part, Option<Remark>) {
    let Course { baseline, was_whole, is_written, later } = course;
    let is_new = later.iter().any(|later| counts_as_new(criteria, lesion, *baseline, *later));
    match *baseline {
        Some(before) if is_node(lesion) && is_there(before) && is_normal_node(criteria, lesion, before) => {
            let grew = |later: &Entry| {
                matches!(later, Entry::Measured(_)) && !is_normal_node(criteria, lesion, *later)
            };
            match (is_new, later.iter().any(grew)) {
                (true, _) => (Part::New, Some(Remark::NodeGrown)),
                (false, true) => (Part::None, Some(Remark::NodeGrownLittle)),
                (false, false) => (Part::None, Some(Remark::NormalNode)),
            }
        }
        Some(Entry::Absent) if is_new && !was_whole => (Part::New, Some(Remark::NewSinceBaseline)),
        None if is_new && !is_written => (Part::NonTarget, Some(Remark::NotAtBaseline)),
        Some(Entry::NotEvaluated) if is_new && !was_whole => (Part::NonTarget, Some(Remark::NotAtBaseline)),
        _ => (Part::NonTarget, None),
    }
}

/// Whether a lesion that was not there at the baseline, or was a normal node, is a new lesion by what is seen of it now. A normal
/// node is none; one that was normal has grown by 5 mm besides. mRECIST wants 10 mm of a new nodule.
pub fn counts_as_new(criteria: Criteria, lesion: &Lesion, baseline: Option<Entry>, entry: Entry) -> bool {
    let before = baseline.filter(|own| is_node(lesion) && is_there(*own)).and_then(Entry::length);
    match entry {
        entry if is_node(lesion) && is_normal_node(criteria, lesion, entry) => false,
        Entry::Measured(length) => {
            let grew = before.is_none_or(|before| length.minus(before) >= Length::millimetres(5));
            grew && (criteria != Criteria::MRecist || length >= Length::millimetres(10))
        }
        Entry::TooSmall => criteria != Criteria::MRecist,
        Entry::Present => before.is_none(),
        Entry::Progression => true,
        Entry::Absent | Entry::Equivocal | Entry::NotEvaluated => false,
    }
}

fn is_there(entry: Entry) -> bool {
    !matches!(entry, Entry::Absent | Entry::Equivocal | Entry::NotEvaluated)
}

/// A short axis below 10 mm; under mRECIST nodes of the porta hepatis, which cirrhosis enlarges, below 20 mm.
pub fn is_normal_node(criteria: Criteria, lesion: &Lesion, entry: Entry) -> bool {
    let limit = if is_portal(criteria, lesion) { 20 } else { 10 };
    entry.length().is_some_and(|length| length < Length::millimetres(limit))
}

fn is_portal(criteria: Criteria, lesion: &Lesion) -> bool {
    let at_porta = |text: &Written| {
        let text = fold(text.as_str());
        ["porta hepatis", "portal", "periportal", "ron gan", "cuong gan", "肝门"]
            .iter()
            .any(|word| text.contains(word))
    };
    criteria == Criteria::MRecist
        && is_node(lesion)
        && [&lesion.organ, &lesion.location].into_iter().flatten().any(at_porta)
}

/// Whether only plain X-rays measured it at the baseline.
fn by_x_ray(visits: &[Visit], lesion: &Lesion) -> bool {
    let measured = |study: &&&Study| lesion.sizes.contains_key(id_of(study.id.as_ref()));
    let studies = visits.iter().take(1).flat_map(|visit| &visit.studies);
    let mut own = studies.filter(measured).peekable();
    own.peek().is_some()
        && own.all(|study| study.modality.as_ref().is_some_and(|own| own.is(ImagingModality::XRay)))
}

/// Why a lesion that was entered as a target is none.
fn not_a_target(
    criteria: Criteria,
    case: &Case,
    lesion: &Lesion,
    (baseline, by_x_ray): (Option<Entry>, bool),
    targets: &[String],
) -> Option<Remark> {
    if lesion.kind.as_ref().is_some_and(|kind| kind.is(LesionKind::NonMeasurable)) {
        return Some(Remark::NonMeasurable);
    }
    let Some(Entry::Measured(size)) = baseline else {
        return Some(match baseline {
            Some(Entry::TooSmall) => Remark::TooSmall,
            Some(Entry::Equivocal) => Remark::EquivocalTarget,
            None if diameter(criteria, case, lesion) == Diameter::Viable => Remark::NoViable,
            _ => Remark::NoBaseline,
        });
    };
    let organ = organ(lesion);
    let least = if by_x_ray { 20 } else { 10 };
    if is_node(lesion) && is_normal_node(criteria, lesion, Entry::Measured(size)) {
        Some(Remark::NormalNode)
    } else if is_node(lesion) && size < Length::millimetres(15) {
        Some(Remark::NodeTooSmall)
    } else if size < Length::millimetres(least) {
        Some(Remark::TooSmall)
    } else if targets.len() >= MOST {
        Some(Remark::TooMany)
    } else if targets.iter().filter(|other| **other == organ).count() >= MOST_IN_ORGAN {
        Some(Remark::TooManyInOrgan)
    } else {
        None
    }
}

/// Nodes are one organ wherever they lie, and so are both lungs and all lobes of one; a lesion whose organ is not written is
/// an organ of its own.
fn organ(lesion: &Lesion) -> String {
    if is_node(lesion) {
        return "lymph node".to_owned();
    }
    let Some(written) = &lesion.organ else { return format!("of {}", id_of(lesion.id.as_ref())) };
    let folded = fold(written.as_str().trim());
    let text = folded.trim_matches(|letter| "左右双侧上中下叶段".contains(letter)).trim_end_matches('脏');
    let parts = |letter: char| !letter.is_alphanumeric();
    let words: Vec<&str> = text.split(parts).filter(|word| !says_where(word)).collect();
    let plain = if words.is_empty() { folded.clone() } else { words.join(" ") };
    let known = ORGANS.iter().find(|names| names.contains(&plain.as_str()));
    known.and_then(|names| names.first()).map_or(plain, |name| (*name).to_owned())
}

/// The organs that most lesions lie in, in three languages.
const ORGANS: [&[&str]; 10] = [
    &["lung", "lungs", "pulmonary", "phoi", "肺"],
    &["liver", "hepatic", "gan", "肝"],
    &["bone", "bones", "xuong", "骨"],
    &["brain", "nao", "脑"],
    &["adrenal", "adrenal gland", "adrenals", "tuyen thuong than", "thuong than", "肾上腺"],
    &["kidney", "kidneys", "renal", "than", "肾"],
    &["peritoneum", "peritoneal", "phuc mac", "腹膜"],
    &["pleura", "pleural", "mang phoi", "胸膜"],
    &["breast", "breasts", "vu", "乳腺"],
    &["ovary", "ovaries", "buong trung", "卵巢"],
];

/// Which part of an organ: a side, a lobe, a segment.
fn says_where(word: &str) -> bool {
    const WORDS: [&str; 22] = [
        "",
        "left",
        "right",
        "both",
        "bilateral",
        "upper",
        "middle",
        "lower",
        "lobe",
        "segment",
        "seg",
        "the",
        "of",
        "trai",
        "phai",
        "tren",
        "giua",
        "duoi",
        "thuy",
        "phan",
        "ha",
        "hai",
    ];
    let is_part = matches!(word, "s" | "v") || word.contains(|letter: char| letter.is_ascii_digit());
    let is_roman = word.chars().all(|letter| matches!(letter, 'i' | 'v' | 'a' | 'b')) && word.len() < 5;
    let is_lobe = matches!(word, "rul" | "rml" | "rll" | "lul" | "lll");
    WORDS.contains(&word) || is_part || is_roman || is_lobe
}
