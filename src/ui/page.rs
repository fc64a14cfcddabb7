//! What a step shows, as data: headings, facts, paragraphs, tables; laid out later for a width.

use crate::domain::text::Shown;

/// Screens of this height and more have room for rules and blank lines; on lower ones text has it.
pub const ROOMY: u16 = 20;

/// The meaning of a piece of text; the theme gives it a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Title,
    Label,
    Value,
    Muted,
    /// Lines between the bands.
    Rule,
    Key,
    Focus,
    Selection,
    Good,
    Attention,
    /// What a list is full of and is still open: a hue, where a ground would make a block of the column.
    Pending,
    Danger,
    Patient,
    Draft,
}

/// Text with its role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub role: Role,
    pub text: Shown,
}

impl Part {
    pub fn new(role: Role, text: impl Into<Shown>) -> Self {
        Part { role, text: text.into() }
    }

    pub fn value(text: impl Into<Shown>) -> Self {
        Part::new(Role::Value, text)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(Shown),
    /// Label and value, aligned with the other facts of the page.
    Fact(Shown, Part),
    /// Text to read, one entry a paragraph.
    Prose(Vec<Shown>),
    /// A statement with a role of its own.
    Says(Part),
    Table(Table),
    Gap,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub head: Vec<Shown>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub cells: Vec<Part>,
    pub selected: bool,
}

impl Row {
    pub fn new(cells: Vec<Part>) -> Self {
        Row { cells, selected: false }
    }
}

/// What only the drawing knows, handed back after each frame for scrolling by pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Rows of the part that scrolls, and rows that its content has.
    pub height: usize,
    pub rows: usize,
    /// The first row that was shown.
    pub first: usize,
    /// How the page is turned where it is shown a statement at a time.
    pub turn: Option<Turn>,
    /// The part itself says which of its rows are shown.
    pub said: bool,
}

impl Drawn {
    /// A part of `rows` rows, of which `height` fit, shown from `first` on.
    pub fn from(first: usize, height: usize, rows: usize) -> Self {
        Drawn { height, rows, first, turn: None, said: false }
    }

    /// The last row that was shown, counted from 1.
    pub fn last(&self) -> usize {
        (self.first + self.height).min(self.rows)
    }
}

/// The rows that begin the statement before, the one after, and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    pub before: usize,
    pub after: usize,
    pub last: usize,
}
