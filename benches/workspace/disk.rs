//! Indexing, checking, saving: against bare looking, bare parsing and bare writing of the same files.

use std::fs::{self, File};
use std::io::Write;
use std::mem::forget;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::SystemTime;

use chrono::NaiveDate;
use tumorboard::domain::case::Case;
use tumorboard::domain::opinion::Opinion;
use tumorboard::domain::record::{Author, Body, Folder, Header, NewRecord};
use tumorboard::storage::index::{Index, Moment};
use tumorboard::storage::modes::Policy;
use tumorboard::storage::{journal, record_file};

use crate::table::Table;
use crate::{PROGRAM, in_turn, median, quantile};

pub fn moment() -> Moment {
    let today = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    Moment { now: SystemTime::now(), today, asked: None }
}

pub fn open(root: &Path, cache: &Path) -> Index {
    let mut index = Index::load(cache, root).unwrap_or_else(|| Index::new(Some(cache), root));
    index.refresh(moment(), &AtomicBool::new(false), &mut |_, _| ()).unwrap();
    index
}

/// What takes longer is measured twice, each side once as the first.
fn times(cases: u64) -> usize {
    if cases > 20_000 { 2 } else { 3 }
}

pub fn measure(root: &Path, cache: &Path, cases: u64, table: &mut Table) {
    let files = files(root);
    // Files that were just written are not trusted yet; the first indexing is long after, as it would be.
    std::thread::sleep(std::time::Duration::from_secs(3));
    first(root, cache, &files, cases, table);
    // The program keeps it: to take its memory back is no part of opening.
    let (ours, bare) = in_turn(5, || forget(open(root, cache)), || look(&files));
    table.say("known workspace, complete : stat of all, 2 threads", cases, ours, Some(bare), "≤ 2 ×");
    let (load, _) = in_turn(5, || forget(Index::load(cache, root)), || ());
    table.say("of it: reading the cache", cases, load, None, "–");
    memory(root, cache, cases, table);
    check(root, cache, &files, cases, table);
    verify(root, &files, cases, table);
    save(root, table, cases);
}

fn first(root: &Path, cache: &Path, files: &[PathBuf], cases: u64, table: &mut Table) {
    let (mut wholes, mut screenfuls) = (Vec::new(), Vec::new());
    let ours = || {
        let begun = std::time::Instant::now();
        let mut index = Index::new(Some(cache), root);
        let mut screenful = 0.0;
        let mut news = |index: &Index, _| {
            if screenful == 0.0 && index.cases().len() >= 60 {
                screenful = begun.elapsed().as_secs_f64() * 1e3;
            }
        };
        index.refresh(moment(), &AtomicBool::new(false), &mut news).unwrap();
        wholes.push(begun.elapsed().as_secs_f64() * 1e3);
        screenfuls.push(screenful);
        index.save().unwrap();
    };
    find_in_memory(files);
    let (_, parsing) = in_turn(times(cases), ours, || parse(files));
    let whole = median(&mut wholes);
    table.say("first indexing : parsing all files, 1 thread", cases, whole, Some(parsing), "≤ 0.5 ×");
    let (shapeless, _) = in_turn(1, || files.iter().for_each(|path| parse_shapeless(path)), || ());
    let what = "the same : parsing all files into values of no shape, 1 thread";
    table.say(what, cases, whole, Some(shapeless), "–");
    table.say("first screenful of it", cases, median(&mut screenfuls), None, "at once");
}

/// Reads everything once before two are compared, so that both find it in memory; also the folders, which the program
/// lists and its yardsticks do not.
fn find_in_memory(files: &[PathBuf]) {
    in_parallel(files, |path| {
        drop(fs::read(path).unwrap());
        if let Some(folder) = path.parent().filter(|_| path.ends_with("case.yaml")) {
            for dir in [folder.to_owned(), folder.join("records")] {
                fs::read_dir(dir).into_iter().flatten().for_each(drop);
            }
        }
    });
}

/// Everything that the index depends on.
fn files(root: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(root).unwrap().map(Result::unwrap) {
        let file = entry.path().join("case.yaml");
        if file.exists() {
            all.push(file);
            let records = fs::read_dir(entry.path().join("records")).into_iter().flatten();
            all.extend(records.map(|record| record.unwrap().path()));
        }
    }
    all
}

