//! Laying a file's tree against its shape: what does not fit becomes a problem with its position, and is left out.

use std::fmt::Write;

use crate::domain::date::{Date, DateFault, PartialDate};
use crate::domain::kinds::Kinds;
use crate::domain::nearest::nearest;
use crate::domain::problem::{Place, Problem, Severity};
use crate::storage::node::{Entry, Kind, Node};
use crate::storage::shape::{Mapping, Scalar, Shape};

/// Problems in the order of the file, so many of each kind. Nodes of the wrong shape are blank afterwards, so the rest can be read.
pub fn fit(root: &mut Node, shape: &Shape) -> Vec<Problem> {
    let mut walk = Walk::default();
    walk.node(root, shape);
    walk.problems.finish()
}

#[derive(Default)]
struct Walk<'a> {
    path: Vec<Step<'a>>,
    problems: Kinds,
}

enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

impl<'a> Walk<'a> {
    fn node(&mut self, node: &'a mut Node, shape: &Shape) {
        let place = node.place;
        match (&mut node.kind, shape) {
            (Kind::Blank, _) => (),
            (Kind::Text(text), Shape { scalar: Some(scalar), .. }) => self.scalar(text, scalar, place),
            (Kind::List(items), Shape { items: Some(shape), .. }) => {
                for (index, item) in items.iter_mut().enumerate() {
                    self.path.push(Step::Index(index));
                    self.node(item, shape);
                    self.path.pop();
                }
            }
            (Kind::Map(entries), Shape { mapping: Some(mapping), .. }) => self.mapping(entries, mapping),
            (kind, shape) => {
                self.add(expected(shape), place, &[]);
                *kind = Kind::Blank;
            }
        }
    }

    fn mapping(&mut self, entries: &'a mut [Entry], mapping: &Mapping) {
        for Entry { key, place, value } in entries {
            self.path.push(Step::Key(key));
            match mapping {
                Mapping::Fixed(known) => {
                    if let Some((_, shape)) = known.iter().find(|(own, _)| *own == *key) {
                        self.node(value, shape);
                    } else {
                        self.unknown_key(key, *place, known);
                        value.kind = Kind::Blank;
                    }
                }
                Mapping::Free(shape) => {
                    // `phan-ir:` with nothing behind it still names a person.
                    if value.is_blank() && shape.scalar.is_none() && shape.mapping.is_some() {
                        value.kind = Kind::Map(Vec::new());
                    }
                    self.node(value, shape);
                }
            }
            self.path.pop();
        }
    }

    fn unknown_key(&mut self, key: &str, place: Place, known: &[(String, Shape)]) {
        if !self.has_room("unknown-key", place) {
            return;
        }
        let keys = known.iter().map(|(own, _)| own.as_str());
        let suggestion = nearest(key, keys.clone()).unwrap_or("nothing");
        let list = keys.collect::<Vec<_>>().join(", ");
        self.add("unknown-key", place, &[("key", &short(key)), ("suggestion", suggestion), ("list", &list)]);
    }

    fn scalar(&mut self, text: &str, scalar: &Scalar, place: Place) {
        // Only what does not fit is told of.
        let written = || short(text);
        match scalar {
            Scalar::Text => (),
            Scalar::Code(words) => {
                let own = text.trim();
                let is_on_list = words.iter().any(|word| word.eq_ignore_ascii_case(own));
                if !is_on_list && self.has_room("unknown-value", place) {
                    let suggestion = nearest(text, words.iter().map(String::as_str)).unwrap_or("nothing");
                    let list = words.join(", ");
                    self.add(
                        "unknown-value",
                        place,
                        &[("value", &written()), ("suggestion", suggestion), ("list", &list)],
                    );
                }
            }
            Scalar::Date => {
                if let Err(fault) = PartialDate::parse(text)
                    && matches!(Date::parse(text), Date::Other(_))
                {
                    match fault {
                        DateFault::TwoReadings(first, second) => self.add(
                            "date-ambiguous",
                            place,
                            &[("value", &written()), ("first", &first), ("second", &second)],
                        ),
                        DateFault::OtherNotation(iso) => {
                            self.add("date-notation", place, &[("value", &written()), ("iso", &iso)]);
                        }
                        DateFault::NoSuchDay => self.add("date-impossible", place, &[("value", &written())]),
                        DateFault::NotADate => self.add("not-a-date", place, &[("value", &written())]),
                    }
                }
            }
        }
    }

    /// A suggestion and a list are worked out only for what is kept; the rest is counted.
    fn has_room(&mut self, code: &'static str, place: Place) -> bool {
        let has_room = self.problems.has_room(code);
        if !has_room {
            self.problems.count(code, Severity::Error, Some(place));
        }
        has_room
    }

    fn add(&mut self, code: &'static str, place: Place, args: &[(&'static str, &str)]) {
        if !self.has_room(code, place) {
            return;
        }
        let mut path = String::new();
        for step in &self.path {
            let _ = match step {
                Step::Key(key) if path.is_empty() => write!(path, "{key}"),
                Step::Key(key) => write!(path, ".{key}"),
                Step::Index(index) => write!(path, "[{index}]"),
            };
        }
        let problem = Problem::new(code, Severity::Error, path).at(Some(place));
        self.problems.push(args.iter().fold(problem, |problem, (name, value)| problem.with(name, *value)));
    }
}

/// Enough of what was written to find it again; a whole report would bury the sentence.
fn short(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut short: String = text.trim().chars().take(LONGEST).collect();
    if text.trim().chars().count() > LONGEST {
        short.push('…');
    }
    short
}

fn expected(shape: &Shape) -> &'static str {
    match shape {
        Shape { items: Some(_), .. } => "expected-list",
        Shape { scalar: Some(_), .. } => "expected-text",
        _ => "expected-mapping",
    }
}
