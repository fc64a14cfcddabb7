//! The banner of a case, which nothing covers: who the patient is, allergies, the question. It leaves room for the step.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::case::Case;
use crate::domain::patient::{Allergies, Patient, Vital};
use crate::domain::text::Shown;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{ROOMY, Role};
use crate::ui::screens::agenda::mistakable;
use crate::ui::screens::agenda::preview::similar;
use crate::ui::screens::case::screen::{CaseScreen, Step};
use crate::ui::theme::Theme;
use crate::ui::who;
use crate::ui::widgets::{fitting, line, spaces, span, spread};
use crate::ui::wrap::{clip, width, wrap};

/// Name as written, birth date and age, sex, labelled identifier; allergies and the question. What is too long for the
/// screen is cut with a mark, each part by itself: none pushes out another, and the step keeps most of the screen.
pub fn banner(model: &Model, theme: Theme, screen: &CaseScreen, area: Rect) -> Vec<Line<'static>> {
    let cells = usize::from(area.width);
    let Some(case) = screen.case() else {
        let text = model.words.with("unreadable-short", &[("case", screen.folder.folder.as_str().into())]);
        return vec![line(vec![spaces(1), span(theme, Role::Danger, &Shown::line(&text))])];
    };
    let is_roomy = area.height >= ROOMY;
    let others = mistakable(model, &screen.folder.folder);
    let is_dead = case.patient.vital.as_ref().is_some_and(|vital| vital.is(Vital::Dead));
    let of_title = if is_roomy || (others.is_empty() && !is_dead) { 2 } else { 1 };
    let mut lines = person(model, theme, &case.patient, of_title, cells);

    let question = usize::from(is_roomy);
    let room = usize::from(area.height) * 2 / 5;
    let left = room.saturating_sub(lines.len() + usize::from(is_dead) + question);
    let alike = others.iter().map(|other| similar(model, other)).collect::<Vec<_>>();
    let alike = paragraphs(theme, Role::Danger, &alike, cells);
    lines.extend(fitting(theme, alike, left.saturating_sub(1).clamp(1, if is_roomy { 4 } else { 2 }), cells));
    if is_dead {
        let text = hatched(&model.words.get("deceased"), cells.saturating_sub(2));
        lines.push(line(vec![spaces(1), span(theme, Role::Danger, &text)]));
    }
    let left = room.saturating_sub(lines.len() + question).max(1);
    if let Some(line) = in_one_line(model, theme, case, cells) {
        lines.push(line);
        return lines;
    }
    lines.extend(allergies(model, theme, case, cells, left));
    // The whole question is on the first step; here two lines of it must do, on a small screen one.
    let is_read = screen.step == Step::Question && screen.editing.is_none() && model.overlays.is_empty();
    let most = if is_roomy { 2 } else { usize::from(!is_read) };
    let most = room.saturating_sub(lines.len()).clamp(question.min(most), most);
    let text = [asked(case).into_string()];
    lines.extend(fitting(theme, paragraphs(theme, Role::Title, &text, cells), most, cells));
    lines
}

/// Name, birth date, sex, identifier: on one line where they fit.
fn person(
    model: &Model,
    theme: Theme,
    patient: &Patient,
    of_title: usize,
    cells: usize,
) -> Vec<Line<'static>> {
    let words = model.words;
    let name = who::name_or_blank(model, patient);
    let latin = who::latin(model, patient).map(|latin| format!(" ({})", clip(latin.as_str(), 2 * cells)));
    let title = format!("{name}{}", latin.unwrap_or_default());
    // A birth date and a sex fit beside one another, and an identifier below them.
    let born = words.with("born", &[("date", who::born(model, patient).into_string().into())]);
    let born = clip(&born, cells / 2 + 5);
    let sex = phrase::code_or_blank(words, patient.sex.as_ref());
    let sex = clip(sex.as_str(), (cells / 4).max(15));
    let identifier = who::identifier_within(model, patient, cells.saturating_sub(2));
    let rest: Vec<String> =
        [Some(born), Some(sex), identifier.map(Shown::into_string)].into_iter().flatten().collect();
    let rest = rest.join("   ");
    if width(&title) + width(&rest) + 5 <= cells {
        return vec![line(vec![
            spaces(1),
            span(theme, Role::Patient, &title.into()),
            spaces(3),
            span(theme, Role::Value, &rest.into()),
        ])];
    }
    let mut lines = fitting(theme, paragraphs(theme, Role::Patient, &[title], cells), of_title, cells);
    lines.extend(paragraphs(theme, Role::Value, &[rest], cells));
    lines
}

