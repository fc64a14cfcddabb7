//! The agenda: the meeting's list, or all cases; searching it; what is missing.

pub mod found;
pub mod state;
pub mod view;

use crate::domain::agenda::{Slot, slots};
use crate::domain::check::alike;
use crate::domain::meeting::AgendaItem;
use crate::domain::query::{Haystack, Query};
use crate::domain::summary::Summary;
use crate::ui::model::Model;

/// One row: its number on the agenda, its summary where the workspace has the case.
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

/// Every row, in the order of the list.
pub fn all_items<'a>(model: &'a Model) -> Vec<Item<'a>> {
    let Some(listing) = &model.listing else { return Vec::new() };
    let find = |folder: &str| listing.find(folder);
    let item = |number: usize, slot: Slot<'a>, at: Option<usize>| Item {
        number,
        folder: slot.case,
        summary: at.and_then(|at| listing.cases.get(at)).map(AsRef::as_ref),
        keys: at.and_then(|at| listing.keys.get(at)),
        plan: slot.plan,
        deferred: slot.deferred,
    };
    if let Some(meeting) = model.meeting().filter(|meeting| meeting.file.value.is_some()) {
        let slots = slots(meeting).into_iter().enumerate();
        slots.map(|(index, slot)| item(index + 1, slot, find(slot.case))).collect()
    } else {
        let slot = |case| Slot { case, plan: None, deferred: false };
        let listed = listing.cases.iter().enumerate();
        listed.map(|(index, summary)| item(index + 1, slot(&summary.folder), Some(index))).collect()
    }
}

/// The rows that the search leaves, best first when something is searched.
pub fn items(model: &Model) -> Vec<Item<'_>> {
    let mut all = all_items(model);
    let query = Query::parse(&model.agenda.search.text());
    if !query.is_empty() && model.meeting().is_none() {
        let mut rows: Vec<Option<Item<'_>>> = all.into_iter().map(Some).collect();
        all = model.found.hits().iter().filter_map(|hit| rows.get_mut(hit.at)?.take()).collect();
    } else if !query.is_empty() {
        let score = |item: &Item<'_>| query.score(item.summary?, item.keys?, model.as_of());
        let mut scored: Vec<(i64, Item<'_>)> =
            all.into_iter().filter_map(|item| Some((score(&item)?, item))).collect();
        scored.sort_by(|(a, x), (b, y)| b.cmp(a).then(x.number.cmp(&y.number)));
        all = scored.into_iter().map(|(_, item)| item).collect();
    }
    all
}

/// Whom of the open meeting this case's patient could be taken for.
pub fn mistakable<'m>(model: &'m Model, folder: &str) -> Vec<&'m Summary> {
    let (Some(meeting), Some(listing)) = (model.meeting(), &model.listing) else { return Vec::new() };
    let summary = |case: &str| listing.find(case).and_then(|at| listing.cases.get(at));
    let Some(own) = summary(folder) else { return Vec::new() };
    let patient = own.about().patient;
    let others = slots(meeting).into_iter().map(|slot| slot.case).filter(|case| *case != folder);
    others
        .filter_map(summary)
        .filter(|other| alike(&patient, &other.about().patient))
        .map(AsRef::as_ref)
        .collect()
}

/// The folder under the selection bar.
pub fn selected(model: &Model) -> Option<String> {
    items(model).get(model.agenda.selected).map(|item| item.folder.to_owned())
}
