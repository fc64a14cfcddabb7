//! The staging tables of a workspace: `staging/*.tsv`, in the format of the program's own, beside them or in their place.

use std::path::Path;
use std::{fs, io};

use crate::domain::problem::{Place, Problem, Severity};
use crate::domain::staging::Table;
use crate::storage::bytes::read_beneath;
use crate::storage::layout;

const MOST_BYTES: usize = 1024 * 1024;

/// The tables that can be read, and of every other file by its path in the workspace why it is none.
pub fn of(root: &Path) -> (Vec<Table>, Vec<(String, Problem)>) {
    let (mut tables, mut problems) = (Vec::new(), Vec::new());
    let entries = match fs::read_dir(root.join(layout::STAGING)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (tables, problems),
        // Another table would answer in place of one that nobody could look for.
        Err(error) => return (tables, vec![(layout::STAGING.to_owned(), unreadable(&error))]),
    };
    let mut names: Vec<String> =
        entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    let is_table =
        |name: &str| Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("tsv"));
    for name in names.iter().filter(|name| is_table(name) && !layout::is_ignored(name)) {
        let path = format!("{}/{name}", layout::STAGING);
        match table(root, &path, name) {
            Ok(table) => tables.push(table),
            Err(problem) => problems.push((path, problem)),
        }
    }
    (tables, problems)
}

fn table(root: &Path, path: &str, name: &str) -> Result<Table, Problem> {
    if layout::is_conflict_copy(name) {
        return Err(Problem::new("conflict-copy", Severity::Warning, ""));
    }
    let bytes = read_beneath(root, path, MOST_BYTES).map_err(|error| unreadable(&error))?;
    let text = String::from_utf8(bytes).map_err(|fault| {
        let before = fault.as_bytes().get(..fault.utf8_error().valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        Problem::new("not-utf8", Severity::Error, "").at(Some(Place { line, column: 1 }))
    })?;
    Table::read(name, &text).map_err(|fault| {
        let place = Place { line: fault.line, column: 1 };
        Problem::new(fault.code, Severity::Error, "").with("text", fault.text).at(Some(place))
    })
}

fn unreadable(error: &io::Error) -> Problem {
    Problem::new("unreadable", Severity::Error, "").with("why", error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str =
        "# source: the hospital\n# T: T1 T2\n# N: N0\n# M: M0\nT\tN\tM\tgroup\nT1\tN0\tM0\tone\n";

    #[test]
    fn what_is_no_table_is_named_by_its_line_and_costs_no_other_table() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("staging")).unwrap();
        let put = |name: &str, text: &[u8]| {
            let mut file = fs::File::create(root.path().join("staging").join(name)).unwrap();
            std::io::Write::write_all(&mut file, text).unwrap();
        };
        assert!(of(root.path()).1.is_empty(), "an empty folder is no problem");
        put("brain-ajcc-8-any.tsv", GOOD.as_bytes());
        put("README.md", b"ours");
        put("brain.tsv", GOOD.as_bytes());
        put("brain-ajcc-8-x.tsv", GOOD.as_bytes());
        put("a-ajcc-8-any.tsv", GOOD.replace("T1\tN0", "T9\tN0").as_bytes());
        put("b-ajcc-8-any.tsv", GOOD.replace("# source: ", "# from: ").as_bytes());
        put("c-ajcc-8-any.tsv", GOOD.replace("T\tN\tM\tgroup", "T\tM\tgroup").as_bytes());
        put("d-ajcc-8-any.tsv", GOOD.replace("T1\tN0\tM0\tone\n", "").as_bytes());
        put("e-ajcc-8-any.tsv", GOOD.replace("# N: N0", "# N:").as_bytes());
        put("f-ajcc-8-any.tsv", &[GOOD.as_bytes(), b"\xff"].concat());
        let (tables, problems) = of(root.path());
        assert_eq!(tables.len(), 1);
        let said: Vec<String> = problems
            .iter()
            .map(|(path, one)| format!("{path}:{} {}", one.place.unwrap().line, one.code))
            .collect();
        assert_eq!(
            said,
            [
                "staging/a-ajcc-8-any.tsv:6 table-cell",
                "staging/b-ajcc-8-any.tsv:1 table-source",
                "staging/brain-ajcc-8-x.tsv:1 table-basis",
                "staging/brain.tsv:1 table-name",
                "staging/c-ajcc-8-any.tsv:5 table-columns",
                "staging/d-ajcc-8-any.tsv:5 table-empty",
                "staging/e-ajcc-8-any.tsv:3 table-declaration",
                "staging/f-ajcc-8-any.tsv:7 not-utf8",
            ]
        );
    }
}
