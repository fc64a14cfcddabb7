//! Left against right: the contradiction that has cost patients the healthy organ.

use unicode_normalization::UnicodeNormalization;

use crate::domain::check::facts::Facts;
use crate::domain::disease::Side;
use crate::domain::fold::fold;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::{Code, Vocabulary, Written};

type Sided<'a> = (String, &'a Option<Code<Side>>);

pub(super) fn contradictions(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let diagnosis: Sided = ("diagnosis.side".to_owned(), &case.diagnosis.side);
    let lists: [Vec<Sided>; 2] = [
        case.pathology
            .iter()
            .enumerate()
            .map(|(at, own)| (format!("pathology[{at}].side"), &own.side))
            .collect(),
        case.imaging.iter().enumerate().map(|(at, own)| (format!("imaging[{at}].side"), &own.side)).collect(),
    ];
    if let Some((reference, side)) =
        std::iter::once(&diagnosis).chain(lists.iter().flatten()).find_map(one_sided)
    {
        for list in &lists {
            // A study of the other side beside one of the tumour's own side may show a metastasis; alone it may not.
            let agreed = list.iter().filter_map(one_sided).any(|(_, own)| own == side);
            let severity = if agreed { Severity::Warning } else { Severity::Error };
            compare(facts, (reference, side), list, severity, problems);
        }
    }
    for (at, study) in case.imaging.iter().enumerate() {
        let own: Sided = (format!("imaging[{at}].side"), &study.side);
        let images: Vec<Sided> = study
            .images
            .iter()
            .enumerate()
            .map(|(nth, image)| (format!("imaging[{at}].images[{nth}].side"), &image.side))
            .collect();
        if let Some(reference) = one_sided(&own) {
            compare(facts, reference, &images, Severity::Error, problems);
        }
    }
}

pub(super) fn plan(facts: &Facts, problems: &mut Vec<Problem>) {
    let diagnosis: Sided = ("diagnosis.side".to_owned(), &facts.case.diagnosis.side);
    let (Some((_, side)), Some(plan)) = (one_sided(&diagnosis), &facts.case.plan.text) else { return };
    if let Some(found) = other_side(side, plan.as_str()) {
        problems.push(
            Problem::new("side-plan", Severity::Error, "plan.text")
                .with("side", side.word())
                .with("found", found)
                .owned_by(facts.case.plan.by.as_ref().map(Written::as_str).or(facts.responsible())),
        );
    }
}

/// The word by which a text names the other side only, and never the side of the tumour.
pub fn other_side(side: Side, text: &str) -> Option<&'static str> {
    let (left, right) = sides(text);
    match side {
        Side::Left => right.filter(|_| left.is_none()),
        Side::Right => left.filter(|_| right.is_none()),
        _ => None,
    }
}

/// Left and right that are no side of a tumour: the hand one writes with, the chambers of the heart, what is left,
/// drugs whose Chinese name begins so.
const NO_SIDE: [&str; 40] = [
    "left-handed",
    "right-handed",
    "left handed",
    "right handed",
    "right away",
    "right now",
    "all right",
    "left in",
    "left behind",
    "is left",
    "are left",
    "was left",
    "be left",
    "left over",
    "left to",
    "left out",
    "left ventric",
    "right ventric",
    "left atri",
    "right atri",
    "left heart",
    "right heart",
    "left main",
    "left anterior descending",
    "左室",
    "左心",
    "左房",
    "右室",
    "右心",
    "右房",
    "左甲状腺素",
    "左氧氟沙星",
    "左旋",
    "左西孟旦",
    "左乙拉西坦",
    "左亚叶酸",
    "左卡尼汀",
    "右美托咪定",
    "右旋",
    "右丙亚胺",
];

/// Vietnamese names the side after the organ; `phải` alone also means *must*, and `trái` a fruit.
const ORGANS: [&str; 22] = [
    "bên",
    "vú",
    "phổi",
    "thận",
    "thùy",
    "thuỳ",
    "gan",
    "nách",
    "cổ",
    "mắt",
    "tinh hoàn",
    "buồng trứng",
    "đại tràng",
    "tuyến giáp",
    "thượng thận",
    "phế quản",
    "niệu quản",
    "hạ họng",
    "amiđan",
    "đùi",
    "cánh tay",
    "hạch",
];

fn sides(text: &str) -> (Option<&'static str>, Option<&'static str>) {
    let lower: String = text.nfc().flat_map(char::to_lowercase).collect();
    let lower = NO_SIDE.iter().fold(lower, |text, said| text.replace(said, " "));
    let folded = fold(&lower);
    let word =
        |wanted: &str| folded.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == wanted);
    let after_organ = |side: &str| ORGANS.iter().any(|organ| lower.contains(&format!("{organ} {side}")));
    let said = |plain: &'static str, vi: (&str, &'static str), han: &'static str| {
        if folded.contains(vi.1) || after_organ(vi.0) {
            Some(vi.1)
        } else if lower.contains(han) {
            Some(han)
        } else {
            word(plain).then_some(plain)
        }
    };
    (said("left", ("trái", "ben trai"), "左"), said("right", ("phải", "ben phai"), "右"))
}

/// The names of the tumour, of studies and of specimens against the side that is entered beside them.
pub(super) fn names(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let own = |side: &Option<Code<Side>>| side.as_ref().and_then(Code::known);
    let mut told = vec![(
        "diagnosis.text".to_owned(),
        own(&case.diagnosis.side),
        &case.diagnosis.text,
        "diagnosis.side".to_owned(),
    )];
    for (at, study) in case.imaging.iter().enumerate() {
        let (path, side) = (format!("imaging[{at}].region"), format!("imaging[{at}].side"));
        told.push((path, own(&study.side), &study.region, side));
    }
    for (at, specimen) in case.pathology.iter().enumerate() {
        let (path, side) = (format!("pathology[{at}].specimen"), format!("pathology[{at}].side"));
        told.push((path, own(&specimen.side), &specimen.specimen, side));
    }
    for (path, side, text, other) in told {
        let (Some(side), Some(text)) = (side, text) else { continue };
        if other_side(side, text.as_str()).is_some() {
            let said = if side == Side::Left { Side::Right } else { Side::Left };
            problems.push(
                Problem::new("side-contradiction", Severity::Error, path)
                    .with("side", said.word())
                    .with("other", other)
                    .with("other-side", side.word())
                    .owned_by(facts.responsible()),
            );
        }
    }
}

fn one_sided<'a>(entry: &'a Sided) -> Option<(&'a str, Side)> {
    let side = entry.1.as_ref()?.known()?;
    matches!(side, Side::Left | Side::Right).then_some((entry.0.as_str(), side))
}

fn compare(
    facts: &Facts,
    (other, other_side): (&str, Side),
    list: &[Sided],
    severity: Severity,
    problems: &mut Vec<Problem>,
) {
    for (path, side) in list.iter().filter_map(one_sided).filter(|(_, side)| *side != other_side) {
        problems.push(
            Problem::new("side-contradiction", severity, path)
                .with("side", side.word())
                .with("other", other)
                .with("other-side", other_side.word())
                .owned_by(facts.responsible()),
        );
    }
}
