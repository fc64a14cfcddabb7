//! What every subcommand needs: words, choices, the time, and the workspace it works on.

use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::cli::failure::Failure;
use crate::config::{Config, Places, Warning, language, unknown_language};
use crate::domain::agenda;
use crate::domain::meeting::Days;
use crate::domain::problem::Problem;
use crate::domain::text::Shown;
use crate::domain::workspace::Damaged;
use crate::i18n::{Arg, Lang, Words};
use crate::phrase;
use crate::storage::modes::Policy;
use crate::storage::store::Store;
use crate::storage::{layout, listing};
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

/// What a path of the command line means: a workspace, or what lies under a path inside one.
pub struct Scope {
    pub root: PathBuf,
    /// Relative to the workspace, with `/`.
    pub only: Option<String>,
}

impl Scope {
    /// Whether it is this folder and nothing beside it.
    pub fn is(&self, folder: &str) -> bool {
        self.only.as_deref() == Some(folder)
    }

    pub fn covers(&self, file: &str) -> bool {
        self.only.as_deref().is_none_or(|only| is_in(file, only))
    }

    /// Whether it covers the folder, something in it, or some folder that it is in.
    pub fn meets(&self, folder: &str) -> bool {
        self.covers(folder) || self.only.as_deref().is_some_and(|only| is_in(only, folder))
    }
}

fn is_in(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

impl Context {
    /// The context, or the words in which to say why there is none.
    pub fn new(flags: Flags) -> Result<Self, (&'static Words, Failure)> {
        let (places, config, mut warnings) = choices();
        warnings.extend(unknown_language(|name| env::var(name).ok()));
        let words = Words::shared(language(flags.lang, &config, |name| env::var(name).ok()));
        let now = match clock::now() {
            Ok(now) => now,
            Err(text) => return Err((words, Failure::refused("cli-bad-now").with("text", text))),
        };
        let as_of = flags.as_of.unwrap_or_else(|| now.date_naive());
        Ok(Context { words, config, warnings, places, now, as_of, flags })
    }

    /// The user's cache folder.
    pub fn cache(&self) -> Option<&Path> {
        self.places.as_ref().map(|places| places.cache.as_path())
    }

    /// The words of a run that has no context: of the language asked for, else as every answer finds its language.
    pub fn words_for(lang: Option<Lang>) -> &'static Words {
        let (_, config, _) = choices();
        Words::shared(language(lang, &config, |name| env::var(name).ok()))
    }

    /// The workspace folder: the one named, the environment's, the nearest upwards with a `board.yaml`,
    /// `./cases`, the configured one.
    pub fn workspace(&self) -> Result<PathBuf, Failure> {
        let root = self.find_workspace().ok_or_else(|| Failure::refused("cli-no-workspace"))?;
        match inside_of(&root) {
            None => Ok(root),
            Some((above, inside)) => Err(Failure::refused("cli-inside-workspace")
                .with("folder", root.display().to_string())
                .with("root", above.display().to_string())
                .with("inside", inside)),
        }
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

    /// The workspace that a path of the command line means, and the path inside it: a path from here, or a case, a
    /// meeting or a file by its path in the workspace.
    pub fn place(&self, path: &Path) -> Result<Scope, Failure> {
        let in_workspace = |root: PathBuf| {
            let name = path.to_str()?.trim_end_matches(['/', '\\']);
            let inside = [name.to_owned(), format!("{}/{name}", layout::MEETINGS)];
            let found = inside
                .into_iter()
                .find(|inside| layout::is_inside_path(inside) && is_there(&root.join(inside)))?;
            Some(Scope { root, only: Some(found) })
        };
        if let Some(found) = self.flags.workspace.clone().and_then(in_workspace) {
            return Ok(found);
        }
        let refused = |id| Failure::refused(id).with("path", path.display().to_string());
        if is_there(path) {
            return workspace_of(path).ok_or_else(|| refused("cli-no-workspace-at"));
        }
        self.find_workspace().and_then(in_workspace).ok_or_else(|| refused("cli-no-such-path"))
    }

    /// As of which day each case is read. Meetings that cannot be listed are told, and stop nothing.
    pub fn days(&self, store: &Store) -> Days {
        let folders = self.meetings(store);
        let sittings: Vec<_> = folders.iter().map(|folder| agenda::sitting(&store.meeting(folder))).collect();
        Days::new(&sittings, self.flags.as_of, self.as_of)
    }

    pub fn meetings(&self, store: &Store) -> Vec<String> {
        store.meetings().unwrap_or_else(|error| {
            // As in `say`: nobody is left to be told when this cannot be written.
            let _ = Failure::from(error).tell(self.words, &mut io::stderr());
            Vec::new()
        })
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
            Err(Failure::refused("cli-no-folder").with("name", root.display().to_string()))
        }
    }

    /// A file of people that cannot be read: where, and why.
    pub fn say_unreadable(&self, path: &str, problem: &Problem) {
        let why = phrase::problem(self.words, problem);
        let args = [("path", problem.place_in(path).into()), ("why", why.as_str().into())];
        self.say("cli-unreadable-file", &args);
    }

    /// Records that cannot be trusted or read: which, and why.
    pub fn say_damaged(&self, damaged: &[Damaged]) {
        for damage in damaged {
            let why = self.words.get(&format!("cli-finding-{}", damage.why));
            let id = if damage.is_withheld() { "cli-withheld-file" } else { "cli-damaged-file" };
            self.say(id, &[("path", damage.path.as_str().into()), ("why", why.into())]);
        }
    }

    /// Words about results go to standard error, so that results stay clean.
    pub fn say(&self, id: &str, args: &[(&str, Arg)]) {
        let text = Shown::line(&self.words.with(id, args));
        // Nobody is left to be told when even this cannot be written.
        let _ = writeln!(io::stderr(), "{text}");
    }
}

