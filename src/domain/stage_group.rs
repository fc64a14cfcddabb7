//! Stage groups as people write and ask for them: `Stage III A`, `3a` and `IIIA期` are one; `III` is also IIIA and IIIC1.

use crate::domain::fold::fold;

/// A group that is looked for, or that a case has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageGroup {
    roman: Option<&'static str>,
    /// What follows the number, or all of a group without one (`A`, `occult`), in capitals.
    rest: String,
}

const ROMANS: [(&str, &str); 5] = [("III", "3"), ("IV", "4"), ("II", "2"), ("I", "1"), ("0", "0")];

impl StageGroup {
    pub fn parse(written: &str) -> Option<Self> {
        let folded = fold(written.trim());
        let mut plain = folded.trim();
        for word in ["stage", "giai doan", "gd"] {
            plain = plain.strip_prefix(word).unwrap_or(plain).trim_start();
        }
        plain = plain.trim_end_matches('期').trim_end();
        // Words are no group, whatever they begin with.
        let parts: Vec<&str> = plain.split(' ').filter(|part| !part.is_empty()).collect();
        if parts.len() > 1 && parts.iter().any(|part| part.len() > 3) {
            return Some(StageGroup { roman: None, rest: plain.to_uppercase() });
        }
        let plain = parts.concat().to_uppercase().replace(['(', ')'], "");
        // `IIIC1r`, `IIIC1p`: how FIGO says that nodes were found, by imaging or in tissue; the group is IIIC1.
        let found_by =
            plain.strip_suffix(['R', 'P']).filter(|rest| rest.ends_with(|last: char| last.is_ascii_digit()));
        let plain = found_by.unwrap_or(&plain);
        if plain.is_empty() {
            return None;
        }
        let number = ROMANS.iter().find_map(|(roman, digit)| {
            let rest = plain.strip_prefix(roman).or_else(|| plain.strip_prefix(digit))?;
            // `IS` (in situ of the testis) is a group of its own, `IA1` is I.
            Some((*roman, rest.to_owned()))
        });
        Some(match number {
            Some((roman, rest)) => StageGroup { roman: Some(roman), rest },
            None => StageGroup { roman: None, rest: plain.to_owned() },
        })
    }

    /// Whether what was written is a group at all, so that it can differ from another.
    pub fn is_group(&self) -> bool {
        // the (ii) of IIIA1(ii)
        let rest = self.rest.trim_end_matches('I');
        let rest = if rest.ends_with(|last: char| last.is_ascii_digit()) { rest } else { &self.rest };
        let is_short = rest.len() <= 2 && rest.chars().all(|letter| letter.is_ascii_alphanumeric());
        is_short && (self.roman.is_some() || !self.rest.is_empty()) || self.rest == "OCCULT"
    }

    /// Whether any classification has a group that is so or begins so: a number with letters and a digit (Ann Arbor has
    /// IIIES, AJCC IIIA1(ii) and 0is), or a group of its own.
    pub fn can_be(&self) -> bool {
        const OWN: [&str; 12] =
            ["A", "B", "C", "D", "E", "L1", "L2", "M", "MS", "OCCULT", "LIMITED", "EXTENSIVE"];
        if self.roman.is_none() {
            let first = self.rest.split(' ').next().unwrap_or_default();
            return OWN.contains(&first);
        }
        let letters = self.rest.trim_end_matches(|last: char| last == 'I' || last.is_ascii_digit());
        let number = self.rest.strip_prefix(letters).unwrap_or_default().trim_end_matches('I');
        let is_followed = letters.len() + number.len() < self.rest.len();
        // One letter of the group, and those of Ann Arbor before or behind it.
        let is_one = letters.matches(['A', 'B', 'C', 'D']).count() <= 1;
        let known = (is_one && letters.chars().all(|letter| "ABCDESX".contains(letter))) || letters == "IS";
        let is_number = number.is_empty() || matches!(number, "1" | "2" | "3");
        known && letters.len() <= 3 && is_number && (!is_followed || number.len() == 1)
    }

    /// Whether a case of the group `entered` is meant.
    pub fn covers(&self, entered: &str) -> bool {
        StageGroup::parse(entered).is_some_and(|own| match self.roman {
            Some(_) => own.roman == self.roman && own.rest.starts_with(&self.rest),
            None => own.roman.is_none() && own.rest == self.rest,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_the_same_however_it_is_written_and_words_are_none() {
        let group = |text: &str| StageGroup::parse(text).unwrap();
        for text in [
            "IIIA",
            "iiia",
            "Stage IIIA",
            "stage III A",
            "III A",
            "3A",
            "IIIA期",
            "giai đoạn IIIA",
            "GĐ 3A",
            "ⅢA",
            "ＩＩＩＡ",
        ] {
            assert!(group(text) == group("IIIA") && group(text).is_group(), "{text}");
        }
        assert_eq!(group("IIIC1r"), group("IIIC1"));
        assert_eq!(group("IIIC2p"), group("IIIC2"));
        assert_eq!(group("IIIA1i"), group("IIIA1(i)"));
        for (one, other) in [
            ("IIIA1(i)", "IIIA1(ii)"),
            ("IIIA", "IIIB"),
            ("IA1", "IA2"),
            ("IIa", "IIb"),
            ("A", "B"),
            ("0", "I"),
            ("IV", "IVA"),
        ] {
            assert!(group(one) != group(other) && group(one).is_group() && group(other).is_group());
        }
        assert!(group("occult").is_group());
        for text in ["early", "IIIA/IIIB", "IIIA or IIIB", "limited disease", "không rõ", "晚期"] {
            assert!(!group(text).is_group(), "{text}");
        }
    }

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
            let group = StageGroup::parse(asked).unwrap();
            assert!(group.covers(covered), "{asked} {covered}");
            assert!(!group.covers(other), "{asked} {other}");
        }
        assert_eq!(StageGroup::parse(" "), None);
    }
}
