//! Whether files are as they were: size, times and inode, and for a folder of records or pictures the names as well.

use std::collections::HashSet;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::domain::cores;
use crate::storage::checksum::checksum;
use crate::storage::error::{Doing, Error};
use crate::storage::index::disk::{self, Disk, FileStamp};
use crate::storage::{layout, listing};

/// A case: its file, its records, and whether each was left alone long enough to be trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// One number of how the file is: it tells a change, and takes a quarter of the room.
    file: u64,
    file_settled: bool,
    records: u64,
    records_settled: bool,
    /// Of the folder of pictures; 0 where they are not looked at, because the case names none.
    pictures: u64,
}

/// Looks at these folders, in their order; what is no case is left out; none where it was stopped. Of those that show
/// pictures these are looked at as well.
pub fn all(
    root: &Path,
    folders: Vec<String>,
    showing: &HashSet<&str>,
    now: SystemTime,
    stop: &AtomicBool,
) -> Result<Vec<(String, Stamp)>, Error> {
    let disk = Disk::open(root).map_err(|error| Error::io(Doing::OpenWorkspace, root, error))?;
    let settled = disk::edge(now);
    let look = |folder: &String| {
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        let stamp = Stamp::of(&disk, root, folder, settled)?;
        let shows = showing.contains(folder.as_str());
        Some(if shows { stamp.with_pictures(&disk, folder, settled) } else { stamp })
    };
    let seen = cores::each_waiting(&folders, look);
    if stop.load(Ordering::Relaxed) {
        return Ok(Vec::new());
    }
    // As many as there are at most: what grows leaves holes in memory.
    let mut stamps = Vec::with_capacity(folders.len());
    stamps.extend(folders.into_iter().zip(seen).filter_map(|(folder, stamp)| Some((folder, stamp?))));
    Ok(stamps)
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
        let (records, records_settled) = within(disk, &format!("{folder}/{}", layout::RECORDS), settled);
        Stamp { file, file_settled, records, records_settled, pictures: 0 }
    }

    /// The same, with the pictures that a case shows.
    #[must_use]
    pub fn with_pictures(self, disk: &Disk, folder: &str, settled: i64) -> Self {
        let (pictures, are_settled) = within(disk, &format!("{folder}/{}", layout::ATTACHMENTS), settled);
        Stamp { pictures, file_settled: self.file_settled && are_settled, ..self }
    }

    /// The same, of a case that names none.
    #[must_use]
    pub fn without_pictures(self) -> Self {
        Stamp { pictures: 0, ..self }
    }

    /// The same, of what must be read again whatever it looks like.
    #[must_use]
    pub fn distrusted(self) -> Self {
        Stamp { file_settled: false, records_settled: false, ..self }
    }

    /// Whether the file and the pictures are as they were, and were no longer being written then.
    pub fn same_file(&self, before: &Stamp) -> bool {
        self.file == before.file && self.pictures == before.pictures && before.file_settled
    }

    pub fn same_records(&self, before: &Stamp) -> bool {
        self.records == before.records && before.records_settled
    }
}

/// Of a folder that the disk does not list: none that can be listed has it, but for a chance of one in 2⁶⁴.
const UNKNOWN: u64 = u64::MAX;

/// How everything in a folder is, and whether all of it was left alone long enough to be trusted.
fn within(disk: &Disk, folder: &str, settled: i64) -> (u64, bool) {
    let (mut whole, mut is_settled) = (0u64, true);
    // The disk tells them in any order, so their numbers are added up.
    let listed = disk.each(folder, &mut |name, file| {
        is_settled &= file.is_before(settled);
        whole = whole.wrapping_add(entry(name, file));
    });
    match listed {
        // What cannot be listed is looked at again every time, and is not as empty as nothing.
        Err(error) if error.kind() != io::ErrorKind::NotFound => (UNKNOWN, false),
        _ => (whole, is_settled),
    }
}

/// One number for a file of a folder.
fn entry(name: &[u8], stamp: FileStamp) -> u64 {
    let FileStamp { size, modified, changed, inode } = stamp;
    let mut numbers = [0; 40];
    let all = [size.to_le_bytes(), modified.to_le_bytes(), changed.to_le_bytes(), inode.to_le_bytes()];
    for (place, bytes) in numbers.chunks_exact_mut(8).zip(all.iter().chain([&checksum(name).to_le_bytes()])) {
        place.copy_from_slice(bytes);
    }
    checksum(&numbers)
}
