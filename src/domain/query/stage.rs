//! Stage groups as people ask for them: `III` is also IIIA and IIIC1, `IIIA` is not IIIB, `3` is III.

/// A group that is looked for, or that a case has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    roman: Option<&'static str>,
    /// What follows the number, or all of a group without one (`A`, `occult`), in capitals.
    rest: String,
}

const ROMANS: [(&str, &str); 5] = [("III", "3"), ("IV", "4"), ("II", "2"), ("I", "1"), ("0", "0")];

impl Group {
    pub fn parse(written: &str) -> Option<Self> {
        let upper = written.trim().to_uppercase();
        let plain = upper.strip_prefix("STAGE").unwrap_or(&upper).trim();
        if plain.is_empty() {
            return None;
        }
        let number = ROMANS.iter().find_map(|(roman, digit)| {
            let rest = plain.strip_prefix(roman).or_else(|| plain.strip_prefix(digit))?;
            // `IS` (in situ of the testis) is a group of its own, `IA1` is I.
            Some((*roman, rest.to_owned()))
        });
        Some(match number {
            Some((roman, rest)) => Group { roman: Some(roman), rest },
            None => Group { roman: None, rest: plain.to_owned() },
        })
    }

    /// Whether a case of the group `entered` is meant.
    pub fn covers(&self, entered: &str) -> bool {
        Group::parse(entered).is_some_and(|own| match self.roman {
            Some(_) => own.roman == self.roman && own.rest.starts_with(&self.rest),
            None => own.roman.is_none() && own.rest == self.rest,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_covers_its_parts_and_no_other_number() {
        for (asked, covered, other) in [
            ("III", "IIIA", "II"),
            ("iii", "IIIC1", "IV"),
            ("3", "IIIB", "IA3"),
            ("I", "IA1", "II"),
            ("I", "IB", "IV"),
            ("IIIA", "IIIA1", "IIIB"),
            ("IV", "IVB", "I"),
            ("0", "0", "I"),
            ("B", "B", "IIB"),
            ("occult", "occult", "0"),
        ] {
            let group = Group::parse(asked).unwrap();
            assert!(group.covers(covered), "{asked} {covered}");
            assert!(!group.covers(other), "{asked} {other}");
        }
        assert_eq!(Group::parse(" "), None);
    }
}
