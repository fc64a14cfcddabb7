//! Numbers with their units in running text, as three languages write them.

use unicode_normalization::UnicodeNormalization;

/// In lower case, as they stand directly behind a number or after a space.
const UNITS: [&str; 23] = [
    "mg", "g", "mcg", "ug", "ml", "gy", "cgy", "u", "iu", "units", "unit", "mbq", "gbq", "mci", "mmol",
    "meq", "gam", "gram", "grams", "tablet", "tablets", "mui", "miu",
];
/// The same in letters that are not Latin, or of several words.
const OTHER_UNITS: [&str; 13] = [
    "毫克",
    "微克",
    "毫升",
    "毫摩尔",
    "戈瑞",
    "国际单位",
    "万单位",
    "单位",
    "克",
    "片",
    "đơn vị",
    "viên",
    "ống",
];
/// What a result is measured in, where a dose never is.
const VOLUMES: [&str; 4] = ["l", "dl", "ml", "ul"];

/// Behind a number and before its unit, in lower case.
const MULTIPLIERS: [&str; 10] =
    ["triệu", "trieu", "nghìn", "ngàn", "million", "mio", "百万", "千万", "万", "亿"];
/// How a text writes numbers and units.
#[derive(Clone, Copy)]
pub(super) struct Manner {
    /// A comma is, or may be, the decimal sign: in Vietnamese, and wherever one stands as such.
    pub(super) decimal_comma: bool,
    pub(super) units: &'static str,
}

impl Manner {
    pub(super) fn of(text: &str) -> Manner {
        let vietnamese = is_vietnamese(text);
        let han = text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
        let units = match (vietnamese, han) {
            (true, _) => " đơn vị",
            (_, true) => "单位",
            _ => " units",
        };
        Manner { decimal_comma: vietnamese || has_decimal_comma(text), units }
    }
}

/// Letters that no other language writes, or words of Vietnamese doses without their accents.
fn is_vietnamese(text: &str) -> bool {
    const LETTERS: &str = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ";
    const WORDS: [&str; 5] = ["ngày", "ngay", "uong", "truyen", "vien"];
    let text: String = text.nfc().flat_map(char::to_lowercase).collect();
    text.chars().any(|letter| !letter.is_ascii() && LETTERS.contains(letter))
        || text.split(|letter: char| !letter.is_alphanumeric()).any(|word| WORDS.contains(&word))
}

/// `1,5 mg`: one or two digits behind a comma and before a unit.
fn has_decimal_comma(text: &str) -> bool {
    let mut at = 0;
    while let Some((number, end)) = number_at(text, at) {
        let fraction = number.split_once(',').map_or("", |(_, fraction)| fraction);
        if matches!(fraction.len(), 1 | 2) && unit_at(text.get(end..).unwrap_or_default()).is_some() {
            return true;
        }
        at = end;
    }
    false
}

/// A space and exactly three digits, as what follows begins.
fn thousands(mut rest: impl Iterator<Item = char>) -> Option<(char, String)> {
    let space = rest.next().filter(|letter| matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))?;
    let group: String = rest.by_ref().take(3).collect();
    let is_group = group.len() == 3 && group.chars().all(|digit| digit.is_ascii_digit());
    let goes_on = rest.next().is_some_and(|next| next.is_ascii_digit() || matches!(next, '.' | ','));
    (is_group && !goes_on).then_some((space, group))
}

