//! The frame: context, banner, body, footer, with thin rules between; overlays never cover the banner.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::text::Shown;
use crate::phrase;
use crate::ui::command::{Command, Place, TABLE};
use crate::ui::model::{Drawn, Model};
use crate::ui::overlays;
use crate::ui::page::Role;
use crate::ui::screens::{agenda, case, form};
use crate::ui::theme::Theme;
use crate::ui::update::applies::applies;
use crate::ui::widgets::canvas::Canvas;
use crate::ui::widgets::picture::Pictures;
use crate::ui::widgets::{line, rule, spaces, span, spread};
use crate::ui::wrap::{clip, width};

/// Smaller than this nothing can be read safely.
const LEAST: (u16, u16) = (50, 14);

/// Draws everything; says how much of the scrolling part there was.
pub fn view(model: &Model, pictures: &mut Pictures, frame: &mut Frame<'_>) -> Drawn {
    let area = frame.area();
    let theme = Theme::named(&model.theme);
    let mut canvas = Canvas { model, theme, frame, pictures };
    if area.width < LEAST.0 || area.height < LEAST.1 {
        let text = model
            .words
            .with("too-small", &[("w", i64::from(LEAST.0).into()), ("h", i64::from(LEAST.1).into())]);
        canvas.put(
            area,
            vec![line(vec![span(theme, Role::Attention, &Shown::line(&clip(&text, area.width.into())))])],
        );
        return Drawn::default();
    }
    let base = canvas_base(&mut canvas, area);
    let head = context(model, theme, area.width.into());
    let banner = model
        .case
        .as_ref()
        .filter(|_| !model.is_between_patients())
        .map(|screen| case::view::banner(model, theme, screen, area.width.into()))
        .unwrap_or_default();
    let foot = footer(model, theme, area.width.into());
    let mut top = vec![head, rule(theme, area.width.into())];
    if !banner.is_empty() {
        top.extend(banner);
        top.push(rule(theme, area.width.into()));
    }
    let (high, low) = (u16::try_from(top.len()).unwrap_or(4), u16::try_from(foot.len()).unwrap_or(2));
    canvas.put(Rect { height: high.min(base.height), ..base }, top);
    let body = Rect { y: base.y + high, height: base.height.saturating_sub(high + low), ..base };
    canvas.put(Rect { y: base.y + base.height.saturating_sub(low), height: low, ..base }, foot);
    let drawn = match &model.case {
        Some(screen) if screen.editing.is_some() => form::view::draw(&mut canvas, body, screen),
        Some(screen) => case::view::draw(&mut canvas, body, screen),
        None => agenda::view::draw(&mut canvas, body),
    };
    if model.overlays.is_empty() { drawn } else { overlays::view::draw(&mut canvas, body) }
}

fn canvas_base(canvas: &mut Canvas<'_, '_>, area: Rect) -> Rect {
    let style = canvas.theme.style(Role::Value);
    canvas.frame.buffer_mut().set_style(area, style);
    area
}

/// Board, date, place; quorum; the mode in a word.
fn context(model: &Model, theme: Theme, cells: usize) -> Line<'static> {
    let mut left = String::from(" ");
    let mut right: Vec<(Role, Shown)> = Vec::new();
    match model.meeting().and_then(|meeting| Some((meeting, meeting.file.value.as_ref()?))) {
        Some((meeting, file)) => {
            let name = model
                .board()
                .and_then(|board| board.name.as_ref())
                .map_or(meeting.folder.as_str(), |name| name.as_str());
            left = format!("{left}{name}   {}", phrase::date_or_blank(model.words, file.date.as_ref()));
            if let Some(place) = &file.place {
                left = format!("{left}   {}", place.as_str());
            }
            if meeting.closed().is_some() {
                right.push((
                    Role::Attention,
                    Shown::line(&format!("{}  ", model.words.get("meeting-state-closed"))),
                ));
            }
            right.push(quorum(model));
        }
        None => {
            left.push_str(&model.words.get(if model.listing.is_some() { "all-cases" } else { "loading" }));
        }
    }
    if model.is_demo() {
        right.push((Role::Attention, Shown::line(&format!("  {}", model.words.get("demo")))));
    }
    let (role, mode) = mode(model);
    right.push((role, Shown::line(&format!("  {} ", model.words.get(mode)))));
    spread(theme, cells, &[(Role::Title, Shown::line(&left))], &right)
}

fn quorum(model: &Model) -> (Role, Shown) {
    let Some(attendance) = model.meeting().and_then(|meeting| meeting.attendance()) else {
        return (Role::Attention, Shown::line(&model.words.get("quorum-none")));
    };
    let stamp = &attendance.quorum;
    let id = if stamp.met { "quorum-met" } else { "quorum-not-met" };
    let role = if stamp.met { Role::Good } else { Role::Danger };
    (
        role,
        Shown::line(
            &model.words.with(id, &[("present", stamp.present.into()), ("needed", stamp.needed.into())]),
        ),
    )
}

fn mode(model: &Model) -> (Role, &'static str) {
    let writing = model.case.as_ref().is_some_and(|case| case.editing.is_some());
    match model.overlays.last() {
        Some(overlays::Overlay::ReadBack(_)) => (Role::Draft, "mode-read-back"),
        _ if writing => (Role::Draft, "mode-draft"),
        _ => (Role::Muted, "mode-view"),
    }
}

/// A notice where there is one, then the keys that apply now.
fn footer(model: &Model, theme: Theme, cells: usize) -> Vec<Line<'static>> {
    let mut lines = vec![rule(theme, cells)];
    if let Some(notice) = &model.notice {
        let wrapped = crate::ui::wrap::wrap(Shown::line(&notice.text).as_str(), cells.saturating_sub(2));
        lines.extend(
            wrapped
                .into_iter()
                .take(3)
                .map(|text| line(vec![spaces(1), span(theme, notice.role, &text.into())])),
        );
    }
    lines.push(hints(model, theme, cells));
    lines
}

fn hints(model: &Model, theme: Theme, cells: usize) -> Line<'static> {
    let shown: Vec<(String, String)> = match model.overlays.last() {
        Some(overlay) => overlays::view::hints(model, overlay),
        None if model.case.is_none() && model.agenda.searching => {
            vec![
                ("Enter".into(), model.words.get("command-open")),
                ("Esc".into(), model.words.get("hint-clear")),
            ]
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
        let key = if place == Place::Form {
            entry.keys.iter().find(|key| key.len() > 1).unwrap_or(&"")
        } else {
            entry.keys.first().unwrap_or(&"")
        };
        let short = format!("hint-{}", entry.name);
        let words =
            if model.words.has(&short) { model.words.get(&short) } else { model.words.get(&entry.words()) };
        ((*key).to_owned(), words)
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
        return command != Command::Back || !model.agenda.search.is_empty();
    };
    match command {
        Command::Image => matches!(screen.step, Step::Imaging),
        Command::Decision => !matches!(screen.step, Step::Decision),
        Command::Opinion | Command::AgreedFacts => matches!(screen.step, Step::Discussion),
        Command::Request | Command::Reply => matches!(screen.step, Step::Consultation),
        Command::Amend | Command::Sign | Command::Earlier => matches!(screen.step, Step::Decision),
        Command::Quit => false,
        _ => true,
    }
}
