//! People's files without end or sense: what they cost, and that only so much of them is read and told.

use std::time::{Duration, Instant};

use tumorboard::domain::board::BoardFile;
use tumorboard::domain::check::Measure;
use tumorboard::i18n::{Lang, Words};
use tumorboard::phrase;
use tumorboard::storage::people;

use crate::reader::{lines, load};
use crate::support::written::{as_of, workspace};

#[test]
fn hostile_files_cost_next_to_nothing() {
    let laughs = format!("a: &a [lol]\n{}", "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n".repeat(9));
    let million = 1_000_000;
    let files = [
        laughs,
        "[".repeat(200_000),
        "{".repeat(200_000),
        format!("id: {}", "[a, ".repeat(200_000)),
        "{a: ".repeat(200_000),
        "- ".repeat(million),
        "? ".repeat(million),
        "a: ".repeat(200_000),
        (0..2000).fold(String::new(), |text, depth| format!("{text}{}a:\n", " ".repeat(depth))),
        format!("note: [{}]", "a, ".repeat(400_000)),
        format!("note: \"{}", "x".repeat(million)),
        format!("note: {}", "x".repeat(million)),
        format!("{}: y", "x".repeat(million)),
        format!("note: |\n{}", " x\n".repeat(300_000)),
        format!("note: |\n{}", "\n".repeat(million)),
        "#\n".repeat(million),
        "&a ".repeat(million / 2),
        "!a ".repeat(million / 2),
        "'".repeat(million),
        "---\n".repeat(400_000),
        "a\n".repeat(million),
        "a: b\n".repeat(million / 4),
        (0..60_000).fold(String::new(), |text, at| text + &format!("k{at}: v\n")),
        "\u{feff}".repeat(100_000),
        "%YAML 1.2\n".repeat(100_000),
        "| ".repeat(million),
    ];
    for file in files {
        let start = Instant::now();
        let loaded = load(file.as_bytes());
        let head: String = file.chars().take(20).collect();
        // Generous: a debug build beside other jobs. What this guards against takes minutes.
        assert!(start.elapsed() < Duration::from_secs(20), "{head:?} {:?}", start.elapsed());
        assert!(!loaded.problems.is_empty(), "{head:?}");
    }
}

#[test]
fn free_text_with_many_open_brackets_is_read() {
    let text = format!("id: tb-1\nhistory: |\n{}", "  [ see above\n".repeat(200));
    assert_eq!(lines(&load(text.as_bytes()).problems), Vec::<String>::new());
}

/// How many problems of each kind a case has.
fn kinds(yaml: &str) -> Vec<String> {
    let root = workspace(format!("id: tb-1\n{yaml}").as_bytes());
    let board = BoardFile::default();
    let loaded = people::checked_case(root.path(), "tb-1", &Measure::new(&board, as_of()));
    let mut kinds: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for problem in &loaded.problems {
        *kinds.entry(problem.code.as_ref()).or_default() += 1;
    }
    for problem in loaded.problems.iter().filter(|problem| problem.code == "more-of-a-kind") {
        for lang in Lang::ALL {
            let said = phrase::problem(Words::shared(lang), problem);
            assert!(!said.as_str().starts_with("problem-") && !said.as_str().contains('{'), "{said}");
        }
    }
    let more = loaded.problems.iter().filter(|problem| problem.code == "more-of-a-kind");
    let more: Vec<String> = more.map(|problem| format!("{:?}", problem.args)).collect();
    kinds.iter().map(|(code, n)| format!("{code} {n}")).chain([more.concat()]).collect()
}

#[test]
fn of_a_mistake_made_a_thousand_times_the_first_are_named_and_the_rest_is_counted() {
    let many = |line: &dyn Fn(usize) -> String| (0..1_000).map(line).collect::<String>();
    for (yaml, code) in [
        (many(&|n| format!("zz{n}: x\n")), "unknown-key"),
        (format!("imaging:\n{}", many(&|n| format!("- {{modality: mammogramx{n}}}\n"))), "unknown-value"),
        (format!("labs:\n{}", many(&|_| "- {date: 03/04/2026}\n".into())), "date-ambiguous"),
        (format!("imaging:\n{}", many(&|_| "- {id: ct}\n".into())), "duplicate-id"),
        (format!("missing:\n{}", many(&|n| format!("- {{item: x, owner: no-body-{n}}}\n"))), "missing-item"),
    ] {
        let found = kinds(&yaml);
        assert!(found.contains(&format!("{code} 100")), "{found:?}");
        let rest = if code == "duplicate-id" { 899 } else { 900 };
        assert!(found.last().unwrap().contains(&format!("\"{rest}\"")), "{found:?}");
    }
}

#[test]
fn an_endless_list_of_allergies_is_told_and_its_first_are_compared() {
    let found = kinds(&format!(
        "patient:\n  allergies:\n  - {{to: penicillin}}\n{}plan: {{text: amoxicillin 1 g}}\n",
        "  - {to: dust}\n".repeat(5_000)
    ));
    assert!(found.contains(&"allergies-too-many 1".to_owned()), "{found:?}");
    assert!(found.contains(&"allergy-drug 1".to_owned()), "{found:?}");
}

#[test]
fn an_endless_proposal_is_told_and_its_beginning_is_searched() {
    let found = kinds(&format!(
        "patient: {{allergies: [{{to: penicillin}}, {{to: cisplatin}}]}}\nplan: {{text: 'amoxicillin 1 g. {} cisplatin'}}\n",
        "sau mổ ".repeat(10_000)
    ));
    assert!(found.contains(&"text-too-long 1".to_owned()), "{found:?}");
    // What stands behind the limit is not compared, and that is what is told.
    assert!(found.contains(&"allergy-drug 1".to_owned()), "{found:?}");
}

#[test]
fn an_endless_list_of_stages_is_told_and_its_first_are_read() {
    let stages = "  - {system: tnm-ajcc, edition: 8, basis: c}\n".repeat(5_000);
    let found = kinds(&format!("staging:\n{stages}"));
    assert!(found.contains(&"stages-too-many 1".to_owned()), "{found:?}");
}
