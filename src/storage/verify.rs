//! Every byte of every record of a workspace against its hash, its name, its parents and the case it was made on.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::Path;

use crate::domain::cores;
use crate::domain::history::replay;
use crate::domain::record::{Body, Folder, Record};
use crate::domain::value::vocabulary;
use crate::domain::workspace::Damaged;
use crate::storage::anchor::{Anchor, Mark};
use crate::storage::error::{Doing, Error};
use crate::storage::layout::{self, Name};
use crate::storage::{bytes, copies, journal, kept_case, record_file};

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
    /// A code of `Damaged`, or `duplicate-id`, `duplicate-record`, `misplaced-record`, `missing-parent`,
    /// `missing-reference`, `missing-kept-case`, `missing-anchor`, `kept-case-changed`, `kept-case-alone`,
    /// `newer-version`, `leftover`, `conflict-copy`, `stray-file`.
    pub code: &'static str,
    pub detail: String,
}

/// The heads of one folder: written down elsewhere, they show later that nothing before them was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heads {
    /// Relative to the workspace, with `/`.
    pub folder: String,
    pub records: usize,
    pub heads: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub folders: usize,
    pub records: usize,
    /// By folder; those without a sound record are left out.
    pub heads: Vec<Heads>,
    /// The digests of all sound records.
    pub digests: BTreeSet<String>,
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

    /// Adds what an anchor says was here and is not.
    pub fn compare(&mut self, anchor: &Anchor) {
        let missing: Vec<Mark> = anchor.missing(&self.digests).cloned().collect();
        for Mark { digest, about } in missing {
            self.add(Weight::Damage, "missing-anchor", about, digest);
        }
    }

    fn add(&mut self, weight: Weight, code: &'static str, path: String, detail: impl Into<String>) {
        self.findings.push(Finding { path, weight, code, detail: detail.into() });
    }
}

/// Looks at every records folder of a workspace, also at those whose case file is gone.
pub fn workspace(root: &Path) -> Result<Report, Error> {
    some(root, |_| true)
}

/// The same of these folders alone. What others hold is looked at only where it has the id of a record of theirs.
pub fn some(root: &Path, is_asked: impl Fn(&Folder) -> bool) -> Result<Report, Error> {
    let (asked, others): (Vec<Folder>, Vec<Folder>) = folders(root)?.into_iter().partition(is_asked);
    let looked = cores::each_waiting(&asked, |folder| look(root, folder));
    let ids: HashSet<&str> = looked.iter().flat_map(|one| &one.records).map(|one| one.id.as_str()).collect();
    let elsewhere = cores::each_waiting(&others, |folder| with_ids(root, folder, &ids));
    let mut seen: BTreeMap<String, Known> = BTreeMap::new();
    seen.extend(elsewhere.into_iter().flatten().map(|known| (known.id.clone(), known)));
    let mut report = Report { folders: asked.len(), ..Report::default() };
    for mut one in looked {
        report.records += one.report.records;
        report.findings.append(&mut one.report.findings);
        report.heads.append(&mut one.report.heads);
        // `append` would make the whole set anew for each folder.
        report.digests.extend(one.report.digests);
        for known in one.records {
            match seen.get(&known.id) {
                Some(other) if other.sha256 != known.sha256 => {
                    let detail = format!("{} has the same id", other.path);
                    report.add(Weight::Damage, "duplicate-id", known.path, detail);
                }
                _ => drop(seen.insert(known.id.clone(), known)),
            }
        }
    }
    report.findings.sort_by(|a, b| (&a.path, a.code).cmp(&(&b.path, b.code)));
    Ok(report)
}

/// A record by what tells it from others.
struct Known {
    id: String,
    sha256: String,
    path: String,
}

impl Known {
    fn of((path, record): (String, Record)) -> Self {
        Known { id: record.header.id, sha256: record.sha256, path }
    }
}

/// One folder, and which records it has.
struct Looked {
    report: Report,
    records: Vec<Known>,
}

fn look(root: &Path, folder: &Folder) -> Looked {
    let mut report = Report::default();
    let found = verify_folder(root, folder, &mut report);
    let history = replay(found.iter().map(|(_, record)| record.clone()).collect());
    report.digests.extend(history.records.iter().map(|record| record.sha256.clone()));
    if !history.records.is_empty() {
        let (folder, records) = (layout::folder_path(folder), history.records.len());
        report.heads.push(Heads { folder, records, heads: history.heads() });
    }
    Looked { report, records: found.into_iter().map(Known::of).collect() }
}

