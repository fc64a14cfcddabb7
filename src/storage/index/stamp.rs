//! Whether files are as they were: size, times and inode, and for a folder of records the names as well.

use std::fs::Metadata;
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::storage::index::checksum::checksum;
use crate::storage::index::disk::Disk;
use crate::storage::{layout, listing};

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
        self.is_before(edge(now))
    }

    fn is_before(&self, edge: i64) -> bool {
        self.modified < edge && self.changed < edge
    }
}

impl Stamp {
    /// None where there is no such case. `listing` has the rule; a case.yaml that can be looked at is a case at once.
    /// `settled` is the time before which a file must have been changed to be trusted.
    pub fn of(disk: &Disk, root: &Path, folder: &str, settled: i64) -> Option<Self> {
        let file = disk.file(&format!("{folder}/{}", layout::CASE));
        if folder == layout::MEETINGS || (file.is_none() && !listing::is_case(root, folder)) {
            return None;
        }
        let file_settled = file.is_some_and(|file| file.is_before(settled));
        let file = file.unwrap_or_default();
        let mut stamp = Stamp { file, file_settled, records: 0, records_settled: true };
        let (records, is_settled) = (&mut stamp.records, &mut stamp.records_settled);
        // The disk tells them in any order, so their numbers are added up.
        let listed = disk.each(&format!("{folder}/{}", layout::RECORDS), &mut |name, file| {
            *is_settled &= file.is_before(settled);
            *records = records.wrapping_add(entry(name, file));
        });
        // What cannot be listed is looked at again every time.
        stamp.records_settled &=
            listed.map_or_else(|error| error.kind() == io::ErrorKind::NotFound, |()| true);
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

/// One number for a file of a folder of records.
fn entry(name: &[u8], stamp: FileStamp) -> u64 {
    let FileStamp { size, modified, changed, inode } = stamp;
    let mut numbers = [0; 40];
    let all = [size.to_le_bytes(), modified.to_le_bytes(), changed.to_le_bytes(), inode.to_le_bytes()];
    for (place, bytes) in numbers.chunks_exact_mut(8).zip(all.iter().chain([&checksum(name).to_le_bytes()])) {
        place.copy_from_slice(bytes);
    }
    checksum(&numbers)
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

#[cfg(unix)]
fn system(data: &Metadata) -> (i64, u64) {
    use std::os::unix::fs::MetadataExt;
    (data.ctime().saturating_mul(1_000_000_000).saturating_add(data.ctime_nsec()), data.ino())
}

#[cfg(not(unix))]
fn system(data: &Metadata) -> (i64, u64) {
    (nanoseconds(data.created().ok()), 0)
}
