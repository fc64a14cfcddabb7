//! Tables: columns as wide as they need, shrunk fairly when there is no room, cells wrapped and never cut.

use ratatui::text::Line;

use crate::domain::text::Shown;
use crate::ui::page::{Part, Role, Table};
use crate::ui::theme::Theme;
use crate::ui::widgets::{line, spaces, span};
use crate::ui::wrap::{longest_piece, pad, width, wrap};

const BETWEEN: usize = 2;
/// A cell of more lines is a thread of single words: the row is then set as a block.
const TALLEST: usize = 6;
/// A longer word than this is broken rather than a table given up.
const LONGEST_WORD: usize = 20;

pub fn lines(theme: Theme, table: &Table, room: usize) -> Vec<Line<'static>> {
    let mark = table.rows.iter().any(|row| row.selected);
    let room = room.saturating_sub(if mark { 2 } else { 0 });
    let (natural, least) = (natural(table), least(table));
    let columns = shrunk(&natural, &least, room);
    if total(&columns) > room || tallest(table, &columns) > TALLEST {
        return stacked(theme, table, room);
    }
    let mut out = Vec::new();
    if !table.head.is_empty() {
        let head: Vec<Part> = table.head.iter().map(|text| Part::new(Role::Label, text.clone())).collect();
        out.extend(row(theme, &head, &columns, mark, false));
    }
    for one in &table.rows {
        out.extend(row(theme, &one.cells, &columns, mark, one.selected));
    }
    out
}

/// The width that each column would like; a column without any content takes none.
fn natural(table: &Table) -> Vec<usize> {
    let count = table.rows.iter().map(|row| row.cells.len()).chain([table.head.len()]).max().unwrap_or(0);
    (0..count)
        .map(|column| {
            let cells = table
                .rows
                .iter()
                .filter_map(|row| row.cells.get(column))
                .map(|cell| width(cell.text.as_str()))
                .max()
                .unwrap_or(0);
            let head = table.head.get(column).map_or(0, |head| width(head.as_str()));
            if cells == 0 { 0 } else { cells.max(head) }
        })
        .collect()
}

/// The width below which a column would cut a word, a date or a number with its unit.
fn least(table: &Table) -> Vec<usize> {
    let count = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(table.head.len());
    (0..count)
        .map(|column| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
            let heads = table.head.get(column).map_or(0, |head| longest_piece(head.as_str()));
            cells
                .map(|cell| longest_piece(cell.text.as_str()))
                .max()
                .unwrap_or(0)
                .max(heads)
                .min(LONGEST_WORD)
        })
        .collect()
}

/// Lines of the tallest cell when columns are this wide.
fn tallest(table: &Table, columns: &[usize]) -> usize {
    let cells = table.rows.iter().flat_map(|row| row.cells.iter().zip(columns));
    cells
        .filter(|(_, wide)| **wide > 0)
        .map(|(cell, wide)| wrap(cell.text.as_str(), *wide).len())
        .max()
        .unwrap_or(0)
}

fn total(columns: &[usize]) -> usize {
    let shown = columns.iter().filter(|cells| **cells > 0).count();
    columns.iter().sum::<usize>() + BETWEEN * shown.saturating_sub(1)
}

/// Takes from the widest columns, none below its least, until the whole fits or nothing can give.
fn shrunk(natural: &[usize], least: &[usize], room: usize) -> Vec<usize> {
    let mut columns = natural.to_vec();
    while total(&columns) > room {
        let giving = columns.iter_mut().zip(least).filter(|(cells, least)| **cells > **least);
        let Some((widest, _)) = giving.max_by_key(|(cells, _)| **cells) else { break };
        *widest -= 1;
    }
    columns
}

