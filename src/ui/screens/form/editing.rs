//! What is being written, and the draft of it that is kept until it is recorded.

use serde::{Deserialize, Serialize};

use crate::domain::record::Folder;
use crate::ui::field::Field;
use crate::ui::form::Form;
use crate::ui::msg::{Effect, Lent, SavedDraft};
use crate::ui::screens::form::values::Values;

/// What is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    Decision,
    Opinion,
    Request,
    Reply,
    Retraction,
}

impl Writing {
    pub fn name(self) -> &'static str {
        match self {
            Writing::Decision => "decision",
            Writing::Opinion => "opinion",
            Writing::Request => "request",
            Writing::Reply => "reply",
            Writing::Retraction => "retraction",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    pub writing: Writing,
    pub form: Form,
    /// Records that this one will replace, or the one that a retraction or reply is about.
    pub about: Vec<String>,
    /// What it said when it was opened for nothing kept; as long as it says the same, nobody has typed anything.
    pub fresh: Option<Draft>,
}

impl Editing {
    /// These fields, filled from a draft.
    pub fn filled(writing: Writing, fields: Vec<Field>, draft: &Draft) -> Self {
        let mut form = Form::new(fields);
        fill(&mut form, draft);
        Editing { writing, form, about: draft.about.clone(), fresh: None }
    }

    /// Whether there is nothing in it to keep.
    pub fn is_untouched(&self) -> bool {
        let now = self.draft();
        (now.values.is_empty() && now.letters.is_empty()) || self.fresh.as_ref() == Some(&now)
    }

    pub fn values(&self) -> Values {
        values(&self.form)
    }

    pub fn draft(&self) -> Draft {
        draft(&self.form, &self.about)
    }
}

/// Puts what a draft says into the fields.
pub fn fill(form: &mut Form, draft: &Draft) {
    for field in &mut form.fields {
        let of_this = field.about.iter().all(|(path, text)| draft.values.get(path) == Some(text));
        if let Some(value) = draft.values.get(&field.path).filter(|_| of_this) {
            field.put(value);
        }
    }
    // Nothing leaves these fields until a choice is taken, so the cursor is there too.
    for (path, letters) in &draft.letters {
        if let Some(field) = form.fields.iter_mut().find(|field| field.path == *path) {
            field.editor.set(letters);
        }
        form.focus_on(path);
    }
}

fn values(form: &Form) -> Values {
    let about = form.fields.iter().flat_map(|field| field.about.iter().cloned());
    about.chain(form.fields.iter().filter_map(|field| Some((field.path.clone(), field.value()?)))).collect()
}

/// What the fields say, as it is kept.
pub fn draft(form: &Form, about: &[String]) -> Draft {
    let open = form.fields.iter().filter(|field| field.value().is_none());
    let letters = open.filter(|field| !field.editor.is_empty());
    Draft {
        about: about.to_vec(),
        values: values(form),
        letters: letters.map(|field| (field.path.clone(), field.editor.text())).collect(),
    }
}

/// A draft as kept on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub about: Vec<String>,
    pub values: Values,
    /// What was typed into a choice and has chosen nothing yet.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub letters: Values,
}

impl Draft {
    /// Makes an amendment a text of its own. Why it was to amend is kept with the notes.
    pub fn detach(&mut self) {
        self.about.clear();
        if let Some(reason) = self.values.remove("reason") {
            let note = self.values.entry("note".to_owned()).or_default();
            if !note.is_empty() {
                note.push('\n');
            }
            note.push_str(&reason);
        }
    }
}

/// Reads a kept draft; one that cannot be read is no draft, and stays on disk.
pub fn read(draft: &SavedDraft) -> Option<Draft> {
    serde_yaml::from_str(&draft.content).ok()
}

/// The content of a draft with what another program made of one of its texts. What was typed there meanwhile stays
/// above it; a content that is no draft is left alone.
pub fn with_text(content: &str, lent: &Lent, text: &str) -> Option<String> {
    let mut draft: Draft = serde_yaml::from_str(content).ok()?;
    let value = draft.values.entry(lent.field.clone()).or_default();
    if value.is_empty() || value.trim_end() == lent.text.trim_end() {
        text.clone_into(value);
    } else if value != text {
        *value = format!("{value}\n{text}");
    }
    serde_yaml::to_string(&draft).ok()
}

/// The effect that keeps what is being written.
pub fn keep(folder: &str, editing: &Editing) -> Option<(SavedDraft, Effect)> {
    let content = serde_yaml::to_string(&editing.draft()).ok()?;
    let form = editing.writing.name().to_owned();
    let effect = Effect::SaveDraft {
        of: Folder::Case(folder.to_owned()),
        form: form.clone(),
        content: content.clone(),
    };
    Some((SavedDraft { form, content }, effect))
}
