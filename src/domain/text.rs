//! Raw text from outside, and `Shown`: the only form in which it may reach a screen, a printer or a log.

use std::fmt;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Text that is safe to show: nothing in it drives a terminal, reorders or hides characters.
///
/// Characters that could are *replaced by visible symbols*, never dropped, so that `5⇥10 mg` cannot
/// read `510 mg`. A value of this type never holds a line break.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Shown(String);

/// The most combining marks that one base letter keeps; more are drawn as `�`.
const MOST_MARKS: usize = 4;

impl Shown {
    /// One line; a line break inside becomes a visible `⏎`.
    pub fn line(raw: &str) -> Self {
        let raw = raw.strip_suffix('\n').unwrap_or(raw);
        Shown(clean(raw, '⏎'))
    }

    /// One `Shown` per line of the text.
    pub fn lines(raw: &str) -> Vec<Self> {
        raw.trim_end()
            .split('\n')
            .map(|line| Shown(clean(line.strip_suffix('\r').unwrap_or(line), '⏎')))
            .collect()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<&str> for Shown {
    fn from(raw: &str) -> Self {
        Shown::line(raw)
    }
}

impl From<String> for Shown {
    fn from(raw: String) -> Self {
        Shown::line(&raw)
    }
}

fn clean(raw: &str, line_break: char) -> String {
    if raw.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return raw.to_owned();
    }
    let mut out = String::with_capacity(raw.len());
    let mut marks = 0;
    for character in raw.nfc() {
        if is_combining_mark(character) {
            marks += 1;
            if out.is_empty() {
                out.push('◌');
            }
            match marks {
                ..=MOST_MARKS => out.push(character),
                _ if marks == MOST_MARKS + 1 => out.push('\u{fffd}'),
                _ => (),
            }
            continue;
        }
        marks = 0;
        match character {
            '\t' => out.push_str("    "),
            '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => out.push(line_break),
            '\0'..='\u{1f}' => out.push(control_picture(character)),
            '\u{7f}' => out.push('␡'),
            character if is_hidden(character) => out.push('\u{fffd}'),
            character => out.push(character),
        }
    }
    out
}

/// Whether a character may reach a terminal as it is.
pub fn is_plain(character: char) -> bool {
    !character.is_control() && !is_hidden(character) && !matches!(character, '\u{2028}' | '\u{2029}')
}

fn control_picture(character: char) -> char {
    char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}')
}

/// Characters that draw nothing or change how their neighbours are read.
fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{e000}'..='\u{f8ff}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        assert_eq!(Shown::line(raw).as_str(), expected);
    }

    #[test]
    fn characters_that_could_change_a_dose_become_visible_and_never_vanish() {
        check("dose 5\t10 mg", "dose 5    10 mg");
        check("5\n10", "5⏎10");
        check("5\r10", "5␍10");
        check("5\u{200b}10", "5\u{fffd}10");
        check("\u{1b}]52;c;x\u{7}", "␛]52;c;x␇");
        check("a\u{202e}b", "a\u{fffd}b");
        check("\u{9b}31m", "\u{fffd}31m");
    }

    #[test]
    fn vietnamese_and_chinese_pass_in_composed_form() {
        check("Nguye\u{302}\u{303}n", "Nguyễn");
        check("王秀英", "王秀英");
    }

    #[test]
    fn a_pile_of_marks_is_clamped() {
        let zalgo: String = std::iter::once('a').chain(std::iter::repeat_n('\u{489}', 30)).collect();
        assert_eq!(Shown::line(&zalgo).as_str().chars().count(), 6);
    }

    #[test]
    fn a_text_gives_one_shown_per_line() {
        let lines = Shown::lines("one\r\ntwo\n\nthree\n");
        assert_eq!(lines.iter().map(Shown::as_str).collect::<Vec<_>>(), ["one", "two", "", "three"]);
    }
}
