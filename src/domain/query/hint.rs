//! What probably kept every case out, where that is certain from what was typed alone.

use crate::domain::fold::fold;
use crate::domain::query::day::whole_day;
use crate::domain::query::filter::FILTERS;
use crate::domain::query::language::Query;
use crate::domain::query::parts::{Part, QUOTES, parts};

/// Why nothing is found, each with what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// A date among the words: `born:1958-02-25`.
    Born(String),
    /// Two filters of one name, of which a case has one: `site:lung,liver`.
    Or(String),
    /// `site :lung`.
    Blank(String),
    /// `missing: nguyen` asks for an item: the word, and `nguyen missing:`.
    Missing(String, String),
}

pub fn hint(typed: &str) -> Option<Hint> {
    // What is not understood is said before, also how long it is.
    if !Query::parse(typed).faults.is_empty() {
        return None;
    }
    let parts = parts(typed);
    blank(&parts).or_else(|| born(&parts)).or_else(|| or(&parts)).or_else(|| missing(&parts))
}

fn blank(parts: &[Part<'_>]) -> Option<Hint> {
    let mut pairs = parts.iter().enumerate().filter(|(_, part)| part.filter.is_none());
    pairs.find_map(|(at, part)| {
        let name = fold(part.raw);
        FILTERS.iter().find(|known| known.name == name)?;
        let behind = parts.get(at + 1).filter(|next| next.filter.is_none())?;
        let value = behind.raw.strip_prefix([':', '：'])?;
        let value = if value.is_empty() { parts.get(at + 2)?.raw } else { value };
        Some(Hint::Blank(format!("{name}:{value}")))
    })
}

/// A date as the screen shows it has up to four words.
fn born(parts: &[Part<'_>]) -> Option<Hint> {
    const MOST: usize = 4;
    (1..=MOST).rev().find_map(|count| {
        parts.windows(count).filter(|words| words.iter().all(|word| word.filter.is_none())).find_map(
            |words| {
                let text: Vec<&str> = words.iter().map(|word| word.raw.trim_matches(QUOTES)).collect();
                whole_day(&text.join(" ")).map(|day| Hint::Born(format!("born:{day}")))
            },
        )
    })
}

/// Of numbers and days both ends are asked for so.
fn or(parts: &[Part<'_>]) -> Option<Hint> {
    const ONE_OF: [&str; 5] = ["site", "stage", "status", "sex", "lang"];
    ONE_OF.iter().find_map(|name| {
        let same = parts.iter().filter_map(|part| part.filter.as_ref()).filter(|(own, _)| own == name);
        let values: Vec<&str> = same.map(|(_, value)| value.trim()).collect();
        (values.len() > 1).then(|| Hint::Or(format!("{name}:{}", values.join(","))))
    })
}

fn missing(parts: &[Part<'_>]) -> Option<Hint> {
    let is_apart = |part: &&Part<'_>| {
        let is_apart = |(_, value): (&str, &str)| value.starts_with(char::is_whitespace);
        part.raw.split_once([':', '：']).is_some_and(is_apart) && !part.raw.contains(QUOTES)
    };
    let asked = parts.iter().filter(|part| part.filter.as_ref().is_some_and(|(name, _)| name == "missing"));
    let (_, value) = asked.clone().find(is_apart)?.filter.as_ref()?;
    let word = value.trim().to_owned();
    (!word.is_empty()).then(|| Hint::Missing(word.clone(), format!("{word} missing:")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_kept_every_case_out_is_said_where_it_is_certain() {
        let born = || Some(Hint::Born("born:1958-02-25".into()));
        for typed in [
            "25-Feb-1958",
            "25-feb-1958",
            "1958-02-25",
            "25/02/1958",
            "25.2.1958",
            "1958年2月25日",
            "25 thg 2 1958",
            "25 tháng 2 1958",
            "an 25 thg 2 1958 sex:f",
            "nguyen 25-Feb-1958",
            "\"25-Feb-1958\"",
        ] {
            assert_eq!(hint(typed), born(), "{typed}");
        }
        for (typed, expected) in [
            ("site:lung site:liver", Some(Hint::Or("site:lung,liver".into()))),
            ("an site:dạ dày age:>60 site: gan", Some(Hint::Or("site:dạ dày,gan".into()))),
            ("site :lung", Some(Hint::Blank("site:lung".into()))),
            ("an SITE : lung", Some(Hint::Blank("site:lung".into()))),
            ("missing: nguyen", Some(Hint::Missing("nguyen".into(), "nguyen missing:".into()))),
            ("missing: \"sinh thiết\"", None),
            ("missing:pet", None),
            ("missing:", None),
            ("age:>60 age:<70", None),
            ("1958", None),
            ("02-1958", None),
            ("03/04/1958", None),
            ("30-Feb-1958", None),
            ("004-188-23", None),
            ("site", None),
            ("25-Feb-1958 site:lnug", None),
            ("nguyen", None),
            ("", None),
        ] {
            assert_eq!(hint(typed), expected, "{typed}");
        }
    }
}
