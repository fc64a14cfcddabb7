//! Allergies against what is proposed: drugs and contrast in the plan, and studies still to come.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::domain::check::facts::Facts;
use crate::domain::check::mention::{is_proposed, places};
use crate::domain::fold::fold;
use crate::domain::imaging::{ImagingModality, ResultState, Study};
use crate::domain::patient::{Allergies, Allergy};
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::{Code, Written};

const ALLERGENS: &str = include_str!("allergens.tsv");

/// An allergy and what in a text would bring the substance to the patient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// As it stands in the case.
    pub allergy: String,
    /// The word of the text, folded.
    pub found: String,
    pub contrast: bool,
}

/// Nobody has more allergies; each is sought in the whole of a text, and a hostile file could name thousands.
const MOST: usize = 200;

struct Group {
    name: &'static str,
    called: Vec<&'static str>,
    members: Vec<&'static str>,
}

static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(|| {
    let groups = ALLERGENS.lines().skip(2).filter_map(|line| {
        let mut cells = line.split('\t');
        let name = cells.next()?;
        let mut list = || cells.next().map(|cell| cell.split('|').collect());
        Some(Group { name, called: list()?, members: list()? })
    });
    groups.collect()
});

/// Every name of the list: those that may stand beside one another where something is avoided.
static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    GROUPS.iter().flat_map(|group| group.members.iter().chain(&group.called)).copied().collect()
});

/// What of a proposal the patient's allergies speak against: for the plan, and for each recommendation before it is recorded.
pub fn clashes(allergies: &Allergies, proposed: &str) -> Vec<Clash> {
    let text = fold(proposed);
    let mut proposal = Proposal { text: &text, hits: BTreeMap::new() };
    match allergies {
        Allergies::Known(list) => {
            list.iter().take(MOST).flat_map(|allergy| proposal.clashes(allergy)).collect()
        }
        // A word in place of a list is reported as such; the allergy that it names counts all the same.
        Allergies::Other(raw) => proposal.clashes(&Allergy { to: raw.as_str().into(), ..Allergy::default() }),
        Allergies::NotRecorded | Allergies::NoneKnown | Allergies::Unavailable => Vec::new(),
    }
}

/// What is proposed, with what of each group of substances is in it: sought once, however many allergies ask.
struct Proposal<'a> {
    text: &'a str,
    hits: BTreeMap<&'static str, Option<String>>,
}

impl Proposal<'_> {
    fn clashes(&mut self, allergy: &Allergy) -> Vec<Clash> {
        let text = self.text;
        let to = allergy.to.as_str().trim();
        let named = fold(to);
        let clash =
            |found: &str, contrast| Clash { allergy: to.to_owned(), found: found.to_owned(), contrast };
        let mut found: Vec<Clash> = Vec::new();
        // Words of the allergy itself, where they are long enough to mean one thing.
        let is_long = named.chars().count() >= if named.is_ascii() { 4 } else { 2 };
        if is_long && is_proposed(text, &named, &NAMES) {
            found.push(clash(&named, false));
        }
        let gadolinium = named.contains("gado") || named.contains('钆');
        let meant = |group: &&Group| {
            let other_contrast = gadolinium && group.name == IODINE;
            !other_contrast && group.called.iter().any(|word| places(&named, word).next().is_some())
        };
        for group in GROUPS.iter().filter(meant) {
            let contrast = matches!(group.name, IODINE | GADOLINIUM);
            let word = self.hits.entry(group.name).or_insert_with(|| {
                let hit = group.members.iter().find(|member| is_proposed(text, member, &NAMES));
                hit.map(|member| around(text, member)).or_else(|| study_in(group.name, text))
            });
            if let Some(word) = word.as_ref().filter(|word| !found.iter().any(|one| one.found == **word)) {
                found.push(clash(word, contrast));
            }
        }
        found
    }
}

const IODINE: &str = "iodinated-contrast";
const GADOLINIUM: &str = "gadolinium";

