//! A report as Markdown that reads well unrendered; whatever would be markup in it is escaped.

use crate::domain::text::Shown;
use crate::exchange::report::{Block, Fact, Report, Table};

pub fn markdown(report: &Report) -> String {
    let mut page = Page::default();
    page.heading(1, &report.title);
    page.notices(&report.notices);
    if let Some(banner) = &report.banner {
        page.paragraph(&[format!("**{}**", escaped(banner))]);
    }
    page.facts(&report.facts);
    for section in &report.sections {
        page.heading(2, &section.heading);
        for block in &section.blocks {
            page.block(block);
        }
    }
    if !report.anchor.is_empty() {
        page.paragraph(&["---".to_owned()]);
        page.facts(&report.anchor);
    }
    page.notices(&report.notices);
    page.0
}

#[derive(Default)]
struct Page(String);

impl Page {
    /// Lines that stay lines, then an empty one.
    fn paragraph(&mut self, lines: &[String]) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(&lines.join("\\\n"));
        self.0.push('\n');
    }

    fn heading(&mut self, level: usize, text: &Shown) {
        self.paragraph(&[format!("{} {}", "#".repeat(level), escaped(text))]);
    }

    fn notices(&mut self, notices: &[Shown]) {
        let lines: Vec<String> = notices.iter().map(|one| format!("> **{}**", escaped(one))).collect();
        if !lines.is_empty() {
            self.paragraph(&[lines.join("\n>\n")]);
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        let mut lines = Vec::new();
        for fact in facts {
            let label = escaped(&fact.label);
            match fact.lines.as_slice() {
                [] => lines.push(format!("- **{label}:**")),
                [only] => lines.push(format!("- **{label}:** {}", escaped(only))),
                many => {
                    lines.push(format!("- **{label}:**"));
                    let said = many.iter().filter(|line| !line.as_str().trim().is_empty());
                    lines.extend(said.map(|line| format!("  - {}", escaped(line))));
                }
            }
        }
        if !lines.is_empty() {
            self.paragraph(&[lines.join("\n")]);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(3, heading),
            Block::Facts(facts) => self.facts(facts),
            Block::Paragraphs { lines, .. } => {
                for paragraph in lines.split(|line| line.as_str().trim().is_empty()) {
                    if !paragraph.is_empty() {
                        self.paragraph(&paragraph.iter().map(escaped).collect::<Vec<_>>());
                    }
                }
            }
            Block::Table(table) => self.table(table),
            Block::Note(note) => self.paragraph(&[format!("*{}*", escaped(note))]),
            Block::Image(picture) => {
                let text = format!("*{}: {}*", escaped(&picture.instead), escaped(&picture.caption));
                self.paragraph(&[text]);
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let cell = |lines: &Vec<Shown>| lines.iter().map(escaped).collect::<Vec<_>>().join("<br>");
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let mut lines = vec![
            row(table.head.iter().map(escaped).collect()),
            row(table.head.iter().map(|_| "---".to_owned()).collect()),
        ];
        lines.extend(table.rows.iter().map(|cells| row(cells.iter().map(cell).collect())));
        self.paragraph(&[lines.join("\n")]);
    }
}

/// Text that renders as itself: no markup, no raw HTML, no link, no code block, no list that nobody wrote.
///
/// Nothing is escaped that would render as itself anyway: people read the file unrendered too, and `<5` or `1.10`
/// must look as it was written.
fn escaped(text: &Shown) -> String {
    let raw = text.as_str().trim_end_matches(' ');
    let body = raw.trim_start_matches(' ');
    // Four leading spaces would make a code block; spaces that do not break keep the indent.
    let mut out = "\u{a0}".repeat(raw.len() - body.len());
    let digits = body.chars().take_while(char::is_ascii_digit).count();
    let mut characters = body.chars().enumerate().peekable();
    while let Some((index, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let is_marker = next.is_none_or(|next| next == ' ');
        let escapes = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '|' | '~' | '$' | '@' => true,
            '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
            '&' => next.is_some_and(|next| next.is_ascii_alphabetic() || next == '#'),
            '>' => index == 0,
            '#' => index == 0 || is_marker,
            '-' | '+' | '=' => index == 0 && (is_marker || next == Some(character)),
            '.' | ')' => index > 0 && index == digits && is_marker,
            _ => false,
        };
        if escapes {
            out.push('\\');
        }
        out.push(character);
    }
    out.replace("://", "\\://").replace("www.", "www\\.").replace("WWW.", "WWW\\.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        assert_eq!(escaped(&Shown::line(raw)), expected);
    }

    #[test]
    fn text_that_would_be_markup_renders_as_itself() {
        check("<script>alert(1)</script>", "\\<script>alert(1)\\</script>");
        check("<5 cm, 1.10, -3", "<5 cm, 1.10, -3");
        check("> quote", "\\> quote");
        check("---", "\\---");
        check("&lt;", "\\&lt;");
        check("a|b", "a\\|b");
        check("# 1", "\\# 1");
        check("1. first", "1\\. first");
        check("- minus", "\\- minus");
        check("AFP 412 -> 0.5 (2026)", "AFP 412 -> 0.5 (2026)");
        check("[x](https://example.org)", "\\[x\\](https\\://example.org)");
        check("    code", "\u{a0}\u{a0}\u{a0}\u{a0}code");
    }

    #[test]
    fn what_a_dose_depends_on_stays_apart() {
        check("dose 5\t10 mg", "dose 5    10 mg");
        check("5\u{202e}10", "5\u{fffd}10");
    }
}