fn choices() -> (Option<Places>, Config, Vec<Warning>) {
    let places = Places::of_user();
    let (config, warnings) = places
        .as_ref()
        .map_or_else(|| (Config::defaults(), Vec::new()), |places| Config::load(&places.config_file()));
    (places, config, warnings)
}

/// The workspace that an existing path lies in, and the path inside it with `/`. Without a `board.yaml` above, the
/// workspace is the folder that holds the case, else the folder itself.
fn workspace_of(path: &Path) -> Option<Scope> {
    let real = std::path::absolute(path).ok()?;
    let whole = || Scope { root: path.to_owned(), only: None };
    let root = nearest_with_board(&real).or_else(|| nearest_around_case(&real));
    let Some(root) = root else { return real.is_dir().then(whole) };
    let inside = real.strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/");
    Some(if inside.is_empty() { whole() } else { Scope { root, only: Some(inside) } })
}

/// The workspace of a folder that was named for one and is a case or a meeting of it, and the name of that. Who began a
/// workspace there would hide it inside the folder of a patient.
fn inside_of(root: &Path) -> Option<(PathBuf, String)> {
    let real = std::path::absolute(root).ok()?;
    let above = holds(&real).filter(|_| !real.join(layout::BOARD).is_file())?;
    // A file that went astray makes no case of the workspace that it lies in.
    let is_empty = listing::cases(root).is_ok_and(|cases| cases.is_empty());
    let name = real.file_name()?.to_str()?.to_owned();
    is_empty.then(|| (above.to_owned(), name))
}

fn nearest_around_case(from: &Path) -> Option<PathBuf> {
    from.ancestors().find_map(holds).map(Path::to_owned)
}

/// The workspace of a folder that is a case or a meeting.
fn holds(dir: &Path) -> Option<&Path> {
    let name = dir.file_name()?.to_str()?;
    let root = dir.parent()?;
    // First: among meetings, whatever has records looks like a case.
    let around = root.parent().filter(|_| root.ends_with(layout::MEETINGS));
    let of_meeting = around.filter(|above| listing::is_meeting(above, name));
    of_meeting.or_else(|| listing::is_case(root, name).then_some(root))
}

/// Whether something is there, also a link that leads nowhere and what nobody may look at.
fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok() || path.try_exists().is_err()
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
