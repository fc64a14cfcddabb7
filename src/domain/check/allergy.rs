//! Allergies against what is proposed: drugs and contrast medium in the plan, in treatments and studies still to come.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::domain::care::{Treatment, TrialStatus};
use crate::domain::check::allergen::{Meant, NO_ALLERGY, is_unknown, meant};
use crate::domain::check::contrast::{GADOLINIUM, IODINE, ULTRASOUND, is_another_angiography, study_in};
use crate::domain::check::facts::Facts;
use crate::domain::check::mention::{first_proposed, has_any};
use crate::domain::check::substances::{
    ALL_DRUGS, ALL_REGIMENS, Drug, Name, Regimen, Spelt, after_name, before_name, places, plain,
};
use crate::domain::date::Date;
use crate::domain::imaging::{ImagingModality, ResultState, Study};
use crate::domain::patient::{Allergies, Allergy};
use crate::domain::problem::{Problem, Severity};
use crate::domain::treatment::Category;
use crate::domain::value::{Code, Vocabulary, Written};

/// An allergy and what in a text would bring the substance to the patient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// As it stands in the case; where it is taken for a misspelt name, with that name behind it.
    pub allergy: String,
    /// The word of the text as it was written; of a regimen with the drug that is meant.
    pub found: String,
    pub contrast: bool,
}

/// Nobody has more allergies; each is sought in the whole of a text, and a hostile file could name thousands.
const MOST: usize = 200;

/// What of a proposal the patient's allergies speak against: for the plan, and for each recommendation before it is recorded.
pub fn clashes(allergies: &Allergies, proposed: &str) -> Vec<Clash> {
    let one;
    let list = match allergies {
        Allergies::Known(list) => list.as_slice(),
        // A word in place of a list is reported as such; the allergy that it names counts all the same.
        Allergies::Other(raw) => {
            one = [Allergy { to: raw.as_str().into(), ..Allergy::default() }];
            &one
        }
        Allergies::NotRecorded | Allergies::NoneKnown | Allergies::Unavailable => return Vec::new(),
    };
    let text = plain(proposed);
    let (spelt, written) = (Spelt::of(&text), OnceCell::new());
    let mut proposal = Proposal { raw: proposed, text, spelt, written, hits: BTreeMap::new() };
    list.iter().take(MOST).flat_map(|allergy| proposal.clashes(allergy)).collect()
}

/// A place of the text, and what it says there.
type Hit = (Range<usize>, String);

/// What is proposed, with the places at which each substance is in it: sought once, however many allergies ask.
struct Proposal<'a> {
    raw: &'a str,
    text: String,
    /// Where in `raw` each letter of `text` stands; asked only where something is found.
    written: OnceCell<Vec<usize>>,
    spelt: Spelt,
    hits: BTreeMap<&'static str, Vec<Hit>>,
}

