//! The veil over structured identifiers: dates become days from day 0, people their specialty, places their level.

use chrono::{Datelike, NaiveDate};

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::date::{Date, PartialDate};
use crate::domain::prose::{Prose, Translation};
use crate::domain::text::Shown;
use crate::domain::value::{Absence, Code, Vocabulary, Written};
use crate::exchange::sheet;
use crate::i18n::Words;
use crate::phrase;

pub struct Veil<'a> {
    pub words: &'a Words,
    board: &'a BoardFile,
    /// What stands for the case's id.
    pub pseudonym: &'a str,
    /// The meeting that the report is about; every other one is left out.
    pub meeting: Option<&'a str>,
    as_of: NaiveDate,
    day_zero: NaiveDate,
    /// What day 0 is: the id of its words.
    pub day_zero_is: &'static str,
}

/// The earliest age that is not told apart from higher ones.
const OLDEST_BAND: i32 = 90;

impl<'a> Veil<'a> {
    pub fn over(
        words: &'a Words,
        board: &'a BoardFile,
        case: &Case,
        pseudonym: &'a str,
        as_of: NaiveDate,
    ) -> Self {
        let whole = |date: &Option<Date>| date.as_ref().and_then(Date::day);
        let (day_zero, day_zero_is) = match whole(&case.diagnosis.date) {
            Some(day) => (day, "report-day-zero-diagnosis"),
            None => match events(case).into_iter().filter_map(whole).min() {
                Some(day) => (day, "report-day-zero-first"),
                None => (as_of, "report-day-zero-report"),
            },
        };
        Veil { words, board, pseudonym, meeting: None, as_of, day_zero, day_zero_is }
    }

    pub fn day(&self, day: NaiveDate) -> Shown {
        self.signed("report-day", day.signed_duration_since(self.day_zero).num_days())
    }

    fn signed(&self, id: &str, number: i64) -> Shown {
        let text = if number > 0 { format!("+{number}") } else { number.to_string() };
        sheet::sentence(self.words, id, &[("n", text.into())])
    }

    /// Days from day 0; months or years where the day is not known. What could not be read is not shown.
    pub fn date(&self, date: Option<&Date>) -> Option<Date> {
        let veiled = match date? {
            Date::Known(date) => self.relative(*date),
            Date::Absent(absence) => return Some(Date::Absent(*absence)),
            Date::Other(_) => sheet::word(self.words, "report-unreadable"),
        };
        Some(Date::Other(veiled.into_string()))
    }

    fn relative(&self, date: PartialDate) -> Shown {
        if let Some(day) = date.day() {
            return self.day(day);
        }
        let years = i64::from(date.year) - i64::from(self.day_zero.year());
        match date.month {
            Some(month) => {
                self.signed("report-month", years * 12 + i64::from(month) - i64::from(self.day_zero.month()))
            }
            None => self.signed("report-year", years),
        }
    }

    /// The date of a result with its age, which a reader could not work out from a relative date.
    pub fn result_date(&self, date: Option<&Date>) -> Option<Date> {
        let veiled = self.date(date)?;
        match phrase::days_since(self.words, date, self.as_of) {
            Some(age) => Some(Date::Other(format!("{veiled} ({age})"))),
            None => Some(veiled),
        }
    }

    /// A date that says little: months from day 0.
    pub fn coarse_date(&self, date: Option<&Date>) -> Option<Date> {
        let coarse = match date? {
            Date::Known(known) => Date::Known(PartialDate { day: None, ..*known }),
            other => other.clone(),
        };
        self.date(Some(&coarse))
    }

    /// The day on which a record was made.
    pub fn recorded(&self, recorded: &str) -> String {
        let day = recorded.get(..10).and_then(|day| PartialDate::parse(day).ok());
        day.map_or_else(String::new, |day| self.relative(day).into_string())
    }

    /// A person's specialty; who is not on the roster is only "a person".
    pub fn person(&self, key: &str) -> String {
        if key.trim().is_empty() || Absence::find(key).is_some() {
            return key.to_owned();
        }
        let specialty = self.board.people.get(key).and_then(|person| person.specialty.as_ref()?.known());
        match specialty {
            Some(known) => phrase::code(self.words, &Code::Known(known)).into_string(),
            None => self.words.get("report-person-unnamed"),
        }
    }

    /// A facility's level of care and country.
    pub fn facility(&self, key: &str) -> String {
        if key.trim().is_empty() || Absence::find(key).is_some() {
            return key.to_owned();
        }
        let Some(facility) = self.board.facilities.get(key) else {
            return self.words.get("report-facility-unnamed");
        };
        let level = facility.care_level.as_ref().and_then(Code::known).map(Code::Known);
        let level = level.map(|level| phrase::code(self.words, &level));
        let known = sheet::joined([level, sheet::part(self.words, facility.country.as_ref())]);
        if known.is_empty() { self.words.get("report-facility-unnamed") } else { known.into_string() }
    }

    pub fn person_of(&self, key: Option<&Written>) -> Option<Written> {
        key.map(|key| Written(self.person(key.as_str())))
    }

    pub fn facility_of(&self, key: Option<&Written>) -> Option<Written> {
        key.map(|key| Written(self.facility(key.as_str())))
    }

    /// A code of which only the known words pass.
    pub fn strict<T: Vocabulary>(&self, code: Option<&Code<T>>) -> Option<Code<T>> {
        code.map(|code| match code.known() {
            Some(known) => Code::Known(known),
            None => Code::Other(self.words.get("report-unreadable")),
        })
    }

    /// An age in a band of five years; of a dead patient, the age at the last contact.
    pub fn age_band(&self, born: Option<&Date>, dead_since: Option<&Date>) -> Option<Date> {
        let last = dead_since.and_then(Date::latest);
        let (low, high) = match born? {
            Date::Known(born) => born.age_on(last.unwrap_or(self.as_of).min(self.as_of))?,
            Date::Absent(absence) => return Some(Date::Absent(*absence)),
            Date::Other(_) => return self.date(born),
        };
        let band = if high >= OLDEST_BAND {
            self.words.with("report-age-oldest", &[("n", i64::from(OLDEST_BAND).into())])
        } else {
            let low = i64::from(low - low % 5);
            let high = i64::from(high - high % 5 + 4);
            self.words.with("age-years-range", &[("low", low.into()), ("high", high.into())])
        };
        Some(Date::Other(band))
    }
}

/// Every date in a case that is an event of the disease, and not of the patient's life.
fn events(case: &Case) -> Vec<&Option<Date>> {
    let mut dates = vec![&case.found.date, &case.performance.date, &case.plan.date];
    dates.extend(case.treatments.iter().flat_map(|one| [&one.start, &one.end]));
    dates.extend(case.imaging.iter().map(|one| &one.date));
    dates.extend(case.pathology.iter().map(|one| &one.date));
    dates.extend(case.pathology.iter().flat_map(|one| &one.molecular).map(|one| &one.date));
    dates.extend(case.molecular.iter().map(|one| &one.date));
    dates.extend(case.staging.iter().map(|one| &one.date));
    dates.extend(case.scores.iter().map(|one| &one.date));
    dates.extend(case.labs.iter().map(|one| &one.date));
    dates
}

/// A text without the names of its translators.
pub fn prose(prose: &Prose) -> Prose {
    let Prose { text, lang, translations } = prose.clone();
    let translations = translations
        .into_iter()
        .map(|(lang, Translation { text, by: _ })| (lang, Translation { text, by: None }))
        .collect();
    Prose { text, lang, translations }
}
