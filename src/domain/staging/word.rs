//! How names and topography codes of tumours are compared, whoever wrote them.

use crate::domain::fold::fold;

/// Lower case, everything that parts words as one blank.
pub(super) fn plain(text: &str) -> String {
    let parted = signs(&format!("{} ", fold(text)));
    let words: Vec<&str> = parted
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// `p16+` and `p16-` in words: what parts words would leave them the same.
fn signs(text: &str) -> String {
    let named = ["p16", "hpv"].into_iter().filter(|marker| text.contains(marker));
    named.fold(text.to_owned(), |text, marker| {
        let positive = text.replace(&format!("{marker}+"), &format!("{marker} positive"));
        let positive = positive.replace(&format!("{marker}(+)"), &format!("{marker} positive"));
        let negative = positive.replace(&format!("{marker}(-)"), &format!("{marker} negative"));
        let negative = negative.replace(&format!("{marker}- "), &format!("{marker} negative "));
        negative.replace(&format!("{marker}-)"), &format!("{marker} negative)"))
    })
}

/// The digits of `c34 1`, `c341`, `c34`.
pub(super) fn topography(word: &str) -> Option<String> {
    let digits: String = word.strip_prefix('c')?.chars().filter(|character| *character != ' ').collect();
    let coded = matches!(digits.len(), 2 | 3) && digits.chars().all(|character| character.is_ascii_digit());
    coded.then_some(digits)
}

/// The digits of topography codes; what is none is left out.
pub(super) fn digits<'c>(codes: impl Iterator<Item = &'c str>) -> Vec<String> {
    codes.filter_map(|code| topography(&plain(code))).collect()
}
