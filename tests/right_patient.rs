//! Nothing of one patient stands under the name of another: no picture, no key, no text, no record; and no text is
//! lost where another takes its place.

use std::fs;
use std::path::PathBuf;

use tumorboard::domain::history::Status;
use tumorboard::domain::record::{Author, Body, Folder, NewRecord, Signature};
use tumorboard::i18n::Lang;
use tumorboard::storage::draft::Draft;
use tumorboard::ui::msg::{Effect, Msg, Sight};
use tumorboard::ui::screens::case::screen::Step;
use tumorboard::ui::widgets::picture::Pictures;

use crate::screens::Driver;

const CASE: &str = "tb-2026-0007";
const NEXT: &str = "tb-2026-0008";
const DOWN: &str = "PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn";

fn meeting() -> Driver {
    Driver::start(Lang::En, "default", (80, 24))
}

/// The first case with a decision that lacks nothing, not yet read back.
fn written() -> Driver {
    let mut driver = meeting();
    driver.press(
        "Home Enter d 'recommendation Tab Tab 'deb-tace Tab Tab 'palliative Tab Tab Tab Tab 'phan-ir Tab",
    );
    driver.press("'2026-12-01 F4 'premedication F4 'consensus Tab");
    driver
}

fn decided() -> Driver {
    let mut driver = written();
    driver.press("Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("decision recorded, UNSIGNED");
    driver
}

fn file(driver: &Driver, case: &str) -> PathBuf {
    driver.store.root().join(case).join("case.yaml")
}

fn change(path: &PathBuf, pairs: &[(&str, &str)]) {
    let mut text = fs::read_to_string(path).unwrap();
    for (from, to) in pairs {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    fs::write(path, text).unwrap();
}

/// From now on the file of the first case is about somebody else.
fn another_patient(driver: &Driver) {
    change(&file(driver, CASE), &[("Trần Thị Bích Ngọc", "Lê Thị Hai"), ("1975-08-02", "1980-01-01")]);
}

fn the_same_patient(driver: &Driver) {
    change(&file(driver, CASE), &[("Lê Thị Hai", "Trần Thị Bích Ngọc"), ("1980-01-01", "1975-08-02")]);
}

fn slow(driver: &mut Driver) {
    driver.slow = Some(Vec::new());
}

fn open(driver: &Driver) -> String {
    driver.model.case.as_ref().unwrap().folder.folder.clone()
}

fn value(driver: &Driver, path: &str) -> Option<String> {
    driver.model.case.as_ref()?.editing.as_ref()?.values().get(path).cloned()
}

fn kept(driver: &Driver) -> Vec<Draft> {
    driver.worker.keeper.all()
}

fn records(driver: &Driver) -> usize {
    driver.store.case(CASE).history.records.len()
}
