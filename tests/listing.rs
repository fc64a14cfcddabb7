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
