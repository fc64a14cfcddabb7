//! Each rule against a case written as its author would write it.

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::check::dose::unsafe_doses;
use crate::domain::check::{Measure, known};
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::Vocabulary;

const BOARD: &str = "
people: {mai-onc: {name: Mai}, le-rad: {name: Le}}
facilities: {cho-ray: {name: Cho Ray}}
";

/// A case that no rule has anything to say about.
const SOUND: &str = "
patient: {name: A B, born: '1961-03-14', sex: male, ids: [{label: no, value: '1'}], allergies: none-known}
question: {text: Which?, type: initial-plan, responsible: mai-onc}
consent: {discussion: given}
views: {source: patient, goals: to work}
performance: {ecog: '1'}
diagnosis: {side: left, histology: 8140/3}
imaging: [{id: ct, date: '2026-11-02', side: left, facility: cho-ray}]
lesions: [{id: T1, sizes: {ct: 16 mm}}]
pathology: [{id: bx, date: '2026-11-02', histology: adenocarcinoma}]
staging: [{system: tnm-ajcc, edition: '8', basis: c}]
labs: [{test: AFP, value: '4', unit: ng/mL}, {test: INR, value: '1.1'}, {test: HBsAg, value: negative}, {test: creatinine, value: '70', unit: umol/L}, {test: Hb, value: '130', unit: g/L}]
comorbidity: {list: [none known]}
plan: {text: left hepatectomy}
";

fn found(yaml: &str) -> Vec<Problem> {
    let as_of = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    let board: BoardFile = serde_yaml::from_str(BOARD).unwrap();
    let case: Case = serde_yaml::from_str(yaml).unwrap();
    let problems = crate::domain::check::check(&case, &Measure::new(&board, as_of));
    for one in &problems {
        let rule = known()
            .find(|rule| rule.code == one.code)
            .unwrap_or_else(|| panic!("{} is not listed", one.code));
        assert!(rule.severity.split(" or ").any(|word| word == one.severity.word()), "{one:?}");
    }
    problems
}

/// Replaces one line of the sound case and expects exactly these `severity code path`.
#[track_caller]
fn check(section: &str, expected: &[&str]) {
    let key = section.split(':').next().unwrap();
    let mut lines: Vec<&str> = SOUND.lines().filter(|line| !line.starts_with(&format!("{key}:"))).collect();
    lines.push(section);
    let problems = found(&lines.join("\n"));
    let seen: Vec<String> = problems
        .iter()
        // What a replaced section no longer says is the business of the profile's own tests.
        .filter(|problem| problem.code != "need-missing")
        .map(|problem| {
            let severity = match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            format!("{severity} {} {}", problem.code, problem.path)
        })
        .collect();
    assert_eq!(seen, expected, "{section}");
}

#[test]
fn a_sound_case_has_no_problem() {
    assert_eq!(found(SOUND), []);
}

