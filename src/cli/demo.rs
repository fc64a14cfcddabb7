//! `demo`: writes the sample workspace of invented patients.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::cli::context::{Context, Flags};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::domain::text::Shown;
use crate::storage::atomic;
use crate::storage::error::{Doing, Error};

static SAMPLES: Dir = include_dir!("$CARGO_MANIFEST_DIR/cases");

/// One relative path a line; `#` begins a comment. Only these files are the demo, so that records made while
/// trying the program in the checkout are not.
const MANIFEST: &str = include_str!("../../cases/MANIFEST");

pub fn run(context: &Context, dir: PathBuf, out: &mut dyn Write) -> Result<Exit, Failure> {
    write_samples(&dir)?;
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

fn write_samples(dir: &Path) -> Result<(), Failure> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| Failure::from(Error::io(Doing::WriteFile, &path, error))
    };
    fs::create_dir_all(dir).map_err(failed(dir))?;
    if fs::read_dir(dir).map_err(failed(dir))?.next().is_some() {
        return Err(Failure::refused("cli-demo-not-empty").with("dir", dir.display().to_string()));
    }
    for name in files() {
        let path = dir.join(name);
        let (Some(file), Some(parent), Some(last)) = (
            SAMPLES.get_file(name),
            path.parent(),
            Path::new(name).file_name().and_then(|last| last.to_str()),
        ) else {
            return Err(Failure::rule(Exit::Failure, "cli-demo-incomplete").with("file", name));
        };
        fs::create_dir_all(parent).map_err(failed(parent))?;
        atomic::create(parent, last, file.contents()).map_err(failed(&path))?;
    }
    Ok(())
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
        assert!(write_samples(&target).is_ok());
        assert!(target.join("board.yaml").is_file());
        assert_eq!(write_samples(&target).err().map(|failure| failure.exit()), Some(Exit::Refused));
    }
}
