//! Drawing the agenda: the list, and a preview of the chosen case beside or below it.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::about::About;
use crate::domain::history::Status;
use crate::domain::query::Query;
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::phrase;
use crate::ui::model::{Drawn, Model};
use crate::ui::page::{Block, Part, ROOMY, Role};
use crate::ui::screens::agenda::columns::{Columns, Longest, NUMBER, QUESTION, STATE, columns};
use crate::ui::screens::agenda::preview::preview;
use crate::ui::screens::agenda::rows::{Item, Rows};
use crate::ui::screens::agenda::{deferred, mistakable, read_so_far, rows, search_view};
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
    let all = rows(model);
    let drawn = draw_list(canvas, list, &all);
    let chosen = all.get(model.agenda.selected);
    if let Some(item) = &chosen {
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

fn draw_list(canvas: &mut Canvas<'_, '_>, area: Rect, all: &Rows<'_>) -> Drawn {
    let (model, theme) = (canvas.model, canvas.theme);
    let cells = usize::from(area.width);
    let mut text = search_lines(canvas, area, all);
    let height = usize::from(area.height).saturating_sub(text.len() + 1);
    let selected = model.agenda.selected.min(all.len().saturating_sub(1));
    let first = first_shown(selected, height, all.len());
    let visible: Vec<Item<'_>> = all.part(first, height).collect();
    // Each is taken apart once, for its state and for its row.
    let abouts: Vec<Option<About>> = visible
        .iter()
        .map(|item| item.summary.filter(|summary| summary.readable).map(Summary::about))
        .collect();
    let seen: Vec<Seen> = visible.iter().zip(abouts.iter().map(Option::as_ref)).collect();
    let query = Query::parse(&model.agenda.search.text());
    let (columns, states) = fitted(model, &query, all, &seen, cells);
    text.push(head(model, theme, &columns));
    if all.is_empty() {
        text.push(empty());
        let said = std::iter::once(nothing(model)).chain(search_view::hint(model));
        let said: Vec<Block> = said.map(|text| Block::Says(Part::value(text))).collect();
        text.extend(lines(theme, &said, cells));
    }
    for (index, (one, state)) in seen.into_iter().zip(states).enumerate() {
        let is_selected = first + index == selected;
        let due = due(model, &query, one.0).unwrap_or((Role::Value, Shown::default()));
        let row = row((model, theme), one, [due, state], &columns, is_selected);
        text.push(if is_selected { filled(row, cells, theme.style(Role::Selection)) } else { row });
    }
    canvas.put(area, text);
    Drawn::from(first, height, all.len())
}

/// A row that is in sight; nothing is known of a case that is not there or cannot be read.
type Seen<'a> = (&'a Item<'a>, Option<&'a About>);

/// What is searched for, with the cursor where it is typed.
fn search_lines(canvas: &mut Canvas<'_, '_>, area: Rect, all: &Rows<'_>) -> Vec<Line<'static>> {
    let model = canvas.model;
    if !model.agenda.searching && model.agenda.search.is_empty() {
        return Vec::new();
    }
    let (text, cursor) = search_view::lines(model, canvas.theme, all, area.width.into());
    if let Some(at) = cursor {
        let x = area.x + u16::try_from(at).unwrap_or(0);
        canvas.frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
    }
    text
}

/// The columns that the rows need, and the state of each row in sight as it fits in.
fn fitted(
    model: &Model,
    query: &Query,
    all: &Rows<'_>,
    seen: &[Seen<'_>],
    cells: usize,
) -> (Columns, Vec<(Role, Shown)>) {
    let states = |whole: bool| seen.iter().map(|one| state(model, *one, whole)).collect();
    let whole: Vec<(Role, Shown)> = states(true);
    let said = whole.iter().map(|(_, state)| width(state.as_str())).max().unwrap_or(0);
    let columns = columns(cells, Longest { state: said, ..longest(model, query, all, seen) });
    // Where there is room for one figure only, it is what is missing; the preview says what is stale.
    let states = if said > columns[STATE] { states(false) } else { whole };
    (columns, states)
}

/// How long the texts of the columns are. They keep their width while one scrolls, without a look at a hundred thousand
/// rows: the first of them and those in sight are measured.
fn longest(model: &Model, query: &Query, all: &Rows<'_>, seen: &[Seen<'_>]) -> Longest {
    let measured: Vec<Item<'_>> =
        all.part(0, MEASURED).chain(seen.iter().map(|(item, _)| (*item).clone())).collect();
    let due =
        measured.iter().filter_map(|item| due(model, query, item)).map(|(_, due)| width(due.as_str())).max();
    // Beside a day there is seldom a question, and the mark of a similar name stands before the name.
    let mark = |item: &Item<'_>| {
        let is_marked = due.is_some() && !mistakable(model, item.folder).is_empty();
        if is_marked { width(marked(model, &Shown::default()).as_str()) } else { 0 }
    };
    let names = measured.iter().filter_map(|item| {
        let name = who::as_shown(model, item.summary?.asked().name()?);
        Some(width(name.as_str()) + mark(item))
    });
    let born = measured
        .iter()
        .filter_map(|item| item.summary?.asked().born())
        .map(|born| width(phrase::date(model.words, &born).as_str()));
    Longest {
        number: all.largest().to_string().len(),
        name: names.max().unwrap_or(0),
        born: born.max().unwrap_or(0),
        due: due.unwrap_or(0),
        state: 0,
    }
}

