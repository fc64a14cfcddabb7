//! Ways of writing doses that have been read ten or a thousand times too high.

use crate::domain::check::facts::Facts;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::Written;

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

pub(super) fn doses(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let mut texts = vec![
        ("plan.text".to_owned(), case.plan.text.as_ref()),
        ("plan.note".to_owned(), case.plan.note.as_ref()),
        ("question.text".to_owned(), case.question.text.as_ref()),
    ];
    for (at, own) in case.treatments.iter().enumerate() {
        texts.push((format!("treatments[{at}].what"), own.what.as_ref()));
        texts.push((format!("treatments[{at}].note"), own.note.as_ref()));
    }
    let others = case.comorbidity.list.iter().enumerate();
    texts.extend(others.map(|(at, own)| (format!("comorbidity.list[{at}]"), Some(own))));
    for (path, text) in texts {
        for (code, found, safer) in unsafe_doses(text.map_or("", Written::as_str)) {
            let severity = match code {
                TWO_READINGS => Severity::Error,
                ABBREVIATION => Severity::Note,
                _ => Severity::Warning,
            };
            problems.push(
                Problem::new(code, severity, path.as_str())
                    .with("found", found)
                    .with("safer", safer)
                    .owned_by(facts.responsible()),
            );
        }
    }
}

/// Full-width letters, digits and signs as plain ones.
fn narrow(letter: char) -> char {
    match u32::from(letter) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(letter),
        _ => letter,
    }
}

/// A dose that is a thousand times another one, as it is read.
const TWO_READINGS: &str = "dose-two-readings";
/// A word that has been taken for another one.
const ABBREVIATION: &str = "dose-abbreviation";

/// A space and exactly three digits, as what follows begins.
fn thousands(mut rest: impl Iterator<Item = char>) -> Option<(char, String)> {
    let space = rest.next().filter(|letter| matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))?;
    let group: String = rest.by_ref().take(3).collect();
    let is_group = group.len() == 3 && group.chars().all(|digit| digit.is_ascii_digit());
    let goes_on = rest.next().is_some_and(|next| next.is_ascii_digit() || matches!(next, '.' | ','));
    (is_group && !goes_on).then_some((space, group))
}

/// Code, what stands there, what to write instead.
pub(super) fn unsafe_doses(text: &str) -> Vec<(&'static str, String, String)> {
    let narrow: String = text.chars().map(narrow).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((number, end)) = number_at(&narrow, at) {
        let Some((gap, unit, after)) = unit_behind(&narrow, end) else {
            found.extend(of_area(&narrow, &number, end));
            at = end;
            continue;
        };
        if !is_result(unit, after) {
            found.extend(judge(&number, gap, unit));
        }
        at = end;
    }
    found.extend(abbreviations(&narrow));
    found
}

