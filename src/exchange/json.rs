//! A report as JSON, for programs: `{"schema_version": 1, "profile": …, "report": …}`.

use serde_json::{Value, json};

use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::exchange::report::{Block, Fact, Report};

pub fn json(report: &Report) -> String {
    let sections: Vec<Value> = report
        .sections
        .iter()
        .map(|section| {
            let blocks: Vec<Value> = section.blocks.iter().map(block).collect();
            json!({ "heading": section.heading.as_str(), "blocks": blocks })
        })
        .collect();
    let document = json!({
        "schema_version": 1,
        "profile": report.profile.word(),
        "report": {
            "lang": report.lang.code(),
            "title": report.title.as_str(),
            "notices": texts(&report.notices),
            "banner": report.banner.as_ref().map(Shown::as_str),
            "facts": facts(&report.facts),
            "sections": sections,
            "anchor": facts(&report.anchor),
        }
    });
    format!("{document:#}\n")
}

fn texts(lines: &[Shown]) -> Vec<&str> {
    lines.iter().map(Shown::as_str).collect()
}

fn facts(facts: &[Fact]) -> Vec<Value> {
    facts.iter().map(|fact| json!({ "label": fact.label.as_str(), "lines": texts(&fact.lines) })).collect()
}

fn block(block: &Block) -> Value {
    match block {
        Block::Heading(heading) => json!({ "kind": "heading", "text": heading.as_str() }),
        Block::Facts(list) => json!({ "kind": "facts", "facts": facts(list) }),
        Block::Paragraphs { lang, lines } => {
            json!({ "kind": "paragraphs", "lang": lang, "lines": texts(lines) })
        }
        Block::Table(table) => {
            let rows: Vec<Vec<Vec<&str>>> =
                table.rows.iter().map(|row| row.iter().map(|cell| texts(cell)).collect()).collect();
            json!({ "kind": "table", "head": texts(&table.head), "rows": rows })
        }
        Block::Note(note) => json!({ "kind": "note", "text": note.as_str() }),
        Block::Image(picture) => json!({ "kind": "image", "caption": picture.caption.as_str() }),
    }
}
