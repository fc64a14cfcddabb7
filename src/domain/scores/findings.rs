//! The words in which hospitals write findings that scores weigh: degrees, and whether something is there.

use crate::domain::care::Lab;
use crate::domain::fold::fold;
use crate::domain::scores::names::names;
use crate::domain::scores::words::Item;
use crate::domain::value::{Absence, Vocabulary, Written};

/// Words of ascites and encephalopathy, folded, with their points (Pugh 1973: none, slight, moderate).
const DEGREES: [(&[&str], u32); 3] = [
    (
        &[
            "none", "absent", "negative", "no", "nil", "-", "grade 0", "khong", "khong co", "am tinh",
            "do 0", "无", "否", "没有", "阴性", "未见", "0级",
        ],
        1,
    ),
    (
        &[
            "mild",
            "slight",
            "small",
            "minimal",
            "trace",
            "controlled",
            "nhe",
            "it",
            "luong it",
            "luong nho",
            "轻度",
            "轻",
            "少量",
            "微量",
            "少许",
        ],
        2,
    ),
    (
        &[
            "moderate",
            "severe",
            "large",
            "massive",
            "gross",
            "tense",
            "refractory",
            "vua",
            "trung binh",
            "luong vua",
            "nhieu",
            "luong nhieu",
            "nang",
            "中度",
            "中等",
            "中量",
            "中等量",
            "大量",
            "重度",
            "顽固性",
            "难治性",
        ],
        3,
    ),
];

/// Grades of encephalopathy (West Haven): 1 and 2 weigh less than 3 and 4. Ascites is graded otherwise.
const GRADES: [(&[&str], u32); 2] = [
    (
        &[
            "grade 1", "grade 2", "grade i", "grade ii", "do 1", "do 2", "do i", "do ii", "1级", "2级",
            "ⅰ级", "ⅱ级", "i级", "ii级",
        ],
        2,
    ),
    (
        &[
            "grade 3",
            "grade 4",
            "grade iii",
            "grade iv",
            "do 3",
            "do 4",
            "do iii",
            "do iv",
            "3级",
            "4级",
            "ⅲ级",
            "ⅳ级",
            "iii级",
            "iv级",
        ],
        3,
    ),
];

const THERE: [&str; 9] = ["yes", "present", "positive", "+", "co", "duong tinh", "有", "是", "阳性"];
const NOT_THERE: [&str; 15] = [
    "no", "none", "absent", "negative", "nil", "-", "khong", "khong co", "am tinh", "无", "否", "没有",
    "阴性", "未见", "不是",
];

fn plain(value: &str) -> String {
    fold(value.trim()).trim_end_matches(['.', '。']).to_owned()
}

/// The points of a degree.
pub(super) fn degree(item: Item, value: &str) -> Option<u32> {
    let value = plain(value);
    let graded = if item == Item::Encephalopathy { &GRADES[..] } else { &[] };
    let mut all = DEGREES.iter().chain(graded);
    all.find(|(words, _)| words.contains(&value.as_str())).map(|(_, points)| *points)
}

/// Whether something is there; a degree says that it is, or that it is not.
pub(super) fn is_there(value: &str) -> Option<bool> {
    let value = plain(value);
    if THERE.contains(&value.as_str()) {
        return Some(true);
    }
    NOT_THERE.contains(&value.as_str()).then_some(false)
}

/// The words that are accepted, where a finding of a score is written in none of them; none where it was not assessed.
pub fn unreadable(lab: &Lab) -> Option<String> {
    const DEGREED: [Item; 2] = [Item::Ascites, Item::Encephalopathy];
    const PRESENT: [Item; 4] = [Item::Dialysis, Item::VascularInvasion, Item::Spread, Item::Transplant];
    let test = fold(lab.test.as_ref()?.as_str().trim());
    let value = lab.value.as_ref().map(Written::as_str)?;
    let is = |item: &Item| names(*item).contains(&test.as_str());
    if value.trim().is_empty() || Absence::find(&fold(value.trim())).is_some() {
        return None;
    }
    if let Some(item) = DEGREED.into_iter().find(is) {
        let first: Vec<&str> = DEGREES.iter().filter_map(|(words, _)| words.first().copied()).collect();
        return degree(item, value).is_none().then(|| first.join(", "));
    }
    PRESENT.iter().find(|item| is(item))?;
    is_there(value).is_none().then(|| "yes, no".to_owned())
}
