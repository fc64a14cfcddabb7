//! A key press, as the program sees it; written in words (`Ctrl-S`, `F4`) in help and configuration.

use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    Char(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
}

impl Key {
    pub const fn plain(code: Code) -> Self {
        Key { code, ctrl: false }
    }

    pub const fn ctrl(letter: char) -> Self {
        Key { code: Code::Char(letter), ctrl: true }
    }

    /// From `q`, `Ctrl-S`, `F4`, `Enter`; none for a name that is no key.
    pub fn parse(name: &str) -> Option<Self> {
        let (ctrl, rest) = name.strip_prefix("Ctrl-").map_or((false, name), |rest| (true, rest));
        let named = NAMES.iter().find(|(_, known)| *known == rest).map(|(code, _)| *code);
        let function =
            || rest.strip_prefix('F')?.parse().ok().filter(|number| (1..=12).contains(number)).map(Code::F);
        let single = || {
            let mut characters = rest.chars();
            let first = characters.next()?;
            let lower = if ctrl { first.to_ascii_lowercase() } else { first };
            characters.next().is_none().then_some(Code::Char(lower))
        };
        Some(Key { code: named.or_else(function).or_else(single)?, ctrl })
    }

    /// Full-width letters and digits as their ASCII forms: an input method may be active.
    pub fn folded(self) -> Self {
        let code = match self.code {
            Code::Char(wide @ '\u{ff01}'..='\u{ff5e}') => {
                Code::Char(char::from_u32(u32::from(wide) - 0xfee0).unwrap_or(wide))
            }
            Code::Char('\u{3000}') => Code::Char(' '),
            code => code,
        };
        Key { code, ..self }
    }
}

const NAMES: [(Code, &str); 15] = [
    (Code::Enter, "Enter"),
    (Code::Esc, "Esc"),
    (Code::Tab, "Tab"),
    (Code::BackTab, "Shift-Tab"),
    (Code::Backspace, "Backspace"),
    (Code::Delete, "Delete"),
    (Code::Up, "Up"),
    (Code::Down, "Down"),
    (Code::Left, "Left"),
    (Code::Right, "Right"),
    (Code::Home, "Home"),
    (Code::End, "End"),
    (Code::PageUp, "PgUp"),
    (Code::PageDown, "PgDn"),
    (Code::Char(' '), "Space"),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if let Some((_, name)) = NAMES.iter().find(|(code, _)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            Code::F(number) => write!(f, "F{number}"),
            Code::Char(letter) if self.ctrl => write!(f, "{}", letter.to_ascii_uppercase()),
            Code::Char(letter) => write!(f, "{letter}"),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_back_as_it_is_written() {
        for name in ["q", "?", "Ctrl-S", "F4", "Enter", "Shift-Tab", "PgDn", "Space", "/"] {
            assert_eq!(Key::parse(name).map(|key| key.to_string()).as_deref(), Some(name));
        }
        assert_eq!(Key::parse("Hyper"), None);
    }

    #[test]
    fn full_width_letters_fold() {
        assert_eq!(Key::plain(Code::Char('ｑ')).folded(), Key::plain(Code::Char('q')));
    }
}
