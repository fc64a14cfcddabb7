//! What was done before and what the patient brings: treatments, comorbidity, performance, own views, laboratory, trials.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::treatment::{Category, Intent, Modality};
use crate::domain::value::{Code, Written, YesNo, vocabulary};

vocabulary! { Response, "response" { CR = "CR", PR = "PR", SD = "SD", PD = "PD", NE = "NE" } }
vocabulary! {
    EndReason, "end-reason" {
        Completed = "completed", Progression = "progression", Toxicity = "toxicity",
        PatientChoice = "patient-choice", Died = "died", Other = "other",
    }
}
vocabulary! {
    ViewsSource, "views" { Patient = "patient", Family = "family", Clinician = "clinician", NotAsked = "not-asked" }
}
vocabulary! {
    Ecog, "ecog" { Zero = "0", One = "1", Two = "2", Three = "3", Four = "4", Unknown = "unknown" }
}
vocabulary! {
    TrialStatus, "trial-status" {
        Eligible = "eligible", Likely = "likely", NotEligible = "not-eligible", ToCheck = "to-check",
    }
}
vocabulary! {
    WhyMissing, "why-missing" {
        NotDone = "not-done", Pending = "pending", UnavailableHere = "unavailable-here",
        NotSent = "not-sent", PoorQuality = "poor-quality",
    }
}
vocabulary! {
    GeneticsState, "genetics" {
        Done = "done", Indicated = "indicated", NotIndicated = "not-indicated", Declined = "declined", Unknown = "unknown",
    }
}

