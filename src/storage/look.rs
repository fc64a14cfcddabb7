//! A look at one case from outside, often and cheaply: what changed in it, who writes on it, whether it can be written.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::SystemTime;

use chrono::{DateTime, FixedOffset};

use crate::domain::workspace::Reach;
use crate::storage::bytes::read_beneath;
use crate::storage::kept_case::LARGEST_CASE;
use crate::storage::layout::{self, Name};
use crate::storage::presence::{self, Presence};
use crate::storage::record_file::sha256;

/// What two looks are compared by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub reach: Reach,
    /// Digest of the case file; none where it cannot be read.
    pub sha256: Option<String>,
    /// Every record with its size and time, sorted by name.
    pub records: Vec<(String, u64, Option<SystemTime>)>,
    pub writers: Vec<Presence>,
    /// Every attachment with its size and time, as far as there are few.
    pub attachments: Vec<(String, u64, Option<SystemTime>)>,
    /// By which it is known that the case file need not be read again.
    file: Option<Stamp>,
}

/// What changes when anybody writes a file, whatever they do to its times.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
    changed: (u64, i64, i64),
}

/// Looks at the folder of a case. While it cannot be reached, what the look before found stands.
pub fn look(dir: &Path, before: Option<&Look>, now: DateTime<FixedOffset>) -> Look {
    let seen = try_look(dir, before, now);
    seen.unwrap_or_else(|_| Look { reach: Reach::Gone, ..before.cloned().unwrap_or_default() })
}

fn try_look(dir: &Path, before: Option<&Look>, now: DateTime<FixedOffset>) -> io::Result<Look> {
    let records_dir = dir.join(layout::RECORDS);
    let is_record = |name: &str| matches!(layout::read_name(name), Name::Record { .. });
    let (records, written) = match files(&records_dir, usize::MAX, is_record) {
        Ok(records) => (records, records_dir.as_path()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => (Vec::new(), dir),
        Err(error) => return Err(error),
    };
    let folder = fs::metadata(dir)?;
    if !folder.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    let path = dir.join(layout::CASE);
    let file = fs::metadata(&path).ok().map(|data| stamp(&data));
    let known = before.filter(|before| before.file == file && before.sha256.is_some());
    let digest = match known {
        Some(before) => before.sha256.clone(),
        None => case_digest(dir),
    };
    let reach = if can_write(written) { Reach::Writable } else { Reach::ReadOnly };
    // A folder that cannot be listed tells nothing of its files.
    let attachments =
        files(&dir.join(layout::ATTACHMENTS), MOST_ATTACHMENTS, |name| !layout::is_ignored(name))
            .unwrap_or_default();
    Ok(Look { reach, sha256: digest, records, writers: presence::others(dir, now), attachments, file })
}

/// Digest of the case file as it is now; none where it cannot be read.
pub fn case_digest(dir: &Path) -> Option<String> {
    read_beneath(dir, layout::CASE, LARGEST_CASE).ok().map(|bytes| sha256(&bytes))
}

/// Whether the workspace as a whole is there and can be written; nothing is tried.
pub fn reach(root: &Path) -> Reach {
    match fs::metadata(root) {
        Ok(data) if data.is_dir() && can_write(root) => Reach::Writable,
        Ok(data) if data.is_dir() => Reach::ReadOnly,
        _ => Reach::Gone,
    }
}

/// Whole series of pictures are not looked at every two seconds.
const MOST_ATTACHMENTS: usize = 64;

fn files(
    dir: &Path,
    most: usize,
    wanted: impl Fn(&str) -> bool,
) -> io::Result<Vec<(String, u64, Option<SystemTime>)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir)?.take(most) {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if wanted(&name) {
            let data = entry.metadata()?;
            found.push((name, data.len(), data.modified().ok()));
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(unix)]
fn stamp(data: &Metadata) -> Stamp {
    use std::os::unix::fs::MetadataExt;
    let changed = (data.ino(), data.ctime(), data.ctime_nsec());
    Stamp { size: data.len(), modified: data.modified().ok(), changed }
}

#[cfg(not(unix))]
fn stamp(data: &Metadata) -> Stamp {
    Stamp { size: data.len(), modified: data.modified().ok(), changed: (0, 0, 0) }
}

/// As the system says of this user; on a share only a save can really tell.
#[cfg(unix)]
pub fn can_write(dir: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(dir, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

#[cfg(not(unix))]
pub fn can_write(_: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn put(path: &Path, text: &str) {
        fs::File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
    }

    #[test]
    fn a_change_of_the_case_file_is_seen_whatever_its_time_says_and_the_same_bytes_are_no_change() {
        let now = DateTime::parse_from_rfc3339("2026-11-26T14:05:00+07:00").unwrap();
        let root = tempfile::tempdir().unwrap();
        let dir = root.path().join("tb-1");
        fs::create_dir(&dir).unwrap();
        let path = dir.join(layout::CASE);
        put(&path, "a: 1\n");
        let first = look(&dir, None, now);
        assert_eq!(look(&dir, Some(&first), now), first);
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        put(&path, "a: 2\n");
        fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
        let second = look(&dir, Some(&first), now);
        assert_ne!(second.sha256, first.sha256);
        put(&path, "a: 1\n");
        assert_eq!(look(&dir, Some(&second), now).sha256, first.sha256);
    }

    #[test]
    fn records_that_come_are_seen_and_a_folder_that_went_keeps_what_was_seen() {
        let now = DateTime::parse_from_rfc3339("2026-11-26T14:05:00+07:00").unwrap();
        let root = tempfile::tempdir().unwrap();
        let dir = root.path().join("tb-1");
        fs::create_dir_all(dir.join(layout::RECORDS)).unwrap();
        put(&dir.join(layout::CASE), "a: 1\n");
        let first = look(&dir, None, now);
        assert_eq!(first.records, []);
        put(&dir.join(layout::RECORDS).join("01k9wq3v5h8e2m4n6p7r8s9t0v-opinion.yaml"), "");
        put(&dir.join(layout::RECORDS).join(".tmp-1"), "");
        let second = look(&dir, Some(&first), now);
        assert_eq!(second.records.len(), 1);
        fs::rename(&dir, root.path().join("elsewhere")).unwrap();
        let gone = look(&dir, Some(&second), now);
        assert_eq!(gone, Look { reach: Reach::Gone, ..second.clone() });
        fs::rename(root.path().join("elsewhere"), &dir).unwrap();
        assert_eq!(look(&dir, Some(&gone), now).reach, Reach::Writable);
    }
}
