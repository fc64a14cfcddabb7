//! Allergies against what plans, treatments and studies propose, as hospitals write them in three languages.

use crate::domain::check::clashes;
use crate::domain::check::tests_course::check;
use crate::domain::patient::{Allergies, Allergy};

fn found(to: &str, proposed: &str) -> Vec<String> {
    let allergies = Allergies::Known(vec![Allergy { to: to.into(), ..Allergy::default() }]);
    clashes(&allergies, proposed).into_iter().map(|own| own.found).collect()
}

/// An allergy against each text: whether anything speaks against it. What was wrong.
pub(super) fn held(allergy: &str, flagged: &[&str], silent: &[&str]) -> Vec<String> {
    let missed = flagged.iter().filter(|text| found(allergy, text).is_empty());
    let false_alarms = silent.iter().filter(|text| !found(allergy, text).is_empty());
    let missed = missed.map(|text| format!("{allergy} is not told of: {text}"));
    let alarm = |text: &&str| format!("{allergy} is told of: {text}: {:?}", found(allergy, text));
    missed.chain(false_alarms.map(alarm)).collect()
}

#[test]
fn studies_bring_contrast_medium_in_every_way_they_are_written() {
    let mut wrong = Vec::new();
    for allergy in [
        "iodinated contrast",
        "thuốc cản quang",
        "thuốc cản quang chứa i-ốt",
        "碘造影剂",
        "contrast media",
        "Omnipaque",
        "iohexol",
        "X-ray dye",
    ] {
        wrong.extend(held(
            allergy,
            &[
                "Chụp cắt lớp vi tính ngực bụng có tiêm thuốc cản quang",
                "CLVT có tiêm thuốc",
                "chụp CLVT bụng",
                "增强扫描",
                "复查胸部增强CT",
                "腹部CT增强",
                "注射造影剂后扫描",
                "CECT abdomen",
                "triphasic CT of the liver",
                "multiphasic liver CT in 6 weeks",
                "contrast-enhanced CT",
                "CT with IV contrast",
                "contrast-enhanced scan of the chest",
                "TACE",
                "cTACE then ablation",
                "DEB-TACE",
                "HAIC with FOLFOX",
                "hepatic angiography",
                "Nút mạch hóa chất",
                "chụp mạch số hóa xóa nền (DSA)",
                "经动脉化疗栓塞术",
                "肝动脉灌注化疗",
                "门静脉栓塞后手术",
                "SIRT of the right lobe",
                "CT and MRI of the liver",
                "CT/MRI",
                "MRI without contrast, then CT with contrast",
                "lipiodol",
                "CTA of the neck",
                "portal vein embolisation",
            ],
            &[
                "MRI of the liver with gadolinium",
                "MRI có tiêm thuốc đối quang từ",
                "Non-contrast CT of the chest",
                "CT chest without contrast",
                "CT of chest and abdomen, without IV contrast",
                "CT and MRI without contrast",
                "Chụp CLVT ngực không tiêm thuốc cản quang",
                "CLVT ngực không tiêm",
                "胸部CT平扫",
                "CT平扫及MRI增强",
                "low-dose CT",
                "CT-guided biopsy",
                "PET-CT",
                "PET/CT restaging",
                "contrast-enhanced ultrasound of the liver",
                "CEUS",
                "超声造影",
                "ctDNA in plasma",
                "no TACE, no CT with contrast",
                "Avoid iodinated contrast; MRI of the liver instead",
                "avoid contrast CT",
                "không chụp CT có tiêm thuốc cản quang",
                "tránh dùng thuốc cản quang chứa iod",
                "禁用碘造影剂",
                "避免使用含碘造影剂",
                "不用造影剂",
                "TACE contraindicated, SBRT to segment VI",
                "no need for contrast-enhanced CT",
                "Anticoagulation for pulmonary embolism",
                "肺栓塞抗凝治疗",
                "nodule stable on CT, lobectomy",
                "In contrast to the first operation, open surgery",
                "right hemihepatectomy",
                "CT simulation for SBRT",
                "CT-simulation, VMAT 60 Gy",
            ],
        ));
    }
    for allergy in ["gadolinium", "gadobutrol", "thuốc đối quang từ", "钆造影剂", "MRI contrast (gadolinium)"]
    {
        wrong.extend(held(
            allergy,
            &[
                "MRI of the liver",
                "MRI có thuốc đối quang từ",
                "MRI có tiêm gadolinium",
                "Chụp cộng hưởng từ gan có tiêm",
                "cộng hưởng từ gan",
                "肝脏增强MRI",
                "磁共振增强扫描",
                "Gd-EOB-DTPA",
                "Primovist MRI",
            ],
            &[
                "MRI without gadolinium",
                "MRI không tiêm thuốc",
                "MRCP",
                "contrast CT",
                "TACE",
                "CT có tiêm thuốc cản quang",
                "DEB-TACE",
                "avoid MRI with gadolinium",
            ],
        ));
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn iodine_on_the_skin_and_in_food_is_no_allergy_to_contrast_medium() {
    let mut wrong = Vec::new();
    for allergy in [
        "povidone-iodine",
        "Betadine",
        "iodine antiseptic",
        "shellfish",
        "seafood",
        "hải sản",
        "海鲜",
        "碘伏",
        "聚维酮碘",
        "amiodarone",
        "thuốc sát khuẩn chứa iod",
        "iodine tincture",
        "tôm cua",
    ] {
        wrong.extend(held(
            allergy,
            &[],
            &["CT with contrast", "cTACE", "Chụp CLVT có tiêm thuốc cản quang", "增强CT"],
        ));
    }
    wrong.extend(held("povidone-iodine", &["povidone-iodine pleurodesis", "Betadine washout"], &[]));
    wrong.extend(held("iodinated contrast; also shellfish", &["CT with contrast"], &[]));
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn brands_and_regimens_bring_their_drugs() {
    let mut wrong = Vec::new();
    for (allergy, flagged, silent) in [
        (
            "cisplatin",
            &[
                "DDP 75 mg/m2",
                "CDDP weekly",
                "cisplatinum",
                "GP induction chemotherapy",
                "hóa trị GP 3 chu kỳ",
                "GP方案化疗",
                "TP方案",
                "PF induction",
                "EP 4 cycles",
                "BEP x 3",
                "TPF",
                "carboplatin AUC 5",
                "顺铂",
                "卡铂",
                "奥沙利铂",
                "phác đồ EP",
                "oxaliplatin",
                "platinum doublet",
                "FOLFIRINOX",
                "MVAC",
            ][..],
            &[
                "Letter to the GP",
                "ice packs",
                "EP study of the heart",
                "PE excluded",
                "avoid cisplatin",
                "cisplatin-ineligible: cetuximab",
                "không dùng cisplatin",
                "không dùng được cisplatin",
                "禁用顺铂",
                "不用顺铂",
                "顺铂禁忌，改用西妥昔单抗",
                "cisplatin is contraindicated",
                "cisplatin contraindicated (GFR 32)",
                "chống chỉ định cisplatin",
                "ngưng cisplatin",
                "platinum-free regimen",
                "progressed on cisplatin",
                "avoid cisplatin, carboplatin and oxaliplatin",
                "no platinum",
                "禁用顺铂、卡铂",
                "tránh cisplatin, carboplatin",
            ][..],
        ),
        (
            "carboplatin",
            &["TCHP", "TCbHP", "TCH", "ICE chemotherapy", "TC regimen", "carboplatin", "PC chemotherapy"],
            &["FLOT is not given", "TCM herbs"],
        ),
        (
            "oxaliplatin",
            &[
                "FLOT",
                "SOX",
                "XELOX",
                "CAPOX",
                "GEMOX",
                "FOLFIRINOX",
                "mFOLFIRINOX",
                "FOLFOXIRI",
                "mFOLFOX6",
                "HAIC-FOLFOX",
                "XELOX方案",
            ],
            &["FOLFIRI", "capecitabine"],
        ),
        (
            "penicillin",
            &[
                "Augmentin 1 g",
                "Tazocin",
                "Unasyn",
                "Amoxicilin",
                "piperacillin-tazobactam",
                "阿莫西林",
                "co-amoxiclav",
                "flucloxacillin",
            ],
            &["cefazolin 2 g", "azithromycin", "penicillamine"],
        ),
        ("青霉素", &["Augmentin", "哌拉西林他唑巴坦"], &["青霉素皮试阴性前不使用阿莫西林", "头孢唑林"]),
        ("beta-lactam antibiotics", &["cefazolin", "Augmentin", "meropenem"], &["vancomycin"]),
        ("cephalosporins", &["cefuroxime 1.5 g", "Rocephin", "头孢唑林"], &["penicillin G", "Augmentin"]),
        (
            "trastuzumab",
            &["Herceptin", "T-DM1", "T-DXd", "TCHP", "TCH x 6", "trastuzumab deruxtecan", "曲妥珠单抗"],
            &["pertuzumab", "bevacizumab"],
        ),
        ("monoclonal antibodies", &["rituximab", "R-CHOP", "Keytruda"], &["paclitaxel"]),
        ("rituximab", &["R-CHOP x 6", "R-CHOP-21", "美罗华"], &["CHOP"]),
        (
            "doxorubicin",
            &["R-CHOP", "AC-T", "ddAC", "epirubicin", "FEC chemotherapy", "多柔比星"],
            &["FOLFOX"],
        ),
        (
            "paclitaxel",
            &["docetaxel", "nab-paclitaxel", "Taxol", "TPF", "TP方案化疗", "紫杉醇", "FLOT", "AC-T"],
            &["FOLFOX", "不用紫杉醇"],
        ),
        ("Cremophor EL", &["paclitaxel 175 mg/m2"], &["nab-paclitaxel", "docetaxel"]),
        ("polysorbate 80", &["docetaxel"], &["paclitaxel"]),
        ("docetaxel", &["TCHP", "FLOT", "DCF"], &[]),
        (
            "5-FU (DPD deficiency)",
            &[
                "capecitabine",
                "Xeloda",
                "S-1",
                "TS-1",
                "FOLFOX",
                "卡培他滨",
                "替吉奥",
                "PF chemotherapy",
                "SOX",
            ],
            &["gemcitabine", "irinotecan", "bone metastasis of S1"],
        ),
        ("DPYD deficiency", &["fluorouracil"], &["oxaliplatin"]),
        (
            "sulfa drugs",
            &["co-trimoxazole", "Bactrim", "复方新诺明"],
            &["sulfate", "morphine sulfate", "furosemide"],
        ),
        ("aspirin", &["ibuprofen", "双氯芬酸"], &["paracetamol"]),
        ("penicillin (tolerates cephalosporins)", &["amoxicillin"], &["cefazolin"]),
        ("etoposide", &["EP chemotherapy", "BEP"], &["FOLFOX"]),
        ("lidocaine", &["lidocain 2 %"], &["FOLFOX"]),
        ("metamizole", &["novalgin"], &["paracetamol"]),
    ] {
        wrong.extend(held(allergy, flagged, silent));
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn names_cut_short_bring_their_drugs() {
    let mut wrong = Vec::new();
    for (allergy, flagged, silent) in [
        (
            "iodinated contrast",
            &["TOCE", "Tắc mạch hóa dầu qua động mạch gan", "hóa tắc mạch"][..],
            &["hóa trị"][..],
        ),
        ("oxaliplatin", &["oxali 85 mg/m2"], &[]),
        (
            "gemcitabine",
            &["gem-abraxane", "gem/abraxane", "gem/nab-p", "gem/nab-paclitaxel", "gem/cis"],
            &["gem"],
        ),
        ("nab-paclitaxel", &["gem-abraxane", "gem/nab-p"], &[]),
        ("pemetrexed", &["carbo/pem"], &["pem"]),
        ("carboplatin", &["carbo/pem"], &[]),
        ("durvalumab", &["durva 1500 mg"], &[]),
    ] {
        wrong.extend(held(allergy, flagged, silent));
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn what_is_in_no_list_is_sought_by_its_own_words_and_what_is_no_allergy_is_not() {
    let mut wrong = held("dust", &["dust"], &["industry", "dustbin"]);
    wrong.extend(held("lobster (rash)", &["lobster soup"], &["lobsterman"]));
    for none in ["không", "none", "NKDA", "没有", "không rõ", "unknown"] {
        wrong.extend(held(
            none,
            &[],
            &["không dùng thuốc", "none", "unknown primary", "没有禁忌", "không rõ nguồn gốc"],
        ));
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn one_substance_is_told_once_under_whatever_names() {
    assert_eq!(found("cisplatin", "cisplatinum 75 mg/m2, then cisplatin weekly"), ["cisplatinum"]);
    assert_eq!(found("顺铂", "顺铂 75 mg/m2"), ["顺铂"]);
    assert_eq!(found("amoxicillin", "amoxicillin-clavulanate"), ["amoxicillin-clavulanate"]);
    assert_eq!(found("cisplatin", "GP chemotherapy x 3"), ["GP (cisplatin)"]);
    assert_eq!(found("paclitaxel", "TC x 6"), ["TC (docetaxel)"]);
}

#[test]
fn treatments_that_lie_ahead_are_held_against_the_allergies_and_past_ones_are_not() {
    let case = |allergy: &str, treatment: &str| {
        format!("patient: {{allergies: [{allergy}]}}\ntreatments: [{{{treatment}}}]")
    };
    let drug = ["allergy-drug treatments[0]"];
    check(&case("oxaliplatin", "category: systemic, what: FOLFOX, start: '2026-12-03'"), &drug);
    check(&case("oxaliplatin", "category: systemic, what: FOLFOX, start: '2026-12'"), &drug);
    check(&case("oxaliplatin", "category: systemic, what: FOLFOX, start: '2026-02-03'"), &[]);
    check(&case("oxaliplatin", "category: systemic, what: FOLFOX, end: '2026-02-03'"), &[]);
    check(&case("oxaliplatin", "category: systemic, what: 'FOLFOX, 6 cycles in 2019'"), &[]);
    check(&case("oxaliplatin", "category: systemic, what: planned FOLFOX"), &drug);
    check(&case("cisplatin", "modality: chemotherapy, what: GP"), &drug);
    check(&case("iodinated contrast", "modality: ctace"), &["allergy-contrast treatments[0]"]);
    check(&case("iodinated contrast", "modality: deb-tace, start: '2026-03-02'"), &[]);
    check(&case("iodinated contrast", "category: none, what: none yet; CT pending"), &[]);
    let told = |allergy: &str, item: &str| {
        let case = format!("patient: {{allergies: [{allergy}]}}\nmissing: [{{item: {item}}}]");
        let case: crate::domain::case::Case = serde_yaml::from_str(&case).unwrap();
        let board = crate::domain::board::BoardFile::default();
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let found = crate::domain::check::check(&case, &crate::domain::check::Measure::new(&board, day));
        found.iter().any(|one| one.code == "allergy-contrast")
    };
    for (allergy, item, expected) in [
        ("iodinated contrast", "CT ngực có tiêm thuốc cản quang", true),
        ("iodinated contrast", "Contrast-enhanced CT of the chest", true),
        ("iodinated contrast", "CT report of the other hospital", false),
        ("iodinated contrast", "MRI", false),
        ("gadolinium", "liver MRI (Primovist)", true),
        ("gadolinium", "liver MRI", false),
    ] {
        assert_eq!(told(allergy, item), expected, "{allergy}: {item}");
    }
}
