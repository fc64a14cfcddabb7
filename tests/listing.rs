//! A list that grows while it is looked at: the selection stays on its patient, and what is not read yet is not missing.

use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tumorboard::domain::meeting::{AgendaItem, Meeting};
use tumorboard::domain::query::Haystack;
use tumorboard::domain::summary::Summary;
use tumorboard::domain::workspace::{Loaded, MeetingFolder};
use tumorboard::i18n::{Lang, Words};
use tumorboard::ui::key::Key;
use tumorboard::ui::model::Model;
use tumorboard::ui::msg::{Effect, Listing, Msg};
use tumorboard::ui::screens::agenda::{rows, selected};
use tumorboard::ui::update::{update, update_before};
use tumorboard::ui::view::view;
use tumorboard::ui::widgets::picture::Pictures;

fn listing(folders: &[&str], is_whole: bool) -> Box<Listing> {
    let summary = |folder: &&str| Summary { folder: (*folder).into(), readable: true, ..Summary::default() };
    let cases: Vec<Arc<Summary>> = folders.iter().map(|folder| Arc::new(summary(folder))).collect();
    let keys = cases.iter().map(|case| Haystack::of(case)).collect();
    Box::new(Listing { cases, keys, is_whole, ..Listing::default() })
}

fn model() -> Model {
    let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    Model::new(Words::shared(Lang::En), "default", day, "unknown")
}

#[test]
fn cases_that_come_in_between_leave_the_selection_on_its_patient() {
    let mut model = model();
    update(&mut model, Msg::Listed(listing(&["tb-2", "tb-5"], false)));
    update(&mut model, Msg::Key(Key::parse("Down").unwrap()));
    assert_eq!(selected(&model).as_deref(), Some("tb-5"));
    update(&mut model, Msg::Listed(listing(&["tb-1", "tb-2", "tb-3", "tb-5", "tb-9"], true)));
    assert_eq!(selected(&model).as_deref(), Some("tb-5"));
    update(&mut model, Msg::Listed(listing(&["tb-1"], true)));
    assert_eq!(selected(&model).as_deref(), Some("tb-1"));
}

#[test]
fn a_search_of_all_cases_goes_on_with_every_letter_and_with_every_case_that_comes() {
    let mut model = model();
    update(&mut model, Msg::Listed(listing(&["tb-2", "tb-5", "xy-5"], false)));
    let found = |model: &Model| -> Vec<String> {
        rows(model).part(0, 100).map(|item| format!("{} {}", item.number, item.folder)).collect()
    };
    for (key, left) in [("/", 3), ("t", 2), ("b", 2), ("5", 1)] {
        update(&mut model, Msg::Key(Key::parse(key).unwrap()));
        assert_eq!(rows(&model).len(), left, "{key}");
    }
    assert_eq!(found(&model), ["2 tb-5"]);
    update(&mut model, Msg::Listed(listing(&["tb-2", "tb-4", "tb-5", "tb-55", "xy-5"], true)));
    assert_eq!(found(&model), ["3 tb-5", "4 tb-55"]);
    assert_eq!(selected(&model).as_deref(), Some("tb-5"));
    update(&mut model, Msg::Key(Key::parse("Backspace").unwrap()));
    assert_eq!(found(&model).len(), 4);
    update(&mut model, Msg::Key(Key::parse("Esc").unwrap()));
    assert_eq!(found(&model).len(), 5);
}

#[test]
fn what_is_not_found_while_cases_are_read_is_said_to_be_looked_for_still() {
    for (lang, none, some, whole) in [
        (
            Lang::En,
            "Not found among the 3 cases read so far, of 20001",
            "1 found in the 3 cases read so far",
            "No case fits",
        ),
        (
            Lang::Vi,
            "Chưa tìm thấy trong 3 ca đã đọc, trên tổng số 20001",
            "tìm thấy 1 trong 3 ca đã đọc",
            "Không có ca nào phù hợp",
        ),
        (Lang::Zh, "已读取的3例（共20001例）中暂未找到", "已读取的3例中找到1例", "没有符合的病例"),
    ] {
        for size in [(60, 16), (80, 24), (120, 40)] {
            let mut model = Model { words: Words::shared(lang), size, ..model() };
            let said =
                |model: &Model| shown(model, size).join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            let is_said = |model: &Model, text: &str| {
                let plain = |text: &str| text.replace(' ', "");
                plain(&said(model)).contains(&plain(text))
            };
            let reading = Listing { of: 20_001, ..*listing(&["tb-2", "tb-5", "xy-5"], false) };
            update(&mut model, Msg::Listed(Box::new(reading)));
            update(&mut model, Msg::Key(Key::parse("/").unwrap()));
            update(&mut model, Msg::Paste("tb-5".into()));
            assert!(is_said(&model, some), "{}", said(&model));
            update(&mut model, Msg::Paste("0".into()));
            assert!(is_said(&model, none) && !is_said(&model, whole), "{}", said(&model));
            update(&mut model, Msg::Listed(listing(&["tb-2", "tb-5", "xy-5"], true)));
            assert!(is_said(&model, whole) && !is_said(&model, none), "{}", said(&model));
        }
    }
}

