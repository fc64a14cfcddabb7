//! How the decision of a case stands, as `status:` asks for it: the states, and the words for them in three languages.

use std::sync::LazyLock;

use crate::domain::history::Status;
use crate::domain::query::spoken::Spoken;
use crate::domain::summary::Summary;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Undecided,
    Unsigned,
    Final,
    Deferred,
    Conflict,
    Waiting,
    Damaged,
    Unreadable,
}

const WORDS: [(&str, Standing); 8] = [
    ("undecided", Standing::Undecided),
    ("unsigned", Standing::Unsigned),
    ("final", Standing::Final),
    ("deferred", Standing::Deferred),
    ("conflict", Standing::Conflict),
    ("waiting", Standing::Waiting),
    ("damaged", Standing::Damaged),
    ("unreadable", Standing::Unreadable),
];

/// Every name with its state. A test holds the table to the words of the screen, which no layer above may hand down.
static NAMES: LazyLock<Vec<(Spoken, Standing)>> = LazyLock::new(|| {
    let rows = include_str!("standings.tsv").lines().filter(|line| !line.starts_with('#'));
    let names = rows.filter_map(|row| {
        let (word, more) = row.split_once('\t')?;
        let (_, standing) = WORDS.into_iter().find(|(own, _)| *own == word)?;
        Some(std::iter::once(word).chain(more.split('|')).map(move |name| (Spoken::new(name), standing)))
    });
    names.flatten().collect()
});

impl Standing {
    /// The state of this name; marks and the size of letters may be left out.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = Spoken::new(typed);
        NAMES.iter().find(|(name, _)| name.is(&typed)).map(|(_, standing)| *standing)
    }

    pub fn is_of(self, case: &Summary) -> bool {
        match self {
            // What cannot be read may be the decision.
            Standing::Undecided => case.decision.is_none() && !case.is_unsure(),
            Standing::Unsigned => case.decision == Some(Status::Unsigned),
            Standing::Final => case.decision == Some(Status::Final),
            Standing::Deferred => case.is_deferred(),
            Standing::Conflict => case.conflict,
            Standing::Waiting => case.waiting > 0,
            Standing::Damaged => case.damaged > 0,
            Standing::Unreadable => !case.readable,
        }
    }
}

/// Every name that is known.
pub fn names() -> impl Iterator<Item = &'static Spoken> {
    NAMES.iter().map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_its_words_and_no_word_stands_for_two() {
        for (word, standing) in WORDS {
            assert_eq!(Standing::parse(word), Some(standing));
            assert!(NAMES.iter().filter(|(_, own)| *own == standing).count() > 2, "{word}");
        }
        for (name, standing) in NAMES.iter() {
            let bare = crate::domain::fold::fold(name.written());
            assert_eq!(Standing::parse(&bare), Some(*standing), "{bare}");
            assert_eq!(Standing::parse(&name.written().to_uppercase()), Some(*standing), "{bare}");
        }
        assert_eq!(Standing::parse("chứa ký"), None, "other marks are another word");
    }
}
