//! Lists of phrases by which a text is read, as the data file has them; folded, in three languages.

use std::collections::BTreeMap;
use std::sync::LazyLock;

const PHRASES: &str = include_str!("phrases.tsv");

static LISTS: LazyLock<BTreeMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let rows = PHRASES.lines().skip(2).filter_map(|line| line.split_once('\t'));
    rows.map(|(list, phrases)| (list, phrases.split('|').collect())).collect()
});

/// The phrases of one list.
pub(super) fn phrases(list: &str) -> &'static [&'static str] {
    LISTS.get(list).map_or(&[], Vec::as_slice)
}
