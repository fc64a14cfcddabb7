//! The tables of drugs and regimens: every drug in use by its names, and what each named regimen brings.

use crate::domain::check::substances::{ALL_CLASSES, ALL_DRUGS, ALL_REGIMENS};
use crate::domain::check::tests_allergy::held;

#[test]
fn every_drug_in_use_is_known_by_its_brands_and_its_chinese_names() {
    let mut wrong = Vec::new();
    for (allergy, names) in [
        ("sorafenib", &["多吉美", "Nexavar", "索拉非尼"][..]),
        ("lenvatinib", &["乐卫玛", "Lenvima", "lenva 8 mg"]),
        ("osimertinib", &["泰瑞沙", "Tagrisso"]),
        ("gefitinib", &["易瑞沙"]),
        ("sintilimab", &["达伯舒", "Tyvyt"]),
        ("camrelizumab", &["艾瑞卡"]),
        ("toripalimab", &["拓益"]),
        ("tislelizumab", &["百泽安"]),
        ("palbociclib", &["Ibrance", "哌柏西利"]),
        ("ribociclib", &["Kisqali", "瑞波西利"]),
        ("abemaciclib", &["Verzenio", "阿贝西利"]),
        ("abiraterone", &["Zytiga", "abirateron", "阿比特龙"]),
        ("enzalutamide", &["Xtandi", "恩扎卢胺"]),
        ("apalutamide", &["Erleada", "阿帕他胺"]),
        ("darolutamide", &["Nubeqa"]),
        ("leuprolide", &["Lupron", "leuprorelin", "Zoladex", "LHRH agonist", "亮丙瑞林", "Diphereline"]),
        ("triptorelin", &["曲普瑞林", "goserelin"]),
        ("degarelix", &["Firmagon"]),
        ("pazopanib", &["Votrient"]),
        ("everolimus", &["Afinitor", "temsirolimus"]),
        ("leucovorin", &["FOLFOX", "mFOLFIRINOX", "FOLFIRI", "calci folinat", "亚叶酸钙", "levoleucovorin"]),
        ("irinotecan", &["Onivyde", "nal-IRI"]),
        ("bortezomib", &["VRd", "CyBorD", "万珂"]),
        ("ondansetron", &["palonosetron", "Aloxi"]),
        ("G-CSF", &["pegfilgrastim", "filgrastim"]),
        ("zoledronic acid", &["pamidronate"]),
        ("trastuzumab", &["汉曲优", "zanidatamab"]),
    ] {
        wrong.extend(held(allergy, names, &["paclitaxel", "letrozole 2.5 mg", "奥沙利铂"]));
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn named_regimens_and_protocols_bring_their_drugs() {
    let mut wrong = Vec::new();
    for (allergy, flagged, silent) in [
        (
            "carboplatin",
            &["CROSS chemoradiotherapy", "neoadjuvant CROSS", "CROSS方案", "KEYNOTE-522"][..],
            &["cross-match blood", "Red Cross clinic", "crosses the midline, adjuvant RT"][..],
        ),
        (
            "paclitaxel",
            &["CROSS chemoradiation", "CROSS then oesophagectomy", "carbo/taxol"],
            &["Nigro", "do not cross the midline", "DO NOT CROSS THE MIDLINE"],
        ),
        ("mitomycin", &["Nigro chemoradiation"], &["substantia nigra"]),
        ("5-FU", &["Nigro", "de Gramont", "LV5FU2"], &["CROSS chemoradiotherapy"]),
        ("temozolomide", &["Stupp", "Stupp protocol", "CAPTEM"], &["PCV"]),
        ("brentuximab", &["BrECADD", "A-AVD"], &["ABVD"]),
        ("etoposide", &["BrECADD", "EMA-CO", "VIDE regimen"], &["vide infra", "vide supra, chemotherapy"]),
        ("methotrexate", &["EMA-CO", "HD-MTX"], &["MPV 9.8 fL, chemotherapy"]),
        ("lomustine", &["PCV chemotherapy"], &["PCV 42 %"]),
        ("mesna", &["MAID chemotherapy", "R-ICE"], &["the maid"]),
        ("pembrolizumab", &["可乐组合", "KEYNOTE-189"], &["Coca-Cola"]),
    ] {
        wrong.extend(held(allergy, flagged, silent));
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_han_name_within_that_of_another_drug_is_not_that_drug() {
    let mut wrong = Vec::new();
    for (allergy, flagged, silent) in [
        ("红霉素", &["阿奇霉素", "红霉素"][..], &["柔红霉素", "去甲氧柔红霉素"][..]),
        ("柔红霉素", &["多柔比星"], &["红霉素"]),
        ("异环磷酰胺", &["异环磷酰胺"], &["环磷酰胺"]),
        ("环磷酰胺", &["环磷酰胺", "异环磷酰胺及环磷酰胺"], &["异环磷酰胺"]),
        ("铂类", &["顺铂", "卡铂"], &["瑞卢戈利"]),
        ("沙利度胺", &["来那度胺"], &["因不良反应停药"]),
    ] {
        wrong.extend(held(allergy, flagged, silent));
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn what_caused_the_reaction_is_told_as_a_reason_and_not_as_a_proposal() {
    let wrong = held(
        "oxaliplatin",
        &[
            "FOLFOX, although oxaliplatin caused anaphylaxis",
            "oxaliplatin caused anaphylaxis, rechallenge with desensitisation",
            "Oxaliplatin gây phản vệ lần trước, nay dùng lại oxaliplatin",
            "oxaliplatin caused nausea",
        ],
        &[
            "FOLFIRI, as oxaliplatin caused anaphylaxis at cycle 2",
            "FOLFIRI vì oxaliplatin gây phản vệ",
            "奥沙利铂引起过敏性休克，改用FOLFIRI",
        ],
    );
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_checkpoint_inhibitor_of_the_criteria_of_response_is_a_drug_here() {
    let given = include_str!("../response/given.tsv");
    let rows = given.lines().skip(2).filter_map(|line| line.strip_prefix("checkpoint\t"));
    let drugs = rows.filter(|names| names.contains("mab") || names.contains("bart"));
    let mut wrong = Vec::new();
    let mut count = 0;
    for names in drugs {
        let names: Vec<&str> = names.split('|').collect();
        let [first, ..] = names[..] else { continue };
        let doses: Vec<String> = names.iter().map(|name| format!("{name} 200 mg")).collect();
        wrong.extend(held(first, &doses.iter().map(String::as_str).collect::<Vec<_>>(), &[]));
        count += 1;
    }
    assert_eq!((wrong, count > 20), (Vec::new(), true));
}

#[test]
fn the_tables_name_nothing_twice_and_nothing_that_is_not_there() {
    let known = |word: &str| {
        ALL_DRUGS.iter().any(|drug| drug.name == word) || ALL_CLASSES.iter().any(|class| class.name == word)
    };
    let brings = ALL_REGIMENS.iter().flat_map(|regimen| &regimen.brings);
    let classes = ALL_DRUGS.iter().flat_map(|drug| &drug.classes);
    let unknown: Vec<&str> = brings.chain(classes).copied().filter(|word| !known(word)).collect();
    let mut names: Vec<&str> = ALL_DRUGS
        .iter()
        .flat_map(|drug| &drug.names)
        .map(crate::domain::check::substances::Name::text)
        .collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!((unknown, all - names.len(), names.contains(&"")), (Vec::new(), 0, false));
}
