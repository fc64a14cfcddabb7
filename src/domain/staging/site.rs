//! Which tumours of the tables a word or an ICD-O topography code can mean.

use std::sync::LazyLock;

use crate::domain::fold::fold;
use crate::domain::staging::table::Table;

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
    let own = tables.iter().filter(|table| plain(&table.site) == word).map(|table| &table.site);
    let exact = sites(listed.chain(own));
    let spoken = LISTED.iter().filter(|row| row.words.contains(&word)).map(|row| &row.site);
    let called = tables.iter().filter(|table| table.called.iter().any(|known| plain(known) == word));
    let mut found = sites(spoken.chain(called.map(|table| &table.site)));
    if word == "breast" {
        // the anatomic table is called so, and people mean either
        found.extend(exact);
        return found;
    }
    if exact.is_empty() { found } else { exact }
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

/// Lower case, everything that parts words as one blank.
fn plain(text: &str) -> String {
    let parted = fold(text);
    let words: Vec<&str> = parted
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// The digits of `c34 1`, `c341`, `c34`.
fn topography(word: &str) -> Option<String> {
    let digits: String = word.strip_prefix('c')?.chars().filter(|character| *character != ' ').collect();
    let coded = matches!(digits.len(), 2 | 3) && digits.chars().all(|character| character.is_ascii_digit());
    coded.then_some(digits)
}

/// Whether one of the codes is the written topography or covers it: `C54` covers `C54.1`.
pub fn covers(codes: &[String], written: &str) -> bool {
    let Some(written) = topography(&plain(written)) else { return false };
    digits(codes.iter().map(String::as_str)).iter().any(|code| written.starts_with(code))
}

fn digits<'c>(codes: impl Iterator<Item = &'c str>) -> Vec<String> {
    codes.filter_map(|code| topography(&plain(code))).collect()
}

/// The sites with the longest code that covers `digits`; else those with a code inside it.
fn by_topography(tables: &[&Table], digits: &str) -> Vec<String> {
    let own: Vec<(&String, Vec<String>)> = tables
        .iter()
        .filter(|table| !table.topography.is_empty())
        .map(|table| (&table.site, self::digits(table.topography.iter().map(String::as_str))))
        .collect();
    let listed = LISTED.iter().map(|row| (&row.site, &row.codes));
    let rows = listed.chain(own.iter().map(|(site, codes)| (*site, codes)));
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
