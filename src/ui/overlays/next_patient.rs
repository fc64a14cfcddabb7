//! Between two patients: who comes next, until one deliberate key; a held or buffered key passes nobody.

use std::time::Duration;

use crate::ui::key::{Code, Key};
use crate::ui::overlays::answer::{Answer, OverlayContext};
use crate::ui::page::Block;

/// A key counts only after the keyboard was still for so long: repeats of a held key come faster.
pub const STILL: Duration = Duration::from_millis(300);

pub struct NextPatient {
    pub folder: String,
    /// Name, birth date, labelled number.
    pub page: Vec<Block>,
    /// `case 3 of 6`.
    pub place: String,
    /// When the last key was pressed.
    pub since: Duration,
}

impl NextPatient {
    pub fn key(&mut self, key: Key, context: &OverlayContext<'_>) -> Answer {
        let still = context.elapsed.saturating_sub(self.since) >= STILL;
        self.since = context.elapsed;
        match key.code {
            Code::Enter if still => Answer::GoOn(self.folder.clone()),
            Code::Esc if still => Answer::Close,
            _ => Answer::Nothing,
        }
    }
}
