//! The grammar of the command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::cli::check::By;
use crate::cli::context::Flags;
use crate::domain::date::Date;
use crate::domain::record::Kind;
use crate::i18n::Lang;

/// Runs multidisciplinary tumor board meetings from the terminal
#[derive(Debug, Parser)]
#[command(name = "tumorboard", version, before_help = "Example: tumorboard cases")]
pub struct Cli {
    /// Folder to open; without one the nearest workspace is found
    #[arg(value_name = "WORKSPACE")]
    folder: Option<PathBuf>,

    /// Folder with board.yaml and the cases
    #[arg(long, global = true, value_name = "DIR")]
    workspace: Option<PathBuf>,

    /// Language of the answers: en, vi or zh
    #[arg(long, global = true, value_name = "LANG", value_parser = parse_lang)]
    lang: Option<Lang>,

    /// Plain lines, no screen
    #[arg(long, global = true)]
    plain: bool,

    /// Day as of which ages and recency count, as 2026-11-26
    #[arg(long, global = true, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<NaiveDate>,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the sample workspace of invented patients
    #[command(before_help = "\
Example: tumorboard demo /tmp/board
         tumorboard demo /tmp/large --cases 100000 --seed 7")]
    Demo {
        /// An empty or new folder
        #[arg(default_value = "tumorboard-demo")]
        dir: PathBuf,
        /// So many synthetic cases with records and meetings instead of the samples. Written quickly, without making
        /// every file durable: the same number and seed give the same bytes again
        #[arg(long, value_name = "N")]
        cases: Option<u64>,
        /// Another seed gives other patients
        #[arg(long, value_name = "S", default_value_t = 1, requires = "cases")]
        seed: u64,
    },
    /// List the cases of the workspace, or those that answer a query
    #[command(before_help = "\
Example: tumorboard list --json
         tumorboard list status:undecided 'due:<7d'")]
    List {
        /// Words and filters, as for `search`
        #[arg(value_name = "QUERY")]
        query: Vec<String>,
        #[arg(long)]
        json: bool,
    },
    /// Show one case with its records and the decision that holds
    #[command(before_help = "Example: tumorboard show tb-2026-0007 --json")]
    Show {
        /// The id of the case, or its folder
        #[arg(value_name = "CASE")]
        case: String,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Find cases by name (any script), number, diagnosis, code or question, and by filters
    #[command(before_help = "\
Example: tumorboard search 'nguyen c22'
         tumorboard search site:lung stage:III 'age:>70'

Filters: site:lung site:C34 stage:III status:undecided|unsigned|final|deferred|conflict 'due:<7d' due:overdue
         sex:f 'age:>70' age:40-60 lang:vi missing: missing:blocking; a comma is *or*")]
    Search {
        #[arg(value_name = "QUERY", required = true)]
        query: Vec<String>,
        #[arg(long)]
        json: bool,
    },
    /// Record a decision, opinion, request, reply, signature or retraction; attendance, agenda change, timing or close of a meeting
    #[command(before_help = "\
Example: tumorboard record opinion tb-2026-0007 --from opinion.yaml

    check: TTBN 1975      # initials and birth year of the patient
    by: mai-onc           # who records, a key in board.yaml
    person: le-rad
    position: agree
    text: Both lesions are LI-RADS 5.")]
    Record {
        #[arg(value_name = "KIND")]
        kind: RecordKind,
        /// Folder of the case; of the meeting for attendance, agenda, timing and close
        #[arg(value_name = "CASE")]
        case: String,
        /// YAML file with the body of the record, `check` and `by`; - reads standard input
        #[arg(long, value_name = "FILE")]
        from: String,
        /// The id of an earlier try, so that the same record is never written twice
        #[arg(long, value_name = "ID")]
        id: Option<String>,
    },
    /// Write a commented case.yaml to fill in
    #[command(before_help = "Example: tumorboard new tb-2026-0042 --site C22.0")]
    New {
        /// The id of the case, which is also its folder: lower-case letters, digits and hyphens
        #[arg(value_name = "CASE")]
        case: String,
        /// ICD-O-3 topography, as C22.0
        #[arg(long, value_name = "SITE")]
        site: Option<String>,
    },
    /// Find what is missing, stale or contradictory, with file, line and column; exit 3 when there is anything
    #[command(before_help = "Example: tumorboard check cases/ --by owner")]
    Check {
        /// A workspace, or a folder or file inside one
        path: Option<PathBuf>,
        /// As a list of what each person has to do
        #[arg(long, value_name = "WHAT", conflicts_with = "json")]
        by: Option<By>,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Print the JSON schema of a file that people write, for editors
    #[command(before_help = "Example: tumorboard schema case > cases/case.schema.json")]
    Schema {
        #[arg(default_value = "case")]
        which: SchemaOf,
    },
    /// Stage group from the table of an edition
    #[command(
        before_help = "Example: tumorboard stage C22.0 --system tnm-ajcc --edition 8 --basis c T2 N0 M0"
    )]
    Stage(StageAsk),
    /// Sums and responses of the measured lesions at each time point (RECIST 1.1; mRECIST, iRECIST where they apply)
    #[command(before_help = "Example: tumorboard response tb-2026-0007 --json")]
    Response {
        /// The id of the case, or its folder
        #[arg(value_name = "CASE")]
        case: String,
        /// A study of the time point to compare with; without it the first at which a target was measured
        #[arg(long, value_name = "STUDY")]
        baseline: Option<String>,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Export a case or the minutes of a meeting as one self-contained document
    #[command(
        before_help = "Example: tumorboard export tb-2026-0007 --format html --for file --out case.html"
    )]
    Export(ExportArgs),
    /// Check every byte of every record against its hash and parents
    #[command(before_help = "Example: tumorboard verify cases --anchor minutes-2026-11-12.md")]
    Verify {
        /// A workspace, or a folder or file inside one
        path: Option<PathBuf>,
        /// Heads written down earlier, or a file with such heads in it: nothing before them may be missing
        #[arg(long, value_name = "FILE|HASH", num_args = 1..)]
        anchor: Vec<String>,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Propose how damaged, renamed or doubled records can be put right; originals go to quarantine, never away
    #[command(before_help = "Example: tumorboard repair cases")]
    Repair {
        path: Option<PathBuf>,
        /// Do what is proposed
        #[arg(long)]
        apply: bool,
    },
    /// Print the choices in force and where they come from
    #[command(before_help = "Example: tumorboard config")]
    Config {
        /// Print the file of defaults instead
        #[arg(long)]
        defaults: bool,
    },
    /// Look at terminal, language, workspace, disk and clock for trouble
    #[command(before_help = "Example: tumorboard doctor --write")]
    Doctor {
        /// Also try to write a temporary file in the workspace
        #[arg(long)]
        write: bool,
        /// Also remove what saves and programs left that were cut off more than a day ago
        #[arg(long)]
        clean: bool,
    },
    /// Print the completions for a shell
    #[command(
        before_help = "Example: tumorboard completions bash > ~/.local/share/bash-completion/completions/tumorboard"
    )]
    Completions { shell: Shell },
    /// Print the manual page
    #[command(before_help = "Example: tumorboard man | man -l -")]
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
    /// ICD-O-3 topography (C22.0) or a site as its table names it (liver)
    #[arg(value_name = "SITE", required_unless_present = "batch")]
    pub site: Option<String>,
    /// tnm-ajcc, tnm-uicc
    #[arg(long, default_value = "tnm-ajcc")]
    pub system: String,
    /// 8 or 9
    #[arg(long, required_unless_present = "batch")]
    pub edition: Option<String>,
    /// c, p, yc, yp
    #[arg(long, required_unless_present = "batch")]
    pub basis: Option<String>,
    /// T, N and M, then factors as psa=12
    #[arg(value_name = "T N M [factor=value]")]
    pub categories: Vec<String>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
    /// A table with the columns site, edition, classification, T, N, M, factors; a column `computed` is added
    #[arg(long, value_name = "FILE.tsv", conflicts_with = "site")]
    pub batch: Option<PathBuf>,
}

