//! Left and right in reports, specimens, treatments and plans, in three languages: what contradicts and what does not.

use crate::domain::case::Case;
use crate::domain::check::Measure;
use crate::domain::problem::Problem;

/// What is wrong with the sides of a case.
pub(super) fn of_sides(yaml: &str) -> Vec<Problem> {
    let case: Case = serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{error}: {yaml}"));
    let board = crate::domain::board::BoardFile::default();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    let mut found = crate::domain::check::check(&case, &Measure::new(&board, day));
    found.retain(|one| one.code.starts_with("side-"));
    found
}

fn sides(yaml: &str) -> Vec<String> {
    of_sides(yaml).iter().map(|one| format!("{} {}", one.code, one.path)).collect()
}

pub(super) fn case(site: &str, side: &str, more: &str) -> String {
    format!("diagnosis: {{site: {site}, side: {side}, date: '2026-10-01'}}\n{more}")
}

const LUNG: &str = "C34.1";
const BREAST: &str = "C50.4";

/// What is wrong with a table of texts that are written into one place of a case.
fn held(place: impl Fn(&str) -> String, rows: &[(&str, &str, &str, bool)]) -> Vec<String> {
    let wrong = rows
        .iter()
        .filter(|(site, side, text, told)| sides(&case(site, side, &place(text))).is_empty() == *told);
    wrong
        .map(|(site, side, text, _)| {
            format!("{site} {side}: {text}: {:?}", sides(&case(site, side, &place(text))))
        })
        .collect()
}

