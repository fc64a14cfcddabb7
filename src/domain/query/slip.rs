//! One slip of the hand in a word: a letter left out, or two neighbours exchanged.

use memchr::memchr2_iter;

/// Whether a key has the word from the beginning of one of its own words on, with at most one slip. What parts the words of
/// a name counts as nothing: `tranthi` is in `tran thi`. Keys are parted by line ends.
pub fn has_with_slip(keys: &[u8], word: &[u8]) -> bool {
    let Some(first) = letter(word) else { return false };
    let second = word.get(first.len()..).and_then(letter).unwrap_or(first);
    let (Some(&one), Some(&other)) = (first.first(), second.first()) else { return false };
    // Most words of names begin otherwise.
    memchr2_iter(one, other, keys).any(|at| {
        let before = at.checked_sub(1).and_then(|before| keys.get(before));
        let is_start = before.is_none_or(|before| !is_letter(*before));
        is_start && keys.get(at..).is_some_and(|keys| goes_on(keys, word, true))
    })
}

/// Whether the word stands here, letter by letter; where `may_slip`, once not.
fn goes_on(mut keys: &[u8], mut word: &[u8], may_slip: bool) -> bool {
    while let Some(wanted) = letter(word) {
        let Some(found) = letter(keys) else { return false };
        let (rest, left) = (behind(keys, found), behind(word, wanted));
        if found == wanted {
            (keys, word) = (rest, left);
        } else if is_gap(found) {
            keys = rest;
        } else if may_slip && found != b"\n" {
            let is_exchanged = letter(left) == Some(found) && letter(rest) == Some(wanted);
            return is_exchanged && goes_on(behind(rest, wanted), behind(left, found), false)
                || goes_on(rest, word, false);
        } else {
            return false;
        }
    }
    true
}

fn behind<'a>(text: &'a [u8], letter: &[u8]) -> &'a [u8] {
    text.get(letter.len()..).unwrap_or_default()
}

/// All bytes of the letter with which a text begins.
fn letter(text: &[u8]) -> Option<&[u8]> {
    let begins = |byte: &u8| byte & 0b1100_0000 != 0b1000_0000;
    let length = text.iter().skip(1).position(begins).map_or(text.len(), |more| more + 1);
    text.get(..length).filter(|letter| !letter.is_empty())
}

fn is_letter(byte: u8) -> bool {
    !byte.is_ascii() || byte.is_ascii_alphanumeric()
}

fn is_gap(letter: &[u8]) -> bool {
    matches!(letter, [byte] if *byte != b'\n' && !is_letter(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_left_out_or_two_exchanged_are_a_slip_and_letters_here_and_there_are_none() {
        for (key, word, found) in [
            ("nguyen van an", "nguyn", true),
            ("nguyen van an", "nguyne", true),
            ("nguyen van an", "gnuyen", true),
            ("nguyen van an", "nguyenvn", true),
            ("nguyen van an", "nuyn", false),
            ("nguyen van an", "xnguyen", false),
            ("nguyen van an", "uyen", false),
            ("nguyen van an", "nguyeen", false),
            ("joseph patel", "jospeh", true),
            ("joseph patel", "josehp", true),
            ("joseph patel", "josef", false),
            ("o'brien", "obrien", true),
            ("o'brien", "obrein", true),
            ("tran thi bich ngoc", "bichngc", true),
            ("lam\nnhat", "lamn", false),
            ("zhen zhi zhong zhao", "zzzz", false),
            ("сергей иванов", "сергй", true),
            ("сергей иванов", "иванво", true),
            ("сергей иванов", "сргй", false),
            ("", "abcd", false),
            ("abcd", "", false),
        ] {
            assert_eq!(has_with_slip(key.as_bytes(), word.as_bytes()), found, "{key} {word}");
        }
    }
}
