//! The first indexing of a workspace that nobody knows: a screenful before the whole, and nothing lost when it is stopped.

use std::fs;
use std::sync::atomic::AtomicBool;

use crate::domain::query::Haystack;
use crate::storage::index::tests::{Place, later, names, put, refresh};
use crate::storage::index::{Index, Progress};

#[test]
fn a_first_indexing_tells_of_a_screenful_before_the_whole_and_keeps_what_it_has_when_stopped() {
    let place = Place::new(300);
    let stop = AtomicBool::new(false);
    let mut index = Index::new(Some(&place.cache()), &place.root());
    let mut seen = Vec::new();
    index
        .refresh(later(), &stop, &mut |index, progress| {
            assert!(names(index).is_sorted());
            seen.push((index.cases().len(), progress.read));
            stop.store(progress.read > 0, std::sync::atomic::Ordering::Relaxed);
        })
        .unwrap();
    assert_eq!(seen[..2], [(0, 0), (64, 64)]);
    assert!(index.cases().len() < 300);
    index.save().unwrap();
    let (whole, progress) = place.open();
    assert_eq!(whole.cases().len(), 300);
    assert!(progress.read < 300, "what was read before is not read again");
}

#[test]
fn of_a_large_workspace_that_nobody_knows_a_screenful_is_told_before_the_rest_is_looked_at() {
    let place = Place::new(1_100);
    let mut index = Index::new(Some(&place.cache()), &place.root());
    let mut told = Vec::new();
    let mut news = |index: &Index, progress: Progress| told.push((index.cases().len(), progress.cases));
    // What is not looked at yet may still go.
    let last = place.root().join("tb-999");
    let mut gone = |index: &Index, progress| {
        if last.exists() {
            fs::remove_dir_all(&last).unwrap();
        }
        news(index, progress);
    };
    index.refresh(later(), &AtomicBool::new(false), &mut gone).unwrap();
    assert_eq!(told.first(), Some(&(64, 1_100)), "{told:?}");
    assert!(told.iter().map(|(shown, _)| shown).is_sorted(), "{told:?}");
    assert_eq!(index.cases().len(), 1_099);
    // With the same roster as the others.
    assert_eq!(refresh(&mut index).stale, 0);
}

#[test]
fn of_a_large_workspace_the_agenda_nearest_to_today_is_read_first() {
    let place = Place::new(1_100);
    for (day, case) in [("2026-11-20", "tb-997"), ("2026-11-27", "tb-998"), ("2027-01-01", "tb-gone")] {
        let dir = place.root().join("meetings").join(format!("{day}-x"));
        fs::create_dir_all(&dir).unwrap();
        put(
            dir.join("meeting.yaml"),
            format!("schema: 1\nid: {day}-x\ndate: {day}\nagenda: [{{case: {case}}}]\n"),
        );
    }
    let mut index = Index::new(Some(&place.cache()), &place.root());
    let mut first = Vec::new();
    let mut news = |index: &Index, _| {
        if first.is_empty() {
            first = names(index);
        }
    };
    index.refresh(later(), &AtomicBool::new(false), &mut news).unwrap();
    assert_eq!(first.len(), 64);
    for case in ["tb-997", "tb-998", "tb-0"] {
        assert!(first.iter().any(|name| name.starts_with(&format!("{case} "))), "{case}: {first:?}");
    }
    assert_eq!(index.cases().len(), 1_100);
    // Those that were read first stand among the others, each with its own keys.
    assert!(names(&index).is_sorted());
    let own: Vec<Haystack> = index.cases().iter().map(|case| Haystack::of(case)).collect();
    assert!(own == index.keys());
}

#[test]
fn where_it_is_stopped_while_it_looks_nothing_is_read_and_nothing_that_was_known_is_forgotten() {
    let place = Place::new(40);
    let (mut index, _) = place.open();
    let known = names(&index);
    fs::remove_dir_all(place.root().join("tb-7")).unwrap();
    let progress = index.refresh(later(), &AtomicBool::new(true), &mut |_, _| ()).unwrap();
    assert_eq!((progress, names(&index)), (Progress::default(), known));
    let progress = refresh(&mut index);
    assert_eq!((progress.removed, index.cases().len()), (1, 39), "what is gone is seen the next time");
}
