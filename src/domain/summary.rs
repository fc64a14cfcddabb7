//! What a list knows of a case: enough to find it, to name it and to say how it stands.

use crate::domain::care::Missing;
use crate::domain::date::Date;
use crate::domain::decision::Outcome;
use crate::domain::history::Status;
use crate::domain::patient::Patient;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::{Code, Written, YesNo};
use crate::domain::workspace::CaseFolder;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub folder: String,
    /// Only what identifies and is searched; empty for an unreadable file.
    pub patient: Patient,
    pub diagnosis: String,
    pub site: String,
    pub histology: String,
    pub question: String,
    pub discussion: u32,
    pub missing: Vec<Missing>,
    /// Errors that the reader or the check found in the file.
    pub errors: usize,
    pub readable: bool,
    /// Why the file cannot be read.
    pub why_unreadable: Option<Problem>,
    /// State of the decision of the discussion that the file asks for.
    pub decision: Option<Status>,
    /// The latest discussion with a decision that holds, and its state, where it is not the one that the file asks for.
    pub before: Option<(u32, Status)>,
    /// The decisions that stand, by the meeting in which they were made.
    pub sittings: Vec<Sitting>,
    pub conflict: bool,
    pub waiting: usize,
    pub damaged: usize,
    /// Records that the disk did not hand over now, which may be decisions.
    pub withheld: usize,
}

/// What one meeting concluded on a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    pub meeting: String,
    pub status: Status,
    /// Put off to a later meeting.
    pub deferred: bool,
}

impl Summary {
    pub fn of(folder: &CaseFolder) -> Self {
        let written =
            |value: Option<&Written>| value.map(|value| value.as_str().to_owned()).unwrap_or_default();
        let errors = folder.file.problems.iter().filter(|problem| problem.severity == Severity::Error);
        let withheld = folder.damaged.iter().filter(|damage| damage.is_withheld()).count();
        let mut summary = Summary {
            folder: folder.folder.clone(),
            errors: errors.clone().count(),
            readable: folder.file.value.is_some(),
            why_unreadable: errors.clone().find(|_| folder.file.value.is_none()).cloned(),
            conflict: !folder.history.conflicts().is_empty(),
            waiting: folder.history.waiting_for.len(),
            damaged: folder.damaged.len() - withheld,
            withheld,
            sittings: sittings(folder),
            ..Summary::default()
        };
        let latest = folder.history.latest();
        summary.before = latest.map(|one| (one.decision.discussion, one.status));
        let Some(case) = &folder.file.value else { return summary };
        summary.discussion = case.question.discussion_number();
        summary.decision = folder.history.current(summary.discussion).last().map(|decided| decided.status);
        summary.before = summary.before.filter(|_| summary.decision.is_none());
        summary.patient = case.patient.clone();
        summary.diagnosis = written(case.diagnosis.text.as_ref());
        summary.site = written(case.diagnosis.site.as_ref());
        summary.histology = written(case.diagnosis.histology.as_ref());
        summary.question = written(case.question.text.as_ref());
        summary.missing.clone_from(&case.missing);
        summary
    }

    /// What this meeting concluded; the latest where two conclude.
    pub fn sitting(&self, meeting: &str) -> Option<&Sitting> {
        self.sittings.iter().rfind(|one| one.meeting == meeting)
    }

    /// Missing items that the board cannot decide without.
    pub fn blocking(&self) -> usize {
        self.missing
            .iter()
            .filter(|item| item.blocking.as_ref().is_some_and(|code: &Code<YesNo>| code.is(YesNo::Yes)))
            .count()
    }

    pub fn born(&self) -> Option<&Date> {
        self.patient.born.as_ref()
    }
}

fn sittings(folder: &CaseFolder) -> Vec<Sitting> {
    let standing = folder.history.decisions().into_iter();
    standing
        .filter(|one| one.status.holds())
        .filter_map(|one| {
            let outcome = one.decision.outcome.as_ref()?;
            let deferred = outcome.is(Outcome::Deferred);
            Some(Sitting { meeting: one.decision.meeting.clone()?, status: one.status, deferred })
        })
        .collect()
}
