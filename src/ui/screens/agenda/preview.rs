//! The chosen case in short, beside or below the list: what is asked, what the check found, what is missing.

use std::mem;

use crate::domain::about::About;
use crate::domain::care::Missing;
use crate::domain::check::Need;
use crate::domain::patient::Patient;
use crate::domain::query::Query;
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::agenda::rows::Item;
use crate::ui::screens::agenda::{deferred, mistakable};
use crate::ui::unread;
use crate::ui::who;

/// Whom a patient could be taken for, with what tells the two apart.
pub fn similar(model: &Model, other: &Summary) -> String {
    let patient = &other.about().patient;
    let who = [
        who::name(model, patient),
        Some(who::birthday(model, patient)),
        who::identifier(model, patient),
        Some(Shown::line(&other.folder)),
    ];
    let who: Vec<String> = who.into_iter().flatten().map(Shown::into_string).collect();
    model.words.with("similar-name-of", &[("who", who.join(" · ").into())])
}

/// What the check found, in a line: how many errors and warnings, and the first of them.
fn checked(model: &Model, summary: &Summary) -> Option<Block> {
    let words = model.words;
    let what = phrase::finding(words, summary.about().first_finding.as_ref()?);
    let count = |id: &str, n: u32| (n > 0).then(|| words.with(id, &[("n", n.into())]));
    let counts = [count("checked-errors", summary.errors), count("checked-warnings", summary.warnings)];
    let counts = counts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let role = if summary.errors > 0 { Role::Danger } else { Role::Attention };
    // A finding may say whose it is: two patients that could be taken for each other.
    let text = if who::is_veiled(model) {
        Shown::line(&counts)
    } else {
        let args = [("counts", counts.into()), ("what", what.into_string().into())];
        Shown::line(&words.with("checked-first", &args))
    };
    Some(Block::Fact(Shown::line(&words.get("checked")), Part::new(role, text)))
}

/// For which day the search found the case, and what is missing then.
fn due(model: &Model, summary: &Summary) -> Option<Block> {
    let day = Query::parse(&model.agenda.search.text()).due(summary, model.as_of())?;
    let said = phrase::due::said(model.words, model.board_file(), summary, day, model.as_of());
    let role = if day < model.as_of() { Role::Attention } else { Role::Value };
    Some(Block::Says(Part::new(role, said)))
}

/// Of a case that is put off and has a decision: in the column of the states there is seldom room for both.
fn put_off(model: &Model, item: &Item<'_>, summary: &Summary) -> Option<Block> {
    let left = model.meeting().and_then(|meeting| item.as_left_by(meeting));
    let left = left.as_deref().unwrap_or(summary);
    let is_both = left.is_deferred() && left.decision.is_some();
    is_both.then(|| Block::Says(Part::new(Role::Pending, deferred(model, left))))
}

/// What is known of a case before it is opened; `roomy` where there is a column for it.
pub fn preview(model: &Model, item: &Item<'_>, roomy: bool) -> Vec<Block> {
    let Some(summary) = item.summary else { return vec![Block::Says(not_there(model, item.folder))] };
    if !summary.readable {
        return unreadable(model, summary);
    }
    let about = summary.about();
    let alike = mistakable(model, item.folder).into_iter();
    let mut blocks: Vec<Block> =
        alike.map(|other| Block::Says(Part::new(Role::Danger, similar(model, other)))).collect();
    blocks.extend(unread::of_summary(model, summary));
    let question = Block::Says(Part::new(Role::Title, Shown::line(&about.question)));
    let disease = Block::Says(Part::value(disease(item.folder, &about)));
    if roomy {
        blocks.extend(person(model, item.folder, &about.patient));
        blocks.extend(due(model, summary));
        blocks.extend(put_off(model, item, summary));
        blocks.extend([Block::Gap, disease, Block::Gap, question]);
    } else {
        blocks.extend(due(model, summary));
        blocks.extend(put_off(model, item, summary));
        blocks.extend([question, disease]);
    }
    let note = item.plan.and_then(|plan| plan.note.as_ref());
    blocks.extend(note.map(|note| Block::Says(Part::new(Role::Muted, Shown::line(note.as_str())))));
    let checked = checked(model, summary);
    // Where there is little room, what the coordinator says is missing stands before a warning.
    let (above, below) = if roomy || summary.errors > 0 { (checked, None) } else { (None, checked) };
    blocks.extend(above);
    blocks.extend(roomy.then_some(Block::Gap));
    blocks.extend(needs(model, summary));
    blocks.extend(missing(model, &about.missing));
    blocks.extend(below);
    blocks
}

