//! Stages, treatments and dates of one course against each other, each against cases of its own.

use crate::domain::check::tests_course::check;
use crate::domain::value::Vocabulary;

#[test]
fn a_group_that_its_table_has_with_metastases_alone_says_that_there_are_some() {
    let case = |site: &str, stage: &str, start: &str| {
        format!(
            "diagnosis: {{site: {site}}}\nstaging: [{{system: tnm-ajcc, edition: '8', basis: c, {stage}}}]\n\
             treatments: [{{category: systemic, intent: curative, start: '{start}'}}]"
        )
    };
    let asked = ["curative-with-metastases treatments[0].intent"];
    for (site, stage, expected) in [
        ("C18.2", "group: IV", &asked[..]),
        ("C18.2", "group: IVA", &asked),
        ("C18.2", "group: 'Stage 4'", &asked),
        ("C18.2", "group: IIIC", &[]),
        ("C50.1", "group: IV", &asked),
        ("C34.1", "group: IVB", &asked),
        ("C50.1", "m: unknown, group: IV", &asked),
        ("C34.1", "t: T2aN1M1b", &asked),
        // there is local disease in IV of the head and neck, of the prostate and of the bladder
        ("C32.0", "group: IVA", &[]),
        ("C32.0", "group: IV", &[]),
        ("C32.0", "group: IVC", &asked),
        ("C61.9", "group: IVA", &[]),
        ("C61.9", "group: IVB", &asked),
        ("C11.9", "group: IVA", &[]),
        ("C71.1", "group: IV", &[]),
    ] {
        check(&case(site, stage, "2026-11-20"), expected);
    }
}

#[test]
fn a_stage_of_the_untreated_tumour_counts_whatever_day_it_bears() {
    let case = |basis: &str, more: &str| {
        format!(
            "diagnosis: {{site: C18.2, date: '2026-02-01'}}\n\
             staging: [{{basis: {basis}, m: M1, date: '2026-03-20'}}{more}]\n\
             treatments: [{{category: systemic, intent: curative, start: '2026-03-01'}}]"
        )
    };
    let asked = ["curative-with-metastases treatments[0].intent"];
    check(&case("c", ""), &asked);
    check(&case("r", ""), &[]);
    check(&case("yc", ""), &[]);
    check(&case("c", ", {basis: c, m: M0, date: '2026-02-10'}"), &[]);
}

#[test]
fn what_has_a_result_has_begun_and_what_is_planned_may_lie_ahead() {
    let case = |more: &str| format!("treatments: [{{category: systemic, start: '2027-03-01'{more}}}]");
    let told = ["date-in-future treatments[0].start"];
    check(&case(", response: PR"), &told);
    check(&case(", end-reason: completed"), &told);
    check(&case(""), &[]);
    check(&case(", end: '2027-08'"), &[]);
}

#[test]
fn a_birth_in_the_future_is_one_problem() {
    check(
        "patient: {born: '2062-01-01'}\nfound: {date: '2026-01-01'}\ndiagnosis: {date: '2026-01-02'}\n\
         labs: [{test: Hb, value: '12', unit: g/dL, date: '2026-11-20'}]",
        &["date-in-future patient.born"],
    );
}

