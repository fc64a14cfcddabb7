//! Scores that were entered, held against what the inputs of the case give.

use crate::domain::check::tests_course::check;

/// A case of the liver whose results of one day are those of a Child-Pugh C13, with an entered score.
fn liver(results: &str, entered: &str) -> String {
    format!(
        "patient: {{born: '1961-03-14', sex: male}}\ndiagnosis: {{site: C22.0}}\nscores: [{entered}]\nlabs:\n{results}"
    )
}

const BAD: &str = "
  - {test: Bilirubin, value: 80, unit: µmol/L, date: '2026-11-18'}
  - {test: Albumin, value: 24, unit: g/L, date: '2026-11-18'}
  - {test: INR, value: '2.0', date: '2026-11-18'}
  - {test: ascites, value: severe, date: '2026-11-18'}
  - {test: encephalopathy, value: none, date: '2026-11-18'}
  - {test: Creatinine, value: 84, unit: µmol/L, date: '2026-11-18'}
  - {test: Sodium, value: 128, unit: mmol/L, date: '2026-11-18'}
  - {test: dialysis, value: no, date: '2026-11-18'}
";

#[test]
fn an_entered_score_that_its_inputs_contradict_is_told_and_one_that_can_be_right_is_not() {
    let told = &["score-differs scores[0].value"][..];
    for (name, value, date, expected) in [
        ("Child-Pugh", "A5", "2026-11-18", told),
        ("Child-Pugh", "A", "2026-11-20", told),
        ("Child-Pugh", "C13", "2026-11-18", told),
        ("Child-Pugh", "C12", "2026-11-18", &[]),
        ("Child-Pugh", "C", "2026-11-18", &[]),
        ("Child-Pugh", "compensated", "2026-11-18", &[]),
        // of another time: the liver has changed
        ("Child-Pugh", "A5", "2026-10-18", &[]),
        ("Child-Pugh", "A5", "2026-11-26", &[]),
        ("ALBI", "-3.10", "2026-11-18", told),
        ("ALBI", "grade 1", "2026-11-18", told),
        ("ALBI", "-0.79", "2026-11-18", &[]),
        ("ALBI", "grade 3", "2026-11-18", &[]),
        ("ALBI", "3 (-0.79)", "2026-11-18", &[]),
        ("ALBI", "grade 3 (-2.79)", "2026-11-18", told),
        ("MELD-Na", "8", "2026-11-18", told),
        ("MELD-Na", "26", "2026-11-18", &[]),
        ("MELD-Na", "28", "2026-11-18", &[]),
        ("eGFR", "32", "2026-11-18", told),
        ("eGFR", "80 mL/min/1.73m2", "2026-11-18", &[]),
        ("eGFR", ">60", "2026-11-18", &[]),
        ("eGFR", "CKD-EPI 2021: 89", "2026-11-18", &[]),
    ] {
        let entered = format!("{{name: {name}, value: '{value}', date: '{date}'}}");
        check(&liver(BAD, &entered), expected);
    }
    let lacking = BAD.replace("  - {test: INR, value: '2.0', date: '2026-11-18'}\n", "");
    check(&liver(&lacking, "{name: Child-Pugh, value: A5, date: '2026-11-18'}"), &[]);
    let apart = BAD.replace("24, unit: g/L, date: '2026-11-18'", "24, unit: g/L, date: '2026-10-18'");
    check(&liver(&apart, "{name: Child-Pugh, value: A5, date: '2026-11-18'}"), &[]);
}

#[test]
fn a_charlson_index_agrees_without_and_with_the_points_for_age() {
    let case = |value: &str| {
        format!(
            "patient: {{born: '1945-01-01'}}\ncomorbidity: {{charlson: '{value}', conditions: [diabetes, mild-liver, solid-tumour]}}"
        )
    };
    for (value, expected) in
        [("4", &[][..]), ("8", &[]), ("CCI 8", &[]), ("2", &["score-differs comorbidity.charlson"])]
    {
        check(&case(value), expected);
    }
}

#[test]
fn a_finding_in_words_that_no_score_reads_is_told_with_those_that_are_read() {
    let case = |test: &str, value: &str| format!("labs: [{{test: {test}, value: '{value}'}}]");
    let told = &["finding-unreadable labs[0].value"][..];
    for (test, value, expected) in [
        ("ascites", "some", told),
        ("腹水", "少量", &[]),
        ("腹水", "无", &[]),
        ("肝性脑病", "没有", &[]),
        ("肝性脑病", "2级", &[]),
        ("腹水", "2级", told),
        ("báng bụng", "ít", &[]),
        ("cổ chướng", "vừa", &[]),
        ("bệnh não gan", "nặng", &[]),
        ("vascular invasion", "maybe", told),
        ("血管侵犯", "否", &[]),
        ("肝外转移", "阴性", &[]),
        ("ascites", "unknown", &[]),
        ("ascites", "pending", &[]),
        ("AFP", "maybe", &[]),
    ] {
        check(&case(test, value), expected);
    }
}

#[test]
fn a_group_that_the_table_has_not_is_told_where_no_categories_stand_beside_it() {
    let told = &["stage-group-unknown staging[0].group"][..];
    for (site, stage, expected) in [
        ("C34.1", "system: tnm-ajcc, edition: 8, basis: c, group: VB", told),
        ("C34.1", "system: tnm-ajcc, edition: 8, basis: c, group: IIIC", &[]),
        ("C34.1", "system: tnm-ajcc, edition: 8, basis: c, group: IIID", told),
        ("C34.1", "system: tnm-ajcc, edition: 8, basis: c, group: III", &[]),
        ("C34.1", "system: tnm-ajcc, edition: 8, basis: c, group: Stage 3b", &[]),
        ("C34.1", "system: tnm-ajcc, edition: 8, basis: c, group: locally advanced", &[]),
        ("C34.1", "system: tnm-ajcc, edition: 8, basis: c, group: pending", &[]),
        ("C34.1", "system: tnm-ajcc, edition: 8, basis: c, group: occult", &[]),
        ("C53.9", "system: figo, edition: 2018, group: IIIC3", told),
        ("C53.9", "system: figo, edition: 2018, group: IIIC1r", &[]),
        ("C53.9", "system: figo, edition: 2018, group: IB3", &[]),
        ("C56.9", "system: figo, edition: 2014, group: IIIA1(ii)", &[]),
        ("C50.4", "system: tnm-ajcc, edition: 8, basis: c, group: IIIC", &[]),
        ("C61.9", "system: tnm-ajcc, edition: 8, basis: c, group: IIC", &[]),
        // without a table nothing is known
        ("C71.1", "system: tnm-ajcc, edition: 8, basis: c, group: VB", &[]),
    ] {
        check(&format!("diagnosis: {{site: {site}}}\nstaging: [{{{stage}}}]"), expected);
    }
}
