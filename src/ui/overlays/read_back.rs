//! Read-back: the exact text, then the patient's initials and birth year typed by the recorder, then Enter records.

use crate::domain::identity::Identity;
use crate::domain::record::NewRecord;
use crate::ui::editor::Editor;
use crate::ui::key::{Code, Key};
use crate::ui::overlays::answer::{Answer, OverlayContext, line_key, scrolled};
use crate::ui::page::Block;

pub struct ReadBack {
    /// Words of what is recorded.
    pub title: String,
    pub page: Vec<Block>,
    pub scroll: usize,
    pub typed: Editor,
    /// Who the patient is; none when the case does not name one, and nothing can be recorded.
    pub identity: Option<Identity>,
    pub record: NewRecord,
}

impl ReadBack {
    pub fn key(&mut self, key: Key, context: &OverlayContext<'_>) -> Answer {
        match key.code {
            Code::Enter => self.confirm(context),
            Code::Up | Code::Down | Code::PageUp | Code::PageDown => {
                self.scroll = scrolled(self.scroll, key, context.page);
                Answer::Nothing
            }
            _ => {
                line_key(&mut self.typed, key);
                Answer::Nothing
            }
        }
    }

    fn confirm(&mut self, context: &OverlayContext<'_>) -> Answer {
        let Some(identity) = &self.identity else {
            return Answer::Say(context.words.get("identity-impossible"));
        };
        if self.typed.is_empty() {
            return Answer::Say(context.words.get("identity-type"));
        }
        if identity.matches(&self.typed.text()) {
            return Answer::Record(Box::new(self.record.clone()));
        }
        self.typed.set("");
        Answer::Say(context.words.get("identity-wrong"))
    }
}
