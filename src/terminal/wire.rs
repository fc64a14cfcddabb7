//! What goes to the terminal: of every frame only what looks different, in as few bytes as it takes, in one write.
//!
//! Ratatui's own backend says where every run of changed cells begins and what it looks like anew each time. Over a thin
//! line that is most of what is sent, so this one remembers what the terminal shows: small gaps are sent again rather
//! than jumped over, blanks are erased, and a colour that cannot be seen is not sent.

use std::io::{self, Write};

use crossterm::terminal::{size, window_size};
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Cell, CellDiffOption, CellWidth};
use ratatui::layout::{Position, Size};

use crate::terminal::ink::Look;

/// A terminal that knows them shows a frame as a whole; others pass over them.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
/// Up to so many cells are sent again rather than jumped over: a jump takes four bytes, and one by row and column eight.
const SMALL_GAP: u16 = 3;
const SMALL_GAP_IN_DOUBT: u16 = 7;
/// From so many on, blanks are erased rather than written.
const MANY_BLANKS: usize = 12;
const FEW_BLANKS: usize = 3;

pub struct Wire<W> {
    out: W,
    /// What the frame has to send.
    waiting: Vec<u8>,
    /// What the terminal shows, row by row; nothing where that is not known.
    shown: Vec<Vec<Option<Cell>>>,
    /// What is beyond the rows and their ends: blank since it was cleared, or not known.
    is_blank: bool,
    /// Where the next letter goes, where that is known.
    at: Option<(u16, u16)>,
    /// By how many columns terminals may differ in how wide that was which was written since the last place was named.
    doubt: u16,
    look: Option<Look>,
    cursor: Option<bool>,
    /// So many columns there are at least.
    widest: u16,
}

impl<W: Write> Wire<W> {
    /// For a terminal that was just cleared.
    pub fn new(out: W) -> Self {
        Wire {
            out,
            waiting: Vec::new(),
            shown: Vec::new(),
            is_blank: true,
            at: None,
            doubt: 0,
            look: None,
            cursor: None,
            widest: 0,
        }
    }

    fn forget(&mut self, is_blank: bool) {
        self.shown.clear();
        self.is_blank = is_blank;
        self.at = None;
    }

    /// What the terminal shows in this cell.
    fn shows(&self, x: u16, y: u16) -> Option<Cell> {
        match self.shown.get(usize::from(y)).and_then(|row| row.get(usize::from(x))) {
            Some(known) => known.clone(),
            None => self.is_blank.then(Cell::default),
        }
    }

    fn remember(&mut self, x: u16, y: u16, cell: Option<Cell>) {
        let (column, line) = (usize::from(x), usize::from(y));
        let beyond = self.is_blank.then(Cell::default);
        if self.shown.len() <= line {
            self.shown.resize(line + 1, Vec::new());
        }
        if let Some(row) = self.shown.get_mut(line) {
            if row.len() <= column {
                row.resize(column + 1, beyond);
            }
            if let Some(place) = row.get_mut(column) {
                *place = cell;
            }
        }
    }

    /// Whether it has to be sent; from then on it is what the terminal shows.
    fn take(&mut self, x: u16, y: u16, cell: &Cell) -> bool {
        let is_same = self.shows(x, y).is_some_and(|shown| looks_alike(&shown, cell));
        if is_same && cell.diff_option != CellDiffOption::AlwaysUpdate {
            return false;
        }
        self.remember(x, y, Some(cell.clone()));
        if is_picture(cell) {
            return true;
        }
        for half in 1..cell.symbol().cell_width() {
            // What a terminal makes of the second half, once something else is written over it, differs.
            self.remember(x.saturating_add(half), y, None);
        }
        true
    }

    fn row(&mut self, y: u16, cells: &[(u16, Cell)]) {
        let (cells, tail) = cells.split_at(self.tail(y, cells));
        let mut rest = cells;
        while let Some(((x, cell), after)) = rest.split_first() {
            let blanks = blanks(rest);
            let is_many = blanks >= MANY_BLANKS;
            self.go(*x, y, (!is_many).then(|| Look::of(cell)));
            if is_many {
                self.wear_to_erase();
                self.say(&format!("\x1b[{blanks}X"));
                rest = rest.get(blanks..).unwrap_or_default();
            } else {
                self.put(cell);
                rest = after;
            }
        }
        if let Some((x, _)) = tail.first() {
            self.go(*x, y, None);
            self.wear_to_erase();
            self.say("\x1b[K");
        }
    }

    /// Where those cells begin behind which there is nothing in this row, if it is worth it.
    fn tail(&self, y: u16, cells: &[(u16, Cell)]) -> usize {
        let none = cells.len();
        let mut at = none;
        let end = self.shown.get(usize::from(y)).map_or(0, Vec::len);
        if !self.is_blank {
            return none;
        }
        let mut first = u16::try_from(end).unwrap_or(u16::MAX);
        for (index, (x, _)) in cells.iter().enumerate().rev() {
            while first > *x {
                if !self.shows(first - 1, y).is_some_and(|cell| is_plain_blank(&cell)) {
                    return if none - at > FEW_BLANKS { at } else { none };
                }
                first -= 1;
            }
            at = index;
        }
        if none - at > FEW_BLANKS { at } else { none }
    }

