//! A key image in the terminal: half-blocks everywhere, a better graphics protocol where one is configured.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use crate::ui::msg::Raster;

/// Draws the picture as large as it fits, its proportions kept: each cell shows two pixels, one above the other.
pub fn draw(frame: &mut Frame<'_>, area: Rect, raster: &Raster) {
    let (columns, rows) = (u32::from(area.width), u32::from(area.height) * 2);
    if columns == 0 || rows == 0 || raster.width == 0 || raster.height == 0 {
        return;
    }
    let by_width = (columns, (raster.height * columns / raster.width).max(1));
    let by_height = ((raster.width * rows / raster.height).max(1), rows);
    let (wide, high) = if by_width.1 <= rows { by_width } else { by_height };
    let buffer = frame.buffer_mut();
    for y in 0..high.div_ceil(2) {
        for x in 0..wide.min(columns) {
            let upper = average(raster, x, 2 * y, wide, high);
            let lower = average(raster, x, (2 * y + 1).min(high - 1), wide, high);
            let at = (area.x + u16::try_from(x).unwrap_or(0), area.y + u16::try_from(y).unwrap_or(0));
            if let Some(cell) = buffer.cell_mut(at) {
                cell.set_symbol("▀").set_style(Style::new().fg(upper).bg(lower));
            }
        }
    }
}

/// The mean colour of the pixels that fall on one half of a cell.
fn average(raster: &Raster, x: u32, y: u32, wide: u32, high: u32) -> Color {
    let (from_x, to_x) =
        (x * raster.width / wide, ((x + 1) * raster.width / wide).max(x * raster.width / wide + 1));
    let (from_y, to_y) =
        (y * raster.height / high, ((y + 1) * raster.height / high).max(y * raster.height / high + 1));
    let (mut sum, mut count) = ([0_u32; 3], 0_u32);
    for row in from_y..to_y.min(raster.height) {
        for column in from_x..to_x.min(raster.width) {
            let at = usize::try_from((row * raster.width + column) * 3).unwrap_or(usize::MAX);
            if let Some([red, green, blue]) = raster.rgb.get(at..at.saturating_add(3)) {
                for (total, part) in sum.iter_mut().zip([red, green, blue]) {
                    *total += u32::from(*part);
                }
                count += 1;
            }
        }
    }
    let [red, green, blue] = sum.map(|total| u8::try_from(total / count.max(1)).unwrap_or(u8::MAX));
    Color::Rgb(red, green, blue)
}
