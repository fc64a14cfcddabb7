//! The grammar of the command line.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::cli::check::By;
use crate::cli::context::Flags;
use crate::domain::date::Date;
use crate::domain::record::Kind;
use crate::i18n::Lang;

/// One command line. Its help is in the language files, under ids made of the names here: see `help`.
#[derive(Debug, Parser)]
#[command(name = "tumorboard", version)]
pub struct Cli {
    #[arg(value_name = "WORKSPACE")]
    folder: Option<PathBuf>,

    #[arg(long, global = true, value_name = "DIR")]
    workspace: Option<PathBuf>,

    #[arg(long, global = true, value_name = "LANG", value_parser = parse_lang)]
    lang: Option<Lang>,

    #[arg(long, global = true)]
    plain: bool,

    #[arg(long, global = true, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<NaiveDate>,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Demo {
        #[arg(default_value = "tumorboard-demo")]
        dir: PathBuf,
        #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = parse_cases)]
        cases: Option<u64>,
        #[arg(long, value_name = "S", default_value = "1", requires = "cases", allow_negative_numbers = true,
              value_parser = parse_seed)]
        seed: u64,
    },
    List {
        #[arg(value_name = "QUERY")]
        query: Vec<String>,
        #[arg(long)]
        json: bool,
    },
    Show {
        #[arg(value_name = "CASE")]
        case: String,
        #[arg(long)]
        json: bool,
    },
    Search {
        #[arg(value_name = "QUERY", required = true)]
        query: Vec<String>,
        #[arg(long)]
        json: bool,
    },
    Record {
        #[arg(value_name = "KIND")]
        kind: RecordKind,
        #[arg(value_name = "CASE")]
        case: String,
        #[arg(long, value_name = "FILE")]
        from: String,
        #[arg(long, value_name = "ID")]
        id: Option<String>,
    },
    New {
        #[arg(value_name = "CASE")]
        case: String,
        #[arg(long, value_name = "SITE")]
        site: Option<String>,
    },
    Check {
        path: Option<PathBuf>,
        #[arg(long, value_name = "WHAT", conflicts_with = "json")]
        by: Option<By>,
        #[arg(long)]
        json: bool,
    },
    Schema {
        #[arg(default_value = "case")]
        which: SchemaOf,
    },
    Stage(StageAsk),
    Response {
        #[arg(value_name = "CASE")]
        case: String,
        #[arg(long, value_name = "STUDY")]
        baseline: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Export(ExportArgs),
    Verify {
        path: Option<PathBuf>,
        #[arg(long, value_name = "FILE|HASH", num_args = 1..)]
        anchor: Vec<String>,
        #[arg(long)]
        json: bool,
    },
    Repair {
        path: Option<PathBuf>,
        #[arg(long)]
        apply: bool,
    },
    Config {
        #[arg(long)]
        defaults: bool,
    },
    Doctor {
        #[arg(long)]
        write: bool,
        #[arg(long)]
        clean: bool,
    },
    Completions {
        shell: Shell,
    },
    Man,
}

/// The files that people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    Case,
    Board,
    Meeting,
}

impl SchemaOf {
    pub fn word(self) -> &'static str {
        match self {
            SchemaOf::Case => "case",
            SchemaOf::Board => "board",
            SchemaOf::Meeting => "meeting",
        }
    }
}

#[derive(Clone, Debug, clap::Args)]
pub struct StageAsk {
    #[arg(value_name = "SITE", required_unless_present = "batch")]
    pub site: Option<String>,
    #[arg(long, default_value = "tnm-ajcc")]
    pub system: String,
    #[arg(long)]
    pub edition: Option<String>,
    #[arg(long)]
    pub basis: Option<String>,
    #[arg(value_name = "T N M [factor=value]")]
    pub categories: Vec<String>,
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "FILE.tsv", conflicts_with = "site")]
    pub batch: Option<PathBuf>,
}

