//! Drawing a heading and a page under it, of which a part is shown.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::text::Shown;
use crate::ui::model::{Drawn, Model};
use crate::ui::page::{Block, Role};
use crate::ui::theme::Theme;
use crate::ui::widgets::canvas::Canvas;
use crate::ui::widgets::{layout, spread};

/// With fewer rows than this, blank lines are given up for text.
pub const SMALL: u16 = 10;

pub fn heading(theme: Theme, text: &str, cells: usize, right: &str) -> Line<'static> {
    spread(
        theme,
        cells,
        &[(Role::Title, Shown::line(&format!(" {text}")))],
        &[(Role::Muted, Shown::line(&format!("{right} ")))],
    )
}

pub fn paged(canvas: &mut Canvas<'_, '_>, area: Rect, title: &str, page: &[Block], scroll: usize) -> Drawn {
    let (theme, cells) = (canvas.theme, usize::from(area.width));
    let text = layout::lines(theme, page, cells);
    let top = if area.height < SMALL { 1 } else { 2 };
    let height = usize::from(area.height.saturating_sub(top));
    let rows = text.len();
    let first = scroll.min(rows.saturating_sub(height));
    let position = position(canvas.model, first, height, rows);
    canvas.put(Rect { height: 1, ..area }, vec![heading(theme, title, cells, &position)]);
    let body = Rect { y: area.y + top, height: area.height.saturating_sub(top), ..area };
    canvas.put(body, text.into_iter().skip(first).take(height).collect());
    Drawn { height, rows }
}

fn position(model: &Model, first: usize, height: usize, rows: usize) -> String {
    if rows <= height {
        return String::new();
    }
    model.words.with(
        "lines-of",
        &[("from", (first + 1).into()), ("to", (first + height).min(rows).into()), ("of", rows.into())],
    )
}