fn in_parallel(files: &[PathBuf], each: fn(&Path)) {
    std::thread::scope(|scope| {
        for part in files.chunks(files.len().div_ceil(2)) {
            scope.spawn(move || part.iter().for_each(|path| each(path)));
        }
    });
}

fn look(files: &[PathBuf]) {
    in_parallel(files, |path| {
        std::hint::black_box(fs::metadata(path).unwrap().len());
    });
}

/// As who does not know what the files say would read them.
fn parse_shapeless(path: &Path) {
    if !path.to_string_lossy().ends_with(".case.yaml") {
        let bytes = fs::read(path).unwrap();
        std::hint::black_box(serde_yaml::from_slice::<serde_yaml::Value>(&bytes).unwrap());
    }
}

/// Cases and records; the kept copies of case files are not read by anybody.
fn parse(files: &[PathBuf]) {
    for path in files {
        parse_one(path);
    }
}

fn parse_one(path: &Path) {
    let name = path.to_string_lossy();
    if name.ends_with("/case.yaml") {
        let bytes = fs::read(path).unwrap();
        std::hint::black_box(serde_yaml::from_slice::<Case>(&bytes).unwrap());
    } else if !name.ends_with(".case.yaml") {
        let bytes = fs::read(path).unwrap();
        std::hint::black_box(serde_yaml::from_slice::<serde_yaml::Value>(&bytes).unwrap());
    }
}

fn check(root: &Path, cache: &Path, files: &[PathBuf], cases: u64, table: &mut Table) {
    let only: Vec<PathBuf> = files.iter().filter(|path| path.ends_with("case.yaml")).cloned().collect();
    let own = cache.join("of-check");
    let run = || {
        let mut command = Command::new(PROGRAM);
        command.arg("check").arg(root).stdout(Stdio::null()).stderr(Stdio::null());
        command.env("XDG_CACHE_HOME", &own).status().unwrap();
    };
    let forget_all = || {
        if own.exists() {
            fs::remove_dir_all(&own).unwrap();
        }
    };
    find_in_memory(&only);
    let first = || {
        forget_all();
        run();
    };
    let (ours, bare) = in_turn(times(cases), first, || in_parallel(&only, parse_one));
    table.say(
        "check everything, the first time : parsing the cases, 2 threads",
        cases,
        ours,
        Some(bare),
        "≤ 1.5 ×",
    );
    let (shapeless, _) = in_turn(1, || in_parallel(&only, parse_shapeless), || ());
    table.say("the same : parsing into values of no shape, 2 threads", cases, ours, Some(shapeless), "–");
    // As a coordinator does all day; what changed is too little to be measured.
    let (ours, bare) = in_turn(times(cases), run, || in_parallel(&only, parse_one));
    table.say("check everything again : parsing the cases, 2 threads", cases, ours, Some(bare), "≤ 1.5 ×");
    forget_all();
}

/// Every record against its hash, those of meetings too; the kept copies of case files are read by both.
fn verify(root: &Path, files: &[PathBuf], cases: u64, table: &mut Table) {
    let records: Vec<PathBuf> = files.iter().filter(|path| !path.ends_with("case.yaml")).cloned().collect();
    let run = || {
        let mut command = Command::new(PROGRAM);
        command.arg("verify").arg(root).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    };
    find_in_memory(&records);
    let read = || in_parallel(&records, |path| drop(std::hint::black_box(fs::read(path).unwrap())));
    let (ours, bare) = in_turn(if cases > 20_000 { 1 } else { 3 }, run, read);
    table.say("verify every record : reading them, 2 threads", cases, ours, Some(bare), "–");
}