impl Proposal<'_> {
    fn clashes(&mut self, allergy: &Allergy) -> Vec<Clash> {
        let to = allergy.to.as_str().trim();
        let named = plain(to);
        let Meant { substances, misspelt } = meant(&named);
        if substances.is_empty() {
            let found = self.as_named(&named).and_then(|at| self.as_written(&at));
            return found
                .map(|found| Clash { allergy: to.to_owned(), found, contrast: false })
                .into_iter()
                .collect();
        }
        let allergy = misspelt.map_or_else(|| to.to_owned(), |name| format!("{to} (= {name}?)"));
        let clash =
            |found: &str, contrast| Clash { allergy: allergy.clone(), found: found.to_owned(), contrast };
        let mut hits: Vec<(Hit, bool)> = Vec::new();
        for substance in substances {
            let contrast = is_medium(substance);
            hits.extend(self.hits(substance).iter().map(|hit| (hit.clone(), contrast)));
        }
        // A word inside a longer one is the same: `铂` of 顺铂.
        let inside = |at: &Range<usize>| {
            hits.iter().any(|((other, _), _)| other != at && other.start <= at.start && at.end <= other.end)
        };
        let mut found: Vec<(Hit, bool)> = hits.iter().filter(|((at, _), _)| !inside(at)).cloned().collect();
        found.sort_by_key(|((at, _), _)| at.start);
        let mut told: Vec<Clash> = Vec::new();
        let mut last = None;
        for ((at, word), contrast) in found {
            // One name that brings two of them is told once.
            if last.as_ref() != Some(&at) && !told.iter().any(|one| one.found == word) {
                told.push(clash(&word, contrast));
            }
            last = Some(at);
        }
        told
    }

    /// What stands at a place of the folded text, as it was written.
    fn as_written(&self, at: &Range<usize>) -> Option<String> {
        let written = self.written.get_or_init(|| {
            let letters = self.raw.char_indices();
            letters
                .flat_map(|(at, letter)| {
                    plain(letter.encode_utf8(&mut [0; 4])).into_bytes().into_iter().map(move |_| at)
                })
                .collect()
        });
        let end = written.get(at.end).copied().unwrap_or(self.raw.len());
        let own = written.get(at.start).and_then(|start| self.raw.get(*start..end));
        own.or_else(|| self.text.get(at.clone())).map(|own| own.trim().to_owned())
    }

    /// Words of the allergy itself, where they are long enough to mean one thing.
    fn as_named(&self, named: &str) -> Option<Range<usize>> {
        let short = named.split(['(', ',', ';']).next().unwrap_or(named).trim();
        let means_one = |word: &&str| {
            let letters = word.chars().count();
            letters >= if word.is_ascii() { 4 } else { 2 } && !NO_ALLERGY.contains(word)
        };
        let whole = |at: &Range<usize>| {
            let joined = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
            let before = self.text.get(..at.start).and_then(|text| text.chars().next_back());
            let after = self.text.get(at.end..).unwrap_or_default();
            let after = after.strip_prefix('s').unwrap_or(after).chars().next();
            !named.is_ascii() || !joined(before) && !joined(after)
        };
        let proposed = |word: &str| first_proposed(&self.text, places(&self.text, word).filter(whole));
        [named, short].into_iter().filter(means_one).find_map(proposed)
    }

    fn hits(&mut self, substance: &'static str) -> &[Hit] {
        if !self.hits.contains_key(substance) {
            let found = self.seek(substance);
            self.hits.insert(substance, found);
        }
        self.hits.get(substance).map_or(&[], Vec::as_slice)
    }

    fn seek(&self, substance: &str) -> Vec<Hit> {
        let word = |at: Range<usize>| Some((at.clone(), self.as_written(&at)?));
        let drugs = ALL_DRUGS.iter().filter(|drug| drug.name == substance && self.spelt.any(&drug.names));
        let drugs = drugs.flat_map(|drug| &drug.names);
        // Of one substance one place is enough, however often and by whatever names it is written.
        let is_other =
            |at: &Range<usize>| self.text.get(at.clone()).is_some_and(|word| is_another(word, substance));
        let own = |name: &Name| {
            let counts = |at: &Range<usize>| !is_other(at) && (!name.short || self.is_drug(at));
            first_proposed(&self.text, name.places(&self.text).filter(counts))
        };
        let first = drugs.filter_map(own).min_by_key(|at| at.start);
        let mut hits: Vec<Hit> = first.and_then(word).into_iter().collect();
        let contrast = matches!(substance, IODINE | GADOLINIUM | ULTRASOUND);
        let spelt = |regimen: &&Regimen| self.spelt.any(&regimen.names);
        let brings = ALL_REGIMENS.iter().filter(|regimen| regimen.brings.contains(&substance));
        for regimen in brings.filter(spelt) {
            let found = regimen.names.iter().filter(|name| !name.short || self.is_regimen(name));
            let at = found.filter_map(|name| self.proposed(name)).min_by_key(|at| at.start);
            hits.extend(
                at.and_then(word)
                    .map(|(at, word)| (at, if contrast { word } else { format!("{word} ({substance})") })),
            );
        }
        if hits.is_empty() && contrast {
            hits.extend(study_in(substance, &self.text, false).and_then(word));
        }
        hits
    }

    /// `PF x 3` is given three times.
    fn is_repeated(&self, at: &Range<usize>) -> bool {
        let after = self.text.get(at.end..).unwrap_or_default().trim_start();
        let times = after.strip_prefix(['x', '×', '*']).map(str::trim_start);
        times.is_some_and(|times| times.starts_with(|next: char| next.is_ascii_digit()))
    }

    fn proposed(&self, name: &Name) -> Option<Range<usize>> {
        first_proposed(
            &self.text,
            name.places(&self.text).filter(|at| !is_another_angiography(&self.text, at)),
        )
    }

    /// Whether a few letters, as `cis`, are meant as the drug: with a dose, weekly, or beside radiotherapy or another
    /// drug. In capitals a dose or a rhythm must stand right beside them: CIS is a carcinoma in situ as well.
    fn is_drug(&self, at: &Range<usize>) -> bool {
        const WITH: [&str; 12] = [
            "rt",
            "crt",
            "cct",
            "chemo",
            "chemort",
            "radiotherapy",
            "chemoradiation",
            "chemoradiotherapy",
            "q3w",
            "hoa xa",
            "xa tri",
            "放疗",
        ];
        const RHYTHM: [&str; 8] = ["weekly", "hang tuan", "moi tuan", "q1w", "qw", "q3w", "每周", "周"];
        let before = self.text.get(..at.start).unwrap_or_default().trim_end_matches([' ', ':', '(']);
        let after = self.text.get(at.end..).unwrap_or_default();
        let next = after.trim_start_matches([' ', ':', '(', '+']);
        let dosed = next.starts_with(|first: char| first.is_ascii_digit()) || next.starts_with("auc");
        if dosed || RHYTHM.iter().any(|said| before.ends_with(said) || next.starts_with(said)) {
            return true;
        }
        let capitals = self.as_written(at).is_some_and(|own| !own.chars().any(char::is_lowercase));
        let joined = after
            .strip_prefix(['/', '+'])
            .is_some_and(|next| after_name(next.trim_start()).is_some())
            || before.strip_suffix(['/', '+']).is_some_and(|before| before_name(before.trim_end()).is_some());
        let clause =
            |text: &str| text.split(['.', ';', '\n', ',', '。']).next().unwrap_or_default().to_owned();
        let said_before = before.rsplit(['.', ';', '\n', ',', '。']).next().unwrap_or_default();
        let said = |text: &str| has_any(&text.replace(['-', '+'], " "), &WITH);
        !capitals && (joined || said(&clause(after)) || said(said_before))
    }

    /// Whether two or three letters are meant as a regimen here: in capitals, in a text about chemotherapy.
    fn is_regimen(&self, name: &Name) -> bool {
        const SAID: [&str; 22] = [
            "chemo",
            "hoa tri",
            "hoa chat",
            "hoa xa",
            "phac do",
            "chu ky",
            "cycle",
            "regimen",
            "induction",
            "adjuvant",
            "tan ho tro",
            "bo tro",
            "systemic",
            "first-line",
            "second-line",
            "immuno",
            "化疗",
            "化放疗",
            "方案",
            "周期",
            "疗程",
            "辅助",
        ];
        let is_word = |word: &str| {
            let raw: String = self.raw.nfkc().collect();
            let mut words = raw.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
            words.any(|own| own == word)
        };
        let about = SAID.iter().any(|said| self.text.contains(said));
        let at = name.places(&self.text).next().filter(|at| about || self.is_repeated(at));
        at.and_then(|at| self.text.get(at)).is_some_and(|word| is_word(&word.to_uppercase()))
    }
}

