//! Sides of the paired sites one by one, and what a proposal says of the other side: to be done there, or in passing.

use crate::domain::check::tests_side::{case, of_sides};
use crate::domain::problem::Severity;

fn sides(yaml: &str) -> Vec<String> {
    let severe = |severity: Severity| if severity == Severity::Error { "error" } else { "warning" };
    let all = of_sides(yaml);
    all.iter().map(|one| format!("{} {} {}", severe(one.severity), one.code, one.path)).collect()
}

/// What is wrong with a table of plans: `error`, `warning` or nothing.
fn planned(rows: &[(&str, &str, &str, &str)]) -> Vec<String> {
    let read = |site: &str, side: &str, text: &str| {
        let found = sides(&case(site, side, &format!("plan: {{text: '{text}'}}")));
        found.first().and_then(|one| one.split(' ').next()).unwrap_or_default().to_owned()
    };
    let wrong = rows.iter().filter(|(site, side, text, wanted)| read(site, side, text) != *wanted);
    wrong
        .map(|(site, side, text, _)| format!("{site} {side}: {text}: {:?}", read(site, side, text)))
        .collect()
}

#[test]
fn a_side_before_a_word_that_begins_like_another_phrase_is_still_a_side() {
    let rows = [
        ("C50.1", "right", "Left total mastectomy", "error"),
        ("C50.1", "right", "Left inner quadrant lumpectomy", "error"),
        ("C50.1", "right", "Left outer quadrant lumpectomy", "error"),
        ("C64.9", "right", "Left total nephrectomy", "error"),
        ("C64.9", "right", "Left inferior pole partial nephrectomy", "error"),
        ("C62.1", "right", "Left inguinal orchiectomy", "error"),
        ("C34.1", "right", "Left inferior lobectomy", "error"),
        ("C34.0", "right", "Left main bronchus sleeve resection", "error"),
        ("C07.9", "right", "Left total parotidectomy", "error"),
        ("C09.9", "right", "Left tonsillectomy", "error"),
        ("C41.4", "right", "Left internal hemipelvectomy", "error"),
        ("C50.1", "right", "Nothing left to resect", ""),
        ("C50.1", "right", "Drain left in place; seroma left over", ""),
        ("C34.1", "right", "Left ventricular function, then left main coronary stent", ""),
    ];
    assert_eq!(planned(&rows), [""; 0]);
    let held = |site: &str, more: &str| sides(&case(site, "right", more)).len();
    let finding = "imaging: [{modality: CT, date: '2026-10-02', impression: 'left tonsil mass 3 cm'}]";
    assert_eq!(held("C09.9", finding), 1);
    let specimen = "pathology: [{date: '2026-10-02', specimen: 'left total mastectomy'}]";
    assert_eq!(held("C50.1", specimen), 1);
    let treatment = "treatments: [{category: surgery, start: '2026-10-20', what: 'Left inferior lobectomy'}]";
    assert_eq!(held("C34.1", treatment), 1);
    assert_eq!(held("C64.9", "question: {text: 'Left total nephrectomy?'}"), 1);
}

