//! What was typed, taken apart: words, filters, and what is none of either.

use chrono::NaiveDate;
use memchr::memmem::Finder;

use crate::domain::fold::fold;
use crate::domain::patient::Sex;
use crate::domain::query::due::{self, Due};
use crate::domain::query::filter::{self, FILTERS, Filter, Known};
use crate::domain::query::haystack::{Haystack, Needle, WHOLE};
use crate::domain::query::marked::Marked;
use crate::domain::query::parts::{QUOTES, parts};
use crate::domain::query::{opposite, turned};
use crate::domain::summary::Summary;
use crate::domain::value::Vocabulary;

/// Words and filters; a case must answer all of them. An empty query is answered by every case.
#[derive(Clone, Debug, Default)]
pub struct Query {
    pub(super) words: Vec<Needle>,
    /// The words in their order, where there are several.
    phrase: Option<Finder<'static>>,
    marked: Marked,
    pub(super) filters: Vec<Filter>,
    /// Filters that cannot be understood; they let every case pass.
    pub faults: Vec<Fault>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    UnknownFilter {
        name: String,
        suggestion: Option<&'static str>,
    },
    BadValue {
        filter: Known,
        value: String,
        suggestion: Option<String>,
    },
    /// A filter with a sign before it that should turn it round.
    Negated {
        filter: Known,
        typed: String,
    },
    /// More than anybody types, pasted by mistake; nothing of it is looked for.
    TooLong,
}

impl Query {
    pub fn parse(typed: &str) -> Self {
        let mut query = Query::default();
        let (mut words, mut typed_words) = (Vec::new(), Vec::new());
        if is_too_long(typed) {
            query.faults.push(Fault::TooLong);
            return query;
        }
        let parts = parts(typed);
        let mut rest = parts.as_slice();
        while let Some((part, behind)) = rest.split_first() {
            if let Some((count, filter)) = turned::before_filter(rest) {
                let (turned, behind) = rest.split_at_checked(count + 1).unwrap_or((rest, &[]));
                let typed = turned.iter().map(|part| part.raw).collect::<Vec<_>>().join(" ");
                query.faults.push(Fault::Negated { filter, typed });
                rest = behind;
                continue;
            }
            rest = behind;
            if let Some((name, value)) = &part.filter {
                match asked(part.raw, name, value) {
                    Ok(filter) => query.filters.push(filter),
                    Err(fault) => query.faults.push(fault),
                }
            } else if let Some(filter) = turned::filter(part.raw) {
                query.faults.push(Fault::Negated { filter, typed: part.raw.to_owned() });
            } else {
                // Quotes keep words of a value together; words are looked for one by one.
                let bare = part.raw.trim_matches(QUOTES);
                words.extend(fold(bare).split_whitespace().map(str::to_owned));
                typed_words.extend(bare.split_whitespace());
            }
        }
        if words.len() > 1 {
            query.phrase = Some(Finder::new(&words.join(" ")).into_owned());
        }
        query.marked = Marked::of(typed_words.into_iter());
        query.words = words.iter().map(|word| Needle::new(word)).collect();
        query
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.filters.is_empty()
    }

    /// How well a case answers, higher is better; nothing where it lacks a word or a filter keeps it out.
    pub fn score(&self, case: &Summary, keys: &Haystack, today: NaiveDate) -> Option<i64> {
        let score = self.lets_pass(case, today).then(|| self.similar(keys))?;
        Some(score? + if self.has_marks() { self.as_written(case) } else { 0 })
    }

    /// Whether a word was typed with a mark, which is meant then.
    pub(super) fn has_marks(&self) -> bool {
        !self.marked.is_empty()
    }

    /// What is added where the name has the marks that were typed; it is asked only of cases that answer.
    pub(super) fn as_written(&self, case: &Summary) -> i64 {
        case.asked().name().map_or(0, |name| self.marked.found_in(name))
    }

