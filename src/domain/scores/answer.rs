//! A score as it is shown: its value, what it rests on, what is missing, and where it comes from.

use crate::domain::scores::inputs::{Inputs, Missing, Used};
use crate::domain::scores::words::ScoreName;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    pub name: ScoreName,
    /// Nothing where an input that it cannot do without is missing.
    pub value: Option<String>,
    /// Class, grade or stage, where the score has any; of the performance status whether both scales `agree` or `differ`.
    pub class: Option<String>,
    pub used: Vec<Used>,
    pub missing: Vec<Missing>,
    pub source: &'static str,
}

impl Score {
    pub fn of(name: ScoreName, inputs: Inputs, value: Option<(String, &str)>) -> Self {
        let (value, class) =
            value.map_or((None, None), |(value, class)| (Some(value), Some(class.to_owned())));
        Score {
            name,
            value,
            class: class.filter(|class| !class.is_empty()),
            used: inputs.used,
            missing: inputs.missing,
            source: name.source(),
        }
    }
}
