//! Names of drugs, classes, regimens and procedures as texts write them, and what they bring to the patient. Data, no rule.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::domain::fold::fold;

const DRUGS: &str = include_str!("drugs.tsv");
const CLASSES: &str = include_str!("allergens.tsv");
const REGIMENS: &str = include_str!("regimens.tsv");

/// A folded name: a whole word of a Latin text, anywhere in a Han text; `*` lets the word go on.
pub(super) struct Name {
    text: &'static str,
    open_start: bool,
    open_end: bool,
    /// Two or three letters that mean something else as often.
    pub(super) short: bool,
}

pub(super) struct Drug {
    pub(super) name: &'static str,
    pub(super) classes: Vec<&'static str>,
    pub(super) names: Vec<Name>,
}

pub(super) struct Class {
    pub(super) name: &'static str,
    /// An allergy to one of its drugs speaks against all.
    pub(super) all: bool,
    pub(super) called: Vec<Name>,
}

/// What is given or done under one name, with the drugs and classes that it brings.
pub(super) struct Regimen {
    pub(super) names: Vec<Name>,
    pub(super) brings: Vec<&'static str>,
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(2).map(|line| line.split('\t').collect())
}

pub(super) static ALL_DRUGS: LazyLock<Vec<Drug>> = LazyLock::new(|| {
    let drug = |cells: Vec<&'static str>| {
        let [classes, names] = cells[..] else { return None };
        Some(Drug {
            name: names.split('|').next()?,
            classes: classes.split(',').filter(|class| *class != "-").collect(),
            names: Name::read(names),
        })
    };
    rows(DRUGS).filter_map(drug).collect()
});

pub(super) static ALL_CLASSES: LazyLock<Vec<Class>> = LazyLock::new(|| {
    let class = |cells: Vec<&'static str>| {
        let [name, reacts, called] = cells[..] else { return None };
        Some(Class { name, all: reacts == "all", called: Name::read(called) })
    };
    rows(CLASSES).filter_map(class).collect()
});

pub(super) static ALL_REGIMENS: LazyLock<Vec<Regimen>> = LazyLock::new(|| {
    let regimen = |cells: Vec<&'static str>| {
        let [names, brings] = cells[..] else { return None };
        Some(Regimen { names: Name::read(names), brings: brings.split(',').collect() })
    };
    rows(REGIMENS).filter_map(regimen).collect()
});

impl Name {
    pub(super) fn read(cell: &'static str) -> Vec<Name> {
        let name = |text: &'static str| Name {
            text: text.trim_matches(['*', '?']),
            open_start: text.starts_with('*'),
            open_end: text.ends_with('*'),
            short: text.ends_with('?'),
        };
        cell.split('|').map(name).collect()
    }

    /// Where it stands in a plain text.
    pub(super) fn places(&self, text: &str) -> impl Iterator<Item = Range<usize>> {
        places(text, self.text).filter_map(|at| self.whole(text, at))
    }

    /// Its letters, without what lets the word go on.
    pub(super) fn text(&self) -> &'static str {
        self.text
    }

    pub(super) fn is(&self, word: &str) -> bool {
        self.text == word
    }

    /// The whole name, where it is one plain word that means nothing else.
    pub(super) fn as_one_word(&self) -> Option<&'static str> {
        let whole = !self.open_start && !self.open_end && !self.short;
        (whole && self.text.is_ascii() && !self.text.contains(' ')).then_some(self.text)
    }

    pub(super) fn is_in(&self, text: &str) -> bool {
        self.places(text).next().is_some()
    }

    /// The word that holds it, where it may stand there.
    fn whole(&self, text: &str, at: Range<usize>) -> Option<Range<usize>> {
        let before = text.get(..at.start)?;
        let start = before.len()
            - before.bytes().rev().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
        let joined = before.bytes().next_back().is_some_and(|byte| byte.is_ascii_alphanumeric());
        let starts_plain = self.text.starts_with(|first: char| first.is_ascii_alphanumeric());
        if starts_plain && joined && !self.open_start {
            return None;
        }
        let start = if starts_plain { start } else { at.start };
        let after = text.get(at.end..)?;
        let more = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let ends_plain = self.text.ends_with(|last: char| last.is_ascii_alphanumeric());
        if !ends_plain || more == 0 {
            return Some(start..at.end);
        }
        let goes_on = self.open_end || self.open_start || (more == 1 && after.starts_with('s'));
        goes_on.then_some(start..at.end + more)
    }
}

