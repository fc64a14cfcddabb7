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
    if raw.chars().all(stays) { raw.to_owned() } else { closely(raw, line_break) }
}

fn closely(raw: &str, line_break: char) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut marks = 0;
    let mut rest = raw.nfc().peekable();
    while let Some(character) = rest.next() {
        // Some hidden characters count as marks, so these come first.
        if is_hidden(character) {
            marks = 0;
            let joins = joins(out.chars().next_back(), character, rest.peek().copied());
            out.push(if joins { character } else { '\u{fffd}' });
            continue;
        }
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
            '\n' | '\u{2028}' | '\u{2029}' => out.push(line_break),
            '\0'..='\u{1f}' => out.push(control_picture(character)),
            '\u{7f}' => out.push('␡'),
            character => out.push(character),
        }
    }
    out
}

/// Whether a character is shown as it is and joins nothing beside it: nearly all that is shown consists of such.
fn stays(character: char) -> bool {
    matches!(character,
        ' '..='~' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3011}'
        | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}')
}

/// Whether a hidden character does its honest work here: a joiner inside an emoji or a word of a joining script, the
/// picture form of a sign.
fn joins(before: Option<char>, character: char, after: Option<char>) -> bool {
    let all = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
    match character {
        '\u{200d}' => all(is_pictorial) || all(is_joining),
        '\u{200c}' => all(is_joining),
        '\u{fe0f}' => before.is_some_and(|before| before != '\u{fe0f}' && is_pictorial(before)),
        _ => false,
    }
}

fn is_pictorial(character: char) -> bool {
    matches!(character,
        '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{25a0}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}')
}

/// Arabic and its kin, and the scripts of India and its neighbours.
fn is_joining(character: char) -> bool {
    matches!(character,
        '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{fb50}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        && !is_hidden(character)
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
        | '\u{3164}' | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e000}'..='\u{f8ff}' | '\u{13430}'..='\u{1345f}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::IsNormalized;
    use unicode_normalization::char::canonical_combining_class;

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
    fn none_of_the_hidden_characters_gets_through_or_vanishes_also_where_it_counts_as_a_mark() {
        let ranges = [
            0x80..=0x84,
            0x86..=0x9f,
            0xad..=0xad,
            0x34f..=0x34f,
            0x61c..=0x61c,
            0x180b..=0x180f,
            0x200b..=0x200f,
            0x202a..=0x202e,
            0x2060..=0x206f,
            0xfe00..=0xfe0f,
            0xfeff..=0xfeff,
            0xfff9..=0xfffb,
            0xe0000..=0xe007f,
            0xe0100..=0xe01ef,
        ];
        for code in ranges.into_iter().flatten() {
            let hidden = char::from_u32(code).unwrap();
            check(&format!("5{hidden}10"), "5\u{fffd}10");
            assert!(!is_plain(hidden), "{code:x}");
        }
        check("5\u{85}10", "5\u{fffd}10");
        check("5\u{2028}10", "5⏎10");
    }

    #[test]
    fn what_is_shown_without_a_closer_look_is_what_a_closer_look_leaves() {
        let all: Vec<char> = ('\0'..=char::MAX).filter(|character| stays(*character)).collect();
        assert!(all.len() > 20_000);
        for character in &all {
            // It is itself, and neither joins what stands before it nor is joined by what stands behind.
            assert_eq!(unicode_normalization::is_nfc_quick([*character].into_iter()), IsNormalized::Yes);
            assert_eq!(canonical_combining_class(*character), 0, "{character:?}");
            assert_eq!(closely(&character.to_string(), '⏎'), character.to_string());
        }
        let whole: String = all.iter().chain(all.iter().rev()).collect();
        assert_eq!(closely(&whole, '⏎'), whole);
    }

    #[test]
    fn joiners_stay_where_a_script_needs_them_and_nowhere_else() {
        for honest in ["👩\u{200d}⚕\u{fe0f}", "⚠\u{fe0f}", "می\u{200c}خواهم", "क्\u{200d}ष"]
        {
            check(honest, honest);
        }
        check("5\u{200d}10", "5\u{fffd}10");
        check("m\u{200c}g", "m\u{fffd}g");
        check("⚠\u{fe0f}\u{fe0f}", "⚠\u{fe0f}\u{fffd}");
        check("⚠\u{200d}5", "⚠\u{fffd}5");
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
