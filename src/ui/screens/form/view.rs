//! Drawing a form: labels and values, the field in focus with the real cursor, offers under it, what is still needed.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::text::Shown;
use crate::ui::field::{Field, FieldKind};
use crate::ui::form::Form;
use crate::ui::model::{Drawn, Model};
use crate::ui::page::Role;
use crate::ui::screens::agenda::search_view;
use crate::ui::screens::case::facts::in_short;
use crate::ui::screens::case::screen::CaseScreen;
use crate::ui::screens::form::editing::Editing;
use crate::ui::screens::form::lacks;
use crate::ui::theme::Theme;
use crate::ui::widgets::canvas::Canvas;
use crate::ui::widgets::{empty, fitting, layout, line, spaces, span, spread};
use crate::ui::wrap::{clip, pad, width, wrap};

/// How many offers of a choice are listed at once.
const OFFERS: usize = 6;

/// The lines of the form, and where in them the cursor stands.
struct Laid {
    lines: Vec<Line<'static>>,
    cursor: Option<(usize, usize)>,
    focus: (usize, usize),
}

pub fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, screen: &CaseScreen) -> Drawn {
    let (model, theme) = (canvas.model, canvas.theme);
    let Some(editing) = &screen.editing else { return Drawn::default() };
    let lacks = lacks(editing, model);
    let wide = area.width >= 110;
    let form_width = if wide { area.width * 2 / 3 } else { area.width };
    let title = Shown::line(&model.words.get(&format!("form-{}", editing.writing.name())));
    let needed = if lacks.is_empty() {
        (Role::Good, Shown::line(&model.tell("form-complete")))
    } else {
        (Role::Attention, Shown::line(&needed_text(model, editing, &lacks, usize::from(area.width) / 2)))
    };
    let head = spread(
        theme,
        area.width.into(),
        &[(Role::Value, " ".into()), (Role::Draft, title)],
        &[needed, (Role::Value, " ".into())],
    );
    canvas.put(Rect { height: 1, ..area }, vec![head]);
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), width: form_width, ..area };
    let drawn = fields(canvas, body, &editing.form, &lacks);
    if wide {
        let side = Rect {
            x: area.x + form_width + 1,
            width: area.width - form_width - 1,
            y: body.y,
            height: body.height,
        };
        let mut lines = missing_list(model, theme, editing, &lacks, side);
        if let Some(case) = screen.case() {
            lines.push(empty());
            lines.extend(layout::lines(theme, &in_short(model, case), side.width.into()));
        }
        canvas.put(side, fitting(theme, lines, side.height.into(), side.width.into()));
    }
    drawn
}

/// The fields of a form; the one in focus is always in sight.
pub fn fields(canvas: &mut Canvas<'_, '_>, body: Rect, form: &Form, lacks: &[String]) -> Drawn {
    let laid = lay(canvas.model, canvas.theme, form, lacks, body.width.into());
    let height = usize::from(body.height);
    // The whole field in focus stays visible, with a row of what comes before it.
    let first = if laid.focus.1 + 2 > height {
        (laid.focus.1 + 2 - height).min(laid.focus.0.saturating_sub(1))
    } else {
        0
    };
    let rows = laid.lines.len();
    if let Some((row, column)) = laid.cursor.filter(|(row, _)| *row >= first && *row < first + height) {
        let at = |base: u16, offset: usize| base.saturating_add(u16::try_from(offset).unwrap_or(0));
        canvas.frame.set_cursor_position((
            at(body.x, column).min(body.right().saturating_sub(1)),
            at(body.y, row - first),
        ));
    }
    canvas.put(body, laid.lines.into_iter().skip(first).take(height).collect());
    Drawn::from(first, height, rows)
}

fn label_of(model: &Model, editing: &Editing, path: &str) -> String {
    let Some(field) = editing.form.fields.iter().find(|field| field.path == path) else {
        return path.to_owned();
    };
    let label = model.words.get(field.label);
    match field.group {
        Some((heading, number)) if field.path.contains('[') => {
            format!("{label} ({} {number})", model.words.get(heading))
        }
        Some((heading, _)) => format!("{label} ({})", model.words.get(heading)),
        None => label,
    }
}

