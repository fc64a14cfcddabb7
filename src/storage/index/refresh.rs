//! Bringing an index up to date: every folder is looked at, only what changed is read, on every core and in parts.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;
use std::time::SystemTime;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::domain::board::BoardFile;
use crate::domain::check::Measure;
use crate::domain::cores;
use crate::domain::meeting::{self, latest};
use crate::domain::query::Haystack;
use crate::domain::staging::Table;
use crate::domain::summary::Summary;
use crate::storage::bytes::read_beneath;
use crate::storage::error::Error;
use crate::storage::index::catalogue::{self, Index};
use crate::storage::index::disk;
use crate::storage::index::entry::{Entry, Mark};
use crate::storage::index::plan::KnownMeeting;
use crate::storage::index::stamp::{self, Stamp};
use crate::storage::index::{plan, reader};
use crate::storage::kept_case::LARGEST_CASE;
use crate::storage::record_file::sha256;
use crate::storage::store::Store;
use crate::storage::{layout, listing};

/// Cases read before the first news: a screenful.
const FIRST: usize = 64;
/// Of more cases the first are read before the others are looked at.
const MANY: usize = 1024;
/// Cases between later news.
const LATER: usize = 2048;
/// Cases that a thread hands over at once: for each alone, the one that takes them would wake up in between.
const PART: usize = 16;

/// When the refresh happens.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The clock of the machine, for telling files that are just being written.
    pub now: SystemTime,
    /// The day for cases that no meeting lists.
    pub today: NaiveDate,
    /// The day for all cases, where one was asked for.
    pub asked: Option<NaiveDate>,
}

/// How far a refresh is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Cases in the workspace.
    pub cases: usize,
    /// Cases that have to be read, and how many of them have been.
    pub stale: usize,
    pub read: usize,
    /// Cases that are there no more.
    pub removed: usize,
    /// Whether anything is other than before.
    pub changed: bool,
}

/// What has to be done for one folder.
pub(super) struct Job {
    folder: String,
    stamp: Stamp,
    day: NaiveDate,
    /// On the agenda of a meeting, where its warnings are shown too: they are those of the meeting's day.
    listed: bool,
    /// The latest meeting that lists it put it off.
    put_off: Option<NaiveDate>,
    /// Only case.yaml may have changed, so it is enough to look at its digest first.
    unless: Option<Mark>,
    /// The time before which a file must have been changed to be trusted.
    settled: i64,
}

/// The digest of the roster, the staging tables of the workspace, and the meetings where they changed.
type Beside = (Option<String>, Vec<Table>, Option<Vec<KnownMeeting>>);

/// What came of a job.
pub(super) enum Found {
    Fresh(Entry),
    /// The same bytes as before, in a file that looks different or was just being written.
    Same {
        folder: String,
        mark: Mark,
    },
}

