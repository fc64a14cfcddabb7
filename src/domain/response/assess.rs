//! RECIST 1.1 and mRECIST from the lesion table of a case: sums, changes and a verdict at each time point.

use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::imaging::{Lesion, LesionRole};
use crate::domain::response::judge::{NonTarget, Targets, non_targets, overall, targets};
use crate::domain::response::outcome::{Assessment, Point, Seen};
use crate::domain::response::part::{Part, counts_as_new, diameter, is_normal_node, parts};
use crate::domain::response::points::{Note, Visit, entry, id_of, is_node, visits};
use crate::domain::response::size::{Entry, Length};
use crate::domain::response::words::{Criteria, Remark, Rule, Verdict};
use crate::domain::response::{given, immune};
use crate::domain::treatment::Category;

/// RECIST 1.1, and by what was given mRECIST or iRECIST besides. `baseline` names a study of the time point to start
/// from; without it the first one at which a target was measured.
pub fn assess(case: &Case, baseline: Option<&str>) -> Vec<Assessment> {
    let (mut visits, notes) = visits(case);
    let first = match baseline {
        Some(study) => visits.iter().position(|visit| visit.ids().iter().any(|id| id == study)),
        None => Some(first_of_targets(case, &visits)),
    };
    visits.drain(..first.unwrap_or(visits.len()));
    if visits.is_empty() {
        return Vec::new();
    }
    let by = |criteria| by(criteria, case, &visits, notes.clone());
    let recist = by(Criteria::Recist);
    let immune = given::checkpoint_inhibitor(case, &visits).then(|| immune::assess(&recist));
    let liver = given::liver_locally(case).then(|| by(Criteria::MRecist));
    std::iter::once(recist).chain(liver).chain(immune).collect()
}

/// The first time point at which a target was measured; the very first where there are none.
fn first_of_targets(case: &Case, visits: &[Visit]) -> usize {
    let target = |lesion: &&Lesion| lesion.role.as_ref().is_some_and(|role| role.is(LesionRole::Target));
    let measured = |visit: &Visit| {
        let ids = visit.ids();
        let has = |lesion: &Lesion| {
            ids.iter().any(|id| lesion.sizes.contains_key(id) || lesion.viable.contains_key(id))
        };
        case.lesions.iter().filter(target).any(has)
    };
    visits.iter().position(measured).unwrap_or_default()
}

fn by(criteria: Criteria, case: &Case, visits: &[Visit], mut notes: Vec<Note>) -> Assessment {
    let parts = parts(criteria, case, visits, &mut notes);
    let mut assessment = Assessment {
        criteria,
        targets: named(case, &parts, Part::Target),
        points: Vec::new(),
        notes: Vec::new(),
    };
    let mut was_gone = false;
    for (at, visit) in visits.iter().enumerate() {
        let entries: Vec<Option<Entry>> = case
            .lesions
            .iter()
            .map(|lesion| entry(visits, at, lesion, diameter(criteria, case, lesion), &mut notes))
            .collect();
        notes.extend(worded_progression(case, visit, &parts, &entries));
        let point = point(criteria, case, visit, &parts, &entries, &assessment.points, was_gone);
        was_gone |= point.target.is_some_and(|(verdict, _)| verdict == Verdict::Cr);
        assessment.points.push(point);
    }
    notes.extend(new_treatment(case, visits));
    notes.extend(after_progression(&assessment.points));
    notes.extend(equivocal_before(&parts, &assessment.points));
    assessment.notes = notes;
    assessment
}

fn named(case: &Case, parts: &[Part], wanted: Part) -> Vec<String> {
    let both = case.lesions.iter().zip(parts).filter(|(_, part)| **part == wanted);
    both.map(|(lesion, _)| id_of(lesion.id.as_ref()).to_owned()).collect()
}

/// The lesions that count in this part, each with what was seen of it at one time point.
fn of_part<'a>(
    case: &'a Case,
    parts: &'a [Part],
    entries: &'a [Option<Entry>],
    wanted: Part,
) -> impl Iterator<Item = (&'a Lesion, Option<Entry>)> {
    let all = case.lesions.iter().zip(parts).zip(entries);
    all.filter(move |((_, part), _)| **part == wanted).map(|((lesion, _), entry)| (lesion, *entry))
}

