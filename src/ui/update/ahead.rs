//! Keys typed ahead of the disk: kept in their order until the workspace or the case is there, then pressed again.

use crate::ui::command::{Command, Place, for_key};
use crate::ui::key::{Code, Key};
use crate::ui::model::Model;
use crate::ui::msg::Effect;
use crate::ui::overlays::Overlay;
use crate::ui::page::Role;
use crate::ui::update::commands;

/// More than anybody types before a workspace is listed; what a jammed key sends beyond is nobody's.
const MOST: usize = 256;

/// Whether what a key means is not known before the disk has answered.
pub fn waits(model: &Model) -> bool {
    model.opening.is_some() || (model.listing.is_none() && model.offer.is_none() && model.overlays.is_empty())
}

/// Keeps a key. What concerns no patient and no list works at once, unless something else was typed before it.
pub fn keep(model: &mut Model, key: Key) -> Vec<Effect> {
    let is_first = model.ahead.is_empty();
    if model.opening.is_some() {
        if key.code == Code::Esc {
            model.opening = None;
            model.ahead.clear();
            return Vec::new();
        }
        // The key that opened the case, still held: it must not go on to what the case shows.
        if is_first && matches!(key.code, Code::Enter | Code::Char(' ')) {
            return Vec::new();
        }
    } else if is_first {
        let free = [Command::Quit, Command::Help, Command::Theme, Command::Language, Command::Initials];
        let now = for_key(Place::Anywhere, key.folded()).find(|command| free.contains(command));
        if let Some(command) = now {
            return commands::give(model, command);
        }
    }
    if model.ahead.len() < MOST {
        model.ahead.push(key);
    } else {
        drop_all(model);
    }
    Vec::new()
}

/// The disk has answered: what was typed meanwhile is pressed now, one key after another with the screen between.
pub fn press_again(model: &mut Model) -> Option<Effect> {
    let keys = std::mem::take(&mut model.ahead);
    (!keys.is_empty()).then_some(Effect::Press(keys))
}

/// What was typed belongs to nothing that is on the screen now.
pub fn drop_all(model: &mut Model) {
    if !std::mem::take(&mut model.ahead).is_empty() {
        model.say(model.words.get("ahead-dropped"), Role::Attention);
    }
}

/// Whether a key that was typed ahead is taken. What records, throws away or goes on to another patient is read
/// first by somebody who sees it, so that everything typed blind ends there.
pub fn is_taken(model: &mut Model) -> bool {
    if model.covered {
        return false;
    }
    let wants_eyes = model.overlays.last().is_some_and(Overlay::wants_eyes);
    if wants_eyes {
        model.say(model.words.get("ahead-dropped"), Role::Attention);
    }
    !wants_eyes
}
