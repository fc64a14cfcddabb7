//! Step 3: studies by date with their age, the chosen study's report, lesions across time.

use std::collections::BTreeMap;

use crate::domain::case::Case;
use crate::domain::computed::responses;
use crate::domain::imaging::{Lesion, ResultState, Study};
use crate::domain::response::{Assessment, assess};
use crate::domain::text::Shown;
use crate::domain::value::{Vocabulary, Written};
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role, Row, Table};
use crate::ui::screens::case::beside;
use crate::ui::screens::case::facts::{code, date, fact, fact_if, heading, label, prose, written};
use crate::ui::screens::case::screen::CaseScreen;

pub fn page(model: &Model, screen: &CaseScreen, case: &Case) -> Vec<Block> {
    if case.imaging.is_empty() {
        return vec![Block::Says(Part::new(Role::Muted, model.words.get("imaging-none")))];
    }
    let head = ["study", "date", "age", "state", "key-image"];
    let rows = case.imaging.iter().enumerate().map(|(index, study)| {
        let age = phrase::days_since(model.words, study.date.as_ref(), model.as_of());
        let image = if study.images.is_empty() { String::new() } else { model.words.get("key-image") };
        Row {
            cells: vec![
                Part::value(title(model, study)),
                date(model, study.date.as_ref()),
                age.map_or_else(|| Part::value(""), Part::value),
                state(model, study),
                Part::new(Role::Key, image),
            ],
            selected: index == screen.study,
        }
    });
    let mut blocks = vec![Block::Table(Table {
        head: head.iter().map(|id| label(model, id)).collect(),
        rows: rows.collect(),
    })];
    let responses = responses(case);
    let headlines = responses.iter().flat_map(|own| phrase::response::headline(model.words, own));
    let headlines: Vec<Block> = headlines.map(|line| Block::Says(beside::part(line))).collect();
    if !headlines.is_empty() {
        blocks.push(Block::Gap);
        blocks.extend(headlines);
    }
    if let Some(study) = case.imaging.get(screen.study) {
        blocks.push(Block::Gap);
        blocks.extend(details(model, study));
    }
    if !case.lesions.is_empty() {
        blocks.push(Block::Gap);
        blocks.extend(lesions(model, case));
    }
    for own in &responses {
        blocks.push(Block::Gap);
        blocks.extend(beside::response(model, own));
    }
    blocks
}

pub fn title(model: &Model, study: &Study) -> Shown {
    let modality = study.modality.as_ref().map(|code| phrase::code(model.words, code).into_string());
    let region = study.region.as_ref().map(|region| Shown::line(region.as_str()).into_string());
    Shown::line(&[modality, region].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

fn state(model: &Model, study: &Study) -> Part {
    let source = study.source.as_ref().map(|code| phrase::code(model.words, code).into_string());
    let reviewed = study.reviewed.as_ref().map(|code| phrase::code(model.words, code).into_string());
    match study.state() {
        Some(ResultState::Done) => {
            Part::value([source, reviewed].into_iter().flatten().collect::<Vec<_>>().join(", "))
        }
        Some(state) => Part::new(Role::Attention, model.words.code(ResultState::NAME, state.word())),
        None => code(model, study.status.as_ref()),
    }
}

fn details(model: &Model, study: &Study) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(title(model, study))];
    if let Some(facility) = &study.facility {
        let name = model.board_file().facility_name(facility.as_str());
        blocks.push(fact(model, "facility", Part::value(name.to_owned())));
    }
    if study.side.is_some() {
        blocks.push(fact(model, "side", code(model, study.side.as_ref())));
    }
    blocks.extend(prose(model, "findings", study.findings.as_ref()));
    if study.impression.is_some() {
        blocks.push(Block::Gap);
        blocks.extend(prose(model, "impression", study.impression.as_ref()));
    }
    for image in &study.images {
        let side = image
            .side
            .as_ref()
            .map(|side| format!(" · {}", phrase::code(model.words, side)))
            .unwrap_or_default();
        let caption = image.caption.as_ref().map_or("", Written::as_str);
        blocks.push(fact(model, "key-image", Part::value(format!("{}{side}", Shown::line(caption)))));
    }
    blocks.extend(fact_if(model, "note", study.note.as_ref()));
    blocks
}

