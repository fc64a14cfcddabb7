//! Which tumours of the tables a word or an ICD-O topography code can mean.

use crate::domain::fold::fold;
use crate::domain::staging::table::Table;

const SITES: &str = include_str!("tables/sites.tsv");

/// The sites of the tables that `written` names: one for `lung`, two for `C15` (squamous, adenocarcinoma).
pub fn named(tables: &[&Table], written: &str) -> Vec<String> {
    let rows = rows(tables);
    let word = plain(written);
    if let Some(digits) = topography(&word) {
        return by_topography(&rows, &digits);
    }
    let exact: Vec<String> = sites(rows.iter().filter(|row| plain(&row.site) == word));
    let spoken = |row: &&Entry| row.words.iter().any(|known| plain(known) == word);
    let mut found = sites(rows.iter().filter(spoken));
    if word == "breast" {
        // the anatomic table is called so, and people mean either
        found.extend(exact);
        return found;
    }
    if exact.is_empty() { found } else { exact }
}

struct Entry {
    site: String,
    topography: Vec<String>,
    words: Vec<String>,
}

/// The list of the program, then what the tables say of themselves.
fn rows(tables: &[&Table]) -> Vec<Entry> {
    let listed = SITES.lines().skip(2).map(|line| {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let site = cell().to_owned();
        let mut list = || cell().split('|').map(str::to_owned).collect();
        Entry { site, topography: list(), words: list() }
    });
    let own = tables.iter().map(|table| Entry {
        site: table.site.clone(),
        topography: table.topography.clone(),
        words: table.called.clone(),
    });
    listed.chain(own).collect()
}

/// Each site once, in the order found.
fn sites<'e>(rows: impl Iterator<Item = &'e Entry>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for row in rows {
        if !found.contains(&row.site) {
            found.push(row.site.clone());
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
    let Some(digits) = topography(&plain(written)) else { return false };
    codes.iter().filter_map(|code| topography(&plain(code))).any(|code| digits.starts_with(&code))
}

/// The sites with the longest code that covers `digits`; else those with a code inside it.
fn by_topography(rows: &[Entry], digits: &str) -> Vec<String> {
    let codes = |row: &Entry| -> Vec<String> {
        row.topography.iter().filter_map(|code| topography(&plain(code))).collect()
    };
    let covering = rows.iter().flat_map(codes).filter(|code| digits.starts_with(code.as_str()));
    let longest = covering.map(|code| code.len()).max();
    sites(rows.iter().filter(|row| {
        codes(row).iter().any(|code| match longest {
            Some(length) => code.len() == length && digits.starts_with(code.as_str()),
            None => code.starts_with(digits),
        })
    }))
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