    /// `next` is how that looks which comes there.
    fn go(&mut self, x: u16, y: u16, next: Option<Look>) {
        let known = self.at;
        match known {
            Some(at) if at == (x, y) => return,
            Some((from, row)) if row == y && from < x && self.passes(from, x, y, next) => (),
            Some((column, row)) if row.checked_add(1) == Some(y) && column == x && self.doubt == 0 => {
                self.say("\x1b[B");
            }
            // Behind the last column terminals do not agree where the next letter goes.
            Some((column, row))
                if row.checked_add(1) == Some(y) && column.saturating_add(self.doubt) < self.widest =>
            {
                self.say("\r\n");
                self.forward(x);
                self.doubt = 0;
            }
            _ => {
                self.say(&format!("\x1b[{}", y.saturating_add(1)));
                self.say(&if x > 0 { format!(";{}H", x.saturating_add(1)) } else { "H".to_owned() });
                self.doubt = 0;
            }
        }
        self.at = Some((x, y));
    }

    /// Forwards in a row, where that is known to arrive.
    fn passes(&mut self, from: u16, to: u16, y: u16, next: Option<Look>) -> bool {
        let small = if self.doubt == 0 { SMALL_GAP } else { SMALL_GAP_IN_DOUBT };
        if to - from <= small && self.fill(from, to, y, next) {
            return true;
        }
        if self.doubt == 0 {
            self.forward(to - from);
        }
        self.doubt == 0
    }

    fn forward(&mut self, columns: u16) {
        match columns {
            0 => (),
            1 => self.say("\x1b[C"),
            columns => self.say(&format!("\x1b[{columns}C")),
        }
    }

    /// Sends what is there already, where it looks like what was sent last, or is blank as what comes next.
    fn fill(&mut self, from: u16, to: u16, y: u16, next: Option<Look>) -> bool {
        let gap: Option<Vec<Cell>> = (from..to).map(|x| self.shows(x, y)).collect();
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

    fn put(&mut self, cell: &Cell) {
        let look = Look::of(cell);
        let is_seen = cell.symbol() != " " || self.look.map(Look::on_blank) != Some(look.on_blank());
        if is_seen {
            self.wear(look);
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

    fn wear(&mut self, look: Look) {
        if self.look != Some(look) {
            look.put(self.look, &mut self.waiting);
            self.look = Some(look);
        }
    }

    /// What is erased takes the ground of the look.
    fn wear_to_erase(&mut self) {
        if self.look.map(Look::on_blank) != Some(Look::default().on_blank()) {
            self.wear(Look::default());
        }
    }

    fn say(&mut self, text: &str) {
        self.waiting.extend_from_slice(text.as_bytes());
    }
}

/// What the terminal's own graphics ask for stands in a cell as it is sent.
fn is_picture(cell: &Cell) -> bool {
    cell.symbol().contains(char::is_control)
}

/// Blanks of no colour at the beginning, side by side.
fn blanks(cells: &[(u16, Cell)]) -> usize {
    let begin = cells.first().map_or(0, |(x, _)| usize::from(*x));
    let is_next =
        |(index, (x, cell)): (usize, &(u16, Cell))| usize::from(*x) == begin + index && is_plain_blank(cell);
    cells.iter().enumerate().take_while(|one| is_next(*one)).count()
}

fn is_plain_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && Look::of(cell).on_blank() == Look::default().on_blank()
}

fn looks_alike(one: &Cell, other: &Cell) -> bool {
    let (own, others) = (Look::of(one), Look::of(other));
    let alike = if one.symbol() == " " { own.on_blank() == others.on_blank() } else { own == others };
    one.symbol() == other.symbol() && alike
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

impl<W: Write> Backend for Wire<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut rows: Vec<(u16, Vec<(u16, Cell)>)> = Vec::new();
        let mut has_picture = false;
        for (x, y, cell) in content {
            self.widest = self.widest.max(x.saturating_add(1));
            if !self.take(x, y, cell) {
                continue;
            }
            has_picture |= is_picture(cell);
            match rows.last_mut() {
                Some((row, cells)) if *row == y => cells.push((x, cell.clone())),
                _ => rows.push((y, vec![(x, cell.clone())])),
            }
        }
        if has_picture {
            // A picture of the terminal's own lies over cells that nobody knows; it is drawn as ratatui asks for it.
            self.forget(false);
        }
        for (y, cells) in rows {
            self.row(y, &cells);
        }
        if has_picture {
            self.forget(false);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor.replace(false) != Some(false) {
            self.say("\x1b[?25l");
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.cursor.replace(true) != Some(true) {
            self.say("\x1b[?25h");
        }
        Ok(())
    }

    /// Nobody may ask the terminal: its answer would go to the thread that reads the keyboard.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.at.map(Position::from).ok_or_else(|| io::ErrorKind::Unsupported.into())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        if self.at != Some((x, y)) || self.doubt > 0 {
            self.at = None;
            self.go(x, y, None);
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    /// Somebody else may have written meanwhile, so nothing that was known holds.
    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.look = None;
        self.cursor = None;
        self.wear(Look::default());
        self.say(match region {
            ClearType::All => "\x1b[2J",
            ClearType::AfterCursor => "\x1b[J",
            ClearType::BeforeCursor => "\x1b[1J",
            ClearType::CurrentLine => "\x1b[2K",
            ClearType::UntilNewLine => "\x1b[K",
        });
        self.forget(region == ClearType::All);
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        size().map(Size::from)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        let seen = window_size()?;
        let columns_rows = Size::new(seen.columns, seen.rows);
        Ok(WindowSize { columns_rows, pixels: Size::new(seen.width, seen.height) })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        self.wear(Look::default());
        let frame = [BEGIN, self.waiting.as_slice(), END].concat();
        self.waiting.clear();
        self.out.write_all(&frame)?;
        self.out.flush()
    }
}
