//! Scores of whole cases: what they use, what they lack, and that a value without a unit gives nothing.

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::scores::{Score, ScoreName, scores};
use crate::domain::value::Vocabulary;

const LABS: &str = "
patient: {born: '1961-03-14', sex: male}
performance: {ecog: 0, karnofsky: 90, date: '2026-11-18'}
diagnosis: {site: C22.0, histology: 8170/3}
labs:
  - {test: Bilirubin toàn phần, value: 18, unit: µmol/L, date: '2026-11-18'}
  - {test: 白蛋白, value: 33, unit: g/L, date: '2026-11-18'}
  - {test: INR, value: '1.12', date: '2026-11-18'}
  - {test: Creatinine, value: 84, unit: umol/L, date: '2026-11-18'}
  - {test: ascites, value: none, date: '2026-11-18'}
  - {test: encephalopathy, value: none, date: '2026-11-18'}
";

fn all(yaml: &str) -> Vec<Score> {
    let case: Case = serde_yaml::from_str(yaml).unwrap();
    scores(&case, NaiveDate::from_ymd_opt(2026, 11, 26).unwrap())
}

fn one(yaml: &str, name: ScoreName) -> Score {
    all(yaml).into_iter().find(|score| score.name == name).unwrap()
}

/// `value class`, then what is missing.
fn told(yaml: &str, name: ScoreName) -> String {
    let score = one(yaml, name);
    let missing: Vec<String> =
        score.missing.iter().map(|own| format!("{}:{}", own.item.word(), own.why.word())).collect();
    let text = [score.value.unwrap_or("-".to_owned()), score.class.unwrap_or_default(), missing.join(" ")];
    text.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Nothing is computed from what no living patient has; the score says what stands there.
#[test]
fn a_value_that_cannot_be_gives_nothing_and_is_named() {
    for (from, to, name, missing) in [
        ("value: 84, unit: umol/L", "value: 90, unit: mg/dL", ScoreName::Egfr, "creatinine:implausible"),
        ("value: 33, unit: g/L", "value: 3.5, unit: g/L", ScoreName::Albi, "albumin:implausible"),
        ("value: 18, unit: µmol/L", "value: 300, unit: mg/dL", ScoreName::Albi, "bilirubin:implausible"),
        ("value: '1.12'", "value: '40'", ScoreName::ChildPugh, "inr:implausible"),
    ] {
        let yaml = LABS.replace(from, to);
        assert_eq!(told(&yaml, name), format!("- {missing}"), "{to}");
    }
    let wrong = LABS.replace("value: 84, unit: umol/L", "value: 90, unit: mg/dL");
    let doubt = one(&wrong, ScoreName::Egfr).missing[0].doubt.clone().unwrap();
    assert_eq!((doubt.written.as_str(), &doubt.instead[..]), ("90 mg/dL", &["µmol/L"][..]));
    // the very ill
    let dialysis = LABS.replace("value: 84, unit: umol/L", "value: 15, unit: mg/dL");
    assert!(told(&dialysis, ScoreName::Egfr).starts_with("3 mL/min"));
}

#[test]
fn scores_name_their_inputs_with_dates_and_their_source() {
    assert_eq!(told(LABS, ScoreName::ChildPugh), "A6 A");
    assert_eq!(told(LABS, ScoreName::Albi), "-1.98 2");
    assert_eq!(told(LABS, ScoreName::Egfr), "89 mL/min/1.73 m²");
    assert_eq!(told(LABS, ScoreName::MeldNa), "- sodium:not-recorded dialysis:not-recorded");
    let albi = one(LABS, ScoreName::Albi);
    let used: Vec<String> = albi
        .used
        .iter()
        .map(|own| format!("{} {} {} {}", own.item.word(), own.value, own.date.as_ref().unwrap(), own.path))
        .collect();
    assert_eq!(used, ["bilirubin 18 µmol/L 2026-11-18 labs[0]", "albumin 33 g/L 2026-11-18 labs[1]"]);
    assert!(albi.source.contains("Johnson"));
    for score in all(LABS) {
        assert!(score.source.len() > 20, "{score:?}");
        assert!(score.value.is_some() || !score.missing.is_empty(), "{score:?}");
    }
}

#[test]
fn nothing_is_computed_from_a_value_without_a_unit_or_in_a_foreign_one() {
    for (unit, why) in [("", "no-unit"), ("unit: g/L,", "unknown-unit"), ("unit: IU,", "unknown-unit")] {
        let yaml = LABS.replace("value: 18, unit: µmol/L,", &format!("value: 18, {unit}"));
        assert_eq!(told(&yaml, ScoreName::Albi), format!("- bilirubin:{why}"));
    }
    let american = LABS
        .replace("value: 18, unit: µmol/L", "value: '1.0526', unit: mg/dL")
        .replace("value: 33, unit: g/L", "value: '3.3', unit: g/dL");
    assert_eq!(told(&american, ScoreName::Albi), "-1.98 2");
    let bounded = LABS.replace("value: 18, unit", "value: '<5', unit");
    assert_eq!(told(&bounded, ScoreName::Albi), "- bilirubin:not-a-number");
}

#[test]
fn the_newest_result_up_to_the_day_of_reading_counts() {
    let later = format!("{LABS}  - {{test: Albumin, value: 20, unit: g/L, date: '2026-11-27'}}\n");
    assert_eq!(told(&later, ScoreName::Albi), "-1.98 2");
    let newer = format!("{LABS}  - {{test: Albumin, value: 40, unit: g/L, date: '2026-11-20'}}\n");
    assert_eq!(told(&newer, ScoreName::Albi), "-2.57 2");
    let older = format!("{LABS}  - {{test: Albumin, value: 40, unit: g/L, date: '2026-01-20'}}\n");
    assert_eq!(told(&older, ScoreName::Albi), "-1.98 2");
}

#[test]
fn findings_in_words_weigh_and_other_words_are_no_guess() {
    let with = |word: &str| LABS.replace("ascites, value: none", &format!("ascites, value: {word}"));
    assert_eq!(told(&with("mild"), ScoreName::ChildPugh), "B7 B");
    assert_eq!(told(&with("severe"), ScoreName::ChildPugh), "B8 B");
    assert_eq!(told(&with("some"), ScoreName::ChildPugh), "- ascites:not-a-word");
    for (word, expected) in [
        ("无", "A6 A"),
        ("少量", "B7 B"),
        ("大量", "B8 B"),
        ("ít", "B7 B"),
        ("vừa", "B8 B"),
        ("không có", "A6 A"),
    ] {
        assert_eq!(told(&with(word), ScoreName::ChildPugh), expected, "{word}");
    }
}

const HCC: &str = "
performance: {ecog: 0}
diagnosis: {site: C22.0}
scores: [{name: Child-Pugh, value: A6, date: '2026-11-18'}]
imaging: [{id: mr, date: '2026-08-15'}, {id: ct, date: '2026-11-02'}]
lesions:
  - {id: S5, organ: liver, sizes: {mr: 54 mm, ct: 68 mm}}
  - {id: S8, organ: gan, sizes: {mr: 22 mm, ct: 31 mm}}
  - {id: n, organ: lymph node, kind: node, sizes: {ct: 12 mm}}
staging: [{system: tnm-ajcc, t: T3, n: N0, m: M0, date: '2026-11-20'}]
";

#[test]
fn bclc_and_cnlc_stand_side_by_side_from_lesions_categories_and_function() {
    let both = |yaml: &str| (told(yaml, ScoreName::Bclc), told(yaml, ScoreName::Cnlc));
    let pair = |first: &str, second: &str| (first.to_owned(), second.to_owned());
    assert_eq!(both(HCC), pair("B B", "IIa IIa"));
    assert_eq!(both(&HCC.replace("ecog: 0", "ecog: 1")), pair("C C", "IIa IIa"));
    assert_eq!(both(&HCC.replace("M0", "M1")), pair("C C", "IIIb IIIb"));
    assert_eq!(both(&HCC.replace("value: A6", "value: C10")).0, "D D transplant-candidate:not-recorded");
    let open = HCC.replace("t: T3", "t: T4");
    assert_eq!(both(&open).0, "- vascular-invasion:not-recorded");
    let invaded = format!("{open}labs: [{{test: vascular invasion, value: 'yes'}}]\n");
    assert_eq!(both(&invaded), pair("C C", "IIIa IIIa"));
    let counted = format!(
        "{HCC}labs: [{{test: tumour number, value: 5}}, {{test: largest tumour, value: '2.5', unit: cm}}]\n"
    );
    assert_eq!(both(&counted), pair("B B", "IIb IIb"));
    // What is entered in words is read, and what says no class is not taken for one.
    assert_eq!(both(&HCC.replace("value: A6", "value: Class B")).0, "B B");
    assert_eq!(both(&HCC.replace("value: A6", "value: compensated")).1, "- liver-function:not-recorded");
    // A tumour that is there without a size counts, and may be the largest.
    let no_size = HCC
        .replace("  - {id: n, organ", "  - {id: u, organ: liver, sizes: {ct: present}}\n  - {id: n, organ");
    assert_eq!(both(&no_size).0, "B B largest-tumour:not-a-number");
    let smaller = no_size.replace("68 mm", "28 mm").replace("31 mm", "20 mm");
    assert_eq!(both(&smaller), pair("- largest-tumour:not-a-number", "- largest-tumour:not-a-number"));
    let gone =
        HCC.replace("  - {id: n, organ", "  - {id: u, organ: liver, sizes: {ct: absent}}\n  - {id: n, organ");
    assert_eq!(both(&gone), pair("B B", "IIa IIa"));
    let bare = HCC.replace("value: A6", "value: unknown");
    assert_eq!(both(&bare).1, "- liver-function:not-recorded");
}

#[test]
fn an_entered_child_pugh_that_the_results_contradict_leaves_the_liver_stages_open() {
    let both = |yaml: &str| (told(yaml, ScoreName::Bclc), told(yaml, ScoreName::Cnlc));
    let with = |results: &str| {
        let finding =
            |test: &str, value: &str| format!("  - {{test: {test}, value: {value}, date: '2026-11-18'}}\n");
        let findings = finding("ascites", results) + &finding("encephalopathy", "none");
        format!(
            "{HCC}labs:\n  - {{test: Bilirubin, value: 80, unit: µmol/L, date: '2026-11-18'}}\n  \
             - {{test: Albumin, value: 24, unit: g/L, date: '2026-11-18'}}\n  \
             - {{test: INR, value: '2.0', date: '2026-11-18'}}\n{findings}"
        )
    };
    let open = "transplant-candidate:not-recorded liver-function:contradicted";
    assert_eq!(both(&with("severe")), (format!("- {open}"), format!("- {open}")));
    // spread decides neither, but end stage or not it is all the same where nothing else could be
    let candidate = format!("{}  - {{test: transplant candidate, value: 'yes'}}\n", with("severe"));
    assert_eq!(both(&candidate).0, "B B liver-function:contradicted");
    let class_b = with("none").replace("value: 80", "value: 18").replace("value: '2.0'", "value: '1.1'");
    assert_eq!(both(&class_b).0, "B B liver-function:contradicted");
    // an entry of the class that the results give, and one that is newer than the results
    assert_eq!(both(&class_b.replace("value: A6", "value: B8")).0, "B B");
    let newer = with("severe").replace("date: '2026-11-18'}]", "date: '2026-11-26'}]");
    assert_eq!(both(&newer).0, "B B");
}

#[test]
fn what_decides_a_liver_stage_decides_it_whatever_else_is_missing() {
    let both = |yaml: &str| (told(yaml, ScoreName::Bclc), told(yaml, ScoreName::Cnlc));
    let pair = |first: &str, second: &str| (first.to_owned(), second.to_owned());
    let bare = HCC.replace("ct: 68 mm", "ct: 68");
    let small = bare.replace("ct: 31 mm", "ct: 11 mm");
    // beside spread no size matters; alone it does
    let open = "largest-tumour:no-unit";
    assert_eq!(both(&small), pair(&format!("- {open}"), &format!("- {open}")));
    assert_eq!(
        both(&small.replace("n: N0", "n: N1")),
        pair(&format!("C C {open}"), &format!("IIIb IIIb {open}"))
    );
    assert_eq!(both(&small.replace("M0", "M1")), pair(&format!("C C {open}"), &format!("IIIb IIIb {open}")));
    assert_eq!(both(&small.replace("t: T3, n: N0, m: M0", "t: cT3N1M0")).1, format!("IIIb IIIb {open}"));
    assert_eq!(both(&small.replace("n: N0, m: M0", "n: N+")).1, format!("IIIb IIIb {open}"));
    let invaded = format!("{small}labs: [{{test: vascular invasion, value: 'yes'}}]\n");
    assert_eq!(both(&invaded), pair(&format!("C C {open}"), &format!("IIIa IIIa {open}")));
    // two tumours of which one is larger than 3 cm are IIa, however large the other
    assert_eq!(both(&bare), pair(&format!("B B {open}"), &format!("IIa IIa {open}")));
    // a performance status that decides alone, and one that leaves BCLC with C
    assert_eq!(
        both("performance: {ecog: 4}\ndiagnosis: {site: C22.0, histology: 8170/3}").0.split(' ').next(),
        Some("D")
    );
    assert_eq!(
        both(&small.replace("ecog: 0", "ecog: 1")),
        pair(&format!("C C {open}"), &format!("- {open}"))
    );
    // nobody knows the liver: it may be the end stage
    let liver = "liver-function:not-recorded";
    assert_eq!(
        both(&HCC.replace("value: A6", "value: unknown")),
        pair(&format!("- {liver}"), &format!("- {liver}"))
    );
}

#[test]
fn child_pugh_holds_bilirubin_against_the_limits_of_its_unit() {
    let with = |value: &str| LABS.replace("value: 18, unit: µmol/L", value);
    assert_eq!(told(&with("value: '1.99', unit: mg/dL"), ScoreName::ChildPugh), "A6 A");
    assert_eq!(told(&with("value: '2.0', unit: mg/dL"), ScoreName::ChildPugh), "B7 B");
    assert_eq!(told(&with("value: '34', unit: µmol/L"), ScoreName::ChildPugh), "B7 B");
    assert_eq!(told(&with("value: '3.0 mg/dL'"), ScoreName::ChildPugh), "B7 B");
    assert_eq!(told(&with("value: '3.1 mg/dL'"), ScoreName::ChildPugh), "B8 B");
}

#[test]
fn an_age_that_is_not_known_to_the_year_leaves_open_what_it_decides() {
    let charlson = |born: &str| {
        told(
            &format!("patient: {{born: '{born}'}}\ncomorbidity: {{conditions: [diabetes]}}"),
            ScoreName::Charlson,
        )
    };
    assert_eq!(charlson("1976-11-26"), "1 (+1)");
    assert_eq!(charlson("1976-11-27"), "1 (+0)");
    assert_eq!(charlson("1976"), "1 (+0-1)");
    assert_eq!(charlson("1970"), "1 (+1)");
    let g8 = |born: &str| {
        let answers = "{food-intake: 2, weight-loss: 3, mobility: 2, neuropsychological: 2, bmi: 3, drugs: 1, own-health: 1}";
        told(&format!("patient: {{born: '{born}'}}\ncomorbidity: {{g8-answers: {answers}}}"), ScoreName::G8)
    };
    assert_eq!(g8("1946-11-26"), "15 normal");
    assert_eq!(g8("1946-11-27"), "16 normal");
    assert_eq!(g8("1946"), "- age:not-recorded");
}

#[test]
fn both_performance_scales_stand_side_by_side() {
    for (performance, expected) in [
        ("{ecog: 0, karnofsky: 90}", "ECOG 0 · Karnofsky 90 agree"),
        ("{ecog: 0, karnofsky: 60}", "ECOG 0 · Karnofsky 60 differ"),
        ("{ecog: 2}", "ECOG 2 · Karnofsky 50-60"),
        ("{karnofsky: 70 %}", "ECOG 1 · Karnofsky 70"),
        ("{}", "- ecog:not-recorded"),
        ("{ecog: unknown}", "- ecog:not-recorded"),
    ] {
        assert_eq!(told(&format!("performance: {performance}"), ScoreName::Performance), expected);
    }
}

#[test]
fn charlson_and_g8_are_computed_from_codes_and_answers_only() {
    let base = "patient: {born: '1945-01-01'}\ncomorbidity:\n  list: [diabetes]\n";
    assert!(all(base).iter().all(|score| score.name == ScoreName::Performance));
    let with = format!("{base}  conditions: [diabetes, mild-liver, solid-tumour]\n");
    assert_eq!(told(&with, ScoreName::Charlson), "4 (+4)");
    let answers = |health: &str| {
        format!(
            "{base}  g8-answers: {{food-intake: 2, weight-loss: 3, mobility: 2, neuropsychological: 2, bmi: 3, drugs: 1, own-health: {health}}}\n"
        )
    };
    // 81 years: one point
    assert_eq!(told(&answers("0.5"), ScoreName::G8), "14.5 normal");
    assert_eq!(told(&answers("0"), ScoreName::G8), "14 abnormal");
    for none in ["3", "1.5", "-1", "unknown"] {
        assert_eq!(told(&answers(none), ScoreName::G8), "- g8-answers:not-a-number", "{none}");
    }
    // 17 points are the most: 75 years give two
    let young = answers("2").replace("1945", "1951");
    assert_eq!(told(&young, ScoreName::G8), "17 normal");
}

#[test]
fn body_surface_needs_height_and_weight_and_names_its_formula() {
    let yaml = "labs: [{test: Height, value: 170, unit: cm}, {test: Cân nặng, value: 70, unit: kg}]";
    assert_eq!(told(yaml, ScoreName::BsaMosteller), "1.82 m²");
    assert_eq!(told(yaml, ScoreName::BsaDuBois), "1.81 m²");
    let half = "labs: [{test: Height, value: 170, unit: cm}]";
    assert_eq!(told(half, ScoreName::BsaMosteller), "- weight:not-recorded");
}

#[test]
fn a_child_has_no_egfr_by_the_formula_of_adults() {
    let yaml = "patient: {born: '2012', sex: female}\nlabs: [{test: creatinine, value: 50, unit: umol/L}]";
    assert_eq!(told(yaml, ScoreName::Egfr), "- age:child");
}
