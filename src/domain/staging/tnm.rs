//! One text that holds T, N and M, parted into its categories: `pT1c(2)pN1a(sn)cM0`, `临床分期 cT2aN0M0`, `M0 N1 T2 L0 V0 R0`.

use crate::domain::fold::fold;
use crate::domain::staging::category::{BETWEEN, EITHER, PREFIXES};

const AXES: [char; 3] = ['t', 'n', 'm'];

/// T, N and M as they stand in one text, empty where it has none; nothing where it has no category, or one twice.
/// Words before the first category are a label. What else stands between categories is told apart only where it is
/// known to say nothing of them (lymph vessels, veins, nerves, margins, grade, the group); all the rest stays with
/// its category, which then no table knows: better refused than half read.
pub fn parted(written: &str) -> Option<[String; 3]> {
    parted_as(written, true)
}

/// The ways in which one text can be parted, the likelier first: `cT2cN0` is T2c, and where a table has none, cN0.
pub fn readings(written: &str) -> Vec<[String; 3]> {
    let mut readings: Vec<[String; 3]> =
        [true, false].into_iter().filter_map(|divided| parted_as(written, divided)).collect();
    readings.dedup();
    readings
}

/// `divided`: whether a `c` or `a` right after a number is a sub-category rather than the prefix of what follows.
fn parted_as(written: &str, divided: bool) -> Option<[String; 3]> {
    let text = without_nerves(written);
    // Folding may make more or fewer letters of one: each remembers where it stands in the text.
    let folded = |(at, letter): (usize, char)| {
        fold(letter.encode_utf8(&mut [0; 4])).chars().map(|letter| (letter, at)).collect::<Vec<_>>()
    };
    let (letters, places): (Vec<char>, Vec<usize>) = text.char_indices().flat_map(folded).unzip();
    let starts = starts(&letters, divided);
    if starts.is_empty() {
        return bracketed(&text, divided);
    }
    let label = starts.first().and_then(|(from, _)| letters.get(..*from)).unwrap_or_default();
    if hides_a_category(label) {
        return None;
    }
    let mut parts = [const { String::new() }; 3];
    for (order, (from, axis)) in starts.iter().enumerate() {
        let to = starts.get(order + 1).map_or(letters.len(), |(next, _)| *next);
        let part = AXES.iter().position(|own| own == axis).and_then(|axis| parts.get_mut(axis))?;
        if !part.is_empty() {
            return None;
        }
        let length = category(&letters.get(*from..to)?.iter().collect::<String>());
        let end = places.get(from + length).copied().unwrap_or(text.len());
        text.get(*places.get(*from)?..end)?.trim().clone_into(part);
    }
    Some(parts)
}

/// Categories that stand in brackets behind a label: `giai đoạn IIIA (cT2 cN2 cM0)`. One alone is a remark.
fn bracketed(text: &str, divided: bool) -> Option<[String; 3]> {
    const OPEN: [char; 2] = ['(', '（'];
    const CLOSE: [char; 2] = [')', '）'];
    let (label, rest) = text.split_once(OPEN)?;
    let (inside, behind) = rest.rsplit_once(CLOSE)?;
    let label: Vec<char> = fold(label).chars().collect();
    if hides_a_category(&label) || !says_nothing(&fold(behind)) {
        return None;
    }
    let parts = parted_as(inside, divided)?;
    (parts.iter().filter(|part| !part.is_empty()).count() > 1).then_some(parts)
}

/// The letters before the category: `yp` of `ypT2`, in full width and capitals too; nothing where there are none.
pub fn prefix_of(written: &str) -> String {
    let folded = fold(written.trim());
    let letters: String = folded.chars().take_while(|letter| PREFIXES.contains(letter)).collect();
    let rest = folded.get(letters.len()..).unwrap_or_default().trim_start();
    if rest.starts_with(AXES) { letters } else { String::new() }
}

/// Perineural invasion is `Pn` with a small n; folded it could not be told from a pathological N. One kind of brackets.
fn without_nerves(written: &str) -> String {
    let written = written.replace('[', "(").replace(']', ")").replace('【', "（").replace('】', "）");
    ["Pn0", "Pn1", "PnX", "Pnx"].iter().fold(written, |text, nerves| text.replace(nerves, " "))
}

