//! Left against right: the contradiction that has cost patients the healthy organ.

use crate::domain::case::Case;
use crate::domain::check::facts::Facts;
use crate::domain::check::icdo::{Morphology, topography};
use crate::domain::check::laterality::{Organ, Pair, Sided as Seen, is_of_both, organ, pair, sides_of};
use crate::domain::check::path::Path;
use crate::domain::check::phrases::{holds_any, says_any};
use crate::domain::check::side_mention::mentions;
use crate::domain::check::side_sign::may_name_a_side;
use crate::domain::check::side_word::{as_written, lower};
use crate::domain::date::Date;
use crate::domain::disease::Side;
use crate::domain::fold::fold;
use crate::domain::imaging::{Lesion, LesionKind, LesionRole};
use crate::domain::pathology::Specimen;
use crate::domain::problem::{Problem, Severity};
use crate::domain::prose::Prose;
use crate::domain::value::{Code, Vocabulary, Written};

type Sided<'a> = (String, &'a Option<Code<Side>>);

pub(super) fn contradictions(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let diagnosis: Sided = ("diagnosis.side".to_owned(), &case.diagnosis.side);
    let specimens = case.pathology.iter().enumerate().filter(|(_, own)| is_left_or_right(own.side.as_ref()));
    let studies = case.imaging.iter().enumerate().filter(|(_, own)| is_left_or_right(own.side.as_ref()));
    let images = studies.clone().flat_map(|(_, study)| study.images.iter().map(|image| &image.side));
    let entered =
        specimens.clone().map(|(_, own)| &own.side).chain(studies.clone().map(|(_, own)| &own.side));
    let all = entered.chain(images).chain([&case.diagnosis.side]).flatten();
    // Where no two sides differ, none contradicts another.
    let says = |side: Side| all.clone().any(|own| own.is(side));
    if !says(Side::Left) || !says(Side::Right) {
        return;
    }
    let lists: [Vec<Sided>; 2] = [
        specimens
            .filter(|(_, own)| !is_of_another(own, organ(topography(facts))))
            .map(|(at, own)| (format!("pathology[{at}].side"), &own.side))
            .collect(),
        studies.clone().map(|(at, own)| (format!("imaging[{at}].side"), &own.side)).collect(),
    ];
    let is_of_both = diagnosis.1.as_ref().is_some_and(|side| side.is(Side::Bilateral));
    let reference = one_sided(&diagnosis).or_else(|| most_said(&lists)).filter(|_| !is_of_both);
    if let Some((reference, side)) = reference {
        for list in &lists {
            // A study of the other side beside one of the tumour's own side may show a metastasis; alone it may not.
            let agreed = list.iter().filter_map(one_sided).any(|(_, own)| own == side)
                || pair(topography(facts)) != Pair::Paired;
            let severity = if agreed { Severity::Warning } else { Severity::Error };
            compare(facts, (reference, side), list, severity, problems);
        }
    }
    for (at, study) in studies {
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

/// A specimen of a metastasis or of another organ than the tumour's, which may lie on either side.
fn is_of_another(specimen: &Specimen, own: Option<&Organ>) -> bool {
    let morphology = specimen.morphology.as_ref().and_then(|text| Morphology::parse(text.as_str()));
    let text = specimen.specimen.as_ref().map(|text| lower(text.as_str())).unwrap_or_default();
    morphology.is_some_and(|morphology| morphology.behaviour == 6)
        || holds_any(&text, "elsewhere")
        || own.is_some_and(|own| says_any(&text, "other-structures") && !own.is_in(&text))
}

/// Of several sides without one of the diagnosis the one that most have said, the first where as many say either.
fn most_said<'a>(lists: &'a [Vec<Sided<'a>>]) -> Option<(&'a str, Side)> {
    let all: Vec<(&str, Side)> = lists.iter().flatten().filter_map(one_sided).collect();
    let first = *all.first()?;
    let other = all.iter().find(|(_, side)| *side != first.1);
    let agree = all.iter().filter(|(_, side)| *side == first.1).count();
    Some(*other.filter(|_| all.len() - agree > agree).unwrap_or(&first))
}

/// Target lesions in the tumour's own organ, of which none lies on the side of the tumour.
pub(super) fn lesions(facts: &Facts, problems: &mut Vec<Problem>) {
    let diagnosis: Sided = ("diagnosis.side".to_owned(), &facts.case.diagnosis.side);
    let site = topography(facts);
    let (Some(reference), Some(own)) = (one_sided(&diagnosis), organ(site)) else { return };
    let text = |text: &Option<Written>| text.as_ref().map_or_else(String::new, |text| lower(text.as_str()));
    let is_own = |lesion: &Lesion| {
        lesion.role.as_ref().is_some_and(|role| role.is(LesionRole::Target))
            && !lesion.kind.as_ref().is_some_and(|kind| kind.is(LesionKind::Node))
            && own.is_named(text(&lesion.organ).trim())
            && ![&lesion.location, &lesion.note].iter().any(|words| holds_any(&text(words), "elsewhere"))
    };
    let lesions = facts.case.lesions.iter().enumerate().filter(|(_, lesion)| is_own(lesion));
    let list: Vec<Sided> =
        lesions.map(|(at, lesion)| (format!("lesions[{at}].side"), &lesion.side)).collect();
    let agreed = list.iter().filter_map(one_sided).any(|(_, side)| side == reference.1);
    if !agreed && pair(site) == Pair::Paired {
        compare(facts, reference, &list, Severity::Warning, problems);
    }
}

/// The word by which a text names the other side only.
fn other_side(side: Side, text: &str) -> Option<&'static str> {
    if !matches!(side, Side::Left | Side::Right) || !may_name_a_side(text) {
        return None;
    }
    let text = lower(text);
    let all = mentions(&text, fold(&text) == text);
    all.first().filter(|_| all.iter().all(|one| one.side != side)).map(|one| one.word)
}

/// What reports, specimens and treatments say of the tumour's own organ against the side of the tumour. A text that
/// speaks of both sides, or says of the other one only that nothing is there, contradicts nothing.
pub(super) fn texts(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let diagnosis: Sided = ("diagnosis.side".to_owned(), &case.diagnosis.side);
    let (Some((_, side)), Some(organ)) = (one_sided(&diagnosis), organ(topography(facts))) else { return };
    for told in told_together(case, side) {
        if let Some((path, found)) = speaks_against(&told, organ, side) {
            problems.push(
                Problem::new("side-text", Severity::Warning, path)
                    .with("side", side.word())
                    .with("found", found)
                    .owned_by(facts.responsible()),
            );
        }
    }
}

/// A text and where it stands.
type Told<'a> = (Path, &'a str);

