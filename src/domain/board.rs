//! The standing panel: people, facilities of the network, boards with their quorum rules (`board.yaml`).

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::decision::QuorumStamp;
use crate::domain::fold::fold;
use crate::domain::question::CareLevel;
use crate::domain::value::{Code, Written, YesNo, vocabulary};

vocabulary! {
    Specialty, "specialty" {
        Surgery = "surgery", MedicalOncology = "medical-oncology", RadiationOncology = "radiation-oncology",
        DiagnosticRadiology = "diagnostic-radiology", InterventionalRadiology = "interventional-radiology",
        Pathology = "pathology", MolecularPathology = "molecular-pathology", NuclearMedicine = "nuclear-medicine",
        GastroHepatology = "gastro-hepatology", Pulmonology = "pulmonology", GynaeOncology = "gynae-oncology",
        Urology = "urology", Neurosurgery = "neurosurgery", Haematology = "haematology", Palliative = "palliative",
        Anaesthesia = "anaesthesia", Geriatrics = "geriatrics", Nursing = "nursing", Navigator = "navigator",
        Pharmacy = "pharmacy", Genetics = "genetics", Nutrition = "nutrition", PsychoOncology = "psycho-oncology",
        Rehab = "rehab", SocialWork = "social-work", Trials = "trials", Registry = "registry", Tcm = "tcm",
    }
}
vocabulary! {
    BoardType, "board-type" {
        General = "general", Breast = "breast", Thoracic = "thoracic", UpperGi = "upper-gi", Colorectal = "colorectal",
        Hpb = "hepatobiliary-pancreatic", Gynae = "gynae", Urology = "urology", HeadNeckNpc = "head-neck-npc",
        Neuro = "neuro", SarcomaBone = "sarcoma-bone", Skin = "skin", Endocrine = "endocrine",
        Haematology = "haematology", Paediatric = "paediatric", RareCup = "rare-cup", Molecular = "molecular",
    }
}
vocabulary! {
    MeetingMode, "meeting-mode" {
        InPerson = "in-person", Video = "video", Hybrid = "hybrid", Asynchronous = "asynchronous",
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct BoardFile {
    pub schema: Option<Written>,
    /// `yes` marks a workspace of invented patients: DEMO in every frame, no export as real.
    pub demo: Option<Written>,
    pub name: Option<Written>,
    pub facilities: BTreeMap<String, Facility>,
    pub people: BTreeMap<String, Person>,
    pub boards: BTreeMap<String, Board>,
    pub note: Option<Written>,
}

impl BoardFile {
    /// Whatever else than a clear no stands there: invented patients must never pass for real ones.
    pub fn is_demo(&self) -> bool {
        self.demo
            .as_ref()
            .is_some_and(|raw| !matches!(fold(raw.as_str().trim()).as_str(), "" | "no" | "false"))
    }

    /// A person's name by key; the key itself where the roster does not have it.
    pub fn person_name<'a>(&'a self, key: &'a str) -> &'a str {
        self.people.get(key).and_then(|person| person.name.as_ref()).map_or(key, Written::as_str)
    }

    /// A facility's name by key; the key itself where the network does not have it.
    pub fn facility_name<'a>(&'a self, key: &'a str) -> &'a str {
        self.facilities.get(key).and_then(|facility| facility.name.as_ref()).map_or(key, Written::as_str)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Facility {
    pub name: Option<Written>,
    pub place: Option<Written>,
    pub country: Option<Written>,
    pub care_level: Option<Code<CareLevel>>,
    /// What is offered there; free words.
    pub services: Vec<Written>,
    pub note: Option<Written>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Person {
    pub name: Option<Written>,
    pub title: Option<Written>,
    pub specialty: Option<Code<Specialty>>,
    pub facility: Option<Written>,
    pub country: Option<Written>,
    pub languages: Vec<Written>,
    pub remote: Option<Code<YesNo>>,
    pub note: Option<Written>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Board {
    pub name: Option<Written>,
    #[serde(rename = "type")]
    pub kind: Option<Code<BoardType>>,
    pub mode: Option<Code<MeetingMode>>,
    pub chair: Option<Written>,
    pub recorder: Option<Written>,
    pub members: Vec<Written>,
    pub quorum: QuorumRule,
    /// Further fields that this board wants filled before a decision may be recorded.
    pub requires: Vec<Code<Requirement>>,
    /// Age limits of results, `ct: 56 d`.
    pub limits: BTreeMap<String, Written>,
    pub note: Option<Written>,
}

vocabulary! {
    /// What a board may ask of a decision beyond what every decision must say.
    Requirement, "requirement" {
        Trials = "trials", Supportive = "supportive", InformBy = "inform-by", Options = "options",
        Guideline = "guideline", Facility = "facility",
    }
}

/// Who must be there: every specialty of `all-of`, one of `any-of`, and `at-least` people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct QuorumRule {
    pub all_of: Vec<Code<Specialty>>,
    pub any_of: Vec<Code<Specialty>>,
    pub at_least: Option<Written>,
}

/// Whether a meeting could decide, and what was lacking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quorum {
    pub present: usize,
    pub needed: usize,
    /// Specialties by their code words; what of the rule cannot be read stands here as it was written and is never met.
    pub lacking: Vec<String>,
    pub lacking_any_of: Vec<String>,
}

impl Quorum {
    /// As records keep it.
    pub fn stamp(&self) -> QuorumStamp {
        QuorumStamp {
            met: self.is_met(),
            present: self.present,
            needed: self.needed,
            lacking: self.lacking_words(),
        }
    }

    pub fn is_met(&self) -> bool {
        self.present >= self.needed && self.lacking.is_empty() && self.lacking_any_of.is_empty()
    }
}

impl QuorumRule {
    /// How many people `at-least` asks for; none where it is not a number.
    pub fn least(&self) -> Option<usize> {
        self.at_least.as_ref()?.as_str().trim().parse().ok()
    }

    /// `present` holds one entry a person, the specialty where it is known.
    pub fn judge(&self, present: &[Option<Specialty>]) -> Quorum {
        let there: BTreeSet<Specialty> = present.iter().flatten().copied().collect();
        let is_there = |code: &Code<Specialty>| code.known().is_some_and(|one| there.contains(&one));
        let words = |codes: &[&Code<Specialty>]| codes.iter().map(|code| code.as_str().to_owned()).collect();
        let mut lacking: Vec<String> =
            words(&self.all_of.iter().filter(|code| !is_there(code)).collect::<Vec<_>>());
        let has_any = self.any_of.is_empty() || self.any_of.iter().any(is_there);
        let least = self.least();
        lacking.extend(self.at_least.iter().filter(|_| least.is_none()).map(|raw| raw.as_str().to_owned()));
        Quorum {
            present: present.len(),
            needed: least.unwrap_or(self.all_of.len().max(1)),
            lacking,
            lacking_any_of: if has_any { Vec::new() } else { words(&self.any_of.iter().collect::<Vec<_>>()) },
        }
    }
}

impl Quorum {
    /// What is lacking, for a record.
    pub fn lacking_words(&self) -> Vec<String> {
        self.lacking.iter().chain(&self.lacking_any_of).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(all_of: &[&str], any_of: &[&str], at_least: Option<&str>) -> QuorumRule {
        let codes = |words: &[&str]| words.iter().map(|word| Code::parse(word)).collect();
        QuorumRule { all_of: codes(all_of), any_of: codes(any_of), at_least: at_least.map(Written::from) }
    }

    #[test]
    fn a_quorum_rule_that_cannot_be_read_is_never_met() {
        let present = [Some(Specialty::Surgery), Some(Specialty::Pathology), None, None];
        for (rule, met, lacking) in [
            (rule(&["surgery"], &[], Some("4")), true, vec![]),
            (rule(&["surgery"], &["pathology", "urology"], None), true, vec![]),
            (rule(&["surgery"], &[], Some("5")), false, vec![]),
            (rule(&["surgery"], &[], Some("four")), false, vec!["four"]),
            (rule(&["surgery", "hepatolgy"], &[], None), false, vec!["hepatolgy"]),
            (rule(&[], &["urolgy"], None), false, vec!["urolgy"]),
        ] {
            let quorum = rule.judge(&present);
            assert_eq!(
                (quorum.is_met(), quorum.lacking_words()),
                (met, lacking.iter().map(|&one| one.to_owned()).collect()),
                "{rule:?}"
            );
        }
    }

    #[test]
    fn whatever_else_than_a_clear_no_makes_a_demo() {
        let is_demo =
            |raw: Option<&str>| BoardFile { demo: raw.map(Written::from), ..BoardFile::default() }.is_demo();
        for raw in ["true", "True", "TRUE", "yes", " Yes ", "on", "1", "ture"] {
            assert!(is_demo(Some(raw)), "{raw}");
        }
        for raw in [None, Some(""), Some("false"), Some("False"), Some("no"), Some("NO")] {
            assert!(!is_demo(raw), "{raw:?}");
        }
    }
}
