//! A stage as a clinician entered it: never without system, edition and basis.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::date::Date;
use crate::domain::value::{Code, Written, vocabulary};

vocabulary! {
    StageSystem, "stage-system" {
        TnmAjcc = "tnm-ajcc", TnmUicc = "tnm-uicc", Figo = "figo", Bclc = "bclc", Cnlc = "cnlc", AnnArbor = "ann-arbor",
        Lugano = "lugano", Iss = "iss", RIss = "r-iss", Binet = "binet", Rai = "rai", Other = "other",
    }
}
vocabulary! {
    /// c clinical, p pathological, y after therapy, r recurrence, a autopsy.
    StageBasis, "stage-basis" { C = "c", P = "p", Yc = "yc", Yp = "yp", R = "r", Rp = "rp", A = "a" }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Stage {
    pub system: Option<Code<StageSystem>>,
    pub edition: Option<Written>,
    pub basis: Option<Code<StageBasis>>,
    pub t: Option<Written>,
    pub n: Option<Written>,
    pub m: Option<Written>,
    pub group: Option<Written>,
    pub date: Option<Date>,
    pub by: Option<Written>,
    pub note: Option<Written>,
}

impl Stage {
    /// Categories and group in one line, as they were entered.
    pub fn categories(&self) -> String {
        let parts = [&self.t, &self.n, &self.m, &self.group].into_iter().flatten().map(Written::as_str);
        parts.collect::<Vec<_>>().join(" ")
    }
}