/// Where columns cannot stand side by side: each row as a block, each cell under its heading.
fn stacked(theme: Theme, table: &Table, room: usize) -> Vec<Line<'static>> {
    let labels = table.head.iter().map(|head| width(head.as_str())).max().unwrap_or(0).min(room / 3);
    let mut out = Vec::new();
    for one in &table.rows {
        for (index, cell) in one.cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty()) {
            let label = table.head.get(index).map_or("", Shown::as_str);
            let mark = if one.selected && index == 0 { "> " } else { "  " };
            for (number, text) in
                wrap(cell.text.as_str(), room.saturating_sub(labels + 4)).into_iter().enumerate()
            {
                let head = if number == 0 { pad(label, labels) } else { " ".repeat(labels) };
                let mark = if number == 0 { mark } else { "  " };
                let role = if index == 0 && cell.role == Role::Value { Role::Title } else { cell.role };
                let parts = [
                    (Role::Key, mark.to_owned()),
                    (Role::Label, head),
                    (Role::Value, "  ".to_owned()),
                    (role, text),
                ];
                let mut spans = vec![spaces(1)];
                spans.extend(parts.into_iter().map(|(role, text)| span(theme, role, &text.into())));
                out.push(line(spans));
            }
        }
    }
    out
}

fn row(theme: Theme, cells: &[Part], columns: &[usize], mark: bool, selected: bool) -> Vec<Line<'static>> {
    let wrapped: Vec<Vec<String>> = columns
        .iter()
        .enumerate()
        .map(|(column, cells_wide)| match cells.get(column) {
            Some(cell) if *cells_wide > 0 => wrap(cell.text.as_str(), *cells_wide),
            _ => vec![String::new()],
        })
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(1);
    (0..height)
        .map(|index| {
            let mut spans = vec![spaces(1)];
            if mark {
                let sign = if selected && index == 0 { "> " } else { "  " };
                spans.push(span(theme, Role::Key, &sign.into()));
            }
            for (column, cells_wide) in columns.iter().enumerate() {
                if *cells_wide == 0 {
                    continue;
                }
                let text = wrapped.get(column).and_then(|lines| lines.get(index)).map_or("", String::as_str);
                let role = cells.get(column).map_or(Role::Value, |cell| cell.role);
                let role = if selected && role == Role::Value { Role::Title } else { role };
                spans.push(span(theme, role, &text.into()));
                spans.push(spaces(cells_wide.saturating_sub(width(text)) + BETWEEN));
            }
            line(spans)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::page::Row;

    #[test]
    fn columns_that_cannot_stand_side_by_side_are_stacked_and_a_date_is_never_cut() {
        let table = Table {
            head: vec!["what".into(), "due".into(), "who".into()],
            rows: vec![Row::new(vec![
                Part::value("endoscopy"),
                Part::value("24-Nov-2026"),
                Part::value("radiology"),
            ])],
        };
        let text: Vec<String> = lines(Theme::Mono, &table, 24).iter().map(ToString::to_string).collect();
        assert!(text.iter().any(|line| line.contains("due") && line.contains("24-Nov-2026")), "{text:?}");
        assert!(text.iter().all(|line| width(line) <= 25), "{text:?}");
    }

    #[test]
    fn a_sentence_is_not_set_as_a_thread_of_single_words() {
        let long = "portal vein patency on the thin slices of the last scan, as asked by the chair";
        let row =
            Row::new(vec![Part::value(long), Part::value("result pending"), Part::value("24-Nov-2026")]);
        let table = Table { head: vec!["what".into(), "why".into(), "due".into()], rows: vec![row] };
        let text: Vec<String> = lines(Theme::Mono, &table, 32).iter().map(ToString::to_string).collect();
        assert!(text.iter().any(|line| line.contains("portal vein patency")), "{text:?}");
    }

    #[test]
    fn a_table_too_wide_wraps_its_widest_column_and_loses_nothing() {
        let table = Table {
            head: vec!["a".into(), "b".into()],
            rows: vec![Row::new(vec![Part::value("one"), Part::value("a long text that needs room")])],
        };
        let text: Vec<String> = lines(Theme::Mono, &table, 20).iter().map(ToString::to_string).collect();
        assert!(text.iter().all(|line| width(line.trim_end()) <= 21), "{text:?}");
        let words = text.join(" ");
        for word in ["one", "long", "needs", "room"] {
            assert!(words.contains(word), "{words}");
        }
    }
}
