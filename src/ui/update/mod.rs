//! What happens: a message changes the model and may ask for effects; nothing here touches the world.

mod agenda_change;
mod ahead;
pub mod applies;
mod closing;
mod commands;
mod curtain;
mod discussing;
mod drafts;
mod finding;
mod following;
mod meanwhile;
mod meeting;
mod meeting_drafts;
mod next_case;
mod recording;
mod retracting;
mod retrying;
mod watching;
mod world;
mod writing;

use crate::domain::record::{Folder, NewRecord};
use crate::ui::attempt::Attempt;
use crate::ui::command::{Command, Place, for_key, over_all};
use crate::ui::key::{Code, Key};
use crate::ui::model::Model;
use crate::ui::msg::{Effect, Msg};
use crate::ui::overlays::Overlay;
use crate::ui::overlays::answer::{Answer, OverlayContext, line_key, scrolled};
use crate::ui::overlays::told::Told;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::agenda::state::Agenda;
use crate::ui::screens::agenda::{rows, selected};
use crate::ui::update::applies::{applies, offers};
use crate::ui::update::writing::after_form;

/// The one way in which anything changes.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    update_before(model, msg, None)
}

/// As `update`, by somebody who knows what comes `next`: an answer that nobody will see is not asked for.
pub fn update_before(model: &mut Model, msg: Msg, next: Option<&Msg>) -> Vec<Effect> {
    // They change what is known of a case.
    let is_news = matches!(msg, Msg::Appended { .. } | Msg::RecordsRead { .. } | Msg::MeetingRead(_));
    let chosen = is_news.then(|| selected(model)).flatten();
    let mut effects = happen(model, msg);
    drafts::follow(model, &effects);
    if is_news {
        finding::forget(model);
        finding::refresh(model);
        following::stay_on(model, chosen.as_deref());
    } else if !finding::is_overtaken(model, next) {
        finding::refresh(model);
    }
    effects.extend(watching::attend(model));
    effects.extend(following::follow(model));
    effects
}

fn happen(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Elapsed(elapsed) => {
            model.elapsed = elapsed;
            Vec::new()
        }
        Msg::Key(key) => press(model, key),
        Msg::Again(key) if ahead::is_taken(model) => press(model, key),
        Msg::Again(_) => Vec::new(),
        Msg::Paste(text) => paste(model, &text),
        Msg::Resize(width, height) => {
            model.size = (width, height);
            Vec::new()
        }
        Msg::Listed(listing) => world::listed(model, *listing),
        Msg::CaseOpened(folder, drafts) => world::case_opened(model, *folder, drafts),
        Msg::NotOpened { folder, why } => world::not_opened(model, &folder, why),
        Msg::MeetingRead(meeting) => world::meeting_read(model, *meeting),
        Msg::Seen(sight) => watching::seen(model, *sight),
        Msg::RecordsRead { folder, history, damaged } => {
            watching::records_read(model, &folder, history, damaged)
        }
        Msg::Appended { record, at } => world::appended(model, *record, &at),
        Msg::Failed(failure) => world::failed(model, failure),
        Msg::Image(picture) => world::image(model, picture),
        Msg::Edited(text) => world::edited(model, &text),
        Msg::Notice(text) => {
            model.say_news(text, Role::Attention);
            Vec::new()
        }
        Msg::Drafts(fault) => {
            model.draft_fault = fault.map(|why| model.words.with("draft-not-kept", &[("why", why.into())]));
            if model.draft_fault.is_none() {
                model.typed.clear();
            }
            if let Some(text) = model.draft_fault.clone() {
                model.say_news(text, Role::Danger);
            }
            Vec::new()
        }
        Msg::Idle => curtain::cover(model),
        Msg::Stop => vec![Effect::Stop],
        Msg::Resume => vec![Effect::Repaint],
        Msg::HangUp => commands::quit(model),
    }
}

fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    if model.covered {
        return curtain::key(model, key);
    }
    if curtain::is_held(model, key) {
        return Vec::new();
    }
    if model.saving.is_none() {
        model.notice = None;
    }
    if let Some(command) = over_all(key) {
        return commands::give(model, command);
    }
    if ahead::waits(model) {
        return ahead::keep(model, key);
    }
    if !model.overlays.is_empty() {
        // What is typed into a form stays as it was typed; elsewhere full-width letters are commands.
        let is_form = matches!(model.overlays.last(), Some(Overlay::Agenda(_)));
        let takes_text = model.overlays.last().is_some_and(Overlay::takes_text);
        if !takes_text && Command::Curtain.is_on(key.folded()) {
            return commands::give(model, Command::Curtain);
        }
        if Command::Reload.is_on(key) && model.saving.is_none() {
            // What was read back or shown of the case is of the file as it was; what is being written stays.
            model.overlays.retain(|overlay| !overlay.is_of_case());
            return commands::give(model, Command::Reload);
        }
        return overlay_key(model, if is_form { key } else { key.folded() });
    }
    if model.place() == Place::Form {
        return form_key(model, key);
    }
    if model.case.is_none() && model.agenda.searching {
        return search_key(model, key);
    }
    dispatch(model, key.folded())
}

