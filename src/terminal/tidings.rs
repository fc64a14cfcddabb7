//! Changes that others make in the workspace: the thread that hears of them, or looks now and then, and has the lister read.
//!
//! Where the system tells of changes, nothing is done until it does; what is not in sight is looked at when somebody has
//! searched or turned pages and rests, else every few minutes or, in a large workspace, every hour. Where it does not (shares, other systems) what is in sight is looked at
//! every ten seconds. How often is bounded by what the look before it took.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::storage::mounts::Mounts;
use crate::storage::notices::{Notice, Notices};
use crate::storage::store::Store;
use crate::terminal::lister::Ask;

/// Several changes in short order, such as of a file and a record, are read once.
pub(super) const PAUSE: Duration = Duration::from_millis(200);
/// What came into sight is followed when nothing else comes into sight for so long, less than `PAUSE`: every letter of a
/// search shows other cases, and to follow them takes what their frame needs.
pub(super) const SETTLED: Duration = Duration::from_millis(100);
/// So long at most changes are gathered that come one upon another.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);
/// Where more cases changed at once, looking at all of them is no dearer than naming them.
const MANY: usize = 512;
/// What is in sight is looked at so often where nobody tells.
pub(super) const IN_SIGHT: Duration = Duration::from_secs(10);
/// Everything is looked at so often at most, and at least.
pub(super) const ALL: (Duration, Duration) = (Duration::from_secs(300), Duration::from_secs(3600));
/// A look at everything takes at most this part of the time between two; one that somebody's change asked for, this.
const SHARE: u32 = 2_000;
const SHARE_WHEN_TOLD: u32 = 20;
/// Who searched or turned a page looks at what was found for so long before everything is looked at: what others
/// changed may belong there too. Never while letters are typed, and not again so soon.
pub(super) const REST: Duration = Duration::from_secs(1);
const NOT_AGAIN: Duration = Duration::from_secs(3);

/// What the thread is told.
pub enum Word {
    /// Which cases are in sight.
    Follow(Vec<String>),
    Changed(Vec<Notice>),
    /// The lister has looked at everything, and how long that took.
    Looked(Duration),
}

/// Starts the thread, which ends with the program or the lister.
pub fn start(store: &Store, list: Sender<Ask>) -> Sender<Word> {
    let (tell, told) = channel();
    let source = Some((store.root().to_owned(), tell.clone()));
    thread::spawn(move || Tidings { source, ..Tidings::of(list, Instant::now()) }.run(&told));
    tell
}

pub(super) struct Tidings {
    /// Where notices would come from, and to whom, until that was tried.
    pub(super) source: Option<(PathBuf, Sender<Word>)>,
    notices: Option<Arc<Notices>>,
    list: Sender<Ask>,
    in_sight: Vec<String>,
    /// Whether anything was in sight before.
    has_shown: bool,
    /// What changed and has not been asked for yet.
    changed: BTreeSet<Notice>,
    /// What came into sight, and of which nobody was told before.
    fresh: BTreeSet<String>,
    since: Option<Instant>,
    /// When it is asked for.
    ask_at: Option<Instant>,
    /// When the system is asked for notices of what is in sight.
    pub(super) follow_at: Option<Instant>,
    pub(super) look_in_sight_at: Option<Instant>,
    pub(super) look_at_all_at: Option<Instant>,
    /// The same, for who searched or turned a page.
    pub(super) look_beyond_at: Option<Instant>,
    /// What a look at everything took, and when it was over.
    looked: (Duration, Instant),
}

impl Tidings {
    pub(super) fn of(list: Sender<Ask>, now: Instant) -> Self {
        Tidings {
            source: None,
            notices: None,
            list,
            in_sight: Vec::new(),
            has_shown: false,
            changed: BTreeSet::new(),
            fresh: BTreeSet::new(),
            since: None,
            ask_at: None,
            follow_at: None,
            look_in_sight_at: None,
            look_at_all_at: None,
            look_beyond_at: None,
            looked: (Duration::ZERO, now),
        }
    }

    fn run(mut self, told: &Receiver<Word>) {
        loop {
            let looks = [self.look_in_sight_at, self.look_at_all_at, self.look_beyond_at];
            let next = [self.ask_at, self.follow_at].into_iter().chain(looks);
            let next = next.flatten().min();
            let word = match next {
                None => told.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(at) => told.recv_timeout(at.saturating_duration_since(Instant::now())),
            };
            let now = Instant::now();
            match word {
                Ok(word) => self.hear(word, now),
                Err(RecvTimeoutError::Timeout) => (),
                Err(RecvTimeoutError::Disconnected) => return,
            }
            if !self.due(now).into_iter().all(|ask| self.list.send(ask).is_ok()) {
                return;
            }
        }
    }