/// Every place of a text in another one.
pub(super) fn places(text: &str, wanted: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(wanted).map(|(at, found)| at..at + found.len())
}

/// Folded, with every kind of hyphen as one.
pub(super) fn plain(text: &str) -> String {
    let folded = fold(text);
    if folded.is_ascii() { folded } else { folded.replace(['‐', '–', '—', '−'], "-") }
}

fn all_names() -> impl Iterator<Item = &'static Name> {
    let drugs = ALL_DRUGS.iter().flat_map(|drug| &drug.names);
    let classes = ALL_CLASSES.iter().flat_map(|class| &class.called);
    drugs.chain(classes).chain(ALL_REGIMENS.iter().flat_map(|regimen| &regimen.names))
}

/// What a regimen has beside the drugs that make it what it is: FOLFOX and CAPOX are of one kind.
const HELPERS: [&str; 3] = ["corticosteroid", "folate", "g-csf"];

/// The classes of what one name brings, and whether it is the name of a regimen.
fn classes_of(word: &str) -> Option<(bool, BTreeSet<&'static str>)> {
    let called = |names: &[Name]| names.iter().any(|name| name.places(word).any(|at| at == (0..word.len())));
    let own = |drug: &Drug| match drug.classes.as_slice() {
        [] => vec![drug.name],
        classes => classes.to_vec(),
    };
    let of_drugs: BTreeSet<_> = ALL_DRUGS.iter().filter(|drug| called(&drug.names)).flat_map(own).collect();
    let of_classes = ALL_CLASSES.iter().filter(|class| called(&class.called)).map(|class| class.name);
    let single: BTreeSet<_> = of_drugs.into_iter().chain(of_classes).collect();
    if !single.is_empty() {
        return Some((false, single));
    }
    let regimens = ALL_REGIMENS.iter().filter(|regimen| called(&regimen.names));
    let brought: Vec<&str> = regimens.flat_map(|regimen| &regimen.brings).copied().collect();
    let acts =
        |drug: &&Drug| drug.name != "mesna" && !drug.classes.iter().any(|class| HELPERS.contains(class));
    let drugs = ALL_DRUGS.iter().filter(|drug| brought.contains(&drug.name));
    let classes = drugs.filter(acts).flat_map(own).collect();
    (!brought.is_empty()).then_some((true, classes))
}

/// Whether two names are of one kind, so that a list of them forbids or proposes both: two drugs of a class, two
/// regimens of the same classes.
pub(super) fn are_kin(one: &str, other: &str) -> bool {
    match (classes_of(one), classes_of(other)) {
        (Some((false, one)), Some((false, other))) => !one.is_disjoint(&other),
        (Some((true, one)), Some((true, other))) => one == other,
        _ => false,
    }
}

pub(super) fn is_regimen(word: &str) -> bool {
    classes_of(word).is_some_and(|(regimen, _)| regimen)
}

