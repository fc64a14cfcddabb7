//! The reader for the files that people write: case.yaml, board.yaml, meeting.yaml. It never writes.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::check::{self, Measure};
use crate::domain::kinds::Kinds;
use crate::domain::meeting::Meeting;
use crate::domain::problem::{Place, Problem, Severity};
use crate::domain::workspace::Loaded;
use crate::storage::attachments::{self, Attachment};
use crate::storage::bytes::read_beneath;
use crate::storage::fit::fit;
use crate::storage::layout;
use crate::storage::node::{Entry, Kind, Node};
use crate::storage::places::Places;
use crate::storage::record_file::sha256;
use crate::storage::shape::{BOARD, CASE, MEETING, Shape};
use crate::storage::yaml;

/// The newest `schema:` of people's files that this program knows.
const SCHEMA: u32 = 1;

pub fn board(root: &Path) -> Loaded<BoardFile> {
    read(root, layout::BOARD.to_owned(), None, &BOARD).0
}

/// The roster that the bytes are; none where they cannot be read as one.
pub fn board_of(bytes: &[u8]) -> Option<BoardFile> {
    parse(bytes, None, &BOARD).ok().map(|(board, ..)| board)
}

/// The digest that `board` says, without looking at what is in the file.
pub fn board_digest(root: &Path) -> Option<String> {
    bytes(root, layout::BOARD).ok().map(|bytes| sha256(&bytes))
}

pub fn meeting(root: &Path, folder: &str) -> Loaded<Meeting> {
    read(root, format!("meetings/{folder}/meeting.yaml"), Some(folder), &MEETING).0
}

pub fn case(root: &Path, folder: &str) -> Loaded<Case> {
    read(root, format!("{folder}/case.yaml"), Some(folder), &CASE).0
}

/// The id that a file gives itself; none where there is none to be read.
pub fn id(dir: &Path, name: &str) -> Option<String> {
    let root = yaml::parse(&bytes(dir, name).ok()?).ok()?;
    root.entry("id")?.value.text().map(ToOwned::to_owned)
}

/// The case with what is missing, stale or contradictory in it; in the order of the file.
pub fn checked_case(root: &Path, folder: &str, measure: &Measure<'_>) -> Loaded<Case> {
    checked(root, folder, measure).loaded
}

/// A case that was checked, and what is asked of it beyond its problems.
pub struct CheckedCase {
    pub loaded: Loaded<Case>,
    /// None of a file that could not be read.
    pub places: Option<Places>,
    pub attachments: Vec<Attachment>,
    /// What is wrong with them, which is among the problems too; it may change while the file does not.
    pub unsound: Vec<Problem>,
}

pub fn checked(root: &Path, folder: &str, measure: &Measure<'_>) -> CheckedCase {
    let (mut loaded, places) = read(root, format!("{folder}/case.yaml"), Some(folder), &CASE);
    let attachments = loaded.value.as_ref().map(attachments::of).unwrap_or_default();
    let unsound = attachments::check(&root.join(folder), &attachments);
    if let Some(case) = &loaded.value {
        let mut found = check::check(case, measure);
        found.extend(unsound.iter().cloned());
        add(&mut loaded.problems, found, places.as_ref());
    }
    CheckedCase { loaded, places, attachments, unsound }
}

/// The digest that `case` says, without looking at what is in the file.
pub fn case_digest(root: &Path, folder: &str) -> Option<String> {
    bytes(&root.join(folder), layout::CASE).ok().map(|bytes| sha256(&bytes))
}

/// The roster with references in it that lead nowhere.
pub fn checked_board(root: &Path) -> Loaded<BoardFile> {
    let (mut loaded, places) = read(root, layout::BOARD.to_owned(), None, &BOARD);
    if let Some(board) = &loaded.value {
        let found = check::board(board);
        add(&mut loaded.problems, found, places.as_ref());
    }
    loaded
}

/// The meeting's plan with references in it that lead nowhere; `cases` are the folders that exist.
pub fn checked_meeting(
    root: &Path,
    folder: &str,
    board: &BoardFile,
    cases: &BTreeSet<&str>,
) -> Loaded<Meeting> {
    let path = format!("meetings/{folder}/meeting.yaml");
    let (mut loaded, places) = read(root, path, Some(folder), &MEETING);
    if let Some(meeting) = &loaded.value {
        let found = check::meeting(meeting, board, cases);
        add(&mut loaded.problems, found, places.as_ref());
    }
    loaded
}

