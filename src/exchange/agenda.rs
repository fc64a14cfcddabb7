//! The agenda of a meeting with its cases, the decisions of that very meeting, and the tasks that follow from them.

use crate::domain::agenda::slots;
use crate::domain::case::Case;
use crate::domain::decision::Recommendation;
use crate::domain::history::{Decided, Status};
use crate::domain::text::Shown;
use crate::domain::value::Written;
use crate::domain::workspace::{CaseFolder, MeetingFolder};
use crate::exchange::case_decisions::status;
use crate::exchange::case_person::banner;
use crate::exchange::sheet::{Context, code_part, joined, place};
use crate::phrase;

/// One case of the agenda, or one that was decided without standing on it.
pub struct Item<'a> {
    pub id: &'a str,
    pub folder: Option<&'a CaseFolder>,
    /// Put off to a later meeting.
    pub deferred: bool,
}

pub fn items<'a>(meeting: &'a MeetingFolder, cases: &'a [CaseFolder]) -> Vec<Item<'a>> {
    let mut items: Vec<Item> = slots(meeting)
        .into_iter()
        .map(|slot| Item {
            id: slot.case,
            folder: cases.iter().find(|folder| folder.folder == slot.case),
            deferred: slot.deferred,
        })
        .collect();
    for folder in cases {
        let is_listed = items.iter().any(|item| item.id == folder.folder);
        if !is_listed && !decided_in(folder, &meeting.folder).is_empty() {
            items.push(Item { id: &folder.folder, folder: Some(folder), deferred: false });
        }
    }
    items
}

/// What each case of the minutes is called where none is named, in the order of the agenda.
pub fn called<'a>(
    meeting: &'a MeetingFolder,
    cases: &'a [CaseFolder],
    pseudonym: &str,
) -> Vec<(String, Item<'a>)> {
    items(meeting, cases).into_iter().zip(1..).map(|(item, n)| (format!("{pseudonym}-{n}"), item)).collect()
}

/// The decisions of this meeting that were not entered in error, oldest first.
pub fn decided_in<'a>(folder: &'a CaseFolder, meeting: &str) -> Vec<Decided<'a>> {
    let mut all = folder.history.decisions();
    all.retain(|one| {
        one.decision.meeting.as_deref() == Some(meeting) && one.status != Status::EnteredInError
    });
    all
}

/// A row a recommendation that holds: whose patient, what, who, by when.
pub fn tasks(context: &Context, meeting: &MeetingFolder, item: &Item) -> Vec<Vec<Vec<Shown>>> {
    let Context { words, board, .. } = *context;
    let Some(folder) = item.folder else { return Vec::new() };
    let blank = Case::default();
    let case = folder.file.value.as_ref().unwrap_or(&blank);
    let who = banner(context, &folder.folder, case);
    let mut rows = Vec::new();
    for one in decided_in(folder, &meeting.folder).iter().filter(|one| one.status.holds()) {
        for task in &one.decision.recommendations {
            let day = task.due.as_ref().map(|due| phrase::date(words, due));
            let why = phrase::decision::no_due(words, task).map(|why| Shown::line(&why));
            let due: Vec<Shown> = day.into_iter().chain(why).collect();
            let due = if due.is_empty() { vec![phrase::not_recorded(words)] } else { due };
            let owner = task.owner.as_deref().map(|key| Shown::line(board.person_name(key)));
            rows.push(vec![
                vec![who.clone()],
                vec![what(context, task)],
                vec![owner.unwrap_or_else(|| phrase::not_recorded(words))],
                due,
                vec![status(words, one.status)],
            ]);
        }
    }
    rows
}

fn what(context: &Context, task: &Recommendation) -> Shown {
    let Context { words, board, .. } = *context;
    let facility = task.facility.as_deref().map(Written::from);
    joined([
        code_part(words, task.category.as_ref()),
        code_part(words, task.modality.as_ref()),
        task.detail.as_deref().map(Shown::line),
        task.condition.as_deref().map(Shown::line),
        place(board, facility.as_ref()).into_iter().next(),
    ])
}
