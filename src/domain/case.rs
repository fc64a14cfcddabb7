//! A case: one patient's question to the board, as `case.yaml` tells it.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::care::{
    Comorbidity, Genetics, Lab, Missing, Performance, Plan, Score, Treatment, Trial, Views,
};
use crate::domain::disease::{Diagnosis, Found};
use crate::domain::imaging::{Lesion, Study};
use crate::domain::pathology::{Molecular, Specimen};
use crate::domain::patient::Patient;
use crate::domain::prose::Prose;
use crate::domain::question::{Consent, Means, Question, Referral, Told};
use crate::domain::stage::Stage;
use crate::domain::value::Written;

/// The sections stand in stepping order. Nothing is required: a case with holes still opens.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Case {
    pub schema: Option<Written>,
    pub id: Option<Written>,
    pub patient: Patient,
    pub found: Found,
    pub diagnosis: Diagnosis,
    pub question: Question,
    pub consent: Consent,
    pub told: Told,
    pub means: Means,
    pub referral: Referral,
    pub history: Option<Prose>,
    pub family_history: Option<Prose>,
    pub treatments: Vec<Treatment>,
    pub comorbidity: Comorbidity,
    pub performance: Performance,
    pub views: Views,
    pub imaging: Vec<Study>,
    pub lesions: Vec<Lesion>,
    pub pathology: Vec<Specimen>,
    pub molecular: Vec<Molecular>,
    pub genetics: Genetics,
    pub staging: Vec<Stage>,
    pub scores: Vec<Score>,
    pub labs: Vec<Lab>,
    pub trials: Vec<Trial>,
    pub plan: Plan,
    pub missing: Vec<Missing>,
    pub note: Option<Prose>,
}

/// A key image with more bytes is not shown, and so no decision says that it was.
pub const LARGEST_IMAGE: usize = 32 * 1024 * 1024;
/// One of more pixels is not decoded.
pub const MOST_SIDE: u32 = 16_384;
pub const MOST_PIXELS: u64 = 64_000_000;

impl Case {
    /// The files of all key images, each once, by name. A decision names those whose bytes were read when the case was
    /// opened or the decision was recorded, with the digest of these bytes: what the room could see, whichever step
    /// was turned to, on the screen and on the command line alike.
    pub fn key_images(&self) -> BTreeSet<&str> {
        self.imaging.iter().flat_map(|study| &study.images).map(|image| image.file.as_str()).collect()
    }

    /// The study with this id.
    pub fn study(&self, id: &str) -> Option<&Study> {
        self.imaging.iter().find(|study| study.id.as_ref().is_some_and(|own| own.as_str() == id))
    }
}
