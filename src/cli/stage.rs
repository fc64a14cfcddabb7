//! `tumorboard stage`: the stage group from the table of an edition, with the rows that decided and their source.

use std::fs;
use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use crate::cli::args::StageAsk;
use crate::cli::computed::staged;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::json;
use crate::domain::staging::tnm::readings;
use crate::domain::staging::{Query, Refused, Staged, Table, batch, stage_with};
use crate::domain::text::Shown;
use crate::phrase;
use crate::storage::error::{Doing, Error};
use crate::storage::tables;

pub fn run(context: &Context, ask: &StageAsk, out: &mut dyn Write) -> Result<Exit, Failure> {
    let own = tables_of_workspace(context);
    match &ask.batch {
        Some(file) => whole_table(&own, file, out),
        None => one(context, &own, ask, out),
    }
}

/// Tables are asked for without a workspace, too. One of its own that cannot be read is told: another would answer.
fn tables_of_workspace(context: &Context) -> Vec<Table> {
    let Some(root) = context.find_workspace() else { return Vec::new() };
    let (own, faulty) = tables::of(&root);
    for (path, problem) in faulty {
        let place = problem.place.map(|place| format!(":{}:{}", place.line, place.column));
        let path = format!("{path}{}", place.unwrap_or_default());
        let why = phrase::problem(context.words, &problem);
        context.say("cli-unreadable-file", &[("path", path.into()), ("why", why.as_str().into())]);
    }
    own
}

fn one(context: &Context, own: &[Table], ask: &StageAsk, out: &mut dyn Write) -> Result<Exit, Failure> {
    let readings = categories(ask);
    let factors: Vec<(String, String)> = ask
        .categories
        .iter()
        .filter_map(|text| text.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let frame = Query {
        site: ask.site.as_deref().unwrap_or_default(),
        system: &ask.system,
        edition: ask.edition.as_deref().unwrap_or_default(),
        basis: ask.basis.as_deref().unwrap_or_default(),
        factors: &factors,
        ..Query::default()
    };
    let queries: Vec<Query<'_>> = readings.iter().map(|parts| of_parts(frame, parts)).collect();
    let known =
        |query: &&Query<'_>| !matches!(stage_with(own, **query), Err(Refused::UnknownCategory { .. }));
    let query = queries.iter().find(known).or(queries.first()).copied().unwrap_or(frame);
    if query.basis_key().is_empty() {
        return Err(Failure::refused("cli-stage-no-basis"));
    }
    let answer = stage_with(own, query);
    if ask.json {
        write_json(&query, &answer, out)?;
    } else if let Ok(staged) = &answer {
        write_lines(context, staged, out)?;
    }
    match answer {
        Ok(_) => Ok(Exit::Ok),
        Err(_) if ask.json => Ok(Exit::Refused),
        Err(refused) => Err(Failure::refused("cli-stage-refused")
            .with("why", phrase::staging::refused(context.words, &refused).into_string())),
    }
}

fn of_parts<'a>(query: Query<'a>, [t, n, m]: &'a [String; 3]) -> Query<'a> {
    Query { t, n, m, ..query }
}

/// In any order and in as many words as they were typed in, in each way that this can be read; where the words do not
/// say which is which, T, N and M in turn, and what is too much stays with M, so that it is refused.
fn categories(ask: &StageAsk) -> Vec<[String; 3]> {
    let words: Vec<&str> =
        ask.categories.iter().map(String::as_str).filter(|text| !text.contains('=')).collect();
    let readings = readings(&words.join(" "));
    if !readings.is_empty() {
        return readings;
    }
    let word = |at: usize| words.get(at).copied().unwrap_or_default().to_owned();
    vec![[word(0), word(1), words.get(2..).unwrap_or_default().join(" ")]]
}

fn write_lines(context: &Context, staged: &Staged, out: &mut dyn Write) -> Result<(), Failure> {
    writeln!(out, "{}", Shown::line(&staged.groups.join(" / ")))?;
    for row in &staged.rows {
        writeln!(out, "    {}", Shown::line(&row.to_string()))?;
    }
    let from = [("table", staged.table.as_str().into()), ("source", staged.source.as_str().into())];
    writeln!(out, "{}", Shown::line(&context.words.with("cli-stage-from", &from)))?;
    if !staged.missing.is_empty() {
        let missing = [("what", staged.missing.join(", ").into())];
        writeln!(out, "{}", Shown::line(&context.words.with("cli-stage-missing", &missing)))?;
    }
    for mismatch in &staged.mismatches {
        writeln!(out, "{}", phrase::staging::mismatch(context.words, mismatch))?;
    }
    Ok(())
}

fn write_json(
    query: &Query<'_>,
    answer: &Result<Staged, Refused>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let asked = json!({
        "site": query.site, "system": query.system, "edition": query.edition, "basis": query.basis,
        "t": query.t, "n": query.n, "m": query.m,
    });
    let mut stage = match answer {
        Ok(found) => staged(found),
        Err(refused) => json!({ "refused": refused.code(), "message": refused.to_string() }),
    };
    if let Value::Object(fields) = &mut stage {
        fields.insert("asked".to_owned(), asked);
    }
    Ok(json::write(out, &json!({ "schema_version": 1, "stage": stage }))?)
}

fn whole_table(own: &[Table], file: &Path, out: &mut dyn Write) -> Result<Exit, Failure> {
    let text = fs::read_to_string(file).map_err(|error| Error::io(Doing::ReadFile, file, error))?;
    match batch::batch_with(own, &text) {
        Ok(table) => {
            write!(out, "{table}")?;
            Ok(Exit::Ok)
        }
        Err(fault) => Err(Failure::refused("cli-stage-refused").with("why", fault.to_string())),
    }
}
