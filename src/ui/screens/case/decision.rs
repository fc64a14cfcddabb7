//! Step 7: what the board decided: the decision that holds with its state in words, conflicts, the draft.

use crate::domain::history::{Decided, Status};
use crate::domain::record::Record;
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::phrase;
use crate::phrase::decision::{differing, statements};
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::case::screen::CaseScreen;
use crate::ui::unread;

pub fn page(model: &Model, screen: &CaseScreen) -> Vec<Block> {
    let mut blocks = above(model, screen);
    for side in sides(model, screen) {
        blocks.extend(side);
        blocks.push(Block::Gap);
    }
    blocks.extend(below(model, screen));
    blocks
}

/// What is said before the decisions: a draft that waits, a conflict and what differs.
pub fn above(model: &Model, screen: &CaseScreen) -> Vec<Block> {
    let mut blocks = Vec::new();
    if screen.draft("decision").is_some() {
        blocks.push(Block::Says(Part::new(Role::Draft, model.tell("draft-waiting"))));
        blocks.push(Block::Gap);
    }
    let count = current(screen).len();
    if !screen.folder.unread().is_none() {
        blocks.extend(unread::no_decision(model, screen).filter(|_| count == 0));
        blocks.extend(unread::in_full(model, screen));
        blocks.push(Block::Gap);
    }
    if count > 1 {
        let text = model.tell_with("decision-conflict", &[("n", count.into())]);
        blocks.push(Block::Says(Part::new(Role::Danger, text)));
        let what: Vec<String> = differs(model, screen).into_iter().map(Shown::into_string).collect();
        if !what.is_empty() {
            let text = model.words.with("report-conflict-differs", &[("what", what.join(", ").into())]);
            blocks.push(Block::Says(Part::new(Role::Attention, text)));
        }
        blocks.push(Block::Gap);
    }
    blocks
}

/// Each decision that holds; in a conflict with its number, and with a word where it says something else.
pub fn sides(model: &Model, screen: &CaseScreen) -> Vec<Vec<Block>> {
    let current = current(screen);
    let differs = differs(model, screen);
    let side = |(index, decided): (usize, &Decided<'_>)| {
        let mut blocks = Vec::new();
        if current.len() > 1 {
            let place = [("n", (index + 1).into()), ("of", current.len().into())];
            blocks.push(Block::Heading(Shown::line(&model.words.with("decision-side", &place))));
        }
        blocks.extend(decided_lines(model, *decided, screen, &differs));
        blocks
    };
    current.iter().enumerate().map(side).collect()
}

/// What is said after them: that nothing is decided, what held before, how many earlier ones there are.
pub fn below(model: &Model, screen: &CaseScreen) -> Vec<Block> {
    let mut blocks = Vec::new();
    let current = current(screen);
    if current.is_empty() {
        blocks.extend(nothing_decided(model, screen));
    }
    let discussion = screen.discussion();
    let before = if current.is_empty() { screen.folder.history.holding(discussion) } else { Vec::new() };
    for decided in &before {
        blocks.extend(decided_lines(model, *decided, screen, &[]));
        blocks.push(Block::Gap);
    }
    let earlier = screen.folder.history.decisions().len() - current.len() - before.len();
    if earlier > 0 {
        blocks.push(Block::Says(Part::new(
            Role::Muted,
            model.tell_with("decision-earlier", &[("n", earlier.into())]),
        )));
    }
    blocks
}

/// That nothing is decided; where that is not known, what may be done meanwhile.
fn nothing_decided(model: &Model, screen: &CaseScreen) -> Vec<Block> {
    if !screen.folder.unread().is_none() {
        return vec![unread::what_to_do(model, screen), Block::Gap];
    }
    if screen.draft("decision").is_some() {
        return Vec::new();
    }
    vec![Block::Says(Part::value(model.tell("decision-empty"))), Block::Gap]
}

fn current(screen: &CaseScreen) -> Vec<Decided<'_>> {
    screen.folder.history.current(screen.discussion())
}

