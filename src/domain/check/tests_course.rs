//! Rules that look at the course of a case, registry codes and allergies, each against cases of its own.

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::check::{Measure, clashes, known};
use crate::domain::patient::Allergies;
use crate::domain::value::Vocabulary;

pub(super) fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

/// The codes that a case brings up, without those that say what is missing.
fn codes(yaml: &str) -> Vec<String> {
    let case: Case = serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{error}: {yaml}"));
    let problems = crate::domain::check::check(&case, &Measure::new(&BoardFile::default(), as_of()));
    for one in &problems {
        let rule = known()
            .find(|rule| rule.code == one.code)
            .unwrap_or_else(|| panic!("{} is not listed", one.code));
        assert!(rule.severity.split(" or ").any(|word| word == one.severity.word()), "{one:?}");
    }
    let about = |code: &str| {
        let ends = ["missing", "not-recorded", "stale"];
        !ends.iter().any(|end| code.ends_with(end))
            && !code.starts_with("missing")
            && code != "stage-incomplete"
    };
    problems
        .into_iter()
        .filter(|one| about(&one.code))
        .map(|one| format!("{} {}", one.code, one.path))
        .collect()
}

#[track_caller]
pub(super) fn check(yaml: &str, expected: &[&str]) {
    assert_eq!(codes(yaml), expected, "{yaml}");
}

#[test]
fn a_pathological_stage_needs_a_specimen_and_a_y_stage_a_treatment_before_it() {
    check("staging: [{basis: p}]", &["p-without-specimen staging[0].basis"]);
    check("staging: [{basis: p}]\npathology: [{date: '2026-11-02', histology: x}]", &[]);
    check(
        "staging: [{basis: p}]\npathology: [{status: pending}]",
        &["pathology-pending pathology[0]", "p-without-specimen staging[0].basis"],
    );
    check("staging: [{basis: c}]", &[]);
    check("staging: [{basis: yc}]", &["y-without-therapy staging[0].basis"]);
    check("staging: [{basis: yc}]\ntreatments: [{category: systemic}]", &[]);
    // What was given says of which kind it is.
    check("staging: [{basis: yc}]\ntreatments: [{modality: chemotherapy}]", &[]);
    check("staging: [{basis: yc}]\ntreatments: [{modality: open}]", &["y-without-therapy staging[0].basis"]);
    check(
        "staging: [{basis: yc}]\ntreatments: [{category: surgery}]",
        &["y-without-therapy staging[0].basis"],
    );
    check(
        "staging: [{basis: yc, date: '2026-05-01'}]\ntreatments: [{category: systemic, start: '2026-06-01'}]",
        &["y-without-therapy staging[0].basis"],
    );
    check(
        "staging: [{basis: yp, date: '2026-07'}]\ntreatments: [{category: radiotherapy, start: '2026-06-01'}]\n\
         pathology: [{histology: x}]",
        &[],
    );
}

#[test]
fn margins_need_a_resection() {
    let margins = |status: &str| format!("pathology: [{{histology: x, margins: '{status}'}}]");
    check(&margins("R1(is)"), &["margins-without-resection pathology[0].margins"]);
    check(&margins("r0"), &["margins-without-resection pathology[0].margins"]);
    for none in ["RX", "not-applicable", "unknown"] {
        check(&margins(none), &[]);
    }
    for treatment in ["category: surgery", "category: interventional, modality: endoscopic-esd"] {
        check(&format!("{}\ntreatments: [{{{treatment}}}]", margins("R0")), &[]);
    }
}

