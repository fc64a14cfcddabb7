//! What went wrong, alone in the body until one deliberate key: the rest of what somebody was typing is no command.

use std::time::Duration;

use crate::ui::key::{Code, Key};
use crate::ui::overlays::answer::{Answer, OverlayContext};
use crate::ui::overlays::next_patient::STILL;
use crate::ui::page::Block;

pub struct Told {
    pub title: String,
    pub page: Vec<Block>,
    /// When the last key was pressed.
    pub since: Duration,
}

impl Told {
    pub fn key(&mut self, key: Key, context: &OverlayContext<'_>) -> Answer {
        let still = context.elapsed.saturating_sub(self.since) >= STILL;
        self.since = context.elapsed;
        match key.code {
            Code::Enter | Code::Esc if still => Answer::Close,
            _ => Answer::Nothing,
        }
    }
}
