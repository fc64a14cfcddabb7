//! Which cases are in sight, for whoever watches the disk: what others change in them is shown at once.

use crate::ui::model::Model;
use crate::ui::msg::Effect;
use crate::ui::page::Role;
use crate::ui::screens::agenda::rows;
use crate::ui::screens::agenda::state::{Followed, Sight};

/// The list is followed in parts of so many rows: the one with the selection, the one before it and the one after.
const PART: usize = 64;

/// Tells which cases are in sight, whenever that changes.
pub fn follow(model: &mut Model) -> Option<Effect> {
    model.listing.as_ref()?;
    let part = model.agenda.selected / PART;
    let sight = Sight { meeting: model.agenda.meeting.clone(), search: model.agenda.search.text(), part };
    if model.followed.as_ref().is_some_and(|followed| followed.sight == sight && !followed.is_old) {
        return None;
    }
    let rows = rows(model);
    let from = part.saturating_sub(1) * PART;
    let folders: Vec<String> = rows.part(from, 3 * PART).map(|item| item.folder.to_owned()).collect();
    let is_told = model.followed.as_ref().is_some_and(|followed| followed.folders == folders);
    let told = (!is_told).then(|| Effect::Follow(folders.clone()));
    model.followed = Some(Followed { sight, folders, is_old: false });
    told
}

/// News must not put another patient under the mark: it stays on its own. Where that one has left the list, it is said.
pub fn stay_on(model: &mut Model, chosen: Option<&str>) {
    let all = rows(model);
    let (same, count) = (chosen.and_then(|chosen| all.position(chosen)), all.len());
    model.agenda.selected = same.unwrap_or(model.agenda.selected).min(count.saturating_sub(1));
    if chosen.is_some() && same.is_none() && count > 0 && model.case.is_none() {
        model.say_news(model.words.get("selection-left"), Role::Attention);
    }
}

/// The workspace was listed anew: other cases may be in sight, also where there are as many.
pub fn look_again(model: &mut Model) {
    if let Some(followed) = &mut model.followed {
        followed.is_old = true;
    }
}
