//! The exact case file that a decision was made on, kept beside its record.

use std::path::Path;
use std::{fs, io};

use crate::domain::record::Folder;
use crate::storage::bytes::read_beneath;
use crate::storage::error::{Doing, Error, ErrorKind, Hint, Why};
use crate::storage::layout::{self, Name};
use crate::storage::modes::Policy;
use crate::storage::{atomic, record_file, yaml};

/// Keeps the exact case file that a decision is made on, and refuses when it is no longer the one on disk. Says
/// whether the disk confirms it.
pub fn keep_case(
    root: &Path,
    folder: &Folder,
    records: &Path,
    made_on: &str,
    policy: Policy,
) -> Result<bool, Error> {
    let path = layout::folder_dir(root, folder).join(layout::CASE);
    let failed = |error| Error::io(Doing::KeepCase, &path, error);
    let name = layout::kept_case_name(made_on);
    if !layout::is_sha256(made_on) {
        return Err(Error::ours(ErrorKind::Refused, Doing::KeepCase, &path, Why::NoDigest, Hint::Report));
    }
    let dir = layout::folder_dir(root, folder);
    let bytes = read_beneath(&dir, layout::CASE, LARGEST_CASE).map_err(failed)?;
    if record_file::sha256(&bytes) != made_on {
        return Err(Error::ours(ErrorKind::Conflict, Doing::KeepCase, &path, Why::CaseChanged, Hint::Reload));
    }
    make_records_dir(records, policy).map_err(failed)?;
    match atomic::create_as(records, &name, &bytes, policy) {
        Ok(saved) => Ok(saved.is_confirmed),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let path = records.join(name);
            Err(Error::ours(ErrorKind::Integrity, Doing::KeepCase, path, Why::KeptChanged, Hint::Verify))
        }
        Err(error) => Err(Error::io(Doing::KeepCase, &records.join(name), error)),
    }
}

/// The reader of people's files refuses larger ones, so nothing larger was ever shown.
pub const LARGEST_CASE: usize = yaml::MOST_BYTES;

/// Makes the records folder where there is none, and its name durable as long as it holds nothing: an earlier
/// try may have been cut off between the two.
pub fn make_records_dir(records: &Path, policy: Policy) -> io::Result<bool> {
    match holds_record(records) {
        Ok(true) => return Ok(true),
        Ok(false) => policy.open_dir_to_group(records)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            match atomic::again(|| policy.create_dir(records)) {
                // Somebody else was faster.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => (),
                other => other?,
            }
        }
        Err(error) => return Err(error),
    }
    records.parent().map_or(Ok(true), atomic::sync_dir)
}

fn holds_record(records: &Path) -> io::Result<bool> {
    let is_record = |name: &str| matches!(layout::read_name(name), Name::Record { .. });
    let mut entries = atomic::again(|| fs::read_dir(records))?.flatten();
    Ok(entries.any(|entry| is_record(&entry.file_name().to_string_lossy())))
}