/// `nab-paclitaxel` ends with the name of another drug.
fn is_another(word: &str, substance: &str) -> bool {
    let called = |drug: &&Drug| drug.names.iter().any(|name| name.is(word));
    ALL_DRUGS.iter().find(called).is_some_and(|drug| drug.name != substance)
}

fn is_medium(substance: &str) -> bool {
    let is_class = |class: &str| matches!(class, IODINE | GADOLINIUM | ULTRASOUND);
    let drug = ALL_DRUGS.iter().find(|drug| drug.name == substance);
    is_class(substance) || drug.is_some_and(|drug| drug.classes.iter().any(|class| is_class(class)))
}

pub(super) fn proposed(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let allergies = &case.patient.allergies;
    if !matches!(allergies, Allergies::Known(_) | Allergies::Other(_)) {
        return;
    }
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
    names(facts, problems);
    let mut told = |found: Vec<Clash>, path: &str, owner: Option<&str>| {
        let found = found.iter().map(|clash| problem(clash, path.to_owned()).owned_by(owner));
        problems.extend(found.collect::<Vec<_>>());
    };
    if let Some(plan) = &case.plan.text {
        let owner = case.plan.by.as_ref().map(Written::as_str).or(facts.responsible());
        told(clashes(allergies, plan.as_str()), "plan.text", owner);
    }
    for (at, own) in case.treatments.iter().enumerate().filter(|(_, own)| is_to_come(own, facts)) {
        let words = [
            own.modality.as_ref().map(Code::as_str),
            own.kind().map(Vocabulary::word),
            own.what.as_ref().map(Written::as_str),
        ];
        let text = words.into_iter().flatten().collect::<Vec<_>>().join("\n");
        told(clashes(allergies, &text), &format!("treatments[{at}]"), facts.responsible());
    }
    for (at, study) in case.imaging.iter().enumerate() {
        if let Some(text) = contrast_of(study) {
            let found = clashes(allergies, &text).into_iter().find(|clash| clash.contrast);
            told(found.into_iter().collect(), &format!("imaging[{at}]"), facts.responsible());
        }
    }
    for (at, own) in case.trials.iter().enumerate() {
        let is_open = !own.status.as_ref().is_some_and(|status| status.is(TrialStatus::NotEligible));
        if let Some(title) = own.title.as_ref().filter(|_| is_open) {
            // Whoever is enrolled is examined by the trial's own rules; its drugs can be told from its title.
            let drugs = clashes(allergies, title.as_str()).into_iter().filter(|clash| !clash.contrast);
            told(drugs.collect(), &format!("trials[{at}].title"), facts.responsible());
        }
    }
    for (at, own) in case.missing.iter().enumerate() {
        // What is to be supplied is a study to be done where it says that contrast medium is given.
        let text = own.item.as_ref().map_or("", Written::as_str);
        let folded = plain(text);
        let class = [IODINE, GADOLINIUM].into_iter().find_map(|class| study_in(class, &folded, true));
        if class.is_some() {
            let owner = own.owner.as_ref().map(Written::as_str).or(facts.responsible());
            let found = clashes(allergies, text).into_iter().filter(|clash| clash.contrast);
            told(found.collect(), &format!("missing[{at}].item"), owner);
        }
    }
}

