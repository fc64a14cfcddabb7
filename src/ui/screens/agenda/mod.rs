//! The agenda: the meeting's list, or all cases; searching it; what is missing.

pub mod view;

use crate::domain::meeting::AgendaItem;
use crate::domain::summary::Summary;
use crate::ui::editor::Editor;
use crate::ui::model::Model;

/// Which list, which row, which search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// Folder of the open meeting; none lists all cases.
    pub meeting: Option<String>,
    pub selected: usize,
    pub search: Editor,
    pub searching: bool,
}

/// One row: its number on the agenda, its summary where the workspace has the case.
pub struct Item<'a> {
    pub number: usize,
    pub folder: &'a str,
    pub summary: Option<&'a Summary>,
    pub plan: Option<&'a AgendaItem>,
}

/// The rows that the search leaves, best first when something is searched.
pub fn items(model: &Model) -> Vec<Item<'_>> {
    let Some(listing) = &model.listing else { return Vec::new() };
    let find = |folder: &str| listing.cases.iter().find(|summary| summary.folder == folder);
    let mut all: Vec<Item<'_>> = match model.meeting().and_then(|meeting| meeting.file.value.as_ref()) {
        Some(meeting) => meeting
            .agenda
            .iter()
            .enumerate()
            .map(|(index, plan)| {
                let folder = plan.case.as_str();
                Item { number: index + 1, folder, summary: find(folder), plan: Some(plan) }
            })
            .collect(),
        None => listing
            .cases
            .iter()
            .enumerate()
            .map(|(index, summary)| Item {
                number: index + 1,
                folder: &summary.folder,
                summary: Some(summary),
                plan: None,
            })
            .collect(),
    };
    let query = model.agenda.search.text();
    if !query.trim().is_empty() {
        let mut scored: Vec<(i64, Item<'_>)> = all
            .into_iter()
            .filter_map(|item| {
                Some((crate::domain::query::score_summary(&query, item.folder, item.summary)?, item))
            })
            .collect();
        scored.sort_by(|(a, x), (b, y)| b.cmp(a).then(x.number.cmp(&y.number)));
        all = scored.into_iter().map(|(_, item)| item).collect();
    }
    all
}

/// The folder under the selection bar.
pub fn selected(model: &Model) -> Option<String> {
    items(model).get(model.agenda.selected).map(|item| item.folder.to_owned())
}

impl Agenda {
    pub fn go(&mut self, by: isize, count: usize) {
        let last = count.saturating_sub(1);
        self.selected = self.selected.min(last).saturating_add_signed(by).min(last);
    }
}
