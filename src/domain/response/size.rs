//! Sizes as exact decimals: `14.0 mm` is 14000 thousandths, so that a limit is met exactly or not at all.

use std::fmt;
use std::ops::Add;

use crate::domain::fold::fold;
use crate::domain::value::{Absence, Vocabulary};

/// A length in thousandths of a millimetre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(i64);

impl Length {
    pub const ZERO: Length = Length(0);
    /// What a lesion counts that is there but too small to measure (RECIST 1.1, section 4.2).
    pub const TOO_SMALL: Length = Length(5000);

    pub const fn millimetres(whole: i64) -> Self {
        Length(whole * 1000)
    }

    pub fn thousandths(self) -> i64 {
        self.0
    }

    /// Reads a plain number of millimetres, `9.8`.
    #[cfg(test)]
    pub fn parse(text: &str) -> Option<Self> {
        decimal(text.trim(), 3).map(Length)
    }

    /// The change from `before` to `self`.
    pub fn change_from(self, before: Length) -> Option<Percent> {
        (before.0 > 0).then_some(Percent { change: self.0 - before.0, of: before.0 })
    }

    /// At least `percent` less than `before`, in whole numbers.
    pub fn fell_by(self, before: Length, percent: i64) -> bool {
        before.0 > 0 && (before.0 - self.0) * 100 >= before.0 * percent
    }

    /// At least `percent` more than `before`, in whole numbers.
    pub fn rose_by(self, before: Length, percent: i64) -> bool {
        self > before && (self.0 - before.0) * 100 >= before.0 * percent
    }

    pub fn minus(self, other: Length) -> Length {
        Length(self.0 - other.0)
    }
}

impl Add for Length {
    type Output = Length;

    fn add(self, other: Length) -> Length {
        Length(self.0.saturating_add(other.0))
    }
}

/// Millimetres without idle zeros: `9.8`, `76`.
impl fmt::Display for Length {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.abs() / 1000, self.0.abs() % 1000);
        let part = format!("{part:03}");
        match part.trim_end_matches('0') {
            "" => write!(out, "{sign}{whole}"),
            part => write!(out, "{sign}{whole}.{part}"),
        }
    }
}

/// A change as it was measured; for showing only, no rule reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent {
    change: i64,
    of: i64,
}

impl Percent {
    /// The nearest number of units of which a percent has `units`, halves away from zero, without its sign.
    fn rounded(self, units: i128) -> i128 {
        let (change, of) = (i128::from(self.change).abs() * 100 * units, i128::from(self.of));
        (change * 2 + of) / (of * 2)
    }

    /// Whether so many decimals look as if a limit were met that is not: 30 % less, 20 % more.
    fn looks_met(self, units: i128) -> bool {
        let limit = if self.change < 0 { 30 } else { 20 };
        self.rounded(units) == limit * units
            && i128::from(self.change).abs() * 100 < limit * i128::from(self.of)
    }
}

/// With its sign and one decimal, `+30.3`, `-30.0`; more where one would show a limit that is not met: `-29.97`.
impl fmt::Display for Percent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = (1..=8).find(|decimals| !self.looks_met(10_i128.pow(*decimals))).unwrap_or(8);
        let units = 10_i128.pow(decimals);
        let rounded = self.rounded(units);
        let sign = match (rounded, self.change < 0) {
            (0, _) => "",
            (_, true) => "-",
            (_, false) => "+",
        };
        let width = usize::try_from(decimals).unwrap_or(1);
        write!(out, "{sign}{}.{:0width$}", rounded / units, rounded % units)
    }
}

/// What stands for a lesion in a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    Measured(Length),
    TooSmall,
    /// No longer there.
    Absent,
    /// There, without a measure.
    Present,
    /// Unequivocally worse, in the words of the one who read the study.
    Progression,
    /// Perhaps there: a new lesion that the next study must tell.
    Equivocal,
    NotEvaluated,
}

impl Entry {
    /// Reads `31 mm`, `3.1 cm`, `34 x 22 mm`, `absent`; of two diameters the longer one, of a node the shorter one.
    /// A number without a unit is no size.
    pub fn read(written: &str, node: bool) -> Option<Self> {
        let text = fold(written.trim());
        match text.as_str() {
            "absent" | "gone" | "negative" | "disappeared" | "resolved" | "khong con" | "bien mat"
            | "消失" => {
                return Some(Entry::Absent);
            }
            "present" | "stable" | "van con" | "存在" => return Some(Entry::Present),
            "progression"
            | "progressed"
            | "worse"
            | "unequivocal progression"
            | "tien trien"
            | "明确进展" => {
                return Some(Entry::Progression);
            }
            "too-small" | "too small" | "too small to measure" | "qua nho" | "太小" => {
                return Some(Entry::TooSmall);
            }
            "equivocal" | "nghi ngo" | "可疑" => return Some(Entry::Equivocal),
            "" | "not-evaluated" | "not evaluated" | "not-evaluable" | "not evaluable" | "not assessed"
            | "ne" | "khong danh gia" | "未评估" => {
                return Some(Entry::NotEvaluated);
            }
            _ => (),
        }
        if Absence::find(&text).is_some() {
            return Some(Entry::NotEvaluated);
        }
        let lengths = lengths(&text)?;
        let length = if node { lengths.iter().min() } else { lengths.iter().max() }?;
        Some(if *length == Length::ZERO { Entry::Absent } else { Entry::Measured(*length) })
    }

