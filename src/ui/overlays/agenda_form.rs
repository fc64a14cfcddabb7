//! A change of the running agenda: which case, what becomes of it, and why.

use crate::domain::record::{AgendaChange, Change};
use crate::domain::value::{Code, Vocabulary};
use crate::ui::command::Command;
use crate::ui::field::{Choice, Field, FieldKind};
use crate::ui::form::{Form, Outcome};
use crate::ui::key::{Code as KeyCode, Key};
use crate::ui::overlays::answer::{Answer, OverlayContext};

pub struct AgendaForm {
    pub form: Form,
    pub meeting: String,
    /// The case that was under the selection bar.
    row: String,
    /// The case for which its text was kept last.
    pub kept_for: String,
}

impl AgendaForm {
    /// `changes` and `cases` are what is offered; the case under the selection bar is filled in.
    pub fn new(meeting: String, changes: Vec<Choice>, cases: Vec<Choice>, case: &str) -> Self {
        let choice = |choices| FieldKind::Choice { choices, free: false };
        let form = Form::new(vec![
            Field::new("change", "field-change", choice(changes), ""),
            Field::new("case", "field-case", choice(cases), case),
            Field::new("to", "field-place-on-agenda", FieldKind::Line, ""),
            Field::new("reason", "field-reason", FieldKind::Line, ""),
        ]);
        AgendaForm { form, meeting, row: case.to_owned(), kept_for: case.to_owned() }
    }

    /// The case that its text is about: as long as none is chosen, that of the row.
    pub fn about(&self) -> String {
        self.form.value("case").unwrap_or_else(|| self.row.clone())
    }

    /// What was entered; a place that is no number is no place.
    pub fn change(&self) -> AgendaChange {
        let value = |path: &str| self.form.value(path).unwrap_or_default();
        AgendaChange {
            change: Change::find(&value("change")).map(Code::from),
            case: value("case"),
            to: self.form.value("to").map(|to| to.trim().parse().unwrap_or(0)),
            reason: value("reason"),
        }
    }

    pub fn key(&mut self, key: Key, context: &OverlayContext<'_>) -> Answer {
        let outcome = match (key.code, key.ctrl) {
            _ if Command::ReadBack.is_on(key) => {
                return match self.form.settle() {
                    Ok(()) => Answer::ChangeAgenda,
                    Err(why) => Answer::Say(context.words.get(why)),
                };
            }
            (KeyCode::Tab, false) => self.form.go(1),
            (KeyCode::BackTab, _) => self.form.go(-1),
            _ => self.form.key(key),
        };
        Self::after(outcome, context)
    }

    pub fn paste(&mut self, text: &str, context: &OverlayContext<'_>) -> Answer {
        let outcome = self.form.paste(text);
        Self::after(outcome, context)
    }

    fn after(outcome: Outcome, context: &OverlayContext<'_>) -> Answer {
        if outcome == Outcome::NoSuchChoice {
            return Answer::Say(context.words.get("no-such-choice"));
        }
        Answer::Nothing
    }
}
