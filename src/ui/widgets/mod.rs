//! Pieces of drawing: pages, tables, fields, pictures. They accept only text that is safe to show.

pub mod canvas;
pub mod halves;
pub mod layout;
pub mod picture;
pub mod table;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::text::Shown;
use crate::ui::model::{Drawn, Model};
use crate::ui::page::Role;
use crate::ui::theme::Theme;
use crate::ui::wrap::{clip, width};

/// Text in a role. The one place where text becomes something drawn.
pub fn span(theme: Theme, role: Role, text: &Shown) -> Span<'static> {
    Span::styled(text.as_str().to_owned(), theme.style(role))
}

pub fn spaces(count: usize) -> Span<'static> {
    Span::raw(" ".repeat(count))
}

pub fn empty() -> Line<'static> {
    Line::default()
}

pub fn line(spans: Vec<Span<'static>>) -> Line<'static> {
    Line::from(spans)
}

/// A thin rule over the whole width.
pub fn rule(theme: Theme, cells: usize) -> Line<'static> {
    Line::from(Span::styled("─".repeat(cells), theme.style(Role::Rule)))
}

/// A rule that says near its end which rows of how many are shown, and by which keys the others come.
pub fn rule_of(theme: Theme, cells: usize, model: &Model, drawn: Drawn) -> Line<'static> {
    if drawn.said || (drawn.rows <= drawn.height && drawn.turn.is_none()) {
        return rule(theme, cells);
    }
    let above = if drawn.first > 0 { "PgUp " } else { "" };
    let below = if drawn.last() < drawn.rows { "PgDn " } else { "" };
    let keys = Shown::line(&format!(" {above}{below}"));
    let args = [("from", (drawn.first + 1).into()), ("to", drawn.last().into()), ("of", drawn.rows.into())];
    let rows = Shown::line(&format!("{} ", model.words.with("shown-of", &args)));
    let used = width(keys.as_str()) + width(rows.as_str()) + 1;
    let mut spans = rule(theme, cells.saturating_sub(used)).spans;
    spans.extend([span(theme, Role::Key, &keys), span(theme, Role::Value, &rows)]);
    spans.extend(rule(theme, 1).spans);
    Line::from(spans)
}

/// Left and right on one line; the left gives way, with a mark.
pub fn spread(theme: Theme, cells: usize, left: &[(Role, Shown)], right: &[(Role, Shown)]) -> Line<'static> {
    let taken: usize = right.iter().map(|(_, text)| width(text.as_str())).sum();
    let mut room = cells.saturating_sub(taken + 1);
    let mut spans = Vec::new();
    for (role, text) in left {
        let text = Shown::line(&clip(text.as_str(), room));
        room -= width(text.as_str()).min(room);
        spans.push(span(theme, *role, &text));
    }
    spans.push(spaces(room + 1));
    spans.extend(right.iter().map(|(role, text)| span(theme, *role, text)));
    Line::from(spans)
}

/// As many lines as there is room for; a mark ends the last where there are more.
pub fn fitting(theme: Theme, mut lines: Vec<Line<'static>>, room: usize, cells: usize) -> Vec<Line<'static>> {
    const MARK: &str = " ……";
    if lines.len() <= room {
        return lines;
    }
    lines.truncate(room);
    if let Some(last) = lines.last_mut() {
        let over = (last.width() + width(MARK)).saturating_sub(cells);
        if let Some(text) = last.spans.last_mut().filter(|_| over > 0) {
            text.content = clip(&text.content, width(&text.content).saturating_sub(over)).into();
        }
        last.spans.push(span(theme, Role::Key, &MARK.into()));
    }
    lines
}

/// The line with a background over its whole width.
pub fn filled(mut line: Line<'static>, cells: usize, style: Style) -> Line<'static> {
    let used = line.width();
    line.spans.push(spaces(cells.saturating_sub(used)));
    line.style(style)
}

/// One row of two columns, the second of which begins after `cells`.
pub fn beside_one_another(mut left: Line<'static>, right: Line<'static>, cells: usize) -> Line<'static> {
    let used = left.width();
    left.spans.push(spaces(cells.saturating_sub(used)));
    left.spans.extend(right.spans);
    left
}
