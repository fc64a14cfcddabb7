//! Several people at one case: its file changes on disk, records arrive, somebody else writes, the folder goes away.

use std::fs::{self, OpenOptions};
use std::io::Write;

use tumorboard::domain::opinion::Opinion;
use tumorboard::domain::record::{Author, Body, Folder, NewRecord, Retraction};
use tumorboard::domain::workspace::Reach;
use tumorboard::i18n::Lang;
use tumorboard::ui::key::Key;
use tumorboard::ui::msg::{Attending, Effect, Msg, Sight, Writer};
use tumorboard::ui::update::update;

use crate::support::driver::Driver;
use crate::support::sitting::{AGREED, CASE, DOWN, PROPOSED, meeting, written};

/// What a look at the folder of the case finds now.
pub fn look(driver: &mut Driver, news: bool) {
    let sight = Sight {
        folder: CASE.into(),
        sha256: driver.store.case_digest(CASE),
        news,
        at: "14:06".into(),
        ..Sight::default()
    };
    driver.happen(Msg::Seen(Box::new(sight)));
}

fn change_file(driver: &Driver) {
    let path = driver.store.root().join(CASE).join("case.yaml");
    let mut file = OpenOptions::new().append(true).open(path).unwrap();
    file.write_all(b"# seen by the radiologist\n").unwrap();
}

/// Another program records something on the case.
pub fn record_elsewhere(driver: &Driver, id: &str, body: Body) {
    let record = NewRecord {
        id: None,
        folder: Folder::Case(CASE.into()),
        by: Author { person: "hoa-coord".into(), name: "Đặng Thị Hoa".into(), ..Author::default() },
        parents: driver.store.case(CASE).history.heads(),
        supersedes: Vec::new(),
        reason: None,
        body,
    };
    driver.store.append(&record, id.into(), "2026-11-26T14:06:00+07:00".into()).unwrap();
}

pub fn recorded(driver: &Driver) -> usize {
    driver.store.case(CASE).history.records.len()
}

