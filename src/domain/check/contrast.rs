//! Studies that a text proposes, and the contrast medium that each brings: iodinated with CT, gadolinium with MRI.

use std::ops::Range;
use std::sync::LazyLock;

use crate::domain::check::mention::first_proposed;
use crate::domain::check::phrases::{phrases, says_any};
use crate::domain::check::substances::places;

pub(super) const IODINE: &str = "iodinated-contrast";
pub(super) const GADOLINIUM: &str = "gadolinium";
pub(super) const ULTRASOUND: &str = "ultrasound-contrast";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Ct,
    Mr,
    /// With iodinated contrast where that is said: most are done without.
    Pet,
    /// Brings neither, whatever is said of contrast beside it.
    Other,
}

/// Folded words of studies, the longer before the shorter ones that they hold.
const STUDIES: &[(&str, Kind)] = &[
    ("pet-ct", Kind::Pet),
    ("pet/ct", Kind::Pet),
    ("pet ct", Kind::Pet),
    ("petct", Kind::Pet),
    ("spect-ct", Kind::Other),
    ("spect/ct", Kind::Other),
    ("pet-mr", Kind::Other),
    ("mr-linac", Kind::Other),
    ("mr linac", Kind::Other),
    ("pet/mr", Kind::Other),
    ("pet", Kind::Other),
    ("mrcp", Kind::Other),
    ("ceus", Kind::Other),
    ("ultrasound", Kind::Other),
    ("ultrasonography", Kind::Other),
    ("sieu am", Kind::Other),
    ("超声", Kind::Other),
    ("b超", Kind::Other),
    ("echocardio", Kind::Other),
    ("bone scan", Kind::Other),
    ("xa hinh", Kind::Other),
    ("骨扫描", Kind::Other),
    ("骨显像", Kind::Other),
    ("noi soi", Kind::Other),
    ("endoscop", Kind::Other),
    ("x-quang", Kind::Other),
    ("x quang", Kind::Other),
    ("x-ray", Kind::Other),
    ("barium", Kind::Other),
    ("钡", Kind::Other),
    ("cbct", Kind::Other),
    ("ncct", Kind::Other),
    ("ldct", Kind::Other),
    ("hrct", Kind::Other),
    ("contrast-enhanced mammogra", Kind::Ct),
    ("contrast mammogra", Kind::Ct),
    ("cesm", Kind::Ct),
    ("computed tomograph", Kind::Ct),
    ("ct-scan", Kind::Ct),
    ("ct scan", Kind::Ct),
    ("cat scan", Kind::Ct),
    ("ct angiogra", Kind::Ct),
    ("cat lop vi tinh", Kind::Ct),
    ("cat lop", Kind::Ct),
    ("clvt", Kind::Ct),
    ("cect", Kind::Ct),
    ("ctpa", Kind::Ct),
    ("ctap", Kind::Ct),
    ("mdct", Kind::Ct),
    ("msct", Kind::Ct),
    ("cta", Kind::Ct),
    ("cts", Kind::Ct),
    ("ct", Kind::Ct),
    ("计算机断层", Kind::Ct),
    ("螺旋ct", Kind::Ct),
    ("magnetic resonance", Kind::Mr),
    ("cong huong tu", Kind::Mr),
    ("mr angiogra", Kind::Mr),
    ("mpmri", Kind::Mr),
    ("bpmri", Kind::Other),
    ("mri", Kind::Mr),
    ("mra", Kind::Mr),
    ("mr", Kind::Mr),
    ("cht", Kind::Mr),
    ("核磁", Kind::Mr),
    ("磁共振", Kind::Mr),
];

/// The first byte of each.
static BEGINNINGS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut first: Vec<u8> = STUDIES.iter().filter_map(|(word, _)| word.bytes().next()).collect();
    first.sort_unstable();
    first.dedup();
    first
});

/// Nobody proposes more studies, or says more of one; a hostile file could.
const MOST: usize = 100;
const REACH: usize = 300;

struct Study {
    kind: Kind,
    at: Range<usize>,
}

/// The study by which a plain text brings contrast medium of this class: every CT and MRI that does not say that it is done
/// without. `is_said` asks for those alone of which contrast is said.
pub(super) fn study_in(class: &str, text: &str, is_said: bool) -> Option<Range<usize>> {
    if class == ULTRASOUND {
        return None;
    }
    let all = studies(text);
    let around = surroundings(text, &all);
    let brings = all.iter().zip(&around).filter(|(study, (before, after))| {
        let has = |list| says_any(before, list) || says_any(after, list);
        let read = phrases("read-before").iter().any(|said| ends_with_word(before.trim_end(), said))
            || phrases("read-behind").iter().any(|said| after.trim_start().starts_with(said));
        let explicit = || {
            let behind = PARTED.iter().filter_map(|word| after.find(word)).min();
            is_explicit(before) || is_explicit(behind.and_then(|at| after.get(..at)).unwrap_or(after))
        };
        let said = || {
            [before, after].iter().any(|said| is_with(said))
                || matches!(text.get(study.at.clone()), Some("cect" | "cta"))
        };
        // Guidance of a needle, planning of radiotherapy, screening: without, if nothing else is said.
        let is_without = || {
            let guided = text.get(study.at.end..).is_some_and(|after| after.starts_with("-guided"));
            guided || has("usually-without-contrast")
        };
        let usual = match study.kind {
            Kind::Ct => class == IODINE && (!is_without() || explicit()),
            Kind::Mr => class == GADOLINIUM && (!is_without() || explicit()),
            Kind::Pet => class == IODINE && explicit(),
            Kind::Other => false,
        };
        usual && !has("without-contrast") && !read && (!is_said || said())
    });
    let studies = brings.map(|(study, _)| study.at.clone());
    if let Some(found) = first_proposed(text, studies) {
        return Some(found);
    }
    if class != IODINE {
        return None;
    }
    // The medium itself, where no study of any kind stands in the sentence.
    let alone = |at: &Range<usize>| {
        let start = text.get(..at.start).and_then(|before| before.rfind(['.', ';', '\n', '。'])).unwrap_or(0);
        let end = text.get(at.end..).and_then(|after| after.find(['.', ';', '\n', '。']));
        let end = end.map_or(text.len(), |end| at.end + end);
        !all.iter().any(|study| (start..end).contains(&study.at.start))
    };
    phrases("medium")
        .iter()
        .find_map(|word| first_proposed(text, places(text, word).take(MOST).filter(alone)))
}

