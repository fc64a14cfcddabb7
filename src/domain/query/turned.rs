//! A filter that is turned round, by a sign or a word before its name. None can be, so it is told.

use unicode_normalization::UnicodeNormalization;

use crate::domain::fold::fold;
use crate::domain::query::filter::{FILTERS, Known};
use crate::domain::query::opposite::WORDS;
use crate::domain::query::parts::{Part, QUOTES};

/// Between a word and a filter these say no *not*.
const BETWEEN: [char; 7] = ['+', '&', ',', ';', '·', '.', ':'];

/// The filter that a part such as `-site:lung` or `非site:lung` would turn round.
pub fn filter(part: &str) -> Option<Known> {
    if part.starts_with(QUOTES) {
        return None;
    }
    let folded = fold(part);
    let start = folded.find(|letter: char| letter.is_ascii_alphanumeric())?;
    let (before, rest) = folded.split_at_checked(start)?;
    let is_not = !before.contains(char::is_alphanumeric) || WORDS.contains(&before);
    let (name, _) = rest.split_once(':').filter(|_| !before.is_empty() && is_not)?;
    known(name)
}

/// The filter whose name stands behind a word for *not* without a blank: `notsite`.
pub fn filter_name(name: &str) -> Option<Known> {
    name.strip_prefix("not").or_else(|| name.strip_prefix("non")).and_then(known)
}

/// How many words at the beginning of these parts turn the filter behind them round, and that filter.
pub fn before_filter(parts: &[Part<'_>]) -> Option<(usize, Known)> {
    (1..=2).find_map(|count| {
        let (name, _) = parts.get(count)?.filter.as_ref()?;
        let before = parts.get(..count).filter(|words| words.iter().all(|word| word.filter.is_none()))?;
        let said: Vec<String> = before.iter().map(|word| word.raw.nfkc().collect()).collect();
        let said = said.join(" ").to_lowercase();
        let is_sign = !said.contains(char::is_alphanumeric) && !said.contains(QUOTES);
        let is_not = WORDS.contains(&said.as_str()) || is_sign && !said.contains(BETWEEN);
        known(name).filter(|_| is_not).map(|filter| (count, filter))
    })
}

fn known(name: &str) -> Option<Known> {
    FILTERS.into_iter().find(|known| known.name == name)
}
