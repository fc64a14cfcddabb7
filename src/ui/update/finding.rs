//! Keeping what a search of all cases found, and who could be taken for whom, in step with what is typed and listed.

use crate::ui::key::Code;
use crate::ui::model::Model;
use crate::ui::msg::Msg;
use crate::ui::overlays::Overlay;
use crate::ui::screens::agenda::{rows, selected};
use crate::ui::update::agenda_change;

/// What is known of cases is other than when it was asked.
pub fn forget(model: &mut Model) {
    model.found.forget();
    model.alike.forget();
    for overlay in &mut model.overlays {
        if let Overlay::Agenda(form) = overlay {
            form.found.forget();
        }
    }
}

/// Asks again where the text, the day or the list is another one. A meeting is so short that it is searched as it is drawn.
pub fn refresh(model: &mut Model) {
    let (text, day) = (model.agenda.search.text(), model.as_of());
    let is_open = model.meeting().is_some();
    match &model.listing {
        Some(listing) if !is_open && !text.trim().is_empty() => {
            model.found.ask(text, day, listing);
        }
        _ => model.found.forget(),
    }
    agenda_change::look_up(model);
    let listing = model.listing.as_ref();
    let meeting = model
        .agenda
        .meeting
        .as_ref()
        .and_then(|open| listing?.meetings.iter().find(|meeting| meeting.folder == *open));
    match (listing, meeting) {
        (Some(listing), Some(meeting)) => model.alike.ask(listing, meeting),
        _ => model.alike.forget(),
    }
}

/// The same search in all cases, or in the meeting again; the selection stays on its patient where both have them.
pub fn widen(model: &mut Model) {
    let chosen = selected(model);
    let agenda = &mut model.agenda;
    (agenda.meeting, agenda.left) = match agenda.left.take() {
        Some(left) => (Some(left), None),
        None => (None, agenda.meeting.take()),
    };
    refresh(model);
    let all = rows(model);
    model.agenda.selected = chosen.and_then(|chosen| all.position(&chosen)).unwrap_or(0);
}

/// Whether what comes next changes the text that is searched, before anybody sees what it found.
pub fn is_overtaken(model: &Model, next: Option<&Msg>) -> bool {
    let Some(Msg::Key(key)) = next else { return false };
    let is_typing = model.agenda.searching && model.case.is_none() && model.overlays.is_empty();
    is_typing && !model.covered && !key.ctrl && matches!(key.code, Code::Char(_) | Code::Backspace)
}
