//! References inside board.yaml and meeting.yaml that lead nowhere.

use crate::domain::board::{Board, BoardFile};
use crate::domain::check::references::{looks_like_a_key, unknown};
use crate::domain::meeting::Meeting;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::Written;

pub fn board(file: &BoardFile) -> Vec<Problem> {
    let people: Vec<&str> = file.people.keys().map(String::as_str).collect();
    let facilities: Vec<&str> = file.facilities.keys().map(String::as_str).collect();
    let mut problems = Vec::new();
    for (key, person) in &file.people {
        if let Some(facility) = &person.facility
            && looks_like_a_key(facility.as_str())
            && !facilities.contains(&facility.as_str())
        {
            let path = format!("people.{key}.facility");
            problems.push(unknown("unknown-facility", path, facility.as_str(), &facilities));
        }
    }
    for (key, board) in &file.boards {
        for (path, person) in seats(board) {
            if !people.contains(&person) {
                problems.push(unknown("unknown-person", format!("boards.{key}.{path}"), person, &people));
            }
        }
    }
    problems
}

fn seats(board: &Board) -> Vec<(String, &str)> {
    let mut seats: Vec<(String, &str)> = Vec::new();
    let chairs = [("chair", &board.chair), ("recorder", &board.recorder)];
    seats
        .extend(chairs.into_iter().filter_map(|(path, own)| Some((path.to_owned(), own.as_ref()?.as_str()))));
    seats.extend(
        board.members.iter().enumerate().map(|(at, own)| (format!("members[{at}]"), Written::as_str(own))),
    );
    seats
}

/// `cases` are the folders that exist.
pub fn meeting(meeting: &Meeting, board: &BoardFile, cases: &[String]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let boards: Vec<&str> = board.boards.keys().map(String::as_str).collect();
    match &meeting.board {
        None => problems.push(Problem::new("meeting-board-missing", Severity::Warning, "board")),
        Some(key) if !boards.is_empty() && !boards.contains(&key.as_str()) => {
            problems.push(unknown("unknown-board", "board".to_owned(), key.as_str(), &boards));
        }
        Some(_) => (),
    }
    if meeting.date.is_none() {
        problems.push(Problem::new("meeting-date-missing", Severity::Warning, "date"));
    }
    let people: Vec<&str> = board.people.keys().map(String::as_str).collect();
    for (path, person) in [("chair", &meeting.chair), ("recorder", &meeting.recorder)] {
        if let Some(person) = person
            && !people.is_empty()
            && looks_like_a_key(person.as_str())
            && !people.contains(&person.as_str())
        {
            problems.push(unknown("unknown-person", path.to_owned(), person.as_str(), &people));
        }
    }
    let cases: Vec<&str> = cases.iter().map(String::as_str).collect();
    for (at, item) in meeting.agenda.iter().enumerate() {
        let (id, path) = (item.case.as_str(), format!("agenda[{at}].case"));
        let earlier = meeting.agenda.iter().take(at).any(|other| other.case == item.case);
        if !cases.contains(&id) {
            problems.push(unknown("unknown-case", path, id, &cases));
        } else if earlier {
            problems.push(Problem::new("agenda-twice", Severity::Warning, path).with("case", id));
        }
    }
    problems
}
