//! Where what a text forbids ends and what it proposes begins, in three languages.

use crate::domain::check::tests_allergy::held;
use crate::domain::check::tests_plans::all_held;

#[test]
fn what_is_forbidden_ends_where_something_else_is_proposed() {
    let mut wrong = held(
        "oxaliplatin",
        &[
            "Instead of FOLFIRI use FOLFOX.",
            "Replace FOLFIRI with FOLFOX",
            "Stop FOLFIRI, FOLFOX",
            "Stop FOLFIRI: FOLFOX",
            "Rather than irinotecan, FOLFOX",
            "Instead of irinotecan, oxaliplatin",
            "Not FOLFIRI: FOLFOX",
            "Not FOLFIRI, FOLFOX",
            "Avoid irinotecan / use FOLFOX",
            "Avoid irinotecan (use FOLFOX)",
            "Avoid irinotecan (FOLFOX instead)",
            "Không dùng irinotecan: FOLFOX",
            "Không dùng irinotecan, dùng FOLFOX",
            "Thay vì irinotecan: oxaliplatin",
            "Thay vì irinotecan, oxaliplatin",
            "Ngưng FOLFIRI, FOLFOX",
            "不用伊立替康：FOLFOX",
            "不用FOLFIRI，FOLFOX",
            "不用伊立替康改用奥沙利铂",
            "停用FOLFIRI，奥沙利铂",
            "Progressed on FOLFIRI, FOLFOX",
            "Avoid irinotecan, oxaliplatin: 85 mg/m2",
            "Unfit for irinotecan, oxaliplatin",
            "Refractory to FOLFIRI, FOLFOX",
            "Declined FOLFIRI, FOLFOX",
            "Switch from FOLFIRI to FOLFOX",
            "Thay FOLFIRI bằng FOLFOX",
            "Stop FOLFIRI and give FOLFOX",
            "Avoid irinotecan – FOLFOX",
            "FOLFIRI is stopped, FOLFOX",
            "Không FOLFIRI, tiêm oxaliplatin",
            "irinotecan contraindicated, FOLFOX",
            "irinotecan is contraindicated: FOLFOX",
            "irinotecan refused / FOLFOX",
            "irinotecan chống chỉ định: FOLFOX",
            "伊立替康禁用：FOLFOX",
            "Omit irinotecan, FOLFOX",
            "No irinotecan/FOLFOX x 6",
            "Stop bevacizumab and FOLFOX x 6",
            "Continue previous FOLFOX",
            "As previously FOLFOX",
            "Previously FOLFIRI, now FOLFOX",
            "FOLFOX was stopped for anaphylaxis; resume with desensitisation",
            "FOLFOX was stopped for neutropenia; start again at 80 %",
            "Surgery after FOLFOX x 4",
            "First-line therapy now, second-line FOLFIRI after FOLFOX",
            "FOLFOX: progression means FOLFIRI",
        ],
        &[
            "Avoid: oxaliplatin",
            "Avoid oxaliplatin: FOLFIRI",
            "Instead of FOLFOX use FOLFIRI.",
            "Replace FOLFOX with FOLFIRI",
            "Stop FOLFOX, FOLFIRI",
            "Stop FOLFOX: FOLFIRI",
            "Rather than oxaliplatin, FOLFIRI",
            "Not FOLFOX: FOLFIRI",
            "Avoid oxaliplatin / use FOLFIRI",
            "Avoid the use of oxaliplatin",
            "Không dùng oxaliplatin: FOLFIRI",
            "Thay vì oxaliplatin: irinotecan",
            "不用奥沙利铂：FOLFIRI",
            "不用FOLFOX，FOLFIRI",
            "avoid cisplatin, carboplatin and oxaliplatin",
            "avoid platinum (cisplatin, oxaliplatin)",
            "không dùng cisplatin, oxaliplatin",
            "不用顺铂、奥沙利铂",
            "Previously CAPOX (stopped for anaphylaxis); FOLFIRI",
            "FOLFOX was stopped for anaphylaxis; FOLFIRI now",
            "FOLFOX (stopped for anaphylaxis); FOLFIRI",
            "FOLFOX has been stopped because of anaphylaxis",
            "Contraindicated: oxaliplatin",
            "Drugs to avoid: cisplatin, oxaliplatin",
            "oxaliplatin contraindicated, FOLFIRI",
            "Không dùng lại oxaliplatin",
            "After FOLFOX progression: FOLFIRI",
            "Second-line FOLFIRI after FOLFOX",
            "Rechallenge with oxaliplatin is not advised",
        ],
    );
    wrong.extend(held(
        "docetaxel",
        &[
            "No anthracycline: docetaxel/cyclophosphamide x4",
            "No anthracycline, docetaxel/cyclophosphamide x4",
            "No AC: docetaxel",
        ],
        &["No docetaxel: AC", "no paclitaxel, docetaxel"],
    ));
    wrong.extend(held("cyclophosphamide", &["No anthracycline: docetaxel/cyclophosphamide x4"], &[]));
    wrong.extend(held("cisplatin", &["No bevacizumab: cisplatin"], &["No cisplatin: bevacizumab"]));
    wrong.extend(held(
        "gadolinium",
        &[
            "No CT: MRI",
            "Replace CT with MRI",
            "Instead of CT, MRI",
            "không chụp CT, chụp MRI",
            "不做CT，行MRI",
        ],
        &["no CT or MRI", "Replace MRI with CT"],
    ));
    assert_eq!(wrong, [""; 0]);
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
