//! `doctor`: what of terminal, language, workspace, disk and clock may cause trouble, before it does.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

use chrono::{DateTime, Datelike};

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::domain::record::Folder;
use crate::domain::text::Shown;
use crate::domain::workspace::Reach;
use crate::i18n::Words;
use crate::storage::draft::Drafts;
use crate::storage::store::Store;
use crate::storage::survey::{self, Survey};
use crate::storage::trial::{self, Trial};
use crate::storage::{index, journal, kept_check, leftover, look, parts, presence};
use crate::terminal::{clock, facts};

/// Before this program, or too long after it: a clock that says so was never set.
const LIKELY_YEARS: std::ops::RangeInclusive<i32> = 2026..=2076;

/// Room for a meeting with its documents.
const ENOUGH_BYTES: u64 = 64 * 1024 * 1024;
const ENOUGH_FILES: u64 = 1000;

/// A list on the screen is to be read; the number says how many there are.
const MOST_LISTED: usize = 10;

/// What it may do beyond looking.
#[derive(Clone, Copy, Debug, Default)]
pub struct Allowed {
    /// Write a temporary file into the workspace.
    pub write: bool,
    /// Remove what saves left that were cut off long ago.
    pub clean: bool,
}

struct Doctor<'a> {
    context: &'a Context,
    out: &'a mut dyn Write,
    troubles: usize,
}

pub fn run(context: &Context, allowed: Allowed, out: &mut dyn Write) -> Result<Exit, Failure> {
    let mut doctor = Doctor { context, out, troubles: 0 };
    doctor.terminal()?;
    doctor.clock()?;
    doctor.state(allowed)?;
    doctor.workspace(allowed)?;
    Ok(if doctor.troubles == 0 { Exit::Ok } else { Exit::Problems })
}

