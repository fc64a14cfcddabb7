//! A record on its way to the disk, and the text that it was made from.

use crate::domain::record::NewRecord;
use crate::ui::msg::SavedDraft;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    pub record: NewRecord,
    /// What was typed or marked for it, as it was kept then: only while it says the same is it what was recorded.
    pub text: Option<SavedDraft>,
    /// Somebody asked for it in what lies on top, which stays until the disk has the record.
    pub is_asked: bool,
}
