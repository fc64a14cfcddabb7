//! Writing: a form opened for a draft or for nothing yet, moved through, changed, kept.

use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::decision::Decision;
use crate::domain::history::Decided;
use crate::domain::identity::initials_of;
use crate::domain::patient::Patient;
use crate::domain::record::Folder;
use crate::phrase;
use crate::ui::form::Outcome;
use crate::ui::model::Model;
use crate::ui::msg::{Effect, Lent};
use crate::ui::overlays::Overlay;
use crate::ui::page::Role;
use crate::ui::screens::case::decision::when;
use crate::ui::screens::case::screen::{CaseScreen, Step};
use crate::ui::screens::form;
use crate::ui::screens::form::editing::{self, Draft, Editing, Writing};
use crate::ui::update::applies::{current, holding};

pub fn write_here(model: &mut Model) {
    let Some(case) = &model.case else { return };
    match case.step {
        Step::Discussion => write(model, Writing::Opinion, Vec::new()),
        Step::Consultation => write(model, Writing::Request, Vec::new()),
        _ => write(model, Writing::Decision, Vec::new()),
    }
}

/// Opens a form: the draft that waits, or an empty one.
pub fn write(model: &mut Model, writing: Writing, about: Vec<String>) {
    let Some(case) = &model.case else { return };
    let waiting = match waiting(case, writing, &about) {
        Ok(waiting) => waiting,
        Err(why) => return model.say(model.tell(why), Role::Attention),
    };
    let is_fresh = waiting.is_none();
    let mut draft = waiting.unwrap_or(Draft { about, ..Draft::default() });
    // What it amended does not hold any more, and nothing else does: it is a decision of its own now.
    let alone = writing == Writing::Decision && !draft.about.is_empty() && holding(case).is_empty();
    if alone {
        draft.detach();
    }
    let mut editing = form::open(model, writing, &draft);
    editing.fresh = is_fresh.then(|| editing.draft());
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
    if alone {
        model.say(model.words.get("draft-alone"), Role::Attention);
    }
}

/// The draft that waits for a form, else why the form must not be opened: its first key would write over what is kept.
fn waiting(case: &CaseScreen, writing: Writing, about: &[String]) -> Result<Option<Draft>, &'static str> {
    let Some(kept) = case.draft(writing.name()) else { return Ok(None) };
    let draft = editing::read(kept).ok_or("draft-unreadable")?;
    if about.is_empty() || draft.about == about { Ok(Some(draft)) } else { Err("draft-of-another-record") }
}

