//! Who records, told before anything is recorded: nobody records under the name of another unnoticed.

use crate::domain::record::Author;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{Part, Role};

/// Under whose name the record will stand, and why under that one.
pub fn told(model: &Model, by: &Author) -> Part {
    let words = model.words;
    let keyboard = model.person.as_str();
    let is_known = model.board_file().people.contains_key(&by.person);
    let (id, role) = match (by.person == keyboard, is_known) {
        (true, true) => ("recorder-own", Role::Value),
        (true, false) => ("recorder-unknown", Role::Danger),
        (false, _) => ("recorder-of-meeting", Role::Attention),
    };
    let args = [("who", named(model, by).into()), ("keyboard", keyboard.into())];
    Part::new(role, words.with(id, &args))
}

/// The name, and the specialty where the roster has one.
pub fn named(model: &Model, by: &Author) -> String {
    let person = model.board_file().people.get(&by.person);
    match person.and_then(|person| person.specialty.as_ref()) {
        Some(specialty) => {
            let specialty = phrase::code_or_blank(model.words, Some(specialty)).into_string();
            format!("{}, {specialty}", by.name)
        }
        None => by.name.clone(),
    }
}
