//! What an index does not know for certain it takes for nothing: neither for an empty folder nor for what it was before.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::storage::index::tests::{Place, later, put};

const CASE: &str = "tb-1";

/// Of the case, how many records the disk did not hand over, at a start with what was kept.
fn withheld(place: &Place) -> u32 {
    let (index, _) = place.open();
    index.cases().iter().find(|case| case.folder == CASE).map_or(0, |case| case.withheld)
}

#[test]
fn records_that_cannot_be_listed_are_not_taken_for_none() {
    let place = Place::new(3);
    assert_eq!(withheld(&place), 0);
    let records = place.root().join(CASE).join("records");
    put(&records, "no folder");
    assert_eq!(withheld(&place), 1);
    assert_eq!(withheld(&place), 1, "also at the next start");
    fs::remove_file(&records).unwrap();
    assert_eq!(withheld(&place), 0);
}

#[test]
#[cfg(unix)]
fn records_that_were_moved_out_behind_a_link_are_noticed() {
    let place = Place::new(3);
    let records = place.root().join(CASE).join("records");
    fs::create_dir(&records).unwrap();
    assert_eq!(withheld(&place), 0);
    let outside = place.root().join("../outside");
    fs::rename(&records, &outside).unwrap();
    std::os::unix::fs::symlink(&outside, &records).unwrap();
    assert_eq!(withheld(&place), 1);
}

#[test]
fn what_an_interrupted_refresh_measured_by_another_roster_is_not_kept_for_that_of_before() {
    const CASES: usize = 300;
    let place = Place::new(CASES);
    let (mut index, _) = place.open();
    let board = place.root().join("board.yaml");
    let before = fs::read(&board).unwrap();
    put(&board, "schema: 1\npeople: {an-rad: {name: An}}\n");
    let stop = AtomicBool::new(false);
    let mut read = 0;
    let mut leave = |_: &_, progress: crate::storage::index::Progress| {
        read = progress.read;
        stop.store(read > 0, Ordering::Relaxed);
    };
    index.refresh(later(), &stop, &mut leave).unwrap();
    assert!((1..CASES).contains(&read), "{read}");
    index.save().unwrap();
    put(&board, before);
    let (_, progress) = place.open();
    assert_eq!(progress.read, CASES);
}
