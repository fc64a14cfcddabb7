//! Every byte of every record of a workspace against its hash, its name, its parents and the case it was made on.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::domain::history::replay;
use crate::domain::record::{Body, Folder, Record};
use crate::domain::value::vocabulary;
use crate::domain::workspace::Damaged;
use crate::storage::error::{Doing, Error};
use crate::storage::layout::{self, Name};
use crate::storage::{bytes, journal, kept_case, record_file};

vocabulary! {
    /// How bad a finding is: changed or unreadable, not there (yet), or only to be known.
    Weight, "weight" { Damage = "damage", Waiting = "waiting", Note = "note" }
}

/// One thing that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Relative to the workspace, with `/`.
    pub path: String,
    pub weight: Weight,
    /// A code of `Damaged`, or `duplicate-id`, `missing-parent`, `missing-reference`, `missing-kept-case`,
    /// `kept-case-changed`, `newer-version`, `leftover`, `conflict-copy`, `stray-file`.
    pub code: &'static str,
    pub detail: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub folders: usize,
    pub records: usize,
    /// By path.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Nothing is damaged and nothing is missing.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.weight == Weight::Note)
    }

    pub fn count(&self, weight: Weight) -> usize {
        self.findings.iter().filter(|finding| finding.weight == weight).count()
    }

    fn add(&mut self, weight: Weight, code: &'static str, path: String, detail: impl Into<String>) {
        self.findings.push(Finding { path, weight, code, detail: detail.into() });
    }
}

/// Looks at every records folder of a workspace, also at those whose case file is gone.
pub fn workspace(root: &Path) -> Result<Report, Error> {
    let mut report = Report::default();
    let mut seen: BTreeMap<String, (String, String)> = BTreeMap::new();
    let cases = with_records(root)?.into_iter().map(Folder::Case);
    let meetings = with_records(&root.join(layout::MEETINGS))?.into_iter().map(Folder::Meeting);
    for folder in cases.chain(meetings) {
        report.folders += 1;
        for (path, record) in verify_folder(root, &folder, &mut report) {
            let own = (record.sha256, path.clone());
            match seen.get(&record.header.id) {
                Some((sha256, other)) if *sha256 != own.0 => {
                    report.add(Weight::Damage, "duplicate-id", path, format!("{other} has the same id"));
                }
                _ => {
                    seen.insert(record.header.id, own);
                }
            }
        }
    }
    report.findings.sort_by(|a, b| (&a.path, a.code).cmp(&(&b.path, b.code)));
    Ok(report)
}

fn verify_folder(root: &Path, folder: &Folder, report: &mut Report) -> Vec<(String, Record)> {
    let mut records = Vec::new();
    let mut kept = Vec::new();
    let names = match journal::all_names(root, folder) {
        Ok(names) => names,
        Err(error) => {
            let path = format!("{}/{}", layout::folder_path(folder), layout::RECORDS);
            report.add(Weight::Damage, "unreadable", path, error.to_string());
            return records;
        }
    };
    for name in &names {
        let path = layout::record_path(folder, name);
        match layout::read_name(name) {
            Name::Record { .. } => {
                report.records += 1;
                match journal::read_one(root, folder, name) {
                    Ok(record) => records.push((path, record)),
                    Err(Damaged { path, why, detail }) => report.add(Weight::Damage, why, path, detail),
                }
            }
            Name::KeptCase { sha256 } => {
                if let Some(problem) = kept_case_problem(root, folder, name, sha256) {
                    report.add(Weight::Damage, "kept-case-changed", path, problem);
                }
                kept.push(sha256.to_owned());
            }
            Name::Leftover => {
                report.add(Weight::Note, "leftover", path, "left by a save that was cut off; may be removed");
            }
            Name::ConflictCopy => {
                let detail = "a synchronising program made a copy; compare it, then remove one";
                report.add(Weight::Note, "conflict-copy", path, detail);
            }
            Name::Ignored => (),
            Name::Unknown => report.add(Weight::Note, "stray-file", path, "not a record of this program"),
        }
    }
    verify_relations(&records, &kept, report);
    records
}

/// What the records of one folder say about one another and about their case files.
fn verify_relations(records: &[(String, Record)], kept: &[String], report: &mut Report) {
    let history = replay(records.iter().map(|(_, record)| record.clone()).collect());
    for (path, record) in records {
        for parent in &record.header.parents {
            if history.waiting_for.contains(parent) {
                report.add(Weight::Waiting, "missing-parent", path.clone(), format!("waiting for {parent}"));
            }
        }
        let named = match &record.body {
            Body::Signature(signature) => Some(&signature.record),
            Body::Retraction(retraction) => Some(&retraction.record),
            Body::Reply(reply) => reply.request.as_ref(),
            _ => None,
        };
        for id in named.into_iter().chain(&record.header.supersedes) {
            if history.find(id).is_none() {
                let detail = format!("waiting for {id}");
                report.add(Weight::Waiting, "missing-reference", path.clone(), detail);
            }
        }
        match &record.body {
            Body::Signature(signature)
                if history
                    .find(&signature.record)
                    .is_some_and(|signed| signed.sha256 != signature.sha256) =>
            {
                let detail = format!("signs other bytes than those of {}", signature.record);
                report.add(Weight::Damage, "hash-mismatch", path.clone(), detail);
            }
            Body::Decision(decision) => {
                if let Some(sha256) = decision.made_on.as_ref().filter(|sha256| !kept.contains(*sha256)) {
                    let detail = layout::kept_case_name(sha256);
                    report.add(Weight::Damage, "missing-kept-case", path.clone(), detail);
                }
            }
            Body::Newer => {
                let detail = format!("schema {}, kind {}", record.header.schema, record.header.kind);
                report.add(Weight::Note, "newer-version", path.clone(), detail);
            }
            _ => (),
        }
    }
}

fn kept_case_problem(root: &Path, folder: &Folder, name: &str, sha256: &str) -> Option<String> {
    match bytes::read_limited(&layout::records_dir(root, folder).join(name), kept_case::LARGEST_CASE) {
        Ok(bytes) => {
            let found = record_file::sha256(&bytes);
            (found != sha256).then(|| format!("found {found}"))
        }
        Err(error) => Some(error.to_string()),
    }
}

/// A folder that nobody may look into may hold some; it is no sound one.
fn may_hold_records(folder: &Path) -> bool {
    match fs::metadata(folder.join(layout::RECORDS)) {
        Ok(_) => true,
        Err(error) => {
            use std::io::ErrorKind::{NotADirectory, NotFound};
            !matches!(error.kind(), NotFound | NotADirectory)
        }
    }
}

fn with_records(dir: &Path) -> Result<Vec<String>, Error> {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && dir.ends_with(layout::MEETINGS) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(Error::io(Doing::OpenWorkspace, dir, error)),
    };
    let mut names: Vec<String> = entries
        .flatten()
        .filter(|entry| may_hold_records(&entry.path()))
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| layout::is_folder_name(name))
        .collect();
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Write;
    use std::path::PathBuf;

    use super::*;
    use crate::domain::decision::Decision;
    use crate::domain::record::{Author, NewRecord};

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
            let new = NewRecord {
                id: None,
                folder: Folder::Case("tb-1".into()),
                by: Author::default(),
                parents: parents.clone(),
                supersedes: Vec::new(),
                reason: None,
                body: Body::Decision(Box::new(Decision { made_on, ..Decision::default() })),
            };
            parents = vec![journal::append(dir.path(), &new, id.into(), "now".into()).unwrap().sha256];
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
}
