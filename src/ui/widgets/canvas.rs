//! What a drawing is done on: the model it reads, the theme, the frame.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::ui::model::Model;
use crate::ui::theme::Theme;
use crate::ui::widgets::picture::Pictures;

/// What a drawing needs to know and nothing more.
pub struct Canvas<'a, 'f> {
    pub model: &'a Model,
    pub theme: Theme,
    pub frame: &'a mut Frame<'f>,
    pub pictures: &'a mut Pictures,
}

impl Canvas<'_, '_> {
    pub fn put(&mut self, area: Rect, lines: Vec<Line<'static>>) {
        self.frame.render_widget(Paragraph::new(lines), area);
    }
}
