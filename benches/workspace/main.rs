//! `cargo bench --bench workspace`: a synthetic workspace, the program and its yardsticks in one run, and the table.
//!
//! `-- --cases 1000,10000,100000` says which sizes; the yardsticks are measured in turn with what they are compared to,
//! because a shared machine is never the same for long. Only ratios mean anything; the table says on which machine.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, clippy::disallowed_methods)]
#![allow(clippy::cast_precision_loss, clippy::expect_used, clippy::print_stderr)]

mod disk;
mod peers;
#[cfg(target_os = "linux")]
mod screen;
mod search;
mod table;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use table::Table;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_tumorboard");

fn main() {
    // The same file is its own yardsticks, started as programs of their own.
    if let Ok(role) = std::env::var("TUMORBOARD_BENCH_ROLE") {
        return match role.as_str() {
            #[cfg(target_os = "linux")]
            "frame" => screen::one_frame(),
            _ => disk::memory_of_index(),
        };
    }
    let arguments: Vec<String> = std::env::args().collect();
    let sizes = arguments.iter().skip_while(|one| *one != "--cases").nth(1);
    let sizes = sizes.map_or("1000,10000", String::as_str);
    let sizes: Vec<u64> = sizes.split(',').map(|size| size.parse().expect("a number of cases")).collect();
    let mut table = Table::default();
    let dir = tempfile::tempdir().unwrap();
    #[cfg(unix)]
    clean_up_when_stopped(dir.path().to_owned());
    println!("{}\n", machine());
    for cases in sizes {
        let root = dir.path().join(format!("ws-{cases}"));
        let took = time(|| make(&root, cases)) * 1e3;
        table.say("write the synthetic workspace", cases, took, None, "a couple of minutes at 100,000");
        let cache = dir.path().join(format!("cache-{cases}"));
        disk::measure(&root, &cache, cases, &mut table);
        search::measure(&root, &cache, cases, &mut table);
        peers::measure(&root, &cache, cases, &mut table);
        #[cfg(target_os = "linux")]
        screen::measure(&root, cases, &mut table);
        // The next one needs the room.
        std::fs::remove_dir_all(&root).unwrap();
    }
    search::measure_a_million(&mut table);
    let binary = std::fs::metadata(PROGRAM).unwrap().len();
    table.say("binary, MB", 0, binary as f64 / 1e6, None, "kept in this table");
    if arguments.iter().any(|one| one == "--build") {
        clean_build(&dir.path().join("target"), &mut table);
    } else {
        table.lacks("a clean build, which `--build` asks for");
    }
    println!("{table}");
}

/// What Ctrl-C would leave behind is several gigabytes.
#[cfg(unix)]
fn clean_up_when_stopped(dir: std::path::PathBuf) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]).unwrap();
    std::thread::spawn(move || {
        signals.forever().next();
        let _ = std::fs::remove_dir_all(dir);
        std::process::exit(130);
    });
}

/// Everything from nothing, without a network, in a folder of its own.
fn clean_build(target: &Path, table: &mut Table) {
    let mut command = Command::new(env!("CARGO"));
    command.args(["build", "--release", "--offline", "--target-dir"]).arg(target);
    command.current_dir(env!("CARGO_MANIFEST_DIR")).stdout(Stdio::null()).stderr(Stdio::null());
    let seconds = time(|| assert!(command.status().unwrap().success()));
    table.say("clean release build, seconds", 0, seconds, None, "kept in this table");
}

fn make(root: &Path, cases: u64) {
    let status = Command::new(PROGRAM)
        .args(["demo", root.to_str().unwrap(), "--seed", "7", "--cases", &cases.to_string()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(status.unwrap().success());
}

pub fn time(mut run: impl FnMut()) -> f64 {
    let begun = Instant::now();
    run();
    begun.elapsed().as_secs_f64()
}

/// The medians of two things measured in turn, in milliseconds. Each goes first half of the times: who goes first finds
/// things as neither left them.
pub fn in_turn(times: usize, mut one: impl FnMut(), mut other: impl FnMut()) -> (f64, f64) {
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    for turn in 0..times {
        if turn % 2 == 0 {
            ones.push(time(&mut one) * 1e3);
            others.push(time(&mut other) * 1e3);
        } else {
            others.push(time(&mut other) * 1e3);
            ones.push(time(&mut one) * 1e3);
        }
    }
    (median(&mut ones), median(&mut others))
}

/// Of an even number the mean of the two in the middle.
pub fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    let upper = values.len() / 2;
    let lower = upper - usize::from(values.len().is_multiple_of(2));
    f64::midpoint(values[lower], values[upper])
}

pub fn quantile(values: &mut [f64], part: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let at = ((values.len() - 1) as f64 * part).round() as usize;
    values[at]
}

fn machine() -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let cpu = read("/proc/cpuinfo");
    let name = cpu.lines().find(|line| line.starts_with("model name")).and_then(|line| line.split_once(": "));
    let load = read("/proc/loadavg");
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
    format!(
        "machine: {cores} cores, {}, {} {}, load before the run {}",
        name.map_or("?", |(_, name)| name),
        std::env::consts::OS,
        std::env::consts::ARCH,
        load.split(' ').next().unwrap_or("?")
    )
}
