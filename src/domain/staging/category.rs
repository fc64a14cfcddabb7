//! Categories as clinicians write them: `cT2b`, `pT1c(2)`, `pN1a(sn)`, `N0(i+)`, `ypT0`, full-width letters.

use crate::domain::fold::fold;
use crate::domain::value::{Absence, Vocabulary};

/// The letters of `c`, `p`, `yp`, `rp`, `a`, and of `u` and `mr`: seen by ultrasound or magnetic resonance.
pub const PREFIXES: [char; 7] = ['c', 'p', 'y', 'r', 'a', 'u', 'm'];

/// What a person wrote for one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing, `*`, `unknown`, `pending`: it may be any value.
    Open,
    /// `N+`, `M(+)`: any value that is not 0.
    Positive,
    /// Keys to look for, the most exact first.
    Keys(Vec<String>),
    /// `T4a/b`: one of these.
    Either(Vec<Reading>),
    /// `T3-4`: from the one to the other, as the column has them.
    Between(Box<Reading>, Box<Reading>),
}

/// The spelling under which two writings of one value are the same: `N0(i+)` = `n0i+`.
pub fn key(text: &str) -> String {
    fold(text).chars().filter(|character| !character.is_whitespace() && !"()".contains(*character)).collect()
}

/// Whether the text says that there is no value.
pub fn is_open(text: &str) -> bool {
    let text = fold(text.trim());
    matches!(text.as_str(), "" | "*" | "?" | "-")
        || text.starts_with("any")
        || Absence::find(&text).is_some_and(|absence| absence != Absence::Negative)
}

/// Reads what was written for the axis `t`, `n` or `m`.
pub fn read(axis: char, written: &str) -> Reading {
    if is_open(written) {
        return Reading::Open;
    }
    let (base, remarks) = split(&fold(written));
    let base = format!("{axis}{}", without_prefix(axis, base.trim_end_matches(['.', ',', ';'])));
    if base.len() == 1 && matches!(&remarks[..], [sign] if sign == "+") {
        return Reading::Positive;
    }
    if base.strip_prefix(axis) == Some("+") {
        return Reading::Positive;
    }
    if let Some(several) = several(axis, &base, &remarks) {
        return several;
    }
    keys(axis, &base, &remarks)
}

/// What parts two categories, of which one is meant or all between.
pub const EITHER: [char; 2] = ['/', '或'];
pub const BETWEEN: [char; 5] = ['-', '\u{2013}', '\u{2014}', '~', '至'];

/// `t3-4`, `t4a/b`, `t0/is`, `t3-t4`: each part is a category, or the letter of one with the number of the part before.
fn several(axis: char, base: &str, remarks: &[String]) -> Option<Reading> {
    let mut before = String::new();
    let mut values: Vec<Reading> = Vec::new();
    for part in base.split(|letter| EITHER.contains(&letter) || BETWEEN.contains(&letter)) {
        let part = without_prefix(axis, part);
        let is_number = part.chars().all(|letter| letter.is_ascii_digit());
        let own = if part.is_empty() {
            return None;
        } else if matches!(part, "is" | "x")
            || part.starts_with(|first: char| first.is_ascii_digit() && !is_number)
        {
            part.to_owned()
        } else if is_number {
            // the 2 of `T1a1/2` is T1a2
            let divided = before.trim_end_matches(|last: char| last.is_ascii_digit());
            let is_divided = divided.ends_with(|last: char| last.is_ascii_lowercase()) && divided != before;
            format!("{}{part}", if is_divided { divided } else { "" })
        } else if part.len() == 1 && part.starts_with(|letter: char| letter.is_ascii_lowercase()) {
            let number: String = before.chars().take_while(char::is_ascii_digit).collect();
            format!("{number}{part}")
        } else {
            return None;
        };
        if !own.starts_with(|first: char| first.is_ascii_digit()) && !matches!(own.as_str(), "is" | "x") {
            return None;
        }
        values.push(keys(axis, &format!("{axis}{own}"), remarks));
        before = own;
    }
    let between = base.contains(BETWEEN);
    match (values.len(), between && !base.contains(EITHER)) {
        (0 | 1, _) => None,
        (2, true) => {
            let mut values = values.into_iter().map(Box::new);
            Some(Reading::Between(values.next()?, values.next()?))
        }
        (_, true) => None,
        _ if between => None,
        _ => Some(Reading::Either(values)),
    }
}

