//! What is not to be seen: the curtain over everything, and initials in place of names.

use std::collections::BTreeSet;

use tumorboard::domain::case::Case;
use tumorboard::domain::value::Written;
use tumorboard::i18n::Lang;
use tumorboard::ui::key::{Code, Key};
use tumorboard::ui::msg::{Effect, Msg};
use tumorboard::ui::update::update;

use crate::support::driver::Driver;
use crate::support::sitting::{AGREED, DOWN, PROPOSED, meeting};

/// Names, numbers and questions of every case: what a passer-by must not read.
fn secrets(driver: &Driver) -> BTreeSet<String> {
    let folders = driver.store.case_folders().unwrap();
    let cases: Vec<Case> = folders.iter().filter_map(|folder| driver.store.case(folder).file.value).collect();
    let text = |written: &Option<Written>| written.as_ref().map(|one| one.as_str().to_owned());
    let of = |case: &Case| {
        let mut all = vec![text(&case.patient.name), text(&case.patient.latin), text(&case.question.text)];
        all.extend(case.patient.ids.iter().map(|id| Some(id.value.as_str().to_owned())));
        all.into_iter().flatten().collect::<Vec<_>>()
    };
    let found: BTreeSet<String> = cases.iter().flat_map(of).filter(|text| !text.is_empty()).collect();
    assert!(found.len() > 20, "the samples have names");
    found
}

#[track_caller]
fn shows_nobody(driver: &mut Driver) {
    let says = driver.says();
    for secret in secrets(driver) {
        let whole = secret.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!says.contains(&whole), "{whole:?} is on the screen: {says}");
    }
}

#[test]
fn pictures_that_are_switched_off_are_not_drawn() {
    let mut driver = Driver::start(Lang::En, "default", (120, 40));
    driver.press("/ 'bich_ngoc Enter 3");
    assert!(driver.says().contains('▀'), "the case has a picture");
    let mut driver = Driver::start(Lang::En, "default", (120, 40));
    driver.model.pictures_off = true;
    driver.press("/ 'bich_ngoc Enter 3");
    assert!(!driver.says().contains('▀'), "{}", driver.says());
    driver.press("i").wait_for("Pictures are switched off");
}

#[test]
fn one_key_covers_every_screen_and_only_enter_lifts_it() {
    for keys in ["", "Home Enter", "Home Enter 3", "Home Enter n", "Home Enter ?", "m", "Home Enter h"] {
        let mut driver = meeting();
        driver.press(keys);
        let before = driver.says();
        driver.press("b").wait_for("Network board").wait_for("Enter shows the screen again.");
        assert!(driver.says().len() < 120, "nothing else: {}", driver.says());
        shows_nobody(&mut driver);
        driver.press("b q Esc Space d 'x PgDn 3 Ctrl-Q Ctrl-C F10 Ctrl-R Ctrl-S");
        assert_eq!(update(&mut driver.model, Msg::Key(Key::ctrl('z'))), [], "not even a pause");
        assert!(!driver.model.quit);
        driver.happen(Msg::Paste("Nguyễn Văn An".into()));
        driver.wait_for("Enter shows the screen again.");
        driver.press("Enter");
        assert_eq!(driver.says(), before, "{keys}");
    }
}

#[test]
fn in_the_middle_of_a_text_a_function_key_covers_it_and_every_letter_stays() {
    let mut driver = meeting();
    driver.press(PROPOSED).press(AGREED).press("F10").wait_for("Enter shows the screen again.");
    shows_nobody(&mut driver);
    driver.press("'abc Enter").wait_for("consensus").wait_for("DRAFT");
    driver.press("Ctrl-S").press(DOWN);
    driver.press("'TTBN F10").wait_for("Enter shows the screen again.");
    shows_nobody(&mut driver);
    driver.press("Enter").wait_for("READ-BACK").wait_for("> TTBN");
    driver.press("'_1975 Enter").wait_for("Saved 14:05");
}

#[test]
fn a_held_enter_lifts_the_curtain_and_goes_no_further() {
    let mut driver = meeting();
    driver.press(PROPOSED).press(AGREED).press("Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 F10 Enter");
    let since = driver.elapsed;
    for after in [30, 60, 90, 300] {
        driver.happen(Msg::Elapsed(since + std::time::Duration::from_millis(after)));
        driver.happen(Msg::Key(Key::plain(Code::Enter)));
    }
    driver.wait_for("READ-BACK");
    driver.press("Enter").wait_for("Saved 14:05");
}

#[test]
fn when_nobody_presses_a_key_the_curtain_falls_once_and_what_is_saved_meanwhile_is_told_after_it() {
    let mut driver = meeting();
    driver.press("Home Enter");
    assert_eq!(update(&mut driver.model, Msg::Idle), [Effect::Repaint]);
    assert_eq!(update(&mut driver.model, Msg::Idle), []);
    driver.happen(Msg::Notice("the draft cannot be kept".into()));
    shows_nobody(&mut driver);
    driver.press("Enter").wait_for("the draft cannot be kept").wait_for("Trần Thị Bích Ngọc");
}

#[test]
fn with_initials_agenda_and_banner_name_nobody_and_the_frame_says_so() {
    for size in [(80, 24), (120, 40), (60, 16)] {
        let mut driver = Driver::start(Lang::En, "default", size);
        driver.press("Ctrl-G Home").wait_for("INITIALS").wait_for("TTBN");
        let names = names(&driver);
        let no_name = |driver: &mut Driver| {
            let says = driver.says();
            assert!(names.iter().all(|name| !says.contains(name.as_str())), "{says}");
        };
        no_name(&mut driver);
        driver.press("Enter").wait_for("TTBN").wait_for("born 1975");
        for step in ["2", "3", "4", "5", "6", "7", "8", "n"] {
            driver.press(step);
            no_name(&mut driver);
        }
        driver.press("Esc Ctrl-G").wait_for("Trần Thị Bích Ngọc");
        assert!(!driver.says().contains("INITIALS"));
    }
}

/// Names and numbers of the patients.
fn names(driver: &Driver) -> Vec<String> {
    let folders = driver.store.case_folders().unwrap();
    let cases = folders.iter().filter_map(|folder| driver.store.case(folder).file.value);
    let of = |case: Case| {
        let ids = case.patient.ids.iter().map(|id| id.value.as_str().to_owned()).collect::<Vec<_>>();
        ids.into_iter().chain(case.patient.name().map(ToOwned::to_owned))
    };
    cases.flat_map(of).collect()
}

#[test]
fn who_records_sees_the_full_name_whatever_the_frame_shows() {
    let mut driver = meeting();
    driver.press("Ctrl-G").press(PROPOSED).press(AGREED);
    assert!(!driver.says().contains("Trần Thị Bích Ngọc"), "{}", driver.says());
    driver.press("Ctrl-S").wait_for("READ-BACK").wait_for("Trần Thị Bích Ngọc").wait_for("02-Aug-1975");
    assert!(!driver.says().contains("INITIALS"));
    driver.press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("Saved 14:05");
    assert!(!driver.says().contains("Trần Thị Bích Ngọc"), "{}", driver.says());
}
