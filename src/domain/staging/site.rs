//! Which tumours of the tables a word or an ICD-O topography code can mean.

use crate::domain::fold::fold;

const SITES: &str = include_str!("tables/sites.tsv");

/// The sites of the tables that `written` names: one for `lung`, two for `C15` (squamous, adenocarcinoma).
pub fn named(written: &str) -> Vec<&'static str> {
    let word = plain(written);
    if let Some(digits) = topography(&word) {
        return by_topography(&digits);
    }
    let exact: Vec<&'static str> = rows().filter(|row| plain(row.site) == word).map(|row| row.site).collect();
    let spoken = |row: &Entry| row.words.split('|').any(|known| plain(known) == word);
    let mut found: Vec<&'static str> = rows().filter(spoken).map(|row| row.site).collect();
    if word == "breast" {
        // the anatomic table is called so, and people mean either
        found.extend(&exact);
        return found;
    }
    if exact.is_empty() { found } else { exact }
}

struct Entry {
    site: &'static str,
    topography: &'static str,
    words: &'static str,
}

fn rows() -> impl Iterator<Item = Entry> {
    SITES.lines().skip(2).filter_map(|line| {
        let mut cells = line.split('\t');
        Some(Entry {
            site: cells.next()?,
            topography: cells.next()?,
            words: cells.next().unwrap_or_default(),
        })
    })
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

/// The sites with the longest code that covers `digits`; else those with a code inside it.
fn by_topography(digits: &str) -> Vec<&'static str> {
    let codes = || {
        rows().flat_map(|row| {
            row.topography.split('|').filter_map(move |code| Some((row.site, topography(&plain(code))?)))
        })
    };
    let longest = codes().filter(|(_, code)| digits.starts_with(code)).map(|(_, code)| code.len()).max();
    let mut sites: Vec<&'static str> = codes()
        .filter(|(_, code)| match longest {
            Some(length) => code.len() == length && digits.starts_with(code),
            None => code.starts_with(digits),
        })
        .map(|(site, _)| site)
        .collect();
    sites.dedup();
    sites
}

#[cfg(test)]
mod tests {
    use super::*;

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
        for written in ["C18.1", "C71.0", "C", "C1", "C12345", "", "brain"] {
            assert!(named(written).is_empty(), "{written}");
        }
    }
}
