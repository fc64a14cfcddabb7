//! One case as a line and as a JSON object, for every subcommand that lists cases.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::cli::context::Context;
use crate::domain::date::Date;
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::domain::value::{Code, Vocabulary};
use crate::phrase;
use crate::storage::store::Store;

pub fn summaries(store: &Store) -> Result<Vec<Summary>, crate::storage::error::Error> {
    Ok(store.case_folders()?.iter().map(|folder| Summary::of(&store.case(folder))).collect())
}

pub fn object(summary: &Summary) -> Value {
    let patient = &summary.patient;
    json!({
        "id": summary.folder,
        "readable": summary.readable,
        "name": patient.name(),
        "latin": patient.latin,
        "born": patient.born.as_ref().map(Date::to_string),
        "sex": patient.sex.as_ref().map(Code::as_str),
        "ids": patient.ids,
        "diagnosis": summary.diagnosis,
        "site": summary.site,
        "histology": summary.histology,
        "question": summary.question,
        "discussion": summary.discussion,
        "decision": summary.decision.map(Vocabulary::word),
        "conflict": summary.conflict,
        "waiting": summary.waiting,
        "damaged": summary.damaged,
        "errors": summary.errors,
        "blocking": summary.blocking(),
    })
}

/// Who it is, how it stands, what is asked: in that order, so that the state is heard before the line ends.
pub fn line(context: &Context, summary: &Summary) -> String {
    let words = context.words;
    let mut parts = vec![Shown::line(&summary.folder)];
    if summary.readable {
        parts.push(phrase::written_or_blank(words, summary.patient.name.as_ref()));
        let born = phrase::born(words, &summary.patient, context.as_of);
        parts.push(Shown::line(&words.with("born", &[("date", born.as_str().into())])));
        parts.push(phrase::code_or_blank(words, summary.patient.sex.as_ref()));
        parts.push(phrase::identifier(words, &summary.patient));
    } else {
        parts.push(Shown::line(&words.get("cli-unreadable")));
    }
    parts.extend(states(context, summary).iter().map(|state| Shown::line(state)));
    if !summary.question.is_empty() {
        parts.push(Shown::line(&summary.question));
    }
    parts.iter().map(Shown::as_str).collect::<Vec<_>>().join(" · ")
}

/// Everything about a case that must not be overlooked, in words.
pub fn states(context: &Context, summary: &Summary) -> Vec<String> {
    let words = context.words;
    let mut states = vec![
        summary
            .decision
            .map_or_else(|| words.get("cli-undecided"), |status| words.code("status", status.word())),
    ];
    for (id, count) in [
        ("cli-waiting", summary.waiting),
        ("cli-damaged", summary.damaged),
        ("cli-blocking", summary.blocking()),
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

pub fn print(context: &Context, summaries: &[&Summary], json: bool, out: &mut dyn Write) -> io::Result<()> {
    if json {
        let cases: Vec<Value> = summaries.iter().map(|summary| object(summary)).collect();
        return crate::cli::json::write(out, &json!({ "schema_version": 1, "cases": cases }));
    }
    summaries.iter().try_for_each(|summary| writeln!(out, "{}", line(context, summary)))
}
