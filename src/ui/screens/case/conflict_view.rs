//! Two decisions in conflict, side by side: what they say under one label stands in the same rows.

use ratatui::text::Line;

use crate::ui::page::Block;
use crate::ui::theme::Theme;
use crate::ui::widgets::{empty, layout};

/// The lines of both sides, of the same number, each `cells` wide.
pub fn rows(
    theme: Theme,
    left: &[Block],
    right: &[Block],
    cells: usize,
) -> Vec<(Line<'static>, Line<'static>)> {
    let sides = [left, right];
    let labels = layout::labels(sides.into_iter().flatten(), cells);
    let lay = |part: &[Block]| layout::labelled(theme, part, cells, labels);
    let mut rows = Vec::new();
    for (left, right) in pairs(&parts(left), &parts(right)) {
        let (mut left, mut right) = (lay(left), lay(right));
        let height = left.len().max(right.len());
        left.resize(height, empty());
        right.resize(height, empty());
        rows.extend(left.into_iter().zip(right));
    }
    rows
}

/// What stands before the first label, then each label with everything under it.
fn parts(side: &[Block]) -> Vec<&[Block]> {
    let begins = |block: &Block| label(block).is_some_and(|label| !label.is_empty());
    let starts = side.iter().enumerate().filter(|(_, block)| begins(block)).map(|(at, _)| at);
    let starts: Vec<usize> = std::iter::once(0).chain(starts.filter(|at| *at > 0)).collect();
    let ends = starts.iter().copied().skip(1).chain([side.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| side.get(*start..end)).collect()
}

fn label(block: &Block) -> Option<&str> {
    if let Block::Fact(label, _) = block { Some(label.as_str()) } else { None }
}

/// The parts of both sides by their labels, in their order; a part that the other side lacks stands alone.
fn pairs<'a>(left: &[&'a [Block]], right: &[&'a [Block]]) -> Vec<(&'a [Block], &'a [Block])> {
    let of = |part: &&'a [Block]| part.first().and_then(label).unwrap_or_default().to_owned();
    let mut pairs: Vec<(&[Block], &[Block])> = Vec::new();
    let mut taken = 0;
    for part in left {
        let same = right.iter().enumerate().skip(taken).find(|(_, other)| of(other) == of(part));
        let Some((at, other)) = same else {
            pairs.push((part, &[]));
            continue;
        };
        pairs.extend(right.iter().take(at).skip(taken).map(|alone| (&[][..], *alone)));
        pairs.push((part, other));
        taken = at + 1;
    }
    pairs.extend(right.iter().skip(taken).map(|alone| (&[][..], *alone)));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::page::{Part, Role};

    fn side(parts: &[(&str, &str)]) -> Vec<Block> {
        let fact = |(label, text): &(&str, &str)| {
            Block::Fact((*label).into(), Part::new(Role::Value, (*text).to_owned()))
        };
        std::iter::once(Block::Heading("side".into())).chain(parts.iter().map(fact)).collect()
    }

    #[test]
    fn what_two_sides_say_under_one_label_begins_in_one_row_whatever_else_they_say() {
        let left = side(&[("Outcome", "yes"), ("Options", "one"), ("", "two"), ("Dissent", "none")]);
        let right =
            side(&[("Outcome", "no"), ("", "why"), ("Trial", "open"), ("Dissent", "one"), ("Note", "x")]);
        let told: Vec<[String; 2]> = rows(Theme::default(), &left, &right, 40)
            .into_iter()
            .map(|(left, right)| {
                [left, right].map(|line| line.to_string().split_whitespace().collect::<Vec<_>>().join(" "))
            })
            .collect();
        let told: Vec<[&str; 2]> = told.iter().map(|pair| [pair[0].as_str(), pair[1].as_str()]).collect();
        assert_eq!(
            told,
            [
                ["side", "side"],
                ["Outcome yes", "Outcome no"],
                ["", "why"],
                ["Options one", ""],
                ["two", ""],
                ["", "Trial open"],
                ["Dissent none", "Dissent one"],
                ["", "Note x"],
            ]
        );
    }
}
