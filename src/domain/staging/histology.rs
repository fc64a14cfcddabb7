//! Which tumour a histology makes of a site: the chapter that takes it, another one, or none.

use std::sync::LazyLock;

use crate::domain::code_range::Codes;
use crate::domain::fold::fold;
use crate::domain::staging::category::key;
use crate::domain::staging::site::digits_of;
use crate::domain::staging::table::Table;

const CHAPTERS: &str = include_str!("histology.tsv");

/// What the chapters say of some sites with some histologies.
struct Chapter {
    sites: Codes,
    forms: Codes,
    marker: &'static str,
    named: &'static str,
}

/// A large workspace asks for every stage of every case.
static ROWS: LazyLock<Vec<Chapter>> = LazyLock::new(|| {
    let chapter = |line: &'static str| {
        let cells: Vec<&'static str> = line.split('\t').collect();
        let [sites, forms, marker, named] = cells[..] else { return None };
        Some(Chapter { sites: Codes::parse(sites), forms: Codes::parse(forms), marker, named })
    };
    CHAPTERS.lines().skip(2).filter_map(chapter).collect()
});

/// Names under which a morphology is given as a factor.
const NAMES: [&str; 6] = ["histology", "morphology", "histology_code", "icd_o", "icdo", "icd_o_3"];

/// What the chapters of the manual say of a site with a histology.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tumour {
    /// One of the tables, by its name.
    Named(String),
    /// The chapter of the site leaves this histology out.
    LeftOut,
    /// Nothing besides what the site says.
    OfSite,
}

/// The four digits of `8070/3`, `8070` and `M8070/3`.
pub fn code(text: &str) -> Option<u32> {
    let folded = fold(text.trim());
    let digits = folded.trim_start_matches("m-").trim_start_matches('m').split('/').next()?.trim();
    let is_code = digits.len() == 4 && digits.chars().all(|letter| letter.is_ascii_digit());
    digits.parse().ok().filter(|code| is_code && *code >= 8000)
}

/// The histology among the factors, as a code, and the others; nothing where there is none.
pub fn among(factors: &[(String, String)]) -> Option<(u32, Vec<(String, String)>)> {
    let name = |name: &str| key(&name.replace(['-', ' '], "_"));
    let found = factors.iter().find_map(|(factor, value)| {
        let histology = NAMES.contains(&name(factor).as_str());
        code(value).filter(|_| histology).map(|code| (code, factor.clone()))
    });
    found.map(|(code, own)| (code, factors.iter().filter(|(factor, _)| *factor != own).cloned().collect()))
}

/// The tumour of a site as written, a word or a code; `told` says of a marker what it was found to be.
pub fn tumour(
    tables: &[&Table],
    site: &str,
    histology: u32,
    told: impl Fn(&str) -> Option<String>,
) -> Tumour {
    let places: Vec<Vec<u32>> = digits_of(tables, site).iter().map(|digits| three(digits)).collect();
    // A place of which only a part belongs to a chapter does not say that it is that part.
    let inside = |sites: &Codes| {
        let whole = |codes: &Vec<u32>| codes.iter().all(|code| sites.hold(Some(*code)));
        sites.hold(None) || places.iter().any(whole)
    };
    for Chapter { sites, forms, marker, named } in ROWS.iter() {
        let marked =
            || marker.split_once('=').is_none_or(|(name, wanted)| told(name).as_deref() == Some(wanted));
        if forms.hold(Some(histology)) && inside(sites) && marked() {
            return if *named == "-" { Tumour::LeftOut } else { Tumour::Named((*named).to_owned()) };
        }
    }
    Tumour::OfSite
}

/// The codes of three digits that these stand for: `34` for all from 340.
fn three(digits: &str) -> Vec<u32> {
    let Ok(code) = digits.parse::<u32>() else { return Vec::new() };
    if digits.len() == 2 { (code * 10..code * 10 + 10).collect() } else { vec![code] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::staging::catalogue::in_force;

    #[test]
    fn a_morphology_code_is_read_and_anything_else_is_none() {
        for (written, expected) in [
            ("8070/3", Some(8070)),
            ("8070", Some(8070)),
            ("M8070/3", Some(8070)),
            ("M-8720/3", Some(8720)),
            ("８２６０/3", Some(8260)),
            ("squamous", None),
            ("807", None),
            ("1234", None),
            ("80701", None),
            ("", None),
        ] {
            assert_eq!(code(written), expected, "{written}");
        }
    }

    #[test]
    fn the_chapter_follows_from_site_and_histology_as_codes_or_words() {
        let named = |site: &str| Tumour::Named(site.to_owned());
        for (site, histology, expected) in [
            ("C44.5", 8720, named("melanoma")),
            ("C44", 8743, named("melanoma")),
            ("C44.5", 8070, Tumour::LeftOut),
            ("C15.4", 8070, named("oesophagus_scc")),
            ("oesophagus", 8140, named("oesophagus_adeno")),
            ("C16.0", 8070, named("oesophagus_scc")),
            ("C16", 8070, Tumour::OfSite),
            ("stomach", 8070, Tumour::OfSite),
            ("C15", 8070, named("oesophagus_scc")),
            ("thyroid", 8260, named("thyroid_differentiated")),
            ("C73.9", 8021, named("thyroid_anaplastic")),
            ("thyroid", 8345, named("thyroid_medullary")),
            ("lung", 8140, Tumour::OfSite),
            ("lung", 8720, Tumour::LeftOut),
            ("stomach", 9699, Tumour::LeftOut),
            ("stomach", 8240, Tumour::LeftOut),
            ("C34.1", 8240, Tumour::OfSite),
            ("brain", 8140, Tumour::OfSite),
            // neuroendocrine tumours have chapters of their own; mixed ones, carcinomas and goblet cells have not
            ("pancreas", 8150, Tumour::LeftOut),
            ("C25.1", 8151, Tumour::LeftOut),
            ("C25.9", 8156, Tumour::LeftOut),
            ("C25.4", 8155, Tumour::LeftOut),
            ("C16.3", 8153, Tumour::LeftOut),
            ("C24.1", 8158, Tumour::LeftOut),
            ("C18.1", 8241, Tumour::LeftOut),
            ("C20", 8249, Tumour::LeftOut),
            ("C18.1", 8243, Tumour::OfSite),
            ("C25.1", 8154, Tumour::OfSite),
            ("C25.1", 8246, Tumour::OfSite),
            ("C34.1", 8249, Tumour::OfSite),
            // nor are mesothelioma, germ cells, paraganglioma and Merkel cells carcinomas of the place they are found in
            ("lung", 9052, Tumour::LeftOut),
            ("C56.9", 9050, Tumour::LeftOut),
            ("C48.1", 9053, Tumour::LeftOut),
            ("C56.9", 9080, named("ovary")),
            ("C56.9", 8620, named("ovary")),
            ("C56.9", 9000, named("ovary")),
            ("C54.1", 9100, Tumour::LeftOut),
            ("C67.9", 8680, Tumour::LeftOut),
            ("C00.4", 8247, Tumour::LeftOut),
            ("C61.9", 8120, Tumour::LeftOut),
            ("C61.9", 8140, Tumour::OfSite),
            ("C67.9", 8120, Tumour::OfSite),
        ] {
            assert_eq!(tumour(&in_force(&[]), site, histology, |_| None), expected, "{site} {histology}");
        }
        let p16 = |_: &str| Some("positive".to_owned());
        assert_eq!(tumour(&in_force(&[]), "oropharynx", 8070, p16), named("oropharynx_p16_pos"));
    }
}
