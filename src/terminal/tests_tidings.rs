//! What the thread that hears of changes asks for, and when; time passes only where a test says so.

use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use super::tidings::{ALL, IN_SIGHT, PATIENCE, PAUSE, REST, SETTLED, Tidings, Word};
use crate::storage::notices::Notice;
use crate::terminal::lister::Ask;

fn tidings(now: Instant) -> (Tidings, Receiver<Ask>) {
    let (list, asked) = channel();
    (Tidings::of(list, now), asked)
}

fn case(name: &str) -> Notice {
    Notice::Case(name.to_owned())
}

#[test]
fn changes_that_come_one_upon_another_are_asked_for_once_and_never_put_off_for_long() {
    let begun = Instant::now();
    let (mut tidings, _asked) = tidings(begun);
    for step in 0..100 {
        let now = begun + Duration::from_millis(50) * step;
        tidings.hear(Word::Changed(vec![case("tb-1"), case("tb-2")]), now);
        let asks = tidings.due(now);
        if let [Ask::Cases(cases)] = asks.as_slice() {
            assert_eq!(cases.len(), 2);
            assert!(step >= 39, "{step}");
            return;
        }
        assert!(asks.is_empty());
    }
    panic!("never asked for");
}

#[test]
fn the_more_a_look_at_everything_takes_the_rarer_it_is_and_one_change_cannot_ask_for_it_all_the_time() {
    let begun = Instant::now();
    let (mut tidings, _asked) = tidings(begun);
    let mut period = |took: Duration| {
        tidings.hear(Word::Looked(took), begun);
        tidings.look_at_all_at.unwrap() - begun
    };
    assert_eq!(period(Duration::from_millis(5)), ALL.0);
    assert_eq!(period(Duration::from_millis(500)), Duration::from_secs(1000));
    assert_eq!(period(Duration::from_secs(9)), ALL.1);
    tidings.hear(Word::Looked(Duration::from_secs(3)), begun);
    tidings.hear(Word::Changed(vec![Notice::Workspace]), begun);
    let soon = begun + Duration::from_secs(1);
    assert!(tidings.due(soon).is_empty());
    let later = begun + Duration::from_secs(61);
    assert!(matches!(tidings.due(later).as_slice(), [Ask::All { quietly: true }]));
    assert!(tidings.due(later + Duration::from_secs(1)).is_empty(), "asked for once");
}

#[test]
fn what_became_read_only_is_looked_at_without_any_case() {
    let begun = Instant::now();
    let (mut tidings, _asked) = tidings(begun);
    tidings.hear(Word::Changed(vec![Notice::Reach]), begun);
    let asks = tidings.due(begun + PAUSE);
    assert!(matches!(asks.as_slice(), [Ask::Cases(cases)] if cases.is_empty()));
}

#[test]
fn where_nobody_tells_what_is_in_sight_is_looked_at_now_and_then() {
    let begun = Instant::now();
    let (mut tidings, _asked) = tidings(begun);
    tidings.hear(Word::Follow(vec!["tb-1".into()]), begun);
    assert!(tidings.due(begun + Duration::from_secs(1)).is_empty());
    for round in 1..4 {
        let asks = tidings.due(begun + IN_SIGHT * round);
        assert!(matches!(asks.as_slice(), [Ask::Cases(cases)] if cases.len() == 1), "{round}");
    }
}

