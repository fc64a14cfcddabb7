//! A form: fields of text, codes and dates, filled by keyboard; codes are picked by typing a few letters.

use crate::domain::date::PartialDate;
use crate::ui::editor::Editor;
use crate::ui::field::{Field, FieldKind};
use crate::ui::key::{Code, Key};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    pub fields: Vec<Field>,
    pub focus: usize,
}

/// What a key did to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Changed,
    Moved,
    /// The letters typed fit no choice; focus stays.
    NoSuchChoice,
    /// What was typed is no date; focus stays.
    NoSuchDate,
    Ignored,
}

impl Form {
    pub fn new(fields: Vec<Field>) -> Self {
        Form { fields, focus: 0 }
    }

    pub fn focused(&self) -> Option<&Field> {
        self.fields.get(self.focus)
    }

    pub fn value(&self, path: &str) -> Option<String> {
        self.fields.iter().find(|field| field.path == path)?.value()
    }

    pub fn focus_on(&mut self, path: &str) -> bool {
        let found = self.fields.iter().position(|field| field.path == path);
        if let Some(index) = found {
            self.focus = index;
        }
        found.is_some()
    }

    pub fn paste(&mut self, text: &str) -> Outcome {
        match self.fields.get_mut(self.focus) {
            Some(field) => {
                field.typed(text);
                Outcome::Changed
            }
            None => Outcome::Ignored,
        }
    }

    /// Accepts what was typed and moves on by `by` fields, round the ends.
    pub fn go(&mut self, by: isize) -> Outcome {
        let Some(field) = self.fields.get_mut(self.focus) else { return Outcome::Ignored };
        if !field.settle() {
            return Outcome::NoSuchChoice;
        }
        let is_wrong = |raw: String| PartialDate::parse(&raw).is_err();
        if field.kind == FieldKind::Date && field.value().is_some_and(is_wrong) {
            return Outcome::NoSuchDate;
        }
        let count = isize::try_from(self.fields.len()).unwrap_or(1);
        let at = isize::try_from(self.focus).unwrap_or(0);
        self.focus = usize::try_from((at + by).rem_euclid(count)).unwrap_or(0);
        Outcome::Moved
    }

