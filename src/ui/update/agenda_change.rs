//! Changing the agenda of a running meeting.

use crate::domain::agenda::{Unfit, check};
use crate::domain::query::{Hit, Query};
use crate::domain::record::{AgendaChange, Body, Change, Folder, NewRecord};
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::ui::field::Choice;
use crate::ui::model::Model;
use crate::ui::overlays::Overlay;
use crate::ui::overlays::agenda_form::AgendaForm;
use crate::ui::page::Role;
use crate::ui::screens::agenda::selected;
use crate::ui::screens::form::editing;
use crate::ui::update::meeting_drafts;
use crate::ui::who;

/// Opens the form, with what was typed about the case under the selection bar before it was left.
pub fn open(model: &mut Model) {
    let Some(meeting) = model.meeting().map(|meeting| meeting.folder.clone()) else { return };
    let changes = Change::WORDS
        .iter()
        .map(|(word, _)| Choice { value: (*word).to_owned(), label: model.words.code(Change::NAME, word) });
    let case = selected(model).unwrap_or_default();
    let kept = meeting_drafts::of_agenda(model, &meeting, &case);
    let drafted = kept.as_ref().and_then(|draft| draft.values.get("case"));
    let named = [Some(&case), drafted].into_iter().flatten().filter_map(|folder| {
        let listing = model.listing.as_ref()?;
        Some(choice(model, listing.cases.get(listing.find(folder)?)?))
    });
    let mut form = AgendaForm::new(meeting, changes.collect(), named.collect(), &case);
    if let Some(draft) = kept {
        editing::fill(&mut form.form, &draft);
    }
    model.open(Overlay::Agenda(Box::new(form)));
}

/// So many are offered; who needs one of the others types more.
const MOST_OFFERED: usize = 50;

/// Offers the cases that fit what is typed of one, found as any search finds them. What is only similar is not: whoever
/// goes on takes the first.
pub fn look_up(model: &mut Model) {
    let day = model.as_of();
    let (Some(Overlay::Agenda(form)), Some(listing)) = (model.overlays.last_mut(), &model.listing) else {
        return;
    };
    let Some(typed) = form.sought() else { return };
    let query = Query::parse(&typed);
    if !form.found.ask(typed, day, listing) {
        return;
    }
    let is_understood = query.faults.is_empty();
    let hits = form.found.hits().iter().filter(|_| is_understood);
    let as_typed = |hit: &&Hit| listing.keys.get(hit.at).is_some_and(|keys| query.literal(keys).is_some());
    let places: Vec<usize> = hits.clone().filter(as_typed).take(MOST_OFFERED).map(|hit| hit.at).collect();
    let count = hits.count().saturating_sub(form.found.similar());
    let offers: Vec<Choice> =
        places.into_iter().filter_map(|at| listing.cases.get(at)).map(|case| choice(model, case)).collect();
    if let Some(Overlay::Agenda(form)) = model.overlays.last_mut() {
        let more = count.saturating_sub(offers.len());
        form.offer(offers, more);
    }
}

/// A case by name, birth date and number.
fn choice(model: &Model, summary: &Summary) -> Choice {
    let patient = &summary.about().patient;
    let label = who::name(model, patient).map_or_else(
        || summary.folder.clone(),
        |name| {
            let born = who::birthday(model, patient);
            let number = who::identifier(model, patient).map_or(summary.folder.clone(), Shown::into_string);
            format!("{name} · {born} · {number}")
        },
    );
    Choice { value: summary.folder.clone(), label }
}

/// The record that the form says, or why it cannot be made; then the focus is where something is wrong.
pub fn record(model: &mut Model) -> Option<NewRecord> {
    let Some(Overlay::Agenda(form)) = model.overlays.last() else { return None };
    let change = form.change();
    let meeting = model.meeting()?;
    match check(&change, meeting) {
        Ok(()) => Some(NewRecord::new(
            Folder::Meeting(meeting.folder.clone()),
            model.author("recorder"),
            meeting.history.heads(),
            Body::Agenda(change),
        )),
        Err(why) => {
            let (field, text) = refused(model, &why);
            if let Some(Overlay::Agenda(form)) = model.overlays.last_mut() {
                form.form.focus_on(field);
            }
            model.say(text, Role::Attention);
            None
        }
    }
}

/// What was recorded: the patient and what becomes of the case.
pub fn said(model: &Model, change: &AgendaChange) -> String {
    let listed = model.listing.as_ref().and_then(|listing| listing.cases.get(listing.find(&change.case)?));
    let who = listed.and_then(|case| who::name(model, &case.about().patient));
    let who = who.unwrap_or_else(|| Shown::line(&change.case));
    let what = change.change.as_ref().map(|code| model.words.code(Change::NAME, code.as_str()));
    let args = [("who", who.into_string().into()), ("what", what.unwrap_or_default().into())];
    model.words.with("saved-agenda", &args)
}

fn refused(model: &Model, why: &Unfit) -> (&'static str, String) {
    let words = model.words;
    match why {
        Unfit::Lacks(fields) => {
            let field = fields.first().copied().unwrap_or("change");
            let label = words.get(match field {
                "case" => "field-case",
                "to" => "field-place-on-agenda",
                "reason" => "field-reason",
                _ => "field-change",
            });
            let args = [("n", fields.len().into()), ("what", label.into())];
            (field, words.with("still-needed-first", &args))
        }
        Unfit::NotOnAgenda => ("case", words.get("agenda-not-on")),
        Unfit::OnAgenda => ("case", words.get("agenda-already-on")),
        Unfit::NoSuchPlace(last) => ("to", words.with("agenda-no-place", &[("last", (*last).into())])),
        Unfit::Closed => ("change", words.get("meeting-closed")),
    }
}