impl Doctor<'_> {
    fn line(&mut self, good: bool, id: &str, detail: &str) -> io::Result<()> {
        let words = self.context.words;
        let mark = words.get(if good { "cli-doctor-good" } else { "cli-doctor-trouble" });
        self.troubles += usize::from(!good);
        let colon = if detail.is_empty() { "" } else { ": " };
        writeln!(self.out, "{}", Shown::line(&format!("{mark} {}{colon}{detail}", words.get(id))))
    }

    fn terminal(&mut self) -> io::Result<()> {
        let variable = |name: &str| env::var(name).unwrap_or_default();
        let term = variable("TERM");
        let size = facts::size().filter(|_| io::stdout().is_terminal());
        match size {
            Some((columns, rows)) => {
                self.line(columns >= 80 && rows >= 24, "cli-doctor-size", &format!("{columns} × {rows}"))?;
                self.line(!matches!(term.as_str(), "" | "dumb"), "cli-doctor-terminal", &term)?;
            }
            None => {
                self.line(true, "cli-doctor-terminal", &self.context.words.get("cli-doctor-no-terminal"))?;
            }
        }
        let colours = [variable("NO_COLOR"), variable("COLORTERM")];
        let [no_colour, colour_term] = &colours;
        let many = no_colour.is_empty()
            && (matches!(colour_term.as_str(), "truecolor" | "24bit") || term.contains("256color"));
        let words = self.context.words;
        let colours = words.get(if many { "cli-doctor-colours-many" } else { "cli-doctor-colours-few" });
        // Every state is a word too, so that few colours are no trouble.
        self.line(true, "cli-doctor-colours", &colours)?;
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(variable).into_iter().find(|value| !value.is_empty());
        let locale = locale.unwrap_or_default();
        let upper = locale.to_ascii_uppercase();
        let good = cfg!(windows) || upper.contains("UTF-8") || upper.contains("UTF8");
        self.line(good, "cli-doctor-locale", &format!("{locale} → {}", self.context.words.lang().code()))?;
        // A terminal that counts cells as this program does ends both lines at the same column.
        self.line(true, "cli-doctor-width", "")?;
        writeln!(self.out, "    Nguyễn Thị Ánh|\n    王秀英 ｗｉｄｅ|")
    }

    fn clock(&mut self) -> io::Result<()> {
        let now = self.context.now;
        self.line(LIKELY_YEARS.contains(&now.year()), "cli-doctor-clock", &now.to_rfc3339())
    }

    /// The disk of the user's own state: drafts are kept there.
    fn state(&mut self, allowed: Allowed) -> io::Result<()> {
        let Some(places) = &self.context.places else {
            return self.line(false, "cli-doctor-state", &self.context.words.get("cli-doctor-nowhere"));
        };
        let dir = places.state.clone();
        // Those of this workspace may have a folder already, which somebody else can have made.
        let drafts = self.context.find_workspace().map(|root| Drafts::of(&dir, &root).dir().to_owned());
        let drafts = drafts.unwrap_or_else(|| dir.clone());
        let tried = fs::create_dir_all(&dir).and_then(|()| trial::disk(nearest(&drafts)));
        self.disk("cli-doctor-state", &dir, tried)?;
        let survey = survey::folder(&dir.join("drafts"));
        self.leftovers("cli-doctor-draft-leftovers", &survey.leftovers, allowed)?;
        self.cache(&places.cache)?;
        self.caches(&places.cache, allowed)
    }

    /// Without it every start reads every case anew.
    fn cache(&mut self, cache: &Path) -> io::Result<()> {
        let there = nearest(cache);
        let good = there.is_dir() && look::can_write(there);
        let why = (!good).then(|| self.context.words.get("cli-doctor-no-cache"));
        let said: Vec<String> = std::iter::once(cache.display().to_string()).chain(why).collect();
        self.line(good, "cli-doctor-cache", &said.join(" · "))
    }

    /// What is kept of workspaces that are gone holds the names of their patients, and nobody else takes it away.
    fn caches(&mut self, cache: &Path, allowed: Allowed) -> io::Result<()> {
        let now = clock::machine();
        let of = |name| parts::abandoned(cache, name, now);
        let old: Vec<PathBuf> = [&index::NAME, &kept_check::NAME].into_iter().flat_map(of).collect();
        let (removed, failed) = if allowed.clean { remove(&old) } else { (0, Vec::new()) };
        let detail = said_of(self.context.words, old.len(), old.len(), removed, allowed);
        self.line(failed.is_empty(), "cli-doctor-caches", &detail)?;
        self.failures(&failed)
    }

    fn disk(&mut self, id: &str, dir: &Path, tried: io::Result<Trial>) -> io::Result<()> {
        let words = self.context.words;
        let dir_shown = dir.display();
        match tried {
            Ok(trial) => {
                let lacks = [
                    (trial.links, "cli-doctor-no-links"),
                    (trial.links || trial.renames, "cli-doctor-no-renames"),
                    (trial.confirms, "cli-doctor-no-sync"),
                ];
                let lacks = lacks.iter().filter(|(can, _)| !can).map(|(_, id)| words.get(id));
                let said: Vec<String> = std::iter::once(dir_shown.to_string()).chain(lacks).collect();
                self.line(trial.confirms, id, &said.join(" · "))?;
            }
            Err(error) => self.line(false, id, &format!("{dir_shown}: {error}"))?,
        }
        self.space(dir)
    }

    fn space(&mut self, dir: &Path) -> io::Result<()> {
        let Some(space) = trial::space(dir) else { return Ok(()) };
        let enough = space.bytes >= ENOUGH_BYTES && space.files.is_none_or(|files| files >= ENOUGH_FILES);
        let args = [("mib", usize::try_from(space.bytes / 1024 / 1024).unwrap_or(usize::MAX).into())];
        let detail = self.context.words.with("cli-doctor-space-left", &args);
        self.line(enough, "cli-doctor-space", &detail)
    }

    fn workspace(&mut self, allowed: Allowed) -> Result<(), Failure> {
        let Some(root) = self.context.find_workspace() else {
            let none = self.context.words.get("cli-no-workspace");
            return Ok(self.line(false, "cli-doctor-workspace", &none)?);
        };
        let store = match Store::open(&root) {
            Ok(store) => store,
            Err(error) => return Ok(self.line(false, "cli-doctor-workspace", &error.to_string())?),
        };
        let cases = store.case_folders()?;
        let count = self.context.words.with("cli-doctor-cases", &[("n", cases.len().into())]);
        self.line(true, "cli-doctor-workspace", &format!("{}: {count}", root.display()))?;
        let board = store.board();
        let is_read = board.value.is_some();
        let said = if is_read { "cli-doctor-readable" } else { "cli-doctor-unreadable" };
        self.line(is_read, "cli-doctor-board", &self.context.words.get(said))?;
        if allowed.write {
            self.disk("cli-doctor-writable", &root, trial::disk(&root))?;
        } else {
            let read_only = store.reach() != Reach::Writable;
            let said = if read_only { "cli-doctor-read-only" } else { "cli-doctor-not-tried" };
            self.line(!read_only, "cli-doctor-writable", &self.context.words.get(said))?;
            self.space(&root)?;
        }
        let survey = survey::folder(&root);
        self.leftovers("cli-doctor-leftovers", &survey.leftovers, allowed)?;
        let (now, machine) = (self.context.now, clock::machine());
        let old: Vec<PathBuf> =
            survey.notes.iter().filter(|path| presence::is_abandoned(path, now)).cloned().collect();
        let ownerless: Vec<PathBuf> =
            old.iter().filter(|path| presence::is_ownerless(path, now, machine)).cloned().collect();
        let (removed, failed) = if allowed.clean { remove(&ownerless) } else { (0, Vec::new()) };
        let detail = said_of(self.context.words, old.len(), ownerless.len(), removed, allowed);
        self.line(old.len() == removed, "cli-doctor-notes", &detail)?;
        self.failures(&failed)?;
        let left: Vec<PathBuf> = old.into_iter().filter(|path| path.exists()).collect();
        self.list(&left)?;
        self.line(survey.copies.is_empty(), "cli-doctor-copies", &survey.copies.len().to_string())?;
        self.list(&survey.copies)?;
        let is_demo = board.value.is_some_and(|board| board.is_demo());
        self.rights(&survey, is_demo)?;
        let meetings = store.meetings()?.into_iter().map(Folder::Meeting);
        let folders: Vec<Folder> = cases.into_iter().map(Folder::Case).chain(meetings).collect();
        Ok(self.future_records(&store, &folders, is_demo)?)
    }

    /// What cut-off saves have left; removed only on request, and only where no save can still need it.
    fn leftovers(&mut self, id: &str, found: &[PathBuf], allowed: Allowed) -> io::Result<()> {
        // Files carry the machine's time, whatever stands in for the clock.
        let now = clock::machine();
        let is_abandoned = |path: &&PathBuf| leftover::is_abandoned(path, now).unwrap_or(false);
        let abandoned: Vec<PathBuf> = found.iter().filter(is_abandoned).cloned().collect();
        let (removed, failed) = if allowed.clean { remove(&abandoned) } else { (0, Vec::new()) };
        let detail = said_of(self.context.words, found.len(), abandoned.len(), removed, allowed);
        let left: Vec<PathBuf> = abandoned.into_iter().filter(|path| path.exists()).collect();
        self.line(failed.is_empty() && left.is_empty(), id, &detail)?;
        self.failures(&failed)?;
        self.list(&left)
    }

    fn failures(&mut self, failed: &[String]) -> io::Result<()> {
        failed.iter().try_for_each(|line| writeln!(self.out, "    {}", Shown::line(line)))
    }

    /// Who may read the patients' data. Invented patients have nothing to hide.
    fn rights(&mut self, survey: &Survey, is_demo: bool) -> io::Result<()> {
        if cfg!(not(unix)) {
            return Ok(());
        }
        let words = self.context.words;
        let modes: Vec<String> =
            survey.modes.iter().map(|(mode, count)| format!("{mode:04o} × {count}")).collect();
        let alike = modes.len() <= 1;
        let none = modes.is_empty().then(|| words.get("cli-doctor-no-record"));
        let unlike = (!alike).then(|| words.get("cli-doctor-unlike"));
        let said: Vec<String> = [modes.join(", ")]
            .into_iter()
            .filter(|said| !said.is_empty())
            .chain(none)
            .chain(unlike)
            .collect();
        self.line(alike, "cli-doctor-modes", &said.join(" · "))?;
        // That somebody reads of invented patients does no harm; that anybody changes a record always does.
        let open = if is_demo { &survey.changeable } else { &survey.exposed };
        let invented = is_demo && open.is_empty() && !survey.exposed.is_empty();
        let invented = invented.then(|| words.get("cli-doctor-invented"));
        let said: Vec<String> = std::iter::once(survey.exposed.len().to_string()).chain(invented).collect();
        self.line(open.is_empty(), "cli-doctor-exposed", &said.join(" · "))?;
        self.list(open)
    }

    fn list(&mut self, paths: &[PathBuf]) -> io::Result<()> {
        for path in paths.iter().take(MOST_LISTED) {
            writeln!(self.out, "    {}", Shown::line(&path.display().to_string()))?;
        }
        if paths.len() > MOST_LISTED { writeln!(self.out, "    …") } else { Ok(()) }
    }

    /// A record from the future means that one of two clocks is wrong; invented ones have the day of their meeting.
    fn future_records(&mut self, store: &Store, folders: &[Folder], is_demo: bool) -> io::Result<()> {
        let mut latest = None;
        for folder in folders {
            let (history, _) = journal::read(store.root(), folder);
            let times = history.records.iter().filter_map(|record| {
                DateTime::parse_from_rfc3339(&record.header.recorded).ok().map(|time| time.to_utc())
            });
            latest = latest.max(times.max());
        }
        let is_past = latest.is_none_or(|latest| latest <= self.context.now.to_utc());
        let words = self.context.words;
        let shown = latest.map_or_else(|| words.get("cli-doctor-no-record"), |latest| latest.to_rfc3339());
        let why = if is_demo { "cli-doctor-future-invented" } else { "cli-doctor-future" };
        let why = (!is_past).then(|| words.get(why));
        let said: Vec<String> = std::iter::once(shown).chain(why).collect();
        self.line(is_past || is_demo, "cli-doctor-latest", &said.join(" · "))
    }
}

/// The folder itself, or the one above it in which it would be made.
fn nearest(dir: &Path) -> &Path {
    dir.ancestors().find(|one| one.symlink_metadata().is_ok()).unwrap_or(dir)
}

/// How many were removed, and why the others were not.
fn remove(paths: &[PathBuf]) -> (usize, Vec<String>) {
    let failed = |path: &PathBuf| {
        let error = fs::remove_file(path).err()?;
        Some(format!("{}: {error}", path.display()))
    };
    let failed: Vec<String> = paths.iter().filter_map(failed).collect();
    (paths.len() - failed.len(), failed)
}

/// How many there are, and what became or will become of the abandoned ones.
fn said_of(words: &Words, found: usize, abandoned: usize, removed: usize, allowed: Allowed) -> String {
    let args = [("n", found.into()), ("old", abandoned.into()), ("removed", removed.into())];
    match (abandoned, allowed.clean) {
        (0, _) => found.to_string(),
        (_, false) => words.with("cli-doctor-leftovers-old", &args),
        (_, true) => words.with("cli-doctor-leftovers-removed", &args),
    }
}
