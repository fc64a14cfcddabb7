//! Finding a case by what people remember of it: a name in any script, a number, a diagnosis, a code.

use std::sync::LazyLock;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::domain::fold::{fold, pinyin_keys};
use crate::domain::summary::Summary;
use crate::domain::value::Written;

static FUZZY: LazyLock<SkimMatcherV2> = LazyLock::new(|| SkimMatcherV2::default().ignore_case());

/// The keys of one case, folded once so that every keystroke only compares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Haystack {
    /// Names as written, in Latin letters and by pinyin.
    names: Vec<String>,
    /// Folder, identifiers, codes; also without their punctuation.
    codes: Vec<String>,
    /// Diagnosis and question.
    texts: Vec<String>,
}

/// What a hit is worth: a name or number before a text, the beginning of a word before its middle.
const WHOLE: i64 = 100;
const WORD_START: i64 = 80;
const INSIDE: i64 = 60;
const TEXT: i64 = 40;
/// A similar name never outranks one that is there as typed.
const SIMILAR: i64 = 20;
/// Shorter words are similar to everything.
const SHORTEST_SIMILAR: usize = 4;

impl Haystack {
    pub fn of(summary: &Summary) -> Self {
        let patient = &summary.patient;
        let written = [&patient.name, &patient.family, &patient.latin];
        let written: Vec<&str> = written.into_iter().flatten().map(Written::as_str).collect();
        let mut names: Vec<String> = written.iter().map(|name| fold(name)).collect();
        names.extend(written.iter().flat_map(|name| pinyin_keys(name)));
        let ids = patient.ids.iter().map(|id| id.value.as_str());
        let codes = [summary.folder.as_str(), &summary.site, &summary.histology].into_iter().chain(ids);
        Haystack {
            names,
            codes: codes.filter(|code| !code.is_empty()).flat_map(with_and_without_punctuation).collect(),
            texts: [&summary.diagnosis, &summary.question].map(|text| fold(text)).to_vec(),
        }
    }
}

/// How well the case answers the query, higher is better; nothing where one of its words is not found.
/// An empty query is answered by every case.
pub fn score(query: &str, haystack: &Haystack) -> Option<i64> {
    let query = fold(query);
    let mut total = 0;
    for word in query.split_whitespace() {
        total += score_word(word, haystack)?;
    }
    // A name typed in the order in which it is written stands above one with the words elsewhere.
    let in_order = query.contains(' ') && haystack.names.iter().any(|name| name.contains(query.trim()));
    Some(if in_order { total + WHOLE } else { total })
}

fn score_word(word: &str, haystack: &Haystack) -> Option<i64> {
    let exact = haystack.names.iter().chain(&haystack.codes).filter_map(|key| literal(word, key)).max();
    let text = || haystack.texts.iter().any(|text| text.contains(word)).then_some(TEXT);
    exact.or_else(text).or_else(|| similar(word, haystack))
}

fn literal(word: &str, key: &str) -> Option<i64> {
    let (before, after) = key.split_once(word)?;
    let ends = after.chars().next().is_none_or(|next| !next.is_alphanumeric());
    Some(match before.chars().next_back() {
        last if last.is_none_or(|last| !last.is_alphanumeric()) => {
            if ends {
                WHOLE
            } else {
                WORD_START
            }
        }
        _ => INSIDE,
    })
}

/// The letters in their order with little between them, in a name or a number.
fn similar(word: &str, haystack: &Haystack) -> Option<i64> {
    let letters = word.chars().count();
    if letters < SHORTEST_SIMILAR {
        return None;
    }
    let least = i64::try_from(letters).unwrap_or(i64::MAX).saturating_mul(16);
    let found = haystack.names.iter().chain(&haystack.codes);
    found.filter_map(|key| FUZZY.fuzzy_match(key, word)).any(|score| score >= least).then_some(SIMILAR)
}

fn with_and_without_punctuation(code: &str) -> Vec<String> {
    let folded = fold(code);
    let bare: String = folded.chars().filter(|character| character.is_alphanumeric()).collect();
    if bare == folded || bare.is_empty() { vec![folded] } else { vec![folded, bare] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::patient::{Identifier, Patient};

    fn haystack(name: &str) -> Haystack {
        Haystack::of(&Summary {
            folder: "tb-2026-0012".into(),
            patient: Patient {
                name: Some(name.into()),
                ids: vec![Identifier { label: None, value: "004-188-23".into() }],
                ..Patient::default()
            },
            diagnosis: "Carcinôme hépatocellulaire".into(),
            site: "C22.0".into(),
            histology: "8170/3".into(),
            question: "DEB-TACE or systemic therapy?".into(),
            ..Summary::default()
        })
    }

    #[track_caller]
    fn check(query: &str, expected: bool) {
        assert_eq!(score(query, &haystack("Trần Thị Bích Ngọc")).is_some(), expected, "{query}");
    }

    #[test]
    fn a_case_is_found_by_name_number_code_and_text_with_or_without_marks_and_punctuation() {
        for query in [
            "",
            "ngoc",
            "NGỌC",
            "bich ngoc",
            "tran bich",
            "0012",
            "00418823",
            "c22.0",
            "c220",
            "8170",
            "hepato",
            "tace",
        ] {
            check(query, true);
        }
        for query in ["nguyen", "ngoc c34", "xyz", "9999"] {
            check(query, false);
        }
    }

    #[test]
    fn a_slip_in_a_long_word_still_finds_the_name_but_ranks_below_the_name_itself() {
        let long = haystack("Nguyễn Thị Phượng Hoàng");
        let (exact, slip) = (score("phuonghoang", &long), score("phuong", &long));
        assert!(exact.is_some() && exact < slip, "{exact:?} {slip:?}");
    }

    #[test]
    fn chinese_names_are_found_by_characters_syllables_and_initials() {
        let wang = haystack("王秀英");
        for query in ["王", "秀英", "wang", "wangxiuying", "xiu ying", "wxy"] {
            assert!(score(query, &wang).is_some(), "{query}");
        }
    }

    #[test]
    fn a_name_stands_above_a_text_and_a_whole_word_above_a_part() {
        let (an, anh) = (haystack("Lê An"), haystack("Lê Anh"));
        assert!(score("an", &an) > score("an", &anh));
        assert!(score("le an", &an) > score("an le", &an));
    }
}
