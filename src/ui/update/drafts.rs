//! Drafts that would be gone: which one is thrown away, and what is lost where none can be kept; asked once more.

use crate::domain::text::Shown;
use crate::ui::model::Model;
use crate::ui::msg::SavedDraft;
use crate::ui::overlays::Overlay;
use crate::ui::overlays::answer::Answer;
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
    let mut page =
        vec![Block::Says(Part::new(Role::Attention, model.words.get("drop-draft-question"))), Block::Gap];
    page.extend(said(model, draft));
    let title = model.words.get("command-drop-draft");
    let yes = Box::new(Answer::DropDraft { folder, form });
    model.open(Overlay::Confirm { title, page, yes });
}

/// Where drafts cannot be kept, what would be lost is shown and asked about once; else the program may be left.
pub fn ask_quit(model: &mut Model) -> bool {
    let Some(fault) = model.draft_fault.clone() else { return false };
    let Some(case) = &model.case else { return false };
    if case.drafts.is_empty() {
        return false;
    }
    if matches!(model.overlays.last(), Some(Overlay::Confirm { yes, .. }) if **yes == Answer::Quit) {
        return true;
    }
    let question = Part::new(Role::Danger, model.words.get("quit-loses"));
    let mut page = vec![Block::Says(question), Block::Says(Part::value(fault)), Block::Gap];
    page.extend(case.drafts.iter().flat_map(|draft| said(model, draft)));
    let title = model.words.get("command-quit");
    model.open(Overlay::Confirm { title, page, yes: Box::new(Answer::Quit) });
    true
}

/// A draft by what is written in it, with all that was typed.
fn said(model: &Model, draft: &SavedDraft) -> [Block; 2] {
    let name = model.words.get(&format!("form-{}", draft.form));
    let typed = match editing::read(draft) {
        Some(draft) => {
            draft.values.values().chain(draft.letters.values()).flat_map(|text| Shown::lines(text)).collect()
        }
        // Whatever it is, it is shown before it goes.
        None => Shown::lines(&draft.content),
    };
    [Block::Heading(Shown::line(&name)), Block::Prose(typed)]
}