/// The next number from a place on, as it was written, and where it ends. A number may follow a Han word without a
/// space, but not a letter: `S26-1.0` is none.
fn number_at(text: &str, from: usize) -> Option<(String, usize)> {
    let rest = text.get(from..)?;
    let mut before = text.get(..from)?.chars().next_back().unwrap_or(' ');
    for (at, letter) in rest.char_indices() {
        let starts = letter.is_ascii_digit() || matches!(letter, '.' | ',');
        let joined = before.is_alphanumeric() && u32::from(before) < 0x2E80
            || matches!(before, '.' | ',') && !before.is_whitespace();
        before = letter;
        if !starts || joined {
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
fn unit_behind(text: &str, end: usize) -> Option<(&str, &str, &str)> {
    let rest = text.get(end..)?;
    if let Some(own) = unit_at(rest) {
        return Some(own);
    }
    let next = rest.trim_start().strip_prefix(['-', '–', '~'])?.trim_start();
    let length = next.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')).count();
    let behind = next.get(length..).filter(|_| length > 0)?;
    let (_, unit, after) = unit_at(behind)?;
    (!matches!(unit, "U" | "u" | "IU" | "iu" | "µg" | "μg")).then_some((" ", unit, after))
}

fn unit_at(rest: &str) -> Option<(&str, &str, &str)> {
    let behind = rest.trim_start_matches([' ', '\u{a0}']);
    let gap = rest.get(..rest.len() - behind.len())?;
    let letters = behind.chars().take_while(|next| next.is_ascii_alphabetic() || matches!(next, 'µ' | 'μ'));
    let unit = behind.get(..letters.take(12).map(char::len_utf8).sum())?;
    if matches!(unit, "µg" | "μg") || UNITS.contains(&unit.to_lowercase().as_str()) {
        return Some((gap, unit, behind.get(unit.len()..)?));
    }
    let other = OTHER_UNITS.iter().find(|other| behind.starts_with(**other))?;
    Some((gap, other, behind.get(other.len()..)?))
}

/// `37 U/mL`, `12.0 g/dL`, `60.0 mL/min` and `12.0 g%` are results, and their precision is meant; `10 U/m2` is a dose.
fn is_result(unit: &str, after: &str) -> bool {
    let per = after.trim_start().strip_prefix('/').map(str::trim_start).unwrap_or_default();
    let per: String = per.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
    VOLUMES.contains(&per.as_str())
        || after.starts_with('%')
        || per.starts_with("min") && unit.eq_ignore_ascii_case("ml")
}

/// The dose of carboplatin has no unit: `AUC 5.0`.
fn of_area(text: &str, number: &str, end: usize) -> Option<(&'static str, String, String)> {
    let before = text.get(..end - number.len())?.trim_end_matches([' ', '=', ':']);
    let name = before.get(before.len().checked_sub(3)?..)?;
    let joined = before.get(..before.len() - 3)?.ends_with(|last: char| last.is_ascii_alphanumeric());
    if !name.eq_ignore_ascii_case("auc") || joined {
        return None;
    }
    let (integer, fraction) = number.rsplit_once(['.', ','])?;
    let less = fraction.trim_end_matches('0');
    let point = if less.is_empty() { "" } else { "." };
    (fraction.ends_with('0') && !integer.is_empty())
        .then(|| ("dose-trailing-zero", format!("{name} {number}"), format!("AUC {integer}{point}{less}")))
}

/// Words of which the Joint Commission and ISMP know that they were taken for others.
fn abbreviations(text: &str) -> Vec<(&'static str, String, String)> {
    let words: Vec<&str> =
        text.split(|letter: char| letter.is_whitespace() || ",;()/，；（）".contains(letter)).collect();
    let volume = ["volume", "prostate", "gland", "thể tích", "tuyến", "residual", "体积", "ptv", "gtv"];
    let lower = text.to_lowercase();
    let of_volume = volume.iter().any(|said| lower.contains(said));
    let is_number =
        |word: Option<&&str>| word.is_some_and(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    let mut found: Vec<(&'static str, String, String)> = Vec::new();
    for (nth, word) in words.iter().enumerate() {
        let plain = word.trim_end_matches('.');
        let joined = plain.strip_suffix("cc").or_else(|| plain.strip_suffix("CC"));
        let volume_dose = joined.is_some_and(|number| {
            number.is_empty() && is_number(nth.checked_sub(1).and_then(|at| words.get(at)))
                || !number.is_empty()
                    && number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        });
        let safer = match plain.to_lowercase().replace('.', "").as_str() {
            "qd" => "daily",
            "qod" => "every other day",
            "mso4" => "morphine sulfate",
            "mgso4" => "magnesium sulfate",
            "ms" if *word == "MS" && is_number(words.get(nth + 1)) => "morphine sulfate",
            _ if volume_dose && !of_volume => "mL",
            _ => continue,
        };
        if !found.iter().any(|(_, own, _)| own == plain) {
            found.push((ABBREVIATION, plain.to_owned(), safer.to_owned()));
        }
    }
    found
}

fn judge(number: &str, gap: &str, unit: &str) -> Option<(&'static str, String, String)> {
    let whole = format!("{number}{gap}{unit}");
    let micro = matches!(unit, "µg" | "μg");
    if number.starts_with(['.', ',']) {
        let has_digit = number.chars().any(|digit| digit.is_ascii_digit());
        return has_digit.then(|| ("dose-naked-decimal", whole.clone(), format!("0{number} {unit}")));
    }
    // Three digits behind a point are thousands where the decimal sign is a comma, as in Vietnamese; nobody here can
    // know which is meant, and one of them is a thousand times the other.
    if let Some((integer, fraction)) = number.split_once('.')
        && fraction.len() == 3
        && fraction.chars().all(|digit| digit.is_ascii_digit())
        && fraction.ends_with('0')
        && !integer.starts_with('0')
    {
        let less = fraction.trim_end_matches('0');
        let point = if less.is_empty() { "" } else { "." };
        let readings = format!("{integer}{point}{less} {unit} | {integer}{fraction} {unit}");
        return Some((TWO_READINGS, whole, readings));
    }
    if let Some((integer, fraction)) = number.rsplit_once(['.', ','])
        && fraction.ends_with('0')
        && fraction.len() != 3
    {
        let less = fraction.trim_end_matches('0');
        let point = if less.is_empty() { "" } else { "." };
        return Some(("dose-trailing-zero", whole, format!("{integer}{point}{less} {unit}")));
    }
    if micro {
        return Some(("dose-microgram", whole, format!("{number} mcg")));
    }
    // In Vietnamese `2 u` are two tumours.
    let is_unit = matches!(unit, "U" | "IU" | "iu") || unit == "u" && gap.is_empty();
    is_unit.then(|| ("dose-unit-u", whole, format!("{number} units")))
}
