//! Left and right in running text: the side on which a text sees an organ, and the sides that it names of anything else.

use std::sync::LazyLock;

use crate::domain::check::icdo::Topography;
use crate::domain::check::phrases::{begins_any, holds_any, phrases};
use crate::domain::check::side_sign::may_name_a_side;
use crate::domain::check::side_word::{SIDES, SideWords};
use crate::domain::code_range::Codes;
use crate::domain::disease::Side;
use crate::domain::fold::fold;

const ORGANS: &str = include_str!("organs.tsv");
/// Paired organs besides those with words of their own (SEER Program Coding and Staging Manual).
const PAIRED: &str = "079-081,090-099,300-301,310,312,340-349,384,400-403,413-414,441-447,471-472,491-492,500-509,569-570,620-631,649,659,669,690-699,700,710-714,716,718-719,722-725,740-749,754";
/// One organ of two halves that are treated each on its own.
const LOBED: &str = "019-069,100-109,129-139,220-221,320-329,739";

/// Both, as every case asks for them.
static PAIRS: LazyLock<(Codes, Codes)> = LazyLock::new(|| (Codes::parse(PAIRED), Codes::parse(LOBED)));

/// How much a side says of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair {
    Paired,
    Lobed,
    /// One organ: a hemicolectomy on the right is the name of an operation.
    Single,
}

/// A site that is not recorded is taken as one of a pair.
pub(super) fn pair(site: Option<Topography>) -> Pair {
    let site = site.map(|site| site.0);
    let (paired, lobed) = &*PAIRS;
    match site {
        None => Pair::Paired,
        _ if paired.hold(site) => Pair::Paired,
        _ if lobed.hold(site) => Pair::Lobed,
        _ => Pair::Single,
    }
}

/// The words for a paired organ.
pub(super) struct Organ {
    topography: Codes,
    english: Vec<&'static str>,
    vietnamese: Vec<&'static str>,
    chinese: Vec<&'static str>,
}

static ALL: LazyLock<Vec<Organ>> = LazyLock::new(|| {
    let organ = |line: &'static str| {
        let [topography, english, vietnamese, chinese] = line.split('\t').collect::<Vec<_>>()[..] else {
            return None;
        };
        let words = |cell: &'static str| cell.split('|').collect();
        Some(Organ {
            topography: Codes::parse(topography),
            english: words(english),
            vietnamese: words(vietnamese),
            chinese: words(chinese),
        })
    };
    ORGANS.lines().skip(2).filter_map(organ).collect()
});

pub(super) fn organ(site: Option<Topography>) -> Option<&'static Organ> {
    ALL.iter().find(|organ| site.is_some_and(|site| organ.topography.hold(Some(site.0))))
}

/// The names that stand before a side in Vietnamese, of all paired organs.
pub(super) fn vietnamese_names() -> impl Iterator<Item = &'static str> {
    ALL.iter().flat_map(|organ| organ.vietnamese.iter().copied())
}

/// A side with the words that say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sided {
    pub side: Side,
    pub words: String,
    /// The text says of it that nothing is there, or nothing that could be the tumour.
    pub is_clear: bool,
    /// What is said between two commas, in lower case, and the sentence without what it says of the other side.
    part: String,
    sentence: String,
}

/// Where the organ is seen, in the order of a text that is `lower` already.
pub(super) fn sides_of(organ: &Organ, lower: &str) -> Vec<Sided> {
    if !may_name_a_side(lower) {
        return Vec::new();
    }
    let mut text = lower.to_owned();
    // `Breast, right, core biopsy`
    for SideWords { between_commas, in_brackets, .. } in SIDES {
        for (said, plain) in [between_commas, in_brackets] {
            if text.contains(said) {
                text = text.replace(said, plain);
            }
        }
    }
    let sentences = text.split(['.', ';', '\n', '。', '；', '!', '?']);
    let parts = sentences
        .flat_map(|sentence| sentence.split([',', '，', '、']).map(move |part| (sentence, part)))
        .flat_map(|(sentence, part)| part.split([':', '：']).map(move |clause| (sentence, part, clause)));
    let mut found = Vec::new();
    for (sentence, part, clause) in parts.filter(|(_, _, clause)| may_name_a_side(clause)) {
        let all = [organ.in_english(clause), organ.in_vietnamese(clause), organ.in_chinese(clause)];
        found.extend(all.into_iter().flatten().map(|(side, words)| Sided {
            side,
            is_clear: is_clear(part, &words) || begins_any(part, "no-tumour") && !claims_tumour(part),
            words,
            part: part.to_owned(),
            sentence: without_side(sentence, side),
        }));
    }
    found
}