    /// Accepts what was typed without moving, or has the sentence that says why not. What fits several choices is not
    /// chosen in passing: who records would not see which of two people it was.
    pub fn settle(&mut self) -> Result<(), &'static str> {
        let Some(field) = self.fields.get_mut(self.focus) else { return Ok(()) };
        if field.is_open() {
            return Err("several-choices");
        }
        field.settle();
        field.fault().map_or(Ok(()), Err)
    }

    /// The first field that shows letters and holds nothing of them, and the sentence that says why: the cursor was
    /// elsewhere when the form was opened again.
    pub fn fault(&self) -> Option<(String, &'static str)> {
        self.fields.iter().find_map(|field| Some((field.path.clone(), field.fault()?)))
    }

    pub fn key(&mut self, key: Key) -> Outcome {
        let Some(field) = self.fields.get_mut(self.focus) else { return Outcome::Ignored };
        let choice = field.is_choice();
        let lines = field.kind == FieldKind::Text;
        if let Some(erase) = Editor::erasing(key) {
            field.erase(erase);
            return Outcome::Changed;
        }
        match (key.code, key.ctrl) {
            (Code::Char(letter), false) => {
                field.typed(letter.encode_utf8(&mut [0; 4]));
                return Outcome::Changed;
            }
            (Code::Enter, false) if lines => field.typed("\n"),
            (Code::Enter, false) => return self.go(1),
            (Code::Up, false) if choice && (field.chosen.is_none()) => {
                field.marked = field.marked.saturating_sub(1);
                field.pointed = true;
                return Outcome::Moved;
            }
            (Code::Down, false) if choice && (field.chosen.is_none()) => {
                field.marked = (field.marked + 1).min(field.offers().len().saturating_sub(1));
                field.pointed = true;
                return Outcome::Moved;
            }
            (Code::Up, false) => {
                return if lines && field.editor.up() { Outcome::Moved } else { self.go(-1) };
            }
            (Code::Down, false) => {
                return if lines && field.editor.down() { Outcome::Moved } else { self.go(1) };
            }
            (Code::Left, false) => {
                field.editor.left();
                return Outcome::Moved;
            }
            (Code::Right, false) => {
                field.editor.right();
                return Outcome::Moved;
            }
            (Code::Home, false) => {
                field.editor.home();
                return Outcome::Moved;
            }
            (Code::End, false) => {
                field.editor.end();
                return Outcome::Moved;
            }
            _ => return Outcome::Ignored,
        }
        Outcome::Changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::field::Choice;
    use crate::ui::overlays::answer::line_key;

    fn choices() -> FieldKind {
        let choice = |value: &str, label: &str| Choice { value: value.into(), label: label.into() };
        FieldKind::Choice {
            choices: vec![
                choice("ctace", "cTACE"),
                choice("deb-tace", "DEB-TACE"),
                choice("rfa", "đốt sóng cao tần (RFA)"),
            ],
            free: false,
        }
    }

    fn type_in(form: &mut Form, text: &str) {
        for letter in text.chars() {
            form.key(Key::plain(Code::Char(letter)));
        }
    }

    #[test]
    fn a_code_is_picked_by_a_few_letters_in_any_language_without_diacritics() {
        for (typed, value) in [("deb", "deb-tace"), ("rfa", "rfa"), ("dot", "rfa"), ("ct", "ctace")] {
            let mut form = Form::new(vec![
                Field::new("m", "x", choices(), ""),
                Field::new("n", "y", FieldKind::Line, ""),
            ]);
            type_in(&mut form, typed);
            form.key(Key::plain(Code::Enter));
            assert_eq!((form.value("m").as_deref(), form.focus), (Some(value), 1), "{typed}");
        }
    }

    #[test]
    fn scattered_letters_pick_nothing_and_a_wrong_date_is_not_left() {
        let mut form =
            Form::new(vec![Field::new("m", "x", choices(), ""), Field::new("d", "y", FieldKind::Date, "")]);
        type_in(&mut form, "dtc");
        assert_eq!(form.go(1), Outcome::NoSuchChoice);
        form.fields[0].put("");
        form.focus = 1;
        type_in(&mut form, "2026-12-40");
        assert_eq!((form.go(1), form.focus), (Outcome::NoSuchDate, 1));
    }

    #[test]
    fn an_empty_choice_that_is_left_takes_only_what_was_pointed_at() {
        let fresh = || {
            Form::new(vec![Field::new("m", "x", choices(), ""), Field::new("n", "y", FieldKind::Line, "")])
        };
        let mut form = fresh();
        form.key(Key::plain(Code::Enter));
        assert_eq!((form.value("m"), form.focus), (None, 1));
        assert_eq!((form.go(1), form.value("m")), (Outcome::Moved, None));
        for leave in [|form: &mut Form| form.key(Key::plain(Code::Enter)), |form: &mut Form| form.go(1)] {
            let mut form = fresh();
            form.key(Key::plain(Code::Down));
            leave(&mut form);
            assert_eq!((form.value("m").as_deref(), form.focus), (Some("deb-tace"), 1));
        }
    }

    #[test]
    fn what_was_pointed_at_is_forgotten_when_the_letters_are_erased() {
        let mut form =
            Form::new(vec![Field::new("m", "x", choices(), ""), Field::new("n", "y", FieldKind::Line, "")]);
        type_in(&mut form, "d");
        form.key(Key::plain(Code::Down));
        form.key(Key::plain(Code::Backspace));
        form.key(Key::plain(Code::Enter));
        assert_eq!((form.value("m"), form.focus), (None, 1));
    }

    #[test]
    fn a_key_that_erases_does_in_a_form_what_it_does_in_a_search() {
        let held = |code: Code| Key { ctrl: true, ..Key::plain(code) };
        let plain = [Key::plain(Code::Backspace), Key::plain(Code::Delete)];
        let with_ctrl = [held(Code::Backspace), held(Code::Delete), Key::ctrl('w'), Key::ctrl('u')];
        for key in plain.into_iter().chain(with_ctrl) {
            let mut form = Form::new(vec![Field::new("n", "x", FieldKind::Line, "thành ngực phải")]);
            let mut line = Editor::new("thành ngực phải", false);
            for _ in 0..3 {
                form.key(Key::plain(Code::Left));
                line.left();
            }
            assert_eq!((form.key(key), line_key(&mut line, key)), (Outcome::Changed, true), "{key:?}");
            assert_eq!(form.value("n"), Some(line.text()), "{key:?}");
            assert!(line.text().len() < "thành ngực phải".len(), "{key:?}");
        }
    }

    #[test]
    fn a_line_is_emptied_at_once_and_so_is_what_was_chosen() {
        let mut form = Form::new(vec![
            Field::new("t", "x", FieldKind::Text, "stop\nbevacizumab"),
            Field::new("m", "y", choices(), "deb-tace"),
        ]);
        assert_eq!(form.key(Key::ctrl('u')), Outcome::Changed);
        assert_eq!(form.value("t").as_deref(), Some("stop"));
        form.go(1);
        form.key(Key::ctrl('u'));
        assert_eq!(form.value("m"), None);
    }

    #[test]
    fn letters_that_fit_no_choice_keep_the_focus_and_store_nothing() {
        let mut form =
            Form::new(vec![Field::new("m", "x", choices(), ""), Field::new("n", "y", FieldKind::Line, "")]);
        type_in(&mut form, "zz");
        assert_eq!(form.key(Key::plain(Code::Enter)), Outcome::NoSuchChoice);
        assert_eq!((form.value("m"), form.focus), (None, 0));
    }

    #[test]
    fn enter_in_a_long_text_is_a_line_break_and_in_a_line_the_next_field() {
        let mut form = Form::new(vec![
            Field::new("t", "x", FieldKind::Text, "a"),
            Field::new("l", "y", FieldKind::Line, ""),
        ]);
        form.key(Key::plain(Code::Enter));
        type_in(&mut form, "b");
        assert_eq!((form.value("t").as_deref(), form.focus), (Some("a\nb"), 0));
    }
}
