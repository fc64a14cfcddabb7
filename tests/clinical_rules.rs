//! `docs/clinical-rules.md` is what the rules say of themselves. `TUMORBOARD_WRITE_DOCS=1 cargo test clinical_rules` writes it anew.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use tumorboard::domain::check::known;
use tumorboard::domain::response::{Criteria, Remark, Rule, Verdict};
use tumorboard::domain::scores::{Item, ScoreName, accepted, limits};
use tumorboard::domain::staging::sites;
use tumorboard::domain::value::Vocabulary;
use tumorboard::i18n::{Lang, Words};

const PAGE: &str = "docs/clinical-rules.md";
const SENTENCES: &str = include_str!("../src/i18n/en/problems.ftl");
const CHOICES: &str = include_str!("../src/domain/response/choices.md");
const LIMITS: &str = include_str!("../src/domain/scores/choices.md");

fn page() -> String {
    let words = Words::new(Lang::En);
    let mut out = String::from(
        "<!-- Written by tests/clinical_rules.rs from the rules themselves; do not edit. -->\n\n# Clinical rules\n\n\
         What the program computes and checks, on what authority, and what was chosen where sources disagree. Every result is\n\
         shown *from table* or *computed*, with its source, beside what the clinician entered, and never in its place. All words are\n\
         our own; the systems belong to their authors (see `NOTICE`).\n\n",
    );
    responses(&mut out, &words);
    scores(&mut out, &words);
    groups(&mut out);
    checks(&mut out);
    data(&mut out);
    out
}

fn responses(out: &mut String, words: &Words) {
    out.push_str("## Responses\n\n| criteria | source |\n|---|---|\n");
    for (_, criteria) in Criteria::WORDS {
        let name = words.code(Criteria::NAME, criteria.word());
        writeln!(out, "| {name} | {} |", criteria.source()).unwrap();
    }
    list::<Verdict>(out, words, "A verdict is one of");
    list::<Rule>(out, words, "It stands with the rule that decided");
    list::<Remark>(out, words, "What does not count as it was entered is told");
    writeln!(out, "\n{}", CHOICES.trim_end()).unwrap();
}

fn list<T: Vocabulary>(out: &mut String, words: &Words, title: &str) {
    writeln!(out, "\n{title}:\n").unwrap();
    for (word, _) in T::WORDS {
        writeln!(out, "- `{word}`: {}", words.code(T::NAME, word)).unwrap();
    }
}

fn scores(out: &mut String, words: &Words) {
    out.push_str("\n## Scores\n\n| score | source |\n|---|---|\n");
    for (_, name) in ScoreName::WORDS {
        writeln!(out, "| {} | {} |", words.code(ScoreName::NAME, name.word()), name.source()).unwrap();
    }
    out.push_str("\nUnits in which an input may be written; no other is converted, and without one nothing is computed:\n\n");
    for (word, item) in Item::WORDS {
        let units = accepted(*item);
        if !units.is_empty() {
            writeln!(out, "- {}: `{}`", words.code(Item::NAME, word), units.join("`, `")).unwrap();
        }
    }
    out.push_str(
        "\nA result beyond these limits cannot be in the unit in which it stands: `check` names it, and nothing is computed from it.\n\n\
         | result | unit | from | to | rests on |\n|---|---|---|---|---|\n",
    );
    for own in limits() {
        writeln!(out, "| {} | {} | {} | {} | {} |", own.analyte, own.unit, own.from, own.to, own.rests_on)
            .unwrap();
    }
    writeln!(out, "\n{}", LIMITS.trim_end()).unwrap();
}

fn groups(out: &mut String) {
    out.push_str(
        "\n## Stage groups\n\nA row is found from the top of a table; an open sub-category answers with every group that it leaves possible. \
         `any` serves\nevery basis that has no table of its own. Where there is no table, the program says so.\n\n\
         | tumour | system, edition, basis | asks besides T, N, M | source |\n|---|---|---|---|\n",
    );
    for own in sites() {
        let factors: Vec<&str> = own.factors.iter().map(|(name, _)| name.as_str()).collect();
        writeln!(
            out,
            "| {} | {} {} {} | {} | {} |",
            own.site,
            own.system,
            own.edition,
            own.basis,
            factors.join(", "),
            own.source
        )
        .unwrap();
    }
    out.push_str(
        "\nA site may be asked for by any of these, in capitals or not, the words in any order, with `cancer`, `ung thư` or `癌` besides; a histology\n\
         given as a morphology code (`histology=8720/3`) chooses among the tumours of a site:\n\n",
    );
    let mut seen = BTreeSet::new();
    for own in sites().into_iter().filter(|own| seen.insert(own.site.clone())) {
        writeln!(out, "- {}", own.names.join(", ")).unwrap();
    }
}

