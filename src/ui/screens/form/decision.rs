//! The form of a decision, and the record that it becomes.

use crate::domain::attention::stamp as stamp_attention;
use crate::domain::decision::{
    Agreement, AttachmentStamp, Concordance, Confirmation, Decision, DeviationReason, Feasibility, Outcome,
    OutcomeReason, ResolvedBy, SupportiveFlag, TrialScreening,
};
use crate::domain::identity::stamp;
use crate::domain::lack;
use crate::domain::question::CareLevel;
use crate::domain::record::{Body, Folder, NewRecord};
use crate::domain::standing::amended_discussion;
use crate::domain::treatment::{Category, Intent, Modality, Setting};
use crate::domain::value::{Vocabulary, YesNo};
use crate::ui::field::{Field, FieldKind};
use crate::ui::form::Form;
use crate::ui::model::Model;
use crate::ui::screens::case::screen::CaseScreen;
use crate::ui::screens::form::attention;
use crate::ui::screens::form::choices::{codes, facilities, people};
use crate::ui::screens::form::editing::{Draft, Editing, Writing, read};
use crate::ui::screens::form::values::{Values, flatten, gather, used};

/// The fields for a draft: as many options, recommendations and dissents as it has, one recommendation at least.
pub fn fields(model: &Model, draft: &Draft) -> Vec<Field> {
    let words = &model.words;
    let written: Values = draft.values.clone().into_iter().chain(draft.letters.clone()).collect();
    let count = |list: &str| used(&written, list).last().map_or(0, |last| last + 1);
    let mut all = Vec::new();
    if !draft.about.is_empty() {
        all.push(Field::new("reason", "field-amend-reason", FieldKind::Line, ""));
    }
    all.push(Field::new("outcome", "field-outcome", codes::<Outcome>(words), ""));
    all.push(Field::new("outcome-reason", "field-outcome-reason", codes::<OutcomeReason>(words), ""));
    for index in 0..count("options") {
        all.extend(option_fields(model, index));
    }
    for index in 0..count("recommendations").max(1) {
        all.extend(recommendation_fields(model, index));
        all.extend(attention::fields(model, &draft.values, index));
    }
    all.push(Field::new("agreement", "field-agreement", codes::<Agreement>(words), ""));
    for index in 0..count("dissent") {
        all.extend(dissent_fields(model, index));
    }
    all.push(Field::new("trials", "field-trials", codes::<TrialScreening>(words), ""));
    all.push(Field::new("trial-note", "field-trial-note", FieldKind::Line, ""));
    all.push(Field::new("supportive", "field-supportive", codes::<SupportiveFlag>(words), ""));
    all.push(Field::new("inform-by", "field-inform-by", people(model, false), ""));
    all.push(Field::new("inform-on", "field-inform-on", FieldKind::Date, ""));
    for (number, (path, label)) in AGREED.iter().enumerate() {
        let place = |field: Field| field.in_group(label, number);
        all.push(place(Field::new(
            format!("agreed.{path}.state"),
            "field-agreed-state",
            codes::<Confirmation>(words),
            "",
        )));
        all.push(place(Field::new(
            format!("agreed.{path}.value"),
            "field-agreed-value",
            FieldKind::Line,
            "",
        )));
        all.push(place(Field::new(
            format!("agreed.{path}.reason"),
            "field-agreed-reason",
            FieldKind::Line,
            "",
        )));
    }
    all.push(Field::new("note", "field-note", FieldKind::Text, ""));
    all
}

const AGREED: [(&str, &str); 3] = [
    ("diagnosis", "decision-diagnosis"),
    ("stage", "decision-stage"),
    ("performance", "decision-performance"),
];

fn option_fields(model: &Model, index: usize) -> Vec<Field> {
    let words = &model.words;
    let path = |name: &str| format!("options[{index}].{name}");
    let fields = vec![
        Field::new(path("text"), "field-option", FieldKind::Line, ""),
        Field::new(path("chosen"), "field-chosen", codes::<YesNo>(words), ""),
        Field::new(path("why-not"), "field-why-not", FieldKind::Line, ""),
        Field::new(path("feasibility"), "field-feasibility", codes::<Feasibility>(words), ""),
    ];
    fields.into_iter().map(|field| field.in_group("group-option", index + 1)).collect()
}

