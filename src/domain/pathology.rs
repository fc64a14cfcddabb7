//! Pathology specimens with histology, grade, margins, immunohistochemistry and molecular results.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::date::Date;
use crate::domain::disease::Side;
use crate::domain::imaging::{ResultState, Reviewed};
use crate::domain::prose::Prose;
use crate::domain::value::{Code, Written};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Specimen {
    pub id: Option<Written>,
    pub specimen: Option<Written>,
    pub date: Option<Date>,
    pub status: Option<Code<ResultState>>,
    pub number: Option<Written>,
    pub facility: Option<Written>,
    pub side: Option<Code<Side>>,
    pub histology: Option<Written>,
    pub morphology: Option<Written>,
    pub grade: Option<Written>,
    /// R0, R1, R1(is), R1(cy+), R2, RX, or an absence word.
    pub margins: Option<Written>,
    pub reviewed: Option<Code<Reviewed>>,
    pub ihc: Vec<Marker>,
    pub molecular: Vec<Molecular>,
    pub report: Option<Prose>,
    pub note: Option<Written>,
}

impl Specimen {
    pub fn state(&self) -> Option<ResultState> {
        ResultState::of(self.status.as_ref(), self.date.as_ref())
    }
}

/// One immunohistochemical marker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Marker {
    pub marker: Option<Written>,
    pub result: Option<Written>,
    pub note: Option<Written>,
}

/// One molecular result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Molecular {
    pub gene: Option<Written>,
    pub result: Option<Written>,
    pub variant: Option<Written>,
    pub vaf: Option<Written>,
    pub class: Option<Written>,
    pub method: Option<Written>,
    pub lab: Option<Written>,
    pub date: Option<Date>,
    pub note: Option<Written>,
}
