//! One file a subcommand: plain lines, `--json`; also the path for screen readers.

pub mod check;
pub mod context;
pub mod exit;
pub mod failure;
pub mod new;
pub mod schema;
mod stage;

mod agenda;
mod args;
mod author;
mod computed;
mod config;
mod demo;
mod doctor;
mod export;
mod help;
mod json;
mod list;
mod manual;
mod namesakes;
mod population;
mod record;
mod repair;
mod response;
mod rows;
mod screen;
mod search;
mod show;
mod told;
mod usage;
mod verify;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use crate::cli::args::{Cli, Command};
use crate::cli::context::{Context, Scope};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::config::Warning;
use crate::domain::record::Folder;
use crate::domain::text::Shown;
use crate::domain::workspace::Damaged;
use crate::i18n::Words;
use crate::storage::{journal, listing};
use crate::terminal;

/// Runs one command line, from its arguments to its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let cli = match Cli::try_parse_from(&args) {
        Ok(cli) => cli,
        Err(error) => return not_run(&error, &args),
    };
    let opens_screen = cli.opens_screen();
    if let Some(failure) = cli.folder().and_then(|(one, other)| usage::folder(one, other, opens_screen)) {
        return refuse(&failure, &args);
    }
    let (flags, command) = cli.split();
    let mut stderr = io::stderr();
    let context = match Context::new(flags) {
        Ok(context) => context,
        Err((words, failure)) => {
            let _ = failure.tell(words, &mut stderr);
            return failure.exit().into();
        }
    };
    terminal::install_fault_hook(context.words);
    terminal::provoke_fault("command", &|| format!("{:?}", context.store().map(|store| store.board()).ok()));
    tell_warnings(&context);
    let wants_json = command.as_ref().is_some_and(Command::wants_json);
    let mut out = io::BufWriter::new(io::stdout());
    let ended = dispatch(&context, command, &mut out)
        .and_then(|exit| out.flush().map(|()| exit).map_err(Failure::from));
    match ended {
        Ok(exit) => exit.into(),
        Err(failure) => {
            if let Some(answer) = failure.object(context.words).filter(|_| wants_json) {
                let _ = json::write(&mut out, &answer);
            }
            let _ = out.flush();
            let _ = failure.tell(context.words, &mut stderr);
            failure.exit().into()
        }
    }
}

/// Help that was asked for, or what cannot be understood; only here is the grammar given its words.
fn not_run(error: &clap::Error, args: &[OsString]) -> ExitCode {
    let words = words(args);
    let plain = usage::help_without_options(error, args);
    let again = plain.as_deref().unwrap_or(args);
    // The line is parsed again with the grammar that has its words: a page of help comes back as its error.
    match help::grammar(words).try_get_matches_from(again) {
        Err(error) if error.use_stderr() => refuse(&usage::failure(&error, args, words), args),
        Err(page) => {
            // Help that cannot be printed has no other way out.
            let _ = write!(io::stdout(), "{}", help::page(&page.render().to_string()));
            Exit::Ok.into()
        }
        Ok(_) => refuse(&usage::failure(error, args, words), args),
    }
}

fn words(args: &[OsString]) -> &'static Words {
    Context::words_for(usage::language(args))
}

/// Ends a run that has not begun.
fn refuse(failure: &Failure, args: &[OsString]) -> ExitCode {
    let words = words(args);
    if let Some(answer) = failure.object(words).filter(|_| args.iter().any(|arg| arg == "--json")) {
        let _ = json::write(&mut io::stdout(), &answer);
    }
    let _ = failure.tell(words, &mut io::stderr());
    failure.exit().into()
}

