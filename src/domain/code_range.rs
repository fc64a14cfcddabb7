//! Ranges of codes as data files write them: `340-349,8070`, or `*` for any.

/// Whether a code lies in a cell; what is not recorded lies only in `*`, and nothing in an empty one.
pub fn within(cell: &str, code: Option<u32>) -> bool {
    let Some(code) = code else { return cell == "*" };
    let inside = |part: &str| {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        matches!((from.parse(), to.parse()), (Ok(from), Ok(to)) if (from..=to).contains(&code))
    };
    cell == "*" || cell.split(',').any(inside)
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
        }
    }
}
