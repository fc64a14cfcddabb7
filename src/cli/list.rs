//! `list`: the cases of the workspace, one a line, in the order of their folders; all of them or those that answer a query.

use std::io::Write;
use std::sync::Arc;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::{rows, search};
use crate::domain::summary::Summary;

pub fn run(context: &Context, typed: &str, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let query = search::parse(context, typed)?;
    let store = context.store()?;
    let index = rows::cases(context, &store)?;
    let answers = |case: &Summary, keys| query.is_empty() || query.score(case, keys, context.as_of).is_some();
    let all = index.cases().iter().zip(index.keys());
    let listed: Vec<Arc<Summary>> =
        all.filter(|(case, keys)| answers(case, keys)).map(|(case, _)| Arc::clone(case)).collect();
    rows::print(context, &rows::Reading::of(context, &store), &listed, json, out)?;
    if index.cases().is_empty() {
        context.say("cli-no-cases", &[]);
    } else if listed.is_empty() {
        context.say("cli-nothing-found", &[("query", typed.into())]);
    }
    Ok(Exit::Ok)
}
