//! The sentences of invented reports in three languages, and a voice that says them with the facts filled in.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::exchange::synthetic::random::Random;
use crate::i18n::Lang;

static TEXTS: LazyLock<HashMap<&'static str, Vec<[&'static str; 3]>>> = LazyLock::new(|| {
    let mut texts: HashMap<&str, Vec<[&str; 3]>> = HashMap::new();
    let rows = |table: &'static str| table.lines().filter(|line| !line.starts_with('#')).skip(1);
    for row in rows(include_str!("texts.tsv")).chain(rows(include_str!("findings.tsv"))) {
        let mut cells = row.split('\t');
        if let (Some(key), Some(en), Some(vi), Some(zh)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        {
            texts.entry(key).or_default().push([en, vi, zh]);
        }
    }
    texts
});

/// Two voices of one seed say the same in their languages.
#[derive(Clone, Debug)]
pub struct Voice {
    pub lang: Lang,
    random: Random,
    facts: BTreeMap<&'static str, String>,
}

impl Voice {
    pub fn new(lang: Lang, random: Random) -> Self {
        Voice { lang, random, facts: BTreeMap::new() }
    }

    /// Later sentences have `{name}` filled with this.
    pub fn know(&mut self, name: &'static str, value: impl Into<String>) {
        self.facts.insert(name, value.into());
    }

    pub fn know_number(&mut self, name: &'static str, low: u64, high: u64) {
        let value = self.random.between(low, high).to_string();
        self.facts.insert(name, value);
    }

    /// From here on the variants are drawn from this stream.
    pub fn restart(&mut self, random: Random) {
        self.random = random;
    }

    pub fn fact(&self, name: &str) -> &str {
        self.facts.get(name).map_or("", String::as_str)
    }

    /// One variant of the sentence.
    pub fn sentence(&mut self, key: &str) -> String {
        let variants = TEXTS.get(key).map_or(&[][..], Vec::as_slice);
        let row = variants.get(self.random.index(variants.len())).copied().unwrap_or_default();
        self.fill(in_lang(self.lang, row))
    }

    /// The sentence of that key for an age, where there is one; else the one for all ages.
    pub fn sentence_at(&mut self, key: &str, age: &str) -> String {
        let of_age = format!("{key}.{age}");
        let found = TEXTS.contains_key(of_age.as_str());
        self.sentence(if found { &of_age } else { key })
    }

    /// The first of these keys that has a sentence.
    pub fn sentence_of(&mut self, keys: &[&str]) -> String {
        let key = keys.iter().find(|key| TEXTS.contains_key(**key)).copied().unwrap_or_default();
        self.sentence(key)
    }

    /// So many different variants of the sentence.
    pub fn several(&mut self, key: &str, count: u64) -> Vec<String> {
        let mut rows: Vec<[&str; 3]> = TEXTS.get(key).cloned().unwrap_or_default();
        let mut said = Vec::new();
        while !rows.is_empty() && u64::try_from(said.len()).is_ok_and(|said| said < count) {
            let row = rows.swap_remove(self.random.index(rows.len()));
            said.push(self.fill(in_lang(self.lang, row)));
        }
        said
    }

    /// Several sentences as one paragraph.
    pub fn tell(&mut self, keys: &[&str]) -> String {
        let gap = if self.lang == Lang::Zh { "" } else { " " };
        keys.iter().map(|key| self.sentence(key)).collect::<Vec<_>>().join(gap)
    }

    fn fill(&self, template: &str) -> String {
        let mut text = String::with_capacity(template.len() * 2);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (name, behind) = after.split_once('}').unwrap_or((after, ""));
            let lower = name.to_lowercase();
            let value = self.fact(&lower);
            text.push_str(&if lower == name { value.to_owned() } else { capitalised(value) });
            rest = behind;
        }
        text.push_str(rest);
        text
    }
}

#[cfg(test)]
pub fn has(key: &str) -> bool {
    TEXTS.contains_key(key)
}

/// The one of that language.
pub fn in_lang(lang: Lang, [en, vi, zh]: [&'static str; 3]) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Vi => vi,
        Lang::Zh => zh,
    }
}

/// With a capital first letter.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_three_languages_and_names_the_same_facts_in_each() {
        let names = |text: &str| -> Vec<String> {
            let mut names: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split_once('}'))
                .map(|(name, _)| name.to_lowercase())
                .collect();
            names.sort();
            names
        };
        assert!(TEXTS.len() > 100);
        for (key, variants) in &*TEXTS {
            for [en, vi, zh] in variants {
                assert!(!en.is_empty() && !vi.is_empty() && !zh.is_empty(), "{key}");
                assert_eq!(names(en), names(vi), "{key}: {vi}");
                assert_eq!(names(en), names(zh), "{key}: {zh}");
            }
        }
    }

    #[test]
    fn a_sentence_is_filled_and_begins_large_where_the_template_says_so() {
        let mut voice = Voice::new(Lang::En, Random::of(1, 1));
        voice.know("organ", "liver");
        assert_eq!(voice.fill("{Organ} and {organ}; {nothing}."), "Liver and liver; .");
    }
}
