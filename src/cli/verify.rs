//! `verify`: every byte of every record against its hash and parents, and the digests that paper is compared with.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Value, json};

use crate::cli::context::{Context, Scope};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::json;
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::i18n::Words;
use crate::storage::anchor::Anchor;
use crate::storage::bytes;
use crate::storage::error::{Doing, Error};
use crate::storage::layout;
use crate::storage::store::Store;
use crate::storage::verify::{self, Report, Weight};

/// A list of a hundred thousand cases.
const LARGEST_ANCHOR: usize = 32 * 1024 * 1024;

pub fn run(
    context: &Context,
    path: Option<&Path>,
    anchors: &[String],
    json: bool,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let anchor = read_anchor(anchors)?;
    let scope = match path {
        Some(path) => context.place(path)?,
        None => Scope { root: context.store()?.root().to_owned(), only: None },
    };
    // What an anchor says was here may be anywhere now.
    let asks_all = anchor.is_some();
    let mut report =
        verify::some(&scope.root, |folder| asks_all || scope.meets(&layout::folder_path(folder)))?;
    if scope.only.is_none() && report.folders == 0 && !is_workspace(&scope.root)? {
        // A slip in the path must not read as sound records.
        let path = scope.root.display().to_string();
        return Err(Failure::refused("cli-no-workspace-at").with("path", path));
    }
    if let Some(anchor) = &anchor {
        report.compare(anchor);
    }
    narrow(&mut report, &scope)?;
    let marks = anchor.as_ref().map(|anchor| anchor.0.len());
    if json {
        json::write(out, &json!({ "schema_version": 1, "verify": as_json(&report, marks) }))?;
    } else {
        as_lines(context.words, &report, marks, out)?;
    }
    Ok(if report.is_sound() { Exit::Ok } else { Exit::Integrity })
}

/// `marks` is how many digests the anchor holds, where one was given.
fn as_json(report: &Report, marks: Option<usize>) -> Value {
    let findings: Vec<_> = report
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
    let heads: Vec<_> = report
        .heads
        .iter()
        .map(|one| json!({ "folder": one.folder, "records": one.records, "heads": one.heads }))
        .collect();
    json!({
        "sound": report.is_sound(),
        "folders": report.folders,
        "records": report.records,
        "findings": findings,
        "heads": heads,
        "anchor": marks,
        // Nothing in a folder can show that what came last was removed from it.
        "not_known": if marks.is_some() { "removed-after-anchor" } else { "removed-newest-records" },
    })
}

fn as_lines(words: &Words, report: &Report, marks: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    for finding in &report.findings {
        let weight = words.get(&format!("cli-weight-{}", finding.weight.word()));
        let why = words.get(&format!("cli-finding-{}", finding.code));
        let line = format!("{}: {weight}: {why} ({})", finding.path, finding.detail);
        writeln!(out, "{}", Shown::line(&line))?;
    }
    for one in &report.heads {
        for head in &one.heads {
            let args = [
                ("folder", one.folder.as_str().into()),
                ("records", one.records.into()),
                ("head", head.as_str().into()),
            ];
            writeln!(out, "{}", Shown::line(&words.with("cli-verify-head", &args)))?;
        }
    }
    let args = [
        ("records", report.records.into()),
        ("damaged", report.count(Weight::Damage).into()),
        ("waiting", report.count(Weight::Waiting).into()),
    ];
    writeln!(out, "{}", Shown::line(&words.with("cli-verified", &args)))?;
    let limit = match marks {
        Some(marks) => words.with("cli-verify-anchored", &[("n", marks.into())]),
        None => words.get("cli-verify-not-anchored"),
    };
    writeln!(out, "{}", Shown::line(&limit))
}

/// Whether anybody meant this folder to be one: one with nothing in it is not called sound.
fn is_workspace(root: &Path) -> Result<bool, Failure> {
    let store = Store::open(root)?;
    let has_board = !store.board().problems.iter().any(|problem| problem.code == "missing-file");
    Ok(has_board || !store.case_folders()?.is_empty())
}

/// Leaves what lies under the path that was asked for. A folder without records is not called sound.
fn narrow(report: &mut Report, scope: &Scope) -> Result<(), Failure> {
    let Some(only) = &scope.only else { return Ok(()) };
    report.findings.retain(|finding| scope.covers(&finding.path));
    report.heads.retain(|one| scope.meets(&format!("{}/{}", one.folder, layout::RECORDS)));
    report.folders = report.heads.len();
    report.records = report.heads.iter().map(|one| one.records).sum();
    if report.folders == 0 && report.findings.is_empty() {
        let path = scope.root.join(only).display().to_string();
        return Err(Failure::refused("cli-verify-nothing").with("path", path));
    }
    Ok(())
}

/// Hashes and files with hashes in them; none where nothing was named.
fn read_anchor(named: &[String]) -> Result<Option<Anchor>, Failure> {
    if named.is_empty() {
        return Ok(None);
    }
    let mut anchor = Anchor::default();
    for name in named {
        let mut found = Anchor::read(name);
        if found.0.iter().all(|mark| mark.digest.len() != name.len()) {
            let failed = |error| Error::io(Doing::ReadFile, Path::new(name), error);
            let bytes = bytes::read_limited(Path::new(name), LARGEST_ANCHOR).map_err(failed)?;
            found = Anchor::read(&String::from_utf8_lossy(&bytes));
        }
        if found.is_empty() {
            return Err(Failure::refused("cli-anchor-empty").with("name", name.as_str()));
        }
        anchor.0.extend(found.0);
    }
    Ok(Some(anchor))
}
