//! The process of the program: killed, stopped and brought back, told to end, with every draft kept.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Signal, kill_process};

use crate::support::pty::{Launch, Program, processes_of_session};
use crate::support::{Sandbox, files};
use crate::terminal::open_case;

#[test]
fn a_kill_while_writing_keeps_the_draft_and_the_next_start_offers_it() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    open_case(&mut program);
    program.press("a").wait_for(">Who").type_text("tuan").press("Enter").wait_for("Trần Anh Tuấn");
    program.type_text("disagree").wait_for("> disagree").press("Enter Tab").wait_for(">Text");
    program.type_text("Phẫu thuật trước.\rSau đó mới hóa trị.").wait_for("Sau đó mới hóa trị.");
    program.signal(Signal::TERM);
    let (_, sent) = program.end();
    assert!(sent.rfind("\x1b[?1049l") > sent.rfind("\x1b[?1049h"), "the terminal is given back");
    assert!(!sandbox.workspace().join("tb-2026-0009/records").exists(), "nothing was recorded");

    let mut program = Program::start(&sandbox);
    program.wait_for("Unsaved text from 14:05 for Nguyễn Văn An, born 14-Mar-1961");
    open_case(&mut program);
    program.wait_for("A draft on this patient was kept").press("6 Enter");
    program
        .wait_for("Trần Anh Tuấn")
        .wait_for("disagree")
        .wait_for("Phẫu thuật trước.")
        .wait_for("Sau đó mới hóa trị.");
    thread::sleep(Duration::from_millis(50));
    program.press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn a_kill_keeps_the_marks_of_a_roll_call_and_what_was_typed_about_the_agenda() {
    let sandbox = Sandbox::new();
    let kept = |kind: &str| {
        let state = sandbox.home().join("state");
        let all = if state.is_dir() { files(&state) } else { Vec::new() }.into_iter();
        let is_whole = |path: &PathBuf| path.extension().is_some_and(|end| end == "yaml");
        let says = |path: &PathBuf| {
            fs::read_to_string(path).is_ok_and(|text| text.contains(&format!("form: {kind}")))
        };
        all.filter(|path| is_whole(path) && says(path)).count()
    };
    let until = |what: &str, is: &dyn Fn() -> bool| {
        let begun = Instant::now();
        while !is() {
            assert!(begun.elapsed() < Duration::from_secs(20), "{what}");
            thread::sleep(Duration::from_millis(20));
        }
    };
    let mut program = Program::start(&sandbox);
    program.wait_for("Nguyễn Văn An").press("r").wait_for("NO QUORUM: 0 present, 5 needed");
    program.press("Space Space Down Space").wait_for("3 present");
    until("the marks are on the disk", &|| kept("attendance") == 1);
    program.signal(Signal::KILL);
    program.end();
    let mut program = Program::start(&sandbox);
    program
        .wait_for("Unsaved text from 14:05 for meetings/2026-11-26-network")
        .press("r")
        .wait_for("3 present");
    program.press("Esc").wait_for("The marks are kept; nothing is recorded yet.");
    program.press("g").wait_for("Change").type_text("def").press("Tab Tab Tab").type_text("bed is missing");
    until("the change is on the disk", &|| kept("agenda") == 1);
    program.signal(Signal::TERM);
    program.end();
    let mut program = Program::start(&sandbox);
    program.wait_for("Unsaved text from 14:05").press("g").wait_for("bed is missing");
    // What is taken back, or recorded, is no draft any more.
    program.press("Esc r").wait_for("3 present").press("Ctrl-S").wait_for("Saved 14:05: roll call recorded.");
    until("the marks are no draft", &|| kept("attendance") == 0);
    program.press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn ctrl_z_gives_the_shell_its_terminal_and_fg_brings_the_same_screen_back() {
    let sandbox = Sandbox::new();
    let shell = "\"$0\"; echo the shell has it; read answer; fg; echo and it is over";
    let under = ["bash", "--norc", "--noprofile", "-m", "-c", shell].map(Into::into).to_vec();
    let mut program = Program::launch(&sandbox, Launch { under, ..Launch::default() });
    open_case(&mut program);
    program.press("Ctrl-Z").wait_for("the shell has it").assert_sane();
    assert!(!program.screen().contains("Nguyễn"), "nothing of a patient stays:\n{}", program.screen());
    program.type_text("go\n").wait_for("[1 Quest.]").wait_for("Nguyễn Văn An");
    program.press("Tab").wait_for("[2 Hist.]").press("q").wait_for("and it is over").assert_sane();
    assert_eq!(program.end().0, 0);
}

#[test]
fn what_was_typed_before_ctrl_z_is_on_the_disk_while_the_program_is_stopped() {
    let sandbox = Sandbox::new();
    let (mut program, _) = writing_under_a_shell(&sandbox);
    program.press("Ctrl-Z").wait_for("the shell has it");
    assert!(kept_drafts(&sandbox).contains("LASTWORDS"), "{}", kept_drafts(&sandbox));
    program.type_text("go\ngo\n").wait_for("LASTWORDS").press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn a_stopped_program_that_is_told_to_end_ends_in_the_background_and_leaves_the_terminal_to_the_shell() {
    for stop in ["Ctrl-Z", "from outside", "in the editor"] {
        let sandbox = Sandbox::new();
        let (mut program, inner) = writing_under_a_shell(&sandbox);
        match stop {
            "Ctrl-Z" => drop(program.press("Ctrl-Z")),
            "in the editor" => {
                program.press("Ctrl-E").wait_for("an editor has it").press("Ctrl-Z");
            }
            // Nobody could give the terminal back.
            _ => kill_process(inner, Signal::STOP).unwrap(),
        }
        program.wait_for("the shell has it");
        kill_process(inner, Signal::TERM).unwrap();
        kill_process(inner, Signal::CONT).unwrap();
        let begun = Instant::now();
        while processes_of_session(program.id()).iter().any(|(_, name)| name != "bash") {
            assert!(begun.elapsed() < Duration::from_secs(10), "{stop}: it does not end");
            thread::sleep(Duration::from_millis(10));
        }
        program.settle().assert_sane();
        program.type_text("go\n").wait_for("still the shell");
        assert!(kept_drafts(&sandbox).contains("LASTWORDS"), "{stop}: {}", kept_drafts(&sandbox));
    }
}

#[test]
fn continued_in_the_background_the_program_stops_again_until_it_is_brought_back() {
    let sandbox = Sandbox::new();
    let (mut program, inner) = writing_under_a_shell(&sandbox);
    program.press("Ctrl-Z").wait_for("the shell has it");
    for _ in 0..3 {
        kill_process(inner, Signal::CONT).unwrap();
        program.settle().assert_sane();
        assert!(!program.screen().contains("LASTWORDS"), "{}", program.screen());
    }
    program.type_text("go\n").wait_for("still the shell").type_text("go\n").wait_for("LASTWORDS");
    program
        .type_text("ANDON")
        .wait_for("LASTWORDSANDON")
        .press("Ctrl-Q")
        .wait_for("it is over")
        .assert_sane();
    assert_eq!(program.end().0, 0);
}

/// The program under a shell with job control, in the middle of a text; and its process.
fn writing_under_a_shell(sandbox: &Sandbox) -> (Program, rustix::process::Pid) {
    // As shells with a prompt do, it puts the modes right after a program that was stopped.
    let shell = "modes=$(stty -g); \"$0\"; stty $modes; echo the shell has it; read answer; echo still the shell; \
        read answer; fg; echo it is over";
    let under = ["bash", "--norc", "--noprofile", "-m", "-c", shell].map(Into::into).to_vec();
    let editor = sandbox.home().join("editor");
    fs::write(&editor, "#!/bin/sh\necho an editor has it\nexec sleep 60\n").unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o700)).unwrap();
    let env = vec![("EDITOR", editor.into())];
    let mut program = Program::launch(sandbox, Launch { env, under, ..Launch::default() });
    open_case(&mut program);
    program.press("a").wait_for("Opinion").press("Tab Tab Tab").wait_for(">Text").type_text("LASTWORDS");
    program.wait_for("LASTWORDS");
    let inner = program.inner();
    (program, inner)
}

