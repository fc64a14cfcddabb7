//! Other programs that do a part of the work, where they are installed: `fzf`, Python's YAML with libyaml, `VisiData`.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use tumorboard::domain::query::{Haystack, Query, Search};
use tumorboard::domain::summary::Summary;

use crate::disk::{moment, open};
use crate::search::SCRIPT;
use crate::table::Table;
use crate::{in_turn, quantile, time};

/// So many files are read by Python; more would take it longer than the rest of the run.
const READ: usize = 2_000;

pub fn measure(root: &Path, cache: &Path, cases: u64, table: &mut Table) {
    // What was recorded meanwhile is read once, and not again in each of the turns below.
    let mut index = open(root, cache);
    index.save().unwrap();
    let lines = cache.with_extension("tsv");
    write_lines(&lines, index.cases());
    filter(&lines, index.cases(), index.keys(), cases, table);
    browse(&lines, root, cache, cases, table);
    parse(root, cases, table);
    fs::remove_file(lines).unwrap();
}

/// One line a case: what it is found by, as it is written.
fn write_lines(path: &Path, cases: &[Arc<Summary>]) {
    let mut out = BufWriter::new(File::create(path).unwrap());
    writeln!(out, "case\tname\tnumber\tsite\thistology\tdiagnosis\tquestion").unwrap();
    for case in cases {
        let about = case.about();
        let name = about.patient.name().unwrap_or_default();
        let number = about.patient.first_id().map(|id| id.value.as_str().to_owned()).unwrap_or_default();
        let parts =
            [&case.folder, name, &number, &about.site, &about.histology, &about.diagnosis, &about.question];
        writeln!(out, "{}", parts.map(|part| part.replace(['\t', '\n'], " ")).join("\t")).unwrap();
    }
    out.flush().unwrap();
}

fn is_there(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Whole queries of which nothing is known before. Of `fzf` that is a start and reading the lines as well: it keeps
/// nothing from one query to the next.
fn filter(lines: &Path, cases: &[Arc<Summary>], keys: &[Haystack], count: u64, table: &mut Table) {
    let words: Vec<&str> = SCRIPT.into_iter().filter(|typed| !typed.contains(':')).collect();
    let ours = words.iter().map(|typed| {
        time(|| {
            Search::default().ask(Query::parse(typed), cases, keys, moment().today);
        }) * 1e3
    });
    let mut ours: Vec<f64> = ours.collect();
    let fzf = is_there("fzf", &["--version"]).then(|| {
        let run = |typed: &&str| {
            let mut command = Command::new("fzf");
            command.args(["--filter", typed]).stdin(File::open(lines).unwrap());
            command.stdout(Stdio::null()).stderr(Stdio::null());
            time(|| assert!(command.status().unwrap().code() < Some(2))) * 1e3
        };
        quantile(&mut words.iter().map(run).collect::<Vec<_>>(), 0.5)
    });
    if fzf.is_none() {
        table.lacks("`fzf --filter` on the same lines: not installed");
    }
    let what = "a whole query, median : `fzf --filter` on the same lines";
    table.say(what, count, quantile(&mut ours, 0.5), fzf, "< 1 ×");
}

fn browse(lines: &Path, root: &Path, cache: &Path, cases: u64, table: &mut Table) {
    if !is_there("vd", &["--version"]) {
        table.lacks("VisiData loading the same lines: not installed");
        return;
    }
    let theirs = || {
        let mut command = Command::new("vd");
        command.args(["--batch", "--output", "/dev/null", "--save-filetype", "tsv"]).arg(lines);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        assert!(command.status().unwrap().success());
    };
    let (ours, theirs) = in_turn(3, || drop(open(root, cache)), theirs);
    table.say("known workspace : VisiData loading the same lines", cases, ours, Some(theirs), "< 1 ×");
}

const PARSE: &str = "import sys, time, yaml
files = open(sys.argv[1]).read().splitlines()
loader = yaml.CSafeLoader
begun = time.perf_counter()
for name in files:
    with open(name, 'rb') as file:
        yaml.load(file, Loader=loader)
print((time.perf_counter() - begun) / len(files))
";

/// What the whole of the first indexing does with a case, beside reading case.yaml into dictionaries.
fn parse(root: &Path, cases: u64, table: &mut Table) {
    if !is_there("python3", &["-c", "import yaml; yaml.CSafeLoader"]) {
        table.lacks("Python's YAML with libyaml on the same files: not installed");
        return;
    }
    let files: Vec<PathBuf> =
        fs::read_dir(root).unwrap().map(|one| one.unwrap().path().join("case.yaml")).collect();
    let files: Vec<&PathBuf> = files.iter().filter(|path| path.exists()).take(READ).collect();
    let list = root.with_extension("list");
    let names: Vec<&str> = files.iter().map(|path| path.to_str().unwrap()).collect();
    File::create(&list).unwrap().write_all(names.join("\n").as_bytes()).unwrap();
    let mut command = Command::new("python3");
    let output = command.args(["-c", PARSE]).arg(&list).output().unwrap();
    let each: f64 = String::from_utf8_lossy(&output.stdout).trim().parse().unwrap_or(f64::NAN);
    let own =
        time(|| files.iter().for_each(|path| drop(tumorboard::storage::people::case(root, folder_of(path)))));
    fs::remove_file(list).unwrap();
    let ours = own * 1e3 / files.len() as f64;
    let what = "reading one case.yaml with every misfit : Python's YAML with libyaml, nothing checked";
    table.say(what, cases, ours, Some(each * 1e3), "< 1 ×");
}

fn folder_of(path: &Path) -> &str {
    path.parent().and_then(|dir| dir.file_name()?.to_str()).unwrap()
}
