//! Every rule of the check by its code: how grave it is and on what authority.

/// A rule as the documentation lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    pub code: &'static str,
    /// One severity, or two where it depends on the case.
    pub severity: &'static str,
    pub source: &'static str,
}

const RULES: &str = include_str!("rules.tsv");

/// All rules, in the order of the list.
pub fn known() -> impl Iterator<Item = Known> {
    RULES.lines().skip(2).filter_map(|line| {
        let mut cells = line.split('\t');
        Some(Known { code: cells.next()?, severity: cells.next()?, source: cells.next()? })
    })
}

/// On what authority a rule stands.
pub fn source(code: &str) -> Option<&'static str> {
    known().find(|rule| rule.code == code).map(|rule| rule.source)
}
