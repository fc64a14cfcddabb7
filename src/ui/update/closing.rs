//! Closing a meeting: every case of its agenda with what became of it, and what is still to settle.

use crate::domain::fate::Fate;
use crate::domain::record::{Body, Close, Folder, NewRecord};
use crate::domain::text::Shown;
use crate::phrase;
use crate::ui::editor::Editor;
use crate::ui::model::Model;
use crate::ui::overlays::Overlay;
use crate::ui::overlays::paper::Paper;
use crate::ui::overlays::reconcile::Reconcile;
use crate::ui::page::{Block, Part, Role};
use crate::ui::recorder;
use crate::ui::screens::agenda::all_rows;
use crate::ui::screens::agenda::rows::Item;

/// What became of each case, shown before the meeting is closed.
pub fn close_meeting(model: &mut Model) {
    if let Some(reconcile) = reconcile(model) {
        model.open(Overlay::Reconcile(Box::new(reconcile)));
    }
}

/// Shows anew what became of each case where that is not what was read any more, and says so.
pub fn read_anew(model: &mut Model) -> bool {
    let Some(Overlay::Reconcile(read)) = model.overlays.last() else { return false };
    if !model.is_whole() {
        model.say(model.words.get("cases-unread"), Role::Attention);
        return true;
    }
    let Some(now) = reconcile(model) else { return false };
    if now.record.body == read.record.body && now.paper.page == read.paper.page {
        return false;
    }
    model.overlays.pop();
    model.open(Overlay::Reconcile(Box::new(now)));
    model.say(model.words.get("reconcile-changed"), Role::Danger);
    true
}

fn reconcile(model: &Model) -> Option<Reconcile> {
    let meeting = model.meeting()?;
    let expected = meeting.day().map_or_else(|| meeting.folder.clone(), |day| day.to_string());
    let record = NewRecord::new(
        Folder::Meeting(meeting.folder.clone()),
        model.author("recorder"),
        meeting.history.heads(),
        Body::Close(outcome(model, &meeting.folder)),
    );
    let mut page = page(model, &meeting.folder);
    page.splice(0..0, [Block::Says(recorder::told(model, &record.by)), Block::Gap]);
    Some(Reconcile { paper: Paper::new(page), typed: Editor::default(), expected, leaving: false, record })
}

fn fate(item: &Item<'_>, meeting: &str) -> Fate {
    Fate::of(item.summary, meeting, item.deferred)
}

fn outcome(model: &Model, meeting: &str) -> Close {
    let all = all_rows(model);
    Close::of(all.part(0, all.len()).map(|item| (item.folder.to_owned(), fate(&item, meeting))))
}

fn page(model: &Model, meeting: &str) -> Vec<Block> {
    let words = model.words;
    let rows = all_rows(model);
    let all: Vec<Item<'_>> = rows.part(0, rows.len()).collect();
    let mut page = Vec::new();
    if model.meeting().is_some_and(|meeting| meeting.attendance().is_none()) {
        page.push(Block::Says(Part::new(Role::Danger, words.get("reconcile-no-roll-call"))));
        page.push(Block::Gap);
    }
    for (wanted, id, role) in [
        (Fate::Conflict, "reconcile-conflict", Role::Danger),
        (Fate::Unsigned, "reconcile-unsigned", Role::Attention),
        (Fate::Open, "reconcile-open", Role::Attention),
        (Fate::Deferred, "reconcile-deferred", Role::Value),
        (Fate::Signed, "reconcile-signed", Role::Good),
    ] {
        let own: Vec<&Item<'_>> = all.iter().filter(|item| fate(item, meeting) == wanted).collect();
        // Seldom, and then what is read first.
        if own.is_empty() && wanted == Fate::Conflict {
            continue;
        }
        page.push(Block::Heading(Shown::line(&words.with(id, &[("n", own.len().into())]))));
        page.extend(
            own.iter().map(|item| Block::Says(Part::new(role, format!("  - {}", patient(model, item))))),
        );
        page.push(Block::Gap);
    }
    let unsettled: Vec<Block> = all
        .iter()
        .filter_map(|item| Some((item, unsettled(model, item)?)))
        .map(|(item, what)| {
            Block::Says(Part::new(Role::Danger, format!("  - {}: {what}", patient(model, item))))
        })
        .collect();
    page.push(Block::Heading(Shown::line(
        &words.with("reconcile-unsettled", &[("n", unsettled.len().into())]),
    )));
    page.extend(unsettled);
    page
}

/// Name, birth date and labelled number: two people of one name are told apart.
fn patient(model: &Model, item: &Item<'_>) -> String {
    let Some(summary) = item.summary.filter(|summary| summary.readable) else {
        return model.words.with("unreadable-short", &[("case", item.folder.into())]);
    };
    let patient = &summary.about().patient;
    let name = patient.name().map_or_else(|| phrase::not_recorded(model.words), Shown::line);
    let born = phrase::born(model.words, patient, model.as_of());
    let born = model.words.with("born", &[("date", born.into_string().into())]);
    format!("{name} · {born} · {}", phrase::identifier(model.words, patient))
}

/// What nobody has settled on a case.
fn unsettled(model: &Model, item: &Item<'_>) -> Option<String> {
    let summary = item.summary?;
    let say = |id: &str, n: u32| (n > 0).then(|| model.words.with(id, &[("n", n.into())]));
    let found = [
        summary.conflict.then(|| model.words.get("state-conflict")),
        say("state-errors", summary.errors),
        say("reconcile-blocking", summary.about().blocking()),
        say("state-waiting", summary.waiting),
        say("reconcile-damaged", summary.damaged),
    ];
    let found: Vec<String> = found.into_iter().flatten().collect();
    (!found.is_empty()).then(|| found.join(", "))
}