#[test]
fn a_case_that_comes_back_after_a_letter_that_found_nothing_is_looked_at() {
    let begun = Instant::now();
    let (mut tidings, _asked) = tidings(begun);
    for (nth, cases) in (0..).zip([vec!["tb-1".to_owned()], Vec::new(), vec!["tb-1".to_owned()]]) {
        tidings.hear(Word::Follow(cases), begun + Duration::from_millis(50) * nth);
    }
    let asks = tidings.due(begun + Duration::from_millis(100) + PAUSE);
    assert!(matches!(asks.as_slice(), [Ask::Cases(cases)] if cases.contains("tb-1")), "{asks:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn what_came_into_sight_is_told_of_by_the_system_once_the_letters_rest() {
    let root = tempfile::tempdir().unwrap();
    for case in ["tb-1", "tb-2"] {
        std::fs::create_dir(root.path().join(case)).unwrap();
    }
    let begun = Instant::now();
    let (mut tidings, _asked) = tidings(begun);
    let (tell, told) = channel();
    tidings.source = Some((root.path().to_owned(), tell));
    for case in ["tb-1", "tb-2"] {
        tidings.hear(Word::Follow(vec![case.to_owned()]), begun);
        tidings.due(begun);
    }
    tidings.due(begun + SETTLED);
    assert!(tidings.look_in_sight_at.is_none(), "nobody has to look now and then");
    std::fs::File::create(root.path().join("tb-2/case.yaml")).unwrap();
    let word = told.recv_timeout(Duration::from_secs(10));
    assert!(matches!(word, Ok(Word::Changed(news)) if news == [case("tb-2")]));
}

#[test]
fn under_the_letters_of_a_search_what_is_in_sight_is_followed_once_they_rest_and_before_it_is_looked_at() {
    let begun = Instant::now();
    let (mut tidings, _asked) = tidings(begun);
    let follow = |tidings: &mut Tidings, case: String, now: Instant| {
        tidings.hear(Word::Follow(vec![case]), now);
        tidings.due(now)
    };
    follow(&mut tidings, "tb-0".to_owned(), begun);
    assert!(tidings.follow_at.is_none(), "what is shown first is followed at once");
    let mut now = begun;
    for letter in 1..30 {
        now += Duration::from_millis(80);
        let asks = follow(&mut tidings, format!("tb-{letter}"), now);
        assert_eq!(tidings.follow_at.is_none(), !asks.is_empty(), "{letter}: {asks:?}");
    }
    assert!(tidings.due(now + SETTLED).is_empty() && tidings.follow_at.is_none());
    let asks = tidings.due(now + PAUSE);
    assert!(matches!(asks.as_slice(), [Ask::Cases(cases)] if cases.contains("tb-29")));
}

#[test]
fn who_searched_and_rests_has_everything_looked_at_and_who_types_has_not() {
    let begun = Instant::now();
    let (mut tidings, _asked) = tidings(begun);
    let all = Ask::All { quietly: true };
    let follow = |case: &str| Word::Follow(vec![case.to_owned()]);
    tidings.hear(Word::Looked(Duration::from_millis(10)), begun);
    // The list is there before its first case is.
    tidings.hear(Word::Follow(Vec::new()), begun);
    tidings.hear(follow("tb-1"), begun);
    assert!(tidings.look_beyond_at.is_none(), "what is shown first was read just now");
    let mut now = begun + Duration::from_secs(60);
    for letter in 0..30 {
        tidings.hear(follow(&format!("tb-{letter}")), now);
        assert!(!tidings.due(now).contains(&all), "{letter}");
        now += Duration::from_millis(300);
    }
    now += REST;
    assert!(tidings.due(now).contains(&all));
    tidings.hear(Word::Looked(Duration::from_secs(2)), now);
    tidings.hear(follow("tb-7"), now);
    assert!(
        !tidings.due(now + Duration::from_secs(39)).contains(&all),
        "what took long is not done again soon"
    );
    assert!(tidings.due(now + Duration::from_secs(40)).contains(&all));
    assert!(!tidings.due(now + Duration::from_secs(60)).contains(&all), "and once");
}

#[test]
fn what_was_in_sight_for_a_moment_holds_up_no_news_of_what_is_in_sight_now() {
    let begun = Instant::now();
    let (mut tidings, _asked) = tidings(begun);
    tidings.hear(Word::Looked(Duration::from_secs(4)), begun);
    tidings.hear(Word::Follow(vec!["tb-0".into()]), begun);
    // Letters of a search, each with other cases below it.
    let mut now = begun;
    for letter in 0..60 {
        now += Duration::from_millis(30);
        let seen = (0..40).map(|row| format!("tb-{letter}-{row}")).collect();
        tidings.hear(Word::Follow(seen), now);
    }
    let later = now + PATIENCE;
    let asks = tidings.due(later);
    let last = (0..40).map(|row| format!("tb-59-{row}")).collect();
    assert_eq!(asks, [Ask::Cases(last)], "and no look at everything");
    tidings.hear(Word::Changed(vec![case("tb-59-7")]), later);
    assert!(matches!(tidings.due(later + PAUSE).as_slice(), [Ask::Cases(cases)] if cases.len() == 1));
}

#[test]
fn a_look_at_everything_that_has_to_wait_holds_up_no_news_of_what_is_in_sight() {
    let begun = Instant::now();
    let (mut tidings, _asked) = tidings(begun);
    tidings.hear(Word::Looked(Duration::from_secs(4)), begun);
    tidings.hear(Word::Follow(vec!["tb-1".into(), "tb-2".into()]), begun);
    tidings.hear(Word::Changed(vec![Notice::Workspace, case("tb-1"), case("tb-9")]), begun);
    let asks = tidings.due(begun + PAUSE);
    assert!(matches!(asks.as_slice(), [Ask::Cases(cases)] if cases.iter().eq(["tb-1"])), "{asks:?}");
    let free = begun + Duration::from_secs(80);
    let asks = tidings.due(free);
    assert!(asks.contains(&Ask::All { quietly: true }), "{asks:?}");
    assert!(!tidings.due(free + PATIENCE).contains(&Ask::All { quietly: true }), "asked for once");
}