#[test]
fn every_paired_site_knows_its_own_words() {
    let rows = [
        ("C71.2", "right", "Left temporal craniotomy", "error"),
        ("C71.2", "right", "Mở sọ thùy thái dương trái", "error"),
        ("C71.2", "right", "左颞叶肿瘤切除术", "error"),
        ("C71.1", "right", "Resection of the left frontal tumour", "error"),
        ("C71.1", "right", "Left craniotomy, physiotherapy for left hemiparesis", "error"),
        ("C71.1", "right", "Physiotherapy for left hemiparesis", ""),
        ("C71.1", "right", "Craniotomy; left-sided weakness, left arm and left leg", ""),
        ("C71.1", "right", "Phục hồi liệt nửa người trái", ""),
        ("C71.1", "right", "左侧偏瘫康复", ""),
        ("C38.4", "right", "Left pleural decortication", "error"),
        ("C38.4", "right", "Bóc màng phổi trái", "error"),
        ("C38.4", "right", "左侧胸膜剥脱术", "error"),
        ("C44.7", "left", "Wide excision of the right thigh", "error"),
        ("C44.7", "left", "Wide excision, right leg", "error"),
        ("C44.7", "left", "Excision of the right groin lesion", "error"),
        ("C49.2", "left", "Amputation of the right leg", "error"),
        ("C49.2", "left", "Tháo khớp háng phải", "error"),
        ("C49.2", "left", "右大腿肿瘤切除", "error"),
        ("C49.1", "left", "Wide excision of the right forearm", "error"),
        ("C41.4", "left", "Resection of the right ilium", "error"),
        ("C40.2", "left", "Curettage and resection of the right femur", "error"),
        ("C07.9", "right", "Cắt tuyến mang tai trái", "error"),
        ("C66.9", "right", "Left nephroureterectomy", "error"),
        ("C65.9", "right", "Left nephroureterectomy", "error"),
        ("C66.9", "right", "Cắt thận niệu quản trái", "error"),
        ("C69.3", "right", "Enucleation of the left eye", "error"),
        ("C69.3", "right", "Khoét mắt trái", "error"),
        ("C44.2", "right", "Resection of the left ear", "error"),
        ("C73.9", "right", "Left thyroid lobectomy", "warning"),
        ("C32.0", "right", "Laser resection of the left vocal cord", "warning"),
        ("C12.9", "right", "Biopsy of the left piriform sinus", "warning"),
        ("C02.1", "right", "Left hemiglossectomy", "warning"),
        ("C06.0", "right", "Cắt u niêm mạc má trái", "warning"),
        ("C34.1", "right", "Left adrenal biopsy", ""),
        ("C34.1", "right", "Giảm đau lưng trái, chụp gối trái", ""),
        ("C71.2", "right", "Khám mắt trái", ""),
        ("C44.2", "right", "Cắt tuyến mang tai trái", ""),
        ("C34.1", "right", "Fixation of the left femur", ""),
        ("C50.4", "left", "Excision of the right thigh lesion", ""),
    ];
    assert_eq!(planned(&rows), [""; 0]);
    let finding = |text: &str| format!("imaging: [{{modality: CT, date: '2026-10-02', findings: '{text}'}}]");
    for (site, side, text) in [
        ("C71.2", "right", "Left temporal mass 4 cm"),
        ("C71.2", "right", "U thùy thái dương trái 4 cm"),
        ("C49.2", "left", "Right thigh mass 9 cm"),
        ("C07.9", "right", "Khối tuyến mang tai trái 3 cm"),
        ("C69.3", "right", "左眼脉络膜肿块"),
        ("C41.4", "left", "Mass of the right ilium"),
    ] {
        assert_eq!(sides(&case(site, side, &finding(text))).len(), 1, "{site} {side}: {text}");
    }
}

