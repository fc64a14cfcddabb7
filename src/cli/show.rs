//! `show`: one case, everything recorded on it, and the decision that holds.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::{computed, json, rows};
use crate::domain::case::Case;
use crate::domain::check::{Measure, Readiness};
use crate::domain::history::{Decided, History, Status};
use crate::domain::nearest::nearest;
use crate::domain::record::{Body, Record};
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::domain::value::{Vocabulary, Written};
use crate::domain::workspace::CaseFolder;
use crate::exchange::case_report::{computed as beside, decisions};
use crate::exchange::plain;
use crate::exchange::report::Section;
use crate::phrase;
use crate::storage::store::Store;

pub fn run(context: &Context, case: &str, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let store = context.store()?;
    let folder = find(context, &store, case)?;
    let board = store.board().value.unwrap_or_default();
    let (days, tables) = (context.days(&store), store.tables());
    let measure = Measure::of(&folder, &days, &board, &tables);
    let case = store.checked_case(&folder, &measure);
    if json {
        json::write(out, &object(&case, &measure)?)?;
    } else {
        print(context, &measure, &case, out)?;
    }
    out.flush()?;
    context.say_damaged(&case.damaged);
    for problem in case.file.problems.iter().filter(|_| case.file.value.is_none()) {
        context.say_unreadable(&case.file.path, problem);
    }
    Ok(ended(&case))
}

/// The worst of what stands in the way of trusting what was shown.
fn ended(case: &CaseFolder) -> Exit {
    let is_withheld = case.file.problems.iter().any(|problem| problem.code == "not-permitted");
    if case.damaged.iter().any(|damage| !damage.is_withheld()) {
        Exit::Integrity
    } else if is_withheld {
        Exit::NotPermitted
    } else if !case.damaged.is_empty() {
        Exit::Failure
    } else if case.file.value.is_none() {
        Exit::Problems
    } else {
        Exit::Ok
    }
}

/// The folder of a case: by its name, as a shell completes it, or by the id in its file. A name that is nearly one
/// is only told, for the next case but one is another patient.
pub fn find(context: &Context, store: &Store, case: &str) -> Result<String, Failure> {
    let name = case.strip_suffix(['/', '\\']).unwrap_or(case);
    if store.has_case(name) {
        return Ok(name.to_owned());
    }
    let folders = store.case_folders()?;
    let by_id = |folder: &&String| {
        let file = crate::storage::people::case(store.root(), folder);
        file.value.is_some_and(|case| case.id.as_ref().map(Written::as_str) == Some(name))
    };
    let found: Vec<&String> = folders.iter().filter(by_id).collect();
    if let [only] = found[..] {
        context.say("cli-found-by-id", &[("folder", only.as_str().into()), ("case", name.into())]);
        return Ok(only.clone());
    }
    let failure = match nearest(name, folders.iter().map(String::as_str)) {
        _ if found.len() > 1 => Failure::refused("cli-many-such-cases").with("folders", join(&found)),
        Some(suggestion) => Failure::refused("cli-near-case").with("suggestion", suggestion),
        None => Failure::refused("cli-no-such-case"),
    };
    Err(failure.with("case", case))
}

fn join(folders: &[&String]) -> String {
    folders.iter().map(|folder| folder.as_str()).collect::<Vec<_>>().join(", ")
}

/// The decision that holds; none while two of one discussion do.
fn holding(history: &History) -> Option<Decided<'_>> {
    history.latest().filter(|decided| !history.conflicts().contains(&decided.decision.discussion))
}

/// The state of a record as a word; only a decision is ever unsigned or final.
fn status(history: &History, record: &Record) -> &'static str {
    match (history.status(record), &record.body) {
        (_, Body::Newer) => "newer-version",
        (Status::Unsigned | Status::Final, body) if !matches!(body, Body::Decision(_)) => "recorded",
        (status, _) => status.word(),
    }
}

fn object(case: &CaseFolder, measure: &Measure<'_>) -> Result<Value, io::Error> {
    let history = &case.history;
    let records: Vec<Value> =
        history.records.iter().map(|record| record_object(history, record)).collect::<Result<_, _>>()?;
    let current = holding(history).map(|decided| record_object(history, decided.record)).transpose()?;
    let damaged: Vec<Value> = case
        .damaged
        .iter()
        .map(|damage| json!({ "path": damage.path, "code": damage.why, "detail": damage.detail }))
        .collect();
    Ok(json!({
        "schema_version": 1,
        "case": case.file.value,
        "computed": case.file.value.as_ref().map(|own| computed::object(own, measure.tables, measure.as_of)),
        "needs": case.file.value.as_ref().map(|own| {
            rows::needs(&Readiness::of(own).at(&measure.limits, measure.as_of))
        }),
        "records": records,
        "current": current,
        "conflicts": history.conflicts(),
        "waiting_for": history.waiting_for,
        "damaged": damaged,
    }))
}

