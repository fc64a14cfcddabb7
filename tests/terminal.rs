//! The program as a board meets it: the built binary in a pseudo-terminal, its keys, its screen, its files.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::pty::{Launch, Program};
use crate::support::{Sandbox, files};

const STEPS: [&str; 8] =
    ["1 Quest.", "2 Hist.", "3 Imaging", "4 Path.", "5 Stage", "6 Disc.", "7 Decis.", "8 Cons."];

/// Opens the case of Nguyễn Văn An by searching without diacritics.
pub fn open_case(program: &mut Program) {
    program.wait_for("Network board 26-Nov-2026").wait_for("Nguyễn Văn An");
    program.press("/").type_text("nguyen van an").wait_for("/ nguyen van an 1 case");
    program.press("Enter").wait_for("Nguyễn Văn An").wait_for("born 14-Mar-1961").wait_for("[1 Quest.]");
}

#[test]
fn a_case_is_stepped_through_decided_and_asked_about_and_all_of_it_is_there_the_next_day() {
    let sandbox = Sandbox::new();
    let before = sandbox.written_by_people();
    let mut program = Program::start(&sandbox);
    open_case(&mut program);
    program.wait_for("Mổ sau tân hỗ trợ hay hóa xạ rồi osimertinib?");
    for mark in STEPS.iter().skip(1) {
        program.press("Tab").wait_for(&format!("[{mark}]")).wait_for("Nguyễn Văn An");
    }

    decide(&mut program);
    ask(&mut program);
    answer(&mut program);
    program.press("Esc").wait_for("Patient").press("q");
    assert_eq!(program.end().0, 0);

    let mut program = Program::start(&sandbox);
    open_case(&mut program);
    program.press("7").wait_for("osimertinib 80 mg").wait_for("Nguyễn Thị Mai").wait_for("consensus");
    program.press("8").wait_for("陈立文 Chen Liwen").wait_for("Is N2 resectable?").wait_for("answered");
    program.wait_for("Yes, after three cycles.").wait_for("claimed author");
    program.press("q");
    assert_eq!(program.end().0, 0);

    on_disk(&sandbox);
    for (path, bytes) in before {
        assert!(std::fs::read(&path).unwrap() == bytes, "{} changed", path.display());
    }
}

#[test]
fn a_dumb_terminal_gets_plain_lines_and_no_sequence() {
    let sandbox = Sandbox::new();
    let launch = Launch { env: vec![("TERM", "dumb".into())], size: Some((60, 250)), ..Launch::default() };
    let mut program = Program::launch(&sandbox, launch);
    program.wait_for("3. tb-2026-0009 · Nguyễn Văn An").wait_for("`tumorboard --help`");
    assert!(!program.sent().contains(&0x1b));
    assert_eq!(program.end().0, 0);
}

#[test]
fn a_record_that_the_disk_refuses_is_called_not_saved_once() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    program.wait_for("Nguyễn Văn An").press("r").wait_for("NO QUORUM: 0 present, 5 needed");
    fs::write(sandbox.workspace().join("meetings/2026-11-26-network/records"), "in the way").unwrap();
    program.press("Space").wait_for("[x]").press("Ctrl-S");
    program
        .wait_for("NOT SAVED: the record cannot be written")
        .wait_for("What was typed and marked stays as it is");
    assert!(!program.screen().contains("NOT SAVED: NOT SAVED"), "{}", program.screen());
    program.press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn a_draft_that_cannot_be_kept_is_never_said_to_be_kept() {
    let sandbox = Sandbox::new();
    fs::create_dir_all(sandbox.home()).unwrap();
    fs::write(sandbox.home().join("state"), "in the way of the folder").unwrap();
    let mut program = Program::start(&sandbox);
    open_case(&mut program);
    program.press("d").wait_for(">Outcome").type_text("rec").press("Tab").wait_for(">Reason");
    program.wait_for("Nothing that you type is kept if you leave: the draft cannot be kept");
    // The next key takes the notice away; the fault is still there.
    program.press("Tab").wait_gone("Nothing that you type").press("Esc");
    program.wait_for("Nothing that you type is kept if you leave");
    program.press("q").wait_for("This text would be lost").wait_for("recommendation").press("n");
    program.wait_gone("would be lost").press("Ctrl-Q").wait_for("This text would be lost");
    program.press("Ctrl-Q").settle().wait_for("This text would be lost").press("y");
    assert_eq!(program.end().0, 0);
}