#[test]
fn a_report_that_sees_the_organ_on_the_other_side_alone_is_told() {
    let finding = |text: &str| format!("imaging: [{{modality: CT, date: '2026-10-02', findings: '{text}'}}]");
    let rows = [
        (LUNG, "right", "Mass of 44 mm in the left upper lobe.", true),
        (LUNG, "right", "Spiculated mass in the LUL, 32 mm", true),
        (LUNG, "left", "RUL mass 30 mm with pleural tail", true),
        (LUNG, "left", "RLL tumour, mediastinal nodes", true),
        (LUNG, "left", "LLL tumour, mediastinal nodes", false),
        (LUNG, "right", "Khối 40 mm thùy trên phổi trái", true),
        (LUNG, "right", "Khối thùy dưới phổi (T) 40 mm", true),
        (LUNG, "right", "Khối thùy dưới phổi (P) 40 mm", false),
        (LUNG, "right", "左肺上叶肿块 4.0 cm", true),
        (LUNG, "right", "左上肺占位", true),
        (LUNG, "right", "右肺上叶肿块，左肾上腺转移", false),
        (LUNG, "right", "左肾上腺转移瘤 3 cm", false),
        (LUNG, "right", "Left adrenal metastasis 30 mm", false),
        (LUNG, "right", "Left adrenal mass 30 mm", false),
        (LUNG, "right", "Right upper lobe mass; 4 mm nodule in the left lung", false),
        (LUNG, "right", "The left lung is clear", false),
        (LUNG, "right", "Both lungs are hyperinflated; mass of the left upper lobe", false),
        (LUNG, "right", "Phổi trái không tổn thương", false),
        (LUNG, "right", "Tràn dịch màng phổi trái", false),
        (LUNG, "right", "双肺多发结节", false),
        (LUNG, "right", "左肺未见异常", false),
        (LUNG, "right", "Di căn phổi trái", false),
        (LUNG, "right", "Metastasis in the left lung", false),
        (LUNG, "right", "Known carcinoma. Nothing new.", false),
        (BREAST, "left", "Right breast: irregular mass of 22 mm at 10 o clock", true),
        (BREAST, "left", "Irregular mass in the upper outer quadrant of the right breast", true),
        (BREAST, "left", "Vú phải có khối 22 mm bờ tua gai", true),
        (BREAST, "left", "Khối vú (P) 2 cm", true),
        (BREAST, "left", "Khối vú bên phải 2 cm", true),
        (BREAST, "left", "右乳外上象限肿块", true),
        (BREAST, "left", "右侧乳腺肿块 2.1 cm", true),
        (BREAST, "left", "Vú trái có khối 22 mm. Vú phải BI-RADS 2", false),
        (BREAST, "left", "Vú phải bình thường", false),
        (BREAST, "left", "Right breast BI-RADS 1", false),
        (BREAST, "left", "Contralateral right breast: fibroadenoma", false),
        (BREAST, "left", "Khối u vú phải mổ sớm", false),
        (BREAST, "left", "Enlarged node of the right axilla", false),
        (BREAST, "left", "u vú P 2 cm", true),
        (BREAST, "left", "R breast mass 2 cm", true),
        (BREAST, "left", "Rt breast mass 2 cm", true),
        (BREAST, "left", "Breast, right, mass at 2 o clock", true),
        (BREAST, "left", "Breast (right): mass at 2 o clock", true),
        (BREAST, "left", "u vú T 2 cm, T2 N0", false),
        (BREAST, "right", "Tumour 25 mm, nipple left intact", false),
        (LUNG, "right", "Status after left pneumonectomy for tuberculosis", false),
        (LUNG, "left", "Mediastinal shift to the right", false),
        ("C64.9", "right", "Enhancing mass of the left kidney, 51 mm", true),
        ("C64.9", "right", "Khối thận trái 51 mm", true),
        ("C64.9", "right", "左肾占位 5.1 cm", true),
        ("C64.9", "right", "Tuyến thượng thận trái to", false),
        ("C64.9", "right", "左肾上腺占位", false),
        ("C64.9", "right", "Cyst of the left kidney", false),
        ("C64.9", "right", "Left kidney: normal function", false),
        ("C56.9", "left", "Complex mass of the right ovary", true),
        ("C56.9", "left", "U buồng trứng phải", true),
        ("C56.9", "left", "右侧卵巢囊实性包块", false),
        ("C56.9", "left", "右侧卵巢实性肿块", true),
        ("C62.9", "left", "Hypoechoic lesion of the right testis", true),
        ("C18.2", "right", "Wall thickening of the left colon", false),
        ("C22.0", "right", "Lesion of the left lobe", false),
        ("C73.9", "right", "Nodule of the left lobe", false),
    ];
    assert_eq!(held(finding, &rows), [""; 0]);
    // What the report concludes counts with what it finds, and a side that was entered beside it.
    let report =
        |more: &str| case(LUNG, "right", &format!("imaging: [{{modality: CT, date: '2026-10-02', {more}}}]"));
    assert_eq!(sides(&report("findings: 'Mass of the right lung', impression: 'Left lung mass'")), [""; 0]);
    assert_eq!(sides(&report("impression: 'Left lung mass'")), ["side-text imaging[0].impression"]);
    assert_eq!(
        sides(&report("side: right, impression: 'Left lung mass'")),
        ["side-text imaging[0].impression"]
    );
    assert_eq!(
        sides(&report("side: left, impression: 'Left lung mass'")),
        ["side-contradiction imaging[0].side"]
    );
    assert_eq!(sides(&report("region: left breast")), [""; 0]);
}

