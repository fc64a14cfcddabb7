//! The threads beside the loop: each begins with what it needs of the others, and they end so that nothing is lost.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use crate::phrase::failure::failure;
use crate::terminal::clock;
use crate::terminal::failing::failed;
use crate::terminal::keeper::Keeper;
use crate::terminal::lister::{Lister, Running};
use crate::terminal::tidings::{self, Word};
use crate::terminal::watch::Watch;
use crate::terminal::worker::{self, Worker};
use crate::ui::msg::{Effect, Msg};

pub struct Crew {
    pub keeper: Arc<Keeper>,
    pub watch: Arc<Watch>,
    pub tidings: Sender<Word>,
    pub list: Running,
    pub jobs: Sender<Effect>,
    keeping: JoinHandle<()>,
    watching: Receiver<()>,
    working: JoinHandle<()>,
}

impl Crew {
    /// All of them work on what the lister lists.
    pub fn start(lister: Lister, inbox: &Sender<Vec<Msg>>) -> Self {
        let Lister { store, keeper, words, today, .. } = &lister;
        let (store, keeper, words, today) = (store.clone(), Arc::clone(keeper), *words, *today);
        let keeping = keeper.start(inbox.clone(), move |error| failure(words, &failed(error, &error.path)));
        let watch = Arc::new(Watch::default());
        let watching = watch.start(store.clone(), inbox.clone());
        let (list, asked) = channel();
        let tidings = tidings::start(&store, list.clone());
        let tell = tidings.clone();
        let list = lister.start(inbox.clone(), (list, asked), move |took| {
            let _ = tell.send(Word::Looked(took));
        });
        let worker = Worker {
            list: list.ask.clone(),
            store,
            keeper: Arc::clone(&keeper),
            words,
            now: clock::now,
            today,
            is_told: Cell::new(false),
            watch: Arc::clone(&watch),
        };
        let (jobs, working) = worker::start(worker, inbox.clone());
        Crew { keeper, watch, tidings, list, jobs, keeping, watching, working }
    }

    /// Every record queued for the disk is there before this returns.
    pub fn end(self) {
        self.watch.end(&self.watching);
        self.keeper.end();
        drop(self.jobs);
        // The worker ends when every record that it was given has reached the disk.
        let _ = self.working.join();
        // After the worker, which holds a way to ask for another list.
        let _ = self.list.end();
        let _ = self.keeping.join();
    }
}