/// One row a lesion, one column a time point as the criteria take them, and how much it changed.
fn lesions(model: &Model, case: &Case) -> Vec<Block> {
    let assessed = assess(case, None);
    let columns = columns(model, case, assessed.first());
    let mut head = vec![label(model, "lesion")];
    head.extend(columns.iter().map(|(date, _)| date.clone()));
    head.push(label(model, "lesion-change"));
    let cells = |sizes: &BTreeMap<String, Written>| -> Vec<Part> {
        let of = |(_, studies): &(Shown, Vec<&str>)| {
            let all: Vec<Part> =
                studies.iter().filter_map(|id| Some(written(model, Some(sizes.get(*id)?)))).collect();
            match all.split_first() {
                None => Part::new(Role::Muted, "–"),
                Some((one, rest)) => {
                    rest.iter().filter(|other| other.text != one.text).fold(one.clone(), |cell, other| {
                        Part::new(cell.role, format!("{} / {}", cell.text, other.text))
                    })
                }
            }
        };
        columns.iter().map(of).collect()
    };
    let mut rows = Vec::new();
    for (at, lesion) in case.lesions.iter().enumerate() {
        let name = name(model, lesion);
        let whole = assessed.first().and_then(|own| beside::change(own, at)).unwrap_or_default();
        let mut row = vec![Part::value(name.clone())];
        row.extend(cells(&lesion.sizes));
        row.push(Part::value(whole));
        rows.push(Row::new(row));
        if let Some(own) = assessed.iter().find(|own| differs(own, &assessed, at)) {
            let name = model.words.with("lesion-viable", &[("name", name.as_str().into())]);
            let mut row = vec![Part::value(Shown::line(&name))];
            row.extend(cells(&lesion.viable));
            row.push(Part::value(beside::change(own, at).unwrap_or_default()));
            rows.push(Row::new(row));
        }
    }
    vec![heading(model, "lesions"), Block::Table(Table { head, rows })]
}

/// Date and studies of each column: the time points, then the studies that belong to none.
fn columns<'a>(model: &Model, case: &'a Case, assessed: Option<&Assessment>) -> Vec<(Shown, Vec<&'a str>)> {
    let mut ids: Vec<&str> = Vec::new();
    for id in case.lesions.iter().flat_map(|lesion| lesion.sizes.keys().chain(lesion.viable.keys())) {
        if !ids.contains(&id.as_str()) {
            ids.push(id);
        }
    }
    let points = assessed.map(|own| own.points.as_slice()).unwrap_or_default();
    let belongs = |studies: &[String], id: &str| studies.iter().any(|study| study == id);
    let mut columns: Vec<(Shown, Vec<&str>)> = points
        .iter()
        .map(|point| {
            let studies = ids.iter().copied().filter(|id| belongs(&point.studies, id)).collect();
            (phrase::date(model.words, &point.date), studies)
        })
        .collect();
    let others = ids.iter().filter(|id| !points.iter().any(|point| belongs(&point.studies, id)));
    columns.extend(others.map(|id| match case.study(id).and_then(|study| study.date.as_ref()) {
        Some(date) => (phrase::date(model.words, date), vec![*id]),
        None => (Shown::line(id), vec![*id]),
    }));
    columns
}

/// Whether these criteria read another diameter of the lesion than the first ones.
fn differs(own: &Assessment, all: &[Assessment], at: usize) -> bool {
    let entries = |own: &Assessment| -> Vec<_> {
        own.points.iter().filter_map(|point| point.entries.get(at).copied()).collect()
    };
    let read = entries(own).iter().any(Option::is_some);
    read && all.first().is_some_and(|first| entries(first) != entries(own))
}

fn name(model: &Model, lesion: &Lesion) -> Shown {
    let name = [lesion.id.as_ref(), lesion.location.as_ref()]
        .into_iter()
        .flatten()
        .map(Written::as_str)
        .collect::<Vec<_>>()
        .join(" ");
    let role = lesion
        .role
        .as_ref()
        .map(|role| format!(" · {}", phrase::code(model.words, role)))
        .unwrap_or_default();
    Shown::line(&format!("{}{role}", Shown::line(&name)))
}
