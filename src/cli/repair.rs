//! `repair`: proposes what sound copies in the workspace can put right; does it only when told to.

use std::io::Write;
use std::path::PathBuf;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::storage::modes::Policy;
use crate::storage::repair::{self, QUARANTINE, Remedy};
use crate::storage::verify;

pub fn run(
    context: &Context,
    path: Option<PathBuf>,
    apply: bool,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let root = match path {
        Some(path) => path,
        None => context.workspace()?,
    };
    let report = verify::workspace(&root)?;
    let proposals = repair::plan(&root, &report)?;
    let words = context.words;
    for proposal in &proposals {
        let args = [
            ("path", proposal.path.as_str().into()),
            ("from", proposal.from.as_deref().unwrap_or_default().into()),
        ];
        let said = words.with(&format!("cli-remedy-{}", proposal.remedy.word()), &args);
        writeln!(out, "{}", Shown::line(&said))?;
    }
    let possible = proposals.iter().filter(|proposal| proposal.remedy != Remedy::Backup).count();
    let place = format!("{QUARANTINE}/{}", context.now.format("%Y-%m-%d"));
    let args = [("n", possible.into()), ("place", place.as_str().into())];
    if !apply {
        let id = match (report.is_sound() && proposals.is_empty(), possible) {
            (true, _) => "cli-repair-nothing",
            (false, 0) => "cli-repair-impossible",
            (false, _) => "cli-repair-proposed",
        };
        writeln!(out, "{}", Shown::line(&words.with(id, &args)))?;
        return Ok(if report.is_sound() { Exit::Ok } else { Exit::Integrity });
    }
    let date = context.now.format("%Y-%m-%d").to_string();
    repair::apply(&root, &date, &proposals, Policy::parse(&context.config.store_mode))?;
    let is_sound = verify::workspace(&root)?.is_sound();
    let id = if is_sound { "cli-repair-sound" } else { "cli-repair-left" };
    writeln!(out, "{}", Shown::line(&words.with(id, &args)))?;
    Ok(if is_sound { Exit::Ok } else { Exit::Integrity })
}
