//! The tables of a case report: stages, scores, laboratory, trials, the plan before the board, what is missing.

use crate::domain::care::Lab;
use crate::domain::case::Case;
use crate::domain::text::Shown;
use crate::exchange::report::Block;
use crate::exchange::sheet::{
    Context, Sheet, code_part, dated, is_blank, person, sentence, table, written, written_or_nothing,
};
use crate::phrase;

/// Stages as a clinician entered them; system, edition and basis always show, recorded or not.
pub fn staging(context: &Context, case: &Case) -> Option<Block> {
    let Context { words, board, .. } = *context;
    let rows = case.staging.iter().map(|one| {
        vec![
            vec![phrase::code_or_blank(words, one.system.as_ref())],
            written(words, one.edition.as_ref()),
            vec![phrase::code_or_blank(words, one.basis.as_ref())],
            written_or_nothing(words, one.t.as_ref()),
            written_or_nothing(words, one.n.as_ref()),
            written_or_nothing(words, one.m.as_ref()),
            written(words, one.group.as_ref()),
            vec![phrase::date_or_blank(words, one.date.as_ref())],
            person(board, one.by.as_ref()),
            written_or_nothing(words, one.note.as_ref()),
        ]
    });
    let heads = [
        "report-stage-system",
        "report-edition",
        "report-stage-basis",
        "report-t",
        "report-n",
        "report-m",
        "report-group",
        "report-date",
        "report-by",
        "report-note",
    ];
    (!case.staging.is_empty()).then(|| table(words, &heads, rows.collect()))
}

pub fn scores(context: &Context, case: &Case) -> Option<Block> {
    let Context { words, board, as_of, .. } = *context;
    let rows = case.scores.iter().map(|one| {
        vec![
            written(words, one.name.as_ref()),
            written(words, one.value.as_ref()),
            vec![dated(words, one.date.as_ref(), as_of)],
            person(board, one.by.as_ref()),
            written_or_nothing(words, one.note.as_ref()),
        ]
    });
    let heads = ["report-score", "report-value", "report-date", "report-by", "report-note"];
    (!case.scores.is_empty()).then(|| table(words, &heads, rows.collect()))
}

pub fn labs(context: &Context, case: &Case) -> Option<Block> {
    let Context { words, as_of, .. } = *context;
    let rows = case.labs.iter().map(|one| {
        vec![
            written(words, one.test.as_ref()),
            vec![with_unit(context, one)],
            vec![dated(words, one.date.as_ref(), as_of)],
            written_or_nothing(words, one.note.as_ref()),
        ]
    });
    let heads = ["report-test", "report-value", "report-date", "report-note"];
    (!case.labs.is_empty()).then(|| table(words, &heads, rows.collect()))
}

/// Value and unit, held together by a space that does not break; a missing unit is said.
fn with_unit(context: &Context, lab: &Lab) -> Shown {
    let (words, value) = (context.words, lab.value.as_ref());
    let Some(known) = value.filter(|value| !is_blank(value) && value.absence().is_none()) else {
        return phrase::written_or_blank(words, value.filter(|value| !is_blank(value)));
    };
    match lab.unit.as_ref().filter(|unit| !is_blank(unit)) {
        Some(unit) => Shown::line(&format!("{}\u{a0}{}", known.as_str(), unit.as_str())),
        None if !lab.lacks_unit() => phrase::written(words, known),
        None => sentence(words, "report-without-unit", &[("value", known.as_str().into())]),
    }
}

pub fn trials(context: &Context, case: &Case) -> Option<Block> {
    let words = context.words;
    let rows = case.trials.iter().map(|one| {
        vec![
            written(words, one.id.as_ref()),
            written_or_nothing(words, one.title.as_ref()),
            vec![phrase::code_or_blank(words, one.status.as_ref())],
            written_or_nothing(words, one.note.as_ref()),
        ]
    });
    let heads = ["report-trial", "report-title", "report-state", "report-note"];
    (!case.trials.is_empty()).then(|| table(words, &heads, rows.collect()))
}

/// What the treating team meant to do before the board: never to be taken for its decision.
pub fn plan(context: &Context, case: &Case) -> Option<Block> {
    let Context { words, board, .. } = *context;
    let mut sheet = Sheet::new(words);
    sheet.written_if("report-plan", case.plan.text.as_ref());
    sheet.say_if("report-by", person(board, case.plan.by.as_ref()));
    sheet.date_if("report-date", case.plan.date.as_ref());
    sheet.written_if("report-note", case.plan.note.as_ref());
    sheet.block()
}

pub fn missing(context: &Context, case: &Case) -> Option<Block> {
    let Context { words, board, .. } = *context;
    let rows = case.missing.iter().map(|one| {
        vec![
            written(words, one.item.as_ref()),
            vec![phrase::code_or_blank(words, one.why.as_ref())],
            person(board, one.owner.as_ref()),
            vec![phrase::date_or_blank(words, one.due.as_ref())],
            code_part(words, one.blocking.as_ref()).into_iter().collect(),
            written_or_nothing(words, one.note.as_ref()),
        ]
    });
    let heads = ["report-item", "report-why", "report-owner", "report-due", "report-blocking", "report-note"];
    (!case.missing.is_empty()).then(|| table(words, &heads, rows.collect()))
}
