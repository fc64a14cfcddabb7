//! Writing a decision, an opinion, a request, a reply or a retraction; kept as a draft until it is recorded.

pub mod attention;
pub mod choices;
pub mod decision;
pub mod editing;
pub mod notes;
pub mod values;
pub mod view;

use crate::domain::date::PartialDate;
use crate::ui::field::FieldKind;
use crate::ui::model::Model;
use crate::ui::screens::form::editing::{Draft, Editing, Writing};

/// Opens the form for a draft or for nothing yet.
pub fn open(model: &Model, writing: Writing, draft: &Draft) -> Editing {
    let fields = match writing {
        Writing::Decision => decision::fields(model, draft),
        _ => notes::fields(model, writing),
    };
    Editing::filled(writing, fields, draft)
}

/// What is still needed before it may be recorded: paths of the form's fields.
pub fn lacks(editing: &Editing, model: &Model) -> Vec<String> {
    let wanted: Vec<String> = match editing.writing {
        Writing::Decision => decision::lacks(editing, model),
        _ => notes::lacks(editing),
    };
    let mut all: Vec<String> = editing
        .form
        .fields
        .iter()
        .filter(|field| field.kind == FieldKind::Date)
        .filter(|field| field.value().is_some_and(|raw| PartialDate::parse(&raw).is_err()))
        .map(|field| field.path.clone())
        .collect();
    all.extend(wanted.into_iter().filter(|path| !path.is_empty()));
    all.dedup();
    all
}