impl Index {
    /// Reads what changed since. `news` is told after the first screenful of a workspace that nobody knows yet, when it
    /// is known what there is to do, and now and then after that, with the index as it then is; `stop` ends the refresh
    /// early, and what was read until then is kept.
    pub fn refresh(
        &mut self,
        moment: Moment,
        stop: &AtomicBool,
        news: &mut dyn FnMut(&Index, Progress),
    ) -> Result<Progress, Error> {
        let store = Store::open(&self.root)?;
        let mut listed = None;
        if self.cases.is_empty() {
            let folders = listing::candidates(&self.root)?;
            self.begin(&folders, &store, moment, stop, news)?;
            listed = Some(folders);
        }
        // What stands beside the cases is read while they are looked at.
        let (beside, stamps) = thread::scope(|scope| {
            let beside = scope.spawn(|| self.beside(&store, moment.now));
            let folders = listed.map_or_else(|| listing::candidates(&self.root), Ok);
            let stamps = folders.and_then(|folders| self.look(folders, moment.now, stop));
            (beside.join(), stamps)
        });
        if stop.load(Ordering::Relaxed) {
            // Of a case that was not looked at nobody knows whether it is still there.
            return Ok(Progress::default());
        }
        let (board, tables, meetings) = beside.unwrap_or_else(|_| self.beside(&store, moment.now));
        let digest = measured_by(board, &tables);
        self.changed |= meetings.is_some() || digest != self.board;
        // With another roster every case may have other errors, so all are read again; until then the old are shown.
        let distrust = digest != self.board && !self.cases.is_empty();
        if !distrust {
            self.board.clone_from(&digest);
        }
        self.meetings = meetings.unwrap_or_else(|| std::mem::take(&mut self.meetings));
        let stamps = stamps?;
        let mut progress = self.forget_the_gone(&stamps);
        progress.changed |= self.mark_put_off();
        let jobs = self.jobs(stamps, moment, distrust);
        progress.stale = jobs.len();
        self.make_room(progress.cases);
        news(self, progress);
        // Nobody needs the roster of a workspace in which nothing has to be read, and its parts would be long in memory.
        let board = (!jobs.is_empty()).then(|| store.board().value);
        let roster = board.flatten().unwrap_or_default();
        let root = self.root.clone();
        let whole = read_all(&root, (&roster, &tables), &jobs, stop, &mut |batch| {
            progress.read += batch.len();
            progress.changed |= self.take(batch);
            news(self, progress);
        });
        if whole {
            self.board = digest;
            self.gather();
        } else if distrust {
            // Some were measured by the new ones, some by the old: the next refresh trusts neither, for no roster has this digest.
            self.board = Some(String::new());
        }
        Ok(progress)
    }

    /// Reads the first screenful, which is the agenda of the day, before anything else: somebody waits for it, and to look at
    /// a hundred thousand folders alone takes seconds.
    fn begin(
        &mut self,
        folders: &[String],
        store: &Store,
        moment: Moment,
        stop: &AtomicBool,
        news: &mut dyn FnMut(&Index, Progress),
    ) -> Result<(), Error> {
        let cases = folders.len();
        if cases <= MANY {
            return Ok(());
        }
        let (board, tables, meetings) = self.beside(store, moment.now);
        self.board = measured_by(board, &tables);
        let roster = store.board().value.unwrap_or_default();
        self.meetings = meetings.unwrap_or_else(|| std::mem::take(&mut self.meetings));
        let first = plan::first(&self.meetings, folders, moment.today, FIRST);
        let stamps = self.look(first, moment.now, stop)?;
        let jobs = self.jobs(stamps, moment, false);
        let root = self.root.clone();
        read_all(&root, (&roster, &tables), &jobs, stop, &mut |batch| {
            self.take(batch);
        });
        news(self, Progress { cases, stale: cases, read: self.cases.len(), removed: 0, changed: true });
        Ok(())
    }

    /// How these folders are now.
    pub(super) fn look(
        &self,
        folders: Vec<String>,
        now: SystemTime,
        stop: &AtomicBool,
    ) -> Result<Vec<(String, Stamp)>, Error> {
        let known = self.cases.iter().zip(&self.marks);
        let showing = known.filter(|(_, mark)| mark.shows).map(|(case, _)| case.folder.as_str()).collect();
        stamp::all(&self.root, folders, &showing, now, stop)
    }

    fn beside(&self, store: &Store, now: SystemTime) -> Beside {
        // Without meetings that can be listed every case is as of today; whoever lists them tells why.
        let folders = store.meetings().unwrap_or_default();
        (store.board_digest(), store.tables(), plan::read(&self.root, &folders, &self.meetings, now))
    }

    fn forget_the_gone(&mut self, stamps: &[(String, Stamp)]) -> Progress {
        // Both are in the order of the folders.
        let mut there = stamps.iter().map(|(folder, _)| folder).peekable();
        let mut stays = |case: &Arc<Summary>| {
            while there.next_if(|folder| **folder < case.folder).is_some() {}
            there.peek() == Some(&&case.folder)
        };
        let stays: Vec<bool> = self.cases.iter().map(&mut stays).collect();
        let removed = stays.iter().filter(|stays| !**stays).count();
        if removed > 0 {
            retain(&mut self.cases, &stays);
            retain(&mut self.keys, &stays);
            retain(&mut self.marks, &stays);
            self.changed = true;
        }
        Progress { cases: stamps.len(), removed, changed: removed > 0, ..Progress::default() }
    }

