//! A meeting by its keys: drafts on the way, who comes next, for how long, its agenda and who could be taken for whom.

use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tumorboard::domain::record::{AgendaChange, Body, Change, Folder, NewRecord};
use tumorboard::i18n::Lang;
use tumorboard::ui::key::{Code, Key};
use tumorboard::ui::msg::{Effect, Msg};
use tumorboard::ui::screens::agenda::{rows, selected};

use crate::support::driver::Driver;
use crate::support::sitting::{AGREED, CASE, DOWN, MEETING, PROPOSED, meeting};

#[test]
fn the_draft_to_throw_away_is_chosen_and_named() {
    let mut driver = meeting();
    driver.press("Home Enter r 'tan-hpb Tab Esc y 'tan-hpb Tab Esc a 'le-rad Tab Esc 8");
    driver.press("Ctrl-D").wait_for("Which draft is to be thrown away?");
    driver.wait_for("Question to a remote expert Answer that came back Opinion in the room");
    driver.press("Down Enter").wait_for("Throw this draft away?").wait_for("Answer that came back");
    driver.press("y");
    let left: Vec<&str> =
        driver.model.case.as_ref().unwrap().drafts.iter().map(|draft| draft.form.as_str()).collect();
    assert_eq!(left, ["request", "opinion"]);
}

#[test]
fn what_failed_is_said_to_its_end_and_where_there_is_no_room_a_mark_says_so() {
    let mut driver = meeting();
    driver.broken = Some(
        "the record cannot be written: meetings/2026-11-26-network/records/01m8baqzb01bpmqvemg0cmpvbx-attendance.yaml: \
         Not a directory (os error 20) · check the path, and that the share is connected; nothing was changed",
    );
    driver.press("r Space Ctrl-S").wait_for("record again when this is mended.");
    driver.happen(Msg::Resize(60, 16));
    driver.screen = Terminal::new(TestBackend::new(60, 16)).unwrap();
    driver.wait_for(" …");
    assert!(!driver.says().contains("……"), "{}", driver.says());
}

#[test]
fn letters_that_chose_nothing_yet_wait_in_the_draft_where_they_were_typed() {
    let mut driver = meeting();
    driver.press("Home Enter d 'recommendation Tab F6 'deb_xyz Esc").wait_for("Kept as a draft");
    driver.press("Ctrl-D").wait_for("deb xyz").press("n");
    driver.press("d").wait_for("Modality deb xyz").wait_for("Recommendation 2");
    driver.press("Tab").wait_for("No choice fits these letters.");
    driver.press("F9 Ctrl-S");
    assert!(!driver.says().contains("deb xyz"), "{}", driver.says());
}

#[test]
fn letters_that_fit_two_people_choose_neither_in_passing_and_a_whole_word_is_offered_first() {
    let mut driver = meeting();
    driver.press("Home Enter a 'hoa Ctrl-S").wait_for("Several choices fit these letters.");
    driver.press("Tab").wait_for("Đặng Thị Hoa");
}

#[test]
fn the_marks_of_a_roll_call_survive_esc_and_a_disk_that_refuses() {
    let mut driver = meeting();
    driver.press("r Space Space Space Esc").wait_for("The marks are kept; nothing is recorded yet.");
    let count = |driver: &mut Driver| driver.says().matches("[x]").count();
    driver.press("r");
    assert_eq!(count(&mut driver), 3);
    driver.broken = Some("the disk is full");
    driver
        .press("Ctrl-S")
        .wait_for("NOT SAVED: the disk is full")
        .wait_for("record again when this is mended");
    assert_eq!(count(&mut driver), 3);
    driver.broken = None;
    driver.press("Ctrl-S").wait_for("Saved 14:05: roll call recorded.");
    let meeting = driver.store.meeting("2026-11-26-network");
    assert_eq!(meeting.attendance().unwrap().present.len(), 3);
    assert_eq!(meeting.history.records.len(), 1);
}

