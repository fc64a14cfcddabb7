//! What is computed beside what was entered: on the steps, in documents, in `show`, on the agenda; never without its source.

use std::fs;

use insta::Settings;
use serde_json::Value;
use tumorboard::domain::check::Measure;
use tumorboard::domain::summary::Summary;
use tumorboard::i18n::Lang;
use tumorboard::storage::people::checked_case;

use crate::support::Sandbox;
use crate::support::driver::Driver;

/// A sample in which parts of the text are others; each part must be there.
fn changed(text: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from} is not in the sample");
        text.replacen(from, to, 1)
    })
}

/// The sample with these changes, open at a step, on a screen of this size.
fn open(case: &str, changes: &[(&str, &str)], step: &str, size: (u16, u16)) -> Driver {
    let mut driver = Driver::start(Lang::En, "default", size);
    let path = driver.store.root().join(case).join("case.yaml");
    fs::write(&path, changed(&fs::read_to_string(&path).unwrap(), changes)).unwrap();
    driver.press(&format!("/ '{case} Enter {step}"));
    driver
}

#[track_caller]
fn snapshot(name: &str, shown: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("snapshots/computed");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, shown));
}

/// The lines from one that has these words on.
fn from(shown: &str, words: &str) -> String {
    let lines: Vec<&str> = shown.lines().collect();
    let first = lines.iter().position(|line| line.contains(words));
    lines
        .into_iter()
        .skip(first.unwrap_or_else(|| panic!("{words:?} is not shown:\n{shown}")))
        .collect::<Vec<_>>()
        .join("\n")
}

const TALL: (u16, u16) = (80, 60);

#[test]
fn an_entered_group_stands_beside_that_of_the_table_with_edition_row_and_source() {
    let mut driver = open("tb-2026-0009", &[], "5", (80, 24));
    snapshot("stage-agrees", &driver.rows().join("\n"));
}

#[test]
fn a_difference_is_named_and_nothing_is_corrected() {
    let mut driver = open("tb-2026-0020", &[], "5", (80, 24));
    snapshot("stage-differs", &driver.rows().join("\n"));
    let mut narrow = open("tb-2026-0020", &[], "5", (60, 16));
    assert!(narrow.says().contains("TNM (AJCC) 8 c T1c N0 M0 IIIA IA (from table), differs"));
}

#[test]
fn several_possible_groups_are_all_shown_with_what_would_tell() {
    let mut driver =
        open("tb-2026-0016", &[("t: T3a", "t: T2"), ("value: 24.6, unit: ng/mL", "value: 24.6")], "5", TALL);
    snapshot("stage-several", &from(&driver.rows().join("\n"), "As entered"));
}

#[test]
fn where_there_is_no_table_the_step_says_so_and_which_there_are() {
    let mut driver = open("tb-2026-0009", &[("edition: 9", "edition: 7")], "5", (80, 24));
    snapshot("stage-no-table", &driver.rows().join("\n"));
}

const THIRD: &str = "
imaging:
  - {id: ct-2026-12, modality: CT, region: liver, date: 2026-11-24, status: done}";

#[test]
fn sums_over_three_time_points_are_bars_with_numbers_and_the_rule_that_decided() {
    let changes = [
        ("\nimaging:", THIRD),
        ("ct-2026-11: 19 mm}", "ct-2026-11: 19 mm, ct-2026-12: 26 mm}"),
        ("ct-2026-11: 13 mm}", "ct-2026-11: 13 mm, ct-2026-12: 18 mm}"),
        ("ct-2026-11: 9 mm}", "ct-2026-11: 9 mm, ct-2026-12: 9 mm}"),
    ];
    let mut driver = open("tb-2026-0011", &changes, "3 End", TALL);
    snapshot("response-three-points", &from(&driver.rows().join("\n"), "Lesions across studies"));
    let mut small = open("tb-2026-0011", &changes, "3 End", (60, 60));
    snapshot("response-three-points-narrow", &from(&small.rows().join("\n"), "Response by RECIST"));
}

#[test]
fn a_treated_liver_is_judged_by_what_takes_up_contrast_beside_the_whole() {
    let changes = [(
        "viable: {mr-2026-08: 54 mm, ct-2026-11: 68 mm}",
        "viable: {mr-2026-08: 54 mm, ct-2026-11: 20 mm}",
    )];
    let mut driver = open("tb-2026-0007", &changes, "3 End", TALL);
    snapshot("response-mrecist", &from(&driver.rows().join("\n"), "Lesions across studies"));
    let top = driver.press("Home").says();
    for said in [
        "PD by RECIST 1.1 (computed), 02-Nov-2026: +30.3 % from smallest sum 76 mm",
        "source: Eisenhauer",
        "PR by mRECIST (computed), 02-Nov-2026: -32.9 % from baseline (15-Aug-2026)",
        "source: Lencioni",
    ] {
        assert!(top.contains(said), "{said}: {top}");
    }
}

#[test]
fn a_case_without_measured_lesions_says_nothing_of_a_response() {
    let mut driver = open("tb-2026-0020", &[], "3 End", (80, 100));
    let shown = driver.rows().join("\n");
    assert!(!shown.contains("Response by") && !shown.contains("RECIST"), "{shown}");
}

