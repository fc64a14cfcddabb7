//! Watches the case that is open: a thread looks at its folder every two seconds and tells only what changed.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use chrono::DateTime;

use crate::domain::text::Shown;
use crate::storage::look::Look;
use crate::storage::presence::Presence;
use crate::storage::store::Store;
use crate::terminal::clock;
use crate::ui::msg::{Attending, Msg, Sight, Writer};

const PAUSE: Duration = Duration::from_secs(2);
/// A note about who writes is renewed so often; readers forget it after five times that.
const RENEW: Duration = Duration::from_secs(120);
/// So long the end of the program waits for its note to be taken back: a share may be away.
const FOR_NOTE: Duration = Duration::from_millis(300);

#[derive(Default)]
pub struct Watch {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    on: Option<Attending>,
    /// What was there before a case was read, so that nothing falls between reading and looking.
    begun: Option<(String, Look)>,
    news: bool,
    ended: bool,
}

/// The note that this program has laid beside a case.
struct Note {
    about: Attending,
    since: String,
    renewed: Instant,
}

impl Watch {
    /// Starts the thread; the receiver hears when it has ended.
    pub fn start(self: &Arc<Self>, store: Store, inbox: Sender<Vec<Msg>>) -> Receiver<()> {
        let watch = Arc::clone(self);
        let (ended, wait) = channel();
        thread::spawn(move || {
            watch.run(&store, &inbox);
            let _ = ended.send(());
        });
        wait
    }

    /// Which case is open from now on, and who writes on it.
    pub fn attend(&self, on: Option<Attending>) {
        let mut state = lock(&self.state);
        state.on = on;
        state.news = true;
        self.changed.notify_all();
    }

    /// A case is about to be read, and this is how its folder looked before.
    pub fn begin(&self, folder: &str, look: Look) {
        lock(&self.state).begun = Some((folder.to_owned(), look));
    }

    pub fn end(&self, ended: &Receiver<()>) {
        lock(&self.state).ended = true;
        self.changed.notify_all();
        let _ = ended.recv_timeout(FOR_NOTE);
    }

    /// Blocks while no case is open; else until something is told or the pause is over.
    fn wait(&self) -> MutexGuard<'_, State> {
        let state = lock(&self.state);
        let is_quiet = |state: &mut State| !state.news && !state.ended;
        let mut state = if state.on.is_none() {
            self.changed.wait_while(state, is_quiet).unwrap_or_else(PoisonError::into_inner)
        } else {
            let waited = self.changed.wait_timeout_while(state, PAUSE, is_quiet);
            waited.unwrap_or_else(PoisonError::into_inner).0
        };
        state.news = false;
        state
    }

    fn run(&self, store: &Store, inbox: &Sender<Vec<Msg>>) {
        let mut note: Option<Note> = None;
        let mut last: Option<(String, Look)> = None;
        loop {
            let (on, begun, ended) = {
                let mut state = self.wait();
                (state.on.clone(), state.begun.take(), state.ended)
            };
            let on = on.filter(|_| !ended);
            keep_note(store, &mut note, on.as_ref());
            if ended {
                return;
            }
            let Some(on) = on else {
                last = begun;
                continue;
            };
            last = begun.or(last).filter(|(folder, _)| *folder == on.folder);
            let Ok(now) = clock::now() else { continue };
            let look = store.look(&on.folder, last.as_ref().map(|(_, look)| look), now);
            let before = last.as_ref().map(|(_, look)| look);
            if before != Some(&look) {
                let news = before.is_none_or(|before| before.records != look.records);
                let pictures = before.is_some_and(|before| before.attachments != look.attachments);
                let sight = Sight { pictures, ..sight(&on.folder, &look, news) };
                let _ = inbox.send(vec![Msg::Seen(Box::new(sight))]);
            }
            last = Some((on.folder, look));
        }
    }
}

/// Lays, renews or takes back the note that says who writes. That it could not be done stops nobody.
fn keep_note(store: &Store, note: &mut Option<Note>, on: Option<&Attending>) {
    let wanted = on.filter(|on| on.writer.is_some());
    if let Some(old) = note.take_if(|note| wanted != Some(&note.about)) {
        let _ = store.withdraw(&old.about.folder);
    }
    let Some(Attending { folder, writer: Some(name) }) = wanted else { return };
    if note.as_ref().is_some_and(|note| note.renewed.elapsed() < RENEW) {
        return;
    }
    let Ok(now) = clock::now().map(|now| now.to_rfc3339()) else { return };
    let since = note.take().map_or_else(|| now.clone(), |note| note.since);
    let _ = store.announce(folder, &Presence::of(name, &since, &now));
    let about = Attending { folder: folder.clone(), writer: Some(name.clone()) };
    *note = Some(Note { about, since, renewed: Instant::now() });
}

/// What was seen, with the time at which it was.
pub fn sight(folder: &str, look: &Look, news: bool) -> Sight {
    let writer = |presence: &Presence| Writer {
        name: Shown::line(&presence.name).into_string(),
        since: DateTime::parse_from_rfc3339(&presence.since)
            .map_or_else(|_| "?".to_owned(), |since| since.format("%H:%M").to_string()),
        is_here: presence.is_here(),
    };
    Sight {
        folder: folder.to_owned(),
        sha256: look.sha256.clone(),
        news,
        pictures: false,
        reach: look.reach,
        writers: look.writers.iter().map(writer).collect(),
        at: clock::now().map(|now| now.format("%H:%M").to_string()).unwrap_or_default(),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
