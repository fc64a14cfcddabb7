//! What an overlay may know while it handles a key, and what it asks of the program then.

use std::time::Duration;

use crate::domain::record::{Author, NewRecord};
use crate::i18n::Words;
use crate::ui::command::Command;
use crate::ui::editor::Editor;
use crate::ui::key::{Code, Key};
use crate::ui::page::Drawn;

/// What an overlay asks of the program when a key was its.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Nothing,
    Close,
    Give(Command),
    OpenMeeting(Option<String>),
    Record(Box<NewRecord>),
    /// What the form says about the agenda is to be recorded.
    ChangeAgenda,
    /// Which draft is to be thrown away, by what is written in it; asked once more before it is.
    ChooseDraft(String),
    /// The decision that replaces all in conflict begins with what this one of them says.
    AmendFrom(String),
    DropDraft {
        folder: String,
        form: String,
    },
    /// The program is left, with what was not kept.
    Quit,
    /// On to another patient, whose name was read.
    GoOn(String),
    Say(String),
    /// Closes, and says why on a page of its own.
    Leave(String),
}

/// What an overlay may know while it handles a key.
pub struct OverlayContext<'a> {
    pub words: &'a Words,
    /// How much the last frame showed.
    pub drawn: Drawn,
    /// How long the program has run when the key was pressed.
    pub elapsed: Duration,
    /// Folders of the meetings as listed.
    pub meetings: Vec<String>,
    /// Every command with its label, and why it does not apply now.
    pub commands: Vec<Offer>,
    pub author: Author,
}

/// A command in the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub command: Command,
    pub label: String,
    pub keys: String,
    /// Words of the reason.
    pub disabled: Option<String>,
}

/// A scroll position after a key; clamped when it is drawn.
pub fn scrolled(scroll: usize, key: Key, page: usize) -> usize {
    let page = page.saturating_sub(2).max(1);
    match key.code {
        Code::Up => scroll.saturating_sub(1),
        Code::Down => scroll + 1,
        Code::PageUp => scroll.saturating_sub(page),
        Code::PageDown | Code::Char(' ') => scroll + page,
        Code::Home => 0,
        Code::End => usize::MAX,
        _ => scroll,
    }
}

/// The choice in a list after a key; `page` rows of it are seen.
pub fn moved(marked: &mut usize, key: Key, last: usize, page: usize) {
    let page = page.saturating_sub(1).max(1);
    *marked = match key.code {
        Code::Up => marked.saturating_sub(1),
        Code::Down => *marked + 1,
        Code::PageUp => marked.saturating_sub(page),
        Code::PageDown => *marked + page,
        Code::Home => 0,
        Code::End => last,
        _ => *marked,
    }
    .min(last);
}

/// A one-line search field.
pub fn line_key(editor: &mut Editor, key: Key) -> bool {
    if let Some(erase) = Editor::erasing(key) {
        erase(editor);
        return true;
    }
    match (key.code, key.ctrl) {
        (Code::Char(letter), false) => editor.insert(letter.encode_utf8(&mut [0; 4])),
        (Code::Left, _) => editor.left(),
        (Code::Right, _) => editor.right(),
        (Code::Home, _) => editor.home(),
        (Code::End, _) => editor.end(),
        _ => return false,
    }
    true
}
