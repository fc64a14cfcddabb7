//! The basis of a stage against what was taken out and what was given, each against cases of its own.

use crate::domain::check::tests_course::check;

const Y: [&str; 1] = ["y-therapy-after-operation staging[0].basis"];
const P: [&str; 1] = ["p-after-therapy staging[0].basis"];
const BIOPSY: [&str; 1] = ["p-from-biopsy staging[0].basis"];

#[test]
fn a_y_stage_needs_treatment_that_began_before_the_operation() {
    let case = |stage: &str, treatments: &str| {
        format!("pathology: [{{histology: x}}]\nstaging: [{{{stage}}}]\ntreatments: [{treatments}]")
    };
    let surgery = |date: &str| format!("{{category: surgery, start: '{date}'}}");
    for (stage, given, operated, expected) in [
        ("basis: yp", "category: systemic, start: '2026-06-01'", "2026-03-10", &Y[..]),
        ("basis: yp, date: '2026-08-01'", "category: systemic, start: '2026-06-01'", "2026-03-10", &Y),
        ("basis: yp", "category: radiotherapy, start: '2026-06'", "2026-03", &Y),
        ("basis: yp", "category: systemic, start: '2026'", "2025", &Y),
        ("basis: yc", "category: systemic, start: '2026-06-01'", "2026-03-10", &Y),
        ("t: ypT1, n: ypN0", "category: systemic, start: '2026-06-01'", "2026-03-10", &Y),
        ("basis: yp", "category: systemic, what: adjuvant FOLFOX", "2026-03-10", &Y),
        ("basis: yp", "category: systemic, what: Hóa trị bổ trợ", "2026-03-10", &Y),
        ("basis: yp", "category: systemic, line: 辅助", "2026-03-10", &Y),
        // before it, or it cannot be told
        ("basis: yp", "category: systemic, start: '2026-01-10'", "2026-03-10", &[]),
        ("basis: yp", "category: systemic, start: '2026-03'", "2026-03-10", &[]),
        ("basis: yp", "category: systemic, start: '2026'", "2026-03", &[]),
        ("basis: yp", "category: systemic", "2026-03-10", &[]),
        ("basis: yp", "category: systemic, start: '2026-06-01'", "unknown", &[]),
        ("basis: yp", "category: systemic, what: 新辅助化疗", "2026-03-10", &[]),
        ("basis: yp", "category: systemic, what: Hóa trị tân bổ trợ", "2026-03-10", &[]),
        // treatment of a later course
        ("basis: yc", "category: systemic, start: '2026-06-01'", "2021-03-10", &[]),
    ] {
        let treatments = format!("{{{given}}}, {}", surgery(operated));
        check(&case(stage, &treatments), expected);
    }
    // both before and after
    let perioperative = "{category: systemic, start: '2026-01-02'}, {category: surgery, start: '2026-04-01'}, \
        {category: systemic, start: '2026-05-15'}";
    check(&case("basis: yp", perioperative), &[]);
    // operated again after the treatment; a stoma, a port and a biopsy are no such operation
    let again = "{category: surgery, start: '2026-01-02'}, {category: systemic, start: '2026-02-01'}, \
        {category: surgery, start: '2026-07-01'}";
    check(&case("basis: yp", again), &[]);
    for what in
        ["Diverting colostomy", "Port-a-cath", "Sinh thiết hạch", "腹腔镜探查", "Sentinel lymph node biopsy"]
    {
        let treatments = format!(
            "{{category: surgery, what: '{what}', start: '2026-01-02'}}, {{category: systemic, start: '2026-02-01'}}"
        );
        check(&case("basis: yc", &treatments), &[]);
    }
    // the day of the specimen is the day of the operation
    let specimen = |more: &str| {
        format!(
            "pathology: [{{specimen: right mastectomy, histology: x, date: '2026-03-10'}}{more}]\n\
             staging: [{{basis: yp}}]\ntreatments: [{{category: systemic, start: '2026-06-01'}}]"
        )
    };
    check(&specimen(""), &Y);
    check(&specimen(", {specimen: re-excision of the scar, histology: x, date: '2026-11-01'}"), &[]);
    // what keeps a way open treats no tumour
    check(
        "pathology: [{histology: x}]\nstaging: [{basis: yp}]\n\
         treatments: [{category: interventional, modality: stent, start: '2026-01-02'}]",
        &["y-without-therapy staging[0].basis"],
    );
}

