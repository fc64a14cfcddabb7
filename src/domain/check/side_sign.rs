//! Whether a text can name a side at all, seen in one pass: most name none, and reading them for sides is dear.

/// False only where `laterality::lower` leaves nothing in the text that is read as a side.
pub(super) fn may_name_a_side(text: &str) -> bool {
    let is_unusual = |letter: char| {
        // Accents written apart, forms of double width, and the two Han characters.
        matches!(u32::from(letter), 0x300..=0x36F | 0xFF00..) || matches!(letter, '左' | '右')
    };
    !text.is_ascii() && text.chars().any(is_unusual)
        || text.split(|letter: char| !letter.is_alphanumeric()).any(is_side)
}

fn is_side(word: &str) -> bool {
    const SHORT: [&str; 11] = ["l", "r", "lt", "rt", "t", "p", "rul", "rml", "rll", "lul", "lll"];
    if word.len() <= 3 {
        return SHORT.iter().any(|short| word.eq_ignore_ascii_case(short));
    }
    if holds(word, b"left") || holds(word, b"right") {
        return true;
    }
    // trái, phải, with whatever accent: a letter beyond ASCII is two or three bytes.
    let vowel = |rest: &[u8]| {
        let plain = rest.iter().take_while(|byte| !byte.is_ascii()).count();
        let plain = if plain == 0 { usize::from(matches!(rest, [b'a' | b'A', ..])) } else { plain };
        plain > 0 && matches!(rest.get(plain), Some(b'i' | b'I'))
    };
    word.as_bytes().windows(2).enumerate().any(|(at, pair)| {
        matches!(pair, [b't' | b'T', b'r' | b'R'] | [b'p' | b'P', b'h' | b'H'])
            && word.as_bytes().get(at + 2..).is_some_and(vowel)
    })
}

fn holds(word: &str, part: &[u8]) -> bool {
    word.as_bytes().windows(part.len()).any(|window| window.eq_ignore_ascii_case(part))
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
