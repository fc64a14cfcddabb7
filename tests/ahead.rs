//! Keys typed before the disk has answered: kept in order, and never taken where somebody must have read first.

use tumorboard::i18n::Lang;
use tumorboard::storage::store::Store;
use tumorboard::ui::msg::Msg;
use tumorboard::ui::screens::case::screen::Step;

use crate::support::driver::Driver;

fn starting() -> Driver {
    Driver::starting(Lang::En, "default", (80, 24))
}

/// The agenda is there, and the disk is slow from now on.
fn slow() -> Driver {
    let mut driver = starting();
    driver.answer();
    driver
}

fn records(driver: &Driver) -> usize {
    let folders = driver.store.case_folders().unwrap();
    let of_cases: usize = folders.iter().map(|folder| driver.store.case(folder).history.records.len()).sum();
    let meetings = driver.store.meetings().unwrap();
    of_cases + meetings.iter().map(|one| driver.store.meeting(one).history.records.len()).sum::<usize>()
}

#[test]
fn what_is_typed_while_the_workspace_is_listed_is_done_in_order_when_it_is() {
    let mut driver = starting();
    driver.press("/ 'bich_ngoc Enter");
    driver.answer();
    // The case is still read.
    driver.press("7");
    driver.answer();
    driver.wait_for("Trần Thị Bích Ngọc");
    assert_eq!(driver.model.case.as_ref().unwrap().step, Step::Decision);
}

#[test]
fn help_and_quit_answer_before_the_workspace_is_there() {
    let mut driver = starting();
    driver.press("?").wait_for("Every command");
    driver.press("Esc Ctrl-Q");
    assert!(driver.model.quit);
}

#[test]
fn what_is_typed_while_a_case_is_opened_goes_to_that_case_and_a_held_enter_does_not() {
    let mut driver = slow();
    driver.press("Enter Enter Enter Space 7 d 're Tab");
    assert!(driver.model.case.is_none());
    driver.answer();
    let case = driver.model.case.as_ref().unwrap();
    let editing = case.editing.as_ref().expect("the decision is written");
    assert_eq!(editing.values().get("outcome").map(String::as_str), Some("recommendation"));

    let mut driver = slow();
    driver.press("Enter Enter Enter Space");
    driver.answer();
    let case = driver.model.case.as_ref().unwrap();
    assert!(case.editing.is_none());
    assert_eq!(case.step, Step::Question);
}

#[test]
fn a_text_typed_ahead_keeps_its_blanks() {
    let mut driver = slow();
    driver.press("Enter 6 Enter 'seen_at_the_tumor_board");
    driver.answer();
    driver.wait_for("seen at the tumor board");
}

#[test]
fn typed_blind_nothing_is_recorded_and_no_patient_is_passed() {
    let mut driver = starting();
    let before = records(&driver);
    driver.press("r Space Space Ctrl-S Enter");
    driver.answer();
    driver.wait_for("not taken");
    assert_eq!(records(&driver), before);

    let mut driver = slow();
    driver.press("Enter n 'x Enter Enter 7");
    driver.answer();
    driver.answer();
    assert!(driver.model.is_between_patients(), "the next patient's name waits for somebody who reads it");
    driver.wait_for("not taken");
    assert_eq!(records(&driver), before);
}

#[test]
fn what_was_typed_for_a_case_goes_when_it_is_left_fails_or_names_another_patient() {
    let mut driver = slow();
    driver.press("Enter 7 Esc");
    driver.answer();
    assert!(driver.model.case.is_none());
    assert!(driver.model.ahead.is_empty());

    let mut driver = slow();
    driver.press("Enter 7");
    let folder = driver.model.opening.clone().unwrap();
    driver.happen(Msg::NotOpened { folder, why: "no such case".to_owned() });
    assert!(driver.model.opening.is_none());
    assert!(driver.model.ahead.is_empty());
    driver.wait_for("no such case");

    let mut driver = slow();
    driver.press("Enter d 'rec");
    let folder = driver.model.opening.clone().unwrap();
    rename_patient(&driver.store, &folder);
    driver.answer();
    driver.wait_for("not taken");
    assert!(driver.model.case.as_ref().unwrap().editing.is_none());
}

fn rename_patient(store: &Store, folder: &str) {
    let path = store.root().join("cases").join(folder).join("case.yaml");
    let path = if path.exists() { path } else { store.root().join(folder).join("case.yaml") };
    let text = std::fs::read_to_string(&path).unwrap();
    let other: Vec<String> = text
        .lines()
        .map(|line| match line.trim_start() {
            one if one.starts_with("name:") && line.starts_with("  name:") => {
                "  name: \"AN OTHER\"".to_owned()
            }
            one if one.starts_with("born:") => "  born: 1931-01-02".to_owned(),
            _ => line.to_owned(),
        })
        .collect();
    assert_ne!(other.join("\n"), text.trim_end());
    std::fs::write(&path, other.join("\n")).unwrap();
}
