//! The lister: a thread of its own that keeps the list of cases, so that a large workspace holds up no record.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate};

use crate::domain::cores;
use crate::domain::record::Folder;
use crate::i18n::Words;
use crate::phrase;
use crate::storage::draft::Draft;
use crate::storage::index::{Index, Moment};
use crate::storage::layout;
use crate::storage::listing;
use crate::storage::store::Store;
use crate::terminal::keeper::Keeper;
use crate::terminal::{clock, fault};
use crate::ui::msg::{Listing, Msg, SavedDraft, Unsaved};

/// What is asked of the lister.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Everything; quietly, when it is told only where it is other than before.
    All { quietly: bool },
    /// These cases; the others are as they were.
    Cases(BTreeSet<String>),
    /// This case was left: something was recorded in it perhaps, or is kept as a draft.
    Left(String),
    /// What happened in this meeting.
    Meeting(String),
}

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
    pub ask: Sender<Ask>,
    stop: Arc<AtomicBool>,
    ended: Receiver<()>,
}

impl Running {
    /// What was read until now is kept for the next start, as far as the disk takes it soon; whether it did.
    pub fn end(self) -> bool {
        self.stop.store(true, Ordering::Relaxed);
        // Others can ask too, so that it would wait for them.
        let _ = self.ask.send(Ask::All { quietly: true });
        self.ended.recv_timeout(FOR_CACHE).is_ok()
    }
}

impl Lister {
    /// `looked` hears how long each look at everything took.
    pub fn start(
        self,
        inbox: Sender<Vec<Msg>>,
        (ask, asked): Asking,
        looked: impl Fn(Duration) + Send + 'static,
    ) -> Running {
        let stop = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&stop);
        let (end, ended) = channel();
        thread::spawn(move || {
            let mut at_work =
                AtWork { lister: self, inbox, looked: &looked, stop: &seen, index: None, last: None };
            at_work.run(&asked);
            let _ = end.send(());
        });
        Running { ask, stop, ended }
    }

    fn open(&self) -> Index {
        let (cache, root) = (self.cache.as_deref(), self.store.root());
        let kept = cache.and_then(|cache| Index::load(cache, root));
        kept.unwrap_or_else(|| Index::new(cache, root))
    }

    fn moment(&self) -> Moment {
        Moment { now: clock::machine(), today: self.today, asked: None }
    }

    /// Everything but the cases.
    fn frame(&self) -> Listing {
        let folders = self.store.meetings().unwrap_or_default();
        let drafts = self.drafts();
        Listing {
            board: self.store.board(),
            tables: self.store.tables(),
            meetings: cores::each_waiting(&folders, |folder| self.store.meeting(folder)),
            unsaved: self.unsaved(&drafts),
            meeting_drafts: of_meetings(&drafts),
            reach: self.store.reach(),
            is_whole: true,
            ..Listing::default()
        }
    }

    /// The newest first.
    fn drafts(&self) -> Vec<Draft> {
        let mut drafts = self.keeper.all();
        drafts.sort_by(|one, other| other.saved.cmp(&one.saved));
        drafts
    }

    fn unsaved(&self, drafts: &[Draft]) -> Vec<Unsaved> {
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

fn of_meetings(drafts: &[Draft]) -> Vec<(Folder, SavedDraft)> {
    let own = drafts.iter().filter_map(|draft| match layout::folder_of(&draft.folder) {
        of @ Folder::Meeting(_) => {
            Some((of, SavedDraft { form: draft.form.clone(), content: draft.content.clone() }))
        }
        Folder::Case(_) => None,
    });
    own.collect()
}

/// The lister, with what it knows.
struct AtWork<'a> {
    lister: Lister,
    inbox: Sender<Vec<Msg>>,
    looked: &'a dyn Fn(Duration),
    stop: &'a AtomicBool,
    index: Option<Index>,
    /// What was told last, without the cases.
    last: Option<Listing>,
}

