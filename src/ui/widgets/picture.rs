//! A key image in the terminal: half-blocks everywhere, a better graphics protocol where one is configured.

use image::{DynamicImage, RgbImage};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Style};
use ratatui_image::picker::{Picker, ProtocolType};
use ratatui_image::protocol::Protocol;
use ratatui_image::{Image, Resize};

use crate::ui::msg::{Picture, Raster};

/// Pictures as the terminal's own graphics want them; disposable, made once for each size.
#[derive(Default)]
pub struct Pictures {
    picker: Option<Picker>,
    made: Vec<((String, u16, u16), Protocol)>,
}

/// Few pictures are on a screen at a time; older ones are made anew.
const KEPT: usize = 8;

impl Pictures {
    /// `protocol` as configured: `kitty`, `iterm2` or `sixel`; anything else draws half-blocks. `cell` is the
    /// size of a character cell in pixels.
    pub fn new(protocol: &str, cell: (u16, u16)) -> Self {
        let kind = match protocol {
            "kitty" => ProtocolType::Kitty,
            "iterm2" => ProtocolType::Iterm2,
            "sixel" => ProtocolType::Sixel,
            _ => return Pictures::default(),
        };
        #[expect(
            deprecated,
            reason = "the other way asks the terminal, whose answer could be taken for keys"
        )]
        let mut picker = Picker::from_fontsize(cell.into());
        picker.set_protocol_type(kind);
        Pictures { picker: Some(picker), made: Vec::new() }
    }

    /// By the digest of its bytes: two cases may give two pictures the same name.
    fn protocol(&mut self, sha256: &str, area: Rect, raster: &Raster) -> Option<&Protocol> {
        let key = (sha256.to_owned(), area.width, area.height);
        if !self.made.iter().any(|(known, _)| *known == key) {
            let pixels = RgbImage::from_raw(raster.width, raster.height, raster.rgb.clone())?;
            let size = Size { width: area.width, height: area.height };
            let made = self
                .picker
                .as_ref()?
                .new_protocol(DynamicImage::ImageRgb8(pixels), size, Resize::Scale(None))
                .ok()?;
            self.made.truncate(KEPT - 1);
            self.made.insert(0, (key.clone(), made));
        }
        self.made.iter().find(|(known, _)| *known == key).map(|(_, protocol)| protocol)
    }
}

/// Draws the picture by the terminal's graphics where one is configured, else in half-blocks. Says how many rows it took.
pub fn show(frame: &mut Frame<'_>, area: Rect, picture: &Picture, pictures: &mut Pictures) -> u16 {
    let Ok(raster) = &picture.raster else { return 0 };
    let made = picture.sha256.as_ref().and_then(|sha256| pictures.protocol(sha256, area, raster));
    match made {
        Some(protocol) => {
            frame.render_widget(Image::new(protocol), area);
            protocol.size().height.min(area.height)
        }
        None => draw(frame, area, raster),
    }
}

/// Draws the picture as large as it fits, its proportions kept: each cell shows two pixels, one above the other.
fn draw(frame: &mut Frame<'_>, area: Rect, raster: &Raster) -> u16 {
    let (columns, rows) = (u32::from(area.width), u32::from(area.height) * 2);
    if columns == 0 || rows == 0 || raster.width == 0 || raster.height == 0 {
        return 0;
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
    u16::try_from(high.div_ceil(2)).unwrap_or(area.height)
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
