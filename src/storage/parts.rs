//! A file of the user's cache: what it is and of which version, and parts, each with its length and its checksum.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::storage::checksum::checksum;
use crate::storage::draft::make_private_dir;
use crate::storage::leftover;
use crate::storage::record_file::sha256;

/// A part is read past this.
const READ_AT_ONCE: usize = 8 * 1024;
/// No part of ours is larger.
const LARGEST_PART: u64 = 256 * 1024 * 1024;
/// No cache of ours is larger; a larger file is not read at all.
const LARGEST: u64 = 4 * 1024 * 1024 * 1024;

/// What a file is; the version of the program stands beside it.
pub struct Name {
    pub of: &'static str,
    /// Raised with every change of what is kept.
    pub format: u32,
}

impl Name {
    /// Where it is kept for a workspace, of which `root` is the canonical path. `cache` is the user's cache folder.
    pub fn path(&self, cache: &Path, root: &Path) -> PathBuf {
        let key: String = sha256(root.to_string_lossy().as_bytes()).chars().take(32).collect();
        cache.join(self.of).join(format!("{key}.bin"))
    }

    fn line(&self) -> Vec<u8> {
        format!("tumorboard {} {} {}\n", self.of, self.format, env!("CARGO_PKG_VERSION")).into_bytes()
    }
}

/// The file behind its first line, and its length; none where there is none of this name and version.
pub fn open(path: &Path, name: &Name) -> Option<(BufReader<File>, u64)> {
    let length = fs::metadata(path).ok().filter(|data| data.is_file() && data.len() <= LARGEST)?.len();
    let mut file = BufReader::with_capacity(READ_AT_ONCE, File::open(path).ok()?);
    let mut line = name.line();
    file.read_exact(&mut line).ok().filter(|()| line == name.line())?;
    Some((file, length))
}

/// Checksum and bytes of the next part; the checksum is looked at when it is decoded.
pub fn next(file: &mut impl Read, part: &mut Vec<u8>) -> Option<()> {
    let mut length = [0; 8];
    file.read_exact(&mut length).ok()?;
    let whole = u64::from_le_bytes(length).checked_add(8).filter(|whole| *whole <= LARGEST_PART)?;
    part.clear();
    file.take(whole).read_to_end(part).ok()?;
    (u64::try_from(part.len()).ok()? == whole).then_some(())
}

/// What stands behind the checksum, where it is right.
pub fn checked(part: &[u8]) -> Option<&[u8]> {
    let (sum, bytes) = part.split_first_chunk::<8>()?;
    (checksum(bytes) == u64::from_le_bytes(*sum)).then_some(bytes)
}

pub fn decode<T: DeserializeOwned>(part: &[u8]) -> Option<T> {
    let (value, rest) = postcard::take_from_bytes(checked(part)?).ok()?;
    rest.is_empty().then_some(value)
}

/// One more part.
pub fn put<T: Serialize>(out: &mut dyn Write, value: &T) -> io::Result<()> {
    let bytes = postcard::to_stdvec(value).map_err(io::Error::other)?;
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&checksum(&bytes).to_le_bytes())?;
    out.write_all(&bytes)
}

/// Makes the file out of what `fill` puts. It can always be made again, so nothing waits for the disk: it is written
/// beside the old one and put in its place, and a torn file shows by its checksums.
pub fn write(
    path: &Path,
    name: &Name,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let dir = path.parent().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
    make_private_dir(dir)?;
    let temporary = dir.join(leftover::fresh_name());
    let all = || {
        let mut out = BufWriter::new(create_private(&temporary)?);
        out.write_all(&name.line())?;
        fill(&mut out)?;
        out.flush()
    };
    let written = all().and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// Files of workspaces that are there no more, such as no program of this version reads, and what was not written to its
/// end long ago: what a list and a check keep holds the names of patients. `cache` is the user's cache folder.
pub fn abandoned(cache: &Path, name: &Name, now: SystemTime) -> Vec<PathBuf> {
    let entries = fs::read_dir(cache.join(name.of)).into_iter().flatten().flatten();
    let is_abandoned = |path: &PathBuf| match path.extension() {
        Some(end) if end == "bin" => workspace(path, name).is_none_or(|root| fs::metadata(root).is_err()),
        _ => leftover::is_abandoned(path, now).unwrap_or(false),
    };
    entries.map(|entry| entry.path()).filter(is_abandoned).collect()
}

/// Of which workspace a file is: every head begins with it.
fn workspace(path: &Path, name: &Name) -> Option<String> {
    let (mut file, _) = open(path, name)?;
    let mut part = Vec::new();
    next(&mut file, &mut part)?;
    Some(postcard::take_from_bytes::<String>(checked(&part)?).ok()?.0)
}

#[cfg(unix)]
fn create_private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn create_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}
