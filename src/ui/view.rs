//! The frame: context, banner, body, footer, with thin rules between; overlays never cover the banner.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::text::Shown;
use crate::ui::command::{Command, Place, TABLE};
use crate::ui::context_view;
use crate::ui::curtain_view;
use crate::ui::model::{Drawn, Model};
use crate::ui::overlays;
use crate::ui::page::{ROOMY, Role};
use crate::ui::screens::{agenda, case, form, offer};
use crate::ui::theme::Theme;
use crate::ui::update::applies::{applies, opens_found};
use crate::ui::widgets::canvas::Canvas;
use crate::ui::widgets::picture::Pictures;
use crate::ui::widgets::{fitting, layout, line, rule, rule_of, spaces, span};
use crate::ui::wrap::{width, wrap};

/// Smaller than this nothing can be read safely.
const LEAST: (u16, u16) = (50, 14);

/// Draws everything; says how much of the scrolling part there was.
pub fn view(model: &Model, pictures: &mut Pictures, frame: &mut Frame<'_>) -> Drawn {
    let area = frame.area();
    let theme = Theme::named(&model.theme);
    let mut canvas = Canvas { model, theme, frame, pictures };
    if model.covered {
        curtain_view::draw(&mut canvas, area);
        // What was drawn last still counts for what lies under it.
        return model.drawn;
    }
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return too_small(&mut canvas, area);
    }
    canvas.frame.buffer_mut().set_style(area, theme.style(Role::Value));
    let cells = usize::from(area.width);
    let mut top = context_view::lines(model, theme, cells);
    match model.case.as_ref().filter(|_| !model.is_between_patients()) {
        Some(screen) => {
            // Where there is little room, text has it.
            if area.height >= ROOMY {
                top.push(rule(theme, cells));
            }
            top.extend(case::banner_view::banner(model, theme, screen, area));
            top.extend(case::watched_view::lines(model, theme, screen, cells));
            top.push(rule(theme, cells));
        }
        None => top.push(rule(theme, cells)),
    }
    let told = notice(model, theme, cells);
    let (high, low) = (u16::try_from(top.len()).unwrap_or(4), u16::try_from(told.len() + 2).unwrap_or(2));
    canvas.put(Rect { height: high.min(area.height), ..area }, top);
    let body = Rect { y: area.y + high, height: area.height.saturating_sub(high + low), ..area };
    let drawn = match &model.case {
        None if model.offer.is_some() => draw_offer(&mut canvas, body),
        Some(screen) if screen.editing.is_some() => form::view::draw(&mut canvas, body, screen),
        Some(screen) => case::view::draw(&mut canvas, body, screen),
        None => agenda::view::draw(&mut canvas, body),
    };
    let drawn = if model.overlays.is_empty() { drawn } else { overlays::view::draw(&mut canvas, body) };
    let mut lines = vec![rule_of(theme, cells, model, drawn)];
    lines.extend(told);
    lines.push(hints(model, theme, cells, drawn));
    canvas.put(Rect { y: area.y + area.height.saturating_sub(low), height: low, ..area }, lines);
    drawn
}

/// What is needed comes first, so that it is read in the smallest window.
fn too_small(canvas: &mut Canvas<'_, '_>, area: Rect) -> Drawn {
    let (model, theme) = (canvas.model, canvas.theme);
    let least = [("w", i64::from(LEAST.0).into()), ("h", i64::from(LEAST.1).into())];
    let text = Shown::line(&model.words.with("too-small", &least));
    let lines = wrap(text.as_str(), area.width.into()).into_iter();
    canvas.put(area, lines.map(|text| line(vec![span(theme, Role::Attention, &text.into())])).collect());
    Drawn::default()
}

fn draw_offer(canvas: &mut Canvas<'_, '_>, area: Rect) -> Drawn {
    let Some(offer) = &canvas.model.offer else { return Drawn::default() };
    let page = offer::page(canvas.model, offer);
    let text = layout::lines(canvas.theme, &page, area.width.into());
    let text = fitting(canvas.theme, text, area.height.into(), area.width.into());
    canvas.put(area, text);
    Drawn::default()
}

