//! What each command does.

use crate::i18n::{Lang, Words};
use crate::ui::command::Command;
use crate::ui::editor::Editor;
use crate::ui::model::Model;
use crate::ui::msg::Effect;
use crate::ui::overlays::Overlay;
use crate::ui::overlays::palette::Palette;
use crate::ui::page::Role;
use crate::ui::screens::agenda::selected;
use crate::ui::screens::case::screen::Step;
use crate::ui::screens::form::editing::Writing;
use crate::ui::theme_names;
use crate::ui::update::applies::{current, opens_found, retractable};
use crate::ui::update::{agenda_change, closing, discussing, drafts, meeting, next_case, recording, writing};
use crate::ui::update::{curtain, finding};

pub fn give(model: &mut Model, command: Command) -> Vec<Effect> {
    if let Some(step) = command.step().and_then(|at| Step::ALL.get(at)) {
        return go(model, *step);
    }
    match command {
        Command::OpenDemo => return open_demo(model),
        Command::Open => return open(model),
        Command::Search => search(model),
        Command::Meetings => {
            model.overlays.push(Overlay::Meetings { marked: model.agenda.meeting.clone() });
        }
        Command::AllCases => finding::widen(model),
        Command::RollCall => model.overlays.extend(meeting::roll_call(model).map(Overlay::RollCall)),
        Command::ChangeAgenda => agenda_change::open(model),
        Command::CloseMeeting => closing::close_meeting(model),
        Command::NextStep => return step_by(model, 1),
        Command::PreviousStep => return step_by(model, -1),
        Command::Decision => return decision(model),
        Command::Consultation => return go(model, Step::Consultation),
        Command::Write => writing::write_here(model),
        Command::Opinion => writing::write(model, Writing::Opinion, Vec::new()),
        Command::AgreedFacts => writing::agreed_facts(model),
        Command::Request => writing::write(model, Writing::Request, Vec::new()),
        Command::Reply => writing::reply(model),
        Command::Amend => writing::amend(model),
        Command::Sign => recording::sign(model),
        Command::Retract => retract(model),
        Command::DropDraft => drafts::choose(model),
        Command::Earlier => earlier(model),
        Command::NextItem => return item_by(model, 1),
        Command::PreviousItem => return item_by(model, -1),
        Command::Image => return show_image(model),
        Command::Viewer => return viewer(model).into_iter().collect(),
        Command::NextCase => next_case::show(model, 1),
        Command::PreviousCase => next_case::show(model, -1),
        Command::ReadBack => return writing::when_settled(model, recording::read_back),
        Command::NextMissing => return writing::when_settled(model, writing::next_missing),
        Command::NextField => return writing::move_field(model, 1),
        Command::PreviousField => return writing::move_field(model, -1),
        Command::AddOption => return writing::add_item(model, "options"),
        Command::AddRecommendation => return writing::add_item(model, "recommendations"),
        Command::AddDissent => return writing::add_item(model, "dissent"),
        Command::RemoveItem => return writing::remove_item(model),
        Command::Editor => return writing::edit_outside(model).into_iter().collect(),
        Command::Reload => return reload(model),
        Command::Curtain => return curtain::cover(model),
        Command::Initials => initials(model),
        Command::Theme => theme(model),
        Command::Language => language(model),
        Command::Back => return back(model),
        Command::Help => model.overlays.push(Overlay::Help { scroll: 0 }),
        Command::Palette => model.overlays.push(Overlay::Palette(Palette::default())),
        Command::Stop => return vec![Effect::Stop],
        Command::Quit => return leave(model),
        Command::Step1
        | Command::Step2
        | Command::Step3
        | Command::Step4
        | Command::Step5
        | Command::Step6
        | Command::Step7
        | Command::Step8 => (),
    }
    Vec::new()
}

fn open_demo(model: &mut Model) -> Vec<Effect> {
    if let Some(offer) = &mut model.offer {
        offer.writing = true;
    }
    model.say(model.words.get("demo-writing"), Role::Attention);
    vec![Effect::OpenDemo]
}

fn open(model: &mut Model) -> Vec<Effect> {
    model.opening = selected(model);
    model.opening.clone().map(Effect::OpenCase).into_iter().collect()
}

/// Opens the case under the mark, unless a filter that is none left all cases in the list: who had it in mind does not
/// want the first of them, and says so with a second key.
pub fn open_found(model: &mut Model) -> Vec<Effect> {
    match opens_found(model) {
        Ok(()) => give(model, Command::Open),
        Err(why) => {
            let text = model.tell(why);
            model.say(text, Role::Attention);
            Vec::new()
        }
    }
}

fn search(model: &mut Model) {
    model.agenda.search = Editor::default();
    model.agenda.selected = 0;
    model.agenda.searching = true;
}

