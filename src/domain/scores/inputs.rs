//! Where a score finds its inputs in a case: the newest result of a test, an entered score, a category; what it used is kept.

use chrono::{Days, NaiveDate};

use crate::domain::care::Lab;
use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::patient::Sex;
use crate::domain::scores::names::names;
use crate::domain::scores::plausible::{Doubt, doubt};
use crate::domain::scores::quantity::{is_by_mass, quantity};
use crate::domain::scores::words::{Item, Lacking};
use crate::domain::scores::{entered, findings};
use crate::domain::value::{Code, Vocabulary, Written};

/// What is at most so far apart is of one time: a week, in which the function of a liver or a kidney seldom changes its class.
pub const SAME_TIME: Days = Days::new(7);

/// An input as it stands in the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    pub item: Item,
    /// With its unit, as written.
    pub value: String,
    pub date: Option<Date>,
    /// Where in the case: `labs[3]`.
    pub path: String,
}

/// An input that does not serve, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub item: Item,
    pub why: Lacking,
    /// What stands there that cannot be.
    pub doubt: Option<Doubt>,
}

/// What one score asked for, and what it got.
pub struct Inputs<'a> {
    pub case: &'a Case,
    pub as_of: NaiveDate,
    pub used: Vec<Used>,
    pub missing: Vec<Missing>,
}

impl<'a> Inputs<'a> {
    pub fn new(case: &'a Case, as_of: NaiveDate) -> Self {
        Inputs { case, as_of, used: Vec::new(), missing: Vec::new() }
    }

    /// The newest result of a test up to the day of reading; one without a date only where none has one.
    pub fn lab(&self, item: Item) -> Option<(usize, &'a Lab)> {
        let named = |lab: &Lab| {
            lab.test.as_ref().is_some_and(|test| {
                let test = test.as_str().trim();
                if test.is_ascii() {
                    names(item).iter().any(|name| name.eq_ignore_ascii_case(test))
                } else {
                    names(item).contains(&fold(test).as_str())
                }
            })
        };
        let day = |lab: &Lab| lab.date.as_ref().and_then(Date::earliest);
        let all = self.case.labs.iter().enumerate().filter(|(_, lab)| named(lab) && lab.value.is_some());
        all.filter(|(_, lab)| day(lab).is_none_or(|day| day <= self.as_of))
            .max_by_key(|(at, lab)| (day(lab), *at))
    }

    /// A measured quantity in the unit of the formulas.
    pub fn number(&mut self, item: Item) -> Option<f64> {
        let Some((at, lab)) = self.lab(item) else { return self.lacks(item, Lacking::NotRecorded) };
        let text = |text: &'a Option<Written>| text.as_ref().map_or("", Written::as_str);
        let value = text(&lab.value);
        if let Some(doubt) = doubt(text(&lab.test), value, lab.unit.as_ref().map(Written::as_str)) {
            self.missing.push(Missing { item, why: Lacking::Implausible, doubt: Some(doubt) });
            return None;
        }
        match quantity(item, value, lab.unit.as_ref().map(Written::as_str)) {
            Ok(number) => {
                self.took_lab(item, at, lab);
                Some(number)
            }
            Err(why) => self.lacks(item, why),
        }
    }

    /// Whether the newest result is written as a mass, `mg/dL`.
    pub fn is_by_mass(&self, item: Item) -> bool {
        self.lab(item).is_some_and(|(_, lab)| {
            let value = lab.value.as_ref().map_or("", Written::as_str);
            is_by_mass(value, lab.unit.as_ref().map(Written::as_str))
        })
    }

    /// A finding in words, as what is made of it.
    fn finding<T>(&mut self, item: Item, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let Some((at, lab)) = self.lab(item) else { return self.lacks(item, Lacking::NotRecorded) };
        match read(lab.value.as_ref().map_or("", Written::as_str)) {
            Some(found) => {
                self.took_lab(item, at, lab);
                Some(found)
            }
            None => self.lacks(item, Lacking::NotAWord),
        }
    }

    /// The points of a degree: none, slight, moderate.
    pub fn degree(&mut self, item: Item) -> Option<u32> {
        self.finding(item, |value| findings::degree(item, value))
    }

    /// Whether something is there: `yes` or `no` in the words of a result.
    pub fn is_there(&mut self, item: Item) -> Option<bool> {
        self.finding(item, findings::is_there)
    }

    /// Completed years on the day of reading: the lowest and the highest that the birth date leaves possible.
    pub fn ages(&mut self) -> Option<(i32, i32)> {
        let born = self.case.patient.born.as_ref();
        match born.and_then(Date::known).and_then(|born| born.age_on(self.as_of)) {
            Some((low, high)) => {
                let value = if low == high { low.to_string() } else { format!("{low}-{high}") };
                self.took(Item::Age, value, born.cloned(), "patient.born");
                Some((low, high))
            }
            None => self.lacks(Item::Age, Lacking::NotRecorded),
        }
    }

    /// The age of an adult.
    pub fn adult(&mut self) -> Option<i32> {
        match self.ages()?.0 {
            age if age < 18 => self.lacks(Item::Age, Lacking::Child),
            age => Some(age),
        }
    }

    pub fn is_female(&mut self) -> Option<bool> {
        match self.case.patient.sex.as_ref().and_then(Code::known) {
            Some(sex @ (Sex::Male | Sex::Female)) => {
                self.took(Item::Sex, sex.word().to_owned(), None, "patient.sex");
                Some(sex == Sex::Female)
            }
            _ => self.lacks(Item::Sex, Lacking::NotRecorded),
        }
    }

    pub fn took(&mut self, item: Item, value: String, date: Option<Date>, path: impl Into<String>) {
        self.used.push(Used { item, value, date, path: path.into() });
    }

    fn took_lab(&mut self, item: Item, at: usize, lab: &Lab) {
        let text = |text: &Option<Written>| text.as_ref().map_or("", Written::as_str).trim().to_owned();
        let value = format!("{} {}", text(&lab.value), text(&lab.unit));
        self.took(item, value.trim().to_owned(), lab.date.clone(), format!("labs[{at}]"));
    }

    pub fn lacks<T>(&mut self, item: Item, why: Lacking) -> Option<T> {
        self.missing.push(Missing { item, why, doubt: None });
        None
    }

    /// Forgets that an input is missing which was then found elsewhere.
    pub fn found_elsewhere(&mut self, item: Item) {
        self.missing.retain(|missing| missing.item != item);
    }

    /// The newest score that a clinician entered under one of these names.
    pub fn entered(&self, names: &[&str]) -> Option<(usize, &'a str)> {
        entered::newest(self.case, names, self.as_of)
    }
}

/// The number of an ECOG grade.
pub fn ecog(case: &Case) -> Option<u8> {
    case.performance.ecog.as_ref()?.known()?.word().parse().ok()
}
