//! One field of a form: a text, a date, or a code that is picked by typing a few letters.

use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::ui::editor::Editor;

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
    /// A choice among more than a list holds: who can search puts here what fits the letters, after every one, the best first.
    Found {
        offers: Vec<Choice>,
        /// How many more fit.
        more: usize,
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

    /// Whether its value is one of several, and the letters are only how it is found.
    pub fn is_choice(&self) -> bool {
        matches!(self.kind, FieldKind::Choice { .. } | FieldKind::Found { .. })
    }

    /// Whether what is none of the choices may be typed too.
    pub fn is_free(&self) -> bool {
        matches!(self.kind, FieldKind::Choice { free: true, .. })
    }

    /// What it knows by its label.
    fn known(&self) -> &[Choice] {
        match &self.kind {
            FieldKind::Choice { choices: known, .. } | FieldKind::Found { offers: known, .. } => known,
            FieldKind::Line | FieldKind::Text | FieldKind::Date => &[],
        }
    }

    /// The value to store; blank is nothing.
    pub fn value(&self) -> Option<String> {
        let typed = self.editor.text();
        let value = match &self.chosen {
            Some(value) if self.is_choice() => value.clone(),
            None if self.is_choice() && !self.is_free() => String::new(),
            _ => typed,
        };
        (!value.trim().is_empty()).then(|| value.trim_end().to_owned())
    }

    /// Fills the field from a stored value.
    pub fn put(&mut self, value: &str) {
        if !self.is_choice() {
            return self.editor.set(value);
        }
        let known = self.known().iter().find(|choice| choice.value == value);
        let label = known.map_or(value, |choice| choice.label.as_str()).to_owned();
        let is_chosen = known.is_some() || !(self.is_free() || value.is_empty());
        self.chosen = is_chosen.then(|| value.to_owned());
        self.editor.set(&label);
        self.pointed = false;
    }

    /// The choices that fit the letters typed, best first; all of them when nothing is typed.
    pub fn offers(&self) -> Vec<&Choice> {
        let typed = fold(self.editor.text().trim());
        let is_found = matches!(self.kind, FieldKind::Found { .. });
        if is_found || typed.is_empty() || self.chosen.is_some() {
            return self.known().iter().collect();
        }
        let mut ranked: Vec<(u8, &Choice)> = self
            .known()
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

    /// Puts what was found; a mark that a person moved stays on what it marked, or is none.
    pub fn offer(&mut self, offers: Vec<Choice>, more: usize) {
        let marked = self.known().get(self.marked).filter(|_| self.pointed).map(|choice| &choice.value);
        let at = marked.and_then(|marked| offers.iter().position(|choice| choice.value == *marked));
        (self.marked, self.pointed) = (at.unwrap_or(0), at.is_some());
        self.kind = FieldKind::Found { offers, more };
    }

    /// How many fit beside the offers.
    pub fn more(&self) -> usize {
        if let FieldKind::Found { more, .. } = self.kind { more } else { 0 }
    }

    /// Whether letters were typed that fit several choices, none of them to the letter, and nobody pointed at one.
    pub(super) fn is_open(&self) -> bool {
        let typed = fold(self.editor.text().trim());
        let exact = |choice: &&Choice| fold(&choice.label) == typed || fold(&choice.value) == typed;
        let (is_typed, offers) = (self.chosen.is_none() && !typed.is_empty(), self.offers());
        is_typed && !self.pointed && offers.len() > 1 && offers.first().is_none_or(|choice| !exact(choice))
    }

    /// Why what it shows is not what it holds, or no date; none where all is well.
    pub(super) fn fault(&self) -> Option<&'static str> {
        let is_blank = self.editor.text().trim().is_empty();
        match self.kind {
            _ if self.is_choice() && (is_blank || self.value().is_some()) => None,
            _ if self.is_choice() && self.offers().is_empty() => Some("no-such-choice"),
            _ if self.is_choice() => Some("choice-not-taken"),
            FieldKind::Date if matches!(self.value().map(|raw| Date::parse(&raw)), Some(Date::Other(_))) => {
                Some("no-such-date")
            }
            _ => None,
        }
    }

    /// Takes the marked offer. False when letters were typed that fit nothing.
    pub(super) fn settle(&mut self) -> bool {
        if !self.is_choice() {
            return true;
        }
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
            None => self.is_free(),
        }
    }

    pub(super) fn typed(&mut self, text: &str) {
        if self.is_choice() && self.chosen.take().is_some() {
            self.editor.set("");
        }
        self.marked = 0;
        self.pointed = false;
        self.editor.insert(text);
    }

    pub(super) fn erase(&mut self, act: impl Fn(&mut Editor)) {
        if self.is_choice() && self.chosen.take().is_some() {
            self.editor.set("");
        } else {
            act(&mut self.editor);
        }
        self.marked = 0;
        self.pointed = false;
    }
}
