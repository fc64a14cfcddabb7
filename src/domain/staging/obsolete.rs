//! Categories of M that the classification gave up and clinicians still write: `MX` and `pM0`. Both are read as cM0, and told.

use crate::domain::staging::category::key;
use crate::domain::staging::query::Query;

/// No category since the 7th edition (AJCC 8, chapter 1; UICC 8, introduction).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obsolete {
    /// Whoever has taken a history and examined the patient has assessed M.
    Mx,
    /// No tissue shows that there is no metastasis anywhere.
    PathologicalM0,
}

impl Obsolete {
    /// For scripts, and for the sentence that says why.
    pub fn word(self) -> &'static str {
        match self {
            Obsolete::Mx => "mx",
            Obsolete::PathologicalM0 => "pm0",
        }
    }
}

/// What is written in place of both.
pub const INSTEAD: &str = "cM0";

const FIRST_WITHOUT: u32 = 7;

/// What is no category in `M` as it was written, under a system and edition that have given it up.
pub fn obsolete(query: &Query<'_>) -> Option<Obsolete> {
    let system = query.system_key();
    let earlier = query.edition_key().parse::<u32>().is_ok_and(|edition| edition < FIRST_WITHOUT);
    if earlier || !(system.is_empty() || system.starts_with("tnm")) {
        return None;
    }
    let written = key(query.m);
    let (prefix, value) = match written.as_str() {
        "x" => ("", "x"),
        written => {
            written.split_once('m').filter(|(prefix, _)| prefix.chars().all(|own| "cpyra".contains(own)))?
        }
    };
    if value == "x" {
        Some(Obsolete::Mx)
    } else if value.starts_with('0') && prefix.ends_with('p') {
        Some(Obsolete::PathologicalM0)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_given_up_is_known_in_every_spelling_and_nothing_else_is() {
        use Obsolete::{Mx, PathologicalM0};
        for (system, edition, m, expected) in [
            ("tnm-ajcc", "8", "MX", Some(Mx)),
            ("tnm-ajcc", "8", "Mx", Some(Mx)),
            ("tnm-uicc", "8", "pMX", Some(Mx)),
            ("tnm-ajcc", "9", "cMx", Some(Mx)),
            ("", "", "Ｍｘ", Some(Mx)),
            ("tnm-ajcc", "7", "X", Some(Mx)),
            ("tnm-ajcc", "8", "pM0", Some(PathologicalM0)),
            ("tnm-ajcc", "8", "ypM0", Some(PathologicalM0)),
            ("tnm-ajcc", "8", "pM0(i+)", Some(PathologicalM0)),
            ("tnm-ajcc", "8", "M0", None),
            ("tnm-ajcc", "8", "cM0(i+)", None),
            ("tnm-ajcc", "8", "ycM0", None),
            ("tnm-ajcc", "8", "pM1a", None),
            ("tnm-ajcc", "8", "unknown", None),
            ("tnm-ajcc", "8", "", None),
            ("tnm-ajcc", "6", "MX", None),
            ("figo", "2018", "MX", None),
        ] {
            let query = Query { system, edition, m, ..Query::default() };
            assert_eq!(obsolete(&query), expected, "{system} {edition} {m}");
        }
    }
}
