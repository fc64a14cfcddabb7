//! One staging table, read from its data file.

use crate::domain::staging::answer::Row;
use crate::domain::staging::column::{Column, Mask};

#[derive(Clone, Debug)]
pub struct Table {
    pub site: &'static str,
    pub edition: &'static str,
    pub basis: &'static str,
    pub source: String,
    /// System and edition whose groups these are: the file's own first.
    pub serves: Vec<(String, String)>,
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
    /// Reads a data file; the reason when it is not a table.
    pub fn parse(
        site: &'static str,
        system: &'static str,
        edition: &'static str,
        basis: &'static str,
        text: &str,
    ) -> Result<Self, String> {
        let mut lines = text.lines();
        let first = lines.next().unwrap_or_default();
        let source = first.strip_prefix("# source: ").ok_or("the first line must name the source")?;
        let mut table = Table {
            site,
            edition,
            basis,
            source: source.to_owned(),
            serves: vec![(system.to_owned(), edition.to_owned())],
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
        if names == "also" {
            let (system, edition) = values.split_once(' ')?;
            self.serves.push((system.to_owned(), edition.to_owned()));
        } else {
            self.columns.push(Column::parse(names, values)?);
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

    pub fn serves(&self, system: &str, edition: &str) -> bool {
        self.serves.iter().any(|(own, own_edition)| own == system && own_edition == edition)
    }

    /// `lung tnm-ajcc 8 any`.
    pub fn name(&self, system: &str) -> String {
        format!("{} {system} {} {}", self.site, self.edition, self.basis)
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
