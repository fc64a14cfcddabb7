//! The samples as `demo` writes them, recorded on by the built program.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

use super::{NOW, fed, files};

pub const CASE: &str = "tb-2026-0007";
pub const CHECK: &str = "check: TTBN 1975\nby: hoa-coord\n";
pub const DECISION: &str = "\
outcome: recommendation
agreement: consensus
agreed:
  diagnosis: {state: confirmed}
recommendations:
  - intent: disease-control
    category: interventional
    modality: deb-tace
    detail: \"DEB-TACE, 100-300 µm, doxorubicin 75 mg\"
    owner: phan-ir
    due: 2026-12-03
    attention: [{reason: premedication}]
";

/// A workspace of samples, and a home in which the program may keep its state.
pub struct Board {
    dir: tempfile::TempDir,
}

impl Board {
    pub fn new() -> Self {
        let board = Board { dir: tempfile::tempdir().unwrap() };
        let demo = board.run(&["demo", board.root().to_str().unwrap()], "");
        assert_eq!(demo.status.code(), Some(0), "{demo:?}");
        board
    }

    /// A file beside the workspace.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn root(&self) -> PathBuf {
        self.dir.path().join("board")
    }

    pub fn run(&self, args: &[&str], input: &str) -> Output {
        fed(
            Command::new(env!("CARGO_BIN_EXE_tumorboard"))
                .args(args)
                .current_dir(self.dir.path())
                .env_clear()
                .env("HOME", self.dir.path().join("home"))
                .env("TUMORBOARD_WORKSPACE", self.root())
                .env("TUMORBOARD_NOW", NOW),
            input,
        )
    }

    /// Records from standard input; the id that was printed.
    #[track_caller]
    pub fn record(&self, kind: &str, input: &str, more: &[&str]) -> String {
        let mut args = vec!["record", kind, CASE, "--from", "-"];
        args.extend(more);
        let output = self.run(&args, input);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stdout).strip_prefix("saved ").unwrap().trim_end().to_owned()
    }

    #[track_caller]
    pub fn refused(&self, kind: &str, input: &str, code: i32, says: &str) {
        let before = self.snapshot();
        let output = self.run(&["record", kind, CASE, "--from", "-"], input);
        assert_eq!(output.status.code(), Some(code), "{}", text(&output.stderr));
        assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
        assert_eq!(text(&output.stdout), "");
        assert_eq!(self.snapshot(), before);
    }

    pub fn show(&self) -> Value {
        let output = self.run(&["show", CASE, "--json"], "");
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Every file of the workspace with its bytes.
    pub fn snapshot(&self) -> Vec<(PathBuf, Vec<u8>)> {
        files(&self.root()).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
    }
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
