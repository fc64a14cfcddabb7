//! `tumorboard check`: what is missing, stale or contradictory in a workspace, with file, line and column.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::mem;
use std::path::Path;

use chrono::NaiveDate;
use clap::ValueEnum;
use serde_json::json;

use crate::cli::context::Scope;
use crate::cli::failure::{Failure, why};
use crate::cli::json;
use crate::cli::namesakes::{self, Own};
use crate::domain::agenda;
use crate::domain::board::BoardFile;
use crate::domain::check::{self, LimitsOfBoards, Measure};
use crate::domain::cores;
use crate::domain::meeting::Days;
use crate::domain::problem::{Problem, Severity};
use crate::domain::record::Folder;
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::domain::workspace::MeetingFolder;
use crate::i18n::Words;
use crate::phrase;
use crate::storage::kept_check::KeptChecks;
use crate::storage::{journal, layout, listing, people, tables};
use crate::ui::wrap::wrap;

/// The problems of one file; its path is relative to the workspace.
struct Checked {
    path: String,
    problems: Vec<Problem>,
}

/// Everything that was found in a workspace.
struct Found {
    board: BoardFile,
    files: Vec<Checked>,
    /// Who asks for a meeting asks for what it will discuss.
    discussed: BTreeSet<String>,
}

/// In which order it tells what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum By {
    Owner,
    File,
}

/// How the problems are written: one a line in the order of the files, by who has to mend them, or for a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    Lines,
    /// Folded to so many cells, or each problem on one line.
    Owners(Option<usize>),
    Json,
}

impl Layout {
    /// A whole workspace is a list of what each person has to do; of one case or file the problems stand in their order.
    pub fn of(by: Option<By>, json: bool, is_whole: bool, cells: Option<usize>) -> Self {
        match by {
            _ if json => Layout::Json,
            Some(By::File) => Layout::Lines,
            None if !is_whole => Layout::Lines,
            Some(By::Owner) | None => Layout::Owners(cells),
        }
    }
}

/// Writes every problem of the workspace; true when there is no error and no warning among them.
/// Cases are read as of the day that was asked for, else of their latest meeting, else today.
pub fn run(
    (scope, cache): (&Scope, Option<&Path>),
    words: &Words,
    days: (Option<NaiveDate>, NaiveDate),
    layout: Layout,
    out: &mut dyn Write,
) -> Result<bool, Failure> {
    let root = scope.root.as_path();
    let Found { board, mut files, discussed } = workspace((scope, cache), words, days)?;
    files.retain(|file| {
        let folder = file.path.split_once('/').map_or("", |(folder, _)| folder);
        scope.covers(&file.path) || discussed.contains(folder)
    });
    if files.is_empty() {
        let what = root.join(scope.only.as_deref().unwrap_or_default());
        return Err(Failure::refused("cli-check-nothing").with("path", what.display().to_string()));
    }
    match layout {
        Layout::Lines => write_lines(root, &files, &board, words, out)?,
        Layout::Owners(cells) => write_owners(root, &files, &board, (words, cells), out)?,
        Layout::Json => write_json(&files, words, out)?,
    }
    let clean = |problem: &Problem| problem.severity == Severity::Note;
    let is_clean = files.iter().flat_map(|file| &file.problems).all(clean);
    // The program ends here: to give back a million texts one by one would be part of every check of a large workspace.
    mem::forget(files);
    Ok(is_clean)
}

