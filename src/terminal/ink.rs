//! How text looks, and what a terminal is told so that it does.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What of a look can be seen where there is no letter.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

const MODIFIERS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// How text looks. No theme has a colour for underlines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    ink: Color,
    paper: Color,
    modifier: Modifier,
}

impl Look {
    pub fn of(cell: &Cell) -> Self {
        Look { ink: cell.fg, paper: cell.bg, modifier: cell.modifier }
    }

    /// The same, as far as it can be seen on a blank.
    pub fn on_blank(self) -> (Color, Modifier) {
        let modifier = self.modifier.intersection(SEEN_ON_BLANK);
        // Reversed, the ground has the colour of the letters.
        let is_reversed = modifier.contains(Modifier::REVERSED);
        (if is_reversed { self.ink } else { self.paper }, modifier)
    }

    pub fn put(self, before: Option<Look>, out: &mut Vec<u8>) {
        let mut codes: Vec<String> = Vec::new();
        if before != Some(Look::default()) && self != Look::default() {
            codes.push("0".into());
        }
        let set = MODIFIERS.iter().filter(|(modifier, _)| self.modifier.contains(*modifier));
        codes.extend(set.map(|(_, code)| code.to_string()));
        codes.extend(colour(self.ink, 38));
        codes.extend(colour(self.paper, 48));
        out.extend_from_slice(format!("\x1b[{}m", codes.join(";")).as_bytes());
    }
}

/// The sixteen of the palette by their number: as names, some terminals make them bright where text is bold.
fn colour(colour: Color, kind: u8) -> Option<String> {
    let number = match colour {
        Color::Reset => return None,
        Color::Rgb(red, green, blue) => return Some(format!("{kind};2;{red};{green};{blue}")),
        Color::Indexed(number) => number,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    Some(format!("{kind};5;{number}"))
}
