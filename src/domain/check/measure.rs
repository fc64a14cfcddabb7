//! What a case is held against: the roster, a day, the age limits of the board that will discuss it, the staging tables.

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::domain::check::limits::Limits;
use crate::domain::meeting::Days;
use crate::domain::staging::Table;

#[derive(Clone, Debug)]
pub struct Measure<'a> {
    pub board: &'a BoardFile,
    pub as_of: NaiveDate,
    pub limits: Limits,
    /// The tables that the workspace adds to those of the program.
    pub tables: &'a [Table],
}

impl<'a> Measure<'a> {
    /// For a case that no meeting lists: the longest of each age limit over all boards, and only the program's own
    /// staging tables.
    pub fn new(board: &'a BoardFile, as_of: NaiveDate) -> Self {
        Measure { board, as_of, limits: Limits::of_any(board), tables: &[] }
    }

    /// Of a case as its latest meeting sees it.
    pub fn of(case: &str, days: &Days, board: &'a BoardFile, tables: &'a [Table]) -> Self {
        let sits = days.board_of(case).and_then(|key| board.boards.get(key));
        let limits = sits.map_or_else(|| Limits::of_any(board), Limits::of);
        Measure { board, as_of: days.of(case), limits, tables }
    }
}
