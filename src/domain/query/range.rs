//! A range as people type it: a value, what is below or above it, or from one to another.

/// How a value is compared with what stands in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Is,
    Below,
    AtMost,
    Above,
    AtLeast,
}

/// The longer ones first, because they begin with the shorter.
const SIGNS: [(&str, Sign); 7] = [
    ("<=", Sign::AtMost),
    (">=", Sign::AtLeast),
    ("≤", Sign::AtMost),
    ("≥", Sign::AtLeast),
    ("<", Sign::Below),
    (">", Sign::Above),
    ("=", Sign::Is),
];

impl Sign {
    /// The sign with which a folded text begins, and what is behind it.
    pub fn of(folded: &str) -> (Self, &str) {
        let mut behind = SIGNS.iter().filter_map(|(text, sign)| Some((*sign, folded.strip_prefix(text)?)));
        let (sign, rest) = behind.next().unwrap_or((Sign::Is, folded));
        (sign, rest.trim_start())
    }
}

/// What is asked of a number or a day. A month and a year have several days, so what is asked has two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range<T> {
    sign: Sign,
    first: T,
    last: T,
}

impl<T: PartialOrd> Range<T> {
    /// Nothing where the ends are exchanged.
    pub fn new(sign: Sign, first: T, last: T) -> Option<Self> {
        (first <= last).then_some(Range { sign, first, last })
    }

    pub fn covers(&self, value: &T) -> bool {
        self.may_cover(value, value)
    }

    /// Whether one of the values from `low` to `high` answers it: of a birth date only the year may be known.
    pub fn may_cover(&self, low: &T, high: &T) -> bool {
        match self.sign {
            Sign::Is => *high >= self.first && *low <= self.last,
            Sign::Below => *low < self.first,
            Sign::AtMost => *low <= self.last,
            Sign::Above => *high > self.last,
            Sign::AtLeast => *high >= self.first,
        }
    }
}

/// What stands between the ends of a range.
pub const DASHES: [char; 5] = ['-', '–', '—', '−', '~'];

/// The words of a value without the blanks between them, as in `< 7 d`, and with plain dashes. Nothing where two numbers
/// would become one.
pub fn together(folded: &str) -> Option<String> {
    let mut whole = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        if is_digit(whole.chars().next_back()) && is_digit(word.chars().next()) {
            return None;
        }
        whole.extend(word.chars().map(|letter| if DASHES.contains(&letter) { '-' } else { letter }));
    }
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_says_on_which_side_of_both_ends_an_answer_is() {
        for (sign, answers) in [
            ("", [false, true, true, true, false]),
            ("=", [false, true, true, true, false]),
            ("<", [true, false, false, false, false]),
            ("<=", [true, true, true, true, false]),
            ("≤ ", [true, true, true, true, false]),
            (">", [false, false, false, false, true]),
            (">=", [false, true, true, true, true]),
            ("≥", [false, true, true, true, true]),
        ] {
            let typed = format!("{sign}x");
            let (sign, rest) = Sign::of(&typed);
            assert_eq!(rest, "x");
            let range = Range::new(sign, 10, 12).unwrap();
            assert_eq!([9, 10, 11, 12, 13].map(|value| range.covers(&value)), answers, "{typed}");
            assert!(range.may_cover(&0, &100), "{typed}");
        }
        assert_eq!(Range::new(Sign::Is, 2, 1), None);
    }

    #[test]
    fn words_stand_together_where_no_number_becomes_another() {
        for (typed, expected) in [
            ("< 7 d", Some("<7d")),
            ("60 – 70", Some("60-70")),
            ("qua han", Some("quahan")),
            ("7 2026", None),
            ("", Some("")),
        ] {
            assert_eq!(together(typed).as_deref(), expected, "{typed}");
        }
    }
}
