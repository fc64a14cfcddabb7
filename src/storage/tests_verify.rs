//! What `verify` finds, and what it cannot.

use std::fs;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::domain::decision::Decision;
use crate::domain::opinion::Opinion;
use crate::domain::record::{Author, NewRecord};
use crate::domain::record::{Body, Folder};
use crate::storage::anchor::Anchor;
use crate::storage::modes::Policy;
use crate::storage::verify::{some, workspace};
use crate::storage::{journal, layout, record_file};

const IDS: [&str; 2] = ["01k9wq3v5h8e2m4n6p7r8s9t0v", "01k9wq3v5h8e2m4n6p7r8s9t0w"];

fn put(path: &Path, bytes: &[u8]) {
    File::create(path).unwrap().write_all(bytes).unwrap();
}

/// A case with two decisions, the second knowing the first.
fn workspace_with_decisions() -> (tempfile::TempDir, Vec<PathBuf>) {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tb-1")).unwrap();
    put(&dir.path().join("tb-1/case.yaml"), b"id: tb-1\n");
    let mut parents = Vec::new();
    for id in IDS {
        let made_on = Some(record_file::sha256(b"id: tb-1\n"));
        let new = NewRecord::new(
            Folder::Case("tb-1".into()),
            Author::default(),
            parents.clone(),
            Body::Decision(Box::new(Decision { made_on, ..Decision::default() })),
        );
        let saved = journal::append(dir.path(), &new, id.into(), "now".into(), Policy::AsFolder).unwrap();
        parents = vec![saved.record.sha256];
    }
    let records = dir.path().join("tb-1/records");
    let paths = IDS.map(|id| records.join(layout::record_name(id, "decision"))).to_vec();
    (dir, paths)
}

#[track_caller]
fn check(root: &Path, expected: &[&str], sound: bool) {
    let report = workspace(root).unwrap();
    let codes: Vec<&str> = report.findings.iter().map(|finding| finding.code).collect();
    assert_eq!((codes.as_slice(), report.is_sound()), (expected, sound));
}

#[test]
fn a_sound_workspace_has_no_findings() {
    let (dir, _) = workspace_with_decisions();
    check(dir.path(), &[], true);
}

#[test]
fn a_changed_a_shortened_a_renamed_and_a_removed_record_are_found() {
    let (dir, paths) = workspace_with_decisions();
    let original = fs::read(&paths[0]).unwrap();
    let mut changed = original.clone();
    changed[40] ^= 1;
    put(&paths[0], &changed);
    check(dir.path(), &["hash-mismatch", "missing-parent"], false);
    put(&paths[0], &original[..original.len() - 1]);
    check(dir.path(), &["no-hash-line", "missing-parent"], false);
    fs::remove_file(&paths[0]).unwrap();
    check(dir.path(), &["missing-parent"], false);
    put(&paths[0], &original);
    fs::rename(&paths[1], dir.path().join("tb-1/records").join(layout::record_name(IDS[1], "opinion")))
        .unwrap();
    check(dir.path(), &["wrong-name"], false);
}

#[test]
fn the_kept_case_file_is_looked_at_even_when_the_case_file_is_gone() {
    let (dir, _) = workspace_with_decisions();
    fs::remove_file(dir.path().join("tb-1/case.yaml")).unwrap();
    let kept =
        dir.path().join("tb-1/records").join(layout::kept_case_name(&record_file::sha256(b"id: tb-1\n")));
    put(&kept, b"id: tb-2\n");
    check(dir.path(), &["kept-case-changed"], false);
    fs::remove_file(&kept).unwrap();
    check(dir.path(), &["missing-kept-case", "missing-kept-case"], false);
}

#[test]
fn leftovers_and_conflict_copies_are_only_noted() {
    let (dir, _) = workspace_with_decisions();
    let records = dir.path().join("tb-1/records");
    put(&records.join(".tmp-01k9wq3v5h8e2m4n6p7r8s9t0w"), b"half");
    put(&records.join("x.sync-conflict-20261126-094107-ABCDEFG.yaml"), b"copy");
    check(dir.path(), &["leftover", "conflict-copy"], true);
}

