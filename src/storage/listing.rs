//! Which folders of a workspace hold cases and meetings, and what there is that no reader looks into.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use crate::domain::cores;
use crate::domain::problem::{Problem, Severity};
use crate::domain::record::Folder;
use crate::storage::bytes::stays_beneath;
use crate::storage::error::{Doing, Error};
use crate::storage::layout::{self, Name};
use crate::storage::{copies, people};

/// What makes a folder a case. One without a case.yaml that can be read is a case too, so that it is not overlooked.
const CASE_MARKS: [&str; 4] = [layout::CASE, "case.yml", "Case.yaml", layout::RECORDS];
const MEETING_MARKS: [&str; 4] = [layout::MEETING, "meeting.yml", "Meeting.yaml", layout::RECORDS];

/// Folders with a case in name order.
pub fn cases(root: &Path) -> Result<Vec<String>, Error> {
    let names = candidates(root)?;
    let are_cases = cores::each_waiting(&names, |name| holds(root, name, &CASE_MARKS));
    Ok(names.into_iter().zip(are_cases).filter_map(|(name, is_case)| is_case.then_some(name)).collect())
}

/// Names under which there may be cases, in order: for whoever asks `is_case` of each on every core.
pub fn candidates(root: &Path) -> Result<Vec<String>, Error> {
    let mut names = folders(root, Doing::OpenWorkspace, |name| name != layout::MEETINGS && is_name(name))?;
    let copied = copied(&names, |name| says_case(root, name));
    names.retain(|name| copied.binary_search(name).is_err());
    Ok(names)
}

/// Folders under `meetings/` in name order, which begins with the date; none where there is no such folder.
pub fn meetings(root: &Path) -> Result<Vec<String>, Error> {
    let dir = root.join(layout::MEETINGS);
    if fs::symlink_metadata(&dir).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return Ok(Vec::new());
    }
    let mut names = folders(&dir, Doing::ReadFile, |name| holds(&dir, name, &MEETING_MARKS))?;
    let copied = copied(&names, |name| says_meeting(root, name));
    names.retain(|name| copied.binary_search(name).is_err());
    Ok(names)
}

/// Whether there is such a case; a name that leads elsewhere is none.
pub fn is_case(root: &Path, name: &str) -> bool {
    name != layout::MEETINGS && holds(root, name, &CASE_MARKS) && !is_case_copy(root, name)
}

pub fn is_meeting(root: &Path, name: &str) -> bool {
    let dir = root.join(layout::MEETINGS);
    let is_copy = copies::originals(name).any(|original| {
        holds(&dir, original, &MEETING_MARKS) && says_meeting(root, name).as_deref() == Some(original)
    });
    holds(&dir, name, &MEETING_MARKS) && !is_copy
}

/// Whether a folder of this name, if it holds a case, is one.
pub fn may_be_case(root: &Path, name: &str) -> bool {
    is_name(name) && !is_case_copy(root, name)
}

/// Whether a folder is the copy of a case: its name holds that of another folder, and its file says that it is that one.
/// A case of its own may be called as it likes.
fn is_case_copy(root: &Path, name: &str) -> bool {
    copies::originals(name).any(|original| {
        holds(root, original, &CASE_MARKS) && says_case(root, name).as_deref() == Some(original)
    })
}

fn says_case(root: &Path, name: &str) -> Option<String> {
    people::id(&root.join(name), layout::CASE)
}

fn says_meeting(root: &Path, name: &str) -> Option<String> {
    people::id(&root.join(layout::MEETINGS).join(name), layout::MEETING)
}

/// Those of sorted names that are of copies; what a folder `says` that it is, is asked of few.
fn copied(names: &[String], says: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut copied = Vec::new();
    // Of sorted names those that one begins with stand one upon another before it.
    let mut begins: Vec<&str> = Vec::new();
    for name in names {
        while begins.last().is_some_and(|top| !name.starts_with(top)) {
            begins.pop();
        }
        let may_hold = !begins.is_empty() || name.contains(char::is_whitespace);
        if may_hold {
            let others: Vec<&str> = copies::originals(name)
                .filter(|part| names.binary_search_by(|other| other.as_str().cmp(part)).is_ok())
                .collect();
            if !others.is_empty() && says(name).is_some_and(|id| others.contains(&id.as_str())) {
                copied.push(name.clone());
            }
        }
        begins.push(name);
    }
    copied
}

/// Copies of the folders of cases and meetings, by path; nobody reads them.
pub fn copied_folders(root: &Path) -> BTreeSet<String> {
    let dir = root.join(layout::MEETINGS);
    let names = |dir: &Path| folders(dir, Doing::OpenWorkspace, is_name).unwrap_or_default();
    let cases = copied(&names(root), |name| says_case(root, name));
    let meetings = copied(&names(&dir), |name| says_meeting(root, name));
    cases.into_iter().chain(meetings.into_iter().map(|name| format!("{}/{name}", layout::MEETINGS))).collect()
}

