//! What was typed, in its parts: words, and filters with all that belongs to their value, quoted or a name of several words.

use crate::domain::fold::fold;
use crate::domain::query::day::days;
use crate::domain::query::filter;
use crate::domain::query::range::DASHES;

/// A word, or a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// As typed, with its blanks and quotes.
    pub raw: &'a str,
    /// Of a filter, the name in small letters, and what stands behind the colon without the quotes; its commas are *or*.
    pub filter: Option<(String, String)>,
}

pub(super) const QUOTES: [char; 9] = ['"', '＂', '“', '”', '„', '「', '」', '«', '»'];
/// What stands between the values of a list, on any keyboard.
const COMMAS: [char; 3] = [',', '，', '、'];
/// Names and dates have no more words.
const MOST_WORDS: usize = 8;
/// Nobody types more behind one filter.
const MOST_BEHIND: usize = 256;

pub fn parts(typed: &str) -> Vec<Part<'_>> {
    let pieces = pieces(typed);
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(&(start, piece)) = pieces.get(at) {
        at += 1;
        let Some((name, value)) = filter_of(piece) else {
            parts.push(Part { raw: piece, filter: None });
            continue;
        };
        let behind: Vec<&str> = pieces.iter().skip(at).take(MOST_BEHIND).map(|(_, piece)| *piece).collect();
        let behind = behind.split(|piece| filter_of(piece).is_some()).next().unwrap_or_default();
        let is_end = at + behind.len() == pieces.len() && !typed.ends_with(char::is_whitespace);
        at += taken(&name, &value, behind, is_end);
        let end = pieces.get(at - 1).map_or(typed.len(), |(start, piece)| start + piece.len());
        let raw = typed.get(start..end).unwrap_or(piece);
        let value = filter_of(raw).map_or(value, |(_, value)| unquoted(&value));
        parts.push(Part { raw, filter: Some((name, value)) });
    }
    parts
}

/// What stands between blanks, with where it begins; blanks in quotes behind a colon or a comma part nothing.
fn pieces(typed: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let mut rest = typed.trim_start();
    // Whether a value goes on behind the last blank, and with which letter it ended before.
    let (mut is_value, mut before) = (false, ' ');
    while !rest.is_empty() {
        let mut is_quoted = false;
        let end = rest.find(|letter: char| {
            if QUOTES.contains(&letter)
                && (is_quoted || matches!(before, ':' | '：') || COMMAS.contains(&before))
            {
                is_quoted = !is_quoted;
            }
            before = letter;
            letter.is_whitespace() && !is_quoted
        });
        let (piece, after) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, ""));
        pieces.push((typed.len() - rest.len(), piece));
        is_value = filter_of(piece).is_some() || is_value;
        before = piece.chars().next_back().filter(|_| is_value).unwrap_or(' ');
        is_value = is_value && (matches!(before, ':' | '：') || COMMAS.contains(&before));
        rest = after.trim_start();
    }
    pieces
}

/// Without quotes, and with plain commas between the values; one in quotes is a letter, which folds to the same in full width.
fn unquoted(value: &str) -> String {
    let mut is_quoted = false;
    let letters = value.chars().filter_map(|letter| {
        if QUOTES.contains(&letter) {
            is_quoted = !is_quoted;
            return None;
        }
        Some(match letter {
            ',' if is_quoted => '，',
            comma if COMMAS.contains(&comma) && !is_quoted => ',',
            other => other,
        })
    });
    letters.collect()
}

