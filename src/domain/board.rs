//! The standing panel: people, facilities of the network, boards with their quorum rules (`board.yaml`).

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::decision::QuorumStamp;
use crate::domain::question::CareLevel;
use crate::domain::value::{Code, Vocabulary, Written, YesNo, vocabulary};

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
    pub fn is_demo(&self) -> bool {
        self.demo.as_ref().is_some_and(|raw| matches!(raw.as_str(), "true" | "yes"))
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
    pub requires: Vec<Written>,
    /// Age limits of results, `ct: 56 d`.
    pub limits: BTreeMap<String, Written>,
    pub note: Option<Written>,
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
    pub lacking: Vec<Specialty>,
    pub lacking_any_of: Vec<Specialty>,
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
    /// `present` holds one entry a person, the specialty where it is known.
    pub fn judge(&self, present: &[Option<Specialty>]) -> Quorum {
        let there: BTreeSet<Specialty> = present.iter().flatten().copied().collect();
        let wanted: Vec<Specialty> = self.all_of.iter().filter_map(Code::known).collect();
        let any: Vec<Specialty> = self.any_of.iter().filter_map(Code::known).collect();
        let has_any = any.is_empty() || any.iter().any(|specialty| there.contains(specialty));
        Quorum {
            present: present.len(),
            needed: self
                .at_least
                .as_ref()
                .and_then(|raw| raw.as_str().parse().ok())
                .unwrap_or(wanted.len().max(1)),
            lacking: wanted.into_iter().filter(|specialty| !there.contains(specialty)).collect(),
            lacking_any_of: if has_any { Vec::new() } else { any },
        }
    }
}

impl Quorum {
    /// The code words of what is lacking, for a record.
    pub fn lacking_words(&self) -> Vec<String> {
        self.lacking.iter().chain(&self.lacking_any_of).map(|specialty| specialty.word().to_owned()).collect()
    }
}
