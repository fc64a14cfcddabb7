//! Where a text proposes a substance: not where it says to avoid it, and not where it names the allergy itself.
//!
//! Only what cannot be read in another way counts as avoided; everything else is asked about, which is the safe side.

use std::ops::Range;

use crate::domain::check::substances::{after_name, before_name, places};

/// Said before what is not to be given, or of what was given before; folded.
const AVOIDED: &[&str] = &[
    "avoid",
    "avoids",
    "avoiding",
    "avoidance of",
    "no",
    "without",
    "not",
    "not use",
    "not give",
    "not to give",
    "not to use",
    "not receive",
    "never",
    "never give",
    "omit",
    "omitting",
    "stop",
    "stopping",
    "discontinue",
    "withhold",
    "instead of",
    "rather than",
    "in place of",
    "replace",
    "replacing",
    "switch from",
    "change from",
    "contraindicated",
    "contraindication to",
    "unfit for",
    "ineligible for",
    "not eligible for",
    "not fit for",
    "not a candidate for",
    "unsuitable for",
    "intolerant to",
    "intolerant of",
    "intolerance to",
    "intolerance of",
    "no need for",
    "no indication for",
    "no role for",
    "no place for",
    "declines",
    "declined",
    "refuses",
    "refused",
    "progressed on",
    "progression on",
    "failure of",
    "failed",
    "refractory to",
    "resistant to",
    "previous",
    "previously received",
    "prior",
    "allergic to",
    "allergy to",
    "allergies to",
    "hypersensitivity to",
    "anaphylaxis to",
    "reaction to",
    "non-",
    "tranh",
    "tranh dung",
    "tranh su dung",
    "tranh chup",
    "khong",
    "khong dung",
    "khong su dung",
    "khong cho",
    "khong dung thuoc",
    "khong the dung",
    "khong nen",
    "khong nen dung",
    "khong duoc",
    "khong duoc dung",
    "khong dung duoc",
    "khong tiem",
    "khong truyen",
    "khong chup",
    "khong lam",
    "khong can",
    "khong co",
    "khong co chi dinh",
    "khong con chi dinh",
    "khong chi dinh",
    "khong phai",
    "khong dung nap",
    "chong chi dinh",
    "chong chi dinh voi",
    "chong chi dinh dung",
    "ngung",
    "ngung dung",
    "ngung thuoc",
    "thay cho",
    "thay the",
    "thay vi",
    "thay",
    "kieng",
    "cam",
    "cam dung",
    "di ung",
    "di ung voi",
    "di ung thuoc",
    "man cam voi",
    "phan ve voi",
    "that bai voi",
    "khang",
    "da khang",
];
/// The same in Chinese, without spaces.
const AVOIDED_HAN: &[&str] = &[
    "避免使用",
    "避免应用",
    "避免用",
    "避免",
    "禁用",
    "禁止使用",
    "禁止",
    "禁忌使用",
    "不用",
    "不使用",
    "不应用",
    "不得使用",
    "不能用",
    "不能使用",
    "不宜用",
    "不宜使用",
    "不宜",
    "不可用",
    "不可使用",
    "不做",
    "不行",
    "不推荐",
    "不建议",
    "不考虑",
    "勿用",
    "忌用",
    "停用",
    "停止使用",
    "代替",
    "替代",
    "取代",
    "不含",
    "无需",
    "无须",
    "拒绝",
    "对",
    "曾用",
    "既往用",
    "既往使用",
];
/// Takes back what was said before it.
const TAKEN_BACK: &[&str] = &[
    "not", "no", "never", "cannot", "don't", "needn't", "khong", "chua", "unless", "if", "until", "except",
    "tru", "neu", "不必", "无需", "不要", "不用", "不需",
];
const CONDITIONS: &[&str] =
    &["unless", "if", "until", "except", "when", "tru khi", "neu", "除非", "如果", "尽量", "若"];
