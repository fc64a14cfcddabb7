//! A day, a month or a year as people type it where they look for one: as in the files, or in another notation that has one reading.

use chrono::NaiveDate;

use crate::domain::date::{DateFault, PartialDate};
use crate::domain::fold::fold;
use crate::domain::query::range::{Range, Sign, together};

/// Two days in the longest notation, in bytes. What is longer is none, and would be tried at each of its dashes.
const LONGEST: usize = 64;

/// The days that are asked for: `1961`, `1961-03`, `14/03/1961`, `1961年3月14日`, `<1970`; from one to another as
/// `1960-1969` and `2026-12-01-2026-12-10`.
pub fn days(folded: &str) -> Option<Range<NaiveDate>> {
    let (sign, rest) = Sign::of(folded);
    if rest.len() > LONGEST {
        return None;
    }
    if let Some(date) = date(rest) {
        return Range::new(sign, date.earliest()?, date.latest()?);
    }
    let mut ends = rest.match_indices('-').filter(|_| sign == Sign::Is);
    ends.find_map(|(at, dash)| {
        let (from, to) = (date(rest.get(..at)?)?, date(rest.get(at + dash.len()..)?)?);
        Range::new(sign, from.earliest()?, to.latest()?)
    })
}

/// What may have been meant, with its sign and as ISO, where day and month of a date can be exchanged: the day first, as it
/// is written in most of the world.
pub fn day_first(typed: &str) -> Option<String> {
    let folded = together(&fold(typed))?;
    let (_, rest) = Sign::of(&folded);
    match PartialDate::parse(rest) {
        Err(DateFault::TwoReadings(day_first, _)) => Some(folded.replace(rest, &day_first)),
        _ => None,
    }
}

/// A day, as it is typed or as the screen shows it (`25-Feb-1958`, `25 thg 2 1958`).
pub(super) fn whole_day(typed: &str) -> Option<NaiveDate> {
    let folded = fold(typed);
    date(&folded).and_then(|date| date.day()).or_else(|| as_shown(&folded))
}

fn as_shown(folded: &str) -> Option<NaiveDate> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let parts: Vec<&str> =
        folded.split([' ', '-']).filter(|part| !matches!(*part, "thg" | "thang")).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let is_vietnamese = folded.contains(" th");
    let named = MONTHS.iter().position(|name| name == month).and_then(|at| u32::try_from(at + 1).ok());
    let month = named.or_else(|| month.parse().ok().filter(|_| is_vietnamese))?;
    let iso = format!("{year}-{month:02}-{day:0>2}");
    PartialDate::parse(&iso).ok().and_then(|date| date.day())
}

fn date(typed: &str) -> Option<PartialDate> {
    let written = in_han(typed);
    match PartialDate::parse(written.as_deref().unwrap_or(typed)) {
        Ok(date) => Some(date),
        Err(DateFault::OtherNotation(iso)) => PartialDate::parse(&iso).ok(),
        Err(_) => None,
    }
}

/// `1961年3月14日` as ISO, also without the day, or without day and month.
fn in_han(typed: &str) -> Option<String> {
    let (year, rest) = typed.split_once('年').filter(|(year, _)| year.len() == 4)?;
    let parts = rest.trim_end_matches(['日', '号', '號']).split_once('月');
    let two = |number: &str| format!("-{number:0>2}");
    Some(match parts {
        None if rest.is_empty() => year.to_owned(),
        None => return None,
        Some((month, "")) => format!("{year}{}", two(month)),
        Some((month, day)) => format!("{year}{}{}", two(month), two(day)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_every_notation_that_has_one_reading() {
        let of = |first: &str, last: &str| {
            Range::new(Sign::Is, first.parse::<NaiveDate>().unwrap(), last.parse().unwrap())
        };
        for (typed, first, last) in [
            ("1961", "1961-01-01", "1961-12-31"),
            ("1961年", "1961-01-01", "1961-12-31"),
            ("1961-02", "1961-02-01", "1961-02-28"),
            ("1961年2月", "1961-02-01", "1961-02-28"),
            ("1961-03-14", "1961-03-14", "1961-03-14"),
            ("14/03/1961", "1961-03-14", "1961-03-14"),
            ("14.3.1961", "1961-03-14", "1961-03-14"),
            ("1961/3/14", "1961-03-14", "1961-03-14"),
            ("1961年3月14日", "1961-03-14", "1961-03-14"),
            ("05/05/1961", "1961-05-05", "1961-05-05"),
            ("1960-1969", "1960-01-01", "1969-12-31"),
            ("1961-03-1961-05", "1961-03-01", "1961-05-31"),
            ("2026-12-01-2026-12-10", "2026-12-01", "2026-12-10"),
            ("1960年-1969年", "1960-01-01", "1969-12-31"),
        ] {
            assert_eq!(days(typed), of(first, last), "{typed}");
        }
        for typed in [
            "",
            "61",
            "03/04/1961",
            "1969-1960",
            "1961-02-30",
            "1961年月",
            "年",
            "1961年3月x日",
            "x",
            "<",
            "<1960-1969",
            "1961-03-14x",
            "196年1",
            "1960-69",
            "2026-12-10-2026-12-01",
        ] {
            assert_eq!(days(typed), None, "{typed}");
        }
        assert_eq!(day_first("<03 / 04 / 1961").as_deref(), Some("<1961-04-03"));
        assert_eq!(day_first("14/03/1961"), None);
    }
}
