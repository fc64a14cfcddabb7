//! The largest files that the reader takes, each full of one thing: what grows faster than the file shows here.

use std::fs;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use tumorboard::domain::board::BoardFile;
use tumorboard::domain::check::Measure;
use tumorboard::storage::people;

use crate::site::STUCK;

/// As many of the reader's 50,000 nodes as a file may have.
const NODES: usize = 47_000;
const BYTES: usize = 1_900_000;

#[test]
#[ignore = "slow: .ci/run runs it"]
fn no_file_of_the_largest_size_holds_up_the_reader_and_the_check_whatever_it_is_full_of() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("tb-1")).unwrap();
    let board = BoardFile::default();
    let mut slowest = (Duration::ZERO, "");
    let shapes = shapes();
    for (name, body) in &shapes {
        let text = format!("{}{body}", head());
        assert!(text.len() > 100_000 && text.len() < 2 * 1024 * 1024, "{name}: {} bytes", text.len());
        fs::write(root.path().join("tb-1/case.yaml"), text).unwrap();
        let begun = Instant::now();
        let loaded = people::checked_case(root.path(), "tb-1", &Measure::new(&board, day));
        let took = begun.elapsed();
        let first: Vec<&str> = loaded.problems.iter().map(|problem| problem.code.as_ref()).take(3).collect();
        assert!(loaded.value.is_some(), "{name} is within the limits: {first:?}");
        assert!(took < STUCK, "{name} took {took:?}");
        slowest = slowest.max((took, name));
    }
    println!(
        "largest files: {} shapes, all read and checked; the slowest ({}) {} ms in a build without optimisation",
        shapes.len(),
        slowest.1,
        slowest.0.as_millis()
    );
}

fn head() -> String {
    let allergies = ["iodinated contrast", "cisplatin", "penicillin", "docetaxel", "lidocaine"].repeat(40);
    let allergies: Vec<String> = allergies.iter().map(|to| format!("    - {{to: {to}}}\n")).collect();
    let allergies = allergies.concat();
    format!(
        "schema: 1\nid: tb-1\npatient:\n  name: Nguyễn Văn An\n  born: 1961-03-14\n  sex: male\n  allergies:\n{allergies}\
         diagnosis: {{site: C22.0, histology: 8170/3, side: right}}\nquestion: {{text: what}}\n"
    )
}

/// Each as large as the reader takes: texts by their bytes, lists by their nodes.
fn shapes() -> Vec<(&'static str, String)> {
    let long = |words: &str| words.repeat(BYTES / words.len());
    let list = |section: &str, nodes: usize, line: &dyn Fn(usize) -> String| {
        let lines: Vec<String> = (0..NODES / nodes).map(|at| format!("  - {{{}}}\n", line(at))).collect();
        format!("{section}:\n{}", lines.concat())
    };
    let mut all = vec![
        ("a proposal that avoids", format!("plan: {{text: '{}'}}\n", long("avoid cisplatin "))),
        ("a proposal of allergies", format!("plan: {{text: '{}'}}\n", long("dị ứng cisplatin "))),
        ("a proposal of doses", format!("plan: {{text: '{}'}}\n", long("10.000 IU "))),
        ("a proposal of sides", format!("plan: {{text: '{}'}}\n", long("bên trái phải "))),
        ("a proposal of one word", format!("plan: {{text: '{}'}}\n", long("x"))),
        ("a Han proposal", format!("plan: {{text: '{}'}}\n", long("避免顺铂和"))),
        (
            "a report",
            format!("imaging: [{{id: a, modality: CT, report: '{}'}}]\n", long("left lung right breast ")),
        ),
        (
            "a treatment",
            format!("treatments: [{{modality: chemotherapy, what: '{}'}}]\n", long("cisplatin 1 000 mg ")),
        ),
        (
            "stages",
            list("staging", 15, &|_| "system: tnm-ajcc, edition: 8, basis: c, t: T3, n: N0, m: M0".into()),
        ),
        (
            "stages without categories",
            list("staging", 7, &|_| "system: tnm-ajcc, edition: 8, basis: c".into()),
        ),
        (
            "classifications",
            list("staging", 9, &|_| "system: bclc, edition: 2022, basis: c, group: B".into()),
        ),
        ("scores", list("scores", 7, &|at| format!("name: Child-Pugh, value: A6, by: x-y{at}"))),
        ("results", list("labs", 7, &|_| "test: creatinine, value: 64, unit: umol/L".into())),
        (
            "treatments",
            list("treatments", 7, &|_| {
                "modality: ctace, start: 2026-01-01, what: cisplatin 5 mg left".into()
            }),
        ),
        (
            "specimens",
            list("pathology", 9, &|at| {
                format!("id: p{at}, side: left, specimen: left right lung, date: 2026-01-01")
            }),
        ),
        (
            "images",
            list("imaging", 13, &|at| {
                format!("id: s{at}, modality: CT, side: left, images: [{{file: a/{at}.png}}]")
            }),
        ),
        (
            "missing items",
            list("missing", 9, &|at| {
                format!("item: biopsy {at}, owner: a-b{at}, due: 2026-01-01, blocking: yes")
            }),
        ),
    ];
    for (name, lesions, studies) in [
        ("few lesions of many studies", 10, 1_800),
        ("many lesions of few studies", 900, 20),
        ("a square of lesions", 130, 130),
    ] {
        all.push((name, measured(lesions, studies)));
    }
    all
}

fn measured(lesions: usize, studies: usize) -> String {
    let day = |at: usize| format!("{}-{:02}-{:02}", 1990 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
    let imaging: Vec<String> =
        (0..studies).map(|at| format!("  - {{id: s{at}, date: {}}}\n", day(at))).collect();
    let sizes = |lesion: usize| {
        let sizes: Vec<String> =
            (0..studies).map(|at| format!("s{at}: {} mm", 10 + at * lesion % 40)).collect();
        sizes.join(", ")
    };
    let table: Vec<String> = (0..lesions)
        .map(|at| format!("  - {{id: l{at}, organ: liver, role: target, sizes: {{{}}}}}\n", sizes(at)))
        .collect();
    format!(
        "treatments: [{{modality: ctace}}, {{modality: immunotherapy}}]\nimaging:\n{}lesions:\n{}",
        imaging.concat(),
        table.concat()
    )
}
