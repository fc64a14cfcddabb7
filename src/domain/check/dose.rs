//! Ways of writing doses that have been read ten or a thousand times too high.

use std::cell::OnceCell;

use unicode_normalization::UnicodeNormalization;

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

/// Behind a number and before its unit, in lower case.
const MULTIPLIERS: [&str; 10] =
    ["triệu", "trieu", "nghìn", "ngàn", "million", "mio", "百万", "千万", "万", "亿"];
/// What is measured and not given: weights, volumes and results that are written without their `/dL`.
const MEASURED: [&str; 32] = [
    "volume",
    "prostate",
    "gland",
    "thể tích",
    "tuyến",
    "residual",
    "tồn dư",
    "体积",
    "残余",
    "ptv",
    "gtv",
    "ctv",
    "specimen",
    "spleen",
    "uterus",
    "weighing",
    "weighs",
    "weight",
    "bệnh phẩm",
    "nặng",
    "重",
    "hb",
    "hgb",
    "hemoglobin",
    "haemoglobin",
    "huyết sắc tố",
    "血红蛋白",
    "creatinine",
    "creatinin",
    "肌酐",
    "bilirubin",
    "胆红素",
];
/// Given in units, so that a small `u` behind them is one.
const IN_UNITS: [&str; 9] = [
    "insulin",
    "heparin",
    "bleomycin",
    "penicillin",
    "oxytocin",
    "asparaginase",
    "epoetin",
    "胰岛素",
    "肝素",
];

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
    for (at, own) in case.trials.iter().enumerate() {
        texts.push((format!("trials[{at}].title"), own.title.as_ref()));
        texts.push((format!("trials[{at}].note"), own.note.as_ref()));
    }
    let missing = case.missing.iter().enumerate();
    texts.extend(missing.map(|(at, own)| (format!("missing[{at}].item"), own.item.as_ref())));
    texts.push(("comorbidity.note".to_owned(), case.comorbidity.note.as_ref()));
    let others = case.comorbidity.list.iter().enumerate();
    texts.extend(others.map(|(at, own)| (format!("comorbidity.list[{at}]"), Some(own))));
    for (path, text) in texts {
        for (code, found, safer) in unsafe_doses(text.map_or("", Written::as_str)) {
            let severity = match code {
                TWO_READINGS => Severity::Error,
                ABBREVIATION | LARGE => Severity::Note,
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
/// So many zeros that one is lost.
const LARGE: &str = "dose-large-number";
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

/// How a text writes numbers and units.
#[derive(Clone, Copy)]
struct Manner {
    /// A comma is, or may be, the decimal sign: in Vietnamese, and wherever one stands as such.
    decimal_comma: bool,
    units: &'static str,
}

impl Manner {
    fn of(text: &str) -> Manner {
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

/// Code, what stands there, what to write instead.
pub(super) fn unsafe_doses(text: &str) -> Vec<(&'static str, String, String)> {
    let narrow: String = text.chars().map(narrow).collect();
    let manner = OnceCell::new();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((number, end)) = number_at(&narrow, at) {
        let Some((gap, unit, after)) = unit_behind(&narrow, end) else {
            found.extend(of_area(&narrow, &number, end));
            at = end;
            continue;
        };
        let before = narrow.get(..end - number.len()).unwrap_or_default();
        if !is_result(unit, after) && !is_measured(before) {
            let dose = Dose { number: &number, gap, unit, before, after };
            found.extend(dose.judge(*manner.get_or_init(|| Manner::of(&narrow))));
        }
        at = end;
    }
    found.extend(abbreviations(&narrow));
    found
}

/// What stands before a number in its own clause.
fn clause_before(before: &str) -> String {
    let start = before.rfind([';', '\n', '。', '；', '，']).into_iter().chain(before.rfind(", ")).max();
    let clause = start.and_then(|at| before.get(at..)).unwrap_or(before);
    let near = clause.len().saturating_sub(48);
    let near = (near..=clause.len()).find_map(|at| clause.get(at..)).unwrap_or_default();
    near.to_lowercase()
}

fn is_measured(before: &str) -> bool {
    let clause = clause_before(before);
    let word = |wanted: &&str| {
        clause.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == *wanted)
            || !wanted.is_ascii() && clause.contains(*wanted)
    };
    MEASURED.iter().any(|wanted| word(&wanted))
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
    let words: Vec<&str> = text
        .split(|letter: char| {
            letter.is_whitespace() || u32::from(letter) >= 0x2E80 || ",;:()/".contains(letter)
        })
        .collect();
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
            "q1d" => "daily",
            "tiw" => "three times a week",
            "biw" => "twice a week",
            "qhs" => "at bedtime",
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

/// A number with its unit, and what stands around them.
struct Dose<'t> {
    number: &'t str,
    gap: &'t str,
    unit: &'t str,
    before: &'t str,
    after: &'t str,
}

impl Dose<'_> {
    fn judge(&self, manner: Manner) -> Option<(&'static str, String, String)> {
        let Dose { number, gap, unit, .. } = *self;
        let whole = format!("{number}{gap}{unit}");
        if number.starts_with(['.', ',']) {
            let has_digit = number.chars().any(|digit| digit.is_ascii_digit());
            return has_digit.then(|| ("dose-naked-decimal", whole.clone(), format!("0{number} {unit}")));
        }
        // Three digits behind a point are thousands where the decimal sign is a comma, as in Vietnamese, and behind a
        // comma where it is a point; nobody here can know which is meant, and one of them is a thousand times the other.
        let parted =
            number.split_once('.').or_else(|| number.split_once(',').filter(|_| manner.decimal_comma));
        if let Some((integer, fraction)) = parted
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
        if matches!(unit, "µg" | "μg") || unit.eq_ignore_ascii_case("ug") {
            return Some(("dose-microgram", whole, format!("{number} mcg")));
        }
        let grouped = grouped(number);
        if self.is_short_for_units() {
            let times = gap.trim();
            let times = if gap.starts_with(' ') && !times.is_empty() {
                format!(" {times}")
            } else {
                times.to_owned()
            };
            return Some(("dose-unit-u", whole, format!("{grouped}{times}{}", manner.units)));
        }
        (grouped != number).then(|| (LARGE, whole, format!("{grouped} {unit}")))
    }

    /// In Vietnamese `2 u` are two tumours.
    fn is_short_for_units(&self) -> bool {
        let dosed = || {
            let per = self.after.trim_start().strip_prefix('/').map(str::trim_start);
            let near = clause_before(self.before);
            per.is_some_and(|per| ["kg", "m2", "m²", "h"].iter().any(|unit| per.starts_with(unit)))
                || IN_UNITS.iter().any(|drug| near.contains(drug))
        };
        match self.unit {
            "U" | "IU" | "iu" | "UI" => true,
            "u" => self.gap.is_empty() || dosed(),
            _ => false,
        }
    }
}

/// From six digits on with spaces between the thousands: a comma and a point are read in two ways.
fn grouped(number: &str) -> String {
    if number.len() < 6 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
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
