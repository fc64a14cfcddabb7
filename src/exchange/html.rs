//! A report as one self-contained page: no script, nothing fetched, its head repeated on every printed page.

use maud::{DOCTYPE, Markup, PreEscaped, html as markup};
use sha2::{Digest, Sha256};

use crate::domain::text::Shown;
use crate::exchange::base64;
use crate::exchange::report::{Block, Fact, Images, Picture, Report, Table};

const STYLE: &str = include_str!("report.css");

/// Only this page's own style sheet, known by its digest, and pictures inside the page.
fn policy() -> String {
    let digest = base64::encode(&Sha256::digest(STYLE.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

pub fn html(report: &Report, images: &Images) -> String {
    let page = markup! {
        (DOCTYPE)
        html lang=(report.lang.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (report.title.as_str()) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                // Browsers repeat a table's head on every printed page, and nothing else reliably.
                table.page role="presentation" {
                    thead { tr { td { (running_head(report)) } } }
                    tbody { tr { td { main {
                        h1 { (report.title.as_str()) }
                        (facts(&report.facts))
                        @for section in &report.sections {
                            section {
                                h2 { (section.heading.as_str()) }
                                @for one in &section.blocks { (block(one, images)) }
                            }
                        }
                        @if !report.anchor.is_empty() { footer { (facts(&report.anchor)) } }
                    } } } }
                }
            }
        }
    };
    page.into_string()
}

fn running_head(report: &Report) -> Markup {
    markup! {
        header {
            @for notice in &report.notices { p.notice { (notice.as_str()) } }
            @if let Some(banner) = &report.banner { p.banner { (banner.as_str()) } }
        }
    }
}

fn facts(facts: &[Fact]) -> Markup {
    markup! {
        dl {
            @for fact in facts {
                div {
                    dt { (fact.label.as_str()) }
                    dd { (lines(&fact.lines)) }
                }
            }
        }
    }
}

fn lines(lines: &[Shown]) -> Markup {
    markup! {
        @for (index, line) in lines.iter().enumerate() {
            @if index > 0 { br; }
            (line.as_str())
        }
    }
}

fn block(block: &Block, images: &Images) -> Markup {
    match block {
        Block::Heading(heading) => markup! { h3 { (heading.as_str()) } },
        Block::Facts(list) => facts(list),
        Block::Paragraphs { lang, lines: all } => markup! {
            @for paragraph in all.split(|line| line.as_str().trim().is_empty()) {
                @if !paragraph.is_empty() { p lang=[lang.as_deref()] { (lines(paragraph)) } }
            }
        },
        Block::Table(table) => table_of(table),
        Block::Note(note) => markup! { p.note { (note.as_str()) } },
        Block::Image(picture) => figure(picture, images),
    }
}

fn table_of(table: &Table) -> Markup {
    markup! {
        table.data {
            thead { tr { @for head in &table.head { th scope="col" { (head.as_str()) } } } }
            tbody {
                @for row in &table.rows {
                    tr { @for cell in row { td { (lines(cell)) } } }
                }
            }
        }
    }
}

fn figure(picture: &Picture, images: &Images) -> Markup {
    let source = images.get(&picture.file).and_then(|bytes| data_uri(bytes));
    markup! {
        figure {
            @match source {
                Some(source) => img src=(source) alt=(picture.caption.as_str());,
                None => p.note { (picture.instead.as_str()) },
            }
            figcaption { (picture.caption.as_str()) }
        }
    }
}

/// Only what is a PNG or a JPEG by its first bytes; a drawing that could hold a script is not.
fn data_uri(bytes: &[u8]) -> Option<String> {
    let kind = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        "image/png"
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        "image/jpeg"
    } else {
        return None;
    };
    Some(format!("data:{kind};base64,{}", base64::encode(bytes)))
}
