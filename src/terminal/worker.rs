//! The worker: one thread owns the disk, carries out effects in order, and answers with messages.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::domain::meeting::latest_days;
use crate::domain::query::Haystack;
use crate::domain::record::{Folder, NewRecord};
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::domain::workspace::{CaseFolder, MeetingFolder};
use crate::i18n::Words;
use crate::storage::draft::Drafts;
use crate::storage::journal::fresh_id;
use crate::storage::people;
use crate::storage::store::Store;
use crate::terminal::{clock, image};
use crate::ui::msg::{Effect, Failure, Listing, Msg, SavedDraft};

pub struct Worker {
    pub store: Store,
    pub drafts: Option<Drafts>,
    pub words: &'static Words,
    /// Age and recency are as of the meeting that lists a case, else as of this day.
    pub today: NaiveDate,
}

/// Starts the worker; dropping the sender ends it after everything queued has reached the disk.
pub fn start(worker: Worker, inbox: Sender<Vec<Msg>>) -> (Sender<Effect>, JoinHandle<()>) {
    let (jobs, queue) = channel();
    let handle = thread::spawn(move || worker.run(&queue, &inbox));
    (jobs, handle)
}

impl Worker {
    fn run(&self, queue: &Receiver<Effect>, inbox: &Sender<Vec<Msg>>) {
        while let Ok(first) = queue.recv() {
            let batch: Vec<Effect> = std::iter::once(first).chain(queue.try_iter()).collect();
            for effect in without_stale_drafts(batch) {
                let answer = self.carry_out(effect);
                if !answer.is_empty() {
                    // When the screen is gone, what is still queued is saved all the same.
                    let _ = inbox.send(answer);
                }
            }
        }
    }

    fn carry_out(&self, effect: Effect) -> Vec<Msg> {
        match effect {
            Effect::List => vec![Msg::Listed(Box::new(self.list()))],
            Effect::OpenCase(folder) => self.open_case(&folder),
            Effect::ReadMeeting(folder) => vec![Msg::MeetingRead(Box::new(self.store.meeting(&folder)))],
            Effect::Append(record) => vec![self.append(&record)],
            Effect::Time(record) => self.time(&record),
            Effect::SaveDraft { folder, form, content } => self.save_draft(folder, &form, &content),
            Effect::DropDraft { folder, form } => {
                if let Some(drafts) = &self.drafts {
                    // A draft that cannot be removed is offered again, which is no loss.
                    let _ = drafts.drop(&Folder::Case(folder), &form);
                }
                Vec::new()
            }
            Effect::LoadImage { folder, file } => vec![Msg::Image(image::load(&self.store, &folder, &file))],
            Effect::OpenViewer { .. } | Effect::EditText { .. } | Effect::Quit => Vec::new(),
        }
    }

    fn list(&self) -> Listing {
        let board = self.store.board();
        let meetings: Vec<_> = self
            .store
            .meetings()
            .unwrap_or_default()
            .iter()
            .map(|folder| self.store.meeting(folder))
            .collect();
        let folders = self.store.case_folders().unwrap_or_default();
        let roster = board.value.clone().unwrap_or_default();
        let as_of = latest_days(meetings.iter().filter_map(|meeting| meeting.file.value.as_ref()));
        let checked = |folder: &String| {
            let as_of = as_of.get(folder).copied().unwrap_or(self.today);
            Summary::of(&self.checked(folder, &roster, as_of))
        };
        let cases: Vec<Summary> = folders.iter().map(checked).collect();
        let keys = cases.iter().map(Haystack::of).collect();
        Listing { board, meetings, cases, keys }
    }

    fn open_case(&self, folder: &str) -> Vec<Msg> {
        if !self.store.has_case(folder) {
            let text = self.words.with("no-such-case", &[("case", Shown::line(folder).into_string().into())]);
            return vec![Msg::Notice(text)];
        }
        let board: BoardFile = self.store.board().value.unwrap_or_default();
        let case = self.checked(folder, &board, self.as_of(folder));
        let drafts = self
            .drafts
            .as_ref()
            .map(|drafts| drafts.of_folder(&Folder::Case(folder.to_owned())))
            .unwrap_or_default();
        let drafts =
            drafts.into_iter().map(|draft| SavedDraft { form: draft.form, content: draft.content }).collect();
        vec![Msg::CaseOpened(Box::new(case), drafts)]
    }

