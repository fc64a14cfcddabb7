//! The first line: board, date, which case of the meeting or where it sits; quorum; the mode in a word.

use ratatui::text::Line;

use crate::domain::agenda::slots;
use crate::domain::text::Shown;
use crate::domain::workspace::{MeetingFolder, Reach};
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::overlays::Overlay;
use crate::ui::page::Role;
use crate::ui::theme::Theme;
use crate::ui::who;
use crate::ui::widgets::spread;
use crate::ui::wrap::{clip, width};

const READ_ONLY: &str = "mode-read-only";
/// So much of the name of the board is seen beside whatever is said.
const NAME: usize = 10;

type Said = (Role, Shown);

/// What is open: a name that may be cut, a date that may not, a place that may be left out.
struct Open {
    name: String,
    date: String,
    place: Option<Shown>,
}

/// What is open on the left, how it stands on the right. What does not fit beside name and date stands below them.
pub fn lines(model: &Model, theme: Theme, cells: usize) -> Vec<Line<'static>> {
    let Open { name, date, place } = open(model);
    let mut states = states(model);
    // A date that is cut reads as another one: it is the name of the board that gives way.
    let least = width(&name).min(NAME) + width(&date) + 1;
    let beside = states.split_off(overflowing(&states, cells.saturating_sub(least)));
    let taken = beside.iter().map(|(_, text)| width(text.as_str())).sum::<usize>();
    let room = cells.saturating_sub(taken + 1);
    let mut left = format!("{}{date}", clip(&name, room.saturating_sub(width(&date))));
    // The room of the meeting is known to who sits in it: it is left out rather than cut.
    if let Some(place) = place.filter(|place| width(&left) + width(place.as_str()) + 4 <= room) {
        left = format!("{left}   {place}");
    }
    let first = spread(theme, cells, &[(Role::Title, Shown::line(&left))], &beside);
    [first].into_iter().chain(below(theme, cells, states)).collect()
}

fn open(model: &Model) -> Open {
    let alone = |name: &str| Open { name: format!(" {name}"), date: String::new(), place: None };
    let Some((meeting, file)) =
        model.meeting().and_then(|meeting| Some((meeting, meeting.file.value.as_ref()?)))
    else {
        return match (&model.offer, &model.listing) {
            (Some(_), _) => alone("tumorboard"),
            (None, Some(_)) => alone(&model.words.get("all-cases")),
            (None, None) => alone(&model.words.get("loading")),
        };
    };
    let name = model.board().and_then(|board| board.name.as_ref());
    let name = name.map_or(meeting.folder.as_str(), |name| name.as_str());
    let place = match &model.case {
        Some(case) => place_on_agenda(model, meeting, &case.folder.folder),
        None => file.place.as_ref().map(|place| Shown::line(place.as_str())),
    };
    Open { date: format!("   {}", phrase::day_of(model.words, meeting)), place, ..alone(name) }
}

/// Which case of the meeting this is: how many are left tells how long it may take.
fn place_on_agenda(model: &Model, meeting: &MeetingFolder, folder: &str) -> Option<Shown> {
    let slots = slots(meeting);
    let at = slots.iter().position(|slot| slot.case == folder)?;
    let count = [("n", (at + 1).into()), ("of", slots.len().into())];
    Some(Shown::line(&model.words.with("case-of-meeting", &count)))
}

/// With gaps between them; the mode is the last.
fn states(model: &Model) -> Vec<Said> {
    let say = |id: &str| (Role::Attention, Shown::line(&model.words.get(id)));
    let sitting = model.meeting().filter(|meeting| meeting.file.value.is_some());
    let closed = sitting.is_some_and(|meeting| meeting.closed().is_some());
    let reading = model.listing.as_ref().filter(|listing| !listing.is_whole).map(|listing| {
        // As wide from the first case on as with the last: a line that parts only later moves the list under the eye.
        let of = listing.of.to_string();
        let read = format!("{:>1$}", listing.cases.len(), of.len());
        let args = [("n", read.into()), ("of", of.into())];
        (Role::Attention, Shown::line(&model.words.with("reading", &args)))
    });
    let (role, mode) = mode(model);
    let all = [
        closed.then(|| say("meeting-state-closed")),
        sitting.map(|_| quorum(model)),
        reading,
        model.is_demo().then(|| say("demo")),
        who::is_veiled(model).then(|| say("initials-mode")),
        (is_read_only(model) && mode != READ_ONLY).then(|| say(READ_ONLY)),
        Some((role, Shown::line(&model.words.get(mode)))),
    ];
    let parts = all.into_iter().flatten().flat_map(|state| [gap(), state]).skip(1);
    parts.chain([(Role::Value, " ".into())]).collect()
}

fn gap() -> Said {
    (Role::Value, "  ".into())
}

/// How many of the parts do not fit into the room, counted from the first; the last of them always goes in.
fn overflowing(parts: &[Said], room: usize) -> usize {
    let mut used = 0;
    let fits = |(_, text): &&Said| {
        used += width(text.as_str());
        used <= room
    };
    let fitting = parts.iter().rev().take_while(fits).count().max(1);
    parts.len().saturating_sub(fitting)
}

/// As many lines as these need, the last of them first.
fn below(theme: Theme, cells: usize, mut parts: Vec<Said>) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    loop {
        while parts.last() == Some(&gap()) {
            parts.pop();
        }
        if parts.is_empty() {
            return lines;
        }
        let mut part = parts.split_off(overflowing(&parts, cells.saturating_sub(2)));
        while part.first() == Some(&gap()) {
            part.remove(0);
        }
        part.push((Role::Value, " ".into()));
        lines.push(spread(theme, cells, &[], &part));
    }
}

fn quorum(model: &Model) -> Said {
    let stamp = model.meeting().and_then(|meeting| meeting.attendance()).map(|roll| &roll.quorum);
    let role = match stamp {
        None => Role::Attention,
        Some(stamp) if stamp.met => Role::Good,
        Some(_) => Role::Danger,
    };
    (role, phrase::meeting::quorum(model.words, stamp))
}

fn mode(model: &Model) -> (Role, &'static str) {
    let writing = model.case.as_ref().is_some_and(|case| case.editing.is_some());
    match model.overlays.last() {
        Some(Overlay::ReadBack(_)) => (Role::Draft, "mode-read-back"),
        _ if writing => (Role::Draft, "mode-draft"),
        _ if is_read_only(model) => (Role::Attention, READ_ONLY),
        _ => (Role::Value, "mode-view"),
    }
}

/// What can be presented and typed can not be recorded now.
fn is_read_only(model: &Model) -> bool {
    let reach = match &model.case {
        Some(case) => case.watch.reach,
        None => model.listing.as_ref().map_or(Reach::Writable, |listing| listing.reach),
    };
    reach != Reach::Writable
}