fn paragraphs(theme: Theme, role: Role, texts: &[String], cells: usize) -> Vec<Line<'static>> {
    let wrapped = texts.iter().flat_map(|text| wrap(text, cells.saturating_sub(2)));
    wrapped.map(|text| line(vec![spaces(1), span(theme, role, &text.into())])).collect()
}

/// A word in a pattern over the whole width: seen where colours are washed out.
fn hatched(word: &str, cells: usize) -> Shown {
    let left = format!("//// {word} ");
    let right = "/".repeat(cells.saturating_sub(width(&left)));
    Shown::line(&format!("{left}{right}"))
}

fn asked(case: &Case) -> Shown {
    Shown::line(case.question.text.as_ref().map_or("", |text| text.as_str()))
}

fn label(model: &Model) -> Shown {
    Shown::line(&format!(" {}  ", model.words.get("allergies")))
}

fn role(allergies: &Allergies) -> Role {
    match allergies {
        Allergies::NoneKnown => Role::Value,
        Allergies::Known(_) => Role::Danger,
        _ => Role::Attention,
    }
}

/// Allergies and the question beside one another, where both fit whole.
fn in_one_line(model: &Model, theme: Theme, case: &Case, cells: usize) -> Option<Line<'static>> {
    let allergies = &case.patient.allergies;
    let left = [(Role::Label, label(model)), (role(allergies), phrase::allergies(model.words, allergies))];
    let question = asked(case);
    let used: usize = left.iter().map(|(_, text)| width(text.as_str())).sum();
    (used + width(question.as_str()) + 4 <= cells)
        .then(|| spread(theme, cells, &left, &[(Role::Title, Shown::line(&format!("{question} ")))]))
}

/// The allergies beside their label in at most so many lines.
fn allergies(model: &Model, theme: Theme, case: &Case, cells: usize, most: usize) -> Vec<Line<'static>> {
    let allergies = &case.patient.allergies;
    let label = label(model);
    let indent = width(label.as_str());
    let text = shortened(model, allergies, cells.saturating_sub(indent + 1), most);
    let wrapped = wrap(&text, cells.saturating_sub(indent + 1)).into_iter().enumerate();
    wrapped
        .map(|(index, text)| {
            let head = if index == 0 { span(theme, Role::Label, &label) } else { spaces(indent) };
            line(vec![head, span(theme, role(allergies), &text.into())])
        })
        .collect()
}

/// As many of the allergies as so many lines hold, and how many more there are.
fn shortened(model: &Model, allergies: &Allergies, cells: usize, most: usize) -> String {
    let whole = phrase::allergies(model.words, allergies).into_string();
    let fits = |text: &str| width(text) <= cells * most && wrap(text, cells).len() <= most;
    let Allergies::Known(list) = allergies else {
        return if fits(&whole) { whole } else { clip(&whole, cells * most) };
    };
    if fits(&whole) {
        return whole;
    }
    let of = |count: usize, longest: usize| {
        let shown = list.iter().take(count).map(|one| clip(phrase::allergy(one).as_str(), longest));
        let shown = shown.collect::<Vec<_>>().join(", ");
        match list.len() - count {
            0 => shown,
            more => model.words.with("allergies-more", &[("list", shown.into()), ("n", more.into())]),
        }
    };
    // None takes two cells or less.
    let counts = || (1..=list.len().min(cells * most)).rev();
    let found = counts().map(|count| of(count, cells)).find(|text| fits(text));
    found.unwrap_or_else(|| {
        (1..cells).rev().map(|longest| of(1, longest)).find(|text| fits(text)).unwrap_or_default()
    })
}
