//! The command line as its users meet it: from where they stand, with names that are wrong and files that cannot be read.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::support::Sandbox;
use crate::support::written::put;

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub fn ended(output: &Output, code: i32) -> String {
    assert_eq!(output.status.code(), Some(code), "{}{}", out(output), err(output));
    out(output)
}

pub fn record(board: &Sandbox, kind: &str, case: &str, input: &str) -> String {
    let file = board.workspace().join("../input.yaml");
    put(&file, input.as_bytes());
    let output = board.run(&["record", kind, case, "--from", file.to_str().unwrap()]);
    let id = ended(&output, 0);
    id.strip_prefix("saved ").unwrap().trim().to_owned()
}

pub const DECISION: &str = "check: TTBN 1975\nby: hoa-coord\noutcome: recommendation\nagreement: consensus\nrecommendations:\n  - \
                        {intent: disease-control, category: interventional, modality: deb-tace, detail: 75 mg, owner: phan-ir, \
                        due: 2026-12-03, attention: [{reason: premedication}]}\n";

#[test]
fn show_prints_all_that_was_said_with_states_in_words_and_the_ids_to_answer_to() {
    let board = Sandbox::new();
    let case = "tb-2026-0007";
    let first = record(&board, "decision", case, DECISION);
    let amended = format!(
        "supersedes: [{first}]\nreason: the dose was misheard\n{}",
        DECISION.replace("75 mg", "50 mg")
    );
    let second = record(&board, "decision", case, &amended);
    let by = "check: TTBN 1975\nby: hoa-coord\n";
    let opinion = record(
        &board,
        "opinion",
        case,
        &format!("{by}person: le-rad\nposition: agree\ntext: Said of another scan.\n"),
    );
    let request = record(
        &board,
        "request",
        case,
        &format!("{by}expert: Dr Sato\nasked: Is TACE enough?\ndue: 2026-12-01\n"),
    );
    record(
        &board,
        "reply",
        case,
        &format!(
            "{by}request: {request}\nauthor: Dr Sato\nposition: agree\nchannel: e-mail\ntext: Yes, with care.\n"
        ),
    );
    record(&board, "retraction", case, &format!("{by}record: {opinion}\nreason: said by somebody else\n"));
    let text = ended(&board.run(&["show", case]), 0);
    for said in [
        "UNSIGNED",
        "AMENDED",
        "replaces an earlier decision because: the dose was misheard",
        "75 mg",
        "50 mg",
        "Request to Dr Sato",
        "Is TACE enough?",
        "Reply, claimed author: Dr Sato",
        "Yes, with care.",
        "ENTERED IN ERROR",
        "said by somebody else",
        "Said of another scan.",
        &second,
        &opinion,
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    // What was an error may be about another patient: it stays in the house.
    let referral =
        ended(&board.run(&["export", case, "--for", "referral", "--by", "hoa-coord", "--to", "K"]), 0);
    assert!(
        !referral.contains("another scan") && referral.contains("1 entry entered in error"),
        "{referral}"
    );
}

#[test]
fn a_second_discussion_without_a_decision_says_so_and_what_the_first_one_came_to() {
    let board = Sandbox::new();
    let list = ended(&board.run(&["list"]), 0);
    let line = list.lines().find(|line| line.starts_with("tb-2026-0011")).unwrap();
    assert!(line.contains("no decision of discussion 2 · discussion 1: FINAL"), "{line}");
    let shown = ended(&board.run(&["show", "tb-2026-0011"]), 0);
    assert!(shown.contains("no decision of discussion 2"), "{shown}");
}

#[test]
fn the_list_and_the_agenda_count_the_same_missing_items() {
    let board = Sandbox::new();
    let json: Value = serde_json::from_str(&ended(&board.run(&["list", "--json"]), 0)).unwrap();
    for output in [ended(&board.run(&["list"]), 0), ended(&board.run(&[]), 0)] {
        let line = output.lines().find(|line| line.contains("tb-2026-0007")).unwrap();
        // three that the coordinator lists, and the patient's view, which the profile asks for
        assert!(line.contains("4 missing · 1 of them needed to decide"), "{line}");
    }
    let case = &json["cases"][0];
    assert_eq!((&case["missing"], &case["blocking"]), (&3.into(), &1.into()));
    let needs = &case["needs"];
    assert_eq!((&needs["asked"], needs["open"].as_array().unwrap().len()), (&15.into(), 1));
    assert_eq!((&needs["open"][0]["need"], &needs["open"][0]["state"]), (&"views".into(), &"missing".into()));
    assert_eq!(needs["open"][0]["owner"], "mai-onc");
}

#[test]
fn show_says_what_the_board_needs_with_its_owner_and_what_is_too_old() {
    let board = Sandbox::new();
    let shown = ended(&board.run(&["show", "tb-2026-0007"]), 0);
    assert!(shown.contains("Board needs: 14 of 15 there · 1 missing"), "{shown}");
    assert!(shown.contains("  patient's view: missing · Nguyễn Thị Mai"), "{shown}");
    let old = ended(&board.run(&["show", "tb-2026-0015"]), 0);
    assert!(old.contains("imaging: stale · of 23-Sep-2026, limit 56 days · "), "{old}");
    // On an earlier day nothing of it was old yet.
    let earlier = ended(&board.run(&["show", "tb-2026-0015", "--as-of", "2026-10-30"]), 0);
    assert!(!earlier.contains("stale"), "{earlier}");
}

#[test]
fn the_agenda_and_the_minutes_say_how_long_each_case_was_given() {
    let board = Sandbox::new();
    let agenda = ended(&board.run(&[]), 0);
    assert!(agenda.lines().any(|line| line.starts_with("1. ") && line.contains("8 min planned")), "{agenda}");
    let minutes = ended(&board.run(&["export", "2026-11-26-network"]), 0);
    assert!(minutes.contains("**Planned:** 8 min\n"), "{minutes}");
}

#[test]
fn an_unreadable_case_is_shown_with_its_line_and_column_and_the_run_fails() {
    let board = Sandbox::new();
    for args in [&["show", "tb-2026-0021"][..], &["show", "tb-2026-0021", "--json"]] {
        let output = board.run(args);
        ended(&output, 3);
        assert!(err(&output).contains("tb-2026-0021/case.yaml:14:15 cannot be read"), "{}", err(&output));
    }
}

#[test]
fn check_takes_a_case_by_its_name_its_path_or_from_inside_its_folder() {
    let board = Sandbox::new();
    let above = board.workspace().parent().unwrap().to_owned();
    let inside = board.workspace().join("tb-2026-0021");
    for (from, path) in [
        (&board.workspace(), "tb-2026-0021"),
        (&board.workspace(), "tb-2026-0021/"),
        (&board.workspace(), "tb-2026-0021/case.yaml"),
        (&above, "board/tb-2026-0021"),
        (&above, "board/tb-2026-0021/case.yaml"),
        (&inside, "."),
        (&inside, "case.yaml"),
        (&inside, "tb-2026-0021"),
        (&inside, "../tb-2026-0021"),
    ] {
        let output = board.run_in(from, &["check", path]);
        let text = ended(&output, 3);
        assert_eq!(text.lines().count(), 1, "{path}: {text}");
        assert!(text.contains("tb-2026-0021/case.yaml:14:15: error not-yaml"), "{path}: {text}");
    }
    let of_meeting =
        |what: &str, code| ended(&board.run_in(&above, &["--workspace", "board", "check", what]), code);
    assert!(of_meeting("2026-11-26-network", 3).contains("tb-2026-0021/case.yaml:14:15: error not-yaml"));
    assert_eq!(of_meeting("meetings/2026-11-26-network/meeting.yaml", 0), "");
}

#[test]
fn an_asked_day_counts_even_where_a_meeting_has_another() {
    let board = Sandbox::new();
    let overdue = |as_of: &[&str]| {
        let args = [&["check", "tb-2026-0007"], as_of].concat();
        ended(&board.run(&args), 3).contains("overdue")
    };
    assert!(overdue(&[]));
    assert!(!overdue(&["--as-of", "2026-10-01"]));
}

#[test]
fn a_code_in_a_sentence_has_its_words_in_every_language() {
    let root = Path::new("tb-1/case.yaml");
    let board = Sandbox::new();
    let dir = board.workspace().join("../small");
    fs::create_dir_all(dir.join("tb-1")).unwrap();
    put(&dir.join(root), b"id: tb-1\nimaging: [{modality: bone-scan, region: pelvis, status: pending}]\n");
    put(&dir.join("board.yaml"), b"people: {}\n");
    for (lang, says) in
        [("en", "bone scan, pelvis"), ("vi", "xạ hình xương, pelvis"), ("zh", "骨扫描, pelvis")]
    {
        let text = ended(&board.run_in(&dir, &["check", "--lang", lang]), 3);
        let line = text.lines().find(|line| line.contains("imaging-pending")).unwrap();
        assert!(line.contains(says), "{line}");
    }
}

#[test]
fn verify_takes_a_case_and_never_calls_a_folder_without_records_sound() {
    let board = Sandbox::new();
    let all: Value = serde_json::from_str(&ended(&board.run(&["verify", "--json"]), 0)).unwrap();
    let one: Value =
        serde_json::from_str(&ended(&board.run(&["verify", "tb-2026-0011", "--json"]), 0)).unwrap();
    assert_eq!(one["verify"]["folders"], 1);
    assert_eq!(one["verify"]["heads"][0]["folder"], "tb-2026-0011");
    assert_eq!(one["verify"]["heads"][0]["heads"][0].as_str().unwrap().len(), 64);
    assert!(all["verify"]["records"].as_u64() > one["verify"]["records"].as_u64());
    let inside = ended(&board.run(&["verify", "tb-2026-0011/records", "--json"]), 0);
    assert_eq!(serde_json::from_str::<Value>(&inside).unwrap(), one);
    for nothing in ["tb-2026-0999", "attachments", "board.yaml", "tb-2026-0011/case.yaml"] {
        assert_eq!(ended(&board.run(&["verify", nothing]), 2), "");
    }
}

#[test]
fn a_run_that_was_asked_for_json_answers_in_json_when_it_fails_too() {
    let board = Sandbox::new();
    for (args, code) in [
        (&["show", "tb-2026-0999", "--json"][..], "near-case"),
        (&["check", "no/such", "--json"], "no-such-path"),
        (&["--workspace", "/no/such", "list", "--json"], "no-folder"),
    ] {
        let output = board.run(args);
        let answer: Value = serde_json::from_str(&ended(&output, 2)).unwrap();
        assert_eq!((&answer["schema_version"], &answer["error"]["code"]), (&1.into(), &code.into()));
        assert!(err(&output).contains(answer["error"]["message"].as_str().unwrap()));
    }
}

#[test]
fn verifying_a_folder_that_is_no_workspace_is_refused_and_a_workspace_without_records_is_sound() {
    let board = Sandbox::new();
    fs::create_dir_all(board.home()).unwrap();
    let home = board.home().display().to_string();
    assert_eq!(ended(&board.run(&["verify", &home]), 2), "");
    put(&board.home().join("board.yaml"), b"name: Ours\n");
    assert!(ended(&board.run(&["verify", &home]), 0).contains("0 records checked"));
}

#[test]
fn records_that_are_damaged_are_never_shown_as_no_decision() {
    let board = Sandbox::new();
    let records = board.workspace().join("tb-2026-0011/records");
    for entry in fs::read_dir(records).unwrap() {
        let path = entry.unwrap().path();
        if path.to_str().unwrap().ends_with("-decision.yaml") {
            put(&path, b"torn");
        }
    }
    let says = "No decision can be read: records are damaged";
    let text = ended(&board.run(&["show", "tb-2026-0011"]), 5);
    assert!(text.contains(says), "{text}");
    let text = ended(&board.run(&["export", "tb-2026-0011"]), 0);
    assert!(text.contains(says) && !text.contains("no decision is recorded"), "{text}");
    let text = ended(&board.run(&["export", "2026-11-12-network"]), 0);
    let case = text.split("tb-2026-0011").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap();
    assert!(case.contains(says), "{case}");
}

#[test]
fn a_day_in_another_notation_is_refused_with_the_right_one() {
    let board = Sandbox::new();
    for day in ["26/11/2026", "2026-11", "2026-02-30"] {
        let output = board.run(&["--as-of", day, "list"]);
        assert_eq!(ended(&output, 2), "");
        assert!(err(&output).contains("write the day as 2026-11-26"), "{}", err(&output));
    }
}

#[test]
fn a_reader_that_has_seen_enough_ends_no_command_in_failure() {
    let board = Sandbox::new();
    for args in [&["list"][..], &["man"], &["completions", "bash"], &["schema"], &["export", "tb-2026-0007"]]
    {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tumorboard"))
            .args(args)
            .env_clear()
            .envs(board.environment())
            .current_dir(board.workspace())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn what_was_mistyped_is_repeated_with_every_hidden_character_to_be_seen() {
    let board = Sandbox::new();
    for args in [vec!["--dose 5\u{b}10 mg"], vec!["record", "5\u{b}10 mg", "x", "--from", "-"]] {
        let output = board.run(&args);
        ended(&output, 2);
        assert!(err(&output).contains("5\u{240b}10 mg"), "{}", err(&output));
    }
}

#[test]
fn a_language_that_the_environment_asks_for_and_nobody_has_is_told() {
    let sandbox = Sandbox::new();
    let list = |lang: &str| {
        std::process::Command::new(env!("CARGO_BIN_EXE_tumorboard"))
            .arg("list")
            .env_clear()
            .envs(sandbox.environment())
            .env("TUMORBOARD_LANG", lang)
            .current_dir(sandbox.workspace())
            .output()
            .unwrap()
    };
    let told = list("xx");
    assert!(told.status.success());
    let stderr = String::from_utf8(told.stderr).unwrap();
    assert!(stderr.contains("TUMORBOARD_LANG=xx names no language"), "{stderr}");
    assert_eq!(String::from_utf8(list("vi").stderr).unwrap(), "");
}

#[test]
fn the_plain_agenda_says_why_a_case_cannot_be_read() {
    let board = Sandbox::new();
    put(&board.workspace().join("tb-2026-0009/case.yaml"), b"patient: [\n");
    let reason = |args: &[&str]| {
        let text = ended(&board.run(args), 0);
        let line = text.lines().find(|line| line.contains("tb-2026-0009")).unwrap().to_owned();
        line.split_once("CANNOT BE READ · ").unwrap_or_else(|| panic!("{line}")).1.to_owned()
    };
    let listed = reason(&["list"]);
    assert!(listed.len() > 20, "{listed}");
    for args in [&[][..], &["--plain"]] {
        assert!(reason(args).starts_with(&listed), "{}", reason(args));
    }
}

#[test]
fn the_plain_agenda_says_who_sits_what_was_put_off_and_that_it_is_over_as_the_screen_does() {
    let board = Sandbox::new();
    let plain = || ended(&board.run(&["--plain"]), 0);
    assert_eq!(plain().lines().nth(2).unwrap(), "no roll call");
    let by = "check: 2026-11-26\nby: hoa-coord\n";
    let meeting = "2026-11-26-network";
    record(&board, "attendance", meeting, &format!("{by}present: [{{person: mai-onc}}]\n"));
    let deferral = format!("{by}change: defer\ncase: tb-2026-0009\nreason: late report\n");
    record(&board, "agenda", meeting, &deferral);
    let text = plain();
    assert!(text.lines().nth(2).unwrap().starts_with("NO QUORUM, 1 present · lacking "), "{text}");
    let deferred: Vec<&str> = text.lines().filter(|line| line.contains(" · deferred · ")).collect();
    assert!(matches!(deferred[..], [line] if line.contains("tb-2026-0009")), "{text}");
    record(&board, "close", meeting, by);
    assert!(plain().lines().nth(2).unwrap().ends_with(" · this meeting is closed"), "{}", plain());
}

#[test]
fn the_plain_agenda_begins_with_the_meeting_that_the_screen_begins_with() {
    let board = Sandbox::new();
    let root = board.workspace();
    // Its name comes first, its day does not.
    let other = root.join("meetings/2026-01-01-moved");
    fs::create_dir_all(&other).unwrap();
    put(&other.join("meeting.yaml"), b"schema: 1\ndate: 2026-12-24\nboard: network\nagenda: []\n");
    let first = |day: &str| ended(&board.run(&["--as-of", day]), 0).lines().nth(1).unwrap().to_owned();
    assert!(first("2026-11-20").starts_with("2026-11-26-network"), "{}", first("2026-11-20"));
    assert!(first("2027-03-01").starts_with("2026-01-01-moved"), "{}", first("2027-03-01"));
}