fn needed_text(model: &Model, editing: &Editing, lacks: &[String], room: usize) -> String {
    let what: Vec<String> = lacks.iter().map(|path| label_of(model, editing, path)).collect();
    let text =
        model.words.with("still-needed", &[("n", lacks.len().into()), ("what", what.join(", ").into())]);
    clip(&text, room)
}

/// Everything still needed, a line each, beside the form where there is room.
fn missing_list(
    model: &Model,
    theme: Theme,
    editing: &Editing,
    lacks: &[String],
    area: Rect,
) -> Vec<Line<'static>> {
    if lacks.is_empty() {
        return vec![empty()];
    }
    let mut lines =
        vec![line(vec![span(theme, Role::Title, &Shown::line(&model.words.get("still-needed-heading")))])];
    for path in lacks.iter().take(usize::from(area.height).saturating_sub(1)) {
        let text = clip(&format!("- {}", label_of(model, editing, path)), area.width.into());
        lines.push(line(vec![span(theme, Role::Attention, &text.into())]));
    }
    lines
}

fn lay(model: &Model, theme: Theme, form: &Form, lacks: &[String], cells: usize) -> Laid {
    let labels = if cells < 70 { 15 } else { 20 };
    let mut laid = Laid { lines: Vec::new(), cursor: None, focus: (0, 0) };
    let mut group = None;
    for (index, field) in form.fields.iter().enumerate() {
        if field.group != group {
            group = field.group;
            if let Some((heading, number)) = field.group {
                let number = if field.path.contains('[') { format!(" {number}") } else { String::new() };
                laid.lines.push(line(vec![
                    spaces(1),
                    span(theme, Role::Title, &Shown::line(&format!("{}{number}", model.words.get(heading)))),
                ]));
            }
        }
        let focused = index == form.focus;
        let start = laid.lines.len();
        lay_field(model, theme, field, focused, lacks.contains(&field.path), (labels, cells), &mut laid);
        if focused {
            laid.focus = (start, laid.lines.len());
        }
    }
    laid
}

fn lay_field(
    model: &Model,
    theme: Theme,
    field: &Field,
    focused: bool,
    lacking: bool,
    (labels, cells): (usize, usize),
    laid: &mut Laid,
) {
    let indent = if field.group.is_some() { 2 } else { 0 };
    let label = pad(&format!("{}{}", " ".repeat(indent), model.words.get(field.label)), labels);
    let sign = if focused { ">" } else { " " };
    let left = labels + 3;
    let room = cells.saturating_sub(left + 2).max(8);
    let label_role = if focused { Role::Key } else { Role::Label };
    // What was chosen is read, not written in: it parts between words.
    let (rows, cursor) = match field.chosen {
        Some(_) if field.is_choice() => chosen_rows(field, room),
        _ => value_rows(field, room),
    };
    for text in field.says.iter().flat_map(|says| wrap(&Shown::line(says).into_string(), room)) {
        laid.lines.push(line(vec![spaces(left), span(theme, Role::Danger, &text.into())]));
    }
    let top = laid.lines.len();
    for (index, text) in rows.iter().enumerate() {
        let lead = if index == 0 { format!("{sign}{label}  ") } else { " ".repeat(left) };
        let mut spans = vec![span(theme, label_role, &lead.into())];
        let unset = text.is_empty() && rows.len() == 1;
        if focused {
            spans.push(span(theme, Role::Focus, &pad(text, room.min(width(text).max(24))).into()));
        } else if unset {
            let (role, sign) = if lacking {
                (Role::Attention, model.words.get("field-needed"))
            } else {
                (Role::Muted, "_".to_owned())
            };
            spans.push(span(theme, role, &sign.into()));
        } else {
            spans.push(span(
                theme,
                if lacking { Role::Attention } else { Role::Value },
                &text.clone().into(),
            ));
        }
        laid.lines.push(line(spans));
    }
    if focused {
        laid.cursor = Some((top + cursor.0, left + cursor.1));
        laid.lines.extend(offers(model, theme, field, left, room));
    }
}

