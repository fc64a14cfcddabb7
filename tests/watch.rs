//! Two real programs, or one and a disk that changes under it: what is noticed without a key, and what others are told.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, SystemTime};

use rustix::process::Signal;

use crate::support::Sandbox;
use crate::support::pty::{Launch, Program};

const CASE: &str = "tb-2026-0009";

fn open_case(program: &mut Program) {
    program.wait_for("Network board 26-Nov-2026").press("/").type_text("nguyen van an");
    program.wait_for("1 case").press("Enter").wait_for("born 14-Mar-1961").wait_for("[1 Quest.]");
}

/// The notes about who writes that lie beside the case.
fn notes(sandbox: &Sandbox) -> Vec<PathBuf> {
    let entries = fs::read_dir(sandbox.workspace().join(CASE)).unwrap().flatten();
    let is_note = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with(".presence-");
    entries.map(|entry| entry.path()).filter(is_note).collect()
}

#[test]
fn a_change_on_disk_is_noticed_without_a_key_and_until_then_nothing_is_sent() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    open_case(&mut program);
    program.settle();
    let sent = program.sent().len();
    // Longer than two looks.
    thread::sleep(Duration::from_millis(4500));
    assert_eq!(program.sent().len(), sent, "an idle program sends nothing");
    let path = sandbox.workspace().join(CASE).join("case.yaml");
    OpenOptions::new().append(true).open(path).unwrap().write_all(b"# new\n").unwrap();
    program.wait_for("case.yaml changed on disk at 14:05: Ctrl-R reads it again");
    program.press("Ctrl-R").wait_gone("changed on disk");
    let opinion =
        "check: NVA 1961\nby: hoa-coord\nperson: tuan-surg\nposition: agree\ntext: Operate first.\n";
    let file = sandbox.home().join("opinion.yaml");
    fs::write(&file, opinion).unwrap();
    let output = sandbox.run(&["record", "opinion", CASE, "--from", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    program.wait_for("New on this case: opinion");
    program.press("6").wait_for("Operate first.");
    program.press("q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn a_record_made_between_two_looks_on_a_changed_case_file_is_refused_by_the_disk() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    open_case(&mut program);
    program.press("a").wait_for(">Who").type_text("tuan").press("Enter").wait_for("Trần Anh Tuấn");
    program.type_text("agree").press("Enter Tab").wait_for(">Text").type_text("Yes.").press("Ctrl-S");
    program.wait_for("READ-BACK").type_text("NVA 1961");
    program.wait_for("> NVA 1961");
    let path = sandbox.workspace().join(CASE).join("case.yaml");
    OpenOptions::new().append(true).open(path).unwrap().write_all(b"# new\n").unwrap();
    program.press("Enter").wait_until("it is refused", |screen| {
        screen.contains("changed on disk")
            && (screen.contains("NOT SAVED") || screen.contains("Not recorded"))
    });
    program.press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
    assert!(!sandbox.workspace().join(CASE).join("records").exists());
}

#[test]
fn who_writes_is_told_to_another_program_until_the_text_is_left_and_nothing_reads_the_note_as_a_record() {
    let sandbox = Sandbox::new();
    let mut one = Program::start(&sandbox);
    open_case(&mut one);
    let launch = Launch { env: vec![("TUMORBOARD_LANG", "en".into())], ..Launch::default() };
    let mut two = Program::launch(&sandbox, launch);
    open_case(&mut two);
    one.press("a").wait_for(">Who");
    assert!(notes(&sandbox).is_empty(), "looking at a form writes nothing");
    one.type_text("tuan").press("Enter").wait_for("Trần Anh Tuấn");
    two.wait_for("is writing on this case since 14:05 (this computer).");
    assert_eq!(notes(&sandbox).len(), 1);
    assert!(!one.screen().contains("is writing on this case"), "nobody is told of oneself");
    let verified = sandbox.run(&["verify", CASE]);
    assert!(!String::from_utf8_lossy(&verified.stdout).contains("presence"), "{verified:?}");
    one.press("Esc");
    two.wait_gone("is writing on this case");
    assert!(notes(&sandbox).is_empty());

    one.press("Enter").type_text("Yes.");
    two.wait_for("is writing on this case");
    one.press("Ctrl-Q");
    assert_eq!(one.end().0, 0);
    two.wait_gone("is writing on this case").press("q");
    assert_eq!(two.end().0, 0);
    assert!(notes(&sandbox).is_empty(), "the end takes the note back");
}

#[test]
fn a_folder_that_is_moved_away_under_the_program_is_said_and_found_again() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    open_case(&mut program);
    let (here, away) = (sandbox.workspace(), sandbox.home().join("away"));
    fs::rename(&here, &away).unwrap();
    program.wait_for("This folder cannot be reached since 14:05.");
    program.press("2").wait_for("[2 Hist.]").wait_for("Nguyễn Văn An");
    program.press("Esc").wait_for("The workspace cannot be reached.").wait_for("Nguyễn Văn An");
    fs::rename(&away, &here).unwrap();
    program.press("Ctrl-R").wait_gone("cannot be reached").press("Enter").wait_for("[1 Quest.]");
    program.wait_for("VIEW").press("q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn the_curtain_falls_by_itself_after_the_chosen_time_and_then_all_is_quiet() {
    let sandbox = Sandbox::new();
    let config = sandbox.home().join("config/tumorboard");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("config.yaml"), "curtain: 0.02\n").unwrap();
    let mut program = Program::start(&sandbox);
    program.wait_for("Enter shows the screen again.").wait_gone("Nguyễn Văn An").settle();
    let sent = program.sent().len();
    thread::sleep(Duration::from_millis(2500));
    assert_eq!(program.sent().len(), sent, "a covered program sends nothing");
    program.press("Enter").wait_for("Nguyễn Văn An").press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn a_killed_program_leaves_no_one_writing_and_doctor_names_its_note() {
    let sandbox = Sandbox::new();
    let mut one = Program::start(&sandbox);
    open_case(&mut one);
    one.press("a").wait_for(">Who").type_text("tuan").press("Enter").wait_for("Trần Anh Tuấn");
    let mut two = Program::start(&sandbox);
    open_case(&mut two);
    two.wait_for("is writing on this case");
    rustix::process::kill_process(one.inner(), Signal::KILL).unwrap();
    one.wait();
    two.wait_gone("is writing on this case").press("q");
    assert_eq!(two.end().0, 0);
    assert_eq!(notes(&sandbox).len(), 1);
    let said = sandbox.run(&["doctor"]);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.contains(".presence-"), "{said}");
    // On request it is removed; a note of another computer only when nobody renewed it for a day.
    let foreign = sandbox.workspace().join("tb-2026-0009/.presence-elsewhere-7");
    fs::write(&foreign, "unreadable").unwrap();
    let renewed = |at: SystemTime| {
        OpenOptions::new().append(true).open(&foreign).unwrap().set_modified(at).unwrap();
    };
    // By the time that files carry, whatever the clock of these tests says.
    renewed(SystemTime::now() - Duration::from_secs(23 * 60 * 60));
    let left = notes(&sandbox);
    sandbox.run(&["doctor", "--clean"]);
    assert_eq!(notes(&sandbox).len(), 1, "{:?}", notes(&sandbox));
    assert!(foreign.exists());
    renewed(SystemTime::now() - Duration::from_secs(25 * 60 * 60));
    sandbox.run(&["doctor", "--clean"]);
    assert!(notes(&sandbox).is_empty(), "{:?}", notes(&sandbox));
    fs::write(&foreign, "again").unwrap();
    fs::remove_file(&foreign).unwrap();
    // So does whoever writes next on this computer.
    let killed = left.iter().find(|path| **path != foreign).unwrap();
    fs::write(killed, "of a program that is gone").unwrap();
    let mut three = Program::start(&sandbox);
    open_case(&mut three);
    let dead = notes(&sandbox);
    // Whether or not the text was kept before the kill.
    three.press("6 Enter").wait_for(">Who").type_text("tuan").press("Enter");
    three.wait_until("its own note lies there", |_| notes(&sandbox) != dead);
    three.press("Ctrl-Q");
    assert_eq!(three.end().0, 0);
    assert!(notes(&sandbox).is_empty());
}

#[test]
fn after_a_kill_every_kind_of_text_is_offered_on_its_case_and_opened_where_it_was() {
    // The key that opens the form, its first field, its step, how far it is to a field of free text.
    let writings = [
        ("d", ">Outcome", "7", "Tab Tab Tab Tab Tab", "palliative words"),
        ("r", ">Expert", "8", "Tab Tab Tab Tab", "Is N2 resectable"),
        ("y", ">", "8", "", "after three cycles"),
        ("a", ">Who", "6", "Tab Tab", "operate first"),
    ];
    for (key, first, step, next, text) in writings {
        let sandbox = Sandbox::new();
        let mut program = Program::start(&sandbox);
        open_case(&mut program);
        program.press(key).wait_for(first).press(next).type_text(text).wait_for(text);
        program.press("Tab");
        let drafts = sandbox.home().join("state/tumorboard/drafts");
        let is_kept = |path: &PathBuf| {
            path.extension().is_some_and(|end| end == "yaml")
                && fs::read_to_string(path).is_ok_and(|kept| kept.contains(text))
        };
        let kept = || crate::support::files(&drafts).iter().any(is_kept);
        let begun = std::time::Instant::now();
        while !(drafts.exists() && kept()) {
            assert!(begun.elapsed() < Duration::from_secs(20), "the draft is kept: {key}");
            thread::sleep(Duration::from_millis(50));
        }
        rustix::process::kill_process(program.inner(), Signal::KILL).unwrap();
        program.wait();

        let mut program = Program::start(&sandbox);
        program.wait_for("Unsaved text from 14:05 for Nguyễn Văn An");
        open_case(&mut program);
        program.wait_for("A draft on this patient was kept");
        program.press(step).press(key).wait_for(text).wait_for("DRAFT");
        program.press("Ctrl-Q");
        assert_eq!(program.end().0, 0);
    }
}

#[test]
fn what_others_change_in_the_workspace_appears_on_the_agenda_without_a_key() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    program.wait_for("Network board 26-Nov-2026").wait_for("Nguyễn Văn An").settle();
    let sent = program.sent().len();
    let dir = sandbox.workspace().join(CASE);
    // What no reader looks into is no news.
    fs::write(dir.join(".case.yaml.swp"), "x").unwrap();
    thread::sleep(Duration::from_millis(1200));
    assert_eq!(program.sent().len(), sent, "an idle program sends nothing");
    let path = dir.join("case.yaml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("Nguyễn Văn An", "Nguyễn Văn Anh")).unwrap();
    program.wait_for("Nguyễn Văn Anh");
    // A case that comes, and the plan of a meeting that changes.
    let new = sandbox.workspace().join("tb-2026-0999");
    fs::create_dir(&new).unwrap();
    fs::write(new.join("case.yaml"), text.replace(CASE, "tb-2026-0999").replace("Văn An", "Văn Bình"))
        .unwrap();
    let plan = sandbox.workspace().join("meetings/2026-11-26-network/meeting.yaml");
    let planned = fs::read_to_string(&plan).unwrap();
    fs::write(&plan, planned.replace(CASE, "tb-2026-0999")).unwrap();
    program.wait_for("Nguyễn Văn Bình").wait_gone("Nguyễn Văn Anh");
    program.press("q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn what_others_changed_out_of_sight_is_found_by_who_searches_for_it() {
    let sandbox = Sandbox::new();
    for number in 100..160 {
        let dir = sandbox.workspace().join(format!("zz-{number}"));
        fs::create_dir(&dir).unwrap();
        fs::write(dir.join("case.yaml"), format!("id: zz-{number}\npatient: {{name: An}}\n")).unwrap();
    }
    let mut program = Program::start(&sandbox);
    program.wait_for("Network board 26-Nov-2026");
    let last = sandbox.workspace().join("zz-159/case.yaml");
    fs::write(last, "id: zz-159\npatient: {name: Quagga}\n").unwrap();
    // The program opens on the meeting of the day, which has other cases.
    program.press("m").wait_for("All cases").press("Down Down Down Enter").wait_gone("Network");
    program.press("/").type_text("quagga");
    program.wait_for("zz-159");
    program.press("Esc q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn a_picture_that_is_replaced_under_the_open_case_is_told_until_it_is_read_again() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    open_case(&mut program);
    program.settle();
    let path = sandbox.workspace().join(CASE).join("attachments/ct-chest.png");
    let other = fs::read(sandbox.workspace().join("tb-2026-0007/attachments/ct-arterial.png")).unwrap();
    fs::write(path, other).unwrap();
    program.wait_for("A picture of this case changed on disk at 14:05");
    program.press("Ctrl-R").wait_gone("changed on disk").settle().press("q");
    assert_eq!(program.end().0, 0);
}
