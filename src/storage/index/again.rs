//! Looking again at a few cases of which somebody told that they changed; the others are taken to be as they were.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::domain::agenda;
use crate::domain::workspace::MeetingFolder;
use crate::storage::error::Error;
use crate::storage::index::catalogue::Index;
use crate::storage::index::refresh::{Moment, read_all};
use crate::storage::store::Store;

impl Index {
    /// True when anything that is known of them is other than before. Roster and tables are those of the last `refresh`.
    pub fn look_again(
        &mut self,
        folders: &[String],
        moment: Moment,
        stop: &AtomicBool,
    ) -> Result<bool, Error> {
        let store = Store::open(&self.root)?;
        let (board, tables) = (store.board().value.unwrap_or_default(), store.tables());
        let mut folders = folders.to_vec();
        folders.sort_unstable();
        folders.dedup();
        let stamps = self.look(folders.clone(), moment.now, stop)?;
        if stop.load(Ordering::Relaxed) {
            return Ok(false);
        }
        let is_there = |folder: &String| stamps.binary_search_by(|(known, _)| known.cmp(folder)).is_ok();
        let gone: Vec<&String> = folders.iter().filter(|folder| !is_there(folder)).collect();
        let mut differs = self.remove(&gone);
        let jobs = self.jobs(stamps, moment, false);
        let root = self.root.clone();
        read_all(&root, (&board, &tables), &jobs, stop, &mut |batch| differs |= self.take(batch));
        Ok(differs)
    }

    /// Takes what somebody just read of a meeting for what it says, until everything is looked at; true when another case is
    /// put off than before.
    pub fn hear_of(&mut self, meeting: &MeetingFolder) -> bool {
        let Some(known) = self.meetings.iter_mut().find(|one| one.folder == meeting.folder) else {
            return false;
        };
        known.sitting = agenda::sitting(meeting);
        self.mark_put_off()
    }

    fn remove(&mut self, folders: &[&String]) -> bool {
        let before = self.cases.len();
        for folder in folders {
            if let Ok(at) = self.cases.binary_search_by(|case| case.folder.as_str().cmp(folder)) {
                self.cases.remove(at);
                self.keys.remove(at);
                self.marks.remove(at);
            }
        }
        self.changed |= self.cases.len() != before;
        self.cases.len() != before
    }
}
