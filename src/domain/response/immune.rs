//! iRECIST: a progression under immunotherapy is unconfirmed until a later study shows it going on.

use chrono::NaiveDate;

use crate::domain::response::judge::{Judged, overall};
use crate::domain::response::outcome::{Assessment, Point, Seen};
use crate::domain::response::size::Length;
use crate::domain::response::words::{Criteria, Rule, Verdict};

/// A study confirms not sooner than this many days after the unconfirmed progression.
const WAIT: i64 = 28;

/// The progression that waits to be confirmed.
#[derive(Clone, Copy)]
struct Waiting {
    day: Option<NaiveDate>,
    sum: Option<Length>,
    seen: Seen,
    by_targets: bool,
}

/// The same time points as by RECIST 1.1, with the verdicts of iRECIST.
pub fn assess(recist: &Assessment) -> Assessment {
    let mut own = Assessment { criteria: Criteria::IRecist, ..recist.clone() };
    let mut waiting: Option<Waiting> = None;
    let mut confirmed = false;
    for point in own.points.iter_mut().skip(1) {
        let Some(judged) = point.overall else { continue };
        let verdict = if confirmed {
            (Verdict::ICpd, Rule::AlreadyConfirmed)
        } else {
            match waiting {
                None if judged.0 == Verdict::Pd => {
                    waiting = Some(Waiting::at(point));
                    (Verdict::IUpd, judged.1)
                }
                None => immune(judged),
                Some(since) => {
                    let verdict = since.judge(point);
                    confirmed = verdict.0 == Verdict::ICpd;
                    if verdict.1 == Rule::BarReset {
                        waiting = None;
                    }
                    verdict
                }
            }
        };
        point.overall = Some(verdict);
    }
    own
}

impl Waiting {
    fn at(point: &Point) -> Self {
        Waiting { day: day(point), sum: point.sum, seen: point.seen, by_targets: is_pd(point.target) }
    }

    fn judge(&self, point: &Point) -> Judged {
        if self.goes_on(point) {
            let days = match (self.day, day(point)) {
                (Some(first), Some(day)) => day.signed_duration_since(first).num_days(),
                _ => WAIT,
            };
            return if days < WAIT {
                (Verdict::IUpd, Rule::ProgressionTooEarly)
            } else {
                (Verdict::ICpd, Rule::ProgressionConfirmed)
            };
        }
        match overall(point.target, point.non_target, point.seen.new_count > 0) {
            (Verdict::Pd, _) => (Verdict::IUpd, Rule::ProgressionNotYetConfirmed),
            (Verdict::Ne, rule) => (Verdict::Ne, rule),
            (verdict, _) => (immune((verdict, Rule::BarReset)).0, Rule::BarReset),
        }
    }

    /// Targets 5 mm more than at the unconfirmed progression, or newly in progression; other lesions worse;
    /// more new lesions, or new ones 5 mm larger.
    fn goes_on(&self, point: &Point) -> bool {
        let grew = |now: Length, then: Length| now.minus(then) >= Length::millimetres(5);
        let targets = if self.by_targets {
            matches!((point.sum, self.sum), (Some(now), Some(then)) if grew(now, then))
        } else {
            is_pd(point.target)
        };
        let new = point.seen.new_count > self.seen.new_count
            || point.seen.new_count > 0 && grew(point.seen.new_sum, self.seen.new_sum);
        targets || is_pd(point.non_target) || new
    }
}

/// The day of a time point; the first possible one where its date is not whole.
fn day(point: &Point) -> Option<NaiveDate> {
    point.date.earliest()
}

fn is_pd(judged: Option<Judged>) -> bool {
    judged.is_some_and(|(verdict, _)| verdict == Verdict::Pd)
}

fn immune((verdict, rule): Judged) -> Judged {
    let own = match verdict {
        Verdict::Cr => Verdict::ICr,
        Verdict::Pr => Verdict::IPr,
        Verdict::Sd => Verdict::ISd,
        other => other,
    };
    (own, rule)
}