/// The step, and the form at once where nothing is decided yet.
fn decision(model: &mut Model) -> Vec<Effect> {
    let effects = go(model, Step::Decision);
    if model.case.as_ref().is_some_and(|case| case.case().is_some() && current(case).is_empty()) {
        writing::write(model, Writing::Decision, Vec::new());
    }
    effects
}

fn retract(model: &mut Model) {
    if let Some(id) = model.case.as_ref().and_then(retractable) {
        writing::write(model, Writing::Retraction, vec![id]);
    }
}

fn earlier(model: &mut Model) {
    let Some(case) = &model.case else { return };
    let page = crate::ui::screens::case::decision::earlier(model, case);
    model.overlays.push(Overlay::Reading { title: model.words.get("earlier-heading"), page, scroll: 0 });
}

fn viewer(model: &Model) -> Option<Effect> {
    let case = model.case.as_ref()?;
    Some(Effect::OpenViewer { folder: case.folder.folder.clone(), file: case.image_file()?.to_owned() })
}

fn reload(model: &Model) -> Vec<Effect> {
    let open = model.case.as_ref().map(|case| Effect::OpenCase(case.folder.folder.clone()));
    [Effect::List].into_iter().chain(open).collect()
}

fn initials(model: &mut Model) {
    model.initials = !model.initials;
    let id = if model.initials { "initials-on" } else { "initials-off" };
    model.say(model.tell(id), Role::Attention);
}

fn theme(model: &mut Model) {
    theme_names::next(&model.theme).clone_into(&mut model.theme);
    let text = model.words.with("theme-now", &[("name", model.theme.as_str().into())]);
    model.say(text, Role::Attention);
}

fn language(model: &mut Model) {
    let at = Lang::ALL.iter().position(|lang| *lang == model.words.lang()).unwrap_or(0);
    model.words = Words::shared(Lang::ALL.into_iter().cycle().nth(at + 1).unwrap_or_default());
}

/// Not while a record is on its way, and not before what would be lost was shown.
fn leave(model: &mut Model) -> Vec<Effect> {
    if model.saving.is_some() {
        model.say(model.words.get("quit-saving"), Role::Attention);
        return Vec::new();
    }
    if drafts::ask_quit(model) { Vec::new() } else { quit(model) }
}

pub fn quit(model: &mut Model) -> Vec<Effect> {
    model.quit = true;
    discussing::end(model)
}

/// One level back; what was being written stays as a draft.
fn back(model: &mut Model) -> Vec<Effect> {
    if let Some(case) = &mut model.case {
        if case.editing.take().is_some() {
            case.scroll = 0;
            if !case.drafts.is_empty() {
                match model.draft_fault.clone() {
                    Some(fault) => model.say(fault, Role::Danger),
                    None => model.say(model.words.get("draft-kept"), Role::Draft),
                }
            }
            return Vec::new();
        }
        let left = case.folder.folder.clone();
        let mut effects = discussing::end(model);
        model.case = None;
        effects.push(Effect::ListAgain(left));
        return effects;
    }
    if !model.agenda.search.is_empty() || model.agenda.left.is_some() {
        model.agenda.clear();
    }
    Vec::new()
}

fn go(model: &mut Model, step: Step) -> Vec<Effect> {
    if let Some(case) = &mut model.case {
        case.go(step);
    }
    wanted_image(model)
}

fn step_by(model: &mut Model, by: isize) -> Vec<Effect> {
    let step = model.case.as_ref().map(|case| case.step.by(by));
    step.map(|step| go(model, step)).unwrap_or_default()
}

fn item_by(model: &mut Model, by: isize) -> Vec<Effect> {
    if let Some(case) = &mut model.case {
        let (studies, specimens) =
            case.case().map_or((0, 0), |case| (case.imaging.len(), case.pathology.len()));
        let moved = |at: usize, count: usize| at.saturating_add_signed(by).min(count.saturating_sub(1));
        match case.step {
            Step::Imaging => case.study = moved(case.study, studies),
            _ => case.specimen = moved(case.specimen, specimens),
        }
    }
    wanted_image(model)
}

/// Asks for the key image of the chosen study when the imaging step shows it and it is not there yet.
fn wanted_image(model: &Model) -> Vec<Effect> {
    let Some(case) = model.case.as_ref().filter(|case| case.step == Step::Imaging) else {
        return Vec::new();
    };
    let wanted = case.image_file().filter(|file| case.image(file).is_none());
    wanted
        .map(|file| Effect::LoadImage { folder: case.folder.folder.clone(), file: file.to_owned() })
        .into_iter()
        .collect()
}

fn show_image(model: &mut Model) -> Vec<Effect> {
    let Some(case) = &model.case else { return Vec::new() };
    let Some(file) = case.image_file().map(ToOwned::to_owned) else { return Vec::new() };
    let load = case
        .image(&file)
        .is_none()
        .then(|| Effect::LoadImage { folder: case.folder.folder.clone(), file: file.clone() });
    model.overlays.push(Overlay::Image { file });
    load.into_iter().collect()
}
