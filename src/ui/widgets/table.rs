//! Tables: columns as wide as they need, shrunk fairly when there is no room, cells wrapped and never cut.

use ratatui::text::Line;

use crate::domain::text::Shown;
use crate::ui::page::{Part, Role, Table};
use crate::ui::theme::Theme;
use crate::ui::widgets::{line, spaces, span};
use crate::ui::wrap::{pad, width, wrap};

const BETWEEN: usize = 2;

pub fn lines(theme: Theme, table: &Table, room: usize) -> Vec<Line<'static>> {
    let mark = table.rows.iter().any(|row| row.selected);
    let room = room.saturating_sub(if mark { 2 } else { 0 });
    let columns = shrunk(&natural(table), room);
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

/// Takes from the widest columns until the whole fits.
fn shrunk(natural: &[usize], room: usize) -> Vec<usize> {
    let mut columns = natural.to_vec();
    let used = |columns: &[usize]| {
        let shown = columns.iter().filter(|cells| **cells > 0).count();
        columns.iter().sum::<usize>() + BETWEEN * shown.saturating_sub(1)
    };
    while used(&columns) > room {
        let Some(widest) = columns.iter_mut().max() else { break };
        if *widest <= 6 {
            break;
        }
        *widest -= 1;
    }
    columns
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
                spans.push(span(theme, role, &Shown::from(pad(text, *cells_wide))));
                spans.push(spaces(BETWEEN));
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
