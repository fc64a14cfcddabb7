//! What is marked in a roll call and typed about the agenda, kept as drafts of the meeting until it is recorded.

use crate::domain::record::{Folder, Kind};
use crate::domain::value::Vocabulary;
use crate::ui::model::Model;
use crate::ui::msg::{Effect, SavedDraft};
use crate::ui::overlays::Overlay;
use crate::ui::overlays::agenda_form::AgendaForm;
use crate::ui::overlays::roll_call::RollCall;
use crate::ui::screens::form::editing::{self, Draft};

/// What was kept of this meeting for a record of this kind.
pub fn of(model: &Model, meeting: &str, kind: Kind) -> Option<Draft> {
    let of = Folder::Meeting(meeting.to_owned());
    let kept = model.meeting_drafts.iter().find(|(own, draft)| *own == of && draft.form == kind.word());
    kept.and_then(|(_, draft)| editing::read(draft))
}

/// Keeps what the overlay on top says now; what says nothing that is not recorded is no draft.
pub fn keep(model: &mut Model) -> Vec<Effect> {
    let (meeting, kind, draft) = match model.overlays.last() {
        Some(Overlay::RollCall(roll)) if roll.touched => {
            (roll.meeting.clone(), Kind::Attendance, marks(model, roll))
        }
        Some(Overlay::Agenda(form)) => (form.meeting.clone(), Kind::Agenda, typed(form)),
        _ => return Vec::new(),
    };
    let (of, form) = (Folder::Meeting(meeting), kind.word().to_owned());
    let Some(content) = draft.and_then(|draft| serde_yaml::to_string(&draft).ok()) else {
        return forget(model, &of, kind);
    };
    let is_this = |(own, draft): &(Folder, SavedDraft)| *own == of && draft.form == form;
    if model.meeting_drafts.iter().any(|one| is_this(one) && one.1.content == content) {
        return Vec::new();
    }
    model.meeting_drafts.retain(|one| !is_this(one));
    model.meeting_drafts.push((of.clone(), SavedDraft { form: form.clone(), content: content.clone() }));
    vec![Effect::SaveDraft { of, form, content }]
}

/// It is recorded, or says nothing any more.
pub fn forget(model: &mut Model, of: &Folder, kind: Kind) -> Vec<Effect> {
    let before = model.meeting_drafts.len();
    model.meeting_drafts.retain(|(own, draft)| own != of || draft.form != kind.word());
    if model.meeting_drafts.len() == before {
        return Vec::new();
    }
    vec![Effect::DropDraft { of: of.clone(), form: kind.word().to_owned() }]
}

/// The marks as a draft: a name for each person present, a blank for each absent; none where they are those of the
/// recorded roll call.
fn marks(model: &Model, roll: &RollCall) -> Option<Draft> {
    let recorded = model.meeting().and_then(|meeting| meeting.attendance());
    let was = |person: &str| recorded.is_some_and(|one| one.present.iter().any(|seat| seat.person == person));
    if roll.people.iter().all(|seat| seat.present == was(&seat.person)) {
        return None;
    }
    let marked = |present: bool, name: &str| if present { name.to_owned() } else { String::new() };
    let values = roll.people.iter().map(|seat| (seat.person.clone(), marked(seat.present, &seat.name)));
    Some(Draft { values: values.collect(), ..Draft::default() })
}

/// None where nothing was entered besides the case under the selection bar.
fn typed(form: &AgendaForm) -> Option<Draft> {
    let draft = editing::draft(&form.form, &[]);
    let is_entered = draft.values.keys().chain(draft.letters.keys()).any(|path| path != "case");
    is_entered.then_some(draft)
}