#[test]
fn the_other_side_in_passing_is_no_operation_there() {
    let rows = [
        ("C64.9", "left", "right kidney cyst Bosniak I needs nothing", ""),
        ("C64.9", "left", "Preserve the right kidney", ""),
        ("C64.9", "left", "nang thận phải không cần xử trí", ""),
        ("C64.9", "left", "右肾囊肿无需处理", ""),
        ("C64.9", "left", "保护右肾功能", ""),
        ("C64.9", "right", "left kidney: protect, eGFR 48", ""),
        ("C07.9", "right", "IMRT sparing the left parotid", ""),
        ("C07.9", "right", "IMRT, mean dose to the left parotid below 26 Gy", ""),
        ("C07.9", "right", "Radiotherapy with mean dose to the left parotid below 26 Gy", ""),
        ("C34.1", "left", "Follow the 5 mm right lower lobe nodule by CT", ""),
        ("C34.1", "left", "right lower lobe granuloma is only followed", ""),
        ("C34.1", "left", "SBRT, because of right pneumonectomy 1998", ""),
        ("C34.1", "left", "Theo dõi nốt thùy dưới phổi phải", ""),
        ("C62.1", "left", "right testis: ultrasound normal, follow-up", ""),
        ("C50.4", "right", "Mammography of the left breast each year", ""),
        ("C50.4", "right", "Letrozole; left breast screened each year", ""),
        ("C50.4", "left", "Nipple-sparing right mastectomy", "error"),
        ("C50.4", "left", "Right nipple-sparing mastectomy", "error"),
        ("C50.4", "left", "Right mastectomy, follow-up every 3 months", "error"),
        ("C50.4", "left", "Right mastectomy with port insertion", "error"),
        ("C50.4", "left", "Right mastectomy, watch the drains", "error"),
        ("C50.4", "left", "Follow-up CT, then biopsy of the right breast", "error"),
        ("C50.4", "left", "Right breast, wide excision", "error"),
        ("C50.4", "left", "Resection of a 2.3 cm mass of the right breast", "error"),
        ("C64.9", "left", "Right nephron-sparing surgery", "error"),
        ("C64.9", "left", "Phẫu thuật bảo tồn thận phải", "error"),
        ("C64.9", "left", "右肾保留肾单位手术", "error"),
        ("C64.9", "left", "Right nephrectomy; left kidney normal", "error"),
        ("C34.1", "left", "SBRT to the right upper lobe, 5000 cGy", "error"),
        ("C34.1", "left", "Osimertinib for the right lung", "warning"),
        ("C02.1", "right", "Hemiglossectomy with left radial forearm flap", ""),
        ("C50.4", "left", "Đoạn nhũ phải, theo dõi", "error"),
        ("C50.4", "left", "doan nhu phai", "error"),
        ("C50.4", "left", "theo doi nhan xo vu phai", ""),
        ("C64.9", "right", "Theo dõi chức năng thận trái", ""),
        ("C64.9", "right", "左肾功能监测", ""),
        ("C64.9", "right", "Do not touch the left kidney", ""),
        ("C64.9", "right", "Radical nephrectomy on the left", "error"),
        ("C50.4", "right", "Surgery for the left breast", "error"),
        ("C50.4", "right", "Surgery: left", "error"),
        ("C50.4", "right", "Left MRM, no delay", "error"),
        ("C50.4", "right", "Left mastectomy without reconstruction", "error"),
        ("C50.4", "right", "Left mastectomy after normal echocardiography", "error"),
        ("C50.4", "right", "Left mastectomy if the function of the heart is normal", "error"),
        ("C50.4", "right", "Keep NPO, left mastectomy tomorrow", "error"),
        ("C34.1", "right", "Avoid delay and do left upper lobectomy", "error"),
        ("C34.1", "right", "Screening for anaesthesia; left upper lobectomy", "error"),
        ("C34.1", "right", "Left upper lobectomy with preserved function", "error"),
        ("C34.1", "right", "Left upper lobectomy 2026", "error"),
        ("C34.1", "right", "Tránh chậm trễ, cắt thùy trên phổi trái", "error"),
        ("C71.2", "right", "Dexamethasone; midline shift to the left", ""),
    ];
    assert_eq!(planned(&rows), [""; 0]);
}

#[test]
fn a_study_of_both_sides_is_read_and_a_remark_on_the_own_side_excuses_no_mass_on_the_other() {
    let study = |side: &str, text: &str| {
        format!("imaging: [{{modality: MG, date: '2026-10-02', side: {side}, findings: '{text}'}}]")
    };
    for (site, side, entered, text, told) in [
        (
            "C50.4",
            "right",
            "bilateral",
            "Left breast: 18 mm spiculated mass, BI-RADS 5. Right breast normal.",
            true,
        ),
        ("C50.4", "left", "bilateral", "Vú phải khối 36 mm BI-RADS 5", true),
        ("C50.4", "left", "unknown", "Vú phải khối 36 mm BI-RADS 5", true),
        ("C50.4", "right", "bilateral", "Right breast: 18 mm mass, BI-RADS 5. Left breast normal.", false),
        ("C50.4", "right", "bilateral", "Left breast BI-RADS 2. Right breast: 18 mm mass.", false),
        (
            "C50.4",
            "right",
            "unknown",
            "Bilateral mammography. Left breast mass BI-RADS 5. Right breast normal.",
            true,
        ),
        (
            "C50.4",
            "right",
            "unknown",
            "Bilateral mammography. Right breast mass BI-RADS 5. Left breast normal.",
            false,
        ),
        ("C34.1", "left", "unknown", "Right upper lobe mass 36 mm. Left lung: emphysema, atelectasis", true),
        ("C34.1", "left", "unknown", "Khối thùy trên phổi phải 36 mm. Phổi trái: khí phế thũng", true),
        (
            "C34.1",
            "left",
            "unknown",
            "Left upper lobe atelectasis behind a mass. Right lung: emphysema",
            false,
        ),
        ("C34.1", "left", "unknown", "Left lung: emphysema. Right lung: emphysema, nodule 4 mm", false),
    ] {
        let found = sides(&case(site, side, &study(entered, text)));
        assert_eq!(!found.is_empty(), told, "{site} {side}, {entered}: {text}: {found:?}");
    }
}

