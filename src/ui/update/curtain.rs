//! The curtain: everything is covered at once, and what lies under it stays as it was.

use crate::ui::key::{Code, Key};
use crate::ui::model::Model;
use crate::ui::msg::Effect;
use crate::ui::overlays::next_patient::STILL;

/// Covers the screen. A terminal that draws pictures by itself is told to draw all anew, so that none of them stays.
pub fn cover(model: &mut Model) -> Vec<Effect> {
    model.ahead.clear();
    if std::mem::replace(&mut model.covered, true) { Vec::new() } else { vec![Effect::Repaint] }
}

/// One deliberate key lifts it; every other one is nobody's.
pub fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    if key.code == Code::Enter {
        model.covered = false;
        model.uncovered = Some(model.elapsed);
    }
    Vec::new()
}

/// Whether this is still the key that lifted the curtain, held down.
pub fn is_held(model: &mut Model, key: Key) -> bool {
    let Some(at) = model.uncovered else { return false };
    let held = key.code == Code::Enter && model.elapsed.saturating_sub(at) < STILL;
    model.uncovered = held.then_some(model.elapsed);
    held
}