#[test]
fn curing_with_metastases_is_asked_about_except_where_it_is_usual() {
    let case = |diagnosis: &str, m: &str, intent: &str| {
        format!(
            "diagnosis: {{{diagnosis}}}\nstaging: [{{m: '{m}', date: '2026-01-01'}}]\n\
             treatments: [{{intent: {intent}, start: '2026-02-01'}}]"
        )
    };
    let asked = ["curative-with-metastases treatments[0].intent"];
    check(&case("site: C18.2, histology: 8140/3", "M1a", "curative"), &asked);
    check(&case("site: C18.2, histology: 8140/3", "cM1", "curative"), &asked);
    check(&case("site: C18.2, histology: 8140/3", "M0", "curative"), &[]);
    check(&case("site: C18.2, histology: 8140/3", "M1", "oligometastatic-local-curative"), &[]);
    check(&case("site: C18.2, histology: 8140/3", "M1", "disease-control"), &[]);
    check(&case("site: C73.9, histology: 8260/3", "M1", "curative"), &[]);
    check(&case("site: C73.9, histology: 8021/3", "M1", "curative"), &asked);
    check(&case("site: C62.9, histology: 9061/3", "M1", "curative"), &[]);
    check(&case("site: C77.0, histology: 9680/3", "M1", "curative"), &[]);
    // what says itself that few metastases are treated, or that it converts
    let what = |text: &str| {
        case("site: C18.2", "M1", "curative").replace("start:", &format!("what: '{text}', start:"))
    };
    check(&what("liver resection for oligometastatic disease"), &[]);
    check(&what("转化治疗后切除"), &[]);
    check(&what("FOLFOX"), &asked);
    let plan = |text: &str| format!("staging: [{{m: cM1b}}]\nplan: {{text: '{text}'}}");
    check(&plan("Chemoradiation with curative intent"), &["curative-with-metastases plan.text"]);
    check(&plan("同步放化疗，根治性切除"), &["curative-with-metastases plan.text"]);
    check(&plan("Phẫu thuật triệt căn"), &["curative-with-metastases plan.text"]);
    check(&plan("Best supportive care, not curative intent"), &[]);
    check(&plan("寡转移，根治性放疗"), &[]);
    // what was given to cure before the metastases were found
    check(&case("site: C18.2", "M1", "curative").replace("2026-02-01", "2025-02-01"), &[]);
}

#[test]
fn treatment_and_contact_come_after_the_diagnosis() {
    let case = |treatment: &str| format!("diagnosis: {{date: '2026-08-21'}}\ntreatments: [{{{treatment}}}]");
    let asked = ["treatment-before-diagnosis treatments[0].start"];
    check(&case("category: systemic, start: '2026-08-20'"), &asked);
    check(&case("category: systemic, start: '2026-08'"), &[]);
    check(&case("category: interventional, modality: stent, start: '2026-08-17'"), &[]);
    check(&case("category: surgery, start: '2026-08-17'"), &[]);
    check(
        "patient: {last-contact: '2026-01'}\ndiagnosis: {date: '2026-08-21'}",
        &["contact-before-diagnosis patient.last-contact"],
    );
}

#[test]
fn a_result_that_no_living_patient_has_is_found() {
    let lab = |test: &str, value: &str, unit: &str| {
        format!("labs: [{{test: {test}, value: '{value}', unit: '{unit}', date: '2026-11-20'}}]")
    };
    let found = ["lab-implausible labs[0].value"];
    for (test, value, unit, expected) in [
        ("Creatinine", "90", "mg/dL", &found[..]),
        ("Hb", "120", "g/dL", &found),
        ("白蛋白", "3.5", "g/L", &found),
        ("INR", "40", "", &found),
        ("Cân nặng", "700", "kg", &found),
        ("Creatinine", "15", "mg/dL", &[]),
        ("Bilirubin", "45", "mg/dL", &[]),
        ("Tiểu cầu", "3", "G/L", &[]),
        ("AFP", "412000", "ng/mL", &[]),
    ] {
        check(&lab(test, value, unit), expected);
    }
    check("labs: [{test: Creatinine, value: 90 mg/dL}]", &found);
}

#[test]
fn a_plan_for_the_other_side_is_found() {
    let case = |side: &str, plan: &str| format!("diagnosis: {{side: {side}}}\nplan: {{text: {plan}}}");
    let found = ["side-plan plan.text"];
    for (side, plan, expected) in [
        ("left", "Right mastectomy", &found[..]),
        ("left", "Left mastectomy", &[]),
        ("left", "Left mastectomy, right sentinel node", &[]),
        ("right", "Cắt vú bên trái", &found),
        ("right", "左乳切除", &found),
        ("left", "phải làm PET", &[]),
        ("left", "bright-field", &[]),
        ("bilateral", "Right mastectomy", &[]),
        ("right", "Cắt vú trái, sinh thiết hạch gác", &found),
        ("left", "Cắt thùy trên phổi phải", &found),
        ("right", "Hóa trị trước; phải làm siêu âm tim thất trái", &[]),
        ("left", "Right-handed; all right to go on, right away", &[]),
        (
            "right",
            "Trastuzumab; left ventricular function every three months, one drain is left in place",
            &[],
        ),
        ("right", "FOLFOX：左亚叶酸、奥沙利铂；复查左室射血分数", &[]),
        ("left", "右美托咪定镇静，左肺上叶切除", &[]),
        ("right", "左肺上叶切除", &found),
        ("left", "Bilateral mastectomy", &[]),
    ] {
        check(&case(side, plan), expected);
    }
}

fn allergic(to: &str) -> Allergies {
    serde_yaml::from_str(&format!("[{to}]")).unwrap()
}

