//! The file of an index: a version, the workspace it belongs to, and the cases in parts, each with its checksum.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::thread;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::storage::draft::make_private_dir;
use crate::storage::index::catalogue::Index;
use crate::storage::index::checksum::checksum;
use crate::storage::index::entry::{Entry, Kept};
use crate::storage::index::plan::KnownMeeting;
use crate::storage::{cores, leftover};

/// Raised with every change of what is kept; the version of the program stands beside it.
const FORMAT: u32 = 8;
const MAGIC: &[u8] = b"tumorboard index ";
/// Cases in one part: enough for a thread to be busy with.
const PART: usize = 4096;
/// No cache of ours is larger; a larger file is not read at all.
const LARGEST: u64 = 4 * 1024 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
struct Head {
    workspace: String,
    board: Option<String>,
    meetings: Vec<KnownMeeting>,
    parts: usize,
}

impl Index {
    /// The index as it was last kept; none where there is none, or where it is damaged, of another version or of
    /// another workspace.
    pub fn load(cache: &Path, root: &Path) -> Option<Self> {
        let mut index = Index::new(Some(cache), root);
        let file = index.file.as_ref()?;
        if fs::metadata(file).ok()?.len() > LARGEST {
            return None;
        }
        let bytes = fs::read(file).ok()?;
        let mut rest = bytes.strip_prefix(first_line().as_slice())?;
        let head: Head = decode(next_part(&mut rest)?)?;
        if head.workspace != index.root.to_string_lossy() {
            return None;
        }
        let parts: Vec<&[u8]> = (0..head.parts).map(|_| next_part(&mut rest)).collect::<Option<_>>()?;
        if !rest.is_empty() {
            return None;
        }
        let entries = decode_all(&parts)?;
        index.reserve(entries.iter().map(Vec::len).sum());
        entries.into_iter().flatten().for_each(|entry| index.push(entry));
        index.board = head.board;
        index.meetings = head.meetings;
        Some(index)
    }

    /// Keeps the index, if anything changed. It can always be made again, so nothing waits for the disk: it is written
    /// beside the old one and put in its place, and a torn file shows by its checksums.
    pub fn save(&mut self) -> io::Result<()> {
        let Some(file) = self.file.as_ref().filter(|_| self.changed) else { return Ok(()) };
        let dir = file.parent().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        make_private_dir(dir)?;
        let temporary = dir.join(leftover::fresh_name());
        let written = write(self, &temporary).and_then(|()| fs::rename(&temporary, file));
        if written.is_err() {
            let _ = fs::remove_file(&temporary);
        }
        self.changed = written.is_err();
        written
    }
}

fn write(index: &Index, path: &Path) -> io::Result<()> {
    let mut out = io::BufWriter::new(create_private(path)?);
    out.write_all(&first_line())?;
    let head = Head {
        workspace: index.root.to_string_lossy().into_owned(),
        board: index.board.clone(),
        meetings: index.meetings.clone(),
        parts: index.cases.len().div_ceil(PART),
    };
    put_part(&mut out, &encode(&head)?)?;
    let all = index.cases.chunks(PART).zip(index.keys.chunks(PART)).zip(index.marks.chunks(PART));
    for ((cases, keys), marks) in all {
        let kept: Vec<Kept> = cases
            .iter()
            .zip(keys)
            .zip(marks)
            .map(|((summary, keys), mark)| Kept::of(summary, keys, *mark))
            .collect();
        put_part(&mut out, &encode(&kept)?)?;
    }
    out.flush()
}

fn first_line() -> Vec<u8> {
    let mut line = MAGIC.to_vec();
    line.extend_from_slice(format!("{FORMAT} {}\n", env!("CARGO_PKG_VERSION")).as_bytes());
    line
}

/// Length, checksum, bytes.
fn put_part(out: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&checksum(bytes).to_le_bytes())?;
    out.write_all(bytes)
}

/// The bytes of the next part, whose checksum is looked at when it is decoded.
fn next_part<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, _) = rest.split_first_chunk::<8>()?;
    let whole = usize::try_from(u64::from_le_bytes(*length)).ok()?.checked_add(16)?;
    let (part, after) = rest.split_at_checked(whole)?;
    *rest = after;
    part.get(8..)
}

fn decode<T: DeserializeOwned>(part: &[u8]) -> Option<T> {
    let (value, rest) = postcard::take_from_bytes(checked(part)?).ok()?;
    rest.is_empty().then_some(value)
}

/// What stands behind the checksum, where it is right.
fn checked(part: &[u8]) -> Option<&[u8]> {
    let (sum, bytes) = part.split_first_chunk::<8>()?;
    (checksum(bytes) == u64::from_le_bytes(*sum)).then_some(bytes)
}

/// The cases of a part, one at a time, so that they are never in memory in both forms.
fn entries(part: &[u8]) -> Option<Vec<Entry>> {
    let (count, mut rest) = postcard::take_from_bytes::<usize>(checked(part)?).ok()?;
    let mut all = Vec::with_capacity(count.min(PART));
    for _ in 0..count {
        let (kept, after) = postcard::take_from_bytes::<Kept>(rest).ok()?;
        all.push(kept.entry());
        rest = after;
    }
    rest.is_empty().then_some(all)
}

fn encode<T: Serialize>(value: &T) -> io::Result<Vec<u8>> {
    postcard::to_stdvec(value).map_err(io::Error::other)
}

fn decode_all(parts: &[&[u8]]) -> Option<Vec<Vec<Entry>>> {
    let several = |parts: &[&[u8]]| parts.iter().map(|part| entries(part)).collect::<Option<Vec<_>>>();
    let size = parts.len().div_ceil(cores::count()).max(1);
    let decoded: Option<Vec<Vec<Vec<Entry>>>> = thread::scope(|scope| {
        let running: Vec<_> = parts.chunks(size).map(|parts| scope.spawn(move || several(parts))).collect();
        running.into_iter().map(|thread| thread.join().ok()?).collect()
    });
    Some(decoded?.into_iter().flatten().collect())
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
