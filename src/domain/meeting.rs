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

/// When a meeting is and what it discusses, by its agenda as it became (`agenda::sitting`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    pub day: Option<NaiveDate>,
    /// A key under `boards` in board.yaml.
    pub board: Option<String>,
    pub cases: Vec<String>,
    /// Those of them that it put off.
    pub deferred: Vec<String>,
}

/// The cases that a meeting put off and no later one lists, with its day: nobody discusses them until another one does. Of
/// several on one day one is enough, because who looks for what waits must not miss it.
pub fn put_off<'a>(sittings: impl IntoIterator<Item = &'a Sitting> + Clone) -> HashMap<&'a str, NaiveDate> {
    let latest = latest(sittings.clone());
    let put_off = sittings.into_iter().flat_map(|sitting| {
        let latest = &latest;
        sitting.deferred.iter().filter_map(move |case| {
            let (day, _) = latest.get(case.as_str())?;
            (sitting.day == Some(*day)).then_some((case.as_str(), *day))
        })
    });
    put_off.collect()
}

/// The latest meeting that lists each case, with its day; of two on one day the first.
pub fn latest<'a>(
    sittings: impl IntoIterator<Item = &'a Sitting>,
) -> HashMap<&'a str, (NaiveDate, &'a Sitting)> {
    let mut latest: HashMap<&str, (NaiveDate, &Sitting)> = HashMap::new();
    for sitting in sittings {
        let Some(day) = sitting.day else { continue };
        for case in &sitting.cases {
            let seen = latest.entry(case).or_insert((day, sitting));
            if seen.0 < day {
                *seen = (day, sitting);
            }
        }
    }
    latest
}

/// As of which day each case is read: the day that was asked for; else that of the latest meeting with the case on
/// its agenda, so that an old meeting reads as it was; else today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days {
    asked: Option<NaiveDate>,
    /// The day of the latest meeting that lists a case, and its board.
    latest: HashMap<String, (NaiveDate, Option<String>)>,
    today: NaiveDate,
}

impl Days {
    pub fn new<'a>(
        sittings: impl IntoIterator<Item = &'a Sitting>,
        asked: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Self {
        let listed = latest(sittings).into_iter();
        let listed = listed.map(|(case, (day, sitting))| (case.to_owned(), (day, sitting.board.clone())));
        Days { asked, latest: listed.collect(), today }
    }

    pub fn of(&self, case: &str) -> NaiveDate {
        self.asked.or_else(|| self.latest.get(case).map(|(day, _)| *day)).unwrap_or(self.today)
    }

    /// The board that discusses a case: the one of the latest meeting that lists it.
    pub fn board_of(&self, case: &str) -> Option<&str> {
        self.latest.get(case)?.1.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_put_off_until_a_later_meeting_lists_it() {
        let folders = |names: &str| names.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let sitting = |day: &str, cases: &str, deferred: &str| Sitting {
            day: day.parse().ok(),
            cases: folders(cases),
            deferred: folders(deferred),
            ..Sitting::default()
        };
        let (first, second) = (sitting("2026-11-19", "a b c", "a b"), sitting("2026-11-26", "b c", "c"));
        for (sittings, expected) in [
            (vec![&first], "a b"),
            (vec![&first, &second], "a c"),
            (vec![&second, &first], "a c"),
            (vec![&first, &sitting("2026-11-19", "a b", "")], "a b"),
            (vec![&sitting("2026-11-19", "a b", ""), &first], "a b"),
            (vec![&sitting("", "a", "a")], ""),
            (vec![], ""),
        ] {
            let mut put_off: Vec<&str> = put_off(sittings).into_keys().collect();
            put_off.sort_unstable();
            assert_eq!(put_off.join(" "), expected);
        }
    }
}
