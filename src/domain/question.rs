//! What the board is asked, and under which conditions: consent, what the patient knows, means, referral.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::date::Date;
use crate::domain::value::{Code, Written, vocabulary};

vocabulary! {
    QuestionType, "question" {
        Diagnosis = "diagnosis", Staging = "staging", InitialPlan = "initial-plan", Adjuvant = "adjuvant",
        ResponseReview = "response-review", Recurrence = "recurrence", Progression = "progression",
        Complication = "complication", Trial = "trial", SecondOpinion = "second-opinion",
        ScreeningFinding = "screening-finding", EndOfLife = "end-of-life",
    }
}
vocabulary! {
    Situation, "situation" {
        FirstDiagnosis = "first-diagnosis", LocoregionalRecurrence = "locoregional-recurrence",
        Metastasis = "metastasis", OnTreatment = "on-treatment", Other = "other",
    }
}
vocabulary! {
    Timing, "timing" {
        PreTherapeutic = "pre-therapeutic", PostOperative = "post-operative",
        PostTherapeutic = "post-therapeutic", WithoutBoard = "without-board",
    }
}
vocabulary! { Urgency, "urgency" { Routine = "routine", Expedited = "expedited", Urgent = "urgent" } }
vocabulary! {
    ConsentState, "consent" { Given = "given", Refused = "refused", Implied = "implied", Unknown = "unknown" }
}
vocabulary! {
    Sharing, "sharing" { None = "none", Network = "network", National = "national", International = "international" }
}
vocabulary! {
    ToldState, "told" {
        PatientTold = "patient-told", FamilyOnly = "family-only", NotYet = "not-yet", Unknown = "unknown",
    }
}
vocabulary! { Ability, "ability" { Full = "full", Partly = "partly", None = "none", Unknown = "unknown" } }
vocabulary! {
    /// Law 15/2023/QH15 of Viet Nam, article 104.
    CareLevel, "care-level" { Initial = "initial", Basic = "basic", Advanced = "advanced" }
}
vocabulary! {
    Direction, "direction" { Up = "up", Down = "down", Lateral = "lateral", International = "international" }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Question {
    /// One sentence.
    pub text: Option<Written>,
    #[serde(rename = "type")]
    pub kind: Option<Code<QuestionType>>,
    pub situation: Option<Code<Situation>>,
    pub timing: Option<Code<Timing>>,
    /// 1 for the first discussion of the case.
    pub discussion: Option<Written>,
    pub urgency: Option<Code<Urgency>>,
    pub to_radiology: Option<Written>,
    pub to_pathology: Option<Written>,
    pub presenter: Option<Written>,
    pub responsible: Option<Written>,
    pub note: Option<Written>,
}

impl Question {
    /// The number of this discussion; 1 where it is not recorded.
    pub fn discussion_number(&self) -> u32 {
        self.written_number().unwrap_or(1)
    }

    /// None also for what is no number of a discussion.
    pub fn written_number(&self) -> Option<u32> {
        self.discussion.as_ref()?.as_str().trim().parse().ok().filter(|number| *number > 0)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Consent {
    pub discussion: Option<Code<ConsentState>>,
    pub sharing: Option<Code<Sharing>>,
    pub date: Option<Date>,
    pub form: Option<Written>,
    pub withdrawn: Option<Date>,
    pub note: Option<Written>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Told {
    pub state: Option<Code<ToldState>>,
    pub by: Option<Written>,
    pub date: Option<Date>,
    pub note: Option<Written>,
}

/// What care costs the family, and how far away it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Means {
    pub insurance: Option<Written>,
    pub ability: Option<Code<Ability>>,
    pub distance: Option<Written>,
    pub note: Option<Written>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Referral {
    /// Care level of the hospital that presents the case.
    pub care_level: Option<Code<CareLevel>>,
    pub from: Option<Written>,
    pub to: Option<Written>,
    pub direction: Option<Code<Direction>>,
    pub reason: Option<Written>,
}
