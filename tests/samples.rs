//! The sample workspace: complete, sound, reproduced byte for byte by `demo`, with exactly the faults put into it.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::NaiveDate;
use serde_json::Value;
use tempfile::TempDir;
use tumorboard::cli;
use tumorboard::domain::history::Status;
use tumorboard::domain::problem::Severity;
use tumorboard::domain::record::{Folder, Kind};
use tumorboard::domain::value::Vocabulary;
use tumorboard::domain::workspace::CaseFolder;
use tumorboard::i18n::{Lang, Words};
use tumorboard::storage::store::Store;
use tumorboard::storage::{layout, verify};

use crate::support::{fed, files};

const MANIFEST: &str = include_str!("../cases/MANIFEST");
const CHECKED: &str = include_str!("data/check_samples.txt");

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

fn case(folder: &str) -> CaseFolder {
    Store::open(&samples()).unwrap().case(folder)
}

fn manifest() -> Vec<&'static str> {
    MANIFEST.lines().filter(|line| !line.starts_with('#')).collect()
}

/// What `check` reports, one a line: severity, code, path, line.
fn checked() -> Vec<String> {
    let scope = cli::context::Scope { root: samples(), only: None };
    let mut out = Vec::new();
    let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    cli::check::run((&scope, None), &Words::new(Lang::En), (None, day), cli::check::Layout::Json, &mut out)
        .unwrap();
    let report: Value = serde_json::from_slice(&out).unwrap();
    let problems = report["problems"].as_array().unwrap();
    let word = |problem: &Value, field: &str| problem[field].as_str().unwrap().to_owned();
    problems
        .iter()
        .map(|problem| {
            let [severity, code, path] = ["severity", "code", "path"].map(|field| word(problem, field));
            format!("{severity} {code} {path}:{}", problem["line"])
        })
        .collect()
}

/// The program on a workspace, at a fixed time.
fn run(root: &Path, now: &str, args: &[&str], input: &str) -> Output {
    fed(
        Command::new(env!("CARGO_BIN_EXE_tumorboard"))
            .args(args)
            .args(["--lang", "en", "--workspace"])
            .arg(root)
            .env("TUMORBOARD_NOW", now),
        input,
    )
}

/// The samples as `demo` writes them.
fn demo() -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("demo");
    let output = Command::new(env!("CARGO_BIN_EXE_tumorboard")).arg("demo").arg(&root).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    (dir, root)
}

#[test]
fn the_manifest_lists_exactly_what_git_knows_but_scripts() {
    let output = Command::new("git").args(["ls-files", "-z", "."]).current_dir(samples()).output();
    // A released source package has no repository.
    let Some(output) = output.ok().filter(|output| output.status.success() && !output.stdout.is_empty())
    else {
        return;
    };
    let listed = String::from_utf8(output.stdout).unwrap();
    let is_script = |name: &str| {
        Path::new(name).extension().and_then(OsStr::to_str).is_some_and(|end| end == "py" || end == "sh")
    };
    let mut known: Vec<&str> = listed
        .split('\0')
        .filter(|name| !name.is_empty() && *name != "MANIFEST" && !is_script(name))
        .collect();
    known.sort_unstable();
    assert_eq!(manifest(), known);
}

