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

/// What was told last about which cases are in sight: the open meeting, what is searched, the part with the selection, the cases of the workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    pub meeting: Option<String>,
    pub search: String,
    pub part: usize,
    pub cases: usize,
}