#[test]
fn liver_scores_stand_beside_the_entered_ones_with_inputs_gaps_and_source() {
    let findings = "labs:\n  - {test: Ascites, value: none, date: 2026-11-18}\n  - {test: Encephalopathy, value: none, date: 2026-11-18}";
    let mut driver = open("tb-2026-0007", &[("\nlabs:", &format!("\n{findings}"))], "5", (80, 120));
    snapshot("scores-liver", &from(&driver.rows().join("\n"), "Scores: as entered"));
    let differs = [
        ("\nlabs:", format!("\n{findings}")),
        ("name: Child-Pugh, value: A6", "name: Child-Pugh, value: B8".to_owned()),
    ];
    let differs: Vec<(&str, &str)> = differs.iter().map(|(from, to)| (*from, to.as_str())).collect();
    let said = open("tb-2026-0007", &differs, "5", (80, 120)).says();
    assert!(said.contains("A6 (computed), differs"), "{said}");
}

#[test]
fn performance_comorbidity_and_organ_function_stand_on_the_history() {
    let said = open("tb-2026-0011", &[], "2", (80, 200)).says();
    for part in [
        "ECOG 1 Karnofsky 80",
        "the two scales agree",
        "Oken et al.",
        "78 mL/min/1.73 m² (computed)",
        "creatinine 88 umol/L (18-Nov-2026)",
        "CKD-EPI 2021",
    ] {
        assert!(said.contains(part), "{part}:\n{said}");
    }
}

#[test]
fn every_computed_value_of_every_sample_has_its_source_on_the_same_page_in_every_language() {
    for (lang, mark) in [("en", "source: "), ("vi", "nguồn: "), ("zh", "来源：")] {
        let sandbox = Sandbox::new();
        for case in 7..=20 {
            let output = sandbox.run(&["show", &format!("tb-2026-{case:04}"), "--lang", lang]);
            let text = String::from_utf8(output.stdout).unwrap();
            let computed = ["(computed)", "(tính toán)", "（计算）", "from table", "theo bảng", "查表"];
            let shown = computed.iter().any(|word| text.contains(word));
            assert!(!shown || text.contains(mark), "{case}:\n{text}");
            // A nodule without a stage, a role, a creatinine or a grade of performance has nothing to compute from.
            assert_eq!(shown, case != 18, "{case} in {lang}:\n{text}");
        }
    }
}

#[test]
fn documents_and_scripts_say_the_same_as_the_screen() {
    let sandbox = Sandbox::new();
    let output = sandbox.run(&["export", "tb-2026-0020", "--lang", "en"]);
    let document = String::from_utf8(output.stdout).unwrap();
    for part in ["IIIA as entered, but IA from table: they differ", "T1 N0 M0 → IA", "source: breast"] {
        assert!(document.replace('\\', "").contains(part), "{part}:\n{document}");
    }
    let output = sandbox.run(&["show", "tb-2026-0020", "--json"]);
    let shown: Value = serde_json::from_slice(&output.stdout).unwrap();
    let stage = &shown["computed"]["stages"][0];
    assert_eq!((&stage["entered"], &stage["groups"][0]), (&"IIIA".into(), &"IA".into()));
    assert_eq!((&stage["standing"], &stage["field"]), (&"differs".into(), &"staging[0]".into()));
    let output = sandbox.run(&["show", "tb-2026-0007", "--json"]);
    let shown: Value = serde_json::from_slice(&output.stdout).unwrap();
    let computed = &shown["computed"];
    assert_eq!(computed["responses"][1]["time_points"][1]["overall"], "PD");
    let systems: Vec<&str> =
        computed["stages"].as_array().unwrap().iter().filter_map(|own| own["system"].as_str()).collect();
    assert_eq!(systems, ["bclc", "cnlc", "tnm-ajcc"]);
    assert!(
        computed["scores"]
            .as_array()
            .unwrap()
            .iter()
            .all(|own| own["source"].as_str().is_some_and(|text| text.len() > 10))
    );
}

#[test]
fn the_preview_of_the_agenda_says_what_the_check_found_and_the_first_of_it() {
    let mut driver = Driver::start(Lang::En, "default", (120, 40));
    let board = driver.store.board().value.unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    let mut case = driver.store.case("tb-2026-0020");
    case.file = checked_case(driver.store.root(), "tb-2026-0020", &Measure::new(&board, day));
    for summary in &mut driver.model.listing.as_mut().unwrap().cases {
        if summary.folder == "tb-2026-0020" {
            *summary = std::sync::Arc::new(Summary::of(&case));
        }
    }
    driver.press("End Up");
    let said = driver.says();
    assert!(said.contains("3 errors") && said.contains("diagnosis.side"), "{said}");
    driver.model.initials = true;
    let said = driver.says();
    assert!(said.contains("3 errors") && !said.contains("diagnosis.side"), "{said}");
}

#[test]
fn where_names_are_initials_no_birth_date_stands_among_the_inputs() {
    let mut driver = open("tb-2026-0011", &[], "2", (80, 200));
    driver.model.initials = true;
    let said = driver.says();
    assert!(said.contains("age 77") && !said.contains("09-Sep-1949"), "{said}");
}
