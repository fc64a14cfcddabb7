//! One case as a line and as a JSON object, for every subcommand that lists cases.

use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::AtomicBool;

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::told::Told;
use crate::domain::about::About;
use crate::domain::board::BoardFile;
use crate::domain::care::Missing;
use crate::domain::check::{LimitsOfBoards, Need, Ready};
use crate::domain::date::Date;
use crate::domain::history::Status;
use crate::domain::meeting::Days;
use crate::domain::query::{Haystack, Query};
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::domain::value::{Code, Vocabulary};
use crate::phrase;
use crate::storage::index::{Index, Moment, Progress};
use crate::storage::layout;
use crate::storage::listing;
use crate::storage::store::Store;
use crate::terminal::clock;

/// Every case of the workspace with all that the check finds in it. What is there and no reader looks into is told.
pub fn cases(context: &Context, store: &Store) -> Result<Index, Failure> {
    let asked = context.flags.as_of;
    let (mut told, days) = (Told::default(), (asked, context.as_of));
    let index = index((store.root(), context.cache()), days, &mut |progress| told.say(context, progress));
    told.wipe();
    let mut index = index?;
    let folders: Vec<String> = index.cases().iter().map(|case| case.folder.clone()).collect();
    for (path, problem) in listing::overlooked(store.root(), &folders) {
        let why = phrase::problem(context.words, &problem);
        // A link that leads out is followed: it is read, and may be a case of the list.
        let id = if problem.code == "folder-leads-out" { "cli-told" } else { "cli-overlooked" };
        context.say(id, &[("path", path.into()), ("why", why.as_str().into())]);
    }
    for folder in index.unknown_meetings() {
        context.say("cli-meeting-unknown", &[("path", format!("{}/{folder}", layout::MEETINGS).into())]);
    }
    // Another day than the usual is asked for once. A cache that cannot be kept is made again the next time.
    let _ = asked.is_some() || index.save().is_ok();
    Ok(index)
}

/// What a list knows of every case, brought up to date.
pub fn index(
    (root, cache): (&Path, Option<&Path>),
    (asked, today): (Option<NaiveDate>, NaiveDate),
    told: &mut dyn FnMut(Progress),
) -> Result<Index, Failure> {
    let kept = cache.and_then(|cache| Index::load(cache, root));
    let mut index = kept.unwrap_or_else(|| Index::new(cache, root));
    let moment = Moment { now: clock::machine(), today, asked };
    index.refresh(moment, &AtomicBool::new(false), &mut |_, progress| told(progress))?;
    Ok(index)
}

/// As of which day and by which board's limits each case is read, and what was asked.
pub struct Reading {
    days: Days,
    board: BoardFile,
    limits: LimitsOfBoards,
    query: Query,
}

impl Reading {
    pub fn of(context: &Context, store: &Store, query: Query) -> Self {
        let board = store.board().value.unwrap_or_default();
        Reading { days: context.days(store), limits: LimitsOfBoards::of(&board), board, query }
    }

    /// For which day the query found a case, in words.
    fn due(&self, context: &Context, summary: &Summary) -> Option<Shown> {
        let day = self.query.due(summary, context.as_of)?;
        Some(phrase::due::said(context.words, &self.board, summary, day, context.as_of))
    }

    /// What the board needs for a case and does not have.
    pub fn ready(&self, summary: &Summary) -> Ready {
        let limits = self.limits.get(self.days.board_of(&summary.folder));
        summary.readiness.at(&limits, self.days.of(&summary.folder))
    }
}

/// Each need that is not met, by its words of the file.
pub fn needs(ready: &Ready) -> Value {
    let gap = |need: &Need| {
        json!({
            "need": need.kind.word(),
            "item": need.item,
            "state": need.state.word(),
            "date": need.date.as_ref().map(Date::to_string),
            "limit_days": need.limit,
            "owner": need.owner,
        })
    };
    json!({ "asked": ready.asked, "open": ready.gaps.iter().map(gap).collect::<Vec<_>>() })
}

/// For which day a query found a case, and what is missing then.
fn due(summary: &Summary, about: &About, day: NaiveDate, today: NaiveDate) -> Value {
    let item = |one: &Missing| json!({ "item": one.item, "owner": one.owner });
    let missing: Vec<Value> = about.missing_on(day).map(item).collect();
    json!({
        "date": Date::whole(day).to_string(),
        "overdue": day < today,
        "others": summary.due_on(day).saturating_sub(missing.len()),
        "missing": missing,
    })
}