#[test]
fn dates_of_one_course_fit_each_other() {
    check("found: {date: '2026-05-01'}\ndiagnosis: {date: '2026-02-01'}", &["dates-disagree found.date"]);
    check("found: {date: '2026'}\ndiagnosis: {date: '2026-02-01'}", &[]);
    check("found: {how: surveillance, date: '2026-05-01'}\ndiagnosis: {date: '2024-02-01'}", &[]);
    let specimen = |date: &str, basis: &str| {
        format!(
            "diagnosis: {{basis: '{basis}', date: '2026-02-01'}}\n\
             pathology: [{{specimen: core biopsy, histology: x, date: '{date}'}}]"
        )
    };
    check(&specimen("2023-02-01", "7"), &["dates-disagree pathology[0].date"]);
    check(&specimen("2026-01-20", "7"), &[]);
    check(&specimen("2025", "7"), &[]);
    check(&specimen("2023-02-01", "2"), &[]);
    let operated = |specimen: &str, stage: &str| {
        format!(
            "diagnosis: {{date: '2026-01-01'}}\n\
             treatments: [{{category: surgery, what: right hemicolectomy, start: '2026-06-01'}}]\n\
             pathology: [{{specimen: right hemicolectomy, histology: x, date: '{specimen}'}}]\n\
             staging: [{{basis: p, t: T3, n: N0, m: M0, date: '{stage}'}}]"
        )
    };
    check(&operated("2026-06-03", "2026-06-10"), &[]);
    check(&operated("2026-06", "2026-06"), &[]);
    check(&operated("2026-02-03", "2026-06-10"), &["dates-disagree pathology[0].date"]);
    check(&operated("2026-06-03", "2026-04-10"), &["dates-disagree staging[0].date"]);
    check(&operated("2024-02-03", "2024-02-10"), &[]);
    // A part taken out before, and the specimen of the operation under a name that says less.
    let bladder = "diagnosis: {date: '2026-03-20'}\n\
        treatments: [{category: surgery, what: radical cystectomy, start: '2026-08-15'}]\n\
        pathology: [{specimen: 'TURBT, left wall', histology: x, date: '2026-03-20'}, \
        {specimen: 'bladder, prostate, nodes', histology: x, date: '2026-08-15'}]";
    check(bladder, &[]);
    check(&bladder.replace("'bladder, prostate, nodes'", "cystectomy"), &[]);
}

#[test]
fn treatment_of_an_earlier_tumour_before_the_diagnosis_is_told_and_not_asked_about() {
    let severity = |more: &str| {
        let yaml = format!("diagnosis: {{date: '2026-08-21'}}\ntreatments: [{{category: systemic, {more}}}]");
        let case: crate::domain::case::Case = serde_yaml::from_str(&yaml).unwrap();
        let board = crate::domain::board::BoardFile::default();
        let measure = crate::domain::check::Measure::new(&board, crate::domain::check::tests_course::as_of());
        let found = crate::domain::check::check(&case, &measure);
        found.iter().find(|one| one.code == "treatment-before-diagnosis").map(|one| one.severity.word())
    };
    assert_eq!(severity("start: '2026-08-01'"), Some("warning"));
    assert_eq!(severity("start: '2019-08-01'"), Some("note"));
    assert_eq!(severity("start: '2026-06-01', what: 'tamoxifen for the first primary'"), Some("note"));
}

#[test]
fn tumours_that_have_no_stage_are_not_asked_for_one() {
    let asks = |diagnosis: &str| {
        let case: crate::domain::case::Case =
            serde_yaml::from_str(&format!("diagnosis: {{{diagnosis}}}")).unwrap();
        let board = crate::domain::board::BoardFile::default();
        let measure = crate::domain::check::Measure::new(&board, crate::domain::check::tests_course::as_of());
        crate::domain::check::check(&case, &measure).iter().any(|one| one.code == "staging-missing")
    };
    for diagnosis in
        ["site: C71.1, histology: 9440/3", "site: C42.1, histology: 9861/3", "site: C80.9, histology: 8140/3"]
    {
        assert!(!asks(diagnosis), "{diagnosis}");
    }
    for diagnosis in [
        "site: C18.2, histology: 8140/3",
        "site: C77.0, histology: 9680/3",
        "site: C42.1, histology: 9732/3",
        "site: C42.1, histology: 9823/3",
        "site: C71.1, histology: 9680/3",
    ] {
        assert!(asks(diagnosis), "{diagnosis}");
    }
}

#[test]
fn the_code_of_a_metastasis_is_none_of_the_tumour() {
    check("diagnosis: {site: C18.2, histology: 8140/6}", &["morphology-of-metastasis diagnosis.histology"]);
    check("pathology: [{histology: x, morphology: 8140/6}]", &[]);
}