/// Said of a study that is done without contrast.
const WITHOUT: [&str; 15] = [
    "without contrast",
    "no contrast",
    "non-contrast",
    "noncontrast",
    "unenhanced",
    "plain",
    "low-dose",
    "low dose",
    "guid",
    "khong tiem",
    "khong can quang",
    "khong thuoc",
    "lieu thap",
    "huong dan",
    "平扫",
];

/// A study with contrast as a proposal names it: every CT and MRI that does not say that it is done without.
fn study_in(group: &str, text: &str) -> Option<String> {
    let words: &[&str] = match group {
        IODINE => &["ct", "cta", "cect"],
        GADOLINIUM => &["mri", "cong huong tu", "核磁", "磁共振"],
        _ => return None,
    };
    let clauses = text.split(['.', ';', '\n', '。', '；', '，']);
    let with = clauses.filter(|clause| !WITHOUT.iter().any(|said| clause.contains(said)));
    with.flat_map(|clause| words.iter().filter(move |word| is_study(clause, word)))
        .next()
        .map(|word| (*word).to_owned())
}

/// The word alone: neither `pet-ct`, which is done without contrast medium, nor `ctdna`.
fn is_study(clause: &str, word: &str) -> bool {
    clause.match_indices(word).any(|(at, _)| {
        let before = clause.get(..at).and_then(|start| start.chars().next_back());
        let after = clause.get(at + word.len()..).and_then(|rest| rest.chars().next());
        let part = |letter: Option<char>| {
            letter.is_some_and(|letter| letter.is_ascii_alphanumeric() || "-/".contains(letter))
        };
        !word.is_ascii() || !part(before) && !part(after)
    })
}

/// The whole word that holds a member, so that `tace` is shown as `deb-tace`; Han text has no such words.
fn around(text: &str, member: &str) -> String {
    let parts = text.split(|letter: char| letter.is_whitespace() || ",;:.()/+".contains(letter));
    let word = parts.into_iter().find(|part| part.contains(member) && part.is_ascii());
    word.unwrap_or(member).to_owned()
}

pub(super) fn proposed(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let allergies = &case.patient.allergies;
    if let Allergies::Known(list) = allergies
        && list.len() > MOST
    {
        problems.push(
            Problem::new("allergies-too-many", Severity::Error, format!("patient.allergies[{MOST}]"))
                .with("count", list.len().to_string())
                .with("limit", MOST.to_string())
                .owned_by(facts.responsible()),
        );
    }
    if let Some(plan) = &case.plan.text {
        let owner = case.plan.by.as_ref().map(Written::as_str).or(facts.responsible());
        problems.extend(
            clashes(allergies, plan.as_str())
                .into_iter()
                .map(|clash| problem(&clash, "plan.text".to_owned()).owned_by(owner)),
        );
    }
    for (at, study) in case.imaging.iter().enumerate() {
        if let Some(words) = contrast_of(study) {
            let found = clashes(allergies, words).into_iter().find(|clash| clash.contrast);
            let found = found.map(|clash| problem(&clash, format!("imaging[{at}]")));
            problems.extend(found.map(|problem| problem.owned_by(facts.responsible())));
        }
    }
}

fn problem(clash: &Clash, path: String) -> Problem {
    let found = if clash.contrast {
        Problem::new("allergy-contrast", Severity::Warning, path)
    } else {
        Problem::new("allergy-drug", Severity::Warning, path)
    };
    found.with("allergy", clash.allergy.as_str()).with("found", clash.found.as_str())
}

/// The contrast of a study still to come; a study that says it is done without has none.
fn contrast_of(study: &Study) -> Option<&'static str> {
    if study.state() != Some(ResultState::Pending) {
        return None;
    }
    let said = fold(study.region.as_ref().map_or("", Written::as_str));
    if WITHOUT.iter().any(|word| said.contains(word)) {
        return None;
    }
    match study.modality.as_ref().and_then(Code::known)? {
        ImagingModality::Ct | ImagingModality::Angiography => Some("iodinated"),
        ImagingModality::Mr => Some("gadolinium"),
        _ => None,
    }
}
