//! `tumorboard stage`: the stage group from the table of an edition, with the rows that decided and their source.

use std::fs;
use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use crate::cli::args::StageAsk;
use crate::cli::computed::table_answer;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::json;
use crate::domain::staging::batch::BatchFault;
use crate::domain::staging::tnm::{prefix_of, readings};
use crate::domain::staging::{InUse, Query, Refused, Staged, Table, batch, in_use, offered, stage_with};
use crate::domain::text::Shown;
use crate::phrase;
use crate::storage::error::{Doing, Error};
use crate::storage::tables;

pub fn run(context: &Context, ask: &StageAsk, out: &mut dyn Write) -> Result<Exit, Failure> {
    let own = tables_of_workspace(context);
    match &ask.batch {
        Some(_) if ask.json => Err(Failure::refused("cli-stage-batch-json")),
        Some(file) => whole_table(context, &own, file, out),
        None => one(context, &own, ask, out),
    }
}

/// Tables are asked for without a workspace, too. One of its own that cannot be read is told: another would answer.
fn tables_of_workspace(context: &Context) -> Vec<Table> {
    let Some(root) = context.find_workspace() else { return Vec::new() };
    let (own, faulty) = tables::of(&root);
    for (path, problem) in faulty {
        context.say_unreadable(&path, &problem);
    }
    own
}

fn one(context: &Context, own: &[Table], ask: &StageAsk, out: &mut dyn Write) -> Result<Exit, Failure> {
    let readings = categories(ask);
    let factors = factors(ask);
    let frame = Query {
        site: ask.site.as_deref().unwrap_or_default(),
        system: &ask.system,
        edition: ask.edition.as_deref().unwrap_or_default(),
        basis: ask.basis.as_deref().unwrap_or_default(),
        factors: &factors,
        ..Query::default()
    };
    let taken = edition(own, &frame)?;
    let frame = Query { edition: taken.as_deref().unwrap_or(frame.edition), ..frame };
    let queries: Vec<Query<'_>> = readings.iter().map(|parts| of_parts(frame, parts)).collect();
    let known =
        |query: &&Query<'_>| !matches!(stage_with(own, **query), Err(Refused::UnknownCategory { .. }));
    let query = queries.iter().find(known).or(queries.first()).copied().unwrap_or(frame);
    if query.basis_key().is_empty() {
        return Err(Failure::refused("cli-stage-no-basis"));
    }
    let answer = stage_with(own, query);
    if ask.json {
        write_json(&query, taken.is_none(), &answer, out)?;
    } else if let Ok(staged) = &answer {
        write_lines(context, staged, taken.as_deref(), out)?;
    }
    match answer {
        Ok(_) => Ok(Exit::Ok),
        Err(_) if ask.json => Ok(Exit::Refused),
        Err(refused) => {
            let why = phrase::staging::refused(context.words, &refused).into_string();
            Err(match unknown_site(own, &refused) {
                Some(known) => Failure::refused("cli-stage-unknown-site").with("known", known),
                None => Failure::refused("cli-stage-refused"),
            }
            .with("why", why))
        }
    }
}

/// The edition in use, where the question names none.
fn edition(own: &[Table], query: &Query<'_>) -> Result<Option<String>, Failure> {
    if !query.edition_key().is_empty() {
        return Ok(None);
    }
    match in_use(own, query) {
        InUse::Edition(edition) => Ok(Some(edition)),
        InUse::Unclear(known) => {
            Err(Failure::refused("cli-stage-no-edition").with("known", known.join(", ")))
        }
        InUse::None => Ok(None),
    }
}

/// The sites that there are, where the one that was asked for is none of them.
fn unknown_site(own: &[Table], refused: &Refused) -> Option<String> {
    let Refused::NoTable { available, .. } = refused else { return None };
    let sites: Vec<String> = offered(own).into_iter().map(|table| table.site).collect();
    let unknown = !available.is_empty() && available.iter().all(|name| sites.contains(name));
    unknown.then(|| available.join(", "))
}

fn of_parts<'a>(query: Query<'a>, [t, n, m]: &'a [String; 3]) -> Query<'a> {
    Query { t, n, m, ..query }
}

/// A unit that stands apart from its number: the `ng/mL` of `psa=8 ng/mL`.
fn is_unit(word: &str) -> bool {
    word.contains('/')
        && word.starts_with(char::is_alphabetic)
        && prefix_of(word).is_empty()
        && readings(word).is_empty()
}

