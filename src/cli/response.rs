//! `response`: sums and responses of the measured lesions, time point by time point, with the rule that decided.

use std::io::Write;

use serde_json::{Value, json};

use crate::cli::computed::response;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::{json, show};
use crate::domain::response::{Assessment, Criteria, assess};
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::i18n::Words;
use crate::phrase;

pub fn run(
    context: &Context,
    case: &str,
    baseline: Option<&str>,
    json: bool,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let store = context.store()?;
    let folder = show::find(context, &store, case)?;
    let loaded = store.case(&folder).file;
    let Some(case) = loaded.value else {
        let why =
            loaded.problems.first().map(|problem| phrase::problem(context.words, problem).into_string());
        let failure = Failure::rule(Exit::Problems, "cli-unreadable-file").with("path", loaded.path);
        return Err(failure.with("why", why.unwrap_or_default()));
    };
    let assessed = assess(&case, baseline);
    if let Some(study) = baseline.filter(|_| assessed.is_empty()) {
        return Err(Failure::refused("cli-response-no-study").with("study", study));
    }
    if json {
        let id = case.id.as_ref().map_or(folder.as_str(), |id| id.as_str());
        json::write(out, &json!({ "schema_version": 1, "case": id, "response": answer(&assessed) }))?;
    } else {
        for own in &assessed {
            print(context.words, own, out)?;
        }
    }
    if assessed.is_empty() {
        context.say("cli-response-none", &[]);
    }
    Ok(Exit::Ok)
}

fn print(words: &Words, own: &Assessment, out: &mut dyn Write) -> Result<(), Failure> {
    let criteria = words.code(phrase::response::CRITERIA, own.criteria.word());
    writeln!(out, "{}", Shown::line(&format!("{criteria} · {}", own.criteria.source())))?;
    for point in &own.points {
        for line in phrase::response::point(words, point) {
            writeln!(out, "  {line}")?;
        }
    }
    for note in &own.notes {
        writeln!(out, "  ! {}", phrase::response::note(words, note))?;
    }
    Ok(())
}

/// Of a case without measured lesions.
fn nothing() -> Assessment {
    let (targets, points, notes) = (Vec::new(), Vec::new(), Vec::new());
    Assessment { criteria: Criteria::Recist, targets, points, notes }
}

/// The first set of criteria is RECIST 1.1; the others stand beside it.
fn answer(assessed: &[Assessment]) -> Value {
    let mut all: Vec<Value> = assessed.iter().map(response).collect();
    let others = all.split_off(all.len().min(1));
    let mut first = all.pop().unwrap_or_else(|| response(&nothing()));
    if let Value::Object(fields) = &mut first {
        fields.insert("others".to_owned(), Value::Array(others));
    }
    first
}
