//! Letters typed into a choice: they become the choice, or stand there to be seen; a record never passes over them.

use tumorboard::domain::record::Body;
use tumorboard::domain::treatment::Setting;
use tumorboard::domain::value::Code;

use crate::support::driver::Driver;
use crate::support::sitting::{CASE, DOWN, written};

const SETTING: &str = "recommendations[0].setting";

/// A decision with everything but the setting, in which the cursor stands.
fn at_setting() -> Driver {
    let mut driver = written();
    focus(&mut driver, SETTING);
    driver
}

fn focus(driver: &mut Driver, path: &str) {
    assert!(driver.model.case.as_mut().unwrap().editing.as_mut().unwrap().form.focus_on(path), "{path}");
}

fn focused(driver: &Driver) -> String {
    let editing = driver.model.case.as_ref().unwrap().editing.as_ref().unwrap();
    editing.form.focused().unwrap().path.clone()
}

fn value(driver: &Driver, path: &str) -> Option<String> {
    driver.model.case.as_ref().unwrap().editing.as_ref().unwrap().form.value(path)
}

#[test]
fn letters_are_taken_before_an_option_a_recommendation_or_a_dissent_is_added() {
    for key in ["F5", "F6", "F7"] {
        let mut driver = at_setting();
        driver.press("'neoadj").press(key);
        assert_eq!(value(&driver, SETTING).as_deref(), Some("neoadjuvant"), "{key}");
        assert_ne!(focused(&driver), SETTING, "{key}");
        // What is added goes again, and the choice stays.
        driver
            .press("F9 Ctrl-S")
            .press(DOWN)
            .press("'TTBN_1975 Enter")
            .wait_for("Saved 14:05: decision recorded");
        let history = driver.store.case(CASE).history;
        let Body::Decision(decision) = &history.records[0].body else { panic!("no decision") };
        assert_eq!(decision.recommendations[0].setting, Some(Code::from(Setting::Neoadjuvant)), "{key}");
    }
}

#[test]
fn letters_that_choose_nothing_hold_the_cursor_whatever_is_to_be_added() {
    for (letters, why) in
        [("'zzz", "No choice fits these letters."), ("'c", "Several choices fit these letters.")]
    {
        for key in ["F5", "F6", "F7", "F4", "Ctrl-S"] {
            let mut driver = at_setting();
            let fields = |driver: &Driver| {
                driver.model.case.as_ref().unwrap().editing.as_ref().unwrap().form.fields.len()
            };
            let before = fields(&driver);
            driver.press(letters).press(key).wait_for(why);
            assert_eq!((focused(&driver).as_str(), fields(&driver)), (SETTING, before), "{key}");
        }
    }
    // A date that is none is not left behind either.
    let mut driver = at_setting();
    focus(&mut driver, "inform-on");
    driver.press("'2026-13-40 F5").wait_for("This is no date.");
    assert_eq!(focused(&driver), "inform-on");
    driver.press("Ctrl-S").wait_for("This is no date.");
    assert!(driver.model.overlays.is_empty());
}

#[test]
fn letters_in_another_field_survive_an_item_that_goes_and_are_never_passed_over_by_a_record() {
    let mut driver = at_setting();
    // A second recommendation, in which letters stay when the form is left and opened on another field.
    focus(&mut driver, "outcome");
    driver.press("F6");
    focus(&mut driver, "recommendations[1].setting");
    driver.press("'zzz Esc g");
    assert_eq!(focused(&driver), "agreed.diagnosis.state");
    focus(&mut driver, "recommendations[0].detail");
    driver.press("F9").wait_for("DRAFT");
    let kept = driver.worker.keeper.all().remove(0).content;
    assert!(kept.contains("letters:") && kept.contains("recommendations[0].setting: zzz"), "{kept}");
    focus(&mut driver, "note");
    driver.press("Ctrl-S").wait_for("No choice fits these letters.").wait_for("zzz");
    assert_eq!(focused(&driver), SETTING);
    assert!(driver.model.overlays.is_empty());
    // Those of the item itself go with it.
    driver.press("F9");
    assert!(!driver.worker.keeper.all().iter().any(|one| one.content.contains("zzz")));
}

#[test]
fn letters_that_fit_but_were_never_taken_are_gone_back_to() {
    let mut driver = at_setting();
    driver.press("'neoadj Esc g");
    assert_eq!((focused(&driver).as_str(), value(&driver, SETTING)), ("agreed.diagnosis.state", None));
    driver.press("Ctrl-S").wait_for("These letters have chosen nothing yet.");
    assert_eq!(focused(&driver), SETTING);
    driver.press("Ctrl-S").wait_for("READ-BACK").press("PgDn").wait_for("neoadjuvant");
    // A date that was left as none is gone back to as well.
    let mut driver = at_setting();
    focus(&mut driver, "inform-on");
    driver.press("'2026-13-40 Esc g Ctrl-S").wait_for("This is no date.");
    assert_eq!(focused(&driver), "inform-on");
}
