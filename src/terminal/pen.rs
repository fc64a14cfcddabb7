//! The terminal's pen: where it stands and how it writes, moved and changed in as few bytes as it takes.

use std::fmt::Arguments;
use std::io::Write;

use ratatui::buffer::{Cell, CellWidth};

use crate::terminal::ink::Look;

/// Up to so many cells are sent again rather than jumped over: a jump takes four bytes, and one by its column five.
const SMALL_GAP: u16 = 3;
const SMALL_GAP_IN_DOUBT: u16 = 5;

/// What the terminal has in a column of the row, where that is known.
pub type Shows<'a> = &'a dyn Fn(u16) -> Option<&'a Cell>;

#[derive(Clone, Debug, Default)]
pub struct Pen {
    /// What is to be sent.
    pub waiting: Vec<u8>,
    /// Where the next letter goes, where that is known.
    pub at: Option<(u16, u16)>,
    /// By how many columns terminals may differ in how wide that was which was written since the last place was named.
    pub doubt: u16,
    pub look: Option<Look>,
    /// So many columns there are at least.
    pub widest: u16,
}

impl Pen {
    /// One that stands where this one does and writes as it, and has nothing to send yet.
    pub fn beside(&self) -> Self {
        Pen { waiting: Vec::new(), ..*self }
    }

    /// What `other`, which began beside it, has written.
    pub fn take_over(&mut self, mut other: Self) {
        self.waiting.append(&mut other.waiting);
        other.waiting = std::mem::take(&mut self.waiting);
        *self = other;
    }

    /// `next` is the look of what will be written there; `shows` is what the terminal has in a column of that row.
    pub fn go(&mut self, x: u16, y: u16, next: Option<Look>, shows: Shows<'_>) {
        let at = self.at;
        match at {
            Some(at) if at == (x, y) => return,
            Some((from, row)) if row == y && from < x && self.passes(from, x, next, shows) => (),
            _ => {
                // Behind the last column terminals do not agree where the next letter goes.
                let at = at.filter(|(column, _)| column.saturating_add(self.doubt) < self.widest);
                let rows = at.and_then(|(_, row)| y.checked_sub(row));
                self.jump(x, y, rows);
                self.doubt = 0;
            }
        }
        self.at = Some((x, y));
    }

    /// To a place so many rows below, or by its row and column.
    fn jump(&mut self, x: u16, y: u16, rows: Option<u16>) {
        let line = y.saturating_add(1);
        match rows {
            Some(rows) if self.doubt == 0 && rows > 0 && x > 0 && self.at.is_some_and(|(at, _)| at == x) => {
                self.order(rows, 'B');
            }
            // By their ends as long as that is shorter.
            Some(rows) if usize::from(rows) <= line.to_string().len() => {
                self.say(if x == 0 { "\r" } else { "" });
                self.say(&"\n".repeat(rows.into()));
                // Some terminals go to the first column with it.
                if x > 0 {
                    self.order(x.saturating_add(1), 'G');
                }
            }
            _ if x == 0 => self.tell(format_args!("\x1b[{line}H")),
            _ => self.tell(format_args!("\x1b[{line};{}H", x.saturating_add(1))),
        }
    }

    /// Forwards in a row, where that is known to arrive.
    fn passes(&mut self, from: u16, to: u16, next: Option<Look>, shows: Shows<'_>) -> bool {
        let small = if self.doubt == 0 { SMALL_GAP } else { SMALL_GAP_IN_DOUBT };
        if to - from <= small && self.fill(from, to, next, shows) {
            return true;
        }
        if self.doubt == 0 {
            self.order(to - from, 'C');
        }
        self.doubt == 0
    }

    /// Sends what is there already, where it looks like what was sent last, or is blank as what comes next.
    fn fill(&mut self, from: u16, to: u16, next: Option<Look>, shows: Shows<'_>) -> bool {
        let gap: Option<Vec<&Cell>> = (from..to).map(shows).collect();
        let Some(gap) = gap else { return false };
        let fits = |look: Look, cell: &Cell| match cell.symbol().as_bytes() {
            b" " => look.on_blank() == Look::of(cell).on_blank(),
            [b'!'..=b'~'] => look == Look::of(cell),
            _ => false,
        };
        let all_fit = |look: Look| gap.iter().all(|cell| fits(look, cell));
        match (self.look, next) {
            (Some(look), _) if all_fit(look) => (),
            (_, Some(next)) if all_fit(next) => self.wear(next),
            _ => return false,
        }
        for cell in &gap {
            self.say(cell.symbol());
        }
        true
    }

    /// `next` tells how the next letter looks, where that is known: a blank is best written as if it belonged to it.
    pub fn put(&mut self, cell: &Cell, next: &dyn Fn() -> Option<Look>) {
        let look = Look::of(cell);
        if cell.symbol() != " " {
            self.wear(look);
        } else if self.look.map(Look::on_blank) != Some(look.on_blank()) {
            let next = next().filter(|next| next.on_blank() == look.on_blank());
            self.wear(next.unwrap_or_else(|| look.of_blank()));
        }
        self.say(cell.symbol());
        if is_picture(cell) {
            (self.at, self.look) = (None, None);
            return;
        }
        let (wide, sure) = (cell.symbol().cell_width(), is_sure(cell.symbol()));
        self.doubt = self.doubt.saturating_add(if sure { 0 } else { doubt(cell.symbol()) });
        // After a letter whose width is not the same everywhere the place is named anew, as far as it is a wide one.
        self.at = self.at.filter(|_| sure || wide == 1).map(|(x, y)| (x.saturating_add(wide), y));
    }

    pub fn wear(&mut self, look: Look) {
        if self.look != Some(look) {
            look.put(self.look, &mut self.waiting);
            self.look = Some(look);
        }
    }

    /// So many cells from here on.
    pub fn erase(&mut self, cells: usize) {
        self.wear_to_erase();
        self.tell(format_args!("\x1b[{cells}X"));
    }

    /// From here to the end of the row.
    pub fn erase_rest(&mut self) {
        self.wear_to_erase();
        self.say("\x1b[K");
    }

    /// What is erased takes the ground of the look.
    fn wear_to_erase(&mut self) {
        if self.look.map(Look::on_blank) != Some(Look::default().on_blank()) {
            self.wear(Look::default());
        }
    }

    fn order(&mut self, number: u16, letter: char) {
        match number {
            1 => self.tell(format_args!("\x1b[{letter}")),
            _ => self.tell(format_args!("\x1b[{number}{letter}")),
        }
    }

    fn tell(&mut self, order: Arguments<'_>) {
        // Writing to memory cannot fail.
        let _ = self.waiting.write_fmt(order);
    }

    pub fn say(&mut self, text: &str) {
        self.waiting.extend_from_slice(text.as_bytes());
    }
}

/// What the terminal's own graphics ask for stands in a cell as it is sent.
pub fn is_picture(cell: &Cell) -> bool {
    cell.symbol().contains(char::is_control)
}

/// By how many columns more a terminal may be further than it is thought to be: each of these letters may be a wide one.
fn doubt(symbol: &str) -> u16 {
    u16::try_from(symbol.chars().count()).unwrap_or(u16::MAX)
}

/// Letters whose width every terminal knows: ASCII, Latin with its accents, Han with its punctuation.
fn is_sure(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return false };
    matches!(letter, ' '..='~' | 'À'..='ɏ' | 'Ḁ'..='ỿ' | '、'..='〟' | '一'..='鿿' | '！'..='｠')
}
