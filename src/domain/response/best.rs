//! The best overall response, with CR and PR only where a later assessment confirms them.

use chrono::{Days, NaiveDate};

use crate::domain::response::outcome::{Assessment, Point};
use crate::domain::response::words::{Criteria, Verdict};

/// How a best response is found; the numbers are those of the protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirming {
    /// Stable disease counts from so many days after the start.
    pub stable_after: u64,
    /// A confirming assessment is at least so many days later.
    pub confirmed_after: u64,
    /// So many assessments that could not be evaluated may lie between.
    pub not_evaluated: usize,
    /// Whether SD may lie between a PR and its confirmation.
    pub stable_between: bool,
}

/// Four weeks, as trials without randomisation confirm (RECIST 1.1, section 4.6).
pub const FOUR_WEEKS: Confirming =
    Confirming { stable_after: 28, confirmed_after: 28, not_evaluated: 1, stable_between: false };

impl Assessment {
    /// The confirmed best response since the baseline, and the day of its assessment; nothing where the criteria have a
    /// confirmation of their own (iRECIST), or a day is not known.
    pub fn best(&self) -> Option<(Verdict, NaiveDate)> {
        let day = |point: &Point| point.date.day();
        let judged = |point: &Point| Some((day(point)?, point.overall?.0));
        let (baseline, later) = self.points.split_first()?;
        let later: Option<Vec<_>> = later.iter().map(judged).collect();
        let later = later.filter(|_| self.criteria != Criteria::IRecist)?;
        let (verdict, day) = best(day(baseline)?, &later, FOUR_WEEKS)?;
        // Without targets there is nothing that could be stable.
        let without = self.targets.is_empty() && verdict == Verdict::Sd;
        Some((if without { Verdict::NonCrNonPd } else { verdict }, day))
    }
}

type Wanted<'a> = &'a dyn Fn(usize, NaiveDate, Verdict) -> bool;

/// The best response and the day of its assessment; nothing where there is no assessment. What comes after the first
/// PD does not count.
pub fn best(
    start: NaiveDate,
    assessed: &[(NaiveDate, Verdict)],
    rule: Confirming,
) -> Option<(Verdict, NaiveDate)> {
    let first_pd = assessed.iter().position(|(_, verdict)| *verdict == Verdict::Pd);
    let counted = assessed.get(..first_pd.map_or(assessed.len(), |at| at + 1))?;
    let find = |wanted: Wanted| {
        let all = counted.iter().enumerate();
        all.map(|(at, (day, verdict))| (at, *day, *verdict))
            .find(|(at, day, verdict)| wanted(*at, *day, *verdict))
    };
    let stable_from = start.checked_add_days(Days::new(rule.stable_after))?;
    let responded = |verdict: Verdict| matches!(verdict, Verdict::Cr | Verdict::Pr | Verdict::Sd);
    let steps: [(Verdict, Wanted); 6] = [
        (Verdict::Cr, &|at, _, verdict| verdict == Verdict::Cr && confirmed(counted, at, rule)),
        (Verdict::Pr, &|at, _, verdict| verdict == Verdict::Pr && confirmed(counted, at, rule)),
        (Verdict::Sd, &|_, day, verdict| responded(verdict) && day >= stable_from),
        (Verdict::NonCrNonPd, &|_, day, verdict| verdict == Verdict::NonCrNonPd && day >= stable_from),
        (Verdict::Pd, &|_, _, verdict| verdict == Verdict::Pd),
        (Verdict::Ne, &|_, _, _| true),
    ];
    steps.into_iter().find_map(|(verdict, wanted)| find(wanted).map(|(_, day, _)| (verdict, day)))
}

/// Whether a later assessment confirms the response at `at`, with nothing worse between.
fn confirmed(counted: &[(NaiveDate, Verdict)], at: usize, rule: Confirming) -> bool {
    let Some((day, response)) = counted.get(at).copied() else { return false };
    let Some(from) = day.checked_add_days(Days::new(rule.confirmed_after)) else { return false };
    let (mut not_evaluated, mut was_complete) = (0, false);
    for (later, verdict) in counted.iter().skip(at + 1).copied() {
        match (response, verdict) {
            (_, Verdict::Cr) => was_complete = true,
            (Verdict::Pr, Verdict::Pr) if !was_complete => (),
            (_, Verdict::Ne) => not_evaluated += 1,
            (Verdict::Pr, Verdict::Sd) if rule.stable_between => (),
            _ => return false,
        }
        if later >= from && matches!(verdict, Verdict::Cr | Verdict::Pr) {
            return true;
        }
        if not_evaluated > rule.not_evaluated {
            return false;
        }
    }
    false
}
