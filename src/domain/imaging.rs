//! Imaging studies with their findings and key images, and lesions measured across studies.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::date::Date;
use crate::domain::disease::Side;
use crate::domain::prose::Prose;
use crate::domain::value::{Code, Written, vocabulary};

vocabulary! {
    ImagingModality, "imaging" {
        Ct = "CT", Mr = "MR", Us = "US", PetCt = "PET-CT", XRay = "X-ray", Mammography = "mammography",
        BoneScan = "bone-scan", Endoscopy = "endoscopy", Eus = "EUS", Angiography = "angiography", Spect = "SPECT", Other = "other",
    }
}
vocabulary! {
    /// Whether a study or a specimen has a result.
    ResultState, "result-state" { Done = "done", Pending = "pending", NotDone = "not-done", Unknown = "unknown" }
}
vocabulary! { StudySource, "study-source" { Own = "own", Outside = "outside" } }
vocabulary! {
    Reviewed, "reviewed" { Reviewed = "reviewed", NotReviewed = "not-reviewed", Unknown = "unknown" }
}
vocabulary! { LesionKind, "lesion-kind" { Measurable = "measurable", Node = "node", NonMeasurable = "non-measurable" } }
vocabulary! { LesionRole, "lesion-role" { Target = "target", NonTarget = "non-target", New = "new" } }

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Study {
    pub id: Option<Written>,
    pub modality: Option<Code<ImagingModality>>,
    pub region: Option<Written>,
    pub date: Option<Date>,
    pub status: Option<Code<ResultState>>,
    pub source: Option<Code<StudySource>>,
    pub facility: Option<Written>,
    pub side: Option<Code<Side>>,
    pub reviewed: Option<Code<Reviewed>>,
    pub findings: Option<Prose>,
    pub impression: Option<Prose>,
    pub images: Vec<KeyImage>,
    pub note: Option<Written>,
}

impl ResultState {
    /// The state as entered; what is dated and has none is done.
    pub fn of(status: Option<&Code<ResultState>>, date: Option<&Date>) -> Option<Self> {
        match status {
            Some(code) => code.known(),
            None => date.and_then(Date::known).map(|_| ResultState::Done),
        }
    }
}

impl Study {
    pub fn state(&self) -> Option<ResultState> {
        ResultState::of(self.status.as_ref(), self.date.as_ref())
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct KeyImage {
    /// Relative to the case's folder.
    pub file: Written,
    pub caption: Option<Written>,
    pub side: Option<Code<Side>>,
    pub date: Option<Date>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Lesion {
    pub id: Option<Written>,
    #[serde(rename = "where")]
    pub location: Option<Written>,
    pub organ: Option<Written>,
    pub side: Option<Code<Side>>,
    pub kind: Option<Code<LesionKind>>,
    pub role: Option<Code<LesionRole>>,
    /// Study id → size with its unit, or a word: absent, present, too-small, progression, equivocal, not-done.
    pub sizes: BTreeMap<String, Written>,
    /// Study id → diameter of the part that takes up contrast in the arterial phase (mRECIST), as in `sizes`.
    pub viable: BTreeMap<String, Written>,
    pub note: Option<Written>,
}