/// `No nodule in the right lung`, `right kidney normal`, `left breast: no lesion`. What is not told so plainly is not.
fn is_clear(part: &str, words: &str) -> bool {
    let starts = |text: &str, list: &str| {
        phrases(list).iter().any(|said| {
            text.strip_prefix(said).is_some_and(|rest| {
                !said.is_ascii() || !rest.starts_with(|letter: char| letter.is_alphanumeric())
            })
        })
    };
    let part = part.trim_start();
    let behind = part.split_once(words).map(|(_, rest)| {
        let rest = rest.trim_start_matches([' ', ':', '：']);
        ["is ", "are ", "appears ", "remains ", "thì "]
            .iter()
            .find_map(|verb| rest.strip_prefix(verb))
            .unwrap_or(rest)
    });
    starts(part, "clear-ahead") || behind.is_some_and(|rest| starts(rest, "clear-behind"))
}

/// A sentence without the parts that speak of the other side than this one.
fn without_side(sentence: &str, side: Side) -> String {
    let Some(other) = SIDES.iter().find(|words| words.side != side) else { return sentence.to_owned() };
    let names_it = |part: &str| {
        part.split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word == other.english || word == other.vietnamese)
            || part.contains(other.han)
    };
    let parts = sentence.split([',', '，', '、']).filter(|part| !names_it(part));
    parts.collect::<Vec<_>>().join(", ")
}

impl Sided {
    pub(super) fn is_tumour(&self) -> bool {
        claims_tumour(&self.part)
    }

    /// What is often beside a tumour or without one, and no word for it: emphysema, a scar.
    pub(super) fn is_remark(&self) -> bool {
        begins_any(&self.part, "side-remark")
            && !begins_any(&self.part, "lesion-said")
            && !claims_tumour(&self.part)
    }

    /// Something else than the tumour may stand on the other side: nothing, a metastasis, what was there before. What is
    /// told as a mass is excused by nothing that is said of something else.
    pub(super) fn is_excused(&self) -> bool {
        if claims_tumour(&self.part) {
            let own = ["than ", "compared", "with ", "kèm", "so với", "伴", "较"];
            let end = own.iter().filter_map(|word| self.part.find(word)).min();
            let own = end.and_then(|end| self.part.get(..end)).unwrap_or(&self.part);
            return begins_any(own, "other-tumour-excused");
        }
        let lists = ["other-tumour-excused", "other-side-excused"];
        lists.iter().any(|list| begins_any(&self.sentence, list))
    }
}

/// A word for a tumour that is not denied.
fn claims_tumour(part: &str) -> bool {
    const DENIED: [&str; 7] = ["no", "not", "without", "không", "chưa", "excluded", "ruled"];
    let words: Vec<&str> =
        part.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    phrases("tumour-said").iter().any(|said| {
        if said.chars().all(|letter| u32::from(letter) >= 0x2E80) {
            return part
                .match_indices(said)
                .any(|(at, _)| !part.get(..at).is_some_and(|head| head.contains(['无', '未'])));
        }
        let is_said = |at: usize, word: &&str| {
            let near = words.get(at.saturating_sub(4)..at).unwrap_or_default();
            (word == said || said.len() > 2 && word.starts_with(said))
                && !near.iter().any(|word| DENIED.contains(word))
        };
        words.iter().enumerate().any(|(at, word)| is_said(at, word))
    })
}

/// Both sides are spoken of at once, in a text that is `lower` already.
pub(super) fn is_of_both(lower: &str) -> bool {
    holds_any(lower, "both-sides")
}

impl Organ {
    /// Whether a word for a structure is one of this organ.
    pub(super) fn is_named(&self, word: &str) -> bool {
        self.english.contains(&word)
            || self.vietnamese.contains(&word)
            || self.chinese.iter().any(|name| word.starts_with(name))
    }

