//! What the board concluded on a case: outcome, options considered, recommendations, dissent; and when it may be recorded.

use serde::{Deserialize, Serialize};

use crate::domain::date::Date;
use crate::domain::question::CareLevel;
use crate::domain::treatment::{Category, Intent, Modality, Setting};
use crate::domain::value::{Code, YesNo, vocabulary};

vocabulary! {
    Outcome, "outcome" {
        Recommendation = "recommendation", MultipleOptions = "multiple-options", Conditional = "conditional",
        MoreInformationNeeded = "more-information-needed", Deferred = "deferred",
        ReferredOtherBoard = "referred-other-board", StandardOfCareConfirmed = "standard-of-care-confirmed",
        NoTumourTherapy = "no-tumour-therapy", NoRecommendation = "no-recommendation",
    }
}
vocabulary! {
    /// Why there is no recommendation, or why the case was deferred.
    OutcomeReason, "outcome-reason" {
        MissingPathology = "missing-pathology", MissingImaging = "missing-imaging", MissingMolecular = "missing-molecular",
        ImagingQuality = "imaging-quality", ClinicalInfo = "clinical-info", PresenterAbsent = "presenter-absent",
        QuorumNotMet = "quorum-not-met", Time = "time", PatientUnavailable = "patient-unavailable",
        PendingResult = "pending-result", NoTarget = "no-target", Other = "other",
    }
}
vocabulary! {
    Agreement, "agreement" {
        Unanimous = "unanimous", Consensus = "consensus", Majority = "majority", Split = "split", ChairDecided = "chair-decided",
    }
}
vocabulary! { Confirmation, "confirmation" { Confirmed = "confirmed", Changed = "changed", NotDiscussed = "not-discussed" } }
vocabulary! {
    Feasibility, "feasibility" {
        Available = "available", Refer = "refer", NotAvailable = "not-available", NotReimbursed = "not-reimbursed",
    }
}
vocabulary! {
    Concordance, "concordance" {
        Concordant = "concordant", ConcordantWithVariation = "concordant-with-variation", Deviates = "deviates",
        NoGuideline = "no-guideline", NotChecked = "not-checked",
    }
}
vocabulary! {
    DeviationReason, "deviation-reason" {
        PatientPreference = "patient-preference", Comorbidity = "comorbidity", Performance = "performance",
        OrganFunction = "organ-function", PriorTreatment = "prior-treatment", Trial = "trial", Availability = "availability",
        Cost = "cost", TumourBiology = "tumour-biology", NewEvidence = "new-evidence", Other = "other",
    }
}
vocabulary! {
    SupportiveFlag, "supportive" {
        NotDiscussed = "not-discussed", Offered = "offered", Indicated = "indicated", NotIndicated = "not-indicated",
        Declined = "declined", NotAvailable = "not-available",
    }
}
vocabulary! {
    TrialScreening, "trial-screening" {
        NotDiscussed = "not-discussed", Screened = "screened", NotScreened = "not-screened", NoneOpen = "none-open",
    }
}
vocabulary! {
    /// What in the case speaks against a recommendation.
    Concern, "concern" { Allergy = "allergy", Contrast = "contrast", Side = "side" }
}
vocabulary! { ResolvedBy, "resolved-by" {
    Discussion = "discussion", Chair = "chair", RemoteExpert = "remote-expert", Unresolved = "unresolved",
} }

/// The body of a `decision` record, which stands alone; while it is being written it is the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Decision {
    /// The question, verbatim.
    pub question: String,
    pub patient: PatientStamp,
    pub discussion: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attendance: Vec<Present>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quorum: Option<QuorumStamp>,
    /// It was recorded when its meeting was closed already.
    #[serde(skip_serializing_if = "is_false")]
    pub after_close: bool,
    /// SHA-256 of the case.yaml that was on the screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made_on: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<AttachmentStamp>,
    /// What the board agreed on diagnosis, stage and performance status: boards change a fifth of diagnoses.
    pub agreed: AgreedFacts,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Code<Outcome>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome_reason: Option<Code<OutcomeReason>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Considered>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recommendations: Vec<Recommendation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supportive: Option<Code<SupportiveFlag>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trials: Option<Code<TrialScreening>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trial_note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<Code<Agreement>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<Dissent>,
    /// Who tells the patient, and when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inform_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inform_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// Enough to know the patient without the case file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct PatientStamp {
    pub name: String,
    pub born: String,
    pub id: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Present {
    pub person: String,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub specialty: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct QuorumStamp {
    pub met: bool,
    pub present: usize,
    pub needed: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lacking: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct AttachmentStamp {
    pub file: String,
    pub sha256: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct AgreedFacts {
    pub diagnosis: Agreed,
    pub stage: Agreed,
    pub performance: Agreed,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Agreed {
    pub state: Code<Confirmation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Default for Agreed {
    fn default() -> Self {
        Agreed { state: Confirmation::NotDiscussed.into(), value: None, reason: None }
    }
}

/// An option that was considered, chosen or not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Considered {
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Code<YesNo>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why_not: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feasibility: Option<Code<Feasibility>>,
}

/// One line of the plan; their order is their rank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Recommendation {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intent: Option<Code<Intent>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<Code<Category>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modality: Option<Code<Modality>>,
    /// Regimen, dose, target, procedure: exactly as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub setting: Option<Code<Setting>>,
    /// Sequence or condition in words: "after portal vein confirmed patent", "if progression".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_due_reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facility: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub care_level: Option<Code<CareLevel>>,
    /// Name, version and section of a guideline, never its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guideline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concordance: Option<Code<Concordance>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deviation_reason: Option<Code<DeviationReason>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trial: Option<String>,
    /// What in the case spoke against it, each with the reason to recommend it all the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attention: Vec<Attention>,
}

impl Decision {
    /// What goes without saying, so that the record says it: what was not said of support and trials was not discussed.
    pub fn complete(&mut self) {
        self.recommendations.iter_mut().for_each(Recommendation::complete);
        self.supportive.get_or_insert(SupportiveFlag::NotDiscussed.into());
        self.trials.get_or_insert(TrialScreening::NotDiscussed.into());
    }
}

impl Recommendation {
    /// The category that usually goes with the modality, where none was given.
    pub fn complete(&mut self) {
        let modality = self.modality.as_ref().and_then(Code::known);
        if let (None, Some(modality)) = (&self.category, modality) {
            self.category = Some(modality.usual_category().into());
        }
    }
}

/// Something in the case against something in a recommendation: both as they stood, so that the record says it alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Attention {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concern: Option<Code<Concern>>,
    /// What the case says: the allergy as written, the side of the diagnosis.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub against: String,
    /// The word of the recommendation.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub found: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Dissent {
    pub person: String,
    pub position: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved_by: Option<Code<ResolvedBy>>,
}

impl Outcome {
    /// Whether an outcome is a plan, which needs at least one recommendation.
    pub fn is_plan(self) -> bool {
        matches!(
            self,
            Outcome::Recommendation
                | Outcome::MultipleOptions
                | Outcome::Conditional
                | Outcome::StandardOfCareConfirmed
        )
    }

    /// Whether an outcome needs a coded reason.
    pub fn needs_reason(self) -> bool {
        matches!(self, Outcome::NoRecommendation | Outcome::Deferred | Outcome::MoreInformationNeeded)
    }
}
