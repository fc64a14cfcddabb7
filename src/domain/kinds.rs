//! The problems of one file, so many of each kind; the rest is counted, for a hostile file has no end of them.

use std::collections::BTreeMap;

use crate::domain::problem::{Place, Problem, Severity, Word};

/// More of one kind than this nobody reads one by one.
pub const MOST: usize = 100;

/// Problems as they are found, of which each kind keeps the first `MOST`.
#[derive(Default)]
pub struct Kinds {
    kept: Vec<Problem>,
    /// How many of each kind were found, and the first that was left out.
    found: BTreeMap<Word, (usize, Option<Problem>)>,
}

impl Kinds {
    /// Whether one more of the kind is still kept: what goes into its sentence need not be worked out otherwise.
    pub fn has_room(&self, code: &str) -> bool {
        self.found.get(code).is_none_or(|(found, _)| *found < MOST)
    }

    pub fn push(&mut self, problem: Problem) {
        let (found, left_out) = self.found.entry(problem.code.clone()).or_default();
        *found += 1;
        if *found <= MOST {
            self.kept.push(problem);
        } else if left_out.is_none() {
            *left_out = Some(problem);
        }
    }

    /// One more of a kind that has no room: only counted, once it is known where the first of them stands.
    pub fn count(&mut self, code: &'static str, severity: Severity, place: Option<Place>) {
        let (found, left_out) = self.found.entry(code.into()).or_default();
        *found += 1;
        left_out.get_or_insert_with(|| Problem::new(code, severity, "").at(place));
    }

    /// Those that were kept, and for each kind of which there are more, how many.
    pub fn finish(self) -> Vec<Problem> {
        let more = self.found.into_iter().filter_map(|(code, (found, left_out))| {
            let first = left_out?;
            let more = Problem::new("more-of-a-kind", first.severity, first.path).at(first.place);
            Some(more.with("count", (found - MOST).to_string()).with("kind", code))
        });
        self.kept.into_iter().chain(more).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_each_kind_the_first_are_kept_and_the_rest_is_counted_where_it_begins() {
        let mut kinds = Kinds::default();
        let place = |line| Some(Place { line, column: 1 });
        for line in 1..=MOST + 7 {
            kinds.push(Problem::new("unknown-key", Severity::Error, format!("z{line}")).at(place(line)));
        }
        assert!(!kinds.has_room("unknown-key") && kinds.has_room("not-a-date"));
        kinds.count("unknown-key", Severity::Error, place(1));
        kinds.push(Problem::new("not-a-date", Severity::Error, "").at(place(3)));
        let problems = kinds.finish();
        assert_eq!(problems.iter().filter(|one| one.code == "unknown-key").count(), MOST);
        let more = problems.last().unwrap();
        assert_eq!(
            (more.code.as_ref(), more.severity, more.place),
            ("more-of-a-kind", Severity::Error, place(MOST + 1))
        );
        assert_eq!(more.args[0].1, "8".into());
        assert_eq!(problems.len(), MOST + 2);
    }
}