/// Where each category begins, its prefix included, and of which axis it is.
fn starts(letters: &[char], divided: bool) -> Vec<(usize, char)> {
    let (mut depth, mut found) = (0_usize, Vec::new());
    for (at, letter) in letters.iter().enumerate() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => (),
        }
        if depth == 0 && AXES.contains(letter) && is_valued(*letter, letters, at + 1) {
            let from = prefix(letters, at, divided);
            let goes_on = found.last().is_some_and(|(before, axis)| {
                axis == letter && letters.get(*before..from).is_some_and(joins)
            });
            if is_free(letters, from) && !goes_on {
                found.push((from, *letter));
            }
        }
    }
    // `c T2 c N1 c M0`: where the first stands apart from its letters, so do the others.
    let apart = found.first().and_then(|(from, _)| letters_apart(letters, *from)).is_some();
    let from =
        |(from, axis): (usize, char)| (letters_apart(letters, from).filter(|_| apart).unwrap_or(from), axis);
    found.into_iter().map(from).collect()
}

/// Whether a category goes on in another of its axis: `T3-T4`, `T2/T3`.
fn joins(between: &[char]) -> bool {
    let last = between.iter().rev().find(|letter| !letter.is_whitespace());
    last.is_some_and(|letter| EITHER.contains(letter) || BETWEEN.contains(letter))
}

/// The place of letters that say how a category was found and stand before it as a word of their own.
fn letters_apart(letters: &[char], from: usize) -> Option<usize> {
    let before = letters.get(..from)?;
    let end = before.iter().rposition(|letter| !letter.is_whitespace())? + 1;
    let start =
        before.get(..end)?.iter().rposition(|letter| !letter.is_alphanumeric()).map_or(0, |at| at + 1);
    let word: String = before.get(start..end)?.iter().collect();
    (end < from && matches!(word.as_str(), "c" | "p" | "yc" | "yp" | "r" | "rp" | "rc" | "mr" | "u"))
        .then_some(start)
}

/// Whether the words before the first category hold one that was not understood: `T II`, `mpT1x`, or a limit of the next.
fn hides_a_category(label: &[char]) -> bool {
    let text: String = label.iter().collect();
    if text.trim_end().ends_with(['<', '>', '≥', '≤', '~', '?', '±', '+']) {
        return true;
    }
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.is_ascii());
    words.filter(|word| !word.starts_with("tnm")).any(|word| {
        let rest = word.trim_start_matches(PREFIXES);
        let alone =
            word == "m" || rest.strip_prefix(AXES).is_some_and(|rest| matches!(rest, "" | "x" | "is"));
        let letters: Vec<char> = word.chars().collect();
        let valued =
            |pair: &[char]| matches!(pair, [axis, value] if AXES.contains(axis) && value.is_ascii_digit());
        alone || letters.windows(2).any(valued)
    })
}

/// Whether a value follows the letter of an axis: a number, X, `+`; of T also `is` and `a`.
fn is_valued(axis: char, letters: &[char], from: usize) -> bool {
    let after = |many: usize| letters.get(from + many).copied();
    let ends = |character: Option<char>| !character.is_some_and(char::is_alphabetic);
    match after(0) {
        Some(character) if character.is_ascii_digit() || character == '+' => true,
        Some('x') => true,
        Some('(') => after(1) == Some('+'),
        Some(' ') => after(1).is_some_and(|character| character.is_ascii_digit()),
        Some('i') => axis == 't' && after(1) == Some('s'),
        Some('a') => axis == 't' && (ends(after(1)) || letters.get(from + 1..).is_some_and(compact)),
        _ => false,
    }
}

/// The place from which the letters before an axis belong to it. A `c` or `a` right after a number other than 0 is a
/// sub-category (`T1cN0` is T1c), and so is the `a` of Ta; an
/// `m` is only of `mr`; other letters say how the category was found.
fn prefix(letters: &[char], axis: usize, divided: bool) -> usize {
    let mut at = axis;
    while let Some(letter) = at.checked_sub(1).and_then(|before| letters.get(before)) {
        let before = at.checked_sub(2).and_then(|before| letters.get(before)).copied();
        let divides = match letter {
            'a' if before == Some('t') => true,
            'm' => letters.get(at) != Some(&'r') && !several_tumours(letters, at - 1),
            'a' | 'c' if divided => before.is_some_and(|before| before.is_ascii_digit() && before != '0'),
            _ => false,
        };
        if !PREFIXES.contains(letter) || divides {
            break;
        }
        at -= 1;
    }
    at
}

/// Whether the `m` here opens `mpT1`: several tumours.
fn several_tumours(letters: &[char], at: usize) -> bool {
    let opens = at
        .checked_sub(1)
        .and_then(|before| letters.get(before))
        .is_none_or(|before| !before.is_alphanumeric());
    opens && matches!(letters.get(at + 1), Some('c' | 'p' | 'y'))
}