    pub(super) fn lets_pass(&self, case: &Summary, today: NaiveDate) -> bool {
        self.filters.iter().all(|filter| filter.lets_pass(case, today))
    }

    /// Whether the answer depends on the day as of which it is asked: an age, what is overdue, a number of days.
    pub fn depends_on_day(&self) -> bool {
        self.filters.iter().any(|filter| match filter {
            Filter::Due(dues) => dues.iter().any(|due| !matches!(due, Due::On(_))),
            Filter::Age(_) => true,
            _ => false,
        })
    }

    /// The day for which `due:` lets this case pass; none where no day is asked for. For the rows that are shown: a
    /// search does not ask it.
    pub fn due(&self, case: &Summary, today: NaiveDate) -> Option<NaiveDate> {
        let asked = self.filters.iter().filter_map(|filter| match filter {
            Filter::Due(dues) => Some(dues.as_slice()),
            _ => None,
        });
        due::earliest(&case.due, &asked.collect::<Vec<_>>(), today)
    }

    /// The score where every word is there as typed.
    pub fn literal(&self, keys: &Haystack) -> Option<i64> {
        self.sum(keys, |word| keys.literal(word))
    }

    /// The score where words may also be similar.
    pub fn similar(&self, keys: &Haystack) -> Option<i64> {
        self.sum(keys, |word| keys.literal(word).or_else(|| keys.similar(word)))
    }

    /// How much the words look like the names that have them with a slip only.
    pub(super) fn likeness(&self, keys: &Haystack) -> i64 {
        let only_similar = self.words.iter().filter(|word| keys.literal(word).is_none());
        only_similar.map(|word| keys.likeness(word)).sum()
    }