/// Why the list has no rows.
fn nothing(model: &Model) -> String {
    let read = read_so_far(model);
    let id = match (model.agenda.search.is_empty(), model.meeting()) {
        (true, _) => "agenda-empty",
        (false, _) if read.is_some() => "search-none-yet",
        (false, Some(_)) => "search-none-meeting",
        (false, None) => "search-none",
    };
    let of = model.listing.as_ref().map_or(0, |listing| listing.of);
    model.tell_with(id, &[("n", read.unwrap_or(0).into()), ("of", of.into())])
}

/// The list is turned by pages: a list that moves under every step of the selection is sent anew every time, which a
/// thin line shows. Two rows before the selection and two after it stay in sight, so that what comes next is seen.
fn first_shown(selected: usize, height: usize, rows: usize) -> usize {
    let beside = if height > 2 * BESIDE + 1 { BESIDE } else { height.saturating_sub(1) / 4 };
    let step = height.saturating_sub(2 * beside).max(1);
    let page = selected.saturating_sub(beside) / step;
    (page * step).min(rows.saturating_sub(height)).min(selected)
}

const BESIDE: usize = 2;
/// So many rows say how wide the columns are.
const MEASURED: usize = 500;

fn head(model: &Model, theme: Theme, columns: &Columns) -> Line<'static> {
    let ids = [
        "column-number",
        "column-patient",
        "column-born",
        "column-id",
        "column-question",
        "column-due",
        "column-state",
    ];
    let mut spans = vec![spaces(1)];
    for (id, cells) in ids.iter().zip(columns) {
        if *cells > 0 {
            spans.push(span(theme, Role::Label, &pad(&model.words.get(id), *cells).into()));
            spans.push(spaces(if *id == "column-number" { 1 } else { 2 }));
        }
    }
    line(spans)
}

