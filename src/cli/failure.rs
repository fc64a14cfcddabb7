//! What failed, why, and what to do: told on standard error, in the language of the user.

use std::io::{self, Write};

use crate::cli::exit::Exit;
use crate::domain::text::Shown;
use crate::i18n::{Arg, Words};
use crate::storage::error::Error;

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

    pub fn exit(&self) -> Exit {
        match self {
            Failure::Disk(error) => error.kind.into(),
            Failure::Rule { exit, .. } => *exit,
            // A reader that has seen enough closes the pipe; that is no failure of ours.
            Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Ok,
            Failure::Output(_) => Exit::Failure,
        }
    }

    /// The sentence, and under it what to do.
    pub fn tell(&self, words: &Words, to: &mut dyn Write) -> io::Result<()> {
        let (what, hint) = match self {
            Failure::Disk(error) => {
                let (doing, hint) = error.words();
                let path = error.path.display().to_string();
                let what = format!("{}: {path}: {}", words.get(&doing), error.why);
                (what, Some(words.get(&hint)))
            }
            Failure::Rule { id, args, .. } => {
                let hint = format!("{id}-hint");
                (words.with(id, args), words.has(&hint).then(|| words.with(&hint, args)))
            }
            Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            Failure::Output(error) => {
                (words.with("cli-output-failed", &[("why", error.to_string().into())]), None)
            }
        };
        for (index, line) in Shown::lines(&what).iter().enumerate() {
            writeln!(to, "{}{line}", if index == 0 { "tumorboard: " } else { "  " })?;
        }
        hint.map_or(Ok(()), |hint| writeln!(to, "  → {}", Shown::line(&hint)))
    }
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
