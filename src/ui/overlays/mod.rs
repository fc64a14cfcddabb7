//! The stack of what lies on top of a screen: help, palette, meetings, roll call, read-back, earlier decisions, image.

pub mod answer;
pub mod palette;
pub mod read_back;
pub mod roll_call;
pub mod view;

use crate::domain::record::NewRecord;
use crate::ui::key::{Code, Key};
use crate::ui::overlays::answer::{Answer, OverlayContext, scrolled};
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

fn meetings_key(marked: &mut usize, key: Key, model: &OverlayContext<'_>) -> Answer {
    match key.code {
        Code::Up => *marked = marked.saturating_sub(1),
        Code::Down => *marked = (*marked + 1).min(model.meetings.len()),
        Code::Enter => return Answer::OpenMeeting(model.meetings.get(*marked).cloned()),
        _ => (),
    }
    Answer::Nothing
}
