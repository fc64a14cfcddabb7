//! What the fault suites share: a small workspace, saves by the built program, and the judgement on what they left.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use tumorboard::storage::layout;
use tumorboard::storage::verify::{self, Weight};

/// What tells slow from stuck, in a debug build beside other jobs: what is bounded takes a second there, and what is not
/// took minutes in a release.
pub const STUCK: Duration = Duration::from_secs(20);

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_tumorboard");

/// Cases of the samples, and what a recorder types for them.
pub const CASES: [(&str, &str); 2] = [("tb-2026-0009", "NVA 1961"), ("tb-2026-0007", "TTBN 1975")];

/// A workspace with two cases of the samples, and a home, wherever a suite wants them.
pub struct Site {
    pub root: PathBuf,
    home: PathBuf,
}

/// What a save said and how it ended.
pub struct Save {
    pub output: Output,
    pub id: String,
}

impl Save {
    /// The program told somebody that the record is on the disk.
    pub fn is_acknowledged(&self) -> bool {
        String::from_utf8_lossy(&self.output.stdout).contains(&format!("saved {}", self.id))
    }

    pub fn code(&self) -> Option<i32> {
        self.output.status.code()
    }

    pub fn said(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).into_owned()
    }
}

impl Site {
    pub fn new(root: &Path, home: &Path) -> Self {
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
        let manifest = fs::read_to_string(samples.join("MANIFEST")).unwrap();
        let wanted = |name: &&str| {
            *name == "board.yaml"
                || name.starts_with("meetings/2026-11-26")
                || CASES.iter().any(|(case, _)| name.starts_with(case) && !name.contains("/records/"))
        };
        for name in manifest.lines().filter(wanted) {
            let to = root.join(name);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(samples.join(name), to).unwrap();
        }
        fs::create_dir_all(home).unwrap();
        Site { root: root.to_owned(), home: home.to_owned() }
    }

    /// A decision on the first case, as a file would bring it.
    pub fn decision() -> String {
        let check = CASES[0].1;
        format!(
            "check: {check}\nby: hoa-coord\noutcome: deferred\noutcome-reason: missing-pathology\nagreement: unanimous\n"
        )
    }

    pub fn opinion(case: usize, text: &str) -> String {
        let check = CASES[case].1;
        format!("check: {check}\nby: hoa-coord\nperson: le-rad\nposition: agree\ntext: {text}\n")
    }

    /// The program, or what runs it, with nothing of this machine's environment.
    pub fn prepare(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", &self.home)
            .env("TUMORBOARD_NOW", "2026-11-26T14:05:00+07:00")
            .env("TUMORBOARD_LANG", "en")
            .env("TUMORBOARD_WORKSPACE", &self.root)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Records from standard input, under an id of the caller.
    pub fn save(&self, kind: &str, case: &str, id: &str, input: &str) -> Save {
        self.save_under(&[], kind, case, id, input)
    }

    /// `save` with the program run by another one, such as `strace -f …`.
    pub fn save_under(&self, runner: &[String], kind: &str, case: &str, id: &str, input: &str) -> Save {
        let mut line: Vec<&str> = runner.iter().map(String::as_str).collect();
        line.extend([PROGRAM, "record", kind, case, "--from", "-", "--id", id]);
        let mut child = self.prepare(line[0]).args(&line[1..]).spawn().unwrap();
        // A program that was killed before it read has closed it.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        Save { output: child.wait_with_output().unwrap(), id: id.to_owned() }
    }

    pub fn record_path(&self, case: &str, kind: &str, id: &str) -> PathBuf {
        self.root.join(case).join("records").join(layout::record_name(id, kind))
    }

    /// What `verify` complains about, one line each; leftovers and the like are no complaints.
    pub fn complaints(&self) -> Vec<String> {
        let report = match verify::workspace(&self.root) {
            Ok(report) => report,
            Err(error) => return vec![error.to_string()],
        };
        let bad = report.findings.iter().filter(|finding| finding.weight != Weight::Note);
        bad.map(|finding| format!("{}: {} ({})", finding.path, finding.code, finding.detail)).collect()
    }
}

/// A lower-case ULID with a number in it.
pub fn id(number: usize) -> String {
    const ALPHABET: &[u8] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut digits = [b'0'; 16];
    let mut rest = number;
    for digit in digits.iter_mut().rev() {
        *digit = ALPHABET[rest % 32];
        rest /= 32;
    }
    format!("01k9wq3v5h{}", std::str::from_utf8(&digits).unwrap())
}

/// The same numbers in every run (xorshift).
pub struct Dice(pub u64);

impl Dice {
    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }
}

/// Why a suite cannot run here, if it cannot: it needs these programs, and perhaps root.
pub fn obstacle(programs: &[&str], needs_root: bool) -> Option<String> {
    let runs = |name: &&&str| {
        let mut found = Command::new("sh");
        found.args(["-c", &format!("command -v {name}")]).stdout(Stdio::null());
        !found.status().is_ok_and(|status| status.success())
    };
    let missing: Vec<&str> = programs.iter().filter(runs).copied().collect();
    let user = Command::new("id").arg("-u").output().map(|output| output.stdout).unwrap_or_default();
    if !missing.is_empty() {
        Some(format!("{} missing", missing.join(", ")))
    } else if needs_root && user.trim_ascii() != b"0" {
        Some("not root".to_owned())
    } else {
        None
    }
}

/// Runs a command of the system; its words where it fails.
pub fn system(line: &[&str]) -> Result<(), String> {
    let output = Command::new(line[0]).args(&line[1..]).output().map_err(|error| error.to_string())?;
    if output.status.success() {
        Ok(())
    } else {
        Err(format!("{line:?}: {}", String::from_utf8_lossy(&output.stderr).trim()))
    }
}
