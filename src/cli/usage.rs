//! A command line that cannot be understood: what is wrong in it, why, and what to write instead.

use std::error::Error as _;
use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Command, CommandFactory};

use crate::cli::args::Cli;
use crate::cli::failure::Failure;
use crate::domain::nearest::nearest;
use crate::domain::query::{Fault, Query};
use crate::domain::text::Shown;
use crate::i18n::{Lang, Words};
use crate::phrase;

/// The language that a command line asks for, also one that cannot be understood otherwise.
pub fn language(args: &[OsString]) -> Option<Lang> {
    let mut args = args.iter().skip(1).map(|arg| arg.to_string_lossy()).take_while(|arg| arg != "--");
    while let Some(arg) = args.next() {
        let value = if arg == "--lang" {
            args.next()
        } else {
            arg.strip_prefix("--lang=").map(|rest| rest.to_owned().into())
        };
        if let Some(lang) = value.as_deref().and_then(Lang::parse) {
            return Some(lang);
        }
    }
    None
}

/// The line without its options where they stand behind `help`, which takes none: their language is known by then.
pub fn help_without_options(error: &Error, args: &[OsString]) -> Option<Vec<OsString>> {
    let at = Place::of(args);
    let is_help = at.plain.first().is_some_and(|first| first == "help");
    let is_option = context(error, ContextKind::InvalidSubcommand).starts_with('-');
    (is_help && is_option)
        .then(|| args.iter().take(1).cloned().chain(at.plain.iter().map(OsString::from)).collect())
}

/// Why the parser refused, in sentences of our own.
pub fn failure(error: &Error, args: &[OsString], words: &Words) -> Failure {
    let at = Place::of(args);
    let given = |kind| context(error, kind);
    let argument = given(ContextKind::InvalidArg);
    let value = given(ContextKind::InvalidValue);
    let refused = |id| Failure::refused(id).with("command", at.line.clone());
    match error.kind() {
        ErrorKind::InvalidSubcommand => unknown_subcommand(&given(ContextKind::InvalidSubcommand)),
        // Where no subcommand was understood, the first word may have been meant as one.
        ErrorKind::UnknownArgument if at.misplaced().and_then(meant).is_some() => {
            unknown_subcommand(at.misplaced().unwrap_or_default())
        }
        ErrorKind::UnknownArgument if negated(args).is_some() => {
            let text = negated(args).map(|fault| phrase::query::fault(words, &fault).into_string());
            Failure::refused("cli-query-refused").with("text", text.unwrap_or_default())
        }
        ErrorKind::UnknownArgument if argument.starts_with('-') => refused("usage-unknown-option")
            .with("given", argument)
            .with("suggestion", or_nothing(given(ContextKind::SuggestedArg))),
        ErrorKind::UnknownArgument if at.subcommand.is_none() => unknown_subcommand(&argument),
        ErrorKind::UnknownArgument if is_folder(&argument) => refused("usage-too-many-folder")
            .with("line", at.with_workspace(&argument))
            .with("given", argument),
        ErrorKind::UnknownArgument => refused("usage-too-many").with("given", argument),
        ErrorKind::MissingRequiredArgument => {
            let example = words.get(&format!("help-{}-example", at.name()));
            let example = example.lines().next().unwrap_or_default().to_owned();
            refused("usage-missing").with("what", argument).with("example", example)
        }
        ErrorKind::InvalidValue if value.is_empty() => refused("usage-no-value").with("argument", argument),
        ErrorKind::InvalidValue => {
            let known = strings(error, ContextKind::ValidValue);
            let suggestion = nearest(&value, known.iter().map(String::as_str)).unwrap_or_default().to_owned();
            refused("usage-value")
                .with("argument", argument)
                .with("given", value)
                .with("suggestion", or_nothing(suggestion))
                .with("known", known.join(", "))
        }
        ErrorKind::ValueValidation => {
            // Our own readers of values answer with the id of what to write instead.
            let why = error.source().map(ToString::to_string).filter(|id| words.has(id));
            let why = words.get(why.as_deref().unwrap_or("usage-write-other"));
            refused("usage-value-unread").with("argument", argument).with("given", value).with("why", why)
        }
        ErrorKind::ArgumentConflict => {
            let other = given(ContextKind::PriorArg);
            if other == argument || other.is_empty() {
                refused("usage-twice").with("argument", argument)
            } else {
                refused("usage-conflict").with("argument", argument).with("other", other)
            }
        }
        ErrorKind::TooManyValues => {
            refused("usage-no-value-taken").with("argument", argument).with("given", value)
        }
        ErrorKind::InvalidUtf8 => refused("usage-not-utf8"),
        _ => refused("usage-not-understood"),
    }
}

