//! Step 7: what the board decided: the decision that holds with its state in words, conflicts, the draft.

use crate::domain::board::BoardFile;
use crate::domain::history::{Decided, Status};
use crate::domain::record::Record;
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::phrase;
use crate::phrase::decision::statements;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::case::screen::CaseScreen;

pub fn page(model: &Model, screen: &CaseScreen) -> Vec<Block> {
    let mut blocks = Vec::new();
    let discussion = screen.case().map_or(1, |case| case.question.discussion_number());
    if screen.draft("decision").is_some() {
        blocks.push(Block::Says(Part::new(Role::Draft, model.tell("draft-waiting"))));
        blocks.push(Block::Gap);
    }
    let current = screen.folder.history.current(discussion);
    if current.len() > 1 {
        blocks.push(Block::Says(Part::new(
            Role::Danger,
            model.words.with("decision-conflict", &[("n", current.len().into())]),
        )));
        blocks.push(Block::Gap);
    }
    for decided in &current {
        blocks.extend(decided_lines(model, *decided, screen));
        blocks.push(Block::Gap);
    }
    if current.is_empty() && screen.draft("decision").is_none() {
        blocks.push(Block::Says(Part::value(model.tell("decision-empty"))));
        blocks.push(Block::Gap);
    }
    let before = if current.is_empty() { screen.folder.history.holding(discussion) } else { Vec::new() };
    for decided in &before {
        blocks.extend(decided_lines(model, *decided, screen));
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

/// One decision with its state, who recorded and who signed.
pub fn decided_lines(model: &Model, decided: Decided<'_>, screen: &CaseScreen) -> Vec<Block> {
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
    let empty = BoardFile::default();
    for statement in statements(model.words, model.board_file().unwrap_or(&empty), decided.decision) {
        let mut lines = statement.lines.into_iter();
        blocks.push(Block::Fact(statement.label, Part::value(lines.next().unwrap_or_default())));
        blocks.extend(lines.map(|line| Block::Fact(Shown::default(), Part::value(line))));
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
    let mut blocks = Vec::new();
    let discussion = screen.case().map_or(1, |case| case.question.discussion_number());
    let current: Vec<&str> =
        screen.folder.history.holding(discussion).iter().map(|one| one.record.header.id.as_str()).collect();
    let decisions = screen.folder.history.decisions();
    let mut old =
        decisions.iter().rev().filter(|one| !current.contains(&one.record.header.id.as_str())).peekable();
    if old.peek().is_none() {
        blocks.push(Block::Says(Part::new(Role::Muted, model.words.get("earlier-none"))));
    }
    for decided in old {
        blocks.extend(decided_lines(model, *decided, screen));
        blocks.push(Block::Gap);
    }
    blocks
}
