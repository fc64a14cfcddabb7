//! Drawing the agenda: the list, and a preview of the chosen case beside or below it.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::history::Status;
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::phrase;
use crate::ui::model::{Drawn, Model};
use crate::ui::page::{Block, Part, ROOMY, Role};
use crate::ui::screens::agenda::{Item, items, mistakable};
use crate::ui::theme::Theme;
use crate::ui::who;
use crate::ui::widgets::canvas::Canvas;
use crate::ui::widgets::layout::lines;
use crate::ui::widgets::{empty, filled, fitting, line, rule_of, spaces, span};
use crate::ui::wrap::{clip, pad, width};

pub fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) -> Drawn {
    let model = canvas.model;
    let theme = canvas.theme;
    if model.listing.is_none() {
        canvas.put(
            area,
            vec![
                empty(),
                line(vec![spaces(1), span(theme, Role::Muted, &Shown::line(&model.words.get("loading")))]),
            ],
        );
        return Drawn::default();
    }
    let wide = area.width >= 110;
    let list_width = if wide { area.width * 3 / 5 } else { area.width };
    let preview_height = match (wide, model.size.1 >= ROOMY) {
        (true, _) => 0,
        (false, true) => 8.min(area.height / 2),
        (false, false) => 3,
    };
    let list = Rect { width: list_width, height: area.height - preview_height, ..area };
    let all = items(model);
    let drawn = draw_list(canvas, list, &all);
    let chosen = all.get(model.agenda.selected);
    if let Some(item) = chosen {
        if wide {
            let side = Rect { x: area.x + list_width + 1, width: area.width - list_width - 1, ..area };
            let text = lines(theme, &preview(model, item, true), side.width.into());
            canvas.put(side, fitting(theme, text, side.height.into(), side.width.into()));
        } else if preview_height > 0 {
            let below = Rect { y: area.y + list.height, height: preview_height, ..area };
            let mut text = vec![rule_of(theme, area.width.into(), model, drawn)];
            let page = lines(theme, &preview(model, item, false), below.width.into());
            text.extend(fitting(theme, page, usize::from(below.height) - 1, below.width.into()));
            canvas.put(below, text);
            // The rule under the list says already what of it is shown.
            return Drawn { said: true, ..drawn };
        }
    }
    drawn
}

fn draw_list(canvas: &mut Canvas<'_, '_>, area: Rect, all: &[Item<'_>]) -> Drawn {
    let (model, theme) = (canvas.model, canvas.theme);
    let cells = usize::from(area.width);
    let is_searching = model.agenda.searching || !model.agenda.search.is_empty();
    let height = usize::from(area.height).saturating_sub(if is_searching { 2 } else { 1 });
    // Two rows beyond the selection stay visible, so that what comes next is seen.
    let selected = model.agenda.selected.min(all.len().saturating_sub(1));
    let most = all.len().saturating_sub(height);
    let first = (selected + 3).saturating_sub(height).min(most).min(selected);
    let visible = all.get(first..(first + height).min(all.len())).unwrap_or_default();
    // Columns keep their width while one scrolls, without a look at a hundred thousand rows.
    let measured = || all.iter().take(MEASURED).chain(visible);
    let names = measured()
        .filter_map(|item| who::name(model, &item.summary?.patient))
        .map(|name| width(name.as_str()));
    let born = measured()
        .filter_map(|item| item.summary?.born())
        .map(|born| width(phrase::date(model.words, born).as_str()));
    let columns = columns(cells, names.max().unwrap_or(0), born.max().unwrap_or(0));
    let mut text = Vec::new();
    if is_searching {
        let query = model.agenda.search.text();
        let count = model.words.with("search-count", &[("n", all.len().into())]);
        text.push(line(vec![
            spaces(1),
            span(theme, Role::Key, &"/ ".into()),
            span(theme, Role::Title, &Shown::line(&query)),
            spaces(3),
            span(theme, Role::Muted, &Shown::line(&count)),
        ]));
        if model.agenda.searching {
            let x = area.x + 3 + u16::try_from(width(&query)).unwrap_or(0);
            canvas.frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
        }
    }
    text.push(head(model, theme, &columns));
    if all.is_empty() {
        let id = if model.agenda.search.is_empty() { "agenda-empty" } else { "search-none" };
        text.push(empty());
        text.extend(lines(theme, &[Block::Says(Part::value(model.tell(id)))], cells));
    }
    for (index, item) in visible.iter().enumerate() {
        let is_selected = first + index == selected;
        let row = row(model, theme, item, &columns, is_selected);
        text.push(if is_selected { filled(row, cells, theme.style(Role::Selection)) } else { row });
    }
    canvas.put(area, text);
    Drawn::from(first, height, all.len())
}

/// So many rows say how wide the columns are.
const MEASURED: usize = 500;

/// From this width on a row has room for the question.
const WIDE: usize = 76;

/// Widths: number, name, born, identifier, question, state. Zero leaves a column out.
fn columns(cells: usize, longest_name: usize, longest_date: usize) -> [usize; 6] {
    // A birth date that is cut reads as another one.
    let [number, born, state] = [4, longest_date.max(8), 13];
    let identifier = if cells >= 66 { 10 } else { 0 };
    let born = if cells >= 56 { born } else { 0 };
    let gaps = 2 * [identifier, born].iter().filter(|column| **column > 0).count() + 6;
    let rest = cells.saturating_sub(number + born + identifier + state + gaps + 1);
    if cells < WIDE {
        // A question of a few letters says nothing: it stands whole under the list.
        return [number, (rest + 2).min(40), born, identifier, 0, state];
    }
    // A name is shown whole wherever there is room for it; the question gives way first.
    let name = longest_name.clamp(12, 30).min(rest.saturating_sub(8)).max(10);
    [number, name, born, identifier, rest.saturating_sub(name), state]
}

fn head(model: &Model, theme: Theme, columns: &[usize; 6]) -> Line<'static> {
    let ids =
        ["column-number", "column-patient", "column-born", "column-id", "column-question", "column-state"];
    let mut spans = vec![spaces(1)];
    for (id, cells) in ids.iter().zip(columns) {
        if *cells > 0 {
            spans.push(span(theme, Role::Label, &pad(&model.words.get(id), *cells).into()));
            spans.push(spaces(if *id == "column-number" { 1 } else { 2 }));
        }
    }
    line(spans)
}

