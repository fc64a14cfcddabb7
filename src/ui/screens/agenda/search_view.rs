//! Drawing the search above the list: what is typed, how much of what it left, and which filter leaves nothing out.

use ratatui::text::Line;

use crate::domain::query::{self, FILTERS, Fault, Query, unfinished};
use crate::domain::text::Shown;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{ROOMY, Role};
use crate::ui::screens::agenda::rows::Rows;
use crate::ui::screens::agenda::{read_so_far, similar_only};
use crate::ui::theme::Theme;
use crate::ui::widgets::{fitting, line, spaces, span};
use crate::ui::wrap::{clip, clip_start, width, wrap};

/// So much of a filter that is none is repeated: what was probably meant stands behind it.
const REPEATED: usize = 24;
/// Shown before anything is typed: filters can be found in no other way while one searches.
const EXAMPLE: &str = "site:lung age:>70";
/// What is typed last is seen beside any count.
const LEAST: usize = 12;

/// The lines, and after how many cells of the first the cursor stands while somebody types.
pub fn lines(
    model: &Model,
    theme: Theme,
    rows: &Rows<'_>,
    cells: usize,
) -> (Vec<Line<'static>>, Option<usize>) {
    let typed = model.agenda.search.text();
    let open = open(model, &typed);
    let read = read_so_far(model);
    let id = match (read, model.meeting()) {
        (Some(_), _) => "search-count-reading",
        (None, Some(_)) => "search-count-meeting",
        (None, None) => "search-count",
    };
    let mut count = model.words.with(id, &[("n", rows.len().into()), ("read", read.unwrap_or(0).into())]);
    let similar = similar_only(model, rows);
    if similar > 0 {
        let text = model.words.with("search-similar", &[("n", similar.into())]);
        count = format!("{count} · {text}");
    }
    let mut below = Vec::new();
    if typed.is_empty() {
        let example = model.words.with("search-example", &[("example", EXAMPLE.into())]);
        if width(&count) + width(&example) + 10 <= cells {
            count = format!("{count} · {example}");
        }
        let list = FILTERS.map(|filter| filter.name).join(" ");
        below.push((Role::Muted, Shown::line(&model.words.with("search-filters", &[("list", list.into())]))));
    }
    let more = [open.map(|open| unfinished_filter(model, open)), other_day(model, &typed)];
    for text in more.into_iter().flatten() {
        if width(&count) + width(&text) + LEAST + 8 <= cells {
            count = format!("{count} · {text}");
        } else {
            below.push((Role::Muted, Shown::line(&text)));
        }
    }
    below.extend(faults(model, &typed, open).into_iter().map(|fault| (Role::Attention, fault)));

    let room = cells.saturating_sub(width(&count) + 7);
    let before: String =
        model.agenda.search.graphemes().iter().take(model.agenda.search.cursor()).cloned().collect();
    let (before, whole) = (Shown::line(&before).into_string(), Shown::line(&typed).into_string());
    // Where not all fits, it is what is being typed that is seen.
    let (shown, at) = if width(&before) <= room {
        (clip(&whole, room), width(&before))
    } else {
        let shown = clip_start(&before, room);
        let at = width(&shown);
        (shown, at)
    };
    let mut text = vec![line(vec![
        spaces(1),
        span(theme, Role::Key, &"/ ".into()),
        span(theme, Role::Title, &shown.into()),
        spaces(3),
        span(theme, Role::Muted, &Shown::line(&count)),
    ])];
    let below = below.into_iter().flat_map(|(role, said)| {
        let wrapped = wrap(said.as_str(), cells.saturating_sub(2)).into_iter();
        wrapped.map(move |text| line(vec![spaces(1), span(theme, role, &text.into())]))
    });
    let most = if model.size.1 >= ROOMY { 6 } else { 3 };
    text.extend(fitting(theme, below.collect(), most, cells));
    (text, model.agenda.searching.then_some(at + 3))
}

/// What kept every case out, where that is certain.
pub fn hint(model: &Model) -> Option<String> {
    let hint = query::hint(&model.agenda.search.text())?;
    Some(phrase::query::hint(model.words, &hint).into_string())
}

/// The filter that is still being typed and may become one.
fn open<'a>(model: &Model, typed: &'a str) -> Option<&'a str> {
    let search = &model.agenda.search;
    let is_typing = model.agenda.searching && search.cursor() == search.graphemes().len();
    unfinished(typed).filter(|_| is_typing)
}

/// What is said of letters that find no case: of their filters, or that nothing fits.
pub fn nothing_fits(model: &Model, typed: &str) -> (Role, Shown) {
    let open = unfinished(typed);
    match (faults(model, typed, open).into_iter().next(), open) {
        (Some(fault), _) => (Role::Attention, fault),
        (None, Some(open)) => (Role::Muted, Shown::line(&unfinished_filter(model, open))),
        (None, None) => (Role::Attention, Shown::line(&model.words.get("offers-none"))),
    }
}

/// The filters that are none, but for the one that is still being typed.
fn faults(model: &Model, typed: &str, open: Option<&str>) -> Vec<Shown> {
    // Behind the first word of a name a blank may stand already.
    let without = |open| typed.strip_suffix(open).or_else(|| typed.trim_end().strip_suffix(open));
    let finished = open.and_then(without).unwrap_or(typed);
    Query::parse(finished).faults.iter().map(|fault| said(model, fault)).collect()
}

fn unfinished_filter(model: &Model, open: &str) -> String {
    let open = clip(&Shown::line(open).into_string(), REPEATED);
    model.words.with("search-unfinished", &[("filter", open.into())])
}

/// The day as of which ages and days are meant, where it is not today's: of another day's meeting.
fn other_day(model: &Model, typed: &str) -> Option<String> {
    let day = model.as_of();
    let is_said = day != model.today && Query::parse(typed).depends_on_day();
    is_said
        .then(|| model.words.with("search-as-of", &[("date", phrase::day(model.words, day).as_str().into())]))
}

fn said(model: &Model, fault: &Fault) -> Shown {
    let mut fault = fault.clone();
    match &mut fault {
        Fault::UnknownFilter { name: text, .. }
        | Fault::BadValue { value: text, .. }
        | Fault::Negated { typed: text, .. } => {
            *text = clip(&Shown::line(text).into_string(), REPEATED);
        }
        Fault::TooLong => {}
    }
    phrase::query::fault(model.words, &fault)
}
