//! Step 1: what the board is asked, under which conditions, and what is missing to answer.

use crate::domain::case::Case;
use crate::domain::check::Readiness;
use crate::domain::problem::Severity;
use crate::domain::text::Shown;
use crate::domain::value::Written;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::case::facts::{
    code, date, dated, fact, fact_if, heading, label, missing, problem_lines, told, written,
};
use crate::ui::screens::case::screen::CaseScreen;
use crate::ui::unread;

pub fn page(model: &Model, screen: &CaseScreen, case: &Case) -> Vec<Block> {
    let question = &case.question;
    let asked = question.text.as_ref().map_or_else(
        || vec![Part::new(Role::Attention, model.words.get("question-none"))],
        |text| Shown::lines(text.as_str()).into_iter().map(|line| Part::new(Role::Title, line)).collect(),
    );
    let mut blocks: Vec<Block> = asked.into_iter().map(Block::Says).collect();
    blocks.push(Block::Gap);
    blocks.extend(told(model, "diagnosis", case.diagnosis.text.as_ref()));
    let codes = [case.diagnosis.site.as_ref(), case.diagnosis.histology.as_ref()];
    let codes: Vec<&str> = codes.into_iter().flatten().map(Written::as_str).collect();
    if !codes.is_empty() {
        blocks.push(fact(model, "icd-o", Part::value(codes.join("  "))));
    }
    if case.diagnosis.side.is_some() {
        blocks.push(fact(model, "side", code(model, case.diagnosis.side.as_ref())));
    }
    blocks.push(fact(model, "basis", code(model, case.diagnosis.basis.as_ref())));
    blocks.push(fact(model, "question-type", code(model, question.kind.as_ref())));
    blocks.push(fact(model, "situation", code(model, question.situation.as_ref())));
    blocks.push(fact(model, "timing", code(model, question.timing.as_ref())));
    blocks.push(fact(model, "discussion-number", Part::value(question.discussion_number().to_string())));
    blocks.push(fact(model, "urgency", code(model, question.urgency.as_ref())));
    blocks.push(fact(model, "presenter", person(model, question.presenter.as_ref())));
    blocks.extend(fact_if(model, "to-radiology", question.to_radiology.as_ref()));
    blocks.extend(fact_if(model, "to-pathology", question.to_pathology.as_ref()));
    blocks.extend(fact_if(model, "note", question.note.as_ref()));
    blocks.extend(told(model, "plan-before", case.plan.text.as_ref()));
    blocks.push(Block::Gap);
    if !case.missing.is_empty() {
        blocks.extend(missing(model, &case.missing));
        blocks.push(Block::Gap);
    }
    blocks.extend(needs(model, case));
    blocks.extend(problems(model, screen));
    blocks.push(heading(model, "conditions"));
    blocks.push(fact(model, "consent", code(model, case.consent.discussion.as_ref())));
    blocks.push(fact(model, "consent-sharing", code(model, case.consent.sharing.as_ref())));
    if case.consent.withdrawn.is_some() {
        blocks.push(fact(
            model,
            "consent-withdrawn",
            Part::new(Role::Danger, date(model, case.consent.withdrawn.as_ref()).text),
        ));
    }
    blocks.push(fact(model, "told", code(model, case.told.state.as_ref())));
    blocks.extend(fact_if(model, "note", case.told.note.as_ref()));
    blocks.push(fact(model, "insurance", written(model, case.means.insurance.as_ref())));
    blocks.push(fact(model, "ability", code(model, case.means.ability.as_ref())));
    blocks.push(fact(model, "distance", written(model, case.means.distance.as_ref())));
    blocks.push(fact(model, "care-level", code(model, case.referral.care_level.as_ref())));
    blocks.extend(referral(model, case));
    blocks.push(fact(model, "found-how", code(model, case.found.how.as_ref())));
    blocks.extend(fact_if(model, "found-programme", case.found.programme.as_ref()));
    blocks.push(fact(model, "vital", code(model, case.patient.vital.as_ref())));
    blocks.push(fact(model, "last-contact", dated(model, case.patient.last_contact.as_ref())));
    blocks
}

/// What a board needs for this tumour before it can decide, and what of it is not there, with who owns it.
fn needs(model: &Model, case: &Case) -> Vec<Block> {
    let ready = Readiness::of(case).at(&model.limits(), model.as_of());
    let count = Part::value(phrase::readiness::count(model.words, &ready));
    let mut blocks = vec![Block::Fact(label(model, "board-needs"), count)];
    for need in &ready.gaps {
        let text = phrase::readiness::gap(model.words, model.board_file(), need);
        blocks.push(Block::Fact(Shown::default(), Part::new(Role::Attention, text)));
    }
    blocks.push(Block::Gap);
    blocks
}

fn person(model: &Model, key: Option<&Written>) -> Part {
    match key {
        Some(key) => Part::value(model.board_file().person_name(key.as_str()).to_owned()),
        None => written(model, None),
    }
}

fn referral(model: &Model, case: &Case) -> Option<Block> {
    let name = |key: &Written| model.board_file().facility_name(key.as_str()).to_owned();
    let from = case.referral.from.as_ref().map(name)?;
    let to = case.referral.to.as_ref().map(name).unwrap_or_default();
    let why = case.referral.reason.as_ref().map(|why| format!(" · {}", why.as_str())).unwrap_or_default();
    Some(Block::Fact(label(model, "referral"), Part::value(format!("{from} > {to}{why}"))))
}

/// Errors and warnings of the file, so that the room sees them before it decides.
fn problems(model: &Model, screen: &CaseScreen) -> Vec<Block> {
    let file = &screen.folder.file;
    let mut lines: Vec<Block> = file
        .problems
        .iter()
        .filter(|problem| problem.severity != Severity::Note)
        .flat_map(|problem| problem_lines(model, &file.path, problem))
        .collect();
    lines.extend(unread::in_full(model, screen));
    if !lines.is_empty() {
        lines.insert(0, heading(model, "attention"));
        lines.push(Block::Gap);
    }
    lines
}