#[test]
fn specimens_treatments_and_questions_on_the_other_side_are_told() {
    let specimen = |text: &str| format!("pathology: [{{date: '2026-10-02', specimen: '{text}'}}]");
    let rows = [
        (BREAST, "left", "core biopsy of the right breast", true),
        (BREAST, "left", "sinh thiết lõi vú phải", true),
        (BREAST, "left", "右乳肿物穿刺", true),
        (BREAST, "left", "core biopsy, breast", false),
        (BREAST, "left", "left breast, wide excision", false),
        (BREAST, "left", "right axillary node", false),
        (LUNG, "right", "bronchial biopsy, left upper lobe", true),
        (LUNG, "right", "pleural fluid, left", false),
        (LUNG, "right", "adrenal biopsy, left", false),
    ];
    assert_eq!(held(specimen, &rows), [""; 0]);
    let treatment =
        |text: &str| format!("treatments: [{{category: surgery, start: '2026-10-20', what: '{text}'}}]");
    let rows = [
        (BREAST, "left", "right mastectomy", true),
        (BREAST, "left", "left mastectomy, right sentinel biopsy", false),
        (BREAST, "left", "Cắt vú phải", true),
        (BREAST, "left", "prophylactic right mastectomy", false),
        (BREAST, "left", "contralateral right mastectomy", false),
        (LUNG, "right", "left upper lobectomy", true),
        (LUNG, "right", "VATS right upper lobectomy", false),
        ("C18.2", "right", "left hemicolectomy", false),
        ("C18.6", "left", "right hemicolectomy", false),
        ("C20.9", "left", "right hemicolectomy", false),
    ];
    assert_eq!(held(treatment, &rows), [""; 0]);
    let earlier = "treatments: [{category: surgery, start: '2014-03-01', what: 'right mastectomy'}]";
    assert_eq!(sides(&case(BREAST, "left", earlier)), [""; 0]);
    let question = |text: &str| format!("question: {{text: '{text}'}}");
    let rows = [
        (LUNG, "right", "Left pneumonectomy or chemoradiation?", true),
        (LUNG, "right", "Resection of the left adrenal metastasis?", false),
        (LUNG, "right", "Lobectomy or SBRT?", false),
    ];
    assert_eq!(held(question, &rows), [""; 0]);
}

#[test]
fn a_plan_for_the_other_side_of_a_pair_is_told_and_what_is_done_elsewhere_is_not() {
    let plan = |text: &str| format!("plan: {{text: '{text}'}}");
    let rows = [
        (LUNG, "right", "Left upper lobectomy", true),
        (LUNG, "right", "LUL lobectomy", true),
        (LUNG, "right", "SBRT to the left adrenal metastasis, then osimertinib", false),
        (LUNG, "right", "SBRT of the left frontal lesion", false),
        (LUNG, "right", "Xạ trị di căn xương đùi trái", false),
        (LUNG, "right", "Sinh thiết hạch thượng đòn trái", false),
        (LUNG, "right", "左肾上腺转移灶放疗", false),
        (LUNG, "right", "左锁骨上淋巴结活检", false),
        (LUNG, "right", "Port in the left subclavian vein, then chemotherapy", false),
        (LUNG, "right", "cắt thùy trên phổi trái", true),
        (LUNG, "right", "左上肺叶切除", true),
        (BREAST, "left", "Right mastectomy", true),
        (BREAST, "left", "Cắt vú (P)", true),
        (BREAST, "left", "Đoạn nhũ phải", true),
        (BREAST, "left", "右乳改良根治术", true),
        (BREAST, "left", "Prophylactic right mastectomy later", false),
        (BREAST, "left", "PICC in the right arm", false),
        ("C64.9", "right", "Left partial nephrectomy", true),
        ("C64.9", "right", "Right nephrectomy; left kidney has 60 % of the function", false),
        ("C62.1", "left", "right inguinal orchiectomy", true),
        (LUNG, "right", "Drainage of the left effusion", false),
        (LUNG, "right", "EBUS, left hilar node", false),
        (BREAST, "left", "Cắt vú P", true),
        ("C18.2", "right", "Right hemicolectomy", false),
        ("C18.5", "left", "Extended right hemicolectomy", false),
        ("C16.2", "left", "D2 gastrectomy, right gastroepiploic nodes", false),
        ("C22.0", "right", "Left hepatectomy", true),
        ("C22.0", "right", "Right portal vein embolisation", false),
        ("C73.9", "right", "Left lobectomy", true),
        ("C61.9", "left", "Biopsy of the right lobe", false),
    ];
    assert_eq!(held(plan, &rows), [""; 0]);
}

