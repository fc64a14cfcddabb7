//! Ways of writing doses and results that have been read ten or a thousand times too high.

use crate::domain::check::facts::Facts;
use crate::domain::fold::fold;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::Written;

/// Tests whose result is a pure number.
const UNITLESS: [&str; 26] = [
    "inr",
    "pt-inr",
    "pt (inr)",
    "inr (pt)",
    "国际标准化比值",
    "ph",
    "nlr",
    "plr",
    "sii",
    "psa ratio",
    "f/t psa",
    "free/total psa",
    "a/g",
    "fib-4",
    "fib4",
    "apri",
    "meld",
    "meld-na",
    "albi",
    "specific gravity",
    "ty trong",
    "tumour number",
    "tumor number",
    "so luong u",
    "肿瘤数目",
    "尿比重",
];
const DOSE_UNITS: [&str; 15] =
    ["mg", "g", "mcg", "ug", "ml", "l", "gy", "cgy", "u", "iu", "units", "mbq", "gbq", "mci", "mmol"];
/// What a result is measured in, where a dose never is.
const VOLUMES: [&str; 4] = ["l", "dl", "ml", "ul"];

pub(super) fn units(facts: &Facts, problems: &mut Vec<Problem>) {
    for (at, lab) in facts.case.labs.iter().enumerate() {
        let test = lab.test.as_ref().map_or("", Written::as_str).trim();
        let needs_unit = lab.value.as_ref().is_some_and(|value| is_bare_number(value.as_str()))
            && !UNITLESS.contains(&fold(test).as_str());
        if needs_unit && lab.unit.is_none() {
            problems.push(
                Problem::new("lab-unit-missing", Severity::Warning, format!("labs[{at}]"))
                    .with("test", if test.is_empty() { "?" } else { test })
                    .owned_by(facts.responsible()),
            );
        }
    }
    for (at, lesion) in facts.case.lesions.iter().enumerate() {
        for (list, sizes) in [("sizes", &lesion.sizes), ("viable", &lesion.viable)] {
            for (study, size) in sizes.iter().filter(|(_, size)| is_bare_size(size.as_str())) {
                let path = format!("lesions[{at}].{list}.{study}");
                problems.push(
                    Problem::new("size-unit-missing", Severity::Warning, path)
                        .with("size", size.as_str())
                        .owned_by(facts.responsible()),
                );
            }
        }
    }
}

/// One diameter, or two as `34 x 22`.
fn is_bare_size(text: &str) -> bool {
    fold(text).split(['x', '×', '*']).all(is_bare_number)
}

fn is_bare_number(text: &str) -> bool {
    let text = fold(text);
    let text = text.trim().trim_start_matches(['<', '>', '≤', '≥', '~', ' ']);
    text.starts_with(|first: char| first.is_ascii_digit())
        && text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' '))
}

pub(super) fn doses(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let mut texts: Vec<(String, &Option<Written>)> = vec![("plan.text".to_owned(), &case.plan.text)];
    texts.extend(
        case.treatments.iter().enumerate().map(|(at, own)| (format!("treatments[{at}].what"), &own.what)),
    );
    for (path, text) in texts {
        for (code, found, safer) in unsafe_doses(text.as_ref().map_or("", Written::as_str)) {
            let severity = if code == TWO_READINGS { Severity::Error } else { Severity::Warning };
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
    let mut found = Vec::new();
    let narrow: String = text.chars().map(narrow).collect();
    let mut rest = narrow.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = rest.next() {
        let starts = letter.is_ascii_digit() || matches!(letter, '.' | ',');
        // A number may follow a Han word without a space, but not a letter: `S26-1.0` is none.
        if !starts || before.is_alphanumeric() && u32::from(before) < 0x2E80 {
            before = letter;
            continue;
        }
        let mut number = String::from(letter);
        while let Some(next) = rest.next_if(|next| next.is_ascii_digit() || matches!(next, '.' | ',')) {
            number.push(next);
        }
        // Thousands set apart by a space stay one number, as it was written: a part of it is never what is proposed,
        // and neither is another number, for `day 1 100 U` looks the same.
        while !number.contains(['.', ','])
            && let Some((space, group)) = thousands(rest.clone())
        {
            number.push(space);
            number.push_str(&group);
            rest.nth(group.len());
        }
        let mut gap = String::new();
        while let Some(space) = rest.next_if(|next| matches!(next, ' ' | '\u{a0}')) {
            gap.push(space);
        }
        let mut unit = String::new();
        while let Some(next) = rest.next_if(|next| next.is_ascii_alphabetic() || matches!(next, 'µ' | 'μ'))
        {
            unit.push(next);
        }
        before = unit.chars().last().or(gap.chars().last()).or(number.chars().last()).unwrap_or(' ');
        // `37 U/mL` and `12.0 g/dL` are results, and their precision is meant; `10 U/m2` is a dose.
        let after: String = rest.clone().take(12).collect();
        let per = after.trim_start().strip_prefix('/').map(str::trim_start).unwrap_or_default();
        let per: String = per.chars().take_while(char::is_ascii_alphabetic).collect();
        if !VOLUMES.contains(&per.to_lowercase().as_str()) {
            found.extend(judge(&number, &gap, &unit));
        }
    }
    found
}

fn judge(number: &str, gap: &str, unit: &str) -> Option<(&'static str, String, String)> {
    let whole = format!("{number}{gap}{unit}");
    let micro = matches!(unit, "µg" | "μg");
    if !micro && !DOSE_UNITS.contains(&unit.to_lowercase().as_str()) {
        return None;
    }
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
