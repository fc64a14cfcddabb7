//! `cargo bench --bench parts`: what one case costs, part by part. `workspace` measures the whole against yardsticks.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use tumorboard::domain::board::BoardFile;
use tumorboard::domain::case::Case;
use tumorboard::domain::query::{Haystack, Query, Search};
use tumorboard::domain::summary::Summary;
use tumorboard::domain::{check, fold};
use tumorboard::exchange::synthetic::Plan;
use tumorboard::storage::people;

const SAMPLE: &str = "tb-2026-0007";

fn main() {
    divan::main();
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

fn board() -> BoardFile {
    people::board(&samples()).value.unwrap()
}

mod parse {
    use tumorboard::storage::people;
    use tumorboard::storage::store::Store;

    use super::{Bencher, Case, SAMPLE, black_box, samples};

    #[divan::bench]
    fn yaml_crate_alone(bencher: Bencher) {
        let text = std::fs::read(samples().join(SAMPLE).join("case.yaml")).unwrap();
        bencher.bench(|| serde_yaml::from_slice::<Case>(black_box(&text)).unwrap());
    }

    #[divan::bench]
    fn case_with_every_misfit(bencher: Bencher) {
        bencher.bench(|| people::case(&samples(), black_box(SAMPLE)));
    }

    #[divan::bench]
    fn case_with_its_records(bencher: Bencher) {
        let store = Store::open(&samples()).unwrap();
        bencher.bench(|| store.case(black_box("tb-2026-0011")));
    }
}

#[divan::bench]
fn check_one_case(bencher: Bencher) {
    let (board, case) = (board(), people::case(&samples(), SAMPLE).value.unwrap());
    bencher.bench(|| check::check(black_box(&case), &check::Measure::new(&board, today())));
}

#[divan::bench(args = ["NGUYEN VAN AN", "Nguyễn Thị Phượng Hoàng", "王秀英"])]
fn fold_a_name(bencher: Bencher, name: &str) {
    bencher.bench(|| (fold::fold(black_box(name)), fold::pinyin_keys(name)));
}

#[divan::bench]
fn make_a_synthetic_case(bencher: Bencher) {
    let plan = Plan::new(7, 1000, board());
    bencher.bench(|| plan.case(black_box(500)).map(|case| case.file.len()));
}

/// Ten thousand cases; `workspace` types a whole script over more.
#[divan::bench(args = ["ng", "nguyen van", "hepatocelular", "site:lung stage:III", "zzzz"])]
fn search(bencher: Bencher, typed: &str) {
    let plan = Plan::new(7, 10_000, board());
    let cases: Vec<Summary> = (0..plan.cases)
        .map(|index| {
            let made = plan.case(index).unwrap();
            let case: Case = serde_yaml::from_str(&made.file).unwrap();
            let file = tumorboard::domain::workspace::Loaded { value: Some(case), ..Default::default() };
            Summary::of(&tumorboard::domain::workspace::CaseFolder {
                folder: made.folder,
                file,
                ..Default::default()
            })
        })
        .collect();
    let keys: Vec<Haystack> = cases.iter().map(Haystack::of).collect();
    bencher
        .bench_local(|| Search::default().ask(Query::parse(black_box(typed)), &cases, &keys, today()).len());
}
