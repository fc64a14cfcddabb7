//! Small pieces that the steps share: facts, prose with its translation, what is missing.

use crate::domain::care::Missing;
use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::problem::{Problem, Severity};
use crate::domain::prose::Prose;
use crate::domain::stage::Stage;
use crate::domain::text::Shown;
use crate::domain::value::{Absence, Code, Vocabulary, Written};
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role, Row, Table};
use crate::ui::screens::case::screen::CaseScreen;

pub fn label(model: &Model, id: &str) -> Shown {
    Shown::line(&model.words.get(id))
}

pub fn heading(model: &Model, id: &str) -> Block {
    Block::Heading(label(model, id))
}

/// A written value, or *not recorded* in a quieter voice.
pub fn written(model: &Model, value: Option<&Written>) -> Part {
    match value {
        Some(value) if value.absence().is_some() => {
            Part::new(Role::Muted, phrase::written(model.words, value))
        }
        Some(value) => Part::value(phrase::written(model.words, value)),
        None => Part::new(Role::Muted, phrase::not_recorded(model.words)),
    }
}

pub fn code<T: Vocabulary>(model: &Model, value: Option<&Code<T>>) -> Part {
    match value {
        Some(value) => Part::value(phrase::code(model.words, value)),
        None => Part::new(Role::Muted, phrase::not_recorded(model.words)),
    }
}

pub fn date(model: &Model, value: Option<&Date>) -> Part {
    let role = if value.and_then(Date::known).is_some() { Role::Value } else { Role::Muted };
    Part::new(role, phrase::date_or_blank(model.words, value))
}

/// A date with its age as of the meeting.
pub fn dated(model: &Model, value: Option<&Date>) -> Part {
    match phrase::days_since(model.words, value, model.as_of()) {
        Some(age) => Part::value(format!("{} · {age}", phrase::date_or_blank(model.words, value))),
        None => date(model, value),
    }
}

pub fn fact(model: &Model, id: &str, part: Part) -> Block {
    Block::Fact(label(model, id), part)
}

/// A fact in words of its own, in as many lines as were written.
pub fn told(model: &Model, id: &str, value: Option<&Written>) -> Vec<Block> {
    match value.filter(|value| value.absence().is_none()) {
        Some(value) => labelled(label(model, id), value.as_str()),
        None => vec![fact(model, id, written(model, value))],
    }
}

/// Lines of text beside their label.
pub fn labelled(label: Shown, text: &str) -> Vec<Block> {
    let labels = std::iter::once(label).chain(std::iter::repeat_with(Shown::default));
    let lines = Shown::lines(text).into_iter().filter(|line| !line.is_empty());
    labels.zip(lines).map(|(label, line)| Block::Fact(label, Part::value(line))).collect()
}

/// A fact that is only worth a line where it is recorded.
pub fn fact_if(model: &Model, id: &str, value: Option<&Written>) -> Vec<Block> {
    value.map(|value| told(model, id, Some(value))).unwrap_or_default()
}

/// A long text, and its translation into the language of the screen where there is one.
pub fn prose(model: &Model, id: &str, prose: Option<&Prose>) -> Vec<Block> {
    let mut blocks = vec![heading(model, id)];
    match prose {
        None => blocks.push(Block::Says(Part::new(Role::Muted, phrase::not_recorded(model.words)))),
        Some(prose) => {
            if let Some(absence) = prose.absence() {
                let word = model.words.code(Absence::NAME, absence.word());
                blocks.push(Block::Says(Part::new(Role::Muted, word)));
                return blocks;
            }
            let lang = model.words.lang().code();
            if let Some(translation) = prose.translation(lang) {
                let by = translation.by.as_deref().unwrap_or("?");
                blocks.push(Block::Prose(Shown::lines(&translation.text)));
                let note = model.words.with(
                    "translated-by",
                    &[("who", by.into()), ("lang", prose.lang.as_deref().unwrap_or("?").into())],
                );
                blocks.push(Block::Says(Part::new(Role::Muted, note)));
            }
            blocks.push(Block::Prose(Shown::lines(&prose.text)));
        }
    }
    blocks
}