/// The command of a key, or why it can not be given; what is no command moves.
fn dispatch(model: &mut Model, key: Key) -> Vec<Effect> {
    let found: Vec<Command> = for_key(model.place(), key).collect();
    let given = found.iter().copied().find(|command| applies(model, *command).is_ok());
    match (given, found.first()) {
        (Some(command), _) => commands::give(model, command),
        (None, Some(command)) => {
            if let Err(why) = applies(model, *command) {
                let text = model.tell(why);
                model.say(text, Role::Attention);
            }
            Vec::new()
        }
        (None, None) => {
            navigate(model, key);
            Vec::new()
        }
    }
}

/// Arrows, pages, Home and End move the selection or the page.
fn navigate(model: &mut Model, key: Key) {
    let page = model.drawn.height;
    if let (Some(case), Some(turn)) = (&mut model.case, model.drawn.turn) {
        case.scroll = match key.code {
            Code::Up | Code::PageUp => turn.before,
            Code::Down | Code::PageDown | Code::Char(' ') => turn.after,
            Code::Home => 0,
            Code::End => turn.last,
            _ => case.scroll,
        };
        return;
    }
    if let Some(case) = &mut model.case {
        let last = model.drawn.rows.saturating_sub(page);
        case.scroll = scrolled(case.scroll.min(last), key, page).min(last);
        return;
    }
    let count = rows(model).len();
    let rows = isize::try_from(page.saturating_sub(1).max(1)).unwrap_or(1);
    match key.code {
        Code::Up => model.agenda.go(-1, count),
        Code::Down => model.agenda.go(1, count),
        Code::PageUp => model.agenda.go(-rows, count),
        Code::PageDown => model.agenda.go(rows, count),
        Code::Home => model.agenda.selected = 0,
        Code::End => model.agenda.selected = count.saturating_sub(1),
        _ => (),
    }
}

fn search_key(model: &mut Model, key: Key) -> Vec<Effect> {
    match key.code {
        Code::Esc => model.agenda.clear(),
        Code::Enter => {
            model.agenda.searching = false;
            return commands::open_found(model);
        }
        Code::Up | Code::Down | Code::PageUp | Code::PageDown => navigate(model, key),
        // What is no text is the command that it is elsewhere.
        Code::F(_) | Code::Tab => return dispatch(model, key),
        _ if key.ctrl && for_key(Place::Agenda, key).next().is_some() => return dispatch(model, key),
        _ => {
            let before = model.agenda.search.text();
            // A key that only moves in the text must not put another patient under the selection.
            if line_key(&mut model.agenda.search, key) && model.agenda.search.text() != before {
                model.agenda.selected = 0;
            }
        }
    }
    Vec::new()
}

fn form_key(model: &mut Model, key: Key) -> Vec<Effect> {
    let found: Option<Command> = for_key(Place::Form, key).find(|command| {
        command.entry().place == Place::Form || key.ctrl || matches!(key.code, Code::Esc | Code::F(_))
    });
    if let Some(command) = found {
        return match applies(model, command) {
            Ok(()) => commands::give(model, command),
            Err(why) => {
                let text = model.tell(why);
                model.say(text, Role::Attention);
                Vec::new()
            }
        };
    }
    let Some(editing) = model.case.as_mut().and_then(|case| case.editing.as_mut()) else { return Vec::new() };
    let outcome = editing.form.key(key);
    after_form(model, outcome)
}

/// A paste is text where text is written, and never a command.
fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.covered {
        return Vec::new();
    }
    if !model.overlays.is_empty() {
        let context = context(model);
        let answer = model.overlays.last_mut().map(|overlay| overlay.paste(text, &context));
        let mut effects = meeting_drafts::keep(model);
        effects.extend(answer.map(|answer| answered(model, answer)).unwrap_or_default());
        return effects;
    }
    if let Some(editing) = model.case.as_mut().and_then(|case| case.editing.as_mut()) {
        let outcome = editing.form.paste(text);
        return after_form(model, outcome);
    }
    if model.case.is_none() && model.agenda.searching {
        model.agenda.search.insert(text);
        model.agenda.selected = 0;
        return Vec::new();
    }
    let text = model.words.get("no-paste-here");
    model.say(text, Role::Attention);
    Vec::new()
}

