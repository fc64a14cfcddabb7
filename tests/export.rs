//! What leaves the house: who sends it, what an export records, and what the paper says.

use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::command_line::{DECISION, ended, err, record};
use crate::support::Sandbox;
use crate::support::written::put;

#[test]
fn what_leaves_the_house_needs_a_sender_whom_the_roster_knows() {
    let board = Sandbox::new();
    let records = board.workspace().join("tb-2026-0007/records");
    let refused = |args: &[&str], says: &str| {
        let output = board.run(&[&["export", "tb-2026-0007"], args].concat());
        assert_eq!(ended(&output, 2), "");
        assert!(err(&output).contains(says), "{}", err(&output));
        assert!(!records.exists());
    };
    refused(&["--for", "referral"], "who sends it is not known");
    refused(&["--for", "expert", "--by", "nobody"], "nobody in board.yaml has the key nobody");
    refused(&["--for", "referral", "--by", "hoa-cord"], "Did you mean hoa-coord?");
    refused(&["--by", "nobody"], "nobody in board.yaml has the key nobody");
    refused(
        &["--for", "referral", "--by", "hoa-coord", "--out", "no/such/x.md"],
        "There is no folder no/such",
    );
    ended(&board.run(&["export", "tb-2026-0007"]), 0);
    ended(&board.run(&["export", "tb-2026-0007", "--for", "referral", "--by", "hoa-coord"]), 0);
    let shown: Value =
        serde_json::from_str(&ended(&board.run(&["show", "tb-2026-0007", "--json"]), 0)).unwrap();
    assert_eq!(shown["records"][0]["by"]["person"], "hoa-coord");
    assert_eq!(shown["records"][0]["by"]["name"], "Đặng Thị Hoa");
}

#[test]
fn the_digests_on_paper_are_those_that_verify_prints_and_lead_back_to_their_records() {
    let board = Sandbox::new();
    let case = "tb-2026-0007";
    record(&board, "decision", case, DECISION);
    let digest = |text: &str, after: &str| -> String {
        let (_, rest) = text.split_once(after).unwrap();
        rest.trim_start().chars().take_while(char::is_ascii_hexdigit).collect()
    };
    let printed = digest(&ended(&board.run(&["export", case]), 0), "**Heads of the history (SHA-256):** ");
    let minutes = ended(&board.run(&["export", "2026-11-26-network"]), 0);
    assert!(minutes.contains(&printed) && minutes.contains("tumorboard verify --anchor"), "{minutes}");
    assert_eq!(printed.len(), 32);
    let verified = ended(&board.run(&["verify"]), 0);
    assert!(verified.contains(&format!("tb-2026-0007: 1 record, head {printed}")), "{verified}");
    let opinion = "check: TTBN 1975\nby: hoa-coord\nperson: le-rad\nposition: agree\ntext: Yes.\n";
    record(&board, "opinion", case, opinion);
    let paper = board.workspace().join("../minutes.md");
    put(&paper, minutes.as_bytes());
    for anchor in [printed.as_str(), paper.to_str().unwrap()] {
        ended(&board.run(&["verify", "--anchor", anchor]), 0);
    }
    let records = board.workspace().join(case).join("records");
    for entry in fs::read_dir(records).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    ended(&board.run(&["verify"]), 0);
    for anchor in [printed.as_str(), paper.to_str().unwrap()] {
        ended(&board.run(&["verify", "--anchor", anchor]), 5);
    }
}

#[test]
fn a_referral_of_a_case_that_cannot_be_read_is_refused_for_its_consent_cannot_be_read_either() {
    let board = Sandbox::new();
    let output = board.run(&["export", "tb-2026-0021", "--for", "referral", "--by", "hoa-coord"]);
    assert_eq!(ended(&output, 2), "");
    assert!(err(&output).contains("consent"), "{}", err(&output));
}

#[test]
fn a_transfer_whose_document_nobody_took_is_half_done_and_says_so() {
    let board = Sandbox::new();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = Command::new(env!("CARGO_BIN_EXE_tumorboard"))
        .args(["export", "tb-2026-0007", "--for", "referral", "--by", "hoa-coord"])
        .env_clear()
        .envs(board.environment())
        .current_dir(board.workspace())
        .stdout(writer)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(7), "{}", err(&output));
    assert!(err(&output).contains("PARTLY DONE: 1 transfer was"), "{}", err(&output));
}

/// The transfer records of a case.
fn transfers(board: &Sandbox, case: &str) -> Vec<String> {
    let all = crate::support::files(&board.workspace().join(case).join("records"));
    let is_transfer = |path: &&std::path::PathBuf| path.to_string_lossy().ends_with("-transfer.yaml");
    all.iter().filter(is_transfer).map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn what_an_experts_copy_calls_the_patient_is_kept_with_the_case_and_in_no_other_document() {
    let board = Sandbox::new();
    let expert = ["export", "tb-2026-0007", "--for", "expert", "--by", "hoa-coord"];
    let output = board.run(&expert);
    let text = ended(&output, 0);
    let (_, after) = text.split_once("case-").unwrap();
    let name = format!("case-{}", after.get(..12).unwrap());
    assert!(err(&output).contains(&format!("calls {name}: ")), "{}", err(&output));
    let kept = transfers(&board, "tb-2026-0007");
    assert!(kept.len() == 1 && kept[0].contains(&format!("pseudonym: {name}\n")), "{kept:?}");
    // Whoever looks into the case finds whose copy it was; what goes out next does not say it.
    assert!(ended(&board.run(&["show", "tb-2026-0007"]), 0).contains(&name));
    let next = ended(&board.run(&[&expert[..], &["--pseudonym", "heron"]].concat()), 0);
    assert!(next.contains("heron") && !next.contains(&name), "{next}");

    let minutes =
        ["export", "2026-11-26-network", "--for", "expert", "--by", "hoa-coord", "--pseudonym", "egret"];
    let minutes = ended(&board.run(&[&minutes[..], &["--despite", "a test"]].concat()), 0);
    let kept = transfers(&board, "tb-2026-0007").concat();
    let (_, after) = kept.split_once("pseudonym: egret-").expect(&kept);
    let name = format!("egret-{}", after.split_whitespace().next().unwrap());
    assert!(minutes.contains(&name), "{name}: {minutes}");
}

#[test]
fn a_document_names_the_role_of_who_recorded_in_the_language_of_the_reader() {
    let board = Sandbox::new();
    for (lang, role, raw) in
        [("vi", "chủ tọa", "chair"), ("zh", "主席", "chair"), ("en", "chair", "recorded-by")]
    {
        let args = ["export", "tb-2026-0011", "--lang", lang];
        let text = ended(&board.run(&args), 0);
        assert!(text.contains(role) && !text.contains(raw), "{lang}: {text}");
    }
}