fn point(
    criteria: Criteria,
    case: &Case,
    visit: &Visit,
    parts: &[Part],
    entries: &[Option<Entry>],
    before: &[Point],
    was_gone: bool,
) -> Point {
    let baseline = before.first().and_then(|point| point.sum);
    let nadir = before.iter().filter_map(|point| point.sum).min();
    let seen: Vec<(&Lesion, Option<Entry>)> = of_part(case, parts, entries, Part::Target).collect();
    let (sum, target) = judge_targets(criteria, &seen, baseline.zip(nadir), was_gone);
    let others: Vec<NonTarget> = of_part(case, parts, entries, Part::NonTarget)
        .map(|(lesion, entry)| state(criteria, lesion, entry))
        .collect();
    let at_baseline = before.first().map_or(entries, |first| &first.entries);
    let new = new_lesions(criteria, case, parts, entries, at_baseline);
    let is_baseline = before.is_empty();
    let non_target = if is_baseline { None } else { non_targets(&others) };
    // A target that was never measured leaves nothing that the rest could decide.
    let whole = if seen.is_empty() || target.is_some() {
        overall(target, non_target, !new.is_empty())
    } else {
        overall(Some((Verdict::Ne, Rule::NothingToCompare)), non_target, !new.is_empty())
    };
    Point {
        studies: visit.ids(),
        date: Date::Known(visit.date),
        entries: entries.to_vec(),
        sum,
        from_baseline: sum.and_then(|sum| sum.change_from(baseline?)),
        nadir,
        from_nadir: sum.and_then(|sum| sum.change_from(nadir?)),
        target,
        non_target,
        seen: Seen {
            new_count: new.len(),
            new_sum: new.iter().filter_map(|(_, length)| *length).fold(Length::ZERO, |sum, own| sum + own),
        },
        new_lesions: new.into_iter().map(|(id, _)| id).collect(),
        overall: (!is_baseline).then_some(whole),
    }
}

/// The sum of the targets, where all were measured, and what it says beside the first and the smallest sum before.
fn judge_targets(
    criteria: Criteria,
    seen: &[(&Lesion, Option<Entry>)],
    before: Option<(Length, Length)>,
    was_gone: bool,
) -> (Option<Length>, Option<(Verdict, Rule)>) {
    if seen.is_empty() {
        return (None, None);
    }
    let lengths: Vec<Option<Length>> = seen.iter().map(|(_, entry)| entry.and_then(Entry::length)).collect();
    let complete = lengths.iter().all(Option::is_some);
    let measured = lengths.iter().flatten().fold(Length::ZERO, |sum, length| sum + *length);
    let gone = seen.iter().all(|(lesion, entry)| match entry {
        Some(Entry::Absent) => true,
        Some(entry) => is_node(lesion) && is_normal_node(criteria, lesion, *entry),
        None => false,
    });
    let is_there = |entry: &Entry| !matches!(entry, Entry::Absent | Entry::NotEvaluated);
    let reappeared = was_gone
        && seen.iter().any(|(lesion, entry)| !is_node(lesion) && entry.as_ref().is_some_and(is_there));
    let target = before.map(|(baseline, nadir)| {
        targets(criteria, Targets { baseline, nadir, sum: measured, complete, gone, reappeared })
    });
    (complete.then_some(measured), target)
}

/// The new lesions that are certain at this time point, by their names, each with its length.
fn new_lesions(
    criteria: Criteria,
    case: &Case,
    parts: &[Part],
    entries: &[Option<Entry>],
    at_baseline: &[Option<Entry>],
) -> Vec<(String, Option<Length>)> {
    of_part(case, parts, entries, Part::New)
        .zip(of_part(case, parts, at_baseline, Part::New))
        .filter(|((lesion, entry), (_, baseline))| {
            entry.is_some_and(|entry| counts_as_new(criteria, lesion, *baseline, entry))
        })
        .map(|((lesion, entry), _)| (id_of(lesion.id.as_ref()).to_owned(), entry.and_then(Entry::length)))
        .collect()
}

