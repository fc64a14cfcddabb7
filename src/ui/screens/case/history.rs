//! Step 2: history, prior treatment by line, comorbidity, performance, the patient's own views.

use crate::domain::care::ViewsSource;
use crate::domain::case::Case;
use crate::domain::computed::scores_of;
use crate::domain::date::Date;
use crate::domain::patient::{Allergies, Allergy};
use crate::domain::scores::ScoreName;
use crate::domain::text::Shown;
use crate::domain::value::Written;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role, Row, Table};
use crate::ui::screens::case::beside;
use crate::ui::screens::case::facts::{code, dated, fact, fact_if, heading, label, prose, written};

pub fn page(model: &Model, case: &Case) -> Vec<Block> {
    let mut blocks = performance(model, case);
    blocks.push(Block::Gap);
    blocks.extend(allergies(model, case));
    blocks.extend(views(model, case));
    blocks.push(Block::Gap);
    blocks.extend(prose(model, "history", case.history.as_ref()));
    blocks.push(Block::Gap);
    blocks.extend(treatments(model, case));
    blocks.push(Block::Gap);
    blocks.extend(comorbidity(model, case));
    blocks.extend(organs(model, case));
    blocks.push(Block::Gap);
    blocks.extend(prose(model, "family-history", case.family_history.as_ref()));
    if case.note.is_some() {
        blocks.push(Block::Gap);
        blocks.extend(prose(model, "note", case.note.as_ref()));
    }
    blocks
}

fn performance(model: &Model, case: &Case) -> Vec<Block> {
    let performance = &case.performance;
    let ecog = code(model, performance.ecog.as_ref());
    let karnofsky = performance
        .karnofsky
        .as_ref()
        .map(|value| format!("   Karnofsky {}", phrase::written(model.words, value)))
        .unwrap_or_default();
    let age = phrase::days_since(model.words, performance.date.as_ref(), model.as_of())
        .map(|age| format!("   {age}"))
        .unwrap_or_default();
    let role = ecog.role;
    let mut blocks =
        vec![fact(model, "performance", Part::new(role, format!("{}{karnofsky}{age}", ecog.text)))];
    // Under the label of what was entered, which is not said twice.
    let own = scores_of(case, model.as_of()).into_iter().find(|own| own.score.name == ScoreName::Performance);
    let told = own.map(|own| phrase::scores::told_under(model.words, &own)).into_iter().flatten();
    blocks.extend(told.map(|line| Block::Fact(Shown::default(), beside::part(line))));
    blocks
}

/// Every known allergy with its reaction and note, whole: the banner has no room for a long list.
fn allergies(model: &Model, case: &Case) -> Vec<Block> {
    let Allergies::Known(list) = &case.patient.allergies else { return Vec::new() };
    let said = |one: &Allergy| {
        let note = one.note.as_ref().map(|note| phrase::written(model.words, note).into_string());
        let parts: Vec<String> =
            [Some(phrase::allergy(one).into_string()), note].into_iter().flatten().collect();
        Part::value(parts.join(" · "))
    };
    let labels = std::iter::once(label(model, "allergies")).chain(std::iter::repeat_with(Shown::default));
    let facts = labels.zip(list).map(|(label, one)| Block::Fact(label, said(one)));
    facts.chain([Block::Gap]).collect()
}

/// These scores as computed, with what they rest on; nothing where the case has none of their inputs.
fn computed(model: &Model, case: &Case, names: &[ScoreName]) -> Vec<Block> {
    let all = scores_of(case, model.as_of());
    all.iter()
        .filter(|own| names.contains(&own.score.name))
        .flat_map(|own| beside::score(model, own))
        .collect()
}

fn organs(model: &Model, case: &Case) -> Vec<Block> {
    let blocks = computed(model, case, &[ScoreName::Egfr, ScoreName::BsaMosteller, ScoreName::BsaDuBois]);
    if blocks.is_empty() {
        return blocks;
    }
    [Block::Gap, heading(model, "organ-function")].into_iter().chain(blocks).collect()
}

