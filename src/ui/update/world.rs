//! What the world answered: the workspace as listed, a case as opened, a record as saved or not.

use std::collections::BTreeSet;

use crate::domain::history::replay;
use crate::domain::identity::Whose;
use crate::domain::record::{Body, Folder, Record};
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::domain::workspace::{CaseFolder, MeetingFolder, Reach, nearest_meeting};
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::msg::{Effect, Failure, Listing, Picture, SavedDraft};
use crate::ui::overlays::Overlay;
use crate::ui::overlays::told::Told;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::agenda::selected;
use crate::ui::screens::case::screen::{CaseScreen, named, newest_first};
use crate::ui::update::writing::keep_draft;
use crate::ui::update::{agenda_change, ahead, discussing, drafts, finding, following, meeting_drafts};
use crate::ui::update::{retrying, watching};

pub fn listed(model: &mut Model, listing: Listing) -> Vec<Effect> {
    let first = model.listing.is_none();
    let was_whole = model.is_whole();
    let is_whole = listing.is_whole;
    let chosen = selected(model);
    if listing.reach == Reach::Gone
        && let Some(old) = &mut model.listing
    {
        // What was read stays to be shown.
        old.reach = Reach::Gone;
        model.say_news(model.tell("watch-workspace-gone"), Role::Danger);
        return Vec::new();
    }
    if first {
        // From then on the program itself knows best.
        model.meeting_drafts.clone_from(&listing.meeting_drafts);
    }
    let listing = with_what_is_known(model, listing);
    let old = model.listing.replace(listing);
    following::look_again(model);
    finding::forget(model);
    finding::refresh(model);
    if let Some(offer) = model.offer.take() {
        let text = model.words.with("demo-opened", &[("dir", offer.dir.into())]);
        model.say(text, Role::Good);
    }
    if first {
        let meetings = model.listing.as_ref().map(|listing| listing.meetings.as_slice()).unwrap_or_default();
        model.agenda.meeting = nearest_meeting(meetings, model.today).map(|meeting| meeting.folder.clone());
    }
    if let Some(board) =
        model.listing.as_ref().map(|listing| &listing.board).filter(|board| board.value.is_none())
        && old.as_ref().map(|old| &old.board) != Some(board)
    {
        let why = board.problems.first().map(|problem| phrase::problem(model.words, problem).into_string());
        let text = format!("{}: {}", board.path, why.unwrap_or_default());
        model.say_news(text, Role::Danger);
    }
    if is_whole && !was_whole {
        say_unsaved(model);
    }
    following::stay_on(model, chosen.as_deref());
    // Last, because one notice is shown at a time and this one is said once.
    say_unknown(model, old.as_ref());
    if !first {
        return retrying::confirm(model).into_iter().collect();
    }
    if is_whole {
        return ahead::press_again(model).into_iter().collect();
    }
    // In a list that still grows nobody knows on whom a key typed blind would fall.
    ahead::drop_all(model);
    Vec::new()
}

/// A list takes its time, and what was recorded meanwhile is in the model before it is in the list: a roll call that was
/// forgotten again would be missing in the next decision.
fn with_what_is_known(model: &Model, mut listing: Listing) -> Listing {
    let known = model.listing.as_ref().map(|old| old.meetings.as_slice()).unwrap_or_default();
    for meeting in &mut listing.meetings {
        if let Some(old) = known.iter().find(|old| old.folder == meeting.folder) {
            meeting.history.keep(&old.history);
        }
    }
    // The records of the open case are looked at all the time; its file may be older here than in the list.
    if let Some(case) = model.case.as_ref().filter(|case| case.watch.changed.is_none()) {
        listing.replace(Summary::of(&case.folder));
    }
    listing
}

