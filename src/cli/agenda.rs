//! No subcommand and no terminal: the agenda as plain lines, and a hint.

use std::io::Write;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::rows;
use crate::domain::date::Date;
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::domain::value::Written;
use crate::domain::workspace::MeetingFolder;
use crate::phrase;
use crate::storage::store::Store;

pub fn run(context: &Context, out: &mut dyn Write) -> Result<Exit, Failure> {
    let store = context.store()?;
    let words = context.words;
    let board = store.board().value.unwrap_or_default();
    if board.is_demo() {
        writeln!(out, "{}", Shown::line(&words.get("cli-demo-banner")))?;
    }
    if let Some(meeting) = next_meeting(context, &store)? {
        let plan = meeting.file.value.clone().unwrap_or_default();
        let chair = plan.chair.as_ref().map(|key| board.person_name(key.as_str()).to_owned());
        let heading = [
            Some(Shown::line(&meeting.folder)),
            Some(phrase::date_or_blank(words, plan.date.as_ref())),
            plan.start.as_ref().map(|start| phrase::written(words, start)),
            plan.place.as_ref().map(|place| phrase::written(words, place)),
            chair.map(|name| Shown::line(&words.with("cli-chair", &[("name", name.into())]))),
        ];
        let heading: Vec<String> = heading.into_iter().flatten().map(Shown::into_string).collect();
        writeln!(out, "{}", heading.join(" · "))?;
        for (index, item) in plan.agenda.iter().enumerate() {
            let case = item.case.as_str();
            let line = if store.has_case(case) {
                rows::line(context, &Summary::of(&store.case(case)))
            } else {
                let missing = words.get("cli-case-missing");
                format!("{} · {}", Shown::line(case), Shown::line(&missing))
            };
            writeln!(out, "{}. {line}", index + 1)?;
        }
    } else {
        let summaries = rows::summaries(&store)?;
        rows::print(context, &summaries.iter().collect::<Vec<_>>(), false, out)?;
    }
    out.flush()?;
    context.say("cli-agenda-hint", &[]);
    Ok(Exit::Ok)
}

/// The first meeting from this day on; the last one where all are over.
fn next_meeting(context: &Context, store: &Store) -> Result<Option<MeetingFolder>, Failure> {
    let mut last = None;
    for folder in store.meetings()? {
        let meeting = store.meeting(&folder);
        let day = meeting_day(&meeting);
        if day.is_some_and(|day| day >= context.as_of) {
            return Ok(Some(meeting));
        }
        last = Some(meeting);
    }
    Ok(last)
}

/// The whole date of a meeting: what the file says, else what the folder's name begins with.
pub fn meeting_day(meeting: &MeetingFolder) -> Option<chrono::NaiveDate> {
    let written = meeting.file.value.as_ref().and_then(|plan| plan.date.as_ref()?.known()?.day());
    let by_name = || {
        let start: String = meeting.folder.chars().take(10).collect();
        Date::parse(&start).known()?.day()
    };
    written.or_else(by_name)
}

/// Whether the case is on the agenda of the meeting.
pub fn has_case(meeting: &MeetingFolder, case: &str) -> bool {
    let plan = meeting.file.value.as_ref();
    plan.is_some_and(|plan| {
        plan.agenda.iter().map(|item| &item.case).map(Written::as_str).any(|one| one == case)
    })
}
