//! What a meeting put off is known of its cases, whether they are read, kept or left as they are.

use crate::domain::record::{AgendaChange, Author, Body, Change, Folder, NewRecord};
use crate::domain::workspace::MeetingFolder;
use crate::storage::index::Index;
use crate::storage::index::tests::{Place, put, refresh};
use crate::storage::journal;
use crate::storage::modes::Policy;
use crate::storage::store::Store;

const MEETING: &str = "2026-11-26-x";
const CASE: &str = "tb-1";

fn planned() -> Place {
    let place = Place::new(3);
    let dir = place.root().join("meetings").join(MEETING);
    std::fs::create_dir_all(&dir).unwrap();
    put(dir.join("meeting.yaml"), "schema: 1\ndate: 2026-11-26\nagenda: [{case: tb-0}, {case: tb-1}]\n");
    place
}

fn record(place: &Place, id: &str, change: Change) -> MeetingFolder {
    let change = AgendaChange {
        change: Some(change.into()),
        case: CASE.into(),
        reason: "late report".into(),
        ..AgendaChange::default()
    };
    let author = Author { person: "mai-onc".into(), name: "Mai".into(), ..Author::default() };
    let own = Folder::Meeting(MEETING.into());
    let record = NewRecord::new(own, author, Vec::new(), Body::Agenda(change));
    let at = "2026-11-26T09:00:00+07:00".to_owned();
    journal::append(&place.root(), &record, id.into(), at, Policy::default()).unwrap();
    Store::open(&place.root()).unwrap().meeting(MEETING)
}

fn put_off(index: &Index) -> Vec<&str> {
    index.cases().iter().filter(|case| case.is_deferred()).map(|case| case.folder.as_str()).collect()
}

#[test]
fn a_case_that_was_put_off_is_known_so_from_the_first_look_on_and_after_every_later_one() {
    let place = planned();
    assert!(put_off(&place.open().0).is_empty());
    record(&place, "01k9wq3v5h8e2m4n6p7r8s9t0w", Change::Defer);
    let (mut index, progress) = place.open();
    assert!(progress.changed && progress.read == 0, "the case is as it was: {progress:?}");
    assert_eq!(put_off(&index), [CASE]);
    assert_eq!(put_off(&Index::load(&place.cache(), &place.root()).unwrap()), [CASE], "kept");
    put(place.root().join(CASE).join("case.yaml"), "schema: 1\nid: tb-1\npatient: {name: Lê Bình}\n");
    refresh(&mut index);
    assert_eq!(put_off(&index), [CASE], "read again");
    record(&place, "01k9wq3v5h8e2m4n6p7r8s9t0x", Change::Add);
    assert!(refresh(&mut index).changed);
    assert!(put_off(&index).is_empty());
    assert!(!refresh(&mut index).changed);
}

#[test]
fn news_of_a_meeting_count_at_once_and_the_next_look_finds_nothing_else() {
    let place = planned();
    let (mut index, _) = place.open();
    let meeting = record(&place, "01k9wq3v5h8e2m4n6p7r8s9t0w", Change::Defer);
    assert!(index.hear_of(&meeting));
    assert_eq!(put_off(&index), [CASE]);
    assert!(!index.hear_of(&meeting), "nothing new");
    assert!(!refresh(&mut index).changed);
    assert_eq!(put_off(&index), [CASE]);
}
