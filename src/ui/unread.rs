//! Records that cannot be read or are not here: nobody may take their silence for *no decision*.

use crate::domain::summary::Summary;
use crate::domain::workspace::{Damaged, Unread};
use crate::phrase::decision::unknown;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::case::screen::CaseScreen;

/// In a line each, for the banner and for lists. What is not here is graver where nothing else is decided.
pub fn in_short(model: &Model, unread: Unread, is_decided: bool) -> Vec<(Role, String)> {
    let waits = if is_decided { Role::Attention } else { Role::Danger };
    let all = [
        (Role::Danger, "unread-damaged", unread.damaged),
        (Role::Danger, "unread-withheld", unread.withheld),
        (waits, "unread-waiting", unread.waiting),
    ];
    let found = all.into_iter().filter(|(_, _, count)| *count > 0);
    found.map(|(role, id, count)| (role, model.words.with(id, &[("n", count.into())]))).collect()
}

/// Of the case that is open.
pub fn of_case(model: &Model, screen: &CaseScreen) -> Vec<(Role, String)> {
    let is_decided = !screen.folder.history.current(screen.discussion()).is_empty();
    in_short(model, screen.folder.unread(), is_decided)
}

/// Of a case in a list.
pub fn of_summary(model: &Model, summary: &Summary) -> Vec<Block> {
    let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let unread = Unread::new(count(summary.damaged), count(summary.withheld), count(summary.waiting));
    let said = in_short(model, unread, summary.decision.is_some()).into_iter();
    said.map(|(role, text)| Block::Says(Part::new(role, text))).collect()
}

/// Which files they are and why, one statement each.
pub fn in_full(model: &Model, screen: &CaseScreen) -> Vec<Block> {
    let file = |one: &Damaged| {
        let (id, why) = if one.is_withheld() {
            ("record-withheld", one.detail.clone())
        } else {
            ("record-damaged", model.words.get(&format!("cli-finding-{}", one.why)))
        };
        let text = model.tell_with(id, &[("path", one.path.as_str().into()), ("why", why.into())]);
        Block::Says(Part::new(Role::Danger, text))
    };
    let mut blocks: Vec<Block> = screen.folder.damaged.iter().map(file).collect();
    let waiting = screen.folder.unread().waiting;
    if waiting > 0 {
        let text = model.words.with("waiting-for", &[("n", waiting.into())]);
        blocks.push(Block::Says(Part::new(Role::Attention, text)));
    }
    blocks
}

/// Instead of *nothing is decided*, where that is not known.
pub fn no_decision(model: &Model, screen: &CaseScreen) -> Option<Block> {
    let id = unknown(screen.folder.unread())?;
    Some(Block::Says(Part::new(Role::Danger, model.words.get(id))))
}

/// What may be recorded meanwhile: what was changed stays so and must not stop the meeting, what the disk did not hand
/// over now may be there in a moment.
pub fn what_to_do(model: &Model, screen: &CaseScreen) -> Block {
    let id = if screen.folder.unread().withheld > 0 { "unread-refused" } else { "unread-write" };
    Block::Says(Part::value(model.tell(id)))
}

/// Why nothing may be recorded on the case now.
pub fn refusal(model: &Model, screen: &CaseScreen) -> Option<String> {
    let one = screen.folder.damaged.iter().find(|one| one.is_withheld())?;
    let args = [("path", one.path.as_str().into()), ("why", one.detail.as_str().into())];
    Some(model.tell_with("unread-not-saved", &args))
}
