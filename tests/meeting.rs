//! A meeting by its keys: who signs and who takes back, what is read before it is recorded, who comes next, how it ends.

use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tumorboard::domain::history::Status;
use tumorboard::domain::record::{Author, Body, Close, Folder, NewRecord};
use tumorboard::i18n::Lang;
use tumorboard::ui::key::{Code, Key};
use tumorboard::ui::msg::Msg;

use crate::support::driver::Driver;

const CASE: &str = "tb-2026-0007";
const DOWN: &str = "PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn";

fn meeting() -> Driver {
    Driver::start(Lang::En, "default", (80, 24))
}

/// Opens the first case and records a decision on it.
fn decided() -> Driver {
    let mut driver = meeting();
    driver.press(
        "Home Enter d 'recommendation Tab Tab 'deb-tace Tab Tab 'palliative Tab Tab Tab Tab 'phan-ir Tab",
    );
    driver.press("'2026-12-01 F4 'premedication F4 'consensus Tab Ctrl-S");
    driver.press(DOWN);
    driver.press("'TTBN_1975 Enter");
    driver.wait_for("Saved 14:05: decision recorded, UNSIGNED until the chair signs.");
    driver
}

fn signed() -> Driver {
    let mut driver = decided();
    driver.press("s").press(DOWN);
    driver.press("'TTBN_1975 Enter 'NTM Enter").wait_for("Saved 14:05: signed by the chair, FINAL.");
    driver
}

fn status(driver: &Driver) -> Vec<Status> {
    driver.store.case(CASE).history.decisions().iter().map(|one| one.status).collect()
}

#[test]
fn whoever_sits_at_the_keyboard_signs_only_with_the_initials_of_the_chair() {
    let mut driver = decided();
    driver.press("s").wait_for("Signing as chair: Nguyễn Thị Mai, medical oncology.");
    driver.press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("Nguyễn Thị Mai types the initials of their own name");
    driver.happen(Msg::Paste("NTM".into()));
    driver.wait_for("The identity is typed, never pasted.");
    driver.press("'LTH Enter").wait_for("These are not the initials of Nguyễn Thị Mai.");
    driver.press("'LTH Enter").wait_for("Not signed: twice these were not the initials").press("Enter");
    assert_eq!(status(&driver), [Status::Unsigned]);

    driver.press("s").press(DOWN);
    driver.press("'TTBN_1975 Enter 'ntm Enter").wait_for("Saved 14:05: signed by the chair, FINAL.");
    assert_eq!(status(&driver), [Status::Final]);
    let history = driver.store.case(CASE).history;
    let by = &history.records.iter().find(|one| matches!(one.body, Body::Signature(_))).unwrap().header.by;
    assert_eq!((by.person.as_str(), by.role.as_deref()), ("mai-onc", Some("chair")));
}

#[test]
fn a_decision_is_recorded_after_the_identity_and_what_of_it_is_below_is_said_beside_the_field() {
    let mut driver = meeting();
    driver.press(
        "Home Enter d 'recommendation Tab Tab 'deb-tace Tab Tab 'palliative Tab Tab Tab Tab 'phan-ir Tab",
    );
    driver.press("'2026-12-01 F4 'premedication F4 'consensus Tab Ctrl-S").wait_for("READ-BACK");
    let rule = driver.rows().into_iter().find(|row| row.contains("PgDn 1–")).unwrap_or_default();
    assert!(rule.contains(" of "), "it does not fit, and says so: {rule}");
    let beside = |driver: &mut Driver| {
        driver.rows().iter().any(|row| row.contains("> ") && row.contains("lines below: PgDn"))
    };
    assert!(beside(&mut driver), "{}", driver.rows().join("\n"));
    driver.press("PgDn PgDn PgDn PgUp");
    assert!(!beside(&mut driver), "all of it was seen: {}", driver.rows().join("\n"));
    driver.press("'TTBN_1975 Enter").wait_for("decision recorded, UNSIGNED until the chair signs.");
    assert_eq!(status(&driver), [Status::Unsigned]);
}

#[test]
fn nothing_is_signed_before_its_end_was_on_the_screen() {
    let mut driver = decided();
    driver.press("s").wait_for("lines below: PgDn shows them");
    let footer = |driver: &mut Driver| driver.rows().last().cloned().unwrap_or_default();
    let offered = footer(&mut driver);
    assert!(offered.contains("PgDn read on") && !offered.contains("Enter"), "{offered}");
    driver.press("'TTBN_1975 Enter").wait_for("were not on the screen yet. PgDn first, then Enter.");
    driver.press(DOWN);
    let offered = footer(&mut driver);
    assert!(offered.contains("Enter record") && !offered.contains("read on"), "{offered}");
    assert!(!driver.says().contains("below: PgDn"), "{}", driver.says());
    driver.press("Enter").wait_for("types the initials of their own name");
}

