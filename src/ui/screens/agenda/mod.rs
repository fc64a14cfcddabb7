//! The agenda: the meeting's list, or all cases; searching it; what is missing.

pub mod alike;
mod columns;
pub mod found;
pub mod preview;
pub mod rows;
pub mod search_view;
pub mod state;
pub mod view;

use crate::domain::history::Status;
use crate::domain::query::Query;
use crate::domain::summary::Summary;
use crate::domain::value::Vocabulary;
use crate::ui::model::Model;
use crate::ui::screens::agenda::rows::{Item, Rows};

/// Every row, in the order of the list.
pub fn all_rows(model: &Model) -> Rows<'_> {
    match (&model.listing, model.meeting().filter(|meeting| meeting.file.value.is_some())) {
        (None, _) => Rows::Made(Vec::new()),
        (Some(listing), Some(meeting)) => Rows::of_meeting(listing, meeting),
        (Some(listing), None) => Rows::Cases(listing),
    }
}

/// The rows that the search leaves, best first when something is searched.
pub fn rows(model: &Model) -> Rows<'_> {
    let query = Query::parse(&model.agenda.search.text());
    match all_rows(model) {
        rows if query.is_empty() => rows,
        Rows::Cases(listing) if model.meeting().is_none() => Rows::Hits(listing, model.found.hits()),
        rows => {
            let meeting = model.meeting();
            let score =
                |item: &Item<'_>| query.score(item.as_left_by(meeting?)?.as_ref(), item.keys?, model.as_of());
            let all = rows.part(0, rows.len());
            let mut scored: Vec<(i64, Item<'_>)> =
                all.filter_map(|item| Some((score(&item)?, item))).collect();
            scored.sort_by(|(a, x), (b, y)| b.cmp(a).then(x.number.cmp(&y.number)));
            Rows::Made(scored.into_iter().map(|(_, item)| item).collect())
        }
    }
}

/// How many of the rows that the search leaves have what was typed only with a slip.
pub fn similar_only(model: &Model, rows: &Rows<'_>) -> usize {
    let query = Query::parse(&model.agenda.search.text());
    match rows {
        Rows::Hits(..) => model.found.similar(),
        Rows::Made(items) if !query.is_empty() => {
            items.iter().filter(|item| item.keys.is_some_and(|keys| query.literal(keys).is_none())).count()
        }
        Rows::Made(_) | Rows::Cases(_) => 0,
    }
}

/// Of how many cases the answer to a search is, where it may find more because others were not read yet.
pub fn read_so_far(model: &Model) -> Option<usize> {
    let listing = model.listing.as_ref().filter(|listing| !listing.is_whole)?;
    let all = all_rows(model);
    let lacks_some = model.meeting().is_none() || all.part(0, all.len()).any(|item| item.summary.is_none());
    lacks_some.then_some(listing.cases.len())
}

/// Whom of the open meeting this case's patient could be taken for.
pub fn mistakable<'m>(model: &'m Model, folder: &str) -> Vec<&'m Summary> {
    let Some(listing) = model.listing.as_ref().filter(|_| model.meeting().is_some()) else {
        return Vec::new();
    };
    let summary = |case: &String| listing.cases.get(listing.find(case)?).map(AsRef::as_ref);
    model.alike.of(folder).iter().filter_map(summary).collect()
}

/// That a case is put off, and how the decision stands that it has all the same.
fn deferred(model: &Model, summary: &Summary) -> String {
    let decision = summary.decision.map(|status| model.words.code(Status::NAME, status.word()));
    let parts = [Some(model.words.get("state-deferred")), decision];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The folder under the selection bar.
pub fn selected(model: &Model) -> Option<String> {
    rows(model).get(model.agenda.selected).map(|item| item.folder.to_owned())
}
