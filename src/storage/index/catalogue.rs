//! What is known of every case of a workspace, in the order of the folders.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::meeting;
use crate::domain::query::Haystack;
use crate::domain::summary::Summary;
use crate::storage::index::entry::{Entry, Mark};
use crate::storage::index::plan::KnownMeeting;
use crate::storage::parts::Name;

/// The file of an index.
pub const NAME: Name = Name { of: "index", format: 18 };

/// Cases that are kept together: enough for a thread to be busy with, and few, because memory for large pieces is long kept.
pub(super) const PART: usize = 256;

/// Three lists of the same length: a summary, what it is found by, and how its files were when they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    pub(super) root: PathBuf,
    /// Where it is kept; nowhere where there is no cache folder.
    pub(super) file: Option<PathBuf>,
    /// The digest of board.yaml with which the cases were checked.
    pub(super) board: Option<String>,
    pub(super) meetings: Vec<KnownMeeting>,
    pub(super) cases: Vec<Arc<Summary>>,
    pub(super) keys: Vec<Haystack>,
    pub(super) marks: Vec<Mark>,
    /// Whether it is other than what is kept.
    pub(super) changed: bool,
}

impl Index {
    /// An index that knows nothing yet. `cache` is the user's cache folder.
    pub fn new(cache: Option<&Path>, root: &Path) -> Self {
        let root = std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let file = cache.map(|cache| NAME.path(cache, &root));
        Index { root, file, ..Index::default() }
    }

    pub fn cases(&self) -> &[Arc<Summary>] {
        &self.cases
    }

    /// What each case, in the same order, is found by.
    pub fn keys(&self) -> &[Haystack] {
        &self.keys
    }

    /// What was read by itself is put beside its neighbours.
    pub(super) fn gather(&mut self) {
        for part in self.keys.chunks_mut(PART).filter(|part| part.iter().any(Haystack::stands_alone)) {
            Haystack::gather(part);
        }
    }

    /// For so many cases, once: what grows leaves holes in memory.
    pub(super) fn make_room(&mut self, cases: usize) {
        let more = cases.saturating_sub(self.cases.len());
        self.cases.reserve_exact(more);
        self.keys.reserve_exact(more);
        self.marks.reserve_exact(more);
    }

    /// The meetings of which not everything can be read, by their folders.
    pub fn unknown_meetings(&self) -> impl Iterator<Item = &str> {
        self.meetings.iter().filter(|one| !one.is_known).map(|one| one.folder.as_str())
    }

    /// Says of each case whether the latest meeting put it off; true where that is other than before.
    pub(super) fn mark_put_off(&mut self) -> bool {
        let now = meeting::put_off(self.meetings.iter().map(|one| &one.sitting));
        let mut differs = false;
        for case in &mut self.cases {
            let put_off = now.get(case.folder.as_str()).copied();
            if case.put_off != put_off {
                Arc::make_mut(case).put_off = put_off;
                differs = true;
            }
        }
        self.changed |= differs;
        differs
    }

    pub(super) fn push(&mut self, entry: Entry) {
        self.cases.push(entry.summary);
        self.keys.push(entry.keys);
        self.marks.push(entry.mark);
    }
}
