//! The edition that is in use for a site, for a question that names none.

use crate::domain::staging::catalogue::in_force;
use crate::domain::staging::histology::{self, Tumour, tumour};
use crate::domain::staging::query::Query;
use crate::domain::staging::site::named;
use crate::domain::staging::table::Table;

const EDITIONS: &str = include_str!("editions.tsv");

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InUse {
    Edition(String),
    /// Those for which there are tables; which one boards use now cannot be told.
    Unclear(Vec<String>),
    /// There is no table of this site in this system.
    None,
}

/// The edition in use for the site and the system of a question; `own` are the tables of a workspace.
pub fn in_use(own: &[Table], query: &Query<'_>) -> InUse {
    let all = in_force(own);
    // A histology may choose the tumour: a melanoma of C44.
    let chosen = histology::among(query.factors).and_then(|(code, _)| {
        match tumour(&all, query.site, code, |_| None) {
            Tumour::Named(site) => Some(site),
            Tumour::LeftOut | Tumour::OfSite => None,
        }
    });
    let (sites, system) = (named(&all, chosen.as_deref().unwrap_or(query.site)), query.system_key());
    let serving = all.iter().filter(|table| sites.contains(&table.site));
    let editions = serving.flat_map(|table| &table.serves).filter(|(own, _)| *own == system);
    let mut editions: Vec<String> = editions.map(|(_, edition)| edition.clone()).collect();
    editions.sort_by_key(|edition| edition.parse::<u32>().unwrap_or_default());
    editions.dedup();
    let unclear = sites.iter().any(|site| is_unclear(&system, site));
    match editions.last() {
        None => InUse::None,
        Some(newest) if !unclear => InUse::Edition(newest.clone()),
        Some(_) => InUse::Unclear(editions),
    }
}

fn is_unclear(system: &str, site: &str) -> bool {
    EDITIONS.lines().skip(2).any(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        matches!(cells[..], [own, of, "?"] if own == system && (of == site || of == "*"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_edition_is_in_use_except_where_that_cannot_be_told() {
        let ask = |site: &str, system: &str| in_use(&[], &Query { site, system, ..Query::default() });
        for (site, system, edition) in [
            ("lung", "tnm-ajcc", "9"),
            ("C11.9", "tnm-ajcc", "9"),
            ("cervix", "tnm-ajcc", "9"),
            ("cervix", "figo", "2018"),
            ("C22.0", "tnm-ajcc", "8"),
            ("breast", "tnm-ajcc", "8"),
            ("C15.4", "tnm-ajcc", "8"),
        ] {
            assert_eq!(ask(site, system), InUse::Edition(edition.to_owned()), "{site} {system}");
        }
        for (site, system) in [
            ("appendix", "tnm-ajcc"),
            ("melanoma", "tnm-ajcc"),
            ("skin melanoma", "tnm-ajcc"),
            ("breast", "tnm-uicc"),
            ("endometrium", "figo"),
        ] {
            assert!(matches!(ask(site, system), InUse::Unclear(_)), "{site} {system}");
        }
        assert_eq!(ask("brain", "tnm-ajcc"), InUse::None);
        let factors = [("histology".to_owned(), "8720/3".to_owned())];
        let melanoma = Query { site: "C44.5", system: "tnm-ajcc", factors: &factors, ..Query::default() };
        assert_eq!(in_use(&[], &melanoma), InUse::Unclear(vec!["8".to_owned()]));
    }

    #[test]
    fn every_site_of_the_list_has_a_table() {
        for line in EDITIONS.lines().skip(2) {
            let site = line.split('\t').nth(1).unwrap();
            assert!(site == "*" || in_force(&[]).iter().any(|table| table.site == site), "{line}");
        }
    }
}
