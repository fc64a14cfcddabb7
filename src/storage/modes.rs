//! Who may read what the program writes: private to its user, or shared with a group; never with everybody.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::path::Path;

/// The modes of new files and folders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    /// Group where the group may write in the folder around it, else private.
    #[default]
    AsFolder,
    /// 0600, folders 0700.
    Private,
    /// 0660, folders 2770, so that what is made inside belongs to the group too.
    Group,
}

impl Policy {
    /// From its word in the configuration; any other word leaves it to the folder.
    pub fn parse(word: &str) -> Self {
        match word {
            "private" => Policy::Private,
            "group" => Policy::Group,
            _ => Policy::AsFolder,
        }
    }

    fn is_group(self, dir: &Path) -> bool {
        match self {
            Policy::AsFolder => group_may_write(dir),
            Policy::Private => false,
            Policy::Group => true,
        }
    }

    /// The mode of a new file in `dir`.
    pub fn file_mode(self, dir: &Path) -> u32 {
        if self.is_group(dir) { 0o660 } else { 0o600 }
    }

    /// Makes a folder in `dir`.
    pub fn create_dir(self, path: &Path) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)?;
        self.open_dir_to_group(path)
    }

    /// Gives a folder to the group where the policy says so; nobody loses a right by it.
    pub fn open_dir_to_group(self, path: &Path) -> io::Result<()> {
        if self.is_group(path.parent().unwrap_or(path)) { set_mode(path, 0o2770) } else { Ok(()) }
    }
}

/// Asks for the mode when a file is created; the umask may still take from it.
#[cfg(unix)]
pub fn ask_for(options: &mut OpenOptions, mode: u32) {
    std::os::unix::fs::OpenOptionsExt::mode(options, mode);
}

#[cfg(not(unix))]
pub fn ask_for(_: &mut OpenOptions, _: u32) {}

/// Gives a file what the umask took from it. A file system without modes has nothing to give.
#[cfg(unix)]
pub fn insist(file: &File, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if file.metadata()?.permissions().mode() & 0o777 == mode {
        return Ok(());
    }
    without_modes_is_fine(file.set_permissions(fs::Permissions::from_mode(mode)))
}

#[cfg(not(unix))]
pub fn insist(_: &File, _: u32) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    without_modes_is_fine(fs::set_permissions(path, fs::Permissions::from_mode(mode)))
}

#[cfg(not(unix))]
fn set_mode(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn without_modes_is_fine(result: io::Result<()>) -> io::Result<()> {
    use rustix::io::Errno;
    match result {
        Err(error)
            if matches!(
                Errno::from_io_error(&error),
                Some(Errno::PERM | Errno::OPNOTSUPP | Errno::INVAL | Errno::NOSYS)
            ) =>
        {
            Ok(())
        }
        other => other,
    }
}

#[cfg(unix)]
fn group_may_write(dir: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(dir).is_ok_and(|data| data.permissions().mode() & 0o020 != 0)
}

#[cfg(not(unix))]
fn group_may_write(_: &Path) -> bool {
    false
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn a_folder_is_private_unless_the_group_may_write_around_it_or_was_chosen() {
        let root = tempfile::tempdir().unwrap();
        for (around, policy, wanted) in [
            (0o755, Policy::AsFolder, 0o700),
            (0o770, Policy::AsFolder, 0o2770),
            (0o770, Policy::Private, 0o700),
            (0o700, Policy::Group, 0o2770),
        ] {
            fs::set_permissions(root.path(), fs::Permissions::from_mode(around)).unwrap();
            let made = root.path().join("records");
            policy.create_dir(&made).unwrap();
            assert_eq!(mode(&made) & 0o2770, wanted & 0o2770, "{policy:?} in {around:o}");
            assert_eq!(mode(&made) & 0o007, 0);
            fs::remove_dir(&made).unwrap();
        }
    }

    #[test]
    fn what_the_umask_took_from_a_file_of_the_group_is_given_back() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        ask_for(&mut options, 0o600);
        let file = options.open(&path).unwrap();
        insist(&file, 0o660).unwrap();
        assert_eq!(mode(&path), 0o660);
    }
}
