//! Drafts that would be gone: which one is thrown away, and what is lost where none can be kept; asked once more.

use crate::domain::record::{Change, Folder};
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::ui::model::Model;
use crate::ui::msg::{Effect, SavedDraft};
use crate::ui::overlays::Overlay;
use crate::ui::overlays::answer::Answer;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::form::editing;
use crate::ui::who;

/// Remembers what was typed in this session, for where the disk does not keep it.
pub fn follow(model: &mut Model, effects: &[Effect]) {
    for effect in effects {
        match effect {
            Effect::SaveDraft { of, form, content } => {
                let draft = SavedDraft { form: form.clone(), content: content.clone() };
                model.typed.insert((of.clone(), form.clone()), draft);
            }
            Effect::DropDraft { of, form } => drop(model.typed.remove(&(of.clone(), form.clone()))),
            _ => (),
        }
    }
}

/// The patient of a case, by name and birth date; a meeting by its folder.
pub fn whose(model: &Model, folder: &str) -> String {
    let listing = model.listing.as_ref();
    let case = listing.and_then(|listing| listing.cases.get(listing.find(folder)?));
    case.map_or_else(
        || Shown::line(folder).into_string(),
        |case| {
            let patient = &case.about().patient;
            let name = who::name_or_blank(model, patient);
            let born = who::born(model, patient).into_string();
            format!("{name}, {}", model.words.with("born", &[("date", born.into())]))
        },
    )
}

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
    let Some(fault) = model.draft_fault.clone().filter(|_| model.would_lose()) else { return false };
    if matches!(model.overlays.last(), Some(Overlay::Confirm { yes, .. }) if **yes == Answer::Quit) {
        return true;
    }
    let question = Part::new(Role::Danger, model.words.get("quit-loses"));
    let mut page = vec![Block::Says(question), Block::Says(Part::value(fault)), Block::Gap];
    for ((of, _), draft) in &model.typed {
        let (Folder::Case(folder) | Folder::Meeting(folder)) = of;
        page.push(Block::Says(Part::new(Role::Attention, whose(model, folder))));
        page.extend(said(model, draft));
    }
    let title = model.words.get("command-quit");
    model.open(Overlay::Confirm { title, page, yes: Box::new(Answer::Quit) });
    true
}

/// A draft by what is written in it, with all that was typed.
fn said(model: &Model, draft: &SavedDraft) -> [Block; 2] {
    // That of a change of the agenda names its case, too.
    let kind = draft.form.split(' ').next().unwrap_or_default();
    let name = model.words.get(&format!("form-{kind}"));
    let typed = match editing::read(draft) {
        Some(draft) => {
            let in_words = |(path, text): (&String, &String)| match (kind, path.as_str()) {
                ("agenda", "case") => whose(model, text),
                ("agenda", "change") => model.words.code(Change::NAME, text),
                _ => text.clone(),
            };
            let typed = draft.values.iter().map(in_words).chain(draft.letters.values().cloned());
            typed.filter(|text| !text.is_empty()).flat_map(|text| Shown::lines(&text)).collect()
        }
        // Whatever it is, it is shown before it goes.
        None => Shown::lines(&draft.content),
    };
    [Block::Heading(Shown::line(&name)), Block::Prose(typed)]
}
