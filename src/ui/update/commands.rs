//! What each command does, and when it applies; a command that does not apply says why.

use crate::domain::decision::Decision;
use crate::domain::history::Status;
use crate::domain::identity::Identity;
use crate::domain::record::{Body, Close, Folder, NewRecord, Signature};
use crate::domain::text::Shown;
use crate::phrase::decision::statements;
use crate::ui::command::{Command, Place};
use crate::ui::model::Model;
use crate::ui::msg::Effect;
use crate::ui::overlays::palette::Palette;
use crate::ui::overlays::read_back::ReadBack;
use crate::ui::overlays::roll_call::RollCall;
use crate::ui::overlays::{Confirmed, Overlay};
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::agenda::{items, selected};
use crate::ui::screens::case::{CaseScreen, Step};
use crate::ui::screens::form::{self, Draft, Editing, Writing};
use crate::ui::theme_names;

/// Whether a command can be given now; else the words of the reason.
pub fn applies(model: &Model, command: Command) -> Result<(), &'static str> {
    let place = command.entry().place;
    if place != Place::Anywhere && place != model.place() {
        return Err(match place {
            Place::Agenda => "only-agenda",
            Place::Case => "only-case",
            Place::Form | Place::Anywhere => "only-form",
        });
    }
    let case = model.case.as_ref();
    let when = |holds: bool, why: &'static str| if holds { Ok(()) } else { Err(why) };
    let readable = |case: &CaseScreen| case.case().is_some();
    match command {
        Command::Open => when(selected(model).is_some(), "nothing-to-open"),
        Command::RollCall | Command::CloseMeeting => {
            when(model.meeting().is_some(), "no-meeting")?;
            when(model.board().is_some(), "no-board")?;
            when(model.meeting().is_some_and(|meeting| meeting.closed().is_none()), "meeting-closed")
        }
        Command::NextItem | Command::PreviousItem => when(
            case.is_some_and(|case| matches!(case.step, Step::Imaging | Step::Pathology)),
            "no-items-here",
        ),
        Command::Image | Command::Viewer => {
            when(case.is_some_and(|case| case.image_file().is_some()), "no-image")
        }
        Command::Write => {
            when(
                case.is_some_and(|case| {
                    matches!(case.step, Step::Discussion | Step::Decision | Step::Consultation)
                }),
                "nothing-to-write",
            )?;
            let decided = |case: &CaseScreen| {
                case.step == Step::Decision && case.draft("decision").is_none() && !current(case).is_empty()
            };
            when(!case.is_some_and(decided), "decided-already")?;
            when(case.is_some_and(readable), "case-unreadable")
        }
        Command::Opinion | Command::Request | Command::AgreedFacts => {
            when(case.is_some_and(readable), "case-unreadable")
        }
        Command::Reply => when(case.is_some_and(readable), "case-unreadable"),
        Command::Amend => when(case.is_some_and(|case| !holding(case).is_empty()), "nothing-decided"),
        Command::Sign => {
            when(
                case.is_some_and(|case| holding(case).iter().any(|(_, status)| *status == Status::Unsigned)),
                "nothing-to-sign",
            )?;
            when(model.chair().is_some(), "no-chair")
        }
        Command::Retract => when(case.is_some_and(|case| retractable(case).is_some()), "nothing-to-retract"),
        Command::DropDraft => {
            when(case.is_some_and(|case| case.draft(draft_name(case)).is_some()), "no-draft")
        }
        Command::Editor => when(
            case.and_then(|case| case.editing.as_ref()?.form.focused())
                .is_some_and(|field| field.kind == crate::ui::form::FieldKind::Text),
            "only-long-text",
        ),
        Command::AddOption | Command::AddRecommendation | Command::AddDissent | Command::RemoveItem => when(
            case.and_then(|case| case.editing.as_ref())
                .is_some_and(|editing| editing.writing == Writing::Decision),
            "only-decision",
        ),
        _ => Ok(()),
    }
}

/// Ids and states of the decisions that can be signed, amended or retracted now.
fn holding(case: &CaseScreen) -> Vec<(String, Status)> {
    let discussion = case.case().map_or(1, |case| case.question.discussion_number());
    let found = case.folder.history.holding(discussion);
    found.iter().map(|one| (one.record.header.id.clone(), one.status)).collect()
}

/// Ids and states of the decisions that hold for the discussion of the file.
fn current(case: &CaseScreen) -> Vec<(String, Status)> {
    let discussion = case.case().map_or(1, |case| case.question.discussion_number());
    case.folder
        .history
        .current(discussion)
        .iter()
        .map(|one| (one.record.header.id.clone(), one.status))
        .collect()
}

