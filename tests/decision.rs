//! A decision on the screen: read back, recorded, signed by the chair, amended and taken back.

use std::time::Duration;

use tumorboard::domain::history::Status;
use tumorboard::domain::record::Body;
use tumorboard::ui::key::{Code, Key};
use tumorboard::ui::msg::Msg;

use crate::meeting::running;
use crate::support::driver::Driver;
use crate::support::sitting::{AGREED, CASE, DOWN, MEETING, PROPOSED, decided, meeting, written};

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
fn nobody_signs_while_the_roster_cannot_be_read_whomever_the_plan_of_the_meeting_names() {
    let mut driver = decided();
    let listing = driver.model.listing.as_mut().unwrap();
    let meeting = listing.meetings.iter_mut().find(|one| one.folder == MEETING).unwrap();
    meeting.file.value.as_mut().unwrap().chair = Some("mai-onc".into());
    listing.board.value = None;
    driver.press("s").wait_for("no chair is known for this decision");
    assert_eq!(status(&driver), [Status::Unsigned]);
}

#[test]
fn a_decision_is_recorded_after_the_identity_and_what_of_it_is_below_is_said_beside_the_field() {
    let mut driver = written();
    driver.press("Ctrl-S").wait_for("READ-BACK");
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
    driver.press(PROPOSED);
    driver.press("'2026-12-01 F4").wait_for("allergy to iodinated contrast, contrast with: deb-tace");
    driver.wait_for("still needed 2: Attention: reason").wait_for("> Attention: reason");
    driver
        .press("F4 'consensus Tab Ctrl-S")
        .wait_for("Still needed: Attention: reason (one of 1). Nothing is recorded");
    driver.press("'warm_gloves");
    // Another proposal has nothing against it; with a third one the reason for the first says nothing.
    let modality = "Shift-Tab ".repeat(15);
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
    let mut driver = written();
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
fn a_decision_that_the_disk_refused_is_recorded_once_when_it_takes_it() {
    let mut driver = written();
    driver.press("Ctrl-S").press(DOWN);
    driver.broken = Some("the share is gone");
    driver.press("'TTBN_1975 Enter").wait_for("NOT SAVED: the share is gone").wait_for("TTBN 1975");
    driver.broken = None;
    driver.press("Enter").wait_for("Saved 14:05: decision recorded");
    assert_eq!(status(&driver), [Status::Unsigned]);
}

#[test]
fn a_decision_without_quorum_or_after_the_end_says_so_for_ever() {
    let mut driver = running("Space");
    driver.press("F12").press(DOWN).press("'2026-11-26 Enter").wait_for("the meeting is closed");
    driver.press(PROPOSED);
    driver.press(AGREED).press("Ctrl-S").press(DOWN);
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
