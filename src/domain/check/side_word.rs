//! The words for left and right in three languages, one list for all that reads them, and a text with them in full.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::domain::check::phrases::{holds_any, phrases};
use crate::domain::disease::Side;
use crate::domain::fold::fold;

/// What says one side, in every way in which texts write it.
pub(super) struct SideWords {
    pub(super) side: Side,
    pub(super) english: &'static str,
    /// `Breast, right, core biopsy` and `Breast (right)`, and what is read in their place.
    pub(super) between_commas: (&'static str, &'static str),
    pub(super) in_brackets: (&'static str, &'static str),
    /// Beside an operation or an organ alone: elsewhere RT is a treatment and R a margin.
    pub(super) short: [&'static str; 3],
    pub(super) vietnamese: &'static str,
    /// The same where a text is written without accents.
    pub(super) unaccented: &'static str,
    /// `bên trái`, which can mean nothing else.
    pub(super) beside: [&'static str; 2],
    /// Behind an organ in brackets or as one capital.
    letter: &'static str,
    pub(super) han: &'static str,
}

pub(super) const SIDES: [SideWords; 2] = [
    SideWords {
        side: Side::Left,
        english: "left",
        between_commas: (", left,", " left,"),
        in_brackets: ("(left)", "left,"),
        short: ["L", "Lt", "lt"],
        vietnamese: "trái",
        unaccented: "trai",
        beside: ["bên trái", "ben trai"],
        letter: "T",
        han: "左",
    },
    SideWords {
        side: Side::Right,
        english: "right",
        between_commas: (", right,", " right,"),
        in_brackets: ("(right)", "right,"),
        short: ["R", "Rt", "rt"],
        vietnamese: "phải",
        unaccented: "phai",
        beside: ["bên phải", "ben phai"],
        letter: "P",
        han: "右",
    },
];

/// In lower case with its accents; the sides in short as Vietnamese and radiologists write them in full.
pub(super) fn lower(text: &str) -> String {
    let mut text: String = if is_composed(text) { text.to_owned() } else { text.nfc().collect() };
    let vietnamese =
        text.chars().filter(|letter| !letter.is_ascii() && u32::from(*letter) < 0x2000).any(|letter| {
            "ăâđêôơưạảấầẩậắằặẻẽẹếềểệỉịọỏốồổộớờợụủứừựỳ".contains(letter)
                || fold(letter.encode_utf8(&mut [0; 4])).len() != letter.len_utf8()
        });
    if vietnamese {
        for SideWords { letter, vietnamese, .. } in SIDES {
            let short = format!("({letter})");
            if text.contains(&short) {
                let long = format!(" {vietnamese}");
                text = text.replace(&format!(" {short}"), &long).replace(&short, &long);
            }
        }
        text = in_full(text);
    }
    for (short, long) in [
        ("RUL", "right upper lobe"),
        ("RML", "right middle lobe"),
        ("RLL", "right lower lobe"),
        ("LUL", "left upper lobe"),
        ("LLL", "left lower lobe"),
    ] {
        if text.contains(short) {
            text = replace_word(&text, short, long);
        }
    }
    let text = operated(text);
    let text = text.to_lowercase();
    if !holds_any(&text, "no-side") {
        return text;
    }
    phrases("no-side").iter().fold(text, |text, said| match text.contains(said) {
        // `Left total mastectomy` is not left to anything.
        true if said.is_ascii() => replace_word(&text, said, " "),
        true => text.replace(said, " "),
        false => text,
    })
}

fn is_composed(text: &str) -> bool {
    text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// `Rt mastectomy`, `L lower lobectomy`, `Mastectomy (R)`: a side in short beside an operation; elsewhere RT is a
/// treatment and R a margin.
fn operated(text: String) -> String {
    // Of words of the plain alphabet: whether a letter beyond it goes on with one is asked below.
    let has_short =
        text.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|word| short(word).is_some());
    if !has_short {
        return text;
    }
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let words: Vec<&str> = text.split(' ').collect();
    let is_operation = |word: Option<&&str>| {
        word.is_some_and(|word| phrases("operations").iter().any(|end| bare(word).ends_with(end)))
    };
    let between = |word: &str| phrases("side-between").contains(&bare(word).as_str());
    let said = words.iter().enumerate().map(|(at, word)| {
        let own = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let Some(side) = short(own) else { return (*word).to_owned() };
        let ahead = words.iter().skip(at + 1).find(|word| !between(word));
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        // `mastectomy, rt` may be radiotherapy; in brackets it is a side.
        let may_follow = !own.eq_ignore_ascii_case("rt") || word.contains('(');
        if is_operation(ahead) || may_follow && is_operation(before) {
            word.replacen(own, side, 1)
        } else {
            (*word).to_owned()
        }
    });
    said.collect::<Vec<_>>().join(" ")
}

fn short(word: &str) -> Option<&'static str> {
    // Every word of every report is asked.
    if word.len() > 2 {
        return None;
    }
    SIDES.iter().find(|side| side.short.contains(&word)).map(|side| side.english)
}

/// `vú P`, `phổi T`: the side as one capital behind an organ.
fn in_full(text: String) -> String {
    let is_side = |word: &str| {
        let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
        SIDES.iter().any(|side| side.letter == bare)
    };
    if !text.split(' ').any(is_side) {
        return text;
    }
    let mut before = String::new();
    let words = text.split(' ').map(|word| {
        let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
        let behind_organ = phrases("organ-ends").contains(&before.as_str());
        before = word.to_lowercase();
        match SIDES.iter().find(|side| behind_organ && side.letter == bare) {
            Some(side) => word.replacen(side.letter, side.vietnamese, 1),
            None => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn replace_word(text: &str, word: &str, other: &str) -> String {
    let is_part = |letter: char| letter.is_alphanumeric();
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(word) {
        let (before, tail) = rest.split_at(at);
        let (own, after) = tail.split_at(word.len());
        out.push_str(before);
        let whole = !out.ends_with(is_part) && !after.starts_with(is_part);
        out.push_str(if whole { other } else { own });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Words found in a text that is `lower` as the text itself writes them.
pub(super) fn as_written(text: &str, words: &str) -> String {
    let text: String = text.nfc().collect();
    let mut lower = String::new();
    let mut places = Vec::new();
    for (at, letter) in text.char_indices() {
        lower.extend(letter.to_lowercase());
        places.resize(lower.len(), at);
    }
    let own = lower.find(words).and_then(|start| {
        let end = places.get(start + words.len()).copied().unwrap_or(text.len());
        text.get(*places.get(start)?..end)
    });
    own.unwrap_or(words).to_owned()
}
