//! What was typed, in its parts: words, and filters with all that belongs to their value, quoted or a name of several words.

use crate::domain::query::filter;

/// A word, or a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// As typed, with its blanks and quotes.
    pub raw: &'a str,
    /// Of a filter, the name in small letters, and what stands behind the colon without the quotes.
    pub filter: Option<(String, String)>,
}

const QUOTES: [char; 4] = ['"', '“', '”', '„'];
/// Names have no more words.
const MOST_WORDS: usize = 5;

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
        let behind: Vec<&str> = pieces.iter().skip(at).map(|(_, piece)| *piece).collect();
        let behind = behind.split(|piece| filter_of(piece).is_some()).next().unwrap_or_default();
        let is_end = at + behind.len() == pieces.len() && !typed.ends_with(char::is_whitespace);
        at += taken(&name, &value, behind, is_end);
        let end = pieces.get(at - 1).map_or(typed.len(), |(start, piece)| start + piece.len());
        let raw = typed.get(start..end).unwrap_or(piece);
        let value = filter_of(raw).map_or(value, |(_, value)| value.replace(QUOTES, ""));
        parts.push(Part { raw, filter: Some((name, value)) });
    }
    parts
}

/// What stands between blanks, with where it begins; blanks in quotes behind a colon or a comma part nothing.
fn pieces(typed: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let (mut is_quoted, mut before) = (false, ' ');
        let end = rest.find(|letter: char| {
            if QUOTES.contains(&letter) && (is_quoted || matches!(before, ':' | '：' | ',')) {
                is_quoted = !is_quoted;
            }
            before = letter;
            letter.is_whitespace() && !is_quoted
        });
        let (piece, after) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, ""));
        pieces.push((typed.len() - rest.len(), piece));
        rest = after.trim_start();
    }
    pieces
}

/// How many of the words `behind` a value belong to it, because they make a name together: the longest such name, and
/// where the text ends there, also one that is begun.
fn taken(name: &str, value: &str, behind: &[&str], is_end: bool) -> usize {
    let last = value.rsplit(',').next().unwrap_or(value);
    if last.ends_with(QUOTES) {
        return 0;
    }
    let together = |count: usize| {
        std::iter::once(&last).chain(behind.iter().take(count)).copied().collect::<Vec<_>>().join(" ")
    };
    for count in (1..=behind.len().min(MOST_WORDS)).rev() {
        let text = together(count);
        let (known, more) =
            text.split_once(',').map_or((text.as_str(), None), |(known, more)| (known, Some(more)));
        // A comma ends the name, so it stands in the last of the words.
        let is_one = more.is_none() || behind.iter().take(count - 1).all(|piece| !piece.contains(','));
        if is_one && filter::is_name(name, known) {
            let rest = behind.get(count..).unwrap_or_default();
            return count + more.map_or(0, |more| taken(name, more, rest, is_end));
        }
    }
    let is_begun = is_end && behind.len() < MOST_WORDS && !filter::is_name(name, last);
    if is_begun && filter::is_begun_name(name, &together(behind.len())) { behind.len() } else { 0 }
}

/// `name:value` with a name of Latin letters; `10:30` and `a: b` are words.
fn filter_of(part: &str) -> Option<(String, String)> {
    let (name, value) = part.split_once([':', '：'])?;
    let is_name = name.len() > 1 && name.chars().all(|letter| letter.is_ascii_alphabetic());
    is_name.then(|| (name.to_ascii_lowercase(), value.to_owned()))
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
            ("  ", vec![]),
        ] {
            let raw: Vec<&str> = parts(typed).iter().map(|part| part.raw).collect();
            assert_eq!(raw, expected, "{typed}");
        }
        let value = |typed| parts(typed).into_iter().next().and_then(|part| part.filter).unwrap().1;
        assert_eq!(value("missing:\"sinh thiết\",“chụp PET”"), "sinh thiết,chụp PET");
        assert_eq!(value("SITE:dạ dày"), "dạ dày");
    }
}
