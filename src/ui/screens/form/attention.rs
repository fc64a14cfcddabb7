//! The reasons that a recommendation needs where the case speaks against it: fields that come and go with what is written.

use crate::domain::attention::{concerns, offered};
use crate::domain::decision::Decision;
use crate::phrase;
use crate::ui::field::{Field, FieldKind};
use crate::ui::model::Model;
use crate::ui::screens::case::screen::CaseScreen;
use crate::ui::screens::form::editing::{Editing, Writing};
use crate::ui::screens::form::values::{Values, flatten, gather, used};

/// A field for each thing that the case has against the recommendation of this number. They stand behind its other
/// fields, so that none of those moves under the fingers of the recorder.
pub fn fields(model: &Model, values: &Values, index: usize) -> Vec<Field> {
    let Some(case) = model.case.as_ref().and_then(CaseScreen::case) else { return Vec::new() };
    let start = format!("recommendations[{index}].");
    let own: Values = values
        .iter()
        .filter_map(|(path, text)| Some((path.strip_prefix(&start)?.to_owned(), text.clone())))
        .collect();
    let is_first = used(values, "recommendations").first() == Some(&index);
    let decision: Decision = gather(values);
    let beside = if is_first { offered(&decision) } else { Vec::new() };
    let found = concerns(case, &gather(&own), &beside);
    let field = |(at, concern)| {
        let path = format!("{start}attention[{at}]");
        let about = flatten(&concern).into_iter().map(|(name, text)| (format!("{path}.{name}"), text));
        Field {
            says: Some(phrase::decision::attention(model.words, &concern)),
            about: about.collect(),
            ..Field::new(format!("{path}.reason"), "field-attention-reason", FieldKind::Line, "")
        }
        .in_group("group-recommendation", index + 1)
    };
    found.into_iter().enumerate().map(field).collect()
}

/// Puts in what is asked for now and takes out what is not any more. A reason stays with what it was given for.
pub fn follow(model: &Model, editing: &mut Editing) {
    if editing.writing != Writing::Decision {
        return;
    }
    let values = editing.values();
    let form = &mut editing.form;
    let focus = form.focused().map(|field| field.path.clone());
    for index in used(&values, "recommendations") {
        let start = format!("recommendations[{index}].");
        let is_reason = |field: &Field| field.says.is_some() && field.path.starts_with(&start);
        let wanted = fields(model, &values, index);
        let had: Vec<Field> = form.fields.iter().filter(|field| is_reason(field)).cloned().collect();
        if had.iter().map(|field| &field.says).eq(wanted.iter().map(|field| &field.says)) {
            continue;
        }
        form.fields.retain(|field| !is_reason(field));
        let last = form.fields.iter().rposition(|field| field.path.starts_with(&start));
        let at = last.map_or(form.fields.len(), |at| at + 1);
        let kept = wanted.into_iter().map(|field| match had.iter().find(|old| old.says == field.says) {
            Some(old) => Field { editor: old.editor.clone(), ..field },
            None => field,
        });
        form.fields.splice(at..at, kept);
    }
    if focus.is_some_and(|path| !form.focus_on(&path)) {
        form.focus = form.focus.min(form.fields.len().saturating_sub(1));
    }
}
