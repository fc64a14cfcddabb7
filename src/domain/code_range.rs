//! Ranges of codes as data files write them: `340-349,8070`, or `*` for any.

use std::ops::RangeInclusive;

/// A cell that is asked for every case, taken apart once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    any: bool,
    ranges: Vec<RangeInclusive<u32>>,
}

impl Codes {
    pub fn parse(cell: &str) -> Self {
        Codes { any: cell == "*", ranges: cell.split(',').filter_map(range).collect() }
    }

    /// As `within`.
    pub fn hold(&self, code: Option<u32>) -> bool {
        self.any || code.is_some_and(|code| self.ranges.iter().any(|range| range.contains(&code)))
    }
}

fn range(part: &str) -> Option<RangeInclusive<u32>> {
    let (from, to) = part.split_once('-').unwrap_or((part, part));
    Some(from.parse().ok()?..=to.parse().ok()?)
}

/// Whether a code lies in a cell; what is not recorded lies only in `*`, and nothing in an empty one.
pub fn within(cell: &str, code: Option<u32>) -> bool {
    let Some(code) = code else { return cell == "*" };
    cell == "*" || cell.split(',').any(|part| range(part).is_some_and(|range| range.contains(&code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_in_lists_and_ranges() {
        for (cell, code, expected) in [
            ("*", None, true),
            ("340-349,220", Some(220), true),
            ("340-349,220", Some(349), true),
            ("340-349,220", Some(350), false),
            ("340-349", None, false),
            ("", Some(1), false),
        ] {
            assert_eq!(within(cell, code), expected, "{cell} {code:?}");
            assert_eq!(Codes::parse(cell).hold(code), expected, "{cell} {code:?}");
        }
    }
}
