//! The names under which hospitals write the tests that scores ask for, in three languages.

use crate::domain::scores::words::Item;

/// The names under which a test is written, folded.
pub(super) fn names(item: Item) -> &'static [&'static str] {
    match item {
        Item::Bilirubin => &[
            "bilirubin",
            "total bilirubin",
            "bilirubin total",
            "bilirubin (total)",
            "bilirubin toan phan",
            "bilirubin tp",
            "tbil",
            "胆红素",
            "总胆红素",
        ],
        Item::Albumin => &["albumin", "serum albumin", "alb", "白蛋白", "血清白蛋白"],
        Item::Inr => &["inr", "pt-inr", "国际标准化比值"],
        Item::Creatinine => &["creatinine", "creatinin", "serum creatinine", "crea", "scr", "肌酐", "血肌酐"],
        Item::Sodium => &["sodium", "na", "na+", "natri", "钠", "血钠"],
        Item::Height => &["height", "chieu cao", "身高"],
        Item::Weight => &["weight", "body weight", "can nang", "体重"],
        Item::Ascites => &["ascites", "bang bung", "co chuong", "腹水"],
        Item::Encephalopathy => &["encephalopathy", "hepatic encephalopathy", "benh nao gan", "肝性脑病"],
        Item::Dialysis => &["dialysis", "loc mau", "透析"],
        Item::VascularInvasion => &[
            "vascular invasion",
            "macrovascular invasion",
            "macroscopic vascular invasion",
            "portal vein invasion",
            "xam lan mach",
            "xam lan mach mau",
            "xam lan tinh mach cua",
            "门静脉侵犯",
            "门静脉癌栓",
            "血管侵犯",
            "大血管侵犯",
        ],
        Item::Spread => &["extrahepatic spread", "extrahepatic metastasis", "di can ngoai gan", "肝外转移"],
        Item::TumourNumber => &["tumour number", "tumor number", "so luong u", "肿瘤数目"],
        Item::LargestTumour => &["largest tumour", "largest tumor", "u lon nhat", "最大肿瘤"],
        Item::Transplant => &["transplant candidate", "ung vien ghep gan", "肝移植候选"],
        _ => &[],
    }
}