fn add(problems: &mut Vec<Problem>, found: Vec<Problem>, places: Option<&Places>) {
    let mut kinds = Kinds::default();
    for problem in found {
        kinds.push(problem);
    }
    problems.extend(kinds.finish().into_iter().map(|problem| {
        let place = places.map(|places| places.find(&problem.path));
        problem.at(place)
    }));
    problems.sort_by_key(|problem| problem.place);
}

fn read<T: DeserializeOwned + Default>(
    root: &Path,
    path: String,
    folder: Option<&str>,
    shape: &Shape,
) -> (Loaded<T>, Option<Places>) {
    let mut loaded = Loaded { path, value: None, problems: Vec::new(), sha256: None };
    let (dir, name) = loaded.path.rsplit_once('/').unwrap_or(("", &loaded.path));
    let bytes = match bytes(&root.join(dir), name) {
        Ok(bytes) => bytes,
        Err(problem) => {
            loaded.problems.push(problem);
            return (loaded, None);
        }
    };
    loaded.sha256 = Some(sha256(&bytes));
    match parse(&bytes, folder, shape) {
        Ok((value, problems, places)) => {
            loaded.value = Some(value);
            loaded.problems = problems;
            (loaded, Some(places))
        }
        Err(problem) => {
            loaded.problems.push(problem);
            (loaded, None)
        }
    }
}

/// A link may lead to another file of the same folder, and not to that of another patient.
fn bytes(dir: &Path, name: &str) -> Result<Vec<u8>, Problem> {
    read_beneath(dir, name, yaml::MOST_BYTES).map_err(|error| match error.kind() {
        ErrorKind::NotFound if dir.join(name).is_symlink() => {
            Problem::new("dangling-link", Severity::Error, "")
        }
        _ => unreadable(&error),
    })
}

/// Why a file or a folder cannot be read.
pub fn unreadable(error: &std::io::Error) -> Problem {
    let code = match error.kind() {
        ErrorKind::CrossesDevices => "link-leads-out",
        ErrorKind::NotFound => "missing-file",
        ErrorKind::PermissionDenied => "not-permitted",
        ErrorKind::InvalidInput => "not-a-file",
        ErrorKind::FileTooLarge => "too-big",
        _ => return Problem::new("unreadable", Severity::Error, "").with("why", error.to_string()),
    };
    Problem::new(code, Severity::Error, "")
}

type Read3<T> = (T, Vec<Problem>, Places);

fn parse<T: DeserializeOwned + Default>(
    bytes: &[u8],
    folder: Option<&str>,
    shape: &Shape,
) -> Result<Read3<T>, Problem> {
    let (mut root, mut problems) = tree(bytes, folder, shape)?;
    let value = if let Ok(value) = T::deserialize(&mut root) {
        value
    } else {
        // Some of its texts were taken out.
        (root, problems) = tree(bytes, folder, shape)?;
        sections(&mut root, &mut problems)
    };
    problems.sort_by_key(|problem| problem.place);
    Ok((value, problems, Places::of(root)))
}

/// The tree of a file without what does not fit, and the problems of that.
fn tree(bytes: &[u8], folder: Option<&str>, shape: &Shape) -> Result<(Node, Vec<Problem>), Problem> {
    let mut root = yaml::parse(bytes)?;
    let mut problems = fit(&mut root, shape);
    problems.extend(leave_out_stages(&mut root));
    problems.extend(schema_problem(&root));
    problems.extend(folder.and_then(|folder| id_problem(&root, folder)));
    Ok((root, problems))
}

/// Each stage is looked up in its table whenever it is shown; nobody's case has more.
const MOST_STAGES: usize = 200;

fn leave_out_stages(root: &mut Node) -> Option<Problem> {
    let Kind::Map(entries) = &mut root.kind else { return None };
    let entry = entries.iter_mut().find(|entry| entry.key == "staging")?;
    let Kind::List(stages) = &mut entry.value.kind else { return None };
    let count = stages.len();
    stages.truncate(MOST_STAGES);
    let problem = || {
        Problem::new("stages-too-many", Severity::Error, "staging")
            .with("count", count.to_string())
            .with("limit", MOST_STAGES.to_string())
            .at(Some(entry.place))
    };
    (count > MOST_STAGES).then(problem)
}

