//! From one patient to the next: the name is read first, and one deliberate key goes on.

use crate::domain::query::Query;
use crate::domain::text::Shown;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::msg::Effect;
use crate::ui::overlays::Overlay;
use crate::ui::overlays::next_patient::NextPatient;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::agenda::rows::Item;
use crate::ui::screens::agenda::{all_rows, rows};
use crate::ui::who;

/// Shows who comes `by` places further: in the meeting, whose order holds however a case of it was found, among what a
/// search of all cases found, or among all cases.
pub fn show(model: &mut Model, by: isize) {
    let Some(open) = model.case.as_ref().map(|case| case.folder.folder.clone()) else { return };
    let is_searched = is_searched(model);
    let list = if is_searched { rows(model) } else { all_rows(model) };
    let next = match list.position(&open) {
        Some(at) => at.checked_add_signed(by),
        // It was found and fits no longer, because of what was recorded: the next one stands in its place.
        None if is_searched => model.agenda.selected.checked_add_signed(by.min(0)),
        None => None,
    };
    let Some((place, item)) = next.and_then(|next| Some((next + 1, list.get(next)?))) else {
        let id = if is_searched { "no-more-hits" } else { "no-more-cases" };
        model.say(model.tell(id), Role::Attention);
        return;
    };
    let id = if is_searched { "hit-of-search" } else { "case-of-meeting" };
    let overlay = NextPatient {
        folder: item.folder.to_owned(),
        page: page(model, &item),
        place: model.words.with(id, &[("n", place.into()), ("of", list.len().into())]),
        since: model.elapsed,
    };
    model.open(Overlay::NextPatient(overlay));
}

fn is_searched(model: &Model) -> bool {
    model.meeting().is_none() && !Query::parse(&model.agenda.search.text()).is_empty()
}

/// Name, birth date and age, sex, labelled number; what is asked.
fn page(model: &Model, item: &Item<'_>) -> Vec<Block> {
    let words = model.words;
    let Some(summary) = item.summary.filter(|summary| summary.readable) else {
        let text = words.with("unreadable-short", &[("case", item.folder.into())]);
        return vec![Block::Says(Part::new(Role::Danger, text))];
    };
    let about = summary.about();
    let patient = &about.patient;
    let name = who::name_or_blank(model, patient);
    let born = words.with("born", &[("date", who::born(model, patient).into_string().into())]);
    let mut page = vec![Block::Says(Part::new(Role::Patient, name))];
    page.extend(who::latin(model, patient).map(|latin| Block::Says(Part::new(Role::Patient, latin))));
    page.extend([
        Block::Gap,
        Block::Says(Part::value(born)),
        Block::Says(Part::value(phrase::code_or_blank(words, patient.sex.as_ref()))),
    ]);
    page.extend(who::identifier(model, patient).map(|number| Block::Says(Part::value(number))));
    page.extend([Block::Gap, Block::Says(Part::new(Role::Title, Shown::line(&about.question)))]);
    page
}

/// The name was read: the case is opened. It stays in sight until the case is there.
pub fn go_on(model: &mut Model, folder: String) -> Vec<Effect> {
    let is_moved = is_searched(model) || model.agenda.search.is_empty();
    if let Some(at) = rows(model).position(&folder).filter(|_| is_moved) {
        model.agenda.selected = at;
    }
    model.opening = Some(folder.clone());
    vec![Effect::OpenCase(folder)]
}
