//! No subcommand and no terminal: the agenda as plain lines, and a hint.

use std::io::Write;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::rows;
use crate::domain::agenda::slots;
use crate::domain::check::Measure;
use crate::domain::query::Query;
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::domain::workspace::{MeetingFolder, nearest_meeting};
use crate::i18n::Words;
use crate::phrase;

pub fn run(context: &Context, out: &mut dyn Write) -> Result<Exit, Failure> {
    let store = context.store()?;
    let words = context.words;
    let board = store.board().value.unwrap_or_default();
    if board.is_demo() {
        writeln!(out, "{}", Shown::line(&words.get("cli-demo-banner")))?;
    }
    let meetings: Vec<_> = context.meetings(&store).iter().map(|folder| store.meeting(folder)).collect();
    if let Some(meeting) = nearest_meeting(&meetings, context.as_of) {
        let plan = meeting.file.value.clone().unwrap_or_default();
        let chair = plan.chair.as_ref().map(|key| board.person_name(key.as_str()).to_owned());
        let heading = [
            Some(Shown::line(&meeting.folder)),
            Some(phrase::day_of(words, meeting)),
            plan.start.as_ref().map(|start| phrase::written(words, start)),
            plan.place.as_ref().map(|place| phrase::written(words, place)),
            chair.map(|name| Shown::line(&words.with("cli-chair", &[("name", name.into())]))),
        ];
        let heading: Vec<String> = heading.into_iter().flatten().map(Shown::into_string).collect();
        writeln!(out, "{}", heading.join(" · "))?;
        writeln!(out, "{}", standing(words, meeting))?;
        let faults = meeting.file.problems.iter().filter(|_| meeting.file.value.is_none());
        for problem in faults {
            context.say_unreadable(&meeting.file.path, problem);
        }
        let (days, tables) = (context.days(&store), store.tables());
        for (index, slot) in slots(meeting).iter().enumerate() {
            let case = slot.case;
            let mut is_decided = false;
            let line = if store.has_case(case) {
                let measure = Measure::of(case, &days, &board, &tables);
                let summary = Summary::of(&store.checked_case(case, &measure));
                let ready = summary.readiness.at(&measure.limits, measure.as_of);
                is_decided = summary.decision.is_some();
                rows::line(context, &summary, &ready, None)
            } else {
                let missing = words.get("cli-case-missing");
                format!("{} · {}", Shown::line(case), Shown::line(&missing))
            };
            let is_deferred = slot.deferred && !is_decided;
            let planned = [
                is_deferred.then(|| Shown::line(&words.get("state-deferred"))),
                slot.plan.and_then(|item| phrase::planned_minutes(words, "planned-minutes", item)),
                slot.plan
                    .and_then(|item| item.priority.as_ref())
                    .map(|priority| phrase::code(words, priority)),
                slot.plan.and_then(|item| item.note.as_ref()).map(|note| phrase::written(words, note)),
            ];
            let line = std::iter::once(line).chain(planned.into_iter().flatten().map(Shown::into_string));
            writeln!(out, "{}. {}", index + 1, line.collect::<Vec<_>>().join(" · "))?;
        }
    } else {
        let index = rows::cases(context, &store)?;
        rows::print(
            context,
            &rows::Reading::of(context, &store, Query::default()),
            &index,
            0..index.cases().len(),
            false,
            out,
        )?;
    }
    out.flush()?;
    context.say("cli-agenda-hint", &[]);
    Ok(Exit::Ok)
}

/// Who sits there, as far as a roll call says, and whether it is over.
fn standing(words: &Words, meeting: &MeetingFolder) -> Shown {
    let stamp = meeting.attendance().map(|roll| &roll.quorum);
    let parts = [
        Some(phrase::meeting::quorum(words, stamp).into_string()),
        stamp.and_then(|stamp| phrase::meeting::lacking(words, stamp)),
        meeting.closed().map(|_| words.get("meeting-closed")),
    ];
    Shown::line(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// Whether the case is on the agenda of the meeting.
pub fn has_case(meeting: &MeetingFolder, case: &str) -> bool {
    slots(meeting).iter().any(|slot| slot.case == case)
}
