//! Which tumours of the tables a word or an ICD-O topography code can mean.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::domain::staging::table::Table;
use crate::domain::staging::word::{digits, plain, topography};

const SITES: &str = include_str!("tables/sites.tsv");

/// The list of the program, as it is compared with what people write: a large workspace asks for every case.
static LISTED: LazyLock<Vec<Entry>> = LazyLock::new(|| SITES.lines().skip(2).map(Entry::read).collect());

struct Entry {
    site: String,
    /// The site as a word.
    name: String,
    /// Digits of topography codes.
    codes: Vec<String>,
    words: Vec<String>,
}

impl Entry {
    fn read(line: &str) -> Self {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let site = cell().to_owned();
        let codes = digits(cell().split('|'));
        Entry { name: plain(&site), site, codes, words: cell().split('|').map(plain).collect() }
    }
}

/// The sites of the tables that `written` names: one for `lung`, two for `C15` (squamous, adenocarcinoma).
pub fn named(tables: &[&Table], written: &str) -> Vec<String> {
    let word = plain(written);
    if let Some(digits) = topography(&word) {
        return by_topography(tables, &digits);
    }
    // The list of the program, then what the tables say of themselves.
    let listed = LISTED.iter().filter(|row| row.name == word).map(|row| &row.site);
    let own = tables.iter().filter(|table| table.words.first() == Some(&word)).map(|table| &table.site);
    let exact = sites(listed.chain(own));
    let mut found = spoken(tables, |known| known == word);
    if word == "breast" {
        // the anatomic table is called so, and people mean either
        found.extend(exact);
        return found;
    }
    if !exact.is_empty() {
        return exact;
    }
    let loose = loosely(&word);
    if found.is_empty() && !loose.is_empty() {
        return spoken(tables, |known| loosely(known) == loose);
    }
    found
}

/// The sites of which a word, as it is compared, is the one that is looked for.
fn spoken(tables: &[&Table], is_it: impl Fn(&str) -> bool) -> Vec<String> {
    let listed = LISTED.iter().filter(|row| row.words.iter().chain([&row.name]).any(|known| is_it(known)));
    let called = tables.iter().filter(|table| table.words.iter().any(|known| is_it(known)));
    sites(listed.map(|row| &row.site).chain(called.map(|table| &table.site)))
}

/// The words of a name in any order, without those that say only that it is a tumour: `bile ducts, perihilar` is
/// `perihilar bile duct`, `ung thư phổi` and `肺癌` are the lung.
fn loosely(word: &str) -> BTreeSet<String> {
    const FILLERS: [&str; 18] = [
        "cancer",
        "carcinoma",
        "malignant",
        "neoplasm",
        "tumour",
        "tumor",
        "primary",
        "of",
        "the",
        "and",
        "ca",
        "k",
        "u",
        "ung",
        "thu",
        "cell",
        "bieu",
        "mo",
    ];
    let stem = |word: &str| {
        let word = word.trim_end_matches("恶性肿瘤").trim_end_matches('癌').trim_end_matches("carcinoma");
        let word = word.strip_prefix("esoph").map_or_else(|| word.to_owned(), |rest| format!("oesoph{rest}"));
        if word.len() > 3 { word.trim_end_matches('s').to_owned() } else { word }
    };
    let words = word.split(' ').filter(|word| !FILLERS.contains(word)).map(stem);
    words.filter(|word| !word.is_empty()).collect()
}

/// Everything by which the tumour of a table may be asked for: its name, topography codes, words.
pub fn names(tables: &[&Table], site: &str) -> Vec<String> {
    let mut all = vec![site.to_owned()];
    for line in SITES.lines().skip(2).filter(|line| line.split('\t').next() == Some(site)) {
        let cells = line.split('\t').skip(1).flat_map(|cell| cell.split('|'));
        all.extend(cells.filter(|name| !name.is_empty()).map(str::to_owned));
    }
    let own = tables.iter().filter(|table| table.site == site);
    all.extend(own.flat_map(|table| table.topography.iter().chain(&table.called)).cloned());
    sites(all.iter())
}

/// Each site once, in the order found.
fn sites<'s>(all: impl Iterator<Item = &'s String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for site in all {
        if !found.contains(site) {
            found.push(site.clone());
        }
    }
    found
}

/// Whether one of the table's codes is the written topography or covers it: `C54` covers `C54.1`.
pub fn covers(table: &Table, written: &str) -> bool {
    let Some(written) = topography(&plain(written)) else { return false };
    table.codes.iter().any(|code| written.starts_with(code))
}

/// The topography codes of a site as written: its own, or those of the tumours that the word names.
pub fn digits_of(tables: &[&Table], written: &str) -> Vec<String> {
    if let Some(digits) = topography(&plain(written)) {
        return vec![digits];
    }
    let sites = named(tables, written);
    let listed = LISTED.iter().filter(|row| sites.contains(&row.site)).flat_map(|row| row.codes.clone());
    let own = tables.iter().filter(|table| sites.contains(&table.site));
    let own = own.flat_map(|table| table.codes.clone());
    let all: Vec<String> = listed.chain(own).collect();
    let wider = |code: &&String| all.iter().any(|other| other != *code && code.starts_with(other.as_str()));
    all.iter().filter(|code| !wider(code)).cloned().collect()
}

