//! Asking the disk how the files of a workspace are, with as few and as short questions as the system allows.

use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A file that was changed so shortly before it was looked at may change again within the same tick of its clock.
const UNSETTLED: Duration = Duration::from_secs(2);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileStamp {
    pub size: u64,
    /// Nanoseconds, as all times here.
    pub modified: i64,
    /// Where the system keeps it: changes also when a file is replaced by one with the old time.
    pub changed: i64,
    pub inode: u64,
}

impl FileStamp {
    #[cfg(not(target_os = "linux"))]
    fn of(data: &std::fs::Metadata) -> Self {
        let (changed, inode) = system(data);
        FileStamp { size: data.len(), modified: nanoseconds(data.modified().ok()), changed, inode }
    }

    pub fn is_before(&self, edge: i64) -> bool {
        self.modified < edge && self.changed < edge
    }
}

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

    /// How a folder itself is, in which something comes or goes.
    pub fn folder(&self, path: &str) -> Option<FileStamp> {
        use rustix::fs::{AtFlags, statat};
        statat(&self.root, path, AtFlags::SYMLINK_NOFOLLOW).ok().map(|data| stamp(&data))
    }

    /// Name and state of everything in a folder, and whether it is a folder, in the order in which the disk has it; of a link that of what it leads to.
    /// A link in the place of the folder is none: where it leads may change while everything there looks the same.
    pub fn each(&self, folder: &str, told: &mut dyn FnMut(&[u8], FileStamp, bool)) -> io::Result<()> {
        use rustix::fs::{AtFlags, FileType, Mode, OFlags, RawDir, openat, statat};
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let dir = openat(&self.root, folder, flags, Mode::empty())?;
        // Room for a few dozen records; where there are more, it is filled again.
        let mut room = [std::mem::MaybeUninit::uninit(); 4096];
        let mut entries = RawDir::new(&dir, &mut room);
        while let Some(entry) = entries.next() {
            let entry = entry?;
            let name = entry.file_name();
            if !matches!(name.to_bytes(), b"." | b"..") {
                let mut data = statat(&dir, name, AtFlags::SYMLINK_NOFOLLOW)?;
                if FileType::from_raw_mode(data.st_mode) == FileType::Symlink {
                    data = statat(&dir, name, AtFlags::empty()).unwrap_or(data);
                }
                let is_folder = FileType::from_raw_mode(data.st_mode) == FileType::Directory;
                told(name.to_bytes(), stamp(&data), is_folder);
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

    pub fn folder(&self, path: &str) -> Option<FileStamp> {
        std::fs::symlink_metadata(self.root.join(path)).ok().map(|data| FileStamp::of(&data))
    }

    pub fn each(&self, folder: &str, told: &mut dyn FnMut(&[u8], FileStamp, bool)) -> io::Result<()> {
        let path = self.root.join(folder);
        if path.is_symlink() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        for entry in std::fs::read_dir(path)? {
            let entry = entry?;
            let data = std::fs::metadata(entry.path()).or_else(|_| entry.metadata())?;
            told(entry.file_name().as_encoded_bytes(), FileStamp::of(&data), data.is_dir());
        }
        Ok(())
    }
}

/// What was changed since may still be changing.
pub fn edge(now: SystemTime) -> i64 {
    nanoseconds(now.checked_sub(UNSETTLED))
}

/// Before and after the beginning of the clock's time alike.
fn nanoseconds(time: Option<SystemTime>) -> i64 {
    let number = |duration: Duration| i64::try_from(duration.as_nanos()).unwrap_or(i64::MAX);
    match time.map(|time| time.duration_since(UNIX_EPOCH)) {
        Some(Ok(after)) => number(after),
        Some(Err(before)) => -number(before.duration()),
        None => 0,
    }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn system(data: &std::fs::Metadata) -> (i64, u64) {
    use std::os::unix::fs::MetadataExt;
    (data.ctime().saturating_mul(1_000_000_000).saturating_add(data.ctime_nsec()), data.ino())
}

#[cfg(not(unix))]
fn system(data: &std::fs::Metadata) -> (i64, u64) {
    (nanoseconds(data.created().ok()), 0)
}