fn recommendation_fields(model: &Model, index: usize) -> Vec<Field> {
    let words = &model.words;
    let path = |name: &str| format!("recommendations[{index}].{name}");
    let fields = vec![
        Field::new(path("modality"), "field-modality", codes::<Modality>(words), ""),
        Field::new(path("category"), "field-category", codes::<Category>(words), ""),
        Field::new(path("intent"), "field-intent", codes::<Intent>(words), ""),
        Field::new(path("detail"), "field-detail", FieldKind::Text, ""),
        Field::new(path("setting"), "field-setting", codes::<Setting>(words), ""),
        Field::new(path("condition"), "field-condition", FieldKind::Line, ""),
        Field::new(path("owner"), "field-owner", people(model, false), ""),
        Field::new(path("due"), "field-due", FieldKind::Date, ""),
        Field::new(path("no-due-reason"), "field-no-due", FieldKind::Line, ""),
        Field::new(path("facility"), "field-facility", facilities(model), ""),
        Field::new(path("care-level"), "field-care-level", codes::<CareLevel>(words), ""),
        Field::new(path("guideline"), "field-guideline", FieldKind::Line, ""),
        Field::new(path("concordance"), "field-concordance", codes::<Concordance>(words), ""),
        Field::new(path("deviation-reason"), "field-deviation", codes::<DeviationReason>(words), ""),
        Field::new(path("trial"), "field-trial", FieldKind::Line, ""),
    ];
    fields.into_iter().map(|field| field.in_group("group-recommendation", index + 1)).collect()
}

fn dissent_fields(model: &Model, index: usize) -> Vec<Field> {
    let path = |name: &str| format!("dissent[{index}].{name}");
    let fields = vec![
        Field::new(path("person"), "field-dissent-person", people(model, false), ""),
        Field::new(path("position"), "field-dissent-position", FieldKind::Line, ""),
        Field::new(path("reason"), "field-dissent-reason", FieldKind::Line, ""),
        Field::new(path("resolved-by"), "field-resolved-by", codes::<ResolvedBy>(model.words), ""),
    ];
    fields.into_iter().map(|field| field.in_group("group-dissent", index + 1)).collect()
}

/// Adds one more option, recommendation or dissent behind the last, and moves to it.
pub fn add(model: &Model, editing: &mut Editing, list: &str) {
    let of_list = |field: &Field| field.path.starts_with(&format!("{list}["));
    let number = editing
        .form
        .fields
        .iter()
        .filter(|field| of_list(field))
        .filter_map(|field| field.group)
        .map(|(_, number)| number)
        .max()
        .unwrap_or(0);
    let (new, after) = match list {
        "options" => (option_fields(model, number), "outcome-reason"),
        "recommendations" => (recommendation_fields(model, number), "outcome-reason"),
        _ => (dissent_fields(model, number), "agreement"),
    };
    let last = editing.form.fields.iter().rposition(of_list);
    let at = last
        .or_else(|| editing.form.fields.iter().position(|field| field.path == after))
        .map_or(0, |at| at + 1);
    editing.form.fields.splice(at..at, new);
    editing.form.focus = at;
}

/// Takes away the option, recommendation or dissent in which the cursor stands.
pub fn remove(model: &Model, editing: &mut Editing) {
    let item = editing.form.focused().and_then(|field| field.path.split_once(']')?.0.split_once('['));
    let Some((list, Ok(gone))) = item.map(|(list, index)| (list.to_owned(), index.parse::<usize>())) else {
        return;
    };
    let mut draft = editing.draft();
    draft.values = without(draft.values, &list, gone);
    draft.letters = without(draft.letters, &list, gone);
    let focus = editing.form.focus;
    let fresh = editing.fresh.take();
    *editing = Editing { fresh, ..Editing::filled(editing.writing, fields(model, &draft), &draft) };
    editing.form.focus = focus.min(editing.form.fields.len().saturating_sub(1));
}

/// What is left without the item of this number; those behind it move up.
fn without(values: Values, list: &str, gone: usize) -> Values {
    let number = |path: &str| -> Option<(usize, String)> {
        let (index, rest) = path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
        Some((index.parse().ok()?, rest.to_owned()))
    };
    let moved = values.into_iter().filter_map(|(path, text)| match number(&path) {
        Some((index, _)) if index == gone => None,
        Some((index, rest)) if index > gone => Some((format!("{list}[{}]{rest}", index - 1), text)),
        _ => Some((path, text)),
    });
    moved.collect()
}