pub fn agreed_facts(model: &mut Model) {
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

/// Which request it answers follows from its author, when it is recorded.
pub fn reply(model: &mut Model) {
    write(model, Writing::Reply, Vec::new());
}

/// Amends what holds. Where decisions contradict each other, it is chosen first with which of them the new one begins.
pub fn amend(model: &mut Model) {
    let Some(case) = &model.case else { return };
    let now = decided(case);
    if now.len() > 1 && case.draft("decision").and_then(editing::read).is_none() {
        let sides = sides(model, &now);
        return model.open(Overlay::Sides { sides, marked: 0 });
    }
    let last = now.last().map(|one| one.record.header.id.clone());
    if let Some(last) = last {
        amend_from(model, &last);
    }
}

/// Each by its record, and by what tells it apart.
fn sides(model: &Model, now: &[Decided<'_>]) -> Vec<(String, String)> {
    let place = |n: usize| model.words.with("decision-side", &[("n", n.into()), ("of", now.len().into())]);
    // Two of one minute by one person are told apart by what they say.
    let says = |decision: &Decision| {
        let first = decision.recommendations.first();
        let first = first.map(|one| phrase::decision::recommendation(model.words, model.board_file(), one));
        first.or_else(|| decision.options.first().map(|one| one.text.clone())).unwrap_or_default()
    };
    let named = now.iter().zip(1..).map(|(one, n)| {
        let parts = [format!("{}: {}", place(n), when(model, one.record)), says(one.decision)];
        let named = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        (one.record.header.id.clone(), named)
    });
    named.collect()
}

/// Begins with the one that was chosen, if those that were `shown` are still what is to be replaced: one that came in
/// meanwhile is seen before it is replaced.
pub fn amend_chosen(model: &mut Model, shown: &[(String, String)], id: &str) {
    let Some(case) = &model.case else { return };
    let now = decided(case);
    if now.iter().map(|one| &one.record.header.id).eq(shown.iter().map(|(id, _)| id)) {
        return amend_from(model, id);
    }
    if now.len() < 2 {
        return model.say(model.words.get("sides-gone"), Role::Danger);
    }
    let sides = sides(model, &now);
    let marked = sides.iter().position(|(side, _)| side == id).unwrap_or(0);
    model.open(Overlay::Sides { sides, marked });
    model.say(model.words.get("sides-changed"), Role::Danger);
}

/// Opens the form for a decision that replaces everything that holds, filled from one of them.
fn amend_from(model: &mut Model, id: &str) {
    let Some(case) = &model.case else { return };
    let now = decided(case);
    let ids: Vec<String> = now.iter().map(|one| one.record.header.id.clone()).collect();
    let chosen = now.iter().find(|one| one.record.header.id == id);
    let Some(decision) = chosen.map(|one| one.decision.clone()) else { return };
    // A decision that is being written is never thrown away by starting another.
    let mut waiting = match waiting(case, Writing::Decision, &[]) {
        Ok(waiting) => waiting,
        Err(why) => return model.say(model.tell(why), Role::Attention),
    };
    let changed = waiting.as_ref().is_some_and(|draft| draft.about != ids);
    if let Some(draft) = &mut waiting {
        draft.about.clone_from(&ids);
    }
    let is_fresh = waiting.is_none();
    let draft = waiting.unwrap_or_else(|| form::decision::amending(&decision, ids));
    let mut editing = form::open(model, Writing::Decision, &draft);
    editing.fresh = is_fresh.then(|| editing.draft());
    if let Some(case) = &mut model.case {
        case.go(Step::Decision);
        case.editing = Some(editing);
    }
    if changed {
        model.say(model.words.get("draft-amends-now"), Role::Attention);
    }
}

fn decided(case: &CaseScreen) -> Vec<Decided<'_>> {
    case.folder.history.holding(case.discussion())
}

pub fn next_missing(model: &mut Model) {
    let Some(case) = &model.case else { return };
    let Some(editing) = &case.editing else { return };
    let lacks = form::lacks(editing, model);
    let at = |path: &String| editing.form.fields.iter().position(|field| field.path == *path);
    let after = lacks
        .iter()
        .find(|path| at(path).is_some_and(|at| at > editing.form.focus))
        .or(lacks.first())
        .cloned();
    match after {
        Some(path) => {
            if let Some(editing) = model.case.as_mut().and_then(|case| case.editing.as_mut()) {
                editing.form.focus_on(&path);
            }
        }
        None => model.say(model.tell("nothing-missing"), Role::Good),
    }
}

/// Takes the choice that is marked, keeps it, and goes on; else says that the letters typed fit none or several, and
/// the focus stays.
pub fn when_settled(model: &mut Model, go_on: impl FnOnce(&mut Model)) -> Vec<Effect> {
    let editing = model.case.as_mut().and_then(|case| case.editing.as_mut());
    let settled = editing.map_or(Ok(()), |editing| editing.form.settle());
    // What was settled may be what the case speaks against, or bring another entry with it.
    let effects = keep_draft(model);
    match settled {
        Ok(()) => go_on(model),
        Err(why) => model.say(model.words.get(why), Role::Attention),
    }
    effects
}

pub fn move_field(model: &mut Model, by: isize) -> Vec<Effect> {
    let outcome =
        model.case.as_mut().and_then(|case| case.editing.as_mut()).map(|editing| editing.form.go(by));
    outcome.map(|outcome| after_form(model, outcome)).unwrap_or_default()
}

/// Adds an option, a recommendation or a dissent, once the field that is left for it is settled.
pub fn add_item(model: &mut Model, list: &str) -> Vec<Effect> {
    let mut effects = when_settled(model, |model| {
        change(model, |model, editing| form::decision::add(model, editing, list));
    });
    effects.extend(keep_draft(model));
    effects
}

/// Takes away the one in focus, whatever stands in it.
pub fn remove_item(model: &mut Model) -> Vec<Effect> {
    change(model, form::decision::remove);
    keep_draft(model)
}

fn change(model: &mut Model, act: impl Fn(&Model, &mut Editing)) {
    let Some(mut editing) = model.case.as_mut().and_then(|case| case.editing.take()) else { return };
    act(model, &mut editing);
    if let Some(case) = &mut model.case {
        case.editing = Some(editing);
    }
}

pub fn edit_outside(model: &Model) -> Option<Effect> {
    let case = model.case.as_ref()?;
    let editing = case.editing.as_ref()?;
    let field = editing.form.focused()?;
    let (draft, _) = editing::keep(&case.folder.folder, editing)?;
    Some(Effect::EditText(Box::new(Lent {
        folder: case.folder.folder.clone(),
        form: draft.form,
        field: field.path.clone(),
        header: editor_header(&case.folder.folder, case.case()),
        text: field.editor.text(),
        draft: draft.content,
    })))
}

/// Case id, initials and birth year: enough to see that it is the right patient, no full name in a file outside.
pub fn editor_header(folder: &str, case: Option<&Case>) -> String {
    let patient = case.map(|case| &case.patient);
    let initials = initials_of(patient.and_then(Patient::name).unwrap_or_default());
    let born = patient.and_then(|patient| patient.born.as_ref()).and_then(Date::known);
    let year = born.map(|born| born.year.to_string()).unwrap_or_default();
    format!("# {folder} {initials} {year}").trim_end().to_owned()
}

/// Keeps the draft after a change; says why a choice was not taken.
pub fn after_form(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::NoSuchChoice => {
            let text = model.words.get("no-such-choice");
            model.say(text, Role::Attention);
            Vec::new()
        }
        Outcome::NoSuchDate => {
            let text = model.words.get("no-such-date");
            model.say(text, Role::Attention);
            Vec::new()
        }
        Outcome::Ignored => Vec::new(),
        Outcome::Changed | Outcome::Moved => keep_draft(model),
    }
}

