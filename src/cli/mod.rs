//! One file a subcommand: plain lines, `--json`; also the path for screen readers.

pub mod check;
pub mod context;
pub mod exit;
pub mod export;
pub mod failure;
pub mod new;
pub mod schema;
mod stage;

mod agenda;
mod args;
mod config;
mod demo;
mod doctor;
mod json;
mod list;
mod manual;
mod population;
mod record;
mod rows;
mod screen;
mod search;
mod send;
mod show;
mod verify;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use crate::cli::args::{Cli, Command};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::config::Warning;
use crate::domain::text::Shown;

/// Runs one command line, from its arguments to its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            // Help that cannot be printed has no other way out.
            let _ = error.print();
            return if error.use_stderr() { Exit::Refused.into() } else { Exit::Ok.into() };
        }
    };
    let (flags, command) = cli.split();
    let mut stderr = io::stderr();
    let context = match Context::new(flags) {
        Ok(context) => context,
        Err((words, failure)) => {
            let _ = failure.tell(words, &mut stderr);
            return failure.exit().into();
        }
    };
    tell_warnings(&context);
    let mut out = io::BufWriter::new(io::stdout());
    let ended = dispatch(&context, command, &mut out)
        .and_then(|exit| out.flush().map(|()| exit).map_err(Failure::from));
    match ended {
        Ok(exit) => exit.into(),
        Err(failure) => {
            let _ = out.flush();
            let _ = failure.tell(context.words, &mut stderr);
            failure.exit().into()
        }
    }
}

fn dispatch(context: &Context, command: Option<Command>, out: &mut dyn Write) -> Result<Exit, Failure> {
    match command {
        None if io::stdout().is_terminal() && !context.flags.plain => screen::open_screen(context),
        None => agenda::run(context, out),
        Some(Command::Demo { dir, cases, seed }) => {
            demo::run(context, dir, cases.map(|cases| (cases, seed)), out)
        }
        Some(Command::List { query, json }) => list::run(context, &query.join(" "), json, out),
        Some(Command::Show { case, json }) => show::run(context, &case, json, out),
        Some(Command::Search { query, json }) => search::run(context, &query.join(" "), json, out),
        Some(Command::Record { kind, case, from, id }) => record::run(context, kind, &case, &from, id, out),
        Some(Command::New { case, site }) => make(context, &case, site.as_deref(), out),
        Some(Command::Check { path, json }) => check_path(context, path.as_deref(), json, out),
        Some(Command::Schema { which }) => {
            Ok(if schema::run(which.word(), out)? { Exit::Ok } else { Exit::Refused })
        }
        Some(Command::Stage(ask)) => stage::run(context, &ask, out),
        Some(Command::Export(ask)) => send::run(context, &ask, out),
        Some(Command::Verify { path, json }) => verify::run(context, path, json, out),
        Some(Command::Config { defaults }) => config::run(context, defaults, out),
        Some(Command::Doctor { write }) => doctor::run(context, write, out),
        Some(Command::Completions { shell }) => manual::completions(shell, out),
        Some(Command::Man) => manual::page(out),
    }
}

/// `new`: says where the file is and what comes next.
fn make(context: &Context, case: &str, site: Option<&str>, out: &mut dyn Write) -> Result<Exit, Failure> {
    match new::run(&context.workspace()?, context.words, case, site) {
        Ok(path) => {
            writeln!(out, "{}", Shown::line(&path.to_string_lossy()))?;
            context.say("cli-new-next", &[]);
            Ok(Exit::Ok)
        }
        Err(text) => Err(Failure::refused("cli-new-refused").with("text", text)),
    }
}

/// `check`: a whole workspace, or only what lies under a path inside one.
fn check_path(
    context: &Context,
    path: Option<&Path>,
    json: bool,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let (root, only) = match path {
        None => (context.workspace()?, None),
        Some(path) => context::workspace_of(path).ok_or_else(|| {
            Failure::refused("cli-no-workspace-at").with("path", path.display().to_string())
        })?,
    };
    let scope = check::Scope { root: &root, only: only.as_deref() };
    let clean = check::run(&scope, context.words, context.as_of, json, out)?;
    Ok(if clean { Exit::Ok } else { Exit::Problems })
}

fn tell_warnings(context: &Context) {
    for warning in &context.warnings {
        match warning {
            Warning::Unreadable(why) => context.say("cli-config-unreadable", &[("why", why.as_str().into())]),
            Warning::UnknownName(name) => {
                context.say("cli-config-unknown-name", &[("name", name.as_str().into())]);
            }
            Warning::UnknownValue { name, value } => {
                let args = [("name", name.as_str().into()), ("value", value.as_str().into())];
                context.say("cli-config-unknown-value", &args);
            }
        }
    }
}
