//! What is marked in a roll call and typed about the agenda, kept as drafts of the meeting until it is recorded. About the
//! agenda there is one for each case, so that nothing that was typed of one patient waits at another.

use crate::domain::record::{Body, Folder, Kind};
use crate::domain::value::Vocabulary;
use crate::ui::model::Model;
use crate::ui::msg::{Effect, SavedDraft};
use crate::ui::overlays::Overlay;
use crate::ui::overlays::agenda_form::AgendaForm;
use crate::ui::overlays::roll_call::RollCall;
use crate::ui::screens::form::editing::{self, Draft};

/// What was kept of the roll call of this meeting.
pub fn of_roll_call(model: &Model, meeting: &str) -> Option<Draft> {
    kept(model, meeting, Kind::Attendance.word())
}

/// What was kept about this case on the agenda of this meeting.
pub fn of_agenda(model: &Model, meeting: &str, case: &str) -> Option<Draft> {
    kept(model, meeting, &about(case))
}

fn kept(model: &Model, meeting: &str, form: &str) -> Option<Draft> {
    let of = Folder::Meeting(meeting.to_owned());
    let kept = model.meeting_drafts.iter().find(|(own, draft)| *own == of && draft.form == form);
    kept.and_then(|(_, draft)| editing::read(draft))
}

/// The name of a draft about one case.
fn about(case: &str) -> String {
    format!("{} {case}", Kind::Agenda.word())
}

/// Keeps what the overlay on top says now; what says nothing that is not recorded is no draft.
pub fn keep(model: &mut Model) -> Vec<Effect> {
    let (meeting, form, draft, earlier) = match model.overlays.last_mut() {
        Some(Overlay::Agenda(form)) => {
            let case = form.about();
            let earlier = std::mem::replace(&mut form.kept_for, case.clone());
            let earlier = (earlier != case).then(|| about(&earlier));
            (form.meeting.clone(), about(&case), typed(form), earlier)
        }
        _ => match model.overlays.last() {
            Some(Overlay::RollCall(roll)) if roll.touched => {
                (roll.meeting.clone(), Kind::Attendance.word().to_owned(), marks(model, roll), None)
            }
            _ => return Vec::new(),
        },
    };
    let of = Folder::Meeting(meeting);
    // The same text as before, of another case now.
    let mut effects: Vec<Effect> = earlier.into_iter().filter_map(|form| drop(model, &of, &form)).collect();
    let Some(content) = draft.and_then(|draft| serde_yaml::to_string(&draft).ok()) else {
        effects.extend(drop(model, &of, &form));
        return effects;
    };
    let is_this = |(own, draft): &(Folder, SavedDraft)| *own == of && draft.form == form;
    if model.meeting_drafts.iter().any(|one| is_this(one) && one.1.content == content) {
        return effects;
    }
    model.meeting_drafts.retain(|one| !is_this(one));
    model.meeting_drafts.push((of.clone(), SavedDraft { form: form.clone(), content: content.clone() }));
    effects.push(Effect::SaveDraft { of, form, content });
    effects
}

/// The name of the draft that such a record is made from.
pub fn form_of(body: &Body) -> Option<String> {
    match body {
        Body::Attendance(_) => Some(Kind::Attendance.word().to_owned()),
        Body::Agenda(change) => Some(about(&change.case)),
        _ => None,
    }
}

/// What this record of a meeting says is on the disk, so no draft says it any more; a closed meeting has none.
pub fn recorded(model: &mut Model, of: &Folder, body: &Body) -> Vec<Effect> {
    let is_done = |form: &str| matches!(body, Body::Close(_)) || form_of(body).as_deref() == Some(form);
    let own = model.meeting_drafts.iter().filter(|(own, _)| own == of);
    let done: Vec<String> = own.map(|(_, draft)| draft.form.clone()).filter(|form| is_done(form)).collect();
    done.iter().filter_map(|form| drop(model, of, form)).collect()
}

fn drop(model: &mut Model, of: &Folder, form: &str) -> Option<Effect> {
    let before = model.meeting_drafts.len();
    model.meeting_drafts.retain(|(own, draft)| own != of || draft.form != form);
    let is_gone = model.meeting_drafts.len() < before;
    is_gone.then(|| Effect::DropDraft { of: of.clone(), form: form.to_owned() })
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
