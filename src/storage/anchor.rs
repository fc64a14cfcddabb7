//! An anchor: heads of a workspace written down outside it, on paper or in a list, that say what must still be there.

use std::collections::BTreeSet;

use crate::storage::layout;

/// Fewer digits might be something else that stands in a document.
const SHORTEST: usize = 16;

/// One digest of an anchor, whole or its first digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub digest: String,
    /// What stands before it in its line.
    pub about: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchor(pub Vec<Mark>);

impl Anchor {
    /// Every digest in a text: a list that `verify` printed, minutes, a note.
    pub fn read(text: &str) -> Self {
        Anchor(text.lines().flat_map(marks).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The digests that no record has.
    pub fn missing<'a>(&'a self, digests: &'a BTreeSet<String>) -> impl Iterator<Item = &'a Mark> {
        let is_there = |mark: &Mark| {
            digests.range(mark.digest.clone()..).next().is_some_and(|found| found.starts_with(&mark.digest))
        };
        self.0.iter().filter(move |mark| !is_there(mark))
    }
}

fn marks(line: &str) -> Vec<Mark> {
    let words = line.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| is_digest(word));
    words
        .map(|word| {
            let before = line.split(word).next().unwrap_or_default();
            let about = before.trim_matches(|letter: char| !letter.is_alphanumeric());
            Mark { digest: word.to_ascii_lowercase(), about: about.to_owned() }
        })
        .collect()
}

/// Digits alone are a number of a patient or of a document, unless there are as many as a whole digest has.
fn is_digest(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    layout::is_sha256(&lower)
        || ((SHORTEST..64).contains(&lower.len())
            && lower.bytes().all(|byte| byte.is_ascii_hexdigit())
            && lower.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_found_in_any_text_and_numbers_of_patients_are_none() {
        let (whole, start) = ("a1".repeat(32), "0F".repeat(8));
        let text = format!("tb-1: 2 records, head {whole}\nNguyễn, 0123456789012345, ngày 2026\n{start}.\n");
        let anchor = Anchor::read(&text);
        let about: Vec<(&str, usize)> =
            anchor.0.iter().map(|mark| (mark.about.as_str(), mark.digest.len())).collect();
        assert_eq!(about, [("tb-1: 2 records, head", 64), ("", 16)]);
        let there = BTreeSet::from([whole, "0f".repeat(32)]);
        assert_eq!(anchor.missing(&there).count(), 0);
        assert_eq!(anchor.missing(&BTreeSet::from(["0f".repeat(32)])).count(), 1);
        assert_eq!(anchor.missing(&BTreeSet::new()).count(), 2);
    }
}
