//! The file of an index: a version, the workspace it belongs to, and the cases in parts, each with its checksum.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use serde::{Deserialize, Serialize};

use crate::domain::cores;
use crate::domain::query::Haystack;
use crate::domain::summary::Summary;
use crate::storage::index::catalogue::{Index, NAME, PART};
use crate::storage::index::entry::{Entry, Kept, Mark};
use crate::storage::index::plan::KnownMeeting;
use crate::storage::parts;

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
        let (mut file, length) = parts::open(file, &NAME)?;
        let mut part = Vec::new();
        parts::next(&mut file, &mut part)?;
        let head: Head = parts::decode(&part)?;
        // A case takes more than a byte.
        if head.workspace != index.root.to_string_lossy() || u64::try_from(head.cases).ok()? > length {
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
                parts::next(&mut next.0, &mut part)?;
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
        let written = parts::write(file, &NAME, |out| write(self, out));
        self.changed = written.is_err();
        written
    }
}

fn write(index: &Index, out: &mut dyn Write) -> io::Result<()> {
    let head = Head {
        workspace: index.root.to_string_lossy().into_owned(),
        board: index.board.clone(),
        meetings: index.meetings.clone(),
        cases: index.cases.len(),
    };
    parts::put(out, &head)?;
    let all = index.cases.chunks(PART).zip(index.keys.chunks(PART)).zip(index.marks.chunks(PART));
    for ((cases, keys), marks) in all {
        let kept: Vec<Kept> = cases
            .iter()
            .zip(keys)
            .zip(marks)
            .map(|((summary, keys), mark)| Kept::of(summary, keys, *mark))
            .collect();
        parts::put(out, &(Haystack::texts(keys), kept))?;
    }
    Ok(())
}

/// The cases of a part, each into its place.
fn entries(part: &[u8], cases: &mut [Arc<Summary>], keys: &mut [Haystack], marks: &mut [Mark]) -> Option<()> {
    let ((texts, count), mut rest) =
        postcard::take_from_bytes::<(&str, usize)>(parts::checked(part)?).ok()?;
    for ((case, key), mark) in cases.iter_mut().zip(&mut *keys).zip(marks) {
        let (kept, after) = postcard::take_from_bytes::<Kept>(rest).ok()?;
        let entry: Entry = kept.entry();
        (*case, *key, *mark) = (entry.summary, entry.keys, entry.mark);
        rest = after;
    }
    Haystack::put(keys, texts)?;
    (rest.is_empty() && count == cases.len()).then_some(())
}