/// What was chosen in rows, and the cursor behind it.
fn chosen_rows(field: &Field, room: usize) -> (Vec<String>, (usize, usize)) {
    let rows = wrap(&Shown::line(&field.editor.text()).into_string(), room);
    let end = (rows.len().saturating_sub(1), rows.last().map_or(0, |row| width(row)));
    (rows, end)
}

/// The value broken into rows, and the cursor's row and column among them.
fn value_rows(field: &Field, room: usize) -> (Vec<String>, (usize, usize)) {
    let mut rows = vec![String::new()];
    let mut cursor = (0, 0);
    let mut column = 0;
    for (index, grapheme) in field.editor.graphemes().iter().enumerate() {
        if index == field.editor.cursor() {
            cursor = (rows.len() - 1, column);
        }
        if grapheme == "\n" {
            rows.push(String::new());
            column = 0;
            continue;
        }
        let shown = Shown::line(grapheme).into_string();
        let cells = width(&shown);
        if column + cells > room {
            rows.push(String::new());
            column = 0;
        }
        if let Some(row) = rows.last_mut() {
            row.push_str(&shown);
        }
        column += cells;
    }
    if field.editor.cursor() >= field.editor.graphemes().len() {
        cursor = (rows.len() - 1, column);
    }
    (rows, cursor)
}

fn offers(model: &Model, theme: Theme, field: &Field, left: usize, room: usize) -> Vec<Line<'static>> {
    match &field.kind {
        FieldKind::Date => {
            let raw = field.value();
            let text = match raw.as_deref().map(crate::domain::date::PartialDate::parse) {
                Some(Ok(date)) => model.words.date(date.year, date.month, date.day),
                Some(Err(crate::domain::date::DateFault::TwoReadings(one, other))) => {
                    model.words.with("date-two-readings", &[("one", one.into()), ("other", other.into())])
                }
                _ => model.words.get("date-hint"),
            };
            vec![line(vec![spaces(left), span(theme, Role::Muted, &clip(&text, room).into())])]
        }
        _ if field.is_choice() && field.chosen.is_none() => {
            let found = field.offers();
            if found.is_empty() && !field.is_free() {
                return none_offered(model, theme, field, left, room);
            }
            let first = field.marked.saturating_sub(OFFERS - 2).min(found.len().saturating_sub(OFFERS));
            let mut lines: Vec<Line<'static>> = found
                .iter()
                .enumerate()
                .skip(first)
                .take(OFFERS)
                .map(|(index, choice)| {
                    let marked = index == field.marked;
                    let text = format!("{} {}", if marked { ">" } else { " " }, choice.label);
                    line(vec![
                        spaces(left),
                        span(
                            theme,
                            if marked { Role::Selection } else { Role::Value },
                            &clip(&text, room).into(),
                        ),
                    ])
                })
                .collect();
            let more = (found.len() + field.more()).saturating_sub(first + OFFERS);
            if more > 0 {
                let text = model.words.with("offers-more", &[("n", more.into())]);
                lines.push(line(vec![spaces(left + 2), span(theme, Role::Muted, &text.into())]));
            }
            lines
        }
        _ => Vec::new(),
    }
}

/// Nothing before letters are typed.
fn none_offered(model: &Model, theme: Theme, field: &Field, left: usize, room: usize) -> Vec<Line<'static>> {
    let typed = field.editor.text();
    if typed.trim().is_empty() {
        return Vec::new();
    }
    let (role, text) = match field.kind {
        FieldKind::Found { .. } => search_view::nothing_fits(model, &typed),
        _ => (Role::Attention, Shown::line(&model.words.get("offers-none"))),
    };
    let rows = wrap(text.as_str(), room.saturating_sub(2)).into_iter();
    rows.map(|text| line(vec![spaces(left + 2), span(theme, role, &text.into())])).collect()
}
