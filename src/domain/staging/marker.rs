//! Markers as laboratories write them: what they are called, and whether a result is positive.

use crate::domain::fold::fold;

/// The markers that tables ask for, each with the other names it has in reports, folded.
const NAMES: [(&str, &[&str]); 4] = [
    (
        "er",
        &[
            "estrogen receptor",
            "oestrogen receptor",
            "er (estrogen receptor)",
            "thu the estrogen",
            "雌激素受体",
            "雌激素受体er",
            "雌激素受体(er)",
        ],
    ),
    (
        "pr",
        &[
            "pgr",
            "progesterone receptor",
            "pr (progesterone receptor)",
            "thu the progesterone",
            "thu the progesteron",
            "孕激素受体",
            "孕激素受体pr",
            "孕激素受体(pr)",
            "孕酮受体",
        ],
    ),
    (
        "her2",
        &["her-2", "her 2", "her2/neu", "her-2/neu", "her2neu", "c-erbb-2", "cerbb-2", "c-erbb2", "erbb2"],
    ),
    ("p16", &["p16ink4a", "p16 ink4a", "p16(ink4a)", "p-16"]),
];

/// Total prostate-specific antigen; the free one is another.
pub const PSA: [&str; 14] = [
    "psa",
    "total psa",
    "psa total",
    "psa (total)",
    "psa, total",
    "tpsa",
    "t-psa",
    "psa toan phan",
    "psa tp",
    "serum psa",
    "总psa",
    "psa(总)",
    "前列腺特异性抗原",
    "总前列腺特异性抗原",
];

pub fn is_called(written: &str, name: &str) -> bool {
    let (written, name) = (fold(written.trim()), fold(name));
    let others = NAMES.iter().find(|(own, _)| *own == name).map_or(&[][..], |(_, others)| others);
    written == name || others.contains(&written.as_str())
}

/// `positive`, `negative`, or a percentage against the least that is positive (1 % for hormone receptors, ASCO/CAP 2020);
/// nothing where words and percentage contradict each other, or where it is 0 and no percentage counts. `result` is folded.
pub fn sign(result: &str, least: f64) -> Option<&'static str> {
    let result = result.trim();
    let by_word = word(result);
    let percent = (least > 0.0).then(|| percent(result, least)).flatten();
    match (by_word, percent) {
        (Some(word), Some(percent)) if word != percent => None,
        (word, percent) => word.or(percent),
    }
}

/// What stands first is the result; behind it stands how much, or how strong.
fn word(result: &str) -> Option<&'static str> {
    const POSITIVE: [&str; 7] = ["pos", "duong tinh", "阳性", "弥漫阳性", "强阳性", "弥漫强阳性", "弱阳性"];
    const NEGATIVE: [&str; 3] = ["neg", "am tinh", "阴性"];
    let plain = result.trim_start_matches('(');
    let sign = |sign: char| {
        let rest = plain.strip_prefix(sign)?.trim_start_matches(')').trim_start();
        (rest.is_empty() || rest.starts_with(|first: char| first.is_ascii_digit() || first == '('))
            .then_some(())
    };
    if POSITIVE.iter().any(|word| plain.starts_with(word)) || sign('+').is_some() {
        return Some("positive");
    }
    (NEGATIVE.iter().any(|word| plain.starts_with(word)) || sign('-').is_some()).then_some("negative")
}

/// The one percentage of a text, with a sign before it: `<1%` is below one, and `<10%` says nothing of it.
fn percent(result: &str, least: f64) -> Option<&'static str> {
    let (before, rest) = result.split_once('%')?;
    let before = before.trim_end();
    let is_number = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',';
    let from = before.trim_end_matches(is_number).len();
    let (text, number) = before.split_at_checked(from)?;
    let number: f64 = number.replace(',', ".").parse().ok()?;
    let text = text.trim_end();
    // of a range only its lower end decides that it is positive
    if rest.contains('%') || number > 100.0 || text.ends_with(['-', '~', '–', '至']) {
        return None;
    }
    if text.ends_with(['<', '≤']) {
        return (number <= least && !text.ends_with('≤')).then_some("negative");
    }
    if text.ends_with(['>', '≥']) {
        return (number >= least).then_some("positive");
    }
    Some(if number >= least { "positive" } else { "negative" })
}

/// 3+ is positive, 0 and 1+ are negative; 2+ waits for in situ hybridisation, which decides it (ASCO/CAP 2018). In signs
/// alone `+` is 1+. `result` is folded.
pub fn her2(result: &str) -> Option<&'static str> {
    let result = result.trim();
    let Some((before, behind)) = hybridised(result) else {
        return amplified(result).or_else(|| stained(result));
    };
    let ihc =
        before.trim_end_matches(|letter: char| letter.is_whitespace() || "(,/;:，；（".contains(letter));
    let by_ish = amplified(behind).or_else(|| {
        sign(behind.trim_matches(|letter: char| letter.is_whitespace() || ":=".contains(letter)), 0.0)
    });
    match (ihc, score(ihc)) {
        ("", _) | (_, Some(2)) => by_ish,
        (_, Some(3)) if by_ish != Some("negative") => Some("positive"),
        (_, Some(0 | 1)) if by_ish != Some("positive") => Some("negative"),
        _ => None,
    }
}

