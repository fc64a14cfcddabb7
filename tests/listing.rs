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
use tumorboard::ui::msg::{Listing, Msg};
use tumorboard::ui::screens::agenda::{items, selected};
use tumorboard::ui::update::update;
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
        items(model).iter().map(|item| format!("{} {}", item.number, item.folder)).collect()
    };
    for (key, left) in [("/", 3), ("t", 2), ("b", 2), ("5", 1)] {
        update(&mut model, Msg::Key(Key::parse(key).unwrap()));
        assert_eq!(items(&model).len(), left, "{key}");
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
