//! A save that failed may have reached the disk all the same: trying again writes the same record, never a second.

use crate::domain::record::{Folder, NewRecord};
use crate::ui::model::Model;
use crate::ui::msg::Effect;
use crate::ui::overlays::Overlay;
use crate::ui::page::Role;

/// The same text as the one that failed last goes under its id, also after it was left and read back anew.
pub fn same_id(model: &Model, record: &mut NewRecord) {
    let Some(tried) = &model.tried else { return };
    let same = NewRecord { id: None, ..tried.clone() } == NewRecord { id: None, ..record.clone() };
    if same {
        record.id.clone_from(&tried.id);
    }
}

/// Where the record that failed is seen among those of its folder, it is asked for once more: then it is made durable
/// and counts as saved, whatever has become of the case file since.
pub fn confirm(model: &mut Model) -> Option<Effect> {
    if model.saving.is_some() || model.overlays.last().is_some_and(Overlay::is_recording) {
        return None;
    }
    let tried = model.tried.as_ref()?;
    let id = tried.id.as_ref()?;
    let history = match &tried.folder {
        Folder::Case(folder) => {
            &model.case.as_ref().filter(|case| case.folder.folder == *folder)?.folder.history
        }
        Folder::Meeting(folder) => {
            let meetings = &model.listing.as_ref()?.meetings;
            &meetings.iter().find(|meeting| meeting.folder == *folder)?.history
        }
    };
    history.find(id)?;
    let again = tried.clone();
    model.say(model.words.get("saving"), Role::Attention);
    model.saving = Some(again.clone());
    // It is there; on which file it was made was settled when it was tried first.
    Some(Effect::Append { record: Box::new(again), shown: None })
}