/// A notice where there is one.
fn notice(model: &Model, theme: Theme, cells: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if let Some(notice) = &model.notice {
        let (text, role) = notice.said();
        let wrapped = wrap(Shown::line(&text).as_str(), cells.saturating_sub(2)).into_iter();
        let said = wrapped.map(|text| line(vec![spaces(1), span(theme, role, &text.into())]));
        // What failed ends with what to do, which must be read too.
        let room = usize::from(model.size.1 / 4).max(3);
        lines.extend(fitting(theme, said.collect(), room, cells));
    }
    lines
}

/// The keys that apply now, below what was drawn.
fn hints(model: &Model, theme: Theme, cells: usize, drawn: Drawn) -> Line<'static> {
    let shown: Vec<(String, String)> = match model.overlays.last() {
        Some(overlay) => overlays::view::hints(model, overlay, drawn),
        None if model.case.is_none() && model.agenda.searching => {
            let opens = opens_found(model).map(|()| ("Enter".to_owned(), model.words.get("command-open")));
            let mut shown: Vec<_> = opens.into_iter().collect();
            if applies(model, Command::AllCases).is_ok() {
                let id = if model.meeting().is_some() { "all-cases" } else { "hint-meeting-again" };
                shown.push((Command::AllCases.key(Place::Agenda).into(), model.words.get(id)));
            }
            shown.push(("Esc".into(), model.words.get("hint-clear")));
            shown
        }
        None => commands(model),
    };
    // Help and the way back are never crowded out.
    let cost = |(key, label): &(String, String)| width(key) + width(label) + 4;
    let is_kept = |(key, _): &(String, String)| matches!(key.as_str(), "Esc" | "?" | "F1");
    let mut room = cells.saturating_sub(1 + shown.iter().filter(|one| is_kept(one)).map(cost).sum::<usize>());
    let mut spans = vec![spaces(1)];
    for one in &shown {
        if !is_kept(one) {
            if cost(one) > room + 3 {
                continue;
            }
            room = room.saturating_sub(cost(one));
        }
        spans.push(span(theme, Role::Key, &one.0.clone().into()));
        spans.push(spaces(1));
        spans.push(span(theme, Role::Value, &one.1.clone().into()));
        spans.push(spaces(3));
    }
    line(spans)
}

/// The commands that apply here, in the table's order; help and palette keep their place at the end.
fn commands(model: &Model) -> Vec<(String, String)> {
    let place = model.place();
    let mut entries: Vec<_> = TABLE
        .iter()
        .filter(|entry| entry.hint > 0 && (entry.place == place || entry.place == Place::Anywhere))
        .filter(|entry| applies(model, entry.command).is_ok() && fits(model, entry.command))
        .collect();
    entries.sort_by_key(|entry| entry.hint);
    let label = |entry: &&crate::ui::command::Entry| {
        let short = format!("hint-{}", entry.name);
        let words =
            if model.words.has(&short) { model.words.get(&short) } else { model.words.get(&entry.words()) };
        (entry.command.key(place).to_owned(), words)
    };
    let (always, own): (Vec<_>, Vec<_>) =
        entries.iter().partition(|entry| matches!(entry.command, Command::Help | Command::Palette));
    let mut all: Vec<(String, String)> = always.into_iter().map(|entry| label(&entry)).collect();
    all.extend(own.into_iter().map(|entry| label(&entry)));
    let always = 2.min(all.len());
    all.rotate_left(always);
    all
}

/// Commands of a step are hinted on their own step only, though their keys work everywhere in a case.
fn fits(model: &Model, command: Command) -> bool {
    use crate::ui::screens::case::screen::Step;
    let Some(screen) = &model.case else {
        return command != Command::Back || !model.agenda.search.is_empty() || model.agenda.left.is_some();
    };
    match command {
        Command::Image => matches!(screen.step, Step::Imaging),
        Command::Decision => {
            let decided = !screen.folder.history.decisions().is_empty();
            !matches!(screen.step, Step::Decision) && (screen.case().is_some() || decided)
        }
        Command::Opinion | Command::AgreedFacts => matches!(screen.step, Step::Discussion),
        Command::Request | Command::Reply => matches!(screen.step, Step::Consultation),
        Command::Amend | Command::Sign => matches!(screen.step, Step::Decision),
        Command::Earlier => {
            matches!(screen.step, Step::Decision) && !screen.folder.history.decisions().is_empty()
        }
        Command::Quit => false,
        _ => true,
    }
}
