//! Before anything is recorded: the exact text read back, and the patient named.

use crate::domain::caution;
use crate::domain::decision::Decision;
use crate::domain::identity::Identity;
use crate::domain::problem::Severity;
use crate::domain::record::{Author, Body, Folder, NewRecord, Signature};
use crate::domain::signing::signed_by_chair;
use crate::domain::text::Shown;
use crate::phrase;
use crate::phrase::decision::statements;
use crate::ui::editor::Editor;
use crate::ui::model::Model;
use crate::ui::overlays::Overlay;
use crate::ui::overlays::paper::Paper;
use crate::ui::overlays::read_back::ReadBack;
use crate::ui::page::{Block, Part, Role};
use crate::ui::recorder;
use crate::ui::screens::case::screen::CaseScreen;
use crate::ui::screens::form;
use crate::ui::screens::form::editing::{Editing, Writing};
use crate::ui::unread;
use crate::ui::update::applies::signable;
use crate::ui::update::meanwhile::{hindrance, stale};
use crate::ui::update::retracting;

/// The chair signs the decision that holds: read-back first, as for every record on a patient.
pub fn sign(model: &mut Model) {
    if let Some(why) = hindrance(model) {
        return model.say(why, Role::Danger);
    }
    let Some(case) = &model.case else { return };
    let Ok(decided) = signable(case) else { return };
    let Some(chair) = model.chair_of(decided.decision) else { return };
    let signature = Signature {
        record: decided.record.header.id.clone(),
        sha256: decided.record.sha256.clone(),
        meaning: "approved".to_owned(),
    };
    let record = NewRecord::new(
        Folder::Case(case.folder.folder.clone()),
        model.author_as(chair, "chair"),
        case.folder.history.heads(),
        Body::Signature(signature),
    );
    let mut page = answering(model, "sign-as", &record.by, decided.decision);
    page.extend(decision_page(model, decided.decision));
    let signer = Some(record.by.name.clone());
    open_read_back(model, "read-back-signature", Read { page, signer, record });
}

/// Who answers for a record as chair, and what speaks against it.
fn answering(model: &Model, id: &str, by: &Author, decision: &Decision) -> Vec<Block> {
    let text = model.words.with(id, &[("who", recorder::named(model, by).into())]);
    let mut page = vec![Block::Says(Part::new(Role::Attention, text))];
    let is_there = decision.attendance.iter().any(|present| present.person == by.person);
    if !decision.attendance.is_empty() && !is_there {
        let text = model.words.with("warn-chair-absent", &[("who", by.name.as_str().into())]);
        page.push(Block::Says(Part::new(Role::Danger, text)));
    }
    page.push(Block::Gap);
    page
}

/// Ctrl-S: everything still needed is named first; then the exact text is read back.
pub fn read_back(model: &mut Model) {
    let Some(case) = &model.case else { return };
    let Some(editing) = &case.editing else { return };
    if let Some((path, why)) = editing.form.fault() {
        return go_to(model, &path, model.words.get(why));
    }
    let lacks = form::lacks(editing, model);
    if let Some(first) = lacks.first().cloned() {
        let label = editing
            .form
            .fields
            .iter()
            .find(|field| field.path == first)
            .map_or(first.clone(), |field| model.words.get(field.label));
        let text =
            model.words.with("still-needed-first", &[("n", lacks.len().into()), ("what", label.into())]);
        return go_to(model, &first, text);
    }
    if let Some(text) = hindrance(model).or_else(|| stale(model, case, editing)) {
        model.say(text, Role::Danger);
        return;
    }
    if let Some((title, read)) = to_read(model, case, editing) {
        open_read_back(model, title, read);
    }
}

/// What is read before a record is made, and who signs where the chair answers for it.
struct Read {
    page: Vec<Block>,
    signer: Option<String>,
    record: NewRecord,
}

/// The words of its title, and what the form says with all that belongs to it.
fn to_read(model: &Model, case: &CaseScreen, editing: &Editing) -> Option<(&'static str, Read)> {
    let title = match editing.writing {
        Writing::Decision => return Some(("read-back-decision", decision_to_read(model, case, editing)?)),
        Writing::Retraction => {
            return Some(("read-back-retraction", retraction_to_read(model, case, editing)?));
        }
        Writing::Request => "read-back-request",
        Writing::Reply => "read-back-reply",
        Writing::Opinion => "read-back-opinion",
    };
    let record = form::notes::record(model, case, editing)?;
    let caution = match &record.body {
        Body::Request(request) => caution::of_request(request, model.as_of()),
        _ => None,
    };
    let caution = caution.map(|one| phrase::decision::caution(model.words, &one).into_string());
    let mut page = to_heed(model, caution.into_iter().collect());
    page.extend(form_page(model, editing));
    Some((title, Read { page, signer: None, record }))
}

