//! `doctor` calls nothing good that will not work, and nothing trouble that does no harm.

use std::fs;
use std::process::{Command, Output};

use crate::command_line::{ended, err};
use crate::support::Sandbox;
use crate::support::written::put;

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The line of `doctor` on something.
#[track_caller]
fn line<'a>(said: &'a str, of: &str) -> &'a str {
    said.lines().find(|line| line.contains(of)).unwrap_or_else(|| panic!("{of}:\n{said}"))
}

const WORKSPACE: &str = "writing into the workspace";
const CACHE: &str = "keeping lists";

#[test]
fn what_samples_say_of_days_ahead_is_no_trouble_and_what_others_say_of_them_is() {
    let board = Sandbox::new();
    let newest = || {
        let mut doctor = Command::new(env!("CARGO_BIN_EXE_tumorboard"));
        doctor.arg("doctor").env_clear().envs(board.environment()).current_dir(board.workspace());
        let text = said(&doctor.env("TUMORBOARD_NOW", "2026-11-01T09:00:00+07:00").output().unwrap());
        line(&text, "newest record").to_owned()
    };
    let of_samples = newest();
    assert!(of_samples.starts_with("good ") && of_samples.contains("later than the clock"), "{of_samples}");
    let path = board.workspace().join("board.yaml");
    let text = fs::read_to_string(&path).unwrap();
    put(&path, text.replace("demo: true", "demo: false").as_bytes());
    let of_patients = newest();
    assert!(of_patients.starts_with("TROUBLE "), "{of_patients}");
}

#[test]
fn a_cache_and_drafts_that_cannot_be_kept_are_trouble_also_where_the_folder_above_is_good() {
    let board = Sandbox::new();
    let text = said(&board.run(&["doctor"]));
    assert!(
        line(&text, "good drafts").contains("state") && line(&text, CACHE).starts_with("good "),
        "{text}"
    );
    // What stands in the place of a folder lets nothing be kept there, whoever asks.
    fs::create_dir_all(board.home().join("state/tumorboard")).unwrap();
    fs::create_dir_all(board.home().join("cache")).unwrap();
    put(&board.home().join("state/tumorboard/drafts"), b"");
    put(&board.home().join("cache/tumorboard"), b"");
    let text = ended(&board.run(&["doctor"]), 3);
    assert!(line(&text, "drafts: ").starts_with("TROUBLE drafts"), "{text}");
    assert!(line(&text, CACHE).starts_with("TROUBLE ") && text.contains("every start"), "{text}");
}

/// The superuser may write everything, so the program is run as nobody then, where that is possible.
#[cfg(unix)]
#[test]
fn what_another_user_owns_is_never_called_writable() {
    use std::os::unix::fs::PermissionsExt;
    let board = Sandbox::new();
    let root = board.workspace();
    fs::create_dir_all(board.home().join("cache/tumorboard")).unwrap();
    let closed = [root.clone(), board.home().join("cache/tumorboard")];
    let probe = root.join("probe");
    let allow = |mode| {
        for dir in &closed {
            fs::set_permissions(dir, fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    allow(0o555);
    let may_write_all = fs::write(&probe, "").is_ok();
    let mut doctor = Command::new(env!("CARGO_BIN_EXE_tumorboard"));
    if may_write_all {
        fs::remove_file(&probe).unwrap();
        // The home is theirs, the workspace and the cache are not, and each is open to its own owner.
        let chown = |who: &str, how: &str, path: &std::path::Path| {
            assert!(Command::new("chown").args([how, who]).arg(path).status().unwrap().success());
        };
        chown("65534:65534", "-R", root.parent().unwrap());
        for dir in &closed {
            chown("0:0", "-h", dir);
        }
        allow(0o755);
        doctor = Command::new("setpriv");
        doctor.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]);
        doctor.arg(env!("CARGO_BIN_EXE_tumorboard"));
    }
    doctor.arg("doctor").env_clear().envs(board.environment()).env("PATH", "/usr/bin:/bin");
    let output = doctor.current_dir(&root).output();
    allow(0o755);
    let Some(output) = output.ok().filter(|output| !err(output).starts_with("setpriv:")) else {
        println!("skipped: this user may write everywhere, and nobody else can be one here");
        return;
    };
    let text = said(&output);
    assert!(line(&text, WORKSPACE).starts_with("TROUBLE ") && text.contains("not permitted"), "{text}");
    assert!(line(&text, CACHE).starts_with("TROUBLE "), "{text}");
    assert!(line(&text, "good drafts").contains("state"), "{text}");
}
