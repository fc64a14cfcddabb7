//! Records replayed: what holds, what was overtaken, what is in conflict, whatever the clocks of the writers said.

use tumorboard::domain::decision::Decision;
use tumorboard::domain::history::{History, Status, replay};
use tumorboard::domain::record::{Body, Header, Record, Retraction, Signature};
use tumorboard::domain::value::Vocabulary;

/// A record as a line: `NAME [of N] [after A B] [replaces C]`, `retract R of X`, `sign S of X`, `say O`, each with `after`.
fn record(line: &str, position: usize, backwards: bool) -> Record {
    let words: Vec<&str> = line.split(' ').collect();
    let (verb, name) = match words[0] {
        verb @ ("retract" | "sign" | "say") => (verb, words[1]),
        name => ("decide", name),
    };
    let list = |key: &str| -> Vec<String> {
        let known = ["after", "replaces", "of"];
        let start = words.iter().position(|word| *word == key).map_or(words.len(), |at| at + 1);
        words[start..]
            .iter()
            .take_while(|word| !known.contains(word))
            .map(|word| (*word).to_owned())
            .collect()
    };
    let of = list("of").into_iter().next();
    let body = match verb {
        "retract" => Body::Retraction(Retraction { record: of.unwrap(), reason: "wrong".into() }),
        "sign" => {
            let record = of.unwrap();
            Body::Signature(Signature { sha256: digest(&record), record, meaning: "approved".into() })
        }
        "say" => Body::Opinion(tumorboard::domain::opinion::Opinion::default()),
        _ => Body::Decision(Box::new(Decision {
            discussion: of.map_or(1, |number| number.parse().unwrap()),
            ..Decision::default()
        })),
    };
    let minute = if backwards { 59 - position } else { position };
    Record {
        header: Header {
            schema: 1,
            id: name.to_owned(),
            kind: body.kind().unwrap().word().to_owned(),
            recorded: format!("2026-11-26T09:{minute:02}:00+07:00"),
            parents: list("after").iter().map(|parent| digest(parent)).collect(),
            supersedes: list("replaces"),
            ..Header::default()
        },
        body,
        sha256: digest(name),
    }
}

fn digest(name: &str) -> String {
    format!("sha-{name}")
}

/// In any order and with clocks that run either way, the history is the same.
#[track_caller]
fn check(lines: &[&str], statuses: &str, conflicts: &[u32]) {
    let mut seen: Option<History> = None;
    for backwards in [false, true] {
        for turned in 0..lines.len() {
            let mut records: Vec<Record> =
                lines.iter().enumerate().map(|(at, line)| record(line, at, backwards)).collect();
            records.rotate_left(turned);
            let mut history = replay(records);
            let found: Vec<String> = history
                .decisions()
                .iter()
                .map(|one| format!("{} {}", one.record.header.id, one.status.word()))
                .collect();
            assert_eq!(found.join(", "), statuses, "{lines:?}");
            assert_eq!(history.conflicts(), conflicts, "{lines:?}");
            let order: Vec<String> = history.records.iter().map(|one| one.header.id.clone()).collect();
            history.records.iter_mut().for_each(|one| one.header.recorded.clear());
            let before = seen.get_or_insert_with(|| history.clone());
            assert_eq!(before.records, history.records, "{order:?}");
        }
    }
}

#[test]
fn two_decisions_that_do_not_know_of_one_another_are_a_conflict_until_one_replaces_both() {
    check(&["a", "b"], "a unsigned, b unsigned", &[1]);
    check(&["say o", "a after o", "b after o"], "a unsigned, b unsigned", &[1]);
    check(&["a", "b", "say o after a b"], "a unsigned, b unsigned", &[1]);
    check(&["a", "b", "c after a b replaces a b"], "a amended, b amended, c unsigned", &[]);
    check(&["a", "b of 2"], "a unsigned, b unsigned", &[]);
}

#[test]
fn who_amends_one_of_two_in_conflict_settles_nothing_even_when_the_other_was_seen() {
    check(&["a", "b", "c after a b replaces a"], "a amended, b unsigned, c unsigned", &[1]);
    check(
        &["a", "b", "c after a b replaces a", "d after c replaces c"],
        "a amended, b unsigned, c amended, d unsigned",
        &[1],
    );
    check(
        &["a", "b", "c after a b replaces a", "d after c replaces b c"],
        "a amended, b amended, c amended, d unsigned",
        &[],
    );
}

#[test]
fn a_decision_whose_writer_had_seen_the_other_overtakes_it_and_the_other_stays_visible() {
    check(&["a", "b after a"], "a overtaken, b unsigned", &[]);
    // Smaller ids and earlier clocks change nothing: parents say what was seen.
    check(&["b", "a after b"], "b overtaken, a unsigned", &[]);
    check(&["a", "sign s of a after a", "b after s"], "a overtaken, b unsigned", &[]);
    check(&["a", "say o after a", "b after o"], "a overtaken, b unsigned", &[]);
    check(&["a", "b after a", "c after b replaces b"], "a overtaken, b amended, c unsigned", &[]);
    check(&["a", "b after a", "c after a"], "a overtaken, b unsigned, c unsigned", &[1]);
    check(&["a", "b of 2 after a"], "a unsigned, b unsigned", &[]);
}

#[test]
fn what_was_overtaken_or_replaced_holds_again_when_the_later_one_was_an_error() {
    check(&["a", "b after a", "retract r of b after b"], "a unsigned, b entered-in-error", &[]);
    check(
        &["a", "sign s of a after a", "b after s replaces a", "retract t of b after b"],
        "a final, b entered-in-error",
        &[],
    );
    // The middle of a chain was an error; its amendment stands, and so the first does not come back.
    check(
        &["a", "b after a replaces a", "c after b replaces b", "retract r of b after c"],
        "a overtaken, b entered-in-error, c unsigned",
        &[],
    );
}

#[test]
fn only_a_record_of_its_kind_replaces_a_decision() {
    check(&["a", "say o after a replaces a"], "a unsigned", &[]);
}

#[test]
fn a_missing_parent_hides_no_decision() {
    let history = replay(vec![record("b after a", 0, false)]);
    assert_eq!(history.waiting_for, [digest("a")]);
    assert_eq!(history.latest().map(|one| one.status), Some(Status::Unsigned));
}

#[test]
fn the_decisions_that_a_board_acts_on_are_those_of_the_latest_discussion_up_to_its_own() {
    let history = replay(vec![record("a", 0, false), record("b of 2 after a", 1, false)]);
    let held = |discussion: u32| -> Vec<u32> {
        history.holding(discussion).iter().map(|one| one.decision.discussion).collect()
    };
    assert_eq!(held(1), [1]);
    assert_eq!(held(2), [2]);
    // A number that nobody counted to, as a date typed into the wrong field, costs no more than another.
    assert_eq!(held(u32::MAX), [2]);
    assert!(held(0).is_empty());
}
