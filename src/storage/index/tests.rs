//! An index must notice every change, and be rebuilt without harm from whatever lies in its place.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, SystemTime};

use chrono::NaiveDate;

use crate::domain::opinion::Opinion;
use crate::domain::record::{AgendaChange, Author, Body, Change, Folder, NewRecord};
use crate::domain::summary::Summary;
use crate::storage::index::{Index, Moment, Progress};
use crate::storage::journal;
use crate::storage::modes::Policy;

const BOARD: &str = "schema: 1\npeople: {mai-onc: {name: Mai}}\n";

pub(super) struct Place {
    dir: tempfile::TempDir,
}

impl Place {
    pub(super) fn new(cases: usize) -> Self {
        let place = Place { dir: tempfile::tempdir().unwrap() };
        fs::create_dir_all(place.cache()).unwrap();
        fs::create_dir_all(place.root()).unwrap();
        put(place.root().join("board.yaml"), BOARD);
        for number in 0..cases {
            place.case(number, "Lê An");
        }
        place
    }

    pub(super) fn root(&self) -> PathBuf {
        self.dir.path().join("ws")
    }

    pub(super) fn cache(&self) -> PathBuf {
        self.dir.path().join("cache")
    }

    fn file(&self, number: usize) -> PathBuf {
        self.root().join(format!("tb-{number}/case.yaml"))
    }

    fn case(&self, number: usize, name: &str) {
        fs::create_dir_all(self.file(number).parent().unwrap()).unwrap();
        put(self.file(number), format!("schema: 1\nid: tb-{number}\npatient: {{name: {name}}}\n"));
    }

    fn cache_file(&self) -> PathBuf {
        let mut files = fs::read_dir(self.cache().join("index")).unwrap();
        files.next().unwrap().unwrap().path()
    }

    /// What another start of the program knows and does.
    pub(super) fn open(&self) -> (Index, Progress) {
        let mut index = Index::load(&self.cache(), &self.root())
            .unwrap_or_else(|| Index::new(Some(&self.cache()), &self.root()));
        let progress = refresh(&mut index);
        index.save().unwrap();
        (index, progress)
    }
}

