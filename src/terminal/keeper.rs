//! Keeps what is being typed: on the disk half a second after a change, and at once when the program must end.

use std::collections::BTreeMap;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::domain::identity::Whose;
use crate::domain::record::Folder;
use crate::storage::draft::{Draft, Drafts};
use crate::storage::error::Error;
use crate::storage::layout;
use crate::terminal::clock;
use crate::ui::msg::Msg;

/// So long further keys are waited for, so that a burst of typing is one write.
const PAUSE: Duration = Duration::from_millis(500);
/// A disk that refused is tried again after so long.
const AFTER_FAILURE: Duration = Duration::from_secs(5);

/// The drafts of this session. A thread of its own writes them, because the worker may be busy with a slow share.
pub struct Keeper {
    drafts: Option<Drafts>,
    waiting: Mutex<Waiting>,
    changed: Condvar,
    /// Held while the disk is written, so that whoever flushes last knows that everything is there.
    disk: Mutex<()>,
}

#[derive(Default)]
struct Waiting {
    texts: BTreeMap<(Folder, String), Text>,
    ended: bool,
}

/// What is to be on the disk.
enum Text {
    Kept { whose: Whose, saved: String, content: String },
    Dropped { whose: Whose },
}

impl Text {
    fn whose(&self) -> &Whose {
        match self {
            Text::Kept { whose, .. } | Text::Dropped { whose } => whose,
        }
    }
}

impl Keeper {
    /// Without a state folder nothing is kept.
    pub fn new(drafts: Option<Drafts>) -> Arc<Self> {
        Arc::new(Keeper {
            drafts,
            waiting: Mutex::default(),
            changed: Condvar::new(),
            disk: Mutex::default(),
        })
    }

    /// Writes until `end`; a failure is told once, in `says`, and tried again; so is its end.
    pub fn start(
        self: &Arc<Self>,
        inbox: Sender<Vec<Msg>>,
        says: impl Fn(&Error) -> String + Send + 'static,
    ) -> JoinHandle<()> {
        let keeper = Arc::clone(self);
        thread::spawn(move || {
            let mut failing = false;
            while !keeper.wait(if failing { AFTER_FAILURE } else { PAUSE }) {
                let failed = keeper.flush();
                if failed.is_some() != failing {
                    let _ = inbox.send(vec![Msg::Drafts(failed.as_ref().map(&says))]);
                }
                failing = failed.is_some();
            }
            keeper.flush();
        })
    }

    /// Writes what is still to be written and ends the thread.
    pub fn end(&self) {
        lock(&self.waiting).ended = true;
        self.changed.notify_all();
    }

    pub fn keep(&self, of: Folder, form: String, whose: Whose, content: String) {
        let saved = clock::now().map(|now| now.to_rfc3339()).unwrap_or_default();
        self.put(of, form, Text::Kept { whose, saved, content });
    }

    pub fn drop_draft(&self, of: Folder, form: String, whose: Whose) {
        self.put(of, form, Text::Dropped { whose });
    }

    fn put(&self, of: Folder, form: String, text: Text) {
        lock(&self.waiting).texts.insert((of, form), text);
        self.changed.notify_all();
    }

    /// Blocks until there is something to write and the pause after it is over; whether this is the end.
    fn wait(&self, pause: Duration) -> bool {
        let waiting = lock(&self.waiting);
        let has_nowhere = self.drafts.is_none();
        let idle = |waiting: &mut Waiting| (waiting.texts.is_empty() || has_nowhere) && !waiting.ended;
        let waiting = self.changed.wait_while(waiting, idle).unwrap_or_else(PoisonError::into_inner);
        let (waiting, _) = self
            .changed
            .wait_timeout_while(waiting, pause, |waiting| !waiting.ended)
            .unwrap_or_else(PoisonError::into_inner);
        waiting.ended
    }

    /// Writes everything that waits, now; what cannot be written waits on.
    pub fn flush(&self) -> Option<Error> {
        let disk = lock(&self.disk);
        self.write(&disk)
    }

    /// As `flush`, by somebody who may be the very thread that holds the disk; whether everything is there.
    pub fn flush_within(&self, most: Duration) -> bool {
        lock_within(&self.disk, most).is_some_and(|disk| self.write(&disk).is_none())
    }

    fn write(&self, _disk: &MutexGuard<'_, ()>) -> Option<Error> {
        let drafts = self.drafts.as_ref()?;
        let texts = std::mem::take(&mut lock(&self.waiting).texts);
        let mut failed = None;
        for ((of, form), text) in texts {
            let done = match &text {
                Text::Kept { whose, saved, content } => drafts.save(&of, &form, whose, saved, content),
                // A draft that cannot be removed is offered again, which is no loss.
                Text::Dropped { whose } => drafts.drop(&of, &form, whose).or(Ok(())),
            };
            if let Err(error) = done {
                failed = Some(error);
                // What was typed meanwhile is newer.
                lock(&self.waiting).texts.entry((of, form)).or_insert(text);
            }
        }
        failed
    }

