//! `tumorboard check` as a script sees it, and the sentences of every problem in every language.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tumorboard::cli;
use tumorboard::cli::check::Layout;
use tumorboard::i18n::{Lang, Words};

use crate::support::files;
use crate::support::written::{as_of, put, workspace};

#[test]
fn check_prints_one_line_a_problem_and_json_with_the_same() {
    let root = workspace(b"id: tb-1\npatient: {sxe: male}\nquestion: {responsible: mai-onc}\n");
    put(&root.path().join("board.yaml"), b"people: {mai-onc: {name: Mai}}\n");
    let run = |layout: Layout| {
        let mut out = Vec::new();
        let clean = cli::check::run(
            (&whole(root.path()), None),
            &Words::new(Lang::En),
            (None, as_of()),
            layout,
            &mut out,
        )
        .unwrap();
        (clean, String::from_utf8(out).unwrap())
    };
    let (clean, text) = run(Layout::Lines);
    assert!(!clean);
    let line = text.lines().find(|line| line.contains("unknown-key")).unwrap();
    assert!(line.contains("tb-1/case.yaml:2:11: error unknown-key: `sxe` is not read here"), "{line}");
    assert!(line.contains("Did you mean `sex`?"), "{line}");
    assert!(text.lines().any(|line| line.contains("name-missing") && line.ends_with("[Mai]")), "{text}");
    let json: serde_json::Value = serde_json::from_str(&run(Layout::Json).1).unwrap();
    assert_eq!(json["schema_version"], 1);
    assert_eq!(json["problems"].as_array().unwrap().len(), text.lines().count());
    assert_eq!(json["problems"][0]["path"], "tb-1/case.yaml");
    let of =
        |code: &str| json["problems"].as_array().unwrap().iter().find(|one| one["code"] == code).unwrap();
    assert_eq!(of("name-missing")["owner"], "mai-onc");
    assert!(of("name-missing")["authority"].as_str().unwrap().contains("two identifiers"));
    assert!(of("unknown-key")["authority"].is_null(), "how a file is written is nobody's rule but ours");
}

#[test]
fn check_by_owner_is_a_list_of_what_each_person_has_to_do_in_every_language() {
    let root =
        workspace(b"id: tb-1\npatient: {born: 1961}\nquestion: {responsible: mai-onc, text: Which?}\n");
    fs::create_dir(root.path().join("tb-2")).unwrap();
    put(
        &root.path().join("tb-2/case.yaml"),
        b"id: tb-2\nquestion: {responsible: Dr Vu}\nmissing: [{item: CT, owner: mai-onc}]\n",
    );
    put(&root.path().join("tb-2/../board.yaml"), b"people: {mai-onc: {name: Mai}}\nchair: x\n");
    for lang in Lang::ALL {
        let mut out = Vec::new();
        cli::check::run(
            (&whole(root.path()), None),
            &Words::new(lang),
            (None, as_of()),
            Layout::Owners(None),
            &mut out,
        )
        .unwrap();
        let text = String::from_utf8(out).unwrap();
        let heads: Vec<&str> =
            text.lines().filter(|line| !line.starts_with(' ') && !line.is_empty()).collect();
        let nobody = Words::new(lang).get("cli-todo-nobody");
        assert_eq!(heads.len(), 3, "{text}");
        assert!(
            heads[0].starts_with("Dr Vu") && heads[1].starts_with("Mai") && heads[2].starts_with(&nobody),
            "{text}"
        );
        let of_mai = text.split_once(heads[1]).unwrap().1.split_once(heads[2]).unwrap().0;
        let at = |case: &str| of_mai.matches(&format!("/{case}/case.yaml:")).count();
        assert!(at("tb-1") > 2 && at("tb-2") == 1, "{of_mai}");
        // The place leads an editor there, the gravest first.
        let first = of_mai.lines().nth(1).unwrap();
        assert!(
            first.contains("tb-1/case.yaml:") && first.contains(&Words::new(lang).code("severity", "error")),
            "{first}"
        );
        assert!(!of_mai.contains('['), "the owner stands above");
        let mut out = Vec::new();
        let folded = Layout::Owners(Some(60));
        cli::check::run((&whole(root.path()), None), &Words::new(lang), (None, as_of()), folded, &mut out)
            .unwrap();
        let folded = String::from_utf8(out).unwrap();
        assert!(folded.lines().all(|line| line.starts_with(' ') || !line.contains("case.yaml")), "{folded}");
        // The path of a file is one word, and is not broken for any width.
        let too_wide = |line: &&str| tumorboard::ui::wrap::width(line) > 60 && !line.contains("case.yaml");
        assert_eq!(folded.lines().find(too_wide), None);
        assert!(folded.lines().count() > text.lines().count(), "{folded}");
        assert!(folded.lines().filter(|line| line.starts_with("      ")).count() > 5, "{folded}");
    }
    let of = |by, whole| Layout::of(by, false, whole, None);
    assert_eq!(of(None, false), Layout::Lines, "one case is read from the top");
    assert_ne!(of(None, true), Layout::Lines, "a workspace is a list of what each person has to do");
    assert_eq!(of(Some(cli::check::By::File), true), Layout::Lines);
}