#[test]
fn the_demo_is_the_samples_byte_for_byte_and_sound() {
    let (_dir, root) = demo();
    let mut names: Vec<String> = files(&root)
        .iter()
        .map(|path| path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"))
        .collect();
    names.sort_unstable();
    assert_eq!(names, manifest());
    for name in names {
        assert_eq!(fs::read(root.join(&name)).unwrap(), fs::read(samples().join(&name)).unwrap(), "{name}");
    }
    let report = verify::workspace(&root).unwrap();
    assert_eq!((report.records, report.findings), (22, Vec::new()));
}

#[test]
fn every_case_but_the_broken_one_opens() {
    let store = Store::open(&samples()).unwrap();
    assert!(store.board().value.unwrap().is_demo());
    let mut broken = store.case_folders().unwrap();
    assert_eq!(broken.len(), 15);
    broken.retain(|folder| store.case(folder).file.value.is_none());
    assert_eq!(broken, ["tb-2026-0021"]);
}

#[test]
fn check_reports_what_it_reported() {
    let found = checked();
    let expected: Vec<&str> = CHECKED.lines().collect();
    assert_eq!(found, expected, "\n{}", found.join("\n"));
}

#[test]
fn the_only_errors_are_those_put_in_on_purpose() {
    let mut errors = checked();
    errors.retain(|line| line.starts_with(Severity::Error.word()));
    assert_eq!(
        errors,
        [
            "error side-contradiction tb-2026-0020/case.yaml:129",
            "error side-contradiction tb-2026-0020/case.yaml:160",
            "error stage-group-differs tb-2026-0020/case.yaml:251",
            "error not-yaml tb-2026-0021/case.yaml:14",
        ]
    );
}

#[test]
fn a_decision_was_amended_twice_and_answered_from_abroad() {
    let folder = case("tb-2026-0017");
    let history = &folder.history;
    let decisions: Vec<(u32, Status)> =
        history.decisions().iter().map(|one| (one.decision.discussion, one.status)).collect();
    assert_eq!(decisions, [(1, Status::Amended), (1, Status::Amended), (1, Status::Unsigned)]);
    let [first, signed, holding] = history.decisions()[..] else { panic!("{decisions:?}") };
    assert!(history.signature(first.record).is_none() && history.signature(signed.record).is_some());
    assert!(signed.record.header.reason.as_deref().is_some_and(|reason| reason.contains("cycle 6")));
    assert_eq!(history.latest().unwrap().record.header.id, holding.record.header.id);
    let (request, asked) = history.requests()[0];
    let (_, reply) = history.replies()[0];
    assert_eq!((asked.expert.as_str(), reply.author.as_str()), ("tan-hpb", "tan-hpb"));
    assert_eq!(reply.request.as_ref(), Some(&request.header.id));
}

#[test]
fn the_first_discussions_are_final_and_one_opinion_was_entered_in_error() {
    for folder in ["tb-2026-0011", "tb-2026-0012"] {
        let folder = case(folder);
        let decisions = folder.history.decisions();
        let [only] = decisions[..] else { panic!("{}", folder.folder) };
        assert_eq!((only.decision.discussion, only.status), (1, Status::Final));
        assert!(only.decision.quorum.as_ref().unwrap().met);
        // Recorded on the file as it is.
        assert_eq!(only.decision.made_on, folder.file.sha256);
        assert!(folder.history.current(2).is_empty());
    }
    let retracted = case("tb-2026-0012").history.retracted();
    assert_eq!((retracted, case("tb-2026-0011").history.opinions().len()), (1, 2));
}

#[test]
fn every_recommendation_is_somebodys_until_a_day_after_the_meeting_by_a_guideline() {
    let store = Store::open(&samples()).unwrap();
    let board = store.board().value.unwrap();
    for folder in store.case_folders().unwrap() {
        for one in store.case(&folder).history.decisions() {
            for line in &one.decision.recommendations {
                assert!(board.people.contains_key(line.owner.as_ref().unwrap()), "{folder} {line:?}");
                assert!(board.facilities.contains_key(line.facility.as_ref().unwrap()), "{folder} {line:?}");
                assert!(line.due.as_ref().unwrap().to_string().as_str() > "2026-11-12", "{folder} {line:?}");
                assert!(line.guideline.is_some() && line.concordance.is_some(), "{folder} {line:?}");
            }
        }
    }
}

#[test]
fn the_meeting_that_was_held_is_closed_and_the_next_one_is_not() {
    let store = Store::open(&samples()).unwrap();
    let held = store.meeting("2026-11-12-network");
    let plan = held.file.value.as_ref().unwrap();
    let mut agenda: Vec<&str> = plan.agenda.iter().map(|item| item.case.as_str()).collect();
    let (_, close) = held.closed().unwrap();
    let mut told: Vec<&str> =
        close.decided.iter().chain(&close.deferred).chain(&close.not_discussed).map(String::as_str).collect();
    agenda.sort_unstable();
    told.sort_unstable();
    assert_eq!(told, agenda);
    assert!(held.attendance().unwrap().quorum.met);
    assert!(store.meeting("2026-11-26-network").history.records.is_empty());
}

#[test]
fn an_earlier_discussion_may_be_recorded_late_and_does_not_become_the_latest() {
    let (_dir, root) = demo();
    let body = |discussion: &str| {
        format!(
            "check: NVA 1961\nby: mai-onc\nmeeting: 2026-11-26-network\n{discussion}outcome: deferred\n\
             outcome-reason: time\nagreement: unanimous\n"
        )
    };
    let path = root.join("tb-2026-0009/case.yaml");
    let text = fs::read_to_string(&path).unwrap().replacen("discussion: 1", "discussion: 2", 1);
    fs::File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
    let record = |discussion: &str| {
        let args = ["record", "decision", "tb-2026-0009", "--from", "-"];
        run(&root, "2026-11-26T14:00:00+07:00", &args, &body(discussion))
    };
    for refused in ["discussion: 0\n", "discussion: 3\n"] {
        let output = record(refused);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("NOT SAVED: discussion"), "{said}");
    }
    let folder = Folder::Case("tb-2026-0009".to_owned());
    assert!(!layout::records_dir(&root, &folder).exists());
    for saved in ["", "discussion: 1\n"] {
        let output = record(saved);
        assert!(output.status.success(), "{output:?}");
    }
    let history = Store::open(&root).unwrap().case("tb-2026-0009").history;
    assert!(history.records.iter().all(|record| record.header.kind == Kind::Decision.word()));
    let numbers: Vec<u32> = history.decisions().iter().map(|one| one.decision.discussion).collect();
    assert_eq!((numbers, history.conflicts()), (vec![2, 1], vec![]));
    assert_eq!(history.latest().unwrap().decision.discussion, 2);
}
