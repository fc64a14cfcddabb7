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
    if lines.len() <= room {
        return lines;
    }
    lines.truncate(room);
    if let Some(last) = lines.last_mut() {
        let mut mark = mark_after(last);
        if last.width() + width(mark) > cells {
            // Right behind the letters: what is left of a name must not pass for another name.
            mark = mark.trim_start();
            let over = (last.width() + width(mark)).saturating_sub(cells);
            if let Some(text) = last.spans.last_mut().filter(|_| over > 0) {
                // One mark is enough.
                let cut = clip(&text.content, (width(&text.content) + 1).saturating_sub(over));
                text.content = cut.trim_end_matches('…').trim_end().to_owned().into();
            }
        }
        last.spans.push(span(theme, Role::Key, &mark.into()));
    }
    lines
}

/// What is left out is one sign after letters and two after Han, as each is written.
fn mark_after(line: &Line<'_>) -> &'static str {
    let text = line.spans.iter().rev().flat_map(|span| span.content.chars().rev());
    let last = text.into_iter().find(|letter| letter.is_alphanumeric());
    if last.is_some_and(|letter| width(letter.encode_utf8(&mut [0; 4])) > 1) { " ……" } else { " …" }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_marked_once_with_the_sign_of_its_script() {
        for (text, cells, expected) in [
            ("the first of many", 30, "the first of many …"),
            ("the first of many", 12, "the first o…"),
            ("còn thông trên CT", 12, "còn thông t…"),
            ("第一次讨论", 30, "第一次讨论 ……"),
            ("第一次讨论", 10, "第一次讨……"),
        ] {
            let theme = Theme::default();
            let lines = vec![line(vec![span(theme, Role::Value, &text.into())]), empty()];
            let fitted = fitting(theme, lines, 1, cells);
            assert_eq!(fitted.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
        }
    }
}
