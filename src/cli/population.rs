//! `demo --cases`: writes a synthetic workspace of any size, on every core.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use crate::cli::failure::Failure;
use crate::domain::decision::Outcome;
use crate::domain::record::{Body, Folder, Header};
use crate::exchange::synthetic::Plan;
use crate::storage::{demo, layout, record_file};

/// Cases that a thread takes at a time.
const BATCH: u64 = 32;

/// Of meeting and case: whether what was decided is to put it off.
type Outcomes = Mutex<HashMap<(String, String), bool>>;

struct Work<'a> {
    root: &'a Path,
    plan: &'a Plan,
    next: AtomicU64,
    stop: AtomicBool,
    outcomes: Outcomes,
}

/// The files are not made durable one by one: what can be made again from its seed is worth no `fsync`.
pub fn write(root: &Path, plan: &Plan) -> Result<(), Failure> {
    let (next, stop) = (AtomicU64::new(0), AtomicBool::new(false));
    let work = Work { root, plan, next, stop, outcomes: Outcomes::default() };
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let results: Vec<Result<(), Failed>> = thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(|| work.cases())).collect();
        let broken = || Err((root.to_owned(), io::Error::other("a thread ended early")));
        running.into_iter().map(|one| one.join().unwrap_or_else(|_| broken())).collect()
    });
    let meetings = || results.into_iter().collect::<Result<(), Failed>>().and_then(|()| work.meetings());
    meetings().map_err(|(path, error)| demo::unwritten(&path, error).into())
}

type Failed = (PathBuf, io::Error);

impl Work<'_> {
    fn cases(&self) -> Result<(), Failed> {
        loop {
            let first = self.next.fetch_add(BATCH, Ordering::Relaxed);
            if first >= self.plan.cases || self.stop.load(Ordering::Relaxed) {
                return Ok(());
            }
            for index in first..(first + BATCH).min(self.plan.cases) {
                // One thread that cannot write is the end for all.
                self.case(index).inspect_err(|_| self.stop.store(true, Ordering::Relaxed))?;
            }
        }
    }

    fn case(&self, index: u64) -> Result<(), Failed> {
        let Some(case) = self.plan.case(index) else {
            return Err((self.root.to_owned(), io::Error::other("there is no tumour to draw")));
        };
        let dir = self.root.join(&case.folder);
        make(&dir)?;
        put(&dir.join(layout::CASE), case.file.as_bytes())?;
        let digests: Vec<String> = case.seen().map(|file| record_file::sha256(file.as_bytes())).collect();
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        let mut decided: Vec<(Option<String>, Option<String>, bool)> = Vec::new();
        let board = &self.plan.board;
        let done = case.records(board, &digests, &mut |header, body| {
            if let Body::Decision(decision) = &body {
                let deferred = decision.outcome.as_ref().is_some_and(|one| one.is(Outcome::Deferred));
                decided.push((decision.made_on.clone(), decision.meeting.clone(), deferred));
            }
            seal(&mut files, &header, &body)
        });
        if done.is_none() {
            return Err((dir, io::Error::other("a record cannot be written")));
        }
        for (file, digest) in case.seen().zip(&digests) {
            if decided.iter().any(|(made_on, ..)| made_on.as_ref() == Some(digest)) {
                files.push((layout::kept_case_name(digest), file.as_bytes().to_vec()));
            }
        }
        if let Ok(mut outcomes) = self.outcomes.lock() {
            for (_, meeting, deferred) in decided {
                outcomes.extend(meeting.map(|meeting| ((meeting, case.folder.clone()), deferred)));
            }
        }
        put_records(self.root, &Folder::Case(case.folder), files)
    }

    fn meetings(&self) -> Result<(), Failed> {
        let meetings = self.root.join(layout::MEETINGS);
        make(&meetings)?;
        let outcomes = self.outcomes.lock().map(|outcomes| outcomes.clone()).unwrap_or_default();
        for number in 0..self.plan.meetings() {
            let (folder, file) = self.plan.meeting(number);
            make(&meetings.join(&folder))?;
            put(&meetings.join(&folder).join(layout::MEETING), file.as_bytes())?;
            let mut files = Vec::new();
            let outcome = |case: &str| outcomes.get(&(folder.clone(), case.to_owned())).copied();
            let done = self
                .plan
                .meeting_records(number, &outcome, &mut |header, body| seal(&mut files, &header, &body));
            if done.is_none() {
                return Err((meetings.join(folder), io::Error::other("a record cannot be written")));
            }
            put_records(self.root, &Folder::Meeting(folder), files)?;
        }
        Ok(())
    }
}

fn seal(files: &mut Vec<(String, Vec<u8>)>, header: &Header, body: &Body) -> Option<String> {
    let (bytes, record) = record_file::serialise(header, body).ok()?;
    files.push((layout::record_name(&header.id, &header.kind), bytes));
    Some(record.sha256)
}

fn put_records(root: &Path, folder: &Folder, files: Vec<(String, Vec<u8>)>) -> Result<(), Failed> {
    if files.is_empty() {
        return Ok(());
    }
    let dir = layout::records_dir(root, folder);
    make(&dir)?;
    files.into_iter().try_for_each(|(name, bytes)| put(&dir.join(name), &bytes))
}

fn make(dir: &Path) -> Result<(), Failed> {
    fs::create_dir(dir).map_err(|error| (dir.to_owned(), error))
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Failed> {
    let written = File::create_new(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| (path.to_owned(), error))
}
