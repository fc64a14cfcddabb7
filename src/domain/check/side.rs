//! Left against right: the contradiction that has cost patients the healthy organ.

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

/// The word by which a proposal names the other side only, and never the side of the tumour. Vietnamese `phải` alone also
/// means *must*, so it counts with `bên` before it.
pub fn other_side(side: Side, proposed: &str) -> Option<&'static str> {
    let text = fold(proposed);
    let word = |wanted: &str| text.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == wanted);
    let left =
        ["ben trai", "左"].into_iter().find(|part| text.contains(part)).or(word("left").then_some("left"));
    let right =
        ["ben phai", "右"].into_iter().find(|part| text.contains(part)).or(word("right").then_some("right"));
    match side {
        Side::Left => right.filter(|_| left.is_none()),
        Side::Right => left.filter(|_| right.is_none()),
        _ => None,
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
