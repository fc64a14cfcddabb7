//! Nothing of one patient stands under the name of another: no picture, no key, no text, no record; and no text is
//! lost where another takes its place.

use std::fs;
use std::path::PathBuf;

use tumorboard::domain::history::Status;
use tumorboard::domain::identity::Whose;
use tumorboard::domain::record::{Author, Body, Folder, NewRecord, Signature};
use tumorboard::i18n::Lang;
use tumorboard::storage::draft::Draft;
use tumorboard::ui::msg::{Effect, Msg, Picture, Sight, Unsaved};
use tumorboard::ui::screens::case::screen::Step;
use tumorboard::ui::widgets::picture::Pictures;

use crate::support::driver::Driver;
use crate::support::sitting::{CASE, DOWN, decided, meeting, written};

const NEXT: &str = "tb-2026-0008";

/// A decision, up to what the first case has against it.
const DECISION: &str =
    "d 'recommendation Tab Tab 'deb-tace Tab Tab 'palliative Tab Tab Tab Tab 'phan-ir Tab '2026-12-01";

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

#[test]
fn two_patients_whose_pictures_have_the_same_file_name_never_show_the_same_picture() {
    let mut driver = Driver::start(Lang::En, "default", (120, 40));
    driver.pictures = Pictures::new("sixel", (10, 20));
    let mine = "{file: attachments/ct-arterial.png, caption: \"A\", side: right, date: 2026-11-02}";
    for (case, name) in [(CASE, "ct-arterial.png"), ("tb-2026-0009", "pet-ct-chest.png")] {
        let dir = driver.store.root().join(case).join("attachments");
        fs::rename(dir.join(name), dir.join("ct-arterial.png")).unwrap();
        let text = fs::read_to_string(file(&driver, case)).unwrap();
        let line = text.lines().find(|line| line.contains(name)).unwrap();
        change(&file(&driver, case), &[(line, &format!("      - {mine}"))]);
    }
    let picture = |driver: &mut Driver| {
        let buffer = driver.draw();
        buffer.content.iter().map(|cell| cell.symbol().to_owned()).max_by_key(String::len).unwrap()
    };
    driver.press("Home Enter 3");
    let first = picture(&mut driver);
    assert!(first.len() > 1000, "a picture is drawn: {}", first.len());
    driver.press("Esc Home Down Down Enter 3");
    assert_eq!(open(&driver), "tb-2026-0009");
    assert_ne!(first, picture(&mut driver));
}

#[test]
fn a_picture_that_comes_late_is_not_taken_for_one_of_the_case_that_is_open_now() {
    let mut driver = meeting();
    driver.press("Home Enter 3");
    let picture = driver.model.case.as_ref().unwrap().images[0].clone();
    let late = Picture { folder: NEXT.into(), sha256: Some("0".repeat(64)), ..picture.clone() };
    driver.happen(Msg::Image(late));
    assert_eq!(driver.model.case.as_ref().unwrap().images, [picture]);
}

#[test]
fn a_case_that_is_read_again_eats_nothing_that_was_typed_for_the_next_one() {
    let mut driver = meeting();
    driver.press("Home Enter");
    slow(&mut driver);
    driver.press("Ctrl-R n Enter 6 Enter 'seen_again");
    driver.answer();
    assert_eq!(open(&driver), NEXT);
    driver.wait_for("seen again");
    assert_eq!(driver.model.case.as_ref().unwrap().step, Step::Discussion);
    assert_eq!(kept(&driver)[0].folder, NEXT);
}

#[test]
fn the_next_patients_name_stays_until_somebody_answers_whatever_the_disk_says_meanwhile() {
    let mut driver = meeting();
    driver.press("Home Enter");
    slow(&mut driver);
    driver.press("Ctrl-R n");
    driver.answer();
    assert!(driver.model.is_between_patients());
    driver.press("Enter 6");
    driver.happen(Msg::Notice("something else".into()));
    driver.answer();
    assert_eq!((open(&driver).as_str(), driver.model.case.as_ref().unwrap().step), (NEXT, Step::Discussion));
}

