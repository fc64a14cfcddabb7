//! What of a tumour's profile is not simply there, in the few bytes that a list of all cases can keep of each.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::case::Case;
use crate::domain::check::limits::Limits;
use crate::domain::check::profile::{Need, NeedKind, NeedState, ROWS, needs};
use crate::domain::date::{Date, PartialDate};
use crate::domain::imaging::ImagingModality;
use crate::domain::packed::{Packed, Packer, Unpacker};
use crate::domain::value::Vocabulary;

/// Free of the day and of the board: what may grow stale is kept with its date, and judged when it is looked at.
/// Packed: how many needs apply, those that are open, their owners.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readiness(Packed);

/// A need that is not there, or may be stale; places in lists instead of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Open {
    /// In the rows of the profiles.
    row: usize,
    /// Among the states.
    state: usize,
    /// Among the owners of this case.
    owner: Option<usize>,
    listed: bool,
    /// Among the names of limits, with year, month and day as they were written; 0 is not known.
    aged: Option<(usize, [usize; 3])>,
}

impl Open {
    fn pack(self, packer: &mut Packer) {
        let aged = self.aged.map_or([0; 4], |(at, [year, month, day])| [at + 1, year, month, day]);
        let owner = self.owner.map_or(0, |at| at + 1);
        let [limit, date @ ..] = aged;
        for number in [self.row, self.state, owner, self.listed.into(), limit] {
            packer.number(number);
        }
        for number in date.into_iter().filter(|_| limit > 0) {
            packer.number(number);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let (row, state) = (from.number(), from.number());
        let (owner, listed) = (from.number().checked_sub(1), from.number() > 0);
        let limit = from.number().checked_sub(1);
        let aged = limit.map(|at| (at, [from.number(), from.number(), from.number()]));
        Open { row, state, owner, listed, aged }
    }
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
        let mut owners: Vec<&str> = Vec::new();
        let open: Vec<Open> = all.iter().filter(applies).filter_map(|need| open(need, &mut owners)).collect();
        let mut packer = Packer::default();
        packer.number(all.iter().filter(applies).count());
        packer.number(open.len());
        for open in open {
            open.pack(&mut packer);
        }
        packer.number(owners.len());
        for owner in owners {
            packer.text(owner);
        }
        Readiness(packer.done())
    }

    /// Whether anything is missing or pending that the list of what is missing does not tell already, whatever the day.
    pub fn lacks_anything(&self) -> bool {
        let mut from = self.0.open();
        let _asked = from.number();
        let states = |open: &Open| NeedState::WORDS.get(open.state).map(|(_, state)| *state);
        let is_there = |open: &Open| matches!(states(open), Some(NeedState::Present | NeedState::Stale));
        (0..from.number()).any(|_| {
            let open = Open::unpack(&mut from);
            !open.listed && !is_there(&open)
        })
    }

    /// What is missing, pending or stale, in the order of the profile.
    pub fn at(&self, limits: &Limits, as_of: NaiveDate) -> Ready {
        let mut from = self.0.open();
        let asked = from.number();
        let open = from.list(Open::unpack);
        let owners = from.list(Unpacker::text);
        let needs = open.into_iter().filter_map(|open| need(open, &owners));
        let aged = needs.map(|need| need.aged(limits, as_of));
        Ready { asked, gaps: aged.filter(|need| need.state != NeedState::Present).collect() }
    }
}

fn need(open: Open, owners: &[&str]) -> Option<Need> {
    let [.., kind, item, _] = *ROWS.get(open.row)?;
    let (_, state) = *NeedState::WORDS.get(open.state)?;
    let (aged_by, day) = open.aged.unzip();
    let owner = open.owner.and_then(|at| owners.get(at));
    Some(Need {
        kind: NeedKind::find(kind)?,
        item: Some(item).filter(|item| !item.is_empty()),
        state,
        date: day.map(date),
        aged_by: aged_by.and_then(|at| limit_names().nth(at)),
        limit: None,
        owner: owner.map(|owner| (*owner).to_owned()),
        listed: open.listed,
        path: String::new(),
    })
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
fn open<'a>(need: &'a Need, owners: &mut Vec<&'a str>) -> Option<Open> {
    let day = need.date.as_ref().and_then(Date::known).and_then(plain);
    let aged = need.aged_by.and_then(|name| limit_names().position(|other| other == name)).zip(day);
    if need.state == NeedState::Present && aged.is_none() {
        return None;
    }
    let same = |row: &[&str; 5]| row[2] == need.kind.word() && row[3] == need.item.unwrap_or_default();
    let owner = need.owner.as_deref().map(|owner| {
        owners.iter().position(|other| *other == owner).unwrap_or_else(|| {
            owners.push(owner);
            owners.len() - 1
        })
    });
    Some(Open {
        row: ROWS.iter().position(same)?,
        state: NeedState::WORDS.iter().position(|(_, own)| *own == need.state)?,
        owner,
        listed: need.listed,
        aged,
    })
}

fn plain(date: PartialDate) -> Option<[usize; 3]> {
    let part = |part: Option<u32>| usize::try_from(part.unwrap_or_default()).ok();
    Some([usize::try_from(date.year).ok()?, part(date.month)?, part(date.day)?])
}

fn date([year, month, day]: [usize; 3]) -> Date {
    let part = |part: usize| u32::try_from(part).ok().filter(|part| *part > 0);
    Date::Known(PartialDate {
        year: i32::try_from(year).unwrap_or_default(),
        month: part(month),
        day: part(day),
    })
}

/// The names under which a board sets limits.
fn limit_names() -> impl Iterator<Item = &'static str> {
    ["labs", "performance"].into_iter().chain(ImagingModality::WORDS.iter().map(|(word, _)| *word))
}