    /// Whether a text in lower case speaks of this organ.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let padded = format!(" {} ", text.replace(|letter: char| !letter.is_alphanumeric(), " "));
        let mut latin = self.english.iter().chain(&self.vietnamese);
        latin.any(|name| padded.contains(&format!(" {name} ")))
            || self.chinese.iter().any(|name| text.contains(name))
    }

    /// `left upper lobe`, `right-sided breast`, `kidney (left)`.
    fn in_english(&self, clause: &str) -> Vec<(Side, String)> {
        let words: Vec<&str> =
            clause.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let mut found = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let is = |side: &&SideWords| {
                side.english == *word || side.short.iter().any(|short| short.eq_ignore_ascii_case(word))
            };
            let Some(SideWords { side, .. }) = SIDES.iter().find(is) else { continue };
            let is_short = word.len() < 4;
            let starts = |from: usize| {
                let rest = words.get(from..(from + 4).min(words.len())).unwrap_or_default().join(" ");
                self.english.iter().find(|name| {
                    rest.strip_prefix(**name).is_some_and(|next| {
                        next.is_empty() || next.starts_with(' ') || next == "s" || next.starts_with("s ")
                    })
                })
            };
            let between = |word: &&str| phrases("side-between").contains(word);
            let reach = words.iter().skip(at + 1).take(5).take_while(|word| between(word)).count();
            let reach = if word.len() == 1 { 0 } else { reach };
            let ahead = (at + 1..=at + 1 + reach).find_map(|from| Some((from, starts(from)?)));
            let behind = || {
                let last = at + 1 == words.len() && !is_short;
                let name = words.get(..at)?.last().filter(|_| last)?;
                self.english.contains(name).then(|| format!("{name} {word}"))
            };
            if let Some((from, name)) = ahead {
                let before = words.get(at..from).unwrap_or_default().join(" ");
                found.push((*side, format!("{before} {name}")));
            } else if let Some(said) = behind() {
                found.push((*side, said));
            }
        }
        found
    }

    /// `thùy trên phổi phải`, `vú bên trái`, `u phoi trai`; before what must be done `phải` is no side.
    fn in_vietnamese(&self, clause: &str) -> Vec<(Side, String)> {
        let mut found = Vec::new();
        for SideWords { side, vietnamese, unaccented, .. } in SIDES {
            let accented = clause.match_indices(vietnamese).map(|(at, word)| (at, word, false));
            let plain = clause.match_indices(unaccented).map(|(at, word)| (at, word, true));
            for (at, word, is_plain) in accented.chain(plain) {
                let (before, after) = clause.split_at(at);
                let after = after.get(word.len()..).unwrap_or_default();
                if after.starts_with(|next: char| next.is_ascii_alphanumeric()) {
                    continue;
                }
                let after = after.trim_start();
                let same = |own: &str| if is_plain { fold(own) } else { own.to_owned() };
                let must = phrases("must-do").iter().any(|verb| {
                    let rest = after.strip_prefix(same(verb).as_str());
                    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                });
                let before = before.trim_end();
                let before = before.strip_suffix(same("bên").as_str()).unwrap_or(before).trim_end();
                let named = self.vietnamese.iter().map(|name| same(name)).find(|name| {
                    before.strip_suffix(name.as_str()).is_some_and(|head| {
                        let other = ["thượng", "màng", "mang"];
                        !head.ends_with(char::is_alphanumeric)
                            && !other.iter().any(|other| head.trim_end().ends_with(same(other).as_str()))
                    })
                });
                if let Some(name) = named.filter(|_| !(must && side == Side::Right)) {
                    found.push((side, format!("{name} {word}")));
                }
            }
        }
        found
    }

    /// `左乳`, `右侧卵巢`, `左肺上叶`, `右上肺`, `肺（左）`.
    fn in_chinese(&self, clause: &str) -> Vec<(Side, String)> {
        let mut found = Vec::new();
        for SideWords { side, han: word, .. } in SIDES {
            for (at, _) in clause.match_indices(word) {
                let rest = clause.get(at + word.len()..).unwrap_or_default();
                let before = clause.get(..at).and_then(|before| before.strip_suffix(['（', '(']));
                let behind = |name: &&&str| before.is_some_and(|before| before.ends_with(**name));
                if let Some(name) = self.chinese.iter().filter(behind).max_by_key(|name| name.len()) {
                    found.push((side, format!("{name}（{word}")));
                    continue;
                }
                let rest = rest.strip_prefix('侧').unwrap_or(rest);
                let lobe = rest.trim_start_matches(['上', '中', '下', '外', '内']);
                let starts = |rest: &str| {
                    self.chinese
                        .iter()
                        .filter(|name| rest.starts_with(**name))
                        .max_by_key(|name| name.len())
                        .copied()
                };
                let Some(name) = starts(rest).or_else(|| starts(lobe)) else { continue };
                let next = rest.find(name).and_then(|at| rest.get(at + name.len()..)).unwrap_or_default();
                let other = ["上腺", "动脉", "静脉", "门", "内动脉", "功能", "栓"];
                if !other.iter().any(|part| next.starts_with(part)) {
                    found.push((side, format!("{word}{name}")));
                }
            }
        }
        found
    }
}

/// `No lesion on the left`: nothing is there, and nothing planned.
pub(super) fn is_free(part: &str) -> bool {
    let part = part.trim_start();
    let denied = phrases("clear-ahead").iter().find_map(|said| part.strip_prefix(said)).map(str::trim_start);
    let near = denied.map(|rest| rest.chars().take(24).collect::<String>());
    near.is_some_and(|near| phrases("lesion-said").iter().any(|said| near.contains(said)))
}