#[test]
fn that_nothing_is_seen_on_the_side_of_the_tumour_does_not_hide_the_tumour_on_the_other_one() {
    let finding = |text: &str| format!("imaging: [{{modality: CT, date: '2026-10-02', findings: '{text}'}}]");
    let rows = [
        (LUNG, "right", "Left upper lobe spiculated mass 32 mm. No nodule in the right lung.", true),
        (LUNG, "right", "Right lung normal. Left upper lobe mass 4 cm.", true),
        (LUNG, "right", "Khối thùy trên phổi trái 32 mm. Phổi phải không có nốt.", true),
        (LUNG, "right", "左肺上叶肿块32 mm。右肺未见结节。", true),
        ("C64.9", "right", "Left renal mass 6 cm. Right kidney normal.", true),
        (BREAST, "left", "Right breast mass 25 mm BI-RADS 5. Left breast: no lesion.", true),
        (LUNG, "right", "Right upper lobe mass 32 mm. No nodule in the left lung.", false),
        (LUNG, "right", "Right upper lobe mass without effusion. Left upper lobe bulla.", false),
        (BREAST, "left", "Left breast mass 25 mm, no skin invasion. Right breast: cyst.", false),
        (LUNG, "right", "Phổi phải có khối 3 cm. Phổi trái bình thường.", false),
    ];
    assert_eq!(held(finding, &rows), [""; 0]);
}

#[test]
fn a_side_in_short_beside_an_operation_is_a_side_and_elsewhere_none() {
    let plan = |text: &str| format!("plan: {{text: '{text}'}}");
    let rows = [
        (BREAST, "left", "Rt mastectomy + SLNB", true),
        (BREAST, "left", "R mastectomy", true),
        (BREAST, "left", "Mastectomy R", true),
        (BREAST, "left", "MRM (R)", true),
        (BREAST, "left", "WLE Rt breast + SLNB", true),
        (LUNG, "right", "Lt lower lobectomy", true),
        (LUNG, "right", "L lower lobectomy", true),
        (LUNG, "right", "Pneumonectomy (L)", true),
        ("C64.9", "right", "Nephrectomy, lt.", true),
        (BREAST, "left", "Xạ trị thành ngực phải sau đoạn nhũ", true),
        (BREAST, "left", "Lt mastectomy, then RT", false),
        (BREAST, "left", "Mastectomy, rt to follow", false),
        (BREAST, "left", "Mastectomy R0, then R-CHOP", false),
        (LUNG, "left", "Lobectomy, adjuvant RT if R1", false),
        (LUNG, "left", "Lobectomy phải có hội chẩn", false),
    ];
    assert_eq!(held(plan, &rows), [""; 0]);
}

