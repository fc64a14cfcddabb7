//! `tumorboard stage`: what it asks for, what it understands, and what a whole table is told.

use std::fs;
use std::process::Output;

use serde_json::Value;

use crate::support::Sandbox;

fn stage(args: &[&str]) -> Output {
    let all: Vec<&str> = std::iter::once("stage").chain(args.iter().copied()).collect();
    Sandbox::new().run(&all)
}

fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn figo_needs_no_basis_and_the_answer_says_what_was_asked() {
    let (code, out, _) =
        said(&stage(&["cervix", "--system", "figo", "--edition", "2018", "T1b N0 M0", "--json"]));
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, 0);
    assert_eq!(answer["stage"]["groups"], serde_json::json!(["IB1", "IB2", "IB3"]));
    assert_eq!(answer["stage"]["missing"], serde_json::json!(["T"]));
    assert_eq!(answer["stage"]["asked"]["basis"], "any");
    assert!(answer["stage"]["source"].as_str().unwrap().contains("FIGO 2018"));
    // where the T says it, nothing is asked for either
    let (_, out, _) = said(&stage(&["lung", "--edition", "8", "pT2a pN1 cM0", "--json"]));
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["stage"]["asked"]["basis"], "p");
    let (code, _, err) = said(&stage(&["lung", "--edition", "8", "T2a", "N1", "M0"]));
    assert_eq!(code, 2);
    assert!(err.contains("--basis"), "{err}");
}

#[test]
fn without_an_edition_the_one_in_use_is_taken_and_said() {
    let (code, out, _) = said(&stage(&["lung", "cT2b N2a M0"]));
    assert_eq!((code, out.lines().next()), (0, Some("IIIA")));
    assert!(out.contains("Edition 9 was taken") && out.contains("lung tnm-ajcc 9"), "{out}");
    let (_, out, _) = said(&stage(&["lung", "--edition", "8", "cT2b N2 M0"]));
    assert!(!out.contains("was taken"), "{out}");
    let asked = |args: &[&str]| {
        let (_, out, _) = said(&stage(&[args, &["--json"]].concat()));
        let answer: Value = serde_json::from_str(&out).unwrap();
        let asked = &answer["stage"]["asked"];
        (asked["edition"].as_str().unwrap().to_owned(), asked["edition_given"].as_bool().unwrap())
    };
    assert_eq!(asked(&["C22.0", "cT2 N0 M0"]), ("8".to_owned(), false));
    assert_eq!(asked(&["cervix", "--system", "figo", "T1b N0 M0"]), ("2018".to_owned(), false));
    assert_eq!(asked(&["lung", "--edition", "8", "cT2 N0 M0"]), ("8".to_owned(), true));
    // where it cannot be told, the tables that there are are named
    let (code, out, err) = said(&stage(&["breast", "--system", "tnm-uicc", "cT2 N0 M0"]));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("--edition") && err.contains('8'), "{err}");
}

#[test]
fn an_m_that_is_no_category_is_read_as_cm0_and_told() {
    let (code, out, _) = said(&stage(&["lung", "--edition", "8", "pT2a pN1 pM0"]));
    assert_eq!((code, out.lines().next()), (0, Some("IIB")));
    assert!(out.contains("`pM0` is no category") && out.contains("cM0"), "{out}");
    let (_, out, _) = said(&stage(&["lung", "--edition", "8", "cT2a N1 MX", "--json"]));
    let answer: Value = serde_json::from_str(&out).unwrap();
    let obsolete = serde_json::json!({ "category": "MX", "why": "mx", "write": "cM0" });
    assert_eq!(answer["stage"]["obsolete"], obsolete);
}

