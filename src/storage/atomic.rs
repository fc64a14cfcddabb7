//! Writing a file so that it is there whole or not at all, and is still there after the power goes.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use crate::storage::layout;

/// How a file came to be on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    New,
    /// The same bytes were there already: an earlier try had succeeded after all.
    Already,
}

/// Creates `dir/name` with `bytes` and never replaces anything. Identical bytes that are there already are a
/// success; different ones are `AlreadyExists`. Returns only when the disk has file and name.
pub fn create(dir: &Path, name: &str, bytes: &[u8]) -> io::Result<Saved> {
    let path = dir.join(name);
    if let Some(saved) = already_there(dir, &path, bytes)? {
        return Ok(saved);
    }
    let temporary = dir.join(layout::temporary_name());
    let written = write_new(&temporary, bytes, mode_like(dir));
    let linked = written.and_then(|()| link(&temporary, &path, bytes, mode_like(dir)));
    let synced = linked.and_then(|()| sync_dir(dir));
    // The temporary file has served, or has failed; what cannot be removed is ignored by every reader.
    let _ = fs::remove_file(&temporary);
    match synced {
        Ok(()) => Ok(Saved::New),
        // Somebody else was faster; if it was an earlier try of ours, all is well.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            already_there(dir, &path, bytes)?.ok_or(error)
        }
        Err(error) => Err(error),
    }
}

/// Replaces `dir/name` with `bytes`, readable by the user alone. Only for the user's own state, never in a workspace.
pub fn replace_private(dir: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let temporary = dir.join(layout::temporary_name());
    let renamed = write_new(&temporary, bytes, 0o600).and_then(|()| fs::rename(&temporary, dir.join(name)));
    if renamed.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    renamed.and_then(|()| sync_dir(dir))
}

/// Makes the names of a folder durable. File systems that cannot do this say so, and are believed.
#[cfg(unix)]
pub fn sync_dir(dir: &Path) -> io::Result<()> {
    match File::open(dir).and_then(|dir| dir.sync_all()) {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        other => other,
    }
}

/// Folders cannot be opened for synchronising here; the file system's own journal keeps their names.
#[cfg(not(unix))]
pub fn sync_dir(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether the file is there with these bytes; then it is made durable, because an earlier try may not have been.
fn already_there(dir: &Path, path: &Path, bytes: &[u8]) -> io::Result<Option<Saved>> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut there = Vec::with_capacity(bytes.len() + 1);
    let most = u64::try_from(bytes.len()).unwrap_or(u64::MAX).saturating_add(1);
    Read::by_ref(&mut file).take(most).read_to_end(&mut there)?;
    if there != bytes {
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, "a different file of that name is there"));
    }
    // A handle for reading cannot be synchronised everywhere.
    match file.sync_all() {
        Err(error) if cfg!(unix) => return Err(error),
        _ => (),
    }
    sync_dir(dir)?;
    Ok(Some(Saved::Already))
}

/// Gives the written file its name. Where there are no links (SMB, exFAT) the name is created directly: a
/// record's name is unique, and its hash line shows a torn one.
fn link(temporary: &Path, path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    match fs::hard_link(temporary, path) {
        Err(error) if links_are_missing(&error) => write_new(path, bytes, mode).inspect_err(|error| {
            if error.kind() != io::ErrorKind::AlreadyExists {
                let _ = fs::remove_file(path);
            }
        }),
        other => other,
    }
}

fn links_are_missing(error: &io::Error) -> bool {
    const WINDOWS_INVALID_FUNCTION: i32 = 1;
    const WINDOWS_NOT_SUPPORTED: i32 = 50;
    matches!(
        error.kind(),
        io::ErrorKind::Unsupported
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::PermissionDenied
            | io::ErrorKind::CrossesDevices
            | io::ErrorKind::TooManyLinks
    ) || (cfg!(windows)
        && matches!(error.raw_os_error(), Some(WINDOWS_INVALID_FUNCTION | WINDOWS_NOT_SUPPORTED)))
}

/// A file that was not there before, written and synchronised; never retried on the same handle, because a
/// second `fsync` may report success for bytes that the first one lost.
fn write_new(path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    with_mode(&mut options, mode);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(unix)]
fn with_mode(options: &mut OpenOptions, mode: u32) {
    std::os::unix::fs::OpenOptionsExt::mode(options, mode);
}

#[cfg(not(unix))]
fn with_mode(_: &mut OpenOptions, _: u32) {}

/// Whoever may read the folder may read its records: a private folder keeps them private, a group's folder
/// shares them; the umask may take more away.
#[cfg(unix)]
fn mode_like(dir: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(dir).map_or(0o600, |data| data.permissions().mode() & 0o666 | 0o600)
}

#[cfg(not(unix))]
fn mode_like(_: &Path) -> u32 {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(dir: &Path) -> Vec<String> {
        let mut all: Vec<String> = fs::read_dir(dir)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        all.sort();
        all
    }

    #[test]
    fn a_file_is_created_once_and_the_same_bytes_again_are_a_success() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(create(dir.path(), "a", b"one").unwrap(), Saved::New);
        assert_eq!(create(dir.path(), "a", b"one").unwrap(), Saved::Already);
        assert_eq!(names(dir.path()), ["a"]);
    }

    #[test]
    fn a_different_file_is_never_replaced() {
        let dir = tempfile::tempdir().unwrap();
        create(dir.path(), "a", b"one").unwrap();
        for other in [&b"two"[..], b"one more", b"", b"on"] {
            assert_eq!(create(dir.path(), "a", other).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        }
        assert_eq!(fs::read(dir.path().join("a")).unwrap(), b"one");
        assert_eq!(names(dir.path()), ["a"]);
    }

    #[test]
    fn without_links_the_name_is_created_directly_and_still_never_replaced() {
        let dir = tempfile::tempdir().unwrap();
        assert!(links_are_missing(&io::Error::from(io::ErrorKind::Unsupported)));
        let path = dir.path().join("a");
        write_new(&path, b"one", 0o600).unwrap();
        assert_eq!(write_new(&path, b"two", 0o600).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
    }

    #[cfg(unix)]
    #[test]
    fn records_are_as_readable_as_their_folder_and_private_files_are_private() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let mode = |name: &str| fs::metadata(dir.path().join(name)).unwrap().permissions().mode() & 0o777;
        for (folder, file) in [(0o700, 0o600), (0o750, 0o640)] {
            fs::set_permissions(dir.path(), fs::Permissions::from_mode(folder)).unwrap();
            create(dir.path(), &folder.to_string(), b"one").unwrap();
            assert_eq!(mode(&folder.to_string()), file);
        }
        replace_private(dir.path(), "b", b"one").unwrap();
        replace_private(dir.path(), "b", b"two").unwrap();
        assert_eq!((mode("b"), fs::read(dir.path().join("b")).unwrap()), (0o600, b"two".to_vec()));
    }
}