#[test]
fn a_case_file_that_changed_on_disk_stops_every_record_until_it_is_reloaded() {
    for keys in [
        "Esc a 'le-rad Tab 'agree Tab Tab 'yes Tab Ctrl-S",
        "Esc r 'tan-hpb F4 'why F4 '2026-12-01 Tab Ctrl-S",
        "Ctrl-S",
    ] {
        let mut driver = written();
        change_file(&driver);
        look(&mut driver, false);
        driver.wait_for("case.yaml changed on disk at 14:06: Ctrl-R reads it again");
        driver.press(keys);
        driver.wait_for("Not recorded: case.yaml changed on disk at 14:06.").wait_for("DRAFT");
        assert!(driver.model.overlays.is_empty(), "{keys}");
    }
    let mut driver = written();
    change_file(&driver);
    look(&mut driver, false);
    driver.press("Ctrl-R");
    assert!(!driver.says().contains("changed on disk"), "{}", driver.says());
    driver.press("Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("Saved 14:05: decision recorded");
}

#[test]
fn a_record_that_landed_although_its_save_failed_is_recorded_once_however_it_is_tried_again() {
    for how in ["Enter", "Esc Ctrl-S PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn 'TTBN_1975 Enter", "changed"] {
        let mut driver = written();
        (driver.broken, driver.lands) = (Some("the disk does not confirm it"), true);
        driver.press("Ctrl-S").press(DOWN).press("'TTBN_1975 Enter").wait_for("NOT SAVED");
        (driver.broken, driver.lands) = (None, false);
        assert_eq!(recorded(&driver), 1);
        if how == "changed" {
            // The file changes at once, the read-back is left, and what is new in the folder is seen.
            change_file(&driver);
            driver.press("Esc");
            look(&mut driver, true);
        } else {
            driver.press(how);
        }
        driver.wait_for("Saved 14:05: decision recorded");
        assert_eq!(recorded(&driver), 1, "{how}");
        assert!(driver.model.case.as_ref().unwrap().drafts.is_empty(), "{how}");
    }
}

#[test]
fn another_text_after_a_save_that_failed_is_another_record() {
    let mut driver = meeting();
    driver.press("Home Enter a 'phan-ir Tab 'disagree Tab Tab 'one Ctrl-S");
    (driver.broken, driver.lands) = (Some("the disk is full"), false);
    driver.press("'TTBN_1975 Enter").wait_for("NOT SAVED").press("Esc 'two");
    driver.broken = None;
    driver.press("Ctrl-S 'TTBN_1975 Enter").wait_for("Saved 14:05: opinion recorded");
    assert_eq!(recorded(&driver), 1);
}

#[test]
fn the_same_bytes_written_again_are_no_change_and_a_change_taken_back_is_none_either() {
    let mut driver = written();
    let path = driver.store.root().join(CASE).join("case.yaml");
    let bytes = fs::read(&path).unwrap();
    change_file(&driver);
    look(&mut driver, false);
    driver.wait_for("changed on disk");
    fs::write(&path, bytes).unwrap();
    look(&mut driver, false);
    assert!(!driver.says().contains("changed on disk"), "{}", driver.says());
}

#[test]
fn a_change_during_the_read_back_leads_back_to_the_text_and_records_nothing() {
    let mut driver = written();
    driver.press("Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975");
    change_file(&driver);
    look(&mut driver, false);
    driver.wait_for("READ-BACK").wait_for("changed on disk at 14:06");
    driver.press("Enter").wait_for("Not recorded: case.yaml changed on disk").wait_for("DRAFT");
    // The key that the line names works in the read-back as well.
    driver.press("Ctrl-R Ctrl-S").press(DOWN);
    change_file(&driver);
    look(&mut driver, false);
    driver.press("'TTBN_1975").wait_for("READ-BACK").wait_for("Ctrl-R reads it again").press("Ctrl-R");
    driver.wait_for("DRAFT");
    assert!(
        driver.model.overlays.is_empty() && !driver.says().contains("changed on disk"),
        "{}",
        driver.says()
    );
    assert_eq!(recorded(&driver), 0);
}

#[test]
fn a_decision_that_arrives_during_the_read_back_refuses_it_and_says_what_to_do() {
    let mut other = written();
    other.press("Ctrl-S").press(DOWN);
    other.press("'TTBN_1975 Enter").wait_for("decision recorded");
    let theirs = other.store.case(CASE).history.records.first().unwrap().body.clone();

    let mut driver = written();
    driver.press("Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975");
    record_elsewhere(&driver, "01kb0000000000000000000099", theirs);
    look(&mut driver, true);
    driver.wait_for("New on this case: decision, Đặng Thị Hoa.");
    driver.press("Enter").wait_for("Not recorded: a decision on this discussion was recorded meanwhile");
    assert_eq!(recorded(&driver), 1);
    driver.press("Esc e").wait_for("This draft now amends the decision that holds.");
}

#[test]
fn records_of_others_appear_without_a_key_and_lost_ones_are_told() {
    let mut driver = meeting();
    driver.press("Home Enter 6");
    let opinion = Opinion { text: "Operate first.".into(), ..Opinion::default() };
    record_elsewhere(&driver, "01kb0000000000000000000098", Body::Opinion(opinion));
    look(&mut driver, true);
    driver.wait_for("Operate first.").wait_for("New on this case: opinion, Đặng Thị Hoa.");
    fs::remove_file(driver.store.root().join(CASE).join("records/01kb0000000000000000000098-opinion.yaml"))
        .unwrap();
    look(&mut driver, true);
    driver.wait_for("1 record that was here is gone");
}

#[test]
fn who_else_writes_is_said_under_the_banner_with_the_computer() {
    let mut driver = meeting();
    driver.press("Home Enter");
    let writer = |name: &str, is_here| Writer { name: name.into(), since: "14:05".into(), is_here };
    let sight = Sight {
        folder: CASE.into(),
        sha256: driver.store.case_digest(CASE),
        writers: vec![writer("Đặng Thị Hoa", false), writer("Trần Anh Tuấn", true)],
        at: "14:06".into(),
        ..Sight::default()
    };
    driver.happen(Msg::Seen(Box::new(sight)));
    driver.wait_for("Đặng Thị Hoa is writing on this case since 14:05 (another computer).");
    driver.wait_for("Trần Anh Tuấn is writing on this case since 14:05 (this computer).");
    look(&mut driver, false);
    assert!(!driver.says().contains("is writing"), "{}", driver.says());
}

#[test]
fn a_folder_that_is_away_keeps_what_is_shown_and_records_when_it_is_back() {
    let mut driver = written();
    let dir = driver.store.root().join(CASE);
    let away = driver.store.root().join(".away");
    fs::rename(&dir, &away).unwrap();
    let gone = Sight { folder: CASE.into(), reach: Reach::Gone, at: "14:06".into(), ..Sight::default() };
    driver.happen(Msg::Seen(Box::new(gone)));
    driver.wait_for("This folder cannot be reached since 14:06.").wait_for("Trần Thị Bích Ngọc");
    driver.press("Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("NOT SAVED");
    fs::rename(&away, &dir).unwrap();
    look(&mut driver, false);
    driver.wait_for("The folder is back.");
    driver.press("Enter").wait_for("Saved 14:05: decision recorded");
}

#[test]
fn what_cannot_be_written_says_read_only_and_a_workspace_that_is_away_keeps_its_list() {
    let mut driver = meeting();
    driver.press("Home Enter");
    let sight = Sight {
        folder: CASE.into(),
        sha256: driver.store.case_digest(CASE),
        reach: Reach::ReadOnly,
        ..Sight::default()
    };
    driver.happen(Msg::Seen(Box::new(sight)));
    driver.wait_for("READ-ONLY");
    // What is being written or read back does not hide it.
    driver.press("a 'le-rad Tab 'agree Tab Tab 'yes Tab").wait_for("READ-ONLY DRAFT");
    driver.press("Ctrl-S").wait_for("READ-ONLY READ-BACK");
    driver.press("Esc Esc").wait_for("READ-ONLY");
    let mut listing = driver.model.listing.clone().unwrap();
    listing.cases.clear();
    listing.board.value = None;
    listing.reach = Reach::Gone;
    driver.press("Esc");
    driver.happen(Msg::Listed(Box::new(listing)));
    driver.wait_for("The workspace cannot be reached.").wait_for("Trần Thị Bích Ngọc").wait_for("READ-ONLY");
}

#[test]
fn who_writes_is_told_from_the_first_letter_until_the_form_is_left() {
    let mut driver = meeting();
    driver.press("Home Enter a");
    let now = |driver: &Driver| driver.model.attending.clone();
    let reading = Some(Attending { folder: CASE.into(), writer: None });
    assert_eq!(now(&driver), reading);
    driver.press("'le-rad Tab");
    assert!(now(&driver).unwrap().writer.is_some());
    driver.press("Esc");
    assert_eq!(now(&driver), reading);
    driver.press("Esc");
    assert_eq!(now(&driver), None);
    driver.press("Enter");
    let effects = update(&mut driver.model, Msg::HangUp);
    assert!(effects.contains(&Effect::Attend(None)), "{effects:?}");
}

#[test]
fn a_case_that_is_left_is_listed_again_and_not_the_whole_workspace() {
    let mut driver = meeting();
    driver.press("Home Enter");
    driver.model.opening = Some("tb-2026-0008".into());
    let another = driver.worker.carry_out(Effect::OpenCase("tb-2026-0008".into()));
    let effects: Vec<Effect> = another.into_iter().flat_map(|msg| update(&mut driver.model, msg)).collect();
    assert!(effects.contains(&Effect::ListAgain(CASE.into())), "{effects:?}");
    let effects = update(&mut driver.model, Msg::Key(Key::parse("Esc").unwrap()));
    assert!(effects.contains(&Effect::ListAgain("tb-2026-0008".into())), "{effects:?}");
    assert!(!effects.contains(&Effect::List), "{effects:?}");
}

/// A record on the first case by somebody who has seen no other record of it.
fn of_another_board(body: Body) -> NewRecord {
    let by = Author { person: "phan-ir".into(), name: "Phan".into(), ..Author::default() };
    NewRecord::new(Folder::Case(CASE.into()), by, Vec::new(), body)
}

/// Two boards have decided on the first case without knowing of one another, and it is open on its decision step.
fn in_conflict(size: (u16, u16)) -> Driver {
    let mut other = meeting();
    other.press(PROPOSED);
    other
        .press("'2026-12-09 F4 'premedication F4 'majority Tab F7 'le-rad Tab 'too_early F4 Ctrl-S")
        .press(DOWN);
    other.press("'TTBN_1975 Enter").wait_for("decision recorded");
    let theirs = other.store.case(CASE).history.records.first().unwrap().body.clone();
    let mut driver = Driver::start(Lang::En, "default", size);
    driver.press("Home Enter Esc");
    let theirs = of_another_board(theirs);
    driver.press(PROPOSED).press(AGREED);
    driver.press("Ctrl-S").press(DOWN).press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("decision recorded");
    driver
        .store
        .append(&theirs, "01kb0000000000000000000097".into(), "2026-11-26T14:04:00+07:00".into())
        .unwrap();
    look(&mut driver, true);
    driver.wait_for("There is a CONFLICT now").press("7");
    driver
}

#[test]
fn decisions_in_conflict_stand_side_by_side_with_a_word_where_they_differ() {
    let mut driver = in_conflict((120, 40));
    let says = driver.wait_for("They differ in:").says();
    let heads = driver.rows().into_iter().find(|row| row.contains("1 of 2")).unwrap();
    assert!(heads.contains("2 of 2"), "{heads}");
    assert_eq!(says.matches("(differs)").count(), 6, "{says}");
    assert!(driver.rows().iter().any(|row| row.contains("09-Dec-2026") || row.contains("01-Dec-2026")));
}

#[test]
fn on_a_small_screen_they_stand_one_after_another_and_only_one_that_replaces_both_ends_it() {
    let mut driver = in_conflict((80, 24));
    driver.wait_for("1 of 2").wait_for("They differ in:");
    let mut seen = driver.says();
    for _ in 0..8 {
        driver.press("PgDn");
        seen += &driver.says();
    }
    assert!(seen.contains("2 of 2") && seen.contains("(differs)"), "{seen}");
    driver.press("s").wait_for("two decisions contradict each other");
    // Amending begins with the one that is chosen, and replaces both.
    driver.press("e").wait_for("With which does it begin?").wait_for("1 of 2:").wait_for("2 of 2:");
    let first = driver.store.case(CASE).history.current(1).first().unwrap().decision.agreement.clone();
    let number = driver.store.case(CASE).history.conflicts();
    assert_eq!(number.len(), 1);
    driver.press("Enter").wait_for("DRAFT");
    driver.press("'both_rooms_heard Tab Ctrl-S").press(DOWN).press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("Saved 14:05: amended");
    let history = driver.store.case(CASE).history;
    assert_eq!(history.conflicts(), [] as [u32; 0]);
    let now = history.current(number[0]);
    assert_eq!((now.len(), now[0].record.header.supersedes.len()), (1, 2));
    if let Some(first) = first {
        assert_eq!(now[0].decision.agreement, Some(first));
    }
    assert!(!driver.says().contains("CONFLICT"), "{}", driver.says());
}

#[test]
fn a_case_in_conflict_is_closed_as_such_and_neither_as_decided_nor_as_put_off() {
    let mut driver = in_conflict((120, 40));
    driver.press("Esc F12").wait_for("CONFLICT, two decisions hold: 1").press(DOWN).press(DOWN);
    driver.press("'2026-11-26 Enter").wait_for("the meeting is closed");
    let meeting = driver.store.meeting("2026-11-26-network");
    let (_, close) = meeting.closed().unwrap();
    assert_eq!(close.in_conflict, [CASE]);
    let others = [&close.decided, &close.deferred, &close.not_discussed];
    assert!(!others.into_iter().flatten().any(|case| case == CASE), "{close:?}");
}

/// The due date in the form, or none where no form is open.
fn due(driver: &Driver) -> Option<String> {
    driver.model.case.as_ref().unwrap().editing.as_ref()?.form.value("recommendations[0].due")
}

#[test]
fn a_decision_that_arrives_while_one_is_chosen_does_not_change_which_one_it_was() {
    let mut driver = in_conflict((80, 24));
    let holding = driver.store.case(CASE).history;
    let holding: Vec<_> = holding.current(1).iter().map(|one| one.decision.clone()).collect();
    let own = |at: usize| holding[at].recommendations[0].due.as_ref().map(ToString::to_string);
    driver.press("e Down").wait_for("2 of 2:");
    let mut third = holding[0].clone();
    third.recommendations[0].detail = Some("a third one".into());
    let third = of_another_board(Body::Decision(Box::new(third)));
    // It sorts before the two that are shown.
    let id = "01ka0000000000000000000001";
    driver.store.append(&third, id.into(), "2026-11-26T14:03:00+07:00".into()).unwrap();
    look(&mut driver, true);
    // What is shown is not what contradicts each other any more: it is shown anew, with the mark where it was.
    driver.press("Enter").wait_for("What contradicts each other changed meanwhile").wait_for("3 of 3:");
    assert_eq!(due(&driver), None);
    driver.press("Enter").wait_for("DRAFT");
    assert_eq!(due(&driver), own(1));
    assert_eq!(driver.model.case.as_ref().unwrap().editing.as_ref().unwrap().about.len(), 3);
}

#[test]
fn a_decision_that_does_not_hold_any_more_when_it_is_chosen_opens_no_form() {
    let mut driver = in_conflict((80, 24));
    driver.press("e");
    let history = driver.store.case(CASE).history;
    let ids: Vec<String> = history.current(1).iter().map(|one| one.record.header.id.clone()).collect();
    let gone = Retraction { record: ids[0].clone(), reason: "another patient".into() };
    record_elsewhere(&driver, "01kb0000000000000000000098", Body::Retraction(gone));
    look(&mut driver, true);
    driver.press("Enter").wait_for("no decision contradicts another any more");
    assert!(driver.model.overlays.is_empty() && due(&driver).is_none());
    // The one that is left is amended without being asked.
    driver.press("e").wait_for("DRAFT");
    assert_eq!(driver.model.case.as_ref().unwrap().editing.as_ref().unwrap().about, ids[1..]);
}

#[test]
fn a_draft_that_waits_goes_on_and_replaces_both_without_being_asked() {
    let mut driver = in_conflict((80, 24));
    driver.press("e Down Enter 'first_words Tab Esc e").wait_for("first words").wait_for("DRAFT");
}

#[test]
fn a_text_typed_for_one_patient_is_not_shown_when_the_reloaded_file_names_another() {
    let path = |driver: &Driver| driver.store.root().join(CASE).join("case.yaml");
    for (name, born, stays) in
        [("Trần Thị Bích Ngọc", "1980-01-01", true), ("Lê Thị Hai", "1980-01-01", false)]
    {
        let mut driver = written();
        let text = fs::read_to_string(path(&driver)).unwrap();
        let text = text.replace("1975-08-02", born).replace("Trần Thị Bích Ngọc", name);
        fs::write(path(&driver), text).unwrap();
        look(&mut driver, false);
        driver.press("Ctrl-R").wait_for(name).wait_for("01-Jan-1980");
        let case = driver.model.case.as_ref().unwrap();
        assert_eq!((case.editing.is_some(), case.drafts.is_empty()), (stays, !stays), "{name}");
    }
}
