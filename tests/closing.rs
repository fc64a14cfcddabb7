//! The end of a meeting: it is closed on what was read, once, and over no decision of another computer.

use tumorboard::domain::record::{Author, Body, Close, Folder, NewRecord};
use tumorboard::ui::msg::Msg;

use crate::meeting::running;
use crate::support::driver::Driver;
use crate::support::sitting::{CASE, DOWN, MEETING, decided, meeting};

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
fn nothing_is_recorded_in_a_meeting_whose_end_the_list_has_not_read_yet() {
    let ended = |driver: &Driver| {
        let record = recorded_elsewhere(Folder::Meeting(MEETING.into()), Body::Close(Close::default()));
        let (id, at) = ("01kb0000000000000000000099", "2026-11-26T14:06:00+07:00");
        driver.store.append(&record, id.into(), at.into()).unwrap();
    };
    let mut driver = meeting();
    driver.press("F12").press(DOWN).press("'2026-11-26");
    ended(&driver);
    driver.press("Enter").wait_for("NOT SAVED").wait_for("this meeting is closed");
    assert_eq!(closes(&driver).len(), 1);

    let mut driver = running("Space");
    driver.press("r Down Space");
    ended(&driver);
    driver.press("Ctrl-S").wait_for("NOT SAVED").wait_for("this meeting is closed");
    let attendance = driver.store.meeting(MEETING).attendance().unwrap().present.len();
    assert_eq!(attendance, 1, "who was there is as it was");
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
