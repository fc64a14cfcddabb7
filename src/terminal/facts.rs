//! What the terminal says about itself, without changing anything in it.

/// Columns and rows; none where there is no terminal.
pub fn size() -> Option<(u16, u16)> {
    crossterm::terminal::size().ok()
}