/// What is as it was opened is nobody's text: it is not told of as unsaved at the next start.
fn nothing_to_keep(case: &mut CaseScreen, editing: Editing) -> Vec<Effect> {
    let form = editing.writing.name().to_owned();
    case.editing = Some(editing);
    let had = case.drafts.len();
    case.drafts.retain(|draft| draft.form != form);
    if case.drafts.len() == had {
        return Vec::new();
    }
    vec![Effect::DropDraft { of: Folder::Case(case.folder.folder.clone()), form }]
}

/// Completes what follows from an entry and keeps the draft.
pub fn keep_draft(model: &mut Model) -> Vec<Effect> {
    let Some(mut editing) = model.case.as_mut().and_then(|case| case.editing.take()) else {
        return Vec::new();
    };
    form::decision::complete(&mut editing.form);
    form::notes::complete(model, &mut editing);
    form::attention::follow(model, &mut editing);
    let Some(case) = &mut model.case else { return Vec::new() };
    if editing.is_untouched() {
        return nothing_to_keep(case, editing);
    }
    let kept = editing::keep(&case.folder.folder, &editing);
    case.editing = Some(editing);
    let Some((draft, effect)) = kept else { return Vec::new() };
    if case.draft(&draft.form) == Some(&draft) {
        return Vec::new();
    }
    case.drafts.retain(|old| old.form != draft.form);
    case.drafts.push(draft);
    vec![effect]
}
