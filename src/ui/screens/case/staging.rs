//! Step 5: stages and scores as entered, each with the group or value from table or formula beside it; laboratory values with units.

use crate::domain::case::Case;
use crate::domain::computed::{ScoreBeside, StageBeside, scores_of, stages};
use crate::domain::scores::ScoreName;
use crate::domain::stage::Stage;
use crate::domain::text::Shown;
use crate::domain::value::Written;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role, Row, Table};
use crate::ui::screens::case::beside;
use crate::ui::screens::case::facts::{code, dated, fact, heading, label, labelled, written};

/// On a narrower screen the basis is a letter beside its system.
const NARROW: u16 = 72;

pub fn page(model: &Model, case: &Case) -> Vec<Block> {
    let mut blocks = staged(model, case);
    blocks.extend(scored(model, case));
    blocks.push(Block::Gap);
    blocks.extend(labs(model, case));
    if !case.trials.is_empty() {
        blocks.push(Block::Gap);
        blocks.extend(trials(model, case));
    }
    blocks
}

/// All stages side by side, then of each what its group rests on.
fn staged(model: &Model, case: &Case) -> Vec<Block> {
    let all = stages(model.tables(), case, model.as_of());
    let mut blocks = vec![heading(model, "standing-heading")];
    if case.staging.is_empty() {
        blocks.push(Block::Says(Part::new(Role::Attention, model.words.get("staging-none"))));
    }
    if all.is_empty() {
        return blocks;
    }
    let narrow = model.size.0 < NARROW;
    let mut head =
        vec!["stage-system", "stage-basis", "stage-categories", "stage-entered-group", "stage-beside"];
    if narrow {
        head.remove(1);
    }
    let none = Stage::default();
    let rows = all.iter().map(|own| {
        let entered = own.at.and_then(|at| case.staging.get(at));
        let stage = entered.unwrap_or(&none);
        let categories: Vec<&str> =
            [&stage.t, &stage.n, &stage.m].into_iter().flatten().map(Written::as_str).collect();
        let group = match &stage.group {
            Some(group) if group.absence().is_none() => Part::new(Role::Title, Shown::line(group.as_str())),
            other => written(model, other.as_ref()),
        };
        let system = system(model, case, own);
        let names = match entered {
            _ if narrow => {
                vec![Part::new(system.role, phrase::staging::name_beside(model.words, case, own))]
            }
            Some(stage) => vec![system, code(model, stage.basis.as_ref())],
            None => vec![system, Part::value("")],
        };
        let mut cells = names;
        cells.extend([
            Part::value(categories.join(" ")),
            group,
            beside::part(phrase::staging::cell(model.words, own)),
        ]);
        Row::new(cells)
    });
    blocks.push(Block::Table(Table {
        head: head.iter().map(|id| label(model, id)).collect(),
        rows: rows.collect(),
    }));
    for own in &all {
        let lines = explained(model, case, own);
        if !lines.is_empty() {
            blocks.push(Block::Gap);
            blocks.extend(lines);
        }
    }
    blocks
}

/// System and edition; a stage without its edition can be misread.
fn system(model: &Model, case: &Case, own: &StageBeside) -> Part {
    let Some(stage) = own.at.and_then(|at| case.staging.get(at)) else {
        return Part::value(phrase::staging::name_beside(model.words, case, own));
    };
    let system = code(model, stage.system.as_ref());
    let role = if stage.edition.is_some() { system.role } else { Role::Attention };
    Part::new(role, format!("{} {}", system.text, written(model, stage.edition.as_ref()).text))
}

/// How both groups stand to each other and what the one from the table rests on; who entered the other, and its note:
/// the same categories mean other things in another system.
fn explained(model: &Model, case: &Case, own: &StageBeside) -> Vec<Block> {
    let told = phrase::staging::told(model.words, case, own);
    let mut blocks = told.map(beside::facts).unwrap_or_default();
    let Some(stage) = own.at.and_then(|at| case.staging.get(at)) else { return blocks };
    let by = stage.by.as_ref().map(|by| model.board_file().person_name(by.as_str()).to_owned());
    let on = stage.date.as_ref().map(|date| phrase::date(model.words, date).into_string());
    let entered: Vec<String> = [by, on].into_iter().flatten().collect();
    if !entered.is_empty() {
        blocks.push(fact(model, "stage-entered-by", Part::value(Shown::line(&entered.join(" · ")))));
    }
    blocks.extend(stage.note.iter().flat_map(|note| labelled(label(model, "note"), note.as_str())));
    blocks
}