#[test]
fn what_the_board_cannot_do_without_is_asked_for() {
    check(
        "patient: {}",
        &[
            "error name-missing patient.name",
            "warning born-missing patient.born",
            "warning sex-missing patient.sex",
            "error ids-missing patient.ids",
            "warning allergies-not-recorded patient.allergies",
        ],
    );
    check(
        "question: {}",
        &["error question-missing question.text", "warning question-type-missing question.type"],
    );
    check("question: {text: Which?, type: trial, discussion: '2'}", &[]);
    for discussion in ["two", "0", "2nd"] {
        check(
            &format!("question: {{text: Which?, type: trial, discussion: {discussion}}}"),
            &["error discussion-not-a-number question.discussion"],
        );
    }
    check("performance: {karnofsky: '90'}", &[]);
    check("performance: {karnofsky: unknown}", &[]);
    for karnofsky in ["95", "110", "fair"] {
        check(
            &format!("performance: {{karnofsky: {karnofsky}}}"),
            &["error karnofsky-not-on-scale performance.karnofsky"],
        );
    }
    check("consent: {}", &["warning consent-not-recorded consent.discussion"]);
    check("consent: {discussion: refused}", &["error consent-refused consent.discussion"]);
    check(
        "consent: {discussion: given, withdrawn: '2026-11-20'}",
        &["error consent-withdrawn consent.withdrawn"],
    );
    check("views: {}", &["warning views-not-recorded views"]);
    check("views: {source: not-asked}", &["warning views-not-asked views.source"]);
    check("performance: {}", &["warning performance-missing performance"]);
    check("staging: []", &["warning staging-missing staging"]);
    check("imaging: []", &["warning imaging-missing imaging", "warning unknown-study lesions[0].sizes.ct"]);
    check(
        "imaging: [{id: ct, status: pending, date: '2027-01-01'}]",
        &["warning imaging-pending imaging[0]"],
    );
    // What was not done is not there.
    check("imaging: [{id: ct, modality: ct, status: not-done}]", &["warning imaging-missing imaging"]);
    check("pathology: [{status: pending}]", &["warning pathology-pending pathology[0]"]);
    check("pathology: [{histology: pending}]", &["warning pathology-pending pathology[0]"]);
    let without = SOUND.replace("histology: 8140/3", "").replace("histology: adenocarcinoma", "");
    assert_eq!(found(&without)[0].code, "histology-missing");
    let not_done =
        SOUND.replace("histology: 8140/3", "").replace("histology: adenocarcinoma", "histology: not-done");
    assert_eq!(found(&not_done)[0].code, "histology-missing");
    assert_eq!(found(&without.replace("side: left, }", "side: left, basis: '2'}")), []);
}

#[test]
fn each_missing_item_is_weighed_by_its_due_date_and_whether_it_blocks() {
    check("missing: [{item: CT, due: '2026-11-26'}]", &["note missing-item missing[0]"]);
    check("missing: [{item: CT, blocking: 'yes'}]", &["warning missing-blocking missing[0]"]);
    check("missing: [{item: CT, due: '2026-11-25'}]", &["warning missing-overdue missing[0]"]);
    check(
        "missing: [{item: CT, due: '2026-10', blocking: 'yes', owner: le-rad}]",
        &["warning missing-blocking-overdue missing[0]"],
    );
    let problems = found(&format!("{SOUND}missing: [{{item: CT, owner: le-rad, due: 2026-12-01}}]"));
    assert_eq!(problems[0].owner.as_deref(), Some("le-rad"));
}

#[test]
fn left_against_right_names_both_places() {
    check(
        "imaging: [{id: ct, date: '2026-11-02', side: right}]",
        &["error side-contradiction imaging[0].side"],
    );
    check(
        "pathology: [{id: bx, histology: x, side: right}]",
        &["error side-contradiction pathology[0].side"],
    );
    check("diagnosis: {side: bilateral, histology: 8140/3}", &[]);
    check("diagnosis: {histology: 8140/3, side: not-applicable}", &[]);
    check(
        "imaging: [{id: ct, date: '2026-11-02', side: left, images: [{file: a, side: right}]}]",
        &["error side-contradiction imaging[0].images[0].side"],
    );
    check(
        "imaging: [{id: ct, date: '2026-11-02', side: left}, {id: femur, side: right}]",
        &["warning side-contradiction imaging[1].side"],
    );
    let problems = found(&SOUND.replace("'2026-11-02', side: left", "'2026-11-02', side: right"));
    let args = &problems[0].args;
    assert!(
        args.contains(&("other".into(), "diagnosis.side".into()))
            && args.contains(&("side".into(), "right".into()))
    );
}

#[test]
fn a_stage_needs_system_edition_and_basis() {
    check("staging: [{group: IIIA}]", &["warning stage-incomplete staging[0]"]);
    check("staging: [{system: tnm-ajcc, basis: c}]", &["warning stage-incomplete staging[0]"]);
    check("staging: [{system: tnm-ajcc, edition: 8}]", &["warning stage-incomplete staging[0]"]);
    check("staging: [{system: figo, edition: 2018, group: IIB}]", &[]);
    check("staging: [{system: figo, group: IIB}]", &["warning stage-incomplete staging[0]"]);
    check("staging: [{system: binet, group: A}]", &[]);
}

