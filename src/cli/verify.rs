//! `verify`: every byte of every record against its hash and parents, and the digests that paper is compared with.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::cli::context::{Context, Scope};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::json;
use crate::domain::history::History;
use crate::domain::record::Folder;
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::phrase;
use crate::storage::store::Store;
use crate::storage::verify::{self, Report, Weight};
use crate::storage::{journal, layout};

/// Fewer characters of a digest could be met by chance, or on purpose.
const SHORTEST_DIGEST: usize = 16;

/// The records of one folder.
struct Recorded {
    path: String,
    count: usize,
    history: History,
}

pub fn run(
    context: &Context,
    path: Option<&Path>,
    digest: Option<&str>,
    json: bool,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let scope = match path {
        Some(path) => context.place(path)?,
        None => Scope { root: context.store()?.root().to_owned(), only: None },
    };
    let folders = recorded(&scope)?;
    if let Some(digest) = digest {
        return find(context, digest, &folders, out);
    }
    let mut report = verify::workspace(&scope.root)?;
    if let Some(only) = &scope.only {
        if folders.is_empty() {
            let path: PathBuf = scope.root.join(only);
            return Err(Failure::refused("cli-verify-nothing").with("path", path.display().to_string()));
        }
        report.findings.retain(|finding| scope.covers(&finding.path));
        report.folders = folders.len();
        report.records = folders.iter().map(|folder| folder.count).sum();
    }
    if json {
        json::write(out, &object(&report, &folders))?;
    } else {
        print(context, &report, &folders, out)?;
    }
    Ok(if report.is_sound() { Exit::Ok } else { Exit::Integrity })
}

/// The folders that hold records, by path; a folder or a file in it stands for the whole folder.
fn recorded(scope: &Scope) -> Result<Vec<Recorded>, Failure> {
    let store = Store::open(&scope.root)?;
    let cases = store.case_folders()?.into_iter().map(Folder::Case);
    let meetings = store.meetings()?.into_iter().map(Folder::Meeting);
    let read = |folder: Folder| {
        let path = layout::folder_path(&folder);
        let is_meant = scope.covers(&path) || scope.only.as_ref().is_some_and(|only| lies_in(only, &path));
        is_meant.then(|| {
            let (history, damaged) = journal::read(&scope.root, &folder);
            Recorded { path, count: history.records.len() + damaged.len(), history }
        })
    };
    Ok(cases.chain(meetings).filter_map(read).collect())
}

fn lies_in(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

fn object(report: &Report, folders: &[Recorded]) -> Value {
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            json!({
                "path": finding.path,
                "weight": finding.weight.word(),
                "code": finding.code,
                "detail": finding.detail,
            })
        })
        .collect();
    let heads: Vec<Value> = folders
        .iter()
        .filter(|folder| folder.count > 0)
        .map(|folder| json!({ "folder": folder.path, "records": folder.count, "heads": folder.history.heads() }))
        .collect();
    let verify = json!({
        "sound": report.is_sound(),
        "folders": report.folders,
        "records": report.records,
        "findings": findings,
        "heads": heads,
    });
    json!({ "schema_version": 1, "verify": verify })
}

fn print(context: &Context, report: &Report, folders: &[Recorded], out: &mut dyn Write) -> io::Result<()> {
    let words = context.words;
    for finding in &report.findings {
        let weight = words.get(&format!("cli-weight-{}", finding.weight.word()));
        let why = words.get(&format!("cli-finding-{}", finding.code));
        let line = format!("{}: {weight}: {why} ({})", finding.path, finding.detail);
        writeln!(out, "{}", Shown::line(&line))?;
    }
    for folder in folders.iter().filter(|folder| !folder.history.records.is_empty()) {
        let heads: Vec<String> =
            folder.history.heads().iter().map(|head| phrase::digest(head).into_string()).collect();
        let args = [
            ("folder", folder.path.as_str().into()),
            ("n", folder.count.into()),
            ("heads", heads.join(", ").into()),
        ];
        writeln!(out, "{}", Shown::line(&words.with("cli-heads", &args)))?;
    }
    let args = [
        ("records", report.records.into()),
        ("damaged", report.count(Weight::Damage).into()),
        ("waiting", report.count(Weight::Waiting).into()),
    ];
    writeln!(out, "{}", Shown::line(&words.with("cli-verified", &args)))
}

/// The record that a digest on paper stands for. Where it is there with these bytes, so is all that it followed.
fn find(context: &Context, digest: &str, folders: &[Recorded], out: &mut dyn Write) -> Result<Exit, Failure> {
    let wanted = digest.trim().to_ascii_lowercase();
    let is_hex = wanted.bytes().all(|byte| byte.is_ascii_hexdigit());
    if wanted.len() < SHORTEST_DIGEST || !is_hex {
        return Err(Failure::refused("cli-digest-bad").with("digest", digest));
    }
    let mut found = false;
    for folder in folders {
        for record in folder.history.records.iter().filter(|record| record.sha256.starts_with(&wanted)) {
            found = true;
            let name = layout::record_name(&record.header.id, &record.header.kind);
            let path = format!("{}/{}/{name}", folder.path, layout::RECORDS);
            let is_head = folder.history.heads().contains(&record.sha256);
            let id = if is_head { "cli-digest-last" } else { "cli-digest-followed" };
            writeln!(out, "{}", Shown::line(&context.words.with(id, &[("path", path.into())])))?;
        }
    }
    if found {
        Ok(Exit::Ok)
    } else {
        Err(Failure::rule(Exit::Integrity, "cli-digest-gone").with("digest", digest))
    }
}
