//! What a text proposes, held against allergens: drugs by name, by regimen and in short, studies by their contrast medium.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::domain::check::allergen::{Allergen, NO_ALLERGY};
use crate::domain::check::contrast::{GADOLINIUM, IODINE, ULTRASOUND, is_another_angiography, study_in};
use crate::domain::check::mention::{first_proposed, has_any};
use crate::domain::check::misspelt::meant_by;
use crate::domain::check::substances::{
    ALL_DRUGS, ALL_REGIMENS, Drug, Name, Regimen, Spelt, after_name, before_name, places, plain,
};

/// An allergy and what in a text would bring the substance to the patient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// As it stands in the case; where it is taken for a misspelt name, with that name behind it.
    pub allergy: String,
    /// The word of the text as it was written; of a regimen with the drug that is meant.
    pub found: String,
    pub contrast: bool,
}

pub(super) fn against(allergens: &[Allergen], proposed: &str) -> Vec<Clash> {
    if allergens.is_empty() {
        return Vec::new();
    }
    let text = plain(proposed);
    let (spelt, written, misspelt) = (Spelt::of(&text), OnceCell::new(), OnceCell::new());
    let mut proposal = Proposal { raw: proposed, text, written, spelt, misspelt, hits: BTreeMap::new() };
    allergens.iter().flat_map(|allergen| proposal.clashes(allergen)).collect()
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
    /// Words that are taken for a misspelt drug: where, which, and by which name.
    misspelt: OnceCell<Vec<(Range<usize>, &'static str, &'static str)>>,
    hits: BTreeMap<&'static str, Vec<Hit>>,
}

impl Proposal<'_> {
    fn clashes(&mut self, allergen: &Allergen) -> Vec<Clash> {
        let Allergen { to, named, substances, misspelt } = allergen;
        if substances.is_empty() {
            let found = self.as_named(named).and_then(|at| self.as_written(&at));
            return found
                .map(|found| Clash { allergy: to.clone(), found, contrast: false })
                .into_iter()
                .collect();
        }
        let allergy = misspelt.map_or_else(|| to.clone(), |name| format!("{to} (= {name}?)"));
        let clash =
            |found: &str, contrast| Clash { allergy: allergy.clone(), found: found.to_owned(), contrast };
        let mut hits: Vec<(Hit, bool)> = Vec::new();
        for substance in substances.iter().copied() {
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
        let is_other = |at: &Range<usize>| {
            self.text.get(at.clone()).is_some_and(|word| is_another(word, substance))
                || self.spelt.is_part(&self.text, at, substance)
        };
        let own = |name: &Name| {
            let counts = |at: &Range<usize>| !is_other(at) && (!name.short || self.is_drug(at));
            first_proposed(&self.text, name.places(&self.text).filter(counts))
        };
        let first = drugs.filter_map(own).min_by_key(|at| at.start);
        let mut hits: Vec<Hit> = first.and_then(word).into_iter().collect();
        if hits.is_empty() {
            hits.extend(self.misspelt_as(substance));
        }
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

    fn misspelt_as(&self, substance: &str) -> Option<Hit> {
        let all = self.misspelt.get_or_init(|| {
            let mut found = Vec::new();
            let mut at = 0;
            for word in
                self.text.split_inclusive(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
            {
                let name = word.trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric());
                found.extend(meant_by(name).map(|(drug, meant)| (at..at + name.len(), drug, meant)));
                at += word.len();
            }
            found
        });
        let own = || all.iter().filter(|(_, drug, _)| *drug == substance);
        let at = first_proposed(&self.text, own().map(|(at, _, _)| at.clone()))?;
        let (_, _, name) = own().find(|(own, _, _)| *own == at)?;
        let said = format!("{} (= {name}?)", self.as_written(&at)?);
        Some((at, said))
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
        // Four letters in capitals, as CROSS, are no abbreviation of anything else, unless all is written so.
        let stands_out = |at: &Range<usize>| at.len() >= 4 && self.raw.chars().any(char::is_lowercase);
        let about = SAID.iter().any(|said| self.text.contains(said));
        let at = name.places(&self.text).next().filter(|at| about || stands_out(at) || self.is_repeated(at));
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
