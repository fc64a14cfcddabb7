//! Whether files are as they were: size, times and inode, and for a folder of records the names as well.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::domain::record::Folder;
use crate::storage::index::checksum::checksum;
use crate::storage::{layout, listing};

/// A file that was changed so shortly before it was looked at may change again within the same tick of its clock.
const UNSETTLED: Duration = Duration::from_secs(2);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileStamp {
    size: u64,
    modified: i64,
    /// Where the system keeps it: changes also when a file is replaced by one with the old time.
    changed: i64,
    inode: u64,
}

/// A case: its file, its records, and whether each was left alone long enough to be trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    file: FileStamp,
    file_settled: bool,
    records: u64,
    records_settled: bool,
}

impl FileStamp {
    pub fn of(data: &Metadata) -> Self {
        let (changed, inode) = system(data);
        FileStamp { size: data.len(), modified: nanoseconds(data.modified().ok()), changed, inode }
    }

    /// Whether it was last changed well before `now`.
    pub fn is_settled(&self, now: SystemTime) -> bool {
        let edge = nanoseconds(now.checked_sub(UNSETTLED));
        self.modified < edge && self.changed < edge
    }
}

impl Stamp {
    /// None where there is no such case. `listing` has the rule; a case.yaml that can be looked at is a case at once.
    pub fn of(root: &Path, folder: &str, now: SystemTime) -> Option<Self> {
        let case = Folder::Case(folder.to_owned());
        let seen = fs::metadata(layout::folder_dir(root, &case).join(layout::CASE)).ok();
        let file = seen.as_ref().filter(|data| data.is_file()).map(FileStamp::of);
        if folder == layout::MEETINGS || (file.is_none() && !listing::is_case(root, folder)) {
            return None;
        }
        let file_settled = file.is_some_and(|file| file.is_settled(now));
        let file = file.unwrap_or_default();
        let mut stamp = Stamp { file, file_settled, records: 0, records_settled: true };
        let records = &layout::records_dir(root, &case);
        match names(records, now, &mut stamp.records_settled) {
            Ok(digest) => stamp.records = digest,
            Err(error) if error.kind() == io::ErrorKind::NotFound => (),
            // What cannot be listed is looked at again every time.
            Err(_) => stamp.records_settled = false,
        }
        Some(stamp)
    }

    /// The same, of what must be read again whatever it looks like.
    #[must_use]
    pub fn distrusted(self) -> Self {
        Stamp { file_settled: false, records_settled: false, ..self }
    }

    /// Whether the file is as it was, and was no longer being written then.
    pub fn same_file(&self, before: &Stamp) -> bool {
        self.file == before.file && before.file_settled
    }

    pub fn same_records(&self, before: &Stamp) -> bool {
        self.records == before.records && before.records_settled
    }
}

/// One number for all that is in a folder of records.
fn names(dir: &Path, now: SystemTime, settled: &mut bool) -> io::Result<u64> {
    let mut found: Vec<(Vec<u8>, FileStamp)> = Vec::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let stamp = FileStamp::of(&entry.metadata()?);
        *settled &= stamp.is_settled(now);
        found.push((entry.file_name().into_encoded_bytes(), stamp));
    }
    found.sort_unstable_by(|one, other| one.0.cmp(&other.0));
    let mut bytes = Vec::with_capacity(found.len() * 128);
    for (name, stamp) in &found {
        bytes.extend_from_slice(name);
        bytes.push(0);
        for number in [stamp.size.to_le_bytes(), stamp.inode.to_le_bytes()] {
            bytes.extend_from_slice(&number);
        }
        for number in [stamp.modified.to_le_bytes(), stamp.changed.to_le_bytes()] {
            bytes.extend_from_slice(&number);
        }
    }
    Ok(checksum(&bytes))
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

#[cfg(unix)]
fn system(data: &Metadata) -> (i64, u64) {
    use std::os::unix::fs::MetadataExt;
    (data.ctime().saturating_mul(1_000_000_000).saturating_add(data.ctime_nsec()), data.ino())
}

#[cfg(not(unix))]
fn system(data: &Metadata) -> (i64, u64) {
    (nanoseconds(data.created().ok()), 0)
}
