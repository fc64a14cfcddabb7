//! `verify`: every byte of every record against its hash and parents.

use std::io::Write;
use std::path::PathBuf;

use serde_json::json;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::json;
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::storage::verify::{self, Weight};

pub fn run(
    context: &Context,
    path: Option<PathBuf>,
    json: bool,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let root = match path {
        Some(path) => path,
        None => context.workspace()?,
    };
    let report = verify::workspace(&root)?;
    if json {
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
        let verify = json!({
            "sound": report.is_sound(),
            "folders": report.folders,
            "records": report.records,
            "findings": findings,
        });
        json::write(out, &json!({ "schema_version": 1, "verify": verify }))?;
    } else {
        for finding in &report.findings {
            let weight = context.words.get(&format!("cli-weight-{}", finding.weight.word()));
            let why = context.words.get(&format!("cli-finding-{}", finding.code));
            let line = format!("{}: {weight}: {why} ({})", finding.path, finding.detail);
            writeln!(out, "{}", Shown::line(&line))?;
        }
        let args = [
            ("records", report.records.into()),
            ("damaged", report.count(Weight::Damage).into()),
            ("waiting", report.count(Weight::Waiting).into()),
        ];
        writeln!(out, "{}", Shown::line(&context.words.with("cli-verified", &args)))?;
    }
    Ok(if report.is_sound() { Exit::Ok } else { Exit::Integrity })
}