fn object(context: &Context, reading: &Reading, summary: &Summary, is_similar: bool) -> Value {
    let (ready, today) = (reading.ready(summary), context.as_of);
    let about = summary.about();
    let patient = &about.patient;
    json!({
        "id": summary.folder,
        "readable": summary.readable,
        "name": patient.name(),
        "latin": patient.latin,
        "born": patient.born.as_ref().map(Date::to_string),
        "sex": patient.sex.as_ref().map(Code::as_str),
        "ids": patient.ids,
        "diagnosis": about.diagnosis,
        "site": about.site,
        "histology": about.histology,
        "question": about.question,
        "discussion": summary.discussion,
        "decision": summary.decision.map(Vocabulary::word),
        "deferred": summary.is_deferred(),
        "conflict": summary.conflict,
        "waiting": summary.waiting,
        "damaged": summary.damaged,
        "withheld": summary.withheld,
        "errors": summary.errors,
        "missing": about.missing.len(),
        "blocking": about.blocking(),
        "needs": needs(&ready),
        "similar": is_similar,
        "due": reading.query.due(summary, today).map(|day| due(summary, &about, day, today)),
    })
}

/// Who it is, how it answers what was looked for, how it stands, what is asked: in that order, so that the state is heard
/// before the line ends.
pub fn line(
    context: &Context,
    summary: &Summary,
    ready: &Ready,
    answers: impl IntoIterator<Item = Shown>,
) -> String {
    let words = context.words;
    let about = summary.about();
    let mut parts = vec![Shown::line(&summary.folder)];
    if summary.readable {
        parts.push(phrase::written_or_blank(words, about.patient.name.as_ref()));
        let born = phrase::born(words, &about.patient, context.as_of);
        parts.push(Shown::line(&words.with("born", &[("date", born.as_str().into())])));
        parts.push(phrase::code_or_blank(words, about.patient.sex.as_ref()));
        parts.push(phrase::identifier(words, &about.patient));
    } else {
        let why = summary.why_unreadable.as_ref().map(|problem| phrase::problem(words, problem));
        parts.push(Shown::line(&words.get("cli-unreadable")));
        parts.extend(why);
    }
    parts.extend(answers);
    parts.extend(states(context, summary, ready).iter().map(|state| Shown::line(state)));
    if !about.question.is_empty() {
        parts.push(Shown::line(&about.question));
    }
    parts.iter().map(Shown::as_str).collect::<Vec<_>>().join(" · ")
}

/// Everything about a case that must not be overlooked, in words.
pub fn states(context: &Context, summary: &Summary, ready: &Ready) -> Vec<String> {
    let words = context.words;
    let undecided = || match summary.discussion {
        0 | 1 => words.get("cli-undecided"),
        number => words.with("cli-undecided-again", &[("n", number.into())]),
    };
    let of_decision = |status: Status| words.code(Status::NAME, status.word());
    let mut states = vec![summary.decision.map_or_else(undecided, of_decision)];
    if summary.decision.is_none() && summary.is_unsure() {
        states.clear();
    }
    // A discussion before this one says below that it was put off.
    let is_deferred = summary.is_put_off() || (summary.decision.is_some() && summary.deferred);
    states.extend(is_deferred.then(|| words.get("state-deferred")));
    states.extend(summary.before.map(|(number, status)| {
        let id = if summary.deferred { "cli-deferred-before" } else { "cli-decided-before" };
        words.with(id, &[("n", number.into()), ("state", of_decision(status).into())])
    }));
    let about = summary.about();
    // What a case lacked is no news once it is decided.
    let listed = about.missing.len();
    let open = match summary.decision {
        None if summary.readable => phrase::readiness::short(words, listed, ready, true),
        _ => phrase::readiness::short(words, listed, &Ready::default(), true),
    };
    states.extend(open);
    for (id, count) in [
        ("cli-blocking", about.blocking()),
        ("cli-waiting", summary.waiting),
        ("cli-damaged", summary.damaged),
        ("cli-withheld", summary.withheld),
        ("state-errors", if summary.readable { summary.errors } else { 0 }),
    ] {
        if count > 0 {
            states.push(words.with(id, &[("n", count.into())]));
        }
    }
    if summary.conflict {
        states.push(words.get("cli-conflict"));
    }
    states
}

/// The cases at these places of the list.
pub fn print(
    context: &Context,
    reading: &Reading,
    index: &Index,
    places: impl Iterator<Item = usize>,
    json: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut found = places.filter_map(|at| Some((index.cases().get(at)?.as_ref(), index.keys().get(at)?)));
    let is_similar = |keys: &Haystack| reading.query.literal(keys).is_none();
    if json {
        let cases: Vec<Value> =
            found.map(|(summary, keys)| object(context, reading, summary, is_similar(keys))).collect();
        return crate::cli::json::write(out, &json!({ "schema_version": 1, "cases": cases }));
    }
    found.try_for_each(|(summary, keys)| {
        let similar = is_similar(keys).then(|| Shown::line(&context.words.get("cli-only-similar")));
        let answers = [similar, reading.due(context, summary)];
        writeln!(out, "{}", line(context, summary, &reading.ready(summary), answers.into_iter().flatten()))
    })
}
