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
use crate::storage::store::Store;
use crate::storage::{atomic, journal, layout};
use crate::terminal::facts;

/// A year before this program: a clock that says so was never set.
const EARLIEST_YEAR: i32 = 2026;

struct Doctor<'a> {
    context: &'a Context,
    out: &'a mut dyn Write,
    troubles: usize,
}

pub fn run(context: &Context, write: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let mut doctor = Doctor { context, out, troubles: 0 };
    doctor.terminal()?;
    doctor.clock()?;
    doctor.state()?;
    doctor.workspace(write)?;
    Ok(if doctor.troubles == 0 { Exit::Ok } else { Exit::Problems })
}

impl Doctor<'_> {
    fn line(&mut self, good: bool, id: &str, detail: &str) -> io::Result<()> {
        let words = self.context.words;
        let mark = words.get(if good { "cli-doctor-good" } else { "cli-doctor-trouble" });
        self.troubles += usize::from(!good);
        writeln!(self.out, "{}", Shown::line(&format!("{mark} {}: {detail}", words.get(id))))
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
        self.line(now.year() >= EARLIEST_YEAR, "cli-doctor-clock", &now.to_rfc3339())
    }

    /// The disk of the user's own state: drafts are kept there.
    fn state(&mut self) -> io::Result<()> {
        let Some(places) = &self.context.places else {
            return self.line(false, "cli-doctor-state", "");
        };
        let dir = places.state.clone();
        let tried = fs::create_dir_all(&dir).and_then(|()| try_disk(&dir));
        self.disk("cli-doctor-state", &dir, tried)
    }

    fn disk(&mut self, id: &str, dir: &Path, tried: io::Result<bool>) -> io::Result<()> {
        let dir = dir.display();
        match tried {
            Ok(true) => self.line(true, id, &dir.to_string()),
            Ok(false) => {
                let no_links = self.context.words.get("cli-doctor-no-links");
                self.line(true, id, &format!("{dir}: {no_links}"))
            }
            Err(error) => self.line(false, id, &format!("{dir}: {error}")),
        }
    }

    fn workspace(&mut self, write: bool) -> Result<(), Failure> {
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
        self.line(board.value.is_some(), "cli-doctor-board", &board.path)?;
        let read_only = fs::metadata(&root).is_ok_and(|data| data.permissions().readonly());
        if write {
            self.disk("cli-doctor-writable", &root, try_disk(&root))?;
        } else {
            self.line(!read_only, "cli-doctor-writable", &self.context.words.get("cli-doctor-not-tried"))?;
        }
        let meetings = store.meetings()?.into_iter().map(Folder::Meeting);
        let folders: Vec<Folder> = cases.into_iter().map(Folder::Case).chain(meetings).collect();
        self.leftovers(&store, &folders)?;
        Ok(self.future_records(&store, &folders)?)
    }

    /// What cut-off saves and synchronising programs have left.
    fn leftovers(&mut self, store: &Store, folders: &[Folder]) -> io::Result<()> {
        let mut dirs: Vec<PathBuf> = vec![store.root().to_owned()];
        for folder in folders {
            dirs.push(layout::folder_dir(store.root(), folder));
            dirs.push(layout::records_dir(store.root(), folder));
        }
        let (mut leftovers, mut copies) = (0, Vec::new());
        for dir in dirs {
            for entry in fs::read_dir(&dir).into_iter().flatten().flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                leftovers += usize::from(layout::is_leftover(&name));
                if layout::is_conflict_copy(&name) {
                    copies.push(entry.path().display().to_string());
                }
            }
        }
        self.line(true, "cli-doctor-leftovers", &leftovers.to_string())?;
        self.line(copies.is_empty(), "cli-doctor-copies", &copies.len().to_string())?;
        copies.iter().try_for_each(|path| writeln!(self.out, "    {}", Shown::line(path)))
    }

    /// A record from the future means that one of two clocks is wrong.
    fn future_records(&mut self, store: &Store, folders: &[Folder]) -> io::Result<()> {
        let mut latest = None;
        for folder in folders {
            let (history, _) = journal::read(store.root(), folder);
            let times = history.records.iter().filter_map(|record| {
                DateTime::parse_from_rfc3339(&record.header.recorded).ok().map(|time| time.to_utc())
            });
            latest = latest.max(times.max());
        }
        let good = latest.is_none_or(|latest| latest <= self.context.now.to_utc());
        let shown = latest.map(|latest| latest.to_rfc3339()).unwrap_or_default();
        self.line(good, "cli-doctor-latest", &shown)
    }
}

/// Writes, links, synchronises and removes a file. Says whether there are hard links.
fn try_disk(dir: &Path) -> io::Result<bool> {
    let (name, second) = (layout::temporary_name(), dir.join(layout::temporary_name()));
    atomic::create(dir, &name, b"tumorboard doctor\n")?;
    let path = dir.join(name);
    let links = fs::hard_link(&path, &second).is_ok();
    if links {
        fs::remove_file(second)?;
    }
    fs::remove_file(path)?;
    Ok(links)
}