/// May stand between the word of avoiding and what is avoided.
const BETWEEN: &[&str] = &[
    "all",
    "any",
    "the",
    "of",
    "use",
    "using",
    "giving",
    "further",
    "more",
    "and",
    "or",
    "nor",
    "with",
    "iv",
    "intravenous",
    "containing",
    "based",
    "repeat",
    "regimens",
    "drugs",
    "agents",
    "enhanced",
    "contrast-enhanced",
    "cac",
    "thuoc",
    "moi",
    "va",
    "hoac",
    "nhom",
    "loai",
    "chup",
    "co",
    "tiem",
    "ct",
    "mri",
    "ca",
];
const BETWEEN_HAN: &[&str] = &[
    "含", "任何", "所有", "一切", "各种", "各类", "该", "的", "类", "及", "和", "或", "与", "、", "药物",
    "制剂", "进行", "行", "做", "静脉",
];
/// Said behind what is not to be given; folded.
const AFTER: &[&str] = &[
    "allerg",
    "intoleran",
    "hypersensitiv",
    "anaphyla",
    "contraindicated",
    "is contraindicated",
    "are contraindicated",
    "was contraindicated",
    "should be avoided",
    "must be avoided",
    "to be avoided",
    "is to be avoided",
    "are to be avoided",
    "is avoided",
    "not possible",
    "is not possible",
    "is not indicated",
    "not indicated",
    "not recommended",
    "is not recommended",
    "not given",
    "is not given",
    "ineligible",
    "-ineligible",
    "-free",
    "-refractory",
    "-resistant",
    "-sparing",
    "-unfit",
    "refused",
    "declined",
    "is not an option",
    "chong chi dinh",
    "bi chong chi dinh",
    "la chong chi dinh",
    "khong dung duoc",
    "khong duoc dung",
    "khong phu hop",
    "skin test",
    "类过敏",
    "过敏",
    "皮试",
    "禁忌",
    "禁用",
    "忌用",
    "不耐受",
    "不可用",
    "不宜",
    "不适合",
    "耐药",
    "治疗失败",
];

/// How far is looked for a word of avoiding: a hostile list could be as long as its file.
const STEPS: usize = 24;
const REACH: usize = 300;

/// Whether any place of `word` (folded) in a folded text proposes it.
pub(super) fn is_proposed(text: &str, word: &str) -> bool {
    first_proposed(text, places(text, word)).is_some()
}

/// The first of these places at which the text proposes what stands there; of very many only the first are looked at.
pub(super) fn first_proposed(text: &str, all: impl Iterator<Item = Range<usize>>) -> Option<Range<usize>> {
    all.take(100).find(|at| proposes(text, at))
}

fn proposes(text: &str, at: &Range<usize>) -> bool {
    let (before, after) = (text.get(..at.start).unwrap_or_default(), text.get(at.end..).unwrap_or_default());
    let (before, after) = (sentence_before(before), sentence_after(after));
    if is_ruled_out_behind(after) {
        return false;
    }
    has_any(after, CONDITIONS) || !is_avoided(before, after)
}

/// A point ends a sentence, but not within a number or a word.
fn is_end(text: &str, at: usize, letter: char) -> bool {
    match letter {
        ';' | '!' | '?' | '\n' | '。' => true,
        '.' => text.get(at + 1..).is_none_or(|rest| !rest.starts_with(char::is_alphanumeric)),
        _ => false,
    }
}

