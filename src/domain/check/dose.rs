//! Ways of writing doses that have been read ten or a thousand times too high.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::domain::check::abbreviation::abbreviations;
use crate::domain::check::facts::Facts;
use crate::domain::check::path::Path;
use crate::domain::check::quantity::{Manner, grouped, grouped_from, is_result, number_at, unit_behind};
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::Written;

/// What is measured and not given: weights, volumes and results that are written without their `/dL`.
const MEASURED: [&str; 41] = [
    "loss",
    "drained",
    "drainage",
    "ascites",
    "dẫn lưu",
    "mất máu",
    "出血",
    "引流",
    "腹水",
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
        (Path::Field("plan.text"), &case.plan.text),
        (Path::Field("plan.note"), &case.plan.note),
        (Path::Field("question.text"), &case.question.text),
    ];
    for (at, own) in case.treatments.iter().enumerate() {
        texts.push((Path::Item("treatments", at, "what"), &own.what));
        texts.push((Path::Item("treatments", at, "note"), &own.note));
    }
    for (at, own) in case.trials.iter().enumerate() {
        texts.push((Path::Item("trials", at, "title"), &own.title));
        texts.push((Path::Item("trials", at, "note"), &own.note));
    }
    let missing = case.missing.iter().enumerate();
    texts.extend(missing.map(|(at, own)| (Path::Item("missing", at, "item"), &own.item)));
    texts.push((Path::Field("comorbidity.note"), &case.comorbidity.note));
    for (path, text) in texts {
        tell(facts, text.as_ref().map_or("", Written::as_str), || path.into(), problems);
    }
    for (at, own) in case.comorbidity.list.iter().enumerate() {
        tell(facts, own.as_str(), || format!("comorbidity.list[{at}]"), problems);
    }
}

fn tell(facts: &Facts, text: &str, path: impl Fn() -> String, problems: &mut Vec<Problem>) {
    for (code, found, safer) in unsafe_doses(text, facts.notes) {
        let severity = match code {
            TWO_READINGS => Severity::Error,
            ABBREVIATION | LARGE => Severity::Note,
            _ => Severity::Warning,
        };
        let problem = Problem::new(code, severity, path()).with("found", found).with("safer", safer);
        problems.push(problem.owned_by(facts.responsible()));
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

/// Code, what stands there, what to write instead; `words` that are taken for others are only noted.
pub(super) fn unsafe_doses(text: &str, words: bool) -> Vec<(&'static str, String, String)> {
    let narrow: Cow<str> = if text.chars().any(|letter| narrow(letter) != letter) {
        text.chars().map(narrow).collect()
    } else {
        text.into()
    };
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
        if !is_result(unit, after) {
            let dose = Dose { number: &number, gap, unit, before, after };
            let told = dose.judge(*manner.get_or_init(|| Manner::of(&narrow)));
            found.extend(told.filter(|(code, _, _)| *code != "dose-trailing-zero" || !is_measured(before)));
        }
        at = end;
    }
    let words = if words { abbreviations(&narrow) } else { Vec::new() };
    found.extend(words.into_iter().map(|(word, safer)| (ABBREVIATION, word, safer)));
    found
}

/// What stands before a number in its own clause.
fn clause_before(before: &str) -> String {
    const NEAR: usize = 60;
    let near = before.len().saturating_sub(NEAR);
    let before = (near..=before.len()).find_map(|at| before.get(at..)).unwrap_or_default();
    let start = before.rfind([';', '\n', '。', '；', '，']).into_iter().chain(before.rfind(", ")).max();
    start.and_then(|at| before.get(at..)).unwrap_or(before).to_lowercase()
}

fn is_measured(before: &str) -> bool {
    let clause = clause_before(before);
    let word = |wanted: &&str| {
        clause.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == *wanted)
            || !wanted.is_ascii() && clause.contains(*wanted)
    };
    MEASURED.iter().any(word)
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
        if self.is_short_for_units(manner) {
            let times = gap.trim();
            let times = if gap.starts_with(' ') && !times.is_empty() {
                format!(" {times}")
            } else {
                times.to_owned()
            };
            return Some(("dose-unit-u", whole, format!("{grouped}{times}{}", manner.units)));
        }
        let of_units = unit.to_lowercase().starts_with("unit") || matches!(unit, "单位" | "đơn vị");
        let grouped = if of_units { grouped_from(number, 5) } else { grouped };
        (grouped != number).then(|| (LARGE, whole, format!("{grouped} {unit}")))
    }

    /// In Vietnamese `2 u` are two tumours, and in capitals `2 U GAN` as well.
    fn is_short_for_units(&self, manner: Manner) -> bool {
        let dosed = || {
            let per = self.after.trim_start().strip_prefix('/').map(str::trim_start);
            let near = clause_before(self.before);
            per.is_some_and(|per| ["kg", "m2", "m²", "h"].iter().any(|unit| per.starts_with(unit)))
                || IN_UNITS.iter().any(|drug| near.contains(drug))
        };
        match self.unit {
            "IU" | "iu" | "UI" => true,
            "U" => {
                let few = manner.decimal_comma && !self.gap.is_empty() && self.number.len() < 3;
                let goes_on = self.after.trim_start().starts_with(char::is_alphabetic);
                !(few && goes_on) || dosed()
            }
            "u" => self.gap.is_empty() || dosed(),
            _ => false,
        }
    }
}
