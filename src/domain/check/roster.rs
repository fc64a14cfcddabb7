//! References inside board.yaml and meeting.yaml that lead nowhere.

use std::collections::BTreeSet;

use crate::domain::board::{Board, BoardFile};
use crate::domain::check::limits;
use crate::domain::check::references::{looks_like_a_key, unknown, unknown_cases};
use crate::domain::meeting::Meeting;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::Written;

pub fn board(file: &BoardFile) -> Vec<Problem> {
    let people: BTreeSet<&str> = file.people.keys().map(String::as_str).collect();
    let facilities: BTreeSet<&str> = file.facilities.keys().map(String::as_str).collect();
    let mut problems = Vec::new();
    let at = file.people.iter().filter_map(|(key, person)| {
        let facility = person.facility.as_ref()?.as_str();
        looks_like_a_key(facility).then(|| (format!("people.{key}.facility"), facility))
    });
    problems.extend(unknown("unknown-facility", at, &facilities));
    let seated = file.boards.iter().flat_map(|(key, board)| {
        seats(board).into_iter().map(move |(path, person)| (format!("boards.{key}.{path}"), person))
    });
    problems.extend(unknown("unknown-person", seated, &people));
    problems.extend(file.boards.iter().flat_map(|(key, board)| rules(key, board)));
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
pub fn meeting(meeting: &Meeting, board: &BoardFile, cases: &BTreeSet<&str>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let boards: BTreeSet<&str> = board.boards.keys().map(String::as_str).collect();
    match &meeting.board {
        None => problems.push(Problem::new("meeting-board-missing", Severity::Warning, "board")),
        Some(key) if !boards.is_empty() => {
            let key = std::iter::once(("board".to_owned(), key.as_str()));
            problems.extend(unknown("unknown-board", key, &boards));
        }
        Some(_) => (),
    }
    if meeting.date.is_none() {
        problems.push(Problem::new("meeting-date-missing", Severity::Warning, "date"));
    }
    let people: BTreeSet<&str> = board.people.keys().map(String::as_str).collect();
    let named = [("chair", &meeting.chair), ("recorder", &meeting.recorder)];
    let named = named.into_iter().filter_map(|(path, person)| {
        let person = person.as_ref()?.as_str();
        (!people.is_empty() && looks_like_a_key(person)).then(|| (path.to_owned(), person))
    });
    problems.extend(unknown("unknown-person", named, &people));
    let listed = || {
        let agenda = meeting.agenda.iter().enumerate();
        agenda.map(|(at, item)| (format!("agenda[{at}].case"), item.case.as_str()))
    };
    problems.extend(unknown_cases(listed(), cases));
    let mut earlier = BTreeSet::new();
    let twice = listed().filter(|(_, id)| cases.contains(id) && !earlier.insert(*id));
    problems.extend(
        twice.map(|(path, id)| Problem::new("agenda-twice", Severity::Warning, path).with("case", id)),
    );
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_other_patients_case_is_proposed_for_an_id_that_is_not_there() {
        let cases = BTreeSet::from(["tb-2026-0001", "tb-2026-0012"]);
        for (written, expected) in
            [("tb-2026-0009", "nothing"), ("tb-2026-001", "nothing"), ("TB_2026_0012", "tb-2026-0012")]
        {
            let file: Meeting = serde_yaml::from_str(&format!("agenda: [{{case: {written}}}]")).unwrap();
            let found = meeting(&file, &BoardFile::default(), &cases);
            let unknown = found.iter().find(|one| one.code == "unknown-case").unwrap();
            assert!(unknown.args.contains(&("suggestion".into(), expected.into())), "{written}: {unknown:?}");
        }
    }

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
