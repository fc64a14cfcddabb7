//! A workspace with one fault, two thousand times over: `verify` finds every one that can be found from inside, says
//! in words which cannot, and finds those too with an anchor.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tumorboard::domain::decision::Decision;
use tumorboard::domain::opinion::Opinion;
use tumorboard::domain::record::{Author, Body, Folder, NewRecord, Record, Signature};
use tumorboard::storage::anchor::Anchor;
use tumorboard::storage::journal;
use tumorboard::storage::modes::Policy;
use tumorboard::storage::record_file;
use tumorboard::storage::{layout, verify};

use crate::site::{Dice, Site, id};

const MUTATIONS: usize = 2000;
const CASES: [&str; 3] = ["tb-1", "tb-2", "tb-3"];

struct Bench {
    dir: tempfile::TempDir,
    /// Every file of every records folder as it should be.
    files: BTreeMap<PathBuf, Vec<u8>>,
    /// The records with their paths; whether another record follows them.
    records: Vec<(PathBuf, Record, bool)>,
    anchor: Anchor,
}

impl Bench {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("board");
        let mut number = 0;
        let mut append = |folder: Folder, body: Body| -> Record {
            let parents = journal::read(&root, &folder).0.heads();
            number += 1;
            let new = NewRecord {
                id: None,
                folder,
                by: Author { person: "mai-onc".into(), name: "Mai".into(), ..Author::default() },
                parents,
                supersedes: Vec::new(),
                reason: None,
                body,
            };
            let time = "2026-11-26T14:05:00+07:00".to_owned();
            journal::append(&root, &new, id(number), time, Policy::Private).unwrap().record
        };
        for case in CASES {
            fs::create_dir_all(root.join(case)).unwrap();
            for round in 0..2 {
                let file = format!("schema: 1\nid: {case}\nnote: as of round {round}\n");
                fs::write(root.join(case).join("case.yaml"), &file).unwrap();
                let made_on = Some(record_file::sha256(file.as_bytes()));
                let decision = Decision { made_on, discussion: round, ..Decision::default() };
                let decision = append(Folder::Case(case.into()), Body::Decision(Box::new(decision)));
                let text = format!("{case} ý kiến {round}");
                append(Folder::Case(case.into()), Body::Opinion(Opinion { text, ..Opinion::default() }));
                let signature = Signature {
                    record: decision.header.id,
                    sha256: decision.sha256,
                    meaning: "approved".into(),
                };
                append(Folder::Case(case.into()), Body::Signature(signature));
            }
        }
        let report = verify::workspace(&root).unwrap();
        assert!(report.is_sound() && report.findings.is_empty(), "{:?}", report.findings);
        let heads: Vec<&str> = report.heads.iter().flat_map(|one| &one.heads).map(String::as_str).collect();
        let anchor = Anchor::read(&heads.join("\n"));
        let mut files = BTreeMap::new();
        let mut records = Vec::new();
        for case in CASES {
            let folder = Folder::Case(case.into());
            let (history, _) = journal::read(&root, &folder);
            let heads = history.heads();
            for record in history.records {
                let name = layout::record_name(&record.header.id, &record.header.kind);
                let is_followed = !heads.contains(&record.sha256);
                records.push((layout::records_dir(&root, &folder).join(name), record, is_followed));
            }
            for path in crate::support::files(&layout::records_dir(&root, &folder)) {
                files.insert(path.clone(), fs::read(path).unwrap());
            }
        }
        Bench { dir, files, records, anchor }
    }

    fn root(&self) -> PathBuf {
        self.dir.path().join("board")
    }

    fn restore(&self) {
        for case in CASES {
            let records = self.root().join(case).join("records");
            fs::create_dir_all(&records).unwrap();
            for path in crate::support::files(&records) {
                if self.files.get(&path) != fs::read(&path).ok().as_ref() {
                    fs::remove_file(path).unwrap();
                }
            }
        }
        for (path, bytes) in self.files.iter().filter(|(path, _)| !path.exists()) {
            fs::write(path, bytes).unwrap();
        }
    }

    fn any_file(&self, dice: &mut Dice) -> (&Path, &[u8]) {
        let (path, bytes) = self.files.iter().nth(dice.below(self.files.len())).unwrap();
        (path, bytes)
    }

    fn any_record(&self, dice: &mut Dice, is_followed: bool) -> (&Path, &Record) {
        let fit: Vec<_> = self.records.iter().filter(|one| one.2 == is_followed).collect();
        let (path, record, _) = fit[dice.below(fit.len())];
        (path, record)
    }

    /// Makes one fault and says what it did.
    fn break_one(&self, kind: &str, dice: &mut Dice) -> String {
        match kind {
            "bit flip" => {
                let (path, bytes) = self.any_file(dice);
                let (at, bit) = (dice.below(bytes.len()), dice.below(8));
                let mut changed = bytes.to_vec();
                changed[at] ^= 1 << bit;
                fs::write(path, changed).unwrap();
                format!("bit {bit} of byte {at} of {}", path.display())
            }
            "truncation" => {
                let (path, bytes) = self.any_file(dice);
                let length = dice.below(bytes.len());
                fs::write(path, &bytes[..length]).unwrap();
                format!("{} to {length} bytes", path.display())
            }
            "deletion" => {
                // Followed records, and the case files that decisions were made on.
                let named: Vec<&PathBuf> = self
                    .files
                    .keys()
                    .filter(|path| {
                        self.records.iter().all(|(other, _, followed)| other != *path || *followed)
                    })
                    .collect();
                let path = named[dice.below(named.len())];
                fs::remove_file(path).unwrap();
                path.display().to_string()
            }
            "duplicate" => {
                let (path, record, _) = &self.records[dice.below(self.records.len())];
                let other_case = self.root().join(CASES[dice.below(CASES.len())]).join("records");
                let kind = &record.header.kind;
                let to = match dice.below(4) {
                    0 => path.with_file_name(layout::record_name(&id(9_000 + dice.below(1000)), kind)),
                    1 => path.with_file_name(layout::record_name(&record.header.id, "transfer")),
                    2 => path.with_file_name(format!("{}-{kind} (2).yaml", record.header.id)),
                    _ => other_case.join(format!("copy of {}.yaml", record.header.id)),
                };
                fs::copy(path, &to).unwrap();
                format!("{} as {}", path.display(), to.display())
            }
            "swap" => loop {
                let ((one, first), (two, second)) = (self.any_file(dice), self.any_file(dice));
                if first != second {
                    fs::write(one, second).unwrap();
                    fs::write(two, first).unwrap();
                    break format!("{} and {}", one.display(), two.display());
                }
            },
            "old version" => {
                // Another state of the same record, whole in itself.
                let (path, record) = self.any_record(dice, true);
                let mut header = record.header.clone();
                header.by.name = format!("Mai {}", dice.below(1000));
                let (bytes, _) = record_file::serialise(&header, &record.body).unwrap();
                fs::write(path, bytes).unwrap();
                path.display().to_string()
            }
            _ => {
                // The newest records of a case, one after the other, or all of them.
                let case = CASES[dice.below(CASES.len())];
                let of_case: Vec<_> = self
                    .records
                    .iter()
                    .filter(|(_, record, _)| record.header.case.as_deref() == Some(case))
                    .collect();
                let count = 1 + dice.below(of_case.len());
                for (path, ..) in of_case.iter().rev().take(count) {
                    fs::remove_file(path).unwrap();
                }
                format!("the last {count} of {case}")
            }
        }
    }
}

