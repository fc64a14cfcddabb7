//! What the program computed, as blocks beside what was entered: the same words as in documents, each weight with its look.

use crate::domain::computed::ScoreBeside;
use crate::domain::response::{Assessment, Length};
use crate::phrase;
use crate::phrase::told::{Line, Told, Weight};
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, Role, Row, Table};
use crate::ui::screens::case::facts::label;

/// A line in the look of its weight.
pub fn part(line: Line) -> Part {
    let role = match line.weight {
        Weight::Plain => Role::Value,
        Weight::Quiet => Role::Muted,
        Weight::Attention => Role::Attention,
        Weight::Danger => Role::Danger,
    };
    Part::new(role, line.text)
}

/// Lines under one label.
pub fn facts(told: Told) -> Vec<Block> {
    let labels = std::iter::once(told.label).chain(std::iter::repeat_with(Default::default));
    labels.zip(told.lines).map(|(label, line)| Block::Fact(label, part(line))).collect()
}

/// A score with what it rests on.
pub fn score(model: &Model, own: &ScoreBeside) -> Vec<Block> {
    facts(phrase::scores::told(model.words, own))
}

/// The sums over time as bars with their numbers, then why each response is what it is.
pub fn response(model: &Model, own: &Assessment) -> Vec<Block> {
    let words = model.words;
    let widest = if model.size.0 < 72 { 6 } else { 16 };
    let most = own.points.iter().filter_map(|point| point.sum).max();
    let [when, rest @ ..] = phrase::response::COLUMNS.map(|id| label(model, id));
    let mut head = vec![when, "".into()];
    head.extend(rest);
    let rows = own.points.iter().map(|point| {
        let [when, sum, baseline, smallest, verdict] = phrase::response::row(words, point);
        let bar = point.sum.zip(most).map(|(sum, most)| bar(sum, most, widest)).unwrap_or_default();
        let role = if point.overall.is_some() { Role::Title } else { Role::Muted };
        let mut cells = vec![Part::value(when), Part::new(Role::Muted, bar)];
        cells.extend([sum, baseline, smallest].map(Part::value));
        cells.push(Part::new(role, verdict));
        Row::new(cells)
    });
    let rows = rows.collect();
    let mut blocks =
        vec![Block::Heading(phrase::response::title(words, own)), Block::Table(Table { head, rows })];
    blocks.extend(phrase::response::told(words, own).into_iter().flat_map(facts));
    blocks
}

/// A bar in half cells; whatever is there at all has half a one.
fn bar(sum: Length, most: Length, widest: i64) -> String {
    if most == Length::ZERO || sum == Length::ZERO {
        return String::new();
    }
    let halves = (sum.thousandths() * widest * 2 / most.thousandths()).max(1);
    let full = usize::try_from(halves / 2).unwrap_or_default();
    format!("{}{}", "█".repeat(full), if halves % 2 == 1 { "▌" } else { "" })
}

/// How much a lesion changed from its first measure to its last, as the criteria read them.
pub fn change(own: &Assessment, at: usize) -> Option<String> {
    let all = own.points.iter().filter_map(|point| (*point.entries.get(at)?)?.length());
    let lengths: Vec<Length> = all.collect();
    let (first, last) = (lengths.first()?, lengths.last()?);
    (lengths.len() > 1).then(|| phrase::response::change(last.change_from(*first)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_part_of_the_largest_sum() {
        let length = Length::millimetres;
        for (sum, expected) in [(100, "████"), (50, "██"), (60, "██"), (70, "██▌"), (1, "▌"), (0, "")]
        {
            assert_eq!(bar(length(sum), length(100), 4), expected, "{sum}");
        }
    }
}