#[test]
fn a_list_that_was_read_before_a_record_does_not_take_it_away() {
    let mut driver = meeting();
    let before = driver.listing();
    driver.press("r Space Space Ctrl-S").wait_for("Saved 14:05: roll call");
    driver.happen(Msg::Listed(Box::new(before)));
    assert!(driver.model.meeting().unwrap().attendance().is_some(), "the roll call is known");

    let mut driver = written();
    let before = driver.listing();
    driver.press("Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("decision recorded");
    driver.happen(Msg::Listed(Box::new(before)));
    let listing = driver.model.listing.as_ref().unwrap();
    let summary = &listing.cases[listing.find(CASE).unwrap()];
    assert_eq!(summary.decision, Some(Status::Unsigned));
}

#[test]
fn a_file_that_could_not_be_read_in_between_does_not_make_two_patients_one() {
    let mut driver = written();
    let path = file(&driver, CASE);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, "{{{").unwrap();
    driver.press("Ctrl-R");
    fs::write(&path, &text).unwrap();
    another_patient(&driver);
    driver.press("Ctrl-R").wait_for("Lê Thị Hai");
    let case = driver.model.case.as_ref().unwrap();
    assert!(case.editing.is_none() && case.drafts.is_empty());
    driver.wait_for("names another patient");
    driver.press("Enter");

    // And back: the text of the first one waits for her.
    fs::write(&path, text).unwrap();
    driver.press("Ctrl-R").wait_for("names another patient");
    driver.press("Enter d");
    assert_eq!(value(&driver, "outcome").as_deref(), Some("recommendation"));
}

#[test]
fn a_read_back_and_a_text_to_read_close_when_the_file_names_another_patient() {
    for keys in ["Ctrl-R Ctrl-S", "Ctrl-R Esc h"] {
        let mut driver = written();
        slow(&mut driver);
        driver.press(keys);
        assert_eq!(driver.model.overlays.len(), 1, "{keys}");
        another_patient(&driver);
        driver.answer();
        driver.wait_for("Lê Thị Hai").wait_for("names another patient");
        // What is still being typed means nothing to the case of the other one.
        driver.press("'d").wait_for("names another patient");
        driver.press("Enter");
        assert!(driver.model.overlays.is_empty() && driver.model.case.as_ref().unwrap().editing.is_none());
    }
}

#[test]
fn on_a_case_that_cannot_be_read_nothing_is_recorded_and_it_is_said_why() {
    let mut driver = written();
    fs::write(file(&driver, CASE), "{{{").unwrap();
    driver.press("Ctrl-R Ctrl-S").wait_for("the case file cannot be read");
    assert!(driver.model.overlays.is_empty());
    let mut driver = decided();
    fs::write(file(&driver, CASE), "{{{").unwrap();
    driver.press("Ctrl-R");
    for key in ["e", "s", "Ctrl-X"] {
        driver.press(key).wait_for("the case file cannot be read");
        let case = driver.model.case.as_ref().unwrap();
        assert!(case.editing.is_none() && driver.model.overlays.is_empty(), "{key}");
    }
}

#[test]
fn a_text_typed_for_one_patient_is_still_there_after_another_was_written_on_under_the_same_case() {
    let mut driver = meeting();
    driver.press("Home Enter d 'recommendation Tab Esc Esc");
    another_patient(&driver);
    driver.press("Home Enter d 'deferred Tab").wait_for("Lê Thị Hai");
    assert_eq!(value(&driver, "outcome").as_deref(), Some("deferred"));
    assert_eq!(kept(&driver).len(), 2, "one for each patient");
    driver.press("Esc Esc");
    the_same_patient(&driver);
    driver.press("Home Enter d");
    assert_eq!(value(&driver, "outcome").as_deref(), Some("recommendation"));
}

#[test]
fn an_unsaved_text_is_told_with_the_patient_for_whom_it_was_typed_or_with_nobody() {
    for (name, said) in
        [("Trần Thị Bích Ngọc", "14:00 for Trần Thị Bích Ngọc"), ("Lê Thị Hai", "14:00 for tb-2026-0007")]
    {
        let mut driver = meeting();
        let whose = Whose { name: name.into(), ..Whose::default() };
        let mut listing = driver.listing();
        listing.unsaved = vec![Unsaved { folder: CASE.into(), whose, at: "14:00".into() }];
        driver.model.listing = None;
        driver.happen(Msg::Listed(Box::new(listing)));
        driver.wait_for(said);
    }
}

/// What the file of the first case says of its patient, and the same file when nobody is named yet.
const NAMED: [(&str, &str); 3] = [
    ("  name: Trần Thị Bích Ngọc\n", "  # name:\n"),
    ("  born: 1975-08-02\n", "  # born:\n"),
    ("  ids:\n    - {label: Hospital no., value: 00418823}\n", "  # ids:\n"),
];

fn unname(driver: &Driver) {
    change(&file(driver, CASE), &NAMED);
}

fn name_again(driver: &Driver) {
    change(&file(driver, CASE), &NAMED.map(|(named, unnamed)| (unnamed, named)));
}

