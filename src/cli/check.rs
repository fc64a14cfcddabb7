//! `tumorboard check`: what is missing, stale or contradictory in a workspace, with file, line and column.

use std::io::{self, Write};
use std::path::Path;

use chrono::NaiveDate;
use serde_json::json;

use crate::cli::context::Scope;
use crate::cli::failure::{Failure, why};
use crate::cli::json;
use crate::domain::board::BoardFile;
use crate::domain::meeting::Days;
use crate::domain::problem::{Problem, Severity};
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::i18n::Words;
use crate::phrase;
use crate::storage::{cores, layout, listing, people};

/// The problems of one file; its path is relative to the workspace.
struct Checked {
    path: String,
    problems: Vec<Problem>,
}

/// Writes every problem of the workspace, one a line; true when there is no error and no warning among them.
/// Cases are read as of the day that was asked for, else of their latest meeting, else today.
pub fn run(
    scope: &Scope,
    words: &Words,
    (asked, today): (Option<NaiveDate>, NaiveDate),
    json: bool,
    out: &mut dyn Write,
) -> Result<bool, Failure> {
    let root = scope.root.as_path();
    let (board, mut files) = workspace(root, words, asked, today)?;
    files.retain(|file| scope.covers(&file.path));
    if files.is_empty() {
        let what = root.join(scope.only.as_deref().unwrap_or_default());
        return Err(Failure::refused("cli-check-nothing").with("path", what.display().to_string()));
    }
    if json {
        write_json(&files, words, out)?;
    } else {
        write_lines(root, &files, &board, words, out)?;
    }
    let clean = |problem: &Problem| problem.severity == Severity::Note;
    Ok(files.iter().flat_map(|file| &file.problems).all(clean))
}

fn workspace(
    root: &Path,
    words: &Words,
    asked: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(BoardFile, Vec<Checked>), Failure> {
    let board = people::checked_board(root);
    let mut files = vec![Checked { path: board.path, problems: board.problems }];
    let board = board.value.unwrap_or_default();
    let cases = listing::cases(root)?;
    let mut plans = Vec::new();
    // What cannot be listed is one problem more, and hides none of the others.
    let meetings = listing::meetings(root).unwrap_or_else(|error| {
        let problem = Problem::new("unreadable", Severity::Error, "").with("why", why(words, &error));
        files.push(Checked { path: layout::MEETINGS.to_owned(), problems: vec![problem] });
        Vec::new()
    });
    for folder in meetings {
        let meeting = people::checked_meeting(root, &folder, &board, &cases);
        files.push(Checked { path: meeting.path, problems: meeting.problems });
        plans.extend(meeting.value);
    }
    let days = Days::new(&plans, asked, today);
    files.extend(cores::each(&cases, |folder| {
        let case = people::checked_case(root, folder, &board, days.of(folder));
        Checked { path: case.path, problems: case.problems }
    }));
    let overlooked = listing::overlooked(root).into_iter();
    files.extend(overlooked.map(|(path, problem)| Checked { path, problems: vec![problem] }));
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok((board, files))
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
