//! What several tests need: a copy of the samples, one command line, the program without a terminal, and in a pseudo one.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub mod board;
pub mod driver;
#[cfg(target_os = "linux")]
pub mod pty;
pub mod sitting;
pub mod written;

/// The afternoon of the sample meeting.
pub const NOW: &str = "2026-11-26T14:05:00+07:00";

/// A copy of the samples and a home of one's own; both are gone when it is dropped.
pub struct Sandbox {
    dir: TempDir,
}

impl Sandbox {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        copy_samples(&dir.path().join("board"));
        fs::create_dir(dir.path().join("home")).unwrap();
        Sandbox { dir }
    }

    pub fn workspace(&self) -> PathBuf {
        self.dir.path().join("board")
    }

    pub fn home(&self) -> PathBuf {
        self.dir.path().join("home")
    }

    /// The whole environment of a run: nothing of the machine on which the test happens to be.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let home = self.home();
        let inside = |name: &str| home.join(name).to_string_lossy().into_owned();
        let mut all = vec![
            ("HOME", home.to_string_lossy().into_owned()),
            ("XDG_CONFIG_HOME", inside("config")),
            ("XDG_STATE_HOME", inside("state")),
            ("XDG_DATA_HOME", inside("data")),
            ("XDG_CACHE_HOME", inside("cache")),
            ("TERM", "xterm-256color".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("TUMORBOARD_NOW", NOW.to_owned()),
        ];
        if let Ok(root) = std::env::var("SYSTEMROOT") {
            all.push(("SYSTEMROOT", root));
        }
        all
    }

    /// One command line on the workspace.
    pub fn run(&self, args: &[&str]) -> Output {
        self.run_in(&self.workspace(), args)
    }

    /// One command line, given where a person stands.
    pub fn run_in(&self, dir: &Path, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_tumorboard"))
            .args(args)
            .env_clear()
            .envs(self.environment())
            .current_dir(dir)
            .output()
            .unwrap()
    }

    /// Every file that people write, with its bytes: what the program must never change.
    pub fn written_by_people(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut all = Vec::new();
        for path in files(&self.workspace()) {
            if path.extension() == Some(OsStr::new("yaml"))
                && !path.components().any(|one| one.as_os_str() == "records")
            {
                all.push((path.clone(), fs::read(&path).unwrap()));
            }
        }
        assert!(all.len() > 10, "the samples are there");
        all
    }
}

/// Runs a command with a text on its standard input.
pub fn fed(command: &mut Command, input: &str) -> Output {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that does not read its input, or refuses its arguments, closes it first.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// Every file under a folder, sorted.
pub fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// The files of the samples that `cases/MANIFEST` names: no records made while trying the program.
pub fn copy_samples(to: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let manifest = fs::read_to_string(from.join("MANIFEST")).unwrap();
    for name in manifest.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let target = to.join(name);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(from.join(name), target).unwrap();
    }
}
