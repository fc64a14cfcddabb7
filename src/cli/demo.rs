//! `demo`: writes the sample workspace of invented patients, or a synthetic one of any size.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::cli::context::{Context, Flags};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::population;
use crate::domain::text::Shown;
use crate::exchange::synthetic::Plan;
use crate::storage::error::{Doing, Error};
use crate::storage::{atomic, layout, people};

static SAMPLES: Dir = include_dir!("$CARGO_MANIFEST_DIR/cases");

/// One relative path a line; `#` begins a comment. Only these files are the demo, so that records made while
/// trying the program in the checkout are not.
const MANIFEST: &str = include_str!("../../cases/MANIFEST");

/// `synthetic` is the number of cases and their seed.
pub fn run(
    context: &Context,
    dir: PathBuf,
    synthetic: Option<(u64, u64)>,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    make_empty(&dir)?;
    match synthetic {
        None => write_samples(&dir)?,
        Some((cases, seed)) => write_synthetic(&dir, cases, seed)?,
    }
    let place = dir.display().to_string();
    writeln!(out, "{}", Shown::line(&place))?;
    out.flush()?;
    context.say("cli-demo-written", &[("dir", place.into())]);
    if !io::stdout().is_terminal() || context.flags.plain {
        return Ok(Exit::Ok);
    }
    let flags = Flags { workspace: Some(dir), ..context.flags.clone() };
    match Context::new(flags) {
        Ok(context) => crate::cli::screen::open_screen(&context),
        Err((_, failure)) => Err(failure),
    }
}

/// The files of the demo by their path from the workspace.
fn files() -> impl Iterator<Item = &'static str> {
    MANIFEST.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> Failure {
    let path = path.to_owned();
    move |error| Failure::from(Error::io(Doing::WriteFile, &path, error))
}

fn make_empty(dir: &Path) -> Result<(), Failure> {
    fs::create_dir_all(dir).map_err(failed(dir))?;
    if fs::read_dir(dir).map_err(failed(dir))?.next().is_some() {
        return Err(Failure::refused("cli-demo-not-empty").with("dir", dir.display().to_string()));
    }
    Ok(())
}

fn write_samples(dir: &Path) -> Result<(), Failure> {
    files().try_for_each(|name| write_sample(dir, name))
}

fn write_sample(dir: &Path, name: &'static str) -> Result<(), Failure> {
    let path = dir.join(name);
    let (Some(file), Some(parent), Some(last)) =
        (SAMPLES.get_file(name), path.parent(), Path::new(name).file_name().and_then(|last| last.to_str()))
    else {
        return Err(Failure::rule(Exit::Failure, "cli-demo-incomplete").with("file", name));
    };
    fs::create_dir_all(parent).map_err(failed(parent))?;
    atomic::create(parent, last, file.contents()).map_err(failed(&path))?;
    Ok(())
}

/// The synthetic patients are those of the samples' board.
fn write_synthetic(dir: &Path, cases: u64, seed: u64) -> Result<(), Failure> {
    write_sample(dir, layout::BOARD)?;
    let board = people::board(dir).value.unwrap_or_default();
    population::write(dir, &Plan::new(seed, cases, board))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_manifest_is_embedded_and_lies_inside() {
        let mut count = 0;
        for name in files() {
            assert!(SAMPLES.get_file(name).is_some(), "{name}");
            assert!(crate::storage::layout::is_inside_path(name), "{name}");
            count += 1;
        }
        assert!(count > 20);
    }

    #[test]
    fn a_folder_with_anything_in_it_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let target = dir.path().join("demo");
        assert!(make_empty(&target).and_then(|()| write_samples(&target)).is_ok());
        assert!(target.join("board.yaml").is_file());
        assert_eq!(make_empty(&target).err().map(|failure| failure.exit()), Some(Exit::Refused));
    }
}
