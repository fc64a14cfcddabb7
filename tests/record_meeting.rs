//! What the built program records of a meeting: who was there, its agenda and times, its close.

use crate::support::board::{Board, CASE, CHECK, DECISION, text};

#[test]
fn attendance_counts_the_quorum_and_a_decision_carries_it() {
    let board = Board::new();
    let input = "by: hoa-coord\npresent:\n  - person: mai-onc\n  - person: tuan-surg\n  - person: le-rad\n  - \
                 person: binh-path\n  - person: hoa-coord\n";
    let output = board.run(&["record", "attendance", "2026-11-26-network", "--from", "-"], input);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    board.record("decision", &format!("{CHECK}{DECISION}"), &[]);
    let body = board.show()["current"]["body"].clone();
    assert_eq!((&body["quorum"]["met"], &body["quorum"]["present"]), (&true.into(), &5.into()));
    assert_eq!(body["attendance"][1]["person"], "tuan-surg");
}

#[test]
fn a_meeting_is_not_closed_over_a_decision_that_nobody_recorded() {
    let board = Board::new();
    let close = format!("by: hoa-coord\ndecided: [{CASE}]\n");
    let args = ["record", "close", "2026-11-26-network", "--from", "-"];
    let output = board.run(&args, &close);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains(&format!("no decision of this meeting stands on {CASE}")));
    board.record("decision", &format!("{CHECK}{DECISION}"), &[]);
    let output = board.run(&args, &close);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

#[test]
fn the_running_agenda_and_the_time_of_a_case_are_recorded_by_the_rules_of_the_screen_and_stand_in_the_minutes()
 {
    const MEETING: &str = "2026-11-26-network";
    let board = Board::new();
    let record = |kind: &str, input: &str| {
        board.run(&["record", kind, MEETING, "--from", "-"], &format!("by: hoa-coord\n{input}"))
    };
    let refused = |kind: &str, input: &str, says: &str| {
        let output = record(kind, input);
        assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
        assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
    };
    refused("agenda", "change: defer\ncase: tb-2026-0007\n", "reason");
    refused("agenda", "change: move\ncase: tb-2026-0007\nreason: x\n", "to");
    refused("agenda", "change: add\ncase: tb-2026-0007\nreason: x\n", "is on the agenda already");
    refused("agenda", "change: defer\ncase: tb-1999-0001\nreason: x\n", "is not on the agenda");
    refused("agenda", "change: move\ncase: tb-2026-0007\nto: 99\nreason: x\n", "from 1 to 15");
    refused("agenda", "change: postpone\ncase: tb-2026-0007\nreason: x\n", "change");
    refused("timing", "case: tb-2026-0007\n", "seconds");
    for (kind, input) in [
        ("agenda", "change: move\ncase: tb-2026-0009\nto: 1\nreason: surgeon leaves\n"),
        ("agenda", "change: defer\ncase: tb-2026-0008\nreason: late report\n"),
        ("timing", "case: tb-2026-0007\nseconds: 247\n"),
    ] {
        let output = record(kind, input);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    }
    assert!(text(&board.run(&[], "").stdout).contains("1. tb-2026-0009"));
    let minutes = text(&board.run(&["export", MEETING], "").stdout);
    for words in ["Changes of the agenda", "surgeon leaves", "late report", "4:07"] {
        assert!(minutes.contains(words), "{words}\n{minutes}");
    }
    let expert = [
        "export",
        MEETING,
        "--for",
        "expert",
        "--pseudonym",
        "heron",
        "--despite",
        "a test",
        "--by",
        "hoa-coord",
    ];
    let expert = text(&board.run(&expert, "").stdout);
    assert!(
        expert.contains("4:07") && !expert.contains("surgeon leaves") && !expert.contains("tb-2026-0009")
    );
    assert_eq!(board.run(&["verify"], "").status.code(), Some(0));
}

#[test]
fn a_case_that_one_computer_put_off_and_another_one_moved_is_deferred_in_every_minutes() {
    const MEETING: &str = "2026-11-26-network";
    let board = Board::new();
    for change in ["change: defer\n", "change: move\nto: 1\n"] {
        let input = format!("by: hoa-coord\n{change}case: {CASE}\nreason: late report\n");
        let output = board.run(&["record", "agenda", MEETING, "--from", "-"], &input);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    }
    let minutes = |more: &[&str]| text(&board.run(&[&["export", MEETING], more].concat(), "").stdout);
    // How the section of the first case of the agenda ends.
    let first = |minutes: &str| {
        let of_first = minutes.split("\n## 1").nth(1).unwrap().split("\n## ").next().unwrap().trim_end();
        of_first.lines().last().unwrap().trim().to_owned()
    };
    assert_eq!(first(&minutes(&[])), "*Deferred*");
    let expert = minutes(&["--for", "expert", "--pseudonym", "heron", "--despite", "x", "--by", "hoa-coord"]);
    assert_eq!(first(&expert), "*Deferred*");
}