#[test]
#[ignore = "slow: .ci/run runs it"]
fn verify_finds_every_single_fault_that_can_be_found_and_says_which_cannot() {
    const KINDS: [&str; 7] =
        ["bit flip", "truncation", "deletion", "duplicate", "swap", "old version", "tail removed"];
    let bench = Bench::new();
    let site = Site::new(&bench.dir.path().join("site"), &bench.dir.path().join("home"));
    let list = bench.dir.path().join("heads.txt");
    let heads = site.prepare(crate::site::PROGRAM).arg("verify").arg(bench.root()).output().unwrap();
    assert_eq!(heads.status.code(), Some(0));
    fs::write(&list, &heads.stdout).unwrap();
    let mut dice = Dice(0x5eed_0006);
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for number in 0..MUTATIONS {
        let kind = KINDS[number % KINDS.len()];
        let what = bench.break_one(kind, &mut dice);
        let mut report = verify::workspace(&bench.root()).unwrap();
        let is_tail = kind == "tail removed";
        assert_eq!(report.is_sound(), is_tail, "{kind}: {what}");
        report.compare(&bench.anchor);
        assert!(!report.is_sound(), "{kind}, with the anchor: {what}");
        *found.entry(kind).or_default() += 1;
        // Some of each kind as a person would look.
        if number < 5 * KINDS.len() {
            let verify = |more: &[&str]| {
                let mut command = site.prepare(crate::site::PROGRAM);
                command.arg("verify").arg(bench.root()).args(more).output().unwrap()
            };
            let plain = verify(&[]);
            assert_eq!(plain.status.code(), Some(if is_tail { 0 } else { 5 }), "{kind}: {what}");
            let said = String::from_utf8(plain.stdout).unwrap();
            assert!(
                said.contains("Nothing inside a folder can show that its newest records were removed"),
                "{said}"
            );
            let anchored = verify(&["--anchor", list.to_str().unwrap()]);
            assert_eq!(anchored.status.code(), Some(5), "{kind}, with the list: {what}");
        }
        bench.restore();
    }
    assert!(verify::workspace(&bench.root()).unwrap().is_sound(), "the workspace is as it was");
    let tails = found["tail removed"];
    println!(
        "mutations: {MUTATIONS} single faults, {} found by verify, {tails} removals of the newest records found with an anchor \
         and named in words without: {found:?}",
        MUTATIONS - tails
    );
}
