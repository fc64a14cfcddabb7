//! What was worked out a moment ago, for who asks the same again: of a large workspace the same is asked thousands of times.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Answers by what was asked, for every thread; no more than `most`, and those only of short questions.
pub struct Memo<V> {
    most: usize,
    known: Mutex<HashMap<String, V>>,
}

/// Bytes of a question; nobody asks a longer one twice.
const LONGEST: usize = 256;

impl<V: Clone> Memo<V> {
    pub fn new(most: usize) -> Self {
        Memo { most, known: Mutex::default() }
    }

    /// The answer to a question that has no other: as it was worked out before, else now.
    pub fn of(&self, asked: &str, work: impl FnOnce() -> V) -> V {
        // A panic cannot leave a half-written answer.
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known().get(asked) {
            return known.clone();
        }
        let answer = work();
        if asked.len() <= LONGEST {
            let mut known = known();
            if known.len() >= self.most {
                known.clear();
            }
            known.insert(asked.to_owned(), answer.clone());
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn the_same_question_is_worked_out_once_as_long_as_there_are_few() {
        let (memo, worked) = (Memo::new(3), Cell::new(0));
        let ask = |asked: &str| {
            memo.of(asked, || {
                worked.set(worked.get() + 1);
                asked.len()
            })
        };
        for asked in ["a", "bb", "a", "bb", "a"] {
            assert_eq!(ask(asked), asked.len());
        }
        assert_eq!(worked.get(), 2);
        // Of many only the latest are kept.
        for asked in ["ccc", "dddd", "dddd", "a"] {
            assert_eq!(ask(asked), asked.len());
        }
        assert_eq!(worked.get(), 5);
        // A long one is not kept at all.
        let long = "x".repeat(LONGEST + 1);
        assert_eq!((ask(&long), ask(&long)), (LONGEST + 1, LONGEST + 1));
        assert_eq!(worked.get(), 7);
    }

    #[test]
    fn what_one_thread_worked_out_another_one_knows() {
        let memo = Memo::new(3);
        std::thread::scope(|scope| {
            scope.spawn(|| memo.of("a", || 1));
        });
        assert_eq!(memo.of("a", || 2), 1);
    }

    #[test]
    fn who_works_out_an_answer_may_ask_meanwhile() {
        let memo = Memo::new(3);
        let all = |text: &str| memo.of(text, || text.to_owned());
        assert_eq!(memo.of("ab", || all("a") + &all("b")), "ab");
    }
}