fn kept_drafts(sandbox: &Sandbox) -> String {
    let kept = files(&sandbox.home().join("state/tumorboard/drafts"));
    kept.iter().map(|path| fs::read_to_string(path).unwrap_or_default()).collect()
}

#[test]
fn ctrl_c_in_the_middle_of_a_text_leaves_and_keeps_it_and_under_the_curtain_only_a_signal_ends() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    open_case(&mut program);
    program.press("a").wait_for("Opinion").press("Tab Tab Tab").wait_for(">Text").type_text("LASTWORDS");
    program.wait_for("LASTWORDS").press("F10").wait_for("Enter shows the screen again.");
    program.press("Ctrl-C Ctrl-Q Ctrl-Z q").settle();
    assert!(program.is_running());
    program.press("Enter").wait_for("LASTWORDS").press("Ctrl-C");
    assert_eq!(program.end().0, 0);
    assert!(kept_drafts(&sandbox).contains("LASTWORDS"));
    let mut program = Program::start(&sandbox);
    program.wait_for("Nguyễn Văn An").press("b").wait_for("Enter shows the screen again.");
    program.signal(Signal::TERM);
    program.wait();
    program.settle().assert_sane();
}

#[test]
fn without_a_shell_to_return_from_ctrl_z_does_nothing_but_say_so() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    program.wait_for("Nguyễn Văn An").press("Ctrl-Z").wait_for("cannot be suspended here").press("q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back_and_continuing_draws_again() {
    let sandbox = Sandbox::new();
    let under = ["sh", "-c", "\"$0\"; echo over"].map(Into::into).to_vec();
    let mut program = Program::launch(&sandbox, Launch { under, ..Launch::default() });
    program.wait_for("Nguyễn Văn An");
    let inner = program.inner();
    kill_process(inner, Signal::TSTP).unwrap();
    program.wait_gone("Nguyễn Văn An").assert_sane();
    kill_process(inner, Signal::CONT).unwrap();
    program.wait_for("Nguyễn Văn An").press("q").wait_for("over");
    assert_eq!(program.end().0, 0);
}
