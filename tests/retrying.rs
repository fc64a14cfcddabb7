//! A save that failed, and what is typed, read back and told before it is known to have reached the disk after all.

use tumorboard::domain::opinion::Opinion;
use tumorboard::domain::record::{Body, Kind};
use tumorboard::ui::key::Key;
use tumorboard::ui::msg::{Effect, Msg};
use tumorboard::ui::update::update;

use crate::support::driver::Driver;
use crate::support::sitting::{CASE, DOWN, meeting, written};
use crate::together::{look, record_elsewhere, recorded};

const WHO: &str = "'TTBN_1975 Enter";

/// An opinion that reached the disk although its save failed; its read-back is still open.
fn landed() -> Driver {
    let mut driver = meeting();
    driver.press("Home Enter a 'phan-ir Tab 'disagree Tab Tab 'one Ctrl-S");
    (driver.broken, driver.lands) = (Some("the disk does not confirm it"), true);
    driver.press(WHO).wait_for("NOT SAVED");
    (driver.broken, driver.lands) = (None, false);
    driver
}

/// What a form has on the disk's own copy of what is typed.
fn kept(driver: &Driver, form: &str) -> Option<String> {
    let kept = driver.worker.keeper.all();
    kept.into_iter().find(|one| one.form == form).map(|one| one.content)
}

fn opinions(driver: &Driver) -> Vec<String> {
    driver.store.case(CASE).history.opinions().iter().map(|(_, one)| one.text.clone()).collect()
}

#[test]
fn what_is_typed_after_a_failed_save_stays_when_the_record_turns_out_to_be_there() {
    for seen in ["look", "Ctrl-R"] {
        let mut driver = landed();
        driver.press("Esc '_and_more");
        if seen == "look" {
            look(&mut driver, true);
        } else {
            driver.press(seen);
        }
        driver.wait_for("Saved 14:05: opinion recorded.").wait_for("What is written now is another text");
        // The keys that follow are still letters.
        driver.press("'xyz").wait_for("one and morexyz").wait_for("DRAFT");
        assert!(kept(&driver, "opinion").unwrap().contains("one and morexyz"), "{seen}");
        assert_eq!(opinions(&driver), ["one"]);
        driver.press("Ctrl-S").press(WHO).wait_for("Saved 14:05: opinion recorded.");
        assert_eq!(opinions(&driver), ["one", "one and morexyz"], "{seen}");
        assert_eq!(kept(&driver, "opinion"), None);
    }
}

#[test]
fn another_form_that_is_open_stays_open_and_the_text_that_was_recorded_is_no_draft_any_more() {
    let mut driver = landed();
    driver.press("Esc Esc d 'recommendation Tab Tab 'deb-tace Tab");
    look(&mut driver, true);
    driver.wait_for("Saved 14:05: opinion recorded.").wait_for("DRAFT");
    assert!(!driver.says().contains("another text"), "{}", driver.says());
    assert!(driver.model.case.as_ref().unwrap().editing.is_some());
    assert!(kept(&driver, "decision").unwrap().contains("deb-tace"));
    assert_eq!(kept(&driver, "opinion"), None);
}

#[test]
fn a_failed_save_stays_told_and_names_the_own_record_as_nobody_elses() {
    let mut driver = landed();
    look(&mut driver, true);
    driver.wait_for("NOT SAVED: the disk does not confirm it");
    assert!(!driver.says().contains("New on this case"), "{}", driver.says());
    // What others do stands behind it.
    record_elsewhere(&driver, "01kb0000000000000000000098", Body::Opinion(Opinion::default()));
    look(&mut driver, true);
    driver.wait_for("NOT SAVED: the disk does not confirm it").wait_for("opinion, Đặng Thị Hoa");
    assert!(!driver.says().contains("Hoa · opinion"), "{}", driver.says());
    driver.press("Enter").wait_for("Saved 14:05: opinion recorded.");
    assert_eq!(recorded(&driver), 2);
}