pub(super) fn put(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
    File::create(path).unwrap().write_all(bytes.as_ref()).unwrap();
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Long after the files were written, so that they are trusted.
pub(super) fn later() -> Moment {
    #[allow(clippy::disallowed_methods)]
    let now = SystemTime::now() + Duration::from_secs(60);
    Moment { now, today: day("2026-11-26"), asked: None }
}

pub(super) fn refresh(index: &mut Index) -> Progress {
    refresh_at(index, later())
}

fn refresh_at(index: &mut Index, moment: Moment) -> Progress {
    index.refresh(moment, &AtomicBool::new(false), &mut |_, _| ()).unwrap()
}

pub(super) fn names(index: &Index) -> Vec<String> {
    let name = |case: &Summary| format!("{} {}", case.folder, case.about().patient.name().unwrap_or("-"));
    index.cases().iter().map(|case| name(case)).collect()
}

fn opinion(folder: &str) -> NewRecord {
    NewRecord::new(
        Folder::Case(folder.into()),
        Author { person: "mai-onc".into(), name: "Mai".into(), ..Author::default() },
        Vec::new(),
        Body::Opinion(Opinion { text: "yes".into(), ..Opinion::default() }),
    )
}

#[test]
fn what_was_kept_is_what_was_read_and_nothing_is_read_twice() {
    let place = Place::new(12);
    let (first, progress) = place.open();
    assert_eq!((progress.cases, progress.stale, progress.read, progress.changed), (12, 12, 12, true));
    assert!(names(&first).is_sorted() && first.cases().len() == first.keys().len());
    let (again, progress) = place.open();
    assert_eq!((progress.cases, progress.stale, progress.changed), (12, 0, false));
    assert_eq!(again, first);
}

#[test]
fn a_case_comes_back_whole_from_the_cache() {
    let place = Place::new(0);
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut fresh = Index::new(Some(&place.cache()), &samples);
    refresh(&mut fresh);
    fresh.save().unwrap();
    let loaded = Index::load(&place.cache(), &samples).unwrap();
    assert!(fresh.cases().len() > 10);
    assert_eq!(loaded.keys(), fresh.keys());
    // Why a file cannot be read is not kept: that file is read again.
    let kept = |case: &Arc<Summary>| Summary { why_unreadable: None, ..(**case).clone() };
    assert!(loaded.cases().iter().map(|case| (**case).clone()).eq(fresh.cases().iter().map(kept)));
}

#[test]
fn a_changed_file_is_noticed_though_size_and_time_are_the_same() {
    let place = Place::new(3);
    let (_, _) = place.open();
    let before = fs::metadata(place.file(1)).unwrap().modified().unwrap();
    place.case(1, "Lê Ân");
    place.case(1, "Lý An");
    File::options().write(true).open(place.file(1)).unwrap().set_modified(before).unwrap();
    let (index, progress) = place.open();
    assert_eq!(progress.stale, 1);
    assert_eq!(names(&index)[1], "tb-1 Lý An");
}

#[test]
fn a_file_that_was_just_being_written_is_looked_at_again_by_its_digest() {
    let place = Place::new(2);
    let mut index = Index::new(None, &place.root());
    #[allow(clippy::disallowed_methods)]
    let at_once = Moment { now: SystemTime::now(), ..later() };
    assert_eq!(refresh_at(&mut index, at_once).read, 2);
    let again = refresh(&mut index);
    assert_eq!((again.stale, again.changed), (2, false));
    assert_eq!(refresh(&mut index).stale, 0, "by now it is trusted");
}

#[test]
fn a_file_that_was_only_touched_changes_nothing() {
    let place = Place::new(2);
    place.open();
    let touched = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    File::options().write(true).open(place.file(0)).unwrap().set_modified(touched).unwrap();
    let (_, progress) = place.open();
    assert_eq!((progress.stale, progress.changed), (1, false));
    assert_eq!(place.open().1.stale, 0);
}

#[test]
fn cases_and_records_that_come_and_go_are_noticed() {
    let place = Place::new(3);
    place.open();
    place.case(7, "Trần Bích");
    fs::remove_dir_all(place.root().join("tb-1")).unwrap();
    let (index, progress) = place.open();
    assert_eq!((progress.removed, progress.stale), (1, 1));
    assert_eq!(names(&index), ["tb-0 Lê An", "tb-2 Lê An", "tb-7 Trần Bích"]);
    let id = "01k9wq3v5h8e2m4n6p7r8s9t0v";
    let at = "2026-11-26T09:00:00+07:00".to_owned();
    journal::append(&place.root(), &opinion("tb-2"), id.into(), at, Policy::default()).unwrap();
    assert_eq!(place.open().1.stale, 1);
    let record = place.root().join(format!("tb-2/records/{id}-opinion.yaml"));
    File::options().append(true).open(record).unwrap().write_all(b"x").unwrap();
    let (index, progress) = place.open();
    assert_eq!(
        (progress.stale, index.cases()[1].damaged),
        (1, 1),
        "a record that was changed shows as damage"
    );
}

#[test]
fn another_roster_makes_every_case_be_checked_again_and_another_day_only_those_that_depend_on_it() {
    let place = Place::new(2);
    let text =
        "schema: 1\nid: tb-9\npatient: {name: A}\nconsent: {discussion: given, withdrawn: 2026-11-30}\n";
    fs::create_dir_all(place.root().join("tb-9")).unwrap();
    put(place.file(9), text);
    let (index, _) = place.open();
    let before = index.cases()[2].errors;
    let mut index = Index::load(&place.cache(), &place.root()).unwrap();
    let next_week = refresh_at(&mut index, Moment { today: day("2026-12-03"), ..later() });
    assert_eq!((next_week.stale, next_week.changed), (1, true));
    assert_eq!(index.cases()[2].errors, before + 1, "consent is withdrawn by then");
    // A meeting that lists the case says the day.
    let meeting = place.root().join("meetings/2026-11-26-x");
    fs::create_dir_all(&meeting).unwrap();
    put(
        meeting.join("meeting.yaml"),
        "schema: 1\nid: 2026-11-26-x\ndate: 2026-11-26\nagenda: [{case: tb-9}]\n",
    );
    assert_eq!(refresh_at(&mut index, Moment { today: day("2026-12-03"), ..later() }).stale, 1);
    assert_eq!(index.cases()[2].errors, before);
    // Taken off its agenda by a record of that meeting, and put on it again.
    let moment = || Moment { today: day("2026-12-03"), ..later() };
    for (id, change, errors) in [
        ("01k9wq3v5h8e2m4n6p7r8s9t0w", Change::Remove, before + 1),
        ("01k9wq3v5h8e2m4n6p7r8s9t0x", Change::Add, before),
    ] {
        let change = AgendaChange {
            change: Some(change.into()),
            case: "tb-9".into(),
            reason: "late report".into(),
            ..AgendaChange::default()
        };
        let own = Folder::Meeting("2026-11-26-x".into());
        let record = NewRecord { folder: own, body: Body::Agenda(change), ..opinion("tb-9") };
        let at = "2026-11-26T09:00:00+07:00".to_owned();
        journal::append(&place.root(), &record, id.into(), at, Policy::default()).unwrap();
        refresh_at(&mut index, moment());
        assert_eq!(index.cases()[2].errors, errors, "{id}");
    }
    // A record of the meeting that is torn where it stands, as by a copy that is not finished, and whole again.
    let of_meeting: Vec<_> = fs::read_dir(meeting.join("records")).unwrap().flatten().collect();
    let added = of_meeting.iter().find(|entry| entry.file_name().to_string_lossy().contains("8s9t0x"));
    let added = added.unwrap().path();
    let whole = fs::read(&added).unwrap();
    put(&added, &whole[..100]);
    refresh_at(&mut index, moment());
    assert_eq!(index.cases()[2].errors, before + 1, "what added the case is damaged");
    put(&added, &whole);
    refresh_at(&mut index, moment());
    assert_eq!(index.cases()[2].errors, before);
    // A meeting that is gone says no day any more.
    let away = place.dir.path().join("away");
    fs::rename(&meeting, &away).unwrap();
    refresh_at(&mut index, moment());
    assert_eq!(index.cases()[2].errors, before + 1);
    fs::rename(&away, &meeting).unwrap();
    refresh_at(&mut index, moment());
    assert_eq!(index.cases()[2].errors, before);
    put(place.root().join("board.yaml"), "schema: 1\npeople: {le-rad: {name: Le}}\n");
    assert_eq!(place.open().1.stale, 3);
    assert_eq!(place.open().1.stale, 0);
}

#[test]
fn every_byte_that_is_wrong_in_the_cache_is_noticed_and_it_is_made_again() {
    let place = Place::new(2);
    let (whole, _) = place.open();
    let file = place.cache_file();
    let good = fs::read(&file).unwrap();
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 0x10;
        put(&file, &bad);
        assert_eq!(Index::load(&place.cache(), &place.root()), None, "byte {at}");
        put(&file, &good[..at]);
        assert_eq!(Index::load(&place.cache(), &place.root()), None, "cut at {at}");
    }
    put(&file, [good.as_slice(), b"x"].concat());
    let (again, progress) = place.open();
    assert_eq!((progress.read, again.cases()), (2, whole.cases()));
    assert_eq!(fs::read(&file).unwrap().len(), good.len());
}