/// The next number from a place on, as it was written, and where it ends. A number may follow a Han word without a
/// space, but not a letter: `S26-1.0` is none.
pub(super) fn number_at(text: &str, from: usize) -> Option<(String, usize)> {
    let rest = text.get(from..)?;
    let mut before = text.get(..from)?.chars().next_back().unwrap_or(' ');
    for (at, letter) in rest.char_indices() {
        let previous = std::mem::replace(&mut before, letter);
        let joined =
            || previous.is_alphanumeric() && u32::from(previous) < 0x2E80 || matches!(previous, '.' | ',');
        if !(letter.is_ascii_digit() || matches!(letter, '.' | ',')) || joined() {
            continue;
        }
        let start = from + at;
        let tail = text.get(start..)?;
        let length =
            tail.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')).count();
        let mut number = tail.get(..length)?.to_owned();
        // Thousands set apart by a space stay one number, as it was written: a part of it is never what is proposed,
        // and neither is another number, for `day 1 100 U` looks the same.
        while !number.contains(['.', ','])
            && let Some((space, group)) = tail.get(number.len()..).and_then(|rest| thousands(rest.chars()))
        {
            number.push(space);
            number.push_str(&group);
        }
        let end = start + number.len();
        return Some((number, end));
    }
    None
}

/// The gap and the unit behind a number, and what follows them; of `5.0-10 mg` the unit of both, unless it is unsafe
/// itself and told of the second number.
pub(super) fn unit_behind(text: &str, end: usize) -> Option<(&str, &str, &str)> {
    let rest = text.get(end..)?;
    if let Some(own) = unit_at(rest) {
        return Some(own);
    }
    let next = rest.trim_start().strip_prefix(['-', '–', '~'])?.trim_start();
    let length = next.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')).count();
    let behind = next.get(length..).filter(|_| length > 0)?;
    let (_, unit, after) = unit_at(behind)?;
    (!matches!(unit, "U" | "u" | "IU" | "iu" | "UI" | "ug" | "µg" | "μg")).then_some((" ", unit, after))
}

/// The gap, with `million` where that stands in it, the unit, and what follows.
fn unit_at(rest: &str) -> Option<(&str, &str, &str)> {
    let behind = rest.trim_start_matches([' ', '\u{a0}']);
    let times = MULTIPLIERS.iter().find_map(|word| {
        let behind = behind.strip_prefix(word)?;
        let whole = !behind.starts_with(|next: char| next.is_ascii_lowercase());
        whole.then(|| behind.trim_start_matches([' ', '\u{a0}']))
    });
    named_unit(rest, behind).or_else(|| named_unit(rest, times?))
}

fn named_unit<'t>(rest: &'t str, behind: &'t str) -> Option<(&'t str, &'t str, &'t str)> {
    let gap = rest.get(..rest.len() - behind.len())?;
    let letters = behind.chars().take_while(|next| next.is_ascii_alphabetic() || matches!(next, 'µ' | 'μ'));
    let unit = behind.get(..letters.take(12).map(char::len_utf8).sum())?;
    if matches!(unit, "µg" | "μg" | "UI") || UNITS.contains(&unit.to_lowercase().as_str()) {
        return Some((gap, unit, behind.get(unit.len()..)?));
    }
    let other = OTHER_UNITS.iter().find(|other| behind.starts_with(**other))?;
    Some((gap, other, behind.get(other.len()..)?))
}

/// `37 U/mL`, `12.0 g/dL`, `60.0 mL/min` and `12.0 g%` are results, and their precision is meant; `10 U/m2` is a dose.
pub(super) fn is_result(unit: &str, after: &str) -> bool {
    let per = after.trim_start().strip_prefix('/').map(str::trim_start).unwrap_or_default();
    let per: String = per.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
    VOLUMES.contains(&per.as_str())
        || after.starts_with('%')
        || (per.starts_with("min") || per.starts_with("ph")) && unit.eq_ignore_ascii_case("ml")
}

/// From six digits on with spaces between the thousands: a comma and a point are read in two ways.
pub(super) fn grouped(number: &str) -> String {
    grouped_from(number, 6)
}

/// The same from so many digits on.
pub(super) fn grouped_from(number: &str, least: usize) -> String {
    if number.len() < least || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut out = String::new();
    for (at, digit) in number.chars().enumerate() {
        if at > 0 && (number.len() - at).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}