/// The sites with the longest code that covers `digits`; else those with a code inside it.
fn by_topography(tables: &[&Table], digits: &str) -> Vec<String> {
    let own = tables.iter().map(|table| (&table.site, &table.codes));
    let listed = LISTED.iter().map(|row| (&row.site, &row.codes));
    let rows = listed.chain(own);
    let covering = rows.clone().flat_map(|(_, codes)| codes).filter(|code| digits.starts_with(code.as_str()));
    let longest = covering.map(String::len).max();
    let fits = |code: &String| match longest {
        Some(length) => code.len() == length && digits.starts_with(code.as_str()),
        None => code.starts_with(digits),
    };
    sites(rows.filter(|(_, codes)| codes.iter().any(fits)).map(|(site, _)| site))
}

#[cfg(test)]
mod tests {
    use crate::domain::staging::catalogue::in_force;

    fn named(written: &str) -> Vec<String> {
        super::named(&in_force(&[]), written)
    }

    #[test]
    fn codes_and_words_find_the_same_site() {
        for written in ["lung", "C34.1", "c34", "C341", "Ｃ３４．１", "Lung", "bronchus"] {
            assert_eq!(named(written), ["lung"], "{written}");
        }
        assert_eq!(named("C22.0"), ["liver_hcc"]);
        assert_eq!(named("liver-hcc"), ["liver_hcc"]);
        assert_eq!(named("C22.1"), ["bile_duct_intrahepatic"]);
        assert_eq!(named("C18"), ["colon_rectum"]);
        assert_eq!(named("rectum"), ["colon_rectum"]);
    }

    #[test]
    fn a_site_may_be_called_as_registries_and_clinicians_call_it() {
        for (written, expected) in [
            ("Lip/oral cavity", "oral_cavity"),
            ("lip and oral cavity", "oral_cavity"),
            ("bile duct perihilar", "bile_duct_perihilar"),
            ("Bile Ducts, Perihilar", "bile_duct_perihilar"),
            ("perihilar_bile_ducts", "bile_duct_perihilar"),
            ("distal bile ducts", "bile_duct_distal"),
            ("intrahepatic bile ducts", "bile_duct_intrahepatic"),
            ("corpus uteri", "endometrium"),
            ("Corpus Uteri - Carcinoma", "endometrium"),
            ("oropharynx (p16+)", "oropharynx_p16_pos"),
            ("oropharynx p16-", "oropharynx_p16_neg"),
            ("HPV-mediated (p16+) oropharynx", "oropharynx_p16_pos"),
            ("Esophagus squamous cell carcinoma", "oesophagus_scc"),
            ("adenocarcinoma of the esophagus", "oesophagus_adeno"),
            ("oesophageal squamous cell carcinoma", "oesophagus_scc"),
            ("ung thư phổi", "lung"),
            ("肺癌", "lung"),
            ("ung thư cổ tử cung", "cervix"),
            ("宫颈癌", "cervix"),
            ("胃癌", "stomach"),
            ("melanoma_skin", "melanoma"),
            ("melanoma of the skin", "melanoma"),
            ("larynx - glottic", "larynx"),
            ("kidney_parenchyma", "kidney"),
            ("renal cell carcinoma", "kidney"),
            ("prostate cancer", "prostate"),
            ("anal canal", "anus"),
            ("pancreatic cancer", "pancreas_exocrine"),
            ("thyroid - medullary", "thyroid_medullary"),
            ("medullary thyroid carcinoma", "thyroid_medullary"),
            ("anaplastic thyroid cancer", "thyroid_anaplastic"),
            ("Ovary, fallopian tube, and primary peritoneal carcinoma", "ovary"),
            ("ampulla of Vater", "ampulla_vater"),
            ("hepatocellular carcinoma", "liver_hcc"),
            ("colon and rectum", "colon_rectum"),
        ] {
            assert_eq!(named(written), [expected], "{written}");
        }
        assert_eq!(named("bile duct"), ["bile_duct_perihilar", "bile_duct_distal"]);
        assert_eq!(named("cancer"), [""; 0]);
        assert!(super::names(&in_force(&[]), "kidney").contains(&"C64".to_owned()));
    }

    #[test]
    fn every_tumour_of_the_list_has_a_table() {
        for line in super::SITES.lines().skip(2) {
            let site = line.split('\t').next().unwrap();
            assert!(in_force(&[]).iter().any(|table| table.site == site), "{site}");
        }
    }

    #[test]
    fn a_code_of_several_tumours_names_them_all_and_an_unknown_one_none() {
        assert_eq!(named("C15.4"), ["oesophagus_scc", "oesophagus_adeno"]);
        assert_eq!(named("C16.0"), ["stomach", "oesophagus_scc", "oesophagus_adeno"]);
        assert_eq!(named("C16.2"), ["stomach"]);
        assert_eq!(named("C22"), ["liver_hcc", "bile_duct_intrahepatic"]);
        assert_eq!(named("C73.9").len(), 3);
        for written in ["C17.1", "C71.0", "C", "C1", "C12345", "", "brain"] {
            assert!(named(written).is_empty(), "{written}");
        }
    }
}
