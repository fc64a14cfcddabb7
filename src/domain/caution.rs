//! What the room should know before it records, and what forbids nothing: what is missing, who is not there, what is past.

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::decision::Decision;
use crate::domain::opinion::Request;
use crate::domain::value::Written;
use crate::domain::workspace::MeetingFolder;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caution {
    /// The decision waits for this, and it is not there.
    Blocking(Option<Written>),
    NoRollCall,
    NoQuorum,
    /// The meeting is over already.
    Closed,
    PastDue(Date),
}

/// Of a decision on this case in this meeting; `today` counts where there is no day of the meeting.
pub fn of_decision(
    decision: &Decision,
    case: Option<&Case>,
    meeting: Option<&MeetingFolder>,
    today: NaiveDate,
) -> Vec<Caution> {
    let blocking = case.into_iter().flat_map(|case| &case.missing).filter(|item| item.is_blocking());
    let mut found: Vec<Caution> = blocking.map(|item| Caution::Blocking(item.item.clone())).collect();
    if let Some(meeting) = meeting {
        match meeting.attendance() {
            None => found.push(Caution::NoRollCall),
            Some(attendance) if !attendance.quorum.met => found.push(Caution::NoQuorum),
            Some(_) => (),
        }
        if meeting.closed().is_some() {
            found.push(Caution::Closed);
        }
    }
    // What was ahead in an old meeting is no slip of the hand.
    let today = meeting.and_then(MeetingFolder::day).unwrap_or(today);
    let dues = decision.recommendations.iter().filter_map(|one| one.due.as_ref());
    found.extend(dues.filter_map(|due| past(due, today)));
    found
}

/// Of a question to an expert whose answer would have been due already.
pub fn of_request(request: &Request, today: NaiveDate) -> Option<Caution> {
    past(request.due.as_ref()?, today)
}

fn past(due: &Date, today: NaiveDate) -> Option<Caution> {
    due.is_past(today).then(|| Caution::PastDue(due.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_past_after_its_last_day_and_a_date_that_is_none_never() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let caution = |due: &str| {
            let due = Some(Date::parse(due));
            of_request(&Request { due, ..Request::default() }, today).is_some()
        };
        for (due, expected) in [
            ("2026-11-25", true),
            ("2026-11-26", false),
            ("2026-10", true),
            ("2026-11", false),
            ("soon", false),
        ] {
            assert_eq!(caution(due), expected, "{due}");
        }
        assert_eq!(of_request(&Request::default(), today), None);
    }
}
