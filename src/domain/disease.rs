//! The tumour: how it was found, its ICD-O codes and the basis of the diagnosis.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::value::{Code, Written, vocabulary};

vocabulary! {
    FoundHow, "found" {
        Screening = "screening", Surveillance = "surveillance", Symptoms = "symptoms", Incidental = "incidental", Unknown = "unknown",
    }
}
vocabulary! {
    Side, "side" {
        Left = "left", Right = "right", Midline = "midline", Bilateral = "bilateral",
        NotApplicable = "not-applicable", Unknown = "unknown",
    }
}
vocabulary! {
    /// Most valid basis of diagnosis, as in the IACR/ENCR rules and the CanReg5 dictionary.
    Basis, "basis" {
        DeathCertificate = "0", Clinical = "1", Investigation = "2", Surgery = "3", TumourMarker = "4", Cytology = "5",
        HistologyOfMetastasis = "6", HistologyOfPrimary = "7", Autopsy = "8", Unknown = "9",
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Found {
    pub how: Option<Code<FoundHow>>,
    pub programme: Option<Written>,
    pub date: Option<Date>,
    pub note: Option<Written>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Diagnosis {
    pub text: Option<Written>,
    /// ICD-O-3 topography, `C22.0`.
    pub site: Option<Written>,
    pub side: Option<Code<Side>>,
    /// ICD-O-3 morphology and behaviour, `8170/3`.
    pub histology: Option<Written>,
    pub grade: Option<Written>,
    /// Version of ICD-O: 3, 3.1, 3.2.
    pub icdo: Option<Written>,
    pub basis: Option<Code<Basis>>,
    /// Date of incidence.
    pub date: Option<Date>,
    pub note: Option<Written>,
}

impl Diagnosis {
    /// Carcinoma of liver cells: by its morphology; without one a tumour of the liver that is not of its bile ducts, for
    /// the diagnosis may rest on imaging alone (LI-RADS, EASL 2018).
    pub fn is_hcc(&self) -> bool {
        let folded = |text: &Option<Written>| text.as_ref().map(|text| fold(text.as_str().trim()));
        let site = folded(&self.site).unwrap_or_default();
        match folded(&self.histology) {
            Some(histology) => site.starts_with("c22") && histology.starts_with("817"),
            None => ["c22", "c22.0", "c22.9"].contains(&site.as_str()),
        }
    }
}