#[test]
fn a_case_is_checked_as_of_the_latest_meeting_that_lists_it() {
    let root = workspace(b"id: tb-1\nmissing: [{item: CT, due: 2026-11-20}]\n");
    fs::create_dir_all(root.path().join("meetings/2026-11-12-liver")).unwrap();
    let plan =
        b"id: 2026-11-12-liver\nboard: liver\ndate: 2026-11-12\nagenda: [{case: tb-1}, {case: tb-2}]\n";
    put(&root.path().join("meetings/2026-11-12-liver/meeting.yaml"), plan);
    put(&root.path().join("board.yaml"), b"boards: {liver: {}}\n");
    let mut out = Vec::new();
    cli::check::run(
        (&whole(root.path()), None),
        &Words::new(Lang::En),
        (None, as_of()),
        Layout::Lines,
        &mut out,
    )
    .unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("missing-item") && !text.contains("missing-overdue"), "{text}");
    assert!(text.contains("meeting.yaml:4:31: warning unknown-case"), "{text}");
}

#[test]
fn of_a_meeting_the_cases_on_its_agenda_are_checked_too_and_no_others() {
    let root = workspace(b"id: tb-1\n");
    for case in ["tb-2", "tb-3"] {
        fs::create_dir(root.path().join(case)).unwrap();
        put(&root.path().join(case).join("case.yaml"), format!("id: {case}\n").as_bytes());
    }
    let meeting = root.path().join("meetings/2026-11-26-thoracic");
    fs::create_dir_all(&meeting).unwrap();
    put(&meeting.join("meeting.yaml"), b"date: 2026-11-26\nagenda: [{case: tb-1}, {case: tb-3}]\n");
    let of = |only: &str| {
        let scope = cli::context::Scope { root: root.path().to_owned(), only: Some(only.to_owned()) };
        let mut out = Vec::new();
        let words = Words::new(Lang::En);
        let clean =
            cli::check::run((&scope, None), &words, (None, as_of()), Layout::Lines, &mut out).unwrap();
        (clean, String::from_utf8(out).unwrap())
    };
    let (clean, text) = of("meetings/2026-11-26-thoracic");
    assert!(!clean && text.contains("2026-11-26-thoracic/meeting.yaml:"), "{text}");
    assert!(text.contains("tb-1/case.yaml:") && text.contains("tb-3/case.yaml:"), "{text}");
    assert!(!text.contains("tb-2/case.yaml"), "{text}");
    assert!(!of("meetings/2026-11-26-thoracic/meeting.yaml").1.contains("tb-1/case.yaml:"));
}

#[test]
fn every_sentence_has_the_same_id_and_arguments_in_every_language() {
    let described = |source: &str| -> Vec<(String, BTreeSet<String>)> {
        let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|first: char| first.is_ascii_lowercase()) {
                found.push((line.split(' ').next().unwrap().to_owned(), BTreeSet::new()));
            }
            for arg in line.split('$').skip(1) {
                let name = arg.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-');
                found.last_mut().unwrap().1.insert(name.collect());
            }
        }
        found
    };
    let [en, vi, zh] = [
        include_str!("../src/i18n/en/problems.ftl"),
        include_str!("../src/i18n/vi/problems.ftl"),
        include_str!("../src/i18n/zh/problems.ftl"),
    ]
    .map(described);
    assert!(en.len() > 60);
    assert_eq!(en, vi);
    assert_eq!(en, zh);
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for (id, args) in &en {
            let filled: Vec<(&str, tumorboard::i18n::Arg)> =
                args.iter().map(|name| (name.as_str(), "left".into())).collect();
            let said = words.with(id, &filled);
            assert!(words.has(id) && !said.contains('$') && !said.contains('{'), "{said}");
        }
    }
}

