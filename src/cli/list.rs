//! `list`: the cases of the workspace, one a line, in the order of their folders; all of them or those that answer a query.

use std::io::Write;
use std::sync::Arc;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::{rows, search};
use crate::domain::query::Search;
use crate::domain::summary::Summary;

pub fn run(context: &Context, typed: &str, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let query = search::parse(context, typed)?;
    let store = context.store()?;
    let index = rows::cases(context, &store)?;
    let mut search = Search::default();
    let hits = search.ask(query.clone(), index.cases(), index.keys(), context.as_of);
    let mut places: Vec<usize> = hits.iter().map(|hit| hit.at).collect();
    places.sort_unstable();
    let listed: Vec<Arc<Summary>> =
        places.into_iter().filter_map(|at| index.cases().get(at)).map(Arc::clone).collect();
    rows::print(context, &rows::Reading::of(context, &store, query), &listed, json, out)?;
    if index.cases().is_empty() {
        context.say("cli-no-cases", &[]);
    } else if listed.is_empty() {
        context.say("cli-nothing-found", &[("query", typed.into())]);
    }
    Ok(Exit::Ok)
}
