//! The staging tables that exist: those embedded in the program, and those that a workspace adds or puts in their place.

use std::sync::OnceLock;

use crate::domain::staging::table::Table;

/// Name and text of every file in `tables/`, found by `build.rs`.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/staging_tables.rs"));

/// Every table of the program; a data file that cannot be read is left out here and found by a test.
pub fn tables() -> &'static [Table] {
    static TABLES: OnceLock<Vec<Table>> = OnceLock::new();
    TABLES.get_or_init(|| FILES.iter().filter_map(|(name, text)| Table::read(name, text).ok()).collect())
}

/// The tables in force: the program's own, except those that one of `own` stands in for, and `own`.
pub fn in_force(own: &[Table]) -> Vec<&Table> {
    let replaced = |table: &&Table| !own.iter().any(|other| other.replaces(table));
    tables().iter().filter(replaced).chain(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_data_file_can_be_read_and_names_its_source() {
        for (name, text) in FILES {
            let table = Table::read(name, text);
            assert!(table.is_ok(), "{name}: {:?}", table.err());
            assert!(text.starts_with("# source: ") && !text.contains('\r'));
        }
        assert_eq!(tables().len(), FILES.len());
        assert!(FILES.len() > 40, "the files are found: {}", FILES.len());
    }
}