fn decide(program: &mut Program) {
    program.press("d").wait_for("DRAFT").wait_for(">Outcome").wait_for("multiple options");
    program.type_text("reco").wait_for("> recommendation").press("Enter").wait_for(">Reason");
    program.press("Tab").wait_for("> Modality");
    program.type_text("target").wait_for("> targeted therapy").press("Enter").wait_for("> Category systemic");
    program.press("Enter").wait_for("> Intent");
    // Nothing is recorded while something is missing, and the program says what.
    program.press("Ctrl-S").wait_for("Still needed: Intent").wait_for("Nothing is recorded yet.");
    program.type_text("cura").wait_for("> curative").press("Enter").wait_for("> Detail");
    program.type_text("osimertinib 80 mg").press("Tab Tab Tab").wait_for("> Owner");
    program.type_text("mai").wait_for("> Nguyễn Thị Mai").press("Enter").wait_for("> Due");
    program.type_text("2026-12-03").wait_for("03-Dec-2026");
    program.press("F4").wait_for(">Agreement").type_text("cons").wait_for("> consensus");
    program.press("Tab Ctrl-S").wait_for("READ-BACK: this decision will be recorded");
    for exact in ["Mổ sau tân hỗ trợ hay hóa xạ rồi osimertinib?", "recommendation"] {
        program.wait_for(exact);
    }
    program.press("PgDn").wait_for("curative · systemic").wait_for("osimertinib 80 mg");
    program.wait_for("Nguyễn Thị Mai").wait_for("03-Dec-2026");
    program.press("PgDn PgDn").wait_for("initials and birth year");
    // Another patient's initials, a paste and an empty field record nothing.
    program.press("Enter").wait_for("initials and birth year first.");
    program.paste("NVA 1961").wait_for("The identity is typed, never pasted.");
    program.type_text("TTBN 1975").press("Enter").wait_for("That is not this patient.");
    program.type_text("nva 1961").press("Enter").wait_for("Saved 14:05").wait_for("VIEW");
    program.wait_for("UNSIGNED").wait_for("consensus");
}

fn ask(program: &mut Program) {
    program.press("c").wait_for("Nobody was asked yet.");
    program.press("r").wait_for("DRAFT").wait_for(">Expert");
    program
        .type_text("chen")
        .wait_for("> 陈立文 Chen Liwen")
        .press("Enter")
        .wait_for("Pearl River Cancer Centre");
    program.press("Tab Tab Tab").wait_for(">What is asked").type_text("Is N2 resectable?");
    program.press("Tab").wait_for(">Answer due").type_text("2026-11-30").wait_for("30-Nov-2026");
    program
        .press("Ctrl-S")
        .wait_for("READ-BACK: this question will be recorded")
        .wait_for("Is N2 resectable?");
    program.type_text("NVA 1961").press("Enter").wait_for("Saved 14:05").wait_for("waiting for the answer");
}

fn answer(program: &mut Program) {
    program.press("y").wait_for("DRAFT").wait_for(">Claimed author");
    program.type_text("chen").wait_for("> 陈立文 Chen Liwen").press("Enter").wait_for(">Came by");
    program.type_text("e-m").press("Enter").wait_for(">Received on").type_text("2026-11-26").press("Enter");
    program.wait_for(">Position").type_text("agree").wait_for("> agree").press("Enter").wait_for(">Text");
    program.type_text("Yes, after three cycles.").wait_for("three cycles.").press("Ctrl-S");
    program.wait_for("READ-BACK: this answer will be recorded").type_text("NVA1961").press("Enter");
    program.wait_for("Saved 14:05").wait_for("answered").wait_for("Yes, after three cycles.");
}