fn decision_to_read(model: &Model, case: &CaseScreen, editing: &Editing) -> Option<Read> {
    let record = form::decision::record(model, case, editing)?;
    let Body::Decision(decision) = &record.body else { return None };
    let mut page = attention(model, case, decision);
    if let Some(reason) = &record.reason {
        let label = Shown::line(&model.words.get("field-amend-reason"));
        page.push(Block::Fact(label, Part::value(reason.as_str())));
    }
    page.extend(decision_page(model, decision));
    Some(Read { page, signer: None, record })
}

fn retraction_to_read(model: &Model, case: &CaseScreen, editing: &Editing) -> Option<Read> {
    let mut record = form::notes::record(model, case, editing)?;
    let (mut page, mut signer) = (Vec::new(), None);
    let id = editing.about.first().map(String::as_str).unwrap_or_default();
    if let Some(signed) = signed_by_chair(&case.folder.history, id) {
        let chair = model.chair_of(signed.decision)?;
        record.by = model.author_as(chair, "chair");
        signer = Some(record.by.name.clone());
        page = answering(model, "retract-as", &record.by, signed.decision);
    }
    page.extend(form_page(model, editing));
    page.push(Block::Gap);
    page.extend(retracting::page(model, case, id));
    page.push(Block::Gap);
    page.extend(about_page(model, case, id));
    Some(Read { page, signer, record })
}

/// Where something is wrong or missing, and what.
fn go_to(model: &mut Model, path: &str, text: String) {
    model.say(text, Role::Attention);
    if let Some(editing) = model.case.as_mut().and_then(|case| case.editing.as_mut()) {
        editing.form.focus_on(path);
    }
}

/// All that the record says which is to be marked as entered in error.
fn about_page(model: &Model, case: &CaseScreen, id: &str) -> Vec<Block> {
    match case.folder.history.find(id).map(|record| &record.body) {
        Some(Body::Decision(decision)) => decision_page(model, decision),
        Some(Body::Opinion(opinion)) => vec![Block::Prose(Shown::lines(&opinion.text))],
        Some(Body::Request(request)) => vec![Block::Prose(Shown::lines(&request.asked))],
        Some(Body::Reply(reply)) => vec![Block::Prose(Shown::lines(&reply.text))],
        _ => Vec::new(),
    }
}

/// What the room should know before it records: contradictions in the file, what is missing, who is not there.
fn attention(model: &Model, case: &CaseScreen, decision: &Decision) -> Vec<Block> {
    let mut found: Vec<String> = unread::of_case(model, case).into_iter().map(|(_, text)| text).collect();
    let errors = case.folder.file.problems.iter().filter(|problem| problem.severity == Severity::Error);
    found.extend(errors.map(|problem| phrase::problem(model.words, problem).into_string()));
    let cautions = caution::of_decision(decision, case.case(), model.meeting(), model.today);
    found.extend(cautions.iter().map(|one| phrase::decision::caution(model.words, one).into_string()));
    for concern in decision.recommendations.iter().flat_map(|one| &one.attention) {
        found.push(phrase::decision::attention(model.words, concern));
    }
    to_heed(model, found)
}

/// Statements that are read before all others.
fn to_heed(model: &Model, found: Vec<String>) -> Vec<Block> {
    let mut page: Vec<Block> = found
        .into_iter()
        .map(|text| Block::Fact(Shown::line(&model.words.get("attention")), Part::new(Role::Danger, text)))
        .collect();
    if !page.is_empty() {
        page.push(Block::Gap);
    }
    page
}

fn decision_page(model: &Model, decision: &Decision) -> Vec<Block> {
    let mut page = Vec::new();
    for statement in statements(model.words, model.board_file(), decision) {
        let mut lines = statement.lines.into_iter();
        page.push(Block::Fact(statement.label, Part::value(lines.next().unwrap_or_default())));
        page.extend(lines.map(|line| Block::Fact(Shown::default(), Part::value(line))));
    }
    page
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

fn open_read_back(model: &mut Model, title: &str, Read { mut page, signer, record }: Read) {
    let identity = model.case.as_ref().and_then(|case| Identity::of(&case.case()?.patient).ok());
    if signer.is_none() {
        // Where the chair answers for it, the page says so in its first line already.
        page.splice(0..0, [Block::Says(recorder::told(model, &record.by)), Block::Gap]);
    }
    let read_back = ReadBack {
        title: model.words.get(title),
        paper: Paper::new(page),
        typed: Editor::default(),
        identity,
        signer,
        named: false,
        wrong: false,
        record,
    };
    model.open(Overlay::ReadBack(Box::new(read_back)));
}
