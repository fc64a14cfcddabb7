//! One staging table, read from its data file.

use crate::domain::staging::answer::Row;
use crate::domain::staging::category::{is_open, key};
use crate::domain::staging::column::{Column, Mask};
use crate::domain::staging::word::{digits, plain};

/// The classifications that a table may be for; `any` serves all that have no table of their own.
const BASES: [&str; 8] = ["c", "p", "yc", "yp", "r", "rp", "a", "any"];

/// Why a text is no table: the line, the code of a problem, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub line: usize,
    pub code: &'static str,
    pub text: String,
}

impl Fault {
    fn new(line: usize, code: &'static str, text: impl Into<String>) -> Self {
        Fault { line, code, text: text.into() }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub site: String,
    pub edition: String,
    pub basis: String,
    pub source: String,
    /// System and edition whose groups these are: the file's own first.
    pub serves: Vec<(String, String)>,
    /// ICD-O topography codes and words for the tumour, where the file names them.
    pub topography: Vec<String>,
    pub called: Vec<String>,
    /// The same as they are compared, worked out once: digits of the codes; the site, then what it is called.
    pub(super) codes: Vec<String>,
    pub(super) words: Vec<String>,
    /// The morphology codes that the chapter takes, as `8800-8999,9120`; empty where the file names none.
    pub histology: String,
    /// The finding that tells this tumour from others of the same site, with its spellings: `p16`, `positive`.
    pub told_by: Option<(String, Vec<String>)>,
    /// T, N, M, then the factors: one a column.
    pub columns: Vec<Column>,
    rules: Vec<Rule>,
}

#[derive(Clone, Debug, PartialEq)]
struct Rule {
    masks: Vec<Mask>,
    cells: Vec<String>,
    groups: Vec<String>,
}

/// Where little of a stage is known all that is open is gone through: the largest of the program's tables (breast) has a
/// tenth of this.
const MOST_COMBINATIONS: usize = 1_000_000;

impl Table {
    /// Reads a data file from its name, `lung-ajcc-8-any.tsv`, and its text.
    pub fn read(name: &str, text: &str) -> Result<Self, Fault> {
        let parts: Vec<&str> = name.strip_suffix(".tsv").unwrap_or(name).split('-').collect();
        let [site, system, edition, basis] = parts[..] else {
            return Err(Fault::new(1, "table-name", name));
        };
        if [site, system, edition, basis].iter().any(|part| part.is_empty()) {
            return Err(Fault::new(1, "table-name", name));
        }
        if !BASES.contains(&basis) {
            return Err(Fault::new(1, "table-basis", BASES.join(" ")));
        }
        let system =
            if matches!(system, "ajcc" | "uicc") { format!("tnm-{system}") } else { system.to_owned() };
        Self::parse(site, &system, edition, basis, text)
    }

    /// Reads the text of a data file.
    pub fn parse(site: &str, system: &str, edition: &str, basis: &str, text: &str) -> Result<Self, Fault> {
        let mut lines = text.trim_start_matches('\u{feff}').lines();
        let first = lines.next().unwrap_or_default();
        let source = first.strip_prefix("# source: ").ok_or_else(|| Fault::new(1, "table-source", first))?;
        let mut table = Table {
            site: site.to_owned(),
            edition: edition.to_owned(),
            basis: basis.to_owned(),
            source: source.to_owned(),
            serves: vec![(system.to_owned(), edition.to_owned())],
            topography: Vec::new(),
            called: Vec::new(),
            codes: Vec::new(),
            words: Vec::new(),
            histology: String::new(),
            told_by: None,
            columns: Vec::new(),
            rules: Vec::new(),
        };
        let mut columns_seen = false;
        let mut last = 1;
        for (number, line) in (2..).zip(lines).filter(|(_, line)| !line.is_empty()) {
            last = number;
            if let Some(declaration) = line.strip_prefix("# ") {
                table.declare(declaration).ok_or_else(|| Fault::new(number, "table-declaration", line))?;
                if table.size() > MOST_COMBINATIONS {
                    return Err(Fault::new(number, "table-size", MOST_COMBINATIONS.to_string()));
                }
            } else if columns_seen {
                table.add_rule(line).ok_or_else(|| Fault::new(number, "table-cell", line))?;
            } else {
                columns_seen = true;
                let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
                let expected = format!("{}\tgroup", columns.join("\t"));
                if expected != line {
                    return Err(Fault::new(number, "table-columns", expected.replace('\t', " ")));
                }
            }
        }
        table.codes = digits(table.topography.iter().map(String::as_str));
        table.words = std::iter::once(&table.site).chain(&table.called).map(|name| plain(name)).collect();
        if table.rules.is_empty() { Err(Fault::new(last, "table-empty", "")) } else { Ok(table) }
    }

    /// How many combinations of values there are.
    fn size(&self) -> usize {
        self.columns.iter().fold(1, |size, column| size.saturating_mul(column.count()))
    }