fn checks(out: &mut String) {
    out.push_str(
        "\n## Checks\n\n`error` hides or contradicts something, `warning` may mislead, `note` could be better. The code is stable for scripts.\n\n\
         | code | severity | says | authority |\n|---|---|---|---|\n",
    );
    for rule in known() {
        writeln!(out, "| `{}` | {} | {} | {} |", rule.code, rule.severity, sentence(rule.code), rule.source)
            .unwrap();
    }
}

/// The English sentence of a problem, with its places; of a choice the part before it.
fn sentence(code: &str) -> String {
    let start = format!("problem-{code} = ");
    let rest = SENTENCES.split_once(&start).unwrap_or_else(|| panic!("{code} has no sentence")).1;
    let mut lines = rest.lines();
    let mut text = lines.next().unwrap().to_owned();
    let mut deeper = lines.take_while(|line| line.starts_with(' ') || line.starts_with('}'));
    // A choice is shown by its last way.
    while let Some((before, _)) = text.split_once("{ $").filter(|_| text.ends_with("->")) {
        let mut chosen = String::new();
        let mut after = String::new();
        for line in deeper.by_ref() {
            if let Some(rest) = line.strip_prefix('}') {
                rest.clone_into(&mut after);
                break;
            }
            chosen = line.trim().split_once("] ").map_or(String::new(), |(_, way)| way.to_owned());
        }
        let last = before.rfind("{ $").map_or(before, |at| &before[..at]);
        let head = if text.matches("{ $").count() > 1 {
            text[..text.rfind("{ $").unwrap()].to_owned()
        } else {
            last.to_owned()
        };
        text = format!("{head}{chosen}{after}");
    }
    text.replace("{ $", "…").replace(" }", "").replace('|', "/")
}

fn data(out: &mut String) {
    for (title, text) in [
        ("Rare and impossible combinations", include_str!("../src/domain/check/iarc.tsv")),
        ("Classes of allergens", include_str!("../src/domain/check/allergens.tsv")),
        ("Drugs and what they are called", include_str!("../src/domain/check/drugs.tsv")),
        ("Regimens and procedures, and what they bring", include_str!("../src/domain/check/regimens.tsv")),
        ("Paired organs", include_str!("../src/domain/check/organs.tsv")),
        ("Codes of ICD-10 that ICD-O-3 has not", include_str!("../src/domain/check/icd10.tsv")),
        ("What a board needs, by tumour", include_str!("../src/domain/check/profiles.tsv")),
    ] {
        let mut lines = text.lines();
        let source = lines.next().unwrap().strip_prefix("# source: ").unwrap();
        writeln!(out, "\n### {title}\n\nSource: {source}.\n").unwrap();
        for (at, line) in lines.enumerate() {
            let cells: Vec<String> = line.split('\t').map(|cell| cell.replace('|', ", ")).collect();
            writeln!(out, "| {} |", cells.join(" | ")).unwrap();
            if at == 0 {
                writeln!(out, "|{}", "---|".repeat(cells.len())).unwrap();
            }
        }
    }
}

#[test]
fn the_page_of_clinical_rules_is_what_the_rules_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    let page = page();
    if std::env::var_os("TUMORBOARD_WRITE_DOCS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    assert!(there == page, "{PAGE} is not what the rules say; run the test with TUMORBOARD_WRITE_DOCS=1");
}

#[test]
fn every_rule_of_the_check_is_listed_once_and_every_listed_one_is_reported() {
    let listed: Vec<&str> = known().map(|rule| rule.code).collect();
    assert_eq!(listed.iter().collect::<BTreeSet<_>>().len(), listed.len());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/check");
    let source: String = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let left: Vec<&&str> = listed.iter().filter(|code| !source.contains(&format!("\"{code}\""))).collect();
    assert!(left.is_empty(), "{left:?}");
    for start in ["Problem::new(\"", "unknown(\""] {
        for code in source.split(start).skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(listed.contains(&code), "{code} is not listed with its source");
        }
    }
}