/// Whether no Latin word goes on here: what stands before is no letter, or a category without a blank (`T1miN0`).
fn is_free(letters: &[char], from: usize) -> bool {
    let Some(before) = letters.get(..from) else { return false };
    if !before.last().is_some_and(char::is_ascii_alphabetic) {
        return true;
    }
    let parts = |character: &char| {
        character.is_whitespace() || !character.is_ascii() || matches!(character, ':' | ',' | ';' | '=' | '[')
    };
    let word = before.iter().rposition(parts).map_or(0, |at| at + 1);
    before.get(word..).is_some_and(compact)
}

/// Whether a category begins right here, after its prefix.
fn compact(letters: &[char]) -> bool {
    let is_prefix = |at: usize, letter: &char| {
        PREFIXES.contains(letter) && (*letter != 'm' || letters.get(at + 1) == Some(&'r'))
    };
    let at = letters.iter().enumerate().position(|(at, letter)| !is_prefix(at, letter)).unwrap_or_default();
    let axis = letters.get(at).copied().filter(|letter| AXES.contains(letter));
    axis.is_some_and(|axis| is_valued(axis, letters, at + 1))
}

/// How many letters are the category, without what is known to belong to none: four of `pt3, l0 v1`.
fn category(part: &str) -> usize {
    let mut depth = 0_usize;
    let ends = |(at, character): (usize, char)| {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => (),
        }
        let parted = character.is_whitespace() || ",;/|-.:，；、。期".contains(character);
        (depth == 0 && parted && part.get(at..).is_some_and(says_nothing)).then_some(at)
    };
    let end = part.char_indices().find_map(ends).unwrap_or(part.len());
    part.get(..end).unwrap_or(part).chars().count()
}

/// Whether these words are findings beside the categories, or the group that somebody wrote behind them.
fn says_nothing(rest: &str) -> bool {
    const BESIDE_A_GROUP: [&str; 21] = [
        "stage", "giai", "doan", "gd", "stadium", "分期", "ajcc", "uicc", "tnm", "edition", "ed", "version",
        "v", "phien", "ban", "lan", "thu", "8th", "9th", "8", "9",
    ];
    let parts = |character: char| character.is_whitespace() || ",;/|-，；、:：.=。".contains(character);
    let words = rest.split_whitespace().filter(|word| !is_count(word));
    words.flat_map(|word| word.split(parts)).filter(|word| !word.is_empty()).all(|word| {
        let finding = word.starts_with(['l', 'v', 'r', 'g', 's'])
            && matches!(word.get(1..), Some("0" | "1" | "2" | "3" | "4" | "x"));
        let nerves = matches!(word, "pn0" | "pn1" | "pnx");
        finding
            || nerves
            || BESIDE_A_GROUP.contains(&word)
            || word == "期"
            || is_group(word.trim_end_matches('期'))
    })
}

/// Nodes involved and examined, behind a blank: `2/15`.
fn is_count(word: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit());
    word.trim_end_matches([',', ';']).split_once('/').is_some_and(|(some, all)| number(some) && number(all))
}

