//! `search`: the cases that answer a query, the best first.

use std::io::Write;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::rows;
use crate::domain::query::{Query, Search, hint};
use crate::phrase;

pub fn run(context: &Context, typed: &str, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let query = parse(context, typed)?;
    let store = context.store()?;
    let index = rows::cases(context, &store)?;
    let mut search = Search::default();
    let hits = search.ask(query.clone(), index.cases(), index.keys(), context.as_of);
    let places = hits.iter().map(|hit| hit.at);
    rows::print(context, &rows::Reading::of(context, &store, query), &index, places, json, out)?;
    if hits.is_empty() {
        say_nothing_found(context, typed);
    }
    Ok(Exit::Ok)
}

/// That no case answers, and why where that is certain.
pub fn say_nothing_found(context: &Context, typed: &str) {
    context.say("cli-nothing-found", &[("query", typed.into())]);
    if let Some(hint) = hint(typed) {
        context
            .say("cli-nothing-hint", &[("hint", phrase::query::hint(context.words, &hint).as_str().into())]);
    }
}

/// What was typed as a query; one with a filter that is none is refused.
pub fn parse(context: &Context, typed: &str) -> Result<Query, Failure> {
    let query = Query::parse(typed);
    match query.faults.first() {
        None => Ok(query),
        Some(fault) => {
            let text = phrase::query::fault(context.words, fault).into_string();
            Err(Failure::refused("cli-query-refused").with("text", text))
        }
    }
}