#[test]
fn specimens_of_both_sides_of_metastases_and_of_other_organs_contradict_no_side() {
    let specimens = |list: &str| format!("pathology: [{list}]");
    let two = "{date: '2026-10-02', side: left, specimen: breast}, {date: '2026-10-02', side: right, specimen: breast}";
    assert_eq!(sides(&case("C50.4", "bilateral", &specimens(two))), [""; 0]);
    assert_eq!(
        sides(&case("C50.4", "left", &specimens(two))),
        ["warning side-contradiction pathology[1].side"]
    );
    for (own, told) in [
        ("specimen: adrenal biopsy", false),
        ("specimen: sinh thiết tuyến thượng thận", false),
        ("specimen: 肾上腺穿刺", false),
        ("specimen: lung biopsy, morphology: 8140/6", false),
        ("specimen: metastasis of the lung", false),
        ("specimen: lung biopsy", true),
        ("specimen: lung biopsy and adrenal biopsy", true),
    ] {
        let list = format!("{{date: '2026-10-02', side: left, {own}}}");
        assert_eq!(!sides(&case("C34.1", "right", &specimens(&list))).is_empty(), told, "{own}");
    }
}

#[test]
fn where_no_side_is_diagnosed_the_one_that_differs_from_the_rest_is_told() {
    let yaml = "diagnosis: {site: C50.4, date: '2026-10-01'}\n\
        pathology: [{date: '2026-10-02', side: left, specimen: breast}]\n\
        imaging: [{modality: MG, date: '2026-10-02', side: right}, {modality: US, date: '2026-10-02', side: right}]";
    assert_eq!(sides(yaml), ["error side-contradiction pathology[0].side"]);
}

#[test]
fn a_target_lesion_in_the_tumours_organ_is_held_against_its_side() {
    let lesion = |own: &str| case("C34.1", "right", &format!("lesions: [{{id: L1, {own}}}]"));
    for (own, told) in [
        ("side: left, role: target, kind: measurable, organ: lung, where: upper lobe", true),
        ("side: right, role: target, kind: measurable, organ: lung, where: upper lobe", false),
        ("side: left, role: target, kind: measurable, organ: adrenal", false),
        ("side: left, role: target, kind: node, organ: lung", false),
        ("side: left, role: non-target, organ: lung", false),
        ("side: left, role: target, organ: lung, where: metastasis of the lower lobe", false),
    ] {
        let found = sides(&lesion(own));
        assert_eq!(!found.is_empty(), told, "{own}: {found:?}");
    }
    let with_own = "lesions: [{id: L1, side: right, role: target, organ: lung}, {id: L2, side: left, role: target, organ: lung}]";
    assert_eq!(sides(&case("C34.1", "right", with_own)), [""; 0], "the second may be a metastasis");
}

#[test]
fn what_is_given_to_prevent_and_a_metastasis_that_is_denied_hide_no_operation_on_the_other_side() {
    let rows = [
        ("C50.1", "left", "Right mastectomy, prophylactic antibiotics", "error"),
        ("C50.1", "left", "Right mastectomy with VTE prophylaxis", "error"),
        ("C34.1", "left", "Right upper lobectomy, no distant metastasis on PET", "error"),
        ("C50.1", "left", "Cắt vú phải, kháng sinh dự phòng", "error"),
        ("C50.1", "left", "右乳切除，预防性抗生素", "error"),
        ("C50.1", "left", "Prophylactic right mastectomy", ""),
        ("C50.1", "left", "Right mastectomy as contralateral risk-reducing surgery", ""),
    ];
    assert_eq!(planned(&rows), [""; 0]);
}