/// To cases that have records already, as most have when something is recorded; each time one where nothing was written
/// just before, because who is the first to write in a folder pays a tenth of a save for it.
fn save(root: &Path, table: &mut Table, cases: u64) {
    const SAVES: usize = 200;
    let has_record = |folder: &String| {
        fs::read_dir(root.join(folder).join("records")).is_ok_and(|mut all| all.next().is_some())
    };
    let folders = fs::read_dir(root).unwrap().map(|one| one.unwrap().file_name().into_string().unwrap());
    let folders: Vec<String> = folders.filter(has_record).take(2 * SAVES).collect();
    let turn = std::cell::RefCell::new(folders.iter().cycle());
    let next = || turn.borrow_mut().next().unwrap().clone();
    let mut new = NewRecord {
        id: None,
        folder: Folder::Case(String::new()),
        by: Author { person: "mai-onc".into(), name: "Mai".into(), ..Author::default() },
        parents: Vec::new(),
        supersedes: Vec::new(),
        reason: None,
        body: Body::Opinion(Opinion { text: "x".repeat(400), ..Opinion::default() }),
    };
    let header = Header {
        schema: 1,
        id: journal::fresh_id(SystemTime::now()),
        kind: "opinion".into(),
        case: folders.first().cloned(),
        recorded: "2026-11-26T09:00:00+07:00".into(),
        by: new.by.clone(),
        ..Header::default()
    };
    let (bytes, _) = record_file::serialise(&header, &new.body).unwrap();
    let ours = || {
        new.folder = Folder::Case(next());
        let id = journal::fresh_id(SystemTime::now());
        journal::append(root, &new, id, header.recorded.clone(), Policy::default()).unwrap();
    };
    // Names as long as those of a record, and as many bytes.
    let bare = || {
        let dir = root.join(next()).join("records");
        let id = journal::fresh_id(SystemTime::now());
        let temporary = dir.join(format!(".tmp-{id}-host-{}", std::process::id()));
        let mut file = File::create(&temporary).unwrap();
        file.write_all(&bytes).unwrap();
        file.sync_all().unwrap();
        fs::rename(&temporary, dir.join(format!("~{id}-bench.yaml"))).unwrap();
        File::open(&dir).unwrap().sync_all().unwrap();
    };
    let (ours, bare) = in_turn(SAVES, ours, bare);
    table.say("save a record : write, fsync, rename, fsync", cases, ours, Some(bare), "≤ 1.3 ×");
    let serialise = || drop(record_file::serialise(&header, &new.body).unwrap());
    let (made, _) = in_turn(200, serialise, || ());
    table.say("of it: making the bytes and reading them back", cases, made, None, "–");
}

/// Of a workspace that the cache knows, and of one that has to be read first.
fn memory(root: &Path, cache: &Path, cases: u64, table: &mut Table) {
    let Some([own, resident, searched]) = memory_with(root, cache) else { return };
    table.say("memory of the index, MB : searched text", cases, own / 1e6, Some(searched / 1e6), "≤ 6 ×");
    let what = "the same, with what was read of the program meanwhile";
    table.say(what, cases, resident / 1e6, Some(searched / 1e6), "–");
    let Some([own, _, searched]) = memory_with(root, &cache.join("nothing-known")) else { return };
    let what = "memory of who has just indexed it, MB : searched text";
    table.say(what, cases, own / 1e6, Some(searched / 1e6), "≤ 6 ×");
}

fn memory_with(root: &Path, cache: &Path) -> Option<[f64; 3]> {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.env("TUMORBOARD_BENCH_ROLE", "memory").arg(root).arg(cache);
    let text = String::from_utf8(command.output().unwrap().stdout).unwrap();
    let numbers: Vec<f64> = text.split_whitespace().filter_map(|one| one.parse().ok()).collect();
    numbers.try_into().ok()
}

/// Opens the index in a process of its own and says how much more memory is its own then, how much more is resident
/// with the pages of the program's file, which the system shares and takes back as it likes, and how much is searched.
pub fn memory_of_index() {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (root, cache) = (arguments.next().unwrap(), arguments.next().unwrap());
    let memory = |kind: &str| -> u64 {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(kind)).unwrap_or_default();
        line.split_whitespace().next().and_then(|size| size.parse::<u64>().ok()).unwrap_or(0) * 1024
    };
    let before = (memory("RssAnon:"), memory("VmRSS:"));
    let index = open(&root, &cache);
    let searched: usize = index.keys().iter().map(tumorboard::domain::query::Haystack::size).sum();
    println!("{} {} {searched}", memory("RssAnon:") - before.0, memory("VmRSS:") - before.1);
}

/// The slowest of a hundred, for what must never be slow.
pub fn p99(values: &mut [f64]) -> f64 {
    quantile(values, 0.99)
}
