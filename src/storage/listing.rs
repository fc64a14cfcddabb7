//! Which folders of a workspace hold cases and meetings, and what there is that no reader looks into.

use std::path::Path;
use std::{fs, io};

use crate::domain::problem::{Problem, Severity};
use crate::storage::error::{Doing, Error};
use crate::storage::{cores, layout};

/// What makes a folder a case. One without a case.yaml that can be read is a case too, so that it is not overlooked.
const CASE_MARKS: [&str; 4] = [layout::CASE, "case.yml", "Case.yaml", layout::RECORDS];
const MEETING_MARKS: [&str; 4] = [layout::MEETING, "meeting.yml", "Meeting.yaml", layout::RECORDS];

/// Folders with a case in name order.
pub fn cases(root: &Path) -> Result<Vec<String>, Error> {
    let names = candidates(root)?;
    let are_cases = cores::each(&names, |name| is_case(root, name));
    Ok(names.into_iter().zip(are_cases).filter_map(|(name, is_case)| is_case.then_some(name)).collect())
}

/// Names under which there may be cases, in order: for whoever asks `is_case` of each on every core.
pub fn candidates(root: &Path) -> Result<Vec<String>, Error> {
    folders(root, Doing::OpenWorkspace, is_name)
}

/// Folders under `meetings/` in name order, which begins with the date; none where there is no such folder.
pub fn meetings(root: &Path) -> Result<Vec<String>, Error> {
    let dir = root.join(layout::MEETINGS);
    if fs::symlink_metadata(&dir).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return Ok(Vec::new());
    }
    folders(&dir, Doing::ReadFile, |name| is_meeting(root, name))
}

/// Whether there is such a case; a name that leads elsewhere is none.
pub fn is_case(root: &Path, name: &str) -> bool {
    name != layout::MEETINGS && holds(root, name, &CASE_MARKS)
}

pub fn is_meeting(root: &Path, name: &str) -> bool {
    holds(&root.join(layout::MEETINGS), name, &MEETING_MARKS)
}

/// Whether a case could have this name.
pub fn is_name(name: &str) -> bool {
    layout::is_folder_name(name) && !layout::is_conflict_copy(name)
}

/// Also a folder that nobody may look into: what it is cannot be known, and it must not vanish from the lists.
fn holds(dir: &Path, name: &str, marks: &[&str]) -> bool {
    let folder = dir.join(name);
    // What the disk does not answer for is there: whoever opens it is told why.
    let unless_gone =
        |error: io::Error| !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
    let is_there = |mark: &&str| fs::symlink_metadata(folder.join(mark)).map_or_else(unless_gone, |_| true);
    is_name(name)
        && fs::metadata(&folder).map_or_else(unless_gone, |data| data.is_dir())
        && marks.iter().any(is_there)
}

fn folders(dir: &Path, doing: Doing, wanted: impl Fn(&str) -> bool) -> Result<Vec<String>, Error> {
    let failed = |error| Error::io(doing, dir, error);
    let mut names = Vec::new();
    for entry in fs::read_dir(dir).map_err(failed)? {
        if let Ok(name) = entry.map_err(failed)?.file_name().into_string()
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
    let mut places = vec![String::new(), format!("{}/", layout::MEETINGS)];
    places.extend(cases.iter().map(|name| format!("{name}/")));
    let meetings = meetings(root).unwrap_or_default().into_iter();
    places.extend(meetings.map(|name| format!("{}/{name}/", layout::MEETINGS)));
    let found = cores::each(&places, |place| overlooked_in(root, place));
    let mut found: Vec<(String, Problem)> = found.into_iter().flatten().collect();
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found
}

fn overlooked_in(root: &Path, place: &str) -> Vec<(String, Problem)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root.join(place)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let shown = name.to_string_lossy();
        let is_dangling = || entry.path().symlink_metadata().is_ok() && !entry.path().exists();
        let why = if layout::is_conflict_copy(&shown) {
            Some(Problem::new("conflict-copy", Severity::Warning, ""))
        } else if name.to_str().is_none() {
            Some(Problem::new("name-not-utf8", Severity::Error, ""))
        } else {
            // A link inside a case is told where the case names it.
            let is_place = place.is_empty() || place == format!("{}/", layout::MEETINGS);
            let dangles = is_place && !layout::is_ignored(&shown) && is_dangling();
            dangles.then(|| Problem::new("dangling-link", Severity::Error, ""))
        };
        found.extend(why.map(|why| (format!("{place}{shown}"), why)));
    }
    found
}
