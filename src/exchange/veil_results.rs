//! Results under the veil: studies, lesions, specimens, stages, scores and laboratory, field by field.

use std::collections::BTreeMap;

use crate::domain::care::{Lab, Score};
use crate::domain::fold::fold;
use crate::domain::imaging::{ImagingModality, KeyImage, Lesion, Study};
use crate::domain::pathology::{Molecular, Specimen};
use crate::domain::scores::formulas::egfr_band;
use crate::domain::stage::Stage;
use crate::domain::value::{Code, Vocabulary, Written};
use crate::exchange::veil::{Veil, prose};

impl Veil<'_> {
    pub fn study(&self, index: usize, study: &Study) -> Study {
        let Study {
            id: _,
            modality,
            region,
            date,
            status,
            source,
            facility,
            side,
            reviewed,
            findings,
            impression,
            images,
            note,
        } = study.clone();
        // An undated study without a state is not known to be done, and must not become so by its veil.
        let status = status.or_else(|| study.state().map(Code::Known));
        Study {
            id: Some(Written(study_name(index, study))),
            modality,
            region,
            date: self.result_date(date.as_ref()),
            status,
            source,
            facility: self.facility_of(facility.as_ref()),
            side,
            reviewed,
            findings: findings.as_ref().map(prose),
            impression: impression.as_ref().map(prose),
            images: images.iter().map(|one| self.image(one)).collect(),
            note,
        }
    }

    fn image(&self, image: &KeyImage) -> KeyImage {
        let KeyImage { file, caption, side, date } = image.clone();
        KeyImage { file, caption, side, date: self.date(date.as_ref()) }
    }

    pub fn specimen(&self, index: usize, specimen: &Specimen) -> Specimen {
        let Specimen {
            id: _,
            specimen: what,
            date,
            status,
            number: _,
            facility,
            side,
            histology,
            morphology,
            grade,
            margins,
            reviewed,
            ihc,
            molecular,
            report,
            note,
        } = specimen.clone();
        let status = status.or_else(|| specimen.state().map(Code::Known));
        Specimen {
            id: Some(Written(format!("P{}", index + 1))),
            specimen: what,
            date: self.result_date(date.as_ref()),
            status,
            number: None,
            facility: self.facility_of(facility.as_ref()),
            side,
            histology,
            morphology,
            grade,
            margins,
            reviewed,
            ihc,
            molecular: molecular.iter().map(|one| self.molecular(one)).collect(),
            report: report.as_ref().map(prose),
            note,
        }
    }

    pub fn molecular(&self, result: &Molecular) -> Molecular {
        let Molecular { gene, result, variant, vaf, class, method, lab, date, note } = result.clone();
        let (lab, date) = (self.facility_of(lab.as_ref()), self.result_date(date.as_ref()));
        Molecular { gene, result, variant, vaf, class, method, lab, date, note }
    }

    pub fn stage(&self, stage: &Stage) -> Stage {
        let Stage { system, edition, basis, t, n, m, group, date, by, note } = stage.clone();
        let (date, by) = (self.date(date.as_ref()), self.person_of(by.as_ref()));
        Stage { system, edition, basis, t, n, m, group, date, by, note }
    }

    pub fn score(&self, score: &Score) -> Score {
        let Score { name, value, date, by, note } = score.clone();
        let value = filtration(name.as_ref(), value);
        Score { name, value, date: self.result_date(date.as_ref()), by: self.person_of(by.as_ref()), note }
    }

    pub fn lab(&self, lab: &Lab) -> Lab {
        let Lab { test, value, unit, date, note } = lab.clone();
        let value = filtration(test.as_ref(), value);
        Lab { test, value, unit, date: self.result_date(date.as_ref()), note }
    }
}

/// A filtration rate beside its creatinine gives the age away to the year; its category does not. A gene of the same
/// letters has no number.
fn filtration(name: Option<&Written>, value: Option<Written>) -> Option<Written> {
    const NAMES: [&str; 8] =
        ["egfr", "gfr", "ckd-epi", "creatinine clearance", "crcl", "thanh thai", "清除率", "滤过率"];
    let name = name.map(|name| fold(name.as_str())).unwrap_or_default();
    if !NAMES.iter().any(|known| name.contains(known)) {
        return value;
    }
    let number = |text: &str| -> Option<f64> {
        let text = fold(text.trim());
        let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(text.len());
        text.get(..end)?.parse().ok()
    };
    value.map(|value| number(value.as_str()).map_or(value, |rate| Written(egfr_band(rate).to_owned())))
}

/// Ids of studies are made of dates; the veil counts them instead.
fn study_name(index: usize, study: &Study) -> String {
    let modality = study.modality.as_ref().and_then(Code::known).unwrap_or(ImagingModality::Other);
    format!("{} #{}", modality.word(), index + 1)
}

pub fn study_names(studies: &[Study]) -> BTreeMap<String, String> {
    let named = studies.iter().enumerate();
    named
        .filter_map(|(index, study)| Some((study.id.as_ref()?.0.clone(), study_name(index, study))))
        .collect()
}

pub fn lesion(lesion: &Lesion, names: &BTreeMap<String, String>) -> Lesion {
    let Lesion { id, location, organ, side, kind, role, sizes, viable, note } = lesion.clone();
    // A size of a study that is not in the case stays, each under a name of its own.
    let unknown = |index: usize| format!("{} #?{}", ImagingModality::Other.word(), index + 1);
    let veiled = |sizes: BTreeMap<String, Written>| {
        let sizes = sizes.into_iter().enumerate();
        sizes
            .map(|(index, (study, size))| {
                (names.get(&study).cloned().unwrap_or_else(|| unknown(index)), size)
            })
            .collect()
    };
    let (sizes, viable) = (veiled(sizes), veiled(viable));
    Lesion { id, location, organ, side, kind, role, sizes, viable, note }
}