#[derive(Clone, Debug, clap::Args)]
pub struct ExportArgs {
    #[arg(value_name = "WHAT")]
    pub what: String,
    #[arg(long, default_value = "md")]
    pub format: ExportFormat,
    #[arg(long = "for", value_name = "PROFILE", default_value = "file")]
    pub profile: ExportProfile,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[arg(long)]
    pub to: Option<String>,
    #[arg(long)]
    pub purpose: Option<String>,
    #[arg(long, value_name = "REASON")]
    pub despite: Option<String>,
    #[arg(long)]
    pub pseudonym: Option<String>,
    #[arg(long, value_name = "PERSON")]
    pub by: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    Md,
    Html,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportProfile {
    File,
    Referral,
    Expert,
}

/// The kinds that people record from here; a transfer is recorded by the export itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RecordKind {
    Decision,
    Opinion,
    Request,
    Reply,
    Signature,
    Retraction,
    Attendance,
    Agenda,
    Timing,
    Close,
}

impl RecordKind {
    pub fn kind(self) -> Kind {
        match self {
            RecordKind::Decision => Kind::Decision,
            RecordKind::Opinion => Kind::Opinion,
            RecordKind::Request => Kind::Request,
            RecordKind::Reply => Kind::Reply,
            RecordKind::Signature => Kind::Signature,
            RecordKind::Retraction => Kind::Retraction,
            RecordKind::Attendance => Kind::Attendance,
            RecordKind::Agenda => Kind::Agenda,
            RecordKind::Timing => Kind::Timing,
            RecordKind::Close => Kind::Close,
        }
    }
}

impl Command {
    pub fn wants_json(&self) -> bool {
        match self {
            Command::List { json, .. }
            | Command::Show { json, .. }
            | Command::Search { json, .. }
            | Command::Check { json, .. }
            | Command::Response { json, .. }
            | Command::Verify { json, .. } => *json,
            Command::Stage(ask) => ask.json,
            _ => false,
        }
    }
}

impl Cli {
    /// A folder that was named where a subcommand may stand, and the workspace that was named beside it.
    pub fn folder(&self) -> Option<(&Path, Option<&Path>)> {
        self.folder.as_deref().map(|folder| (folder, self.workspace.as_deref()))
    }

    pub fn opens_screen(&self) -> bool {
        self.command.is_none()
    }

    pub fn split(self) -> (Flags, Option<Command>) {
        let flags = Flags {
            workspace: self.workspace.or(self.folder),
            lang: self.lang,
            plain: self.plain,
            as_of: self.as_of,
        };
        (flags, self.command)
    }
}

// A reader of a value refuses with the id of the words that say what to write instead.

fn parse_lang(raw: &str) -> Result<Lang, &'static str> {
    Lang::parse(raw).ok_or("usage-write-language")
}

/// No workspace is empty, and none is so large that the disk is full before anybody sees it.
fn parse_cases(raw: &str) -> Result<u64, &'static str> {
    raw.parse().ok().filter(|cases| (1..=1_000_000).contains(cases)).ok_or("usage-write-cases")
}

fn parse_seed(raw: &str) -> Result<u64, &'static str> {
    raw.parse().map_err(|_| "usage-write-seed")
}

/// The notation of the files: anything else has two readings somewhere.
fn parse_day(raw: &str) -> Result<NaiveDate, &'static str> {
    Date::parse(raw).day().ok_or("usage-write-day")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_grammar_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_folder_in_the_place_of_a_subcommand_is_the_workspace() {
        let (flags, command) = Cli::try_parse_from(["tumorboard", "cases", "--lang", "vi"]).unwrap().split();
        assert_eq!((flags.workspace, flags.lang), (Some("cases".into()), Some(Lang::Vi)));
        assert!(command.is_none());
        let (flags, command) = Cli::try_parse_from(["tumorboard", "--lang", "zh", "list"]).unwrap().split();
        assert_eq!((flags.workspace, flags.lang), (None, Some(Lang::Zh)));
        assert!(matches!(command, Some(Command::List { json: false, .. })));
    }
}
