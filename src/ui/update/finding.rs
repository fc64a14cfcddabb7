//! Keeping what a search of all cases found in step with what is typed and what is listed.

use crate::ui::model::Model;

/// Asks again where the text, the day or the list is another one. A meeting is so short that it is searched as it is drawn.
pub fn refresh(model: &mut Model) {
    let (text, day) = (model.agenda.search.text(), model.as_of());
    let is_open = model.meeting().is_some();
    match &model.listing {
        Some(listing) if !is_open && !text.trim().is_empty() => model.found.ask(text, day, listing),
        _ => model.found.forget(),
    }
}
