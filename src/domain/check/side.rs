//! Left against right: the contradiction that has cost patients the healthy organ.

use crate::domain::case::Case;
use crate::domain::check::facts::Facts;
use crate::domain::check::icdo::{Topography, topography};
use crate::domain::check::laterality::{Pair, is_of_both, organ, pair, sides_of, without_others};
use crate::domain::check::path::Path;
use crate::domain::check::side_sign::may_name_a_side;
use crate::domain::check::side_word::{SIDES, SideWords, as_written, lower};
use crate::domain::date::Date;
use crate::domain::disease::Side;
use crate::domain::fold::fold;
use crate::domain::problem::{Problem, Severity};
use crate::domain::prose::Prose;
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
            let agreed = list.iter().filter_map(one_sided).any(|(_, own)| own == side)
                || pair(topography(facts)) != Pair::Paired;
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
    if let Some(found) = planned_on_other_side(facts.case, plan.as_str()) {
        let severity =
            if pair(topography(facts)) == Pair::Lobed { Severity::Warning } else { Severity::Error };
        problems.push(
            Problem::new("side-plan", severity, "plan.text")
                .with("side", side.word())
                .with("found", found)
                .owned_by(facts.case.plan.by.as_ref().map(Written::as_str).or(facts.responsible())),
        );
    }
}

/// The word by which a proposal names the other side of the tumour's organ only, and never the side of the tumour.
/// What is one organ has operations that are named by sides.
pub fn planned_on_other_side(case: &Case, text: &str) -> Option<&'static str> {
    let side = case.diagnosis.side.as_ref().and_then(Code::known)?;
    let site = case.diagnosis.site.as_ref().and_then(|site| Topography::parse(site.as_str()));
    match pair(site) {
        Pair::Single => None,
        _ if !may_name_a_side(text) => None,
        Pair::Paired | Pair::Lobed => other_side(side, &without_others(site, text)),
    }
}

/// The word by which a text names the other side only.
fn other_side(side: Side, text: &str) -> Option<&'static str> {
    if !may_name_a_side(text) {
        return None;
    }
    let (left, right) = sides(text);
    match side {
        Side::Left => right.filter(|_| left.is_none()),
        Side::Right => left.filter(|_| right.is_none()),
        _ => None,
    }
}

/// Vietnamese names the side after the organ; `phải` alone also means *must*, and `trái` a fruit.
const ORGANS: [&str; 34] = [
    "thùy trên",
    "thùy dưới",
    "thùy giữa",
    "thuỳ trên",
    "thuỳ dưới",
    "thuỳ giữa",
    "bên",
    "thành ngực",
    "ngực",
    "hố chậu",
    "nhũ",
    "phần phụ",
    "thùy gan",
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

/// The words for left and for right that stand in a text, with the accents that it has.
fn sides(text: &str) -> (Option<&'static str>, Option<&'static str>) {
    let lower = lower(text);
    let folded = fold(&lower);
    let is_plain = folded == lower;
    let word =
        |wanted: &str| folded.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == wanted);
    let after_organ = |side: &str| {
        lower.contains(side) && ORGANS.iter().any(|organ| lower.contains(&format!("{organ} {side}")))
    };
    let after_plain_organ = |side: &str| {
        is_plain
            && word(side)
            && ORGANS.iter().any(|organ| lower.contains(&format!("{} {side}", fold(organ))))
    };
    let said = |words: &SideWords| {
        let beside = words.beside.iter().find(|said| lower.contains(**said)).copied();
        let han = || lower.contains(words.han).then_some(words.han);
        beside
            .or_else(|| after_organ(words.vietnamese).then_some(words.vietnamese))
            .or_else(|| after_plain_organ(words.unaccented).then_some(words.unaccented))
            .or_else(han)
            .or_else(|| word(words.english).then_some(words.english))
    };
    let [left, right] = &SIDES;
    (said(left), said(right))
}

