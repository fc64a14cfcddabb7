//! Step 4: specimens with histology, immunohistochemistry and molecular tables.

use crate::domain::case::Case;
use crate::domain::imaging::ResultState;
use crate::domain::pathology::{Marker, Molecular, Specimen};
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role, Row, Table};
use crate::ui::screens::case::facts::{code, date, fact, fact_if, heading, label, prose, written};
use crate::ui::screens::case::screen::CaseScreen;

pub fn page(model: &Model, screen: &CaseScreen, case: &Case) -> Vec<Block> {
    let mut blocks = Vec::new();
    if case.pathology.is_empty() {
        blocks.push(Block::Says(Part::new(Role::Muted, model.words.get("pathology-none"))));
    } else {
        let head = ["specimen", "date", "specimen-number", "state"];
        let rows = case.pathology.iter().enumerate().map(|(index, specimen)| Row {
            cells: vec![
                written(model, specimen.specimen.as_ref()),
                date(model, specimen.date.as_ref()),
                specimen
                    .number
                    .as_ref()
                    .map_or_else(|| Part::value(""), |number| written(model, Some(number))),
                state(model, specimen),
            ],
            selected: index == screen.specimen,
        });
        blocks.push(Block::Table(Table {
            head: head.iter().map(|id| label(model, id)).collect(),
            rows: rows.collect(),
        }));
        if let Some(specimen) = case.pathology.get(screen.specimen) {
            blocks.push(Block::Gap);
            blocks.extend(details(model, specimen));
        }
    }
    if !case.molecular.is_empty() {
        blocks.push(Block::Gap);
        blocks.push(heading(model, "molecular"));
        blocks.push(Block::Table(molecular_table(model, &case.molecular)));
    }
    if case.genetics.state.is_some() {
        blocks.push(Block::Gap);
        blocks.push(fact(model, "genetics", code(model, case.genetics.state.as_ref())));
        blocks.extend(fact_if(model, "note", case.genetics.note.as_ref()));
    }
    blocks
}

fn state(model: &Model, specimen: &Specimen) -> Part {
    match specimen.state() {
        Some(ResultState::Done) => specimen
            .reviewed
            .as_ref()
            .map_or_else(|| Part::value(""), |reviewed| Part::value(phrase::code(model.words, reviewed))),
        Some(state) => Part::new(Role::Attention, model.words.code(ResultState::NAME, state.word())),
        None => code(model, specimen.status.as_ref()),
    }
}

fn details(model: &Model, specimen: &Specimen) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(
        specimen.specimen.as_ref().map(|text| Shown::line(text.as_str())).unwrap_or_default(),
    )];
    blocks.push(fact(model, "histology", written(model, specimen.histology.as_ref())));
    blocks.extend(fact_if(model, "morphology", specimen.morphology.as_ref()));
    blocks.push(fact(model, "grade", written(model, specimen.grade.as_ref())));
    if specimen.side.is_some() {
        blocks.push(fact(model, "side", code(model, specimen.side.as_ref())));
    }
    blocks.push(fact(model, "margins", written(model, specimen.margins.as_ref())));
    if !specimen.ihc.is_empty() {
        blocks.push(Block::Gap);
        blocks.push(heading(model, "ihc"));
        blocks.push(Block::Table(ihc_table(model, &specimen.ihc)));
    }
    if !specimen.molecular.is_empty() {
        blocks.push(Block::Gap);
        blocks.push(heading(model, "molecular"));
        blocks.push(Block::Table(molecular_table(model, &specimen.molecular)));
    }
    blocks.push(Block::Gap);
    blocks.extend(prose(model, "report", specimen.report.as_ref()));
    blocks.extend(fact_if(model, "note", specimen.note.as_ref()));
    blocks
}

fn ihc_table(model: &Model, markers: &[Marker]) -> Table {
    let head = ["marker", "result", "note"].iter().map(|id| label(model, id)).collect();
    let rows = markers.iter().map(|marker| {
        let note = marker.note.as_ref().map_or_else(|| Part::value(""), |note| written(model, Some(note)));
        Row::new(vec![written(model, marker.marker.as_ref()), written(model, marker.result.as_ref()), note])
    });
    Table { head, rows: rows.collect() }
}

fn molecular_table(model: &Model, results: &[Molecular]) -> Table {
    let head = ["gene", "result", "variant", "vaf", "method"].iter().map(|id| label(model, id)).collect();
    let rows = results.iter().map(|result| {
        let quiet = |value: &Option<_>| {
            value.as_ref().map_or_else(|| Part::value(""), |value| written(model, Some(value)))
        };
        let class = result
            .class
            .as_ref()
            .map(|class| format!(" ({})", Shown::line(class.as_str())))
            .unwrap_or_default();
        let variant = quiet(&result.variant);
        Row::new(vec![
            written(model, result.gene.as_ref()),
            written(model, result.result.as_ref()),
            Part::value(format!("{}{class}", variant.text)),
            quiet(&result.vaf),
            quiet(&result.method),
        ])
    });
    Table { head, rows: rows.collect() }
}