#[test]
fn a_meeting_of_which_every_case_is_read_is_searched_whole_while_others_are_read() {
    let mut model = model();
    let item = |case: &str| AgendaItem { case: case.into(), ..AgendaItem::default() };
    let plan = Meeting { agenda: vec![item("tb-2"), item("tb-7")], ..Meeting::default() };
    let file = Loaded { value: Some(plan), ..Loaded::default() };
    let meeting = MeetingFolder { folder: "2026-11-26-liver".into(), file, ..MeetingFolder::default() };
    for (folders, so_far) in [(&["tb-2"][..], true), (&["tb-2", "tb-7"], false)] {
        let listing = Listing { meetings: vec![meeting.clone()], of: 9, ..*listing(folders, false) };
        update(&mut model, Msg::Listed(Box::new(listing)));
        model.agenda.meeting = Some("2026-11-26-liver".into());
        update(&mut model, Msg::Key(Key::parse("/").unwrap()));
        update(&mut model, Msg::Paste("zz".into()));
        let text = shown(&model, (80, 24)).join("\n");
        assert_eq!(text.contains("read so far"), so_far, "{text}");
        assert_eq!(text.contains("No case of this meeting fits"), !so_far, "{text}");
    }
}

#[test]
fn a_planned_case_is_missing_only_when_every_case_was_read() {
    let mut model = model();
    let shown = |model: &Model| {
        let mut screen = Terminal::new(TestBackend::new(80, 24)).unwrap();
        screen
            .draw(|frame| {
                view(model, &mut Pictures::default(), frame);
            })
            .unwrap();
        screen.backend().to_string()
    };
    for (is_whole, said, unsaid) in [(false, "Reading", "no such case"), (true, "no such case", "Reading")] {
        let item = AgendaItem { case: "tb-7".into(), ..AgendaItem::default() };
        let plan = Meeting { agenda: vec![item], ..Meeting::default() };
        let file = Loaded { value: Some(plan), ..Loaded::default() };
        let meeting = MeetingFolder { folder: "2026-11-26-liver".into(), file, ..MeetingFolder::default() };
        let mut listing = listing(&["tb-1"], is_whole);
        listing.meetings = vec![meeting];
        update(&mut model, Msg::Listed(listing));
        model.agenda.meeting = Some("2026-11-26-liver".into());
        let text = shown(&model);
        assert!(text.to_lowercase().contains(&said.to_lowercase()), "{text}");
        assert!(!text.to_lowercase().contains(&unsaid.to_lowercase()), "{text}");
    }
}

#[test]
fn of_letters_typed_in_one_go_only_the_last_is_searched_for_and_its_answer_is_complete() {
    let mut model = model();
    update(&mut model, Msg::Listed(listing(&["tb-2", "tb-5", "xy-5"], true)));
    update(&mut model, Msg::Key(Key::parse("/").unwrap()));
    let keys: Vec<Msg> = ["t", "b", "5"].map(|key| Msg::Key(Key::parse(key).unwrap())).into();
    update_before(&mut model, keys[0].clone(), Some(&keys[1]));
    assert_eq!(model.found.hits().len(), 0, "nobody will see what one letter finds");
    update_before(&mut model, keys[1].clone(), Some(&keys[2]));
    update_before(&mut model, keys[2].clone(), None);
    assert_eq!(rows(&model).part(0, 9).map(|item| item.folder.to_owned()).collect::<Vec<_>>(), ["tb-5"]);
    // What is not a letter acts on what the letters found.
    update(&mut model, Msg::Key(Key::parse("Backspace").unwrap()));
    let enter = Msg::Key(Key::parse("Enter").unwrap());
    update_before(&mut model, Msg::Key(Key::parse("2").unwrap()), Some(&enter));
    let effects = update(&mut model, enter);
    assert!(effects.contains(&Effect::OpenCase("tb-2".into())), "{effects:?}");
}

#[test]
fn the_cases_in_sight_are_told_once_for_each_part_of_the_list() {
    let folders: Vec<String> = (0..1000).map(|number| format!("tb-{number:04}")).collect();
    let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
    let mut model = model();
    let told = |effects: Vec<Effect>| {
        effects
            .into_iter()
            .find_map(|effect| if let Effect::Follow(cases) = effect { Some(cases) } else { None })
    };
    let first = told(update(&mut model, Msg::Listed(listing(&folders, true)))).unwrap();
    assert!(first.len() < 200 && first.contains(&"tb-0000".to_owned()));
    assert_eq!(told(update(&mut model, Msg::Key(Key::parse("Down").unwrap()))), None);
    let last = told(update(&mut model, Msg::Key(Key::parse("End").unwrap()))).unwrap();
    assert!(
        last.len() < 200 && last.contains(&"tb-0999".to_owned()) && !last.contains(&"tb-0000".to_owned())
    );
}

