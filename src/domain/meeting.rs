//! One sitting of a board: the plan that a person wrote (`meeting.yaml`).

use std::collections::HashMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::board::MeetingMode;
use crate::domain::date::Date;
use crate::domain::value::{Code, Written, vocabulary};

vocabulary! { Priority, "priority" { Soc = "soc", Standard = "standard", Complex = "complex" } }

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Meeting {
    pub schema: Option<Written>,
    pub id: Option<Written>,
    /// A key under `boards` in board.yaml.
    pub board: Option<Written>,
    pub date: Option<Date>,
    pub start: Option<Written>,
    pub place: Option<Written>,
    pub mode: Option<Code<MeetingMode>>,
    pub chair: Option<Written>,
    pub recorder: Option<Written>,
    pub agenda: Vec<AgendaItem>,
    pub note: Option<Written>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct AgendaItem {
    pub case: Written,
    pub minutes: Option<Written>,
    pub priority: Option<Code<Priority>>,
    pub note: Option<Written>,
}

/// As of which day each case is read: the day that was asked for; else that of the latest meeting with the case on
/// its agenda (`agenda::became`), so that an old meeting reads as it was; else today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days {
    asked: Option<NaiveDate>,
    latest: HashMap<String, Listed>,
    today: NaiveDate,
}

/// The latest meeting that lists a case.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Listed {
    day: NaiveDate,
    /// A key under `boards` in board.yaml.
    board: Option<String>,
}

impl Days {
    pub fn new<'a>(
        meetings: impl IntoIterator<Item = &'a Meeting>,
        asked: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Self {
        let mut latest: HashMap<String, Listed> = HashMap::new();
        for meeting in meetings {
            let Some(day) = meeting.date.as_ref().and_then(|date| date.known()?.day()) else { continue };
            for item in &meeting.agenda {
                let board = meeting.board.as_ref().map(|key| key.as_str().to_owned());
                let listed = Listed { day, board };
                let seen = latest.entry(item.case.as_str().to_owned()).or_insert_with(|| listed.clone());
                if seen.day < day {
                    *seen = listed;
                }
            }
        }
        Days { asked, latest, today }
    }

    pub fn of(&self, case: &str) -> NaiveDate {
        self.asked.or_else(|| self.latest.get(case).map(|listed| listed.day)).unwrap_or(self.today)
    }

    /// The board that discusses a case: the one of the latest meeting that lists it.
    pub fn board_of(&self, case: &str) -> Option<&str> {
        self.latest.get(case)?.board.as_deref()
    }
}
