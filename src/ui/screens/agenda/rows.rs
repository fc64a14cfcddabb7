//! The rows of the list: as many as there are cases, of which only those that are looked at are made.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::domain::agenda::{Slot, slots};
use crate::domain::meeting::AgendaItem;
use crate::domain::query::{Haystack, Hit};
use crate::domain::summary::{Sitting, Summary};
use crate::domain::workspace::MeetingFolder;
use crate::ui::msg::Listing;

/// One row: its number on the agenda, its summary where the workspace has the case.
#[derive(Clone)]
pub struct Item<'a> {
    pub number: usize,
    pub folder: &'a str,
    pub summary: Option<&'a Summary>,
    /// What it is found by.
    pub keys: Option<&'a Haystack>,
    pub plan: Option<&'a AgendaItem>,
    /// Put off in this meeting.
    pub deferred: bool,
}

/// Rows in their order; a hundred thousand cost no more than one.
pub enum Rows<'a> {
    /// Every case of the workspace.
    Cases(&'a Listing),
    /// What a search of them found, the best first.
    Hits(&'a Listing, &'a [Hit]),
    /// The agenda of a meeting, which is short.
    Made(Vec<Item<'a>>),
}

impl<'a> Rows<'a> {
    pub fn of_meeting(listing: &'a Listing, meeting: &'a MeetingFolder) -> Self {
        let slots = slots(meeting).into_iter().enumerate();
        Rows::Made(slots.map(|(at, slot)| item(listing, at + 1, slot, listing.find(slot.case))).collect())
    }

    pub fn len(&self) -> usize {
        match self {
            Rows::Cases(listing) => listing.cases.len(),
            Rows::Hits(_, hits) => hits.len(),
            Rows::Made(items) => items.len(),
        }
    }

    /// The largest number that a row may have.
    pub fn largest(&self) -> usize {
        match self {
            Rows::Cases(listing) | Rows::Hits(listing, _) => listing.cases.len(),
            Rows::Made(items) => items.iter().map(|item| item.number).max().unwrap_or(0),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn get(&self, at: usize) -> Option<Item<'a>> {
        match self {
            Rows::Cases(listing) => case(listing, at),
            Rows::Hits(listing, hits) => case(listing, hits.get(at)?.at),
            Rows::Made(items) => items.get(at).cloned(),
        }
    }

    /// At most so many rows, from one on.
    pub fn part(&self, from: usize, most: usize) -> impl Iterator<Item = Item<'a>> {
        (from..self.len().min(from.saturating_add(most))).filter_map(|at| self.get(at))
    }

    /// The row of this case.
    pub fn position(&self, folder: &str) -> Option<usize> {
        match self {
            Rows::Cases(listing) => listing.find(folder),
            Rows::Hits(listing, hits) => {
                let at = listing.find(folder)?;
                hits.iter().position(|hit| hit.at == at)
            }
            Rows::Made(items) => items.iter().position(|item| item.folder == folder),
        }
    }
}

impl<'a> Item<'a> {
    /// Its summary as this meeting left it, which need not be the latest one: so the row says it, and so it is searched.
    pub fn as_left_by(&self, meeting: &MeetingFolder) -> Option<Cow<'a, Summary>> {
        let summary = self.summary?;
        // Of a meeting without a day nobody can say what came after it.
        let put_off = self.deferred.then(|| meeting.day().unwrap_or(NaiveDate::MAX));
        Some(match summary.sitting(&meeting.folder) {
            Some(Sitting { status, deferred }) => {
                Cow::Owned(Summary { decision: Some(status), deferred, put_off: None, ..summary.clone() })
            }
            None if summary.put_off == put_off && !summary.deferred => Cow::Borrowed(summary),
            // What was put off by an earlier decision is on this agenda to be discussed.
            None => Cow::Owned(Summary { deferred: false, put_off, ..summary.clone() }),
        })
    }
}

fn case(listing: &Listing, at: usize) -> Option<Item<'_>> {
    let slot = Slot { case: &listing.cases.get(at)?.folder, plan: None, deferred: false };
    Some(item(listing, at + 1, slot, Some(at)))
}

fn item<'a>(listing: &'a Listing, number: usize, slot: Slot<'a>, at: Option<usize>) -> Item<'a> {
    Item {
        number,
        folder: slot.case,
        summary: at.and_then(|at| listing.cases.get(at)).map(AsRef::as_ref),
        keys: at.and_then(|at| listing.keys.get(at)),
        plan: slot.plan,
        deferred: slot.deferred,
    }
}