#[test]
fn leaving_the_read_back_of_a_record_that_was_seen_meanwhile_records_it_and_never_twice() {
    let mut driver = landed();
    look(&mut driver, true);
    driver.press("Esc").wait_for("Saved 14:05: opinion recorded.");
    assert_eq!((opinions(&driver), kept(&driver, "opinion")), (vec!["one".into()], None));
    assert!(driver.model.case.as_ref().unwrap().editing.is_none());
    // Read back anew before anybody looked, and seen while that is open.
    let mut driver = landed();
    driver.press("Esc Ctrl-S");
    look(&mut driver, true);
    driver.press(WHO).wait_for("Saved 14:05: opinion recorded.");
    assert_eq!((opinions(&driver), kept(&driver, "opinion")), (vec!["one".into()], None));
}

#[test]
fn several_saves_that_failed_are_each_recorded_once() {
    let mut driver = landed();
    (driver.broken, driver.lands) = (Some("the disk does not confirm it"), true);
    driver.press("Esc '_two Ctrl-S").press(WHO).wait_for("NOT SAVED").press("Esc");
    (driver.broken, driver.lands) = (None, false);
    assert_eq!(opinions(&driver).len(), 2);
    // Back to the first text: it is the record that is there.
    driver.press("Backspace Backspace Backspace Backspace Ctrl-S").press(WHO);
    driver.wait_for("Saved 14:05: opinion recorded.");
    look(&mut driver, true);
    assert_eq!(opinions(&driver), ["one", "one two"]);
}

#[test]
fn a_case_that_is_left_and_opened_again_offers_no_text_that_was_recorded() {
    let mut driver = landed();
    driver.press("Esc Esc Esc Enter").wait_for("Saved 14:05: opinion recorded.");
    assert_eq!((opinions(&driver), kept(&driver, "opinion")), (vec!["one".into()], None));
    assert!(driver.model.case.as_ref().unwrap().drafts.is_empty());

    // Left while the save is made sure of: it is made sure of once more, where the text can be looked at.
    let mut driver = landed();
    driver.press("Esc Esc");
    let held = seen_slowly(&mut driver);
    driver.press("Esc");
    carry_out(&mut driver, held);
    driver.press("Enter").wait_for("Saved 14:05: opinion recorded.");
    assert_eq!((opinions(&driver), kept(&driver, "opinion")), (vec!["one".into()], None));
}

/// The records of the case are read; what the program then asks of a slow disk is not done yet.
fn seen_slowly(driver: &mut Driver) -> Vec<Effect> {
    let read = driver.worker.carry_out(Effect::ReadRecords(CASE.into()));
    read.into_iter().flat_map(|msg| update(&mut driver.model, msg)).collect()
}

/// Now it is done.
fn carry_out(driver: &mut Driver, held: Vec<Effect>) {
    for effect in held {
        driver.carry_out(effect);
    }
}

#[test]
fn a_read_back_that_is_opened_while_an_earlier_save_is_made_sure_of_stays_open() {
    let mut driver = landed();
    driver.press("Esc '_two");
    let held = seen_slowly(&mut driver);
    driver.press("Ctrl-S").wait_for("READ-BACK");
    carry_out(&mut driver, held);
    driver.wait_for("READ-BACK").wait_for("Saved 14:05");
    driver.press(WHO).wait_for("Saved 14:05: opinion recorded.");
    assert_eq!(opinions(&driver), ["one", "one two"]);
}

#[test]
fn marks_made_after_a_roll_call_that_failed_stay_when_it_turns_out_to_be_there() {
    let mut driver = meeting();
    (driver.broken, driver.lands) = (Some("the disk does not confirm it"), true);
    driver.press("r Space Space Ctrl-S").wait_for("NOT SAVED");
    (driver.broken, driver.lands) = (None, false);
    driver.press("Space Esc");
    let listing = driver.listing();
    driver.happen(Msg::Listed(Box::new(listing)));
    driver.wait_for("Saved 14:05: roll call recorded.").wait_for("What is written now is another text");
    let present = |driver: &Driver| driver.model.meeting().unwrap().attendance().unwrap().present.len();
    assert_eq!(present(&driver), 2);
    assert!(driver.model.meeting_drafts.iter().any(|(_, draft)| draft.form == "attendance"));
    driver.press("r Ctrl-S").wait_for("Saved 14:05: roll call recorded.");
    assert_eq!(present(&driver), 3);
    assert!(driver.model.meeting_drafts.is_empty());
}