#[test]
fn a_record_under_a_name_of_no_record_is_a_duplicate_or_misplaced_and_other_files_are_strays() {
    let (dir, paths) = workspace_with_decisions();
    let records = dir.path().join("tb-1/records");
    let copy = paths[1].with_extension("sync-conflict-20261126-094107-ABCDEFG.yaml");
    fs::copy(&paths[1], &copy).unwrap();
    check(dir.path(), &["conflict-copy"], true);
    // The newest record is there only as a copy: nothing else would tell.
    fs::remove_file(&paths[1]).unwrap();
    check(dir.path(), &["misplaced-record"], false);
    fs::rename(&copy, &paths[1]).unwrap();
    fs::copy(&paths[1], records.join("copy of the decision.yaml")).unwrap();
    put(&records.join("notes.txt"), b"ask the chair");
    check(dir.path(), &["duplicate-record", "stray-file"], false);
}

#[test]
fn the_newest_record_can_go_unnoticed_but_not_with_its_head_written_down() {
    let (dir, paths) = workspace_with_decisions();
    let before = workspace(dir.path()).unwrap();
    assert_eq!((before.heads[0].records, before.heads[0].heads.len()), (2, 1));
    let anchor = Anchor::read(&format!("tb-1 head {}", before.heads[0].heads[0]));
    let compared = || {
        let mut report = workspace(dir.path()).unwrap();
        report.compare(&anchor);
        report.findings.into_iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(compared(), [""; 0]);
    fs::remove_file(&paths[1]).unwrap();
    check(dir.path(), &[], true);
    assert_eq!(compared(), ["missing-anchor"]);
}

#[test]
fn a_kept_case_without_its_decision_is_noted_and_a_records_folder_that_is_none_is_damage() {
    let (dir, paths) = workspace_with_decisions();
    for path in &paths {
        fs::remove_file(path).unwrap();
    }
    check(dir.path(), &["kept-case-alone"], true);
    fs::remove_dir_all(dir.path().join("tb-1/records")).unwrap();
    put(&dir.path().join("tb-1/records"), b"");
    check(dir.path(), &["unreadable"], false);
}

#[test]
fn of_one_case_alone_the_same_is_found_and_the_records_of_others_count_by_their_ids() {
    let (dir, _) = workspace_with_decisions();
    let other = dir.path().join("tb-2");
    fs::create_dir(&other).unwrap();
    put(&other.join("case.yaml"), b"id: tb-2\n");
    let append = |id: &str, text: &str| {
        let opinion = Opinion { text: text.into(), ..Opinion::default() };
        let own = Folder::Case("tb-2".into());
        let new = NewRecord::new(own, Author::default(), Vec::new(), Body::Opinion(opinion));
        journal::append(dir.path(), &new, id.into(), "now".into(), Policy::AsFolder).unwrap();
    };
    let alone = |case: &'static str| {
        some(dir.path(), |folder| matches!(folder, Folder::Case(name) if name == case)).unwrap()
    };
    append("01k9wq3v5h8e2m4n6p7r8s9t0x", "operate");
    let (whole, one) = (workspace(dir.path()).unwrap(), alone("tb-2"));
    assert_eq!((one.folders, one.records, one.findings.len()), (1, 1, 0));
    assert_eq!(one.heads, whole.heads[1..]);
    append(IDS[0], "do not operate");
    for (case, other) in [("tb-1", "tb-2"), ("tb-2", "tb-1")] {
        let found = alone(case).findings;
        let [same] = found.as_slice() else { panic!("{case}: {found:?}") };
        assert!(same.code == "duplicate-id" && same.path.starts_with(case), "{same:?}");
        assert!(same.detail.starts_with(other), "{same:?}");
    }
}
