//! 200 endings that nobody chose: whatever happens, the terminal is sane, the typing is kept, and nobody is left.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::Mutex;
use std::time::Duration;

use rustix::process::{Signal, kill_process};

use crate::chance::{Chance, spread};
use crate::support::pty::{Launch, Program, processes_of_session};
use crate::support::{Sandbox, files};

const ENDINGS: usize = 200;
/// What the program promises, and how many of a hundred must keep it on a machine that does other things as well.
const PROMISED: Duration = Duration::from_secs(1);
const IN_TIME: usize = 95;
/// Longer than this is a process that stays.
const GONE: Duration = Duration::from_secs(4);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Signal(Signal),
    Panic,
    /// The window is closed.
    Closed,
    /// The line is cut, and the shell above has told everybody to ignore hang-ups.
    Cut,
    /// Stopped by Ctrl-Z, and the shell is told to end it and to let it go on.
    Stopped,
}

const WAYS: [Way; 8] = [
    Way::Signal(Signal::TERM),
    Way::Signal(Signal::HUP),
    Way::Signal(Signal::INT),
    Way::Signal(Signal::QUIT),
    Way::Panic,
    Way::Closed,
    Way::Cut,
    Way::Stopped,
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Scene {
    Reading,
    Agenda,
    Case,
    Typing,
    ReadBack,
    Editor,
}

const SCENES: [Scene; 6] =
    [Scene::Reading, Scene::Agenda, Scene::Case, Scene::Typing, Scene::ReadBack, Scene::Editor];

#[test]
#[ignore = "slow: .ci/run runs it"]
fn the_terminal_is_sane_the_typing_kept_and_nobody_left_after_every_ending() {
    let times = Mutex::new(Vec::new());
    spread(ENDINGS, 3, |at| {
        let mut chance = Chance::of(at);
        let way = WAYS[at % WAYS.len()];
        let scene = SCENES[at / WAYS.len() % SCENES.len()];
        let scene = match (scene, way) {
            // While an editor has the terminal, its own keys and its size are its own.
            (Scene::Editor, Way::Signal(Signal::INT | Signal::QUIT) | Way::Panic) => Scene::Typing,
            // Nothing can be resized before it is drawn.
            (Scene::Reading, Way::Panic) => Scene::Agenda,
            (scene, _) => scene,
        };
        let took = end(way, scene, &mut chance);
        times.lock().unwrap().push(took);
    });
    let times = times.into_inner().unwrap();
    let late = times.iter().filter(|time| **time > PROMISED).count();
    println!(
        "endings: {} by signal, panic, lost terminal and in the background; terminal sane and nobody left in all; {late} took longer than a \
         second; the longest {} ms",
        times.len(),
        times.iter().max().unwrap().as_millis()
    );
    assert_eq!(times.len(), ENDINGS);
    assert!(late * 100 <= ENDINGS * (100 - IN_TIME), "{late} of {ENDINGS} took longer than {PROMISED:?}");
}

fn end(way: Way, scene: Scene, chance: &mut Chance) -> Duration {
    let sandbox = Sandbox::new();
    let editor = sandbox.home().join("editor");
    fs::write(&editor, "#!/bin/sh\nprintf 'Sau hóa trị\\n' >> \"$1\"\ntouch \"$0.saved\"\nexec sleep 60\n")
        .unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o700)).unwrap();
    let mut launch = Launch { env: vec![("EDITOR", editor.into())], ..Launch::default() };
    match way {
        Way::Panic => launch.env.push(("TUMORBOARD_FAULT", "resize".into())),
        Way::Cut => {
            launch.under = ["sh", "-c", "trap '' HUP; \"$0\"; exit 3"].map(Into::into).to_vec();
        }
        Way::Stopped => {
            let shell = "\"$0\"; echo the shell has it; while kill -0 %1 2>/dev/null; do sleep 0.02; done";
            launch.under = ["bash", "--norc", "--noprofile", "-m", "-c", shell].map(Into::into).to_vec();
        }
        _ => (),
    }
    let mut program = Program::launch(&sandbox, launch);
    play(&mut program, scene, &sandbox);
    std::thread::sleep(Duration::from_millis(chance.next() % 300));

    let what = format!("{way:?} in {scene:?}");
    match way {
        Way::Signal(signal) => program.signal(signal),
        Way::Panic => program.resize(30, 100),
        Way::Closed | Way::Cut => program.vanish(),
        Way::Stopped => {
            let inner = program.inner();
            program.press("Ctrl-Z").wait_for("the shell has it");
            for signal in [Signal::TERM, Signal::CONT] {
                kill_process(inner, signal).unwrap();
            }
        }
    }
    let (status, took) = program.wait();
    assert!(took < GONE, "{what} took {took:?}");
    let left = processes_of_session(program.id());
    assert!(left.is_empty(), "{what} left {left:?}");
    match way {
        Way::Signal(_) => assert_eq!(status.code(), Some(130), "{what}"),
        Way::Panic => assert_eq!(status.code(), Some(1), "{what}"),
        Way::Closed | Way::Cut | Way::Stopped => (),
    }
    if !matches!(way, Way::Closed | Way::Cut) {
        program.settle().assert_sane();
        program.drain();
        let sent = String::from_utf8_lossy(&program.sent()).into_owned();
        let after = sent.rsplit("\x1b[?1049l").next().unwrap();
        assert!(!after.contains("Nguy"), "{what}: nothing of a patient stays: {after:?}");
        if way == Way::Panic {
            assert!(after.contains("a fault of its own at src/terminal"), "{what}: {after:?}");
        }
    }
    let state = sandbox.home().join("state");
    if matches!(scene, Scene::Typing | Scene::ReadBack | Scene::Editor) {
        assert!(kept(&state).contains("Phẫu thuật trước"), "{what}: the typing is kept");
    }
    if scene == Scene::Editor {
        assert!(
            kept(&state.join("tumorboard/drafts")).contains("Sau hóa trị"),
            "{what}: what it saved is kept"
        );
    }
    let edited = state.join("tumorboard/edit");
    assert!(!edited.exists() || files(&edited).is_empty(), "{what}: no text of an editor stays");
    took
}

fn play(program: &mut Program, scene: Scene, sandbox: &Sandbox) {
    if scene == Scene::Reading {
        program.wait_until("anything to be drawn", |screen| !screen.is_empty());
        return;
    }
    program.wait_for("Nguyễn Văn An");
    if scene == Scene::Agenda {
        return;
    }
    program.press("/").type_text("nguyen van an").wait_for("1 case").press("Enter").wait_for("[1 Quest.]");
    if scene == Scene::Case {
        return;
    }
    program.press("a").wait_for(">Who").type_text("tuan").press("Enter").wait_for("Trần Anh Tuấn");
    program.type_text("disagree").wait_for("> disagree").press("Enter Tab").wait_for(">Text");
    program.type_text("Phẫu thuật trước").wait_for("thuật trước");
    match scene {
        Scene::ReadBack => {
            program.press("Ctrl-S").wait_for("READ-BACK").type_text("NV").settle();
        }
        Scene::Editor => {
            program.press("Ctrl-E");
            let saved = sandbox.home().join("editor.saved");
            program.wait_until("the editor to have saved", |_| saved.exists());
        }
        _ => (),
    }
}

fn kept(state: &std::path::Path) -> String {
    let all = if state.exists() { files(state) } else { Vec::new() };
    all.iter().map(|path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned()).collect()
}