#[test]
fn what_is_said_of_one_side_excuses_nothing_on_the_other_one() {
    let finding = |text: &str| format!("imaging: [{{modality: CT, date: '2026-10-02', findings: '{text}'}}]");
    let rows = [
        (LUNG, "right", "Left upper lobe mass 3 cm, right lung clear", true),
        (LUNG, "right", "Left upper lobe mass 3 cm, no pleural effusion", true),
        (LUNG, "right", "Left upper lobe mass 4 cm with effusion", true),
        (LUNG, "right", "Left upper lobe mass without lymphadenopathy", true),
        (LUNG, "right", "LUL mass 3 cm. RUL clear.", true),
        (LUNG, "right", "Phổi trái có khối 3 cm, phổi phải bình thường", true),
        (LUNG, "right", "左肺上叶肿块3cm，右肺未见异常", true),
        (LUNG, "right", "U phổi (T) 3 cm", true),
        (LUNG, "right", "U phổi (P) 3 cm", false),
        (LUNG, "right", "u phoi trai 3cm", true),
        (LUNG, "right", "u phoi phai 3cm", false),
        (LUNG, "right", "肺（左）占位3cm", true),
        (LUNG, "right", "Lt lung mass", true),
        (LUNG, "right", "Rt lung mass", false),
        (LUNG, "right", "Right upper lobe mass, left lung clear", false),
        (LUNG, "right", "Left lung: multiple metastases", false),
        (LUNG, "right", "Contralateral node, left lung hilum", false),
        (LUNG, "right", "Second primary in the left upper lobe", false),
        (LUNG, "right", "Synchronous mass of the left upper lobe", false),
        (LUNG, "right", "Metastasis in the other lung (left lung)", false),
        (LUNG, "right", "No lesion on the left", false),
        (LUNG, "right", "Left lung without lesion", false),
        (LUNG, "right", "Left lung, no nodule", false),
        (LUNG, "right", "Tổn thương phổi hai bên, u phổi trái 3 cm", false),
        (LUNG, "right", "双肺结节，左肺上叶肿块", false),
        (LUNG, "right", "左肺为第二原发癌", false),
        (BREAST, "left", "Mass of 2 cm in the right breast, no axillary nodes, left breast normal", true),
        (BREAST, "left", "u vu phai 2 cm", true),
        (BREAST, "left", "Right breast: benign mass (fibroadenoma)", false),
        (BREAST, "left", "History of cancer of the right breast in 2014", false),
        (BREAST, "left", "Khối một phần tư trên ngoài vú trái không còn thấy rõ", false),
        (BREAST, "left", "Left breast mass not seen any more", false),
    ];
    assert_eq!(held(finding, &rows), [""; 0]);
    let plan = |text: &str| format!("plan: {{text: '{text}'}}");
    let rows = [
        (LUNG, "right", "Right upper lobectomy; left lung watched", false),
        (LUNG, "right", "Lobectomy; no lesion on the left", false),
        (LUNG, "right", "Phẫu thuật; không có tổn thương bên trái", false),
        (LUNG, "right", "Bilateral VATS, left first", false),
        (LUNG, "right", "Bilateral drains. Left lobectomy.", true),
        (LUNG, "right", "LUL wedge resection", true),
        (LUNG, "right", "cắt thuỳ trên phổi (T)", true),
        (LUNG, "right", "SBRT for the left lung metastasis", false),
        (LUNG, "right", "SBRT to the contralateral left nodule", false),
        (LUNG, "right", "cat thuy tren ben trai", true),
        (BREAST, "left", "Rt MRM", true),
        (BREAST, "left", "MRM (R) + SLNB", true),
        (BREAST, "left", "Đoạn nhũ bên phải", true),
        (BREAST, "left", "右乳全切", true),
        (BREAST, "left", "乳腺（右）改良根治", true),
        (BREAST, "left", "Left mastectomy; biopsy of the right breast nodule", false),
        (BREAST, "left", "Biopsy of the second primary in the right breast", false),
        (BREAST, "left", "No delay: right mastectomy", true),
        (BREAST, "left", "Mastectomy hai bên, phải trước", false),
    ];
    assert_eq!(held(plan, &rows), [""; 0]);
}

#[test]
fn a_side_is_quoted_with_its_accents_and_as_it_was_written() {
    let said = |yaml: &str| {
        let case: Case = serde_yaml::from_str(yaml).unwrap();
        let board = crate::domain::board::BoardFile::default();
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let found = crate::domain::check::check(&case, &Measure::new(&board, day));
        let of_side = found.iter().filter(|one| one.code.starts_with("side-"));
        let args = of_side.flat_map(|one| &one.args).filter(|(name, _)| *name == "found");
        args.map(|(_, found)| format!("{found:?}")).collect::<Vec<_>>()
    };
    let finding = |text: &str| {
        case(LUNG, "right", &format!("imaging: [{{modality: CT, date: '2026-10-02', findings: '{text}'}}]"))
    };
    assert_eq!(said(&finding("Khối 40 mm thùy trên Phổi Trái")), ["Text(\"Phổi Trái\")"]);
    assert_eq!(said(&finding("Mass of the Left Upper Lobe")), ["Text(\"Left Upper Lobe\")"]);
    assert_eq!(said(&case(LUNG, "right", "plan: {text: 'Cắt thùy trên Bên Trái'}")), ["Text(\"bên trái\")"]);
    assert_eq!(said(&case(LUNG, "right", "plan: {text: 'cat thuy tren ben trai'}")), ["Text(\"ben trai\")"]);
}