#[test]
fn between_two_patients_stands_the_name_of_the_next_and_one_deliberate_key() {
    let mut driver = meeting();
    driver.press("Home Enter");
    let here = |driver: &Driver| driver.model.case.as_ref().unwrap().folder.folder.clone();
    driver
        .press("ｎ")
        .wait_for("NEXT PATIENT case 2 of 15")
        .wait_for("王秀英")
        .wait_for("Hospital no. 00388410");
    assert!(!driver.says().contains("Trần Thị Bích Ngọc"), "{}", driver.says());
    driver.press("n n ] F11 q Space");
    assert_eq!(here(&driver), CASE);
    driver.press("Esc").wait_for("Trần Thị Bích Ngọc");
    driver.press("n Enter").wait_for("[1 Quest.]");
    assert_eq!(here(&driver), "tb-2026-0008");
    driver.press("p").wait_for("case 1 of 15");
    driver.press("Enter");
    assert_eq!(here(&driver), CASE);
    driver.press("p").wait_for("There are no more cases in this direction.");
}

#[test]
fn a_held_key_passes_no_patient() {
    let mut driver = meeting();
    driver.press("Home Enter n");
    // A held Enter repeats every 30 ms.
    for _ in 0..40 {
        driver.elapsed += Duration::from_millis(30);
        driver.happen(Msg::Elapsed(driver.elapsed));
        driver.happen(Msg::Key(Key::plain(Code::Enter)));
    }
    driver.wait_for("NEXT PATIENT case 2 of 15");
    driver.press("Enter");
    assert_eq!(driver.model.case.as_ref().unwrap().folder.folder, "tb-2026-0008");
}

/// The end of the row of the agenda in which a patient stands.
#[track_caller]
fn row_ends(driver: &mut Driver, name: &str, state: &str) {
    let rows = driver.rows();
    let row = rows.iter().find(|row| row.contains(name)).unwrap();
    assert!(row.trim_end().ends_with(state), "{}", rows.join("\n"));
}

#[test]
fn an_old_agenda_says_what_that_meeting_concluded_and_the_new_one_what_is_missing_now() {
    let mut driver = meeting();
    driver.press("m Up Enter");
    row_ends(&mut driver, "Lê Quốc Dũng", "FINAL");
    row_ends(&mut driver, "黄伟明", "UNSIGNED");
    // Put off by the record that closed the meeting, without a decision.
    row_ends(&mut driver, "李国华", "deferred");

    driver.press("m Down Enter");
    row_ends(&mut driver, "Lê Quốc Dũng", "2 missing!");
}

/// Opens the meeting with its roll call done, `marks` people present.
pub fn running(marks: &str) -> Driver {
    let mut driver = meeting();
    driver.press("r").press(marks).press("Ctrl-S").wait_for("roll call recorded");
    driver
}

fn timings(driver: &Driver) -> Vec<(String, u64)> {
    let meeting = driver.store.meeting("2026-11-26-network");
    let all = meeting.history.records.iter().filter_map(|record| match &record.body {
        Body::Timing(timing) => Some((timing.case.clone(), timing.seconds)),
        _ => None,
    });
    all.collect()
}

#[test]
fn a_running_meeting_keeps_for_how_long_each_case_was_discussed() {
    let mut driver = running("Space Space Space");
    driver.press("Home Enter");
    driver.elapsed += Duration::from_secs(240);
    driver.press("n Enter");
    assert_eq!(timings(&driver), [(CASE.to_owned(), 242)]);
    // Who only passes a case does not discuss it.
    driver.press("n Enter");
    driver.elapsed += Duration::from_secs(60);
    driver.press("Esc");
    assert_eq!(timings(&driver), [(CASE.to_owned(), 242), ("tb-2026-0009".to_owned(), 61)]);
}