    /// Whether every case that is at all like this was like `older`.
    pub(super) fn narrows_likeness(&self, older: &Query) -> bool {
        // A word that is looked for as typed only has all its parts; one that may be similar, its beginnings.
        let holds = |word: &Needle| {
            self.words.iter().any(|own| match (own.may_be_similar(), word.may_be_similar()) {
                (false, _) => own.text.contains(&word.text),
                (true, true) => own.text.starts_with(&word.text),
                (true, false) => false,
            })
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

/// What a filter asks, or why it is none.
fn asked(raw: &str, name: &str, value: &str) -> Result<Filter, Fault> {
    let turned = |filter| Fault::Negated { filter, typed: raw.to_owned() };
    let Some(filter) = FILTERS.into_iter().find(|known| known.name == name) else {
        let suggestion = filter::name_meant(name);
        let unknown = || Fault::UnknownFilter { name: name.to_owned(), suggestion };
        return Err(turned::filter_name(name).map_or_else(unknown, turned));
    };
    let bad = |suggestion| Fault::BadValue { filter, value: value.trim().to_owned(), suggestion };
    match Filter::parse(filter.name, value) {
        Ok(found) => found.ok_or_else(|| bad(None)),
        Err(fault) if fault.is_negated => Err(turned(filter)),
        Err(fault) => Err(bad(fault.suggestion)),
    }
}

/// In letters. Names and filters are far shorter; a report that was pasted by mistake would be asked with every key.
const LONGEST: usize = 1_000;

fn is_too_long(typed: &str) -> bool {
    typed.chars().nth(LONGEST).is_some()
}

/// The last word of what is being typed, where it is a filter that leaves nothing out yet and may still become one that
/// does: `site:`, `site:lu`, `age:>`.
pub fn unfinished(typed: &str) -> Option<&str> {
    if is_too_long(typed) {
        return None;
    }
    let last = parts(typed).pop()?;
    let (name, value) = last.filter?;
    let known = FILTERS.into_iter().find(|known| known.name == name)?;
    let (before, item) = value.rsplit_once(',').unwrap_or(("", &value));
    // A blank ends the value, unless it is one between the words of a name.
    let is_ended = typed.ends_with(char::is_whitespace);
    let may_become = match Filter::parse(known.name, &value) {
        Ok(filter) => filter.is_none() && !is_ended,
        Err(_) if is_ended => is_understood(known.name, before) && filter::has_first_words(known.name, item),
        Err(_) => is_beginning(known.name, &value),
    };
    may_become.then_some(last.raw)
}

/// Whether a value that is none yet becomes one with more letters.
fn is_beginning(name: &str, value: &str) -> bool {
    let (before, last) = value.rsplit_once(',').unwrap_or(("", value));
    let understood = |value: &str| matches!(Filter::parse(name, value), Ok(Some(_)));
    if !is_understood(name, before) {
        return false;
    }
    if !filter::is_number_filter(name) && opposite::begins_with_sign(last.trim_start()) {
        return false;
    }
    let letters =
        |word: &str| fold(word).chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let begun = letters(last);
    let begins = |word: &&str| !begun.is_empty() && letters(word).starts_with(&begun);
    match name {
        // A code begins with its letter.
        "site" => begun == "c" || filter::is_begun_name(name, last),
        "sex" => Sex::WORDS.iter().map(|(word, _)| *word).chain(SEXES).any(|word| begins(&word)),
        "status" => filter::is_begun_name(name, last),
        "due" if filter::is_begun_name(name, last) => true,
        _ => ENDINGS.iter().any(|ending| understood(&format!("{value}{ending}"))),
    }
}

/// Whether what stands before the last comma, if anything, is understood.
fn is_understood(name: &str, before: &str) -> bool {
    before.is_empty() || matches!(Filter::parse(name, before), Ok(Some(_)))
}

const SEXES: [&str; 2] = ["nu", "nam"];
/// What may follow the first letters of a number, a range or a date.
const ENDINGS: [&str; 15] = [
    "1", "90", "3", "03", "-03", "2-03", "12-03", "990", "1990", "/1990", "3/1990", "/3/1990", "13/1990",
    "/13/1990", "月",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_that_may_still_become_one_is_unfinished_and_any_other_is_not() {
        for typed in [
            "site:",
            "site:l",
            "site:lu",
            "an site:ph",
            "site:肺,lu",
            "site:c",
            "sex:fem",
            "sex:n",
            "status:un",
            "status:final,def",
            "due:<",
            "due:over",
            "due:2026-1",
            "due:2026-12-",
            "due:hôm",
            "due:逾",
            "due:>=",
            "born:<",
            "born:1",
            "born:19",
            "born:1961-0",
            "born:14",
            "born:14/",
            "born:14/03/",
            "born:14/03/1",
            "born:1961年3",
            "age:>",
            "age:40-",
            "SITE:Đại-t",
        ] {
            assert_eq!(unfinished(typed), typed.split(' ').next_back(), "{typed}");
        }
        for typed in [
            "site:dạ",
            "due:quá ",
            "due:quá h",
            "site:dạ ",
            "site:dạ d",
            "site:gan,dạ dà",
            "site:\"dạ",
            "site:bile ",
        ] {
            assert_eq!(unfinished(&format!("an {typed}")), Some(typed.trim_end()), "{typed}");
        }
        for typed in [
            "",
            "lu",
            "site",
            "site:lung",
            "site:lnug",
            "site:lu ",
            "site:dạ dày",
            "site:dạ nguyen",
            "site:dạ\u{300} ",
            "site:lnug,lu",
            "stauts:fi",
            "sex:f",
            "sex:x",
            "missing:",
            "age:40",
            "age:old",
            "age:400",
            "due:<7d",
            "due:later",
            "born:1961",
            "born:03/04",
            "born:me",
            "status:stauts",
            "10:3",
        ] {
            assert_eq!(unfinished(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_word_that_may_be_begun_is_understood_when_it_is_whole() {
        for word in SEXES {
            assert!(matches!(Filter::parse("sex", word), Ok(Some(_))), "{word}");
        }
    }
}
