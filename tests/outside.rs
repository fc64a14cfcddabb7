//! The user's own editor: what it saved is never lost, and the line that names the patient is never recorded.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::support::pty::{Launch, Program};
use crate::support::{Sandbox, files};

/// A script that stands in for an editor; `$1` is the file that it is given.
fn editor(sandbox: &Sandbox, script: &str) -> PathBuf {
    let path = sandbox.home().join("editor");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    path
}

/// An opinion with `inside` in its long text, which is then given to the editor.
fn edit(sandbox: &Sandbox, script: &str) -> Program {
    let env = vec![("EDITOR", editor(sandbox, script).into())];
    let mut program = Program::launch(sandbox, Launch { env, ..Launch::default() });
    open_text(&mut program);
    program.type_text("inside").wait_for("inside").press("Ctrl-E");
    program
}

fn open_text(program: &mut Program) {
    program.wait_for("Nguyễn Văn An").press("/").type_text("nguyen van an").wait_for("1 case").press("Enter");
    program.wait_for("[1 Quest.]").press("a").wait_for(">Who").press("Tab Tab Tab").wait_for(">Text");
}

/// What lies in the folder of texts that an editor has.
fn given(sandbox: &Sandbox) -> Vec<PathBuf> {
    let folder = sandbox.home().join("state/tumorboard/edit");
    if folder.exists() { files(&folder) } else { Vec::new() }
}