#[test]
fn allergies_speak_against_drugs_and_contrast_that_are_proposed() {
    for (to, proposed, expected) in [
        ("penicillin", "Ceftriaxone 1 g", &[][..]),
        ("penicillin", "Piperacillin before the biopsy", &["Piperacillin"]),
        ("oxaliplatin", "FOLFOX, then surgery", &["FOLFOX (oxaliplatin)"]),
        ("oxaliplatin", "mFOLFOX6, cycle 5", &["mFOLFOX6 (oxaliplatin)"]),
        ("oxaliplatin", "SOX trước mổ", &["SOX (oxaliplatin)"]),
        ("docetaxel", "perioperative FLOT", &["FLOT (docetaxel)"]),
        ("taxane", "Taxol 80 mg/m2 weekly", &["Taxol"]),
        ("顺铂", "顺铂 80 mg/m²", &["顺铂"]),
        ("cisplatin", "carboplatin AUC 5", &["carboplatin"]),
        ("paclitaxel (Cremophor)", "weekly paclitaxel", &["paclitaxel"]),
        ("iodinated contrast", "DEB-TACE of both lesions", &["DEB-TACE"]),
        ("thuốc cản quang", "nút mạch hóa chất", &["nút mạch"]),
        ("碘造影剂", "肝动脉化疗栓塞", &["化疗栓塞"]),
        ("gadolinium contrast", "DEB-TACE", &[]),
        ("lobster", "lobster", &["lobster"]),
        ("adhesive dressings", "Levothyroxine", &[]),
        // what is proposed, and what is only named
        ("penicillin", "Avoid penicillin.", &[]),
        ("penicillin", "Avoid all penicillins and cephalosporins; give clindamycin", &[]),
        ("penicillin", "Avoid penicillin, amoxicillin 1 g", &["amoxicillin"]),
        ("penicillin", "avoid penicillin and start amoxicillin", &["amoxicillin"]),
        ("penicillin", "No need to avoid penicillin", &["penicillin"]),
        ("penicillin", "do not avoid penicillin", &["penicillin"]),
        ("penicillin", "Avoid penicillin unless the skin test is negative", &["penicillin"]),
        ("penicillin", "Clindamycin instead of penicillin", &[]),
        ("penicillin", "Penicillin allergy: clindamycin 600 mg", &[]),
        ("penicillin", "Allergic to penicillin; piperacillin all the same", &["piperacillin"]),
        ("penicillin", "Dị ứng penicillin, dùng clindamycin", &[]),
        ("penicillin", "Tránh dùng penicillin", &[]),
        ("penicillin", "Không cần tránh penicillin", &["penicillin"]),
        ("青霉素", "避免使用青霉素", &[]),
        ("青霉素", "青霉素过敏，改用克林霉素", &[]),
        ("青霉素", "不必避免青霉素", &["青霉素"]),
        ("青霉素", "阿莫西林 1 g", &["阿莫西林"]),
        ("cisplatin", "not cisplatin but carboplatin", &["carboplatin"]),
        // studies and procedures that bring contrast
        ("iodinated contrast", "CT of the chest in three months", &["CT"]),
        ("iodinated contrast", "Non-contrast CT of the chest", &[]),
        ("iodinated contrast", "CT of the chest without contrast", &[]),
        ("iodinated contrast", "Chụp CT ngực không tiêm thuốc", &[]),
        ("iodinated contrast", "3个月后复查CT", &["CT"]),
        ("iodinated contrast", "胸部CT平扫", &[]),
        ("iodinated contrast", "PET-CT, ctDNA, CT-guided biopsy", &[]),
        ("iodinated contrast", "MRI of the liver", &[]),
        ("iodinated contrast", "hepatic angiography", &["angiography"]),
        ("gadolinium", "MRI of the liver", &["MRI"]),
        ("钆造影剂", "肝脏磁共振增强", &["磁共振"]),
        ("gadolinium", "CT of the liver", &[]),
    ] {
        let found: Vec<String> = clashes(&allergic(to), proposed).into_iter().map(|own| own.found).collect();
        assert_eq!(found, expected, "{to}: {proposed}");
    }
    for none in ["none-known", "unavailable", ""] {
        let allergies: Allergies = serde_yaml::from_str(&format!("'{none}'")).unwrap();
        assert_eq!(clashes(&allergies, "penicillin"), []);
    }
    let case = |study: &str| format!("patient: {{allergies: [iodinated contrast]}}\nimaging: [{{{study}}}]");
    let pending = "imaging-pending imaging[0]";
    check(&case("modality: CT, status: pending"), &[pending, "allergy-contrast imaging[0]"]);
    check(&case("modality: CT, status: pending, region: 'chest, without contrast'"), &[pending]);
    check(&case("modality: CT, status: pending, region: 'ngực, không tiêm'"), &[pending]);
    check(&case("modality: MR, status: pending"), &[pending]);
    check(&case("modality: CT, date: '2026-11-02'"), &[]);
}

