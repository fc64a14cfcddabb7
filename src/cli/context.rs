//! What every subcommand needs: words, choices, the time, and the workspace it works on.

use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::cli::failure::Failure;
use crate::config::{Config, Places, Warning, language};
use crate::domain::text::Shown;
use crate::i18n::{Arg, Lang, Words};
use crate::storage::layout;
use crate::storage::modes::Policy;
use crate::storage::store::Store;
use crate::terminal::clock;

/// What was chosen on the command line for all subcommands.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// From `--workspace`, or the folder named in its place.
    pub workspace: Option<PathBuf>,
    pub lang: Option<Lang>,
    pub plain: bool,
    pub as_of: Option<NaiveDate>,
}

pub struct Context {
    pub words: &'static Words,
    pub config: Config,
    pub warnings: Vec<Warning>,
    pub places: Option<Places>,
    pub now: DateTime<FixedOffset>,
    /// The day as of which ages and recency count.
    pub as_of: NaiveDate,
    pub flags: Flags,
}

impl Context {
    /// The context, or the words in which to say why there is none.
    pub fn new(flags: Flags) -> Result<Self, (&'static Words, Failure)> {
        let places = Places::of_user();
        let (config, warnings) = places
            .as_ref()
            .map_or_else(|| (Config::defaults(), Vec::new()), |places| Config::load(&places.config_file()));
        let words = Words::shared(language(flags.lang, &config, |name| env::var(name).ok()));
        let now = match clock::now() {
            Ok(now) => now,
            Err(text) => return Err((words, Failure::refused("cli-bad-now").with("text", text))),
        };
        let as_of = flags.as_of.unwrap_or_else(|| now.date_naive());
        Ok(Context { words, config, warnings, places, now, as_of, flags })
    }

    /// The workspace folder: the one named, the environment's, the nearest upwards with a `board.yaml`,
    /// `./cases`, the configured one.
    pub fn workspace(&self) -> Result<PathBuf, Failure> {
        self.find_workspace().ok_or_else(|| Failure::refused("cli-no-workspace"))
    }

    pub fn find_workspace(&self) -> Option<PathBuf> {
        let here = env::current_dir().ok();
        let environment = env::var_os("TUMORBOARD_WORKSPACE").filter(|value| !value.is_empty());
        let nearest = || here.as_deref().and_then(nearest_with_board);
        let cases = || Some(PathBuf::from("cases")).filter(|path| path.is_dir());
        self.flags
            .workspace
            .clone()
            .or_else(|| environment.map(PathBuf::from))
            .or_else(nearest)
            .or_else(cases)
            .or_else(|| self.config.workspace.clone())
    }

    /// Who sits at the keyboard: the configured key of board.yaml, else the login name.
    pub fn person(&self) -> String {
        let login =
            || env::var("USER").or_else(|_| env::var("USERNAME")).unwrap_or_else(|_| "unknown".to_owned());
        self.config.person.clone().unwrap_or_else(login)
    }

    pub fn store(&self) -> Result<Store, Failure> {
        let root = self.workspace()?;
        if root.exists() {
            Ok(Store::open(&root)?.with_policy(Policy::parse(&self.config.store_mode)))
        } else {
            // A misspelt subcommand arrives here as the name of a folder.
            Err(Failure::refused("cli-no-folder").with("name", root.display().to_string()))
        }
    }

    /// Words about results go to standard error, so that results stay clean.
    pub fn say(&self, id: &str, args: &[(&str, Arg)]) {
        let text = Shown::line(&self.words.with(id, args));
        // Nobody is left to be told when even this cannot be written.
        let _ = writeln!(io::stderr(), "{text}");
    }
}

/// The workspace that a path lies in, and the path inside it; a folder without a `board.yaml` above it is one itself.
pub fn workspace_of(path: &Path) -> Option<(PathBuf, Option<String>)> {
    let real = std::path::absolute(path).ok().filter(|real| real.exists())?;
    let Some(root) = nearest_with_board(&real) else { return real.is_dir().then(|| (path.to_owned(), None)) };
    let inside = real.strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/");
    if inside.is_empty() { Some((path.to_owned(), None)) } else { Some((root, Some(inside))) }
}

fn nearest_with_board(from: &Path) -> Option<PathBuf> {
    from.ancestors().find(|dir| dir.join(layout::BOARD).is_file()).map(Path::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_folder_upwards_with_a_board_is_the_workspace() {
        let dir = tempfile::tempdir().unwrap();
        let inner = dir.path().join("tb-1/attachments");
        std::fs::create_dir_all(&inner).unwrap();
        std::fs::File::create(dir.path().join("board.yaml")).unwrap();
        assert_eq!(nearest_with_board(&inner).as_deref(), Some(dir.path()));
    }
}
