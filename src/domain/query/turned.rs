//! What says *not*, by a sign or a word: nothing can be turned round, and names are known without signs, so it would be
//! answered by the opposite.

use unicode_normalization::UnicodeNormalization;

use crate::domain::fold::fold;
use crate::domain::query::filter::{FILTERS, Known};
use crate::domain::query::parts::{Part, QUOTES};

/// What people write before what they do not want. `khong` without its mark is a family name, too.
const WORDS: [&str; 6] = ["not", "không", "không phải", "非", "不", "不是"];
/// Those that also begin a word, with which its meaning is turned round.
const BEGINNINGS: [&str; 13] =
    ["un", "not", "non", "cannot", "chua", "khong", "未", "不", "非", "没", "无", "尚未", "尚无"];
/// Signs that say something else, of which the fault of a value is enough.
const OTHERS: [char; 15] = ['=', '<', '>', '≤', '≥', '.', '*', '(', '[', '{', '#', '@', '+', '?', '&'];
/// Between a word and a filter these say no *not*.
const BETWEEN: [char; 7] = ['+', '&', ',', ';', '·', '.', ':'];

/// Whether a value that is a name begins with a sign instead.
pub fn begins_with_sign(value: &str) -> bool {
    !value.starts_with(char::is_alphanumeric)
}

/// Whether a value is a word for *not*, or begins with such a sign; a number may have others before it.
pub fn is_negated(value: &str, is_number: bool) -> bool {
    let folded: String = value.chars().take_while(|letter| !letter.is_alphanumeric()).nfkd().collect();
    let has_stroke = folded.contains('\u{338}');
    if is_number {
        return has_stroke || folded.contains(['!', '¬']) || folded.contains("<>");
    }
    let is_word = WORDS.contains(&value.to_lowercase().as_str());
    is_word || has_stroke || folded.contains("<>") || !folded.chars().all(|sign| OTHERS.contains(&sign))
}

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

/// Whether one of two names is the other turned round, or something stands before it that may do so.
pub fn are_opposite(one: &str, other: &str) -> bool {
    let letters =
        |name: &str| fold(name).chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let (one_letters, other_letters) = (letters(one), letters(other));
    let goes_before =
        |whole: &str, end: &str| whole.strip_suffix(end).is_some_and(|before| before.chars().count() > 1);
    says_no(one, &one_letters) != says_no(other, &other_letters)
        || goes_before(&one_letters, &other_letters)
        || goes_before(&other_letters, &one_letters)
}

fn says_no(written: &str, letters: &str) -> bool {
    BEGINNINGS.iter().any(|word| letters.starts_with(word))
        || fold(written).split_whitespace().next().is_some_and(|word| word == "no")
}

fn known(name: &str) -> Option<Known> {
    FILTERS.into_iter().find(|known| known.name == name)
}
