//! Words and signs that say *not*: names are known without signs, so what is turned round would be answered by its opposite.

use unicode_normalization::UnicodeNormalization;

use crate::domain::fold::fold;

/// What people write before what they do not want. `khong` without its mark is a family name, too.
pub const WORDS: [&str; 6] = ["not", "không", "không phải", "非", "不", "不是"];
/// Those that also begin a word, with which its meaning is turned round.
const BEGINNINGS: [&str; 13] =
    ["un", "not", "non", "cannot", "chua", "khong", "未", "不", "非", "没", "无", "尚未", "尚无"];
/// Signs that say something else, of which the fault of a value is enough.
const OTHERS: [char; 15] = ['=', '<', '>', '≤', '≥', '.', '*', '(', '[', '{', '#', '@', '+', '?', '&'];

/// Whether a value that is a name begins with a sign instead.
pub fn begins_with_sign(value: &str) -> bool {
    !value.starts_with(char::is_alphanumeric)
}

/// Whether a value is a word for *not*, or begins with such a sign; a number may have others before it.
pub fn is_negated(value: &str, is_number: bool) -> bool {
    let folded: String = value.chars().take_while(|letter| !letter.is_alphanumeric()).nfkd().collect();
    let has_stroke = folded.contains('\u{338}');
    if is_number {
        return has_stroke || folded.contains(['!', '¬']) || folded.contains("<>");
    }
    let is_word = WORDS.contains(&value.to_lowercase().as_str());
    is_word || has_stroke || folded.contains("<>") || !folded.chars().all(|sign| OTHERS.contains(&sign))
}

/// Whether one of two names is the other turned round, or something stands before it that may do so.
pub fn are_opposite(one: &str, other: &str) -> bool {
    let letters =
        |name: &str| fold(name).chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let (one_letters, other_letters) = (letters(one), letters(other));
    let goes_before =
        |whole: &str, end: &str| whole.strip_suffix(end).is_some_and(|before| before.chars().count() > 1);
    says_no(one, &one_letters) != says_no(other, &other_letters)
        || goes_before(&one_letters, &other_letters)
        || goes_before(&other_letters, &one_letters)
}

fn says_no(written: &str, letters: &str) -> bool {
    BEGINNINGS.iter().any(|word| letters.starts_with(word))
        || fold(written).split_whitespace().next().is_some_and(|word| word == "no")
}