    /// What it adds to a sum; nothing when it cannot be told.
    pub fn length(self) -> Option<Length> {
        match self {
            Entry::Measured(length) => Some(length),
            Entry::TooSmall => Some(Length::TOO_SMALL),
            Entry::Absent => Some(Length::ZERO),
            Entry::Present | Entry::Progression | Entry::Equivocal | Entry::NotEvaluated => None,
        }
    }
}

/// Each diameter in its own unit; the last unit holds for those before it that have none.
fn lengths(text: &str) -> Option<Vec<Length>> {
    let (_, last) = unit(text)?;
    let part = |part: &str| {
        let (number, scale) = unit(part.trim()).unwrap_or((part, last));
        decimal(number.trim(), scale).map(Length)
    };
    text.split(['x', '×', '*']).map(part).collect()
}

/// The number, and how many decimals of its unit make a thousandth of a millimetre.
fn unit(text: &str) -> Option<(&str, u32)> {
    [("mm", 3), ("毫米", 3), ("cm", 4), ("厘米", 4)]
        .into_iter()
        .find_map(|(unit, scale)| text.strip_suffix(unit).map(|number| (number, scale)))
}

/// A decimal number times ten to the `scale`, exactly; a comma that could part thousands is no decimal comma.
fn decimal(text: &str, scale: u32) -> Option<i64> {
    let (whole, part) = match (text.split_once('.'), text.split_once(',')) {
        (Some(parts), None) => parts,
        (None, Some((whole, part))) if part.len() != 3 => (whole, part),
        (None, None) => (text, ""),
        _ => return None,
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let part = part.trim_end_matches('0');
    let places = u32::try_from(part.len()).ok()?;
    if whole.is_empty() || whole.len() > 6 || !digits(whole) || !digits(part) || places > scale {
        return None;
    }
    let part = if part.is_empty() { 0 } else { part.parse::<i64>().ok()? * 10_i64.pow(scale - places) };
    Some(whole.parse::<i64>().ok()? * 10_i64.pow(scale) + part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(text: &str) -> Option<String> {
        Entry::read(text, false)?.length().map(|length| length.to_string())
    }

    #[test]
    fn sizes_are_read_exactly_in_the_ways_they_are_written() {
        for (text, expected) in [
            ("31 mm", "31"),
            ("31mm", "31"),
            ("3.1 cm", "31"),
            ("3,1 cm", "31"),
            ("9.8 mm", "9.8"),
            ("９．８ｍｍ", "9.8"),
            ("0.35 cm", "3.5"),
            ("34 x 22 mm", "34"),
            ("22 mm × 34 mm", "34"),
            ("34 mm x 2.2 cm", "34"),
            ("3.4 cm x 22 mm", "34"),
            ("3.4 x 2.2 cm", "34"),
            ("1.4 cm", "14"),
            ("too-small", "5"),
            ("absent", "0"),
            ("0 mm", "0"),
            ("12 毫米", "12"),
        ] {
            assert_eq!(measured(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(Entry::read("28 x 19 mm", true).unwrap().length(), Some(Length::millimetres(19)));
    }

    #[test]
    fn what_is_no_size_is_none_and_what_was_not_done_is_not_evaluated() {
        for text in ["31", "about 3 cm", "1,234 mm", "-3 mm", "mm", "3.1.1 cm", "<5 mm", "0.00001 mm"] {
            assert_eq!(Entry::read(text, false), None, "{text}");
        }
        for text in ["not-done", "unknown", "pending", "not-applicable", "NE"] {
            assert_eq!(Entry::read(text, false), Some(Entry::NotEvaluated), "{text}");
        }
    }

    #[test]
    fn changes_meet_their_limits_in_whole_numbers() {
        let length = |text: &str| Length::parse(text).unwrap();
        assert!(length("9.8").fell_by(length("14.0"), 30));
        assert!(!length("9.801").fell_by(length("14"), 30));
        assert!(length("32.4").rose_by(length("27"), 20) && !length("32.399").rose_by(length("27"), 20));
        assert_eq!(length("8.2").minus(length("3.2")), Length::millimetres(5));
        for (from, to, shown) in [
            ("14", "9.8", "-30.0"),
            ("76", "99", "+30.3"),
            ("100", "100", "0.0"),
            ("3", "2", "-33.3"),
            // rounded once, and never to a limit that is not met
            ("75.8", "53.1", "-29.9"),
            ("100", "70.053", "-29.9"),
            ("100", "70.04", "-29.96"),
            ("100", "70.001", "-29.999"),
            ("100", "119.96", "+19.96"),
            ("100", "119.94", "+19.9"),
            ("100", "120", "+20.0"),
            ("100", "120.04", "+20.0"),
            ("100", "69.96", "-30.0"),
            ("100", "80.04", "-20.0"),
            ("999999", "699999.301", "-29.9999999"),
        ] {
            assert_eq!(length(to).change_from(length(from)).unwrap().to_string(), shown);
        }
        assert_eq!(Length::ZERO.change_from(Length::ZERO), None);
    }
}
