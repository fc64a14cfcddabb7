//! A change of the running agenda: which case, what becomes of it, and why.

use crate::domain::record::{AgendaChange, Change};
use crate::domain::value::{Code, Vocabulary};
use crate::ui::command::Command;
use crate::ui::field::{Choice, Field, FieldKind};
use crate::ui::form::{Form, Outcome};
use crate::ui::key::{Code as KeyCode, Key};
use crate::ui::overlays::answer::{Answer, OverlayContext};
use crate::ui::screens::agenda::found::Found;

pub struct AgendaForm {
    pub form: Form,
    pub meeting: String,
    /// The case that was under the selection bar.
    row: String,
    /// The case for which its text was kept last.
    pub kept_for: String,
    /// The cases that fit what is typed of one.
    pub found: Found,
}

impl AgendaForm {
    /// `changes` are offered, `cases` known by their names; the case under the selection bar is filled in.
    pub fn new(meeting: String, changes: Vec<Choice>, cases: Vec<Choice>, case: &str) -> Self {
        let changes = FieldKind::Choice { choices: changes, free: false };
        let form = Form::new(vec![
            Field::new("change", "field-change", changes, ""),
            Field::new("case", "field-case", FieldKind::Found { offers: cases, more: 0 }, case),
            Field::new("to", "field-place-on-agenda", FieldKind::Line, ""),
            Field::new("reason", "field-reason", FieldKind::Line, ""),
        ]);
        let (row, kept_for) = (case.to_owned(), case.to_owned());
        AgendaForm { form, meeting, row, kept_for, found: Found::default() }
    }

    /// What is typed of a case; none where one is chosen.
    pub fn sought(&self) -> Option<String> {
        let field = self.form.fields.iter().find(|field| field.path == "case")?;
        field.chosen.is_none().then(|| field.editor.text())
    }

    /// What fits that, and how many more do.
    pub fn offer(&mut self, offers: Vec<Choice>, more: usize) {
        if let Some(field) = self.form.fields.iter_mut().find(|field| field.path == "case") {
            field.offer(offers, more);
        }
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
