//! `tumorboard check`: what is missing, stale or contradictory in a workspace, with file, line and column.

use std::io::{self, Write};
use std::path::Path;

use chrono::NaiveDate;
use serde_json::json;

use crate::cli::json;
use crate::domain::board::BoardFile;
use crate::domain::meeting::latest_days;
use crate::domain::problem::{Problem, Severity};
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::i18n::Words;
use crate::phrase;
use crate::storage::{listing, people};

/// The problems of one file; its path is relative to the workspace.
struct Checked {
    path: String,
    problems: Vec<Problem>,
}

/// What is checked: a workspace, or what lies under a path inside it.
pub struct Scope<'a> {
    pub root: &'a Path,
    /// Relative to the workspace, with `/`.
    pub only: Option<&'a str>,
}

impl Scope<'_> {
    fn covers(&self, file: &str) -> bool {
        self.only.is_none_or(|only| {
            file == only || file.strip_prefix(only).is_some_and(|rest| rest.starts_with('/'))
        })
    }
}

/// Writes every problem of the workspace, one a line; true when there is no error and no warning among them.
/// A case is read as of the latest meeting that has it on its agenda, else as of `as_of`.
pub fn run(
    scope: &Scope<'_>,
    words: &Words,
    as_of: NaiveDate,
    json: bool,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let root = scope.root;
    let (board, mut files) = workspace(root, as_of);
    files.retain(|file| scope.covers(&file.path));
    if json {
        write_json(&files, words, out)?;
    } else {
        write_lines(root, &files, &board, words, out)?;
    }
    let clean = |problem: &Problem| problem.severity == Severity::Note;
    Ok(files.iter().flat_map(|file| &file.problems).all(clean))
}

fn workspace(root: &Path, as_of: NaiveDate) -> (BoardFile, Vec<Checked>) {
    let board = people::checked_board(root);
    let mut files = vec![Checked { path: board.path, problems: board.problems }];
    let board = board.value.unwrap_or_default();
    let cases = listing::cases(root);
    let mut plans = Vec::new();
    for folder in listing::meetings(root) {
        let meeting = people::checked_meeting(root, &folder, &board, &cases);
        files.push(Checked { path: meeting.path, problems: meeting.problems });
        plans.extend(meeting.value);
    }
    let latest = latest_days(&plans);
    for folder in cases {
        let as_of = latest.get(&folder).copied().unwrap_or(as_of);
        let case = people::checked_case(root, &folder, &board, as_of);
        files.push(Checked { path: case.path, problems: case.problems });
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    (board, files)
}

fn write_lines(
    root: &Path,
    files: &[Checked],
    board: &BoardFile,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    for file in files {
        // As seen from where the reader stands, so that an editor or a terminal can follow it.
        let path = root.strip_prefix(".").unwrap_or(root).join(&file.path);
        let path = Shown::line(&path.to_string_lossy());
        for problem in &file.problems {
            write!(out, "{path}:")?;
            if let Some(place) = problem.place {
                write!(out, "{}:{}:", place.line, place.column)?;
            }
            let severity = words.code(Severity::NAME, problem.severity.word());
            write!(out, " {severity} {}: {}", problem.code, phrase::problem(words, problem))?;
            match &problem.owner {
                Some(owner) => writeln!(out, " [{}]", Shown::line(board.person_name(owner)))?,
                None => writeln!(out)?,
            }
        }
    }
    Ok(())
}

fn write_json(files: &[Checked], words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let problems: Vec<serde_json::Value> = files
        .iter()
        .flat_map(|file| file.problems.iter().map(move |problem| (file, problem)))
        .map(|(file, problem)| {
            json!({
                "path": file.path,
                "line": problem.place.map(|place| place.line),
                "column": problem.place.map(|place| place.column),
                "severity": problem.severity.word(),
                "code": problem.code,
                "message": phrase::problem(words, problem).as_str(),
                "owner": problem.owner,
                "field": problem.path,
            })
        })
        .collect();
    json::write(out, &json!({ "schema_version": 1, "problems": problems }))
}
