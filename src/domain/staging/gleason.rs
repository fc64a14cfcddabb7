//! The grade group of a Gleason score (ISUP 2014): `3+4=7` is 2, `4+3` is 3, 9 is 5; a bare 7 can be either.

use crate::domain::fold::fold;

/// What a Gleason score may be written as, for a message.
pub const SCORES: [&str; 6] = ["6", "3+4", "4+3", "8", "9", "10"];

/// The grade group; nothing for what is no such score, or leaves it open.
pub fn grade_group(written: &str) -> Option<&'static str> {
    let text: String =
        fold(written).replace("gleason", "").chars().filter(|letter| !letter.is_whitespace()).collect();
    let sum = |text: &str| text.trim_matches(['(', ')', '=', ':']).parse::<u32>().ok();
    let (pair, behind) = match text.find(['=', '(']) {
        Some(at) => text.split_at_checked(at)?,
        None => (text.as_str(), ""),
    };
    let Some((first, second)) = pair.split_once('+') else { return of_sum(sum(pair)?) };
    let (first, second) = (first.parse::<u32>().ok()?, second.parse::<u32>().ok()?);
    let total = first.checked_add(second)?;
    let valid = (1..=5).contains(&first) && (1..=5).contains(&second);
    let agrees = behind.is_empty() || sum(behind) == Some(total);
    if !valid || !agrees {
        return None;
    }
    match (first, second) {
        (3, 4) => Some("2"),
        (4, 3) => Some("3"),
        _ => of_sum(total),
    }
}

fn of_sum(total: u32) -> Option<&'static str> {
    match total {
        2..=6 => Some("1"),
        8 => Some("4"),
        9 | 10 => Some("5"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gleason_score_is_of_one_grade_group_or_of_none() {
        for (written, group) in [
            ("3+3", Some("1")),
            ("3+3=6", Some("1")),
            ("6", Some("1")),
            ("3+4", Some("2")),
            ("Gleason 3 + 4 = 7", Some("2")),
            ("4+3=7", Some("3")),
            ("４＋３", Some("3")),
            ("4+3 (7)", Some("3")),
            ("4+4=8", Some("4")),
            ("3+5", Some("4")),
            ("8", Some("4")),
            ("4+5=9", Some("5")),
            ("5+5", Some("5")),
            ("10", Some("5")),
            ("7", None),
            ("2+5", None),
            ("3+4=8", None),
            ("1", None),
            ("11", None),
            ("high", None),
            ("", None),
        ] {
            assert_eq!(grade_group(written), group, "{written}");
        }
    }
}
