//! One staging table, read from its data file.

use crate::domain::staging::answer::Row;
use crate::domain::staging::column::{Column, Mask};

/// The classifications that a table may be for; `any` serves all that have no table of their own.
const BASES: [&str; 8] = ["c", "p", "yc", "yp", "r", "rp", "a", "any"];

#[derive(Clone, Debug)]
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
    /// T, N, M, then the factors: one a column.
    pub columns: Vec<Column>,
    rules: Vec<Rule>,
}

#[derive(Clone, Debug)]
struct Rule {
    masks: Vec<Mask>,
    cells: Vec<String>,
    groups: Vec<String>,
}

impl Table {
    /// Reads a data file from its name, `lung-ajcc-8-any.tsv`, and its text; the reason when it is not a table.
    pub fn read(name: &str, text: &str) -> Result<Self, String> {
        let parts: Vec<&str> = name.strip_suffix(".tsv").unwrap_or(name).split('-').collect();
        let [site, system, edition, basis] = parts[..] else {
            return Err(
                "the file must be named site-system-edition-basis.tsv, as lung-ajcc-8-any.tsv".to_owned()
            );
        };
        let known = |part: &str| !part.is_empty();
        if ![site, system, edition, basis].into_iter().all(known) || !BASES.contains(&basis) {
            return Err(format!("the basis must be one of {}", BASES.join(" ")));
        }
        let system =
            if matches!(system, "ajcc" | "uicc") { format!("tnm-{system}") } else { system.to_owned() };
        Self::parse(site, &system, edition, basis, text)
    }

    /// Reads the text of a data file; the reason when it is not a table.
    pub fn parse(site: &str, system: &str, edition: &str, basis: &str, text: &str) -> Result<Self, String> {
        let mut lines = text.trim_start_matches('\u{feff}').lines();
        let first = lines.next().unwrap_or_default();
        let source = first.strip_prefix("# source: ").ok_or("the first line must name the source")?;
        let mut table = Table {
            site: site.to_owned(),
            edition: edition.to_owned(),
            basis: basis.to_owned(),
            source: source.to_owned(),
            serves: vec![(system.to_owned(), edition.to_owned())],
            topography: Vec::new(),
            called: Vec::new(),
            columns: Vec::new(),
            rules: Vec::new(),
        };
        let mut columns_seen = false;
        for line in lines.filter(|line| !line.is_empty()) {
            if let Some(declaration) = line.strip_prefix("# ") {
                table.declare(declaration).ok_or_else(|| format!("cannot read: {line}"))?;
            } else if columns_seen {
                table.add_rule(line).ok_or_else(|| format!("a cell is not declared: {line}"))?;
            } else {
                columns_seen = true;
                let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
                if format!("{}\tgroup", columns.join("\t")) != line {
                    return Err(format!("columns are not as declared: {line}"));
                }
            }
        }
        if table.rules.is_empty() { Err("no rows".to_owned()) } else { Ok(table) }
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

    pub fn row(&self, rule: usize) -> Option<Row> {
        let rule = self.rules.get(rule)?;
        let columns = self.columns.iter().map(|column| column.name.clone());
        Some(Row { cells: columns.zip(rule.cells.iter().cloned()).collect(), group: rule.groups.join("|") })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_table_says_why() {
        for (text, reason) in [
            ("T\tN\tM\tgroup\n", "source"),
            ("# source: x\n# T: T1\n# N: N0\n# M: M0\nT\tN\tgroup\n", "columns"),
            ("# source: x\n# T: T1\n# N: N0\n# M: M0\nT\tN\tM\tgroup\nT2\tN0\tM0\tI\n", "declared"),
            ("# source: x\n# T: T1\n# N: N0\n# M: M0\nT\tN\tM\tgroup\n", "no rows"),
        ] {
            let fault = Table::parse("x", "tnm-ajcc", "8", "any", text).unwrap_err();
            assert!(fault.contains(reason), "{fault}");
        }
    }
}
