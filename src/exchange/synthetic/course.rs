//! When what happened to a patient: days counted back from the sitting, treatment after tissue after the first finding.

use chrono::NaiveDate;

use crate::exchange::synthetic::day::after;
use crate::exchange::synthetic::facts::Facts;
use crate::exchange::synthetic::way::Scene;

pub fn tissue_day(facts: &Facts) -> NaiveDate {
    after(facts.begun, 12)
}

pub fn operation_day(facts: &Facts) -> Option<NaiveDate> {
    match facts.scene {
        // It was taken out to know what it is.
        _ if facts.tumour.is_out() => None,
        Scene::Operated => Some(facts.ago(30)),
        Scene::Recurrence => Some(facts.ago(300)),
        _ => None,
    }
}
