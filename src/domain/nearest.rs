//! "Did you mean": the known word nearest to a written one.

/// None when nothing is near enough to be what the writer meant.
pub fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let written = plain(written);
    // A slip in one letter alone leaves nothing to recognise: 7 is no 0.
    if !(2..=40).contains(&written.len()) {
        return None;
    }
    let allowed = (written.len() / 3).max(1);
    known
        .filter_map(|word| {
            let plain = plain(word);
            let part = written.len() >= 3 && contains(&plain, &written);
            let near = may_be_within(allowed, &written, &plain);
            let distance = if near || part { distance(&written, &plain) } else { return None };
            (distance <= allowed || part).then_some((distance, word))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// How many slips of the hand lie between two names: letters more, less, other, or exchanged with a neighbour.
pub fn slips(one: &str, other: &str) -> usize {
    distance(&plain(one), &plain(other))
}

/// Whether no more than so many slips lie between two names.
pub fn are_within(most: usize, one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    may_be_within(most, &one, &other) && distance(&one, &other) <= most
}

/// Each letter that one of the two has more of is a slip of its own; most pairs are ruled out by that.
fn may_be_within(most: usize, one: &[char], other: &[char]) -> bool {
    // Letters that meet in one place make it say yes too often, and no never wrongly.
    const PLACES: usize = 64;
    let mut more = [0_i32; PLACES];
    let letters = one.iter().map(|letter| (letter, 1)).chain(other.iter().map(|letter| (letter, -1)));
    for (letter, by) in letters {
        if let Some(more) = more.get_mut(u32::from(*letter) as usize % PLACES) {
            *more += by;
        }
    }
    let of_one: i32 = more.iter().filter(|more| **more > 0).sum();
    let of_other: i32 = more.iter().filter(|more| **more < 0).sum();
    of_one.max(-of_other).unsigned_abs() as usize <= most
}

/// Letter case, spaces, hyphens and underscores are no difference worth a suggestion of another word.
fn plain(word: &str) -> Vec<char> {
    word.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn contains(word: &[char], part: &[char]) -> bool {
    word.windows(part.len()).any(|window| window == part)
}

/// Insertions, deletions, substitutions and swaps of neighbours.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::with_capacity(other.len() + 1);
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let mut row: Vec<usize> = Vec::with_capacity(other.len() + 1);
    let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
    for (i, letter) in one.iter().enumerate() {
        row.clear();
        row.push(i + 1);
        for (j, against) in other.iter().enumerate() {
            let mut best = (at(&last, j) + usize::from(letter != against))
                .min(at(&last, j + 1) + 1)
                .min(at(&row, j) + 1);
            let swapped =
                i > 0 && j > 0 && one.get(i - 1) == Some(against) && other.get(j - 1) == Some(letter);
            if swapped {
                best = best.min(at(&before_last, j - 1) + 1);
            }
            row.push(best);
        }
        std::mem::swap(&mut before_last, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(written: &str, expected: Option<&str>) {
        let known = ["0", "last-contact", "PET-CT", "mammography", "left", "right", "allergies"];
        assert_eq!(nearest(written, known.into_iter()), expected, "{written}");
    }

    #[test]
    fn a_slip_of_the_hand_finds_the_word_and_another_word_finds_nothing() {
        check("last_contact", Some("last-contact"));
        check("allergys", Some("allergies"));
        check("lfet", Some("left"));
        check("pet", Some("PET-CT"));
        check("mammogram", Some("mammography"));
        check("insurance", None);
        check("", None);
        check("左", None);
        check("7", None);
    }

    proptest! {
        #[test]
        fn what_is_ruled_out_without_counting_slips_has_more_of_them(
            one in "[a-dđ王 ]{0,9}",
            other in "[a-dđ王 ]{0,9}",
            most in 0_usize..4,
        ) {
            prop_assert_eq!(are_within(most, &one, &other), slips(&one, &other) <= most);
        }
    }
}
