//! Whether a command can be given now, and why not: for dispatch, footer, palette.

use crate::domain::history::{Decided, Status};
use crate::domain::query::Query;
use crate::domain::signing::{Unsignable, signed_by_chair, to_sign};
use crate::ui::command::{Command, Place, TABLE};
use crate::ui::field::FieldKind;
use crate::ui::model::Model;
use crate::ui::overlays::answer::Offer;
use crate::ui::screens::agenda::selected;
use crate::ui::screens::case::screen::{CaseScreen, Step};
use crate::ui::screens::form::editing::Writing;

/// Whether a command can be given now; else the words of the reason.
pub fn applies(model: &Model, command: Command) -> Result<(), &'static str> {
    let place = command.entry().place;
    if place != Place::Anywhere && place != model.place() {
        return Err(match place {
            Place::Offer => "only-offer",
            Place::Agenda => "only-agenda",
            Place::Case => "only-case",
            Place::Form | Place::Anywhere => "only-form",
        });
    }
    let case = model.case.as_ref();
    match command {
        Command::OpenDemo => when(model.offer.as_ref().is_some_and(|offer| !offer.writing), "demo-writing"),
        Command::Reload => when(model.offer.is_none(), "only-workspace"),
        Command::Open => when(selected(model).is_some(), "nothing-to-open"),
        Command::AllCases => when(model.meeting().is_some() || model.agenda.left.is_some(), "no-meeting"),
        Command::RollCall => board_sits(model),
        Command::CloseMeeting => {
            board_sits(model)?;
            // A case that was not read yet counts as one without a decision.
            when(model.is_whole(), "cases-unread")
        }
        Command::ChangeAgenda => {
            when(model.meeting().is_some(), "no-meeting")?;
            meeting_runs(model)
        }
        Command::NextItem | Command::PreviousItem => when(
            case.is_some_and(|case| matches!(case.step, Step::Imaging | Step::Pathology)),
            "no-items-here",
        ),
        Command::Image => {
            has_image(case)?;
            when(!model.pictures_off, "pictures-off")
        }
        Command::Viewer => has_image(case),
        Command::Write => writable(case),
        Command::Opinion | Command::Request | Command::Reply | Command::AgreedFacts => {
            readable(case).map(drop)
        }
        Command::Amend => when(!holding(readable(case)?).is_empty(), "nothing-decided"),
        Command::Sign => chaired(model, signable(readable(case)?)?),
        Command::Retract => {
            let case = readable(case)?;
            let id = retractable(case).ok_or("nothing-to-retract")?;
            signed_by_chair(&case.folder.history, &id).map_or(Ok(()), |signed| chaired(model, signed))
        }
        Command::DropDraft => when(case.is_some_and(|case| !case.drafts.is_empty()), "no-draft"),
        Command::Editor => when(
            case.and_then(|case| case.editing.as_ref()?.form.focused())
                .is_some_and(|field| field.kind == FieldKind::Text),
            "only-long-text",
        ),
        Command::AddOption | Command::AddRecommendation | Command::AddDissent | Command::RemoveItem => when(
            case.and_then(|case| case.editing.as_ref())
                .is_some_and(|editing| editing.writing == Writing::Decision),
            "only-decision",
        ),
        _ => Ok(()),
    }
}

/// Whether what is typed in the search finds a case that can be opened; a filter that is not understood left all cases in
/// the list, and the first of all is not the one that was looked for.
pub fn opens_found(model: &Model) -> Result<(), &'static str> {
    when(Query::parse(&model.agenda.search.text()).faults.is_empty(), "search-faulty")?;
    applies(model, Command::Open)
}

fn when(holds: bool, why: &'static str) -> Result<(), &'static str> {
    if holds { Ok(()) } else { Err(why) }
}

/// The meeting that is open has a board, and is not over.
fn board_sits(model: &Model) -> Result<(), &'static str> {
    when(model.meeting().is_some(), "no-meeting")?;
    when(model.board().is_some(), "no-board")?;
    meeting_runs(model)
}

fn meeting_runs(model: &Model) -> Result<(), &'static str> {
    when(model.meeting().is_some_and(|meeting| meeting.closed().is_none()), "meeting-closed")
}

fn has_image(case: Option<&CaseScreen>) -> Result<(), &'static str> {
    when(case.is_some_and(|case| case.image_file().is_some()), "no-image")
}

/// The case that is open, where its file could be read.
fn readable(case: Option<&CaseScreen>) -> Result<&CaseScreen, &'static str> {
    case.filter(|case| case.case().is_some()).ok_or("case-unreadable")
}

/// Something is written on this step, and what holds is not written a second time.
fn writable(case: Option<&CaseScreen>) -> Result<(), &'static str> {
    let writes =
        |case: &CaseScreen| matches!(case.step, Step::Discussion | Step::Decision | Step::Consultation);
    when(case.is_some_and(writes), "nothing-to-write")?;
    let decided = |case: &CaseScreen| {
        case.step == Step::Decision && case.draft("decision").is_none() && !current(case).is_empty()
    };
    when(!case.is_some_and(decided), "decided-already")?;
    readable(case).map(drop)
}

/// Somebody chairs who can answer for it.
fn chaired(model: &Model, decided: Decided<'_>) -> Result<(), &'static str> {
    when(model.chair_of(decided.decision).is_some(), "no-chair")
}

/// Ids and states of the decisions that can be signed, amended or retracted now.
pub fn holding(case: &CaseScreen) -> Vec<(String, Status)> {
    let found = case.folder.history.holding(case.discussion());
    found.iter().map(|one| (one.record.header.id.clone(), one.status)).collect()
}

/// The decision that waits for the chair's signature.
pub fn signable(case: &CaseScreen) -> Result<Decided<'_>, &'static str> {
    let waiting = holding(case).into_iter().find(|(_, status)| *status == Status::Unsigned);
    let (id, _) = waiting.ok_or("nothing-to-sign")?;
    to_sign(&case.folder.history, Some(&id)).map_err(|why| match why {
        Unsignable::Conflict => "sign-conflict",
        Unsignable::Nothing | Unsignable::WhichOne | Unsignable::NotWaiting => "nothing-to-sign",
    })
}

/// Ids and states of the decisions that hold for the discussion of the file.
pub fn current(case: &CaseScreen) -> Vec<(String, Status)> {
    case.folder
        .history
        .current(case.discussion())
        .iter()
        .map(|one| (one.record.header.id.clone(), one.status))
        .collect()
}

/// The record that a retraction on this step is about: the latest of its kind that stands.
pub fn retractable(case: &CaseScreen) -> Option<String> {
    let history = &case.folder.history;
    match case.step {
        Step::Discussion => history.opinions().last().map(|(record, _)| record.header.id.clone()),
        Step::Consultation => {
            let reply = history.replies().last().map(|(record, _)| record.header.id.clone());
            reply.or_else(|| history.requests().last().map(|(record, _)| record.header.id.clone()))
        }
        _ => holding(case).pop().map(|(id, _)| id),
    }
}

/// Every command with its words, keys, and the reason where it does not apply.
pub fn offers(model: &Model) -> Vec<Offer> {
    TABLE
        .iter()
        .filter(|entry| entry.command.step().is_none())
        .filter(|entry| entry.place != Place::Offer || model.offer.is_some())
        .map(|entry| Offer {
            command: entry.command,
            label: model.words.get(&entry.words()),
            keys: entry.keys.join(" "),
            disabled: applies(model, entry.command).err().map(|why| model.tell(why)),
        })
        .collect()
}
