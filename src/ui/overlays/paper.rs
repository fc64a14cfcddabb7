//! A text that must have been on the screen to its end before anybody confirms it.

use crate::ui::key::{Code, Key};
use crate::ui::page::{Block, Drawn};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    pub page: Vec<Block>,
    pub scroll: usize,
    /// Its end was on the screen once.
    reached: bool,
}

impl Paper {
    pub fn new(page: Vec<Block>) -> Self {
        Paper { page, ..Paper::default() }
    }

    /// Lines below what is shown, by the last frame.
    pub fn below(&self, drawn: Drawn) -> usize {
        drawn.rows.saturating_sub(self.scroll.saturating_add(drawn.height))
    }

    /// How many lines nobody has seen yet; none when all of it was on the screen. A text that was never drawn
    /// was not seen, however short it is.
    pub fn unseen(&mut self, drawn: Drawn) -> Option<usize> {
        self.reached |= drawn.rows > 0 && self.below(drawn) == 0;
        (!self.reached).then(|| self.below(drawn))
    }

    /// Whether there is something below that was not on the screen before.
    pub fn has_unread(&self, drawn: Drawn) -> bool {
        !self.reached && self.below(drawn) > 0
    }

    /// Whether a key moved it: a page keeps its last line in sight.
    pub fn key(&mut self, key: Key, drawn: Drawn) -> bool {
        let page = drawn.height.saturating_sub(1).max(1);
        let last = drawn.rows.saturating_sub(drawn.height);
        let at = self.scroll.min(last);
        self.scroll = match key.code {
            Code::Up => at.saturating_sub(1),
            Code::Down => (at + 1).min(last),
            Code::PageUp => at.saturating_sub(page),
            Code::PageDown => (at + page).min(last),
            _ => return false,
        };
        let _ = self.unseen(drawn);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_counts_as_seen_only_when_it_was_on_the_screen() {
        let mut paper = Paper::new(Vec::new());
        assert_eq!(paper.unseen(Drawn::default()), Some(0));
        let drawn = Drawn::from(0, 5, 12);
        assert_eq!(paper.unseen(drawn), Some(7));
        paper.key(Key::plain(Code::PageDown), drawn);
        assert_eq!((paper.scroll, paper.unseen(drawn)), (4, Some(3)));
        paper.key(Key::plain(Code::PageDown), drawn);
        assert_eq!((paper.scroll, paper.unseen(drawn)), (7, None));
        paper.key(Key::plain(Code::PageUp), drawn);
        assert_eq!(paper.unseen(drawn), None);
    }

    #[test]
    fn what_fits_the_screen_is_seen_at_once() {
        assert_eq!(Paper::new(Vec::new()).unseen(Drawn::from(0, 9, 9)), None);
    }
}
