//! Where a text proposes a substance: not where it says to avoid it, and not where it names the allergy itself.
//!
//! Only what cannot be read in another way counts as avoided; everything else is asked about, which is the safe side.

/// Said directly before what is not to be given.
const AVOIDED: [&str; 26] = [
    "avoid",
    "avoiding",
    "no",
    "without",
    "not",
    "not use",
    "not give",
    "not to give",
    "not to use",
    "never",
    "never give",
    "instead of",
    "rather than",
    "in place of",
    "tranh",
    "tranh dung",
    "khong",
    "khong dung",
    "khong su dung",
    "khong cho",
    "khong dung thuoc",
    "thay cho",
    "chong chi dinh",
    "chong chi dinh voi",
    "contraindicated:",
    "non-",
];
/// The same without spaces.
const AVOIDED_HAN: [&str; 14] = [
    "避免使用",
    "避免用",
    "避免",
    "禁用",
    "禁止使用",
    "不用",
    "不使用",
    "不得使用",
    "不能用",
    "勿用",
    "忌用",
    "停用",
    "不宜用",
    "代替",
];
/// Takes back what was said before it.
const TAKEN_BACK: [&str; 18] = [
    "not", "no", "never", "cannot", "don't", "needn't", "khong", "chua", "dung", "unless", "if", "until",
    "except", "tru", "neu", "不必", "无需", "不要",
];
const CONDITIONS: [&str; 11] =
    ["unless", "if", "until", "except", "when", "tru khi", "neu", "除非", "如果", "尽量", "若"];
/// May stand between the word of avoiding and what is avoided.
const BETWEEN: [&str; 17] = [
    "all", "any", "the", "of", "use", "using", "giving", "further", "more", "and", "or", "nor", "cac",
    "thuoc", "moi", "va", "hoac",
];

/// The first place of `word` (folded) at which the text proposes it; `others` are the names that may stand beside it
/// in a list of what is avoided.
pub fn is_proposed(text: &str, word: &str, others: &[&str]) -> bool {
    let mut all = places(text, word);
    let proposes = |at: usize| {
        let (before, after) =
            (text.get(..at).unwrap_or_default(), text.get(at + word.len()..).unwrap_or_default());
        !names_allergy(before, after) && !is_avoided(before, after, others)
    };
    // Named more often, it is asked about unread.
    all.by_ref().take(MOST_PLACES).any(proposes) || all.next().is_some()
}

/// Stems that may end a word or stand in it, as in `cisplatin` and `mFOLFOX6`.
const STEMS: [&str; 12] = [
    "platin",
    "taxel",
    "rubicin",
    "sulfa",
    "tace",
    "iod",
    "embolis",
    "emboliz",
    "folfox",
    "folfirinox",
    "folfiri",
    "capox",
];

/// Where a word begins: `cef` in `IV cefazolin`, a Han word anywhere; a stem may end one.
pub fn places(text: &str, word: &str) -> impl Iterator<Item = usize> {
    let stem = STEMS.contains(&word);
    let anywhere = stem || !word.is_ascii();
    let found = text.match_indices(word).map(|(at, _)| at);
    found.filter(move |at| {
        let before = text.get(..*at).and_then(|start| start.chars().next_back());
        anywhere || before.is_none_or(|letter| !letter.is_alphanumeric() || !letter.is_ascii())
    })
}

/// So far around a place is looked at: what somebody wrote without a full stop could be as long as its file.
const REACH: usize = 300;

/// So many places of a word are read.
const MOST_PLACES: usize = 100;

fn near_end(text: &str) -> &str {
    (text.len().saturating_sub(REACH)..=text.len()).find_map(|at| text.get(at..)).unwrap_or_default()
}

fn near_start(text: &str) -> &str {
    (0..=text.len().min(REACH)).rev().find_map(|at| text.get(..at)).unwrap_or_default()
}

/// The part of a sentence that a place stands in, before and after it.
fn clause<'a>(before: &'a str, after: &'a str) -> (&'a str, &'a str) {
    const ENDS: [char; 13] = ['.', ';', ':', ',', '!', '?', '\n', '(', ')', '。', '；', '，', '、'];
    let (before, after) = (near_end(before), near_start(after));
    let starts = before.rfind(ENDS).map_or(before, |at| before.get(at..).unwrap_or_default());
    let starts = starts.trim_start_matches(ENDS);
    let ends =
        after.find(['.', ';', '!', '?', '\n', '。', '；']).and_then(|at| after.get(..at)).unwrap_or(after);
    (starts, ends)
}

fn is_avoided(before: &str, after: &str, others: &[&str]) -> bool {
    let (before, after) = clause(before, after);
    if has_any(after, &CONDITIONS) {
        return false;
    }
    if let Some(rest) = AVOIDED_HAN.iter().find_map(|said| before.strip_suffix(said)) {
        return !has_any(rest, &TAKEN_BACK);
    }
    if before.ends_with("non-") {
        return true;
    }
    // Back over a list such as `all penicillins and`, to the word that forbids it.
    let mut words: Vec<&str> = before.split([' ', '/']).filter(|word| !word.is_empty()).collect();
    let in_list = |word: &str| BETWEEN.contains(&word) || others.iter().any(|other| word.starts_with(other));
    loop {
        if ends_with_avoiding(&words) {
            return true;
        }
        if words.pop().is_none_or(|word| !in_list(word)) {
            return false;
        }
    }
}

fn ends_with_avoiding(words: &[&str]) -> bool {
    (1..=words.len().min(4)).rev().any(|count| {
        let (rest, said) = words.split_at(words.len() - count);
        AVOIDED.contains(&said.join(" ").as_str()) && !has_any(&rest.join(" "), &TAKEN_BACK)
    })
}

fn names_allergy(before: &str, after: &str) -> bool {
    let next =
        after.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).trim_start_matches([' ', '-']);
    let (before, _) = clause(before, after);
    ["allerg", "intoleran", "hypersensitiv", "anaphyla", "类过敏", "过敏"]
        .iter()
        .any(|said| next.starts_with(said))
        || ["allergic to", "allergy to", "allergy", "di ung", "di ung voi", "hypersensitivity to"]
            .iter()
            .any(|said| before.trim_end().ends_with(said))
}

/// Latin as whole words, Han anywhere.
fn has_any(text: &str, wanted: &[&str]) -> bool {
    let padded = format!(" {} ", text.replace([',', '/', '\t'], " "));
    wanted.iter().any(|word| {
        if word.is_ascii() { padded.contains(&format!(" {word} ")) } else { padded.contains(word) }
    })
}