impl AtWork<'_> {
    fn run(&mut self, asked: &Receiver<Ask>) {
        while let Ok(first) = asked.recv() {
            // Asked twice before it began is asked once.
            for ask in merged(std::iter::once(first).chain(asked.try_iter())) {
                if self.stop.load(Ordering::Relaxed) {
                    return;
                }
                if let Err(place) = fault::contain(|| self.answer(&ask)) {
                    self.index = None;
                    let text = self.lister.words.with("fault-contained", &[("place", place.into())]);
                    self.say(Msg::Notice(text));
                }
            }
        }
    }

    fn say(&self, msg: Msg) {
        let _ = self.inbox.send(vec![msg]);
    }

    fn answer(&mut self, ask: &Ask) {
        match ask {
            Ask::All { quietly } => {
                let begun = Instant::now();
                self.list(*quietly);
                (self.looked)(begun.elapsed());
            }
            Ask::Cases(folders) => self.list_some(folders, false),
            Ask::Left(folder) => {
                let Some(last) = &mut self.last else { return };
                let frame = self.lister.frame();
                let differs = *last != frame;
                *last = frame;
                self.list_some(&BTreeSet::from([folder.clone()]), differs);
            }
            Ask::Meeting(folder) => {
                let meeting = self.lister.store.meeting(folder);
                let (Some(index), Some(last)) = (&mut self.index, &mut self.last) else { return };
                match last.meetings.iter_mut().find(|old| old.folder == meeting.folder) {
                    Some(old) if *old == meeting => return,
                    Some(old) => old.clone_from(&meeting),
                    None => return self.list(true),
                }
                if index.hear_of(&meeting) {
                    return tell(&self.inbox, last, index, None);
                }
                self.say(Msg::MeetingRead(Box::new(meeting)));
            }
        }
    }

    /// Tells the list as it is kept, as it grows, and once more when it is whole.
    fn list(&mut self, quietly: bool) {
        let first = self.index.is_none();
        let (frame, index) = thread::scope(|scope| {
            let lister = &self.lister;
            let opening = self.index.take().ok_or_else(|| scope.spawn(|| lister.open()));
            let frame = lister.frame();
            let index = opening.or_else(thread::ScopedJoinHandle::join);
            (frame, index.unwrap_or_else(|_| Index::new(None, lister.store.root())))
        });
        let index = self.index.insert(index);
        let (inbox, stop) = (&self.inbox, self.stop);
        if first && index.cases().len() > LARGE {
            // Whether all of it is as it was takes longer than anybody waits for a first look at it.
            tell(inbox, &frame, index, Some(index.cases().len()));
        }
        let mut begun = false;
        // A folder that cannot be listed is told by its reach; what is known of it stays.
        let looked = index.refresh(self.lister.moment(), stop, &mut |index, progress| {
            // Few are read before anybody sees a part of them, and what others wrote shows when it is read.
            let is_slow = progress.stale > FEW && progress.read < progress.stale;
            let is_news = begun || !index.cases().is_empty();
            if is_slow && is_news && !quietly {
                tell(inbox, &frame, index, Some(progress.cases));
            }
            begun = true;
        });
        let differs = looked.is_ok_and(|progress| progress.changed) || self.last.as_ref() != Some(&frame);
        if !stop.load(Ordering::Relaxed) && (differs || !quietly) {
            tell(inbox, &frame, index, None);
        }
        self.last = Some(frame);
        // A cache that cannot be kept is made again the next time.
        let _ = index.save();
    }

    /// Looks at these cases again; the cache is kept when everything is looked at. `differs`: there is something to tell
    /// whatever became of them.
    fn list_some(&mut self, folders: &BTreeSet<String>, mut differs: bool) {
        let (Some(index), Some(last)) = (&mut self.index, &mut self.last) else { return };
        let root = self.lister.store.root();
        let folders: Vec<String> =
            folders.iter().filter(|name| listing::may_be_case(root, name)).cloned().collect();
        let reach = self.lister.store.reach();
        let looked = index.look_again(&folders, self.lister.moment(), self.stop);
        differs |= looked.is_ok_and(|differs| differs);
        if differs || last.reach != reach {
            last.reach = reach;
            tell(&self.inbox, last, index, None);
        }
    }
}

/// `of` says how many cases there are, while they are being read.
fn tell(inbox: &Sender<Vec<Msg>>, frame: &Listing, index: &Index, of: Option<usize>) {
    let (cases, keys) = (index.cases().to_vec(), index.keys().to_vec());
    let (is_whole, of) = (of.is_none(), of.unwrap_or(index.cases().len()));
    let listing = Listing { cases, keys, is_whole, of, ..frame.clone() };
    let _ = inbox.send(vec![Msg::Listed(Box::new(listing))]);
}

