//! The stack of what lies on top of a screen: help, palette, meetings, roll call, read-back, earlier decisions, image.

pub mod palette;
pub mod read_back;
pub mod roll_call;
pub mod view;

use crate::domain::record::NewRecord;
use crate::ui::command::{Command, TABLE};
use crate::ui::editor::Editor;
use crate::ui::key::{Code, Key};
use crate::ui::model::Model;
use crate::ui::overlays::palette::Palette;
use crate::ui::overlays::read_back::ReadBack;
use crate::ui::overlays::roll_call::RollCall;
use crate::ui::page::Block;

pub enum Overlay {
    Help {
        scroll: usize,
    },
    Palette(Palette),
    Meetings {
        marked: usize,
    },
    RollCall(RollCall),
    ReadBack(Box<ReadBack>),
    /// Text to read: earlier decisions.
    Reading {
        title: String,
        page: Vec<Block>,
        scroll: usize,
    },
    Image {
        file: String,
    },
    /// A question that only `y` or the function key answers with yes.
    Confirm {
        title: String,
        page: Vec<Block>,
        then: Box<Confirmed>,
    },
}

/// What a confirmed question does.
pub enum Confirmed {
    Record(Box<NewRecord>),
    DropDraft { folder: String, form: String },
}

/// What an overlay asks of the program when a key was its.
pub enum Answer {
    Nothing,
    Close,
    Give(Command),
    OpenMeeting(Option<String>),
    Record(Box<NewRecord>),
    DropDraft { folder: String, form: String },
    Say(String),
}

impl Overlay {
    pub fn key(&mut self, key: Key, model: &OverlayContext<'_>) -> Answer {
        if key.code == Code::Esc {
            return Answer::Close;
        }
        match self {
            Overlay::Help { scroll } | Overlay::Reading { scroll, .. } => {
                if matches!(key.code, Code::Char('q' | '?') | Code::Enter | Code::F(1)) && !key.ctrl {
                    return Answer::Close;
                }
                *scroll = scrolled(*scroll, key, model.page);
                Answer::Nothing
            }
            Overlay::Image { .. } => Answer::Close,
            Overlay::Palette(palette) => palette.key(key, model),
            Overlay::Meetings { marked } => meetings_key(marked, key, model),
            Overlay::RollCall(roll) => roll.key(key, model),
            Overlay::ReadBack(read_back) => read_back.key(key, model),
            Overlay::Confirm { then, .. } => match key.code {
                Code::Char('y' | 'Y') => match then.as_ref() {
                    Confirmed::Record(record) => Answer::Record(record.clone()),
                    Confirmed::DropDraft { folder, form } => {
                        Answer::DropDraft { folder: folder.clone(), form: form.clone() }
                    }
                },
                Code::Char('n' | 'N') => Answer::Close,
                _ => Answer::Nothing,
            },
        }
    }

    pub fn paste(&mut self, text: &str, model: &OverlayContext<'_>) -> Answer {
        match self {
            Overlay::Palette(palette) => palette.paste(text),
            Overlay::ReadBack(_) => return Answer::Say(model.words.get("no-paste-identity")),
            _ => return Answer::Say(model.words.get("no-paste-here")),
        }
        Answer::Nothing
    }
}

/// What an overlay may know while it handles a key.
pub struct OverlayContext<'a> {
    pub words: &'a crate::i18n::Words,
    /// Rows of a page.
    pub page: usize,
    /// Folders of the meetings as listed.
    pub meetings: Vec<String>,
    /// Every command with its label, and why it does not apply now.
    pub commands: Vec<Offer>,
    pub author: crate::domain::record::Author,
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

/// Every command with its words, keys, and the reason where it does not apply.
pub fn offers(model: &Model) -> Vec<Offer> {
    TABLE
        .iter()
        .filter(|entry| entry.command.step().is_none())
        .map(|entry| Offer {
            command: entry.command,
            label: model.words.get(&entry.words()),
            keys: entry.keys.join(" "),
            disabled: crate::ui::update::applies(model, entry.command).err().map(|why| model.words.get(why)),
        })
        .collect()
}

fn meetings_key(marked: &mut usize, key: Key, model: &OverlayContext<'_>) -> Answer {
    match key.code {
        Code::Up => *marked = marked.saturating_sub(1),
        Code::Down => *marked = (*marked + 1).min(model.meetings.len()),
        Code::Enter => return Answer::OpenMeeting(model.meetings.get(*marked).cloned()),
        _ => (),
    }
    Answer::Nothing
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

/// A one-line search field.
pub fn line_key(editor: &mut Editor, key: Key) -> bool {
    match (key.code, key.ctrl) {
        (Code::Char(letter), false) => editor.insert(letter.encode_utf8(&mut [0; 4])),
        (Code::Char('w'), true) => editor.delete_word(),
        (Code::Backspace, _) => editor.backspace(),
        (Code::Delete, _) => editor.delete(),
        (Code::Left, _) => editor.left(),
        (Code::Right, _) => editor.right(),
        (Code::Home, _) => editor.home(),
        (Code::End, _) => editor.end(),
        _ => return false,
    }
    true
}
