//! References inside board.yaml and meeting.yaml that lead nowhere.

use crate::domain::board::{Board, BoardFile};
use crate::domain::check::limits;
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
        problems.extend(rules(key, board));
    }
    problems
}

/// Rules of a board that cannot be read: none may be weaker than it was meant without a word.
fn rules<'a>(key: &'a str, board: &'a Board) -> impl Iterator<Item = Problem> + 'a {
    let limits = board.limits.iter().filter(|(_, text)| limits::days(text.as_str()).is_none());
    let limits = limits.map(move |(name, text)| {
        Problem::new("limit-unreadable", Severity::Warning, format!("boards.{key}.limits.{name}"))
            .with("value", text.as_str())
    });
    let least = board.quorum.at_least.iter().filter(|_| board.quorum.least().is_none()).map(move |text| {
        Problem::new("board-quorum-unreadable", Severity::Error, format!("boards.{key}.quorum.at-least"))
            .with("value", text.as_str())
    });
    limits.chain(least)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_of_a_board_that_cannot_be_read_are_named() {
        let found = |yaml: &str| -> Vec<String> {
            let file: BoardFile = serde_yaml::from_str(&format!("boards: {{liver: {yaml}}}")).unwrap();
            board(&file).iter().map(|one| format!("{} {}", one.code, one.path)).collect()
        };
        assert!(found("{limits: {ct: 56 d, labs: 8 weeks, mr: '42'}, quorum: {at-least: '4'}}").is_empty());
        assert_eq!(found("{limits: {ct: two months}}"), ["limit-unreadable boards.liver.limits.ct"]);
        assert_eq!(
            found("{quorum: {at-least: 4 people}}"),
            ["board-quorum-unreadable boards.liver.quorum.at-least"]
        );
    }
}
