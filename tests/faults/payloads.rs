//! Text as an attacker, a bad copy or an odd keyboard writes it, and what of it must never reach a terminal.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_yaml::Value;

const NAUGHTY: &str = include_str!("../data/naughty_strings.txt");

/// Sequences that a terminal would obey. The colour 213 and the words `foreign` are in no output of the program.
const SEQUENCES: [&str; 36] = [
    "\u{1b}]52;c;Zm9yZWlnbg==\u{7}",
    "\u{1b}]52;c;?\u{1b}\\",
    "\u{1b}]0;foreign title\u{7}",
    "\u{1b}]2;foreign title\u{1b}\\",
    "\u{1b}]8;;http://foreign.example\u{1b}\\click\u{1b}]8;;\u{1b}\\",
    "\u{1b}]9;foreign\u{7}",
    "\u{1b}]777;notify;foreign;x\u{7}",
    "\u{1b}]99;;foreign\u{1b}\\",
    "\u{1b}]1337;File=inline=1:AAAA\u{7}",
    "\u{1b}]4;1;rgb:ff/00/00\u{7}",
    "\u{1b}]10;?\u{7}",
    "\u{1b}]",
    "\u{1b}[38;5;213mforeign",
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}[?1049l",
    "\u{1b}[?1000h",
    "\u{1b}[6n",
    "\u{1b}[c",
    "\u{1b}[>0q",
    "\u{1b}[21t",
    "\u{1b}[8;10;10t",
    "\u{1b}[!p",
    "\u{1b}c",
    "\u{1b}P$q\"p\u{1b}\\",
    "\u{1b}P+q544e\u{1b}\\",
    "\u{1b}_Gforeign\u{1b}\\",
    "\u{1b}^foreign\u{1b}\\",
    "\u{1b}X foreign\u{1b}\\",
    "\u{1b}(0",
    "\u{1b}#8",
    "\u{9b}38;5;213mforeign",
    "\u{9d}0;foreign\u{9c}",
    "\u{90}foreign\u{9c}",
    "\u{84}\u{85}\u{8d}\u{8e}\u{98}\u{9e}\u{9f}",
    "\u{7}\u{8}\u{b}\u{c}\u{e}\u{f}\u{5}",
    "\u{18}\u{1a}\u{7f}",
];

/// What changes how its neighbours are read.
const MISREADINGS: [&str; 14] = [
    "dose 5\t10 mg",
    "dose 5\n10 mg",
    "dose 5\r10 mg",
    "dose 5\u{b}10 mg",
    "dose 5\u{200b}10 mg",
    "dose 5\u{2060}10 mg",
    "dose 5\u{feff}10 mg",
    "dose 5\u{ad}10 mg",
    "dose 5\u{34f}10 mg",
    "dose 5\u{180e}10 mg",
    "dose 5\u{202e}01\u{202c} mg",
    "dose 5\u{2066}10\u{2069}\u{61c}\u{200e}\u{200f} mg",
    "dose 5\u{2028}10\u{2029} mg",
    "dose 5\u{e0031}\u{e0030}\u{e007f}\u{fff9}\u{fffa}\u{fffb}10 mg",
];

/// Every payload.
pub fn all() -> Vec<String> {
    let mut found: Vec<String> =
        SEQUENCES.iter().chain(&MISREADINGS).map(|text| (*text).to_owned()).collect();
    found.push(std::iter::once('Z').chain(std::iter::repeat_n('\u{300}', 60)).collect());
    found.extend(own());
    found
        .extend(NAUGHTY.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned));
    assert!(found.len() > 500, "{}", found.len());
    found
}

/// Each control and hidden character by itself.
fn own() -> impl Iterator<Item = String> {
    let controls = (0x01..0x20).chain(0x7f..0xa0);
    let hidden = [0x61c, 0x200c, 0x200d, 0x200e, 0x200f, 0xfe0f, 0xfeff, 0xe0001, 0xe0041, 0xf8ff];
    let all = controls.chain(0x2028..0x202f).chain(0x2060..0x2070).chain(hidden);
    all.filter_map(char::from_u32).map(|letter| format!("5{letter}10 mg"))
}

/// Whether the text ends with the escape of a character in JSON.
fn is_escape(text: &str) -> bool {
    let tail: String = text.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
    tail.strip_prefix("\\u").is_some_and(|code| code.chars().all(|letter| letter.is_ascii_hexdigit()))
}