#[test]
fn another_case_in_the_place_of_one_is_followed_though_there_are_as_many_and_the_same_ones_are_told_once() {
    let mut model = model();
    let told = |effects: Vec<Effect>| {
        let mut all = effects.into_iter();
        all.find_map(|effect| if let Effect::Follow(cases) = effect { Some(cases) } else { None })
    };
    let mut listed = |folders: &[&str]| told(update(&mut model, Msg::Listed(listing(folders, true))));
    assert_eq!(listed(&["tb-1", "tb-2"]), Some(vec!["tb-1".to_owned(), "tb-2".to_owned()]));
    assert_eq!(listed(&["tb-1", "tb-2"]), None);
    assert_eq!(listed(&["tb-1", "tb-9"]), Some(vec!["tb-1".to_owned(), "tb-9".to_owned()]));
}

/// What the screen shows, line by line.
fn shown(model: &Model, (width, height): (u16, u16)) -> Vec<String> {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let mut pictures = Pictures::default();
    let draw = |frame: &mut ratatui::Frame<'_>| {
        view(model, &mut pictures, frame);
    };
    let buffer = terminal.draw(draw).unwrap().buffer.clone();
    let row = |y| (0..width).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>();
    (0..height).map(row).collect()
}

#[test]
fn the_column_of_the_number_is_as_wide_as_the_largest_one() {
    for count in [9, 999, 1_000, 12_345] {
        let folders: Vec<String> = (1..=count).map(|at| format!("tb-{at:05}")).collect();
        let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
        let mut model = model();
        update(&mut model, Msg::Listed(listing(&folders, true)));
        for keys in [&["Home"][..], &["End"], &["/", "9"]] {
            for key in keys {
                update(&mut model, Msg::Key(Key::parse(key).unwrap()));
            }
            let chosen = selected(&model).unwrap();
            let number: usize = chosen.trim_start_matches("tb-").parse().unwrap();
            let rows = shown(&model, (80, 24));
            let row = rows.iter().find(|row| row.contains('>')).unwrap();
            let words: Vec<&str> = row.split(['>', ' ']).filter(|word| !word.is_empty()).collect();
            assert_eq!(words[..2], [number.to_string().as_str(), chosen.as_str()], "{row}");
        }
    }
}

#[test]
fn while_reading_the_state_is_whole_and_board_and_date_are_to_be_seen_on_a_small_screen() {
    for (lang, date, state, name) in [
        (Lang::En, "26-Nov-2026", "VIEW", "A board with"),
        (Lang::Vi, "26 thg 11 2026", "XEM", "A board with"),
        (Lang::Zh, "2026年11月26日", "查看", "A board with"),
    ] {
        for size in [(50, 14), (60, 16), (80, 24)] {
            let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
            let mut model = Model::new(Words::shared(lang), "default", day, "unknown");
            let mut listing = listing(&["tb-1"], false);
            listing.of = 12_345;
            let board = "demo: true\nboards: {b: {name: A board with a long name of its own}}\n";
            let dir = tempfile::tempdir().unwrap();
            std::fs::create_dir_all(dir.path().join("meetings/m")).unwrap();
            std::fs::write(dir.path().join("board.yaml"), board).unwrap();
            let meeting = "schema: 1\nboard: b\ndate: 2026-11-26\n";
            std::fs::write(dir.path().join("meetings/m/meeting.yaml"), meeting).unwrap();
            let store = tumorboard::storage::store::Store::open(dir.path()).unwrap();
            (listing.board, listing.meetings) = (store.board(), vec![store.meeting("m")]);
            update(&mut model, Msg::Listed(listing));
            model.initials = true;
            let rows = shown(&model, size);
            let head = rows.iter().take_while(|row| !row.starts_with('─')).cloned().collect::<Vec<_>>();
            let plain = |text: &str| text.replace(' ', "");
            let all = plain(&head.join(" "));
            let words = model.words;
            let reading = words.with("reading", &[("n", 1_u32.into()), ("of", 12_345_u32.into())]);
            for said in [
                date,
                state,
                &reading,
                &words.get("quorum-none"),
                &words.get("demo"),
                &words.get("initials-mode"),
            ] {
                assert!(all.contains(&plain(said)), "{said:?} at {size:?}: {head:#?}");
            }
            assert!(
                all.contains(&plain(&name[..5]))
                    && all.contains('…') | all.contains(&plain("name of its own")),
                "{head:#?}"
            );
            // The list below stays where it is, however many are read.
            for count in [99, 1_000, 12_344] {
                let folders: Vec<String> = (1..=count).map(|at| format!("tb-{at:05}")).collect();
                let mut more = self::listing(&folders.iter().map(String::as_str).collect::<Vec<_>>(), false);
                (more.of, more.board, more.meetings) = (12_345, store.board(), vec![store.meeting("m")]);
                update(&mut model, Msg::Listed(more));
                let rows = shown(&model, size);
                let now = rows.iter().take_while(|row| !row.starts_with('─')).count();
                assert_eq!(now, head.len(), "{count} at {size:?}: {rows:#?}");
            }
        }
    }
}
