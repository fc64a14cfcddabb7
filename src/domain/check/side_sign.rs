//! Whether a text can name a side at all, seen in one pass: most name none, and reading them for sides is dear.

/// False only where `laterality::lower` leaves nothing in the text that is read as a side.
pub(super) fn may_name_a_side(text: &str) -> bool {
    let is_unusual = |letter: char| {
        // Accents written apart, forms of double width, and the two Han characters.
        matches!(u32::from(letter), 0x300..=0x36F | 0xFF00..) || matches!(letter, '左' | '右')
    };
    !text.is_ascii() && text.chars().any(is_unusual) || (0..text.len()).any(|at| is_side(text, at))
}

/// Whether what stands at a place of a text can be a side.
fn is_side(text: &str, at: usize) -> bool {
    const SHORT: [&str; 11] = ["l", "r", "lt", "rt", "t", "p", "rul", "rml", "rll", "lul", "lll"];
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let starts = |word: &[u8]| rest.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word));
    let named = match rest {
        [b'l' | b'L', ..] => starts(b"left"),
        [b'r' | b'R', ..] => starts(b"right"),
        // trái, phải, with whatever accent.
        [b't' | b'T', b'r' | b'R', rest @ ..] | [b'p' | b'P', b'h' | b'H', rest @ ..] => {
            has_vowel_and_i(rest)
        }
        [b't' | b'T' | b'p' | b'P', ..] => false,
        _ => return false,
    };
    let length = rest.iter().take(4).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    named
        || text
            .get(at..at + length)
            .is_some_and(|own| SHORT.iter().any(|short| own.eq_ignore_ascii_case(short)))
            && !text.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric))
            && !text.get(at + length..).is_some_and(|after| after.starts_with(char::is_alphanumeric))
}

/// `ai`, where the first is any letter beyond the plain ones, of two or three bytes.
fn has_vowel_and_i(rest: &[u8]) -> bool {
    let beyond = rest.iter().take_while(|byte| !byte.is_ascii()).count();
    let vowel = if beyond == 0 { usize::from(matches!(rest, [b'a' | b'A', ..])) } else { beyond };
    vowel > 0 && matches!(rest.get(vowel), Some(b'i' | b'I'))
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn every_way_of_naming_a_side_is_one_and_a_text_without_is_none() {
        for (text, expected) in [
            ("mass in the LEFT breast", true),
            ("Leftward", true),
            ("Rt mastectomy", true),
            ("(T)", true),
            ("RUL nodule", true),
            ("vú trái", true),
            ("VÚ PHẢI", true),
            ("vu ben trai", true),
            ("bên phải", true),
            ("左乳", true),
            ("ｒｉｇｈｔ", true),
            ("T1 N0, CT of the chest", false),
            ("gan có tổn thương 3 cm", false),
            ("肺 结节 12 mm", false),
            ("report, phase 2, treated", false),
            ("", false),
        ] {
            assert_eq!(may_name_a_side(text), expected, "{text}");
            assert!(!expected || may_name_a_side(&text.nfd().collect::<String>()), "{text}");
        }
    }
}
