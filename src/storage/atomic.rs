//! Writing a file so that it is there whole or not at all, and is still there after the power goes.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use crate::storage::leftover;
use crate::storage::modes::{self, Policy};

/// How a file came to be on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// False when the same bytes were there already: an earlier try had succeeded after all.
    pub is_new: bool,
    /// False where the file system cannot say whether file and name would survive a power cut.
    pub is_confirmed: bool,
}

/// Creates `dir/name` with `bytes` and never replaces anything. Identical bytes that are there already are a
/// success; different ones are `AlreadyExists`. Returns only when the disk has file and name.
pub fn create(dir: &Path, name: &str, bytes: &[u8]) -> io::Result<Saved> {
    create_as(dir, name, bytes, Policy::AsFolder)
}

/// `create` with a policy of who may read the file.
pub fn create_as(dir: &Path, name: &str, bytes: &[u8], policy: Policy) -> io::Result<Saved> {
    let path = dir.join(name);
    if let Some(saved) = already_there(dir, &path, bytes)? {
        return Ok(saved);
    }
    let mode = policy.file_mode(dir);
    let temporary = dir.join(leftover::fresh_name());
    let written = write_new(&temporary, bytes, mode);
    let named = written.and_then(|confirmed| Ok(give_name(&temporary, &path, bytes, mode)? && confirmed));
    // The temporary name has served, or has failed, unless it became the name itself; what cannot be removed is ignored
    // by every reader. It goes before the folder is synchronised, which then writes both changes at once.
    let _ = again(|| fs::remove_file(&temporary));
    match named.and_then(|confirmed| Ok(sync_dir(dir)? && confirmed)) {
        Ok(is_confirmed) => Ok(Saved { is_new: true, is_confirmed }),
        // Somebody else was faster; if it was an earlier try of ours, all is well. A server that lost its own
        // answer says this too.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            already_there(dir, &path, bytes)?.ok_or(error)
        }
        Err(error) => Err(error),
    }
}

/// Replaces `dir/name` with `bytes`, readable by the user alone. Only for the user's own state, never in a workspace.
pub fn replace_private(dir: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let temporary = dir.join(leftover::fresh_name());
    let renamed = write_new(&temporary, bytes, 0o600)
        .and_then(|_| again(|| fs::rename(&temporary, dir.join(name))))
        .and_then(|()| sync_dir(dir).map(|_| ()));
    if renamed.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    renamed
}

/// Makes the names of a folder durable. False where the file system says that it cannot do this.
#[cfg(unix)]
pub fn sync_dir(dir: &Path) -> io::Result<bool> {
    confirmed(File::open(dir).and_then(|dir| dir.sync_all()))
}

/// Folders cannot be opened for synchronising here; the file system's own journal keeps their names.
#[cfg(not(unix))]
pub fn sync_dir(_: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Gives a file a second name, which must be free.
pub fn link(from: &Path, to: &Path) -> io::Result<()> {
    again(|| fs::hard_link(from, to))
}

/// Gives a file another name, which must be free.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub fn rename_without_replacing(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    again(|| renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE).map_err(io::Error::from))
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub fn rename_without_replacing(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}

/// Whether an error means that the file system does not know how, rather than that it failed.
#[cfg(unix)]
pub fn is_unsupported(error: &io::Error) -> bool {
    use rustix::io::Errno;
    matches!(
        Errno::from_io_error(error),
        Some(Errno::PERM | Errno::OPNOTSUPP | Errno::INVAL | Errno::NOSYS | Errno::XDEV | Errno::MLINK)
    ) || error.kind() == io::ErrorKind::Unsupported
}

#[cfg(not(unix))]
pub fn is_unsupported(error: &io::Error) -> bool {
    const WINDOWS_INVALID_FUNCTION: i32 = 1;
    const WINDOWS_NOT_SUPPORTED: i32 = 50;
    matches!(error.raw_os_error(), Some(WINDOWS_INVALID_FUNCTION | WINDOWS_NOT_SUPPORTED))
        || matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::TooManyLinks)
}

/// Repeats a call that a signal interrupted; the standard library does so only for opening, reading and writing.
pub fn again<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => (),
            other => return other,
        }
    }
}

