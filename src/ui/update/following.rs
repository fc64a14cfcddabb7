//! Which cases are in sight, for whoever watches the disk: what others change in them is shown at once.

use crate::ui::model::Model;
use crate::ui::msg::Effect;
use crate::ui::screens::agenda::rows;
use crate::ui::screens::agenda::state::Followed;

/// The list is followed in parts of so many rows: the one with the selection, the one before it and the one after.
const PART: usize = 64;

/// Tells which cases are in sight, whenever that changes.
pub fn follow(model: &mut Model) -> Option<Effect> {
    let cases = model.listing.as_ref()?.cases.len();
    let part = model.agenda.selected / PART;
    let now =
        Followed { meeting: model.agenda.meeting.clone(), search: model.agenda.search.text(), part, cases };
    if model.followed.as_ref() == Some(&now) {
        return None;
    }
    let rows = rows(model);
    let from = part.saturating_sub(1) * PART;
    let folders = rows.part(from, 3 * PART).map(|item| item.folder.to_owned()).collect();
    model.followed = Some(now);
    Some(Effect::Follow(folders))
}