    /// Every case that is known and asked for is among `stamps`; both are in the order of the folders.
    pub(super) fn jobs(&mut self, stamps: Vec<(String, Stamp)>, moment: Moment, distrust: bool) -> Vec<Job> {
        let days = latest(self.meetings.iter().map(|one| &one.sitting));
        let put_off = meeting::put_off(self.meetings.iter().map(|one| &one.sitting));
        let settled = disk::edge(moment.now);
        let mut known = self.cases.iter().zip(&self.marks).peekable();
        let job = |(folder, stamp): (String, Stamp)| {
            // A day that was asked for is that of the warnings too, as a meeting's is.
            let put_off = put_off.get(folder.as_str()).copied();
            let meeting = moment.asked.or_else(|| days.get(folder.as_str()).map(|(day, _)| *day));
            let (day, listed) = (meeting.unwrap_or(moment.today), meeting.is_some());
            while known.next_if(|(case, _)| case.folder < folder).is_some() {}
            let known = known
                .next_if(|(case, _)| case.folder == folder)
                .map(|(_, mark)| mark)
                .filter(|mark| !distrust && mark.day.map_or(!listed, |own| own == day))
                .filter(|mark| stamp.same_records(&mark.stamp));
            if known.is_some_and(|mark| stamp.same_file(&mark.stamp)) {
                return None;
            }
            // With the same case.yaml there may be other pictures.
            let unless = known.filter(|mark| !mark.shows).map(|mark| Mark { stamp, ..*mark });
            Some(Job { folder, stamp, day, listed, put_off, unless, settled })
        };
        stamps.into_iter().filter_map(job).collect()
    }

    /// Puts what was read in its place; true when anything is other than before.
    pub(super) fn take(&mut self, batch: Vec<Found>) -> bool {
        let mut differs = false;
        let (mut read, mut fresh) = (Vec::new(), Vec::new());
        self.changed = true;
        for found in batch {
            match found {
                Found::Fresh(entry) => read.push(entry),
                Found::Same { folder, mark } => {
                    let at = self.cases.binary_search_by(|case| case.folder.cmp(&folder));
                    if let Some(place) = at.ok().and_then(|at| self.marks.get_mut(at)) {
                        *place = mark;
                    }
                }
            }
        }
        for entry in settled(read) {
            let at = self.cases.binary_search_by(|case| case.folder.cmp(&entry.summary.folder));
            let places = at.ok().and_then(|at| {
                Some((self.cases.get_mut(at)?, self.keys.get_mut(at)?, self.marks.get_mut(at)?))
            });
            match places {
                Some((case, keys, mark)) => {
                    differs |= **case != *entry.summary;
                    (*case, *keys, *mark) = (entry.summary, entry.keys, entry.mark);
                }
                None => fresh.push(entry),
            }
        }
        differs |= !fresh.is_empty();
        self.merge(fresh);
        differs
    }

    /// Adds cases that were not there; both lists are in the order of the folders.
    fn merge(&mut self, fresh: Vec<Entry>) {
        let Some(first) = fresh.first() else { return };
        // They come about in their order, so what makes room for them is short.
        let from = self.cases.partition_point(|case| case.folder < first.summary.folder);
        let cases = self.cases.split_off(from);
        let (keys, marks) = (self.keys.split_off(from), self.marks.split_off(from));
        let old = cases.into_iter().zip(keys).zip(marks);
        let mut old = old.map(|((summary, keys), mark)| Entry { summary, keys, mark }).peekable();
        let mut fresh = fresh.into_iter().peekable();
        loop {
            let first = match (old.peek(), fresh.peek()) {
                (Some(one), Some(other)) if one.summary.folder <= other.summary.folder => old.next(),
                (Some(_), None) => old.next(),
                _ => fresh.next(),
            };
            let Some(entry) = first else { return };
            self.push(entry);
        }
    }
}

