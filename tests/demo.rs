//! The synthetic workspace that `demo --cases` writes: reproducible, sound for `check` and `verify`, never over anything.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::files;

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tumorboard"))
        .args(args)
        .env("TUMORBOARD_NOW", "2026-11-26T14:05:00+07:00")
        .output()
        .unwrap()
}

fn contents(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let name = |path: &Path| path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
    files(root).iter().map(|path| (name(path), fs::read(path).unwrap())).collect()
}

#[test]
fn the_same_number_and_seed_give_the_same_files_and_another_seed_gives_other_patients() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, seed: &str| {
        let root = dir.path().join(name);
        let output = run(&["demo", root.to_str().unwrap(), "--cases", "30", "--seed", seed]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        contents(&root)
    };
    let first = write("a", "7");
    assert!(first.contains_key("syn-000030/case.yaml") && first.contains_key("board.yaml"));
    assert!(first.keys().any(|name| name.ends_with("-decision.yaml")));
    assert!(first == write("b", "7"));
    assert!(first != write("c", "8"));
}

#[test]
fn check_finds_only_what_is_really_missing_and_verify_passes() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("demo");
    let root = root.to_str().unwrap();
    assert_eq!(run(&["demo", root, "--cases", "200", "--seed", "3"]).status.code(), Some(0));
    let checked = run(&["check", root, "--json"]);
    let answer: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    let errors: Vec<_> =
        answer["problems"].as_array().unwrap().iter().filter(|one| one["severity"] == "error").collect();
    assert!(errors.is_empty(), "{errors:?}");
    let told: Vec<&str> =
        answer["problems"].as_array().unwrap().iter().filter_map(|one| one["code"].as_str()).collect();
    for nonsense in ["date-in-future", "dates-disagree", "curative-with-metastases", "age-histology"] {
        assert!(!told.contains(&nonsense), "{nonsense}");
    }
    let verified = run(&["verify", root]);
    assert_eq!(verified.status.code(), Some(0), "{verified:?}");
}

#[test]
fn a_folder_that_holds_anything_is_refused_and_a_seed_needs_a_number_of_cases() {
    let dir = tempfile::tempdir().unwrap();
    fs::File::create(dir.path().join("mine.txt")).unwrap();
    let root = dir.path().to_str().unwrap();
    assert_eq!(run(&["demo", root, "--cases", "3"]).status.code(), Some(2));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    assert_eq!(run(&["demo", root, "--seed", "3"]).status.code(), Some(2));
}

#[test]
fn a_demo_that_cannot_be_written_says_where_it_can_be_and_speaks_of_no_text() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("mine");
    fs::File::create(&file).unwrap();
    for more in [&[][..], &["--cases", "3"]] {
        for target in [file.clone(), file.join("below")] {
            let mut args = vec!["demo", target.to_str().unwrap()];
            args.extend(more);
            let output = run(&args);
            let told = String::from_utf8(output.stderr).unwrap();
            assert!(!output.status.success());
            assert!(told.contains("no folder") && told.contains("tumorboard demo FOLDER"), "{told}");
            assert!(!told.contains("your text"), "{told}");
        }
    }
    assert!(file.is_file());
}

#[test]
fn a_number_of_cases_or_a_seed_that_cannot_be_is_named_with_what_is_allowed() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("demo");
    for (option, value, allowed) in [
        ("--cases", "0", "from 1 to 1000000"),
        ("--cases", "-3", "from 1 to 1000000"),
        ("--cases", "1000001", "from 1 to 1000000"),
        ("--cases", "many", "from 1 to 1000000"),
        ("--seed", "-1", "from 0 to 18446744073709551615"),
        ("--seed", "18446744073709551616", "from 0 to 18446744073709551615"),
        ("--seed", "x", "from 0 to 18446744073709551615"),
    ] {
        let mut args = vec!["demo", root.to_str().unwrap(), option, value];
        if option == "--seed" {
            args.extend(["--cases", "3"]);
        }
        let output = run(&args);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{value}");
        assert!(told.contains(&format!("cannot be {value}")) && told.contains(allowed), "{told}");
        assert!(!root.exists());
    }
}

#[test]
fn what_was_interrupted_has_no_board_and_is_told_when_a_demo_is_asked_for_again() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("demo");
    let root = root.to_str().unwrap();
    assert_eq!(run(&["demo", root, "--cases", "4"]).status.code(), Some(0));
    let again = run(&["demo", root, "--cases", "4"]);
    let told = String::from_utf8(again.stderr).unwrap();
    assert!(told.contains("is not empty"), "{told}");
    // The board is what is written last.
    fs::remove_file(dir.path().join("demo/board.yaml")).unwrap();
    let again = run(&["demo", root, "--cases", "4"]);
    let told = String::from_utf8(again.stderr).unwrap();
    assert_eq!(again.status.code(), Some(2));
    assert!(told.contains("not written to its end") && told.contains("remove that folder"), "{told}");
}
