//! Any bytes as case.yaml and board.yaml: read, checked, and every problem put into words.
#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use tumorboard::domain::check::Measure;
use tumorboard::i18n::{Lang, Words};
use tumorboard::phrase;
use tumorboard::storage::people;

static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    let root = tempfile::tempdir().unwrap().keep();
    fs::create_dir(root.join("tb-1")).unwrap();
    root
});

fuzz_target!(|bytes: &[u8]| {
    fs::write(ROOT.join("tb-1/case.yaml"), bytes).unwrap();
    fs::write(ROOT.join("board.yaml"), bytes).unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    let board = people::checked_board(&ROOT);
    let roster = board.value.clone().unwrap_or_default();
    let case = people::checked_case(&ROOT, "tb-1", &Measure::new(&roster, day));
    for problem in board.problems.iter().chain(&case.problems) {
        for lang in Lang::ALL {
            assert!(!phrase::problem(Words::shared(lang), problem).is_empty());
        }
    }
});