/// In the order of the folders, and in memory of their own: what a thread that reads hands over lies between what it has let
/// go of, and would keep all of that from being used again.
fn settled(mut read: Vec<Entry>) -> Vec<Entry> {
    read.sort_by(|one, other| one.summary.folder.cmp(&other.summary.folder));
    let mut keys: Vec<Haystack> = read.iter().map(|entry| entry.keys.clone()).collect();
    // Fewer are put beside their neighbours at the end.
    keys.chunks_exact_mut(catalogue::PART).for_each(Haystack::gather);
    let own = |(entry, keys): (&Entry, Haystack)| Entry {
        summary: Arc::new(Summary::clone(&entry.summary)),
        keys,
        mark: entry.mark,
    };
    read.iter().zip(keys).map(own).collect()
}

/// What errors depend on beside the case: with other staging tables it may have others, as with another roster.
fn measured_by(board: Option<String>, tables: &[Table]) -> Option<String> {
    if tables.is_empty() { board } else { Some(sha256(format!("{board:?} {tables:?}").as_bytes())) }
}

fn retain<T>(all: &mut Vec<T>, stays: &[bool]) {
    let mut stay = stays.iter();
    all.retain(|_| stay.next().is_some_and(|stays| *stays));
}

/// Reads on every core and while the disk is waited for, in the order of the jobs as far as that goes; false when it was stopped.
pub(super) fn read_all(
    root: &Path,
    against: (&BoardFile, &[Table]),
    jobs: &[Job],
    stop: &AtomicBool,
    take: &mut dyn FnMut(Vec<Found>),
) -> bool {
    let next = AtomicUsize::new(0);
    // Bounded, so that little is in the air when it is stopped.
    let (out, read) = sync_channel(FIRST / PART);
    let parts: Vec<&[Job]> = jobs.chunks(PART).collect();
    let goes_on = || !stop.load(Ordering::Relaxed);
    thread::scope(|scope| {
        for _ in 0..cores::for_waiting(jobs.len()).min(parts.len()) {
            let (out, next, parts) = (out.clone(), &next, &parts);
            scope.spawn(move || {
                while goes_on()
                    && let Some(part) = parts.get(next.fetch_add(1, Ordering::Relaxed))
                {
                    let done = part.iter().take_while(|_| goes_on()).map(|job| do_one(root, against, job));
                    if out.send(done.collect::<Vec<_>>()).is_err() {
                        return;
                    }
                }
            });
        }
        drop(out);
        let mut batch = Vec::new();
        let mut size = FIRST;
        for part in read {
            batch.extend(part);
            if batch.len() >= size {
                take(std::mem::take(&mut batch));
                size = (size * 2).min(LATER);
            }
        }
        if !batch.is_empty() {
            take(batch);
        }
    });
    goes_on()
}

fn do_one(root: &Path, (roster, tables): (&BoardFile, &[Table]), job: &Job) -> Found {
    if let Some(mark) = job.unless {
        let now = read_beneath(&root.join(&job.folder), layout::CASE, LARGEST_CASE).ok();
        let same = |now: &[u8]| mark.digest.is_some_and(|known| now.starts_with(&known));
        if now.is_some_and(|bytes| same(&Sha256::digest(bytes))) {
            return Found::Same { folder: job.folder.clone(), mark };
        }
    }
    let measure = Measure::of_list(roster, job.day, tables);
    let mut entry = reader::read(root, &job.folder, &measure, (job.stamp, job.settled));
    if job.put_off.is_some() {
        Arc::make_mut(&mut entry.summary).put_off = job.put_off;
    }
    if job.listed {
        entry.mark.day = Some(job.day);
    }
    Found::Fresh(entry)
}