#[test]
fn a_stage_is_held_against_its_table_its_basis_and_its_classification() {
    let lung = |stage: &str| {
        format!(
            "diagnosis: {{site: C34.1, histology: 8140/3}}\npathology: [{{histology: x}}]\nstaging: [{{system: tnm-ajcc, {stage}}}]"
        )
    };
    for (stage, expected) in [
        ("edition: 8, basis: c, t: T4, n: N1, m: M1c, group: IVB", &[][..]),
        (
            "edition: 8, basis: c, t: T4, n: N1, m: M1c, group: IV",
            &["stage-group-less-exact staging[0].group"],
        ),
        (
            "edition: 8, basis: c, t: T1b, n: N0, m: M0, group: IA",
            &["stage-group-less-exact staging[0].group"],
        ),
        ("edition: 8, basis: c, t: T4, n: N1, m: M1c, group: III", &["stage-group-differs staging[0].group"]),
        ("edition: 8, basis: c, t: T9, n: N1, m: M0, group: III", &["stage-category-unknown staging[0].t"]),
        ("edition: 8, basis: c, t: T2a, n: N1b, m: M0", &["stage-category-unknown staging[0].n"]),
        ("edition: 8, basis: c, t: T2a, n: N1, m: M3", &["stage-category-unknown staging[0].m"]),
        ("edition: 8, basis: c, t: pT2a, n: N1, m: M0", &["stage-basis-prefix staging[0]"]),
        ("edition: 8, basis: p, t: pT2a, n: cN0, m: cM0", &[]),
        ("edition: 8, basis: p, t: pT2a, n: pN1, m: pM1b", &[]),
        ("edition: 8, basis: p, t: cT2a, n: pN1, m: cM0", &["stage-basis-prefix staging[0]"]),
        ("edition: 8, basis: c, t: cT2a, n: cN1, m: cM0", &[]),
        ("edition: 8, basis: c, t: cTX, n: cN0, m: pM1a", &[]),
        ("edition: 8, basis: p, t: cT2a, n: cN2, m: pM1a", &[]),
        ("edition: 8, basis: p, t: pT2a, n: pN1, m: pM0", &["stage-category-obsolete staging[0].m"]),
        ("edition: 8, basis: c, t: T2a, n: N1, m: MX, group: IIB", &["stage-category-obsolete staging[0].m"]),
        ("edition: 8, basis: c, t: cT2aN1Mx", &["stage-category-obsolete staging[0].t"]),
        ("edition: 6, basis: c, t: T2a, n: N1, m: MX", &[]),
        ("edition: 8, basis: c, t: T2a, n: N1, m: unknown", &[]),
    ] {
        check(&lung(stage), expected);
    }
    let other = "diagnosis: {site: C71.1}\npathology: [{histology: x}]\nstaging: [{system: tnm-ajcc, edition: 8, basis: c, t: pT1}]";
    check(other, &["stage-basis-prefix staging[0]"]);
    check(&other.replace("t: pT1", "t: T1, m: pM0"), &["stage-category-obsolete staging[0].m"]);
    let liver = |system: &str, group: &str| {
        format!(
            "diagnosis: {{site: C22.0, histology: 8170/3}}\nperformance: {{ecog: 0}}\nimaging: [{{id: a, modality: CT, date: '2026-11-02'}}]\n\
             lesions:\n- {{id: S5, organ: liver, kind: measurable, role: target, sizes: {{a: 68 mm}}}}\n\
             - {{id: S8, organ: liver, kind: measurable, role: target, sizes: {{a: 31 mm}}}}\n\
             scores: [{{name: Child-Pugh, value: A6, date: '2026-11-18'}}]\n\
             staging: [{{system: {system}, edition: 2022, group: {group}, date: '2026-11-20'}}, \
             {{system: tnm-ajcc, edition: 8, basis: c, t: T3, n: N0, m: M0, group: IIIA}}]"
        )
    };
    for (system, group, expected) in [
        ("bclc", "B", &[][..]),
        ("bclc", "A", &["stage-classification-differs staging[0].group"]),
        ("cnlc", "IIa", &[]),
        ("cnlc", "IIIb", &["stage-classification-differs staging[0].group"]),
    ] {
        check(&liver(system, group), expected);
    }
}