/// The texts that may speak of the tumour's side. What belongs together is read together: the report that names both
/// sides may conclude on one.
fn told_together(case: &Case, side: Side) -> Vec<Vec<Told<'_>>> {
    let mut told: Vec<Vec<Told>> = Vec::new();
    let known =
        |own: &Option<Code<Side>>| own.as_ref().and_then(Code::known).filter(|own| *own != Side::Unknown);
    for (at, study) in case.imaging.iter().enumerate() {
        let own = known(&study.side);
        let parts = [
            (Path::Item("imaging", at, "region"), written(study.region.as_ref())),
            (Path::Item("imaging", at, "findings"), prose(study.findings.as_ref())),
            (Path::Item("imaging", at, "impression"), prose(study.impression.as_ref())),
        ];
        // A side that is entered is held against the region and the tumour by rules of their own.
        if own.is_none_or(|own| own == side || own == Side::Bilateral) {
            told.push(parts.into_iter().skip(usize::from(own.is_some())).collect());
        }
    }
    for (at, specimen) in case.pathology.iter().enumerate() {
        let own = known(&specimen.side);
        let parts = [
            (Path::Item("pathology", at, "specimen"), written(specimen.specimen.as_ref())),
            (Path::Item("pathology", at, "histology"), written(specimen.histology.as_ref())),
            (Path::Item("pathology", at, "report"), prose(specimen.report.as_ref())),
        ];
        if own.is_none_or(|own| own == side) {
            told.push(parts.into_iter().skip(usize::from(own.is_some())).collect());
        }
    }
    let diagnosed = case.diagnosis.date.as_ref().and_then(Date::earliest);
    for (at, own) in case.treatments.iter().enumerate() {
        let start = own.start.as_ref().and_then(Date::latest);
        // What was done before may have been for another tumour.
        if matches!((start, diagnosed), (Some(start), Some(diagnosed)) if start >= diagnosed) {
            told.push(vec![(Path::Item("treatments", at, "what"), written(own.what.as_ref()))]);
        }
    }
    told.push(vec![(Path::Field("question.text"), written(case.question.text.as_ref()))]);
    told
}

fn written(text: Option<&Written>) -> &str {
    text.map_or("", Written::as_str)
}

fn prose(text: Option<&Prose>) -> &str {
    text.map_or("", |text| text.text.as_str())
}

/// Where texts that belong together put the tumour on another side, and the words that do.
fn speaks_against(told: &[Told], organ: &Organ, side: Side) -> Option<(Path, String)> {
    let mut seen: Vec<(Path, &str, Seen)> = Vec::new();
    for (path, raw) in told.iter().filter(|(_, raw)| may_name_a_side(raw)) {
        let own = sides_of(organ, &lower(raw));
        // A text that puts the tumour on its own side ends the search. That a side is clear does not count: reports often
        // say so of the other lung.
        if own.iter().any(|own| own.side == side && !own.is_clear && !own.is_remark()) {
            return None;
        }
        seen.extend(own.into_iter().map(|own| (*path, *raw, own)));
    }
    if seen.is_empty() {
        return None;
    }
    let of_both = told.iter().any(|(_, raw)| is_of_both(&lower(raw)));
    // Where the tumour's side is spoken of, or both sides are, only a mass on the other one speaks against it.
    let is_seen = seen.iter().any(|(_, _, own)| own.side == side);
    let only_mass = of_both || seen.iter().any(|(_, _, own)| own.side == side && !own.is_clear);
    if of_both && !is_seen {
        return None;
    }
    let speaks = |own: &Seen| own.side != side && !own.is_excused() && (!only_mass || own.is_tumour());
    let (path, raw, own) = seen.into_iter().find(|(_, _, own)| speaks(own))?;
    Some((path, as_written(raw, &own.words)))
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
    is_left_or_right(entry.1.as_ref()).then_some((entry.0.as_str(), side))
}

fn is_left_or_right(side: Option<&Code<Side>>) -> bool {
    side.and_then(Code::known).is_some_and(|side| matches!(side, Side::Left | Side::Right))
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
