//! What of a tumour's profile is not simply there, in the few bytes that a list of all cases can keep of each.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::case::Case;
use crate::domain::check::limits::Limits;
use crate::domain::check::profile::{Need, NeedKind, NeedState, ROWS, needs};
use crate::domain::date::{Date, PartialDate};
use crate::domain::imaging::ImagingModality;
use crate::domain::value::Vocabulary;

/// Free of the day and of the board: what may grow stale is kept with its date, and judged when it is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readiness {
    /// How many needs apply.
    asked: u8,
    open: Box<[Open]>,
    owners: Box<[Box<str>]>,
}

/// A need that is not there, or may be stale; places in lists instead of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Open {
    /// In the rows of the profiles.
    row: u8,
    /// Among the states.
    state: u8,
    /// Among the owners of this case.
    owner: Option<u8>,
    listed: bool,
    /// Among the names of limits, with year, month and day as they were written; 0 is not known.
    aged: Option<(u8, (i16, u8, u8))>,
}

/// How many needs apply, and which are not met, as of a day and by the limits of a board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ready {
    pub asked: usize,
    pub gaps: Vec<Need>,
}

impl Readiness {
    pub fn of(case: &Case) -> Self {
        let all = needs(case);
        let applies = |need: &&Need| need.state != NeedState::NotApplicable;
        let mut owners: Vec<Box<str>> = Vec::new();
        let open = all.iter().filter(applies).filter_map(|need| open(need, &mut owners)).collect();
        let asked = u8::try_from(all.iter().filter(applies).count()).unwrap_or(u8::MAX);
        Readiness { asked, open, owners: owners.into() }
    }

    /// What is missing, pending or stale, in the order of the profile.
    pub fn at(&self, limits: &Limits, as_of: NaiveDate) -> Ready {
        let needs = self.open.iter().filter_map(|open| self.need(*open));
        let aged = needs.map(|need| need.aged(limits, as_of));
        Ready {
            asked: self.asked.into(),
            gaps: aged.filter(|need| need.state != NeedState::Present).collect(),
        }
    }

    fn need(&self, open: Open) -> Option<Need> {
        let [.., kind, item, _] = *ROWS.get(usize::from(open.row))?;
        let (_, state) = *NeedState::WORDS.get(usize::from(open.state))?;
        let (aged_by, day) = open.aged.unzip();
        let owner = open.owner.and_then(|at| self.owners.get(usize::from(at)));
        Some(Need {
            kind: NeedKind::find(kind)?,
            item: Some(item).filter(|item| !item.is_empty()),
            state,
            date: day.map(date),
            aged_by: aged_by.and_then(|at| limit_names().nth(at.into())),
            limit: None,
            owner: owner.map(|owner| owner.clone().into_string()),
            listed: open.listed,
            path: String::new(),
        })
    }
}

impl Ready {
    pub fn count(&self, state: NeedState) -> usize {
        self.gaps.iter().filter(|need| need.state == state).count()
    }

    /// Missing or pending, and not told already by the list of what is missing.
    pub fn unlisted(&self) -> usize {
        self.gaps.iter().filter(|need| need.state != NeedState::Stale && !need.listed).count()
    }
}

/// Nothing for what is there on any day.
fn open(need: &Need, owners: &mut Vec<Box<str>>) -> Option<Open> {
    let day = need.date.as_ref().and_then(Date::known).and_then(plain);
    let named = need.aged_by.and_then(|name| limit_names().position(|other| other == name));
    let aged = named.and_then(|at| u8::try_from(at).ok()).zip(day);
    if need.state == NeedState::Present && aged.is_none() {
        return None;
    }
    let same = |row: &[&str; 5]| row[2] == need.kind.word() && row[3] == need.item.unwrap_or_default();
    let owner = need.owner.as_deref().and_then(|owner| {
        let at = owners.iter().position(|other| **other == *owner).unwrap_or_else(|| {
            owners.push(owner.into());
            owners.len() - 1
        });
        u8::try_from(at).ok()
    });
    Some(Open {
        row: u8::try_from(ROWS.iter().position(same)?).ok()?,
        state: u8::try_from(NeedState::WORDS.iter().position(|(_, own)| *own == need.state)?).ok()?,
        owner,
        listed: need.listed,
        aged,
    })
}

fn plain(date: PartialDate) -> Option<(i16, u8, u8)> {
    let part = |part: Option<u32>| u8::try_from(part.unwrap_or_default()).ok();
    Some((i16::try_from(date.year).ok()?, part(date.month)?, part(date.day)?))
}

fn date((year, month, day): (i16, u8, u8)) -> Date {
    let part = |part: u8| Some(u32::from(part)).filter(|part| *part > 0);
    Date::Known(PartialDate { year: year.into(), month: part(month), day: part(day) })
}

/// The names under which a board sets limits.
fn limit_names() -> impl Iterator<Item = &'static str> {
    ["labs", "performance"].into_iter().chain(ImagingModality::WORDS.iter().map(|(word, _)| *word))
}