/// What no reader of records looks into, by path: copies, and all of them where the folder is a link that leads out.
pub fn overlooked_records(root: &Path, folder: &Folder) -> Vec<(String, Problem)> {
    let records = layout::records_dir(root, folder);
    let path = format!("{}/{}", layout::folder_path(folder), layout::RECORDS);
    if stays_beneath(&layout::folder_dir(root, folder), &records).is_err() {
        return vec![(path, Problem::new("link-leads-out", Severity::Error, ""))];
    }
    let entries = match fs::read_dir(records) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
        Err(error) => return vec![(path, people::unreadable(&error))],
    };
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let copies = names.filter(|name| layout::read_name(name) == Name::ConflictCopy);
    copies.map(|name| (layout::record_path(folder, &name), copy(&name))).collect()
}

/// What an editor keeps for itself is good to know; a second version is to be compared.
fn copy(name: &str) -> Problem {
    let severity = if copies::is_backup(name) { Severity::Note } else { Severity::Warning };
    Problem::new("conflict-copy", severity, "")
}

/// Whether a case could have this name.
pub fn is_name(name: &str) -> bool {
    layout::is_folder_name(name) && !copies::is_marked(name)
}

/// Also a folder that nobody may look into: what it is cannot be known, and it must not vanish from the lists.
fn holds(dir: &Path, name: &str, marks: &[&str]) -> bool {
    let folder = dir.join(name);
    // What the disk does not answer for is there: whoever opens it is told why.
    let unless_gone =
        |error: io::Error| !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
    let is_folder = || fs::metadata(&folder).map_or_else(unless_gone, |data| data.is_dir());
    let is_there = |mark: &&str| match fs::symlink_metadata(folder.join(mark)) {
        Ok(_) => true,
        Err(error) => unless_gone(error) && is_folder(),
    };
    is_name(name) && marks.iter().any(is_there)
}

fn folders(dir: &Path, doing: Doing, wanted: impl Fn(&str) -> bool) -> Result<Vec<String>, Error> {
    let failed = |error| Error::io(doing, dir, error);
    let mut names = Vec::new();
    for entry in fs::read_dir(dir).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        // What is plainly a file is not asked for what it holds.
        if entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        if let Ok(name) = entry.file_name().into_string()
            && wanted(&name)
        {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// What a person may take for a case, a meeting or a part of one, and no reader does; by path. `cases` are its cases.
pub fn overlooked(root: &Path, cases: &[String]) -> Vec<(String, Problem)> {
    let mut found = overlooked_beside_cases(root);
    found.extend(cores::each_waiting(cases, |name| overlooked_in_case(root, name)).into_iter().flatten());
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found
}

/// Of what `overlooked` finds, what lies in no case.
pub fn overlooked_beside_cases(root: &Path) -> Vec<(String, Problem)> {
    let copied = copied_folders(root);
    let mut found = overlooked_in(root, "", Some(&copied));
    found.extend(overlooked_in(root, &format!("{}/", layout::MEETINGS), Some(&copied)));
    for name in meetings(root).unwrap_or_default() {
        found.extend(overlooked_in(root, &format!("{}/{name}/", layout::MEETINGS), None));
    }
    found
}

/// Of what `overlooked` finds, what lies in this case.
pub fn overlooked_in_case(root: &Path, name: &str) -> Vec<(String, Problem)> {
    overlooked_in(root, &format!("{name}/"), None)
}

/// `copied` are the copies of folders, where the place is one of cases or meetings.
fn overlooked_in(root: &Path, place: &str, copied: Option<&BTreeSet<String>>) -> Vec<(String, Problem)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root.join(place)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let shown = name.to_string_lossy();
        let why = if copied.is_some_and(|copied| copied.contains(&format!("{place}{shown}"))) {
            Some(Problem::new("conflict-copy", Severity::Warning, ""))
        } else if layout::is_conflict_copy(&shown) {
            Some(copy(&shown))
        } else if name.to_str().is_none() {
            Some(Problem::new("name-not-utf8", Severity::Error, ""))
        } else {
            // A link inside a case is told where the case names it.
            let is_link = || entry.file_type().is_ok_and(|kind| kind.is_symlink());
            let is_followed = copied.is_some() && !layout::is_ignored(&shown) && is_link();
            is_followed.then(|| linked(root, &entry.path())).flatten()
        };
        found.extend(why.map(|why| (format!("{place}{shown}"), why)));
    }
    found
}

/// What is wrong with a link in the place of a case or a meeting.
fn linked(root: &Path, path: &Path) -> Option<Problem> {
    if !path.exists() {
        return Some(Problem::new("dangling-link", Severity::Error, ""));
    }
    let leads_out = path.is_dir() && stays_beneath(root, path).is_err();
    leads_out.then(|| Problem::new("folder-leads-out", Severity::Warning, ""))
}