/// What stands before and behind the name of the method: `2+ (` and ` negative)`.
fn hybridised(result: &str) -> Option<(&str, &str)> {
    if let Some(parts) = result.split_once("原位杂交") {
        return Some(parts);
    }
    let (before, behind) = result.split_once("ish")?;
    Some((before.trim_end_matches(|letter: char| letter.is_ascii_lowercase()), behind))
}

fn amplified(text: &str) -> Option<&'static str> {
    const NOT: [&str; 11] = [
        "not amplified",
        "non-amplified",
        "non amplified",
        "nonamplified",
        "unamplified",
        "no amplification",
        "not amplification",
        "khong khuech dai",
        "无扩增",
        "未扩增",
        "不扩增",
    ];
    const YES: [&str; 4] = ["amplified", "amplification", "khuech dai", "扩增"];
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&NOT) {
        return Some("negative");
    }
    (has(&YES) && !text.contains("equivocal")).then_some("positive")
}

fn stained(result: &str) -> Option<&'static str> {
    match score(result) {
        Some(3) => Some("positive"),
        Some(0 | 1) => Some("negative"),
        Some(_) => None,
        None => sign(result, 0.0),
    }
}

/// 0 to 3 of `2+`, `(2+)`, `++`, `IHC 2+`.
fn score(result: &str) -> Option<usize> {
    let plain = result.trim_start_matches("ihc").trim_start_matches([' ', ':']);
    let plain = plain.trim().trim_start_matches('(').trim_end_matches(')').trim();
    let pluses = plain.chars().filter(|letter| *letter == '+').count();
    match plain.strip_suffix('+').map(|rest| rest.trim_end_matches('+')) {
        Some("") => Some(pluses),
        Some(number) if pluses == 1 => number.trim().parse().ok(),
        Some(_) => None,
        None => plain.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hormone_receptor_is_positive_from_one_percent_in_whatever_words() {
        for (written, expected) in [
            ("positive", Some("positive")),
            ("Positive (90%)", Some("positive")),
            ("95 %", Some("positive")),
            ("1%", Some("positive")),
            (">90%", Some("positive")),
            ("<1%", Some("negative")),
            ("< 1 %", Some("negative")),
            ("0%", Some("negative")),
            ("<10%", None),
            ("dương tính", Some("positive")),
            ("âm tính", Some("negative")),
            ("Dương tính lan tỏa", Some("positive")),
            ("阳性 90%", Some("positive")),
            ("弥漫强阳性（90%）", Some("positive")),
            ("阴性", Some("negative")),
            ("阴性（<1%）", Some("negative")),
            ("+", Some("positive")),
            ("(+)", Some("positive")),
            ("+ 80%", Some("positive")),
            ("-", Some("negative")),
            ("negative 90%", None),
            ("5-10%", None),
            ("101%", None),
            ("pending", None),
            ("not positive", None),
        ] {
            assert_eq!(sign(&fold(written), 1.0), expected, "{written}");
        }
        assert_eq!(sign("70%", 0.0), None, "of p16 no percentage is read");
    }

    #[test]
    fn her2_of_two_pluses_is_what_hybridisation_says() {
        for (written, expected) in [
            ("3+", Some("positive")),
            ("+++", Some("positive")),
            ("(2+)", None),
            ("1+", Some("negative")),
            ("0", Some("negative")),
            ("2+ (FISH negative)", Some("negative")),
            ("2+ FISH-", Some("negative")),
            ("2+/FISH+", Some("positive")),
            ("2+ (FISH +)", Some("positive")),
            ("2+ (ISH not amplified)", Some("negative")),
            ("IHC 2+, FISH amplified", Some("positive")),
            ("2+ FISH âm tính", Some("negative")),
            ("2+（FISH阴性）", Some("negative")),
            ("2+ 原位杂交无扩增", Some("negative")),
            ("2+ (FISH pending)", None),
            ("3+ (FISH negative)", None),
            ("1+ (FISH positive)", None),
            ("not amplified", Some("negative")),
            ("FISH amplified", Some("positive")),
            ("âm tính", Some("negative")),
            ("equivocal", None),
        ] {
            assert_eq!(her2(&fold(written)), expected, "{written}");
        }
    }

    #[test]
    fn a_marker_is_known_by_each_of_its_names_and_the_free_antigen_is_another() {
        for (written, name, expected) in [
            ("ER", "ER", true),
            ("雌激素受体", "ER", true),
            ("孕激素受体", "PR", true),
            ("Estrogen Receptor", "ER", true),
            ("HER-2/neu", "HER2", true),
            ("P16", "p16", true),
            ("ERG", "ER", false),
            ("PR", "ER", false),
        ] {
            assert_eq!(is_called(written, name), expected, "{written}");
        }
        assert!(PSA.contains(&"total psa") && !PSA.contains(&"free psa"));
    }
}