/// What the file says is missing, with who owes it and by when.
pub fn missing(model: &Model, missing: &[Missing]) -> Vec<Block> {
    if missing.is_empty() {
        return Vec::new();
    }
    let head = ["missing-item", "missing-why", "missing-owner", "missing-due", "missing-blocking"];
    let rows = missing.iter().map(|item| {
        let owner = item.owner.as_ref().map(|owner| model.board_file().person_name(owner.as_str()));
        let overdue = item.due.as_ref().is_some_and(|due| due.is_past(model.as_of()));
        let due = date(model, item.due.as_ref());
        let word = if item.is_blocking() { model.words.get("missing-blocks") } else { String::new() };
        Row::new(vec![
            written(model, item.item.as_ref()),
            code(model, item.why.as_ref()),
            owner.map_or_else(|| Part::new(Role::Muted, phrase::not_recorded(model.words)), Part::value),
            if overdue {
                Part::new(Role::Danger, format!("{} {}", due.text, model.words.get("overdue")))
            } else {
                due
            },
            Part::new(Role::Attention, word),
        ])
    });
    vec![
        heading(model, "missing"),
        Block::Table(Table { head: head.iter().map(|id| label(model, id)).collect(), rows: rows.collect() }),
    ]
}

/// The system and the edition of a stage: it says nothing without them.
pub fn system_of(model: &Model, stage: &Stage) -> String {
    let (system, edition) = (code(model, stage.system.as_ref()), written(model, stage.edition.as_ref()));
    format!("{} {}", system.text, edition.text)
}

/// The case in a few lines, beside what is being written about it.
pub fn in_short(model: &Model, case: &Case) -> Vec<Block> {
    let mut blocks = told(model, "diagnosis", case.diagnosis.text.as_ref());
    for stage in &case.staging {
        let basis = stage.basis.as_ref().map_or("", Code::as_str);
        let text = format!("{basis} {}", stage.categories());
        blocks.push(Block::Fact(Shown::line(&system_of(model, stage)), Part::value(text.trim())));
    }
    blocks.push(fact(model, "performance", code(model, case.performance.ecog.as_ref())));
    blocks.extend(told(model, "plan-before", case.plan.text.as_ref()));
    blocks.extend(told(model, "views-goals", case.views.goals.as_ref()));
    for item in &case.comorbidity.list {
        blocks.push(Block::Says(Part::value(format!("- {}", Shown::line(item.as_str())))));
    }
    blocks.push(Block::Gap);
    blocks.extend(missing(model, &case.missing));
    blocks
}

/// The page of a case whose file cannot be read: why, where, and that the records are still there.
pub fn unreadable(model: &Model, screen: &CaseScreen) -> Vec<Block> {
    let mut blocks = vec![heading(model, "unreadable-heading"), Block::Gap];
    blocks.extend(
        screen
            .folder
            .file
            .problems
            .iter()
            .flat_map(|problem| problem_lines(model, &screen.folder.file.path, problem)),
    );
    blocks.push(Block::Gap);
    blocks.push(Block::Says(Part::value(model.tell("unreadable-hint"))));
    blocks
}

/// One problem of the file: how grave and where, and under it what it is.
pub fn problem_lines(model: &Model, path: &str, problem: &Problem) -> [Block; 2] {
    let place = problem.place_in(path);
    let role = match problem.severity {
        Severity::Error => Role::Danger,
        Severity::Warning => Role::Attention,
        Severity::Note => Role::Muted,
    };
    let severity = model.words.code(Severity::NAME, problem.severity.word());
    let what = phrase::problem(model.words, problem);
    [
        Block::Says(Part::new(role, format!("{severity}  {place}"))),
        Block::Says(Part::value(format!("  {what}"))),
    ]
}