fn sentence_before(before: &str) -> &str {
    let from = before.len().saturating_sub(REACH);
    let from = (from..=before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(before.len());
    let near = before.get(from..).unwrap_or_default();
    let start = near.char_indices().filter(|(at, letter)| is_end(near, *at, *letter)).last();
    start.and_then(|(at, letter)| near.get(at + letter.len_utf8()..)).unwrap_or(near)
}

fn sentence_after(after: &str) -> &str {
    let to = (0..=after.len().min(REACH)).rev().find(|at| after.is_char_boundary(*at)).unwrap_or(0);
    let near = after.get(..to).unwrap_or_default();
    let end = near.char_indices().find(|(at, letter)| is_end(near, *at, *letter));
    end.and_then(|(at, _)| near.get(..at)).unwrap_or(near)
}

/// Back over a list such as `all penicillins and`, to the word that forbids it.
fn is_avoided(before: &str, after: &str) -> bool {
    // `Avoid penicillin, amoxicillin 1 g` proposes the second; `avoid penicillin, amoxicillin` does not.
    let next =
        after.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '-').trim_start();
    let joined = ["and ", "or ", "va ", "hoac ", "和", "或", "及", "与", "等", "类"];
    let in_list = next.is_empty()
        || next.starts_with([',', ')', '/', '、', ':'])
        || joined.iter().any(|word| next.starts_with(word));
    let mut rest = before.trim_end();
    for _ in 0..STEPS {
        if let Some(head) = before_avoiding(rest) {
            return !takes_back(head);
        }
        let shorter = rest
            .strip_suffix(['/', '(', '+', '&', '"', '\''])
            .or_else(|| rest.strip_suffix([',', ':']).filter(|_| in_list))
            .or_else(|| BETWEEN.iter().find_map(|word| strip_word(rest, word)))
            .or_else(|| BETWEEN_HAN.iter().find_map(|word| rest.strip_suffix(word)))
            .or_else(|| before_name(rest));
        match shorter {
            Some(shorter) if shorter.len() < rest.len() => rest = shorter.trim_end(),
            _ => return false,
        }
    }
    false
}

/// What stands before a word of avoiding at the end; the longest such word counts.
fn before_avoiding(text: &str) -> Option<&str> {
    let latin = AVOIDED.iter().filter_map(|said| strip_word(text, said));
    let han = AVOIDED_HAN.iter().filter(|said| **said != "对").filter_map(|said| text.strip_suffix(said));
    latin.chain(han).min_by_key(|head| head.len())
}

/// A whole Latin word, or several, at the end.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.strip_suffix(word)?;
    let joined = head.ends_with(|last: char| last.is_ascii_alphanumeric() || last == '-');
    (!joined).then_some(head)
}

/// Within the same clause, shortly before.
fn takes_back(head: &str) -> bool {
    let clause = head.rsplit([',', ':', '(', ')', '、']).next().unwrap_or(head).trim();
    let words: Vec<&str> = clause.split_whitespace().collect();
    let near = words.get(words.len().saturating_sub(5)..).unwrap_or_default();
    // đừng: do not
    has_any(&near.join(" "), TAKEN_BACK) || near.last() == Some(&"dung") && near.len() == 1
}

/// Forward over a list, to a word that says it of all of them.
fn is_ruled_out_behind(after: &str) -> bool {
    let mut rest = after.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    for _ in 0..STEPS {
        let plain = rest.trim_start_matches([' ', '-', ':']);
        let said = |word: &&&str| rest.trim_start().starts_with(**word) || plain.starts_with(**word);
        if AFTER.iter().find(said).is_some() {
            return true;
        }
        let joined = ["and ", "or ", "va ", "hoac ", "/", "、", "和", "或", "及", "与"];
        let Some(next) = joined.iter().find_map(|word| rest.trim_start().strip_prefix(word)) else {
            return false;
        };
        match after_name(next.trim_start()) {
            Some(shorter) => rest = shorter,
            None => return false,
        }
    }
    false
}

/// Latin as whole words, Han anywhere.
pub(super) fn has_any(text: &str, wanted: &[&str]) -> bool {
    let padded = format!(" {} ", text.replace([',', '/', '\t', '(', ')', ':', '.', ';', '\n'], " "));
    wanted.iter().any(|word| {
        if word.is_ascii() { padded.contains(&format!(" {word} ")) } else { padded.contains(word) }
    })
}