/// A meeting that cannot be read lists nothing, and what it put off is missing among what is deferred: that is told once.
fn say_unknown(model: &mut Model, old: Option<&Listing>) {
    let unknown = |listing: &Listing| -> Vec<String> {
        let meetings = listing.meetings.iter().filter(|meeting| !meeting.is_known());
        meetings.map(|meeting| meeting.file.path.clone()).collect()
    };
    let before = old.map(unknown).unwrap_or_default();
    let now = model.listing.as_ref().map(unknown).unwrap_or_default();
    if let Some(new) = now.into_iter().find(|path| !before.contains(path)) {
        let text = model.words.with("meeting-unknown", &[("path", new.into())]);
        model.say_news(text, Role::Danger);
    }
}

/// After a crash, and whenever else a text waits: from when it is, and whose.
fn say_unsaved(model: &mut Model) {
    let Some(listing) = &model.listing else { return };
    let Some(newest) = listing.unsaved.first() else { return };
    // The patient in the folder now may be another than the one for whom it was typed; then nobody is named.
    let case = listing.find(&newest.folder).and_then(|at| listing.cases.get(at));
    let is_theirs = case.is_none_or(|case| newest.whose.may_be(&Whose::of(&case.about().patient)));
    let who = if is_theirs {
        drafts::whose(model, &newest.folder)
    } else {
        Shown::line(&newest.folder).into_string()
    };
    let patients: BTreeSet<(&str, &Whose)> =
        listing.unsaved.iter().map(|one| (one.folder.as_str(), &one.whose)).collect();
    let args = [
        ("at", newest.at.as_str().into()),
        ("who", who.into()),
        ("more", patients.len().saturating_sub(1).into()),
    ];
    let text = model.words.with("unsaved", &args);
    model.say_news(text, Role::Draft);
}

pub fn case_opened(model: &mut Model, folder: CaseFolder, drafts: Vec<SavedDraft>) -> Vec<Effect> {
    let reloaded = model.case.as_ref().is_some_and(|case| case.folder.folder == folder.folder);
    let name = folder.folder.clone();
    // What is typed waits for exactly this case, or for another one, and then it is not this answer's.
    let is_awaited = is_awaited(model, &name);
    if is_awaited && !is_as_listed(model, &folder) {
        ahead::drop_all(model);
    }
    if !is_awaited && !reloaded {
        // Somebody went back meanwhile.
        return Vec::new();
    }
    let mut effects = Vec::new();
    if reloaded && let Some(case) = &mut model.case {
        // A file that cannot be read names nobody; whoever it named before is remembered.
        let now = named(&folder);
        let is_first = case.whose.is_none();
        // Whoever fills the file in names the patient of what was typed until then, unless a text for them waits already.
        let is_named = case.whose.as_ref().is_some_and(Whose::is_nobody)
            && now.as_ref().is_some_and(|now| !now.is_nobody());
        let is_same = case.drafts.len() == drafts.len() && case.drafts.iter().all(|one| drafts.contains(one));
        let is_open = case.editing.is_some();
        let is_another = matches!((&case.whose, &now), (Some(before), Some(now)) if !before.may_become(now))
            || (is_named && is_open && !is_same);
        if is_another || is_first || (is_named && !is_open) {
            // What was typed for one patient never stands under the name of another.
            case.editing = None;
            case.drafts = drafts;
        }
        case.whose = now.or(case.whose.take());
        case.folder = folder;
        (case.watch.changed, case.watch.pictures) = (None, None);
        newest_first(&mut case.folder);
        case.images.clear();
        if is_another {
            model.overlays.retain(|overlay| !overlay.is_of_case());
            tell_another(model);
        }
    } else {
        effects = discussing::end(model);
        let recovered = !drafts.is_empty();
        let left = model.case.replace(CaseScreen::new(folder, drafts));
        effects.extend(left.map(|left| Effect::ListAgain(left.folder.folder)));
        discussing::begin(model);
        if recovered {
            model.say(model.words.get("draft-recovered"), Role::Draft);
        }
    }
    let images = model.case.as_ref().map(CaseScreen::images_to_read).unwrap_or_default();
    effects.extend(images.into_iter().map(|file| Effect::LoadImage { folder: name.clone(), file }));
    effects.extend(retrying::confirm(model));
    if is_awaited {
        effects.extend(ahead::press_again(model));
    }
    effects
}

