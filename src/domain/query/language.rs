//! What was typed, taken apart: words, filters, and what is none of either.

use chrono::NaiveDate;
use memchr::memmem::Finder;

use crate::domain::fold::fold;
use crate::domain::nearest::nearest;
use crate::domain::query::filter::{FILTERS, Filter, Known};
use crate::domain::query::haystack::{Haystack, Needle, WHOLE};
use crate::domain::summary::Summary;

/// Words and filters; a case must answer all of them. An empty query is answered by every case.
#[derive(Clone, Debug, Default)]
pub struct Query {
    pub(super) words: Vec<Needle>,
    /// The words in their order, where there are several.
    phrase: Option<Finder<'static>>,
    pub(super) filters: Vec<Filter>,
    /// Filters that cannot be understood; they let every case pass.
    pub faults: Vec<Fault>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    UnknownFilter { name: String, suggestion: Option<&'static str> },
    BadValue { filter: Known, value: String, suggestion: Option<String> },
}

impl Query {
    pub fn parse(typed: &str) -> Self {
        let mut query = Query::default();
        let mut words = Vec::new();
        for part in typed.split_whitespace() {
            let Some((name, value)) = filter_of(part) else {
                words.extend(fold(part).split_whitespace().map(str::to_owned));
                continue;
            };
            let Some(known) = FILTERS.into_iter().find(|known| known.name == name) else {
                let suggestion = nearest(&name, FILTERS.into_iter().map(|known| known.name));
                query.faults.push(Fault::UnknownFilter { name, suggestion });
                continue;
            };
            match Filter::parse(known.name, &value) {
                Ok(filter) => query.filters.extend(filter),
                Err(bad) => {
                    let suggestion = bad.suggestion;
                    query.faults.push(Fault::BadValue { filter: known, value, suggestion });
                }
            }
        }
        if words.len() > 1 {
            query.phrase = Some(Finder::new(&words.join(" ")).into_owned());
        }
        query.words = words.iter().map(|word| Needle::new(word)).collect();
        query
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.filters.is_empty()
    }

    /// How well a case answers, higher is better; nothing where it lacks a word or a filter keeps it out.
    pub fn score(&self, case: &Summary, keys: &Haystack, today: NaiveDate) -> Option<i64> {
        self.lets_pass(case, today).then(|| self.similar(keys))?
    }

    pub(super) fn lets_pass(&self, case: &Summary, today: NaiveDate) -> bool {
        self.filters.iter().all(|filter| filter.lets_pass(case, today))
    }

    /// The score where every word is there as typed.
    pub(super) fn literal(&self, keys: &Haystack) -> Option<i64> {
        self.sum(keys, |word| keys.literal(word))
    }

    /// The score where words may also be similar.
    pub(super) fn similar(&self, keys: &Haystack) -> Option<i64> {
        self.sum(keys, |word| keys.literal(word).or_else(|| keys.similar(word)))
    }

    /// Over how many bytes the words that are not there as typed are spread; none where one is not there at all. Asked
    /// of cases that do not have all words as typed.
    pub(super) fn span(&self, keys: &Haystack) -> Option<usize> {
        if let [word] = self.words.as_slice() {
            return keys.span(word);
        }
        // To look through names and numbers takes less than to look through all texts.
        let is_there = |word: &Needle| keys.span(word).is_some() || keys.has(word);
        if !keys.may_have(&self.words) || !self.words.iter().all(is_there) {
            return None;
        }
        let spread = self.words.iter().filter(|word| !keys.has(word));
        Some(spread.filter_map(|word| keys.span(word)).sum())
    }

    /// Whether every case that is at all like this was like `older`.
    pub(super) fn narrows_likeness(&self, older: &Query) -> bool {
        // A short word is looked for as typed only, and a longer one that it grew into may be there without it.
        let keeps = |own: &Needle, word: &Needle| own.text == word.text || !own.may_be_similar();
        let holds = |word: &Needle| {
            word.may_be_similar()
                || self.words.iter().any(|own| own.text.contains(&word.text) && keeps(own, word))
        };
        self.narrows(older) && older.words.iter().all(holds)
    }

    /// Whether every case that answers this as typed also answered `older`.
    pub(super) fn narrows(&self, older: &Query) -> bool {
        let has = |word: &Needle| self.words.iter().any(|own| own.text.contains(&word.text));
        older.words.iter().all(has) && older.filters.iter().all(|filter| self.filters.contains(filter))
    }

    fn sum(&self, keys: &Haystack, score: impl Fn(&Needle) -> Option<i64>) -> Option<i64> {
        if !keys.may_have(&self.words) {
            return None;
        }
        let mut total = 0;
        for word in &self.words {
            total += score(word)?;
        }
        // A name typed in the order in which it is written stands above one with the words elsewhere.
        let in_order = self.phrase.as_ref().is_some_and(|phrase| keys.names_have(phrase));
        Some(if in_order { total + WHOLE } else { total })
    }
}

/// `name:value` with a name of Latin letters; `10:30` and `a: b` are words.
fn filter_of(part: &str) -> Option<(String, String)> {
    let (name, value) = part.split_once([':', '：'])?;
    let is_name = name.len() > 1 && name.chars().all(|letter| letter.is_ascii_alphabetic());
    is_name.then(|| (name.to_ascii_lowercase(), value.to_owned()))
}
