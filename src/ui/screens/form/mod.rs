//! Writing a decision, an opinion, a request, a reply or a retraction; kept as a draft until it is recorded.

pub mod decision;
pub mod notes;
pub mod values;
pub mod view;

use serde::{Deserialize, Serialize};

use crate::domain::value::Vocabulary;
use crate::i18n::Words;
use crate::ui::form::{Choice, FieldKind, Form};
use crate::ui::model::Model;
use crate::ui::msg::{Effect, SavedDraft};
use crate::ui::screens::form::values::Values;

/// What is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    Decision,
    Opinion,
    Request,
    Reply,
    Retraction,
}

impl Writing {
    pub fn name(self) -> &'static str {
        match self {
            Writing::Decision => "decision",
            Writing::Opinion => "opinion",
            Writing::Request => "request",
            Writing::Reply => "reply",
            Writing::Retraction => "retraction",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    pub writing: Writing,
    pub form: Form,
    /// Records that this one will replace, or the one that a retraction or reply is about.
    pub about: Vec<String>,
}

/// A draft as kept on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub about: Vec<String>,
    pub values: Values,
}

impl Editing {
    pub fn values(&self) -> Values {
        self.form.fields.iter().filter_map(|field| Some((field.path.clone(), field.value()?))).collect()
    }

    pub fn draft(&self) -> Draft {
        Draft { about: self.about.clone(), values: self.values() }
    }

    /// What is still needed before it may be recorded: paths of this form's fields.
    pub fn lacks(&self, model: &Model) -> Vec<String> {
        let wanted: Vec<String> = match self.writing {
            Writing::Decision => decision::lacks(self, model),
            _ => notes::lacks(self),
        };
        let mut all: Vec<String> = self
            .form
            .fields
            .iter()
            .filter(|field| field.kind == FieldKind::Date)
            .filter(|field| {
                field.value().is_some_and(|raw| crate::domain::date::PartialDate::parse(&raw).is_err())
            })
            .map(|field| field.path.clone())
            .collect();
        all.extend(wanted.into_iter().filter(|path| !path.is_empty()));
        all.dedup();
        all
    }

    /// Opens the form for a draft or for nothing yet.
    pub fn open(model: &Model, writing: Writing, draft: &Draft) -> Self {
        let fields = match writing {
            Writing::Decision => decision::fields(model, draft),
            _ => notes::fields(model, writing),
        };
        let mut form = Form::new(fields);
        for field in &mut form.fields {
            if let Some(value) = draft.values.get(&field.path) {
                field.put(value);
            }
        }
        Editing { writing, form, about: draft.about.clone() }
    }
}

/// Reads a kept draft; one that cannot be read is no draft, and stays on disk.
pub fn read(draft: &SavedDraft) -> Option<Draft> {
    serde_yaml::from_str(&draft.content).ok()
}

/// The effect that keeps what is being written.
pub fn keep(folder: &str, editing: &Editing) -> Option<(SavedDraft, Effect)> {
    let content = serde_yaml::to_string(&editing.draft()).ok()?;
    let form = editing.writing.name().to_owned();
    let effect =
        Effect::SaveDraft { folder: folder.to_owned(), form: form.clone(), content: content.clone() };
    Some((SavedDraft { form, content }, effect))
}

/// The words of a vocabulary as choices.
pub fn codes<T: Vocabulary>(words: &Words) -> FieldKind {
    let choices = T::WORDS
        .iter()
        .map(|(word, _)| Choice { value: (*word).to_owned(), label: words.code(T::NAME, word) });
    FieldKind::Choice { choices: choices.collect(), free: false }
}

/// The people of the roster as choices; a name that is not on it may be typed.
pub fn people(model: &Model, remote: bool) -> FieldKind {
    let choices = model.board_file().map(|board| {
        board
            .people
            .iter()
            .filter(|(_, person)| {
                !remote
                    || person.remote.as_ref().is_some_and(|code| code.is(crate::domain::value::YesNo::Yes))
            })
            .map(|(key, _)| Choice { value: key.clone(), label: board.person_name(key).to_owned() })
            .collect()
    });
    FieldKind::Choice { choices: choices.unwrap_or_default(), free: true }
}

/// The facilities of the network as choices.
pub fn facilities(model: &Model) -> FieldKind {
    let choices = model.board_file().map(|board| {
        board
            .facilities
            .keys()
            .map(|key| Choice { value: key.clone(), label: board.facility_name(key).to_owned() })
            .collect()
    });
    FieldKind::Choice { choices: choices.unwrap_or_default(), free: true }
}
