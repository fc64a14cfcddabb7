//! The palette: every command by name, with its keys, and why one is not to be had now.

use crate::domain::fold::fold;
use crate::ui::editor::Editor;
use crate::ui::key::{Code, Key};
use crate::ui::overlays::answer::{Answer, Offer, OverlayContext, line_key};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    pub typed: Editor,
    pub marked: usize,
}

impl Palette {
    /// The commands that fit what was typed; those that apply come first.
    pub fn found<'a>(&self, offers: &'a [Offer]) -> Vec<&'a Offer> {
        let typed = fold(self.typed.text().trim());
        let fits = |offer: &&Offer| {
            typed
                .split_whitespace()
                .all(|word| fold(&offer.label).contains(word) || offer.command.entry().name.contains(word))
        };
        let mut found: Vec<&Offer> = offers.iter().filter(fits).collect();
        found.sort_by_key(|offer| offer.disabled.is_some());
        found
    }

    pub fn paste(&mut self, text: &str) {
        self.typed.insert(text);
    }

    pub fn key(&mut self, key: Key, context: &OverlayContext<'_>) -> Answer {
        let found = self.found(&context.commands);
        match key.code {
            Code::Up => self.marked = self.marked.saturating_sub(1),
            Code::Down => self.marked = (self.marked + 1).min(found.len().saturating_sub(1)),
            Code::Enter => {
                return match found.get(self.marked) {
                    Some(Offer { disabled: Some(why), .. }) => Answer::Say(why.clone()),
                    Some(offer) => Answer::Give(offer.command),
                    None => Answer::Nothing,
                };
            }
            _ => {
                if line_key(&mut self.typed, key) {
                    self.marked = 0;
                }
            }
        }
        Answer::Nothing
    }
}
