//! Roll call: who sits in the meeting, and whether that is a quorum.

use crate::domain::board::{Quorum, QuorumRule, Specialty};
use crate::domain::decision::Present;
use crate::domain::record::{Attendance, Author, Body, Folder, NewRecord};
use crate::domain::value::Vocabulary;
use crate::ui::key::{Code, Key};
use crate::ui::model::Model;
use crate::ui::overlays::{Answer, OverlayContext};
use crate::ui::screens::form::decision::quorum_stamp;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollCall {
    pub people: Vec<Seat>,
    pub marked: usize,
    pub rule: QuorumRule,
    meeting: String,
    parents: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    pub person: String,
    pub name: String,
    pub specialty: Option<Specialty>,
    pub present: bool,
}

impl RollCall {
    /// The members of the board, then everyone else of the roster who was marked present before.
    pub fn open(model: &Model) -> Option<Self> {
        let (meeting, file) = (model.meeting()?, model.board_file()?);
        let board = model.board()?;
        let before: Vec<&str> = meeting
            .attendance()
            .map(|one| one.present.iter().map(|seat| seat.person.as_str()).collect())
            .unwrap_or_default();
        let mut keys: Vec<&str> = board.members.iter().map(crate::domain::value::Written::as_str).collect();
        keys.extend(before.iter().filter(|key| !keys.contains(key)).copied().collect::<Vec<_>>());
        let others: Vec<&str> =
            file.people.keys().map(String::as_str).filter(|key| !keys.contains(key)).collect();
        keys.extend(others);
        let people = keys.into_iter().map(|key| Seat {
            person: key.to_owned(),
            name: file.person_name(key).to_owned(),
            specialty: file.people.get(key).and_then(|person| person.specialty.as_ref()?.known()),
            present: before.contains(&key),
        });
        Some(RollCall {
            people: people.collect(),
            marked: 0,
            rule: board.quorum.clone(),
            meeting: meeting.folder.clone(),
            parents: meeting.history.heads(),
        })
    }

    pub fn quorum(&self) -> Quorum {
        let present: Vec<Option<Specialty>> =
            self.people.iter().filter(|seat| seat.present).map(|seat| seat.specialty).collect();
        self.rule.judge(&present)
    }

    pub fn key(&mut self, key: Key, context: &OverlayContext<'_>) -> Answer {
        match (key.code, key.ctrl) {
            (Code::Up, _) => self.marked = self.marked.saturating_sub(1),
            (Code::Down, _) => self.marked = (self.marked + 1).min(self.people.len().saturating_sub(1)),
            (Code::Char(' ') | Code::Enter, false) => {
                if let Some(seat) = self.people.get_mut(self.marked) {
                    seat.present = !seat.present;
                }
                self.marked = (self.marked + 1).min(self.people.len().saturating_sub(1));
            }
            (Code::Char('s'), true) => return Answer::Record(Box::new(self.record(context.author.clone()))),
            _ => (),
        }
        Answer::Nothing
    }

    fn record(&self, by: Author) -> NewRecord {
        let present = self.people.iter().filter(|seat| seat.present).map(|seat| Present {
            person: seat.person.clone(),
            name: seat.name.clone(),
            specialty: seat.specialty.map(|specialty| specialty.word().to_owned()),
        });
        let attendance = Attendance {
            present: present.collect(),
            apologies: Vec::new(),
            quorum: quorum_stamp(&self.quorum()),
        };
        NewRecord {
            id: None,
            folder: Folder::Meeting(self.meeting.clone()),
            by,
            parents: self.parents.clone(),
            supersedes: Vec::new(),
            reason: None,
            body: Body::Attendance(attendance),
        }
    }
}
