//! Many processes on one case at once: no record is lost, none replaces another, none lacks a parent that it saw.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};
use std::thread;

use tumorboard::domain::opinion::{Opinion, Position};
use tumorboard::domain::record::{Author, Body, Folder, NewRecord};
use tumorboard::domain::value::Code;
use tumorboard::storage::journal;
use tumorboard::storage::store::Store;
use tumorboard::storage::verify;

use crate::site::{CASES, Site, id};

const PROCESSES: usize = 8;
const RECORDS: usize = 250;
/// How often a writer looks at what the others have recorded meanwhile.
const LOOKS_EVERY: usize = 10;
const BY_PROGRAM: usize = 10;

const WRITER: &str = "TUMORBOARD_TEST_WRITER";
const ROOT: &str = "TUMORBOARD_TEST_ROOT";

#[test]
#[ignore = "slow: .ci/run runs it"]
fn eight_processes_record_on_one_case_and_nothing_is_lost() {
    let dir = tempfile::tempdir().unwrap();
    let site = Site::new(&dir.path().join("board"), &dir.path().join("home"));
    let exe = std::env::current_exe().unwrap();
    let writers: Vec<_> = (0..PROCESSES)
        .map(|number| {
            Command::new(&exe)
                .args(["--exact", "crowd::one_writer", "--ignored"])
                .env(WRITER, number.to_string())
                .env(ROOT, &site.root)
                .stdout(Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    for mut writer in writers {
        assert!(writer.wait().unwrap().success());
    }
    let history = Store::open(&site.root).unwrap().case(CASES[0].0).history;
    let ids: BTreeSet<&String> = history.records.iter().map(|record| &record.header.id).collect();
    assert_eq!((history.records.len(), ids.len()), (PROCESSES * RECORDS, PROCESSES * RECORDS));
    assert_eq!(history.waiting_for, Vec::<String>::new(), "every parent that was seen is there");
    assert_eq!(site.complaints(), Vec::<String>::new());
    let merged = history.records.iter().filter(|record| record.header.parents.len() > 1).count();
    println!(
        "crowd: {PROCESSES} processes × {RECORDS} records on one case: {} distinct and readable, 0 lost, 0 parents missing; \
         {merged} followed several heads at once",
        ids.len()
    );
    assert!(merged > 0, "the processes did write at the same time");
}

/// The writer process of the test above; without its environment there is nothing to do.
#[test]
#[ignore = "slow: .ci/run runs it"]
fn one_writer() {
    let (Ok(number), Ok(root)) = (std::env::var(WRITER), std::env::var(ROOT)) else { return };
    let (number, root): (usize, _) = (number.parse().unwrap(), std::path::PathBuf::from(root));
    let store = Store::open(&root).unwrap();
    let mut parents = Vec::new();
    for count in 0..RECORDS {
        if count % LOOKS_EVERY == 0 {
            let (history, damaged) = journal::read(&root, &Folder::Case(CASES[0].0.into()));
            assert_eq!(damaged, [], "nothing is half there, ever");
            parents = history.heads();
        }
        let opinion = Opinion {
            person: "le-rad".into(),
            position: Some(Code::Known(Position::Agree)),
            text: format!("{number}: {count}"),
            ..Opinion::default()
        };
        let new = NewRecord {
            id: None,
            folder: Folder::Case(CASES[0].0.into()),
            by: Author { person: format!("writer-{number}"), name: "Writer".into(), ..Author::default() },
            parents: parents.clone(),
            supersedes: Vec::new(),
            reason: None,
            body: Body::Opinion(opinion),
        };
        let saved =
            store.append(&new, id(number * RECORDS + count), "2026-11-26T14:05:00+07:00".into()).unwrap();
        parents = vec![saved.record.sha256];
    }
}

#[test]
#[ignore = "slow: .ci/run runs it"]
fn eight_command_lines_record_on_one_case_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let site = Site::new(&dir.path().join("board"), &dir.path().join("home"));
    thread::scope(|scope| {
        for number in 0..PROCESSES {
            let site = &site;
            scope.spawn(move || {
                for count in 0..BY_PROGRAM {
                    let id = id(number * BY_PROGRAM + count);
                    let save = site.save(
                        "opinion",
                        CASES[1].0,
                        &id,
                        &Site::opinion(1, &format!("{number} of {count}")),
                    );
                    assert!(save.is_acknowledged(), "{}", save.said());
                }
            });
        }
    });
    let report = verify::workspace(&site.root).unwrap();
    assert_eq!((report.records, report.digests.len()), (PROCESSES * BY_PROGRAM, PROCESSES * BY_PROGRAM));
    assert!(report.is_sound(), "{:?}", report.findings);
    let names = fs::read_dir(site.root.join(CASES[1].0).join("records")).unwrap().count();
    assert_eq!(names, PROCESSES * BY_PROGRAM, "no temporary file is left");
    println!(
        "crowd: {PROCESSES} command lines × {BY_PROGRAM} records on one case: {names} distinct and readable"
    );
}
