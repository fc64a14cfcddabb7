//! Days counted from another day, and as reports write them.

use chrono::{Datelike, Days, NaiveDate};

use crate::i18n::Lang;

pub fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

pub fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// A day as a report of that language writes it.
pub fn spoken(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::En => day.format("%-d %B %Y").to_string(),
        Lang::Vi => day.format("%d/%m/%Y").to_string(),
        Lang::Zh => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
    }
}