/// That contrast medium is given, in words which say nothing else. Primovist (gadoxetate) is a gadolinium agent that often
/// stands for it alone.
const GIVEN: &[&str] = &[
    "contrast",
    "can quang",
    "tiem thuoc",
    "doi quang",
    "gado",
    "primovist",
    "enhanced",
    "增强",
    "造影剂",
    "对比剂",
    "钆",
];
/// The same beside a CT or an MRI; of another study they say something else too.
const GIVEN_BESIDE: &[&str] = &["triphasic", "phase", "tiem", "tuong phan", "造影"];

/// Whether it is said of a CT or an MRI that contrast medium is given.
fn is_with(text: &str) -> bool {
    is_explicit(text) || GIVEN_BESIDE.iter().any(|word| text.contains(word))
}

fn is_explicit(text: &str) -> bool {
    GIVEN.iter().any(|word| text.contains(word))
}

/// `MR angiography` brings no iodine, and neither does one with a dye.
pub(super) fn is_another_angiography(text: &str, at: &Range<usize>) -> bool {
    let (before, after) = (text.get(..at.start).unwrap_or_default(), text.get(at.end..).unwrap_or_default());
    let other = phrases("other-angiography");
    let other = |said: &str, at_end: bool| {
        other.iter().any(|word| if at_end { ends_with_word(said, word) } else { said.starts_with(word) })
    };
    other(before.trim_end_matches([' ', '-']), true) || other(after.trim_start(), false)
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|head| !head.ends_with(|last: char| last.is_ascii_alphanumeric()))
}

/// In their order, none inside another.
fn studies(text: &str) -> Vec<Study> {
    let mut all: Vec<Study> = Vec::new();
    let mut from = 0;
    let begins = |at: &usize| text.as_bytes().get(*at).is_some_and(|byte| BEGINNINGS.contains(byte));
    let starts = text.char_indices().map(|(at, _)| at).filter(begins);
    for at in starts {
        if all.len() == MOST {
            break;
        }
        if at < from {
            continue;
        }
        let (head, tail) = text.split_at(at);
        let joined = head.ends_with(|last: char| last.is_ascii_alphanumeric());
        let found = STUDIES.iter().find(|(word, _)| {
            let Some(rest) = tail.strip_prefix(word) else { return false };
            let stem = word.ends_with("gra")
                || word.ends_with("graph")
                || word.starts_with("endos")
                || word.starts_with("echo");
            let goes_on = rest.starts_with(|next: char| next.is_ascii_alphanumeric());
            !word.is_ascii() || !joined && (stem || !goes_on)
        });
        if let Some((word, kind)) = found {
            all.push(Study { kind: *kind, at: at..at + word.len() });
            from = at + word.len();
        }
    }
    all
}

/// Parts what is said of one study from what is said of the next.
const PARTED: &[&str] = &[
    ",", "、", " and ", " then ", " va ", " roi ", " sau do ", " or ", " hoac ", "+", "/", "后", "及", "和",
    "或", "再",
];
/// All that stands between two studies of which the same is said.
const SAME: &[&str] = &[",", "/", "and", "or", "&", "va", "hoac", "+", "和", "及", "或", "、"];

/// What is said before and behind each study.
fn surroundings<'t>(text: &'t str, all: &[Study]) -> Vec<(&'t str, &'t str)> {
    let ends = ['.', ';', '\n', '。', '!', '?'];
    let mut around: Vec<(&str, &str)> = Vec::new();
    for (nth, study) in all.iter().enumerate().rev() {
        let floor = nth.checked_sub(1).and_then(|before| all.get(before)).map_or(0, |before| before.at.end);
        let before = text.get(floor..study.at.start).unwrap_or_default();
        let part = PARTED.iter().filter_map(|word| before.rfind(word).map(|at| at + word.len()));
        let sentence = before
            .rfind(ends)
            .map(|at| at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
        let own = part.chain(sentence).max().unwrap_or(0);
        let said_before = before.get(own..).unwrap_or_default();
        let next = all.get(nth + 1);
        let gap = next.map(|next| text.get(study.at.end..next.at.start).unwrap_or_default());
        let behind = match (gap, around.last()) {
            (Some(gap), Some((_, behind))) if SAME.contains(&gap.trim()) => behind,
            (Some(gap), Some((next_before, _))) => gap.get(..gap.len() - next_before.len()).unwrap_or(gap),
            _ => text.get(study.at.end..).unwrap_or_default(),
        };
        let end = behind.char_indices().find(|(at, letter)| ends.contains(letter) || *at > REACH);
        let behind = end.and_then(|(at, _)| behind.get(..at)).unwrap_or(behind);
        around.push((said_before, behind));
    }
    around.reverse();
    around
}