/// What is asked for, and what it has to be compared with.
fn workspace(
    (scope, cache): (&Scope, Option<&Path>),
    words: &Words,
    (asked, today): (Option<NaiveDate>, NaiveDate),
) -> Result<Found, Failure> {
    let root = scope.root.as_path();
    let board = people::checked_board(root);
    let mut files = vec![Checked { path: board.path, problems: board.problems }];
    let board = board.value.unwrap_or_default();
    let cases = listing::cases(root)?;
    let (mut sittings, mut discussed) = (Vec::new(), BTreeSet::new());
    // What cannot be listed is one problem more, and hides none of the others.
    let meetings = listing::meetings(root).unwrap_or_else(|error| {
        let problem = Problem::new("unreadable", Severity::Error, "").with("why", why(words, &error));
        files.push(Checked { path: layout::MEETINGS.to_owned(), problems: vec![problem] });
        Vec::new()
    });
    let mut overlooked = listing::overlooked_beside_cases(root);
    let folders: BTreeSet<&str> = cases.iter().map(String::as_str).collect();
    let read = cores::each_waiting(&meetings, |folder| {
        let own = Folder::Meeting(folder.clone());
        let file = people::checked_meeting(root, folder, &board, &folders);
        let (history, damaged) = journal::read(root, &own);
        let meeting = MeetingFolder { folder: folder.clone(), file, history, damaged };
        (meeting, listing::overlooked_records(root, &own))
    });
    for (mut meeting, copies) in read {
        overlooked.extend(copies);
        let (path, problems) = (meeting.file.path.clone(), mem::take(&mut meeting.file.problems));
        files.push(Checked { path, problems });
        let sitting = agenda::sitting(&meeting);
        if scope.is(&layout::folder_path(&Folder::Meeting(meeting.folder))) {
            discussed.extend(sitting.cases.iter().cloned());
        }
        sittings.push(sitting);
    }
    let days = Days::new(&sittings, asked, today);
    let (tables, faulty) = tables::of(root);
    files.extend(faulty.into_iter().map(|(path, problem)| Checked { path, problems: vec![problem] }));
    let is_asked = |folder: &str| scope.meets(folder) || discussed.contains(folder);
    let own: Vec<String> = cases.iter().filter(|folder| is_asked(folder)).cloned().collect();
    let is_whole = own.len() == cases.len();
    let kept = KeptChecks::load(cache, root, &board, &tables);
    let limits = LimitsOfBoards::of(&board);
    let read = cores::each_waiting(&own, |folder| {
        // One after the other, while the disk has the folder at hand.
        let answer = kept.case(root, folder, &Measure::by(folder, &days, (&board, &limits), &tables));
        let mut overlooked = listing::overlooked_in_case(root, folder);
        overlooked.extend(listing::overlooked_records(root, &Folder::Case(folder.clone())));
        (answer, overlooked)
    });
    // Another day than the usual is asked for once. A cache that cannot be kept is made again the next time.
    let answers = own.iter().zip(&read).map(|(folder, (answer, _))| (folder.as_str(), answer));
    // Of some cases nothing is kept, because it would be kept instead of all.
    let _ = !is_whole || asked.is_some() || kept.keep(answers).is_ok();
    drop(kept);
    // In the order of the folders.
    let mut patients = Vec::new();
    for (folder, (answer, copies)) in own.iter().zip(read) {
        overlooked.extend(copies);
        patients.extend(answer.patient.map(|known| Own { folder, at: files.len(), known }));
        files.push(Checked { path: format!("{folder}/{}", layout::CASE), problems: answer.problems });
    }
    let asks_others = !is_whole && !patients.is_empty();
    let others = if asks_others { namesakes::others((root, cache), today, is_asked)? } else { Vec::new() };
    for (at, problems) in namesakes::told(&patients, &others) {
        if let Some(file) = files.get_mut(at) {
            file.problems.extend(problems);
            file.problems.sort_by_key(|problem| problem.place);
        }
    }
    // Given back by the end of the program, as what was found.
    mem::forget(patients);
    files.extend(overlooked.into_iter().map(|(path, problem)| Checked { path, problems: vec![problem] }));
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(Found { board, files, discussed })
}

fn write_lines(
    root: &Path,
    files: &[Checked],
    board: &BoardFile,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let all = files.iter().flat_map(|file| file.problems.iter().map(move |problem| (file, problem)));
    let lines = Lines::new(root, words);
    let said = |(file, problem): &(&Checked, &Problem)| {
        let owner = problem.owner.as_ref().map(|owner| Shown::line(board.person_name(owner)));
        let owner = owner.map(|owner| format!(" [{owner}]")).unwrap_or_default();
        format!("{}{owner}\n", lines.of(file, problem))
    };
    write_each(&all.collect::<Vec<_>>(), said, out)
}

/// Worded on every core, and written in their order; what is worded at once stays small.
fn write_each<T: Sync>(all: &[T], said: impl Fn(&T) -> String + Sync, out: &mut dyn Write) -> io::Result<()> {
    for part in all.chunks(LINES_AT_ONCE) {
        let some: Vec<&[T]> = part.chunks(LINES_OF_A_TEXT).collect();
        for text in cores::each(&some, |some| some.iter().map(&said).collect::<String>()) {
            out.write_all(text.as_bytes())?;
        }
    }
    Ok(())
}

/// Threads are started once for so many, and no more are worded before they are written.
const LINES_AT_ONCE: usize = 1 << 14;
/// So many lines become one text: for each small one a place would be sought in memory that the readers left full of holes.
const LINES_OF_A_TEXT: usize = 64;

/// What every line of what is told begins with, worked out once.
struct Lines<'a> {
    root: &'a Path,
    words: &'a Words,
    severities: Vec<(Severity, String)>,
}

