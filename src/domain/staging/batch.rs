//! A whole file of cases staged at once: the same rows with one more column.

use thiserror::Error;

use crate::domain::fold::fold;
use crate::domain::staging::engine::stage_with;
use crate::domain::staging::query::Query;
use crate::domain::staging::table::Table;

/// Why a file cannot be staged at all; a row that cannot be staged says so in its own column.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BatchFault {
    #[error(
        "the file is empty: its first line must name the columns site edition classification T N M factors"
    )]
    Empty,
    #[error(
        "the column {0} is missing: the first line must name site edition classification T N M factors, parted by tabs"
    )]
    MissingColumn(&'static str),
}

const COMPUTED: &str = "computed";

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
/// there are none. Lines that begin with `#` stay as they are.
pub fn batch(tsv: &str) -> Result<String, BatchFault> {
    batch_with(&[], tsv)
}

/// The same with the tables of a workspace.
pub fn batch_with(own: &[Table], tsv: &str) -> Result<String, BatchFault> {
    let mut columns: Option<Columns> = None;
    let mut out = String::with_capacity(tsv.len() * 2);
    for line in tsv.trim_start_matches('\u{feff}').lines() {
        let line = line.trim_end_matches('\r');
        let cells: Vec<&str> = line.split('\t').collect();
        let answer = match &columns {
            _ if line.trim().is_empty() || line.starts_with('#') => None,
            None => {
                columns = Some(Columns::of(&cells)?);
                Some(COMPUTED.to_owned())
            }
            Some(columns) => Some(answer(own, columns, &cells)),
        };
        let place = columns.as_ref().map_or(cells.len(), |columns| columns.computed.unwrap_or(columns.count));
        out.push_str(&answer.map_or_else(|| line.to_owned(), |answer| with_cell(&cells, place, &answer)));
        out.push('\n');
    }
    if columns.is_none() { Err(BatchFault::Empty) } else { Ok(out) }
}

impl Columns {
    fn of(header: &[&str]) -> Result<Self, BatchFault> {
        let find = |name: &str| header.iter().position(|cell| fold(cell.trim()) == fold(name));
        let need = |name: &'static str| find(name).ok_or(BatchFault::MissingColumn(name));
        Ok(Columns {
            site: need("site")?,
            edition: need("edition")?,
            classification: need("classification")?,
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

fn answer(own: &[Table], columns: &Columns, cells: &[&str]) -> String {
    let cell = |index: usize| cells.get(index).copied().unwrap_or_default().trim();
    let factors = match factors(columns.factors.map_or("", cell)) {
        Ok(factors) => factors,
        Err(part) => return format!("unknown-factor: {part}"),
    };
    let query = Query {
        site: cell(columns.site),
        system: columns.system.map_or("", cell),
        edition: cell(columns.edition),
        basis: cell(columns.classification),
        t: cell(columns.t),
        n: cell(columns.n),
        m: cell(columns.m),
        factors: &factors,
    };
    match stage_with(own, query) {
        Ok(staged) => staged.groups.join(","),
        Err(refused) => refused.brief(),
    }
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