fn views(model: &Model, case: &Case) -> Vec<Block> {
    let views = &case.views;
    let asked = !views.source.as_ref().is_some_and(|source| source.is(ViewsSource::NotAsked));
    let source = if asked {
        code(model, views.source.as_ref())
    } else {
        Part::new(Role::Attention, code(model, views.source.as_ref()).text)
    };
    let mut blocks = vec![heading(model, "views"), fact(model, "views-source", source)];
    let told = [
        ("views-goals", &views.goals),
        ("views-preferences", &views.preferences),
        ("views-refusals", &views.refusals),
        ("views-understanding", &views.understanding),
        ("views-support", &views.support),
        ("note", &views.note),
    ];
    blocks.extend(told.into_iter().flat_map(|(id, value)| fact_if(model, id, value.as_ref())));
    if views.date.is_some() {
        blocks.push(fact(model, "date", dated(model, views.date.as_ref())));
    }
    blocks
}

fn treatments(model: &Model, case: &Case) -> Vec<Block> {
    let mut blocks = vec![heading(model, "treatments")];
    if case.treatments.is_empty() {
        blocks.push(Block::Says(Part::new(Role::Muted, phrase::not_recorded(model.words))));
        return blocks;
    }
    let head = ["treatment-line", "treatment-what", "treatment-when", "treatment-response"];
    let rows = case.treatments.iter().map(|treatment| {
        let kind: Vec<String> = [
            treatment.category.as_ref().map(|value| phrase::code(model.words, value).into_string()),
            treatment.modality.as_ref().map(|value| phrase::code(model.words, value).into_string()),
            treatment.intent.as_ref().map(|value| phrase::code(model.words, value).into_string()),
        ]
        .into_iter()
        .flatten()
        .collect();
        let note = treatment
            .note
            .as_ref()
            .map(|note| format!(" · {}", Shown::line(note.as_str())))
            .unwrap_or_default();
        let what = treatment.what.as_ref().map_or("", Written::as_str);
        let response =
            treatment.response.as_ref().map(|value| phrase::code(model.words, value).into_string());
        let end = treatment.end_reason.as_ref().map(|value| phrase::code(model.words, value).into_string());
        Row::new(vec![
            treatment.line.as_ref().map_or_else(|| Part::value(""), |line| written(model, Some(line))),
            Part::value(format!("{} ({}){note}", Shown::line(what), kind.join(", "))),
            Part::value(period(model, treatment.start.as_ref(), treatment.end.as_ref())),
            Part::value([response, end].into_iter().flatten().collect::<Vec<_>>().join(", ")),
        ])
    });
    blocks.push(Block::Table(Table {
        head: head.iter().map(|id| label(model, id)).collect(),
        rows: rows.collect(),
    }));
    blocks
}

fn period(model: &Model, start: Option<&Date>, end: Option<&Date>) -> String {
    match (start, end) {
        (Some(start), Some(end)) if start != end => {
            format!("{} – {}", phrase::date(model.words, start), phrase::date(model.words, end))
        }
        (Some(one), _) | (None, Some(one)) => phrase::date(model.words, one).into_string(),
        (None, None) => phrase::not_recorded(model.words).into_string(),
    }
}

fn comorbidity(model: &Model, case: &Case) -> Vec<Block> {
    let comorbidity = &case.comorbidity;
    let mut blocks = vec![heading(model, "comorbidity")];
    if comorbidity.list.is_empty() {
        blocks.push(Block::Says(Part::new(Role::Muted, phrase::not_recorded(model.words))));
    }
    blocks.extend(
        comorbidity
            .list
            .iter()
            .map(|item| Block::Says(Part::value(format!("- {}", Shown::line(item.as_str()))))),
    );
    let scores = [("Charlson", &comorbidity.charlson), ("ASA", &comorbidity.asa), ("G8", &comorbidity.g8)];
    for (name, value) in scores {
        if value.is_some() {
            blocks.push(Block::Fact(name.into(), written(model, value.as_ref())));
        }
    }
    blocks.extend(computed(model, case, &[ScoreName::Charlson, ScoreName::G8]));
    blocks.extend(fact_if(model, "note", comorbidity.note.as_ref()));
    blocks
}
