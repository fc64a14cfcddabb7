//! `list`: the cases of the workspace, one a line, in the order of their folders; all of them or those that answer a query.

use std::io::Write;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::{rows, search};
use crate::domain::query::Search;

pub fn run(context: &Context, typed: &str, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let query = search::parse(context, typed)?;
    let store = context.store()?;
    let index = rows::cases(context, &store)?;
    let mut asked = Search::default();
    let hits = asked.ask(query.clone(), index.cases(), index.keys(), context.as_of);
    let mut places: Vec<usize> = hits.iter().map(|hit| hit.at).collect();
    places.sort_unstable();
    let is_empty = places.is_empty();
    rows::print(context, &rows::Reading::of(context, &store, query), &index, places.into_iter(), json, out)?;
    if index.cases().is_empty() {
        context.say("cli-no-cases", &[]);
    } else if is_empty {
        search::say_nothing_found(context, typed);
    }
    Ok(Exit::Ok)
}
