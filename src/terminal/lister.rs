//! The lister: a thread of its own that keeps the list of cases, so that a large workspace holds up no record.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use chrono::{DateTime, NaiveDate};

use crate::i18n::Words;
use crate::phrase;
use crate::storage::draft::Draft;
use crate::storage::index::{Index, Moment};
use crate::storage::store::Store;
use crate::terminal::keeper::Keeper;
use crate::terminal::{clock, fault};
use crate::ui::msg::{Listing, Msg, Unsaved};

pub struct Lister {
    pub store: Store,
    pub keeper: Arc<Keeper>,
    pub words: &'static Words,
    /// The day for cases that no meeting lists.
    pub today: NaiveDate,
    /// The user's cache folder; without one every start reads every case.
    pub cache: Option<PathBuf>,
}

/// The thread while it runs; dropping the sender and asking it to stop ends it soon.
pub struct Running {
    pub ask: Sender<()>,
    stop: Arc<AtomicBool>,
    handle: JoinHandle<()>,
}

impl Running {
    /// What was read until now is kept for the next start.
    pub fn end(self) {
        self.stop.store(true, Ordering::Relaxed);
        drop(self.ask);
        let _ = self.handle.join();
    }
}

impl Lister {
    pub fn start(self, inbox: Sender<Vec<Msg>>) -> Running {
        let (ask, asked) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&stop);
        let handle = thread::spawn(move || self.run(&asked, &inbox, &seen));
        Running { ask, stop, handle }
    }

    fn run(&self, asked: &Receiver<()>, inbox: &Sender<Vec<Msg>>, stop: &AtomicBool) {
        let mut index = None;
        while asked.recv().is_ok() {
            // Asked twice before it began is asked once.
            while asked.try_recv().is_ok() {}
            if stop.load(Ordering::Relaxed) {
                return;
            }
            let listed = fault::contain(|| {
                let index = index.get_or_insert_with(|| self.open());
                self.list(index, inbox, stop);
            });
            if let Err(place) = listed {
                index = None;
                let text = self.words.with("fault-contained", &[("place", place.into())]);
                let _ = inbox.send(vec![Msg::Notice(text)]);
            }
        }
    }

    fn open(&self) -> Index {
        let (cache, root) = (self.cache.as_deref(), self.store.root());
        let kept = cache.and_then(|cache| Index::load(cache, root));
        kept.unwrap_or_else(|| Index::new(cache, root))
    }

    /// Sends the list as it grows, and once more when it is whole.
    fn list(&self, index: &mut Index, inbox: &Sender<Vec<Msg>>, stop: &AtomicBool) {
        let folders = self.store.meetings().unwrap_or_default();
        let listing = Listing {
            board: self.store.board(),
            tables: self.store.tables(),
            meetings: folders.iter().map(|folder| self.store.meeting(folder)).collect(),
            unsaved: self.unsaved(),
            reach: self.store.reach(),
            ..Listing::default()
        };
        let send = |index: &Index, is_whole: bool| {
            let (cases, keys) = (index.cases().to_vec(), index.keys().to_vec());
            let listing = Listing { cases, keys, is_whole, ..listing.clone() };
            let _ = inbox.send(vec![Msg::Listed(Box::new(listing))]);
        };
        let moment = Moment { now: clock::machine(), today: self.today, asked: None };
        let mut first = true;
        // A folder that cannot be listed is told by its reach; what is known of it stays.
        let _ = index.refresh(moment, stop, &mut |index, progress| {
            // Few are read before anybody sees a part of them.
            if progress.stale > FEW && progress.read < progress.stale && !(first && index.cases().is_empty())
            {
                send(index, false);
            }
            first = false;
        });
        if !stop.load(Ordering::Relaxed) {
            send(index, true);
        }
        // A cache that cannot be kept is made again the next time.
        let _ = index.save();
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        let mut drafts = self.keeper.all();
        drafts.sort_by(|one, other| other.saved.cmp(&one.saved));
        let today = clock::now().map(|now| now.date_naive()).ok();
        let at = |draft: &Draft| match DateTime::parse_from_rfc3339(&draft.saved) {
            Ok(saved) if Some(saved.date_naive()) == today => saved.format("%H:%M").to_string(),
            Ok(saved) => {
                format!("{} {}", phrase::day(self.words, saved.date_naive()), saved.format("%H:%M"))
            }
            Err(_) => "?".to_owned(),
        };
        let unsaved = |draft: &Draft| Unsaved {
            folder: draft.folder.clone(),
            whose: draft.whose.clone(),
            at: at(draft),
        };
        drafts.iter().map(unsaved).collect()
    }
}

/// So many changed cases are read before anybody could see a part of them.
const FEW: usize = 64;
