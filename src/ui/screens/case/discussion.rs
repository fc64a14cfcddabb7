//! Step 6: opinions given in the room, remote answers, and what the board confirms or changes.

use crate::domain::case::Case;
use crate::domain::decision::{Agreed, Decision};
use crate::domain::text::Shown;
use crate::domain::value::Code;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::case::facts::{code, heading, label, system_of, written};
use crate::ui::screens::case::screen::CaseScreen;
use crate::ui::screens::form::decision::draft_of;
use crate::ui::unread;

pub fn page(model: &Model, screen: &CaseScreen, case: &Case) -> Vec<Block> {
    let mut blocks = Vec::new();
    let draft = draft_of(screen);
    let current = screen
        .folder
        .history
        .current(case.question.discussion_number())
        .last()
        .map(|decided| decided.decision.clone());
    let agreed = draft.or(current);
    let unknown = if agreed.is_none() { unread::no_decision(model, screen) } else { None };
    let is_known = unknown.is_none();
    blocks.extend(unknown);
    blocks.push(heading(model, "agreed-facts"));
    blocks.extend(agreed_facts(model, case, &agreed.unwrap_or_default(), is_known));
    blocks.push(Block::Says(Part::new(Role::Muted, model.tell("agreed-facts-hint"))));
    blocks.push(Block::Gap);
    blocks.push(heading(model, "opinions"));
    let opinions = screen.folder.history.opinions();
    if opinions.is_empty() {
        blocks.push(Block::Says(Part::new(Role::Muted, model.tell("opinions-none"))));
    }
    for (record, opinion) in opinions {
        let name = model.board_file().person_name(&opinion.person);
        let position = opinion
            .position
            .as_ref()
            .map(|position| format!(" · {}", phrase::code(model.words, position)))
            .unwrap_or_default();
        let on = opinion.on.as_ref().map(|on| format!(" · {on}")).unwrap_or_default();
        blocks.push(Block::Says(Part::new(
            Role::Title,
            format!("{name}{position}{on} · {}", crate::ui::screens::case::decision::when(model, record)),
        )));
        blocks.push(Block::Prose(Shown::lines(&opinion.text)));
    }
    let replies = screen.folder.history.replies();
    if !replies.is_empty() {
        blocks.push(Block::Gap);
        blocks.push(heading(model, "remote-opinions"));
        for (_, reply) in replies {
            blocks.extend(crate::ui::screens::case::consultation::reply_lines(model, reply));
        }
    }
    blocks
}

/// What was entered, and what the board made of it, as far as that is known.
fn agreed_facts(model: &Model, case: &Case, decision: &Decision, is_known: bool) -> Vec<Block> {
    let stage = case.staging.last().map(|stage| {
        let basis = stage.basis.as_ref().map_or("?", Code::as_str);
        format!("{} {basis} {}", system_of(model, stage), stage.categories())
    });
    let entered = [
        (
            "decision-diagnosis",
            written(model, case.diagnosis.text.as_ref()).text.into_string(),
            &decision.agreed.diagnosis,
        ),
        (
            "decision-stage",
            stage.unwrap_or_else(|| phrase::not_recorded(model.words).into_string()),
            &decision.agreed.stage,
        ),
        (
            "decision-performance",
            code(model, case.performance.ecog.as_ref()).text.into_string(),
            &decision.agreed.performance,
        ),
    ];
    entered
        .into_iter()
        .map(|(id, text, agreed)| {
            let text = if is_known { statement(model, &text, agreed) } else { text };
            Block::Fact(label(model, id), Part::value(text))
        })
        .collect()
}

fn statement(model: &Model, entered: &str, agreed: &Agreed) -> String {
    let state = phrase::code(model.words, &agreed.state);
    match &agreed.value {
        Some(value) => format!("{entered}  > {state}: {value}"),
        None => format!("{entered}  > {state}"),
    }
}