/// The category that usually goes with a modality, offered when none was entered.
pub fn complete(form: &mut Form) {
    let wanted: Vec<(String, &'static str)> = form
        .fields
        .iter()
        .filter(|field| field.path.ends_with(".modality"))
        .filter_map(|field| {
            let modality = Modality::find(&field.value()?)?;
            Some((field.path.replace(".modality", ".category"), modality.usual_category().word()))
        })
        .collect();
    for (path, word) in wanted {
        if let Some(field) = form
            .fields
            .iter_mut()
            .find(|field| field.path == path && field.value().is_none() && field.editor.is_empty())
        {
            field.put(word);
        }
    }
}

/// What is still needed, as paths of the form.
pub fn lacks(editing: &Editing, model: &Model) -> Vec<String> {
    let values = editing.values();
    let body: Decision = gather(&values);
    let also = model.board().map_or(&[][..], |board| &board.requires);
    let mut found = Vec::new();
    if !editing.about.is_empty() && values.get("reason").is_none_or(|reason| reason.trim().is_empty()) {
        found.push("reason".to_owned());
    }
    let case = model.case.as_ref().and_then(CaseScreen::case);
    found.extend(lack::lacks(&body, case, also).into_iter().map(|lack| in_form(&values, &lack.field)));
    found
}

/// A path into the body as the path of the form's field: blank items before it shift its number.
fn in_form(values: &Values, path: &str) -> String {
    let Some((list, rest)) = path.split_once('[') else { return path.to_owned() };
    let Some((index, rest)) = rest.split_once(']') else { return path.to_owned() };
    let at = index.parse::<usize>().ok().and_then(|index| used(values, list).get(index).copied());
    format!("{list}[{}]{rest}", at.unwrap_or(0))
}

/// The decision that is being drafted on this case.
pub fn draft_of(screen: &CaseScreen) -> Option<Decision> {
    let editing = screen.editing.as_ref().filter(|editing| editing.writing == Writing::Decision);
    let values = match editing {
        Some(editing) => editing.values(),
        None => read(screen.draft("decision")?)?.values,
    };
    Some(gather(&values))
}

/// A draft that starts from a decision that holds, to amend it.
pub fn amending(decision: &Decision, ids: Vec<String>) -> Draft {
    let mut values = flatten(decision);
    values.retain(|path, _| {
        !["question", "patient", "meeting", "attendance", "quorum", "after-close", "made-on", "attachments"]
            .iter()
            .any(|stamp| path.starts_with(stamp))
    });
    Draft { about: ids, values, ..Draft::default() }
}

/// The discussion that it decides: an amendment belongs to the one that it amends, which may be an earlier one.
pub fn discussion(screen: &CaseScreen, editing: &Editing) -> u32 {
    amended_discussion(&screen.folder.history, &editing.about).unwrap_or_else(|| screen.discussion())
}

/// The record, with everything that makes its body stand alone.
pub fn record(model: &Model, screen: &CaseScreen, editing: &Editing) -> Option<NewRecord> {
    let case = screen.case()?;
    let values = editing.values();
    let mut body: Decision = gather(&values);
    body.question = case.question.text.as_ref().map(|text| text.as_str().to_owned()).unwrap_or_default();
    body.patient = stamp(&case.patient);
    stamp_attention(case, &mut body);
    body.discussion = discussion(screen, editing);
    body.complete();
    body.made_on.clone_from(&screen.folder.file.sha256);
    let stamp = |file: &str| {
        let sha256 = screen.image(file)?.sha256.clone()?;
        Some(AttachmentStamp { file: file.to_owned(), sha256 })
    };
    body.attachments = case.key_images().into_iter().filter_map(stamp).collect();
    if let Some(meeting) = model.meeting() {
        meeting.stamp(&mut body);
    }
    Some(NewRecord {
        id: None,
        folder: Folder::Case(screen.folder.folder.clone()),
        by: model.author("recorder"),
        parents: screen.folder.history.heads(),
        supersedes: editing.about.clone(),
        reason: values.get("reason").cloned(),
        body: Body::Decision(Box::new(body)),
    })
}