/// Whether the file is there with these bytes; then it is made durable, because an earlier try may not have been.
fn already_there(dir: &Path, path: &Path, bytes: &[u8]) -> io::Result<Option<Saved>> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let synced = match file.sync_all() {
        // A handle for reading cannot be synchronised everywhere.
        Err(_) if cfg!(windows) => true,
        other => confirmed(other)?,
    };
    // After a failed `fsync` the memory may hold bytes that the disk never got: what counts is what the disk has.
    forget_cached(&file);
    let mut there = Vec::with_capacity(bytes.len() + 1);
    let most = u64::try_from(bytes.len()).unwrap_or(u64::MAX).saturating_add(1);
    Read::by_ref(&mut file).take(most).read_to_end(&mut there)?;
    if there.len() < bytes.len() && bytes.starts_with(&there) {
        // What a save left that was cut off, where names are created directly; elsewhere the name is taken.
        return Ok(None);
    }
    if there != bytes {
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, "a different file of that name is there"));
    }
    let is_confirmed = sync_dir(dir)? && synced;
    Ok(Some(Saved { is_new: false, is_confirmed }))
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn forget_cached(file: &File) {
    // Only advice; where it is not taken, nothing is worse than without it.
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn forget_cached(_: &File) {}

/// Gives the written file its name, and says whether it is as durable as it was. A rename is one change of the folder,
/// a link and the end of the temporary name are two, so where it can be done without replacing (not on NFS) the file is
/// renamed; where there are no links either (SMB), the name is created directly: a record's name is unique, and its
/// hash line shows a torn one.
fn give_name(temporary: &Path, path: &Path, bytes: &[u8], mode: u32) -> io::Result<bool> {
    give_name_by([rename_without_replacing, link], temporary, path, bytes, mode)
}

/// By the first of these ways that the file system knows.
fn give_name_by(
    [first, second]: [fn(&Path, &Path) -> io::Result<()>; 2],
    temporary: &Path,
    path: &Path,
    bytes: &[u8],
    mode: u32,
) -> io::Result<bool> {
    match first(temporary, path) {
        Err(error) if is_unsupported(&error) => (),
        other => return other.map(|()| true),
    }
    match second(temporary, path) {
        Err(error) if is_unsupported(&error) => write_direct(path, bytes, mode),
        other => other.map(|()| true),
    }
}

fn write_direct(path: &Path, bytes: &[u8], mode: u32) -> io::Result<bool> {
    write_direct_by(open_new, path, bytes, mode)
}

/// Only what was created here is removed when it cannot be written: where the name could not be opened, a file of
/// somebody else may bear it.
fn write_direct_by(
    open: fn(&Path, u32) -> io::Result<File>,
    path: &Path,
    bytes: &[u8],
    mode: u32,
) -> io::Result<bool> {
    let file = match open(path, mode) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return complete(path, bytes)?.ok_or(error);
        }
        opened => opened?,
    };
    let written = fill(&file, bytes, mode);
    drop(file);
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}

/// Finishes what a save of the same bytes began and was cut off at. Every byte that is there already is written
/// again as it is, so that two who do this at once, or one who is still at it, cannot harm each other.
fn complete(path: &Path, bytes: &[u8]) -> io::Result<Option<bool>> {
    let there = again(|| fs::read(path))?;
    if there.len() >= bytes.len() || !bytes.starts_with(&there) {
        return Ok(None);
    }
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.write_all(bytes)?;
    confirmed(file.sync_all()).map(Some)
}

/// A file that was not there before, written and synchronised; never retried on the same handle, because a
/// second `fsync` may report success for bytes that the first one lost. False where the file system cannot
/// synchronise. (Closing is not asked: after a synchronised write nothing is left that it could fail at.)
fn write_new(path: &Path, bytes: &[u8], mode: u32) -> io::Result<bool> {
    fill(&open_new(path, mode)?, bytes, mode)
}

fn open_new(path: &Path, mode: u32) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    modes::ask_for(&mut options, mode);
    options.open(path)
}

fn fill(mut file: &File, bytes: &[u8], mode: u32) -> io::Result<bool> {
    modes::insist(file, mode)?;
    file.write_all(bytes)?;
    confirmed(file.sync_all())
}

/// False where the file system says that it does not know how to synchronise.
pub fn confirmed(synced: io::Result<()>) -> io::Result<bool> {
    match synced {
        Err(error) if cannot_synchronise(&error) => Ok(false),
        other => other.map(|()| true),
    }
}