fn dispatch(context: &Context, command: Option<Command>, out: &mut dyn Write) -> Result<Exit, Failure> {
    match command {
        None if screen::is_possible(context) => screen::open_screen(context),
        None => agenda::run(context, out),
        Some(Command::Demo { dir, cases, seed }) => {
            demo::run(context, dir, cases.map(|cases| (cases, seed)), out)
        }
        Some(Command::List { query, json }) => {
            list::run(context, &query.join(" "), json, out).map_err(|why| usage::no_workspace(why, &query))
        }
        Some(Command::Show { case, json }) => {
            show::run(context, &case, json, out).map_err(|why| usage::no_workspace(why, &[case]))
        }
        Some(Command::Search { query, json }) => {
            search::run(context, &query.join(" "), json, out).map_err(|why| usage::no_workspace(why, &query))
        }
        Some(Command::Record { kind, case, from, id }) => record::run(context, kind, &case, &from, id, out),
        Some(Command::New { case, site }) => make(context, &case, site.as_deref(), out),
        Some(Command::Check { path, by, json }) => check_path(context, path.as_deref(), (by, json), out),
        Some(Command::Schema { which }) => {
            Ok(if schema::run(which.word(), out)? { Exit::Ok } else { Exit::Refused })
        }
        Some(Command::Stage(ask)) => stage::run(context, &ask, out),
        Some(Command::Response { case, baseline, json }) => {
            response::run(context, &case, baseline.as_deref(), json, out)
        }
        Some(Command::Export(ask)) => export::run(context, &ask, out),
        Some(Command::Verify { path, anchor, json }) => {
            verify::run(context, path.as_deref(), &anchor, json, out)
        }
        Some(Command::Repair { path, apply }) => repair::run(context, path, apply, out),
        Some(Command::Config { defaults }) => config::run(context, defaults, out),
        Some(Command::Doctor { write, clean }) => doctor::run(context, doctor::Allowed { write, clean }, out),
        Some(Command::Completions { shell }) => manual::completions(context.words, shell, out),
        Some(Command::Man) => manual::page(context.words, out),
    }
}

/// `new`: says where the file is and what comes next.
fn make(context: &Context, case: &str, site: Option<&str>, out: &mut dyn Write) -> Result<Exit, Failure> {
    let made = new::run(&context.workspace()?, context.words, case, site)?;
    writeln!(out, "{}", Shown::line(&made.case.to_string_lossy()))?;
    if let Some(board) = made.board {
        let path = Shown::line(&board.to_string_lossy()).into_string();
        context.say("cli-new-board", &[("path", path.into())]);
    }
    context.say("cli-new-next", &[]);
    Ok(Exit::Ok)
}

/// `check`: a whole workspace, or only what lies under a path inside one.
fn check_path(
    context: &Context,
    path: Option<&Path>,
    (by, json): (Option<check::By>, bool),
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let scope = match path {
        None => Scope { root: context.store()?.root().to_owned(), only: None },
        Some(path) => context.place(path)?,
    };
    let days = (context.flags.as_of, context.as_of);
    let layout = check::Layout::of(by, json, scope.only.is_none(), help::cells());
    let clean = check::run((&scope, context.cache()), context.words, days, layout, out)?;
    let is_sound = tell_damaged(context, &scope);
    Ok(match (is_sound, clean) {
        (false, _) => Exit::Integrity,
        (true, false) => Exit::Problems,
        (true, true) => Exit::Ok,
    })
}

/// Of one case it is told, too, which of its records are damaged: of all of them `verify` tells it.
fn tell_damaged(context: &Context, scope: &Scope) -> bool {
    let folder = scope.only.as_deref().and_then(|only| only.split('/').next());
    let Some(folder) = folder.filter(|folder| listing::is_case(&scope.root, folder)) else { return true };
    let (_, damaged) = journal::read(&scope.root, &Folder::Case(folder.to_owned()));
    context.say_damaged(&damaged);
    damaged.iter().all(Damaged::is_withheld)
}

fn tell_warnings(context: &Context) {
    for warning in &context.warnings {
        match warning {
            Warning::Unreadable(why) => context.say("cli-config-unreadable", &[("why", why.as_str().into())]),
            Warning::UnknownName(name) => {
                context.say("cli-config-unknown-name", &[("name", name.as_str().into())]);
            }
            Warning::UnknownLanguage(value) => {
                let args = [("name", "TUMORBOARD_LANG".into()), ("value", value.as_str().into())];
                context.say("cli-unknown-language", &args);
            }
            Warning::UnknownValue { name, value } => {
                let args = [("name", name.as_str().into()), ("value", value.as_str().into())];
                context.say("cli-config-unknown-value", &args);
            }
        }
    }
}
