//! The forms of an opinion, a request to a remote expert, a reply and a retraction.

use crate::domain::consultation::tied;
use crate::domain::opinion::{Channel, Opinion, Position, Reply, Request};
use crate::domain::record::{Body, Folder, NewRecord, Retraction};
use crate::ui::field::{Field, FieldKind};
use crate::ui::model::Model;
use crate::ui::screens::case::screen::CaseScreen;
use crate::ui::screens::form::choices::{codes, people};
use crate::ui::screens::form::editing::{Editing, Writing};
use crate::ui::screens::form::values::gather;

pub fn fields(model: &Model, writing: Writing) -> Vec<Field> {
    let words = &model.words;
    match writing {
        Writing::Decision => Vec::new(),
        Writing::Opinion => vec![
            Field::new("person", "field-person", people(model, false), ""),
            Field::new("position", "field-position", codes::<Position>(words), ""),
            Field::new("on", "field-on", FieldKind::Line, ""),
            Field::new("text", "field-text", FieldKind::Text, ""),
        ],
        Writing::Request => vec![
            Field::new("expert", "field-expert", people(model, true), ""),
            Field::new("centre", "field-centre", FieldKind::Line, ""),
            Field::new("country", "field-country", FieldKind::Line, ""),
            Field::new("language", "field-language", FieldKind::Line, ""),
            Field::new("asked", "field-asked", FieldKind::Text, ""),
            Field::new("due", "field-reply-due", FieldKind::Date, ""),
        ],
        Writing::Reply => vec![
            Field::new("author", "field-author", people(model, true), ""),
            Field::new("channel", "field-channel", codes::<Channel>(words), ""),
            Field::new("received", "field-received", FieldKind::Date, ""),
            Field::new("position", "field-position", codes::<Position>(words), ""),
            Field::new("text", "field-text", FieldKind::Text, ""),
        ],
        Writing::Retraction => vec![Field::new("reason", "field-retract-reason", FieldKind::Text, "")],
    }
}

/// Centre, country and language of an expert who is on the roster, where they were not entered.
pub fn complete(model: &Model, editing: &mut Editing) {
    if editing.writing != Writing::Request {
        return;
    }
    let board = model.board_file();
    let Some(person) = editing.form.value("expert").and_then(|key| board.people.get(&key)) else { return };
    let facility = person.facility.as_ref().map(|key| board.facility_name(key.as_str()).to_owned());
    let country = person.country.as_ref().map(|country| country.as_str().to_owned());
    let language = person.languages.first().map(|language| language.as_str().to_owned());
    for (path, value) in [("centre", facility), ("country", country), ("language", language)] {
        let field =
            editing.form.fields.iter_mut().find(|field| field.path == path && field.editor.is_empty());
        if let (Some(field), Some(value)) = (field, value) {
            field.put(&value);
        }
    }
}

pub fn lacks(editing: &Editing) -> Vec<String> {
    let values = editing.values();
    let found = match editing.writing {
        Writing::Opinion => gather::<Opinion>(&values).lacks(),
        Writing::Request => gather::<Request>(&values).lacks(),
        Writing::Reply => gather::<Reply>(&values).lacks(),
        Writing::Retraction if !values.contains_key("reason") => vec!["reason"],
        Writing::Decision | Writing::Retraction => Vec::new(),
    };
    let order = |path: &str| editing.form.fields.iter().position(|field| field.path == path);
    let mut found: Vec<String> = found.into_iter().map(ToOwned::to_owned).collect();
    found.sort_by_key(|path| order(path));
    found
}

/// None for a decision, which has a form and a record of its own.
pub fn record(model: &Model, screen: &CaseScreen, editing: &Editing) -> Option<NewRecord> {
    let values = editing.values();
    let body = match editing.writing {
        Writing::Request => Body::Request(gather(&values)),
        Writing::Reply => Body::Reply(tied(&screen.folder.history, gather(&values))),
        Writing::Retraction => Body::Retraction(Retraction {
            record: editing.about.first().cloned().unwrap_or_default(),
            reason: values.get("reason").cloned().unwrap_or_default(),
        }),
        Writing::Decision => return None,
        Writing::Opinion => Body::Opinion(Opinion {
            meeting: model.meeting().map(|meeting| meeting.folder.clone()),
            ..gather(&values)
        }),
    };
    Some(NewRecord::new(
        Folder::Case(screen.folder.folder.clone()),
        model.author("recorder"),
        screen.folder.history.heads(),
        body,
    ))
}
