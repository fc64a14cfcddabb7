//! How a meeting stands, in words.

use crate::domain::board::Specialty;
use crate::domain::decision::QuorumStamp;
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::i18n::Words;

/// Whether enough sit there, and how many; `stamp` is that of the roll call that counts.
pub fn quorum(words: &Words, stamp: Option<&QuorumStamp>) -> Shown {
    let said = stamp.map(|stamp| {
        let id = if stamp.met { "quorum-met" } else { "quorum-not-met" };
        words.with(id, &[("present", stamp.present.into())])
    });
    Shown::line(&said.unwrap_or_else(|| words.get("quorum-none")))
}

/// The specialties that a quorum lacks; nothing where it lacks none.
pub fn lacking(words: &Words, stamp: &QuorumStamp) -> Option<String> {
    let names: Vec<String> = stamp.lacking.iter().map(|key| words.code(Specialty::NAME, key)).collect();
    (!names.is_empty()).then(|| words.with("quorum-lacking", &[("what", names.join(", ").into())]))
}
