//! The file of an index: a version, the workspace it belongs to, and the cases in parts, each with its checksum.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::domain::query::Haystack;
use crate::domain::summary::Summary;
use crate::storage::draft::make_private_dir;
use crate::storage::index::catalogue::{Index, PART};
use crate::storage::index::checksum::checksum;
use crate::storage::index::entry::{Entry, Kept, Mark};
use crate::storage::index::plan::KnownMeeting;
use crate::storage::{cores, leftover};

/// Raised with every change of what is kept; the version of the program stands beside it.
const FORMAT: u32 = 11;
const MAGIC: &[u8] = b"tumorboard index ";
/// A part is read past this.
const READ_AT_ONCE: usize = 8 * 1024;
/// No part of ours is larger.
const LARGEST_PART: u64 = 256 * 1024 * 1024;
/// No cache of ours is larger; a larger file is not read at all.
const LARGEST: u64 = 4 * 1024 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
struct Head {
    workspace: String,
    board: Option<String>,
    meetings: Vec<KnownMeeting>,
    cases: usize,
}

impl Index {
    /// The index as it was last kept; none where there is none, or where it is damaged, of another version or of
    /// another workspace.
    pub fn load(cache: &Path, root: &Path) -> Option<Self> {
        let mut index = Index::new(Some(cache), root);
        let file = index.file.as_ref()?;
        // A case takes more than a byte.
        let length = fs::metadata(file).ok()?.len();
        if length > LARGEST {
            return None;
        }
        let mut file = BufReader::with_capacity(READ_AT_ONCE, File::open(file).ok()?);
        let mut line = first_line();
        file.read_exact(&mut line).ok().filter(|()| line == first_line())?;
        let mut part = Vec::new();
        next_part(&mut file, &mut part)?;
        let head: Head = decode(&part)?;
        if head.workspace != index.root.to_string_lossy() {
            return None;
        }
        if u64::try_from(head.cases).ok()? > length {
            return None;
        }
        index.fill(head.cases, file)?;
        index.board = head.board;
        index.meetings = head.meetings;
        Some(index)
    }

    /// Every case is put in its place as it is read, on every core, so that none is in memory twice.
    fn fill(&mut self, count: usize, file: BufReader<File>) -> Option<()> {
        let nothing = Arc::new(Summary::default());
        self.cases = vec![nothing; count];
        self.keys = vec![Haystack::default(); count];
        self.marks = vec![Mark::default(); count];
        let places =
            self.cases.chunks_mut(PART).zip(self.keys.chunks_mut(PART)).zip(self.marks.chunks_mut(PART));
        let waiting = Mutex::new((file, places));
        let work = || {
            let mut part = Vec::new();
            loop {
                // One thread reads while the others take apart what they have read.
                let mut next = waiting.lock().unwrap_or_else(PoisonError::into_inner);
                let Some(((cases, keys), marks)) = next.1.next() else { return Some(()) };
                next_part(&mut next.0, &mut part)?;
                drop(next);
                entries(&part, cases, keys, marks)?;
            }
        };
        thread::scope(|scope| {
            let threads = cores::count().min(count.div_ceil(PART));
            let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            running.into_iter().try_for_each(|thread| thread.join().ok()?)
        })?;
        let (mut file, _) = waiting.into_inner().ok()?;
        let is_end = file.read(&mut [0]).ok()? == 0;
        is_end.then_some(())
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
        cases: index.cases.len(),
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
        put_part(&mut out, &encode(&(Haystack::texts(keys), kept))?)?;
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

/// Checksum and bytes of the next part; the checksum is looked at when it is decoded.
fn next_part(file: &mut impl Read, part: &mut Vec<u8>) -> Option<()> {
    let mut length = [0; 8];
    file.read_exact(&mut length).ok()?;
    let whole = u64::from_le_bytes(length).checked_add(8).filter(|whole| *whole <= LARGEST_PART)?;
    part.clear();
    file.take(whole).read_to_end(part).ok()?;
    (u64::try_from(part.len()).ok()? == whole).then_some(())
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

/// The cases of a part, each into its place.
fn entries(part: &[u8], cases: &mut [Arc<Summary>], keys: &mut [Haystack], marks: &mut [Mark]) -> Option<()> {
    let ((texts, count), mut rest) = postcard::take_from_bytes::<(&str, usize)>(checked(part)?).ok()?;
    for ((case, key), mark) in cases.iter_mut().zip(&mut *keys).zip(marks) {
        let (kept, after) = postcard::take_from_bytes::<Kept>(rest).ok()?;
        let entry: Entry = kept.entry();
        (*case, *key, *mark) = (entry.summary, entry.keys, entry.mark);
        rest = after;
    }
    Haystack::put(keys, texts)?;
    (rest.is_empty() && count == cases.len()).then_some(())
}

fn encode<T: Serialize>(value: &T) -> io::Result<Vec<u8>> {
    postcard::to_stdvec(value).map_err(io::Error::other)
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
