//! Roll call: who sits in the meeting, and whether that is a quorum.

use crate::domain::board::{Quorum, QuorumRule, Specialty};
use crate::domain::decision::Present;
use crate::domain::record::{Attendance, Author, Body, Folder, NewRecord};
use crate::domain::value::Vocabulary;
use crate::ui::command::Command;
use crate::ui::key::{Code, Key};
use crate::ui::overlays::answer::{Answer, OverlayContext, moved};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollCall {
    pub people: Vec<Seat>,
    pub marked: usize,
    pub rule: QuorumRule,
    pub meeting: String,
    /// Records of the meeting that nothing followed yet.
    pub parents: Vec<String>,
    /// Somebody was marked since the last roll call was recorded.
    pub touched: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    pub person: String,
    pub name: String,
    pub specialty: Option<Specialty>,
    pub present: bool,
}

impl RollCall {
    pub fn quorum(&self) -> Quorum {
        let present: Vec<Option<Specialty>> =
            self.people.iter().filter(|seat| seat.present).map(|seat| seat.specialty).collect();
        self.rule.judge(&present)
    }

    pub fn key(&mut self, key: Key, context: &OverlayContext<'_>) -> Answer {
        match (key.code, key.ctrl) {
            (Code::Char(' ') | Code::Enter, false) => {
                if let Some(seat) = self.people.get_mut(self.marked) {
                    seat.present = !seat.present;
                    self.touched = true;
                }
                self.marked = (self.marked + 1).min(self.people.len().saturating_sub(1));
            }
            _ if Command::ReadBack.is_on(key) => {
                return Answer::Record(Box::new(self.record(context.author.clone())));
            }
            _ => moved(&mut self.marked, key, self.people.len().saturating_sub(1), context.drawn.height),
        }
        Answer::Nothing
    }

    fn record(&self, by: Author) -> NewRecord {
        let present = self.people.iter().filter(|seat| seat.present).map(|seat| Present {
            person: seat.person.clone(),
            name: seat.name.clone(),
            specialty: seat.specialty.map(|specialty| specialty.word().to_owned()),
        });
        let attendance =
            Attendance { present: present.collect(), apologies: Vec::new(), quorum: self.quorum().stamp() };
        NewRecord::new(
            Folder::Meeting(self.meeting.clone()),
            by,
            self.parents.clone(),
            Body::Attendance(attendance),
        )
    }
}
