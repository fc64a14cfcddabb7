//! The chosen case in short, beside or below the list: what is asked, what the check found, what is missing.

use crate::domain::check::Need;
use crate::domain::query::Query;
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role};
use crate::ui::screens::agenda::mistakable;
use crate::ui::screens::agenda::rows::Item;
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

/// What is known of a case before it is opened; `roomy` where there is a column for it.
pub fn preview(model: &Model, item: &Item<'_>, roomy: bool) -> Vec<Block> {
    let is_whole = model.is_whole();
    let Some(summary) = item.summary else {
        if !is_whole {
            return vec![Block::Says(Part::new(Role::Muted, model.words.get("loading")))];
        }
        return vec![Block::Says(Part::new(
            Role::Danger,
            model.words.with("no-such-case", &[("case", item.folder.into())]),
        ))];
    };
    let mut blocks = Vec::new();
    if !summary.readable {
        blocks.push(Block::Says(Part::new(
            Role::Danger,
            model.words.with("unreadable-short", &[("case", item.folder.into())]),
        )));
        let why = summary.why_unreadable.as_ref().map(|why| phrase::problem(model.words, why));
        blocks.extend(why.map(|why| Block::Says(Part::value(why))));
        blocks.push(Block::Says(Part::new(Role::Muted, model.tell("unreadable-open"))));
        return blocks;
    }
    for other in mistakable(model, item.folder) {
        blocks.push(Block::Says(Part::new(Role::Danger, similar(model, other))));
    }
    let about = summary.about();
    let patient = &about.patient;
    let codes = [about.site.as_str(), about.histology.as_str()].join(" ");
    if roomy {
        let name = who::name(model, patient).unwrap_or_else(|| Shown::line(item.folder));
        blocks.push(Block::Heading(name));
        let known = [Some(who::born(model, patient)), who::identifier(model, patient)];
        let known: Vec<String> = known.into_iter().flatten().map(Shown::into_string).collect();
        blocks.push(Block::Says(Part::value(known.join(" · "))));
        blocks.push(Block::Fact(
            Shown::line(&model.words.get("allergies")),
            Part::value(phrase::allergies(model.words, &patient.allergies)),
        ));
        blocks.extend(due(model, summary));
        blocks.push(Block::Gap);
    }
    if !roomy {
        blocks.extend(due(model, summary));
        blocks.push(Block::Says(Part::new(Role::Title, Shown::line(&about.question))));
    }
    blocks.push(Block::Says(Part::value(format!(
        "{}   {}   {}",
        item.folder,
        Shown::line(&about.diagnosis),
        codes.trim()
    ))));
    if roomy {
        blocks.push(Block::Gap);
        blocks.push(Block::Says(Part::new(Role::Title, Shown::line(&about.question))));
    }
    if let Some(note) = item.plan.and_then(|plan| plan.note.as_ref()) {
        blocks.push(Block::Says(Part::new(Role::Muted, Shown::line(note.as_str()))));
    }
    let checked = checked(model, summary);
    // Where there is little room, what the coordinator says is missing stands before a warning.
    let (above, below) = if roomy || summary.errors > 0 { (checked, None) } else { (None, checked) };
    blocks.extend(above);
    if roomy {
        blocks.push(Block::Gap);
    }
    let ready = model.ready(summary);
    let count = Part::value(phrase::readiness::count(model.words, &ready));
    blocks.push(Block::Fact(Shown::line(&model.words.get("board-needs")), count));
    // What the list of the coordinator names stands there, with its date.
    let open: Vec<&Need> = ready.gaps.iter().filter(|need| !need.listed).collect();
    let lines = phrase::readiness::gaps(model.words, model.board_file(), &open);
    blocks.extend(lines.into_iter().map(|text| Block::Fact(Shown::default(), Part::value(text))));
    for (index, missing) in about.missing.iter().enumerate() {
        let owner = missing.owner.as_ref().map(|owner| model.board_file().person_name(owner.as_str()));
        let due = missing.due.as_ref().map(|due| phrase::date(model.words, due).into_string());
        let what = missing.item.as_ref().map_or("", |item| item.as_str());
        let text = [Some(what.to_owned()), owner.map(ToOwned::to_owned), due]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ");
        blocks.push(Block::Fact(
            if index == 0 { Shown::line(&model.words.get("missing")) } else { Shown::default() },
            Part::value(Shown::line(&text)),
        ));
    }
    blocks.extend(below);
    blocks
}
