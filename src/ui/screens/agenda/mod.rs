//! The agenda: the meeting's list, or all cases; searching it; what is missing.

pub mod state;
pub mod view;

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
}

/// The rows that the search leaves, best first when something is searched.
pub fn items(model: &Model) -> Vec<Item<'_>> {
    let Some(listing) = &model.listing else { return Vec::new() };
    let find = |folder: &str| listing.cases.iter().position(|summary| summary.folder == folder);
    let item = |number: usize, folder, at: Option<usize>, plan| Item {
        number,
        folder,
        summary: at.and_then(|at| listing.cases.get(at)),
        keys: at.and_then(|at| listing.keys.get(at)),
        plan,
    };
    let mut all: Vec<Item<'_>> = if let Some(meeting) =
        model.meeting().and_then(|meeting| meeting.file.value.as_ref())
    {
        let planned = meeting.agenda.iter().enumerate();
        planned
            .map(|(index, plan)| item(index + 1, plan.case.as_str(), find(plan.case.as_str()), Some(plan)))
            .collect()
    } else {
        let listed = listing.cases.iter().enumerate();
        listed.map(|(index, summary)| item(index + 1, summary.folder.as_str(), Some(index), None)).collect()
    };
    let query = Query::parse(&model.agenda.search.text());
    if !query.is_empty() {
        let score = |item: &Item<'_>| query.score(item.summary?, item.keys?, model.as_of());
        let mut scored: Vec<(i64, Item<'_>)> =
            all.into_iter().filter_map(|item| Some((score(&item)?, item))).collect();
        scored.sort_by(|(a, x), (b, y)| b.cmp(a).then(x.number.cmp(&y.number)));
        all = scored.into_iter().map(|(_, item)| item).collect();
    }
    all
}

/// The folder under the selection bar.
pub fn selected(model: &Model) -> Option<String> {
    items(model).get(model.agenda.selected).map(|item| item.folder.to_owned())
}
