//! The agenda as it became: the plan of `meeting.yaml`, then every change that was recorded in the meeting.

use crate::domain::meeting::{AgendaItem, Sitting};
use crate::domain::record::{AgendaChange, Body, Change, Record};
use crate::domain::value::Code;
use crate::domain::workspace::MeetingFolder;

/// A case on the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot<'a> {
    pub case: &'a str,
    /// What the plan says of it; none for a case that was added.
    pub plan: Option<&'a AgendaItem>,
    /// Put off to a later meeting.
    pub deferred: bool,
}

/// Why a change does not fit the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Fields that are still needed.
    Lacks(Vec<&'static str>),
    NotOnAgenda,
    OnAgenda,
    /// The place does not exist; places go from 1 to this.
    NoSuchPlace(usize),
    Closed,
}

/// The cases of the agenda in the order of the meeting; what the record that closed it put off is deferred too.
pub fn slots(meeting: &MeetingFolder) -> Vec<Slot<'_>> {
    let plan = meeting.file.value.iter().flat_map(|plan| &plan.agenda);
    let mut all: Vec<Slot> =
        plan.map(|item| Slot { case: item.case.as_str(), plan: Some(item), deferred: false }).collect();
    let planned = all.clone();
    for (_, change) in changes(meeting) {
        apply(&mut all, &planned, change);
    }
    for case in meeting.closed().iter().flat_map(|(_, close)| &close.deferred) {
        if let Some(slot) = all.iter_mut().find(|slot| slot.case == case) {
            slot.deferred = true;
        }
    }
    all
}

/// The meeting with the agenda as it became: its day counts for the cases that were added, and for those taken off no
/// more. A file that cannot be read lists nothing.
pub fn sitting(meeting: &MeetingFolder) -> Sitting {
    let Some(plan) = &meeting.file.value else { return Sitting::default() };
    let slots = slots(meeting);
    let folders =
        |slots: &mut dyn Iterator<Item = &Slot<'_>>| slots.map(|slot| slot.case.to_owned()).collect();
    Sitting {
        day: meeting.day(),
        board: plan.board.as_ref().map(|key| key.as_str().to_owned()),
        cases: folders(&mut slots.iter()),
        deferred: folders(&mut slots.iter().filter(|slot| slot.deferred)),
    }
}

fn apply<'a>(all: &mut Vec<Slot<'a>>, planned: &[Slot<'a>], change: &'a AgendaChange) {
    let at = all.iter().position(|slot| slot.case == change.case);
    let to = |count: usize| change.to.map_or(count, |to| to.saturating_sub(1).min(count));
    match (change.change.as_ref().and_then(Code::known), at) {
        (Some(Change::Add), None) => {
            let plan = planned.iter().find(|slot| slot.case == change.case).and_then(|slot| slot.plan);
            all.insert(to(all.len()), Slot { case: &change.case, plan, deferred: false });
        }
        (Some(known @ (Change::Add | Change::Move)), Some(at)) => {
            let slot = all.remove(at);
            // Who moves a case may not have heard that it was put off; only who adds it again takes that back.
            let deferred = slot.deferred && known == Change::Move;
            all.insert(to(all.len()), Slot { deferred, ..slot });
        }
        (Some(Change::Defer), Some(at)) => {
            if let Some(slot) = all.get_mut(at) {
                slot.deferred = true;
            }
        }
        (Some(Change::Remove), Some(at)) => {
            all.remove(at);
        }
        // Two computers may have changed the same case; what is gone is gone.
        (None | Some(Change::Move | Change::Defer | Change::Remove), _) => (),
    }
}

/// The changes that stand, oldest first.
pub fn changes(meeting: &MeetingFolder) -> Vec<(&Record, &AgendaChange)> {
    meeting.history.standing(|body| match body {
        Body::Agenda(change) => Some(change),
        _ => None,
    })
}

/// For how many seconds a case was discussed in this meeting, as far as it was measured.
pub fn seconds(meeting: &MeetingFolder, case: &str) -> u64 {
    let timings = meeting.history.standing(|body| match body {
        Body::Timing(timing) => Some(timing),
        _ => None,
    });
    timings.iter().filter(|(_, timing)| timing.case == case).map(|(_, timing)| timing.seconds).sum()
}

