//! JSON answers: objects with `schema_version`, pretty, with nothing in them that could drive a terminal.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::Value;

use crate::domain::text::is_plain;

/// Writes an answer; characters that a terminal would obey or hide are escaped inside the strings.
pub fn write(out: &mut dyn Write, answer: &Value) -> io::Result<()> {
    let text = serde_json::to_string_pretty(answer)?;
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        // Outside strings there are only plain characters and the line feeds of the layout.
        if character == '\n' || is_plain(character) {
            safe.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        }
    }
    writeln!(out, "{safe}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_escaped_and_comes_back_the_same() {
        let raw = "a\u{1b}[31m\u{9b}1m\u{202e}\u{200b}\u{7f}\u{e0001}\tNguyễn 王\n";
        let mut out = Vec::new();
        write(&mut out, &serde_json::json!({ "text": raw })).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.chars().all(|c| c == '\n' || is_plain(c)), "{text:?}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap()["text"], raw);
    }
}