/// Whether there is an answer or none, a script finds the same keys.
#[test]
fn every_answer_for_scripts_has_the_same_keys() {
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let answers = [
        &["lung", "--edition", "8", "cT2a N0 M0"][..],
        &["lung", "--edition", "8", "cT9 N0 M0"],
        &["brain", "--edition", "8", "cT1 N0 M0"],
        &["C15.4", "cT3 N0 M0"],
        &["prostate", "--edition", "8", "cT1c N0 M0", "psa=12"],
    ];
    let answers = answers.map(|args| {
        let (_, out, _) = said(&stage(&[args, &["--json"]].concat()));
        serde_json::from_str::<Value>(&out).unwrap()["stage"].clone()
    });
    for answer in &answers {
        assert_eq!(keys(answer), keys(&answers[0]), "{answer}");
        assert_eq!(answer["refused"].is_null(), answer["table"].is_string(), "{answer}");
    }
    let sandbox = Sandbox::new();
    let case = sandbox.workspace().join("tb-2026-0007/case.yaml");
    let text = fs::read_to_string(&case).unwrap();
    let extra = "staging:\n  - {system: tnm-ajcc, edition: 8, basis: c, t: T1, group: I, date: 2020-01-01}\n  \
                 - {system: bclc, edition: 2022, group: A, date: 2020-01-01}\n  - {system: figo, edition: 2018, basis: c}\n";
    fs::write(&case, text.replacen("staging:\n", extra, 1).replace("C22.0", "C71.1")).unwrap();
    let shown: Value =
        serde_json::from_slice(&sandbox.run(&["show", "tb-2026-0007", "--json"]).stdout).unwrap();
    let stages = shown["computed"]["stages"].as_array().unwrap();
    assert!(stages.len() >= 5, "{stages:?}");
    for stage in stages {
        assert_eq!(keys(stage), keys(&stages[0]), "{stage}");
        assert!(!stage["message"].as_str().unwrap_or_default().contains('?'), "{stage}");
    }
    // nor does a case without measured lesions lack any
    let response = |case: &str| {
        let out = sandbox.run(&["response", case, "--json"]).stdout;
        serde_json::from_slice::<Value>(&out).unwrap()["response"].clone()
    };
    assert_eq!(keys(&response("tb-2026-0007")), keys(&response("tb-2026-0020")));
}

#[test]
fn a_psa_without_a_unit_is_asked_for_it_and_a_histology_code_is_understood() {
    let prostate = ["prostate", "--edition", "8", "--basis", "c", "T1c", "N0", "M0", "gg=1"];
    let with = |psa: &'static str| stage(&[&prostate[..], &[psa]].concat());
    let (code, out, err) = said(&with("psa=12"));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("psa=12ng/mL"), "{err}");
    let (code, out, _) = said(&with("psa=12ng/mL"));
    assert_eq!((code, out.lines().next()), (0, Some("IIA")));
    let (code, out, _) = said(&stage(&[&prostate[..], &["psa=12", "ng/mL"]].concat()));
    assert_eq!((code, out.lines().next()), (0, Some("IIA")));
    let gleason = |score: &'static str| {
        said(&stage(&["prostate", "--edition", "8", "pT2 pN0 cM0", "psa=5ng/mL", score]))
    };
    assert_eq!(gleason("gleason=4+4=8").1.lines().next(), Some("IIC"));
    let (code, _, err) = gleason("gleason=7");
    assert!(code == 2 && err.contains("3+4"), "{err}");
    let (code, out, _) =
        said(&stage(&["C44.5", "--edition", "8", "--basis", "p", "T2a N0 M0", "histology=8720/3"]));
    assert_eq!((code, out.lines().next()), (0, Some("IB")));
    assert!(out.contains("melanoma tnm-ajcc 8 p"), "{out}");
    let (code, _, err) = said(&stage(&["lung", "--edition", "8", "--basis", "c", "T2a N0 M0", "grade=2"]));
    assert_eq!(code, 2);
    assert!(err.contains("asks for no factors") && !err.contains("it has ."), "{err}");
    let (code, _, err) = said(&stage(&["brain", "--edition", "8", "--basis", "c", "T2a N0 M0"]));
    assert_eq!(code, 2);
    assert!(err.contains("No table for brain") && err.contains("nasopharynx, "), "{err}");
}

