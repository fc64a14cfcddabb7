//! What the quick reader of records reads, against the YAML crate.

use proptest::prelude::*;
use serde::{Deserialize, Serialize};

use crate::domain::decision::{Considered, Decision, QuorumStamp, Recommendation};
use crate::domain::record::Author;
use crate::storage::record_yaml::{READ_IN_TWO_WAYS, quickly, read};

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct One {
    schema: u32,
    by: Author,
    #[serde(default)]
    parents: Vec<String>,
    reason: Option<String>,
    body: Decision,
}

fn one(texts: &[String]) -> One {
    let text = |at: usize| texts.get(at % texts.len().max(1)).cloned().unwrap_or_default();
    One {
        schema: 1,
        by: Author { person: text(0), name: text(1), role: Some(text(2)), facility: None },
        parents: texts.to_vec(),
        reason: Some(text(3)),
        body: Decision {
            question: text(4),
            discussion: 2,
            after_close: true,
            quorum: Some(QuorumStamp { met: false, present: 3, needed: 5, lacking: texts.to_vec() }),
            options: vec![Considered { text: text(5), why_not: Some(text(6)), ..Considered::default() }],
            recommendations: vec![Recommendation { detail: Some(text(7)), ..Recommendation::default() }],
            ..Decision::default()
        },
    }
}

/// What is read quickly is what the YAML crate reads.
fn agrees(yaml: &str) -> Result<bool, TestCaseError> {
    let Some(quick) = quickly::<One>(yaml) else { return Ok(false) };
    match serde_yaml::from_str::<One>(yaml) {
        Ok(slow) => prop_assert_eq!(quick, slow, "{}", yaml),
        Err(error) => prop_assert!(false, "read quickly, and not by the YAML crate: {}\n{}", error, yaml),
    }
    Ok(true)
}

#[test]
fn what_the_program_writes_is_read_quickly() {
    let texts = [
        "",
        " ",
        "~",
        "null",
        "true",
        "1.50",
        "0x1F",
        "- a",
        "a: b #c",
        "ba\ndòng\n\n",
        "\t|",
        "'\"",
        "{[",
        "王秀英",
    ];
    let texts = texts.map(ToOwned::to_owned);
    let yaml = serde_yaml::to_string(&one(&texts)).unwrap();
    assert_eq!(quickly::<One>(&yaml), Some(one(&texts)), "{yaml}");
}

#[test]
fn what_the_two_readers_understand_differently_is_left_to_the_one_that_wrote_it() {
    for letter in READ_IN_TWO_WAYS {
        let yaml = format!("schema: 1\nby: {{}}\nreason: |\n  a{letter}\n  b{letter}c\nbody: {{}}\n");
        let by_crate = serde_yaml::from_str::<One>(&yaml).map_err(|error| error.to_string());
        assert_eq!((quickly::<One>(&yaml), read::<One>(&yaml)), (None, by_crate));
    }
}

#[test]
fn nothing_and_words_for_numbers_and_truth_are_left_to_the_yaml_crate() {
    for body in [
        "{discussion: 012}",
        "{discussion: '1'}",
        "{discussion: 0x1}",
        "{after-close: True}",
        "{note: ~}",
        "{note: }",
        "{question: null}",
    ] {
        let yaml = format!("schema: 1\nby: {{}}\nbody: {body}\n");
        assert_eq!(quickly::<One>(&yaml), None, "{body}");
    }
}

#[test]
fn a_small_file_that_would_fill_the_memory_is_refused() {
    let aliases = "*a, ".repeat(20_000);
    let bomb = format!(
        "schema: 1\nby: {{person: &a \"{}\"}}\nparents: [{aliases}]\nbody: {{}}\n",
        "x".repeat(100_000)
    );
    assert_eq!(read::<One>(&bomb), Err("more than 50 aliases".to_owned()));
    let deep = format!("schema: 1\nby: {{}}\nbody: {}", "{a: ".repeat(60_000));
    assert!(read::<One>(&deep).is_err());
    // Other programs write the same list twice so.
    let twice = "schema: 1\nby: {}\nparents: &a [x]\nbody: {quorum: {lacking: *a, met: true, present: 1, needed: 1}}\n";
    assert_eq!(
        read::<One>(twice).map(|one| one.body.quorum.map(|quorum| quorum.lacking)),
        Ok(Some(vec!["x".to_owned()]))
    );
}

#[test]
fn aliases_that_only_the_yaml_crate_sees_are_counted_too() {
    let hidden = |many: usize, by: &str| {
        let aliases = "*a, ".repeat(many);
        format!("schema: 1\nby: {{person: &a x}}\nparents: [x, # {by}{aliases}]\nbody: {{}}\n")
    };
    for by in ["\u{85}", "\u{2028}", "\u{2029}", "\r"] {
        let few = read::<One>(&hidden(2, by)).map(|one| one.parents);
        assert_eq!(few, Ok(["x"; 3].map(ToOwned::to_owned).to_vec()), "the YAML crate sees them: {by:?}");
        assert_eq!(read::<One>(&hidden(60, by)), Err("more than 50 aliases".to_owned()), "{by:?}");
    }
    // Behind what the scanner takes for a mistake nothing is counted by it.
    let mistaken = hidden(60, "\n").replace("body: {}", "body:\n  note: a\n \t\n  discussion: 1");
    assert!(read::<One>(&mistaken).is_err());
    // Neither signs in a text nor many of them are aliases.
    let text = one(&[format!("R&D \t{}", "*word* ".repeat(200))]);
    let yaml = serde_yaml::to_string(&text).unwrap();
    assert_eq!(read::<One>(&yaml), Ok(text));
}

proptest! {
    #[test]
    fn every_record_is_read_as_the_yaml_crate_reads_it(
        texts in prop::collection::vec("\\PC*|[\\x00-\\x7f]{0,40}|[ \\t\\r\\n:#'\"|>\\-~&*!%@`{}\\[\\],?]{0,20}|(\\p{Any}){0,20}|(true|no|null|~|0x1F|1_0|1e3|\\.inf|2026-01-02|<<)", 1..9)
    ) {
        let one = one(&texts);
        let yaml = serde_yaml::to_string(&one).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(read::<One>(&yaml), Ok(one));
        agrees(&yaml)?;
    }

    #[test]
    fn a_record_that_was_written_by_hand_is_read_as_the_yaml_crate_reads_it(
        at in 0_usize..700,
        taken in 0_usize..12,
        put in "[ \\t\\r\\n:#'\"|>\\-~&*!%@`{}\\[\\],?a1+é]{0,8}|(\r\n|---|\\.\\.\\.|\\u{85}|<<: |\\? |\\\\x41|\\\\n| # a|: \\|2\n)"
    ) {
        let texts = ["line one\nline two\n", "a: b", "it's", "plain text", "x\n\n  y", "\"quoted\""].map(ToOwned::to_owned);
        let yaml = serde_yaml::to_string(&one(&texts)).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let letters: Vec<char> = yaml.chars().collect();
        let at = at.min(letters.len());
        let after = letters.get(at + taken..).unwrap_or_default();
        let changed: String = letters[..at].iter().copied().chain(put.chars()).chain(after.iter().copied()).collect();
        agrees(&changed)?;
    }
}
