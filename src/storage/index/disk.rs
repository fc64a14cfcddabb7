//! Asking the disk how the files of a workspace are, with as few and as short questions as the system allows.

use std::io;
use std::path::Path;

use crate::storage::index::stamp::FileStamp;

/// A workspace whose cases are looked at one after the other.
#[cfg(target_os = "linux")]
#[derive(Debug)]
pub struct Disk {
    root: std::os::fd::OwnedFd,
}

#[cfg(target_os = "linux")]
impl Disk {
    pub fn open(root: &Path) -> io::Result<Self> {
        use rustix::fs::{Mode, OFlags, open};
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Disk { root: open(root, flags, Mode::empty())? })
    }

    /// How a plain file is, by its path in the workspace; none where there is none.
    pub fn file(&self, path: &str) -> Option<FileStamp> {
        use rustix::fs::{AtFlags, FileType, statat};
        let data = statat(&self.root, path, AtFlags::empty()).ok()?;
        (FileType::from_raw_mode(data.st_mode) == FileType::RegularFile).then(|| stamp(&data))
    }

    /// Name and state of everything in a folder, in the order in which the disk has it. Links are not followed.
    pub fn each(&self, folder: &str, told: &mut dyn FnMut(&[u8], FileStamp)) -> io::Result<()> {
        use rustix::fs::{AtFlags, Mode, OFlags, RawDir, openat, statat};
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let dir = openat(&self.root, folder, flags, Mode::empty())?;
        // Room for a few dozen records; where there are more, it is filled again.
        let mut room = [std::mem::MaybeUninit::uninit(); 4096];
        let mut entries = RawDir::new(&dir, &mut room);
        while let Some(entry) = entries.next() {
            let entry = entry?;
            let name = entry.file_name();
            if !matches!(name.to_bytes(), b"." | b"..") {
                told(name.to_bytes(), stamp(&statat(&dir, name, AtFlags::SYMLINK_NOFOLLOW)?));
            }
        }
        Ok(())
    }
}

#[cfg(target_os = "linux")]
fn stamp(data: &rustix::fs::Stat) -> FileStamp {
    /// The types of these differ from one processor to the next.
    fn nanoseconds(seconds: impl TryInto<i64>, rest: impl TryInto<i64>) -> i64 {
        let seconds = seconds.try_into().unwrap_or(0).saturating_mul(1_000_000_000);
        seconds.saturating_add(rest.try_into().unwrap_or(0))
    }
    FileStamp {
        size: u64::try_from(data.st_size).unwrap_or(0),
        modified: nanoseconds(data.st_mtime, data.st_mtime_nsec),
        changed: nanoseconds(data.st_ctime, data.st_ctime_nsec),
        inode: data.st_ino,
    }
}

#[cfg(not(target_os = "linux"))]
#[derive(Debug)]
pub struct Disk {
    root: std::path::PathBuf,
}

#[cfg(not(target_os = "linux"))]
impl Disk {
    pub fn open(root: &Path) -> io::Result<Self> {
        Ok(Disk { root: root.to_owned() })
    }

    pub fn file(&self, path: &str) -> Option<FileStamp> {
        let data = std::fs::metadata(self.root.join(path)).ok()?;
        data.is_file().then(|| FileStamp::of(&data))
    }

    pub fn each(&self, folder: &str, told: &mut dyn FnMut(&[u8], FileStamp)) -> io::Result<()> {
        for entry in std::fs::read_dir(self.root.join(folder))? {
            let entry = entry?;
            told(entry.file_name().as_encoded_bytes(), FileStamp::of(&entry.metadata()?));
        }
        Ok(())
    }
}