/// Whether a change may be recorded now.
pub fn check(change: &AgendaChange, meeting: &MeetingFolder) -> Result<(), Unfit> {
    let known = change.change.as_ref().and_then(Code::known);
    let mut lacks = Vec::new();
    if known.is_none() {
        lacks.push("change");
    }
    if change.case.trim().is_empty() {
        lacks.push("case");
    }
    if known == Some(Change::Move) && change.to.is_none() {
        lacks.push("to");
    }
    if change.reason.trim().is_empty() {
        lacks.push("reason");
    }
    if !lacks.is_empty() {
        return Err(Unfit::Lacks(lacks));
    }
    if meeting.closed().is_some() {
        return Err(Unfit::Closed);
    }
    let all = slots(meeting);
    let slot = all.iter().find(|slot| slot.case == change.case);
    match (known, slot) {
        (Some(Change::Add), Some(slot)) if !slot.deferred => return Err(Unfit::OnAgenda),
        (Some(Change::Move | Change::Defer | Change::Remove), None) => return Err(Unfit::NotOnAgenda),
        _ => (),
    }
    let places = all.len() + usize::from(slot.is_none());
    match change.to {
        Some(to) if !(1..=places).contains(&to) => Err(Unfit::NoSuchPlace(places)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::history::replay;
    use crate::domain::meeting::Meeting;
    use crate::domain::record::{Header, Timing};
    use crate::domain::workspace::Loaded;

    fn change(kind: Change, case: &str, to: Option<usize>) -> AgendaChange {
        AgendaChange { change: Some(kind.into()), case: case.into(), to, reason: "late report".into() }
    }

    fn meeting(bodies: Vec<Body>) -> MeetingFolder {
        let item = |case: &str| AgendaItem { case: case.into(), ..AgendaItem::default() };
        let plan = Meeting { agenda: vec![item("a"), item("b"), item("c")], ..Meeting::default() };
        let records = bodies.into_iter().enumerate().map(|(index, body)| Record {
            header: Header { id: format!("{index}"), ..Header::default() },
            body,
            sha256: format!("sum{index}"),
        });
        MeetingFolder {
            file: Loaded { value: Some(plan), ..Loaded::default() },
            history: replay(records.collect()),
            ..MeetingFolder::default()
        }
    }

    #[track_caller]
    fn order(changes: Vec<AgendaChange>, expected: &str) {
        let meeting = meeting(changes.into_iter().map(Body::Agenda).collect());
        let slots = slots(&meeting);
        let shown: Vec<String> = slots
            .iter()
            .map(|slot| format!("{}{}", slot.case, if slot.deferred { "-" } else { "" }))
            .collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn the_agenda_is_the_plan_and_every_change_in_its_order() {
        order(vec![], "a b c");
        order(vec![change(Change::Move, "c", Some(1)), change(Change::Defer, "a", None)], "c a- b");
        order(vec![change(Change::Add, "x", Some(2)), change(Change::Remove, "b", None)], "a x c");
        order(vec![change(Change::Remove, "b", None), change(Change::Defer, "b", None)], "a c");
        order(vec![change(Change::Defer, "b", None), change(Change::Add, "b", None)], "a c b");
    }

    #[test]
    fn what_was_put_off_stays_so_wherever_it_is_moved_until_it_is_added_again() {
        let defer = || change(Change::Defer, "b", None);
        let moved = || change(Change::Move, "b", Some(1));
        // Another computer moved it without having heard of that.
        order(vec![defer(), moved()], "b- a c");
        order(vec![moved(), defer()], "b- a c");
        order(vec![defer(), defer(), moved(), change(Change::Add, "b", Some(3))], "a c b");
        order(vec![defer(), change(Change::Remove, "b", None), change(Change::Add, "b", None)], "a c b");
        order(vec![defer(), change(Change::Add, "b", None), defer()], "a c b-");
    }

    #[test]
    fn a_case_that_was_removed_and_added_again_has_its_plan_back() {
        let changes = [change(Change::Remove, "b", None), change(Change::Add, "b", None)];
        let meeting = meeting(changes.into_iter().map(Body::Agenda).collect());
        let planned: Vec<bool> = slots(&meeting).iter().map(|slot| slot.plan.is_some()).collect();
        assert_eq!(planned, [true, true, true]);
    }

    #[test]
    fn the_day_of_a_meeting_counts_for_the_cases_that_were_added_in_it() {
        use crate::domain::meeting::Days;
        let added = [change(Change::Add, "x", None), change(Change::Remove, "b", None)];
        let mut folder = meeting(added.into_iter().map(Body::Agenda).collect());
        let day = |text: &str| text.parse().unwrap();
        if let Some(plan) = &mut folder.file.value {
            plan.date = Some(crate::domain::date::Date::parse("2026-11-12"));
        }
        let days = Days::new(&[sitting(&folder)], None, day("2026-12-24"));
        let read = ["a", "x", "b"].map(|case| days.of(case));
        assert_eq!(read, [day("2026-11-12"), day("2026-11-12"), day("2026-12-24")]);
    }

    #[test]
    fn a_change_needs_a_reason_and_must_fit_the_agenda() {
        let empty = meeting(vec![]);
        assert_eq!(
            check(&AgendaChange::default(), &empty),
            Err(Unfit::Lacks(vec!["change", "case", "reason"]))
        );
        assert_eq!(check(&change(Change::Move, "a", None), &empty), Err(Unfit::Lacks(vec!["to"])));
        assert_eq!(check(&change(Change::Move, "x", Some(1)), &empty), Err(Unfit::NotOnAgenda));
        assert_eq!(check(&change(Change::Add, "a", None), &empty), Err(Unfit::OnAgenda));
        assert_eq!(check(&change(Change::Move, "a", Some(4)), &empty), Err(Unfit::NoSuchPlace(3)));
        assert_eq!(check(&change(Change::Add, "x", Some(4)), &empty), Ok(()));
        let closed = meeting(vec![Body::Close(crate::domain::record::Close::default())]);
        assert_eq!(check(&change(Change::Defer, "a", None), &closed), Err(Unfit::Closed));
    }

    #[test]
    fn the_time_of_a_case_is_the_sum_of_its_visits() {
        let timing = |case: &str, seconds| Body::Timing(Timing { case: case.into(), seconds });
        let meeting = meeting(vec![timing("a", 100), timing("b", 7), timing("a", 32)]);
        assert_eq!((seconds(&meeting, "a"), seconds(&meeting, "c")), (132, 0));
    }
}