/// Everything, where that is asked for; else all that is asked for, each once.
fn merged(asks: impl Iterator<Item = Ask>) -> Vec<Ask> {
    let (mut all, mut cases, mut meetings) = (None, None, BTreeSet::new());
    let mut left = BTreeSet::new();
    for ask in asks {
        match ask {
            Ask::All { quietly } => all = Some(quietly && all.unwrap_or(true)),
            Ask::Cases(folders) => cases.get_or_insert_with(BTreeSet::new).extend(folders),
            Ask::Left(folder) => drop(left.insert(folder)),
            Ask::Meeting(folder) => drop(meetings.insert(folder)),
        }
    }
    if let Some(quietly) = all {
        return vec![Ask::All { quietly }];
    }
    let mut merged: Vec<Ask> = meetings.into_iter().map(Ask::Meeting).collect();
    merged.extend(left.into_iter().map(Ask::Left));
    merged.extend(cases.map(Ask::Cases));
    merged
}

/// How it is asked: both ends.
pub type Asking = (Sender<Ask>, Receiver<Ask>);

/// So many changed cases are read before anybody could see a part of them.
const FEW: usize = 64;
/// A kept list of more cases is shown before it is known whether they are as they were.
const LARGE: usize = 1_000;
/// So long the end of the program waits until the cache is kept: it can be made again.
const FOR_CACHE: Duration = Duration::from_secs(2);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::summary::Summary;
    use crate::i18n::Lang;

    fn lister_of(root: &std::path::Path) -> Lister {
        Lister {
            store: Store::open(root).unwrap(),
            keeper: Keeper::new(None),
            words: Words::shared(Lang::En),
            today: NaiveDate::default(),
            cache: None,
        }
    }

    #[test]
    fn it_ends_when_it_is_asked_to_though_others_could_still_ask() {
        let dir = tempfile::tempdir().unwrap();
        let lister = lister_of(dir.path());
        let (inbox, _messages) = channel();
        let (ask, asked) = channel();
        let _other = ask.clone();
        assert!(lister.start(inbox, (ask, asked), |_| ()).end());
    }

    #[test]
    fn of_a_case_that_was_left_the_list_tells_what_became_of_it_and_others_are_not_looked_at() {
        let dir = tempfile::tempdir().unwrap();
        let put = |case: &str, name: &str| {
            std::fs::create_dir_all(dir.path().join(case)).unwrap();
            let text = format!("schema: 1\nid: {case}\npatient:\n  name: {name}\n");
            let mut file = std::fs::File::create(dir.path().join(case).join("case.yaml")).unwrap();
            std::io::Write::write_all(&mut file, text.as_bytes()).unwrap();
        };
        put("tb-1", "An");
        put("tb-2", "An");
        let lister = lister_of(dir.path());
        let (inbox, messages) = channel();
        let running = lister.start(inbox, channel(), |_| ());
        let names = || loop {
            let told = messages.recv_timeout(Duration::from_secs(60)).unwrap();
            for msg in told {
                if let Msg::Listed(listing) = msg
                    && listing.is_whole
                {
                    let name = |case: &Arc<Summary>| case.about().patient.name().unwrap_or("-").to_owned();
                    return listing.cases.iter().map(name).collect::<Vec<_>>();
                }
            }
        };
        running.ask.send(Ask::All { quietly: false }).unwrap();
        assert_eq!(names(), ["An", "An"]);
        put("tb-1", "Bình");
        put("tb-2", "Bình");
        running.ask.send(Ask::Left("tb-1".to_owned())).unwrap();
        assert_eq!(names(), ["Bình", "An"]);
        assert!(running.end());
    }

    #[test]
    fn what_is_asked_twice_before_it_is_answered_is_answered_once_and_everything_answers_all() {
        let cases = |names: &[&str]| Ask::Cases(names.iter().map(|name| (*name).to_owned()).collect());
        let meeting = || Ask::Meeting("2026-11-26-a".to_owned());
        let left = || Ask::Left("c".to_owned());
        let asked = [cases(&["a"]), left(), meeting(), cases(&["a", "b"]), meeting(), left()];
        assert_eq!(merged(asked.clone().into_iter()), [meeting(), left(), cases(&["a", "b"])]);
        let all = |quietly| Ask::All { quietly };
        assert_eq!(merged(asked.clone().into_iter().chain([all(true)])), [all(true)]);
        // Who pressed a key wants an answer.
        assert_eq!(merged([all(true), all(false), all(true)].into_iter()), [all(false)]);
    }
}
