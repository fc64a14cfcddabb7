//! Drawing what comes before a record or a patient: the read-back with what must be typed, the next patient, the drafts.

use ratatui::layout::Rect;

use crate::domain::text::Shown;
use crate::ui::editor::Editor;
use crate::ui::model::Drawn;
use crate::ui::overlays::next_patient::NextPatient;
use crate::ui::overlays::paged_view::{SMALL, paged};
use crate::ui::overlays::paper::Paper;
use crate::ui::overlays::read_back::ReadBack;
use crate::ui::overlays::reconcile::Reconcile;
use crate::ui::page::{Block, Part, Role, Row, Table};
use crate::ui::widgets::canvas::Canvas;
use crate::ui::widgets::{empty, layout, line, spaces, span, spread};
use crate::ui::wrap::{pad, width, wrap};

/// The exact text to be recorded, and under it the field for the patient's identity or the signer's initials.
pub fn read_back(canvas: &mut Canvas<'_, '_>, area: Rect, read_back: &ReadBack) -> Drawn {
    let words = canvas.model.words;
    let by_year = read_back.identity.as_ref().is_none_or(|identity| identity.by_year);
    // Where there is little room, the text to be recorded has it.
    let ask = match (&read_back.signer, read_back.named, by_year, area.height < SMALL) {
        (Some(signer), true, ..) => words.with("signer-ask", &[("who", signer.as_str().into())]),
        (_, _, false, _) => words.get("identity-ask-id"),
        (Some(_), false, true, _) | (_, _, true, true) => words.get("identity-type"),
        (_, _, true, false) => words.get("identity-ask"),
    };
    let must_end = read_back.signer.is_some();
    asking(canvas, area, (&read_back.title, &read_back.paper, must_end), &ask, &read_back.typed)
}

/// What became of each case, and the field for the meeting's date.
pub fn reconcile(canvas: &mut Canvas<'_, '_>, area: Rect, reconcile: &Reconcile) -> Drawn {
    let words = canvas.model.words;
    let ask = words.with("reconcile-ask", &[("what", reconcile.expected.as_str().into())]);
    let title = words.get("command-close-meeting");
    asking(canvas, area, (&title, &reconcile.paper, true), &ask, &reconcile.typed)
}

/// A text to its end, and under it what to type. What nobody has seen of it yet is said in the place of what to type
/// where the end must be seen first, and beside the field where it need not.
fn asking(
    canvas: &mut Canvas<'_, '_>,
    area: Rect,
    (title, paper, must_end): (&str, &Paper, bool),
    ask: &str,
    typed: &Editor,
) -> Drawn {
    let (model, theme) = (canvas.model, canvas.theme);
    let compact = area.height < SMALL;
    let cells = usize::from(area.width).saturating_sub(2);
    let asked = wrap(Shown::line(ask).as_str(), cells);
    // The same height whatever is said, so that saying it does not move the end of the text.
    let foot = u16::try_from(asked.len()).unwrap_or(1) + if compact { 1 } else { 2 };
    let page = Rect { height: area.height.saturating_sub(foot), ..area };
    let drawn = paged(canvas, page, title, &paper.page, paper.scroll);
    let unseen = Some(paper.below(drawn)).filter(|_| paper.has_unread(drawn));
    let unseen = unseen.map(|below| model.words.with("read-back-below", &[("n", below.into())]));
    let (instead, beside) = if must_end { (unseen, None) } else { (None, unseen) };
    let said = instead.map_or_else(
        || asked.clone(),
        |text| wrap(Shown::line(&text).as_str(), cells).into_iter().take(asked.len()).collect(),
    );
    let typed = typed.text();
    let field = pad(&typed, 20);
    let mut lines = if compact { Vec::new() } else { vec![empty()] };
    lines.extend(
        said.into_iter().map(|text| line(vec![spaces(1), span(theme, Role::Attention, &text.into())])),
    );
    lines.resize(usize::from(foot.saturating_sub(1)), empty());
    let mut last =
        vec![spaces(1), span(theme, Role::Key, &"> ".into()), span(theme, Role::Focus, &field.into())];
    last.extend(beside.map(|text| span(theme, Role::Attention, &Shown::line(&format!("  {text}")))));
    lines.push(line(last));
    let under = Rect { y: area.bottom().saturating_sub(foot), height: foot, ..area };
    canvas.put(under, lines);
    let x = area.x + 3 + u16::try_from(width(&typed)).unwrap_or(0);
    canvas
        .frame
        .set_cursor_position((x.min(area.right().saturating_sub(1)), area.bottom().saturating_sub(1)));
    drawn
}

/// Who comes next, alone on the screen: no other patient's name is near.
pub fn next_patient(canvas: &mut Canvas<'_, '_>, area: Rect, next: &NextPatient) -> Drawn {
    let (model, theme, cells) = (canvas.model, canvas.theme, usize::from(area.width));
    let title = Shown::line(&format!(" {}", model.words.get("next-patient")));
    let place = Shown::line(&format!("{} ", next.place));
    let head = spread(theme, cells, &[(Role::Title, title)], &[(Role::Title, place)]);
    let mut text = vec![head, empty()];
    text.extend(layout::lines(theme, &next.page, cells));
    text.push(empty());
    let asked = [Block::Says(Part::new(Role::Attention, model.words.get("next-patient-ask")))];
    text.extend(layout::lines(theme, &asked, cells));
    canvas.put(area, text);
    Drawn::default()
}

pub fn draft_list(canvas: &mut Canvas<'_, '_>, area: Rect, forms: &[String], marked: usize) -> Drawn {
    let words = canvas.model.words;
    let names: Vec<String> = forms.iter().map(|form| words.get(&format!("form-{form}"))).collect();
    choice(canvas, area, &words.get("drop-which"), &names, marked)
}

/// From which of the decisions in conflict the one begins that replaces them.
pub fn sides(canvas: &mut Canvas<'_, '_>, area: Rect, sides: &[(String, String)], marked: usize) -> Drawn {
    let title = canvas.model.words.get("amend-from");
    let names: Vec<String> = sides.iter().map(|(_, says)| says.clone()).collect();
    choice(canvas, area, &title, &names, marked)
}

fn choice(canvas: &mut Canvas<'_, '_>, area: Rect, title: &str, names: &[String], marked: usize) -> Drawn {
    let rows = names
        .iter()
        .enumerate()
        .map(|(index, name)| Row { cells: vec![Part::value(Shown::line(name))], selected: index == marked });
    let page = [Block::Table(Table { head: Vec::new(), rows: rows.collect() })];
    paged(canvas, area, title, &page, 0)
}