#[test]
fn the_time_of_a_case_ends_with_its_decision() {
    let mut driver = running("Space Space Space");
    driver.press(PROPOSED);
    driver.press(AGREED).press("Ctrl-S").press(DOWN);
    driver.press("'TTBN_1975 Enter").wait_for("decision recorded");
    let [(case, seconds)] = &timings(&driver)[..] else { panic!("{:?}", timings(&driver)) };
    assert!(case == CASE && *seconds > 60, "a second a key: {seconds}");
    driver.elapsed += Duration::from_secs(600);
    driver.press("Esc");
    assert_eq!(timings(&driver).len(), 1);
}

#[test]
fn looking_at_cases_outside_a_running_meeting_writes_nothing() {
    let look = |driver: &mut Driver| {
        driver.press("Home Enter");
        driver.elapsed += Duration::from_secs(600);
        driver.press("Esc Esc");
    };
    let mut before = meeting();
    look(&mut before);
    assert_eq!(timings(&before), []);

    let mut closed = running("Space Space Space");
    closed.press("F12").press(DOWN).press("'2026-11-26 Enter").wait_for("the meeting is closed");
    look(&mut closed);
    assert_eq!(timings(&closed), []);

    // A meeting of another day that nobody closed does not run.
    let mut later = running("Space Space Space");
    later.model.today = later.model.today.succ_opt().unwrap();
    look(&mut later);
    assert_eq!(timings(&later), []);
}

#[test]
fn the_running_agenda_is_changed_with_a_reason_and_the_plan_stays_as_written() {
    let mut driver = running("Space Space Space");
    let plan = driver.store.root().join("meetings/2026-11-26-network/meeting.yaml");
    let written = std::fs::read(&plan).unwrap();
    driver.press("Home Down g").wait_for("王秀英 · 30-Jan-1968 · Hospital no. 00388410");
    driver.press("Ctrl-S").wait_for("Still needed: Change (one of 2)");
    driver
        .press("'moved Tab Tab '99 Tab 'Dr_Phan_leaves Ctrl-S")
        .wait_for("Places on this agenda go from 1 to 15.");
    // What was typed is there after Esc, and after a disk that refuses.
    driver.press("Esc g").wait_for("Dr Phan leaves");
    driver.broken = Some("the disk is full");
    driver
        .press("Tab Tab Backspace Backspace '1 Ctrl-S")
        .wait_for("NOT SAVED: the disk is full")
        .wait_for("Dr Phan leaves");
    driver.broken = None;
    driver
        .press("Ctrl-S")
        .wait_for("Saved 14:05: the agenda is changed: 王秀英, moved.")
        .wait_for("1 王秀英");

    driver.press("End g 'deferred Tab Tab Tab 'late_report Ctrl-S").wait_for("the agenda is changed");
    driver.press("Home Down g 'removed Tab Tab Tab 'went_home Ctrl-S").wait_for("the agenda is changed");
    let meeting = driver.store.meeting("2026-11-26-network");
    let slots = tumorboard::domain::agenda::slots(&meeting);
    let names: Vec<(&str, bool)> = slots.iter().map(|slot| (slot.case, slot.deferred)).collect();
    assert_eq!(
        (names[0], names[1], names[13]),
        (("tb-2026-0008", false), ("tb-2026-0009", false), ("tb-2026-0021", true))
    );
    assert_eq!(std::fs::read(&plan).unwrap(), written);
}

/// The case under the mark.
fn marked(driver: &Driver) -> String {
    selected(&driver.model).unwrap()
}

