//! Names that differ by one slip of the hand.

use std::cmp::Ordering;

/// The shortest name of which a slip still leaves no doubt.
const SHORTEST: usize = 6;

/// Whether one letter was left out, added, changed, or two neighbours swapped (Damerau), in plain Latin names.
pub(super) fn is_slip(written: &str, name: &str) -> bool {
    let (written, name) = (written.as_bytes(), name.as_bytes());
    if written.len().min(name.len()) < SHORTEST || written.len().abs_diff(name.len()) > 1 {
        return false;
    }
    let same = written.iter().zip(name).take_while(|(one, other)| one == other).count();
    let (Some(own), Some(other)) = (written.get(same..), name.get(same..)) else { return false };
    match own.len().cmp(&other.len()) {
        Ordering::Less => own == rest(other),
        Ordering::Greater => rest(own) == other,
        Ordering::Equal => {
            let swapped = match (own, other) {
                ([first, second, own @ ..], [one, two, other @ ..]) => {
                    first == two && second == one && own == other
                }
                _ => false,
            };
            swapped || !own.is_empty() && rest(own) == rest(other)
        }
    }
}

fn rest(letters: &[u8]) -> &[u8] {
    letters.get(1..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn one_slip_is_one_letter_too_few_too_many_or_another_one_or_two_that_changed_places() {
        for written in ["ciplatin", "cisplatinn", "cisplatim", "csiplatin", "isplatin"] {
            assert!(is_slip(written, "cisplatin"), "{written}");
        }
        for written in ["cisplatin", "cislpatim", "carboplatin", "cisplat", "ciplatinn"] {
            assert!(!is_slip(written, "cisplatin"), "{written}");
        }
        assert!(!is_slip("taxon", "taxol"), "too short to leave no doubt");
    }
}
