//! What failed, why, and what to do: told on standard error, in the language of the user.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::cli::exit::Exit;
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::i18n::{Arg, Words};
use crate::storage::error::{Doing, Error};
use crate::terminal::failed;

/// Why a subcommand ended early.
#[derive(Debug)]
pub enum Failure {
    Disk(Error),
    /// A rule of the program; `id` names its sentence in the language files and, with `-hint`, what to do.
    Rule {
        exit: Exit,
        id: &'static str,
        args: Vec<(&'static str, Arg)>,
    },
    /// The results could not be written out.
    Output(io::Error),
}

impl Failure {
    pub fn refused(id: &'static str) -> Self {
        Failure::rule(Exit::Refused, id)
    }

    pub fn rule(exit: Exit, id: &'static str) -> Self {
        Failure::Rule { exit, id, args: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        if let Failure::Rule { args, .. } = &mut self {
            args.push((name, value.into()));
        }
        self
    }

    /// The answer of a run that was asked for JSON and failed.
    pub fn object(&self, words: &Words) -> Option<Value> {
        let (message, hint) = self.said(words)?;
        let code = match self {
            Failure::Disk(error) => error.doing.word(),
            Failure::Rule { id, .. } => id.strip_prefix("cli-").unwrap_or(id),
            Failure::Output(_) => "output-failed",
        };
        let error = json!({ "code": code, "exit": self.exit().code(), "message": message, "hint": hint });
        Some(json!({ "schema_version": 1, "error": error }))
    }

    pub fn exit(&self) -> Exit {
        match self {
            Failure::Disk(error) => error.kind.into(),
            Failure::Rule { exit, .. } => *exit,
            // A reader that has seen enough closes the pipe; that is no failure of ours.
            Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Ok,
            Failure::Output(_) => Exit::Failure,
        }
    }

    /// What failed and why, and what to do; nothing where nobody is left to be told.
    fn said(&self, words: &Words) -> Option<(String, Option<String>)> {
        Some(match self {
            Failure::Disk(error) => {
                let failed = failed(error, &error.path);
                let what = failed.what(words);
                let is_save = matches!(error.doing, Doing::KeepCase | Doing::SaveRecord);
                let what = if is_save { words.with("cli-not-saved", &[("why", what.into())]) } else { what };
                let hint = if is_save { of_input(&failed.hint) } else { without_input(&failed.hint) };
                (what, Some(words.get(hint)))
            }
            Failure::Rule { id, args, .. } => {
                let hint = format!("{id}-hint");
                (words.with(id, args), words.has(&hint).then(|| words.with(&hint, args)))
            }
            Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return None,
            Failure::Output(error) => {
                (words.with("cli-output-failed", &[("why", error.to_string().into())]), None)
            }
        })
    }

    /// The sentence, and under it what to do.
    pub fn tell(&self, words: &Words, to: &mut dyn Write) -> io::Result<()> {
        let Some((what, hint)) = self.said(words) else { return Ok(()) };
        for (index, line) in Shown::lines(&what).iter().enumerate() {
            writeln!(to, "{}{line}", if index == 0 { "tumorboard: " } else { "  " })?;
        }
        hint.map_or(Ok(()), |hint| writeln!(to, "  → {}", Shown::line(&hint)))
    }
}

/// What to do where the text was given on the command line, of which the program keeps nothing.
fn of_input(hint: &str) -> &str {
    match hint {
        "hint-retry" => "cli-retry",
        "hint-free-space" => "cli-free-space",
        "hint-permission" => "cli-permission",
        "hint-read-only" => "cli-read-only",
        other => other,
    }
}

/// What to do where no text was given at all.
fn without_input(hint: &str) -> &str {
    match hint {
        "hint-retry" => "cli-run-again",
        "hint-free-space" => "cli-run-again-space",
        "hint-permission" => "cli-run-again-permission",
        "hint-read-only" => "cli-run-again-read-only",
        other => other,
    }
}

/// Why the disk failed, in the language of the user where the reason is a common one.
pub fn why(words: &Words, error: &Error) -> String {
    failed(error, &error.path).why(words)
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Disk(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}