#[test]
fn the_mark_stays_on_its_patient_when_the_agenda_changes_by_whomever() {
    let mut driver = running("Space Space Space");
    driver.press("Home Down Down");
    let own = marked(&driver);
    let change = |change: Change, case: &str, to: Option<usize>| AgendaChange {
        change: Some(change.into()),
        case: case.to_owned(),
        to,
        reason: "ferry".into(),
    };
    let meeting = "2026-11-26-network";
    let record = |driver: &mut Driver, number: u32, body: AgendaChange| {
        let by = driver.model.author("recorder");
        let heads = driver.store.meeting(meeting).history.heads();
        let record = NewRecord::new(Folder::Meeting(meeting.to_owned()), by, heads, Body::Agenda(body));
        let id = format!("01kb0000000000000000009{number:03}");
        driver.store.append(&record, id, "2026-11-26T14:00:00+07:00".to_owned()).unwrap();
        driver.carry_out(Effect::ReadMeeting(meeting.to_owned()));
    };
    record(&mut driver, 1, change(Change::Move, "tb-2026-0021", Some(1)));
    assert_eq!((marked(&driver), driver.model.agenda.selected), (own.clone(), 3));
    record(&mut driver, 2, change(Change::Remove, "tb-2026-0021", None));
    assert_eq!((marked(&driver), driver.model.agenda.selected), (own.clone(), 2));
    // One's own change: the mark goes with the patient.
    driver.press("g 'moved Tab Tab '1 Tab 'first Ctrl-S").wait_for("the agenda is changed");
    assert_eq!((marked(&driver), driver.model.agenda.selected), (own.clone(), 0));
    record(&mut driver, 3, change(Change::Remove, &own, None));
    driver.wait_for("the marked case has left the list: the mark > is on another one");
    assert_ne!(marked(&driver), own);
}

#[test]
fn a_case_that_was_put_off_stays_so_in_the_list_when_its_records_are_read_again() {
    let mut driver = running("Space Space Space");
    driver.press("Home Down Down");
    let case = marked(&driver);
    driver.press("g 'deferred Tab Tab Tab 'late_report Ctrl-S").wait_for("the agenda is changed");
    driver.carry_out(Effect::List);
    driver.press("/ Tab 'status:deferred");
    let found = rows(&driver.model).len();
    let at = rows(&driver.model).position(&case).unwrap();
    driver.model.agenda.selected = at;
    driver.press("Enter");
    let read = driver.store.case(&case);
    driver.happen(Msg::RecordsRead { folder: case.clone(), history: read.history, damaged: read.damaged });
    assert_eq!((rows(&driver.model).len(), marked(&driver)), (found, case));
}

#[test]
fn a_change_of_the_agenda_that_was_left_waits_at_its_own_patient_and_meets_no_other() {
    let mut driver = running("Space Space Space");
    driver.press("Home Down g 'deferred Tab Tab Tab 'late_result Esc").wait_for("2 王秀英");
    driver.press("Home g");
    assert!(!driver.says().contains("late result"), "{}", driver.says());
    driver.press("'moved Tab Tab '3 Tab 'came_early Esc Down g").wait_for("王秀英").wait_for("late result");
    // Another case is chosen, so the text is that one's from now on.
    driver.press("Esc End g 'deferred Tab Tab Tab 'ferry Tab Tab");
    driver.press("Backspace '王秀英 Tab Esc g");
    assert!(!driver.says().contains("ferry"), "{}", driver.says());
    driver.press("Esc Home Down g").wait_for("ferry").press("Ctrl-S").wait_for("changed: 王秀英, deferred.");
    driver.press("g");
    assert!(!driver.says().contains("ferry"), "{}", driver.says());
    driver.press("Esc Home g").wait_for("came early").press("Ctrl-S").wait_for("moved.");
}

#[test]
fn two_of_one_agenda_who_could_be_taken_for_each_other_are_marked_in_words_and_in_the_banner() {
    let mut driver = meeting();
    let file = driver.store.root().join("tb-2026-0008/case.yaml");
    let text = std::fs::read_to_string(&file).unwrap();
    let name = text.lines().find(|line| line.trim_start().starts_with("name:")).unwrap().to_owned();
    driver.wait_for("DEB-TACE");
    assert!(!driver.says().contains("similar name"), "nobody is marked who is not");
    let changed = text.replacen(&name, "  name: TRAN THI BICH NGOC", 1);
    std::io::Write::write_all(&mut std::fs::File::create(&file).unwrap(), changed.as_bytes()).unwrap();
    driver.carry_out(tumorboard::ui::msg::Effect::List);
    let said = driver.says();
    assert_eq!(said.matches("similar name").count(), 3, "both rows, and whom under the list: {said}");
    // Beside the day that was asked for, the mark leaves room for the name.
    driver.press("/ 'due:overdue").wait_for("similar name · TRAN THI").wait_for("! 24-Nov-2026");
    driver.press("Esc");
    driver.press("Home Enter").wait_for("similar name: TRAN THI BICH NGOC ·").wait_for("tb-2026-0008");
}

