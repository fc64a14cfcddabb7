//! Throwing drafts away: which one is named, and asked once more.

use crate::domain::text::Shown;
use crate::ui::model::Model;
use crate::ui::overlays::Overlay;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::form::editing;

/// The only draft at once; where there are several, which of them is asked first.
pub fn choose(model: &mut Model) {
    let Some(case) = &model.case else { return };
    let forms: Vec<String> = case.drafts.iter().map(|draft| draft.form.clone()).collect();
    match &forms[..] {
        [] => (),
        [only] => ask_drop(model, only.clone()),
        _ => model.open(Overlay::Drafts { forms, marked: 0 }),
    }
}

/// What the draft is of and what it says, before it is gone.
pub fn ask_drop(model: &mut Model, form: String) {
    let Some(case) = &model.case else { return };
    let Some(draft) = case.draft(&form) else { return };
    let folder = case.folder.folder.clone();
    let mut page = vec![
        Block::Says(Part::new(Role::Attention, model.words.get("drop-draft-question"))),
        Block::Gap,
        Block::Heading(Shown::line(&model.words.get(&format!("form-{form}")))),
    ];
    let draft = editing::read(draft).unwrap_or_default();
    let typed = draft.values.values().chain(draft.letters.values());
    page.push(Block::Prose(typed.flat_map(|text| Shown::lines(text)).collect()));
    let title = model.words.get("command-drop-draft");
    model.open(Overlay::Confirm { title, page, folder, form });
}
