//! What happened meanwhile and forbids to record a text as it is; what to do then.

use crate::domain::record::{Body, Folder, Kind, NewRecord};
use crate::domain::signing::signed_by_chair;
use crate::domain::standing::{holds, left_beside};
use crate::domain::value::Vocabulary;
use crate::ui::model::Model;
use crate::ui::screens::case::screen::CaseScreen;
use crate::ui::screens::form;
use crate::ui::screens::form::editing::{Editing, Writing};
use crate::ui::unread;
use crate::ui::update::applies::signable;

/// What was recorded meanwhile and makes this draft say something else than its writer meant; what to do then.
pub fn stale(model: &Model, case: &CaseScreen, editing: &Editing) -> Option<String> {
    let history = &case.folder.history;
    let say = |id: &str| Some(model.tell(id));
    match editing.writing {
        Writing::Decision => {
            let lost = editing.about.iter().any(|id| !holds(history, id, Kind::Decision.word()));
            let discussion = form::decision::discussion(case, editing);
            match (lost, left_beside(history, discussion, &editing.about)) {
                (true, None) => say("stale-gone"),
                (true, Some(_)) => say("stale-replaced"),
                (false, Some(_)) => say("stale-decided"),
                (false, None) => None,
            }
        }
        Writing::Retraction => {
            let gone = editing.about.iter().any(|id| history.retraction(id).is_some());
            if gone { say("stale-retracted") } else { None }
        }
        Writing::Opinion | Writing::Request | Writing::Reply => None,
    }
}

/// Why nothing can be recorded on the open case before it is read again.
pub fn hindrance(model: &Model) -> Option<String> {
    let case = model.case.as_ref()?;
    match &case.watch.changed {
        Some(changed) => Some(model.tell_with("watch-refused", &[("at", changed.as_str().into())])),
        None if case.case().is_none() => Some(model.words.get("case-unreadable")),
        None => unread::refusal(model, case),
    }
}

/// What came in since a text was read back, or a list shown, and forbids to record it now.
pub fn outdated(model: &Model, record: &NewRecord) -> Option<String> {
    if matches!(record.folder, Folder::Meeting(_)) {
        let is_closed = model.meeting().is_some_and(|meeting| meeting.closed().is_some());
        return is_closed.then(|| model.words.get("meeting-closed"));
    }
    let case = model.case.as_ref()?;
    if let Some(why) = hindrance(model) {
        return Some(why);
    }
    if let Body::Signature(signature) = &record.body {
        let still = signable(case).is_ok_and(|decided| decided.record.header.id == signature.record);
        return (!still).then(|| model.words.get("stale-signature"));
    }
    if let Body::Retraction(retraction) = &record.body
        && let Some(signed) = signed_by_chair(&case.folder.history, &retraction.record)
        && model.chair_of(signed.decision).is_none_or(|chair| model.author_as(chair, "chair") != record.by)
    {
        return Some(model.tell("stale-signed"));
    }
    stale(model, case, case.editing.as_ref()?)
}
