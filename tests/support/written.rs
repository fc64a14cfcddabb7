//! A workspace with one small case, written as a person would.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use tempfile::TempDir;

/// The day of the sample meeting.
pub fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

/// A workspace without a board, whose only case is `tb-1`.
pub fn workspace(case: &[u8]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("tb-1")).unwrap();
    put(&root.path().join("tb-1/case.yaml"), case);
    root
}

pub fn put(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}
