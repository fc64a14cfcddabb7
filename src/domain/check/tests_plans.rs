//! Plans as clinicians write them in three languages, each with what a careful clinician would ask about.

use crate::domain::check::clashes;
use crate::domain::check::tests_allergy::held;
use crate::domain::check::tests_course::check;
use crate::domain::patient::{Allergies, Allergy};

pub(super) type Rows<'a> = &'a [(&'a str, &'a [&'a str], &'a [&'a str])];

/// Allergies, each with the texts that are to be asked about and those that are not.
pub(super) fn all_held(rows: Rows<'_>) {
    let wrong: Vec<String> =
        rows.iter().flat_map(|(allergy, flagged, silent)| held(allergy, flagged, silent)).collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn an_allergy_to_iodine_alone_is_asked_about_for_contrast_and_for_antiseptics() {
    for undetermined in ["iodine", "Iodine allergy", "iod", "i-ốt", "dị ứng iod", "碘", "碘过敏", "iode"]
    {
        all_held(&[(
            undetermined,
            &[
                "CT chest with contrast",
                "skin preparation with povidone-iodine",
                "Betadine washout",
                "聚维酮碘冲洗",
                "碘伏消毒",
                "sát khuẩn bằng cồn iod",
                "Lugol chromoendoscopy",
                "povidon 10%",
                "TACE",
            ],
            &["MRI of the liver with gadolinium", "radioiodine I-131 for the thyroid", "chlorhexidine wash"],
        )]);
    }
    all_held(&[
        (
            "iodinated contrast media",
            &["CECT"],
            &["Betadine washout", "povidone-iodine pleurodesis", "碘伏消毒", "cồn iod 70 độ"],
        ),
        ("thuốc cản quang iod", &["chụp CLVT bụng"], &["rửa Betadine"]),
        ("碘造影剂", &["增强CT"], &["聚维酮碘冲洗"]),
        ("povidone-iodine", &["Betadine washout", "聚维酮碘"], &["CT with contrast", "TACE"]),
        ("Betadine", &["povidon-iod", "碘伏", "Lugol staining"], &["chụp CLVT có thuốc cản quang"]),
        ("Lugol", &["Lugol's iodine", "povidone-iodine"], &["CT with contrast"]),
        ("cồn iod", &["Betadine"], &["chụp CT có tiêm"]),
        ("碘伏", &["聚维酮碘"], &["增强CT"]),
        ("iodised salt", &[], &["CT with contrast"]),
    ]);
}

#[test]
fn misspelt_allergens_are_held_as_the_one_drug_that_they_are_close_to() {
    all_held(&[
        ("ciplatin", &["cisplatin 75 mg/m2", "carboplatin AUC 5", "FOLFOX"], &["gemcitabine 1000 mg/m2"]),
        ("oxalipaltin", &["FOLFOX", "奥沙利铂"], &["FOLFIRI"]),
        ("paclitaxol (flushing)", &["docetaxel 75 mg/m2"], &["FOLFOX"]),
        ("docetaxal", &["TCHP"], &["FOLFOX"]),
        ("Amoxcillin", &["Augmentin 1 g"], &["cefazolin 2 g"]),
        ("gemcitabin", &["gemcitabine"], &["cisplatin"]),
        ("trastuzmab", &["Herceptin"], &["paclitaxel"]),
        ("cefazoline", &["cefuroxime"], &["penicillin G"]),
        // two edits, short names and words of daily life are no drug
        ("cispaltim", &[], &["cisplatin"]),
        ("pollen", &[], &["cisplatin", "paclitaxel"]),
    ]);
    let named = |to: &str, proposed: &str| {
        let allergies = Allergies::Known(vec![Allergy { to: to.into(), ..Allergy::default() }]);
        clashes(&allergies, proposed).into_iter().map(|own| own.allergy).collect::<Vec<_>>()
    };
    assert_eq!(named("ciplatin", "GP chemotherapy"), ["ciplatin (= cisplatin?)"]);
    assert_eq!(named("cisplatin", "GP chemotherapy"), ["cisplatin"]);
    let case = |to: &str| format!("patient: {{allergies: [{to}]}}");
    check(&case("ciplatin"), &["allergy-misspelt patient.allergies[0]"]);
    check(&case("zorblaxin"), &["allergy-unknown patient.allergies[0]"]);
    for known in [
        "cisplatin",
        "sulfonamid",
        "pollen",
        "seafood",
        "hải sản",
        "海鲜",
        "adhesive dressings",
        "latex",
        "phấn hoa",
        "花粉",
        "none",
        "bụi nhà",
        "tôm, cua",
        "egg",
        "dust mites",
        "nickel",
        "thời tiết",
        "băng keo",
        "酒精",
        "iodine",
        "NSAIDs",
        "peanuts and shellfish",
        "芒果",
    ] {
        check(&case(&format!("'{known}'")), &[]);
    }
}

#[test]
fn misspelt_drugs_in_plans_are_held_against_the_allergy_too() {
    all_held(&[
        (
            "cisplatin",
            &["Ciplatin 75 mg/m2", "hóa xạ với cisplatn hàng tuần", "carbopaltin AUC 5"],
            &[
                "avoid ciplatin",
                "không dùng ciplatin",
                "platelet count, patient, hepatic function",
                "cisplatin-free",
            ],
        ),
        (
            "oxaliplatin",
            &["oxalipaltin 85 mg/m2 + capecitabin"],
            &["capecitabin", "oxalipaltin contraindicated"],
        ),
        ("penicillin", &["amoxicilllin 1 g"], &["cefazolin 2 g"]),
        ("paclitaxel", &["paclitaxol 175 mg/m2", "docetaxal"], &["progressed on paclitaxol"]),
    ]);
}

#[test]
fn names_cut_short_in_plans_count_where_they_can_mean_nothing_else() {
    all_held(&[
        (
            "cisplatin",
            &[
                "CRT with weekly cis",
                "cis 40 mg/m2 weekly with RT",
                "weekly cis + RT 70 Gy",
                "cis-RT",
                "carbo AUC 2 weekly",
                "cis/5FU",
                "hóa xạ với cis hàng tuần",
                "High-dose cis q3w",
            ],
            &["CIS of the bladder: BCG", "carcinoma in situ (CIS)", "re-resection of cis", "cis-regulatory"],
        ),
        ("Pen", &["amoxicillin 1 g", "Augmentin", "Tazocin"], &["insulin pen", "cisplatin"]),
        ("pen G", &["piperacillin"], &["vancomycin"]),
        ("carbo", &["carboplatin AUC 5"], &["carbohydrate loading"]),
        (
            "doxorubicin",
            &[
                "DEB-TACE",
                "DEBDOX of segment 8",
                "TACE with doxorubicin",
                "TACE (epirubicin)",
                "载药微球TACE",
            ],
            &["cTACE with lipiodol", "TACE", "DEBIRI"],
        ),
        ("epirubicin", &["DEB-TACE of the right lobe", "TACE with epirubicin 40 mg"], &["conventional TACE"]),
        ("irinotecan", &["DEBIRI"], &["DEB-TACE"]),
        ("pembrolizumab", &["pembro 200 mg q3w"], &["nivolumab"]),
        ("gemcitabine", &["gem 1000 mg/m2 d1,8"], &["ring with a gem"]),
    ]);
    let trial = |status: &str, title: &str, allergy: &str| {
        format!(
            "patient: {{allergies: [{allergy}]}}\ntrials: [{{id: NCT01, title: '{title}', status: {status}}}]"
        )
    };
    check(
        &trial("eligible", "Durvalumab with FOLFOX against FOLFOX", "oxaliplatin"),
        &["allergy-drug trials[0].title"],
    );
    check(&trial("to-check", "卡培他滨联合奥沙利铂", "奥沙利铂"), &["allergy-drug trials[0].title"]);
    check(&trial("not-eligible", "Durvalumab with FOLFOX", "oxaliplatin"), &[]);
    check(&trial("eligible", "Niraparib in platinum-resistant cancer", "carboplatin"), &[]);
    check(&trial("eligible", "Erdafitinib in patients previously treated with cisplatin", "cisplatin"), &[]);
}

#[test]
fn lists_that_can_be_read_in_two_ways_are_asked_about_and_closed_ones_are_not() {
    all_held(&[
        (
            "oxaliplatin",
            &[
                "No irinotecan, FOLFOX",
                "FOLFOX and irinotecan contraindicated",
                "Without irinotecan, FOLFOX for 6 months",
                "Không irinotecan, FOLFOX",
                "Avoid irinotecan, FOLFOX",
                "FOLFOX, irinotecan contraindicated",
                "FOLFOX và irinotecan chống chỉ định",
                "Progressed on FOLFIRI, FOLFOX and bevacizumab x 6",
                "Stop FOLFIRI, FOLFOX and bevacizumab",
                "Neoadjuvant: surgery after FOLFOX x 4",
                "FOLFOX then surgery",
                "Surgery after 4 cycles of FOLFOX",
                "FOLFOX unless neuropathy",
                "FOLFOX (patient is not keen on surgery)",
                "Not a surgical candidate: FOLFOX",
                "No surgery, FOLFOX",
                "No further surgery. FOLFOX.",
                "không mổ, FOLFOX",
                "不手术，FOLFOX",
                "Surgery not possible, FOLFOX",
                "Continue FOLFOX without bevacizumab",
                "Restart FOLFOX after recovery",
                "Because she never had platinum, FOLFOX",
            ],
            &[
                "Surgery after FOLFOX",
                "Surgery after FOLFOX.",
                "Mổ sau FOLFOX",
                "Right hemicolectomy after FOLFOX",
                "Progressed on FOLFOX",
                "progressed on oxaliplatin, capecitabine and bevacizumab.",
                "Progressed on bevacizumab, irinotecan and oxaliplatin; regorafenib",
                "unfit for oxaliplatin, irinotecan and cisplatin.",
                "oxaliplatin and cisplatin contraindicated",
                "Oxaliplatin and irinotecan are contraindicated",
                "oxaliplatin/irinotecan contraindicated",
                "No oxaliplatin, no irinotecan",
                "No cisplatin, oxaliplatin or carboplatin",
                "Tiến triển sau FOLFOX",
                "奥沙利铂、伊立替康耐药",
                "FOLFOX治疗后进展",
                "Đã thất bại với FOLFOX, chuyển FOLFIRI",
            ],
        ),
        (
            "cisplatin",
            &[
                "progressed on gemcitabine, cisplatin + nab-paclitaxel now",
                "Unfit for surgery, cisplatin and RT",
            ],
            &[
                "progressed on cisplatin, gemcitabine and nab-paclitaxel.",
                "progressed on gemcitabine, cisplatin and nab-paclitaxel.",
                "Unfit for cisplatin, carboplatin and paclitaxel.",
                "Pretreated with cisplatin; now atezolizumab",
                "previously treated with cisplatin",
                "cisplatin not tolerated: cetuximab-RT",
                "cisplatin is not an option",
            ],
        ),
        ("paclitaxel", &["No surgery but paclitaxel"], &["No paclitaxel, docetaxel"]),
        ("penicillin", &["Not only vancomycin but amoxicillin"], &["Avoid penicillins and NSAIDs"]),
    ]);
}

#[test]
fn contrast_comes_with_what_is_said_to_be_done_with_it() {
    all_held(&[
        (
            "iodinated contrast",
            &[
                "PET/CT with contrast",
                "contrast-enhanced PET-CT",
                "PET-CT có tiêm thuốc cản quang",
                "PET/CT增强扫描",
                "CTA of the hepatic arteries",
                "CT-guided ablation with contrast",
                "CT-guided RFA with IV contrast",
                "CT simulation with IV contrast",
                "CT mô phỏng có tiêm thuốc cản quang",
                "CT定位（增强）",
                "TACE of segment 8",
                "hepatic arteriography",
                "DSA",
                "Y-90 radioembolisation",
                "Chụp CLVT 3 thì",
                "CT urography",
                "4-phase CT liver",
                "dynamic CT of the liver",
                "chụp MSCT bụng",
                "coronary angiography before surgery",
                "Chụp mạch vành",
                "冠脉CTA",
                "CT胸腹盆增强",
                "staging CT TAP",
                "repeat CT in 8 weeks",
                "PTBD and cholangiography",
            ],
            &[
                "PET/CT restaging",
                "PET-CT không tiêm thuốc",
                "18F-FDG PET/CT",
                "CT-guided biopsy",
                "CT-guided ablation without contrast",
                "CT-guided microwave ablation",
                "CEUS with SonoVue",
                "contrast-enhanced ultrasound with microbubbles",
                "siêu âm có chất tương phản (SonoVue)",
                "超声造影（声诺维）",
                "MRI with Primovist",
                "MR angiography of the liver",
                "CT calcium score",
                "CT không cản quang",
                "胸部平扫CT",
                "chụp CLVT ngực không thuốc",
                "MRI gan có tiêm gadoxetate",
                "MR-guided biopsy",
                "HRCT of the chest",
                "ICG angiography of the flap",
                "TACE không được chỉ định",
                "TACE was done in March 2026 and is not repeated",
            ],
        ),
        (
            "gadolinium",
            &[
                "MRI with Primovist",
                "gadoxetate MRI of the liver",
                "MRI with gadobutrol",
                "普美显增强MRI",
                "MR angiography",
                "MRI gan có tiêm Primovist",
                "breast MRI",
                "multiparametric MRI",
                "chụp CHT vú",
            ],
            &[
                "CEUS with SonoVue",
                "CT with contrast",
                "MRI without contrast",
                "MRCP",
                "MRI không tiêm thuốc đối quang từ",
                "MRI平扫",
                "MR-guided RT on the MR-linac",
            ],
        ),
        (
            "SonoVue",
            &["CEUS of segment 6", "contrast-enhanced ultrasound", "超声造影", "SonoVue"],
            &["ultrasound of the liver", "CT with contrast", "MRI"],
        ),
    ]);
    let study = |modality: &str, note: &str| {
        format!(
            "patient: {{allergies: [iodinated contrast]}}\nimaging: [{{modality: {modality}, region: chest, status: pending, note: '{note}'}}]"
        )
    };
    let pending = "imaging-pending imaging[0]";
    let told = [pending, "allergy-contrast imaging[0]"];
    check(&study("PET-CT", "with IV contrast"), &told);
    check(&study("PET-CT", ""), &[pending]);
    check(&study("US", "CEUS"), &[pending]);
    check(&study("mammography", "contrast-enhanced mammography"), &told);
}

#[test]
fn what_is_found_is_quoted_as_it_was_written() {
    let found = |to: &str, proposed: &str| {
        let allergies = Allergies::Known(vec![Allergy { to: to.into(), ..Allergy::default() }]);
        clashes(&allergies, proposed).into_iter().map(|own| own.found).collect::<Vec<_>>()
    };
    assert_eq!(found("thuốc cản quang", "Chụp Cắt lớp vi tính ngực"), ["Cắt lớp vi tính"]);
    assert_eq!(found("latex", "găng Mủ cao su"), ["Mủ cao su"]);
    // decomposed accents, full-width letters, a long hyphen
    assert_eq!(found("thuốc cản quang", "rồi nu\u{301}t ma\u{323}ch hóa chất"), ["nu\u{301}t ma\u{323}ch"]);
    assert_eq!(found("oxaliplatin", "ＦＯＬＦＯＸ"), ["ＦＯＬＦＯＸ (oxaliplatin)"]);
    assert_eq!(found("doxorubicin", "DEB–TACE"), ["DEB–TACE (doxorubicin)"]);
    assert_eq!(found("ớt", "kem Ớt bôi"), [""; 0]);
    assert_eq!(found("nhựa thông", "băng có Nhựa Thông"), ["Nhựa Thông"]);
}