fn cannot_synchronise(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported)
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
        let saved = |is_new| Saved { is_new, is_confirmed: true };
        assert_eq!(create(dir.path(), "a", b"one").unwrap(), saved(true));
        assert_eq!(create(dir.path(), "a", b"one").unwrap(), saved(false));
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
    fn without_renames_it_is_linked_and_without_that_created_directly_and_never_replaced() {
        fn unknown(_: &Path, _: &Path) -> io::Result<()> {
            Err(io::ErrorKind::Unsupported.into())
        }
        fn denied(_: &Path, _: &Path) -> io::Result<()> {
            Err(io::ErrorKind::PermissionDenied.into())
        }
        fn renamed(from: &Path, to: &Path) -> io::Result<()> {
            fs::rename(from, to)
        }
        let dir = tempfile::tempdir().unwrap();
        let (temporary, path) = (dir.path().join("temporary"), dir.path().join("a"));
        let give = |ways| give_name_by(ways, &temporary, &path, b"one", 0o600);
        write_new(&temporary, b"one", 0o600).unwrap();
        // A right that is missing is told, not worked around.
        assert_eq!(give([denied, renamed]).unwrap_err().kind(), io::ErrorKind::PermissionDenied);
        assert_eq!(give([unknown, denied]).unwrap_err().kind(), io::ErrorKind::PermissionDenied);
        assert!(!path.exists());
        assert!(give([unknown, renamed]).unwrap());
        assert!(!temporary.exists());
        fs::remove_file(&path).unwrap();

        write_new(&temporary, b"one", 0o600).unwrap();
        assert!(give([unknown, unknown]).is_ok());
        assert_eq!(fs::read(&path).unwrap(), b"one");
        fs::remove_file(&path).unwrap();
        write_new(&path, b"two", 0o600).unwrap();
        assert_eq!(give([unknown, unknown]).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"two");
    }

    #[test]
    fn where_names_are_created_directly_only_the_beginning_of_the_same_bytes_is_completed() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        for (there, ends_as) in
            [("", Some("one")), ("on", Some("one")), ("one", None), ("two", None), ("ones", None)]
        {
            let _ = fs::remove_file(&path);
            write_new(&path, there.as_bytes(), 0o600).unwrap();
            let written = write_direct(&path, b"one", 0o600);
            assert_eq!(written.is_ok(), ends_as.is_some(), "{there}");
            assert_eq!(fs::read_to_string(&path).unwrap(), ends_as.unwrap_or(there));
        }
    }

    #[test]
    fn where_names_are_created_directly_only_what_was_created_is_removed_when_it_cannot_be_written() {
        // As a share answers while somebody else has the file open.
        fn denied(_: &Path, _: u32) -> io::Result<File> {
            Err(io::ErrorKind::PermissionDenied.into())
        }
        // Created, and then nothing can be written to it.
        fn unwritable(path: &Path, mode: u32) -> io::Result<File> {
            open_new(path, mode)?;
            File::open(path)
        }
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        write_new(&path, b"of somebody else", 0o600).unwrap();
        let refused = write_direct_by(denied, &path, b"one", 0o600).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::PermissionDenied);
        assert_eq!(fs::read(&path).unwrap(), b"of somebody else");
        fs::remove_file(&path).unwrap();
        assert!(write_direct_by(unwritable, &path, b"one", 0o600).is_err());
        assert!(!path.exists());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_rename_does_not_replace_and_a_missing_right_is_not_taken_for_a_missing_feature() {
        let dir = tempfile::tempdir().unwrap();
        let (one, two) = (dir.path().join("one"), dir.path().join("two"));
        write_new(&one, b"one", 0o600).unwrap();
        write_new(&two, b"two", 0o600).unwrap();
        let refused = rename_without_replacing(&one, &two).unwrap_err();
        assert_eq!((refused.kind(), is_unsupported(&refused)), (io::ErrorKind::AlreadyExists, false));
        assert_eq!(fs::read(&two).unwrap(), b"two");
        let denied = io::Error::from(rustix::io::Errno::ACCESS);
        assert!(!is_unsupported(&denied) && is_unsupported(&io::Error::from(rustix::io::Errno::PERM)));
    }

    #[test]
    fn only_a_file_system_that_cannot_synchronise_is_believed_and_every_other_error_is_one() {
        assert!(confirmed(Ok(())).unwrap());
        assert!(!confirmed(Err(io::Error::from(io::ErrorKind::Unsupported))).unwrap());
        assert!(!confirmed(Err(io::Error::from(io::ErrorKind::InvalidInput))).unwrap());
        assert!(confirmed(Err(io::Error::other("input/output error"))).is_err());
    }

    #[test]
    fn a_call_that_a_signal_interrupted_is_repeated() {
        let mut left = 2;
        let ended = again(|| {
            left -= 1;
            if left > 0 { Err(io::Error::from(io::ErrorKind::Interrupted)) } else { Ok(left) }
        });
        assert_eq!(ended.unwrap(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn files_are_the_groups_where_the_folder_is_and_nobody_elses() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let mode = |name: &str| fs::metadata(dir.path().join(name)).unwrap().permissions().mode() & 0o777;
        for (folder, file) in [(0o700, 0o600), (0o755, 0o600), (0o770, 0o660)] {
            fs::set_permissions(dir.path(), fs::Permissions::from_mode(folder)).unwrap();
            create(dir.path(), &folder.to_string(), b"one").unwrap();
            assert_eq!(mode(&folder.to_string()), file);
        }
        replace_private(dir.path(), "b", b"one").unwrap();
        replace_private(dir.path(), "b", b"two").unwrap();
        assert_eq!((mode("b"), fs::read(dir.path().join("b")).unwrap()), (0o600, b"two".to_vec()));
    }
}
