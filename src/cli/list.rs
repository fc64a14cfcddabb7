//! `list`: the cases of the workspace, one a line, in the order of their folders; all of them or those that answer a query.

use std::io::Write;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::{rows, search};
use crate::domain::query::Haystack;
use crate::domain::summary::Summary;

pub fn run(context: &Context, typed: &str, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let query = search::parse(context, typed)?;
    let all = rows::summaries(context, &context.store()?)?;
    let answers = |case: &&Summary| query.score(case, &Haystack::of(case), context.as_of).is_some();
    let listed: Vec<&Summary> = all.iter().filter(|case| query.is_empty() || answers(case)).collect();
    rows::print(context, &listed, json, out)?;
    if all.is_empty() {
        context.say("cli-no-cases", &[]);
    } else if listed.is_empty() {
        context.say("cli-nothing-found", &[("query", typed.into())]);
    }
    Ok(Exit::Ok)
}
