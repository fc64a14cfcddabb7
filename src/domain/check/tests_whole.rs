//! Whole cases, twelve sound ones and twelve that contradict themselves once, in three languages: flagged or silent.

use crate::domain::check::tests_course::check;

const SOUND: [&str; 12] = [
    // A woman in Hà Nội with cancer of the right lung and a metastasis in the left adrenal gland.
    "
patient: {name: Đặng Thu Trang, born: '1959-08-30', sex: female, allergies: [{to: povidone-iodine, reaction: rash}]}
question: {text: Có xạ trị định vị tuyến thượng thận trái không?, type: initial-plan}
diagnosis: {text: Ung thư phổi phải, site: C34.1, side: right, histology: 8140/3, grade: '2', basis: '7', date: '2026-09-14'}
imaging:
  - {id: ct, modality: CT, region: 'ngực bụng, có tiêm thuốc cản quang', date: '2026-09-10', side: right, findings: 'Khối 41 mm thùy dưới phổi (P). Tuyến thượng thận trái 22 mm, nghi di căn. Phổi trái không có nốt.', impression: U phổi phải cT2b N0 M1b}
  - {id: mr, modality: MR, region: não, date: '2026-09-20', findings: Không tổn thương. Hai bán cầu bình thường.}
pathology: [{id: bx, specimen: 'sinh thiết xuyên phế quản, thùy dưới phổi phải', date: '2026-09-14', side: right, histology: ung thư biểu mô tuyến}]
staging: [{system: tnm-ajcc, edition: '8', basis: c, t: cT2b, n: cN0, m: cM1b, group: IVA, date: '2026-09-22'}]
treatments: [{category: systemic, what: 'Osimertinib 80 mg mỗi ngày', intent: oligometastatic-local-curative, start: '2026-09-28'}]
plan: {text: 'SBRT tuyến thượng thận trái, tiếp tục osimertinib 80 mg; chụp CLVT ngực bụng có tiêm thuốc cản quang sau 3 tháng'}",
    // A man in Guangzhou with nasopharyngeal carcinoma, allergic to penicillin.
    "
patient: {name: 梁国强, born: '1978-02-11', sex: male, allergies: [{to: 青霉素, reaction: 皮疹}]}
question: {text: 诱导化疗后同步放化疗？, type: initial-plan}
diagnosis: {text: 鼻咽非角化性癌, site: C11.1, side: not-applicable, histology: 8072/3, basis: '7', date: '2026-10-08'}
imaging: [{id: mr, modality: MR, region: 鼻咽及颈部增强, date: '2026-10-12', findings: 左侧鼻咽侧壁增厚，累及咽旁间隙。双侧颈部淋巴结肿大。, impression: 鼻咽癌 T2N2}]
pathology: [{id: bx, specimen: 鼻咽活检, date: '2026-10-08', histology: 非角化性癌}]
staging: [{system: tnm-ajcc, edition: '8', basis: c, t: T2, n: N2, m: M0, group: III, date: '2026-10-14'}]
labs: [{test: EBV DNA, value: '2300', unit: copies/mL, date: '2026-10-14'}]
plan: {text: GP方案诱导化疗3周期（吉西他滨1000 mg/m2，顺铂80 mg/m2），随后调强放疗69.96 Gy联合顺铂；发热时用莫西沙星，避免青霉素类}",
    // Breast cancer after neoadjuvant treatment, contrast allergy, studies without contrast medium.
    "
patient: {name: Margaret Doyle, born: '1966-12-05', sex: female, allergies: [{to: iodinated contrast, reaction: hives}, {to: co-trimoxazole}]}
question: {text: Mastectomy or conservation on the left?, type: response-review}
diagnosis: {text: Left breast carcinoma HER2 positive, site: C50.4, side: left, histology: 8500/3, grade: '3', basis: '7', date: '2026-03-02'}
imaging:
  - {id: mg, modality: mammography, region: both breasts, date: '2026-02-20', findings: 'Left upper outer quadrant mass 31 mm. Right breast BI-RADS 2.'}
  - {id: mr, modality: MR, region: breast with gadolinium, date: '2026-09-20', findings: 'Residual enhancement of 8 mm in the left breast. Right breast unremarkable.'}
pathology: [{id: bx, specimen: core biopsy of the left breast, date: '2026-03-02', side: left, histology: invasive carcinoma, ihc: [{marker: ER, result: negative}, {marker: PR, result: negative}, {marker: HER2, result: 3+}]}]
staging:
  - {system: tnm-ajcc, edition: '8', basis: c, t: cT2, n: cN1, m: cM0, date: '2026-03-20'}
  - {system: tnm-ajcc, edition: '8', basis: yc, t: ycT1b, n: ycN0, m: cM0, date: '2026-09-22'}
treatments: [{category: systemic, what: 'TCHP, six cycles (docetaxel 75 mg/m2, carboplatin AUC 6, trastuzumab, pertuzumab)', intent: curative, start: '2026-04-01', end: '2026-08-02', response: PR}]
plan: {text: 'Left wide excision with sentinel node biopsy; staging CT without contrast; cefazolin 2 g at induction; no CT with contrast, avoid co-trimoxazole. The port in the right subclavian vein stays.'}",
    // Hepatocellular carcinoma by imaging alone, BCLC and CNLC as they are computed.
    "
patient: {name: Phan Văn Lợi, born: '1957', sex: male, allergies: none-known}
question: {text: TACE hay cắt gan?, type: initial-plan}
diagnosis: {text: HCC gan phải, site: C22.0, side: right, histology: 8170/3, basis: '2', date: '2026-10-02'}
performance: {ecog: '0', date: '2026-11-01'}
imaging: [{id: ct, modality: CT, region: gan 3 thì, date: '2026-11-02', findings: 'Gan phải hai khối 68 mm và 31 mm. Thùy gan trái không có u.'}]
lesions:
  - {id: S6, organ: liver, kind: measurable, role: target, sizes: {ct: 68 mm}}
  - {id: S8, organ: liver, kind: measurable, role: target, sizes: {ct: 31 mm}}
scores: [{name: Child-Pugh, value: A5, date: '2026-11-10'}]
staging:
  - {system: bclc, edition: '2022', group: B, date: '2026-11-12'}
  - {system: tnm-ajcc, edition: '8', basis: c, t: T3, n: N0, m: M0, group: IIIA, date: '2026-11-12'}
plan: {text: 'DEB-TACE hai khối, chụp MRI có thuốc đối quang từ sau 4 tuần'}",
    // Cancer of the colon on the left side with a hemicolectomy, doses as they should be written.
    "
patient: {name: Ferdinand Okoye, born: '1971-07-19', sex: male, allergies: [{to: shellfish}]}
question: {text: Adjuvant chemotherapy?, type: adjuvant}
diagnosis: {text: Adenocarcinoma of the splenic flexure, site: C18.5, side: left, histology: 8140/3, grade: '2', basis: '7', date: '2026-08-11'}
imaging: [{id: ct, modality: CT, region: 'chest, abdomen, pelvis with contrast', date: '2026-08-14', findings: 'Wall thickening of the left colon; right kidney with a cyst of 3.0 cm'}]
treatments: [{category: surgery, modality: laparoscopic, what: extended right hemicolectomy, intent: curative, start: '2026-09-01'}]
pathology: [{id: op, specimen: extended right hemicolectomy, date: '2026-09-01', histology: adenocarcinoma, margins: R0}]
staging: [{system: tnm-ajcc, edition: '8', basis: p, t: pT3, n: pN1a, m: cM0, group: IIIB, date: '2026-09-08'}]
plan: {text: 'CAPOX for three months: oxaliplatin 130 mg/m2, capecitabine 1000 mg/m2 twice daily; CT with contrast at one year'}",
    // A boy with a Wilms tumour, metastases and curative intent.
    "
patient: {name: 小宇（赵宇航）, born: '2022-06-30', sex: male, allergies: none-known}
question: {text: 术前化疗后手术时机？, type: response-review}
diagnosis: {text: 左肾母细胞瘤，双肺转移, site: C64.9, side: left, histology: 8960/3, basis: '7', date: '2026-08-18'}
imaging: [{id: ct, modality: CT, region: 胸腹部增强, date: '2026-10-25', findings: 左肾肿块 9.2 cm，双肺多发转移结节。右肾未见异常。}]
staging: [{system: other, edition: SIOP, basis: c, m: M1, group: IV, date: '2026-08-25'}]
treatments: [{category: systemic, what: 长春新碱、放线菌素D、多柔比星, intent: curative, start: '2026-09-01'}]
plan: {text: 左肾根治性切除，术后评估肺转移灶；使用长春新碱 1.5 mg/m2}",
    // Melanoma of the skin, coded as ICD-O-3 has it.
    "
patient: {name: Ingrid Solberg, born: '1980-01-09', sex: female, allergies: [{to: cisplatin (anaphylaxis)}]}
question: {text: Adjuvant immunotherapy?, type: adjuvant}
diagnosis: {text: Melanoma of the left calf, site: C44.7, side: left, histology: 8721/3, basis: '7', date: '2026-07-03'}
treatments: [{category: surgery, modality: open, what: wide excision and sentinel node biopsy, intent: curative, start: '2026-07-28'}]
pathology: [{id: op, specimen: 'wide excision, left calf', date: '2026-07-28', histology: nodular melanoma, margins: R0}]
staging: [{system: tnm-ajcc, edition: '8', basis: p, t: pT3a, n: pN1a, m: cM0, group: IIIB, date: '2026-08-10'}]
plan: {text: 'Pembrolizumab 200 mg every three weeks; cisplatin-based trials are not an option'}",
    // Ovarian cancer with an allergy to carboplatin that the plan keeps clear of.
    "
patient: {name: Hồ Ngọc Diệp, born: '1968-10-21', sex: female, allergies: [{to: carboplatin, reaction: phản vệ độ 2}]}
question: {text: Điều trị bước hai?, type: recurrence}
diagnosis: {text: Ung thư buồng trứng hai bên, site: C56.9, side: bilateral, histology: 8461/3, grade: '3', basis: '7', date: '2025-02-11'}
treatments: [{category: systemic, what: 'Paclitaxel và carboplatin AUC 5, 6 chu kỳ', intent: curative, start: '2025-03-01', end: '2025-07-10', response: CR, end-reason: completed}]
pathology: [{id: op, specimen: cắt tử cung và hai phần phụ, date: '2025-02-11', histology: carcinôm thanh dịch độ cao}]
staging: [{system: figo, edition: '2014', basis: p, group: IIIC, date: '2025-02-20'}]
plan: {text: 'Doxorubicin liposome 40 mg/m2 mỗi 4 tuần; không dùng carboplatin, tránh cisplatin'}",
    // A lymphoma, with the words of its own classification.
    "
patient: {name: Rajesh Menon, born: '1955-05-15', sex: male, allergies: [{to: aspirin}]}
question: {text: R-CHOP or dose reduction?, type: initial-plan}
diagnosis: {text: Diffuse large B-cell lymphoma, site: C77.0, side: not-applicable, histology: 9680/3, grade: '6', basis: '7', date: '2026-10-02'}
imaging: [{id: pet, modality: PET-CT, region: whole body, date: '2026-10-09', findings: Nodes of the left neck and the right groin; left lung clear.}]
pathology: [{id: bx, specimen: 'excision of a node, left neck', date: '2026-10-02', side: left, histology: DLBCL}]
staging: [{system: lugano, group: III, date: '2026-10-10'}]
plan: {text: 'R-CHOP-21, six cycles; PET-CT after two. Prednisolone 100 mg, days 1 to 5; enoxaparin 4000 units daily'}",
    // Renal cell carcinoma on the right after a nephrectomy, one kidney left.
    "
patient: {name: 孙丽萍, born: '1963-03', sex: female, allergies: [{to: 头孢, reaction: 皮疹}]}
question: {text: 术后是否辅助治疗？, type: adjuvant}
diagnosis: {text: 右肾透明细胞癌, site: C64.9, side: right, histology: 8310/3, basis: '7', date: '2026-06-20'}
imaging: [{id: ct, modality: CT, region: 胸腹部, date: '2026-10-20', findings: 右肾术后缺如，左肾代偿性增大，左肾囊肿 1.0 cm。}]
treatments: [{category: surgery, modality: laparoscopic, what: 腹腔镜右肾根治性切除, intent: curative, start: '2026-06-20'}]
pathology: [{id: op, specimen: 右肾切除标本, date: '2026-06-20', side: right, histology: 透明细胞癌, margins: R0}]
staging: [{system: tnm-ajcc, edition: '8', basis: p, t: pT3a, n: pNX, m: cM0, group: III, date: '2026-06-28'}]
plan: {text: 帕博利珠单抗200 mg，每3周；3个月后复查增强CT；感染时禁用头孢类}",
    // Carcinoma of the prostate, everything in the middle.
    "
patient: {name: Tom Aldridge, born: '1958-11-02', sex: male, allergies: [{to: latex}, {to: penicillin (tolerates cefazolin)}]}
question: {text: Surgery or radiotherapy?, type: initial-plan}
diagnosis: {text: Adenocarcinoma of the prostate, site: C61.9, side: left, histology: 8140/3, grade: '2', basis: '7', date: '2026-09-29'}
imaging: [{id: mr, modality: MR, region: prostate, date: '2026-09-15', findings: 'PI-RADS 5 lesion of the left peripheral zone, 14 mm; prostate 45 cc; right lobe normal'}]
pathology: [{id: bx, specimen: systematic biopsy of both lobes, date: '2026-09-29', histology: acinar adenocarcinoma}]
staging: [{system: tnm-ajcc, edition: '8', basis: c, t: cT2a, n: cN0, m: cM0, date: '2026-10-02'}]
labs: [{test: PSA, value: '8.0', unit: ng/mL, date: '2026-09-20'}, {test: Hb, value: '14.0', unit: g/dL, date: '2026-09-20'}]
plan: {text: 'Robotic prostatectomy with right-sided nerve sparing, cefazolin 2 g; or 60 Gy in 20 fractions with goserelin 10.8 mg'}",
    // A carcinoma of the oesophagus, a cisplatin-ineligible patient with heart failure.
    "
patient: {name: Lương Minh Tâm, born: '1952-04', sex: male, allergies: [{to: 5-FU, note: co thắt mạch vành}]}
question: {text: Hóa xạ triệt căn với phác đồ nào?, type: initial-plan}
diagnosis: {text: Ung thư thực quản 1/3 giữa, site: C15.4, side: not-applicable, histology: 8070/3, grade: '2', basis: '7', date: '2026-10-15'}
imaging: [{id: ct, modality: CT, region: ngực bụng có cản quang, date: '2026-10-18', findings: 'Dày thành thực quản dài 52 mm, hạch cạnh thực quản trái 11 mm'}]
pathology: [{id: bx, specimen: sinh thiết qua nội soi, date: '2026-10-15', histology: ung thư tế bào gai}]
staging: [{system: tnm-ajcc, edition: '8', basis: c, t: T3, n: N1, m: M0, group: III, date: '2026-10-20'}]
plan: {text: 'Paclitaxel 50 mg/m2 và carboplatin AUC 2 mỗi tuần cùng xạ 41,4 Gy; không dùng 5-FU, tránh capecitabin'}",
];

