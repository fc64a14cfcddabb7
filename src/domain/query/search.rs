//! One query asked of all cases: first the words as typed, then, where those find little, similar ones.

use std::borrow::Borrow;
use std::thread;

use chrono::NaiveDate;

use crate::domain::cores;
use crate::domain::query::haystack::{Haystack, Needle};
use crate::domain::query::language::Query;
use crate::domain::summary::Summary;

/// Where so many cases have the words as typed, a similar one further down helps nobody; below it, slips are forgiven.
const ENOUGH: usize = 200;
/// So many similar ones are put in the order of their likeness; of more nobody looks for the likest.
const MOST_COMPARED: usize = 2_000;
/// Of so many the names are read as they are written, to put those first that have the marks that were typed.
const MOST_READ: usize = 20_000;
/// Fewer cases are searched faster than a thread starts.
const WORTH_A_THREAD: usize = 8_000;

/// A case that answers, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub at: usize,
    pub score: i64,
}

/// A search while it is typed: every further letter looks only at what the letters before it left.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What was asked of these cases, each narrower than the one before it.
    steps: Vec<Step>,
    pub hits: Vec<Hit>,
    /// How many of them have a word only similar.
    pub similar: usize,
}

#[derive(Clone, Debug)]
struct Step {
    query: Query,
    today: NaiveDate,
    /// The cases that had its words as typed, in the order of the list.
    literal: Vec<u32>,
    /// The other cases that had them with slips, where that was asked.
    loose: Option<Vec<u32>>,
}

impl Search {
    /// Asks; `hits` are the answer, best first, equal ones in the order of the list. `keys` are those of `cases`.
    pub fn ask<S: Borrow<Summary> + Sync>(
        &mut self,
        query: Query,
        cases: &[S],
        keys: &[Haystack],
        today: NaiveDate,
    ) -> &[Hit] {
        while self.steps.pop_if(|step| step.today != today || !query.narrows(&step.query)).is_some() {}
        let passes = |at: u32| {
            let case = usize::try_from(at).ok().and_then(|at| cases.get(at));
            query.filters.is_empty() || case.is_some_and(|case| query.lets_pass(case.borrow(), today))
        };
        let as_written = |at: u32| {
            let case = usize::try_from(at).ok().and_then(|at| cases.get(at));
            case.map_or(0, |case| query.as_written(case.borrow()))
        };
        let score = |at: u32| {
            let keys = keys.get(usize::try_from(at).ok()?)?;
            query.literal(keys).filter(|_| passes(at))
        };
        let mut all = match self.steps.last() {
            Some(step) => scores(&step.literal, score),
            None => scores(&without(count(keys), &[]), score),
        };
        let literal: Vec<u32> = all.iter().map(|(at, _)| *at).collect();
        let mut loose = None;
        // Of words that are all too short to be like others none is looked for again.
        if all.len() < ENOUGH && query.words.iter().any(Needle::may_be_similar) {
            let mut wider = self.steps.iter().rev().filter(|step| query.narrows_likeness(&step.query));
            let rest = match wider.find_map(|step| Some((&step.literal, step.loose.as_ref()?))) {
                // What the words before it were found in as typed may be only like it.
                Some((literal_then, loose)) => without_sorted(&merged(loose, literal_then), &literal),
                None => without(count(keys), &literal),
            };
            let mut like = scores(&rest, |at| {
                let keys = keys.get(usize::try_from(at).ok()?)?;
                query.similar(keys).filter(|_| passes(at))
            });
            loose = Some(like.iter().map(|(at, _)| *at).collect());
            if like.len() <= MOST_COMPARED {
                for (at, score) in &mut like {
                    let keys = usize::try_from(*at).ok().and_then(|at| keys.get(at));
                    *score += keys.map_or(0, |keys| query.likeness(keys));
                }
            }
            all.extend(like);
        }
        if query.has_marks() && all.len() <= MOST_READ {
            let among: Vec<u32> = all.iter().map(|(at, _)| *at).collect();
            let more = scores(&among, |at| Some(as_written(at)));
            for ((_, score), (_, more)) in all.iter_mut().zip(more) {
                *score += more;
            }
        }
        self.similar = loose.as_ref().map_or(0, Vec::len);
        self.hits = best_first(all);
        // What is asked in other words only, a blank at its end, is no further step.
        self.steps.pop_if(|step| step.query.narrows(&query));
        self.steps.push(Step { query, today, literal, loose });
        &self.hits
    }

