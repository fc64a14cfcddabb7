//! When something of a case falls due: what `due:` asks for, and which day answers it.

use std::sync::LazyLock;

use chrono::{Days, Months, NaiveDate};

use crate::domain::fold::fold;
use crate::domain::query::day::days;
use crate::domain::query::range::{Range, Sign, together};
use crate::domain::query::spoken::{self, Spoken};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    Overdue,
    /// So far from today; never what is overdue.
    Ahead(Sign, Distance),
    On(Range<NaiveDate>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distance {
    Days(u64),
    Months(u32),
}

/// The words for a day, in three languages.
static WORDS: LazyLock<[(Spoken, Due); 8]> = LazyLock::new(|| {
    let today = Due::Ahead(Sign::Is, Distance::Days(0));
    let words = [
        ("overdue", Due::Overdue),
        ("quá hạn", Due::Overdue),
        ("逾期", Due::Overdue),
        ("已逾期", Due::Overdue),
        ("today", today),
        ("hôm nay", today),
        ("今天", today),
        ("今日", today),
    ];
    words.map(|(word, due)| (Spoken::new(word), due))
});

/// Not `日` and `月`, which are days and months of the calendar: `12月` is December.
const UNITS: [(&str, Unit); 18] = [
    ("d", Unit::Day),
    ("day", Unit::Day),
    ("days", Unit::Day),
    ("ngay", Unit::Day),
    ("天", Unit::Day),
    ("", Unit::Day),
    ("w", Unit::Week),
    ("week", Unit::Week),
    ("weeks", Unit::Week),
    ("tuan", Unit::Week),
    ("周", Unit::Week),
    ("週", Unit::Week),
    ("m", Unit::Month),
    ("month", Unit::Month),
    ("months", Unit::Month),
    ("thang", Unit::Month),
    ("个月", Unit::Month),
    ("個月", Unit::Month),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
}

impl Due {
    /// `overdue`, `today`, `<7d`, `<2w`, `<3m`, `>30d`, `2026-12-03`, `<2026-12-03`; also a month or a year.
    pub fn parse(typed: &str) -> Option<Self> {
        let (spoken, folded) = (Spoken::new(typed), together(&fold(typed))?);
        let word = WORDS.iter().find(|(word, _)| word.is(&spoken));
        if let Some((_, due)) = word.filter(|_| folded.starts_with(char::is_alphanumeric)) {
            return Some(*due);
        }
        if let Some(days) = days(&folded) {
            return Some(Due::On(days));
        }
        let (sign, rest) = Sign::of(&folded);
        let distance = Distance::parse(rest)?;
        // What is overdue is no day ahead.
        (sign != Sign::Below || !distance.is_none()).then_some(Due::Ahead(sign, distance))
    }

    pub fn covers(self, day: NaiveDate, today: NaiveDate) -> bool {
        match self {
            Due::Overdue => day < today,
            Due::Ahead(sign, distance) => {
                let edge = distance.after(today);
                let first = if sign == Sign::Is { today } else { edge };
                day >= today && Range::new(sign, first, edge).is_some_and(|range| range.covers(&day))
            }
            Due::On(days) => days.covers(&day),
        }
    }
}

impl Distance {
    fn parse(folded: &str) -> Option<Self> {
        let digits = folded.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        if !digits.bytes().all(|letter| letter.is_ascii_digit()) {
            return None;
        }
        let (_, unit) = UNITS.into_iter().find(|(word, _)| folded.strip_prefix(digits) == Some(word))?;
        Some(match unit {
            Unit::Day => Distance::Days(digits.parse().ok()?),
            Unit::Week => Distance::Days(digits.parse::<u64>().ok()?.checked_mul(7)?),
            Unit::Month => Distance::Months(digits.parse().ok()?),
        })
    }

    fn is_none(self) -> bool {
        matches!(self, Distance::Days(0) | Distance::Months(0))
    }

    fn after(self, today: NaiveDate) -> NaiveDate {
        let day = match self {
            Distance::Days(days) => today.checked_add_days(Days::new(days)),
            Distance::Months(months) => today.checked_add_months(Months::new(months)),
        };
        day.unwrap_or(NaiveDate::MAX)
    }
}

/// The words that are known.
pub fn words() -> impl Iterator<Item = &'static Spoken> {
    WORDS.iter().map(|(word, _)| word)
}

/// The word that was probably meant. `明天` and `hôm mai` are a slip away from today in letters, and mean another day.
pub fn meant(typed: &str) -> Option<&'static str> {
    let ends_before_today = || together(&fold(typed)).is_some_and(|whole| whole.starts_with("<0"));
    let is_sure = |word: &&str| Due::parse(word) == Some(Due::Overdue) || word.is_ascii();
    spoken::meant(typed, words()).filter(is_sure).or_else(|| ends_before_today().then_some("overdue"))
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
