//! What the staging tables answer: groups with the rows that decided, or why there is no answer.

use std::fmt;

use thiserror::Error;

use crate::domain::staging::obsolete::Obsolete;
use crate::domain::staging::query::Mismatch;

/// The possible stage groups, lowest first; more than one when the categories leave it open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Staged {
    pub groups: Vec<String>,
    /// Groups inside those: IB2 of IB, where a sub-category would give it.
    pub within: Vec<String>,
    /// The rows that decided, in the order of the table.
    pub rows: Vec<Row>,
    /// What would have to be known more exactly for a single group: `T`, `psa`, `basis`.
    pub missing: Vec<String>,
    /// Categories that were found in another way than the basis says.
    pub mismatches: Vec<Mismatch>,
    /// An M that is no category and was read as cM0, as written.
    pub obsolete: Option<(String, Obsolete)>,
    /// The table that answered: `lung tnm-ajcc 8 any`.
    pub table: String,
    /// Where the facts of the table come from.
    pub source: String,
}

/// One row of a table, cell by cell as its file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Column and cell.
    pub cells: Vec<(String, String)>,
    pub group: String,
}

impl fmt::Display for Row {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (column, cell) in &self.cells {
            match (column.as_str(), cell.as_str()) {
                ("T" | "N" | "M", "*") => write!(out, "any {column} ")?,
                ("T" | "N" | "M", cell) => write!(out, "{cell} ")?,
                (_, "*") => (),
                (column, cell) => write!(out, "{column}={cell} ")?,
            }
        }
        write!(out, "→ {}", self.group)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    #[error("no table for {}; there are: {}", asked_for([site, system, edition, basis]), available.join(", "))]
    NoTable { site: String, system: String, edition: String, basis: String, available: Vec<String> },
    #[error("{site} can be several tumours with different tables: {}", known.join(", "))]
    SeveralSites { site: String, known: Vec<String> },
    #[error("{value} is not a category of {axis} in {table}; it has {}", known.join(" "))]
    UnknownCategory { axis: String, value: String, known: Vec<String>, table: String },
    #[error("{table} has no factor {name}; {}", if known.is_empty() { "it asks for none".to_owned() } else { format!("it has {}", known.join(", ")) })]
    UnknownFactor { name: String, known: Vec<String>, table: String },
    #[error("{name} cannot be {value} in {table}; it can be {}", known.join(" "))]
    UnknownFactorValue { name: String, value: String, known: Vec<String>, table: String },
    #[error("{name} {value} has no unit: write {name}={value}{}", units.first().map_or("", String::as_str))]
    NoUnit { name: String, value: String, units: Vec<String>, table: String },
    #[error("{table} has no group for {categories}")]
    NoGroup { categories: String, table: String },
}

impl Refused {
    /// What stands in a column of results: no comma, and nothing that could be taken for a group.
    pub fn brief(&self) -> String {
        match self {
            Refused::NoTable { site, system, edition, basis, .. } => {
                format!("no table for {}", asked_for([site, system, edition, basis]))
            }
            Refused::SeveralSites { known, .. } => format!("{}: {}", self.code(), known.join(" | ")),
            Refused::UnknownCategory { axis, value, .. } => format!("{}: {axis} {value}", self.code()),
            Refused::UnknownFactor { name, .. } => format!("{}: {name}", self.code()),
            Refused::UnknownFactorValue { name, value, .. } => format!("{}: {name} {value}", self.code()),
            Refused::NoUnit { name, value, .. } => format!("{}: {name} {value}", self.code()),
            Refused::NoGroup { .. } => self.code().to_owned(),
        }
        .replace([',', '\t'], " ")
    }

    /// A short word for lists and scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Refused::NoTable { .. } => "no-table",
            Refused::SeveralSites { .. } => "several-sites",
            Refused::UnknownCategory { .. } => "unknown-category",
            Refused::UnknownFactor { .. } => "unknown-factor",
            Refused::UnknownFactorValue { .. } => "unknown-factor-value",
            Refused::NoUnit { .. } => "no-unit",
            Refused::NoGroup { .. } => "no-group",
        }
    }
}

/// What was named of a question.
fn asked_for(parts: [&String; 4]) -> String {
    let named: Vec<&str> =
        parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    if named.is_empty() { "?".to_owned() } else { named.join(" ") }
}
