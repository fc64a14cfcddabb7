//! Step 5: stage as entered, never without system, edition and basis; scores and laboratory values with units.

use crate::domain::case::Case;
use crate::domain::text::Shown;
use crate::domain::value::Written;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role, Row, Table};
use crate::ui::screens::case::facts::{code, date, dated, heading, label, labelled, written};

pub fn page(model: &Model, case: &Case) -> Vec<Block> {
    let mut blocks = vec![heading(model, "stage-entered")];
    if case.staging.is_empty() {
        blocks.push(Block::Says(Part::new(Role::Attention, model.words.get("staging-none"))));
    } else {
        let head = ["stage-system", "stage-basis", "stage-categories", "stage-group", "date", "stage-by"];
        let rows = case.staging.iter().map(|stage| {
            let system = code(model, stage.system.as_ref());
            let edition = written(model, stage.edition.as_ref());
            let role = if stage.edition.is_some() { system.role } else { Role::Attention };
            let categories: Vec<&str> =
                [&stage.t, &stage.n, &stage.m].into_iter().flatten().map(Written::as_str).collect();
            let by = stage
                .by
                .as_ref()
                .map(|by| model.board_file().map_or(by.as_str(), |board| board.person_name(by.as_str())));
            Row::new(vec![
                Part::new(role, format!("{} {}", system.text, edition.text)),
                code(model, stage.basis.as_ref()),
                Part::value(categories.join(" ")),
                stage.group.as_ref().map_or_else(
                    || written(model, None),
                    |group| Part::new(Role::Title, Shown::line(group.as_str())),
                ),
                date(model, stage.date.as_ref()),
                by.map_or_else(|| written(model, None), Part::value),
            ])
        });
        blocks.push(Block::Table(Table {
            head: head.iter().map(|id| label(model, id)).collect(),
            rows: rows.collect(),
        }));
        // A note belongs to its stage: the same categories mean other things in another system.
        for stage in &case.staging {
            let system = code(model, stage.system.as_ref()).text;
            let edition = stage.edition.as_ref().map_or("", Written::as_str);
            let label = Shown::line(format!("{system} {edition}").trim());
            blocks.extend(stage.note.iter().flat_map(|note| labelled(label.clone(), note.as_str())));
        }
    }
    if !case.scores.is_empty() {
        blocks.push(Block::Gap);
        blocks.push(heading(model, "scores-entered"));
        for score in &case.scores {
            let name = score.name.as_ref().map_or("", Written::as_str);
            let age = phrase::days_since(model.words, score.date.as_ref(), model.as_of())
                .map(|age| format!("   {age}"))
                .unwrap_or_default();
            let value = written(model, score.value.as_ref());
            blocks.push(Block::Fact(name.into(), Part::new(value.role, format!("{}{age}", value.text))));
        }
    }
    blocks.push(Block::Gap);
    blocks.extend(labs(model, case));
    if !case.trials.is_empty() {
        blocks.push(Block::Gap);
        blocks.extend(trials(model, case));
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
            (None, None) if lab.value.is_some() => {
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