fn on_disk(sandbox: &Sandbox) {
    let shown = sandbox.run(&["show", "tb-2026-0009", "--json"]);
    assert!(shown.status.success());
    let shown: Value = serde_json::from_slice(&shown.stdout).unwrap();
    let records = shown["records"].as_array().unwrap();
    let body = |kind: &str| {
        let mut found = records.iter().filter(|record| record["kind"] == kind);
        let one = found.next().unwrap_or_else(|| panic!("no {kind} in {records:?}"));
        assert!(found.next().is_none(), "one {kind}");
        one
    };
    let decision = &body("decision")["body"];
    assert_eq!(decision["outcome"], "recommendation");
    assert_eq!(decision["agreement"], "consensus");
    assert_eq!(decision["patient"]["name"], "Nguyễn Văn An");
    let plan = &decision["recommendations"][0];
    let said =
        ["modality", "category", "intent", "detail", "owner", "due"].map(|name| plan[name].as_str().unwrap());
    assert_eq!(said, ["targeted", "systemic", "curative", "osimertinib 80 mg", "mai-onc", "2026-12-03"]);
    assert_eq!(shown["current"]["kind"], "decision");
    assert_eq!(body("request")["body"]["expert"], "chen-onc");
    assert_eq!(body("request")["body"]["asked"], "Is N2 resectable?");
    assert_eq!(body("reply")["body"]["request"], body("request")["id"]);
    assert_eq!(body("reply")["body"]["text"], "Yes, after three cycles.");
    assert_eq!(records.len(), 3);
    let verified = sandbox.run(&["verify"]);
    assert_eq!(verified.status.code(), Some(0), "{}", String::from_utf8_lossy(&verified.stderr));
}

#[test]
fn where_there_is_no_workspace_the_demo_is_offered_written_and_opened_and_offered_again_as_it_is() {
    let sandbox = Sandbox::new();
    let dir = sandbox.workspace().join("../home");
    let mut program = Program::start_in(&sandbox, &dir);
    program
        .wait_for("No workspace was found here.")
        .wait_for("tumorboard-demo")
        .wait_for("tumorboard FOLDER");
    program.wait_for("Enter writes it there").press("q");
    assert_eq!(program.end().0, 0);
    assert!(!dir.join("tumorboard-demo").exists(), "looking writes nothing");

    let mut program = Program::start_in(&sandbox, &dir);
    program.wait_for("Enter writes it there").press("Enter").wait_for("Network board 26-Nov-2026");
    program.wait_for("DEMO").wait_for("Trần Thị Bích Ngọc").press("Enter").wait_for("[1 Quest.]").press("q");
    assert_eq!(program.end().0, 0);

    let mut program = Program::start_in(&sandbox, &dir);
    program.wait_for("It is there already").press("Enter").wait_for("Network board 26-Nov-2026").press("q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn a_folder_that_holds_something_else_is_not_taken_for_the_demo() {
    let sandbox = Sandbox::new();
    let dir = sandbox.workspace().join("../home");
    let demo = dir.join("tumorboard-demo");
    std::fs::create_dir(&demo).unwrap();
    std::fs::File::create(demo.join("letter.txt")).unwrap();
    let mut program = Program::start_in(&sandbox, &dir);
    program.wait_for("Enter writes it there").press("Enter").wait_for("holds other files and is left alone");
    program.press("q");
    assert_eq!(program.end().0, 0);
    assert_eq!(std::fs::read_dir(&demo).unwrap().count(), 1);
}

#[test]
fn without_a_viewer_the_program_says_so_and_where_the_picture_is() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    open_case(&mut program);
    program.press("3").wait_for("[3 Imaging]").wait_for("key image").press("o");
    program.wait_for("No viewer for pictures can be started on this computer").wait_for("attachments/");
    program.press("q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn the_terminal_is_given_back_as_it_was() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    program.wait_for("Nguyễn Văn An").press("q");
    assert_eq!(program.wait().0.code(), Some(0));
    program.settle().assert_sane();
    let (_, sent) = program.end();
    let enters = sent.find("\x1b[?1049h").unwrap();
    let leaves = sent.rfind("\x1b[?1049l").unwrap();
    assert!(enters < leaves, "the alternate screen is left");
    let after = sent.get(leaves..).unwrap();
    assert!(after.contains("\x1b[?25h"), "the cursor is shown again: {after:?}");
    assert!(sent.rfind("\x1b[?2004l") > sent.rfind("\x1b[?2004h"), "pastes are no longer marked");
    assert!(!after.contains("Nguyễn"), "nothing of a patient stays: {after:?}");
}

#[test]
fn a_paste_outside_a_field_does_nothing_and_in_a_field_is_text() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    program.wait_for("Nguyễn Văn An").paste("q\n").wait_for("A paste is text for a field");
    open_case(&mut program);
    program.paste("q\rd").wait_for("A paste is text for a field").settle();
    assert!(program.is_running() && program.screen().contains("VIEW"));
    program.press("a").wait_for(">Who").press("Tab Tab").wait_for(">On what");
    program.paste("line one\nq").wait_for("line one q");
    program.press("Esc Esc").wait_for("Question").press("q");
    assert_eq!(program.end().0, 0);
    assert!(!sandbox.workspace().join("tb-2026-0009/records").exists(), "nothing was recorded");
}