/// A text that is typed on the first case while nobody is named in it, left as a draft.
fn typed_for_nobody() -> Driver {
    let mut driver = meeting();
    unname(&driver);
    driver.press("Ctrl-R Home Enter 6 Enter 'le-rad Tab Tab Tab 'for_nobody_yet Esc");
    driver.wait_for("Kept as a draft");
    driver
}

#[test]
fn what_was_typed_while_nobody_was_named_is_there_again_as_long_as_nobody_is() {
    let mut driver = typed_for_nobody();
    driver.press("Esc Home Enter 6");
    assert!(!driver.says().contains("another patient"), "{}", driver.says());
    driver.press("Enter").wait_for("for nobody yet");
    driver.press("Ctrl-R");
    assert!(!driver.says().contains("another patient"), "{}", driver.says());
    driver.wait_for("for nobody yet");
}

#[test]
fn what_is_typed_ahead_for_a_case_in_which_nobody_is_named_is_done() {
    let mut driver = meeting();
    unname(&driver);
    driver.press("Ctrl-R");
    slow(&mut driver);
    driver.press("Home Enter 6 Enter 'le-rad Tab Tab Tab 'typed_ahead");
    driver.answer();
    driver.wait_for("typed ahead");
}

#[test]
fn what_was_typed_while_nobody_was_named_is_offered_under_the_first_name_with_a_word() {
    // From the list, on the open case, and in the middle of the form.
    for (before, reload, after) in [
        ("Esc Home", "Enter", "6 Enter Tab Tab Tab"),
        ("", "Ctrl-R", "6 Enter Tab Tab Tab"),
        ("6 Enter Tab Tab Tab", "Ctrl-R", ""),
    ] {
        let mut driver = typed_for_nobody();
        driver.press(before);
        name_again(&driver);
        driver.press(reload).wait_for("typed when case.yaml named nobody").wait_for("Trần Thị Bích Ngọc");
        driver.press(after).wait_for("for nobody yet");
        driver.press("End '_more").wait_for("for nobody yet more");
        assert_eq!(kept(&driver).len(), 1, "{reload}");
        driver.press("Esc Ctrl-D y");
        assert!(kept(&driver).is_empty(), "{reload} {:?}", kept(&driver));
    }
}

#[test]
fn what_was_typed_while_nobody_was_named_never_takes_the_place_of_a_text_for_the_patient() {
    let mut driver = meeting();
    driver.press("Home Enter 6 Enter 'le-rad Tab Tab Tab 'for_her Esc Esc");
    unname(&driver);
    driver.press("Ctrl-R Home Enter 6 Enter 'le-rad Tab Tab Tab 'for_nobody Esc");
    name_again(&driver);
    driver.press("Esc Home Enter 6 Enter").wait_for("for her");
    assert_eq!(kept(&driver).len(), 2);
    // When hers is gone, the other one is offered.
    driver.press("Esc Ctrl-D y Esc Home Enter 6 Enter").wait_for("for nobody");
}

#[test]
fn a_corrected_name_goes_on_with_one_text_and_throwing_it_away_leaves_none() {
    let mut driver = meeting();
    driver.press("Home Enter 6 Enter 'le-rad Tab Tab Tab 'one Esc Esc");
    change(&file(&driver, CASE), &[("Trần Thị Bích Ngọc", "Trần Thị Ngọc Bích")]);
    driver.press("Home Enter 6 Enter").wait_for("one");
    driver.press("Tab Tab Tab End '_two");
    assert_eq!(kept(&driver).len(), 1);
    driver.press("Esc Ctrl-D y");
    assert!(kept(&driver).is_empty(), "{:?}", kept(&driver));
}