/// The factors, each with its unit.
fn factors(ask: &StageAsk) -> Vec<(String, String)> {
    let mut factors: Vec<(String, String)> = Vec::new();
    let mut before = false;
    for word in &ask.categories {
        match word.split_once('=') {
            Some((name, value)) => factors.push((name.to_owned(), value.to_owned())),
            None if before && is_unit(word) => {
                factors.last_mut().into_iter().for_each(|(_, value)| value.push_str(word));
            }
            None => (),
        }
        before = word.contains('=');
    }
    factors
}

/// In any order and in as many words as they were typed in, in each way that this can be read; where the words do not
/// say which is which, T, N and M in turn, and what is too much stays with M, so that it is refused.
fn categories(ask: &StageAsk) -> Vec<[String; 3]> {
    let is_factor = |text: &&&str| text.contains('=') || is_unit(text);
    let words = ask.categories.iter().map(String::as_str).collect::<Vec<&str>>();
    let words: Vec<&str> = words.iter().filter(|text| !is_factor(text)).copied().collect();
    let readings = readings(&words.join(" "));
    if !readings.is_empty() {
        return readings;
    }
    let word = |at: usize| words.get(at).copied().unwrap_or_default().to_owned();
    vec![[word(0), word(1), words.get(2..).unwrap_or_default().join(" ")]]
}

fn write_lines(
    context: &Context,
    staged: &Staged,
    taken: Option<&str>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    writeln!(out, "{}", Shown::line(&staged.groups.join(" / ")))?;
    for row in &staged.rows {
        writeln!(out, "    {}", Shown::line(&row.to_string()))?;
    }
    let from = [("table", staged.table.as_str().into()), ("source", staged.source.as_str().into())];
    writeln!(out, "{}", Shown::line(&context.words.with("cli-stage-from", &from)))?;
    if let Some(edition) = taken {
        let taken = context.words.with("cli-stage-edition-in-use", &[("edition", edition.into())]);
        writeln!(out, "{}", Shown::line(&taken))?;
    }
    if !staged.missing.is_empty() {
        let missing = [("what", staged.missing.join(", ").into())];
        writeln!(out, "{}", Shown::line(&context.words.with("cli-stage-missing", &missing)))?;
    }
    for mismatch in &staged.mismatches {
        writeln!(out, "{}", phrase::staging::mismatch(context.words, mismatch))?;
    }
    if let Some((written, why)) = &staged.obsolete {
        writeln!(out, "{}", phrase::staging::obsolete(context.words, written, *why))?;
    }
    Ok(())
}

fn write_json(
    query: &Query<'_>,
    edition_given: bool,
    answer: &Result<Staged, Refused>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    // As it was understood: a basis may stand before the T, or not be asked for.
    let asked = json!({
        "site": query.site, "system": query.system_key(), "edition": query.edition, "basis": query.basis_key(),
        "t": query.t, "n": query.n, "m": query.m, "edition_given": edition_given,
    });
    let mut stage = table_answer(answer.as_ref());
    if let Value::Object(fields) = &mut stage {
        fields.insert("asked".to_owned(), asked);
    }
    Ok(json::write(out, &json!({ "schema_version": 1, "stage": stage }))?)
}

fn whole_table(context: &Context, own: &[Table], file: &Path, out: &mut dyn Write) -> Result<Exit, Failure> {
    let bytes = fs::read(file).map_err(|error| Error::io(Doing::ReadFile, file, error))?;
    let text = text_of(bytes).ok_or_else(|| Failure::refused("cli-stage-no-text"))?;
    let told = match batch::batch(own, &text) {
        Ok(told) => told,
        Err(BatchFault::Empty) => {
            return Err(Failure::refused("cli-stage-no-header").with("columns", batch::NAMED));
        }
        Err(BatchFault::MissingColumn { column, line }) => {
            let failure = Failure::refused("cli-stage-no-column").with("columns", batch::NAMED);
            return Err(failure.with("column", column).with("line", line.to_string()));
        }
    };
    write!(out, "{}", told.table)?;
    if !told.without.is_empty() {
        let lines: Vec<String> = told.without.iter().map(ToString::to_string).collect();
        let args = [
            ("without", told.without.len().into()),
            ("rows", told.rows.into()),
            ("lines", lines.join(", ").into()),
        ];
        context.say("cli-stage-without", &args);
    }
    Ok(Exit::Ok)
}

/// UTF-8, or the UTF-16 in which spreadsheets save text parted by tabs.
fn text_of(bytes: Vec<u8>) -> Option<String> {
    let decode = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(unit);
        char::decode_utf16(units).collect::<Result<String, _>>().ok()
    };
    match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => decode(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => decode(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    }
}