#[test]
fn dates_out_of_order_are_found() {
    check("found: {date: '1960-12-31'}", &["error date-before-birth found.date"]);
    check("found: {date: '1961'}", &[]);
    check("found: {date: '2026-11'}", &[]);
    check("found: {date: '2026-11-27'}", &["warning date-in-future found.date"]);
    check("treatments: [{start: '2026-03', end: '2026-02'}]", &["error end-before-start treatments[0].end"]);
    check("treatments: [{start: '2026-03', end: '2026'}]", &[]);
}

#[test]
fn keys_that_lead_nowhere_and_ids_used_twice_are_found() {
    check("told: {by: mai-omc}", &["warning unknown-person told.by"]);
    check("told: {by: Dr Mai of the ward}", &[]);
    check("told: {by: not-applicable}", &[]);
    check("referral: {from: ben-tre, to: a clinic}", &["warning unknown-facility referral.from"]);
    check("pathology: [{id: bx, histology: x}, {id: bx}]", &["error duplicate-id pathology[1].id"]);
    let told = found(&format!("{SOUND}told: {{by: mai-omc}}"));
    assert!(told[0].args.contains(&("suggestion".into(), "mai-onc".into())));
}

#[test]
fn numbers_without_units_are_found() {
    check("labs: [{test: AFP, value: '412'}]", &["warning lab-unit-missing labs[0]"]);
    check("labs: [{test: AFP, value: '< 2,5'}]", &["warning lab-unit-missing labs[0]"]);
    check("labs: [{test: AFP, value: pending}]", &[]);
    for size in ["31", "31 x 22", "３１"] {
        check(
            &format!("lesions: [{{sizes: {{ct: '{size}'}}}}]"),
            &["warning size-unit-missing lesions[0].sizes.ct"],
        );
    }
    for sound in ["31 mm x 22 mm", "3,1 cm", "absent", "too-small"] {
        check(&format!("lesions: [{{sizes: {{ct: '{sound}'}}}}]"), &[]);
    }
    check("labs: [{test: tumour number, value: '3'}, {test: PT (INR), value: '1.2'}]", &[]);
}

