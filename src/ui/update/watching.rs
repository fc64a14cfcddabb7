//! What others do to the case that is open: its file changed, records arrived, somebody writes, the folder went away.

use std::collections::BTreeSet;

use crate::domain::history::History;
use crate::domain::record::{Kind, Record};
use crate::domain::summary::Summary;
use crate::domain::value::Vocabulary;
use crate::domain::workspace::{Damaged, Reach};
use crate::ui::model::Model;
use crate::ui::msg::{Attending, Effect, Sight};
use crate::ui::page::Role;
use crate::ui::update::retrying;

/// Tells the disk's keeper which case is open and who writes on it, whenever that changes.
pub fn attend(model: &mut Model) -> Option<Effect> {
    let now = if model.quit { None } else { attending(model) };
    if model.attending == now {
        return None;
    }
    model.attending.clone_from(&now);
    Some(Effect::Attend(now))
}

/// Somebody writes once there is text of theirs: opening a form and looking at it announces nothing.
fn attending(model: &Model) -> Option<Attending> {
    let case = model.case.as_ref()?;
    let writes = case
        .editing
        .as_ref()
        .is_some_and(|editing| case.draft(editing.writing.name()).is_some() && !editing.values().is_empty());
    let writer = writes.then(|| model.author("recorder").name);
    Some(Attending { folder: case.folder.folder.clone(), writer })
}

pub fn seen(model: &mut Model, sight: Sight) -> Vec<Effect> {
    let Some(case) = model.case.as_mut().filter(|case| case.folder.folder == sight.folder) else {
        return Vec::new();
    };
    let was = case.watch.reach;
    let differs = sight.reach != Reach::Gone && sight.sha256 != case.folder.file.sha256;
    case.watch.changed = match (differs, case.watch.changed.take()) {
        (true, Some(since)) => Some(since),
        (true, None) => Some(sight.at.clone()),
        (false, _) => None,
    };
    if sight.pictures {
        case.watch.pictures.get_or_insert_with(|| sight.at.clone());
    }
    if was != sight.reach {
        case.watch.since.clone_from(&sight.at);
    }
    case.watch.reach = sight.reach;
    case.watch.writers = sight.writers;
    if was == Reach::Gone && sight.reach != Reach::Gone && model.saving.is_none() {
        model.say_news(model.words.get("watch-back"), Role::Good);
    }
    if sight.news { vec![Effect::ReadRecords(sight.folder)] } else { Vec::new() }
}

/// Reads once more what was not taken while a save ran: what is missing then, and what is new, is told behind it.
pub fn read_again(model: &mut Model) -> Option<Effect> {
    let case = model.case.as_mut()?;
    std::mem::take(&mut case.watch.unread).then(|| Effect::ReadRecords(case.folder.folder.clone()))
}

/// Records as they are now. What the room had seen and is there no more is told, never passed over.
pub fn records_read(model: &mut Model, folder: &str, history: History, damaged: Vec<Damaged>) -> Vec<Effect> {
    let Some(case) = model.case.as_mut().filter(|case| case.folder.folder == folder) else {
        return Vec::new();
    };
    if model.saving.is_some() {
        // Nobody can tell yet whether the record that is being saved is among them, or somebody else's.
        case.watch.unread = true;
        return Vec::new();
    }
    // One's own, if a save that failed has brought it to the disk after all.
    let is_own =
        |record: &Record| model.tried.iter().any(|tried| tried.record.id.as_ref() == Some(&record.header.id));
    let known: BTreeSet<&str> = case.folder.history.records.iter().map(|one| one.sha256.as_str()).collect();
    let new: Vec<&Record> =
        history.records.iter().filter(|one| !known.contains(one.sha256.as_str())).collect();
    let here: BTreeSet<&str> = history.records.iter().map(|one| one.sha256.as_str()).collect();
    // What is there and cannot be read any more is not gone.
    let is_unread = |one: &Record| damaged.iter().any(|file| file.path.contains(&one.header.id));
    let away = case.folder.history.records.iter().filter(|one| !here.contains(one.sha256.as_str()));
    let lost = away.filter(|one| !is_unread(one)).count();
    let unread = damaged.iter().filter(|file| !case.folder.damaged.contains(file)).count();
    let names: Vec<String> = new
        .iter()
        .filter(|record| !is_own(record))
        .map(|record| {
            let kind = match record.body.kind() {
                Some(kind) => model.words.code(Kind::NAME, kind.word()),
                None => record.header.kind.clone(),
            };
            format!("{kind}, {}", record.header.by.name)
        })
        .collect();
    case.folder.history = history;
    case.folder.damaged = damaged;
    let is_conflict = case.folder.history.current(case.discussion()).len() > 1;
    let summary = Summary::of(&case.folder);
    if let Some(listing) = &mut model.listing {
        listing.replace(summary);
    }
    let again = retrying::confirm(model);
    let gone = [("watch-lost", lost), ("watch-unread", unread)].into_iter().filter(|(_, count)| *count > 0);
    let gone: Vec<String> = gone.map(|(id, count)| model.words.with(id, &[("n", count.into())])).collect();
    if !gone.is_empty() {
        model.say_news(gone.join(" "), Role::Danger);
    } else if !names.is_empty() {
        let mut text = model.words.with("watch-arrived", &[("what", names.join(" · ").into())]);
        if is_conflict {
            text = format!("{text} {}", model.words.get("watch-conflict"));
        }
        model.say_news(text, if is_conflict { Role::Danger } else { Role::Attention });
    }
    again.into_iter().collect()
}
