//! What a case is held against: the roster, a day, the age limits of the board that will discuss it, the staging tables.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::domain::check::limits::{Limits, LimitsOfBoards};
use crate::domain::meeting::Days;
use crate::domain::staging::Table;

#[derive(Clone, Debug)]
pub struct Measure<'a> {
    pub board: &'a BoardFile,
    pub as_of: NaiveDate,
    pub limits: Arc<Limits>,
    /// The tables that the workspace adds to those of the program.
    pub tables: &'a [Table],
    /// Whether what is only noted is told too.
    pub notes: bool,
}

impl<'a> Measure<'a> {
    /// For a case that no meeting lists: the longest of each age limit over all boards, and only the program's own
    /// staging tables.
    pub fn new(board: &'a BoardFile, as_of: NaiveDate) -> Self {
        Measure { board, as_of, limits: Limits::of_any(board).into(), tables: &[], notes: true }
    }

    /// For a list of cases, which counts errors and warnings alone: no board's limits make any.
    pub fn of_list(board: &'a BoardFile, as_of: NaiveDate, tables: &'a [Table]) -> Self {
        Measure { board, as_of, limits: Limits::none().into(), tables, notes: false }
    }

    /// Of a case as its latest meeting sees it.
    pub fn of(case: &str, days: &Days, board: &'a BoardFile, tables: &'a [Table]) -> Self {
        Measure::by(case, days, (board, &LimitsOfBoards::of(board)), tables)
    }

    /// The same for one of many cases.
    pub fn by(
        case: &str,
        days: &Days,
        (board, limits): (&'a BoardFile, &LimitsOfBoards),
        tables: &'a [Table],
    ) -> Self {
        let limits = limits.get(days.board_of(case));
        Measure { board, as_of: days.of(case), limits, tables, notes: true }
    }
}