/// The scores of the liver stand with its stages; the others where their organ is told of.
fn belongs_here(own: &ScoreBeside) -> bool {
    matches!(own.score.name, ScoreName::ChildPugh | ScoreName::Albi | ScoreName::MeldNa | ScoreName::Meld3)
}

/// Every entered score with the computed one beside it, then the computed ones that nobody entered, then their grounds.
fn scored(model: &Model, case: &Case) -> Vec<Block> {
    let words = model.words;
    let all = scores_of(case, model.as_of());
    let at = |own: &ScoreBeside| own.entered.as_ref().and_then(|entered| entered.at);
    let shown: Vec<&ScoreBeside> = all.iter().filter(|own| at(own).is_some() || belongs_here(own)).collect();
    if case.scores.is_empty() && shown.is_empty() {
        return Vec::new();
    }
    let entered = case.scores.iter().enumerate().map(|(index, score)| {
        let cells = all.iter().filter(|own| at(own) == Some(index));
        let cell = cells.map(|own| phrase::scores::cell(words, own)).next();
        Row::new(vec![
            Part::value(score.name.as_ref().map_or("", Written::as_str)),
            written(model, score.value.as_ref()),
            dated(model, score.date.as_ref()),
            cell.map_or_else(|| Part::value(""), beside::part),
        ])
    });
    let alone = shown.iter().filter(|own| at(own).is_none()).map(|own| {
        Row::new(vec![
            Part::value(phrase::scores::name(words, own.score.name)),
            Part::new(Role::Muted, "–"),
            Part::value(""),
            beside::part(phrase::scores::cell(words, own)),
        ])
    });
    let head = ["score", "stage-entered-group", "score-when", "stage-beside"];
    let rows = entered.chain(alone).collect();
    let mut blocks = vec![
        Block::Gap,
        heading(model, "scores-heading"),
        Block::Table(Table { head: head.iter().map(|id| label(model, id)).collect(), rows }),
    ];
    for own in shown {
        blocks.push(Block::Gap);
        blocks.extend(beside::score(model, own));
    }
    blocks
}

fn labs(model: &Model, case: &Case) -> Vec<Block> {
    let mut blocks = vec![heading(model, "labs")];
    if case.labs.is_empty() {
        blocks.push(Block::Says(Part::new(Role::Muted, phrase::not_recorded(model.words))));
        return blocks;
    }
    let head = ["lab-test", "lab-value", "date", "note"];
    let rows = case.labs.iter().map(|lab| {
        let value = written(model, lab.value.as_ref());
        // A value and its unit are one statement and are never set apart.
        let with_unit = match (&lab.unit, lab.value.as_ref().and_then(Written::absence)) {
            (Some(unit), None) => {
                Part::new(value.role, format!("{} {}", value.text, Shown::line(unit.as_str())))
            }
            (None, None) if lab.lacks_unit() => {
                Part::new(Role::Attention, format!("{} ({})", value.text, model.words.get("no-unit")))
            }
            _ => value,
        };
        let note = lab.note.as_ref().map_or_else(|| Part::value(""), |note| written(model, Some(note)));
        Row::new(vec![written(model, lab.test.as_ref()), with_unit, dated(model, lab.date.as_ref()), note])
    });
    blocks.push(Block::Table(Table {
        head: head.iter().map(|id| label(model, id)).collect(),
        rows: rows.collect(),
    }));
    blocks
}

fn trials(model: &Model, case: &Case) -> Vec<Block> {
    let head = ["trial-id", "trial-title", "state"];
    let rows = case.trials.iter().map(|trial| {
        Row::new(vec![
            written(model, trial.id.as_ref()),
            written(model, trial.title.as_ref()),
            code(model, trial.status.as_ref()),
        ])
    });
    vec![
        heading(model, "trials"),
        Block::Table(Table { head: head.iter().map(|id| label(model, id)).collect(), rows: rows.collect() }),
    ]
}
