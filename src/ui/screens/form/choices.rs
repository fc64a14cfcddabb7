//! What the fields of a form offer: codes, people, facilities.

use crate::domain::value::{Vocabulary, YesNo};
use crate::i18n::Words;
use crate::ui::field::{Choice, FieldKind};
use crate::ui::model::Model;

/// The words of a vocabulary as choices.
pub fn codes<T: Vocabulary>(words: &Words) -> FieldKind {
    let choices = T::WORDS
        .iter()
        .map(|(word, _)| Choice { value: (*word).to_owned(), label: words.code(T::NAME, word) });
    FieldKind::Choice { choices: choices.collect(), free: false }
}

/// The people of the roster as choices; a name that is not on it may be typed.
pub fn people(model: &Model, remote: bool) -> FieldKind {
    let board = model.board_file();
    let choices = board
        .people
        .iter()
        .filter(|(_, person)| !remote || person.remote.as_ref().is_some_and(|code| code.is(YesNo::Yes)))
        .map(|(key, _)| Choice { value: key.clone(), label: board.person_name(key).to_owned() });
    FieldKind::Choice { choices: choices.collect(), free: true }
}

/// The facilities of the network as choices.
pub fn facilities(model: &Model) -> FieldKind {
    let board = model.board_file();
    let choices = board
        .facilities
        .keys()
        .map(|key| Choice { value: key.clone(), label: board.facility_name(key).to_owned() });
    FieldKind::Choice { choices: choices.collect(), free: true }
}