#[test]
fn a_cache_of_another_version_or_of_another_workspace_is_not_taken() {
    let place = Place::new(2);
    place.open();
    let good = fs::read(place.cache_file()).unwrap();
    let line = good.iter().position(|byte| *byte == b'\n').unwrap();
    let other = [b"tumorboard index 0 0.0.1".as_slice(), &good[line..]].concat();
    put(place.cache_file(), other);
    assert_eq!(Index::load(&place.cache(), &place.root()), None);
    // Under the name that another workspace's cache would have.
    let elsewhere = Place::new(1);
    elsewhere.open();
    put(elsewhere.cache_file(), &good);
    assert_eq!(Index::load(&elsewhere.cache(), &elsewhere.root()), None);
    assert_eq!(names(&elsewhere.open().0), ["tb-0 Lê An"]);
}

#[test]
fn without_a_place_to_keep_it_everything_works_and_nothing_is_written_into_the_workspace() {
    let place = Place::new(2);
    let before = fs::read_dir(place.root()).unwrap().count();
    let blocked = place.dir.path().join("blocked");
    put(&blocked, "a file where the folder should be");
    let mut index = Index::new(Some(&blocked), &place.root());
    assert_eq!(refresh(&mut index).read, 2);
    assert!(index.save().is_err());
    assert_eq!(index.cases().len(), 2);
    let mut nowhere = Index::new(None, &place.root());
    refresh(&mut nowhere);
    nowhere.save().unwrap();
    assert_eq!(fs::read_dir(place.root()).unwrap().count(), before);
}

