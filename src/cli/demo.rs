//! `demo`: writes the sample workspace of invented patients, or a synthetic one of any size.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::cli::context::{Context, Flags};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::{population, screen};
use crate::domain::text::Shown;
use crate::exchange::synthetic::Plan;
use crate::storage::demo::{self, Fault};

/// `synthetic` is the number of cases and their seed.
pub fn run(
    context: &Context,
    dir: PathBuf,
    synthetic: Option<(u64, u64)>,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    match synthetic {
        None => demo::write(&dir).map_err(|fault| failure(fault, &dir))?,
        Some((cases, seed)) => write_synthetic(&dir, cases, seed)?,
    }
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

fn failure(fault: Fault, dir: &Path) -> Failure {
    match fault {
        Fault::NotEmpty => Failure::refused("cli-demo-not-empty").with("dir", dir.display().to_string()),
        Fault::Unfinished => Failure::refused("cli-demo-unfinished").with("dir", dir.display().to_string()),
        Fault::Incomplete(file) => Failure::rule(Exit::Failure, "cli-demo-incomplete").with("file", file),
        Fault::Disk(error) => Failure::from(error),
    }
}

/// The synthetic patients are those of the samples' board, which is written last: what was interrupted has none,
/// and never passes for the whole.
fn write_synthetic(dir: &Path, cases: u64, seed: u64) -> Result<(), Failure> {
    let board = demo::board(dir).map_err(|fault| failure(fault, dir))?;
    population::write(dir, &Plan::new(seed, cases, board))?;
    demo::write_board(dir).map_err(|fault| failure(fault, dir))
}
