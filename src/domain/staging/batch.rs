//! A whole file of cases staged at once: the same rows with one more column.

use thiserror::Error;

use crate::domain::fold::fold;
use crate::domain::staging::answer::Staged;
use crate::domain::staging::engine::stage_with;
use crate::domain::staging::query::{Mismatch, Query, prefix_says};
use crate::domain::staging::table::Table;

/// Why a file cannot be staged at all; a row that cannot be staged says so in its own column.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BatchFault {
    #[error("the file has no line that names the columns {NAMED}")]
    Empty,
    #[error("line {line} has no column {column}: it must name {NAMED}, parted by tabs")]
    MissingColumn { column: &'static str, line: usize },
}

/// The columns that a file must have; `factors` and `system` may be left out.
pub const NAMED: &str = "site edition classification T N M factors";

const COMPUTED: &str = "computed";

/// The rows of a file with one more column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    pub table: String,
    pub rows: usize,
    /// The lines of rows that have no group, whose column says why.
    pub without: Vec<usize>,
}

/// Where the columns are.
struct Columns {
    site: usize,
    edition: usize,
    classification: usize,
    t: usize,
    n: usize,
    m: usize,
    factors: Option<usize>,
    system: Option<usize>,
    computed: Option<usize>,
    count: usize,
}

/// Gives every row of a tab-separated file the groups that its categories leave possible, joined by commas, or why
/// there are none. Lines that begin with `#` stay as they are. `own` are the tables of a workspace.
pub fn batch(own: &[Table], tsv: &str) -> Result<Batch, BatchFault> {
    let mut columns: Option<Columns> = None;
    let mut batch = Batch { table: String::with_capacity(tsv.len() * 2), ..Batch::default() };
    for (number, line) in (1..).zip(tsv.trim_start_matches('\u{feff}').lines()) {
        let line = line.trim_end_matches('\r');
        let cells: Vec<&str> = line.split('\t').collect();
        let answer = match &columns {
            _ if line.trim().is_empty() || line.starts_with('#') => None,
            None => {
                columns = Some(Columns::of(&cells, number)?);
                Some(COMPUTED.to_owned())
            }
            Some(columns) => {
                batch.rows += 1;
                Some(answer(own, columns, &cells).unwrap_or_else(|why| {
                    batch.without.push(number);
                    why
                }))
            }
        };
        let place = columns.as_ref().map_or(cells.len(), |columns| columns.computed.unwrap_or(columns.count));
        batch
            .table
            .push_str(&answer.map_or_else(|| line.to_owned(), |answer| with_cell(&cells, place, &answer)));
        batch.table.push('\n');
    }
    if columns.is_none() { Err(BatchFault::Empty) } else { Ok(batch) }
}

impl Columns {
    fn of(header: &[&str], line: usize) -> Result<Self, BatchFault> {
        let find = |name: &str| header.iter().position(|cell| fold(unquoted(cell)) == fold(name));
        let need = |column: &'static str| find(column).ok_or(BatchFault::MissingColumn { column, line });
        Ok(Columns {
            site: need("site")?,
            edition: need("edition")?,
            classification: find("basis").map_or_else(|| need("classification"), Ok)?,
            t: need("T")?,
            n: need("N")?,
            m: need("M")?,
            factors: find("factors"),
            system: find("system"),
            computed: find(COMPUTED),
            count: header.len(),
        })
    }
}

/// A cell without the quotation marks that spreadsheets put around some.
fn unquoted(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell).trim()
}

/// The groups of a row; else why it has none.
fn answer(own: &[Table], columns: &Columns, cells: &[&str]) -> Result<String, String> {
    let cell = |index: usize| unquoted(cells.get(index).copied().unwrap_or_default());
    let factors =
        factors(columns.factors.map_or("", cell)).map_err(|part| format!("unknown-factor: {part}"))?;
    // An edition that names no system is of the AJCC, as on the command line.
    let system = match columns.system.map_or("", cell) {
        "" if !cell(columns.edition).contains(char::is_alphabetic) => "tnm-ajcc",
        system => system,
    };
    let query = Query {
        site: cell(columns.site),
        system,
        edition: cell(columns.edition),
        basis: cell(columns.classification),
        t: cell(columns.t),
        n: cell(columns.n),
        m: cell(columns.m),
        factors: &factors,
        bare: true,
    };
    let staged = stage_with(own, query).map_err(|refused| refused.brief())?;
    contradicted(own, query, &staged)?;
    Ok(staged.groups.join(","))
}

/// Where the letters before the T say another basis than the column, one of both is wrong, and nobody is there to say
/// which: the row has a group only where it is the same by either.
fn contradicted(own: &[Table], query: Query<'_>, staged: &Staged) -> Result<(), String> {
    let Some(told) = query.told_basis() else { return Ok(()) };
    let first = staged.mismatches.iter().find(|mismatch| prefix_says(&mismatch.category, told));
    let Some(Mismatch { category, basis }) = first else { return Ok(()) };
    let other = stage_with(own, Query { basis: told, ..query });
    if other.is_ok_and(|other| other.groups == staged.groups) {
        return Ok(());
    }
    Err(format!("basis-contradicted: {category} is not {basis}").replace([',', '\t'], " "))
}

/// `grade=1;loc=0` as pairs; else the part that is none.
fn factors(cell: &str) -> Result<Vec<(String, String)>, String> {
    let parts = cell.split([';', '；']).map(str::trim).filter(|part| !part.is_empty());
    let pair = |part: &str| match part.split_once(['=', '＝']) {
        Some((name, value)) => Ok((name.trim().to_owned(), value.trim().to_owned())),
        None => Err(part.replace(',', " ")),
    };
    parts.map(pair).collect()
}

fn with_cell(cells: &[&str], place: usize, answer: &str) -> String {
    let mut cells: Vec<&str> = cells.to_vec();
    if cells.len() <= place {
        cells.resize(place + 1, "");
    }
    if let Some(cell) = cells.get_mut(place) {
        *cell = answer;
    }
    cells.join("\t")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn computed(site: &str, classification: &str, categories: &str) -> String {
        let header = "site\tedition\tclassification\tT\tN\tM\n";
        let told =
            batch(&[], &format!("{header}{site}\tAJCC8\t{classification}\t{categories}\n")).unwrap().table;
        told.trim_end().rsplit('\t').next().unwrap_or_default().to_owned()
    }

    #[test]
    fn a_prefix_that_contradicts_the_column_gives_no_group_of_the_wrong_table() {
        for (site, classification, categories, expected) in [
            ("stomach", "pathological", "ypT4a\typN1\tM0", "basis-contradicted: ypT4a is not p"),
            ("stomach", "clinical", "pT4a\tpN1\tM0", "basis-contradicted: pT4a is not c"),
            ("stomach", "pathological", "pT4a\tpN1\tM0", "IIIA"),
            ("stomach", "yp", "ypT4a\typN1\tM0", "III"),
            ("stomach", "", "ypT4a\typN1\tM0", "III"),
            ("stomach", "any", "ypT4a\typN1\tM0", "III"),
            // the same by either
            ("lung", "clinical", "pT2b\tpN0\tM0", "IIA"),
            // found by examination, and lawful in a pathological stage
            ("stomach", "pathological", "pT4a\tcN0\tM0", "IIB"),
            // there is no table of that basis
            ("stomach", "pathological", "rT4a\trN1\tM0", "basis-contradicted: rT4a is not p"),
        ] {
            assert_eq!(
                computed(site, classification, categories),
                expected,
                "{site} {classification} {categories}"
            );
        }
    }
}
