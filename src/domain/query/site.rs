//! The words for organs in three languages, and the ICD-O codes that they stand for.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::domain::fold::fold;
use crate::domain::query::spoken::Spoken;

static SITES: LazyLock<Vec<Site>> = LazyLock::new(|| {
    let rows = include_str!("sites.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let (name, codes, words) = (cells.next()?, cells.next()?, cells.next()?);
        let words = std::iter::once(name).chain(words.split('|')).map(Spoken::new).collect();
        Some(Site { codes: codes.split('|').collect(), words })
    })
    .collect()
});

struct Site {
    codes: Vec<&'static str>,
    words: Vec<Spoken>,
}

/// Beginnings of ICD-O topography codes that a word or a code stands for; none where it is neither.
pub fn codes(written: &str) -> Option<Vec<String>> {
    let word = fold(written);
    if is_code(&word) {
        return is_beginning(&word).then(|| vec![with_point(&word)]);
    }
    let typed = Spoken::new(&organ(written));
    let spoken = |site: &&Site| site.words.iter().any(|known| known.is(&typed));
    let found: Vec<String> =
        SITES.iter().filter(spoken).flat_map(|site| &site.codes).map(|code| (*code).to_owned()).collect();
    (!found.is_empty()).then_some(found)
}

/// What an entered site is compared by: a code with its point, however it was written; other text as it is.
pub fn code_of(entered: &str) -> Cow<'_, str> {
    let is_as_usual = entered.is_ascii() && (entered.len() <= 3 || entered.as_bytes().get(3) == Some(&b'.'));
    let folded = || Some(fold(entered)).filter(|word| is_code(word)).map(|word| with_point(&word));
    let written_so = if is_as_usual { None } else { folded() };
    written_so.map_or(Cow::Borrowed(entered), Cow::Owned)
}

/// `lung cancer`, `ung thư phổi` and `肺癌` are of the lung.
fn organ(written: &str) -> String {
    const BEFORE: &str = "ung thu";
    const BEHIND: [&str; 6] = ["cancer", "carcinoma", "tumour", "tumor", "癌", "肿瘤"];
    let mut words: Vec<&str> = written.split_whitespace().collect();
    if words.len() > 2 && fold(&words.iter().take(2).copied().collect::<Vec<_>>().join(" ")) == BEFORE {
        words.drain(..2);
    }
    if words.len() > 1 && words.last().is_some_and(|last| BEHIND.contains(&fold(last).as_str())) {
        words.pop();
    }
    let joined = words.join(" ");
    let bare = BEHIND.iter().filter(|word| !word.is_ascii()).find_map(|word| joined.strip_suffix(word));
    bare.filter(|bare| !bare.is_empty()).map(ToOwned::to_owned).unwrap_or(joined)
}

/// Every name that is known.
pub fn names() -> impl Iterator<Item = &'static Spoken> {
    SITES.iter().flat_map(|site| &site.words)
}

fn is_code(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next() == Some('c')
        && word.len() > 1
        && letters.all(|letter| letter.is_ascii_digit() || letter == '.')
}

/// Whether codes begin so: their point stands behind two digits, and without any the whole body would be meant.
fn is_beginning(code: &str) -> bool {
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    (1..=4).contains(&digits) && code.match_indices('.').all(|(at, _)| at == 3)
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
        for (of, organ) in [
            ("lung cancer", "lung"),
            ("ung thư phổi", "lung"),
            ("ung thu phoi", "lung"),
            ("肺癌", "lung"),
            ("tiền liệt tuyến", "prostate"),
            ("vòm mũi họng", "nasopharynx"),
            ("vòm hầu", "nasopharynx"),
            ("giáp trạng", "thyroid"),
        ] {
            assert_eq!(codes(of), codes(organ), "{of}");
        }
        assert!(codes("đầu cổ").unwrap().contains(&"C32".to_owned()));
        assert_eq!(codes("cancer"), None);
    }

    #[test]
    fn a_code_is_compared_with_its_point_however_it_was_entered() {
        for (entered, code) in
            [("C34.1", "C34.1"), ("C341", "C34.1"), ("Ｃ34.1", "C34.1"), ("c34", "c34"), ("lung", "lung")]
        {
            assert_eq!(code_of(entered), code);
        }
    }

    #[test]
    fn every_name_stands_for_the_codes_of_its_row_also_where_others_begin_so() {
        for site in SITES.iter() {
            for name in &site.words {
                let found = codes(name.written()).unwrap();
                assert!(site.codes.iter().all(|code| found.iter().any(|one| one == code)), "{name:?}");
            }
        }
    }

    #[test]
    fn marks_that_were_typed_tell_organs_apart() {
        assert_eq!(codes("dạ"), None, "of dạ dày, the stomach");
        assert_eq!(codes("da").unwrap(), codes("skin").unwrap());
        assert_eq!(codes("dạ dày").unwrap(), codes("stomach").unwrap());
        assert_eq!(codes("tụy").unwrap(), codes("pancreas").unwrap());
        assert_eq!(codes("tủy").unwrap(), codes("marrow").unwrap());
        assert!(codes("tuy").unwrap().len() > 1, "either may be meant");
    }
}
