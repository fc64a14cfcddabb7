//! More plans as clinicians write them, each decided before it was tried.

use crate::domain::check::tests_allergy::held;

type Rows<'a> = &'a [(&'a str, &'a [&'a str], &'a [&'a str])];

fn all_held(rows: Rows<'_>) {
    let wrong: Vec<String> =
        rows.iter().flat_map(|(allergy, flagged, silent)| held(allergy, flagged, silent)).collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn plans_of_chest_and_head_and_neck_boards() {
    all_held(&[
        (
            "cisplatin",
            &[
                "Definitive chemoradiotherapy 70 Gy/35 with cisplatin 100 mg/m2 q3w",
                "CCRT with weekly DDP 40 mg/m2",
                "Hóa xạ trị đồng thời, Cisplatin 40 mg/m2/tuần",
                "同步放化疗：顺铂 100 mg/m2 每3周",
                "Induction TPF x 3 → CCRT",
                "Adjuvant cisplatin/vinorelbine x 4",
                "adjuvant platinum doublet",
                "Pemetrexed + platinum + pembrolizumab",
                "EP x 4 + atezolizumab, chemotherapy day 1-3",
                "If PD-L1 < 1 %: cisplatin/gemcitabine",
                "Cisplatin is preferred; carboplatin if GFR < 50",
                "Consider cisplatin rechallenge",
                "Give cisplatin despite earlier nausea",
                "GP诱导化疗2周期",
                "phác đồ GP x 3 rồi CCRT",
                "Cisplatin.",
            ],
            &[
                "Definitive RT alone; cisplatin contraindicated (allergy)",
                "Cetuximab-RT because of cisplatin allergy",
                "Avoid platinum agents",
                "no platinum-based chemotherapy",
                "Chống chỉ định cisplatin do dị ứng: xạ trị + cetuximab",
                "顺铂过敏，改用尼妥珠单抗同步放疗",
                "禁用铂类药物",
                "không dùng nhóm platin",
                "docetaxel weekly with RT instead of cisplatin",
                "cisplatin-ineligible → docetaxel-RT",
                "Surgery alone",
                "Osimertinib 80 mg",
            ],
        ),
        (
            "docetaxel",
            &[
                "TPF induction chemotherapy",
                "Docetaxel 75 mg/m2 + ramucirumab",
                "多西他赛单药",
                "paclitaxel weekly",
            ],
            &[
                "Pemetrexed maintenance",
                "progressed on docetaxel → pemetrexed",
                "Không dùng taxane; gemcitabine",
            ],
        ),
        (
            "pembrolizumab (anaphylaxis)",
            &["pembrolizumab 200 mg q3w", "Keytruda", "帕博利珠单抗", "chemo + pembro"],
            &["atezolizumab 1200 mg", "nivolumab", "stop pembrolizumab"],
        ),
        (
            "iodinated contrast (anaphylaxis 2019)",
            &[
                "Restaging CT chest/abdomen after 2 cycles",
                "CT ngực-bụng đánh giá đáp ứng sau 2 chu kỳ",
                "2周期后复查胸腹部CT评效",
                "Bronchial artery embolisation if haemoptysis recurs",
                "CTPA if dyspnoea",
                "CT-guided drainage with IV contrast",
                "Cardiac CT",
                "CT planning with contrast",
            ],
            &[
                "Brain MRI",
                "PET-CT in 12 weeks",
                "CT of the chest without contrast because of the allergy",
                "EBUS-TBNA",
                "bronchoscopy",
                "Sinh thiết phổi dưới hướng dẫn CT",
                "lung biopsy under CT guidance",
                "CT引导下肺穿刺活检",
                "RT planning CT",
                "Avoid contrast; non-contrast CT + MRI",
                "Không dùng thuốc cản quang",
                "MRI thay cho CT",
            ],
        ),
    ]);
}

#[test]
fn plans_of_liver_and_bowel_boards() {
    all_held(&[
        (
            "iodinated contrast",
            &[
                "cTACE (lipiodol + epirubicin)",
                "TACE siêu chọn lọc phân thùy VIII",
                "TACE联合仑伐替尼",
                "TACE-HAIC",
                "HAIC (FOLFOX) mỗi 3 tuần",
                "Resection vs TACE: TACE first",
                "PVE then right hepatectomy",
                "nút tĩnh mạch cửa phải",
                "Y90",
                "liver CT 4 weeks after TACE",
                "multiphasic CT at 4-6 weeks",
                "If the MRI is not available: triphasic CT",
                "TIPS with portography by angiography",
            ],
            &[
                "RFA under ultrasound",
                "RFA dưới siêu âm",
                "超声引导下微波消融",
                "MRI with gadoxetate in 6 weeks",
                "CEUS at 4 weeks",
                "lenvatinib 8 mg",
                "no TACE (decompensated)",
                "TACE is not suitable; systemic therapy",
                "不适合TACE，行系统治疗",
                "TACE不适合",
                "Không còn chỉ định TACE",
                "after failure of TACE: lenvatinib",
                "TACE-refractory: atezolizumab-bevacizumab",
                "previous TACE x 2; now RFA",
            ],
        ),
        (
            "oxaliplatin (grade 3 reaction)",
            &[
                "CAPOX 3 months adjuvant",
                "XELOX x 8",
                "FOLFOXIRI + bevacizumab",
                "hóa trị hỗ trợ FOLFOX 12 chu kỳ",
                "术后XELOX辅助化疗",
                "HAIC-FOLFOX",
                "FLOT x 4 → surgery → FLOT x 4",
                "SOX x 3 then D2 gastrectomy",
                "rechallenge with desensitisation: oxaliplatin",
                "FOLFIRI or FOLFOX",
                "FOLFIRI, if progression FOLFOX",
                "CAPOX 3 months rather than 6 months",
            ],
            &[
                "FOLFIRI + cetuximab",
                "capecitabine alone, no oxaliplatin",
                "capecitabine without oxaliplatin",
                "单用卡培他滨，不加奥沙利铂",
                "stop oxaliplatin, continue capecitabine",
                "Ngừng oxaliplatin, duy trì capecitabine",
                "FOLFOX discontinued because of anaphylaxis; FOLFIRI",
                "oxaliplatin is omitted",
                "oxaliplatin-free regimen",
                "after progression on FOLFOX: FOLFIRI + bevacizumab",
                "failed XELOX",
                "XELOX失败后二线FOLFIRI",
                "既往用XELOX，现FOLFIRI",
            ],
        ),
        (
            "5-FU",
            &["capecitabine 825 mg/m2 bid with RT", "S-1", "替吉奥胶囊", "FLOT", "uống Xeloda"],
            &["irinotecan + cetuximab", "FISH pending"],
        ),
        ("latex", &["latex gloves for the procedure"], &["latex-free theatre", "phòng mổ không latex"]),
    ]);
}

#[test]
fn plans_of_breast_and_womens_boards() {
    all_held(&[
        (
            "paclitaxel",
            &[
                "AC x 4 then weekly paclitaxel x 12",
                "ddAC-T",
                "EC-T方案新辅助化疗",
                "TCbHP x 6",
                "carboplatin/paclitaxel + bevacizumab",
                "TC x 6 chemotherapy",
                "hóa trị tân bổ trợ AC-T",
                "nab-paclitaxel 125 mg/m2",
                "Taxol hàng tuần",
                "carboplatin AUC 5 + pacli 175 mg/m2",
            ],
            &[
                "AC x 4, no taxane",
                "Không dùng taxan, chuyển capecitabine",
                "不用紫杉类",
                "letrozole + ribociclib",
                "paclitaxel was stopped for anaphylaxis; continue trastuzumab",
                "CMF x 6",
                "carboplatin + PLD",
            ],
        ),
        (
            "trastuzumab",
            &[
                "TCHP x 6",
                "Herceptin SC",
                "T-DM1 adjuvant",
                "trastuzumab + pertuzumab",
                "曲妥珠单抗1年",
                "Enhertu",
            ],
            &["HER2-negative: no trastuzumab", "letrozole", "pertuzumab alone is no option"],
        ),
        (
            "penicillin",
            &[
                "Augmentin before the port",
                "amoxicillin-clavulanate 1 g",
                "Unasyn 1,5 g dự phòng",
                "哌拉西林他唑巴坦抗感染",
            ],
            &[
                "cefazolin 2 g at induction",
                "clindamycin because of the penicillin allergy",
                "penicillin allergy noted",
                "Dị ứng penicillin: dùng clindamycin",
                "青霉素过敏，术前用克林霉素",
                "levofloxacin 500 mg",
            ],
        ),
        (
            "sulfa",
            &["cotrimoxazole prophylaxis", "Bactrim", "PCP prophylaxis with TMP-SMX"],
            &["atovaquone", "furosemide 40 mg", "zinc sulfate", "dapsone instead of cotrimoxazole"],
        ),
        (
            "aspirin",
            &["ibuprofen 400 mg", "ketorolac after surgery", "塞来昔布镇痛"],
            &["paracetamol 1 g", "no NSAIDs", "tránh NSAID", "clopidogrel"],
        ),
        (
            "iodine",
            &[
                "skin prep with povidone iodine",
                "chlorhexidine or Betadine",
                "CT abdomen",
                "bôi Betadine vết mổ",
            ],
            &["chlorhexidine prep, no iodine", "RAI 100 mCi I-131", "iodine-free prep", "MRI pelvis"],
        ),
        (
            "morphine",
            &["morphine 10 mg", "吗啡缓释片", "codeine"],
            &["fentanyl patch", "paracetamol", "avoid morphine: fentanyl"],
        ),
        (
            "gadolinium",
            &["pelvic MRI", "MRI tiểu khung", "乳腺MRI增强", "breast MRI with contrast"],
            &["CT pelvis with contrast", "MRI không thuốc", "MRI平扫", "PET-CT"],
        ),
    ]);
}

#[test]
fn allergies_as_they_are_written_down() {
    all_held(&[
        ("Taxanes", &["paclitaxel", "docetaxel"], &["cisplatin"]),
        ("platinum agents", &["carboplatin", "FOLFOX"], &["5-FU"]),
        ("Cisplatin - anaphylaxis 2021", &["GP chemotherapy"], &["gemcitabine"]),
        ("Cisplatin/carboplatin", &["oxaliplatin"], &["docetaxel"]),
        ("dị ứng cisplatin", &["cisplatin"], &["gemcitabin"]),
        ("顺铂过敏史", &["卡铂"], &["吉西他滨"]),
        ("Pen V", &["amoxicillin"], &["cefazolin"]),
        ("PCN", &["Augmentin"], &["cefazolin"]),
        ("Penicilin (nổi mẩn)", &["Augmentin"], &["cefazolin"]),
        ("penicilllin", &["amoxicillin"], &["cefazolin"]),
        ("Pénicilline", &["amoxicillin"], &["cefazolin"]),
        ("IV contrast dye", &["CT abdomen"], &["MRI"]),
        ("CT contrast", &["CT abdomen"], &["MRI liver with gadolinium", "Betadine"]),
        ("thuốc cản quang (Omnipaque)", &["chụp CLVT"], &["chụp MRI"]),
        ("造影剂过敏史", &["增强CT"], &["MRI增强"]),
        ("contrast (both CT and MRI)", &["CT abdomen", "MRI liver"], &["ultrasound"]),
        ("Gd-DTPA", &["MRI liver"], &["CT"]),
        ("iod (thuốc cản quang)", &["CLVT"], &["Betadine"]),
        ("Iod trong Betadine", &["povidon-iod"], &["CLVT có thuốc"]),
        ("carboplatine", &["cisplatin"], &["docetaxel"]),
        ("docetaxel (Taxotere)", &["paclitaxel"], &["FOLFOX"]),
        ("rituximap", &["R-CHOP"], &["CHOP"]),
        ("bleomicin", &["BEP x 3", "ABVD"], &["EP x 4 chemotherapy"]),
        ("Vancomycin, Penicillin", &["vancomycin 1 g", "Tazocin"], &["cefazolin"]),
        ("NSAID (Voltaren)", &["ketorolac"], &["paracetamol"]),
        ("morphin", &["morphine"], &["fentanyl"]),
        ("kháng sinh nhóm beta-lactam", &["Augmentin", "cefuroxim"], &["levofloxacin"]),
        ("lidocain", &["lidocaine 2%"], &["propofol"]),
        ("PEG", &["pegfilgrastim"], &["filgrastim"]),
        ("5FU", &["FOLFIRI", "Xeloda"], &["irinotecan"]),
        ("DPD", &["capecitabine"], &["oxaliplatin"]),
    ]);
}

#[test]
fn plans_with_sequences_and_conditions() {
    all_held(&[
        (
            "cisplatin",
            &[
                "1. Port 2. GP x 3 chemotherapy 3. CCRT",
                "- cisplatin\n- RT",
                "RT ± cisplatin",
                "RT +/- DDP",
                "cisplatin (dose-reduced)",
                "cisplatin if creatinine clearance > 60",
                "Option A: RT alone. Option B: RT + cisplatin.",
                "Discuss cisplatin with nephrology",
                "Cisplatin not yet started; start Monday",
                "no contraindication to cisplatin",
                "không có chống chỉ định cisplatin",
                "无顺铂禁忌",
                "patient agrees to cisplatin",
                "switch carboplatin to cisplatin",
                "chuyển từ carboplatin sang cisplatin",
                "carboplatin改为顺铂",
                "Không mổ được, hóa xạ với cisplatin",
                "Not operable - cisplatin-RT",
                "No progression on cisplatin: continue",
            ],
            &[
                "RT alone (cisplatin declined)",
                "RT without cisplatin",
                "Xạ trị đơn thuần, không cisplatin",
                "单纯放疗，不用顺铂",
                "switch from cisplatin to cetuximab",
                "chuyển từ cisplatin sang cetuximab",
                "cisplatin stopped because of anaphylaxis",
                "cisplatin: allergic",
                "RT + cetuximab as cisplatin is contraindicated",
            ],
        ),
        (
            "iodinated contrast",
            &[
                "CT with premedication",
                "CT có tiêm thuốc sau dự phòng corticoid",
                "MRI or CT",
                "PET-CT, then CT liver",
                "repeat TACE",
                "TACE lần 2",
                "再次TACE",
                "TACE ± RFA",
                "If viable on MRI: TACE",
            ],
            &[
                "MRI instead of CT",
                "MRI, not CT",
                "MRI rather than contrast CT",
                "以MRI代替CT",
                "CT scan showed 2 lesions; resection",
                "Progression on CT: change to lenvatinib",
                "Tiến triển trên CLVT, đổi sang lenvatinib",
                "CT提示进展，改用仑伐替尼",
            ],
        ),
    ]);
}

#[test]
fn what_is_ruled_out_behind_a_list_or_a_study_is_not_asked_about() {
    all_held(&[
        (
            "cisplatin",
            &[
                "Oxaliplatin, bevacizumab contraindicated",
                "Cisplatin, irinotecan contraindicated",
                "cisplatin; carboplatin is contraindicated",
                "Cisplatin (bevacizumab contraindicated)",
                "Tiền sử phản vệ, cisplatin",
            ],
            &[
                "Cisplatin, carboplatin and oxaliplatin are contraindicated.",
                "cisplatin, carboplatin are both contraindicated",
                "Allergic to cisplatin and carboplatin; docetaxel instead",
                "Cisplatin allergy noted; docetaxel",
                "known cisplatin allergy",
                "Tiền sử phản vệ cisplatin",
                "既往顺铂过敏性休克",
            ],
        ),
        (
            "iodinated contrast",
            &[
                "no contraindication to contrast CT",
                "CT with contrast under premedication",
                "premedicate, then CT",
                "CT, MRI contraindicated",
            ],
            &[
                "CT with contrast contraindicated",
                "Contrast CT is contraindicated",
                "CT có cản quang chống chỉ định",
                "CT增强禁忌",
                "Contrast allergy: non-contrast CT only",
                "contrast allergy noted",
                "CT with contrast is to be avoided",
                "TACE contraindicated due to contrast allergy",
            ],
        ),
    ]);
}
