//! Whether files are as they were: size, times and inode, and for a folder of records the names as well.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::storage::checksum::checksum;
use crate::storage::index::disk::{Disk, FileStamp};
use crate::storage::{layout, listing};

/// A case: its file, its records, and whether each was left alone long enough to be trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// One number of how the file is: it tells a change, and takes a quarter of the room.
    file: u64,
    file_settled: bool,
    records: u64,
    records_settled: bool,
}

impl Stamp {
    /// None where there is no such case. `listing` has the rule; a case.yaml that can be looked at is a case at once.
    /// `settled` is the time before which a file must have been changed to be trusted.
    pub fn of(disk: &Disk, root: &Path, folder: &str, settled: i64) -> Option<Self> {
        let file = disk.file(&format!("{folder}/{}", layout::CASE));
        if folder == layout::MEETINGS || (file.is_none() && !listing::is_case(root, folder)) {
            return None;
        }
        Some(Stamp::of_files(disk, folder, file, settled))
    }

    /// The same of a meeting: its file and its records. `folder` is that below the meetings.
    pub fn of_meeting(disk: &Disk, folder: &str, settled: i64) -> Option<Self> {
        let path = format!("{}/{folder}", layout::MEETINGS);
        let file = disk.file(&format!("{path}/{}", layout::MEETING))?;
        Some(Stamp::of_files(disk, &path, Some(file), settled))
    }

    fn of_files(disk: &Disk, folder: &str, file: Option<FileStamp>, settled: i64) -> Self {
        let file_settled = file.is_some_and(|file| file.is_before(settled));
        let file = entry(layout::CASE.as_bytes(), file.unwrap_or_default());
        let mut stamp = Stamp { file, file_settled, records: 0, records_settled: true };
        let (records, is_settled) = (&mut stamp.records, &mut stamp.records_settled);
        // The disk tells them in any order, so their numbers are added up.
        let listed = disk.each(&format!("{folder}/{}", layout::RECORDS), &mut |name, file| {
            *is_settled &= file.is_before(settled);
            *records = records.wrapping_add(entry(name, file));
        });
        // What cannot be listed is looked at again every time, and is not as empty as nothing.
        if listed.is_err_and(|error| error.kind() != io::ErrorKind::NotFound) {
            (stamp.records, stamp.records_settled) = (UNKNOWN, false);
        }
        stamp
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

/// Of records that the disk does not list: no folder that can be listed has it, but for a chance of one in 2⁶⁴.
const UNKNOWN: u64 = u64::MAX;

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
