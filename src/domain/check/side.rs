//! Left against right: the contradiction that has cost patients the healthy organ.

use crate::domain::check::facts::Facts;
use crate::domain::disease::Side;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::{Code, Vocabulary};

type Sided<'a> = (String, &'a Option<Code<Side>>);

pub(super) fn contradictions(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let mut sides: Vec<Sided> = vec![("diagnosis.side".to_owned(), &case.diagnosis.side)];
    sides.extend(
        case.pathology.iter().enumerate().map(|(at, own)| (format!("pathology[{at}].side"), &own.side)),
    );
    sides.extend(case.imaging.iter().enumerate().map(|(at, own)| (format!("imaging[{at}].side"), &own.side)));
    compare(facts, &sides, problems);
    for (at, study) in case.imaging.iter().enumerate() {
        let mut sides: Vec<Sided> = vec![(format!("imaging[{at}].side"), &study.side)];
        sides.extend(
            study
                .images
                .iter()
                .enumerate()
                .map(|(nth, image)| (format!("imaging[{at}].images[{nth}].side"), &image.side)),
        );
        compare(facts, &sides, problems);
    }
}

/// The first entry that names one side is held against all that name the other.
fn compare(facts: &Facts, sides: &[Sided], problems: &mut Vec<Problem>) {
    let mut one_sided = sides.iter().filter_map(|(path, side)| {
        let side = side.as_ref()?.known()?;
        matches!(side, Side::Left | Side::Right).then_some((path, side))
    });
    let Some((first_path, first)) = one_sided.next() else { return };
    for (path, side) in one_sided.filter(|(_, side)| *side != first) {
        problems.push(
            Problem::new("side-contradiction", Severity::Error, path.as_str())
                .with("side", side.word())
                .with("other", first_path.as_str())
                .with("other-side", first.word())
                .owned_by(facts.responsible()),
        );
    }
}