#[test]
fn the_reason_for_taking_back_one_record_is_not_overwritten_by_that_for_another() {
    let mut driver = decided();
    driver.press("a 'le-rad Tab 'agree Tab Tab 'yes Tab Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("opinion recorded");
    driver.press("7 Ctrl-X 'wrong_dose Esc 6 Ctrl-X").wait_for("another record");
    driver.press("'x 7 Ctrl-X");
    assert_eq!(value(&driver, "reason").as_deref(), Some("wrong dose"));
}

#[test]
fn a_kept_text_that_cannot_be_read_is_not_overwritten_by_the_first_key() {
    let mut driver = meeting();
    driver.press("Home Enter d 'recommendation Tab Esc Esc");
    let old = kept(&driver).remove(0);
    driver.worker.keeper.keep(
        Folder::Case(CASE.into()),
        "decision".into(),
        old.whose,
        "about: 7\nfrom: 2.0".into(),
    );
    driver.press("Home Enter d").wait_for("cannot be read by this version");
    driver.press("'x");
    assert_eq!(kept(&driver)[0].content, "about: 7\nfrom: 2.0");
    driver.press("Ctrl-D").wait_for("from: 2.0");
}

#[test]
fn a_decision_that_the_chair_signs_during_the_read_back_is_not_taken_back_by_the_recorder() {
    let mut driver = decided();
    driver.press("Ctrl-X 'wrong_dose Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975");
    let history = driver.store.case(CASE).history;
    let decision = history.records.last().unwrap();
    let signature = Signature {
        record: decision.header.id.clone(),
        sha256: decision.sha256.clone(),
        meaning: "approved".into(),
    };
    let record = NewRecord {
        id: None,
        folder: Folder::Case(CASE.into()),
        by: Author { person: "mai-onc".into(), name: "Nguyễn Thị Mai".into(), ..Author::default() },
        parents: history.heads(),
        supersedes: Vec::new(),
        reason: None,
        body: Body::Signature(signature),
    };
    let at = "2026-11-26T14:06:00+07:00";
    driver.store.append(&record, "01kb0000000000000000000099".into(), at.into()).unwrap();
    let sha256 = driver.store.case_digest(CASE);
    let sight = Sight { folder: CASE.into(), sha256, news: true, at: "14:06".into(), ..Sight::default() };
    driver.happen(Msg::Seen(Box::new(sight)));
    driver.press("Enter").wait_for("Not recorded: the chair signed this decision meanwhile");
    assert_eq!(driver.store.case(CASE).history.decisions()[0].status, Status::Final);
    driver.press("Ctrl-S").wait_for("Retracting as chair: Nguyễn Thị Mai");
}

#[test]
fn what_is_recorded_is_recorded_on_the_file_that_the_screen_shows_not_on_one_read_since() {
    let opinion = "Home Enter a 'le-rad Tab 'agree Tab Tab 'yes Tab Ctrl-S";
    let mut driver = meeting();
    driver.press(opinion).press(DOWN);
    change(&file(&driver, CASE), &[("schema: 1", "schema: 1 # seen again")]);
    // The answer is still on its way to the screen.
    driver.worker.carry_out(Effect::OpenCase(CASE.into()));
    driver.press("'TTBN_1975 Enter").wait_for("NOT SAVED").wait_for("changed on disk since it was shown");
    assert_eq!(records(&driver), 0);

    let mut driver = meeting();
    driver.press(opinion).press(DOWN);
    let (path, away) = (file(&driver, CASE), driver.store.root().join("away.yaml"));
    fs::rename(&path, &away).unwrap();
    driver.press("'TTBN_1975 Enter").wait_for("NOT SAVED").wait_for("case.yaml cannot be read now");
    assert_eq!(records(&driver), 0);
    fs::rename(&away, &path).unwrap();
    driver.press("Enter").wait_for("opinion recorded");
}

#[test]
fn a_decision_names_every_key_image_of_the_case_in_one_order_whatever_was_looked_at() {
    let mut driver = meeting();
    driver.press("Home Down Down Enter");
    assert_eq!(open(&driver), "tb-2026-0009");
    driver.press(DECISION).press("F4 'consensus Tab Ctrl-S").press(DOWN);
    driver.press("'NVA_1961 Enter").wait_for("decision recorded");
    let history = driver.store.case("tb-2026-0009").history;
    let stamps = &history.decisions()[0].decision.attachments;
    let files: Vec<&str> = stamps.iter().map(|stamp| stamp.file.as_str()).collect();
    assert_eq!(files, ["attachments/ct-chest.png", "attachments/pet-ct-chest.png"]);
}

#[test]
fn a_form_that_was_only_looked_at_leaves_no_text_behind() {
    for keys in ["d Tab Tab Esc", "d 'rec Backspace Backspace Backspace Tab Esc", "a Tab Shift-Tab Esc"] {
        let mut driver = meeting();
        driver.press("Home Enter").press(keys);
        assert!(kept(&driver).is_empty(), "{keys}: {:?}", kept(&driver));
        assert!(driver.model.case.as_ref().unwrap().drafts.is_empty(), "{keys}");
    }
    let mut driver = decided();
    driver.press("e Tab Esc");
    assert!(kept(&driver).is_empty(), "{:?}", kept(&driver));
    driver.press("e 'dose_corrected Tab Esc");
    assert_eq!(kept(&driver).len(), 1);
}
