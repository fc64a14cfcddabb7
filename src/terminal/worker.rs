//! The worker: the one thread that records and opens cases; it carries out effects in their order and answers with messages.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::agenda;
use crate::domain::board::BoardFile;
use crate::domain::check::Measure;
use crate::domain::fate::Fate;
use crate::domain::identity::Whose;
use crate::domain::meeting::Days;
use crate::domain::record::{Body, Close, Folder, NewRecord};
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::domain::workspace::MeetingFolder;
use crate::i18n::Words;
use crate::phrase::failure::failure;
use crate::storage::demo;
use crate::storage::draft::Draft;
use crate::storage::journal::fresh_id;
use crate::storage::store::Store;
use crate::terminal::failing::failed;
use crate::terminal::keeper::Keeper;
use crate::terminal::lister::Ask;
use crate::terminal::watch::{Watch, sight};
use crate::terminal::{fault, image, job};
use crate::ui::command::{Command, Place};
use crate::ui::msg::{Effect, Failure, Msg, SavedDraft};

pub struct Worker {
    pub store: Store,
    pub keeper: Arc<Keeper>,
    /// The lister.
    pub list: Sender<Ask>,
    pub words: &'static Words,
    /// The clock.
    pub now: fn() -> Result<DateTime<FixedOffset>, String>,
    /// Age and recency are as of the meeting that lists a case, else as of this day.
    pub today: NaiveDate,
    /// Whether it was told already that the disk does not confirm what it keeps.
    pub is_told: Cell<bool>,
    pub watch: Arc<Watch>,
}

/// Starts the worker; dropping the sender ends it after everything queued has reached the disk.
pub fn start(worker: Worker, inbox: Sender<Vec<Msg>>) -> (Sender<Effect>, JoinHandle<()>) {
    let (jobs, queue) = channel();
    let handle = thread::spawn(move || worker.run(&queue, &inbox));
    (jobs, handle)
}

impl Worker {
    fn run(&self, queue: &Receiver<Effect>, inbox: &Sender<Vec<Msg>>) {
        while let Ok(effect) = queue.recv() {
            // Nobody looks at the answer any more; only what is to be recorded still counts.
            if job::is_ending() && !matches!(effect, Effect::Append { .. } | Effect::Time(_)) {
                continue;
            }
            let answer = self.contained(effect);
            if !answer.is_empty() {
                // When the screen is gone, what is still queued is saved all the same.
                let _ = inbox.send(answer);
            }
        }
    }

    /// A fault of the program in one of its tasks costs that task, not the meeting.
    fn contained(&self, mut effect: Effect) -> Vec<Msg> {
        // A retry after whatever happens must use the same id.
        if let Effect::Append { record, .. } = &mut effect
            && record.id.is_none()
        {
            record.id = (self.now)().ok().map(|now| fresh_id(now.into()));
        }
        let failed: Box<dyn FnOnce(String) -> Msg> = match &effect {
            Effect::Append { record, .. } => {
                let id = record.id.clone();
                Box::new(move |text| Msg::Failed(Failure { text, id }))
            }
            Effect::OpenCase(folder) => {
                let folder = folder.clone();
                Box::new(move |why| Msg::NotOpened { folder, why })
            }
            _ => Box::new(Msg::Notice),
        };
        fault::contain(|| self.carry_out(effect)).unwrap_or_else(|place| {
            vec![failed(self.words.with("fault-contained", &[("place", place.into())]))]
        })
    }

