//! Typing into the search: every letter of a script, the answer complete each time.

use std::path::Path;
use std::sync::Arc;

use tumorboard::domain::about::About;
use tumorboard::domain::patient::Patient;
use tumorboard::domain::query::{Haystack, Query, Search};
use tumorboard::domain::summary::Summary;

use crate::disk::{moment, open, p99};
use crate::table::Table;
use crate::{quantile, time};

/// What people type, with slips, and what costs most: letters that everybody has, and words that nobody has.
pub const SCRIPT: [&str; 14] = [
    "nguyen van an",
    "ngyen van",
    "wang xiuying",
    "王秀",
    "c34.1",
    "hepatocelular",
    "adnocarcnoma",
    "syn-0001",
    "10004184",
    "site:lung stage:III nguyen",
    "status:deferred due:<7d",
    "aaaaaaaa",
    "zzzzqqqq",
    "tran thi ngoc age:>70",
];

pub const FRAME: f64 = 1000.0 / 60.0;

pub fn measure(root: &Path, cache: &Path, cases: u64, table: &mut Table) {
    let index = open(root, cache);
    of(index.cases(), index.keys(), cases, table);
}

/// The cases of the largest workspace that fits, again and again; search does not mind that they are the same.
pub fn measure_a_million(table: &mut Table) {
    let names =
        ["Nguyễn Văn An", "Trần Thị Bích Ngọc", "王秀英", "Phạm Thu Hà", "John O'Brien", "Lê Quốc Dũng"];
    let cases: Vec<Arc<Summary>> = (0..1_000_000)
        .map(|number: usize| {
            let patient = Patient { name: Some(names[number % names.len()].into()), ..Patient::default() };
            let diagnosis = "Carcinôme hépatocellulaire, 54 mm".into();
            let about = About { patient, diagnosis, site: "C22.0".into(), ..About::default() }.pack();
            Arc::new(Summary { folder: format!("syn-{number:07}"), about, ..Summary::default() })
        })
        .collect();
    let mut keys: Vec<Haystack> = cases.iter().map(|case| Haystack::of(case)).collect();
    // As they are in an index.
    keys.chunks_mut(256).for_each(Haystack::gather);
    of(&cases, &keys, 1_000_000, table);
}

fn of(cases: &[Arc<Summary>], keys: &[Haystack], count: u64, table: &mut Table) {
    let mut search = Search::default();
    let (mut all, mut slowest) = (Vec::new(), (0.0, String::new()));
    for typed in SCRIPT {
        let letters: Vec<char> = typed.chars().collect();
        for end in 1..=letters.len() {
            let text: String = letters[..end].iter().collect();
            let took = time(|| {
                search.ask(Query::parse(&text), cases, keys, moment().today);
            }) * 1e3;
            if took > slowest.0 {
                slowest = (took, text);
            }
            all.push(took);
        }
    }
    eprintln!("slowest: {slowest:?}");
    table.say(
        "keystroke to complete results, median",
        count,
        quantile(&mut all, 0.5),
        Some(FRAME),
        "a frame",
    );
    table.say("keystroke to complete results, p99", count, p99(&mut all), Some(FRAME), "a frame");
    table.say("keystroke to complete results, slowest", count, slowest.0, Some(FRAME), "–");
}
