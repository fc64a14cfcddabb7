//! Pieces of drawing: pages, tables, fields, pictures. They accept only text that is safe to show.

pub mod canvas;
pub mod halves;
pub mod layout;
pub mod picture;
pub mod table;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::text::Shown;
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
    Line::styled("─".repeat(cells), theme.style(Role::Muted))
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

/// The line with a background over its whole width.
pub fn filled(mut line: Line<'static>, cells: usize, style: Style) -> Line<'static> {
    let used = line.width();
    line.spans.push(spaces(cells.saturating_sub(used)));
    line.style(style)
}