/// What in an output no terminal should have been sent: everything but plain text, line ends and, on a screen, the
/// sequences with which the program itself draws.
pub fn foreign(sent: &[u8], on_screen: bool) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let text = match std::str::from_utf8(sent) {
        Ok(text) => text,
        Err(error) => {
            found.insert(format!("not UTF-8: {error}"));
            return found;
        }
    };
    // A character that vanished makes another dose. In JSON it stands as an escape, `5\u000510`.
    let is_vanished = |(at, _): (usize, &str)| !is_escape(&text[..=at]);
    if !on_screen && text.match_indices("510 mg").any(is_vanished) {
        found.insert("5 and 10 read as 510".to_owned());
    }
    let mut rest = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = rest.next() {
        match letter {
            '\u{1b}' if on_screen => {
                let mut sequence = String::new();
                for next in rest.by_ref() {
                    sequence.push(next);
                    let is_body = sequence == "[" || matches!(next, '0'..='9' | ';' | ':' | '?');
                    if !is_body {
                        break;
                    }
                }
                if !is_own(&sequence) {
                    found.insert(format!("ESC {sequence}"));
                }
            }
            '\r' if on_screen => (),
            '\n' => (),
            // Inside an emoji or a word of a joining script these do their honest work.
            '\u{200c}' | '\u{200d}' | '\u{fe0f}' if !before.is_ascii() && before != '\u{fffd}' => (),
            letter if !tumorboard::domain::text::is_plain(letter) => {
                found.insert(format!("U+{:04X} after {before:?}", u32::from(letter)));
            }
            _ => (),
        }
        before = letter;
    }
    found
}

/// What the program draws with: colours but not the payloads' own, the cursor, clearing, and four modes.
fn is_own(sequence: &str) -> bool {
    let Some(body) = sequence.strip_prefix('[') else { return false };
    let (parameters, last) = body.split_at(body.len() - body.chars().next_back().map_or(0, char::len_utf8));
    match last {
        "m" => parameters != "38;5;213",
        "H" | "A" | "B" | "C" | "D" | "G" | "X" => !parameters.contains('?'),
        "J" | "K" => !parameters.contains('?'),
        "h" | "l" => matches!(parameters, "?1049" | "?25" | "?2004" | "?2026"),
        _ => false,
    }
}

/// Replaces the texts of a file that people write by payloads: all of them, or only those that are free text.
pub fn poison(file: &str, payloads: &mut impl Iterator<Item = String>, everything: bool) -> String {
    // One sample is broken on purpose.
    let Ok(mut tree) = serde_yaml::from_str::<Value>(file) else { return file.to_owned() };
    walk(&mut tree, "", payloads, everything);
    let mut out = String::new();
    emit(&tree, &mut out);
    out
}

fn walk(value: &mut Value, key: &str, payloads: &mut impl Iterator<Item = String>, everything: bool) {
    match value {
        Value::Mapping(entries) => {
            for (key, value) in entries.iter_mut() {
                walk(value, key.as_str().unwrap_or(""), payloads, everything);
            }
        }
        Value::Sequence(items) => items.iter_mut().for_each(|item| walk(item, key, payloads, everything)),
        Value::Null => (),
        other => {
            // What ties the files together stays, so that all of it is reached.
            let kept = ["schema", "id", "file", "case", "date", "board", "chair", "recorder", "key"];
            let was = match &*other {
                Value::String(text) => text.clone(),
                other => serde_yaml::to_string(other).unwrap().trim().to_owned(),
            };
            let free = was.contains(' ') || ["name", "text", "note", "value", "label"].contains(&key);
            if !kept.contains(&key) && (everything || free) {
                let payload = payloads.next().unwrap();
                *other = Value::String(format!("{payload} {was}{payload}"));
            }
        }
    }
}

/// As flow YAML, every text in quotes with what is no plain character escaped.
fn emit(value: &Value, out: &mut String) {
    match value {
        Value::Mapping(entries) => {
            out.push('{');
            for (key, value) in entries {
                quote(key.as_str().unwrap_or(""), out);
                out.push_str(": ");
                emit(value, out);
                out.push_str(",\n");
            }
            out.push('}');
        }
        Value::Sequence(items) => {
            out.push('[');
            for item in items {
                emit(item, out);
                out.push_str(",\n");
            }
            out.push(']');
        }
        Value::Null => out.push('~'),
        Value::String(text) => quote(text, out),
        other => quote(serde_yaml::to_string(other).unwrap().trim(), out),
    }
}

/// In quotes, with what is no plain character escaped.
pub fn quote(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() || letter == ' ' || (letter > '\u{bf}' && letter.is_alphabetic()) {
            out.push(letter);
        } else {
            write!(out, "\\U{:08x}", u32::from(letter)).unwrap();
        }
    }
    out.push('"');
}