    pub(super) fn hear(&mut self, word: Word, now: Instant) {
        match word {
            Word::Follow(cases) => {
                self.begin();
                self.follow_at = Some(if self.has_shown { now + SETTLED } else { now });
                // What is shown first was read just now; what was out of sight again before anybody looked is let go.
                if self.has_shown {
                    let known: BTreeSet<&String> = self.in_sight.iter().collect();
                    let was_fresh = |case: &String| self.fresh.contains(case);
                    let fresh = cases.iter().filter(|case| !known.contains(case) || was_fresh(case));
                    self.fresh = fresh.cloned().collect();
                    self.put_off(!self.fresh.is_empty(), now);
                    let (took, when) = self.looked;
                    let free_at = when + (took * SHARE_WHEN_TOLD).max(NOT_AGAIN);
                    self.look_beyond_at = Some(free_at.max(now + REST));
                }
                self.has_shown |= !cases.is_empty();
                self.in_sight = cases;
                // Until the system is known to tell of it.
                self.look_in_sight_at.get_or_insert(now + IN_SIGHT);
            }
            Word::Changed(notices) => self.gather(notices, now),
            Word::Looked(took) => {
                self.looked = (took, now);
                self.look_at_all_at = Some(now + (took * SHARE).clamp(ALL.0, ALL.1));
            }
        }
    }

    /// Asks the system for notices, once there is a workspace.
    fn begin(&mut self) {
        let Some((root, out)) = self.source.take() else { return };
        let Some(notices) = Notices::of(&root).map(Arc::new) else { return };
        self.notices = Some(Arc::clone(&notices));
        // Both block in the system for as long as the program runs.
        let tell = out.clone();
        thread::spawn(move || {
            let Ok(mounts) = Mounts::open() else { return };
            while mounts.next().is_ok() && tell.send(Word::Changed(vec![Notice::Reach])).is_ok() {}
        });
        thread::spawn(move || {
            while let Ok(changed) = notices.next()
                && (changed.is_empty() || out.send(Word::Changed(changed)).is_ok())
            {}
        });
    }

    fn gather(&mut self, notices: Vec<Notice>, now: Instant) {
        self.put_off(!notices.is_empty(), now);
        self.changed.extend(notices);
    }

    /// Asks a little later, for what may come upon it, where there is anything to ask for.
    fn put_off(&mut self, is_needed: bool, now: Instant) {
        if is_needed {
            let since = *self.since.get_or_insert(now);
            self.ask_at = Some((now + PAUSE).min(since + PATIENCE));
        }
    }

    /// Has the system tell of what is in sight, if it can and has room for so many.
    fn follow(&mut self) {
        self.follow_at = None;
        if self.notices.as_ref().is_some_and(|notices| notices.follow(&self.in_sight)) {
            self.look_in_sight_at = None;
        }
    }

    /// What is asked of the lister now.
    pub(super) fn due(&mut self, now: Instant) -> Vec<Ask> {
        let mut asks = Vec::new();
        let is_due = |at: Option<Instant>| at.is_some_and(|at| at <= now);
        // What came into sight is followed before it is looked at, so that no change falls between.
        if is_due(self.follow_at) || self.follow_at.is_some() && is_due(self.ask_at) {
            self.follow();
        }
        if is_due(self.look_at_all_at) || is_due(self.look_beyond_at) {
            (self.look_at_all_at, self.look_beyond_at) = (None, None);
            asks.push(Ask::All { quietly: true });
        }
        if is_due(self.look_in_sight_at) {
            self.look_in_sight_at = Some(now + IN_SIGHT);
            asks.push(Ask::Cases(self.in_sight.iter().cloned().collect()));
        }
        if is_due(self.ask_at) {
            asks.extend(self.ask_for_changes(now));
        }
        asks
    }

    /// What is in sight is never held up by a look at everything that has to wait.
    fn ask_for_changes(&mut self, now: Instant) -> Vec<Ask> {
        let is_for_all = self.changed.contains(&Notice::Workspace) || self.changed.len() > MANY;
        let (took, when) = self.looked;
        let free_at = when + took * SHARE_WHEN_TOLD;
        (self.ask_at, self.since) = (None, None);
        let mut cases = std::mem::take(&mut self.fresh);
        if is_for_all && free_at <= now {
            self.changed.clear();
            return vec![Ask::All { quietly: true }];
        }
        let mut asks = Vec::new();
        // Whether anything can be written is looked at with any case, and with none.
        let asks_reach = self.changed.remove(&Notice::Reach);
        if is_for_all {
            let is_changed = |case: &&String| self.changed.contains(&Notice::Case((*case).clone()));
            cases.extend(self.in_sight.iter().filter(is_changed).cloned());
            self.ask_at = Some(free_at);
        } else {
            for notice in std::mem::take(&mut self.changed) {
                match notice {
                    Notice::Case(case) => drop(cases.insert(case)),
                    Notice::Meeting(meeting) => asks.push(Ask::Meeting(meeting)),
                    Notice::Workspace | Notice::Reach => (),
                }
            }
        }
        if asks_reach || !cases.is_empty() {
            asks.push(Ask::Cases(cases));
        }
        asks
    }
}
