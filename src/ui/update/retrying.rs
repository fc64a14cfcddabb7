//! A save that failed may have reached the disk all the same: trying again writes the same record, never a second.

use crate::domain::record::{Folder, NewRecord};
use crate::domain::value::Vocabulary;
use crate::ui::attempt::Attempt;
use crate::ui::model::Model;
use crate::ui::msg::{Effect, SavedDraft};
use crate::ui::overlays::Overlay;
use crate::ui::page::Role;
use crate::ui::screens::form::editing;
use crate::ui::update::meeting_drafts;

/// The same text as one that failed goes as that very record, also after it was left and read back anew.
pub fn same(model: &Model, record: &mut NewRecord) {
    let is_same = |tried: &NewRecord| {
        // On a case it may be its own follower by now; in a meeting what came in between may have changed what it means.
        let parents = match &record.folder {
            Folder::Case(_) => record.parents.clone(),
            Folder::Meeting(_) => tried.parents.clone(),
        };
        NewRecord { id: record.id.clone(), parents, ..tried.clone() } == *record
    };
    if let Some(tried) = model.tried.iter().map(|tried| &tried.record).find(|tried| is_same(tried)) {
        record.clone_from(tried);
    }
}

/// Where a record that failed is seen among those of its folder, it is asked for once more: then it is made durable
/// and counts as saved, whatever has become of the case file since.
pub fn confirm(model: &mut Model) -> Option<Effect> {
    if model.saving.is_some() || model.overlays.iter().any(Overlay::is_recording) {
        return None;
    }
    let again = model.tried.iter().find(|tried| is_seen(model, &tried.record))?.clone();
    model.say_of_save(model.words.get("saving"), Role::Attention);
    let record = Box::new(again.record.clone());
    model.saving = Some(Attempt { is_asked: false, ..again });
    // It is there; on which file it was made was settled when it was tried first.
    Some(Effect::Append { record, shown: None })
}

/// Whether this very record is among those of its folder, as far as they were read.
pub fn is_seen(model: &Model, record: &NewRecord) -> bool {
    let history = match &record.folder {
        Folder::Case(folder) => {
            let open = model.case.as_ref().filter(|case| case.folder.folder == *folder);
            open.map(|case| &case.folder.history)
        }
        Folder::Meeting(folder) => {
            let meetings = model.listing.as_ref().map(|listing| listing.meetings.as_slice());
            let meeting = meetings.unwrap_or_default().iter().find(|meeting| meeting.folder == *folder);
            meeting.map(|meeting| &meeting.history)
        }
    };
    history.zip(record.id.as_ref()).is_some_and(|(history, id)| history.find(id).is_some())
}

/// What is typed or marked now for a record of this kind in this folder, as it is kept.
pub fn text(model: &Model, record: &NewRecord) -> Option<SavedDraft> {
    match &record.folder {
        Folder::Case(folder) => {
            let form = record.body.kind()?.word();
            let case = model.case.as_ref().filter(|case| case.folder.folder == *folder)?;
            match case.editing.as_ref().filter(|editing| editing.writing.name() == form) {
                Some(editing) => editing::keep(folder, editing).map(|(draft, _)| draft),
                None => case.draft(form).cloned(),
            }
        }
        Folder::Meeting(_) => {
            let form = meeting_drafts::form_of(&record.body)?;
            let mut all = model.meeting_drafts.iter();
            let own = all.find(|(of, draft)| *of == record.folder && draft.form == form);
            own.map(|(_, draft)| draft.clone())
        }
    }
}