fn context(model: &Model) -> OverlayContext<'static> {
    let meetings = model
        .listing
        .as_ref()
        .map(|listing| listing.meetings.iter().map(|meeting| meeting.folder.clone()).collect());
    OverlayContext {
        words: crate::i18n::Words::shared(model.words.lang()),
        drawn: model.drawn,
        elapsed: model.elapsed,
        meetings: meetings.unwrap_or_default(),
        commands: offers(model),
        author: model.author("recorder"),
    }
}

fn overlay_key(model: &mut Model, key: Key) -> Vec<Effect> {
    if model.saving.is_some() {
        return Vec::new();
    }
    let context = context(model);
    let Some(overlay) = model.overlays.last_mut() else { return Vec::new() };
    let was_recording = overlay.is_recording();
    let answer = overlay.key(key, &context);
    let mut effects = meeting_drafts::keep(model);
    effects.extend(answered(model, answer));
    if was_recording {
        // What failed in it may have been seen on the disk since.
        effects.extend(retrying::confirm(model));
    }
    effects
}

fn answered(model: &mut Model, answer: Answer) -> Vec<Effect> {
    match answer {
        Answer::Nothing => Vec::new(),
        Answer::Close => {
            close(model);
            Vec::new()
        }
        Answer::Say(text) => {
            model.say(text, Role::Attention);
            Vec::new()
        }
        Answer::Give(command) => {
            model.overlays.pop();
            commands::give(model, command)
        }
        Answer::OpenMeeting(meeting) => {
            model.overlays.pop();
            model.agenda = Agenda { meeting, ..Agenda::default() };
            Vec::new()
        }
        Answer::Record(record) => record_if_current(model, record),
        Answer::ChangeAgenda => match agenda_change::record(model) {
            Some(mut record) => {
                retrying::same(model, &mut record);
                append(model, Box::new(record))
            }
            None => Vec::new(),
        },
        Answer::ChooseDraft(form) => {
            model.overlays.pop();
            drafts::ask_drop(model, form);
            Vec::new()
        }
        Answer::AmendFrom(side) => {
            if let Some(Overlay::Sides { sides, .. }) = model.overlays.pop() {
                writing::amend_chosen(model, &sides, &side);
            }
            Vec::new()
        }
        Answer::DropDraft { folder, form } => {
            model.overlays.pop();
            if let Some(case) = &mut model.case {
                case.drafts.retain(|draft| draft.form != form);
                case.editing = None;
            }
            vec![Effect::DropDraft { of: Folder::Case(folder), form }]
        }
        Answer::Quit => commands::quit(model),
        Answer::GoOn(folder) => next_case::go_on(model, folder),
        Answer::Leave(text) => {
            close(model);
            let told = Told {
                title: model.words.get("nothing-recorded"),
                page: vec![Block::Says(Part::new(Role::Danger, text))],
                since: model.elapsed,
            };
            model.open(Overlay::Told(told));
            Vec::new()
        }
    }
}

/// What is recorded is recorded on what the room has seen.
fn record_if_current(model: &mut Model, mut record: Box<NewRecord>) -> Vec<Effect> {
    retrying::same(model, &mut record);
    if retrying::is_seen(model, &record) {
        // An earlier try has brought it to the disk after all: trying again finds it.
        return append(model, record);
    }
    if let Some(why) = meanwhile::outdated(model, &record) {
        close(model);
        model.say(why, Role::Danger);
        return Vec::new();
    }
    if closing::read_anew(model) { Vec::new() } else { append(model, record) }
}

fn append(model: &mut Model, record: Box<NewRecord>) -> Vec<Effect> {
    model.say_of_save(model.words.get("saving"), Role::Attention);
    let text = retrying::text(model, &record);
    model.saving = Some(Attempt { record: (*record).clone(), text, is_asked: true });
    let case = model.case.as_ref().filter(|case| record.folder == Folder::Case(case.folder.folder.clone()));
    let shown = case.and_then(|case| case.folder.file.sha256.clone());
    vec![Effect::Append { record, shown }]
}

/// Takes away what lies on top; marks that were not recorded are kept for the next time.
fn close(model: &mut Model) {
    match model.overlays.pop() {
        Some(Overlay::RollCall(roll)) if roll.touched => match model.draft_fault.clone() {
            Some(fault) => model.say(fault, Role::Danger),
            None => model.say(model.words.get("roll-call-kept"), Role::Draft),
        },
        _ => (),
    }
}
