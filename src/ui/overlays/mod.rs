//! The stack of what lies on top of a screen: help, palette, meetings, roll call, read-back, the next patient, the end of a meeting.

pub mod agenda_form;
pub mod answer;
pub mod next_patient;
pub mod paged_view;
pub mod palette;
pub mod paper;
pub mod read_back;
pub mod reconcile;
pub mod recording_view;
pub mod roll_call;
pub mod told;
pub mod view;

use crate::ui::key::{Code, Key};
use crate::ui::overlays::agenda_form::AgendaForm;
use crate::ui::overlays::answer::{Answer, OverlayContext, moved, scrolled};
use crate::ui::overlays::next_patient::NextPatient;
use crate::ui::overlays::palette::Palette;
use crate::ui::overlays::read_back::ReadBack;
use crate::ui::overlays::reconcile::Reconcile;
use crate::ui::overlays::roll_call::RollCall;
use crate::ui::overlays::told::Told;
use crate::ui::page::Block;

pub enum Overlay {
    Help {
        scroll: usize,
    },
    Palette(Palette),
    /// By its folder; none are all cases.
    Meetings {
        marked: Option<String>,
    },
    RollCall(RollCall),
    Agenda(Box<AgendaForm>),
    ReadBack(Box<ReadBack>),
    Reconcile(Box<Reconcile>),
    NextPatient(NextPatient),
    /// Text to read: earlier decisions.
    Reading {
        title: String,
        page: Vec<Block>,
        scroll: usize,
    },
    Image {
        file: String,
    },
    /// The drafts of a case, by what is written in them, to choose one to throw away.
    Drafts {
        forms: Vec<String>,
        marked: usize,
    },
    /// Decisions in conflict, each by its record and what it says, to choose from which the one is written that replaces
    /// them.
    Sides {
        sides: Vec<(String, String)>,
        marked: usize,
    },
    /// What went wrong, until one deliberate key: what is still being typed is no command.
    Told(Told),
    /// A question that only `y` answers with yes.
    Confirm {
        title: String,
        page: Vec<Block>,
        yes: Box<Answer>,
    },
}

/// Where the marked meeting stands in the list; behind the last one stand all cases, also for one that is gone.
pub fn place<T>(meetings: &[T], folder: impl Fn(&T) -> &str, marked: Option<&str>) -> usize {
    meetings.iter().position(|meeting| Some(folder(meeting)) == marked).unwrap_or(meetings.len())
}

impl Overlay {
    pub fn key(&mut self, key: Key, model: &OverlayContext<'_>) -> Answer {
        match self {
            Overlay::NextPatient(next) => return next.key(key, model),
            Overlay::Reconcile(reconcile) => return reconcile.key(key, model),
            Overlay::Told(told) => return told.key(key, model),
            _ if key.code == Code::Esc => return Answer::Close,
            _ => (),
        }
        match self {
            Overlay::Help { scroll } | Overlay::Reading { scroll, .. } => {
                if matches!(key.code, Code::Char('q' | '?') | Code::Enter | Code::F(1)) && !key.ctrl {
                    return Answer::Close;
                }
                *scroll = scrolled(*scroll, key, model.drawn.height);
                Answer::Nothing
            }
            Overlay::Image { .. } => Answer::Close,
            Overlay::Palette(palette) => palette.key(key, model),
            Overlay::Meetings { marked } => {
                // Meetings come and go while one is chosen.
                let mut at = place(&model.meetings, String::as_str, marked.as_deref());
                if key.code != Code::Enter {
                    moved(&mut at, key, model.meetings.len(), model.drawn.height);
                }
                *marked = model.meetings.get(at).cloned();
                match key.code {
                    Code::Enter => Answer::OpenMeeting(marked.clone()),
                    _ => Answer::Nothing,
                }
            }
            Overlay::RollCall(roll) => roll.key(key, model),
            Overlay::Agenda(form) => form.key(key, model),
            Overlay::ReadBack(read_back) => read_back.key(key, model),
            Overlay::NextPatient(_) | Overlay::Reconcile(_) | Overlay::Told(_) => Answer::Nothing,
            Overlay::Drafts { forms, marked } => {
                if let (Code::Enter, Some(form)) = (key.code, forms.get(*marked)) {
                    return Answer::ChooseDraft(form.clone());
                }
                moved(marked, key, forms.len().saturating_sub(1), model.drawn.height);
                Answer::Nothing
            }
            Overlay::Sides { sides, marked } => {
                if let (Code::Enter, Some((id, _))) = (key.code, sides.get(*marked)) {
                    return Answer::AmendFrom(id.clone());
                }
                moved(marked, key, sides.len().saturating_sub(1), model.drawn.height);
                Answer::Nothing
            }
            Overlay::Confirm { yes, .. } => match key.code {
                Code::Char('y' | 'Y') => (**yes).clone(),
                Code::Char('n' | 'N') => Answer::Close,
                _ => Answer::Nothing,
            },
        }
    }

    pub fn paste(&mut self, text: &str, model: &OverlayContext<'_>) -> Answer {
        match self {
            Overlay::Palette(palette) => palette.paste(text),
            Overlay::Agenda(form) => return form.paste(text, model),
            Overlay::ReadBack(_) => return Answer::Say(model.words.get("no-paste-identity")),
            _ => return Answer::Say(model.words.get("no-paste-here")),
        }
        Answer::Nothing
    }

    /// Whether letters are typed into it.
    pub fn takes_text(&self) -> bool {
        matches!(
            self,
            Overlay::Palette(_) | Overlay::Agenda(_) | Overlay::ReadBack(_) | Overlay::Reconcile(_)
        )
    }

    /// Whether it shows or asks something of the case under it.
    pub fn is_of_case(&self) -> bool {
        matches!(
            self,
            Overlay::ReadBack(_)
                | Overlay::Reading { .. }
                | Overlay::Image { .. }
                | Overlay::Drafts { .. }
                | Overlay::Sides { .. }
                | Overlay::Confirm { .. }
        )
    }

    /// Whether a record is made in it: it stays, with all that was typed and marked, until the disk has the record.
    pub fn is_recording(&self) -> bool {
        matches!(
            self,
            Overlay::RollCall(_) | Overlay::Agenda(_) | Overlay::ReadBack(_) | Overlay::Reconcile(_)
        )
    }

    /// Whether somebody must have it before their eyes: keys typed before it was there mean nothing to it.
    pub fn wants_eyes(&self) -> bool {
        self.is_recording()
            || matches!(self, Overlay::NextPatient(_) | Overlay::Told(_) | Overlay::Confirm { .. })
    }
}
