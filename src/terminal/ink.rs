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

    /// The plainest that looks the same on a blank.
    pub fn of_blank(self) -> Self {
        let modifier = self.modifier.intersection(SEEN_ON_BLANK);
        let ink = if modifier.is_empty() { Color::Reset } else { self.ink };
        Look { ink, paper: self.paper, modifier }
    }

    /// Everything anew, or what differs, whichever is shorter.
    pub fn put(self, before: Option<Look>, out: &mut Vec<u8>) {
        let mut anew: Vec<String> = Vec::new();
        if before != Some(Look::default()) && self != Look::default() {
            anew.push("0".into());
        }
        anew.extend(codes(self.modifier));
        anew.extend(self.ink());
        anew.extend(self.paper());
        let anew = anew.join(";");
        let shorter = before.and_then(|before| self.differs(before)).filter(|codes| codes.len() < anew.len());
        out.extend_from_slice(format!("\x1b[{}m", shorter.unwrap_or(anew)).as_bytes());
    }

    /// The codes that turn `before` into this look; none where an attribute must be switched off, for which no code is
    /// sent here.
    fn differs(self, before: Look) -> Option<String> {
        let mut differs: Vec<String> = Vec::new();
        if !self.modifier.contains(before.modifier) {
            return None;
        }
        differs.extend(codes(self.modifier.difference(before.modifier)));
        // Their numbers depend on whether text is bold.
        let is_same = self.modifier == before.modifier;
        if self.ink != before.ink || !is_same && self.ink != Color::Reset {
            differs.push(self.ink().unwrap_or_else(|| "39".into()));
        }
        if self.paper != before.paper {
            differs.push(self.paper().unwrap_or_else(|| "49".into()));
        }
        Some(differs.join(";"))
    }

    fn ink(self) -> Option<String> {
        // By their own numbers, some terminals make them bright where text is bold.
        let is_bold = self.modifier.contains(Modifier::BOLD);
        match number(self.ink) {
            Some(number @ 0..=7) if !is_bold => Some(format!("3{number}")),
            _ => colour(self.ink, 38),
        }
    }

    fn paper(self) -> Option<String> {
        match number(self.paper) {
            Some(number @ 0..=7) => Some(format!("4{number}")),
            _ => colour(self.paper, 48),
        }
    }
}

fn codes(modifiers: Modifier) -> impl Iterator<Item = String> {
    MODIFIERS.iter().filter(move |(one, _)| modifiers.contains(*one)).map(|(_, code)| code.to_string())
}

fn colour(colour: Color, kind: u8) -> Option<String> {
    match colour {
        Color::Rgb(red, green, blue) => Some(format!("{kind};2;{red};{green};{blue}")),
        colour => number(colour).map(|number| format!("{kind};5;{number}")),
    }
}

/// The place in the palette.
fn number(colour: Color) -> Option<u8> {
    let number = match colour {
        Color::Reset | Color::Rgb(..) => return None,
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
    Some(number)
}
