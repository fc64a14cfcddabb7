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
        ("heparin 10000 units", &["dose-large-number|10000 units|10 000 units"]),
        ("heparin 5000 units, heparin 10 000 units", &[]),
        ("MTX 15 mg weekly", &["dose-abbreviation|MTX|methotrexate"]),
        ("penicillin 1000000 units", &["dose-large-number|1000000 units|1 000 000 units"]),
        ("heparin 25000 units in 500 mL", &["dose-large-number|25000 units|25 000 units"]),
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
        ("độ thanh thải creatinin 60.0 ml/phút", &[]),
        ("blood loss 250.0 mL, ascites 800.0 ml drained", &[]),
        ("CÓ 2 U GAN PHẢI, U 3 CM", &[]),
        ("Heparin 5000 U tiêm dưới da", &["dose-unit-u|5000 U|5000 đơn vị"]),
        ("Insulin 8 U trước ăn", &["dose-unit-u|8 U|8 đơn vị"]),
        ("Glucose 5.0 mmol/L, K 4.0 mmol/l, BSA 1.70 m2, height 1.60 m", &[]),
        ("Sorafenib 400 mg x 2 lần/ngày, 2,5 mg dexamethason", &[]),
        ("Lenvatinib 8 mg/ngày; AFP 1.000 ng/mL", &[]),
        ("Paclitaxel 175 mg/m² d1, carboplatin AUC 5 d1, q3w", &[]),
        ("顺铂75mg/m²，第1天；吉西他滨1000mg/m²，第1、8天", &[]),
        ("卡培他滨 1.5g bid", &[]),
        ("卡培他滨 1.50g bid", &["dose-trailing-zero|1.50g|1.5 g"]),
        ("奥沙利铂 130.0mg/m2", &["dose-trailing-zero|130.0mg|130 mg"]),
        ("zoledronic acid 4.0mg IV", &["dose-trailing-zero|4.0mg|4 mg"]),
        ("axit zoledronic 4,0 mg", &["dose-trailing-zero|4,0 mg|4 mg"]),
        ("I-131 1.850 MBq", &["dose-two-readings|1.850 MBq|1.85 MBq | 1850 MBq"]),
        ("I-131 3.7 GBq", &[]),
        ("SBRT 50 Gy/5, 54.0Gy/30", &["dose-trailing-zero|54.0Gy|54 Gy"]),
        ("tiêm Filgrastim 300µg", &["dose-microgram|300µg|300 mcg"]),
        ("vitamin B12 1000 μg", &["dose-microgram|1000 μg|1000 mcg"]),
        ("levothyroxine 100 mcg qd", &["dose-abbreviation|qd|daily"]),
        ("epoetin 40,000 units weekly", &[]),
        ("epoetin 40000 IU weekly", &["dose-unit-u|40000 IU|40000 units"]),
        ("asparaginase 10,000 IU/m2", &["dose-unit-u|10,000 IU|10,000 units"]),
        ("asparaginase 10,000 IU/m2 ngày 1", &["dose-two-readings|10,000 IU|10 IU | 10000 IU"]),
        ("stage T2.0, day 1.0, page 3.0", &[]),
        ("2.0 cm of 5.0 g% agarose", &[]),
        ("dose 20.0–40.0 mg", &["dose-trailing-zero|20.0 mg|20 mg", "dose-trailing-zero|40.0 mg|40 mg"]),
    ] {
        let found: Vec<String> = unsafe_doses(text, true)
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