/// How many of the words `behind` a value belong to it, because a comma is before them, or because they make a name
/// together: the longest such name, and where the text ends there, also one that is begun.
fn taken(name: &str, value: &str, behind: &[&str], is_end: bool) -> usize {
    let next = behind.first().copied().unwrap_or_default();
    // Nothing stands behind the colon yet.
    let goes_on = value.is_empty() || value.ends_with(COMMAS) || next.starts_with(COMMAS);
    if let Some(rest) = behind.get(1..).filter(|_| goes_on) {
        return 1 + taken(name, next, rest, is_end);
    }
    let last = value.rsplit(COMMAS).next().unwrap_or(value);
    if last.ends_with(QUOTES) {
        return 0;
    }
    let together = |count: usize| {
        std::iter::once(&last).chain(behind.iter().take(count)).copied().collect::<Vec<_>>().join(" ")
    };
    for count in (1..=behind.len().min(MOST_WORDS)).rev() {
        let text = together(count);
        let (known, more) =
            text.split_once(COMMAS).map_or((text.as_str(), None), |(known, more)| (known, Some(more)));
        // A comma ends the name, so it stands in the last of the words.
        let is_one = more.is_none() || behind.iter().take(count - 1).all(|piece| !piece.contains(COMMAS));
        if is_one && filter::is_name(name, known) {
            let rest = behind.get(count..).unwrap_or_default();
            // A comma at its end, or before the next word, is followed by another value.
            let more = more.map_or("", |more| if more.is_empty() { "," } else { more });
            let is_over = more.is_empty() && !rest.first().is_some_and(|next| belongs(name, next));
            return if is_over { count } else { count + taken(name, more, rest, is_end) };
        }
    }
    if belongs(name, next) || filter::is_number_filter(name) && last.ends_with(DASHES) && !next.is_empty() {
        return 1 + taken(name, next, behind.get(1..).unwrap_or_default(), is_end);
    }
    let is_begun = is_end && behind.len() < MOST_WORDS && !filter::is_name(name, last);
    if is_begun && filter::is_begun_name(name, &together(behind.len())) { behind.len() } else { 0 }
}

/// Whether a word behind a value is no word: one that begins with a comma; of a number or a day also one with a sign, and one
/// that is too short to be anything else. With it the value may be none, and that is said.
fn belongs(name: &str, next: &str) -> bool {
    const SIGNS: [char; 5] = ['<', '>', '=', '≤', '≥'];
    let is_short =
        next.chars().count() <= 2 && !next.is_empty() && next.chars().all(|letter| letter.is_ascii_digit());
    next.starts_with(COMMAS)
        || (!next.contains([':', '：'])
            && filter::is_number_filter(name)
            && (next.starts_with(SIGNS) || next.starts_with(DASHES) || is_short))
}

/// `name:value` with a name of Latin letters; `10:30` and `a: b` are words.
fn filter_of(part: &str) -> Option<(String, String)> {
    let (name, value) = part.split_once([':', '：'])?;
    // As on a keyboard for Chinese, in full width.
    let name = fold(name);
    let is_name = name.len() > 1 && name.chars().all(|letter| letter.is_ascii_alphabetic());
    (is_name && !is_number(&name, value)).then(|| (name, value.to_owned()))
}