fn row(
    (model, theme): (&Model, Theme),
    (item, about): Seen<'_>,
    [due, state]: [(Role, Shown); 2],
    columns: &Columns,
    selected: bool,
) -> Line<'static> {
    let dash = || Shown::from("–");
    let name =
        about.and_then(|about| who::name(model, &about.patient)).unwrap_or_else(|| Shown::line(item.folder));
    let born = about
        .filter(|about| about.patient.born.is_some())
        .map_or_else(dash, |about| who::birthday(model, &about.patient));
    let id = about
        .filter(|_| !who::is_veiled(model))
        .and_then(|about| about.patient.first_id())
        .map_or_else(dash, |id| Shown::line(id.value.as_str()));
    let question = about.map_or_else(dash, |about| Shown::line(&about.question));
    // Said in a word, where there is the most room for it.
    let alike = !mistakable(model, item.folder).is_empty();
    let [name, question] = match (alike, columns[QUESTION] > 0) {
        (false, _) => [name, question],
        (true, true) => [name, marked(model, &question)],
        (true, false) => [marked(model, &name), question],
    };
    let asked = if alike { Role::Attention } else { Role::Value };
    let mark = if selected { ">" } else { " " };
    let parts = [
        (Role::Value, Shown::line(&format!("{mark}{:>1$}", item.number, columns[NUMBER] - 1))),
        (Role::Patient, name),
        (Role::Value, born),
        (Role::Value, id),
        (asked, question),
        due,
        state,
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

fn marked(model: &Model, text: &Shown) -> Shown {
    Shown::line(&format!("{} · {text}", model.words.get("similar-name")))
}

/// For which day the search found a case; a sign tells what is overdue, also without a colour.
fn due(model: &Model, query: &Query, item: &Item<'_>) -> Option<(Role, Shown)> {
    let day = query.due(item.summary?, model.as_of())?;
    let (role, sign) = if day < model.as_of() { (Role::Pending, "!") } else { (Role::Value, " ") };
    Some((role, Shown::line(&format!("{sign} {}", phrase::day(model.words, day)))))
}

/// How a case stands, as a word.
fn state(model: &Model, (item, about): Seen<'_>, whole: bool) -> (Role, Shown) {
    let words = model.words;
    let say = |role: Role, id: &str| (role, Shown::line(&words.get(id)));
    let is_whole = model.is_whole();
    let Some(summary) = item.summary else {
        return if is_whole { say(Role::Danger, "state-no-case") } else { say(Role::Muted, "loading") };
    };
    if summary.conflict {
        return say(Role::Danger, "state-conflict");
    }
    let Some(about) = about else {
        return say(Role::Danger, "state-unreadable");
    };
    // What cannot be read may be the decision: nothing that is said of the others comes before it.
    if summary.damaged > 0 {
        return say(Role::Danger, "state-damaged");
    }
    if summary.withheld > 0 {
        return say(Role::Danger, "state-withheld");
    }
    if summary.waiting > 0 {
        return (
            Role::Attention,
            Shown::line(&words.with("state-waiting", &[("n", summary.waiting.into())])),
        );
    }
    // A case that is discussed again stands on the old agenda as that meeting left it, among all cases as the latest did.
    let left = model.meeting().and_then(|meeting| item.as_left_by(meeting));
    let left = left.as_deref().unwrap_or(summary);
    if left.is_deferred() {
        return (Role::Pending, Shown::line(&deferred(model, left)));
    }
    match left.decision {
        Some(Status::Final) => (Role::Good, Shown::line(&words.code(Status::NAME, "final"))),
        Some(status) => (Role::Pending, Shown::line(&words.code(Status::NAME, status.word()))),
        None if summary.errors > 0 => {
            (Role::Danger, Shown::line(&words.with("state-errors", &[("n", summary.errors.into())])))
        }
        None => match phrase::readiness::short(words, about.missing.len(), &model.ready(summary), whole) {
            Some(open) if about.blocking() > 0 => {
                (Role::Pending, Shown::line(&words.with("state-blocked", &[("open", open.into())])))
            }
            Some(open) => (Role::Value, Shown::line(&open)),
            None => say(Role::Good, "state-ready"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_is_always_in_sight_with_what_stands_beside_it_and_the_list_turns_seldom() {
        for height in 1..40 {
            for rows in [1, 5, 39, 40, 41, 500] {
                let mut turns = 0;
                for selected in 0..rows {
                    let first = first_shown(selected, height, rows);
                    let last = (first + height).min(rows);
                    assert!((first..last).contains(&selected), "{selected} of {rows} in {height}");
                    if height > 5 {
                        assert!(selected < BESIDE || selected - BESIDE >= first || first == 0);
                        assert!((selected + BESIDE).min(rows - 1) < last, "{selected} of {rows} in {height}");
                    }
                    turns += usize::from(selected > 0 && first != first_shown(selected - 1, height, rows));
                }
                assert!(height < 6 || turns <= rows / (height - 4) + 1, "{turns} of {rows} in {height}");
            }
        }
    }
}