#[derive(Clone, Debug, clap::Args)]
pub struct ExportArgs {
    /// Folder of a case or of a meeting
    #[arg(value_name = "WHAT")]
    pub what: String,
    #[arg(long, default_value = "md")]
    pub format: ExportFormat,
    /// file: the hospital's own, identified; referral: identified, for the treating hospital; expert: pseudonymised, free text not checked
    #[arg(long = "for", value_name = "PROFILE", default_value = "file")]
    pub profile: ExportProfile,
    /// Where to write it; standard output without
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Who receives it; kept in the transfer record
    #[arg(long)]
    pub to: Option<String>,
    /// What for; kept in the transfer record
    #[arg(long)]
    pub purpose: Option<String>,
    /// Why it goes although the patient's consent does not cover it; kept in the transfer record
    #[arg(long, value_name = "REASON")]
    pub despite: Option<String>,
    /// Stands for the patient in an expert's copy; a random one without
    #[arg(long)]
    pub pseudonym: Option<String>,
    /// Who sends: a key in board.yaml
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
    /// Whether the answer was asked for as JSON.
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

fn parse_lang(raw: &str) -> Result<Lang, String> {
    Lang::parse(raw).ok_or_else(|| "en, vi or zh".to_owned())
}

/// The notation of the files: anything else has two readings somewhere.
fn parse_day(raw: &str) -> Result<NaiveDate, String> {
    Date::parse(raw)
        .known()
        .and_then(|date| date.day())
        .ok_or_else(|| "write the day as 2026-11-26".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_grammar_is_consistent_and_each_help_opens_with_an_example() {
        let mut command = Cli::command();
        command.build();
        command.clone().debug_assert();
        for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
            let example = sub.get_before_help().map(ToString::to_string).unwrap_or_default();
            assert!(example.starts_with("Example: tumorboard "), "{}", sub.get_name());
        }
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