impl<'a> Lines<'a> {
    /// Files are told as seen from where the reader stands, so that an editor or a terminal can follow them.
    fn new(root: &'a Path, words: &'a Words) -> Self {
        let severities = Severity::WORDS.iter().map(|(word, own)| (*own, words.code(Severity::NAME, word)));
        let severities = severities.collect();
        Lines { root: root.strip_prefix(".").unwrap_or(root), words, severities }
    }

    /// One problem with its place.
    fn of(&self, file: &Checked, problem: &Problem) -> String {
        let place =
            problem.place.map(|place| format!("{}:{}:", place.line, place.column)).unwrap_or_default();
        let severity = self.severities.iter().find(|(own, _)| *own == problem.severity);
        let severity = severity.map_or(problem.severity.word(), |(_, word)| word.as_str());
        let path = Shown::line(&self.root.join(&file.path).to_string_lossy());
        format!("{path}:{place} {severity} {}: {}", problem.code, phrase::problem(self.words, problem))
    }
}

/// How many of each severity: errors, warnings, notes.
fn counted(of: &[(&Checked, Vec<&Problem>)]) -> [usize; 3] {
    let mut counts = [0; 3];
    for problem in of.iter().flat_map(|(_, problems)| problems) {
        let [errors, warnings, notes] = &mut counts;
        *match problem.severity {
            Severity::Error => errors,
            Severity::Warning => warnings,
            Severity::Note => notes,
        } += 1;
    }
    counts
}

/// The problems of one file by the name of who has to mend them.
fn by_owner<'a>(file: &'a Checked, board: &'a BoardFile) -> BTreeMap<Option<&'a str>, Vec<&'a Problem>> {
    let mut own: BTreeMap<Option<&str>, Vec<&Problem>> = BTreeMap::new();
    for problem in &file.problems {
        let owner = problem.owner.as_deref().map(|key| board.person_name(key));
        own.entry(owner).or_default().push(problem);
    }
    own
}

/// What each person has to do, who has most to mend first; what nobody owns comes last.
fn write_owners(
    root: &Path,
    files: &[Checked],
    board: &BoardFile,
    (words, cells): (&Words, Option<usize>),
    out: &mut dyn Write,
) -> io::Result<()> {
    let files: Vec<&Checked> = files.iter().collect();
    let each = cores::each(&files, |file| by_owner(file, board));
    let mut owners: BTreeMap<Option<&str>, Vec<(&Checked, Vec<&Problem>)>> = BTreeMap::new();
    for (file, own) in files.into_iter().zip(each) {
        for (owner, problems) in own {
            owners.entry(owner).or_default().push((file, problems));
        }
    }
    let mut owners: Vec<_> = owners.into_iter().map(|(owner, of)| (owner, counted(&of), of)).collect();
    owners.sort_by_key(|(owner, [errors, warnings, _], _)| {
        (owner.is_none(), Reverse(*errors), Reverse(*warnings))
    });
    let folded = |line: String, under: &str| match cells {
        Some(cells) => wrap(&line, cells.saturating_sub(under.len())).join(&format!("\n{under}")),
        None => line,
    };
    let mut list = Vec::new();
    for (owner, [errors, warnings, notes], of) in owners {
        let who = owner.map_or_else(|| words.get("cli-todo-nobody"), ToOwned::to_owned);
        let head = [
            ("who", who.into()),
            ("files", of.len().into()),
            ("errors", errors.into()),
            ("warnings", warnings.into()),
            ("notes", notes.into()),
        ];
        let parted = if list.is_empty() { "" } else { "\n" };
        let head = Shown::line(&words.with("cli-todo-owner", &head)).to_string();
        list.push(Todo::Head(format!("{parted}{}\n", folded(head, "    "))));
        list.extend(of.into_iter().flat_map(|(file, mut problems)| {
            problems.sort_by_key(|problem| problem.severity);
            problems.into_iter().map(move |problem| Todo::Item(file, problem))
        }));
    }
    let lines = Lines::new(root, words);
    let said = |own: &Todo<'_>| match own {
        Todo::Head(text) => text.clone(),
        Todo::Item(file, problem) => format!("  {}\n", folded(lines.of(file, problem), "      ")),
    };
    write_each(&list, said, out)
}

/// A line of the list: who, or what is to be mended.
enum Todo<'a> {
    Head(String),
    Item(&'a Checked, &'a Problem),
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
                "authority": check::source(&problem.code),
                "field": problem.path,
            })
        })
        .collect();
    json::write(out, &json!({ "schema_version": 1, "problems": problems }))
}
