//! What failed, in one sentence: what was being done, where, why, and what to do; the same on screen and command line.

use crate::i18n::Words;

/// The ids of its words, and what the system said where there are none of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    pub doing: String,
    pub place: String,
    pub why: String,
    pub why_id: Option<String>,
    pub hint: String,
}

impl Failed {
    pub fn why(&self, words: &Words) -> String {
        self.why_id.as_ref().map_or_else(|| self.why.clone(), |id| words.get(id))
    }

    /// Without what to do.
    pub fn what(&self, words: &Words) -> String {
        format!("{}: {}: {}", words.get(&self.doing), self.place, self.why(words))
    }
}

pub fn failure(words: &Words, failed: &Failed) -> String {
    format!("{} · {}", failed.what(words), words.get(&failed.hint))
}