    fn declare(&mut self, declaration: &str) -> Option<()> {
        let (names, values) = declaration.split_once(": ")?;
        let listed = || values.split('|').map(|one| one.trim().to_owned()).collect();
        match names {
            "also" => {
                let (system, edition) = values.split_once(' ')?;
                self.serves.push((system.to_owned(), edition.to_owned()));
            }
            "topography" => self.topography = listed(),
            "called" => self.called = listed(),
            "histology" => self.histology = ranges(values)?,
            "told by" => {
                let (name, spellings) = values.split_once('=')?;
                let spellings = spellings.split('|').map(|one| one.trim().to_owned()).collect();
                self.told_by = Some((name.trim().to_owned(), spellings));
            }
            _ => self.columns.push(Column::parse(names, values)?),
        }
        Some(())
    }

    fn add_rule(&mut self, line: &str) -> Option<()> {
        let mut cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let group = cells.pop()?;
        if cells.len() != self.columns.len() {
            return None;
        }
        let masks: Option<Vec<Mask>> =
            self.columns.iter().zip(&cells).map(|(column, cell)| column.cell(cell)).collect();
        let groups = group.split('|').filter(|group| *group != "-").map(str::to_owned).collect();
        self.rules.push(Rule { masks: masks?, cells, groups });
        Some(())
    }

    /// The first row that fits one value a column; none when that row says that there is no group.
    pub fn decide(&self, values: &[usize]) -> Option<usize> {
        let fits = |rule: &Rule| rule.masks.iter().zip(values).all(|(mask, value)| mask & (1 << value) != 0);
        let first = self.rules.iter().position(fits)?;
        (!self.groups(first).is_empty()).then_some(first)
    }

    pub fn groups(&self, rule: usize) -> &[String] {
        self.rules.get(rule).map_or(&[], |rule| &rule.groups)
    }

    /// Every group that a row has.
    pub fn all_groups(&self) -> impl Iterator<Item = &String> {
        self.rules.iter().flat_map(|rule| &rule.groups)
    }

    pub fn row(&self, rule: usize) -> Option<Row> {
        let rule = self.rules.get(rule)?;
        let columns = self.columns.iter().map(|column| column.name.clone());
        Some(Row { cells: columns.zip(rule.cells.iter().cloned()).collect(), group: rule.groups.join("|") })
    }

    /// Whether the finding that tells this tumour was given, and speaks for it; nothing where it was not given.
    pub fn is_told(&self, factors: &[(String, String)]) -> Option<bool> {
        let (name, spellings) = self.told_by.as_ref()?;
        let (_, value) = factors
            .iter()
            .find(|(factor, value)| key(factor) == key(name) && (!is_open(value) || value.trim() == "-"))?;
        Some(spellings.iter().any(|spelling| key(spelling) == key(value)))
    }

    pub fn factors(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| !column.is_axis())
    }

    /// Whether this table stands in for another: of one tumour and basis, for a system and edition that the other serves.
    pub fn replaces(&self, other: &Table) -> bool {
        self.site == other.site
            && self.basis == other.basis
            && self.serves.iter().any(|(system, edition)| other.serves(system, edition))
    }

    pub fn serves(&self, system: &str, edition: &str) -> bool {
        self.serves.iter().any(|(own, own_edition)| own == system && own_edition == edition)
    }

    /// `lung tnm-ajcc 8 any`, in the edition that the system has.
    pub fn name(&self, system: &str) -> String {
        let served = self.serves.iter().find(|(own, _)| own == system);
        let edition = served.map_or(&self.edition, |(_, edition)| edition);
        format!("{} {system} {edition} {}", self.site, self.basis)
    }
}

/// Ranges of codes without blanks, where each is one.
fn ranges(values: &str) -> Option<String> {
    let plain: String = values.chars().filter(|character| !character.is_whitespace()).collect();
    let is_code = |code: &str| code.parse::<u32>().is_ok();
    let is_range =
        |part: &str| part.split_once('-').map_or(is_code(part), |(from, to)| is_code(from) && is_code(to));
    plain.split(',').all(is_range).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_table_says_why() {
        let values = |count: usize| (0..count).map(|at| format!("v{at}")).collect::<Vec<_>>().join(" ");
        let factors: Vec<String> = (0..5).map(|at| format!("# f{at}: {}", values(20))).collect();
        let wide = format!("# source: x\n# T: T1\n# N: N0\n# M: M0\n{}\n", factors.join("\n"));
        let long = format!("# source: x\n# T: {}\n", values(65));
        for (text, reason) in [
            ("T\tN\tM\tgroup\n", "table-source"),
            ("# source: x\n# T: T1\n# N: N0\n# M: M0\nT\tN\tgroup\n", "table-columns"),
            ("# source: x\n# T: T1\n# N: N0\n# M: M0\nT\tN\tM\tgroup\nT2\tN0\tM0\tI\n", "table-cell"),
            ("# source: x\n# T: T1\n# N: N0\n# M: M0\nT\tN\tM\tgroup\n", "table-empty"),
            (&wide, "table-size"),
            (&long, "table-declaration"),
            ("# source: x\n# histology: sarcoma\n", "table-declaration"),
            ("# source: x\n# told by: p16\n", "table-declaration"),
        ] {
            let fault = Table::parse("x", "tnm-ajcc", "8", "any", text).unwrap_err();
            assert_eq!(fault.code, reason, "{fault:?}");
        }
    }
}
