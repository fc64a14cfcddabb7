//! The one moment when a people's file is written: where there is none yet.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::storage::modes::Policy;
use crate::storage::{atomic, layout};

/// Writes `folder/case.yaml`; an existing one is an error of kind `AlreadyExists` and stays as it is.
pub fn case(root: &Path, folder: &str, text: &str) -> io::Result<PathBuf> {
    let folder = root.join(folder);
    // What colleagues may write in, they may write in further: the process itself gives to nobody.
    let made = match Policy::AsFolder.create_dir(&folder) {
        Ok(()) => true,
        // Attachments may have been put there before.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => false,
        Err(error) => return Err(error),
    };
    let written = write_new(&folder, layout::CASE, text);
    if written.is_err() && made {
        // Only an empty folder goes; what somebody else put there meanwhile stays.
        let _ = fs::remove_dir(&folder);
    }
    written.map(|()| folder.join(layout::CASE))
}

/// Writes `board.yaml` unless there is one; its path where it was written.
pub fn board(root: &Path, text: &str) -> io::Result<Option<PathBuf>> {
    Ok(unless_there(root, layout::BOARD, text)?.then(|| root.join(layout::BOARD)))
}

/// Writes the schema that editors complete `NAME.yaml` from, unless there is one.
pub fn schema(root: &Path, name: &str, text: &str) -> io::Result<()> {
    unless_there(root, &format!("{name}.schema.json"), text).map(|_| ())
}

/// Whether it was written now.
fn unless_there(folder: &Path, name: &str, text: &str) -> io::Result<bool> {
    match write_new(folder, name, text) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

/// Written like a record, except that an existing file is refused even when its text is the same: it is somebody's.
fn write_new(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    if folder.join(name).symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    atomic::create(folder, name, text.as_bytes()).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_existing_case_is_never_overwritten_and_a_folder_with_attachments_is_used() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("tb-1/attachments")).unwrap();
        assert!(case(root.path(), "tb-1", "first").is_ok());
        assert_eq!(case(root.path(), "tb-1", "second").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(root.path().join("tb-1/case.yaml")).unwrap(), "first");
    }

    #[test]
    #[cfg(unix)]
    fn a_case_in_a_folder_of_a_group_is_the_groups_and_elsewhere_it_is_private() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        for (around, file, folder) in [(0o700, 0o600, 0o700), (0o2770, 0o660, 0o770)] {
            fs::set_permissions(root.path(), fs::Permissions::from_mode(around)).unwrap();
            let id = format!("tb-{around:o}");
            let path = case(root.path(), &id, "text").unwrap();
            assert_eq!((mode(&path), mode(&root.path().join(id))), (file, folder));
        }
    }
}
