//! Sections of a report as plain lines, for a pipe, a small terminal or a screen reader.

use crate::domain::text::Shown;
use crate::exchange::report::{Block, Fact, Section};

/// Headings at the margin, what stands under them indented; nothing in it is markup.
pub fn lines(sections: &[Section]) -> Vec<String> {
    let mut lines = Vec::new();
    for section in sections {
        lines.push(String::new());
        lines.push(section.heading.to_string());
        section.blocks.iter().for_each(|block| add(block, &mut lines));
    }
    lines
}

fn add(block: &Block, lines: &mut Vec<String>) {
    match block {
        Block::Heading(text) | Block::Note(text) => lines.push(format!("  {text}")),
        Block::Facts(facts) => facts.iter().for_each(|fact| add_fact(fact, lines)),
        Block::Paragraphs { lines: said, .. } => lines.extend(said.iter().map(|line| format!("    {line}"))),
        Block::Table(table) => {
            for row in &table.rows {
                let cells = table.head.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
                let cell = |(head, cell): (&Shown, &Vec<Shown>)| format!("{head}: {}", joined(cell));
                lines.push(format!("    {}", cells.map(cell).collect::<Vec<_>>().join(" · ")));
            }
        }
        Block::Image(picture) => lines.push(format!("    {}: {}", picture.instead, picture.caption)),
    }
}

fn add_fact(fact: &Fact, lines: &mut Vec<String>) {
    match fact.lines.as_slice() {
        [] => lines.push(format!("    {}:", fact.label)),
        [only] => lines.push(format!("    {}: {only}", fact.label)),
        many => {
            lines.push(format!("    {}:", fact.label));
            lines.extend(many.iter().map(|line| format!("      {line}")));
        }
    }
}

fn joined(lines: &[Shown]) -> String {
    lines.iter().map(Shown::as_str).collect::<Vec<_>>().join("; ")
}