/// What reports, specimens and treatments say of the tumour's own organ against the side of the tumour. A text that
/// speaks of both sides, or says of the other one only that nothing is there, contradicts nothing.
pub(super) fn texts(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let diagnosis: Sided = ("diagnosis.side".to_owned(), &case.diagnosis.side);
    let (Some((_, side)), Some(organ)) = (one_sided(&diagnosis), organ(topography(facts))) else { return };
    let prose = |text: &Option<Prose>| text.as_ref().map_or("", |text| text.text.as_str()).to_owned();
    let text = |text: &Option<Written>| text.as_ref().map_or("", Written::as_str).to_owned();
    // What belongs together is read together: the report that names both sides may conclude on one.
    let mut told: Vec<Vec<(String, String)>> = Vec::new();
    for (at, study) in case.imaging.iter().enumerate() {
        let own = study.side.as_ref().and_then(Code::known).filter(|own| *own != Side::Unknown);
        let parts = [
            ("region", text(&study.region)),
            ("findings", prose(&study.findings)),
            ("impression", prose(&study.impression)),
        ];
        // A side that is entered is held against the region and the tumour by rules of their own.
        let parts = parts.into_iter().skip(usize::from(own.is_some()));
        if own.is_none_or(|own| own == side) {
            told.push(parts.map(|(part, text)| (format!("imaging[{at}].{part}"), text)).collect());
        }
    }
    for (at, specimen) in case.pathology.iter().enumerate() {
        let own = specimen.side.as_ref().and_then(Code::known).filter(|own| *own != Side::Unknown);
        let parts = [
            ("specimen", text(&specimen.specimen)),
            ("histology", text(&specimen.histology)),
            ("report", prose(&specimen.report)),
        ];
        let parts = parts.into_iter().skip(usize::from(own.is_some()));
        if own.is_none_or(|own| own == side) {
            told.push(parts.map(|(part, text)| (format!("pathology[{at}].{part}"), text)).collect());
        }
    }
    let diagnosed = case.diagnosis.date.as_ref().and_then(Date::known).and_then(|date| date.earliest());
    for (at, own) in case.treatments.iter().enumerate() {
        let start = own.start.as_ref().and_then(Date::known).and_then(|date| date.latest());
        // What was done before may have been for another tumour.
        if matches!((start, diagnosed), (Some(start), Some(diagnosed)) if start >= diagnosed) {
            told.push(vec![(format!("treatments[{at}].what"), text(&own.what))]);
        }
    }
    told.push(vec![("question.text".to_owned(), text(&case.question.text))]);
    for parts in told {
        if !parts.iter().any(|(_, text)| may_name_a_side(text)) {
            continue;
        }
        let read: Vec<(&String, &String, String)> =
            parts.iter().map(|(path, text)| (path, text, lower(text))).collect();
        if read.iter().any(|(_, _, text)| is_of_both(text)) {
            continue;
        }
        let seen: Vec<_> = read
            .iter()
            .flat_map(|(path, raw, text)| sides_of(organ, text).into_iter().map(move |own| (path, raw, own)))
            .collect();
        // That nothing is there is no word for the tumour's side: most reports say so of the other lung.
        if seen.iter().any(|(_, _, own)| own.side == side && !own.is_clear) {
            continue;
        }
        if let Some((path, raw, own)) = seen.iter().find(|(_, _, own)| own.side != side && !own.is_excused())
        {
            problems.push(
                Problem::new("side-text", Severity::Warning, path.as_str())
                    .with("side", side.word())
                    .with("found", as_written(raw, &own.words))
                    .owned_by(facts.responsible()),
            );
        }
    }
}

/// The names of the tumour, of studies and of specimens against the side that is entered beside them.
pub(super) fn names(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let own = |side: &Option<Code<Side>>| side.as_ref().and_then(Code::known);
    let of_diagnosis = (Path::Field("diagnosis.text"), Path::Field("diagnosis.side"));
    let mut told = vec![(of_diagnosis, own(&case.diagnosis.side), &case.diagnosis.text)];
    for (at, study) in case.imaging.iter().enumerate() {
        let paths = (Path::Item("imaging", at, "region"), Path::Item("imaging", at, "side"));
        told.push((paths, own(&study.side), &study.region));
    }
    for (at, specimen) in case.pathology.iter().enumerate() {
        let paths = (Path::Item("pathology", at, "specimen"), Path::Item("pathology", at, "side"));
        told.push((paths, own(&specimen.side), &specimen.specimen));
    }
    for ((path, other), side, text) in told {
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
