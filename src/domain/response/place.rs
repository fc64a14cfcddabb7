//! Where a lesion lies by its organ, else by the words for its place: in the liver, or somewhere else.

use std::sync::LazyLock;

use crate::domain::case::Case;
use crate::domain::fold::fold;
use crate::domain::imaging::Lesion;
use crate::domain::value::Written;

const PLACES: &str = include_str!("places.tsv");

/// A word for a place in lower case.
struct Word {
    liver: bool,
    accented: &'static str,
    folded: String,
}

static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| {
    let rows = PLACES.lines().skip(2).filter_map(|line| line.split_once('\t'));
    let word = |liver| move |accented| Word { liver, accented, folded: fold(accented) };
    rows.flat_map(|(place, words)| words.split('|').map(word(place == "liver"))).collect()
});

/// In the organ that is written; without one, in the place that is; without either, where the tumour itself is.
pub fn in_liver(case: &Case, lesion: &Lesion) -> bool {
    let told =
        [&lesion.organ, &lesion.location].into_iter().flatten().map(Written::as_str).find_map(is_liver);
    match (told, &lesion.organ) {
        (Some(told), _) => told,
        // An organ that is none of the list is not the liver.
        (None, Some(organ)) if !is_part_of_organ(organ.as_str()) => false,
        _ => case.diagnosis.site.as_ref().is_some_and(|site| fold(site.as_str()).starts_with("c22")),
    }
}

/// Whether the organ that a text names first is the liver; nothing where it names none.
fn is_liver(text: &str) -> Option<bool> {
    let lower = text.to_lowercase();
    let bare = lower.is_ascii();
    let place = |own: &Word| {
        let word = if bare { own.folded.as_str() } else { own.accented };
        // Of two words at one place the longer one counts: `hepatic flexure` is the bowel.
        first_place(&lower, word).map(|at| (at, usize::MAX - word.len(), own.liver))
    };
    WORDS.iter().filter_map(place).min().map(|(_, _, liver)| liver)
}

/// A segment or a lobe alone says nothing of the organ.
fn is_part_of_organ(text: &str) -> bool {
    let text = fold(text);
    let mut words =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some()
        && words.all(|word| {
            let rest = word.trim_start_matches(['s', 'v', 'i']);
            matches!(
                word,
                "left" | "right" | "lobe" | "segment" | "seg" | "phai" | "trai" | "thuy" | "ha" | "phan"
            ) || rest.chars().all(|letter| letter.is_ascii_digit() || letter == 'a' || letter == 'b')
        })
}

/// Where a whole Latin word, or any Han text, stands first.
fn first_place(text: &str, word: &str) -> Option<usize> {
    let is_han = word.chars().any(|letter| letter.is_alphabetic() && !is_latin(letter));
    let joins = |letter: Option<char>| letter.is_some_and(is_latin);
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        is_han || !joins(before) && !joins(after)
    })
}

/// Latin letters, those of Vietnamese included.
fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && u32::from(letter) < 0x2000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_lesion_tells_whether_it_is_in_the_liver() {
        for (site, lesion, expected) in [
            ("C22.0", "organ: liver", true),
            ("C22.0", "organ: Gan phải", true),
            ("C22.0", "organ: 'liver, segment VIII'", true),
            ("C22.0", "organ: 肝右叶", true),
            ("C22.0", "organ: bone", false),
            ("C22.0", "organ: xương", false),
            ("C22.0", "organ: thymus", false),
            ("C22.0", "where: S8", true),
            ("C22.0", "where: segment VI", true),
            ("C22.0", "where: hạ phân thùy V", true),
            ("C22.0", "where: thùy phải gan", true),
            ("C22.0", "", true),
            ("C22.0", "where: T12 vertebra", false),
            ("C22.0", "where: right lung, lower lobe", false),
            ("C22.0", "where: 'left adrenal, below the liver'", false),
            ("C22.0", "where: 'segment VI of the liver, next to the right kidney'", true),
            ("C22.0", "where: xương sườn 8 phải", false),
            ("C22.0", "where: xuong chau", false),
            ("C22.0", "where: phổi trái", false),
            ("C22.0", "where: 左侧髂骨", false),
            ("C22.0", "where: 右肺下叶", false),
            ("C22.0", "where: 肾上腺", false),
            ("C22.0", "where: 腹膜", false),
            ("C22.0", "where: 肝S8", true),
            ("C22.0", "organ: S8", true),
            ("C22.0", "where: hepatic flexure", false),
            ("C22.0", "where: u đa ổ, hạ phân thùy VII", true),
            ("C18.7", "where: segment VI", false),
            ("C18.7", "where: liver", true),
        ] {
            let yaml = format!("diagnosis: {{site: {site}}}\nlesions: [{{id: x, {lesion}}}]");
            let case: Case = serde_yaml::from_str(&yaml).unwrap();
            assert_eq!(in_liver(&case, &case.lesions[0]), expected, "{lesion}");
        }
    }
}
