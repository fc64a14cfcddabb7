//! `search`: the cases that answer a query, the best first.

use std::cmp::Reverse;
use std::io::Write;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::rows;
use crate::domain::query::{Haystack, score};
use crate::domain::summary::Summary;

pub fn run(context: &Context, query: &str, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let mut found: Vec<(i64, Summary)> = rows::summaries(context, &context.store()?)?
        .into_iter()
        .filter_map(|summary| Some((score(query, &Haystack::of(&summary))?, summary)))
        .collect();
    // Equal scores keep the order of the folders.
    found.sort_by_key(|(score, _)| Reverse(*score));
    let summaries: Vec<Summary> = found.into_iter().map(|(_, summary)| summary).collect();
    rows::print(context, &summaries, json, out)?;
    if summaries.is_empty() {
        context.say("cli-nothing-found", &[("query", query.into())]);
    }
    Ok(Exit::Ok)
}