/// `MRN:004711`: many digits that are no date, behind the name of no filter and of nothing like one, are a number with its kind.
fn is_number(name: &str, value: &str) -> bool {
    const FEWEST: usize = 5;
    let digits = value.chars().filter(char::is_ascii_digit).count();
    digits >= FEWEST && days(&fold(value)).is_none() && filter::name_meant(name).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_the_words_that_make_a_name_together_and_those_in_quotes() {
        for (typed, expected) in [
            ("an site:lung tran", vec!["an", "site:lung", "tran"]),
            ("site:dạ dày an", vec!["site:dạ dày", "an"]),
            ("site:đại  trực tràng", vec!["site:đại  trực tràng"]),
            ("site:cổ tử cung x", vec!["site:cổ tử cung", "x"]),
            ("site:gan,dạ dày,thực quản an", vec!["site:gan,dạ dày,thực quản", "an"]),
            ("site:gan, dạ dày an", vec!["site:gan, dạ dày", "an"]),
            ("site:da dat", vec!["site:da", "dat"]),
            ("site:bile duct sex:f", vec!["site:bile duct", "sex:f"]),
            ("site:dạ", vec!["site:dạ"]),
            ("site:dạ d", vec!["site:dạ d"]),
            ("site:dạ d ", vec!["site:dạ", "d"]),
            ("site:dạ nguyen", vec!["site:dạ", "nguyen"]),
            ("site:\"dạ dày\" an", vec!["site:\"dạ dày\"", "an"]),
            ("missing:\"sinh thiết\",“chụp PET” an", vec!["missing:\"sinh thiết\",“chụp PET”", "an"]),
            ("missing:\"sinh th", vec!["missing:\"sinh th"]),
            ("\"a b\"", vec!["\"a", "b\""]),
            ("stage:III, IV an", vec!["stage:III, IV", "an"]),
            ("stage:III ,IV , I an", vec!["stage:III ,IV , I", "an"]),
            ("site:C34, dạ dày, gan an", vec!["site:C34, dạ dày, gan", "an"]),
            ("due:overdue, <7d sex:f", vec!["due:overdue, <7d", "sex:f"]),
            ("stage:III, sex:f", vec!["stage:III,", "sex:f"]),
            ("site:肺，肝 an", vec!["site:肺，肝", "an"]),
            ("born:1961-03-14 an", vec!["born:1961-03-14", "an"]),
            ("stage:III A an", vec!["stage:III A", "an"]),
            ("stage:III an", vec!["stage:III", "an"]),
            ("stage:I V", vec!["stage:I", "V"]),
            ("due:< 7 d an", vec!["due:< 7 d", "an"]),
            ("due:<2 tuần an", vec!["due:<2 tuần", "an"]),
            ("due:<7 2026", vec!["due:<7", "2026"]),
            ("due:quá hạn an", vec!["due:quá hạn", "an"]),
            ("age:> 70 an", vec!["age:> 70", "an"]),
            ("age:60 - 70 an", vec!["age:60 - 70", "an"]),
            ("age:70 004", vec!["age:70", "004"]),
            ("age:70 -site:lung", vec!["age:70", "-site:lung"]),
            ("age:> 70 tuổi an", vec!["age:> 70 tuổi", "an"]),
            ("due:quá hạn, soon an", vec!["due:quá hạn, soon", "an"]),
            ("site:dạ dày , gna an", vec!["site:dạ dày , gna", "an"]),
            ("site:dạ dày, gan , phổi an", vec!["site:dạ dày, gan , phổi", "an"]),
            ("age:60 - 200 an", vec!["age:60 - 200", "an"]),
            ("age:>60 <70 an", vec!["age:>60 <70", "an"]),
            ("born:1960 - 69 an", vec!["born:1960 - 69", "an"]),
            ("born:1961 3 14 an", vec!["born:1961 3 14", "an"]),
            ("born:>=1961 - 1970 an", vec!["born:>=1961 - 1970", "an"]),
            ("due:> 7 d < 14 d an", vec!["due:> 7 d < 14 d", "an"]),
            ("due:2026-12-01 - 2026-12-10 an", vec!["due:2026-12-01 - 2026-12-10", "an"]),
            ("due:2026 m", vec!["due:2026", "m"]),
            ("born:< 1961 年 3 月 14 日 an", vec!["born:< 1961 年 3 月 14 日", "an"]),
            ("stage:III Ba", vec!["stage:III", "Ba"]),
            ("stage:III C2 an", vec!["stage:III C2", "an"]),
            ("born:< 1961 an", vec!["born:< 1961", "an"]),
            ("  ", vec![]),
        ] {
            let raw: Vec<&str> = parts(typed).iter().map(|part| part.raw).collect();
            assert_eq!(raw, expected, "{typed}");
        }
        let value = |typed| parts(typed).into_iter().next().and_then(|part| part.filter).unwrap().1;
        assert_eq!(value("missing:\"sinh thiết\",“chụp PET”"), "sinh thiết,chụp PET");
        assert_eq!(value("SITE:dạ dày"), "dạ dày");
        assert_eq!(value("missing:\"CT, MR\", echo"), "CT， MR, echo");
        assert_eq!(value("ｓｉｔｅ：肺，肝、胃"), "肺,肝,胃");
        let is_word = |typed| parts(typed).iter().all(|part| part.filter.is_none());
        assert!(
            !is_word("dob:14/03/1961")
                && is_word("BN:00123")
                && !is_word("born:1961-03-14")
                && !is_word("year:2026")
        );
        assert!(parts(&format!("due:1{}", ", 1".repeat(50_000))).len() > 1, "however long it is");
        assert_eq!(
            parts("stauts:4").first().and_then(|part| part.filter.clone()).map(|one| one.0),
            Some("stauts".into())
        );
    }
}