/// The meetings as many that no screen shows all, with the list of them open.
fn many_meetings() -> Driver {
    let mut driver = Driver::start(Lang::En, "default", (60, 16));
    let from = driver.store.root().join("meetings/2026-11-12-network/meeting.yaml");
    let text = std::fs::read_to_string(from).unwrap();
    for day in 10..30 {
        let dir = driver.store.root().join(format!("meetings/2025-01-{day}-network"));
        std::fs::create_dir_all(&dir).unwrap();
        std::fs::write(dir.join("meeting.yaml"), text.replace("2026-11-12", &format!("2025-01-{day}")))
            .unwrap();
    }
    driver.press("Ctrl-R m");
    driver
}

#[test]
fn home_end_and_pages_move_the_choice_in_the_list_of_meetings() {
    let mut driver = many_meetings();
    let chosen = |driver: &mut Driver| {
        let rows = driver.rows();
        rows.into_iter().find(|row| row.trim_start().starts_with('>')).unwrap_or_default()
    };
    driver.press("Home");
    assert!(chosen(&mut driver).contains("10-Jan-2025"), "{}", chosen(&mut driver));
    driver.press("PgDn PgDn");
    let far = chosen(&mut driver);
    assert!(!far.is_empty() && !far.contains("10-Jan-2025") && !far.contains("11-Jan-2025"), "{far}");
    driver.press("PgUp");
    assert_ne!(chosen(&mut driver), far);
    driver.press("End").wait_for("> All cases").press("PgUp PgUp PgUp PgUp PgUp");
    assert!(chosen(&mut driver).contains("10-Jan-2025"), "{}", chosen(&mut driver));
}

#[test]
fn a_meeting_that_comes_in_while_one_is_chosen_does_not_change_which_one_it_was() {
    let mut driver = meeting();
    driver.press("m").wait_for("26-Nov-2026");
    let before = driver.model.agenda.meeting.clone();
    let dir = driver.store.root().join("meetings");
    let plan = std::fs::read(dir.join(MEETING).join("meeting.yaml")).unwrap();
    std::fs::create_dir(dir.join("2020-01-01-network")).unwrap();
    std::fs::write(dir.join("2020-01-01-network/meeting.yaml"), plan).unwrap();
    let listing = driver.listing();
    driver.happen(Msg::Listed(Box::new(listing)));
    driver.press("Enter");
    assert_eq!(driver.model.agenda.meeting, before);
    // One that is not there any more is not opened as another one: all cases are marked.
    driver.press("m Home");
    std::fs::remove_dir_all(dir.join("2020-01-01-network")).unwrap();
    let listing = driver.listing();
    driver.happen(Msg::Listed(Box::new(listing)));
    driver.press("Enter");
    assert_eq!(driver.model.agenda.meeting, None);
}

#[test]
fn a_question_to_an_expert_whose_answer_was_due_yesterday_is_told_before_it_is_recorded() {
    for (due, is_told) in [("2026-11-25", true), ("2026-11-26", false)] {
        let mut driver = Driver::start(Lang::En, "default", (80, 24));
        driver.press("Home Enter 8 r 'tan-hpb Tab Tab Tab Tab 'Resectable? Tab");
        driver.press(&format!("'{due} Ctrl-S")).wait_for("Resectable?");
        let says = driver.says();
        assert!(says.contains("READ-BACK"), "{says}");
        assert_eq!(says.contains("A due date is past: 25-Nov-2026"), is_told, "{says}");
    }
}