/// The record that a retraction on this step is about: the latest of its kind that stands.
fn retractable(case: &CaseScreen) -> Option<String> {
    let history = &case.folder.history;
    match case.step {
        Step::Discussion => history.opinions().last().map(|(record, _)| record.header.id.clone()),
        Step::Consultation => {
            let reply = history.replies().last().map(|(record, _)| record.header.id.clone());
            reply.or_else(|| history.requests().last().map(|(record, _)| record.header.id.clone()))
        }
        _ => holding(case).pop().map(|(id, _)| id),
    }
}

fn draft_name(case: &CaseScreen) -> &'static str {
    match case.step {
        Step::Discussion => Writing::Opinion.name(),
        Step::Consultation => Writing::Request.name(),
        _ => Writing::Decision.name(),
    }
}

pub fn give(model: &mut Model, command: Command) -> Vec<Effect> {
    if let Some(step) = command.step().and_then(|at| Step::ALL.get(at)) {
        return go(model, *step);
    }
    match command {
        Command::Open => return selected(model).map(Effect::OpenCase).into_iter().collect(),
        Command::Search => model.agenda.searching = true,
        Command::Meetings => model.overlays.push(Overlay::Meetings { marked: marked_meeting(model) }),
        Command::RollCall => model.overlays.extend(RollCall::open(model).map(Overlay::RollCall)),
        Command::CloseMeeting => close_meeting(model),
        Command::NextStep => return step_by(model, 1),
        Command::PreviousStep => return step_by(model, -1),
        Command::Decision => {
            let effects = go(model, Step::Decision);
            if model.case.as_ref().is_some_and(|case| case.case().is_some() && current(case).is_empty()) {
                write(model, Writing::Decision, Vec::new());
            }
            return effects;
        }
        Command::Consultation => return go(model, Step::Consultation),
        Command::Write => write_here(model),
        Command::Opinion => write(model, Writing::Opinion, Vec::new()),
        Command::AgreedFacts => agreed_facts(model),
        Command::Request => write(model, Writing::Request, Vec::new()),
        Command::Reply => reply(model),
        Command::Amend => amend(model),
        Command::Sign => sign(model),
        Command::Retract => {
            if let Some(id) = model.case.as_ref().and_then(retractable) {
                write(model, Writing::Retraction, vec![id]);
            }
        }
        Command::DropDraft => ask_drop(model),
        Command::Earlier => {
            if let Some(case) = &model.case {
                let page = crate::ui::screens::case::decision::earlier(model, case);
                model.overlays.push(Overlay::Reading {
                    title: model.words.get("earlier-heading"),
                    page,
                    scroll: 0,
                });
            }
        }
        Command::NextItem => return item_by(model, 1),
        Command::PreviousItem => return item_by(model, -1),
        Command::Image => return show_image(model),
        Command::Viewer => {
            let case = model.case.as_ref();
            let asked =
                case.and_then(|case| Some((case.folder.folder.clone(), case.image_file()?.to_owned())));
            return asked.map(|(folder, file)| Effect::OpenViewer { folder, file }).into_iter().collect();
        }
        Command::NextCase => return case_by(model, 1),
        Command::PreviousCase => return case_by(model, -1),
        Command::ReadBack => read_back(model),
        Command::NextMissing => next_missing(model),
        Command::NextField => return move_field(model, 1),
        Command::PreviousField => return move_field(model, -1),
        Command::AddOption => {
            return change_list(model, |model, editing| form::decision::add(model, editing, "options"));
        }
        Command::AddRecommendation => {
            return change_list(model, |model, editing| {
                form::decision::add(model, editing, "recommendations");
            });
        }
        Command::AddDissent => {
            return change_list(model, |model, editing| form::decision::add(model, editing, "dissent"));
        }
        Command::RemoveItem => {
            return change_list(model, |model, editing| {
                form::decision::remove(model, editing);
            });
        }
        Command::Editor => return edit_outside(model),
        Command::Reload => {
            let mut effects = vec![Effect::List];
            if let Some(case) = &model.case {
                effects.push(Effect::OpenCase(case.folder.folder.clone()));
            }
            return effects;
        }
        Command::Theme => model.theme = theme_names::next(&model.theme).to_owned(),
        Command::Language => {
            use crate::i18n::{Lang, Words};
            let at = Lang::ALL.iter().position(|lang| *lang == model.words.lang()).unwrap_or(0);
            model.words = Words::shared(Lang::ALL.into_iter().cycle().nth(at + 1).unwrap_or_default());
        }
        Command::Back => return back(model),
        Command::Help => model.overlays.push(Overlay::Help { scroll: 0 }),
        Command::Palette => model.overlays.push(Overlay::Palette(Palette::default())),
        Command::Quit => {
            if model.saving.is_some() {
                model.say(model.words.get("quit-saving"), Role::Attention);
                return Vec::new();
            }
            model.quit = true;
            return vec![Effect::Quit];
        }
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

fn marked_meeting(model: &Model) -> usize {
    let Some(listing) = &model.listing else { return 0 };
    let open = model.agenda.meeting.as_ref();
    listing
        .meetings
        .iter()
        .position(|meeting| Some(&meeting.folder) == open)
        .unwrap_or(listing.meetings.len())
}

/// One level back; what was being written stays as a draft.
fn back(model: &mut Model) -> Vec<Effect> {
    if model.overlays.pop().is_some() {
        return Vec::new();
    }
    if let Some(case) = &mut model.case {
        if case.editing.take().is_some() {
            case.scroll = 0;
            if case.draft(Writing::Decision.name()).is_some() || !case.drafts.is_empty() {
                model.say(model.words.get("draft-kept"), Role::Draft);
            }
            return Vec::new();
        }
        model.case = None;
        return vec![Effect::List];
    }
    if !model.agenda.search.is_empty() {
        model.agenda.search = crate::ui::editor::Editor::default();
        model.agenda.selected = 0;
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
    let Some(case) = model.case.as_ref().filter(|case| case.step == Step::Imaging) else { return Vec::new() };
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

fn case_by(model: &mut Model, by: isize) -> Vec<Effect> {
    let Some(open) = model.case.as_ref().map(|case| case.folder.folder.clone()) else { return Vec::new() };
    let list: Vec<String> = items(model).iter().map(|item| item.folder.to_owned()).collect();
    let Some(at) = list.iter().position(|folder| *folder == open) else { return Vec::new() };
    let next = at.checked_add_signed(by).and_then(|next| Some((next, list.get(next)?.clone())));
    if let Some((next, folder)) = next {
        model.agenda.selected = next;
        vec![Effect::OpenCase(folder)]
    } else {
        model.say(model.words.get("no-more-cases"), Role::Attention);
        Vec::new()
    }
}

fn write_here(model: &mut Model) {
    let Some(case) = &model.case else { return };
    match case.step {
        Step::Discussion => write(model, Writing::Opinion, Vec::new()),
        Step::Consultation => write(model, Writing::Request, Vec::new()),
        _ => write(model, Writing::Decision, Vec::new()),
    }
}

/// Opens a form: the draft that waits, or an empty one.
fn write(model: &mut Model, writing: Writing, about: Vec<String>) {
    let Some(case) = &model.case else { return };
    let waiting = case
        .draft(writing.name())
        .and_then(form::read)
        .filter(|draft| about.is_empty() || draft.about == about);
    let draft = waiting.unwrap_or(Draft { about, ..Draft::default() });
    let editing = Editing::open(model, writing, &draft);
    let step = match writing {
        Writing::Opinion => Step::Discussion,
        Writing::Request | Writing::Reply => Step::Consultation,
        Writing::Decision => Step::Decision,
        Writing::Retraction => case.step,
    };
    if let Some(case) = &mut model.case {
        case.go(step);
        case.editing = Some(editing);
    }
}

fn agreed_facts(model: &mut Model) {
    let decided =
        model.case.as_ref().is_some_and(|case| !current(case).is_empty() && case.draft("decision").is_none());
    if decided {
        amend(model);
    } else {
        write(model, Writing::Decision, Vec::new());
    }
    if let Some(editing) = model.case.as_mut().and_then(|case| case.editing.as_mut()) {
        editing.form.focus_on("agreed.diagnosis.state");
    }
}

/// An answer belongs to the oldest request that has none.
fn reply(model: &mut Model) {
    let open = model.case.as_ref().and_then(|case| {
        let replies = case.folder.history.replies();
        let answered = |id: &str| replies.iter().any(|(_, reply)| reply.request.as_deref() == Some(id));
        case.folder
            .history
            .requests()
            .iter()
            .map(|(record, _)| record.header.id.clone())
            .find(|id| !answered(id))
    });
    write(model, Writing::Reply, open.into_iter().collect());
}

fn amend(model: &mut Model) {
    let Some(case) = &model.case else { return };
    let discussion = case.case().map_or(1, |case| case.question.discussion_number());
    let now = case.folder.history.holding(discussion);
    let ids: Vec<String> = now.iter().map(|one| one.record.header.id.clone()).collect();
    let Some(decision) = now.last().map(|one| one.decision.clone()) else { return };
    let waiting = case.draft("decision").and_then(form::read).filter(|draft| draft.about == ids);
    let draft = waiting.unwrap_or_else(|| form::decision::amending(&decision, ids));
    let editing = Editing::open(model, Writing::Decision, &draft);
    if let Some(case) = &mut model.case {
        case.go(Step::Decision);
        case.editing = Some(editing);
    }
}

/// The chair signs the decision that holds: read-back first, as for every record on a patient.
fn sign(model: &mut Model) {
    let (Some(case), Some(chair)) = (&model.case, model.chair()) else { return };
    let discussion = case.case().map_or(1, |case| case.question.discussion_number());
    let unsigned =
        case.folder.history.holding(discussion).into_iter().find(|one| one.status == Status::Unsigned);
    let Some(decided) = unsigned else { return };
    let signature = Signature {
        record: decided.record.header.id.clone(),
        sha256: decided.record.sha256.clone(),
        meaning: "approved".to_owned(),
    };
    let record = NewRecord {
        id: None,
        folder: Folder::Case(case.folder.folder.clone()),
        by: model.author_as(&chair, "chair"),
        parents: case.folder.history.heads(),
        supersedes: Vec::new(),
        reason: None,
        body: Body::Signature(signature),
    };
    let mut page = vec![
        Block::Says(Part::new(
            Role::Attention,
            model.words.with("sign-as", &[("who", record.by.name.as_str().into())]),
        )),
        Block::Gap,
    ];
    page.extend(decision_page(model, decided.decision));
    open_read_back(model, "read-back-signature", page, record);
}

fn decision_page(model: &Model, decision: &Decision) -> Vec<Block> {
    let empty = crate::domain::board::BoardFile::default();
    let mut page = Vec::new();
    for statement in statements(model.words, model.board_file().unwrap_or(&empty), decision) {
        let mut lines = statement.lines.into_iter();
        page.push(Block::Fact(statement.label, Part::value(lines.next().unwrap_or_default())));
        page.extend(lines.map(|line| Block::Fact(Shown::default(), Part::value(line))));
    }
    page
}

/// Ctrl-S: everything still needed is named first; then the exact text is read back.
fn read_back(model: &mut Model) {
    let settled = model
        .case
        .as_mut()
        .and_then(|case| case.editing.as_mut())
        .is_none_or(|editing| editing.form.settle());
    if !settled {
        model.say(model.words.get("no-such-choice"), Role::Attention);
        return;
    }
    let Some(case) = &model.case else { return };
    let Some(editing) = &case.editing else { return };
    let lacks = editing.lacks(model);
    if let Some(first) = lacks.first().cloned() {
        let label = editing
            .form
            .fields
            .iter()
            .find(|field| field.path == first)
            .map_or(first.clone(), |field| model.words.get(field.label));
        let text =
            model.words.with("still-needed-first", &[("n", lacks.len().into()), ("what", label.into())]);
        model.say(text, Role::Attention);
        if let Some(editing) = model.case.as_mut().and_then(|case| case.editing.as_mut()) {
            editing.form.focus_on(&first);
        }
        return;
    }
    let (title, page, record) = match editing.writing {
        Writing::Decision => {
            let Some(record) = form::decision::record(model, case, editing) else { return };
            let Body::Decision(decision) = &record.body else { return };
            ("read-back-decision", decision_page(model, decision), record)
        }
        writing => {
            let title = match writing {
                Writing::Request => "read-back-request",
                Writing::Reply => "read-back-reply",
                Writing::Retraction => "read-back-retraction",
                Writing::Opinion | Writing::Decision => "read-back-opinion",
            };
            (title, form_page(model, editing), form::notes::record(model, case, editing))
        }
    };
    open_read_back(model, title, page, record);
}

/// The filled fields of a form, one statement a line.
fn form_page(model: &Model, editing: &Editing) -> Vec<Block> {
    let mut page = Vec::new();
    for field in &editing.form.fields {
        if field.value().is_none() {
            continue;
        }
        let mut label = Shown::line(&model.words.get(field.label));
        for line in Shown::lines(&field.editor.text()) {
            page.push(Block::Fact(std::mem::take(&mut label), Part::value(line)));
        }
    }
    page
}

fn open_read_back(model: &mut Model, title: &str, page: Vec<Block>, record: NewRecord) {
    let identity = model.case.as_ref().and_then(|case| Identity::of(&case.case()?.patient).ok());
    let read_back = ReadBack {
        title: model.words.get(title),
        page,
        scroll: 0,
        typed: crate::ui::editor::Editor::default(),
        identity,
        wrong: 0,
        record,
    };
    model.overlays.push(Overlay::ReadBack(Box::new(read_back)));
}

fn next_missing(model: &mut Model) {
    let Some(case) = &model.case else { return };
    let Some(editing) = &case.editing else { return };
    let lacks = editing.lacks(model);
    let at = |path: &String| editing.form.fields.iter().position(|field| field.path == *path);
    let after = lacks
        .iter()
        .find(|path| at(path).is_some_and(|at| at > editing.form.focus))
        .or(lacks.first())
        .cloned();
    match after {
        Some(path) => {
            if let Some(editing) = model.case.as_mut().and_then(|case| case.editing.as_mut())
                && editing.form.settle()
            {
                editing.form.focus_on(&path);
            }
        }
        None => model.say(model.words.get("nothing-missing"), Role::Good),
    }
}

fn move_field(model: &mut Model, by: isize) -> Vec<Effect> {
    let outcome =
        model.case.as_mut().and_then(|case| case.editing.as_mut()).map(|editing| editing.form.go(by));
    outcome.map(|outcome| super::after_form(model, outcome)).unwrap_or_default()
}

fn change_list(model: &mut Model, act: impl Fn(&Model, &mut Editing)) -> Vec<Effect> {
    let taken = model.case.as_mut().and_then(|case| case.editing.take());
    let Some(mut editing) = taken else { return Vec::new() };
    act(model, &mut editing);
    if let Some(case) = &mut model.case {
        case.editing = Some(editing);
    }
    super::keep_draft(model)
}

fn edit_outside(model: &Model) -> Vec<Effect> {
    let Some(case) = &model.case else { return Vec::new() };
    let Some(field) = case.editing.as_ref().and_then(|editing| editing.form.focused()) else {
        return Vec::new();
    };
    let header = case.case().map_or_else(String::new, |of| editor_header(&case.folder.folder, of));
    vec![Effect::EditText { header, text: field.editor.text() }]
}

/// Case id, initials and birth year: enough to see that it is the right patient, no full name in a file outside.
fn editor_header(folder: &str, case: &crate::domain::case::Case) -> String {
    let initials: String = case
        .patient
        .name()
        .unwrap_or_default()
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .collect();
    let year = case
        .patient
        .born
        .as_ref()
        .and_then(crate::domain::date::Date::known)
        .map(|born| born.year.to_string())
        .unwrap_or_default();
    format!("# {folder} {initials} {year}")
}

fn ask_drop(model: &mut Model) {
    let Some(case) = &model.case else { return };
    let then = Confirmed::DropDraft { folder: case.folder.folder.clone(), form: draft_name(case).to_owned() };
    let page = vec![Block::Says(Part::value(model.words.get("drop-draft-question")))];
    let title = model.words.get("command-drop-draft");
    model.overlays.push(Overlay::Confirm { title, page, then: Box::new(then) });
}

/// What became of each case, shown before the meeting is closed.
fn close_meeting(model: &mut Model) {
    let Some(meeting) = model.meeting() else { return };
    let here = meeting.folder.clone();
    let mut close = Close::default();
    let mut page = vec![Block::Says(Part::value(model.words.get("close-question"))), Block::Gap];
    for item in items(model) {
        let sitting =
            item.summary.and_then(|summary| summary.sittings.iter().rfind(|one| one.meeting == here));
        let decided = sitting.map(|one| one.status);
        let name = item.summary.and_then(|summary| summary.patient.name()).unwrap_or(item.folder).to_owned();
        let list = match sitting {
            Some(one) if one.deferred => &mut close.deferred,
            Some(_) => &mut close.decided,
            None => &mut close.not_discussed,
        };
        list.push(item.folder.to_owned());
        let state = match decided {
            Some(status) => crate::phrase::code(model.words, &status.into()),
            None => Shown::line(&model.words.get("no-decision")),
        };
        let role = if decided == Some(Status::Final) { Role::Good } else { Role::Attention };
        page.push(Block::Fact(Shown::line(&name), Part::new(role, state)));
    }
    let record = NewRecord {
        id: None,
        folder: Folder::Meeting(meeting.folder.clone()),
        by: model.author("recorder"),
        parents: meeting.history.heads(),
        supersedes: Vec::new(),
        reason: None,
        body: Body::Close(close),
    };
    let title = model.words.get("command-close-meeting");
    model.overlays.push(Overlay::Confirm {
        title,
        page,
        then: Box::new(Confirmed::Record(Box::new(record))),
    });
}
