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
use crate::terminal::pen::{Pen, is_picture};

/// A terminal that knows them shows a frame as a whole; others pass over them.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
/// From so many on, blanks are erased rather than written.
const MANY_BLANKS: usize = 11;
const FEW_BLANKS: usize = 3;

type Run<'a> = &'a [(u16, &'a Cell)];

pub struct Wire<W> {
    out: W,
    /// What the frame has to send.
    pen: Pen,
    /// What the terminal shows, row by row; nothing where that is not known.
    shown: Vec<Vec<Option<Cell>>>,
    /// What is beyond the rows and their ends: blank since it was cleared, or not known.
    is_blank: bool,
    blank: Cell,
    cursor: Option<bool>,
}

impl<W: Write> Wire<W> {
    /// For a terminal that was just cleared.
    pub fn new(out: W) -> Self {
        Wire {
            out,
            pen: Pen::default(),
            shown: Vec::new(),
            is_blank: true,
            blank: Cell::default(),
            cursor: None,
        }
    }

    fn forget(&mut self, is_blank: bool) {
        self.shown.clear();
        self.is_blank = is_blank;
        self.pen.at = None;
    }

    /// What the terminal shows in this cell.
    fn shows(&self, x: u16, y: u16) -> Option<&Cell> {
        match self.shown.get(usize::from(y)).and_then(|row| row.get(usize::from(x))) {
            Some(known) => known.as_ref(),
            None => self.is_blank.then_some(&self.blank),
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
        let is_same = self.shows(x, y).is_some_and(|shown| looks_alike(shown, cell));
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

    /// Sends a row: only the cells that changed, or the end of the row erased and what is not blank in it written anew,
    /// whichever takes fewer bytes.
    fn row(&mut self, y: u16, cells: Run<'_>) {
        let mut sent = self.pen.beside();
        self.changes(&mut sent, y, cells);
        if let Some((from, anew)) = self.less(y, cells) {
            let (before, after) = cells.split_at(from);
            let mut other = self.pen.beside();
            self.changes(&mut other, y, before);
            if let Some((x, _)) = after.first() {
                other.go(*x, y, None, &|x| self.shows(x, y));
            }
            other.erase_rest();
            self.changes(&mut other, y, &anew);
            if other.waiting.len() < sent.waiting.len() {
                sent = other;
            }
        }
        self.pen.take_over(sent);
    }

    /// Where to begin erasing so that writing the rest of the row anew takes fewer cells than sending its changes, and the
    /// cells of that rest that are not blank.
    fn less<'a>(&'a self, y: u16, cells: Run<'a>) -> Option<(usize, Vec<(u16, &'a Cell)>)> {
        let last_blank = cells.iter().rposition(|(_, cell)| is_plain_blank(cell))?;
        let mut before: Option<u16> = None;
        let mut starts = cells.iter().enumerate().take(last_blank + 1).filter(|(_, (x, cell))| {
            let goes_on = before == Some(*x);
            before = Some(x.saturating_add(cell.symbol().cell_width()));
            !goes_on
        });
        starts.find_map(|(index, (x, _))| {
            let anew = self.behind(*x, y)?;
            (anew.len() < cells.len() - index).then_some((index, anew))
        })
    }

    fn changes(&self, pen: &mut Pen, y: u16, cells: Run<'_>) {
        let (cells, tail) = cells.split_at(self.tail(y, cells));
        let mut rest = cells;
        let shows = |x| self.shows(x, y);
        while let Some(((x, cell), after)) = rest.split_first() {
            let blanks = blanks(rest);
            let is_many = blanks >= MANY_BLANKS;
            pen.go(*x, y, (!is_many).then(|| Look::of(cell)), &shows);
            if is_many {
                pen.erase(blanks);
                rest = rest.get(blanks..).unwrap_or_default();
            } else {
                let letter = || after.iter().find(|(_, cell)| cell.symbol() != " ");
                pen.put(cell, &|| letter().map(|(_, cell)| Look::of(cell)));
                rest = after;
            }
        }
        if let Some((x, _)) = tail.first() {
            pen.go(*x, y, None, &shows);
            pen.erase_rest();
        }
    }

    /// What would have to be sent of a row once it is erased from this column on, where that is known.
    fn behind(&self, from: u16, y: u16) -> Option<Vec<(u16, &Cell)>> {
        let row = self.shown.get(usize::from(y)).filter(|_| self.is_blank)?;
        let mut cells = Vec::new();
        let mut next = from;
        for (x, cell) in (from..).zip(row.get(usize::from(from)..)?) {
            if x < next {
                continue;
            }
            let cell = cell.as_ref()?;
            next = x.saturating_add(cell.symbol().cell_width().max(1));
            if !is_plain_blank(cell) {
                cells.push((x, cell));
            }
        }
        Some(cells)
    }

    /// Where those cells begin behind which there is nothing in this row, if it is worth it.
    fn tail(&self, y: u16, cells: Run<'_>) -> usize {
        let none = cells.len();
        let mut at = none;
        let end = self.shown.get(usize::from(y)).map_or(0, Vec::len);
        if !self.is_blank {
            return none;
        }
        let mut first = u16::try_from(end).unwrap_or(u16::MAX);
        for (index, (x, _)) in cells.iter().enumerate().rev() {
            while first > *x {
                if !self.shows(first - 1, y).is_some_and(is_plain_blank) {
                    return if none - at > FEW_BLANKS { at } else { none };
                }
                first -= 1;
            }
            at = index;
        }
        if none - at > FEW_BLANKS { at } else { none }
    }
}

/// Blanks of no colour at the beginning, side by side.
fn blanks(cells: Run<'_>) -> usize {
    let begin = cells.first().map_or(0, |(x, _)| usize::from(*x));
    let is_next =
        |(index, (x, cell)): (usize, &(u16, &Cell))| usize::from(*x) == begin + index && is_plain_blank(cell);
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

impl<W: Write> Backend for Wire<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut rows: Vec<(u16, Vec<(u16, &Cell)>)> = Vec::new();
        let mut has_picture = false;
        for (x, y, cell) in content {
            self.pen.widest = self.pen.widest.max(x.saturating_add(1));
            if !self.take(x, y, cell) {
                continue;
            }
            has_picture |= is_picture(cell);
            match rows.last_mut() {
                Some((row, cells)) if *row == y => cells.push((x, cell)),
                _ => rows.push((y, vec![(x, cell)])),
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
            self.pen.say("\x1b[?25l");
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.cursor.replace(true) != Some(true) {
            self.pen.say("\x1b[?25h");
        }
        Ok(())
    }

    /// Nobody may ask the terminal: its answer would go to the thread that reads the keyboard.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.pen.at.map(Position::from).ok_or_else(|| io::ErrorKind::Unsupported.into())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        if self.pen.at != Some((x, y)) || self.pen.doubt > 0 {
            self.pen.at = None;
            self.pen.go(x, y, None, &|_| None);
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    /// Somebody else may have written meanwhile, so nothing that was known holds.
    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.pen.look = None;
        self.cursor = None;
        self.pen.wear(Look::default());
        self.pen.say(match region {
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
        if self.pen.waiting.is_empty() {
            return Ok(());
        }
        self.pen.wear(Look::default());
        let frame = [BEGIN, self.pen.waiting.as_slice(), END].concat();
        self.pen.waiting.clear();
        self.out.write_all(&frame)?;
        self.out.flush()
    }
}