#[test]
fn after_treatment_before_the_operation_a_pathological_stage_is_yp() {
    let case = |stage: &str, given: &str, operation: &str| {
        format!(
            "pathology: [{{histology: x}}]\nstaging: [{{{stage}}}]\n\
             treatments: [{{{given}}}, {{{operation}}}]"
        )
    };
    let surgery = "category: surgery, start: '2026-06-20'";
    for (stage, given, operation, expected) in [
        ("basis: p", "category: systemic, start: '2026-03-01'", surgery, &P[..]),
        ("basis: p, system: tnm-ajcc", "modality: chemoradiotherapy, start: '2026-03'", surgery, &P),
        ("basis: p", "category: systemic, what: neoadjuvant AC-T", surgery, &P),
        ("basis: p", "category: systemic, what: SOX 4 周期（术前）", surgery, &P),
        ("basis: p", "category: systemic, modality: hormone, start: '2025-11-01'", surgery, &P),
        (
            "basis: p",
            "category: systemic, start: '2026-03-01'",
            "what: Cắt toàn bộ dạ dày, start: '2026-06-20'",
            &P,
        ),
        // after it, or it cannot be told
        ("basis: p", "category: systemic, start: '2026-08-01'", surgery, &[]),
        ("basis: p", "category: systemic, start: '2026-06'", surgery, &[]),
        ("basis: p", "category: systemic, start: '2026'", surgery, &[]),
        ("basis: p", "category: systemic", surgery, &[]),
        ("basis: p", "category: systemic, start: '2026-03-01'", "category: surgery", &[]),
        ("basis: p", "category: systemic, what: adjuvant AC-T", surgery, &[]),
        ("basis: yp", "category: systemic, start: '2026-03-01'", surgery, &[]),
        ("basis: p, system: figo", "category: systemic, start: '2026-03-01'", surgery, &[]),
        // what makes no `y`: drops into the bladder, a few weeks of hormones, an embolisation
        ("basis: p", "category: systemic, what: BCG bơm bàng quang, start: '2026-03-01'", surgery, &[]),
        ("basis: p", "category: systemic, modality: hormone, start: '2026-05-20'", surgery, &[]),
        ("basis: p", "modality: ctace, start: '2026-03-01'", surgery, &[]),
        // the stage of an earlier operation
        ("basis: p, date: '2026-01-10'", "category: systemic, start: '2026-03-01'", surgery, &[]),
    ] {
        check(&case(stage, given, operation), expected);
    }
    // an earlier disease
    let earlier = case("basis: p", "category: systemic, start: '2010-03-01', end: '2010-09'", surgery);
    check(
        &format!("diagnosis: {{date: '2026-05-02'}}\n{earlier}"),
        &["treatment-before-diagnosis treatments[0].start"],
    );
    // operated on first, treated, and operated on for a metastasis
    check(
        "pathology: [{histology: x}]\nstaging: [{basis: p}]\ntreatments: [{category: surgery, start: '2024-01-10'}, \
         {category: systemic, start: '2025-03-01'}, {category: surgery, start: '2025-09-01'}]",
        &[],
    );
}

#[test]
fn a_pathological_stage_rests_on_more_than_a_biopsy() {
    let case = |diagnosis: &str, stage: &str, specimen: &str, more: &str| {
        format!(
            "diagnosis: {{{diagnosis}}}\npathology: [{{specimen: '{specimen}', histology: x}}]\n\
             staging: [{{system: tnm-ajcc, basis: p, {stage}}}]\n{more}"
        )
    };
    let colon = "site: C18.7";
    for (diagnosis, stage, specimen, more, expected) in [
        (colon, "t: pT3, n: pN1", "colonoscopic biopsy", "", &BIOPSY[..]),
        (colon, "t: T3, n: N1, m: cM1a", "sinh thiết đại tràng sigma", "", &BIOPSY),
        ("site: C34.1", "t: pT2a, n: pN0", "胸水细胞学", "", &BIOPSY),
        (
            "site: C73.9",
            "t: pT1a, n: pN0",
            "FNA",
            "treatments: [{category: surgery, what: Tracheostomy}]",
            &BIOPSY,
        ),
        (
            colon,
            "t: pT3, n: pN1, date: '2026-05-01'",
            "biopsy",
            "treatments: [{category: surgery, start: '2026-06-01'}]",
            &BIOPSY,
        ),
        (colon, "t: pT3, n: pN1", "biopsy", "treatments: [{category: surgery}]", &[]),
        (colon, "t: pT3, n: pN1", "sigmoid colectomy", "", &[]),
        (colon, "t: pT3, n: pN1", "sigma", "", &[]),
        (colon, "t: pT1, n: pNX", "polypectomy", "", &[]),
        // a metastasis, or the highest categories in tissue
        (colon, "t: cT3, n: cN1, m: pM1a", "liver biopsy", "", &[]),
        (colon, "t: pT4b, n: pN2b", "biopsy", "", &[]),
        ("site: C44.5, histology: 8743/3", "t: pT2a, n: pNX", "punch biopsy", "", &[]),
    ] {
        check(&case(diagnosis, stage, specimen, more), expected);
    }
    let both = "pathology: [{specimen: biopsy, histology: x}, {specimen: gastrectomy, histology: x}]\nstaging: [{basis: p}]";
    check(both, &[]);
    check("pathology: [{specimen: biopsy, histology: x}]\nstaging: [{basis: c}]", &[]);
    check("pathology: [{specimen: biopsy, histology: x}]\nstaging: [{system: figo, basis: p}]", &[]);
}

#[test]
fn the_report_of_a_resection_proves_it() {
    let margins =
        |specimen: &str| format!("pathology: [{{specimen: '{specimen}', histology: x, margins: R0}}]");
    for proof in ["right hemicolectomy", "Bệnh phẩm cắt thùy dưới phổi trái", "左乳癌改良根治术标本", "ESD"]
    {
        check(&margins(proof), &[]);
    }
    for none in ["core biopsy", "FNA", "", "Sinh thiết kim"] {
        check(&margins(none), &["margins-without-resection pathology[0].margins"]);
    }
    let port = format!("{}\ntreatments: [{{category: surgery, what: Port-a-cath}}]", margins("core biopsy"));
    check(&port, &["margins-without-resection pathology[0].margins"]);
}