#[test]
fn what_is_typed_about_the_agenda_after_a_save_that_failed_stays() {
    for more in ["", "g Tab Tab Tab '_report Esc"] {
        let mut driver = meeting();
        (driver.broken, driver.lands) = (Some("the disk does not confirm it"), true);
        driver.press("Home Down g 'deferred Tab Tab Tab 'late Ctrl-S").wait_for("NOT SAVED").press("Esc");
        (driver.broken, driver.lands) = (None, false);
        driver.press(more);
        let listing = driver.listing();
        driver.happen(Msg::Listed(Box::new(listing)));
        driver.wait_for("Saved 14:05").wait_for("deferred");
        let kept: Vec<String> = driver.worker.keeper.all().into_iter().map(|one| one.content).collect();
        assert_eq!(kept.iter().any(|content| content.contains("late report")), !more.is_empty(), "{kept:?}");
        assert_eq!(kept.len(), usize::from(!more.is_empty()));
    }
}

/// The key is pressed; what it asks of the disk is not done yet.
fn press_slowly(driver: &mut Driver, key: &str) -> Vec<Effect> {
    update(&mut driver.model, Msg::Key(Key::parse(key).unwrap()))
}

#[test]
fn what_comes_or_goes_while_a_save_runs_is_told_when_it_ends() {
    for fails in [false, true] {
        let mut driver = meeting();
        driver.press("Home Enter 6");
        record_elsewhere(&driver, "01kb0000000000000000000097", Body::Opinion(Opinion::default()));
        look(&mut driver, true);
        driver.press("a 'phan-ir Tab 'disagree Tab Tab 'one Ctrl-S 'TTBN_1975");
        let held = press_slowly(&mut driver, "Enter");
        record_elsewhere(&driver, "01kb0000000000000000000098", Body::Opinion(Opinion::default()));
        look(&mut driver, true);
        driver.wait_for("Saving");
        driver.broken = fails.then_some("the disk is full");
        carry_out(&mut driver, held);
        driver.wait_for(if fails { "NOT SAVED: the disk is full" } else { "Saved 14:05: opinion recorded." });
        driver.wait_for("New on this case: opinion, Đặng Thị Hoa.");
        assert!(!driver.says().contains("Hoa · opinion"), "{}", driver.says());
        driver.broken = None;

        let mut driver = landed();
        driver.press("Esc");
        record_elsewhere(&driver, "01kb0000000000000000000097", Body::Opinion(Opinion::default()));
        look(&mut driver, false);
        let held = seen_slowly(&mut driver);
        let path = "records/01kb0000000000000000000097-opinion.yaml";
        std::fs::remove_file(driver.store.root().join(CASE).join(path)).unwrap();
        look(&mut driver, true);
        driver.broken = fails.then_some("the disk is full");
        carry_out(&mut driver, held);
        driver.wait_for(if fails { "NOT SAVED: the disk is full" } else { "Saved 14:05: opinion recorded." });
        driver.wait_for("1 record that was here is gone");
    }
}

#[test]
fn a_decision_that_failed_and_landed_is_amended_by_what_was_typed_since() {
    let mut driver = written();
    (driver.broken, driver.lands) = (Some("the disk does not confirm it"), true);
    driver.press("Ctrl-S").press(DOWN).press(WHO).wait_for("NOT SAVED");
    (driver.broken, driver.lands) = (None, false);
    driver.press("Esc");
    driver.model.case.as_mut().unwrap().editing.as_mut().unwrap().form.focus_on("note");
    driver.press("'but_slowly");
    look(&mut driver, true);
    driver.wait_for("Saved 14:05: decision recorded").wait_for("but slowly");
    driver.press("Ctrl-S").wait_for("Not recorded: a decision on this discussion was recorded meanwhile");
    driver.press("Esc e 'said_later Ctrl-S").press(DOWN).press(DOWN);
    driver.press(WHO).wait_for("Saved 14:05: amended");
    let history = driver.store.case(CASE).history;
    let now = history.current(1);
    assert_eq!((now.len(), now[0].decision.note.as_deref()), (1, Some("but slowly")));
    assert_eq!(history.records.iter().filter(|one| one.body.kind() == Some(Kind::Decision)).count(), 2);
}