    pub fn carry_out(&self, effect: Effect) -> Vec<Msg> {
        match effect {
            Effect::OpenDemo => self.open_demo().into_iter().collect(),
            Effect::OpenCase(folder) => self.open_case(&folder),
            Effect::ReadMeeting(folder) => vec![Msg::MeetingRead(Box::new(self.store.meeting(&folder)))],
            Effect::ReadRecords(folder) => self.read_records(folder),
            Effect::Append { record, shown } => {
                // Where an earlier try reached the disk after all, the room decided on what it saw then: nothing is refused.
                let is_there = record.id.as_ref().is_some_and(|id| self.store.has_record(&record, id));
                let refusal = self.refusal(&record, shown.as_deref()).filter(|_| !is_there);
                match refusal {
                    Some(why) => vec![Msg::Failed(Failure { text: self.words.get(why), id: record.id })],
                    None => self.append(&record),
                }
            }
            Effect::Time(record) => self.time(&record),
            Effect::LoadImage { folder, file } => {
                vec![Msg::Image(image::load(&self.store, self.words, &folder, &file))]
            }
            // The rest needs the terminal, or is the keeper's.
            _ => Vec::new(),
        }
    }

    /// Writes it and has it listed; what stands in the way is told.
    fn open_demo(&self) -> Option<Msg> {
        let dir = self.store.root();
        let written = if demo::is_there(dir) { Ok(()) } else { demo::write(dir) };
        let text = match written {
            Ok(()) => {
                let _ = self.list.send(Ask::All { quietly: false });
                return None;
            }
            Err(demo::Fault::NotEmpty | demo::Fault::Unfinished) => {
                let dir = Shown::line(&dir.display().to_string()).into_string();
                let key = Command::Quit.key(Place::Offer);
                self.words.with("demo-not-empty", &[("dir", dir.into()), ("key-quit", key.into())])
            }
            Err(demo::Fault::Incomplete(file)) => {
                self.words.with("cli-demo-incomplete", &[("file", file.into())])
            }
            Err(demo::Fault::Disk(error)) => failure(self.words, &failed(&error, &error.path)),
        };
        Some(Msg::Failed(Failure { text, id: None }))
    }

    fn open_case(&self, folder: &str) -> Vec<Msg> {
        if !self.store.has_case(folder) {
            let text = self.words.with("no-such-case", &[("case", Shown::line(folder).into_string().into())]);
            return vec![Msg::NotOpened { folder: folder.to_owned(), why: text }];
        }
        // Looked at before it is read: whatever comes in between is seen as a change.
        let look = (self.now)().ok().map(|now| self.store.look(folder, None, now));
        let board: BoardFile = self.store.board().value.unwrap_or_default();
        let (days, tables) = (self.days(&self.meetings()), self.store.tables());
        // With everything that the check finds in it.
        let case = self.store.checked_case(folder, &Measure::of(folder, &days, &board, &tables));
        let of = Folder::Case(folder.to_owned());
        let now = case.file.value.as_ref().map(|case| Whose::of(&case.patient));
        let adopted = now.as_ref().is_some_and(|now| !now.is_nobody() && self.keeper.adopt(&of, now));
        let (mut drafts, others): (Vec<Draft>, Vec<Draft>) = self
            .keeper
            .of_folder(&of)
            .into_iter()
            .partition(|draft| now.as_ref().is_some_and(|now| draft.whose.is(now)));
        let foreign = now.is_some() && others.iter().any(|draft| !draft.whose.is_nobody());
        // Of a name that was corrected and corrected back there may be two.
        drafts.sort_by(|one, other| other.saved.cmp(&one.saved));
        let mut forms = BTreeSet::new();
        drafts.retain(|draft| forms.insert(draft.form.clone()));
        let drafts =
            drafts.into_iter().map(|draft| SavedDraft { form: draft.form, content: draft.content }).collect();
        let mut answer = vec![Msg::CaseOpened(Box::new(case), drafts)];
        if adopted {
            answer.push(Msg::Notice(self.words.get("draft-of-nobody")));
        } else if foreign {
            answer.push(Msg::Notice(self.words.get("draft-of-another")));
        }
        if let Some(look) = look {
            answer.push(Msg::Seen(Box::new(sight(folder, &look, false))));
            self.watch.begin(folder, look);
        }
        answer
    }

    /// While the folder is away, what the screen has stands.
    fn read_records(&self, folder: String) -> Vec<Msg> {
        let read = self.store.records(&folder);
        let answer = read.map(|(history, damaged)| Msg::RecordsRead { folder, history, damaged });
        answer.into_iter().collect()
    }

