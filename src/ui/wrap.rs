//! Breaking text into lines of a given width in cells; a number never parts from its unit.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub fn width(text: &str) -> usize {
    // What is shown has no control characters, and most of it is this.
    if text.is_ascii() { text.len() } else { UnicodeWidthStr::width(text) }
}

/// Lines of at most `cells` cells. The text has no line breaks of its own.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(2);
    let mut lines = Vec::new();
    let mut line = String::new();
    // Counted as it grows: a line that is measured anew for every letter makes a long page slow.
    let mut used = 0;
    for piece in pieces(text) {
        let word = piece.trim_end();
        let seen = width(word);
        if !line.is_empty() && used + seen > cells {
            lines.push(line.trim_end().to_owned());
            line.clear();
            used = 0;
        }
        let mut rest = piece;
        if seen > cells {
            let mut parts = broken(word, cells);
            let last = parts.pop().unwrap_or_default();
            lines.extend(parts.into_iter().map(str::to_owned));
            line.push_str(last);
            used = width(last);
            rest = piece.get(word.len()..).unwrap_or_default();
        }
        line.push_str(rest);
        used += width(rest);
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// A word that is wider than a line, in parts that are not.
fn broken(word: &str, cells: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = word;
    if word.is_ascii() {
        while let Some((part, after)) = rest.split_at_checked(cells).filter(|(_, after)| !after.is_empty()) {
            parts.push(part);
            rest = after;
        }
    } else {
        let (mut start, mut used) = (0, 0);
        for (at, grapheme) in word.grapheme_indices(true) {
            let wide = width(grapheme);
            if used + wide > cells {
                parts.extend(word.get(start..at));
                (start, used) = (at, 0);
            }
            used += wide;
        }
        rest = word.get(start..).unwrap_or_default();
    }
    parts.push(rest);
    parts
}

/// The parts between places where a line may break; `50 mg` is one part.
fn pieces(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let (mut start, mut last) = (0, 0);
    for (end, kind) in linebreaks(text) {
        let Some(piece) = text.get(start..end) else { continue };
        let joins = found.last().is_some_and(|before| {
            hyphenated(before)
                || is_date(before, piece)
                || is_han_number(before, piece)
                || number_then_unit(before, piece)
        });
        match (found.last_mut(), text.get(last..end)) {
            (Some(before), Some(both)) if joins => *before = both,
            _ => {
                found.push(piece);
                last = start;
            }
        }
        start = end;
        if kind == BreakOpportunity::Mandatory && end == text.len() {
            break;
        }
    }
    found
}

/// `24-Nov-2026` and `DEB-TACE` stay whole.
fn hyphenated(before: &str) -> bool {
    before.ends_with('-')
}

/// `14 thg 3 1961` stays whole, as Vietnamese writes a date here.
fn is_date(before: &str, after: &str) -> bool {
    let words: Vec<&str> = before.split_whitespace().collect();
    let is_number = |word: Option<&&str>| word.is_some_and(|word| word.chars().all(|c| c.is_ascii_digit()));
    let ends_in_month = matches!(words.as_slice(), [.., "thg", month] if is_number(Some(month)));
    match after.trim_end() {
        "thg" => is_number(words.last()),
        _ if words.last() == Some(&"thg") => true,
        _ => ends_in_month && after.chars().next().is_some_and(|c| c.is_ascii_digit()),
    }
}

/// `2026年11月24日` and `3项` stay whole: a number with the character that says of what.
fn is_han_number(before: &str, after: &str) -> bool {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let counts = |letter: char| "年月日岁天项例次".contains(letter);
    let mut back = before.chars().rev();
    match (back.next(), after.chars().next()) {
        (Some('年' | '月'), next) if is_digit(next) => is_digit(back.next()),
        (last, Some(next)) => is_digit(last) && counts(next),
        _ => false,
    }
}

/// The width of the widest part that a line break may not cut.
pub fn longest_piece(text: &str) -> usize {
    pieces(text).iter().map(|piece| width(piece.trim_end())).max().unwrap_or(0)
}

fn number_then_unit(before: &str, after: &str) -> bool {
    let number = before.strip_suffix(' ').is_some_and(|word| {
        let last = word.rsplit(' ').next().unwrap_or(word);
        last.chars().next_back().is_some_and(|c| c.is_ascii_digit())
    });
    let unit = after.trim_end().trim_end_matches([',', '.', ';', ')', ':']);
    number && UNITS.contains(&unit)
}

const UNITS: [&str; 34] = [
    "mg",
    "g",
    "kg",
    "mcg",
    "mL",
    "ml",
    "L",
    "mm",
    "cm",
    "m",
    "Gy",
    "cGy",
    "MBq",
    "GBq",
    "mCi",
    "%",
    "mg/m²",
    "mg/m2",
    "mg/kg",
    "ng/mL",
    "g/L",
    "g/dL",
    "mmol/L",
    "IU/mL",
    "units",
    "d",
    "h",
    "copies/mL",
    "µmol/L",
    "umol/L",
    "U/L",
    "U/mL",
    "x10⁹/L",
    "°C",
];

/// The text cut to `cells` cells, with `…` where something was left out.
pub fn clip(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used + 1 > cells {
            break;
        }
        out.push_str(grapheme);
    }
    if cells > 0 {
        out.push('…');
    }
    out
}

/// The end of the text in `cells` cells, with `…` before it where something was left out.
pub fn clip_start(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |letter: &&str| {
        used += width(letter);
        used <= cells
    };
    let mut kept: Vec<&str> = text.graphemes(true).rev().take_while(fits).collect();
    if cells > 0 {
        kept.push("…");
    }
    kept.into_iter().rev().collect()
}

/// The text with spaces up to `cells` cells.
pub fn pad(text: &str, cells: usize) -> String {
    let text = clip(text, cells);
    let blank = cells.saturating_sub(width(&text));
    format!("{text}{}", " ".repeat(blank))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_between_han_characters() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("鼻咽癌放疗后", 6), ["鼻咽癌", "放疗后"]);
    }

    #[test]
    fn a_number_stays_with_its_unit() {
        assert_eq!(wrap("doxorubicin 50 mg", 14), ["doxorubicin", "50 mg"]);
    }

    #[test]
    fn a_date_stays_whole() {
        assert_eq!(wrap("seen 24-Nov-2026", 12), ["seen", "24-Nov-2026"]);
        assert_eq!(wrap("复查2026年11月24日，再议", 16), ["复查", "2026年11月24日，", "再议"]);
        assert_eq!(wrap("khám 14 thg 3 1961 xong", 14), ["khám", "14 thg 3 1961", "xong"]);
    }

    #[test]
    fn nothing_is_cut_without_a_mark_and_no_wide_character_in_half() {
        assert_eq!(clip("王秀英 Wang", 6), "王秀…");
        assert_eq!(pad("ễ", 3), "ễ  ");
        assert_eq!(clip("abc", 3), "abc");
        assert_eq!(clip_start("Wang 王秀英", 6), "…秀英");
        assert_eq!(clip_start("abc", 3), "abc");
    }

    #[test]
    fn a_long_word_is_broken_rather_than_lost() {
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("x abcdefgh y", 4), ["x", "abcd", "efgh", "y"]);
        assert_eq!(wrap(&"ễ\u{a0}".repeat(4), 3), ["ễ\u{a0}ễ", "\u{a0}ễ\u{a0}", "ễ"]);
    }
}