/// Whether this is the case that is to be opened. Then nothing waits for it any more, and its name was read.
fn is_awaited(model: &mut Model, folder: &str) -> bool {
    let is_awaited = model.opening.take_if(|wanted| wanted == folder).is_some();
    if is_awaited {
        model.overlays.retain(|overlay| !matches!(overlay, Overlay::NextPatient(_)));
    }
    is_awaited
}

/// What was typed for this case goes with it; what waits for another one stays.
pub fn not_opened(model: &mut Model, folder: &str, why: String) -> Vec<Effect> {
    if is_awaited(model, folder) {
        model.ahead.clear();
    }
    model.say(why, Role::Attention);
    Vec::new()
}

/// Nothing that was open for the patient before stays, and what is still being typed is no command on this one.
fn tell_another(model: &mut Model) {
    let text = Part::new(Role::Danger, model.words.get("another-patient"));
    model.open(Overlay::Told(Told {
        title: model.words.get("another-patient-heading"),
        page: vec![Block::Says(text)],
        since: model.elapsed,
    }));
}

/// Whether the file still names the patient under whose name the case was chosen.
fn is_as_listed(model: &Model, folder: &CaseFolder) -> bool {
    let listing = model.listing.as_ref();
    let listed = listing.and_then(|listing| listing.cases.get(listing.find(&folder.folder)?));
    let listed = listed.filter(|one| one.readable);
    match (listed, &folder.file.value) {
        (Some(listed), Some(case)) => Whose::of(&listed.about().patient).is(&Whose::of(&case.patient)),
        _ => false,
    }
}

pub fn meeting_read(model: &mut Model, mut meeting: MeetingFolder) -> Vec<Effect> {
    if let Some(listing) = &mut model.listing
        && let Some(old) = listing.meetings.iter_mut().find(|old| old.folder == meeting.folder)
    {
        meeting.history.keep(&old.history);
        *old = meeting;
    }
    retrying::confirm(model).into_iter().collect()
}

/// The disk has it: only now the draft goes and the screen says so. What was typed since is another text, and stays.
pub fn appended(model: &mut Model, record: Record, at: &str) -> Vec<Effect> {
    let attempt = model.saving.take();
    let text = attempt.as_ref().and_then(|attempt| retrying::text(model, &attempt.record));
    let is_recorded = text.is_some() && text == attempt.as_ref().and_then(|attempt| attempt.text.clone());
    if attempt.as_ref().is_some_and(|attempt| attempt.is_asked)
        && model.overlays.last().is_some_and(Overlay::is_recording)
    {
        model.overlays.pop();
    }
    // Where its case is not open, nobody knows yet whether a draft of it waits there.
    let is_open =
        model.case.as_ref().is_some_and(|case| record.header.case.as_ref() == Some(&case.folder.folder));
    if is_open || record.header.case.is_none() || attempt.is_some_and(|attempt| attempt.text.is_none()) {
        model.tried.retain(|tried| tried.record.id.as_ref() != Some(&record.header.id));
    }
    let what = what_became(model, &record);
    let said = model.words.with("saved", &[("at", at.into()), ("what", what.into())]);
    if text.is_some() && !is_recorded {
        model.say_of_save(format!("{said} {}", model.words.get("saved-before")), Role::Attention);
    } else {
        model.say_of_save(said, Role::Good);
    }
    let mut effects = match &record.header.meeting {
        Some(meeting) => of_meeting(model, meeting.clone(), &record.body, is_recorded),
        None if is_open => of_case(model, record, text.filter(|_| is_recorded)),
        None => Vec::new(),
    };
    effects.extend(watching::read_again(model));
    effects.extend(retrying::confirm(model));
    effects
}

