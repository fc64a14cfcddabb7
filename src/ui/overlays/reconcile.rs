//! The end of a meeting: what became of each case, read to its end; neither closed nor left by one key alone.

use crate::domain::fold::fold;
use crate::domain::record::NewRecord;
use crate::ui::editor::Editor;
use crate::ui::key::{Code, Key};
use crate::ui::overlays::answer::{Answer, OverlayContext, line_key};
use crate::ui::overlays::paper::Paper;

pub struct Reconcile {
    pub paper: Paper,
    pub typed: Editor,
    /// What must be typed: the meeting's date, or the name of its folder where it has none.
    pub expected: String,
    /// Esc was pressed once.
    pub leaving: bool,
    pub record: NewRecord,
}

impl Reconcile {
    pub fn key(&mut self, key: Key, context: &OverlayContext<'_>) -> Answer {
        let leaving = std::mem::take(&mut self.leaving);
        match key.code {
            Code::Esc if leaving => return Answer::Close,
            Code::Esc => {
                self.leaving = true;
                return Answer::Say(context.words.get("reconcile-leave"));
            }
            Code::Enter => return self.confirm(context),
            _ => (),
        }
        if !self.paper.key(key, context.drawn) {
            line_key(&mut self.typed, key);
        }
        Answer::Nothing
    }

    fn confirm(&mut self, context: &OverlayContext<'_>) -> Answer {
        match self.paper.unseen(context.drawn) {
            Some(0) => return Answer::Nothing,
            Some(n) => return Answer::Say(context.words.with("read-back-unread", &[("n", n.into())])),
            None => (),
        }
        if letters(&self.typed.text()) == letters(&self.expected) {
            return Answer::Record(Box::new(self.record.clone()));
        }
        Answer::Say(context.words.with("reconcile-type", &[("what", self.expected.as_str().into())]))
    }
}

/// Letters and digits alone: hyphens and blanks do not matter.
fn letters(text: &str) -> String {
    fold(text).chars().filter(|character| character.is_alphanumeric()).collect()
}
