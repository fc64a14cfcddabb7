//! `demo`: writes the sample workspace of invented patients.

use std::io::Write;
use std::path::PathBuf;

use crate::cli::context::{Context, Flags};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::screen;
use crate::domain::text::Shown;
use crate::storage::demo::{self, Fault};

pub fn run(context: &Context, dir: PathBuf, out: &mut dyn Write) -> Result<Exit, Failure> {
    demo::write(&dir).map_err(|fault| match fault {
        Fault::NotEmpty => Failure::refused("cli-demo-not-empty").with("dir", dir.display().to_string()),
        Fault::Incomplete(file) => Failure::rule(Exit::Failure, "cli-demo-incomplete").with("file", file),
        Fault::Disk(error) => Failure::from(error),
    })?;
    let place = dir.display().to_string();
    writeln!(out, "{}", Shown::line(&place))?;
    out.flush()?;
    context.say("cli-demo-written", &[("dir", place.into())]);
    if !screen::is_possible(context) {
        return Ok(Exit::Ok);
    }
    let flags = Flags { workspace: Some(dir), ..context.flags.clone() };
    match Context::new(flags) {
        Ok(context) => screen::open_screen(&context),
        Err((_, failure)) => Err(failure),
    }
}
