//! Trying a disk before anything depends on it: what a save needs is really done, on files of its own.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::storage::{atomic, leftover, modes};

/// What a folder's file system can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trial {
    pub links: bool,
    /// Renames without replacing, which serve where there are no links.
    pub renames: bool,
    /// Says whether file and name would survive a power cut.
    pub confirms: bool,
}

/// Room for new files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Space {
    pub bytes: u64,
    /// None where the file system does not count them.
    pub files: Option<u64>,
}

/// Writes, synchronises, links, renames and removes a file. An error is what a save would meet.
pub fn disk(dir: &Path) -> io::Result<Trial> {
    let files = [(); 3].map(|()| dir.join(leftover::fresh_name()));
    let tried = on(dir, &files);
    for file in &files {
        let _ = fs::remove_file(file);
    }
    tried
}

fn on(dir: &Path, [first, second, third]: &[PathBuf; 3]) -> io::Result<Trial> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    modes::ask_for(&mut options, 0o600);
    let mut file = options.open(first)?;
    file.write_all(b"tumorboard doctor\n")?;
    let synced = atomic::confirmed(file.sync_all())?;
    let links = can(atomic::link(first, second))?;
    let renames = can(atomic::rename_without_replacing(first, third))?;
    Ok(Trial { links, renames, confirms: atomic::sync_dir(dir)? && synced })
}

fn can(result: io::Result<()>) -> io::Result<bool> {
    match result {
        Err(error) if atomic::is_unsupported(&error) => Ok(false),
        other => other.map(|()| true),
    }
}

/// The room left for this user; none where the system does not say.
#[cfg(unix)]
pub fn space(dir: &Path) -> Option<Space> {
    let found = rustix::fs::statvfs(dir).ok()?;
    let files = (found.f_files > 0).then_some(found.f_favail);
    Some(Space { bytes: found.f_bavail.saturating_mul(found.f_frsize), files })
}

#[cfg(not(unix))]
pub fn space(_: &Path) -> Option<Space> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trial_leaves_nothing_behind_and_says_why_it_failed() {
        let dir = tempfile::tempdir().unwrap();
        let trial = disk(dir.path()).unwrap();
        assert!(trial.confirms || cfg!(not(target_os = "linux")));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
        let error = disk(&dir.path().join("missing")).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
        if cfg!(unix) {
            assert!(space(dir.path()).unwrap().bytes > 0);
        }
    }
}
