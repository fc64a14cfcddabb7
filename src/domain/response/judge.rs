//! The rules themselves: from a sum and its history, and from the other lesions, to a verdict and the rule that decided.

use crate::domain::response::size::Length;
use crate::domain::response::words::{Criteria, Rule, Verdict};

pub type Judged = (Verdict, Rule);

/// The target lesions of one time point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Targets {
    pub baseline: Length,
    /// The smallest complete sum so far, the baseline among them.
    pub nadir: Length,
    /// The sum of what was measured.
    pub sum: Length,
    /// Whether every target was measured.
    pub complete: bool,
    /// Whether no target is left: other lesions gone, nodes below 10 mm.
    pub gone: bool,
    /// Whether an earlier time point had none left, and now something other than a normal node is there.
    pub reappeared: bool,
}

/// CR, PR, SD, PD or NE of the target lesions.
pub fn targets(criteria: Criteria, seen: Targets) -> Judged {
    let rises = |sum: Length| {
        let enough = criteria == Criteria::MRecist || sum.minus(seen.nadir) >= Length::millimetres(5);
        sum.rose_by(seen.nadir, 20) && enough
    };
    let rose = if criteria == Criteria::MRecist { Rule::RoseTwenty } else { Rule::RoseEnough };
    if !seen.complete {
        // Lesions that were not measured cannot make a sum smaller.
        let part = rises(seen.sum).then_some((Verdict::Pd, Rule::PartRoseEnough));
        return part.unwrap_or((Verdict::Ne, Rule::TargetNotEvaluated));
    }
    if seen.baseline == Length::ZERO {
        return (Verdict::Ne, Rule::NothingToCompare);
    }
    if seen.gone {
        return (Verdict::Cr, Rule::TargetsGone);
    }
    if seen.reappeared {
        return (Verdict::Pd, Rule::Reappeared);
    }
    if rises(seen.sum) {
        (Verdict::Pd, rose)
    } else if seen.sum.fell_by(seen.baseline, 30) {
        (Verdict::Pr, Rule::FellEnough)
    } else {
        (Verdict::Sd, Rule::Between)
    }
}

/// What is known of one non-target lesion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NonTarget {
    Absent,
    Present,
    Progression,
    NotEvaluated,
}

/// CR, non-CR/non-PD, PD or NE of the non-target lesions; nothing where there are none.
pub fn non_targets(seen: &[NonTarget]) -> Option<Judged> {
    let any = |state: NonTarget| seen.contains(&state);
    if seen.is_empty() {
        None
    } else if any(NonTarget::Progression) {
        Some((Verdict::Pd, Rule::NonTargetProgression))
    } else if any(NonTarget::NotEvaluated) {
        Some((Verdict::Ne, Rule::NonTargetNotEvaluated))
    } else if any(NonTarget::Present) {
        Some((Verdict::NonCrNonPd, Rule::NonTargetsThere))
    } else {
        Some((Verdict::Cr, Rule::NonTargetsGone))
    }
}