#[test]
fn what_vietnamese_keyboards_send_as_backspace_takes_one_letter() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    open_case(&mut program);
    program.press("a").wait_for(">Who").press("Tab Tab").wait_for(">On what");
    // An input method composes: it types `e`, takes it back with 0x08, types `ễ`.
    program.type_text("Nguye").send(b"\x08");
    program.type_text("ễn đúng").wait_for(">On what Nguyễn đúng");
    program.send(b"\x08\x08\x08\x08");
    program.wait_for(">On what Nguyễn").wait_gone("đúng");
    program.press("Esc Esc").wait_for("Question").press("q");
    assert_eq!(program.end().0, 0);
}

/// An editor that writes down how it was called, and adds a line.
fn fake_editor(sandbox: &Sandbox) -> (PathBuf, PathBuf) {
    let dir = sandbox.home().join("a dir");
    fs::create_dir(&dir).unwrap();
    let (editor, log) = (dir.join("fake"), dir.join("log"));
    let text = "#!/bin/sh
        for word; do printf '%s\\n' \"$word\"; done > \"$LOG.argv\"
        for word; do file=$word; done
        env > \"$LOG.env\"; stat -c %a \"$file\" \"${file%/*}\" > \"$LOG.mode\"; cat \"$file\" > \"$LOG.text\"
        stty > \"$LOG.stty\"
        printf 'from outside\\n' >> \"$file\"";
    fs::write(&editor, text).unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o700)).unwrap();
    (editor, log)
}

#[test]
fn the_editor_gets_a_private_file_that_names_the_patient_and_nothing_is_left_of_it() {
    let sandbox = Sandbox::new();
    let (editor, log) = fake_editor(&sandbox);
    let command = format!("'{}' -e '$(touch pwned)' ';id'", editor.display());
    let env = vec![("EDITOR", command.into()), ("LOG", log.clone().into())];
    let mut program = Program::launch(&sandbox, Launch { env, ..Launch::default() });
    open_case(&mut program);
    program
        .press("a")
        .wait_for(">Who")
        .press("Tab Tab Tab")
        .wait_for(">Text")
        .type_text("inside")
        .press("Ctrl-E");
    program.wait_for("from outside").wait_for("inside").wait_for("DRAFT");
    // The keyboard is ours again.
    program.type_text(" and on").wait_for("and on").press("Ctrl-Q");
    assert_eq!(program.wait().0.code(), Some(0));
    program.settle().assert_sane();

    let logged = |name: &str| fs::read_to_string(log.with_extension(name)).unwrap();
    let argv = logged("argv");
    let words: Vec<&str> = argv.lines().collect();
    assert_eq!(words[..3], ["-e", "$(touch pwned)", ";id"]);
    assert!(words[3].starts_with(sandbox.home().join("state").to_str().unwrap()) && words.len() == 4);
    assert!(!Path::new(words[3]).exists(), "the file is gone");
    assert_eq!(logged("mode"), "600\n700\n");
    assert_eq!(logged("text"), "# tb-2026-0009 NVA 1961\ninside\n");
    assert!(!logged("env").contains("Nguy") && !argv.contains("Nguy"), "no name outside the file");
    assert!(!logged("stty").contains("-icanon") && !logged("stty").contains("-echo"), "{}", logged("stty"));
    assert!(!sandbox.workspace().join("pwned").exists());
}

