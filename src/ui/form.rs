//! A form: fields of text, codes and dates, filled by keyboard; codes are picked by typing a few letters.

use crate::domain::date::PartialDate;
use crate::domain::fold::fold;
use crate::ui::editor::Editor;
use crate::ui::key::{Code, Key};

/// One offer of a choice: what is stored, and what is shown and typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Line,
    Text,
    Date,
    /// `free` allows text that is none of the choices (a person who is not on the roster).
    Choice {
        choices: Vec<Choice>,
        free: bool,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Where its value goes: `recommendations[0].owner`.
    pub path: String,
    /// Words of its label.
    pub label: &'static str,
    /// Words of the heading above it, and the number that follows; repeated for every field of the group.
    pub group: Option<(&'static str, usize)>,
    /// Why it is asked, above it; and what its value is about: kept with it, typed by nobody.
    pub says: Option<String>,
    pub about: Vec<(String, String)>,
    pub kind: FieldKind,
    pub editor: Editor,
    /// The stored value of a choice; none while letters are being typed.
    pub chosen: Option<String>,
    /// Which of the offered choices is marked, and whether a person moved the mark: without letters typed or the
    /// mark moved, nothing was chosen.
    pub marked: usize,
    pub pointed: bool,
}

impl Field {
    pub fn new(path: impl Into<String>, label: &'static str, kind: FieldKind, value: &str) -> Self {
        let multiline = kind == FieldKind::Text;
        let mut field = Field {
            path: path.into(),
            label,
            group: None,
            says: None,
            about: Vec::new(),
            kind,
            editor: Editor::new("", multiline),
            chosen: None,
            marked: 0,
            pointed: false,
        };
        field.put(value);
        field
    }

    pub fn in_group(mut self, heading: &'static str, number: usize) -> Self {
        self.group = Some((heading, number));
        self
    }

    /// The value to store; blank is nothing.
    pub fn value(&self) -> Option<String> {
        let typed = self.editor.text();
        let value = match &self.kind {
            FieldKind::Choice { free, .. } => match &self.chosen {
                Some(value) => value.clone(),
                None if *free => typed,
                None => String::new(),
            },
            _ => typed,
        };
        (!value.trim().is_empty()).then(|| value.trim_end().to_owned())
    }

    /// Fills the field from a stored value.
    pub fn put(&mut self, value: &str) {
        if let FieldKind::Choice { choices, free } = &self.kind {
            let known = choices.iter().find(|choice| choice.value == value);
            self.chosen = known
                .map(|choice| choice.value.clone())
                .or_else(|| (!free && !value.is_empty()).then(|| value.to_owned()));
            let label = known.map_or(value, |choice| choice.label.as_str()).to_owned();
            self.editor.set(&label);
            self.pointed = false;
        } else {
            self.editor.set(value);
        }
    }

    /// The choices that fit the letters typed, best first; all of them when nothing is typed.
    pub fn offers(&self) -> Vec<&Choice> {
        let FieldKind::Choice { choices, .. } = &self.kind else { return Vec::new() };
        let typed = fold(self.editor.text().trim());
        if typed.is_empty() || self.chosen.is_some() {
            return choices.iter().collect();
        }
        let mut ranked: Vec<(u8, &Choice)> = choices
            .iter()
            .filter_map(|choice| {
                let (label, value) = (fold(&choice.label), fold(&choice.value));
                let mut words = label.split([' ', '-', '/', '(', ')', ',']);
                let rank = if label == typed || value == typed || words.any(|word| word == typed) {
                    0
                } else if label.starts_with(&typed) || value.starts_with(&typed) {
                    1
                } else if label.split([' ', '-', '/', '(']).any(|word| word.starts_with(&typed)) {
                    2
                } else if !typed.is_ascii() && label.contains(&typed) {
                    3
                } else {
                    return None;
                };
                Some((rank, choice))
            })
            .collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().map(|(_, choice)| choice).collect()
    }

    /// Whether letters were typed that fit several choices, none of them to the letter, and nobody pointed at one.
    pub fn is_open(&self) -> bool {
        let typed = fold(self.editor.text().trim());
        let exact = |choice: &&Choice| fold(&choice.label) == typed || fold(&choice.value) == typed;
        let (is_typed, offers) = (self.chosen.is_none() && !typed.is_empty(), self.offers());
        is_typed && !self.pointed && offers.len() > 1 && offers.first().is_none_or(|choice| !exact(choice))
    }

    /// Takes the marked offer. False when letters were typed that fit nothing.
    fn settle(&mut self) -> bool {
        let FieldKind::Choice { free, .. } = self.kind else { return true };
        let is_blank = self.editor.text().trim().is_empty();
        if self.chosen.is_some() || (is_blank && !self.pointed) {
            return true;
        }
        let offer = self.offers().get(self.marked).map(|choice| choice.value.clone());
        match offer {
            Some(value) => {
                self.put(&value);
                true
            }
            None => free,
        }
    }

    fn typed(&mut self, text: &str) {
        if matches!(self.kind, FieldKind::Choice { .. }) && self.chosen.take().is_some() {
            self.editor.set("");
        }
        self.marked = 0;
        self.pointed = false;
        self.editor.insert(text);
    }

    fn erase(&mut self, act: impl Fn(&mut Editor)) {
        if matches!(self.kind, FieldKind::Choice { .. }) && self.chosen.take().is_some() {
            self.editor.set("");
        } else {
            act(&mut self.editor);
        }
        self.marked = 0;
        self.pointed = false;
    }
}

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

    /// Accepts what was typed without moving. What fits several choices is not chosen in passing: who records would
    /// not see which of two people it was.
    pub fn settle(&mut self) -> bool {
        self.fields.get_mut(self.focus).is_none_or(|field| !field.is_open() && field.settle())
    }

    pub fn key(&mut self, key: Key) -> Outcome {
        let Some(field) = self.fields.get_mut(self.focus) else { return Outcome::Ignored };
        let choice = matches!(field.kind, FieldKind::Choice { .. });
        let lines = field.kind == FieldKind::Text;
        match (key.code, key.ctrl) {
            (Code::Char(letter), false) => {
                field.typed(letter.encode_utf8(&mut [0; 4]));
                return Outcome::Changed;
            }
            (Code::Char('w'), true) => field.erase(Editor::delete_word),
            (Code::Backspace, false) => field.erase(Editor::backspace),
            (Code::Delete, false) => field.erase(Editor::delete),
            (Code::Enter, false) if lines => field.typed("\n"),
            (Code::Enter, false) => {
                let before = field.value();
                let moved = self.go(1);
                let after = self.fields.get(self.focus.saturating_sub(1)).and_then(Field::value);
                return if moved == Outcome::Moved && before != after { Outcome::Changed } else { moved };
            }
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
