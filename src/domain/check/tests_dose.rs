//! Doses as three languages write them, and where they stand in a case.

use crate::domain::check::dose::unsafe_doses;
use crate::domain::check::tests_course::check;

#[test]
fn doses_are_read_as_the_language_of_the_text_writes_numbers() {
    for (text, expected) in [
        ("Capecitabine 1,000 mg twice daily", &[][..]),
        ("卡培他滨 1,000 mg 每日两次", &[]),
        ("Capecitabin 1,000 mg ngày 2 lần", &["dose-two-readings|1,000 mg|1 mg | 1000 mg"]),
        ("Capecitabine 1,000 mg; dexamethasone 1,5 mg", &["dose-two-readings|1,000 mg|1 mg | 1000 mg"]),
        ("Vincristin 1,5 mg/m2 ngày 1", &[]),
        ("Gemcitabin 1,250 mg tĩnh mạch", &["dose-two-readings|1,250 mg|1.25 mg | 1250 mg"]),
        ("Digoxin 0,125 mg mỗi ngày, 0,250 mg khi cần", &[]),
        ("heparin 1,000,000 đơn vị", &[]),
        ("enoxaparin 4000 UI/ngày", &["dose-unit-u|4000 UI|4000 đơn vị"]),
        ("Interferon 3 triệu UI x 3 lần/tuần", &["dose-unit-u|3 triệu UI|3 triệu đơn vị"]),
        ("penicillin 2 million U", &["dose-unit-u|2 million U|2 million units"]),
        ("青霉素 80万U", &["dose-unit-u|80万U|80万单位"]),
        ("fentanyl 50ug", &["dose-microgram|50ug|50 mcg"]),
        ("octreotide 100 µg sc", &["dose-microgram|100 µg|100 mcg"]),
        ("octreotide 100 μg sc", &["dose-microgram|100 μg|100 mcg"]),
        ("fentanyl 50 mcg/h", &[]),
        ("heparin 80 U/kg", &["dose-unit-u|80 U|80 units"]),
        ("heparin 80 u/kg bolus", &["dose-unit-u|80 u|80 units"]),
        ("insulin 10 u before meals", &["dose-unit-u|10 u|10 units"]),
        ("insulin 10U", &["dose-unit-u|10U|10 units"]),
        ("gan có 3 u, u lớn nhất 5,0 cm", &[]),
        ("vitamin D 800 IU", &["dose-unit-u|800 IU|800 units"]),
        ("penicillin 1000000 units", &["dose-large-number|1000000 units|1 000 000 units"]),
        ("heparin 25000 units in 500 mL", &[]),
        ("urokinase 2500000 IU", &["dose-unit-u|2500000 IU|2 500 000 units"]),
        ("interferon 3 MIU TIW", &["dose-abbreviation|TIW|three times a week"]),
        ("erlotinib 150 mg od", &[]),
        ("替吉奥 40mg qd，口服", &["dose-abbreviation|qd|daily"]),
        ("口服qd", &["dose-abbreviation|qd|daily"]),
        ("insulin 6 units SSI, melatonin qhs", &["dose-abbreviation|qhs|at bedtime"]),
        ("Hb 12.0, WBC 5.0, creatinine 1.0, Hb 12.0 g", &[]),
        ("血红蛋白 120.0 g/L，肌酐 88.0 umol/L", &[]),
        ("tumour 5.0 cm, margin 1.0 mm, SUVmax 10.0, PSA 4.0", &[]),
        ("prostate volume 45.0 mL, residual urine 50.0 ml, GTV 12.0 mL", &[]),
        ("specimen 150.0 g; spleen weighing 210.0 g", &[]),
        (
            "lorazepam .5 mg, warfarin ,5mg",
            &["dose-naked-decimal|.5 mg|0.5 mg", "dose-naked-decimal|,5mg|0,5 mg"],
        ),
        ("MgSO4 2 g", &["dose-abbreviation|MgSO4|magnesium sulfate"]),
        ("normal saline 500 cc", &["dose-abbreviation|cc|mL"]),
        (
            "66.0 Gy in 33 fractions of 2.0 Gy",
            &["dose-trailing-zero|66.0 Gy|66 Gy", "dose-trailing-zero|2.0 Gy|2 Gy"],
        ),
        ("CA-125 35.0 U/mL, AFP 400.0 ng/mL, ALT 40.0 U/L, HBV DNA 2.0E5 IU/mL", &[]),
        ("HBV DNA 20000 IU/mL, HCV RNA 1.000.000 IU/ml", &[]),
    ] {
        let found: Vec<String> = unsafe_doses(text)
            .into_iter()
            .map(|(code, found, safer)| format!("{code}|{found}|{safer}"))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn doses_are_sought_wherever_a_case_says_what_is_given() {
    check("comorbidity: {list: ['Diabetes, metformin 1.0 g']}", &["dose-trailing-zero comorbidity.list[0]"]);
    check("comorbidity: {note: 'warfarin 5.0 mg'}", &["dose-trailing-zero comorbidity.note"]);
    check("trials: [{title: x, note: 'arm A: 5.0 mg daily'}]", &["dose-trailing-zero trials[0].note"]);
    check("patient: {allergies: [{to: aspirin, note: 'after 5.0 mg'}]}", &[]);
    check(
        "missing: [{item: 'dexamethasone 8.0 mg before the scan'}]",
        &["dose-trailing-zero missing[0].item"],
    );
    check("imaging: [{date: '2026-10-01', findings: 'mass 5.0 cm, 150.0 mg iodine'}]", &[]);
}