#[cfg(unix)]
#[test]
fn the_cache_is_readable_by_its_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new(1);
    place.open();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&place.cache_file()), 0o600);
    assert_eq!(mode(&place.cache().join("index")), 0o700);
}

#[test]
fn a_case_that_cannot_be_read_is_listed_with_its_reason_and_read_again_every_time() {
    let place = Place::new(2);
    fs::remove_file(place.file(0)).unwrap();
    fs::create_dir(place.root().join("tb-0/records")).unwrap();
    put(place.file(1), "patient: [\n");
    for _ in 0..2 {
        let (index, progress) = place.open();
        assert_eq!((progress.cases, progress.stale), (2, 2));
        let why: Vec<&str> = index
            .cases()
            .iter()
            .filter_map(|case| Some(case.why_unreadable.as_ref()?.code.as_ref()))
            .collect();
        assert_eq!(why.first().copied(), Some("missing-file"));
        assert_eq!(why.len(), 2);
    }
}

#[test]
fn a_case_of_which_a_record_was_withheld_is_read_again_every_time() {
    let place = Place::new(2);
    fs::create_dir_all(place.root().join("tb-1/records/01k9wq3v5h8e2m4n6p7r8s9t0v-decision.yaml")).unwrap();
    for _ in 0..2 {
        let (index, progress) = place.open();
        assert_eq!(index.cases().iter().map(|case| case.withheld).collect::<Vec<_>>(), [0, 1]);
        assert!(progress.stale >= 1);
    }
}

#[test]
fn the_meetings_and_copies_of_synchronising_programs_are_no_cases() {
    let place = Place::new(1);
    fs::create_dir(place.root().join("empty")).unwrap();
    for name in ["meetings", "tb-0 (conflicted copy)", "tb-0.sync-conflict-20261126-120000-ABCDEFG"] {
        fs::create_dir(place.root().join(name)).unwrap();
        put(place.root().join(name).join("case.yaml"), "id: x\n");
    }
    let (index, _) = place.open();
    let folders: Vec<&str> = index.cases().iter().map(|case| case.folder.as_str()).collect();
    assert_eq!(folders, crate::storage::listing::cases(&place.root()).unwrap());
    assert_eq!(folders, ["tb-0"]);
}

#[test]
fn looking_again_at_a_few_sees_what_changed_came_and_went_among_them_and_nothing_else() {
    let place = Place::new(4);
    let (mut index, _) = place.open();
    place.case(0, "Trần Bình");
    place.case(1, "Trần Bình");
    place.case(7, "Vũ Hoa");
    fs::remove_dir_all(place.root().join("tb-2")).unwrap();
    let again = |index: &mut Index, folders: &[&str]| {
        let folders: Vec<String> = folders.iter().map(|name| (*name).to_owned()).collect();
        index.look_again(&folders, later(), &AtomicBool::new(false)).unwrap()
    };
    assert!(!again(&mut index, &["tb-3"]), "it is as it was");
    assert!(again(&mut index, &["tb-0", "tb-2", "tb-7", "tb-3", "meetings"]));
    let seen: Vec<String> = index
        .cases()
        .iter()
        .map(|case| format!("{} {}", case.folder, case.about().patient.name().unwrap()))
        .collect();
    assert_eq!(seen, ["tb-0 Trần Bình", "tb-1 Lê An", "tb-3 Lê An", "tb-7 Vũ Hoa"]);
    // What was not looked at is found by whoever looks at all.
    refresh(&mut index);
    assert_eq!(index.cases(), place.open().0.cases());
}