/// Growth of a non-target in millimetres is no progression; only the reader's word is.
fn state(criteria: Criteria, lesion: &Lesion, entry: Option<Entry>) -> NonTarget {
    match entry {
        None | Some(Entry::NotEvaluated | Entry::Equivocal) => NonTarget::NotEvaluated,
        Some(Entry::Progression) => NonTarget::Progression,
        Some(Entry::Absent) => NonTarget::Absent,
        Some(entry) if is_node(lesion) && is_normal_node(criteria, lesion, entry) => NonTarget::Absent,
        Some(Entry::Measured(_) | Entry::TooSmall | Entry::Present) => NonTarget::Present,
    }
}

/// A target is judged by its size: the word that it grew gives it none, and the sum stays open.
fn worded_progression(case: &Case, visit: &Visit, parts: &[Part], entries: &[Option<Entry>]) -> Vec<Note> {
    let all = case.lesions.iter().zip(parts).zip(entries);
    let worded =
        all.filter(|((_, part), entry)| **part == Part::Target && **entry == Some(Entry::Progression));
    let what = |lesion: &Lesion| format!("{} {}", id_of(lesion.id.as_ref()), visit.ids().join(" "));
    worded.map(|((lesion, _), _)| Note::new(Remark::ProgressionTarget, &what(lesion))).collect()
}

/// What comes after a progression is still held against the same baseline, and is no response of a next treatment.
fn after_progression(points: &[Point]) -> Option<Note> {
    let is_pd = |point: &Point| point.overall.is_some_and(|(verdict, _)| verdict == Verdict::Pd);
    let first = points.iter().position(is_pd)?;
    let back = points.iter().skip(first).any(|point| {
        matches!(point.overall, Some((Verdict::Cr | Verdict::Pr | Verdict::Sd | Verdict::NonCrNonPd, _)))
    });
    back.then(|| {
        Note::new(
            Remark::AfterProgression,
            &points.get(first).map(|own| own.date.to_string()).unwrap_or_default(),
        )
    })
}

/// A new lesion that was equivocal before it was certain: the progression is of the day on which it was suspected.
fn equivocal_before(parts: &[Part], points: &[Point]) -> Option<Note> {
    let new = parts.iter().enumerate().filter(|(_, part)| **part == Part::New).map(|(at, _)| at);
    let suspected = new.filter_map(|at| {
        let entry = |point: &Point| point.entries.get(at).copied().flatten();
        let first = points.iter().position(|point| entry(point) == Some(Entry::Equivocal))?;
        let told = points.iter().skip(first + 1).filter_map(entry).find(|own| *own != Entry::NotEvaluated);
        // certain at the very next look, and no progression of anything before
        let certain = told.is_some_and(|own| !matches!(own, Entry::Equivocal | Entry::Absent));
        certain.then_some(first)
    });
    let first = suspected.min()?;
    let is_pd = |point: &Point| point.overall.is_some_and(|(verdict, _)| verdict == Verdict::Pd);
    let before = points.iter().take(first + 1).any(is_pd);
    let day = points.get(first)?.date.to_string();
    (!before).then(|| Note::new(Remark::EquivocalBefore, &day))
}

/// A treatment that began after the first assessment: its response wants a baseline of its own.
fn new_treatment(case: &Case, visits: &[Visit]) -> Option<Note> {
    let days: Vec<_> = visits.iter().skip(1).filter_map(Visit::day).collect();
    let (first, last) = (days.first()?, days.last()?);
    let against_tumour = |category: Category| {
        use Category::{Interventional, Nuclear, Radiotherapy, Surgery, Systemic};
        [Interventional, Nuclear, Radiotherapy, Surgery, Systemic].contains(&category)
    };
    let starts = case
        .treatments
        .iter()
        .filter(|own| own.kind().is_some_and(against_tumour))
        .filter_map(|own| own.start.as_ref().and_then(Date::known));
    let later = starts.filter(|start| start.earliest().is_some_and(|day| day > *first && day < *last)).max();
    later.map(|start| Note::new(Remark::TreatmentSince, &start.to_string()))
}