fn of_meeting(model: &mut Model, meeting: String, body: &Body, is_recorded: bool) -> Vec<Effect> {
    let of = Folder::Meeting(meeting.clone());
    let is_done = is_recorded || matches!(body, Body::Close(_));
    let mut effects = if is_done { meeting_drafts::recorded(model, &of, body) } else { Vec::new() };
    effects.push(Effect::ReadMeeting(meeting));
    effects
}

/// The form goes with its draft where it says what was `recorded`.
fn of_case(model: &mut Model, record: Record, recorded: Option<SavedDraft>) -> Vec<Effect> {
    let Some(case) = &mut model.case else { return Vec::new() };
    let is_decision = matches!(record.body, Body::Decision(_));
    let mut effects = Vec::new();
    if let Some(SavedDraft { form, .. }) = recorded {
        case.drafts.retain(|draft| draft.form != form);
        if case.editing.take_if(|editing| editing.writing.name() == form).is_some() {
            // One that was opened again meanwhile would record the same text once more.
            model.overlays.retain(|overlay| !matches!(overlay, Overlay::ReadBack(_)));
        }
        effects.push(Effect::DropDraft { of: Folder::Case(case.folder.folder.clone()), form });
    }
    if case.editing.is_none() {
        case.scroll = 0;
    }
    let mut records = std::mem::take(&mut case.folder.history.records);
    records.push(record);
    case.folder.history = replay(records);
    let summary = Summary::of(&case.folder);
    if let Some(listing) = &mut model.listing {
        listing.replace(summary);
    }
    if is_decision {
        effects.extend(discussing::end(model));
    }
    effects
}

/// What became of it, in words: the state in which a decision now is.
fn what_became(model: &Model, record: &Record) -> String {
    let id = match &record.body {
        Body::Decision(_) if !record.header.supersedes.is_empty() => "saved-amendment",
        Body::Decision(_) => "saved-decision",
        Body::Opinion(_) => "saved-opinion",
        Body::Request(_) => "saved-request",
        Body::Reply(_) => "saved-reply",
        Body::Signature(_) => "saved-signature",
        Body::Retraction(_) => "saved-retraction",
        Body::Attendance(_) => "saved-attendance",
        Body::Agenda(change) => return agenda_change::said(model, change),
        Body::Close(_) => "saved-close",
        Body::Timing(_) | Body::Transfer(_) | Body::Newer => "saved-record",
    };
    model.words.get(id)
}

/// Nothing was recorded: every letter stays, and a retry uses the same id.
pub fn failed(model: &mut Model, failure: Failure) -> Vec<Effect> {
    if let Some(offer) = &mut model.offer {
        offer.writing = false;
    }
    let Some(mut attempt) = model.saving.take() else {
        model.say(failure.text, Role::Danger);
        return Vec::new();
    };
    let text = model.words.with("not-saved", &[("why", failure.text.into())]);
    model.say_of_save(text, Role::Danger);
    attempt.record.id = failure.id.or(attempt.record.id);
    model.tried.retain(|tried| tried.record.id != attempt.record.id);
    model.tried.push(attempt);
    watching::read_again(model).into_iter().collect()
}

pub fn image(model: &mut Model, picture: Picture) -> Vec<Effect> {
    if let Some(case) = model.case.as_mut().filter(|case| case.folder.folder == picture.folder) {
        case.images.retain(|old| old.file != picture.file);
        case.images.push(picture);
    }
    Vec::new()
}

pub fn edited(model: &mut Model, text: &str) -> Vec<Effect> {
    let field = model.case.as_mut().and_then(|case| {
        let editing = case.editing.as_mut()?;
        editing.form.fields.get_mut(editing.form.focus)
    });
    let Some(field) = field else { return Vec::new() };
    field.put(text);
    keep_draft(model)
}