#[test]
fn a_draft_of_another_patient_under_the_same_case_id_is_not_shown() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    open_case(&mut program);
    program.press("a").wait_for(">Who").press("Tab Tab").wait_for(">On what").type_text("for An only");
    program.wait_for("for An only").press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
    // Another stick is mounted at the same place: the same id, another patient.
    let case = sandbox.workspace().join("tb-2026-0009/case.yaml");
    let text = fs::read_to_string(&case).unwrap();
    let other = text.replace("Nguyễn Văn An", "Lê Thị Hoa").replace("1961-03-14", "1970-01-02");
    assert_ne!(text, other);
    fs::write(&case, other).unwrap();
    let mut program = Program::start(&sandbox);
    program.wait_for("Lê Thị Hoa").press("/").type_text("le thi hoa").wait_for("1 case").press("Enter");
    program.wait_for("born 02-Jan-1970").wait_for("typed for another patient");
    program.press("a").wait_for(">Who").settle();
    assert!(!program.screen().contains("for An only"), "{}", program.screen());
    program.press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn a_fault_while_a_record_is_saved_costs_no_letter_and_not_the_meeting() {
    let sandbox = Sandbox::new();
    let env = vec![("TUMORBOARD_FAULT", "worker".into())];
    let mut program = Program::launch(&sandbox, Launch { env, ..Launch::default() });
    open_case(&mut program);
    program.press("a").wait_for(">Who").type_text("tuan").press("Enter").wait_for("Trần Anh Tuấn");
    program.type_text("disagree").wait_for("> disagree").press("Enter Tab").wait_for(">Text");
    program
        .type_text("Phẫu thuật trước.")
        .press("Ctrl-S")
        .wait_for("READ-BACK")
        .type_text("NVA 1961")
        .press("Enter");
    program
        .wait_for("A fault of the program at src")
        .press("Esc")
        .wait_for("Phẫu thuật trước.")
        .press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
    assert!(!sandbox.workspace().join("tb-2026-0009/records").exists(), "nothing was recorded");
}

#[test]
fn a_fault_of_a_decoder_costs_one_picture_and_leaves_the_screen_alone() {
    let sandbox = Sandbox::new();
    let env = vec![("TUMORBOARD_FAULT", "decoder".into())];
    let mut program = Program::launch(&sandbox, Launch { env, ..Launch::default() });
    program.wait_for("Nguyễn Văn An").press("/").type_text("nguyen van an").wait_for("1 case").press("Enter");
    program.wait_for("[1 Quest.]").press("3").wait_for("[3 Imaging]").settle();
    assert!(program.is_running());
    program.press("4").wait_for("[4 Path.]").press("q");
    let (code, sent) = program.end();
    assert_eq!((code, sent.matches("\x1b[?1049l").count()), (0, 1));
}

#[test]
fn a_key_that_means_nothing_does_not_stop_the_keyboard() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    program.wait_for("Nguyễn Văn An");
    // Alt and a letter, alone in its batch.
    program.send(b"\x1bz");
    program.settle().press("m").wait_for("meetings").press("Esc q");
    assert_eq!(program.end().0, 0);
}

#[test]
fn keys_sent_ahead_pass_no_patient_and_looking_writes_nothing() {
    let sandbox = Sandbox::new();
    let before = files(&sandbox.workspace());
    let mut program = Program::start(&sandbox);
    open_case(&mut program);
    program.send(b"n\r\r\r\r");
    program.wait_for("NEXT PATIENT").settle().settle().wait_for("NEXT PATIENT").wait_gone("[1 Quest.]");
    program.press("Enter").wait_for("[1 Quest.]").wait_gone("NEXT PATIENT");
    program.press("q");
    assert_eq!(program.end().0, 0);
    assert_eq!(files(&sandbox.workspace()), before, "looking writes nothing");
}

#[test]
fn a_terminal_without_a_second_screen_is_cleared_before_the_first_frame_and_after_the_last() {
    let sandbox = Sandbox::new();
    let mut program = Program::start(&sandbox);
    program.wait_for("Nguyễn Văn An").press("q");
    let (code, sent) = program.end();
    assert_eq!(code, 0);
    let (enters, leaves) = ("\x1b[?1049h\x1b[2J", "\x1b[2J\x1b[?1049l");
    assert!(sent.contains(enters) && sent.contains(leaves), "{sent:?}");
}