/// Why a folder cannot be the workspace that was named without `--workspace`, where a subcommand may stand, too.
pub fn folder(folder: &Path, other: Option<&Path>, opens_screen: bool) -> Option<Failure> {
    let name = folder.to_string_lossy();
    let Some(other) = other else {
        return (opens_screen && !folder.exists()).then(|| unknown_subcommand(&name));
    };
    Some(if meant(&name).is_some() {
        unknown_subcommand(&name)
    } else {
        let other = shown(&other.to_string_lossy());
        Failure::refused("usage-two-workspaces").with("given", shown(&name)).with("other", other)
    })
}

/// The words of a query or of a case, where there is no workspace: one of them may be the folder that was meant.
pub fn no_workspace(failure: Failure, words: &[String]) -> Failure {
    let is_missing = matches!(failure, Failure::Rule { id: "cli-no-workspace", .. });
    match words.iter().find(|word| is_missing && is_folder(word)) {
        Some(word) => Failure::refused("cli-no-workspace-but").with("given", shown(word)),
        None => failure,
    }
}

fn is_folder(word: &str) -> bool {
    Path::new(word).is_dir()
}

fn unknown_subcommand(given: &str) -> Failure {
    let suggestion = or_nothing(meant(given).unwrap_or_default());
    Failure::refused("usage-no-such-folder").with("given", shown(given)).with("suggestion", suggestion)
}

/// The subcommand that a word is nearly.
fn meant(word: &str) -> Option<String> {
    let grammar = Cli::command();
    nearest(word, grammar.get_subcommands().map(Command::get_name)).map(str::to_owned)
}

/// A filter of a query that should be turned round, which the parser takes for an option.
fn negated(args: &[OsString]) -> Option<Fault> {
    let typed = args.iter().skip(1).map(|arg| arg.to_string_lossy()).filter(|arg| arg.starts_with('-'));
    typed.flat_map(|arg| Query::parse(&arg).faults).find(|fault| matches!(fault, Fault::Negated { .. }))
}

fn or_nothing(suggestion: String) -> String {
    if suggestion.is_empty() { "nothing".to_owned() } else { suggestion }
}

fn context(error: &Error, kind: ContextKind) -> String {
    strings(error, kind).join(", ")
}

/// What was typed may be pasted from anywhere: `5⇥10 mg` must not read `510 mg`.
fn strings(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![shown(one)],
        Some(ContextValue::Strings(all)) => all.iter().map(|one| shown(one)).collect(),
        _ => Vec::new(),
    }
}

fn shown(typed: &str) -> String {
    Shown::line(typed).into_string()
}

/// Which command a command line is about, as far as it can be known.
struct Place {
    subcommand: Option<String>,
    /// The words that are neither options nor the values of those that all commands have.
    plain: Vec<String>,
    /// As it is typed: `tumorboard list`.
    line: String,
}

impl Place {
    fn of(args: &[OsString]) -> Self {
        let grammar = Cli::command();
        let takes_value = |word: &str| {
            grammar.get_opts().any(|option| {
                word.strip_prefix("--").is_some_and(|name| option.get_long() == Some(name))
                    && option.get_action().takes_values()
            })
        };
        let mut plain = Vec::new();
        let mut typed = args.iter().skip(1).map(|arg| arg.to_string_lossy().into_owned());
        while let Some(word) = typed.next() {
            if takes_value(&word) {
                typed.next();
            } else if !word.starts_with('-') {
                plain.push(word);
            }
        }
        // A folder may stand before the subcommand.
        let subcommand = plain.iter().take(2).find(|word| grammar.find_subcommand(word).is_some()).cloned();
        let line =
            subcommand.iter().fold(grammar.get_name().to_owned(), |line, name| format!("{line} {name}"));
        Place { subcommand, plain, line }
    }

    /// The line with this word for its workspace.
    fn with_workspace(&self, folder: &str) -> String {
        let quoted = |word: &str| {
            if word.contains(char::is_whitespace) { format!("'{word}'") } else { word.to_owned() }
        };
        let words = self.plain.iter().filter(|word| *word != folder).map(|word| shown(&quoted(word)));
        let words: Vec<String> = words.collect();
        format!("tumorboard {} --workspace {}", words.join(" "), quoted(folder))
    }

    /// The first word, where none is a subcommand.
    fn misplaced(&self) -> Option<&str> {
        self.plain.first().map(String::as_str).filter(|_| self.subcommand.is_none())
    }

    fn name(&self) -> &str {
        self.subcommand.as_deref().unwrap_or("tumorboard")
    }
}