fn schema_problem(root: &Node) -> Option<Problem> {
    let node = &root.entry("schema")?.value;
    let text = node.text()?.trim();
    let problem = match text.parse::<u32>() {
        Ok(SCHEMA) => return None,
        Ok(newer) if newer > SCHEMA => Problem::new("schema-newer", Severity::Error, "schema")
            .with("schema", text)
            .with("known", SCHEMA.to_string()),
        _ => Problem::new("unknown-value", Severity::Error, "schema")
            .with("value", text)
            .with("suggestion", SCHEMA.to_string())
            .with("list", SCHEMA.to_string()),
    };
    Some(problem.at(Some(node.place)))
}

/// The folder's name counts for everything on disk, so a file that was copied into the wrong folder must show.
fn id_problem(root: &Node, folder: &str) -> Option<Problem> {
    let Some(entry) = root.entry("id") else {
        let place = Place { line: 1, column: 1 };
        return Some(
            Problem::new("id-missing", Severity::Warning, "id").with("folder", folder).at(Some(place)),
        );
    };
    match entry.value.text() {
        Some(id) if id == folder => None,
        Some(id) => Some(
            Problem::new("id-mismatch", Severity::Error, "id")
                .with("id", id)
                .with("folder", folder)
                .at(Some(entry.value.place)),
        ),
        None => Some(
            Problem::new("id-missing", Severity::Warning, "id").with("folder", folder).at(Some(entry.place)),
        ),
    }
}

/// The value of a tree that serde does not take. What does not fit was made blank before, so only a type and a schema that
/// disagree lead here: the smallest part that fails is left out and named, and the rest is kept.
fn sections<T: DeserializeOwned + Default>(root: &mut Node, problems: &mut Vec<Problem>) -> T {
    let place = root.place;
    if let Kind::Map(entries) = &mut root.kind {
        for Entry { key, place: key_place, value } in entries {
            let reads = |value: &Node| {
                let entry = Entry { key: key.clone(), place, value: value.clone() };
                T::deserialize(&mut Node { place, kind: Kind::Map(vec![entry]) }).is_ok()
            };
            if reads(value) {
                continue;
            }
            leave_out_items(value, &reads);
            if !reads(value) {
                value.kind = Kind::Blank;
            }
            problems.push(
                Problem::new("wrong-shape", Severity::Error, key.clone())
                    .with("key", key.clone())
                    .at(Some(*key_place)),
            );
        }
    }
    T::deserialize(&mut root.clone()).unwrap_or_default()
}

/// Blanks the items of a list, or the entries of a mapping, that cannot be read on their own.
fn leave_out_items(section: &mut Node, reads: &dyn Fn(&Node) -> bool) {
    let place = section.place;
    match &mut section.kind {
        Kind::List(items) => {
            for item in items {
                if !reads(&Node { place, kind: Kind::List(vec![item.clone()]) }) {
                    item.kind = Kind::Blank;
                }
            }
        }
        Kind::Map(entries) => {
            for entry in entries {
                if !reads(&Node { place, kind: Kind::Map(vec![entry.clone()]) }) {
                    entry.value.kind = Kind::Blank;
                }
            }
        }
        Kind::Blank | Kind::Text(_) => (),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[test]
    fn a_type_that_disagrees_with_its_schema_loses_that_part_alone_and_says_which() {
        #[derive(Debug, Default, PartialEq, Deserialize)]
        #[serde(default)]
        struct Other {
            id: String,
            diagnosis: Option<bool>,
            imaging: Vec<Vec<String>>,
        }
        let yaml = "id: tb-1\ndiagnosis: {text: hcc}\nimaging:\n- {region: liver}\n";
        let (value, problems, places) = parse::<Other>(yaml.as_bytes(), Some("tb-1"), &CASE).unwrap();
        assert_eq!(value, Other { id: "tb-1".to_owned(), ..Other::default() });
        let named: Vec<(&str, &str)> = problems.iter().map(|own| (&*own.code, &*own.path)).collect();
        assert_eq!(named, [("wrong-shape", "diagnosis"), ("wrong-shape", "imaging")]);
        assert_eq!(places.find("id"), Place { line: 1, column: 5 });
    }
}