/// The headings under which decisions in conflict do not say the same.
fn differs(model: &Model, screen: &CaseScreen) -> Vec<Shown> {
    let current = current(screen);
    let decisions: Vec<_> = current.iter().map(|one| one.decision).collect();
    differing(model.words, model.board_file(), &decisions)
}

/// One decision with its state, who recorded and who signed.
fn decided_lines(model: &Model, decided: Decided<'_>, screen: &CaseScreen, differs: &[Shown]) -> Vec<Block> {
    let history = &screen.folder.history;
    let state = model.words.code(Status::NAME, decided.status.word());
    let role = match decided.status {
        Status::Final => Role::Good,
        Status::Unsigned => Role::Attention,
        Status::Amended | Status::Overtaken => Role::Muted,
        Status::EnteredInError => Role::Danger,
    };
    let number = model.words.with("decision-number", &[("n", decided.decision.discussion.into())]);
    let mut blocks =
        vec![Block::Says(Part::new(role, format!("{state} · {number} · {}", when(model, decided.record))))];
    if let Some(reason) = &decided.record.header.reason {
        blocks.push(Block::Says(Part::value(
            model.words.with("decision-amends", &[("why", reason.as_str().into())]),
        )));
    }
    if let Some(signature) = history.signature(decided.record) {
        let who = signature.header.by.name.clone();
        blocks.push(Block::Says(Part::value(
            model
                .words
                .with("decision-signed", &[("who", who.into()), ("when", time(model, signature).into())]),
        )));
    }
    if let Some((record, retraction)) = history.retraction(&decided.record.header.id) {
        let text = model.words.with(
            "decision-retracted",
            &[("why", retraction.reason.as_str().into()), ("who", record.header.by.name.as_str().into())],
        );
        blocks.push(Block::Says(Part::new(Role::Danger, text)));
    }
    for statement in statements(model.words, model.board_file(), decided.decision) {
        let is_other = differs.contains(&statement.label);
        let mut lines = statement.lines.into_iter();
        blocks.push(Block::Fact(statement.label, Part::value(lines.next().unwrap_or_default())));
        blocks.extend(lines.map(|line| Block::Fact(Shown::default(), Part::value(line))));
        if is_other {
            let text = model.words.get("decision-differs");
            blocks.push(Block::Fact(Shown::default(), Part::new(Role::Attention, text)));
        }
    }
    if decided.decision.attendance.is_empty() {
        blocks.push(Block::Says(Part::new(Role::Muted, model.words.get("decision-no-attendance"))));
    }
    blocks
}

/// When and by whom a record was made.
pub fn when(model: &Model, record: &Record) -> Shown {
    Shown::line(&format!("{} · {}", time(model, record), record.header.by.name))
}

/// When a record was made: day and local time of its writer.
fn time(model: &Model, record: &Record) -> String {
    let day = chrono::DateTime::parse_from_rfc3339(&record.header.recorded)
        .map(|at| format!("{} {}", phrase::day(model.words, at.date_naive()), at.format("%H:%M")));
    day.unwrap_or_else(|_| record.header.recorded.clone())
}

/// Every decision that does not hold any more, newest first.
pub fn earlier(model: &Model, screen: &CaseScreen) -> Vec<Block> {
    let mut blocks = unread::in_full(model, screen);
    let is_known = blocks.is_empty();
    if !is_known {
        blocks.push(Block::Gap);
    }
    let current: Vec<&str> = screen
        .folder
        .history
        .holding(screen.discussion())
        .iter()
        .map(|one| one.record.header.id.as_str())
        .collect();
    let decisions = screen.folder.history.decisions();
    let mut old =
        decisions.iter().rev().filter(|one| !current.contains(&one.record.header.id.as_str())).peekable();
    if old.peek().is_none() {
        let (role, id) =
            if is_known { (Role::Muted, "earlier-none") } else { (Role::Danger, "earlier-unread") };
        blocks.push(Block::Says(Part::new(role, model.words.get(id))));
    }
    for decided in old {
        blocks.extend(decided_lines(model, *decided, screen, &[]));
        blocks.push(Block::Gap);
    }
    blocks
}
