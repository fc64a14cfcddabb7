//! The words for organs in three languages, and the ICD-O codes that they stand for.

use std::sync::LazyLock;

use crate::domain::fold::fold;

static SITES: LazyLock<Vec<Site>> = LazyLock::new(|| {
    let rows = include_str!("sites.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let (name, codes, words) = (cells.next()?, cells.next()?, cells.next()?);
        let words = words.split('|').map(fold).collect();
        Some(Site { name, codes: codes.split('|').collect(), words })
    })
    .collect()
});

struct Site {
    name: &'static str,
    codes: Vec<&'static str>,
    words: Vec<String>,
}

/// Beginnings of ICD-O topography codes that a word or a code stands for; none where it is neither.
pub fn codes(written: &str) -> Option<Vec<String>> {
    let word = fold(written);
    if is_code(&word) {
        return Some(vec![with_point(&word)]);
    }
    let spoken =
        |site: &&Site| site.name == word || site.words.iter().any(|known| plain(known) == plain(&word));
    let found: Vec<String> =
        SITES.iter().filter(spoken).flat_map(|site| &site.codes).map(|code| (*code).to_owned()).collect();
    (!found.is_empty()).then_some(found)
}

/// Every word that is known, for suggestions.
pub fn words() -> impl Iterator<Item = &'static str> {
    SITES.iter().flat_map(|site| std::iter::once(site.name).chain(site.words.iter().map(String::as_str)))
}

/// Words of several parts are typed without blanks: `đại-tràng`, `daitrang`.
fn plain(word: &str) -> String {
    word.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn is_code(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next() == Some('c')
        && word.len() > 1
        && letters.all(|letter| letter.is_ascii_digit() || letter == '.')
}

/// `c341` and `c34.1` are `C34.1`.
fn with_point(code: &str) -> String {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let mut text = String::from("C");
    for (index, digit) in digits.chars().enumerate() {
        if index == 2 {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organ_is_known_in_three_languages_and_by_code() {
        for word in ["lung", "Phổi", "phoi", "肺", "C34"] {
            assert!(codes(word).unwrap().contains(&"C34".to_owned()), "{word}");
        }
        assert_eq!(codes("c341").unwrap(), ["C34.1"]);
        assert_eq!(codes("dai-trang").unwrap(), codes("colon").unwrap());
        assert_eq!(codes("elbow"), None);
    }
}
