//! What is taken back as entered in error: exactly which record, and what holds when it is gone.

use crate::domain::history::{Decided, History, Status, replay};
use crate::domain::record::{Body, Header, Kind, Record, Retraction};
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::case::decision::when;
use crate::ui::screens::case::screen::CaseScreen;

/// The record by kind, time and writer with its first line, and what holds after it.
pub fn page(model: &Model, case: &CaseScreen, id: &str) -> Vec<Block> {
    let history = &case.folder.history;
    let Some(record) = history.find(id) else { return Vec::new() };
    let kind = record
        .body
        .kind()
        .map_or_else(|| record.header.kind.clone(), |kind| model.words.code(Kind::NAME, kind.word()));
    let args = [("kind", kind.into()), ("when", when(model, record).into_string().into())];
    let mut page = vec![Block::Says(Part::new(Role::Attention, model.words.with("retract-about", &args)))];
    let first = first_line(model, &record.body).and_then(|text| Shown::lines(&text).into_iter().next());
    if let Some(line) = first {
        let text = model.words.with("retract-first", &[("line", line.into_string().into())]);
        page.push(Block::Says(Part::value(text)));
    }
    page.extend(after(model, history, record));
    page
}

/// Of a decision its first proposal: it tells two decisions on one question apart.
fn first_line(model: &Model, body: &Body) -> Option<String> {
    match body {
        Body::Decision(decision) => Some(match decision.recommendations.first() {
            Some(first) => phrase::decision::recommendation(model.words, model.board_file(), first),
            None => decision.question.clone(),
        }),
        Body::Opinion(opinion) => Some(opinion.text.clone()),
        Body::Request(request) => Some(request.asked.clone()),
        Body::Reply(reply) => Some(reply.text.clone()),
        _ => None,
    }
}

/// What the records say once this one is marked, by the same rules as when it is.
fn after(model: &Model, history: &History, record: &Record) -> Vec<Block> {
    let then = without(history, &record.header.id);
    let Body::Decision(decision) = &record.body else {
        let same = |one: &&Record| {
            one.header.kind == record.header.kind && then.retraction(&one.header.id).is_none()
        };
        let left = then.records.iter().filter(same).count();
        return vec![Block::Says(Part::value(model.words.with("retract-others", &[("n", left.into())])))];
    };
    let holding = then.holding(decision.discussion);
    if holding.is_empty() {
        return vec![Block::Says(Part::new(Role::Attention, model.words.get("retract-nothing")))];
    }
    let said = |one: &Decided<'_>| {
        let stood = history.find(&one.record.header.id).is_some_and(|old| history.status(old).holds());
        let id = if stood { "retract-still-holds" } else { "retract-holds-again" };
        let state = model.words.code(Status::NAME, one.status.word());
        let args = [("when", when(model, one.record).into_string().into()), ("state", state.into())];
        Block::Says(Part::new(Role::Attention, model.words.with(id, &args)))
    };
    holding.iter().map(said).collect()
}

fn without(history: &History, id: &str) -> History {
    let body = Body::Retraction(Retraction { record: id.to_owned(), ..Retraction::default() });
    let header =
        Header { kind: Kind::Retraction.word().to_owned(), parents: history.heads(), ..Header::default() };
    let mut records = history.records.clone();
    records.push(Record { header, body, sha256: String::new() });
    replay(records)
}
