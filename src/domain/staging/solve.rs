//! Which groups are possible when some columns are open: every combination is looked up.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::stage_group::StageGroup;
use crate::domain::staging::answer::Row;
use crate::domain::staging::column::{Column, Given};
use crate::domain::staging::table::Table;

/// What one table says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub groups: Vec<String>,
    pub rows: Vec<Row>,
    pub missing: Vec<String>,
    /// Groups inside those found that a sub-category would give.
    pub within: Vec<String>,
}

/// What was given, with the sub-categories of each category that stands on its own.
fn finer(given: &[Given]) -> Option<Vec<Given>> {
    let finer = |own: &Given| match own.finer.len() {
        0 | 1 => own.clone(),
        _ => Given { values: own.finer.clone(), ..Given::default() },
    };
    let all: Vec<Given> = given.iter().map(finer).collect();
    (all != given).then_some(all)
}

/// Groups of sub-categories that are parts of a group found: IB1 of IB, not the IB of an N1mi beside the IIA of N1.
fn groups_within(table: &Table, given: &[Given], found: &[String]) -> Vec<String> {
    let Some(finer) = finer(given) else { return Vec::new() };
    let parts = solve(table, &finer).groups.into_iter();
    let is_part = |group: &String| {
        let wider = found.iter().filter_map(|own| StageGroup::parse(own));
        !found.contains(group) && wider.into_iter().any(|own| own.covers(group))
    };
    parts.filter(is_part).collect()
}

/// Looks up what was given for each column; no groups when no row fits.
pub fn solve(table: &Table, given: &[Given]) -> Found {
    let mut looked_up: Vec<Looked> = Vec::new();
    for values in combinations(&given.iter().map(|given| given.values.clone()).collect::<Vec<_>>()) {
        let rule = table.decide(&values);
        let wider: Vec<Vec<usize>> =
            given.iter().zip(&values).map(|(given, value)| given.wider(*value)).collect();
        if rule.is_none() && given.iter().any(|given| !given.otherwise.is_empty()) {
            let others = combinations(&wider).into_iter();
            looked_up.extend(others.map(|values| Looked { rule: table.decide(&values), values }));
        } else {
            looked_up.push(Looked { values, rule });
        }
    }
    let rules: BTreeSet<usize> = looked_up.iter().filter_map(|looked| looked.rule).collect();
    let mut groups: Vec<String> = rules.iter().flat_map(|rule| table.groups(*rule)).cloned().collect();
    sort_groups(&mut groups);
    let missing = open_columns(table, given, &looked_up);
    let within = groups_within(table, given, &groups);
    Found { rows: rules.iter().filter_map(|rule| table.row(*rule)).collect(), groups, missing, within }
}

/// One combination of values and the row that decides it.
struct Looked {
    values: Vec<usize>,
    rule: Option<usize>,
}

/// Lowest stage first, each once.
pub fn sort_groups(groups: &mut Vec<String>) {
    groups.sort_by_key(|group| order(group));
    groups.dedup();
}

impl Given {
    /// What a value can stand for when the table has no row for it.
    fn wider(&self, value: usize) -> Vec<usize> {
        if self.otherwise.is_empty() { vec![value] } else { self.otherwise.clone() }
    }
}

fn combinations(choices: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let extend = |done: Vec<Vec<usize>>, values: &Vec<usize>| {
        let with = |start: Vec<usize>| {
            values.iter().map(move |value| start.iter().copied().chain(std::iter::once(*value)).collect())
        };
        done.into_iter().flat_map(with).collect()
    };
    choices.iter().fold(vec![Vec::new()], extend)
}

/// The columns whose value makes a difference among what was looked up. A category that has no group at all is not
/// what an open category will turn out to be; of a factor it is said, and of one of several that were written.
fn open_columns(table: &Table, given: &[Given], looked_up: &[Looked]) -> Vec<String> {
    let makes_a_difference = |(index, column): &(usize, &Column)| {
        let mut by_value: BTreeMap<usize, BTreeSet<&String>> = BTreeMap::new();
        for looked in looked_up {
            if let Some(value) = looked.values.get(*index) {
                let groups = looked.rule.map_or(&[] as &[String], |rule| table.groups(rule));
                by_value.entry(*value).or_default().extend(groups);
            }
        }
        let is_said = !column.is_axis() || given.get(*index).is_some_and(|given| given.several);
        let outcomes: BTreeSet<&BTreeSet<&String>> =
            by_value.values().filter(|groups| !groups.is_empty() || is_said).collect();
        outcomes.len() > 1
    };
    let open = table.columns.iter().enumerate().filter(makes_a_difference);
    open.map(|(_, column)| column.name.clone()).collect()
}

/// Stage `0` before `I`, `IA` before `IB`, `IIIC` before `IV`; what is no number comes first.
fn order(group: &str) -> (usize, String) {
    let roman: String = group.chars().take_while(|character| matches!(character, 'I' | 'V')).collect();
    let rank = match (roman.as_str(), group) {
        ("I", _) => 2,
        ("II", _) => 3,
        ("III", _) => 4,
        ("IV", _) => 5,
        (_, "0") => 1,
        _ => 0,
    };
    (rank, group.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_listed_from_the_lowest() {
        let mut groups: Vec<String> =
            ["IVA", "IIIC1", "IB", "0", "IA3", "IIIB", "I", "occult", "IIA", "IB"].map(str::to_owned).into();
        sort_groups(&mut groups);
        assert_eq!(groups, ["occult", "0", "I", "IA3", "IB", "IIA", "IIIB", "IIIC1", "IVA"]);
    }
}