/// Every code that the sources can report has its sentence.
#[test]
fn every_code_has_a_sentence() {
    let words = Words::new(Lang::En);
    let mut codes = BTreeSet::new();
    for folder in ["src/storage", "src/domain/check"] {
        for file in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let source = fs::read_to_string(file).unwrap();
            for start in ["Problem::new(\"", "fault(\"", "unknown(\"", "self.add(\""] {
                let found = source.split(start).skip(1).filter_map(|rest| rest.split('"').next());
                let is_code =
                    |code: &&str| code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
                codes.extend(found.filter(is_code).map(ToOwned::to_owned));
            }
        }
    }
    assert!(codes.len() > 40, "{codes:?}");
    for code in codes {
        assert!(words.has(&format!("problem-{code}")), "{code}");
    }
}

fn whole(root: &Path) -> cli::context::Scope {
    cli::context::Scope { root: root.to_owned(), only: None }
}

#[test]
fn the_limits_of_the_board_that_lists_a_case_count_and_without_one_the_longest() {
    let case = b"id: tb-1\nperformance: {ecog: 1, date: 2026-11-01}\nimaging: [{modality: ct, date: 2026-09-01, region: chest}]\n";
    let root = workspace(case);
    put(
        &root.path().join("board.yaml"),
        b"boards: {liver: {limits: {performance: 2 w}}, lung: {limits: {performance: 8 w}}}\n",
    );
    let stale = || {
        let text = lines(root.path());
        text.lines().any(|line| line.contains("need-stale") && line.contains("case.yaml:2"))
    };
    assert!(!stale(), "nobody lists it: the longest limit counts");
    for (board, expected) in [("liver", true), ("lung", false)] {
        fs::create_dir_all(root.path().join("meetings/2026-11-26-x")).unwrap();
        let plan = format!("id: 2026-11-26-x\nboard: {board}\ndate: 2026-11-26\nagenda: [{{case: tb-1}}]\n");
        put(&root.path().join("meetings/2026-11-26-x/meeting.yaml"), plan.as_bytes());
        assert_eq!(stale(), expected, "{board}");
    }
}

#[test]
fn a_table_of_the_workspace_stages_its_cases_and_one_that_cannot_be_read_is_told_by_its_line() {
    let case = b"id: tb-1\ndiagnosis: {site: C71.1}\n\
        staging: [{system: tnm-ajcc, edition: \"8\", basis: c, t: T1, n: N0, m: M0, group: II}]\n";
    let root = workspace(case);
    fs::create_dir(root.path().join("staging")).unwrap();
    assert!(!lines(root.path()).contains("stage-group-differs"));
    let table =
        "# source: our own\n# topography: C71\n# T: T1\n# N: N0\n# M: M0\nT\tN\tM\tgroup\nT1\tN0\tM0\tours\n";
    put(&root.path().join("staging/brain-ajcc-8-any.tsv"), table.as_bytes());
    put(&root.path().join("staging/wrong-ajcc-8-any.tsv"), table.replace("T1\tN0", "T2\tN0").as_bytes());
    let text = lines(root.path());
    assert!(text.contains("stage-group-differs") && text.contains("ours"), "{text}");
    assert!(text.contains("staging/wrong-ajcc-8-any.tsv:7:1: error table-cell:"), "{text}");
}

#[test]
fn patients_who_could_be_taken_for_each_other_are_told_at_both_cases_with_the_id_of_the_other() {
    let root = workspace(
        "id: tb-1\npatient:\n  name: Nguyễn Văn An\n  born: 1961-03-14\nquestion: {presenter: mai-onc}\n"
            .as_bytes(),
    );
    fs::create_dir(root.path().join("tb-2")).unwrap();
    put(&root.path().join("tb-2/case.yaml"), b"id: tb-2\npatient: {name: NGUYEN VAN AN, born: 1970}\n");
    let text = lines(root.path());
    let found: Vec<&str> = text.lines().filter(|line| line.contains(" same-name: ")).collect();
    assert_eq!(found.len(), 2, "{text}");
    assert!(
        found[0].contains("tb-1/case.yaml:3:9: warning") && found[0].contains("(1970) in tb-2"),
        "{}",
        found[0]
    );
    assert!(found[0].ends_with("[mai-onc]"), "{}", found[0]);
    assert!(
        found[1].contains("tb-2/case.yaml:2:17:") && found[1].contains("(1961-03-14) in tb-1"),
        "{}",
        found[1]
    );
}

fn lines(root: &Path) -> String {
    let mut out = Vec::new();
    cli::check::run((&whole(root), None), &Words::new(Lang::En), (None, as_of()), Layout::Lines, &mut out)
        .unwrap();
    String::from_utf8(out).unwrap()
}
