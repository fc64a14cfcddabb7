//! A page of blocks laid out for a width: lines ready to be drawn, of which a screen shows a part.

use ratatui::text::Line;

use crate::domain::text::Shown;
use crate::ui::page::{Block, Part, Role};
use crate::ui::theme::Theme;
use crate::ui::widgets::{empty, line, spaces, span, table};
use crate::ui::wrap::{pad, width, wrap};

/// Text to read is set at most this wide.
const READING: usize = 76;
/// Labels are set in a column of at most this width.
const LABELS: usize = 18;

/// The lines of the page, one cell of margin at the left.
pub fn lines(theme: Theme, page: &[Block], cells: usize) -> Vec<Line<'static>> {
    statements(theme, page, cells).0
}

/// How wide the labels of these blocks are set.
pub fn labels<'a>(page: impl Iterator<Item = &'a Block>, cells: usize) -> usize {
    let own = page.filter_map(|block| match block {
        Block::Fact(label, _) => Some(width(label.as_str())),
        _ => None,
    });
    own.max().unwrap_or(0).min(if room(cells) < 70 { 14 } else { LABELS })
}

fn room(cells: usize) -> usize {
    cells.saturating_sub(2).max(10)
}

/// The lines of a part of a page, whose labels are as wide as those of the rest.
pub fn labelled(theme: Theme, part: &[Block], cells: usize, labels: usize) -> Vec<Line<'static>> {
    laid(theme, part, cells, labels).0
}

/// The lines of the page, and at which of them each statement begins: what stands between two gaps.
pub fn statements(theme: Theme, page: &[Block], cells: usize) -> (Vec<Line<'static>>, Vec<usize>) {
    laid(theme, page, cells, labels(page.iter(), cells))
}

fn laid(theme: Theme, page: &[Block], cells: usize, labels: usize) -> (Vec<Line<'static>>, Vec<usize>) {
    let room = room(cells);
    let (mut out, mut starts) = (Vec::new(), vec![0]);
    for block in page {
        match block {
            Block::Gap => {
                out.push(empty());
                starts.push(out.len());
            }
            Block::Heading(text) => {
                out.extend(
                    wrap(text.as_str(), room)
                        .into_iter()
                        .map(|text| line(vec![spaces(1), span(theme, Role::Title, &text.into())])),
                );
            }
            Block::Says(part) => out.extend(says(theme, part, room.min(READING + 12))),
            Block::Prose(paragraphs) => {
                for paragraph in paragraphs {
                    out.extend(says(theme, &Part::value(paragraph.clone()), room.min(READING)));
                }
            }
            Block::Fact(label, part) => out.extend(fact(theme, label, part, labels, room)),
            Block::Table(table) => out.extend(table::lines(theme, table, room)),
        }
    }
    // Two gaps in a row, or one at the end, begin nothing.
    starts.retain(|start| out.get(*start).is_some_and(|line| line.width() > 0));
    (out, starts)
}

fn says(theme: Theme, part: &Part, room: usize) -> Vec<Line<'static>> {
    let text = part.text.as_str();
    let indent = text.chars().take_while(|character| *character == ' ').count().min(room / 2);
    let hang = if text.trim_start().starts_with("- ") { indent + 2 } else { indent };
    let mut lines = Vec::new();
    for (index, text) in wrap(text.trim_start(), room.saturating_sub(hang)).into_iter().enumerate() {
        let left = if index == 0 { indent } else { hang };
        lines.push(line(vec![spaces(1 + left), span(theme, part.role, &text.into())]));
    }
    lines
}

fn fact(theme: Theme, label: &Shown, part: &Part, labels: usize, room: usize) -> Vec<Line<'static>> {
    let value = room.saturating_sub(labels + 2).clamp(8, READING + 12);
    let labelled = wrap(label.as_str(), labels.max(4));
    let values = wrap(part.text.as_str(), value);
    let count = labelled.len().max(values.len());
    let at = |list: &[String], index: usize| list.get(index).cloned().unwrap_or_default();
    (0..count)
        .map(|index| {
            let label = Shown::from(pad(&at(&labelled, index), labels));
            line(vec![
                spaces(1),
                span(theme, Role::Label, &label),
                spaces(2),
                span(theme, part.role, &at(&values, index).into()),
            ])
        })
        .collect()
}
