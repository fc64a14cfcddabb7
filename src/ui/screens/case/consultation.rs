//! Step 8: what is asked of which remote expert, and the answers that came back.

use crate::domain::consultation::Consultation;
use crate::domain::opinion::{Reply, Request};
use crate::domain::text::Shown;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::case::facts::{fact, heading};
use crate::ui::screens::case::screen::CaseScreen;

pub fn page(model: &Model, screen: &CaseScreen) -> Vec<Block> {
    let Consultation { asked, unasked } = Consultation::of(&screen.folder.history);
    let mut blocks =
        vec![Block::Says(Part::new(Role::Muted, model.words.get("consultation-rule"))), Block::Gap];
    if asked.is_empty() && unasked.is_empty() {
        blocks.push(Block::Says(Part::value(model.tell("consultation-empty"))));
    }
    for one in asked {
        blocks.extend(request_lines(model, one.request, one.replies.is_empty()));
        blocks.extend(one.replies.into_iter().flat_map(|(_, reply)| reply_lines(model, reply)));
        blocks.push(Block::Gap);
    }
    if !unasked.is_empty() {
        blocks.push(heading(model, "replies-unasked"));
    }
    blocks.extend(unasked.into_iter().flat_map(|(_, reply)| reply_lines(model, reply)));
    blocks
}

/// A name with the roster's spelling where it is a key.
fn person(model: &Model, key: &str) -> String {
    model.board_file().person_name(key).to_owned()
}

fn request_lines(model: &Model, request: &Request, open: bool) -> Vec<Block> {
    let place: Vec<&str> =
        [request.centre.as_deref(), request.country.as_deref()].into_iter().flatten().collect();
    let place = if place.is_empty() { String::new() } else { format!(" · {}", place.join(", ")) };
    let due = request.due.as_ref().map(|due| {
        model.words.with("decision-due", &[("date", phrase::date(model.words, due).into_string().into())])
    });
    let overdue = open && request.due.as_ref().is_some_and(|due| due.is_past(model.as_of()));
    let state = match (open, overdue) {
        (false, _) => Part::new(Role::Good, model.words.get("request-answered")),
        (true, true) => Part::new(Role::Danger, model.words.get("request-overdue")),
        (true, false) => Part::new(Role::Attention, model.words.get("request-open")),
    };
    let mut blocks = vec![Block::Heading(Shown::line(&format!("{}{place}", person(model, &request.expert))))];
    blocks.push(fact(
        model,
        "state",
        Part::new(
            state.role,
            format!("{}{}", state.text, due.map(|due| format!(" · {due}")).unwrap_or_default()),
        ),
    ));
    if let Some(language) = &request.language {
        blocks.push(fact(model, "language", Part::value(language.clone())));
    }
    blocks.push(Block::Prose(Shown::lines(&request.asked)));
    blocks
}

/// A remote answer: its author is claimed, not proven.
pub fn reply_lines(model: &Model, reply: &Reply) -> Vec<Block> {
    let mut first = vec![model.words.with("reply-claimed", &[("who", person(model, &reply.author).into())])];
    first.extend(reply.position.as_ref().map(|position| phrase::code(model.words, position).into_string()));
    first.extend(reply.channel.as_ref().map(|channel| phrase::code(model.words, channel).into_string()));
    first.extend(reply.received.as_ref().map(|date| phrase::date(model.words, date).into_string()));
    vec![Block::Says(Part::new(Role::Title, first.join(" · "))), Block::Prose(Shown::lines(&reply.text))]
}
