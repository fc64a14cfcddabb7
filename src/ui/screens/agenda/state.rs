//! Which list, which row, which search.

use crate::ui::editor::Editor;

/// Which list, which row, which search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// Folder of the open meeting; none lists all cases.
    pub meeting: Option<String>,
    /// Folder of the meeting that was left to look in all cases; the way back leads there.
    pub left: Option<String>,
    pub selected: usize,
    pub search: Editor,
    pub searching: bool,
}

impl Agenda {
    pub fn go(&mut self, by: isize, count: usize) {
        let last = count.saturating_sub(1);
        self.selected = self.selected.min(last).saturating_add_signed(by).min(last);
    }

    /// Nothing is searched any more, and the meeting in which the search began is open again.
    pub fn clear(&mut self) {
        let meeting = self.left.take().or(self.meeting.take());
        *self = Agenda { meeting, ..Agenda::default() };
    }
}

/// Which part of which list is in sight: the open meeting, what is searched, the part with the selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    pub meeting: Option<String>,
    pub search: String,
    pub part: usize,
}

/// What was told last about which cases are in sight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    pub sight: Sight,
    pub folders: Vec<String>,
    /// The workspace was listed since: there may be other cases in the same place.
    pub is_old: bool,
}
