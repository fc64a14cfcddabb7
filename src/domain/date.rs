//! Dates as people know them: whole, month only, or year only; never two readings.

use std::borrow::Cow;
use std::fmt;

use chrono::{Datelike, NaiveDate};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::value::{Absence, Vocabulary};

/// A calendar date of which the day, or day and month, may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    pub year: i32,
    pub month: Option<u32>,
    pub day: Option<u32>,
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Day and month could be exchanged; both readings, as ISO.
    TwoReadings(String, String),
    /// A date in another notation that has one reading, as ISO.
    OtherNotation(String),
    /// ISO in form, but there is no such day.
    NoSuchDay,
    NotADate,
}

impl PartialDate {
    pub fn whole(date: NaiveDate) -> Self {
        PartialDate { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }

    pub fn parse(raw: &str) -> Result<Self, DateFault> {
        let raw = raw.trim();
        let mut parts = raw.split('-');
        let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let is_short = |part: Option<&str>| part.is_none_or(|part| part.len() == 2 && digits(part));
        let iso_form = year.len() == 4 && digits(year) && is_short(month) && is_short(day);
        if iso_form && parts.next().is_none() {
            Self::from_iso_parts(year, month, day)
        } else {
            Err(other_notation(raw))
        }
    }

    fn from_iso_parts(year: &str, month: Option<&str>, day: Option<&str>) -> Result<Self, DateFault> {
        let number = |part: Option<&str>| part.and_then(|part| part.parse::<u32>().ok());
        let year = year.parse::<i32>().map_err(|_| DateFault::NotADate)?;
        let date = PartialDate { year, month: number(month), day: number(day) };
        let exists = NaiveDate::from_ymd_opt(year, date.month.unwrap_or(1), date.day.unwrap_or(1)).is_some();
        if exists && year >= 1800 { Ok(date) } else { Err(DateFault::NoSuchDay) }
    }

    /// The first day that this date can mean.
    pub fn earliest(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that this date can mean.
    pub fn latest(&self) -> Option<NaiveDate> {
        match (self.month, self.day) {
            (Some(month), Some(day)) => NaiveDate::from_ymd_opt(self.year, month, day),
            (Some(12) | None, _) => NaiveDate::from_ymd_opt(self.year, 12, 31),
            (Some(month), None) => NaiveDate::from_ymd_opt(self.year, month + 1, 1)?.pred_opt(),
        }
    }

    /// The whole date, when day and month are known.
    pub fn day(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month?, self.day?)
    }

    /// Completed years on `on`: the lowest and the highest that this birth date allows.
    pub fn age_on(&self, on: NaiveDate) -> Option<(i32, i32)> {
        let completed = |born: NaiveDate| {
            on.year() - born.year() - i32::from((on.month(), on.day()) < (born.month(), born.day()))
        };
        let (oldest, youngest) = (completed(self.earliest()?), completed(self.latest()?));
        (oldest >= 0).then_some((youngest.max(0), oldest))
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a text in another notation could have meant.
fn other_notation(raw: &str) -> DateFault {
    let parts: Vec<&str> = raw.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else { return DateFault::NotADate };
    if ![first, second, third].iter().all(|part| digits(part)) {
        return DateFault::NotADate;
    }
    let iso = |year: &str, month: &str, day: &str| {
        let is_a_day = PartialDate::from_iso_parts(year, Some(month), Some(day)).is_ok();
        is_a_day.then(|| format!("{year}-{month:0>2}-{day:0>2}"))
    };
    if first.len() == 4 {
        return iso(first, second, third).map_or(DateFault::NotADate, DateFault::OtherNotation);
    }
    if third.len() != 4 {
        return DateFault::NotADate;
    }
    match (iso(third, second, first), iso(third, first, second)) {
        (Some(day_first), Some(month_first)) if day_first != month_first => {
            DateFault::TwoReadings(day_first, month_first)
        }
        (Some(only), _) | (None, Some(only)) => DateFault::OtherNotation(only),
        (None, None) => DateFault::NotADate,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// A date entry as written: a date, one of the absence words, or text that is kept and reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Date {
    Known(PartialDate),
    Absent(Absence),
    Other(String),
}

impl Date {
    pub fn parse(raw: &str) -> Self {
        match PartialDate::parse(raw) {
            Ok(date) => Date::Known(date),
            Err(_) => Absence::find(raw).map_or_else(|| Date::Other(raw.to_owned()), Date::Absent),
        }
    }

    pub fn known(&self) -> Option<PartialDate> {
        match self {
            Date::Known(date) => Some(*date),
            Date::Absent(_) | Date::Other(_) => None,
        }
    }

    /// The first day that it may mean.
    pub fn earliest(&self) -> Option<NaiveDate> {
        self.known().and_then(|date| date.earliest())
    }

    /// The last day that it may mean, of a month its last: on it falls due what is due then.
    pub fn latest(&self) -> Option<NaiveDate> {
        self.known().and_then(|date| date.latest())
    }

    /// The one day that it means; none of a month or a year.
    pub fn day(&self) -> Option<NaiveDate> {
        self.known().and_then(|date| date.day())
    }

    /// Whether the last day that it may mean is over.
    pub fn is_past(&self, today: NaiveDate) -> bool {
        self.latest().is_some_and(|last| last < today)
    }

    pub fn whole(date: NaiveDate) -> Self {
        Date::Known(PartialDate::whole(date))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Date::Known(date) => date.fmt(f),
            Date::Absent(absence) => f.write_str(absence.word()),
            Date::Other(raw) => f.write_str(raw),
        }
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|raw| Date::parse(&raw))
    }
}

impl JsonSchema for Date {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "integer"],
            "pattern": "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|unknown|not-done|pending|not-applicable)$",
            "x-date": true,
            "description": "ISO date: 2026-11-02, or 2026-11, or 2026"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_iso_and_whole_or_partial_and_anything_else_says_what_it_could_mean() {
        for iso in ["1961", "1961-03", "1961-03-14", "2024-02-29"] {
            assert_eq!(PartialDate::parse(iso).map(|date| date.to_string()), Ok(iso.to_owned()));
        }
        let two = DateFault::TwoReadings("2026-04-03".into(), "2026-03-04".into());
        assert_eq!(PartialDate::parse("03/04/2026"), Err(two));
        assert_eq!(PartialDate::parse("14/03/1961"), Err(DateFault::OtherNotation("1961-03-14".into())));
        assert_eq!(PartialDate::parse("2026/03/14"), Err(DateFault::OtherNotation("2026-03-14".into())));
        assert_eq!(PartialDate::parse("2026-02-30"), Err(DateFault::NoSuchDay));
        assert_eq!(PartialDate::parse("last week"), Err(DateFault::NotADate));
    }

    #[test]
    fn what_is_due_in_a_month_is_past_when_the_month_is_over() {
        let past = |raw: &str, today: &str| Date::parse(raw).is_past(today.parse().unwrap());
        assert!(past("2026-10", "2026-11-01") && !past("2026-10", "2026-10-31"));
        assert!(past("2025", "2026-01-01") && !past("2026", "2026-12-31"));
        assert!(past("2026-11-25", "2026-11-26") && !past("2026-11-26", "2026-11-26"));
        assert!(!past("unknown", "2026-11-26"));
    }

    #[test]
    fn an_age_from_a_partial_birth_date_is_a_range() {
        let on = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let age = |raw| PartialDate::parse(raw).unwrap().age_on(on);
        assert_eq!(age("1975-08-02"), Some((51, 51)));
        assert_eq!(age("1975-11-27"), Some((50, 50)));
        assert_eq!(age("1975"), Some((50, 51)));
        assert_eq!(age("2030"), None);
    }
}