#[test]
fn doses_that_have_been_misread_are_found_and_sound_ones_are_not() {
    for (text, expected) in [
        ("dexamethasone 5.0 mg", &["dose-trailing-zero|5.0 mg|5 mg"][..]),
        ("5,0mg", &["dose-trailing-zero|5,0mg|5 mg"]),
        ("1,000 mg", &[]),
        // a thousand times the dose must never be what is proposed
        ("heparin 10.000 IU", &["dose-two-readings|10.000 IU|10 IU | 10000 IU"]),
        ("Heparin 10 000 U", &["dose-unit-u|10 000 U|10 000 units"]),
        ("insulin on day 1 100 U", &["dose-unit-u|1 100 U|1 100 units"]),
        ("2 500 000 IU", &["dose-unit-u|2 500 000 IU|2 500 000 units"]),
        ("Gemcitabine 1,000.0 mg", &["dose-trailing-zero|1,000.0 mg|1,000 mg"]),
        ("Warfarin 2.50 mg", &["dose-trailing-zero|2.50 mg|2.5 mg"]),
        ("1.500 mg", &["dose-two-readings|1.500 mg|1.5 mg | 1500 mg"]),
        ("0.500 mg, 3.375 g, 0.125 mg", &[]),
        (".5 mg daily", &["dose-naked-decimal|.5 mg|0.5 mg"]),
        ("insulin 10 U and 8IU", &["dose-unit-u|10 U|10 units", "dose-unit-u|8IU|8 units"]),
        ("CA 19-9 37 U/mL", &[]),
        ("octreotide 50 µg", &["dose-microgram|50 µg|50 mcg"]),
        ("50 μg", &["dose-microgram|50 μg|50 mcg"]),
        ("doxorubicin 50 mg, lipiodol 10 mL. 2.5 mg. 26 Gy in 5, 0.5 mg, 10 units, S26-1.0", &[]),
        ("version 1.0, 5.0 cm, C22.0", &[]),
        ("bleomycin 10 U/m2", &["dose-unit-u|10 U|10 units"]),
        ("ALT 40 U/L, CA125 35 U / mL, TSH 2.0 mIU/L, ferritin 300 µg/L", &[]),
        ("Hb 12.0 g/dL, creatinine 1.0 mg/dL, albumin 35.0 g/L, 60.0 kg", &[]),
        ("adrenaline 1.0 mg/kg", &["dose-trailing-zero|1.0 mg|1 mg"]),
        ("có 2 u ở gan phải, insulin 8u", &["dose-unit-u|8u|8 đơn vị"]),
        ("顺铂５.０ｍｇ", &["dose-trailing-zero|5.0mg|5 mg"]),
        ("奥曲肽 .1 mg，肿块 5.0 cm", &["dose-naked-decimal|.1 mg|0.1 mg"]),
        ("顺铂80mg/m2第1天", &[]),
        ("... ,,,", &[]),
        (
            "dexamethason 2,0 mg; ,5 mg lorazepam",
            &["dose-trailing-zero|2,0 mg|2 mg", "dose-naked-decimal|,5 mg|0,5 mg"],
        ),
        ("carboplatin AUC 5.0", &["dose-trailing-zero|AUC 5.0|AUC 5"]),
        ("carboplatin AUC=5,0 ngày 1", &["dose-trailing-zero|AUC 5,0|AUC 5"]),
        ("AUC 5, AUC 4.5", &[]),
        ("morphine 5.0-10 mg", &["dose-trailing-zero|5.0 mg|5 mg"]),
        ("1,0 viên, 2,0 ống", &["dose-trailing-zero|1,0 viên|1 viên", "dose-trailing-zero|2,0 ống|2 ống"]),
        ("insulin 10,0 đơn vị", &["dose-trailing-zero|10,0 đơn vị|10 đơn vị"]),
        (
            "地塞米松5.0毫克，吗啡.5毫克",
            &["dose-trailing-zero|5.0毫克|5 毫克", "dose-naked-decimal|.5毫克|0.5 毫克"],
        ),
        ("Ki-67 5.0 %, 5.0 cm, SUV 10.0, eGFR 60.0 mL/min, Hb 12.0 g%, PSA 4.0 ng/mL, LVEF 60.0%", &[]),
        ("u 5,0 cm; khối 3.0 x 2.0 cm; ngày 10.12.2026; giai đoạn 2.0", &[]),
        ("60.0 Gy in 30 fractions", &["dose-trailing-zero|60.0 Gy|60 Gy"]),
        ("morphine 10 mg QD", &["dose-abbreviation|QD|daily"]),
        ("prednisolone q.o.d.", &["dose-abbreviation|q.o.d|every other day"]),
        (
            "MSO4 10 mg, MS 5 mg",
            &["dose-abbreviation|MSO4|morphine sulfate", "dose-abbreviation|MS|morphine sulfate"],
        ),
        ("lipiodol 10 cc, then 5cc", &["dose-abbreviation|cc|mL", "dose-abbreviation|5cc|mL"]),
        ("prostate of 45 cc; multiple sclerosis (MS)", &[]),
        ("fentanyl 25 mcg/h, 0.5 mg, 0,5 mg, 10 mg, 100 mL, 1000 mg/m2, 50,4 Gy", &[]),
        ("heparin 5000U", &["dose-unit-u|5000U|5000 units"]),
        ("interferon 3 MIU", &[]),
        ("FEV1 2.0 L, oxygen 2.0 L/min, ascites 3.0 L drained", &[]),
    ] {
        let found: Vec<String> = unsafe_doses(text, true)
            .into_iter()
            .map(|(code, found, safer)| format!("{code}|{found}|{safer}"))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}
