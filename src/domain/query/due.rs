//! When something of a case falls due: what `due:` asks for, and which day answers it.

use chrono::{Days, NaiveDate};

use crate::domain::date::Date;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    Overdue,
    /// From today on, in less than so many days.
    Within(u64),
    /// In more than so many days.
    Beyond(u64),
    Before(NaiveDate),
    After(NaiveDate),
    /// From the one day to the other, both included: a month and a year have several.
    During(NaiveDate, NaiveDate),
}

impl Due {
    /// `overdue`, `today`, `<7d`, `<2w`, `>30d`, `2026-12-03`, `<2026-12-03`; also a month or a year.
    pub fn parse(folded: &str) -> Option<Self> {
        match folded {
            "overdue" => return Some(Due::Overdue),
            "today" => return Some(Due::Within(1)),
            _ => (),
        }
        let (sign, rest) = match folded.strip_prefix('<') {
            Some(rest) => ('<', rest),
            None => folded.strip_prefix('>').map_or(('=', folded), |rest| ('>', rest)),
        };
        if let Some((first, last)) =
            Date::parse(rest).known().and_then(|date| date.earliest().zip(date.latest()))
        {
            return Some(match sign {
                '<' => Due::Before(first),
                '>' => Due::After(last),
                _ => Due::During(first, last),
            });
        }
        let days = match rest.strip_suffix('w') {
            Some(weeks) => weeks.parse::<u64>().ok()?.checked_mul(7)?,
            None => rest.strip_suffix('d').unwrap_or(rest).parse().ok()?,
        };
        match sign {
            '>' => Some(Due::Beyond(days)),
            '<' => Some(Due::Within(days)),
            _ => days.checked_add(1).map(Due::Within),
        }
    }

    pub fn covers(self, day: NaiveDate, today: NaiveDate) -> bool {
        let edge = |days: u64| today.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
        match self {
            Due::Overdue => day < today,
            Due::Within(days) => day >= today && day < edge(days),
            Due::Beyond(days) => day > edge(days),
            Due::Before(date) => day < date,
            Due::After(date) => day > date,
            Due::During(first, last) => (first..=last).contains(&day),
        }
    }
}

/// The earliest of these days that answers every one of several `due:`; where each is answered by another day, the
/// earliest that answers one.
pub(super) fn earliest(days: &[NaiveDate], asked: &[&[Due]], today: NaiveDate) -> Option<NaiveDate> {
    let answers = |day: NaiveDate, dues: &[Due]| dues.iter().any(|due| due.covers(day, today));
    let all = days.iter().copied().filter(|day| asked.iter().all(|dues| answers(*day, dues)));
    let any = || days.iter().copied().filter(|day| asked.iter().any(|dues| answers(*day, dues))).min();
    if asked.is_empty() { None } else { all.min().or_else(any) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_that_is_told_is_the_earliest_that_was_asked_for_and_no_earlier_one() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let days = ["2026-12-20", "2026-12-03", "2026-11-18", "2026-11-20"].map(day);
        for (asked, expected) in [
            (vec![], None),
            (vec!["overdue"], Some("2026-11-18")),
            (vec!["<30d"], Some("2026-12-03")),
            (vec![">2026-11-18", "<2026-12-10"], Some("2026-11-20")),
            (vec!["overdue", "<30d"], Some("2026-11-18")),
            (vec!["2026-12-20"], Some("2026-12-20")),
            (vec!["2026-12"], Some("2026-12-03")),
            (vec![">2026-11"], Some("2026-12-03")),
            (vec!["<2026-12"], Some("2026-11-18")),
            (vec!["2026"], Some("2026-11-18")),
            (vec!["<2027", ">2026-12-03"], Some("2026-12-20")),
            (vec!["<2026"], None),
            (vec![">90d"], None),
        ] {
            let dues: Vec<[Due; 1]> = asked.iter().map(|text| [Due::parse(text).unwrap()]).collect();
            let dues: Vec<&[Due]> = dues.iter().map(<[Due; 1]>::as_slice).collect();
            assert_eq!(earliest(&days, &dues, day("2026-11-26")), expected.map(day), "{asked:?}");
        }
    }
}
