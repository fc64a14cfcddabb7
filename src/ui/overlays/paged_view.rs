//! Drawing a heading and a page under it, of which a part is shown.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::text::Shown;
use crate::ui::model::Drawn;
use crate::ui::page::{Block, Role};
use crate::ui::theme::Theme;
use crate::ui::widgets::canvas::Canvas;
use crate::ui::widgets::{layout, line, spaces, span};

/// With fewer rows than this, blank lines are given up for text.
pub const SMALL: u16 = 10;

pub fn heading(theme: Theme, text: &str) -> Line<'static> {
    line(vec![spaces(1), span(theme, Role::Title, &Shown::line(text))])
}

pub fn paged(canvas: &mut Canvas<'_, '_>, area: Rect, title: &str, page: &[Block], scroll: usize) -> Drawn {
    let (theme, cells) = (canvas.theme, usize::from(area.width));
    let text = layout::lines(theme, page, cells);
    let top = if area.height < SMALL { 1 } else { 2 };
    let height = usize::from(area.height.saturating_sub(top));
    let rows = text.len();
    let first = scroll.min(rows.saturating_sub(height));
    canvas.put(Rect { height: 1, ..area }, vec![heading(theme, title)]);
    let body = Rect { y: area.y + top, height: area.height.saturating_sub(top), ..area };
    canvas.put(body, text.into_iter().skip(first).take(height).collect());
    Drawn::from(first, height, rows)
}