vocabulary! {
    /// The conditions that the Charlson index weighs.
    Condition, "condition" {
        Infarction = "myocardial-infarction", HeartFailure = "heart-failure", Vascular = "peripheral-vascular",
        Stroke = "cerebrovascular", Dementia = "dementia", Lung = "chronic-pulmonary", Connective = "connective-tissue",
        Ulcer = "peptic-ulcer", MildLiver = "mild-liver", Diabetes = "diabetes", DiabetesDamage = "diabetes-with-organ-damage",
        Hemiplegia = "hemiplegia", Renal = "moderate-severe-renal", Tumour = "solid-tumour", Leukaemia = "leukaemia",
        Lymphoma = "lymphoma", SevereLiver = "moderate-severe-liver", Metastatic = "metastatic-solid-tumour", Aids = "aids",
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Treatment {
    pub line: Option<Written>,
    pub category: Option<Code<Category>>,
    pub modality: Option<Code<Modality>>,
    pub what: Option<Written>,
    pub intent: Option<Code<Intent>>,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub response: Option<Code<Response>>,
    pub end_reason: Option<Code<EndReason>>,
    pub note: Option<Written>,
}

impl Treatment {
    /// Its category as entered, else the usual one of its modality.
    pub fn kind(&self) -> Option<Category> {
        let usual = || Some(self.modality.as_ref()?.known()?.usual_category());
        self.category.as_ref().and_then(Code::known).or_else(usual)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Comorbidity {
    pub list: Vec<Written>,
    /// Those of the list that the Charlson index weighs, as codes; the tumour itself counts there too.
    pub conditions: Vec<Code<Condition>>,
    pub charlson: Option<Written>,
    pub asa: Option<Written>,
    pub g8: Option<Written>,
    /// Points of each question of G8: food-intake, weight-loss, mobility, neuropsychological, bmi, drugs, own-health.
    pub g8_answers: BTreeMap<String, Written>,
    pub note: Option<Written>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Performance {
    pub ecog: Option<Code<Ecog>>,
    pub karnofsky: Option<Written>,
    pub date: Option<Date>,
    pub by: Option<Written>,
    pub note: Option<Written>,
}

impl Performance {
    /// 0 to 100 in steps of ten, also written as `90 %`.
    pub fn karnofsky_value(&self) -> Option<u32> {
        let text = self.karnofsky.as_ref()?.as_str();
        let value: u32 = text.trim().trim_end_matches('%').trim().parse().ok()?;
        (value <= 100 && value.is_multiple_of(10)).then_some(value)
    }
}

/// The patient's own goals and preferences, and whose words these are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Views {
    pub source: Option<Code<ViewsSource>>,
    pub goals: Option<Written>,
    pub preferences: Option<Written>,
    pub refusals: Option<Written>,
    pub understanding: Option<Written>,
    pub support: Option<Written>,
    pub date: Option<Date>,
    pub note: Option<Written>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Lab {
    pub test: Option<Written>,
    pub value: Option<Written>,
    pub unit: Option<Written>,
    pub date: Option<Date>,
    pub note: Option<Written>,
}

/// Tests whose result is a pure number.
const UNITLESS: [&str; 27] = [
    "inr",
    "pt-inr",
    "pt (inr)",
    "inr (pt)",
    "国际标准化比值",
    "ph",
    "nlr",
    "plr",
    "sii",
    "psa ratio",
    "f/t psa",
    "free/total psa",
    "a/g",
    "fib-4",
    "fib4",
    "apri",
    "meld",
    "meld-na",
    "meld 3.0",
    "albi",
    "specific gravity",
    "ty trong",
    "tumour number",
    "tumor number",
    "so luong u",
    "肿瘤数目",
    "尿比重",
];

impl Lab {
    /// Whether the result of this test is a pure number, as that of INR.
    pub fn is_pure_number(&self) -> bool {
        let test = self.test.as_ref().map_or("", Written::as_str).trim();
        UNITLESS.contains(&fold(test).as_str())
    }

    /// Whether a number stands there that may be read in two units; a finding in words has none.
    pub fn lacks_unit(&self) -> bool {
        let unit = self.unit.as_ref().is_some_and(|unit| !unit.as_str().trim().is_empty());
        let number = |value: &Written| {
            value.absence().is_none() && value.as_str().contains(|letter: char| letter.is_numeric())
        };
        !unit && self.value.as_ref().is_some_and(number) && !self.is_pure_number()
    }
}

/// A score as a clinician entered it; calculated ones stand beside it, never instead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Score {
    pub name: Option<Written>,
    pub value: Option<Written>,
    pub date: Option<Date>,
    pub by: Option<Written>,
    pub note: Option<Written>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Trial {
    /// Registry number: NCT…, ChiCTR….
    pub id: Option<Written>,
    pub title: Option<Written>,
    pub status: Option<Code<TrialStatus>>,
    pub note: Option<Written>,
}

/// What the treating team intends before the board.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Plan {
    pub text: Option<Written>,
    pub by: Option<Written>,
    pub date: Option<Date>,
    pub note: Option<Written>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Missing {
    pub item: Option<Written>,
    pub why: Option<Code<WhyMissing>>,
    pub owner: Option<Written>,
    pub due: Option<Date>,
    pub blocking: Option<Code<YesNo>>,
    pub note: Option<Written>,
}

impl Missing {
    /// Whether the board cannot decide without it.
    pub fn is_blocking(&self) -> bool {
        self.blocking.as_ref().is_some_and(|blocking| blocking.is(YesNo::Yes))
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Genetics {
    pub state: Option<Code<GeneticsState>>,
    pub note: Option<Written>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_lacks_its_unit_unless_its_test_has_none() {
        for (yaml, lacks) in [
            ("{test: AFP, value: '412'}", true),
            ("{test: AFP, value: '412', unit: ng/mL}", false),
            ("{test: INR, value: '1.31'}", false),
            ("{test: pH, value: '7.32'}", false),
            ("{test: HBsAg, value: positive}", false),
        ] {
            let lab: Lab = serde_yaml::from_str(yaml).unwrap();
            assert_eq!(lab.lacks_unit(), lacks, "{yaml}");
        }
    }
}
