//! After how many days a result is too old to decide on, as the program has it and as a board sets it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::board::{Board, BoardFile};
use crate::domain::fold::fold;

/// Days after which a result is stale, by what it is: `ct`, `mr`, `labs`, `performance`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits(BTreeMap<String, i64>);

impl Default for Limits {
    fn default() -> Self {
        let own = [("ct", 56), ("mr", 42), ("pet-ct", 56), ("labs", 28), ("performance", 28)];
        Limits(own.map(|(name, days)| (name.to_owned(), days)).into())
    }
}

impl Limits {
    /// Under which nothing grows stale.
    pub fn none() -> Self {
        Limits(BTreeMap::new())
    }

    /// The limits of a board in place of the program's.
    pub fn of(board: &Board) -> Self {
        let mut limits = Limits::default();
        let own = board.limits.iter().filter_map(|(name, text)| Some((fold(name), days(text.as_str())?)));
        limits.0.extend(own);
        limits
    }

    /// Where it is not known which board will sit: of each limit the longest.
    pub fn of_any(file: &BoardFile) -> Self {
        let mut limits = Limits::default();
        let mut own: BTreeMap<String, i64> = BTreeMap::new();
        for (name, text) in file.boards.values().flat_map(|board| &board.limits) {
            if let Some(days) = days(text.as_str()) {
                let longest = own.entry(fold(name)).or_insert(days);
                *longest = days.max(*longest);
            }
        }
        limits.0.extend(own);
        limits
    }

    pub fn get(&self, name: &str) -> Option<i64> {
        self.0.get(&fold(name)).copied()
    }
}

/// Those of every board of a workspace, read once for all of its cases.
#[derive(Clone, Debug)]
pub struct LimitsOfBoards {
    any: Arc<Limits>,
    own: BTreeMap<String, Arc<Limits>>,
}

impl LimitsOfBoards {
    pub fn of(file: &BoardFile) -> Self {
        let own = file.boards.iter().map(|(key, board)| (key.clone(), Arc::new(Limits::of(board))));
        LimitsOfBoards { any: Arc::new(Limits::of_any(file)), own: own.collect() }
    }

    /// Of this board; where none is known to sit, the longest of all.
    pub fn get(&self, board: Option<&str>) -> Arc<Limits> {
        Arc::clone(board.and_then(|key| self.own.get(key)).unwrap_or(&self.any))
    }
}

/// `56 d`, `8 w`, `56`; none where it is no number of days.
pub fn days(text: &str) -> Option<i64> {
    let text = fold(text.trim());
    let number = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic() || letter == ' ');
    let unit = text.strip_prefix(number)?.trim();
    let number: i64 = number.parse().ok()?;
    match unit {
        "" | "d" | "day" | "days" => Some(number),
        "w" | "week" | "weeks" => number.checked_mul(7),
        "m" | "month" | "months" => number.checked_mul(30),
        _ => None,
    }
}