fn keys(axis: char, base: &str, remarks: &[String]) -> Reading {
    let said = |remarks: &[&String]| remarks.iter().map(|remark| remark.as_str()).collect::<String>();
    // The number in `T1a(2)` is of tumours, and no sub-category T1a2.
    let all: Vec<&String> = remarks.iter().filter(|remark| axis == 'm' || !is_number(remark)).collect();
    let telling: Vec<&String> = remarks.iter().filter(|remark| !is_count(axis, remark)).collect();
    let mut keys = vec![format!("{base}{}", said(&all)), format!("{base}{}", said(&telling))];
    for exact in keys.clone() {
        if let Some(wider) = without_suffix(axis, &exact) {
            keys.push(wider.to_owned());
        }
    }
    keys.dedup();
    Reading::Keys(keys)
}

/// The text outside parentheses, and each text inside.
fn split(text: &str) -> (String, Vec<String>) {
    let (mut base, mut remarks) = (String::new(), Vec::new());
    for part in text.split_inclusive(['(', ')']) {
        let inside = part.ends_with(')');
        let part: String = part
            .chars()
            .filter(|character| !character.is_whitespace() && !"()".contains(*character))
            .collect();
        if part.is_empty() {
            continue;
        }
        if inside || (!base.is_empty() && !remarks.is_empty()) {
            remarks.push(part);
        } else {
            base.push_str(&part);
        }
    }
    (base, remarks)
}

/// `2b` of `cT2b`, of `T2b` and of `2b`.
fn without_prefix(axis: char, base: &str) -> &str {
    let rest = base.trim_start_matches(PREFIXES);
    rest.strip_prefix(axis).unwrap_or(rest)
}

/// Numbers of tumours or nodes, how nodes were examined, where metastases are: none changes the category.
fn is_count(axis: char, remark: &str) -> bool {
    let counts = |part: &str| match axis {
        // `sm2`: how deep in the submucosa
        't' => is_number(part.strip_prefix("sm").unwrap_or(part)) || part == "s",
        'n' => is_number(part) || matches!(part, "sn" | "f" | "i-" | "mol-" | "ene-"),
        // where they are, in words, and no category of another axis
        _ => {
            let mut letters = part.chars();
            let is_axis = matches!(letters.next(), Some('t' | 'n'));
            part != "i+" && !(is_axis && letters.next().is_some_and(|next| next.is_ascii_digit()))
        }
    };
    remark.split([',', ';']).all(counts)
}

/// `2`, `m`, `m3`, `2/15`, `2/15ln`.
fn is_number(remark: &str) -> bool {
    let counted = remark.trim_start_matches('m').trim_start_matches("ln").trim_end_matches("ln");
    counted.chars().all(|character| character.is_ascii_digit() || "/,+".contains(character))
}