    /// Why nothing is recorded now: what the room saw is not what the disk says.
    fn refusal(&self, record: &NewRecord, shown: Option<&str>) -> Option<&'static str> {
        match (&record.folder, &record.body) {
            (Folder::Case(case), _) => match self.store.case_digest(case) {
                None => Some("watch-unreadable-under"),
                Some(now) if shown != Some(now.as_str()) => Some("watch-changed-under"),
                Some(_) => None,
            },
            (Folder::Meeting(meeting), body) => self.refusal_in_meeting(&self.store.meeting(meeting), body),
        }
    }

    /// The list may not have read yet what another computer recorded a moment ago: nothing is recorded in a meeting that is
    /// closed, and no decision is closed as not discussed.
    fn refusal_in_meeting(&self, read: &MeetingFolder, body: &Body) -> Option<&'static str> {
        if read.closed().is_some() {
            let _ = self.list.send(Ask::Meeting(read.folder.clone()));
            return Some("meeting-closed");
        }
        let Body::Close(close) = body else { return None };
        let slots = agenda::slots(read);
        let now = Close::of(slots.iter().map(|slot| {
            let summary = self.store.has_case(slot.case).then(|| Summary::of(&self.store.case(slot.case)));
            (slot.case.to_owned(), Fate::of(summary.as_ref(), &read.folder, slot.deferred))
        }));
        if now == (Close { note: None, ..close.clone() }) {
            return None;
        }
        let cases = slots.iter().map(|slot| slot.case.to_owned()).collect();
        for ask in [Ask::Meeting(read.folder.clone()), Ask::Cases(cases)] {
            let _ = self.list.send(ask);
        }
        Some("reconcile-behind")
    }

    fn meetings(&self) -> Vec<MeetingFolder> {
        let folders = self.store.meetings().unwrap_or_default();
        folders.iter().map(|folder| self.store.meeting(folder)).collect()
    }

    fn days(&self, meetings: &[MeetingFolder]) -> Days {
        let sittings: Vec<_> = meetings.iter().map(agenda::sitting).collect();
        Days::new(&sittings, None, self.today)
    }

    /// The meeting as it then is; that a time could not be kept is said, and stops nothing.
    fn time(&self, record: &NewRecord) -> Vec<Msg> {
        let said = self.append(record).into_iter().filter_map(|msg| match (msg, &record.folder) {
            (Msg::Failed(failure), _) => Some(Msg::Notice(failure.text)),
            (Msg::Appended { .. }, Folder::Meeting(meeting)) => {
                Some(Msg::MeetingRead(Box::new(self.store.meeting(meeting))))
            }
            (Msg::Appended { .. }, Folder::Case(_)) => None,
            (msg, _) => Some(msg),
        });
        said.collect()
    }

    fn append(&self, record: &NewRecord) -> Vec<Msg> {
        fault::provoke("worker", &|| format!("{record:?}"));
        let now = match (self.now)() {
            Ok(now) => now,
            Err(why) => return vec![Msg::Failed(Failure { text: why, id: record.id.clone() })],
        };
        let id = record.id.clone().unwrap_or_else(|| fresh_id(now.into()));
        match self.store.append(record, id.clone(), now.to_rfc3339()) {
            Ok(appended) => {
                let at = now.format("%H:%M").to_string();
                let mut said = vec![Msg::Appended { record: Box::new(appended.record), at }];
                if !appended.is_confirmed && !self.is_told.replace(true) {
                    said.push(Msg::Notice(self.words.get("saved-unconfirmed")));
                }
                said
            }
            Err(error) => {
                let place = relative(&error.path, self.store.root());
                let text = failure(self.words, &failed(&error, &place));
                vec![Msg::Failed(Failure { text, id: Some(id) })]
            }
        }
    }
}

fn relative(path: &Path, root: &Path) -> PathBuf {
    path.strip_prefix(root).unwrap_or(path).to_owned()
}
