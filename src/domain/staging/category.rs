//! Categories as clinicians write them: `cT2b`, `pT1c(2)`, `pN1a(sn)`, `N0(i+)`, `ypT0`, full-width letters.

use crate::domain::fold::fold;
use crate::domain::value::{Absence, Vocabulary};

/// What a person wrote for one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing, `*`, `unknown`, `pending`: it may be any value.
    Open,
    /// Keys to look for, the most exact first.
    Keys(Vec<String>),
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
    let said = |remarks: &[&String]| remarks.iter().map(|remark| remark.as_str()).collect::<String>();
    let all: Vec<&String> = remarks.iter().collect();
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

/// T, N and M of one text, `pT1c(2)pN1a(sn)cM0`; none where it does not hold all three. A `c` or `a` right after a number other
/// than 0 is a sub-category (`T1cN0` is T1c), other letters before N and M say how they were found.
pub fn whole(written: &str) -> Option<[String; 3]> {
    let letters: Vec<char> = fold(written).chars().collect();
    let n = start(&letters, 'n', 1)?;
    let m = start(&letters, 'm', n + 1)?;
    let cut = |from: usize, to: usize| {
        letters.get(from..to).map(|part| part.iter().collect::<String>().trim().to_owned())
    };
    let (before_n, before_m) = (prefix(&letters, n), prefix(&letters, m));
    let t = cut(0, before_n)?;
    t.trim_start_matches(PREFIXES).starts_with('t').then_some([
        t,
        cut(before_n, before_m)?,
        cut(before_m, letters.len())?,
    ])
}

const PREFIXES: [char; 6] = ['c', 'p', 'y', 'r', 'a', 'u'];

/// Where an axis begins: its letter outside parentheses, before a number or X.
fn start(letters: &[char], axis: char, from: usize) -> Option<usize> {
    let mut depth = 0_usize;
    letters.iter().enumerate().find_map(|(at, letter)| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => (),
        }
        let next = letters.get(at + 1).is_some_and(|next| next.is_ascii_digit() || *next == 'x');
        (depth == 0 && at >= from && *letter == axis && next).then_some(at)
    })
}

/// The place from which the letters before an axis belong to it.
fn prefix(letters: &[char], axis: usize) -> usize {
    let mut at = axis;
    while let Some(letter) = at.checked_sub(1).and_then(|before| letters.get(before)) {
        let after_number = at
            .checked_sub(2)
            .and_then(|before| letters.get(before))
            .is_some_and(|letter| letter.is_ascii_digit() && *letter != '0');
        if !PREFIXES.contains(letter) || (matches!(letter, 'c' | 'a') && after_number) {
            break;
        }
        at -= 1;
    }
    at
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
    let counted = remark.trim_start_matches('m');
    counted.chars().all(|character| character.is_ascii_digit() || "/,+".contains(character))
        || match axis {
            't' => remark == "s",
            'n' => matches!(remark, "sn" | "f" | "i-" | "mol-"),
            _ => remark != "i+",
        }
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
        }
    }

    fn reads(axis: char, written: &str, expected: &str) {
        match read(axis, written) {
            Reading::Keys(keys) => assert!(keys.iter().any(|key| key == expected), "{written}: {keys:?}"),
            Reading::Open => panic!("{written} was read as nothing"),
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
        reads('n', "pN1a(sn)", "n1a");
        reads('n', "pN1a (2/15)", "n1a");
        reads('m', "M1b (OSS, HEP)", "m1b");
        assert_eq!(first('n', "N1(mi)"), "n1mi");
        reads('n', "N1(mi)", "n1");
        assert_eq!(first('n', "pN0(i+)(sn)"), "n0i+sn");
        reads('n', "pN0(i+)(sn)", "n0i+");
        reads('n', "pN0(i-)", "n0");
        assert_eq!(first('t', "T1(mi)"), "t1mi");
    }

    #[test]
    fn one_text_is_parted_into_its_categories() {
        for (written, parts) in [
            ("cT2b N1 M0", ["ct2b", "n1", "m0"]),
            ("cT2bN1M0", ["ct2b", "n1", "m0"]),
            ("pT1c(2) pN1a(sn) cM0", ["pt1c(2)", "pn1a(sn)", "cm0"]),
            ("pT1c(2)pN1a(sn)cM0", ["pt1c(2)", "pn1a(sn)", "cm0"]),
            ("T1cN0M0", ["t1c", "n0", "m0"]),
            ("ypT0ypN0cM0", ["ypt0", "ypn0", "cm0"]),
            ("rpT1miN1miM0", ["rpt1mi", "n1mi", "m0"]),
            ("ｃＴ４ａＮ２ｂＭ１ｃ", ["ct4a", "n2b", "m1c"]),
            ("TXNXM0", ["tx", "nx", "m0"]),
            ("Tis(DCIS)N0(i+)M0(i+)", ["tis(dcis)", "n0(i+)", "m0(i+)"]),
            ("pT2(m)pN0M0", ["pt2(m)", "pn0", "m0"]),
        ] {
            assert_eq!(whole(written).unwrap(), parts, "{written}");
        }
        for written in ["T2b", "T1 N0", "N1M0", "", "T1(N1)M0", "M0 N0 T1"] {
            assert_eq!(whole(written), None, "{written}");
        }
    }

    #[test]
    fn what_was_not_recorded_is_open() {
        for written in ["", " ", "*", "unknown", "not-done", "pending", "any"] {
            assert_eq!(read('n', written), Reading::Open, "{written}");
        }
    }

    #[test]
    fn text_that_no_category_looks_like_stays_unknown() {
        for written in ["banana", "T1-2", "T1/T2", "(", "))", "二期"] {
            if let Reading::Keys(keys) = read('t', written) {
                assert!(!keys.iter().any(|key| ["t1", "t2"].contains(&key.as_str())), "{written}: {keys:?}");
            }
        }
    }
}
