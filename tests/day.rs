//! A meeting has one day, whoever asks: its `date:`, else the day with which the name of its folder begins.

use std::fs;
use std::path::Path;
use std::process::Command;

use tumorboard::i18n::Lang;

use crate::support::Sandbox;
use crate::support::driver::Driver;
use crate::support::sitting::{CASE, DOWN, MEETING};
/// A year and more after the meeting, when every age and every limit is another.
const LATER: &str = "2028-01-14T09:00:00+07:00";

/// Takes the date from the file of the meeting, or writes another line in its place.
fn redate(workspace: &Path, instead: &str) {
    let path = workspace.join("meetings").join(MEETING).join("meeting.yaml");
    let written = fs::read_to_string(&path).unwrap();
    let others = written.lines().filter(|line| !line.starts_with("date:"));
    fs::write(&path, others.chain([instead]).collect::<Vec<_>>().join("\n")).unwrap();
}

/// What the program says a year later, but for where that is and what `check` says of the file of the meeting.
fn said(sandbox: &Sandbox, args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_tumorboard"))
        .args(args)
        .env_clear()
        .envs(sandbox.environment())
        .env("TUMORBOARD_NOW", LATER)
        .current_dir(sandbox.workspace())
        .output()
        .unwrap();
    let place = sandbox.workspace().display().to_string();
    let said = String::from_utf8(output.stdout).unwrap().replace(&place, "");
    assert!(said.lines().count() > 3, "{args:?} {}", String::from_utf8_lossy(&output.stderr));
    let of_cases = said.lines().filter(|line| !line.contains("meeting.yaml") && !line.contains("problems"));
    of_cases.collect::<Vec<_>>().join("\n")
}

#[test]
fn without_a_date_every_answer_is_as_of_the_day_in_the_name_of_the_folder() {
    let (dated, undated) = (Sandbox::new(), Sandbox::new());
    // What the index keeps was read with the date.
    said(&undated, &["list", "--json"]);
    for instead in ["", "date: 26/11/2026"] {
        redate(&undated.workspace(), instead);
        for args in [
            &["list", "--json"][..],
            &["search", "tran", "--json"],
            &["show", CASE],
            &["check", CASE],
            &["export", CASE],
            &["export", MEETING],
            &[],
        ] {
            assert_eq!(said(&undated, args), said(&dated, args), "{instead:?} {args:?}");
        }
    }
}

#[test]
fn a_month_that_is_not_that_of_the_folder_makes_no_day_of_it() {
    let (dated, other) = (Sandbox::new(), Sandbox::new());
    redate(&other.workspace(), "date: 2026-12");
    let args = ["show", CASE];
    assert_ne!(said(&other, &args), said(&dated, &args));
}

/// The whole screen after each of these keys, a year later.
fn shown(instead: Option<&str>) -> Vec<String> {
    let mut driver = Driver::start(Lang::En, "default", (100, 40));
    let later = chrono::NaiveDate::from_ymd_opt(2028, 1, 14).unwrap();
    (driver.model.today, driver.worker.today) = (later, later);
    if let Some(instead) = instead {
        redate(driver.store.root(), instead);
    }
    let mut shown = Vec::new();
    for keys in ["Ctrl-R", "m", "Esc Home", "Enter", "2", "3", "5", "Esc F12", DOWN, "'2026-11-26 Enter"] {
        shown.push(driver.press(keys).rows().join("\n"));
    }
    shown.pop();
    driver.wait_for("the meeting is closed");
    shown
}

#[test]
fn without_a_date_agenda_case_and_close_are_of_the_day_in_the_name_of_the_folder() {
    let dated = shown(None);
    for instead in ["", "date: 26/11/2026"] {
        for (one, other) in shown(Some(instead)).iter().zip(&dated) {
            assert_eq!(one, other);
        }
    }
}