#[test]
fn sides_are_read_as_hospitals_write_them() {
    let finding = |text: &str| format!("imaging: [{{modality: CT, date: '2026-10-02', findings: '{text}'}}]");
    let rows = [
        (LUNG, "left", "KHỐI U PHỔI PHẢI 45 MM", true),
        (LUNG, "left", "Đám mờ thùy trên phổi P", true),
        (LUNG, "left", "Đám mờ thùy trên phổi T", false),
        (LUNG, "left", "U thùy dưới phổi bên phải xâm lấn màng phổi", true),
        (LUNG, "left", "Phổi phải: khối 4 cm; phổi trái: bình thường", true),
        (LUNG, "left", "Khối 4 cm phổi trái, tràn dịch màng phổi phải", false),
        (LUNG, "left", "右肺下叶占位，纵隔淋巴结肿大", true),
        (LUNG, "left", "左肺下叶癌，右肺转移瘤", false),
        (LUNG, "left", "右肺中叶磨玻璃结节，左肺上叶肿块", false),
        (LUNG, "left", "右侧胸腔积液", false),
        (LUNG, "left", "RLL mass 5 cm; LLL normal", true),
        (LUNG, "left", "5 cm mass in right lower lobe abutting the diaphragm", true),
        (LUNG, "left", "Right-sided pneumothorax after biopsy", false),
        (LUNG, "left", "Left hilar mass, right paratracheal nodes", false),
        (LUNG, "left", "Right lung: no mass. Left lung: 5 cm mass.", false),
        (BREAST, "right", "Lt breast 2.3 cm mass, BIRADS 5", true),
        (BREAST, "right", "Vú T có khối 2 cm, vú P không u", true),
        (BREAST, "right", "左乳肿块 BI-RADS 5类", true),
        (BREAST, "right", "双乳增生，右乳肿块", false),
        (BREAST, "right", "Left breast BI-RADS 2, right breast BI-RADS 5", false),
        (BREAST, "right", "Both breasts dense. Left breast mass.", false),
        ("C64.9", "left", "U thận (P) 6 cm, thận (T) teo", true),
        ("C64.9", "left", "Right renal mass 6 cm, left kidney unremarkable", true),
        ("C64.9", "left", "右肾肿块6cm，左肾正常", true),
        ("C56.9", "right", "Left adnexal mass 8 cm, right ovary normal", true),
        ("C62.9", "right", "Left testicular mass; right testis normal", true),
        ("C07.9", "right", "Left parotid mass 2 cm", true),
        ("C74.9", "right", "Left adrenal mass 6 cm, right adrenal normal", true),
    ];
    assert_eq!(held(finding, &rows), [""; 0]);
    let plan = |text: &str| format!("plan: {{text: '{text}'}}");
    let rows = [
        (LUNG, "left", "VATS RUL lobectomy", true),
        (LUNG, "left", "Cắt thùy dưới phổi P + nạo hạch", true),
        (LUNG, "left", "PT cắt thùy trên (P)", true),
        (LUNG, "left", "右肺上叶切除+淋巴结清扫", true),
        (LUNG, "left", "LUL lobectomy; right lung nodule followed", false),
        (LUNG, "left", "Chemotherapy; port on the right chest wall", false),
        (LUNG, "left", "Port on the right", false),
        (LUNG, "left", "Drain right pleural effusion", false),
        (LUNG, "left", "Biopsy of the right supraclavicular node", false),
        (LUNG, "left", "R0 resection, then RT", false),
        (BREAST, "right", "Lt BCS + SLNB", true),
        (BREAST, "right", "Bảo tồn vú (T)", true),
        (BREAST, "right", "Đoạn nhũ T", true),
        (BREAST, "right", "左乳保乳术", true),
        (BREAST, "right", "右乳保乳术，左乳随访", false),
        (BREAST, "right", "Bilateral mastectomy", false),
        (BREAST, "right", "Radiotherapy of the left chest wall", true),
        (BREAST, "right", "Reconstruction with left latissimus flap", false),
        ("C64.9", "left", "Laparoscopic right radical nephrectomy", true),
        ("C64.9", "left", "Cắt thận (P) nội soi", true),
        ("C64.9", "left", "根治性右肾切除", true),
    ];
    assert_eq!(held(plan, &rows), [""; 0]);
}