/// Allergens that are held as another name, or by their own words alone.
fn names(facts: &Facts, problems: &mut Vec<Problem>) {
    let Allergies::Known(list) = &facts.case.patient.allergies else { return };
    for (at, allergy) in list.iter().take(MOST).enumerate() {
        let to = allergy.to.as_str().trim();
        let named = plain(to);
        let path = format!("patient.allergies[{at}]");
        if let Some(name) = meant(&named).misspelt {
            let found = Problem::new("allergy-misspelt", Severity::Note, path).with("allergy", to);
            problems.push(found.with("name", name).owned_by(facts.responsible()));
        } else if is_unknown(&named) {
            let found = Problem::new("allergy-unknown", Severity::Note, path).with("allergy", to);
            problems.push(found.owned_by(facts.responsible()));
        }
    }
}

/// A treatment that lies ahead: begins later, or has neither dates nor a result and names no year.
fn is_to_come(own: &Treatment, facts: &Facts) -> bool {
    if own.kind() == Some(Category::None) {
        return false;
    }
    let start = own.start.as_ref().and_then(Date::known);
    if let Some(start) = start {
        return start.latest().is_some_and(|day| day > facts.as_of);
    }
    let has_year = |text: &Option<Written>| {
        let text = text.as_ref().map_or("", Written::as_str);
        text.split(|letter: char| !letter.is_ascii_digit())
            .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
    };
    own.start.is_none()
        && own.end.is_none()
        && own.response.is_none()
        && own.end_reason.is_none()
        && !has_year(&own.what)
        && !has_year(&own.note)
}

fn problem(clash: &Clash, path: String) -> Problem {
    let found = if clash.contrast {
        Problem::new("allergy-contrast", Severity::Warning, path)
    } else {
        Problem::new("allergy-drug", Severity::Warning, path)
    };
    found.with("allergy", clash.allergy.as_str()).with("found", clash.found.as_str())
}

/// A study still to come as a proposal would write it.
fn contrast_of(study: &Study) -> Option<String> {
    if study.state() != Some(ResultState::Pending) {
        return None;
    }
    let kind = match study.modality.as_ref().and_then(Code::known)? {
        ImagingModality::Ct => "CT",
        ImagingModality::PetCt => "PET/CT",
        ImagingModality::Angiography => "angiography",
        ImagingModality::Mr => "MRI",
        ImagingModality::Us => "ultrasound",
        ImagingModality::Mammography => "mammography",
        _ => return None,
    };
    let said = [study.region.as_ref(), study.note.as_ref()].into_iter().flatten().map(Written::as_str);
    // Its region goes on about the same study, whatever words it uses for it.
    let said: Vec<String> = said.map(|text| text.replace(['.', '．', ';', '；', '\n', '。'], " ")).collect();
    Some(format!("{kind} {}", said.join(" ")))
}