/// Tables 1 and 2 of RECIST 1.1: the whole, from targets, non-targets and new lesions.
pub fn overall(targets: Option<Judged>, non_targets: Option<Judged>, new_lesion: bool) -> Judged {
    if new_lesion {
        return (Verdict::Pd, Rule::NewLesion);
    }
    for part in [targets, non_targets].into_iter().flatten() {
        if part.0 == Verdict::Pd {
            return part;
        }
    }
    match (targets, non_targets.map(|part| part.0)) {
        (None, None) => (Verdict::Ne, Rule::NoLesions),
        (None, Some(verdict)) => (verdict, Rule::NonTargetsDecide),
        (Some((Verdict::Cr, _)), None | Some(Verdict::Cr)) => (Verdict::Cr, Rule::AllGone),
        (Some((Verdict::Cr, _)), Some(_)) => (Verdict::Pr, Rule::NonTargetsRemain),
        (Some(part @ (Verdict::Ne, _)), _) => part,
        (Some((verdict, _)), _) => (verdict, Rule::TargetsDecide),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(text: &str) -> Length {
        Length::parse(text).unwrap()
    }

    #[test]
    fn target_lesions_at_the_boundaries() {
        for (baseline, nadir, sum, expected) in [
            ("100", "100", "70", "PR"),
            ("100", "100", "70.001", "SD"),
            ("100", "20", "25", "PD"),
            ("100", "20", "24.999", "PR"),
            ("100", "90", "108", "PD"),
            ("100", "90", "107.999", "SD"),
            ("14.0", "14.0", "9.8", "PR"),
            ("27.0", "27.0", "32.4", "PD"),
            ("3.2", "3.2", "8.2", "PD"),
            ("3.2", "3.2", "8.199", "SD"),
            ("30", "21", "26", "PD"),
            ("30", "21", "25.9", "SD"),
            // 20 % is met, 5 mm is not
            ("20", "20", "24.9", "SD"),
            // 5 mm is met, 20 % is not
            ("100", "100", "119.9", "SD"),
            // far below the baseline, but well above the smallest sum
            ("100", "40", "50", "PD"),
            ("100", "100", "100", "SD"),
        ] {
            let seen = Targets {
                baseline: length(baseline),
                nadir: length(nadir),
                sum: length(sum),
                complete: true,
                gone: false,
                reappeared: false,
            };
            let (verdict, _) = targets(Criteria::Recist, seen);
            assert_eq!(crate::domain::value::Vocabulary::word(verdict), expected, "{baseline} {nadir} {sum}");
        }
    }

    #[test]
    fn mrecist_has_no_limit_in_millimetres() {
        let seen = Targets {
            baseline: length("20"),
            nadir: length("20"),
            sum: length("24"),
            complete: true,
            gone: false,
            reappeared: false,
        };
        assert_eq!(targets(Criteria::MRecist, seen), (Verdict::Pd, Rule::RoseTwenty));
        assert_eq!(targets(Criteria::Recist, seen), (Verdict::Sd, Rule::Between));
    }

    #[test]
    fn what_was_not_measured_leaves_progression_only() {
        let seen = |sum: &str| Targets {
            baseline: length("50"),
            nadir: length("40"),
            sum: length(sum),
            complete: false,
            gone: false,
            reappeared: false,
        };
        assert_eq!(targets(Criteria::Recist, seen("48")), (Verdict::Pd, Rule::PartRoseEnough));
        assert_eq!(targets(Criteria::Recist, seen("47.9")), (Verdict::Ne, Rule::TargetNotEvaluated));
        assert_eq!(targets(Criteria::Recist, seen("0")), (Verdict::Ne, Rule::TargetNotEvaluated));
    }

    #[test]
    fn the_whole_follows_tables_1_and_2() {
        use Verdict::{Cr, Ne, NonCrNonPd, Pd, Pr, Sd};
        let part = |verdict| Some((verdict, Rule::Between));
        for (target, non_target, new, expected) in [
            (part(Cr), part(Cr), false, Cr),
            (part(Cr), None, false, Cr),
            (part(Cr), part(NonCrNonPd), false, Pr),
            (part(Cr), part(Ne), false, Pr),
            (part(Pr), part(NonCrNonPd), false, Pr),
            (part(Pr), part(Ne), false, Pr),
            (part(Pr), part(Cr), false, Pr),
            (part(Sd), part(NonCrNonPd), false, Sd),
            (part(Sd), part(Ne), false, Sd),
            (part(Ne), part(NonCrNonPd), false, Ne),
            (part(Ne), part(Cr), false, Ne),
            (part(Pd), part(Cr), false, Pd),
            (part(Ne), part(Pd), false, Pd),
            (part(Cr), part(Pd), false, Pd),
            (part(Cr), part(Cr), true, Pd),
            (part(Ne), part(Ne), true, Pd),
            (None, part(Cr), false, Cr),
            (None, part(NonCrNonPd), false, NonCrNonPd),
            (None, part(Ne), false, Ne),
            (None, part(Pd), false, Pd),
            (None, None, true, Pd),
            (None, None, false, Ne),
        ] {
            assert_eq!(overall(target, non_target, new).0, expected, "{target:?} {non_target:?} {new}");
        }
    }
}