#[test]
fn sound_cases_from_three_countries_contradict_nothing() {
    for case in SOUND {
        check(case, &[]);
    }
}

/// A sound case in which one thing is changed, and the one problem that it then has.
const CONTRADICTIONS: [(usize, &str, &str, &str); 22] = [
    (
        0,
        "Khối 41 mm thùy dưới phổi (P). Tuyến thượng thận trái 22 mm, nghi di căn. Phổi trái không có nốt.', impression: U phổi phải cT2b",
        "Khối 41 mm thùy dưới phổi (T).', impression: cT2b",
        "side-text imaging[0].findings",
    ),
    (0, "m: cM1b, group: IVA", "m: cM1b, group: IIIA", "stage-group-differs staging[0].group"),
    (0, "80 mg; chụp CLVT", "80,0 mg; chụp CLVT", "dose-trailing-zero plan.text"),
    (1, "发热时用莫西沙星，避免青霉素类", "发热时用哌拉西林他唑巴坦", "allergy-drug plan.text"),
    (1, "basis: '7'", "basis: '1'", "basis-histology diagnosis.basis"),
    (1, "t: T2, n: N2", "t: T9, n: N2", "stage-category-unknown staging[0].t"),
    (2, "staging CT without contrast;", "staging CECT;", "allergy-contrast plan.text"),
    (2, "Left wide excision with", "Right mastectomy with", "side-plan plan.text"),
    (
        2,
        "core biopsy of the left breast, date: '2026-03-02', side: left",
        "core biopsy of the right breast, date: '2026-03-02'",
        "side-text pathology[0].specimen",
    ),
    (3, "group: B", "group: A", "stage-classification-differs staging[0].group"),
    (
        3,
        "sex: male, allergies: none-known",
        "sex: male, allergies: [thuốc cản quang]",
        "allergy-contrast plan.text",
    ),
    (4, "group: IIIB", "group: III", "stage-group-less-exact staging[0].group"),
    (4, "oxaliplatin 130 mg/m2", "oxaliplatin 130.0 mg/m2", "dose-trailing-zero plan.text"),
    (5, "'2022-06-30'", "'1962-06-30'", "age-histology diagnosis.histology"),
    (6, "site: C44.7", "site: C43.7", "topography-icd10 diagnosis.site"),
    (7, "sex: female", "sex: male", "sex-site diagnosis.site"),
    (7, "không dùng carboplatin, tránh cisplatin", "sau đó cisplatin 60 mg/m2", "allergy-drug plan.text"),
    (8, "grade: '6'", "grade: '5'", "grade-histology diagnosis.grade"),
    (8, "enoxaparin 4000 units", "enoxaparin 4000 U", "dose-unit-u plan.text"),
    (9, "腹腔镜右肾根治性切除", "腹腔镜左肾根治性切除", "side-text treatments[0].what"),
    (10, "t: cT2a", "t: pT2", "stage-basis-prefix staging[0]"),
    (11, "không dùng 5-FU, tránh capecitabin", "sau đó FOLFOX", "allergy-drug plan.text"),
];

#[test]
fn one_contradiction_in_a_sound_case_is_told_and_nothing_else() {
    for (nth, sound, changed, problem) in CONTRADICTIONS {
        let case = SOUND[nth];
        assert!(case.contains(sound), "{nth}: {sound}");
        check(&case.replacen(sound, changed, 1), &[problem]);
    }
}