/// The names of which the letters stand anywhere in a plain text, found in one pass: there are a thousand of them.
pub(super) struct Spelt(Option<Vec<&'static str>>);

impl Spelt {
    pub(super) fn of(text: &str) -> Self {
        static FINDER: LazyLock<(Vec<&'static str>, Option<AhoCorasick>)> = LazyLock::new(|| {
            let texts: HashSet<&'static str> = all_names().map(|name| name.text).collect();
            let texts: Vec<&'static str> = texts.into_iter().collect();
            let finder = AhoCorasick::new(&texts).ok();
            (texts, finder)
        });
        let (texts, finder) = &*FINDER;
        let found = finder.as_ref().map(|finder| {
            let all = finder.find_overlapping_iter(text);
            let all = all.filter_map(|found| texts.get(found.pattern().as_usize()).copied());
            // Few, and asked for every name there is: looked through in their order sooner than hashed.
            all.collect::<BTreeSet<_>>().into_iter().collect()
        });
        Spelt(found)
    }

    /// Whether a Han name stands at a place as a part of a longer one of another drug: `红霉素` in 柔红霉素.
    pub(super) fn is_part(&self, text: &str, at: &Range<usize>, substance: &str) -> bool {
        let own = text.get(at.clone()).filter(|own| !own.is_ascii());
        let covers = |name: &str| {
            places(text, name).any(|other| other.start <= at.start && at.end <= other.end)
                && !ALL_DRUGS
                    .iter()
                    .any(|drug| drug.name == substance && drug.names.iter().any(|own| own.is(name)))
        };
        let longer = |own: &str, name: &str| name.len() > own.len() && name.contains(own);
        own.is_some_and(|own| {
            let found = self.0.iter().flatten().filter(|name| longer(own, name));
            found.filter(|name| is_of_drug(name)).any(|name| covers(name))
        })
    }

    /// Whether one of these may stand in the text; where it stands, the name itself has to say.
    pub(super) fn any(&self, names: &[Name]) -> bool {
        self.0.as_ref().is_none_or(|found| names.iter().any(|name| found.binary_search(&name.text).is_ok()))
    }
}

fn is_of_drug(text: &str) -> bool {
    ALL_DRUGS.iter().any(|drug| drug.names.iter().any(|name| name.is(text)))
}

/// Every name by its letters.
static BY_TEXT: LazyLock<HashMap<&'static str, Vec<&'static Name>>> = LazyLock::new(|| {
    let mut all: HashMap<&'static str, Vec<&'static Name>> = HashMap::new();
    for name in all_names() {
        all.entry(name.text).or_default().push(name);
    }
    all
});

/// The length of the longest name.
static LONGEST: LazyLock<usize> =
    LazyLock::new(|| BY_TEXT.keys().map(|text| text.len()).max().unwrap_or_default());

/// Whether a word is a name with all its letters.
fn is_name(word: &str) -> bool {
    let is = |name: &&Name| name.places(word).any(|at| at == (0..word.len()));
    match Spelt::of(word).0 {
        Some(found) => found.iter().filter_map(|text| BY_TEXT.get(text)).flatten().any(&is),
        None => all_names().any(|name| is(&name)),
    }
}

/// Whether any name stands in a word.
pub(super) fn holds_name(word: &str) -> bool {
    match Spelt::of(word).0 {
        Some(found) => {
            found.iter().filter_map(|text| BY_TEXT.get(text)).flatten().any(|name| name.is_in(word))
        }
        None => all_names().any(|name| name.is_in(word)),
    }
}

/// What is left of a text before the name that it ends with.
pub(super) fn before_name(text: &str) -> Option<&str> {
    let word = text.bytes().rev().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let (head, last) = text.split_at_checked(text.len() - word)?;
    let starts = text.char_indices().rev().map(|(at, _)| at);
    let near = starts.take_while(|at| text.len() - at <= *LONGEST);
    let longest = near.filter(|at| text.get(*at..).is_some_and(|end| BY_TEXT.contains_key(end))).last();
    if let Some(at) = longest.filter(|at| text.len() - at >= word) {
        return text.get(..at);
    }
    (!last.is_empty() && is_name(last)).then_some(head)
}

/// What follows the name that a text begins with.
pub(super) fn after_name(text: &str) -> Option<&str> {
    let word = text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let (first, tail) = text.split_at_checked(word)?;
    let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let near = ends.take_while(|end| *end <= *LONGEST);
    let longest = near.filter(|end| text.get(..*end).is_some_and(|start| BY_TEXT.contains_key(start))).last();
    if let Some(end) = longest.filter(|end| *end >= word) {
        return text.get(end..);
    }
    (!first.is_empty() && is_name(first)).then_some(tail)
}
