//! What the program computed, beside what was entered: the words of the screen as facts of a document, each with its source.

use crate::domain::case::Case;
use crate::domain::response::Assessment;
use crate::domain::text::Shown;
use crate::exchange::report::{Block, Fact};
use crate::exchange::sheet::{Context, table, word};
use crate::phrase;
use crate::phrase::told::Told;

/// The groups from tables and classifications, each with the rows that decided.
pub fn stages(context: &Context, case: &Case) -> Vec<Block> {
    let all = context.computed.stages.iter();
    let told = all.filter_map(|own| phrase::staging::told(context.words, case, own));
    titled(word(context.words, "report-stages-beside"), told.collect())
}

/// The computed scores, each with its inputs.
pub fn scores(context: &Context) -> Vec<Block> {
    let all = context.computed.scores.iter();
    let told = all.map(|own| phrase::scores::told(context.words, own));
    titled(word(context.words, "report-scores-beside"), told.collect())
}

/// The sums over time and the responses, by each set of criteria.
pub fn responses(context: &Context) -> Vec<Block> {
    context.computed.responses.iter().flat_map(|own| response(context, own)).collect()
}

fn response(context: &Context, own: &Assessment) -> Vec<Block> {
    let words = context.words;
    let row = |point| phrase::response::row(words, point).into_iter().map(|cell| vec![cell]).collect();
    let rows: Vec<Vec<Vec<Shown>>> = own.points.iter().map(row).collect();
    vec![
        Block::Heading(phrase::response::title(words, own)),
        table(words, &phrase::response::COLUMNS, rows),
        facts(phrase::response::told(words, own)),
    ]
}

fn titled(title: Shown, told: Vec<Told>) -> Vec<Block> {
    if told.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(title), facts(told)]
}

fn facts(told: Vec<Told>) -> Block {
    let fact = |own: Told| Fact::new(own.label, own.lines.into_iter().map(|line| line.text).collect());
    Block::Facts(told.into_iter().map(fact).collect())
}
