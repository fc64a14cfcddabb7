//! The demo: the samples that this program carries, written as a workspace where nothing is yet.

use std::path::Path;
use std::{fs, io};

use include_dir::{Dir, include_dir};

use crate::domain::board::BoardFile;
use crate::storage::error::{Doing, Error, Hint};
use crate::storage::{atomic, layout, people};

static SAMPLES: Dir = include_dir!("$CARGO_MANIFEST_DIR/cases");

/// One relative path a line; `#` begins a comment. Only these files are the demo, so that records made while
/// trying the program in the checkout are not.
const MANIFEST: &str = include_str!("../../cases/MANIFEST");

/// The folder of the first synthetic case, which is among those that are written first.
const FIRST: &str = "syn-000001";

/// Why there is no demo.
#[derive(Debug)]
pub enum Fault {
    /// The folder holds something, which is left alone.
    NotEmpty,
    /// The folder holds synthetic cases without a board, as a run leaves them that was interrupted.
    Unfinished,
    /// A file of the manifest is not in this program.
    Incomplete(&'static str),
    Disk(Error),
}

/// Whether the folder is a workspace already.
pub fn is_there(dir: &Path) -> bool {
    dir.join(layout::BOARD).is_file()
}

/// Writes the samples into a folder that is new or empty.
pub fn write(dir: &Path) -> Result<(), Fault> {
    make_empty(dir)?;
    files().try_for_each(|name| write_sample(dir, name))
}

/// The board of the samples, for a folder that is new or empty.
pub fn board(dir: &Path) -> Result<BoardFile, Fault> {
    make_empty(dir)?;
    let file = SAMPLES.get_file(layout::BOARD).ok_or(Fault::Incomplete(layout::BOARD))?;
    people::board_of(file.contents()).ok_or(Fault::Incomplete(layout::BOARD))
}

/// Writes only the board of the samples.
pub fn write_board(dir: &Path) -> Result<(), Fault> {
    write_sample(dir, layout::BOARD)
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> Fault {
    let path = path.to_owned();
    move |error| Fault::Disk(unwritten(&path, error))
}

/// Nothing of anybody's is lost where there is no demo; it may be written elsewhere.
pub fn unwritten(path: &Path, error: io::Error) -> Error {
    let is_file = error.kind() == io::ErrorKind::AlreadyExists && path.is_file();
    let error = if is_file { io::ErrorKind::NotADirectory.into() } else { error };
    let mut failed = Error::io(Doing::WriteFile, path, error);
    failed.hint = Hint::OtherFolder;
    failed
}

fn make_empty(dir: &Path) -> Result<(), Fault> {
    fs::create_dir_all(dir).map_err(failed(dir))?;
    if fs::read_dir(dir).map_err(failed(dir))?.next().is_none() {
        return Ok(());
    }
    let unfinished = !is_there(dir) && dir.join(FIRST).is_dir();
    Err(if unfinished { Fault::Unfinished } else { Fault::NotEmpty })
}

fn write_sample(dir: &Path, name: &'static str) -> Result<(), Fault> {
    let path = dir.join(name);
    let (Some(file), Some(parent), Some(last)) =
        (SAMPLES.get_file(name), path.parent(), Path::new(name).file_name().and_then(|last| last.to_str()))
    else {
        return Err(Fault::Incomplete(name));
    };
    fs::create_dir_all(parent).map_err(failed(parent))?;
    atomic::create(parent, last, file.contents()).map_err(failed(&path))?;
    Ok(())
}

/// The files of the demo by their path from the workspace.
fn files() -> impl Iterator<Item = &'static str> {
    MANIFEST.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_manifest_is_embedded_and_lies_inside() {
        let mut count = 0;
        for name in files() {
            assert!(SAMPLES.get_file(name).is_some(), "{name}");
            assert!(layout::is_inside_path(name), "{name}");
            count += 1;
        }
        assert!(count > 20);
    }

    #[test]
    fn a_folder_with_anything_in_it_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let target = dir.path().join("demo");
        assert!(!is_there(&target));
        assert!(write(&target).is_ok());
        assert!(is_there(&target));
        assert!(matches!(write(&target), Err(Fault::NotEmpty)));
    }
}
