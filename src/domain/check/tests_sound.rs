//! Whole cases as hospitals write them: sound ones contradict nothing, the others are told each for its own.

use crate::domain::check::tests_course::check;

#[test]
fn names_of_the_tumour_of_studies_and_of_specimens_are_held_against_their_sides() {
    for (case, expected) in [
        ("diagnosis: {side: right, text: Ung thư vú trái}", &["side-contradiction diagnosis.text"][..]),
        ("diagnosis: {side: left, text: 右肺腺癌}", &["side-contradiction diagnosis.text"]),
        ("diagnosis: {side: left, text: Left breast cancer with nodes of the right axilla}", &[]),
        ("diagnosis: {side: left, text: Cancer of the upper outer quadrant}", &[]),
        ("diagnosis: {side: bilateral, text: Cancer of both breasts, larger on the right}", &[]),
        (
            "imaging: [{date: '2026-11-02', side: left, region: right breast}]",
            &["side-contradiction imaging[0].region"],
        ),
        (
            "pathology: [{histology: x, side: right, specimen: Sinh thiết lõi vú trái}]",
            &["side-contradiction pathology[0].specimen"],
        ),
        ("pathology: [{histology: x, side: right, specimen: 右乳穿刺活检}]", &[]),
    ] {
        check(case, expected);
    }
}

/// Cases as hospitals write them, in three languages, in which nothing contradicts anything.
#[test]
fn sound_cases_contradict_nothing() {
    for case in [
        // a man with cancer of the breast
        "patient: {name: John Carter, born: '1958-02-11', sex: male, allergies: [{to: penicillin, reaction: rash}]}
diagnosis: {site: C50.1, histology: 8500/3, grade: '2', basis: '7', side: left, date: '2026-10-01', text: Invasive carcinoma of the left breast}
imaging: [{id: us, modality: US, date: '2026-09-28', side: left, region: left breast and axilla}]
pathology: [{id: bx, date: '2026-10-01', side: left, specimen: core biopsy of the left breast, histology: invasive carcinoma}]
staging: [{system: tnm-ajcc, edition: '8', basis: c, t: T2, n: N0, m: M0, date: '2026-10-05'}]
labs: [{test: ALT, value: '31', unit: U/L}, {test: Hb, value: '14.0', unit: g/dL}]
plan: {text: 'Left mastectomy and sentinel node biopsy. Right-handed. LVEF 62 %. Avoid penicillin: cefazolin 2 g. Tumour 5.0 cm.'}",
        // a child with a neuroblastoma
        "patient: {name: Bé Gia Hân, born: '2023-05-02', sex: female, allergies: none-known}
diagnosis: {site: C74.9, histology: 9500/3, basis: '7', side: right, date: '2026-08-12', text: U nguyên bào thần kinh tuyến thượng thận phải}
staging: [{system: inrg, edition: '2009', basis: c, m: M1, date: '2026-08-20'}]
treatments: [{category: systemic, modality: chemotherapy, intent: curative, start: '2026-08-25', what: 'Vincristin 1,5 mg/m2, carboplatin'}]
plan: {text: 'Cắt u thượng thận phải sau hóa trị, phải chụp lại MRI bụng; còn 1 u 3,2 cm.'}",
        // kidneys on both sides, after surgery
        "patient: {name: 陈志强, born: '1959-12', sex: male, allergies: [{to: 碘造影剂}]}
diagnosis: {site: C64.9, histology: 8310/3, basis: '7', side: bilateral, date: '2026-05-06', text: 双侧肾透明细胞癌，右侧较大}
treatments: [{category: surgery, modality: laparoscopic, intent: curative, start: '2026-05-06', what: 腹腔镜右肾部分切除}]
pathology: [{id: op, date: '2026-05-06', side: right, specimen: 右肾部分切除标本, histology: 透明细胞癌, margins: R0}]
staging: [{system: tnm-ajcc, edition: '8', basis: p, t: T1a, n: NX, m: M0, date: '2026-05-12'}]
plan: {text: '左肾肿瘤行MRI复查，避免使用碘造影剂；肌酐 88.0 umol/L；左氧氟沙星 0.5 g。'}",
        // metastatic thyroid cancer treated with radioiodine
        "patient: {name: Lê Thị Hoa, born: '1990-10-05', sex: female, allergies: none-known}
diagnosis: {site: C73.9, histology: 8260/3, basis: '7', date: '2026-03-01', side: not-applicable}
pathology: [{id: op, date: '2026-03-01', histology: papillary carcinoma, margins: R0}]
staging: [{system: tnm-ajcc, edition: '8', basis: p, t: T2, n: N1b, m: M1, date: '2026-03-10'}]
treatments: [{category: surgery, intent: curative, start: '2026-03-01'}, {category: nuclear, intent: curative, start: '2026-06-01', what: I-131 5.55 GBq}]",
        // nothing but an image of a liver with cirrhosis
        "patient: {name: Trần Văn Bình, born: '1961', sex: male, allergies: none-known}
diagnosis: {site: C22.0, histology: 8170/3, basis: '2', date: '2026-07', text: HCC hạ phân thùy 8}
imaging: [{id: mr, modality: MR, date: '2026-07-10'}]
staging: [{system: bclc, edition: '2022', basis: c, group: A}]
labs: [{test: AFP, value: '412', unit: ng/mL}, {test: INR, value: '1,1'}]",
    ] {
        check(case, &[]);
    }
}

/// And the same with what goes wrong in hospitals.
#[test]
fn cases_that_contradict_themselves_are_told_each_for_its_own() {
    for (case, expected) in [
        (
            "patient: {name: Nguyễn Thị Lan, born: '1970-01-02', sex: male}\ndiagnosis: {site: C56.9, histology: 8441/3, date: '2026-01-02'}",
            &["sex-site diagnosis.site"][..],
        ),
        ("diagnosis: {site: C34.1, histology: 8140/3, basis: '1'}", &["basis-histology diagnosis.basis"]),
        (
            "patient: {allergies: [青霉素]}\nplan: {text: '术前哌拉西林 4.0 g'}",
            &["allergy-drug plan.text", "dose-trailing-zero plan.text"],
        ),
        (
            "patient: {allergies: [thuốc cản quang chứa iod]}\nplan: {text: 'Chụp CT ngực bụng rồi nút mạch'}",
            &["allergy-contrast plan.text"],
        ),
        (
            "staging: [{basis: yp, date: '2026-07-01'}]\npathology: [{histology: ung thư, margins: R1}]\ntreatments: [{category: systemic, start: '2026-08-01'}]",
            &["y-without-therapy staging[0].basis", "margins-without-resection pathology[0].margins"],
        ),
        (
            "patient: {born: '1961-03-14'}\ndiagnosis: {date: '2026-08-21', site: C220}\ntreatments: [{category: radiotherapy, start: '2026-09-10', end: '2026-09-01'}]",
            &["topography-form diagnosis.site", "end-before-start treatments[0].end"],
        ),
    ] {
        check(case, expected);
    }
}
