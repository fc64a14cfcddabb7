//! `list`: every case of the workspace, one a line.

use std::io::Write;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::rows;

pub fn run(context: &Context, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let summaries = rows::summaries(context, &context.store()?)?;
    rows::print(context, &summaries, json, out)?;
    if summaries.is_empty() {
        context.say("cli-no-cases", &[]);
    }
    Ok(Exit::Ok)
}