    /// A case with everything that the check finds in it.
    fn checked(&self, folder: &str, board: &BoardFile, as_of: NaiveDate) -> CaseFolder {
        let mut case = self.store.case(folder);
        let checked = people::checked_case(self.store.root(), folder, board, as_of);
        if checked.sha256 == case.file.sha256 {
            case.file = checked;
        }
        case
    }

    fn as_of(&self, folder: &str) -> NaiveDate {
        let folders = self.store.meetings().unwrap_or_default();
        let meetings: Vec<MeetingFolder> = folders.iter().map(|folder| self.store.meeting(folder)).collect();
        latest_days(meetings.iter().filter_map(|meeting| meeting.file.value.as_ref()))
            .get(folder)
            .copied()
            .unwrap_or(self.today)
    }

    fn append(&self, record: &NewRecord) -> Msg {
        let now = match clock::now() {
            Ok(now) => now,
            Err(why) => return Msg::Failed(Failure { text: why, id: record.id.clone() }),
        };
        let id = record.id.clone().unwrap_or_else(|| fresh_id(now.into()));
        match self.store.append(record, id.clone(), now.to_rfc3339()) {
            Ok(record) => Msg::Appended { record: Box::new(record), at: now.format("%H:%M").to_string() },
            Err(error) => {
                let (doing, hint) = error.words();
                let path = relative(&error.path, self.store.root());
                let text = format!(
                    "{} {}: {} · {}",
                    self.words.get(&doing),
                    path.display(),
                    error.why,
                    self.words.get(&hint)
                );
                Msg::Failed(Failure { text, id: Some(id) })
            }
        }
    }

    /// The meeting as it then is; that a time could not be kept is said, and stops nothing.
    fn time(&self, record: &NewRecord) -> Vec<Msg> {
        match (self.append(record), &record.folder) {
            (Msg::Failed(failure), _) => vec![Msg::Notice(failure.text)],
            (_, Folder::Meeting(meeting)) => vec![Msg::MeetingRead(Box::new(self.store.meeting(meeting)))],
            _ => Vec::new(),
        }
    }

    fn save_draft(&self, folder: String, form: &str, content: &str) -> Vec<Msg> {
        let Some(drafts) = &self.drafts else { return Vec::new() };
        let saved = clock::now().map(|now| now.to_rfc3339()).unwrap_or_default();
        match drafts.save(&Folder::Case(folder), form, &saved, content) {
            Ok(()) => Vec::new(),
            Err(error) => {
                let (doing, hint) = error.words();
                let text = format!("{}: {} · {}", self.words.get(&doing), error.why, self.words.get(&hint));
                vec![Msg::Notice(text)]
            }
        }
    }
}

fn relative(path: &Path, root: &Path) -> PathBuf {
    path.strip_prefix(root).unwrap_or(path).to_owned()
}

/// Of several texts of one draft only the last matters.
fn without_stale_drafts(batch: Vec<Effect>) -> Vec<Effect> {
    let mut seen = HashSet::new();
    let mut kept: Vec<Effect> = batch
        .into_iter()
        .rev()
        .filter(|effect| match effect {
            Effect::SaveDraft { folder, form, .. } => seen.insert((folder.clone(), form.clone())),
            Effect::DropDraft { folder, form } => {
                seen.insert((folder.clone(), form.clone()));
                true
            }
            _ => true,
        })
        .collect();
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_saved_before_it_was_dropped_does_not_come_back() {
        let save = |content: &str| Effect::SaveDraft {
            folder: "a".into(),
            form: "decision".into(),
            content: content.into(),
        };
        let drop = Effect::DropDraft { folder: "a".into(), form: "decision".into() };
        assert_eq!(without_stale_drafts(vec![save("1"), save("2"), drop.clone()]), vec![drop.clone()]);
        assert_eq!(without_stale_drafts(vec![save("1"), drop.clone(), save("2")]), vec![drop, save("2")]);
    }
}