#[test]
fn without_a_chair_nobody_signs_and_the_screen_says_what_to_do() {
    let mut driver = decided();
    let listing = driver.model.listing.as_mut().unwrap();
    for meeting in &mut listing.meetings {
        meeting.file.value.as_mut().unwrap().chair = None;
    }
    listing.board.value.as_mut().unwrap().boards.values_mut().for_each(|board| board.chair = None);
    driver.press("s").wait_for("no chair is known for this decision: name one under \"chair:\"");
    assert!(driver.model.overlays.is_empty());
}

#[test]
fn the_recorder_takes_back_an_unsigned_decision_and_only_the_chair_a_signed_one() {
    let mut driver = decided();
    driver.press("Ctrl-X 'wrong_dose Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("Saved 14:05: retracted: marked ENTERED IN ERROR");
    assert_eq!(status(&driver), [Status::EnteredInError]);

    let mut driver = signed();
    driver.press("Ctrl-X 'wrong_dose Ctrl-S").wait_for("Retracting as chair: Nguyễn Thị Mai");
    driver.press(DOWN);
    driver.press("'TTBN_1975 Enter");
    assert_eq!(status(&driver), [Status::Final]);
    driver.press("'NTM Enter").wait_for("marked ENTERED IN ERROR");
    assert_eq!(status(&driver), [Status::EnteredInError]);
    let history = driver.store.case(CASE).history;
    let by = &history.records.iter().find(|one| matches!(one.body, Body::Retraction(_))).unwrap().header.by;
    assert_eq!((by.person.as_str(), by.role.as_deref()), ("mai-onc", Some("chair")));
}

#[test]
fn an_amendment_of_a_signed_decision_is_the_recorders_and_unsigned_again() {
    let mut driver = signed();
    driver.press("e 'dose_corrected Tab Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("Saved 14:05: amended: what was decided before is AMENDED");
    assert_eq!(status(&driver), [Status::Amended, Status::Unsigned]);
}

#[test]
fn a_draft_whose_decision_was_retracted_meanwhile_is_refused_and_its_text_kept() {
    let mut driver = decided();
    driver.press("e 'dose_corrected Tab Esc Ctrl-X 'other_patient Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("ENTERED IN ERROR");
    // The draft of the amendment is opened as what it now is.
    driver.press("Enter").wait_for("it is a decision of its own now");
    driver.press("Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("decision recorded, UNSIGNED");
    assert_eq!(status(&driver), [Status::EnteredInError, Status::Unsigned]);
    let history = driver.store.case(CASE).history;
    let kept = history.latest().unwrap().decision.note.clone();
    assert_eq!(kept.as_deref(), Some("dose corrected"));
}

#[test]
fn a_proposal_that_the_case_speaks_against_asks_for_a_reason_that_stands_in_the_record() {
    let mut driver = meeting();
    driver.press(
        "Home Enter d 'recommendation Tab Tab 'deb-tace Tab Tab 'palliative Tab Tab Tab Tab 'phan-ir Tab",
    );
    driver.press("'2026-12-01 F4").wait_for("allergy to iodinated contrast, contrast with: deb-tace");
    driver.wait_for("still needed 2: Attention: reason").wait_for("> Attention: reason");
    driver
        .press("F4 'consensus Tab Ctrl-S")
        .wait_for("Still needed: Attention: reason (one of 1). Nothing is recorded");
    driver.press("'warm_gloves");
    // Another proposal has nothing against it; with a third one the reason for the first says nothing.
    let modality = "BTab ".repeat(15);
    driver.press(&modality).press("'rfa F4").wait_for("Nothing is missing.");
    driver.press("'ctace F4").wait_for("contrast with: ctace").wait_for("still needed 1: Attention: reason");
    driver.press("'steroids Ctrl-S").wait_for("READ-BACK").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("Saved 14:05");
    let case = driver.store.case(CASE);
    let decided = case.history.decisions();
    let attention = &decided[0].decision.recommendations[0].attention[0];
    assert_eq!((attention.against.as_str(), attention.found.as_str()), ("iodinated contrast", "ctace"));
    assert_eq!(attention.reason.as_deref(), Some("steroids"));
    driver.wait_for("recommended all the same because steroids");
}

#[test]
fn a_decision_that_another_computer_recorded_meanwhile_stops_the_read_back_and_keeps_the_text() {
    let mut driver = meeting();
    driver.press(
        "Home Enter d 'recommendation Tab Tab 'deb-tace Tab Tab 'palliative Tab Tab Tab Tab 'phan-ir Tab",
    );
    driver.press("'2026-12-01 F4 'premedication F4 'consensus Tab");
    // Another computer records its decision; the share brings it.
    let mut other = decided();
    other.press("Esc");
    let record = other.store.case(CASE).history.records.first().unwrap().clone();
    let case = driver.model.case.as_mut().unwrap();
    case.folder.history.records.push(record);
    driver.press("Ctrl-S").wait_for("a decision on this discussion was recorded meanwhile");
    driver.wait_for("consensus");
    driver.press("Esc e").wait_for("This draft now amends the decision that holds.");
    driver.press("'both_rooms Tab Ctrl-S").wait_for("READ-BACK");
}

#[test]
fn the_draft_to_throw_away_is_chosen_and_named() {
    let mut driver = meeting();
    driver.press("Home Enter r 'tan-hpb Tab Esc y 'tan-hpb Tab Esc a 'le-rad Tab Esc 8");
    driver.press("Ctrl-D").wait_for("Which draft is to be thrown away?");
    driver.wait_for("Question to a remote expert Answer that came back Opinion in the room");
    driver.press("Down Enter").wait_for("Throw this draft away?").wait_for("Answer that came back");
    driver.press("y");
    let left: Vec<&str> =
        driver.model.case.as_ref().unwrap().drafts.iter().map(|draft| draft.form.as_str()).collect();
    assert_eq!(left, ["request", "opinion"]);
}

#[test]
fn what_failed_is_said_to_its_end_and_where_there_is_no_room_a_mark_says_so() {
    let mut driver = meeting();
    driver.broken = Some(
        "the record cannot be written: meetings/2026-11-26-network/records/01m8baqzb01bpmqvemg0cmpvbx-attendance.yaml: \
         Not a directory (os error 20) · check the path, and that the share is connected; nothing was changed",
    );
    driver.press("r Space Ctrl-S").wait_for("record again when this is mended.");
    driver.happen(Msg::Resize(60, 16));
    driver.screen = Terminal::new(TestBackend::new(60, 16)).unwrap();
    driver.wait_for("……");
}

#[test]
fn letters_that_chose_nothing_yet_wait_in_the_draft_where_they_were_typed() {
    let mut driver = meeting();
    driver.press("Home Enter d 'recommendation Tab F6 'deb_xyz Esc").wait_for("Kept as a draft");
    driver.press("Ctrl-D").wait_for("deb xyz").press("n");
    driver.press("d").wait_for("Modality deb xyz").wait_for("Recommendation 2");
    driver.press("Tab").wait_for("No choice fits these letters.");
    driver.press("F9 Ctrl-S");
    assert!(!driver.says().contains("deb xyz"), "{}", driver.says());
}

#[test]
fn letters_that_fit_two_people_choose_neither_in_passing_and_a_whole_word_is_offered_first() {
    let mut driver = meeting();
    driver.press("Home Enter a 'hoa Ctrl-S").wait_for("Several choices fit these letters.");
    driver.press("Tab").wait_for("Đặng Thị Hoa");
}

#[test]
fn the_marks_of_a_roll_call_survive_esc_and_a_disk_that_refuses() {
    let mut driver = meeting();
    driver.press("r Space Space Space Esc").wait_for("The marks are kept; nothing is recorded yet.");
    let count = |driver: &mut Driver| driver.says().matches("[x]").count();
    driver.press("r");
    assert_eq!(count(&mut driver), 3);
    driver.broken = Some("the disk is full");
    driver
        .press("Ctrl-S")
        .wait_for("NOT SAVED: the disk is full")
        .wait_for("record again when this is mended");
    assert_eq!(count(&mut driver), 3);
    driver.broken = None;
    driver.press("Ctrl-S").wait_for("Saved 14:05: roll call recorded.");
    let meeting = driver.store.meeting("2026-11-26-network");
    assert_eq!(meeting.attendance().unwrap().present.len(), 3);
    assert_eq!(meeting.history.records.len(), 1);
}

#[test]
fn a_decision_that_the_disk_refused_is_recorded_once_when_it_takes_it() {
    let mut driver = meeting();
    driver.press(
        "Home Enter d 'recommendation Tab Tab 'deb-tace Tab Tab 'palliative Tab Tab Tab Tab 'phan-ir Tab",
    );
    driver.press("'2026-12-01 F4 'premedication F4 'consensus Tab Ctrl-S").press(DOWN);
    driver.broken = Some("the share is gone");
    driver.press("'TTBN_1975 Enter").wait_for("NOT SAVED: the share is gone").wait_for("TTBN 1975");
    driver.broken = None;
    driver.press("Enter").wait_for("Saved 14:05: decision recorded");
    assert_eq!(status(&driver), [Status::Unsigned]);
}

#[test]
fn between_two_patients_stands_the_name_of_the_next_and_one_deliberate_key() {
    let mut driver = meeting();
    driver.press("Home Enter");
    let here = |driver: &Driver| driver.model.case.as_ref().unwrap().folder.folder.clone();
    driver
        .press("ｎ")
        .wait_for("NEXT PATIENT case 2 of 15")
        .wait_for("王秀英")
        .wait_for("Hospital no. 00388410");
    assert!(!driver.says().contains("Trần Thị Bích Ngọc"), "{}", driver.says());
    driver.press("n n ] F11 q Space");
    assert_eq!(here(&driver), CASE);
    driver.press("Esc").wait_for("Trần Thị Bích Ngọc");
    driver.press("n Enter").wait_for("[1 Quest.]");
    assert_eq!(here(&driver), "tb-2026-0008");
    driver.press("p").wait_for("case 1 of 15");
    driver.press("Enter");
    assert_eq!(here(&driver), CASE);
    driver.press("p").wait_for("There are no more cases in this direction.");
}

#[test]
fn a_held_key_passes_no_patient() {
    let mut driver = meeting();
    driver.press("Home Enter n");
    // A held Enter repeats every 30 ms.
    for _ in 0..40 {
        driver.elapsed += Duration::from_millis(30);
        driver.happen(Msg::Elapsed(driver.elapsed));
        driver.happen(Msg::Key(Key::plain(Code::Enter)));
    }
    driver.wait_for("NEXT PATIENT case 2 of 15");
    driver.press("Enter");
    assert_eq!(driver.model.case.as_ref().unwrap().folder.folder, "tb-2026-0008");
}

#[test]
fn a_meeting_is_neither_closed_nor_left_by_one_key_and_shows_everybody_with_birth_date_and_number() {
    let mut driver = decided();
    driver.press("Esc F12").wait_for("Decided, UNSIGNED: 1").wait_for("No roll call is recorded");
    driver.wait_for("Trần Thị Bích Ngọc · born 02-Aug-1975 (51 y) · Hospital no. 00418823");
    driver.press("y Enter").wait_for("were not on the screen yet");
    driver.press("Esc").wait_for("The meeting is still open. Esc once more leaves this page.");
    driver.press("PgDn PgDn PgDn PgDn PgDn PgDn").wait_for("4 missing");
    driver.press("Enter").wait_for("Not closed. Type the meeting's date as 2026-11-26");
    let closed =
        |driver: &Driver| driver.store.meeting("2026-11-26-network").closed().map(|(_, close)| close.clone());
    assert!(closed(&driver).is_none());
    driver.press("Backspace '20261126 Enter").wait_for("Saved 14:05: the meeting is closed.");
    let close = closed(&driver).unwrap();
    assert_eq!((close.decided.as_slice(), close.not_discussed.len()), (&[CASE.to_owned()][..], 14));
}

/// The end of the row of the agenda in which a patient stands.
#[track_caller]
fn row_ends(driver: &mut Driver, name: &str, state: &str) {
    let rows = driver.rows();
    let row = rows.iter().find(|row| row.contains(name)).unwrap();
    assert!(row.trim_end().ends_with(state), "{}", rows.join("\n"));
}

#[test]
fn an_old_agenda_says_what_that_meeting_concluded_and_the_new_one_what_is_missing_now() {
    let mut driver = meeting();
    driver.press("m Up Enter");
    row_ends(&mut driver, "Lê Quốc Dũng", "FINAL");
    row_ends(&mut driver, "黄伟明", "UNSIGNED");
    // Put off by the record that closed the meeting, without a decision.
    row_ends(&mut driver, "李国华", "deferred");

    driver.press("m Down Enter");
    row_ends(&mut driver, "Lê Quốc Dũng", "2 missing!");
}

/// Opens the meeting with its roll call done, `marks` people present.
fn running(marks: &str) -> Driver {
    let mut driver = meeting();
    driver.press("r").press(marks).press("Ctrl-S").wait_for("roll call recorded");
    driver
}

fn timings(driver: &Driver) -> Vec<(String, u64)> {
    let meeting = driver.store.meeting("2026-11-26-network");
    let all = meeting.history.records.iter().filter_map(|record| match &record.body {
        Body::Timing(timing) => Some((timing.case.clone(), timing.seconds)),
        _ => None,
    });
    all.collect()
}

#[test]
fn a_running_meeting_keeps_for_how_long_each_case_was_discussed() {
    let mut driver = running("Space Space Space");
    driver.press("Home Enter");
    driver.elapsed += Duration::from_secs(240);
    driver.press("n Enter");
    assert_eq!(timings(&driver), [(CASE.to_owned(), 242)]);
    // Who only passes a case does not discuss it.
    driver.press("n Enter");
    driver.elapsed += Duration::from_secs(60);
    driver.press("Esc");
    assert_eq!(timings(&driver), [(CASE.to_owned(), 242), ("tb-2026-0009".to_owned(), 61)]);
}

#[test]
fn the_time_of_a_case_ends_with_its_decision() {
    let mut driver = running("Space Space Space");
    driver.press(
        "Home Enter d 'recommendation Tab Tab 'deb-tace Tab Tab 'palliative Tab Tab Tab Tab 'phan-ir Tab",
    );
    driver.press("'2026-12-01 F4 'premedication F4 'consensus Tab Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("decision recorded");
    let [(case, seconds)] = &timings(&driver)[..] else { panic!("{:?}", timings(&driver)) };
    assert!(case == CASE && *seconds > 60, "a second a key: {seconds}");
    driver.elapsed += Duration::from_secs(600);
    driver.press("Esc");
    assert_eq!(timings(&driver).len(), 1);
}

#[test]
fn looking_at_cases_outside_a_running_meeting_writes_nothing() {
    let look = |driver: &mut Driver| {
        driver.press("Home Enter");
        driver.elapsed += Duration::from_secs(600);
        driver.press("Esc Esc");
    };
    let mut before = meeting();
    look(&mut before);
    assert_eq!(timings(&before), []);

    let mut closed = running("Space Space Space");
    closed.press("F12").press(DOWN).press("'2026-11-26 Enter").wait_for("the meeting is closed");
    look(&mut closed);
    assert_eq!(timings(&closed), []);

    // A meeting of another day that nobody closed does not run.
    let mut later = running("Space Space Space");
    later.model.today = later.model.today.succ_opt().unwrap();
    look(&mut later);
    assert_eq!(timings(&later), []);
}

#[test]
fn the_running_agenda_is_changed_with_a_reason_and_the_plan_stays_as_written() {
    let mut driver = running("Space Space Space");
    let plan = driver.store.root().join("meetings/2026-11-26-network/meeting.yaml");
    let written = std::fs::read(&plan).unwrap();
    driver.press("Home Down g").wait_for("王秀英 · 30-Jan-1968 · Hospital no. 00388410");
    driver.press("Ctrl-S").wait_for("Still needed: Change (one of 2)");
    driver
        .press("'moved Tab Tab '99 Tab 'Dr_Phan_leaves Ctrl-S")
        .wait_for("Places on this agenda go from 1 to 15.");
    // What was typed is there after Esc, and after a disk that refuses.
    driver.press("Esc g").wait_for("Dr Phan leaves");
    driver.broken = Some("the disk is full");
    driver
        .press("Tab Tab Backspace Backspace '1 Ctrl-S")
        .wait_for("NOT SAVED: the disk is full")
        .wait_for("Dr Phan leaves");
    driver.broken = None;
    driver
        .press("Ctrl-S")
        .wait_for("Saved 14:05: the agenda is changed: 王秀英, moved.")
        .wait_for("1 王秀英");

    driver.press("End g 'deferred Tab Tab Tab 'late_report Ctrl-S").wait_for("the agenda is changed");
    driver.press("Home Down g 'removed Tab Tab Tab 'went_home Ctrl-S").wait_for("the agenda is changed");
    let meeting = driver.store.meeting("2026-11-26-network");
    let slots = tumorboard::domain::agenda::slots(&meeting);
    let names: Vec<(&str, bool)> = slots.iter().map(|slot| (slot.case, slot.deferred)).collect();
    assert_eq!(
        (names[0], names[1], names[13]),
        (("tb-2026-0008", false), ("tb-2026-0009", false), ("tb-2026-0021", true))
    );
    assert_eq!(std::fs::read(&plan).unwrap(), written);
}

#[test]
fn a_change_of_the_agenda_that_was_left_waits_at_its_own_patient_and_meets_no_other() {
    let mut driver = running("Space Space Space");
    driver.press("Home Down g 'deferred Tab Tab Tab 'late_result Esc").wait_for("2 王秀英");
    driver.press("Home g");
    assert!(!driver.says().contains("late result"), "{}", driver.says());
    driver.press("'moved Tab Tab '3 Tab 'came_early Esc Down g").wait_for("王秀英").wait_for("late result");
    // Another case is chosen, so the text is that one's from now on.
    driver.press("Esc End g 'deferred Tab Tab Tab 'ferry Tab Tab");
    driver.press("Backspace '王秀英 Tab Esc g");
    assert!(!driver.says().contains("ferry"), "{}", driver.says());
    driver.press("Esc Home Down g").wait_for("ferry").press("Ctrl-S").wait_for("changed: 王秀英, deferred.");
    driver.press("g");
    assert!(!driver.says().contains("ferry"), "{}", driver.says());
    driver.press("Esc Home g").wait_for("came early").press("Ctrl-S").wait_for("moved.");
}

#[test]
fn a_decision_without_quorum_or_after_the_end_says_so_for_ever() {
    let mut driver = running("Space");
    driver.press("F12").press(DOWN).press("'2026-11-26 Enter").wait_for("the meeting is closed");
    driver.press(
        "Home Enter d 'recommendation Tab Tab 'deb-tace Tab Tab 'palliative Tab Tab Tab Tab 'phan-ir Tab",
    );
    driver.press("'2026-12-01 F4 'premedication F4 'consensus Tab Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("decision recorded");
    driver
        .wait_for("recorded without quorum: 1 present, 5 needed, lacking")
        .wait_for("recorded after the meeting was closed");
    let history = driver.store.case(CASE).history;
    let decision = history.latest().unwrap().decision.clone();
    assert!(decision.after_close && !decision.quorum.unwrap().met);
}

#[test]
fn every_read_back_says_under_whose_name_it_is_recorded_and_why() {
    let mut driver = meeting();
    // The recorder of the meeting, because nobody knows who sits there.
    driver
        .press("r")
        .wait_for("Recorded by: Đặng Thị Hoa")
        .wait_for("At the keyboard: unknown, not on the roster");
    driver.press("Esc F12").wait_for("Recorded by: Đặng Thị Hoa");
    driver.press("Esc Esc g").wait_for("Recorded by: Đặng Thị Hoa");
    let mut driver = decided();
    driver.press("Ctrl-X 'wrong_dose Ctrl-S").wait_for("At the keyboard: unknown, not on the roster");

    let mut driver = meeting();
    driver.model.person = "le-rad".to_owned();
    driver.press("r").wait_for("Recorded by: Lê Hoàng Nam, diagnostic radiology (you");
    driver.press("Esc m End Down Down Down Down Enter");
    driver.model.person = "guest".to_owned();
    driver.press("Home Enter r 'tan-hpb F4 'resectable? F4 '2026-12-01 Ctrl-S");
    driver.wait_for("Recorded by: guest, who is not on the roster");
}

#[test]
fn who_takes_back_reads_which_record_and_what_holds_after_it() {
    let mut driver = decided();
    driver
        .press("Ctrl-X 'wrong_dose Ctrl-S")
        .wait_for("Taken back: decision · 26-Nov-2026 14:05 · Đặng Thị Hoa")
        .wait_for("Then nothing is decided.");

    let mut driver = signed();
    driver.press("e 'later Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("Saved 14:05");
    assert_eq!(status(&driver), [Status::Amended, Status::Unsigned]);
    driver
        .press("Ctrl-X 'wrong_dose Ctrl-S")
        .wait_for("Then holds again: the decision of 26-Nov-2026 14:05 · Đặng Thị Hoa (FINAL).");
}

#[test]
fn after_two_wrong_identities_only_a_deliberate_key_leaves_the_notice_and_no_letter_is_a_command() {
    let mut driver = decided();
    driver.press("s").press(DOWN).press("'ABC_1900 Enter 'ABC_1900");
    driver.key(Key::plain(Code::Enter));
    // A held Enter repeats every 30 ms.
    for _ in 0..20 {
        driver.elapsed += Duration::from_millis(30);
        driver.happen(Msg::Elapsed(driver.elapsed));
        driver.happen(Msg::Key(Key::plain(Code::Enter)));
    }
    driver.wait_for("NOTHING RECORDED").wait_for("twice this was not the patient");
    driver.press("'dnqr 7 q Space").wait_for("NOTHING RECORDED");
    driver.press("Enter");
    assert!(!driver.says().contains("NOTHING RECORDED"));
    assert!(driver.model.overlays.is_empty() && driver.model.case.as_ref().unwrap().editing.is_none());
    assert_eq!(status(&driver), [Status::Unsigned]);
}

#[test]
fn two_of_one_agenda_who_could_be_taken_for_each_other_are_marked_in_words_and_in_the_banner() {
    let mut driver = meeting();
    let file = driver.store.root().join("tb-2026-0008/case.yaml");
    let text = std::fs::read_to_string(&file).unwrap();
    let name = text.lines().find(|line| line.trim_start().starts_with("name:")).unwrap().to_owned();
    driver.wait_for("DEB-TACE");
    assert!(!driver.says().contains("similar name"), "nobody is marked who is not");
    let changed = text.replacen(&name, "  name: TRAN THI BICH NGOC", 1);
    std::io::Write::write_all(&mut std::fs::File::create(&file).unwrap(), changed.as_bytes()).unwrap();
    driver.carry_out(tumorboard::ui::msg::Effect::List);
    let said = driver.says();
    assert_eq!(said.matches("similar name").count(), 3, "both rows, and whom under the list: {said}");
    driver.press("Home Enter").wait_for("similar name: TRAN THI BICH NGOC ·").wait_for("tb-2026-0008");
}

/// The meetings as many that no screen shows all, with the list of them open.
fn many_meetings() -> Driver {
    let mut driver = Driver::start(Lang::En, "default", (60, 16));
    let from = driver.store.root().join("meetings/2026-11-12-network/meeting.yaml");
    let text = std::fs::read_to_string(from).unwrap();
    for day in 10..30 {
        let dir = driver.store.root().join(format!("meetings/2025-01-{day}-network"));
        std::fs::create_dir_all(&dir).unwrap();
        std::fs::write(dir.join("meeting.yaml"), text.replace("2026-11-12", &format!("2025-01-{day}")))
            .unwrap();
    }
    driver.press("Ctrl-R m");
    driver
}

#[test]
fn home_end_and_pages_move_the_choice_in_the_list_of_meetings() {
    let mut driver = many_meetings();
    let chosen = |driver: &mut Driver| {
        let rows = driver.rows();
        rows.into_iter().find(|row| row.trim_start().starts_with('>')).unwrap_or_default()
    };
    driver.press("Home");
    assert!(chosen(&mut driver).contains("10-Jan-2025"), "{}", chosen(&mut driver));
    driver.press("PgDn PgDn");
    let far = chosen(&mut driver);
    assert!(!far.is_empty() && !far.contains("10-Jan-2025") && !far.contains("11-Jan-2025"), "{far}");
    driver.press("PgUp");
    assert_ne!(chosen(&mut driver), far);
    driver.press("End").wait_for("> All cases").press("PgUp PgUp PgUp PgUp PgUp");
    assert!(chosen(&mut driver).contains("10-Jan-2025"), "{}", chosen(&mut driver));
}

#[test]
fn a_meeting_that_comes_in_while_one_is_chosen_does_not_change_which_one_it_was() {
    let mut driver = meeting();
    driver.press("m").wait_for("26-Nov-2026");
    let before = driver.model.agenda.meeting.clone();
    let dir = driver.store.root().join("meetings");
    let plan = std::fs::read(dir.join(MEETING).join("meeting.yaml")).unwrap();
    std::fs::create_dir(dir.join("2020-01-01-network")).unwrap();
    std::fs::write(dir.join("2020-01-01-network/meeting.yaml"), plan).unwrap();
    let listing = driver.listing();
    driver.happen(Msg::Listed(Box::new(listing)));
    driver.press("Enter");
    assert_eq!(driver.model.agenda.meeting, before);
    // One that is not there any more is not opened as another one: all cases are marked.
    driver.press("m Home");
    std::fs::remove_dir_all(dir.join("2020-01-01-network")).unwrap();
    let listing = driver.listing();
    driver.happen(Msg::Listed(Box::new(listing)));
    driver.press("Enter");
    assert_eq!(driver.model.agenda.meeting, None);
}

const MEETING: &str = "2026-11-26-network";

fn recorded_elsewhere(folder: Folder, body: Body) -> NewRecord {
    let by = Author { person: "hoa-coord".into(), name: "Đặng Thị Hoa".into(), ..Author::default() };
    NewRecord { id: None, folder, by, parents: Vec::new(), supersedes: Vec::new(), reason: None, body }
}

/// Another computer records something, and the list follows the disk.
fn arrives(driver: &mut Driver, folder: Folder, id: &str, body: Body) {
    let record = recorded_elsewhere(folder, body);
    driver.store.append(&record, id.into(), "2026-11-26T14:06:00+07:00".into()).unwrap();
    let listing = driver.listing();
    driver.happen(Msg::Listed(Box::new(listing)));
}

fn closes(driver: &Driver) -> Vec<Close> {
    let records = driver.store.meeting(MEETING).history.records;
    records
        .into_iter()
        .filter_map(|one| if let Body::Close(close) = one.body { Some(close) } else { None })
        .collect()
}

#[test]
fn a_decision_that_arrives_while_the_end_of_the_meeting_is_read_is_read_before_it_is_closed() {
    let theirs = decided().store.case(CASE).history.records.remove(0).body;
    let mut driver = meeting();
    driver.press("F12").wait_for("No decision: 15").press(DOWN).press("'2026-11-26");
    arrives(&mut driver, Folder::Case(CASE.into()), "01kb0000000000000000000099", theirs);
    driver.press("Enter").wait_for("Not closed: something changed since this page was opened");
    driver.wait_for("Decided, UNSIGNED: 1");
    // A held key does not go on: the page is read again, and the date typed again.
    driver.press("Enter").press(DOWN).press("Enter").wait_for("Not closed.");
    assert_eq!(closes(&driver), []);
    driver.press("'2026-11-26 Enter").wait_for("the meeting is closed");
    assert_eq!(
        (closes(&driver)[0].decided.as_slice(), closes(&driver)[0].not_discussed.len()),
        (&[CASE.to_owned()][..], 14)
    );
}

#[test]
fn a_decision_that_the_list_has_not_read_yet_is_never_closed_as_not_discussed() {
    let theirs = decided().store.case(CASE).history.records.remove(0).body;
    let mut driver = meeting();
    driver.press("F12").wait_for("No decision: 15").press(DOWN).press("'2026-11-26");
    let record = recorded_elsewhere(Folder::Case(CASE.into()), theirs);
    driver
        .store
        .append(&record, "01kb0000000000000000000099".into(), "2026-11-26T14:06:00+07:00".into())
        .unwrap();
    driver.press("Enter").wait_for("Something was recorded elsewhere a moment ago");
    assert_eq!(closes(&driver), []);
    // The same page again is refused again; once the list has it, it is shown.
    driver.press("Enter").wait_for("Something was recorded elsewhere a moment ago");
    let listing = driver.listing();
    driver.happen(Msg::Listed(Box::new(listing)));
    driver.press("Enter").wait_for("Not closed: something changed since this page was opened");
    driver.wait_for("Decided, UNSIGNED: 1").press(DOWN).press("'2026-11-26 Enter");
    driver.wait_for("the meeting is closed");
    let closes = closes(&driver);
    assert_eq!((closes.len(), closes[0].decided.as_slice()), (1, &[CASE.to_owned()][..]));
}

#[test]
fn a_meeting_is_closed_once_and_not_before_every_case_of_it_was_read() {
    let mut driver = meeting();
    driver.model.listing.as_mut().unwrap().is_whole = false;
    driver.press("F12").wait_for("the cases are still being read");
    assert!(driver.model.overlays.is_empty());
    driver.model.listing.as_mut().unwrap().is_whole = true;

    driver.press("F12").press(DOWN).press("'2026-11-26");
    let of = || Folder::Meeting(MEETING.into());
    arrives(&mut driver, of(), "01kb0000000000000000000099", Body::Close(Close::default()));
    driver.press("Enter").wait_for("this meeting is closed");
    assert!(driver.model.overlays.is_empty());
    assert_eq!(closes(&driver).len(), 1);

    // Who is there is recorded before it is closed, or not at all; the marks stay.
    let mut driver = running("Space");
    driver.press("r Down Space");
    arrives(&mut driver, of(), "01kb0000000000000000000099", Body::Close(Close::default()));
    driver.press("Ctrl-S").wait_for("this meeting is closed");
    assert_eq!(driver.model.meeting().unwrap().attendance().unwrap().present.len(), 1);

    // One's own that landed although its save failed is no other.
    let mut driver = meeting();
    driver.press("F12").press(DOWN).press("'2026-11-26");
    (driver.broken, driver.lands) = (Some("the disk does not confirm it"), true);
    driver.press("Enter").wait_for("NOT SAVED");
    (driver.broken, driver.lands) = (None, false);
    let listing = driver.listing();
    driver.happen(Msg::Listed(Box::new(listing)));
    driver.press("Enter").wait_for("Saved 14:05: the meeting is closed.");
    assert_eq!(closes(&driver).len(), 1);
}