/// The agenda names a case that the workspace does not have, or that was not read yet.
fn not_there(model: &Model, folder: &str) -> Part {
    if model.is_whole() {
        Part::new(Role::Danger, model.words.with("no-such-case", &[("case", folder.into())]))
    } else {
        Part::new(Role::Muted, model.words.get("loading"))
    }
}

fn unreadable(model: &Model, summary: &Summary) -> Vec<Block> {
    let short = model.words.with("unreadable-short", &[("case", summary.folder.as_str().into())]);
    let why = summary.why_unreadable.as_ref().map(|why| Part::value(phrase::problem(model.words, why)));
    let open = Part::new(Role::Muted, model.tell("unreadable-open"));
    let parts = [Some(Part::new(Role::Danger, short)), why, Some(open)];
    parts.into_iter().flatten().map(Block::Says).chain(unread::of_summary(model, summary)).collect()
}

/// Who it is, and what nobody may forget of them.
fn person(model: &Model, folder: &str, patient: &Patient) -> [Block; 3] {
    let name = who::name(model, patient).unwrap_or_else(|| Shown::line(folder));
    let known = [Some(who::born(model, patient)), who::identifier(model, patient)];
    let known: Vec<String> = known.into_iter().flatten().map(Shown::into_string).collect();
    let allergies = phrase::allergies(model.words, &patient.allergies);
    [
        Block::Heading(name),
        Block::Says(Part::value(known.join(" · "))),
        Block::Fact(Shown::line(&model.words.get("allergies")), Part::value(allergies)),
    ]
}

fn disease(folder: &str, about: &About) -> String {
    let codes = [about.site.as_str(), about.histology.as_str()].join(" ");
    format!("{folder}   {}   {}", Shown::line(&about.diagnosis), codes.trim())
}

/// How much of what the board needs is there; what is not, unless the list of the coordinator names it, with its date.
fn needs(model: &Model, summary: &Summary) -> Vec<Block> {
    let ready = model.ready(summary);
    let count = Part::value(phrase::readiness::count(model.words, &ready));
    let open: Vec<&Need> = ready.gaps.iter().filter(|need| !need.listed).collect();
    let lines = phrase::readiness::gaps(model.words, model.board_file(), &open).into_iter();
    let count = Block::Fact(Shown::line(&model.words.get("board-needs")), count);
    [count].into_iter().chain(lines.map(|text| Block::Fact(Shown::default(), Part::value(text)))).collect()
}

/// What the coordinator lists as missing, with who owes it and by when.
fn missing(model: &Model, missing: &[Missing]) -> Vec<Block> {
    let mut label = Shown::line(&model.words.get("missing"));
    let line = |one: &Missing| {
        let what = one.item.as_ref().map_or("", |item| item.as_str());
        let owner = one.owner.as_ref().map(|owner| model.board_file().person_name(owner.as_str()));
        let due = one.due.as_ref().map(|due| phrase::date(model.words, due).into_string());
        let parts = [Some(what.to_owned()), owner.map(ToOwned::to_owned), due];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Block::Fact(mem::take(&mut label), Part::value(Shown::line(&text)))
    };
    missing.iter().map(line).collect()
}