fn drafts(sandbox: &Sandbox) -> String {
    let all = files(&sandbox.home().join("state/tumorboard/drafts"));
    all.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[track_caller]
fn wait_until_there(path: &Path) {
    let begun = Instant::now();
    while !path.exists() {
        assert!(begun.elapsed() < Duration::from_secs(20), "{} never came", path.display());
        thread::sleep(Duration::from_millis(10));
    }
}

const SAVES_AND_STAYS: &str = "printf 'saved outside\\n' >> \"$1\"; touch \"$0.saved\"; exec sleep 60";

#[test]
fn what_an_editor_had_saved_is_the_draft_however_the_program_was_ended() {
    for signal in [Signal::TERM, Signal::HUP, Signal::KILL] {
        let sandbox = Sandbox::new();
        let mut program = edit(&sandbox, SAVES_AND_STAYS);
        wait_until_there(&sandbox.home().join("editor.saved"));
        program.signal(signal);
        program.wait();
        if signal != Signal::KILL {
            assert!(drafts(&sandbox).contains("saved outside"), "{signal:?}: {}", drafts(&sandbox));
            assert_eq!(given(&sandbox), Vec::<PathBuf>::new(), "{signal:?}");
        }

        let mut program = Program::start(&sandbox);
        program.wait_for("Unsaved text from 14:05 for Nguyễn Văn An");
        open_text(&mut program);
        program.wait_for("inside").wait_for("saved outside").press("Ctrl-Q");
        assert_eq!(program.end().0, 0);
        assert_eq!(given(&sandbox), Vec::<PathBuf>::new(), "{signal:?}");
    }
}

#[test]
fn what_an_editor_had_saved_before_it_failed_stands_in_the_field() {
    let sandbox = Sandbox::new();
    let mut program = edit(&sandbox, "printf 'saved outside\\n' >> \"$1\"; exit 1");
    program.wait_for("ended with an error").wait_for("inside").wait_for("saved outside").press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
    assert!(drafts(&sandbox).contains("saved outside"));
    assert_eq!(given(&sandbox), Vec::<PathBuf>::new());
}

#[test]
fn a_file_that_an_editor_tore_takes_nothing_from_the_field() {
    let sandbox = Sandbox::new();
    let mut program = edit(&sandbox, "printf '# tb-2026-0009 NVA 1961\\nins' > \"$1\"; exit 1");
    program.wait_for("the text is as it was").wait_for("inside").press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn a_text_in_another_encoding_is_not_changed_silently_and_not_lost() {
    let sandbox = Sandbox::new();
    let mut program = edit(&sandbox, "printf 'caf\\351 outside\\n' >> \"$1\"");
    program.wait_for("UTF-8").wait_for("inside").settle();
    assert!(!program.screen().contains("outside"), "{}", program.screen());
    program.press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
    let kept = given(&sandbox);
    assert_eq!(kept.len(), 1, "{kept:?}");
    let bytes = fs::read(&kept[0]).unwrap();
    assert!(bytes.windows(12).any(|part| part == b"caf\xe9 outside"), "{bytes:?}");
    assert_eq!(fs::metadata(&kept[0]).unwrap().permissions().mode() & 0o777, 0o600);
    // It is somebody's text: no later start throws it away.
    let mut program = Program::start(&sandbox);
    program.wait_for("Nguyễn Văn An").press("q");
    assert_eq!(program.end().0, 0);
    assert_eq!(given(&sandbox), kept);
}

#[test]
fn the_line_that_names_the_patient_is_no_text_even_when_the_editor_changed_it() {
    let sandbox = Sandbox::new();
    let mut program = edit(&sandbox, "sed -i '1s/NVA/N.V.A./; $aoutside' \"$1\"");
    program.wait_for("outside").wait_for("inside").press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
    let kept = drafts(&sandbox);
    assert!(kept.contains("inside") && kept.contains("outside"), "{kept}");
    assert!(!kept.contains("# tb-2026-0009") && !kept.contains("1961 "), "{kept}");
}

#[test]
fn a_vi_that_is_vim_is_told_to_leave_no_traces() {
    let sandbox = Sandbox::new();
    let script = editor(&sandbox, "printf '%s\\n' \"$@\" > \"$LOG\"");
    let bin = sandbox.home().join("bin");
    fs::create_dir(&bin).unwrap();
    fs::rename(&script, bin.join("vim.basic")).unwrap();
    symlink(bin.join("vim.basic"), bin.join("alternative")).unwrap();
    symlink(bin.join("alternative"), bin.join("vi")).unwrap();
    let log = sandbox.home().join("log");
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let env = vec![("PATH", path.into()), ("LOG", log.clone().into())];
    let mut program = Program::launch(&sandbox, Launch { env, ..Launch::default() });
    open_text(&mut program);
    program.type_text("inside").wait_for("inside").press("Ctrl-E");
    wait_until_there(&log);
    program.wait_for("inside").press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
    let words = fs::read_to_string(&log).unwrap();
    assert!(words.starts_with("-n\n-i\nNONE\n"), "{words}");
}

#[test]
fn an_editor_that_cannot_be_started_is_named_with_what_to_do_and_a_path_with_a_space_needs_no_quotes() {
    for (command, told) in [
        ("/opt/my editors/none --wait", "EDITOR says /opt/my editors/none --wait: it is not there"),
        ("'unfinished", "EDITOR names no command"),
    ] {
        let sandbox = Sandbox::new();
        let env = vec![("EDITOR", command.into())];
        let mut program = Program::launch(&sandbox, Launch { env, ..Launch::default() });
        open_text(&mut program);
        program.type_text("inside").wait_for("inside").press("Ctrl-E");
        program.wait_for(told).wait_for("The text is as it was.").wait_for("inside").press("Ctrl-Q");
        assert_eq!(program.end().0, 0);
    }
    let sandbox = Sandbox::new();
    let folder = sandbox.home().join("my editors");
    fs::create_dir(&folder).unwrap();
    let editor = folder.join("one");
    fs::rename(self::editor(&sandbox, "printf 'from outside\\n' >> \"$1\""), &editor).unwrap();
    let env = vec![("EDITOR", editor.into())];
    let mut program = Program::launch(&sandbox, Launch { env, ..Launch::default() });
    open_text(&mut program);
    program.type_text("inside").wait_for("inside").press("Ctrl-E").wait_for("from outside").press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn after_an_editor_has_ended_the_curtain_falls_when_nobody_is_there() {
    let sandbox = Sandbox::new();
    let config = sandbox.home().join("config/tumorboard");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("config.yaml"), "curtain: 0.05\n").unwrap();
    let mut program = edit(&sandbox, "printf 'saved outside\\n' >> \"$1\"; sleep 4");
    program.wait_for("saved outside").wait_for("Enter shows the screen again.");
    program.press("Enter").wait_for("saved outside").press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
}
