//! Drawing the curtain: the board's name and how to go on, and nothing of any patient.

use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use crate::domain::text::Shown;
use crate::ui::model::Drawn;
use crate::ui::page::Role;
use crate::ui::widgets::canvas::Canvas;
use crate::ui::widgets::{line, spaces, span};
use crate::ui::wrap::{width, wrap};

pub fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) -> Drawn {
    let (model, theme) = (canvas.model, canvas.theme);
    canvas.frame.render_widget(Clear, area);
    let style = theme.style(Role::Value);
    canvas.frame.buffer_mut().set_style(area, style);
    let board = model.board().and_then(|board| board.name.as_ref());
    let board = board.map_or("tumorboard", |name| name.as_str()).to_owned();
    let mut said = vec![(Role::Title, board)];
    if model.is_demo() {
        said.push((Role::Attention, model.words.get("demo")));
    }
    said.push((Role::Value, model.words.get("curtain-lift")));
    if model.would_lose() {
        said.push((Role::Danger, model.words.get("curtain-unsaved")));
    }
    let cells = usize::from(area.width);
    let mut text = Vec::new();
    for (role, words) in said {
        for row in wrap(Shown::line(&words).as_str(), cells.saturating_sub(2)) {
            let before = cells.saturating_sub(width(&row)) / 2;
            text.push(line(vec![spaces(before), span(theme, role, &row.into())]));
        }
        text.push(line(Vec::new()));
    }
    let high = u16::try_from(text.len()).unwrap_or(area.height).min(area.height);
    let y = area.y + (area.height - high) / 2;
    canvas.put(Rect { y, height: high, ..area }, text);
    Drawn::default()
}