#[test]
fn a_table_of_cases_is_answered_row_by_row_and_its_lines_without_a_group_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rows.tsv");
    let batch = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        said(&stage(&["--batch", file.to_str().unwrap()]))
    };
    let rows = "site\tedition\tclassification\tT\tN\tM\tfactors\n\
                prostate\tAJCC8\tany\tT1c\tN0\tM0\tpsa=12;grade_group=1\n\
                ovary\tFIGO 2014\tany\tT1c\tN0\tM0\t\n\
                brain\tAJCC8\tany\tT1\tN0\tM0\t\n\
                C44.5\tAJCC 8\tpathological\tT2a\tN0\tM0\thistology=8720/3\n";
    let expected = ["computed", "IIA", "IC1,IC2,IC3", "no table for brain tnm-ajcc AJCC8 any", "IB"];
    let answers =
        |out: &str| out.lines().map(|line| line.rsplit('\t').next().unwrap().to_owned()).collect::<Vec<_>>();
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(rows.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let bom = [b"\xef\xbb\xbf", rows.replace('\n', "\r\n").as_bytes()].concat();
    for bytes in [rows.as_bytes(), utf16.as_slice(), bom.as_slice()] {
        let (code, out, err) = batch(bytes);
        assert_eq!((code, answers(&out)), (0, expected.map(str::to_owned).to_vec()), "{out}");
        assert!(err.contains("1 of 4 rows") && err.contains("Lines: 4"), "{err}");
    }
    fs::write(&file, rows).unwrap();
    let (code, out, _) = said(&stage(&["--batch", file.to_str().unwrap(), "--json"]));
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, answer["error"]["code"].as_str()), (2, Some("stage-batch-json")));
    let (code, out, err) = batch(b"# cases\nsite\tT\tN\tM\n");
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("Line 2 has no column edition"), "{err}");
    let (code, _, err) = batch(b"\xff\x00\xfe");
    assert!(code == 2 && err.contains("UTF-8"), "{err}");
}

/// Of every sample, in every place that a reader without the screen has.
#[test]
fn nothing_computed_is_told_without_its_source() {
    let sandbox = Sandbox::new();
    let cases = fs::read_dir(sandbox.workspace()).unwrap().flatten().map(|entry| entry.file_name());
    let cases: Vec<String> =
        cases.filter_map(|name| name.into_string().ok()).filter(|name| name.starts_with("tb-")).collect();
    let is_computed = |line: &str| {
        line.contains("computed)") || line.contains(" computed:") || line.contains(" from table:")
    };
    let mut told = 0;
    for case in &cases {
        let show = sandbox.run(&["show", case]);
        let report = sandbox.run(&["export", case, "--format", "md", "--for", "file"]);
        for output in [show, report] {
            let text = String::from_utf8(output.stdout).unwrap();
            // an item is a label that ends with a colon, and the lines under it
            let mut item: Vec<&str> = Vec::new();
            for line in text.lines().chain(["end:"]) {
                let label = line.trim().trim_start_matches("- ");
                let begins = label.ends_with(":**") || label.ends_with(':') && !label.contains(' ');
                if begins || line.starts_with('#') {
                    if item.iter().any(|line| is_computed(line)) {
                        told += 1;
                        assert!(
                            item.iter().any(|line| line.contains("source: ")),
                            "{case}: {}",
                            item.join("\n")
                        );
                    }
                    item.clear();
                }
                item.push(line);
            }
        }
        let answer: Value = serde_json::from_slice(&sandbox.run(&["show", case, "--json"]).stdout).unwrap();
        for kind in ["stages", "responses", "scores"] {
            for own in answer["computed"][kind].as_array().into_iter().flatten() {
                let has_source = own["source"].as_str().is_some_and(|source| source.len() > 10);
                assert!(has_source || own["refused"].is_string(), "{case} {kind}: {own}");
            }
        }
    }
    assert!(told > 20, "{told} of {} cases", cases.len());
}