/// The sound records of a folder with one of these ids, which stand in their names.
fn with_ids(root: &Path, folder: &Folder, ids: &HashSet<&str>) -> Vec<Known> {
    let names = journal::all_names(root, folder).unwrap_or_default();
    let has_one =
        |name: &&String| matches!(layout::read_name(name), Name::Record { id, .. } if ids.contains(id));
    let read = names.iter().filter(has_one).filter_map(|name| {
        Some((layout::record_path(folder, name), journal::read_one(root, folder, name).ok()?))
    });
    read.map(Known::of).collect()
}

fn verify_folder(root: &Path, folder: &Folder, report: &mut Report) -> Vec<(String, Record)> {
    let mut records = Vec::new();
    let mut kept = Vec::new();
    let mut strays = Vec::new();
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
            // `… (2).yaml` may also be a hand's.
            Name::ConflictCopy if copies::is_marked(name) || copies::is_backup(name) => {
                strays.push((name, "conflict-copy"));
            }
            Name::ConflictCopy => strays.push((name, "stray-file")),
            Name::Ignored => (),
            Name::Unknown => strays.push((name, "stray-file")),
        }
    }
    for (name, code) in strays {
        verify_stray(root, folder, name, code, &records, report);
    }
    verify_relations(folder, &records, &kept, report);
    records
}

/// A file under a name that no record has. When it is a record all the same, it was copied or moved there.
fn verify_stray(
    root: &Path,
    folder: &Folder,
    name: &str,
    code: &'static str,
    records: &[(String, Record)],
    report: &mut Report,
) {
    let path = layout::record_path(folder, name);
    let file = Path::new(layout::RECORDS).join(name);
    let found = bytes::read_beneath(&layout::folder_dir(root, folder), file, record_file::LARGEST).ok();
    match found.and_then(|bytes| record_file::parse(&bytes).ok()) {
        None => report.add(Weight::Note, code, path, "not a record of this program"),
        Some(record) if records.iter().any(|(_, other)| other.sha256 == record.sha256) => {
            // Synchronising programs make copies of what is there; a hand that does so has a reason to be asked for.
            let (weight, code) = if code == "stray-file" {
                (Weight::Damage, "duplicate-record")
            } else {
                (Weight::Note, code)
            };
            report.add(weight, code, path, format!("the same as {}", own_name(&record)));
        }
        Some(record) => {
            report.add(
                Weight::Damage,
                "misplaced-record",
                path,
                format!("its own name is {}", own_name(&record)),
            );
        }
    }
}

fn own_name(record: &Record) -> String {
    layout::record_name(&record.header.id, &record.header.kind)
}

/// What the records of one folder say about one another and about their case files.
fn verify_relations(folder: &Folder, records: &[(String, Record)], kept: &[String], report: &mut Report) {
    let history = replay(records.iter().map(|(_, record)| record.clone()).collect());
    let named = |sha256: &String| {
        records.iter().any(|(_, record)| match &record.body {
            Body::Decision(decision) => decision.made_on.as_ref() == Some(sha256),
            Body::Newer => true,
            _ => false,
        })
    };
    for sha256 in kept.iter().filter(|sha256| !named(sha256)) {
        let detail = "a save was cut off before its decision, or the decision was removed";
        let path = layout::record_path(folder, &layout::kept_case_name(sha256));
        report.add(Weight::Note, "kept-case-alone", path, detail);
    }
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
    let path = Path::new(layout::RECORDS).join(name);
    match bytes::read_beneath(&layout::folder_dir(root, folder), path, kept_case::LARGEST_CASE) {
        Ok(bytes) => {
            let found = record_file::sha256(&bytes);
            (found != sha256).then(|| format!("found {found}"))
        }
        Err(error) => Some(error.to_string()),
    }
}

/// Every folder with records, also those whose case file is gone.
pub fn folders(root: &Path) -> Result<Vec<Folder>, Error> {
    let cases = with_records(root)?.into_iter().map(Folder::Case);
    let meetings = with_records(&root.join(layout::MEETINGS))?.into_iter().map(Folder::Meeting);
    Ok(cases.chain(meetings).collect())
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
    let mut names = Vec::new();
    for entry in entries {
        // A folder that was not seen is no sound one.
        let entry = entry.map_err(|error| Error::io(Doing::OpenWorkspace, dir, error))?;
        names.extend(entry.file_name().into_string().ok().filter(|name| layout::is_folder_name(name)));
    }
    names.sort();
    let mut hold = cores::each_waiting(&names, |name| may_hold_records(&dir.join(name))).into_iter();
    names.retain(|_| hold.next().unwrap_or(true));
    Ok(names)
}
