//! What was worked out a moment ago, for who asks the same again: of a large workspace the same is asked thousands of times.

use std::cell::RefCell;
use std::collections::HashMap;

/// Answers by what was asked, of one thread; no more than `most`, and those only of short questions.
pub struct Memo<V> {
    most: usize,
    known: RefCell<HashMap<String, V>>,
}

/// Bytes of a question; nobody asks a longer one twice.
const LONGEST: usize = 256;

impl<V: Clone> Memo<V> {
    pub fn new(most: usize) -> Self {
        Memo { most, known: RefCell::default() }
    }

    /// The answer to a question that has no other: as it was worked out before, else now.
    pub fn of(&self, asked: &str, work: impl FnOnce() -> V) -> V {
        if let Some(known) = self.known.borrow().get(asked) {
            return known.clone();
        }
        let answer = work();
        if asked.len() <= LONGEST {
            let mut known = self.known.borrow_mut();
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
    fn who_works_out_an_answer_may_ask_meanwhile() {
        let memo = Memo::new(3);
        let all = |text: &str| memo.of(text, || text.to_owned());
        assert_eq!(memo.of("ab", || all("a") + &all("b")), "ab");
    }
}
