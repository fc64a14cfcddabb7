//! Finding a case by what a person types: names without diacritics, pinyin, identifiers, codes, questions.

use crate::domain::fold::{fold, pinyin_keys};
use crate::domain::summary::Summary;

/// How well a case fits; none when it does not. (Stand-in until the scored search is merged.)
pub fn score_summary(query: &str, folder: &str, summary: Option<&Summary>) -> Option<i64> {
    let mut hay = fold(folder);
    if let Some(summary) = summary {
        let name = summary.patient.name().unwrap_or_default();
        hay.push_str(&fold(&format!(
            " {name} {} {} {} {}",
            summary.diagnosis, summary.site, summary.question, summary.histology
        )));
        hay.push_str(&pinyin_keys(name).join(" "));
    }
    fold(query).split_whitespace().all(|word| hay.contains(word)).then_some(1)
}