fn row(model: &Model, theme: Theme, item: &Item<'_>, columns: &[usize; 6], selected: bool) -> Line<'static> {
    let (role, state) = state(model, item);
    let summary = item.summary.filter(|summary| summary.readable);
    let dash = || Shown::from("–");
    let name = summary
        .and_then(|summary| who::name(model, &summary.patient))
        .unwrap_or_else(|| Shown::line(item.folder));
    let born = summary
        .filter(|summary| summary.born().is_some())
        .map_or_else(dash, |summary| who::birthday(model, &summary.patient));
    let id = summary
        .filter(|_| !who::is_veiled(model))
        .and_then(|summary| summary.patient.first_id())
        .map_or_else(dash, |id| Shown::line(id.value.as_str()));
    let question = summary.map_or_else(dash, |summary| Shown::line(&summary.question));
    // Said in a word, where there is the most room for it.
    let alike = !mistakable(model, item.folder).is_empty();
    let mark_of = |text: &Shown| Shown::line(&format!("{} · {text}", model.words.get("similar-name")));
    let [name, question] = match (alike, columns[4] > 0) {
        (false, _) => [name, question],
        (true, true) => [name, mark_of(&question)],
        (true, false) => [mark_of(&name), question],
    };
    let asked = if alike { Role::Attention } else { Role::Value };
    let mark = if selected { ">" } else { " " };
    let parts = [
        (Role::Value, Shown::line(&format!("{mark}{:>3}", item.number))),
        (Role::Patient, name),
        (Role::Value, born),
        (Role::Value, id),
        (asked, question),
        (role, state),
    ];
    let mut spans = vec![spaces(1)];
    for (index, ((role, text), cells)) in parts.into_iter().zip(columns).enumerate() {
        if *cells > 0 {
            let role = if selected { Role::Selection } else { role };
            // A state's ground ends with its word; the bar of the selection does not.
            let text = clip(text.as_str(), *cells);
            let blank = " ".repeat(cells.saturating_sub(width(&text)));
            let beside = if selected { Role::Selection } else { Role::Value };
            spans.push(span(theme, role, &text.into()));
            spans.push(span(theme, beside, &blank.into()));
            let gap = Shown::from(" ".repeat(if index == 0 { 1 } else { 2 }));
            spans.push(if selected {
                span(theme, Role::Selection, &gap)
            } else {
                spaces(gap.as_str().len())
            });
        }
    }
    line(spans)
}

/// How a case stands, as a word.
fn state(model: &Model, item: &Item<'_>) -> (Role, Shown) {
    let words = model.words;
    let say = |role: Role, id: &str| (role, Shown::line(&words.get(id)));
    let is_whole = model.listing.as_ref().is_some_and(|listing| listing.is_whole);
    let Some(summary) = item.summary else {
        return if is_whole { say(Role::Danger, "state-no-case") } else { say(Role::Muted, "loading") };
    };
    if summary.conflict {
        return say(Role::Danger, "state-conflict");
    }
    if !summary.readable {
        return say(Role::Danger, "state-unreadable");
    }
    if summary.waiting > 0 {
        return (
            Role::Attention,
            Shown::line(&words.with("state-waiting", &[("n", summary.waiting.into())])),
        );
    }
    // A case that is discussed again stands on the old agenda as that meeting left it.
    let sitting = model.meeting().and_then(|meeting| summary.sitting(&meeting.folder));
    let decision = sitting.map(|sitting| sitting.status).or(summary.decision);
    if item.deferred && decision.is_none() {
        return say(Role::Pending, "state-deferred");
    }
    match decision {
        Some(Status::Final) => (Role::Good, Shown::line(&words.code(Status::NAME, "final"))),
        Some(status) => (Role::Pending, Shown::line(&words.code(Status::NAME, status.word()))),
        None if summary.errors > 0 => {
            (Role::Danger, Shown::line(&words.with("state-errors", &[("n", summary.errors.into())])))
        }
        None if !summary.missing.is_empty() => {
            let role = if summary.blocking() > 0 { Role::Pending } else { Role::Value };
            (role, Shown::line(&words.with("state-missing", &[("n", summary.missing.len().into())])))
        }
        None => say(Role::Good, "state-ready"),
    }
}

/// Whom a patient could be taken for, with what tells the two apart.
pub fn similar(model: &Model, other: &Summary) -> String {
    let patient = &other.patient;
    let who = [
        who::name(model, patient),
        Some(who::birthday(model, patient)),
        who::identifier(model, patient),
        Some(Shown::line(&other.folder)),
    ];
    let who: Vec<String> = who.into_iter().flatten().map(Shown::into_string).collect();
    model.words.with("similar-name-of", &[("who", who.join(" · ").into())])
}

/// What the check found, in a line: how many errors and warnings, and the first of them.
fn checked(model: &Model, summary: &Summary) -> Option<Block> {
    let words = model.words;
    let what = phrase::finding(words, summary.first_finding.as_ref()?);
    let count = |id: &str, n: usize| (n > 0).then(|| words.with(id, &[("n", n.into())]));
    let counts = [count("checked-errors", summary.errors), count("checked-warnings", summary.warnings)];
    let counts = counts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let role = if summary.errors > 0 { Role::Danger } else { Role::Attention };
    // A finding may say whose it is: two patients that could be taken for each other.
    let text = if who::is_veiled(model) {
        Shown::line(&counts)
    } else {
        let args = [("counts", counts.into()), ("what", what.into_string().into())];
        Shown::line(&words.with("checked-first", &args))
    };
    Some(Block::Fact(Shown::line(&words.get("checked")), Part::new(role, text)))
}

fn preview(model: &Model, item: &Item<'_>, roomy: bool) -> Vec<Block> {
    let is_whole = model.listing.as_ref().is_some_and(|listing| listing.is_whole);
    let Some(summary) = item.summary else {
        if !is_whole {
            return vec![Block::Says(Part::new(Role::Muted, model.words.get("loading")))];
        }
        return vec![Block::Says(Part::new(
            Role::Danger,
            model.words.with("no-such-case", &[("case", item.folder.into())]),
        ))];
    };
    let mut blocks = Vec::new();
    if !summary.readable {
        blocks.push(Block::Says(Part::new(
            Role::Danger,
            model.words.with("unreadable-short", &[("case", item.folder.into())]),
        )));
        blocks.push(Block::Says(Part::value(model.tell("unreadable-open"))));
        return blocks;
    }
    for other in mistakable(model, item.folder) {
        blocks.push(Block::Says(Part::new(Role::Danger, similar(model, other))));
    }
    let codes = [summary.site.as_str(), summary.histology.as_str()].join(" ");
    if roomy {
        let name = who::name(model, &summary.patient).unwrap_or_else(|| Shown::line(item.folder));
        blocks.push(Block::Heading(name));
        let known = [Some(who::born(model, &summary.patient)), who::identifier(model, &summary.patient)];
        let known: Vec<String> = known.into_iter().flatten().map(Shown::into_string).collect();
        blocks.push(Block::Says(Part::value(known.join(" · "))));
        blocks.push(Block::Fact(
            Shown::line(&model.words.get("allergies")),
            Part::value(phrase::allergies(model.words, &summary.patient.allergies)),
        ));
        blocks.push(Block::Gap);
    }
    if !roomy {
        blocks.push(Block::Says(Part::new(Role::Title, Shown::line(&summary.question))));
    }
    blocks.push(Block::Says(Part::value(format!(
        "{}   {}   {}",
        item.folder,
        Shown::line(&summary.diagnosis),
        codes.trim()
    ))));
    if roomy {
        blocks.push(Block::Gap);
        blocks.push(Block::Says(Part::new(Role::Title, Shown::line(&summary.question))));
    }
    if let Some(note) = item.plan.and_then(|plan| plan.note.as_ref()) {
        blocks.push(Block::Says(Part::new(Role::Muted, Shown::line(note.as_str()))));
    }
    let checked = checked(model, summary);
    // Where there is little room, what the coordinator says is missing stands before a warning.
    let (above, below) = if roomy || summary.errors > 0 { (checked, None) } else { (None, checked) };
    blocks.extend(above);
    if roomy {
        blocks.push(Block::Gap);
    }
    for (index, missing) in summary.missing.iter().enumerate() {
        let owner = missing.owner.as_ref().map(|owner| {
            model.board_file().map_or(owner.as_str(), |board| board.person_name(owner.as_str()))
        });
        let due = missing.due.as_ref().map(|due| phrase::date(model.words, due).into_string());
        let what = missing.item.as_ref().map_or("", |item| item.as_str());
        let text = [Some(what.to_owned()), owner.map(ToOwned::to_owned), due]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ");
        blocks.push(Block::Fact(
            if index == 0 { Shown::line(&model.words.get("missing")) } else { Shown::default() },
            Part::value(Shown::line(&text)),
        ));
    }
    blocks.extend(below);
    blocks
}
