//! A text being edited, by grapheme: what a person sees as one letter moves and goes as one.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::ui::key::{Code, Key};

/// Text with a cursor. Kept in NFC, so that one Backspace takes one Vietnamese letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editor {
    graphemes: Vec<String>,
    /// Between graphemes, 0 is before the first.
    cursor: usize,
    pub multiline: bool,
}

impl Editor {
    pub fn new(text: &str, multiline: bool) -> Self {
        let mut editor = Editor { multiline, ..Editor::default() };
        editor.insert(text);
        editor
    }

    /// What a key takes away, in a search as in a form.
    pub fn erasing(key: Key) -> Option<fn(&mut Editor)> {
        Some(match (key.code, key.ctrl) {
            (Code::Char('w'), true) => Editor::delete_word,
            (Code::Char('u'), true) => Editor::delete_to_start,
            (Code::Backspace, _) => Editor::backspace,
            (Code::Delete, _) => Editor::delete,
            _ => return None,
        })
    }

    pub fn text(&self) -> String {
        self.graphemes.concat()
    }

    pub fn is_empty(&self) -> bool {
        self.graphemes.is_empty()
    }

    pub fn graphemes(&self) -> &[String] {
        &self.graphemes
    }

    pub fn cursor(&self) -> usize {
        self.cursor
    }

    pub fn set(&mut self, text: &str) {
        self.graphemes.clear();
        self.cursor = 0;
        self.insert(text);
    }

    /// Inserts typed or pasted text; in a single line, line breaks become spaces.
    pub fn insert(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = if self.multiline { text } else { text.replace('\n', " ") };
        let before: String = self.graphemes.iter().take(self.cursor).map(String::as_str).collect();
        let after: String = self.graphemes.iter().skip(self.cursor).map(String::as_str).collect();
        // A combining mark joins the letter before it, so the whole is composed and cut anew.
        let head: String = format!("{before}{text}").nfc().collect();
        let whole: String = format!("{head}{after}").nfc().collect();
        self.graphemes = whole.graphemes(true).map(ToOwned::to_owned).collect();
        let mut left = head.len();
        self.cursor = self
            .graphemes
            .iter()
            .take_while(|grapheme| {
                let fits = left > 0;
                left = left.saturating_sub(grapheme.len());
                fits
            })
            .count();
    }

    pub fn backspace(&mut self) {
        if self.cursor > 0 {
            self.cursor -= 1;
            self.graphemes.remove(self.cursor);
        }
    }

    pub fn delete(&mut self) {
        if self.cursor < self.graphemes.len() {
            self.graphemes.remove(self.cursor);
        }
    }

    /// Removes the word before the cursor.
    pub fn delete_word(&mut self) {
        let blank = |grapheme: &String| grapheme.trim().is_empty();
        while self.cursor > 0 && self.graphemes.get(self.cursor - 1).is_some_and(blank) {
            self.backspace();
        }
        while self.cursor > 0 && !self.graphemes.get(self.cursor - 1).is_some_and(blank) {
            self.backspace();
        }
    }

    /// Removes what stands before the cursor in its line.
    pub fn delete_to_start(&mut self) {
        let end = self.cursor;
        self.home();
        self.graphemes.drain(self.cursor..end);
    }

    pub fn left(&mut self) {
        self.cursor = self.cursor.saturating_sub(1);
    }

    pub fn right(&mut self) {
        self.cursor = (self.cursor + 1).min(self.graphemes.len());
    }

    /// To the start of the line.
    pub fn home(&mut self) {
        while self.cursor > 0 && self.graphemes.get(self.cursor - 1).is_none_or(|grapheme| grapheme != "\n") {
            self.cursor -= 1;
        }
    }

    /// To the end of the line.
    pub fn end(&mut self) {
        while self.graphemes.get(self.cursor).is_some_and(|grapheme| grapheme != "\n") {
            self.cursor += 1;
        }
    }

    /// One written line up, keeping the column; false on the first line.
    pub fn up(&mut self) -> bool {
        let column = self.column();
        let mut start = self.cursor - column;
        if start == 0 {
            return false;
        }
        start -= 1;
        self.cursor = start;
        let length = self.column();
        self.cursor = start - length + column.min(length);
        true
    }

    /// One written line down, keeping the column; false on the last line.
    pub fn down(&mut self) -> bool {
        let column = self.column();
        let before = self.cursor;
        self.end();
        if self.cursor >= self.graphemes.len() {
            self.cursor = before;
            return false;
        }
        self.cursor += 1;
        for _ in 0..column {
            if self.graphemes.get(self.cursor).is_some_and(|grapheme| grapheme != "\n") {
                self.cursor += 1;
            }
        }
        true
    }

    fn column(&self) -> usize {
        self.graphemes.iter().take(self.cursor).rev().take_while(|grapheme| *grapheme != "\n").count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` is the cursor.
    #[track_caller]
    fn check(before: &str, act: impl Fn(&mut Editor), after: &str) {
        let (head, tail) = before.split_once('|').unwrap();
        let mut editor = Editor::new(&format!("{head}{tail}"), true);
        editor.cursor = head.nfc().collect::<String>().graphemes(true).count();
        act(&mut editor);
        let mut shown: Vec<&str> = editor.graphemes.iter().map(String::as_str).collect();
        shown.insert(editor.cursor, "|");
        assert_eq!(shown.concat(), after);
    }

    #[test]
    fn one_backspace_takes_one_letter_however_it_is_encoded() {
        check("Phẫu|", Editor::backspace, "Phẫ|");
        check("Pha\u{302}\u{303}|", Editor::backspace, "Ph|");
        check("王秀|英", Editor::backspace, "王|英");
    }

    #[test]
    fn telex_bursts_and_loose_marks_compose() {
        check("Nguye|n", |editor| editor.insert("\u{302}\u{303}"), "Nguyễ|n");
        check(
            "vie|",
            |editor| {
                editor.backspace();
                editor.insert("ệ");
                editor.insert("t");
            },
            "việt|",
        );
    }

    #[test]
    fn the_cursor_moves_by_line_and_keeps_its_column() {
        check("abc\nd|e\nfgh", |editor| assert!(editor.up()), "a|bc\nde\nfgh");
        check("abc|\nde\nfgh", |editor| assert!(editor.down()), "abc\nde|\nfgh");
        check("a|bc", |editor| assert!(!editor.up()), "a|bc");
        check("one two|", Editor::delete_word, "one |");
        check("one\ntwo thr|ee", Editor::delete_to_start, "one\n|ee");
        check("one\n|two", Editor::delete_to_start, "one\n|two");
    }

    #[test]
    fn a_single_line_takes_a_pasted_line_break_as_a_space() {
        let mut editor = Editor::new("", false);
        editor.insert("a\r\nb");
        assert_eq!(editor.text(), "a b");
    }
}
