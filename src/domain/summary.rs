//! What a list knows of a case: enough to find it, to name it and to say how it stands.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::about::{About, Asked};
use crate::domain::check::Readiness;
use crate::domain::consultation::Consultation;
use crate::domain::decision::{Decision, Outcome};
use crate::domain::history::Status;
use crate::domain::packed::{Packed, Packer};
use crate::domain::problem::{Finding, Problem, Severity};
use crate::domain::value::Vocabulary;
use crate::domain::workspace::CaseFolder;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub folder: String,
    /// What it says; taken apart where it is shown.
    pub about: Packed,
    pub discussion: u32,
    /// What the board needs for this tumour and does not have.
    pub readiness: Readiness,
    /// The days on which something falls due: what is missing, what the standing decision of this discussion asks for, the
    /// answers of experts that have not come.
    pub due: Box<[NaiveDate]>,
    /// Errors that the reader or the check found in the file.
    pub errors: u32,
    pub warnings: u32,
    pub readable: bool,
    /// Why the file cannot be read.
    pub why_unreadable: Option<Box<Problem>>,
    /// State of the decision of the discussion that the file asks for.
    pub decision: Option<Status>,
    /// The latest decision that stands put the case off.
    pub deferred: bool,
    /// The day on which the latest of the decisions that hold for this discussion was recorded.
    pub decided: Option<NaiveDate>,
    /// The day of the latest meeting that lists it, where it put it off. Who reads one case alone does not know of it.
    pub put_off: Option<NaiveDate>,
    /// The latest discussion with a decision that holds, and its state, where it is not the one that the file asks for.
    pub before: Option<(u32, Status)>,
    /// The decisions that stand, by the meeting in which they were made.
    pub sittings: Sittings,
    pub conflict: bool,
    pub waiting: u32,
    pub damaged: u32,
    /// Records that the disk did not hand over now, which may be decisions.
    pub withheld: u32,
}

/// What one meeting concluded on a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitting {
    pub status: Status,
    /// Put off to a later meeting.
    pub deferred: bool,
}

/// Meetings with what each concluded, in their order; packed, because most cases have one and a list has many cases.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sittings(Packed);

impl Sittings {
    fn of(folder: &CaseFolder) -> Self {
        let mut packer = Packer::default();
        for one in folder.history.decisions() {
            let (Some(meeting), Some(_)) = (&one.decision.meeting, &one.decision.outcome) else { continue };
            let status = Status::WORDS.iter().position(|(_, own)| *own == one.status);
            if let Some(status) = status.filter(|_| one.status.holds()) {
                packer.text(meeting);
                packer.number(status);
                packer.number(usize::from(is_deferred(one.decision)));
            }
        }
        Sittings(packer.done())
    }

    /// The latest of this meeting.
    fn of_meeting(&self, meeting: &str) -> Option<Sitting> {
        let mut from = self.0.open();
        let mut latest = None;
        while let Some(other) = from.option() {
            let (status, deferred) = (from.number(), from.number() > 0);
            let status = Status::WORDS.get(status).map(|(_, status)| *status);
            if let Some(status) = status.filter(|_| other == meeting) {
                latest = Some(Sitting { status, deferred });
            }
        }
        latest
    }
}

impl Summary {
    pub fn of(folder: &CaseFolder) -> Self {
        let of = |severity| folder.file.problems.iter().filter(move |problem| problem.severity == severity);
        let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
        let unread = folder.unread();
        let mut summary = Summary {
            folder: folder.folder.clone(),
            errors: number(errors.clone().count()),
            warnings: number(warnings.clone().count()),
            readable: folder.file.value.is_some(),
            why_unreadable: errors.clone().find(|_| folder.file.value.is_none()).cloned().map(Box::new),
            conflict: !folder.history.conflicts().is_empty(),
            waiting: number(folder.history.waiting_for.len()),
            damaged: number(unread.damaged),
            withheld: number(unread.withheld),
            sittings: Sittings::of(folder),
            ..Summary::default()
        };
        let latest = folder.history.latest();
        summary.before = latest.map(|one| (one.decision.discussion, one.status));
        let first = errors.clone().chain(warnings).next().map(Finding::from);
        let Some(case) = &folder.file.value else {
            summary.about = About { first_finding: first, ..About::default() }.pack();
            return summary;
        };
        summary.about = About::of(case, first).pack();
        summary.discussion = case.question.discussion_number();
        let current = folder.history.current(summary.discussion);
        // Of decisions in conflict none is final, whichever of them was signed.
        let unsigned = current.iter().find(|decided| decided.status != Status::Final);
        summary.decision = unsigned.or(current.last()).map(|decided| decided.status);
        summary.decided = current.iter().filter_map(|one| one.record.header.day()).max();
        summary.before = summary.before.filter(|_| summary.decision.is_none());
        summary.deferred = folder.history.latest().is_some_and(|one| is_deferred(one.decision));
        summary.readiness = Readiness::of(case);
        let asked = current.iter().flat_map(|one| &one.decision.recommendations).map(|one| &one.due);
        let consultation = Consultation::of(&folder.history);
        let answers = consultation.unanswered().map(|one| &one.request.due);
        let due = case.missing.iter().map(|item| &item.due).chain(asked).chain(answers);
        summary.due = due.filter_map(|due| due.as_ref()?.latest()).collect();
        summary
    }

    /// Whether it is not known which discussion the file asks for, or whether there is a decision that cannot be read.
    pub fn is_unsure(&self) -> bool {
        !self.readable || self.withheld + self.damaged > 0
    }

    /// Whether it waits for a later meeting: by its latest decision, or because a meeting put it off and nothing was decided since.
    pub fn is_deferred(&self) -> bool {
        self.deferred || self.is_put_off()
    }

    /// Whether a meeting put it off and nothing was decided on that day or since: what was decided before is to be discussed again.
    pub fn is_put_off(&self) -> bool {
        self.put_off.is_some_and(|day| self.decided.is_none_or(|decided| decided < day))
    }

    /// What this meeting concluded; the latest where two conclude.
    pub fn sitting(&self, meeting: &str) -> Option<Sitting> {
        self.sittings.of_meeting(meeting)
    }

    /// How many things fall due on this day.
    pub fn due_on(&self, day: NaiveDate) -> usize {
        self.due.iter().filter(|due| **due == day).count()
    }

    pub fn about(&self) -> About {
        About::unpack(&self.about)
    }

    /// What filters ask; see `about` for all.
    pub fn asked(&self) -> Asked<'_> {
        Asked::of(&self.about)
    }
}

fn is_deferred(decision: &Decision) -> bool {
    decision.outcome.as_ref().is_some_and(|outcome| outcome.is(Outcome::Deferred))
}

/// In half the room; nobody counts further.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_meeting_put_off_waits_until_something_is_decided_on_that_day_or_later() {
        let day = |text: &str| text.parse().ok();
        for (decided, put_off, waits) in [
            ("", "", false),
            ("2026-11-19", "", false),
            ("", "2026-11-26", true),
            ("2026-11-19", "2026-11-26", true),
            ("2026-11-26", "2026-11-26", false),
            ("2026-11-27", "2026-11-26", false),
        ] {
            let summary = Summary { decided: day(decided), put_off: day(put_off), ..Summary::default() };
            assert_eq!(summary.is_deferred(), waits, "{decided} {put_off}");
        }
    }
}