/// `ii`, `iiib`, `iiic1`.
fn is_group(word: &str) -> bool {
    let rest = word.trim_start_matches(['i', 'v']);
    let rest = rest.strip_prefix(['a', 'b', 'c', 'd']).unwrap_or(rest);
    word.starts_with(['i', 'v']) && matches!(rest, "" | "1" | "2" | "3")
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ("pTis (DCIS) N0 M0", ["ptis (dcis)", "n0", "m0"]),
            ("TaN0M0", ["ta", "n0", "m0"]),
            ("pT2(m)pN0M0", ["pt2(m)", "pn0", "m0"]),
            ("mrT3 mrN1 M0", ["mrt3", "mrn1", "m0"]),
            ("ymrT2ymrN0M0", ["ymrt2", "ymrn0", "m0"]),
            ("uT1mN0M0", ["ut1m", "n0", "m0"]),
            ("T2, N0, M0", ["t2", "n0", "m0"]),
            ("T2，N0，M0。", ["t2", "n0", "m0"]),
            ("M0 N1 T2", ["t2", "n1", "m0"]),
            ("M1aN1T2", ["t2", "n1", "m1a"]),
            ("T2 M0", ["t2", "", "m0"]),
            ("N1M0", ["", "n1", "m0"]),
            ("T4b N+ M0", ["t4b", "n+", "m0"]),
            ("T4b N(+) M0", ["t4b", "n(+)", "m0"]),
            ("T 2b N 1 M 0", ["t 2b", "n 1", "m 0"]),
            ("giai đoạn cT2a N0 M0", ["ct2a", "n0", "m0"]),
            ("临床分期cT2aN0M0", ["ct2a", "n0", "m0"]),
            ("TNM: pT2 pN0 M0", ["pt2", "pn0", "m0"]),
            ("AJCC8 pT2 pN0 M0", ["pt2", "pn0", "m0"]),
            ("pT3 pN1a (2/15) cM0 L1 V0 Pn0 R0 G2", ["pt3", "pn1a (2/15)", "cm0"]),
            ("pT3, L1, V0, Pn1, pN1a(2/15) M0", ["pt3", "pn1a(2/15)", "m0"]),
            ("cT2a N0 M0, giai đoạn IB", ["ct2a", "n0", "m0"]),
            ("cT2aN0M0 IB期", ["ct2a", "n0", "m0"]),
            ("cT2a N0 M0 IB", ["ct2a", "n0", "m0"]),
            ("cT2aN0M0，分期 IB", ["ct2a", "n0", "m0"]),
            // what is not known to say nothing stays, and no table will know it
            ("T2 N1 M0 or M1", ["", "", ""]),
            ("T2-3 N1 M0", ["t2-3", "n1", "m0"]),
            ("T2-T3 N1 M0", ["t2-t3", "n1", "m0"]),
            ("cT2/cT3 cN1 cM0", ["ct2/ct3", "cn1", "cm0"]),
            ("c T2b c N1 c M0", ["c t2b", "c n1", "c m0"]),
            ("T1 c N0 M0", ["t1 c", "n0", "m0"]),
            ("mpT1 pN0 M0", ["mpt1", "pn0", "m0"]),
            ("giai đoạn IIIA (cT2 cN2 cM0)", ["ct2", "cn2", "cm0"]),
            ("(cT2N2M0)", ["ct2", "n2", "m0"]),
            ("[T2 N2 M0]", ["t2", "n2", "m0"]),
            ("TNM:cT1aN2cM0", ["ct1a", "n2c", "m0"]),
            ("cT2N1M0期", ["ct2", "n1", "m0"]),
            ("cT2 N1 M0, AJCC 8th edition", ["ct2", "n1", "m0"]),
            ("pT3 pN1a 2/15 M0", ["pt3", "pn1a", "m0"]),
            // what stands before and could be a category is no label
            ("T II N I M 0", ["", "", ""]),
            ("xT2 N0 M0", ["", "", ""]),
            ("≥T2 N0 M0", ["", "", ""]),
            ("T2 N1 M0 ?", ["t2", "n1", "m0 ?"]),
            ("T2 or 3 N1 M0", ["t2 or 3", "n1", "m0"]),
            ("T1(N1)M0", ["t1(n1)", "", "m0"]),
        ] {
            let expected = (parts != [""; 3]).then(|| parts.map(str::to_owned));
            assert_eq!(parted(written).map(|parts| parts.map(|part| fold(&part))), expected, "{written}");
        }
        assert_eq!(parted("Giai đoạn ｃＴ２A N0 M0").unwrap(), ["ｃＴ２A", "N0", "M0"], "as it was written");
        let other = readings("cT2cN0M0").into_iter().map(|parts| parts.join(" ")).collect::<Vec<_>>();
        assert_eq!(other, ["cT2c N0 M0", "cT2 cN0 M0"]);
        assert_eq!(readings("cT2 cN0 M0").len(), 1);
        for written in ["", "banana", "2b", "T2 T3 N0 M0", "Tumour of 2 cm, lesion 1", "giai đoạn II", "(T2)"]
        {
            assert_eq!(parted(written), None, "{written}");
        }
    }

    #[test]
    fn the_letters_before_a_category_say_how_it_was_found() {
        for (written, prefix) in [
            ("cT2b", "c"),
            ("ypN0", "yp"),
            ("rpT1", "rp"),
            ("mrT3", "mr"),
            ("uN1", "u"),
            ("m0", ""),
            ("M1a", ""),
            ("ｐＴ２", "p"),
            ("p T2", "p"),
            ("T2", ""),
            ("2b", ""),
            ("pending", ""),
            ("", ""),
        ] {
            assert_eq!(prefix_of(written), prefix, "{written}");
        }
    }
}