    /// The drafts of a folder as they are after everything that waited was written.
    pub fn of_folder(&self, folder: &Folder) -> Vec<Draft> {
        let folder = layout::folder_path(folder);
        let mut drafts = self.all();
        drafts.retain(|draft| draft.folder == folder);
        drafts
    }

    /// What was typed on a case while nobody was named in it is from now on this patient's, unless a text of theirs is there;
    /// whether there was any.
    pub fn adopt(&self, of: &Folder, now: &Whose) -> bool {
        let all = self.of_folder(of);
        let has_own = |form: &str| all.iter().any(|one| one.form == form && one.whose.may_be(now));
        let mut adopted = false;
        for draft in all.iter().filter(|one| one.whose.is_nobody() && !has_own(&one.form)) {
            let key = (of.clone(), draft.form.clone());
            let (saved, content) = (draft.saved.clone(), draft.content.clone());
            let text = Text::Kept { whose: now.clone(), saved, content };
            lock(&self.waiting).texts.insert(key, text);
            adopted = true;
            // Only when it is there under the name, nobody's goes.
            if self.flush().is_none()
                && let Some(drafts) = &self.drafts
            {
                let _ = drafts.drop(of, &draft.form, &draft.whose);
            }
        }
        adopted
    }

    /// Those of the disk, and in their place what it does not take: that is kept here as long as the program runs.
    pub fn all(&self) -> Vec<Draft> {
        self.flush();
        let mut drafts = self.drafts.as_ref().map(Drafts::all).unwrap_or_default();
        for ((of, form), text) in &lock(&self.waiting).texts {
            let folder = layout::folder_path(of);
            // A text for another patient under the same case id is another text.
            let whose = text.whose();
            drafts.retain(|draft| draft.folder != folder || draft.form != *form || !draft.whose.is(whose));
            if let Text::Kept { whose, saved, content } = text {
                drafts.push(Draft {
                    schema: 1,
                    workspace: String::new(),
                    folder,
                    form: form.clone(),
                    whose: whose.clone(),
                    saved: saved.clone(),
                    content: content.clone(),
                });
            }
        }
        drafts
    }
}

/// A thread that panicked in between left at worst one text unwritten.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The same for somebody who may be the very thread that holds it, and must not wait for ever.
pub fn lock_within<T>(mutex: &Mutex<T>, most: Duration) -> Option<MutexGuard<'_, T>> {
    let begun = Instant::now();
    loop {
        match mutex.try_lock() {
            Ok(guard) => return Some(guard),
            Err(TryLockError::Poisoned(guard)) => return Some(guard.into_inner()),
            Err(TryLockError::WouldBlock) if begun.elapsed() < most => {
                thread::sleep(Duration::from_millis(5));
            }
            Err(TryLockError::WouldBlock) => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> Folder {
        Folder::Case("tb-1".into())
    }

    #[test]
    fn of_what_is_typed_fast_only_the_last_is_written_and_what_was_dropped_stays_dropped() {
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let keeper = Keeper::new(Some(Drafts::of(state.path(), root.path())));
        let keep = |content: &str| {
            keeper.keep(case(), "decision".into(), Whose::default(), content.into());
        };
        let contents = || keeper.of_folder(&case()).into_iter().map(|one| one.content).collect::<Vec<_>>();
        keep("1");
        keep("12");
        assert_eq!(contents(), ["12"]);
        keep("123");
        keeper.drop_draft(case(), "decision".into(), Whose::default());
        assert_eq!(contents(), Vec::<String>::new());
        keep("new");
        assert_eq!(contents(), ["new"]);
    }

    #[test]
    fn what_cannot_be_written_waits_and_is_written_when_the_disk_is_back() {
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let inside = state.path().join("state");
        std::fs::File::create(&inside).unwrap();
        let keeper = Keeper::new(Some(Drafts::of(&inside, root.path())));
        keeper.keep(case(), "decision".into(), Whose::default(), "kept".into());
        assert!(keeper.flush().is_some());
        assert_eq!(keeper.of_folder(&case()).len(), 1, "meanwhile it is kept in memory");
        std::fs::remove_file(&inside).unwrap();
        assert!(keeper.flush().is_none());
        assert_eq!(keeper.all().len(), 1);
    }

    #[test]
    fn without_a_state_folder_what_is_typed_is_kept_until_the_program_ends() {
        let keeper = Keeper::new(None);
        let meeting = Folder::Meeting("2026-11-26".into());
        keeper.keep(case(), "decision".into(), Whose::default(), "typed".into());
        keeper.keep(meeting.clone(), "attendance".into(), Whose::default(), "marked".into());
        assert!(keeper.flush().is_none());
        assert_eq!(keeper.of_folder(&case())[0].content, "typed");
        assert_eq!(keeper.of_folder(&meeting)[0].folder, "meetings/2026-11-26");
        keeper.drop_draft(case(), "decision".into(), Whose::default());
        assert!(keeper.of_folder(&case()).is_empty());
    }
}