fn record_object(history: &History, record: &Record) -> Result<Value, io::Error> {
    let mut object = serde_json::to_value(&record.header)?;
    if let Value::Object(fields) = &mut object {
        fields.insert("body".to_owned(), body_value(&record.body)?);
        fields.insert("sha256".to_owned(), record.sha256.clone().into());
        fields.insert("status".to_owned(), status(history, record).into());
    }
    Ok(object)
}

fn body_value(body: &Body) -> Result<Value, serde_json::Error> {
    match body {
        Body::Decision(body) => serde_json::to_value(body),
        Body::Opinion(body) => serde_json::to_value(body),
        Body::Request(body) => serde_json::to_value(body),
        Body::Reply(body) => serde_json::to_value(body),
        Body::Signature(body) => serde_json::to_value(body),
        Body::Retraction(body) => serde_json::to_value(body),
        Body::Transfer(body) => serde_json::to_value(body),
        Body::Attendance(body) => serde_json::to_value(body),
        Body::Agenda(body) => serde_json::to_value(body),
        Body::Timing(body) => serde_json::to_value(body),
        Body::Close(body) => serde_json::to_value(body),
        Body::Newer => Ok(Value::Null),
    }
}

fn print(
    context: &Context,
    measure: &Measure<'_>,
    folder: &CaseFolder,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = context.words;
    let summary = Summary::of(folder);
    let ready = summary.readiness.at(&measure.limits, measure.as_of);
    writeln!(out, "{}", rows::line(context, &summary, &ready, None))?;
    if let Some(case) = &folder.file.value {
        for (label, text) in facts(context, case) {
            writeln!(out, "{}: {text}", Shown::line(&words.get(label)))?;
        }
        let count = phrase::readiness::count(words, &ready);
        writeln!(out, "{}: {count}", Shown::line(&words.get("board-needs")))?;
        for need in &ready.gaps {
            writeln!(out, "  {}", phrase::readiness::gap(words, measure.board, need))?;
        }
    }
    let mut sections: Vec<Section> = beside(words, folder, measure).into_iter().collect();
    sections.extend(decisions(words, measure.board, folder, measure.as_of));
    for line in plain::lines(&sections) {
        writeln!(out, "{line}")?;
    }
    let history = &folder.history;
    for (index, record) in history.records.iter().enumerate() {
        if index == 0 {
            writeln!(out, "\n{}", Shown::line(&words.get("cli-records")))?;
        }
        writeln!(out, "  {}", record_line(context, history, record))?;
    }
    Ok(())
}

fn facts(context: &Context, case: &Case) -> Vec<(&'static str, Shown)> {
    let words = context.words;
    let stage = case.staging.last().map(|stage| {
        let part = |value: &Option<Written>| value.as_ref().map(|value| phrase::written(words, value));
        let parts = [
            stage.system.as_ref().map(|system| phrase::code(words, system)),
            part(&stage.edition),
            stage.basis.as_ref().map(|basis| phrase::code(words, basis)),
            part(&stage.t),
            part(&stage.n),
            part(&stage.m),
            part(&stage.group),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().map(Shown::into_string).collect();
        Shown::line(&parts.join(" "))
    });
    vec![
        ("allergies", phrase::allergies(words, &case.patient.allergies)),
        ("cli-diagnosis", phrase::written_or_blank(words, case.diagnosis.text.as_ref())),
        ("cli-stage", stage.unwrap_or_else(|| phrase::not_recorded(words))),
        ("cli-question", phrase::written_or_blank(words, case.question.text.as_ref())),
    ]
}

/// Kind, state, when, by whom, and the id under which it can be signed, amended or retracted.
fn record_line(context: &Context, history: &History, record: &Record) -> Shown {
    let words = context.words;
    let header = &record.header;
    let status = status(history, record);
    let state = match status {
        "recorded" | "newer-version" => words.get(&format!("cli-state-{status}")),
        known => words.code(Status::NAME, known),
    };
    let discussion = match &record.body {
        Body::Decision(decision) => Some(words.with("cli-discussion", &[("n", decision.discussion.into())])),
        _ => None,
    };
    let mut parts = vec![words.code("kind", &header.kind)];
    parts.extend(discussion);
    parts.extend([state, header.recorded.clone(), header.by.name.clone(), header.id.clone()]);
    Shown::line(&parts.join(" · "))
}
