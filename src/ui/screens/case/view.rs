//! Drawing a case: the steps, the page of the step, the key image beside it.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::text::Shown;
use crate::phrase;
use crate::ui::model::{Drawn, Model, Turn};
use crate::ui::page::{Block, ROOMY, Role};
use crate::ui::screens::case::facts::in_short;
use crate::ui::screens::case::page;
use crate::ui::screens::case::screen::{CaseScreen, Step};
use crate::ui::screens::case::{conflict_view, decision};
use crate::ui::theme::Theme;
use crate::ui::widgets::canvas::Canvas;
use crate::ui::widgets::{beside_one_another, empty, fitting, layout, line, picture, span};
use crate::ui::wrap::{clip, width, wrap};

/// The eight steps with the one that is shown in brackets; shortened words where there is no room for the whole.
pub fn steps(model: &Model, theme: Theme, screen: &CaseScreen, cells: usize) -> Line<'static> {
    let names = |short: bool| -> Vec<String> {
        Step::ALL
            .iter()
            .map(|step| {
                let id = if short { format!("{}-short", step.words()) } else { step.words().to_owned() };
                let text = format!("{} {}", step.number() + 1, model.words.get(&id));
                if *step == screen.step { format!("[{text}]") } else { format!(" {text} ") }
            })
            .collect()
    };
    let full = names(false);
    let fits = full.iter().map(|name| width(name)).sum::<usize>() < cells;
    let shown = if fits { full } else { names(true) };
    let total: usize = shown.iter().map(|name| width(name)).sum();
    let mut spans = vec![];
    for (step, name) in Step::ALL.iter().zip(shown) {
        let current = *step == screen.step;
        let text = match (current, total <= cells) {
            (_, true) | (true, false) => name,
            (false, false) => format!(" {} ", step.number() + 1),
        };
        spans.push(span(theme, if current { Role::Focus } else { Role::Muted }, &text.into()));
    }
    line(spans)
}

pub fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, screen: &CaseScreen) -> Drawn {
    let (model, theme) = (canvas.model, canvas.theme);
    let image = screen
        .image_file()
        .and_then(|file| screen.image(file))
        .filter(|picture| picture.raster.is_ok() && !model.pictures_off);
    let beside = screen.step == Step::Imaging && area.width >= 110 && image.is_some();
    let is_wide_decision = screen.step == Step::Decision && area.width >= 110;
    let sides = if is_wide_decision { decision::sides(model, screen) } else { Vec::new() };
    let facts = screen.case().filter(|_| is_wide_decision && sides.len() < 2);
    let text_width = if beside || facts.is_some() { area.width * 3 / 5 } else { area.width };
    let (text, starts) = match &sides[..] {
        [left, right] => (in_conflict(model, theme, screen, left, right, text_width.into()), vec![0]),
        _ => layout::statements(theme, &page(model, screen), text_width.into()),
    };
    let is_roomy = model.size.1 >= ROOMY;
    let above = if is_roomy { 2 } else { 1 };
    let height = usize::from(area.height.saturating_sub(above));
    let drawn = if is_roomy || text.len() <= height {
        let first = screen.scroll.min(text.len().saturating_sub(height));
        Drawn::from(first, height, text.len())
    } else {
        one_statement(screen.scroll, height, &starts, text.len())
    };
    canvas.put(Rect { height: 1, ..area }, vec![steps(model, theme, screen, area.width.into())]);
    let below = area.height.saturating_sub(above);
    let body = Rect { y: area.y + above, height: below, width: text_width, ..area };
    canvas.put(body, text.into_iter().skip(drawn.first).take(drawn.height).collect());
    if let Some(case) = facts {
        let side = Rect { x: area.x + text_width + 1, width: area.width - text_width - 1, ..body };
        let lines = layout::lines(theme, &in_short(model, case), side.width.into());
        canvas.put(side, fitting(theme, lines, side.height.into(), side.width.into()));
    }
    if beside && let Some(picture) = image {
        let (x, width) = (area.x + text_width + 1, area.width - text_width - 2);
        let caption = caption(model, theme, screen, width.into());
        let lines = u16::try_from(caption.len()).unwrap_or(3);
        let side = Rect { x, y: area.y + 2, width, height: area.height.saturating_sub(2 + lines) };
        let rows = picture::show(canvas.frame, side, picture, canvas.pictures);
        canvas.put(Rect { y: side.y + rows, height: lines, ..side }, caption);
    }
    drawn
}

/// Two decisions in conflict, side by side, with what is said above and below them.
fn in_conflict(
    model: &Model,
    theme: Theme,
    screen: &CaseScreen,
    left: &[Block],
    right: &[Block],
    cells: usize,
) -> Vec<Line<'static>> {
    let half = cells / 2;
    let rows = conflict_view::rows(theme, left, right, half.saturating_sub(1));
    let mut text = layout::lines(theme, &decision::above(model, screen), cells);
    text.extend(rows.into_iter().map(|(left, right)| beside_one_another(left, right, half)));
    text.push(empty());
    text.extend(layout::lines(theme, &decision::below(model, screen), cells));
    text
}

/// On a small screen one statement is shown at a time; a long one is turned by pages that share a row.
fn one_statement(scroll: usize, height: usize, starts: &[usize], rows: usize) -> Drawn {
    let last = starts.last().copied().unwrap_or(0);
    let first = scroll.min(rows.saturating_sub(1));
    let end = starts.iter().copied().find(|start| *start > first).unwrap_or(rows);
    let own = starts.iter().rev().copied().find(|start| *start <= first).unwrap_or(0);
    let fits = first + height >= end;
    let after = match (fits, end < rows) {
        (false, _) => first + height.saturating_sub(1).max(1),
        (true, true) => end,
        (true, false) => first,
    };
    let before = if first > own {
        first.saturating_sub(height.saturating_sub(1).max(1)).max(own)
    } else {
        starts.iter().rev().copied().find(|start| *start < first).unwrap_or(0)
    };
    let turn = Turn { before, after, last };
    Drawn { turn: Some(turn), ..Drawn::from(first, height.min(end - first), rows) }
}

/// What a picture shows, when, which side; and that it is no picture to diagnose from.
pub fn caption(model: &Model, theme: Theme, screen: &CaseScreen, cells: usize) -> Vec<Line<'static>> {
    let Some(study) = screen.case().and_then(|case| case.imaging.get(screen.study)) else {
        return Vec::new();
    };
    let Some(image) = study.images.first() else { return Vec::new() };
    let side = image.side.as_ref().or(study.side.as_ref());
    let parts = [
        study.modality.as_ref().map(|code| phrase::code(model.words, code).into_string()),
        image.date.as_ref().or(study.date.as_ref()).map(|date| phrase::date(model.words, date).into_string()),
        side.map(|side| phrase::code(model.words, side).into_string()),
        image.caption.as_ref().map(|caption| Shown::line(caption.as_str()).into_string()),
    ];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let shows = wrap(&text, cells).into_iter().map(|text| line(vec![span(theme, Role::Value, &text.into())]));
    let mut lines = fitting(theme, shows.collect(), if cells < 40 { 4 } else { 2 }, cells);
    lines.push(line(vec![span(
        theme,
        Role::Attention,
        &Shown::line(&clip(&model.words.get("not-for-diagnosis"), cells)),
    )]));
    lines
}
