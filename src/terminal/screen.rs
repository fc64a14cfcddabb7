//! The screen: draws the model when something happened, and sends what looks different.

use std::io::{self, Stdout};

use ratatui::Terminal;
use ratatui::buffer::Buffer;

use crate::terminal::wire::Wire;
use crate::ui::model::Model;
use crate::ui::view::view;
use crate::ui::widgets::halves;
use crate::ui::widgets::picture::Pictures;

pub struct Screen {
    terminal: Terminal<Wire<Stdout>>,
    pictures: Pictures,
    /// What was drawn last.
    last: Buffer,
}

impl Screen {
    /// `images` is how pictures are drawn, as configured. The terminal was just cleared.
    pub fn new(images: &str) -> io::Result<Self> {
        let terminal = Terminal::new(Wire::new(io::stdout()))?;
        Ok(Screen { terminal, pictures: Pictures::new(images, cell()), last: Buffer::default() })
    }

    pub fn size(&self) -> io::Result<(u16, u16)> {
        self.terminal.size().map(|size| (size.width, size.height))
    }

    pub fn draw(&mut self, model: &mut Model) -> io::Result<()> {
        let (last, pictures) = (&self.last, &mut self.pictures);
        let mut drawn = model.drawn;
        let frame = self.terminal.draw(|frame| {
            drawn = view(model, pictures, frame);
            halves::refresh(last, frame.buffer_mut());
        })?;
        self.last.clone_from(frame.buffer);
        model.drawn = drawn;
        Ok(())
    }

    /// Forgets what is there, so that the next draw draws all of it. (`Terminal::clear` would ask the terminal where
    /// its cursor is, and the answer would go to the thread that reads the keyboard.)
    pub fn forget(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }
}

/// The size of a character cell in pixels, where the terminal's driver knows it.
fn cell() -> (u16, u16) {
    match crossterm::terminal::window_size() {
        Ok(size) if size.width > 0 && size.height > 0 && size.columns > 0 && size.rows > 0 => {
            (size.width / size.columns, size.height / size.rows)
        }
        _ => (10, 20),
    }
}