    /// The list is another one now.
    pub fn forget(&mut self) {
        *self = Search::default();
    }
}

fn count(keys: &[Haystack]) -> u32 {
    u32::try_from(keys.len()).unwrap_or(u32::MAX)
}

/// The numbers below `end` that are not among the sorted `taken`.
fn without(end: u32, taken: &[u32]) -> Vec<u32> {
    let mut taken = taken.iter().peekable();
    (0..end).filter(|at| taken.next_if_eq(&at).is_none()).collect()
}

/// What is in `all` and not in `taken`, both sorted.
fn without_sorted(all: &[u32], taken: &[u32]) -> Vec<u32> {
    let mut taken = taken.iter().peekable();
    let mut is_taken = |at: &u32| {
        while taken.next_if(|other| *other < at).is_some() {}
        taken.next_if_eq(&at).is_some()
    };
    all.iter().copied().filter(|at| !is_taken(at)).collect()
}

/// Both together, sorted; no number is in both.
fn merged(one: &[u32], other: &[u32]) -> Vec<u32> {
    let mut all = [one, other].concat();
    all.sort_unstable();
    all
}

fn scores(among: &[u32], score: impl Fn(u32) -> Option<i64> + Sync) -> Vec<(u32, i64)> {
    let of =
        |part: &[u32]| -> Vec<(u32, i64)> { part.iter().filter_map(|at| Some((*at, score(*at)?))).collect() };
    let threads = cores::count().min(among.len() / WORTH_A_THREAD + 1);
    if threads == 1 {
        return of(among);
    }
    thread::scope(|scope| {
        let parts = among.chunks(among.len().div_ceil(threads));
        let running: Vec<_> = parts.map(|part| (part, scope.spawn(|| of(part)))).collect();
        let mut all = Vec::new();
        for (part, thread) in running {
            // A thread that ended early has its part done again, here.
            let found = thread.join().unwrap_or_else(|_| of(part));
            if all.is_empty() {
                all = found;
            } else {
                all.extend(found);
            }
        }
        all
    })
}

/// There are few different scores, so it is counted how many cases have each instead of comparing each with each.
fn best_first(mut found: Vec<(u32, i64)>) -> Vec<Hit> {
    if !found.is_sorted_by_key(|(at, _)| *at) {
        found.sort_unstable_by_key(|(at, _)| *at);
    }
    // Each score with how many have it, then with where its next case goes.
    let mut scores: Vec<(i64, usize)> = Vec::new();
    for (_, score) in &found {
        match scores.iter_mut().find(|(known, _)| known == score) {
            Some((_, count)) => *count += 1,
            None => scores.push((*score, 1)),
        }
    }
    scores.sort_unstable_by_key(|(score, _)| std::cmp::Reverse(*score));
    let mut next = 0;
    for (_, place) in &mut scores {
        next += std::mem::replace(place, next);
    }
    let mut hits = vec![Hit { at: 0, score: 0 }; found.len()];
    for (at, score) in found {
        if let (Ok(at), Some((_, place))) =
            (usize::try_from(at), scores.iter_mut().find(|(known, _)| *known == score))
            && let Some(hit) = hits.get_mut(*place)
        {
            *hit = Hit { at, score };
            *place += 1;
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_typed_and_taken_back_is_no_further_step() {
        let mut search = Search::default();
        for typed in ["an", "an ", "an", "an b", "b an", "an b "].repeat(20) {
            search.ask::<Summary>(Query::parse(typed), &[], &[], NaiveDate::default());
            assert!(search.steps.len() < 3, "{typed}");
        }
    }
}
