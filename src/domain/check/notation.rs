//! Results that lack the unit that they need to be read, or whose value is impossible in the unit that they have.

use crate::domain::check::facts::Facts;
use crate::domain::fold::fold;
use crate::domain::problem::{Problem, Severity};
use crate::domain::scores::doubt;
use crate::domain::value::Written;

/// Numbers of tests and sizes that have no unit, and values that nobody can have.
pub(super) fn units(facts: &Facts, problems: &mut Vec<Problem>) {
    for (at, lab) in facts.case.labs.iter().enumerate() {
        let test = lab.test.as_ref().map_or("", Written::as_str).trim();
        let is_bare = || lab.value.as_ref().is_some_and(|value| is_bare_number(value.as_str()));
        if lab.unit.is_none() && is_bare() && !lab.is_pure_number() {
            problems.push(
                Problem::new("lab-unit-missing", Severity::Warning, format!("labs[{at}]"))
                    .with("test", if test.is_empty() { "?" } else { test })
                    .owned_by(facts.responsible()),
            );
        }
    }
    implausible(facts, problems);
    for (at, lesion) in facts.case.lesions.iter().enumerate() {
        for (list, sizes) in [("sizes", &lesion.sizes), ("viable", &lesion.viable)] {
            for (study, size) in sizes.iter().filter(|(_, size)| is_bare_size(size.as_str())) {
                let path = format!("lesions[{at}].{list}.{study}");
                problems.push(
                    Problem::new("size-unit-missing", Severity::Warning, path)
                        .with("size", size.as_str())
                        .owned_by(facts.responsible()),
                );
            }
        }
    }
}

/// What no living patient has was written in another unit, or is another number.
fn implausible(facts: &Facts, problems: &mut Vec<Problem>) {
    for (at, lab) in facts.case.labs.iter().enumerate() {
        let text = |text: &Option<Written>| text.as_ref().map_or("", Written::as_str).trim().to_owned();
        let (test, unit) = (text(&lab.test), lab.unit.as_ref().map(Written::as_str));
        let Some(doubt) = doubt(&test, &text(&lab.value), unit) else { continue };
        let units = if doubt.instead.is_empty() { "none".to_owned() } else { doubt.instead.join(" / ") };
        problems.push(
            Problem::new("lab-implausible", Severity::Error, format!("labs[{at}].value"))
                .with("test", test)
                .with("value", doubt.written)
                .with("units", units)
                .owned_by(facts.responsible()),
        );
    }
}

/// One diameter, or two as `34 x 22`.
fn is_bare_size(text: &str) -> bool {
    // Most have their unit.
    let is_unit = |byte: u8| byte.is_ascii_alphabetic() && !byte.eq_ignore_ascii_case(&b'x');
    !text.bytes().any(is_unit) && fold(text).split(['x', '×', '*']).all(is_bare_number)
}

fn is_bare_number(text: &str) -> bool {
    let text = fold(text);
    let text = text.trim().trim_start_matches(['<', '>', '≤', '≥', '~', ' ']);
    text.starts_with(|first: char| first.is_ascii_digit())
        && text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' '))
}