/// Isolated cells and micrometastases belong to the wider category where an edition does not part them.
fn without_suffix(axis: char, key: &str) -> Option<&str> {
    let suffixes: &[&str] = match axis {
        't' => &["m"],
        'n' => &["(sn)", "sn", "mol+", "mol-", "i+", "i-", "mi", "f"],
        _ => &["i+"],
    };
    suffixes.iter().find_map(|suffix| key.strip_suffix(suffix)).filter(|wider| wider.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(axis: char, written: &str) -> String {
        match read(axis, written) {
            Reading::Keys(keys) => keys.first().cloned().unwrap_or_default(),
            Reading::Open => "open".to_owned(),
            Reading::Positive => "positive".to_owned(),
            Reading::Either(_) | Reading::Between(..) => "several".to_owned(),
        }
    }

    fn reads(axis: char, written: &str, expected: &str) {
        match read(axis, written) {
            Reading::Keys(keys) => assert!(keys.iter().any(|key| key == expected), "{written}: {keys:?}"),
            other => panic!("{written} was read as {other:?}"),
        }
    }

    #[test]
    fn prefixes_and_letter_case_and_width_do_not_matter() {
        for written in ["cT2b", "T2b", "t2B", "2b", "ypT2b", "PT2B", "ｃＴ２ｂ", "T 2b", "rpT2b", "T2b."]
        {
            assert_eq!(first('t', written), "t2b", "{written}");
        }
        assert_eq!(first('t', "ypT0"), "t0");
        assert_eq!(first('t', "TX"), "tx");
        assert_eq!(first('t', "Tis(DCIS)"), "tisdcis");
        assert_eq!(first('t', "is"), "tis");
        assert_eq!(first('m', "cM0"), "m0");
    }

    #[test]
    fn counts_and_remarks_leave_the_category_as_it_is() {
        reads('t', "pT1c(2)", "t1c");
        reads('t', "pT2(m)", "t2");
        reads('t', "pT1 (sm2)", "t1");
        reads('t', "pT1b(SM1)", "t1b");
        // two tumours of T1a, which is not the T1a2 of another chapter
        assert_eq!(first('t', "pT1a(2)"), "t1a");
        reads('n', "pN1a(2/15 LN)", "n1a");
        reads('n', "pN1 (2/15, ENE-)", "n1");
        reads('n', "pN1a(sn)", "n1a");
        reads('n', "pN1a (2/15)", "n1a");
        reads('m', "M1b (OSS, HEP)", "m1b");
        reads('m', "M1b (tuyến thượng thận)", "m1b");
        assert_eq!(first('m', "M0 (T2 N1)"), "m0t2n1", "no category is dropped");
        assert_eq!(first('n', "N1(mi)"), "n1mi");
        reads('n', "N1(mi)", "n1");
        assert_eq!(first('n', "pN0(i+)(sn)"), "n0i+sn");
        reads('n', "pN0(i+)(sn)", "n0i+");
        reads('n', "pN0(i-)", "n0");
        assert_eq!(first('t', "T1(mi)"), "t1mi");
        for written in ["N+", "cN+", "N(+)", "n +"] {
            assert_eq!(first('n', written), "positive", "{written}");
        }
    }

    #[test]
    fn what_was_not_recorded_is_open() {
        for written in ["", " ", "*", "unknown", "not-done", "pending", "any"] {
            assert_eq!(read('n', written), Reading::Open, "{written}");
        }
    }

    #[test]
    fn two_categories_of_which_one_is_meant_are_both_read() {
        let key = |reading: &Reading| match reading {
            Reading::Keys(keys) => keys.first().cloned().unwrap_or_default(),
            other => format!("{other:?}"),
        };
        for (written, expected) in [
            ("T4a/b", "t4a or t4b"),
            ("cT3/T4", "t3 or t4"),
            ("ypT0/is", "t0 or tis"),
            ("T3-4", "t3 to t4"),
            ("cT3\u{2013}cT4a", "t3 to t4a"),
            ("T3～4", "t3 to t4"),
            ("T2至T3", "t2 to t3"),
            ("T1a1/2", "t1a1 or t1a2"),
            ("T1c/2", "t1c or t2"),
        ] {
            let told = match read('t', written) {
                Reading::Either(all) => all.iter().map(key).collect::<Vec<_>>().join(" or "),
                Reading::Between(from, to) => format!("{} to {}", key(&from), key(&to)),
                other => panic!("{written} was read as {other:?}"),
            };
            assert_eq!(told, expected, "{written}");
        }
    }

    #[test]
    fn text_that_no_category_looks_like_stays_unknown() {
        for written in ["banana", "T1-2-3", "T1/", "T1-", "/T2", "T1/2-3", "Tis-DCIS", "(", "))", "二期"] {
            if let Reading::Keys(keys) = read('t', written) {
                assert!(!keys.iter().any(|key| ["t1", "t2"].contains(&key.as_str())), "{written}: {keys:?}");
            }
        }
    }
}
