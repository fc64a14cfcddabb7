//! Where a text proposes a substance: not where it says to avoid it, and not where it names the allergy itself.
//!
//! Only what cannot be read in another way counts as avoided; everything else is asked about, which is the safe side.

use std::ops::Range;

use crate::domain::check::phrases::{padded, phrases, says_any, whole};
use crate::domain::check::substances::{after_name, are_kin, before_name, is_regimen, places};

/// How far is looked for a word of avoiding: a hostile list could be as long as its file.
const STEPS: usize = 24;
const REACH: usize = 300;

/// Whether any place of `word` (folded) in a folded text proposes it.
pub(super) fn is_proposed(text: &str, word: &str) -> bool {
    first_proposed(text, places(text, word)).is_some()
}

/// The first of these places at which the text proposes what stands there; where very many do not, the next is asked
/// about unread.
pub(super) fn first_proposed(
    text: &str,
    mut all: impl Iterator<Item = Range<usize>>,
) -> Option<Range<usize>> {
    let read = all.by_ref().take(100).find(|at| proposes(text, at));
    read.or_else(|| all.next())
}

fn proposes(text: &str, at: &Range<usize>) -> bool {
    let (before, after) = (text.get(..at.start).unwrap_or_default(), text.get(at.end..).unwrap_or_default());
    let further = within_reach(after);
    let (before, after) = (sentence_before(before), sentence_after(further));
    let own = text.get(at.clone()).unwrap_or_default();
    // `无顺铂禁忌`: nothing speaks against it.
    let denied = before.trim_end().ends_with(['无', '没']) || before.trim_end().ends_with("没有");
    if !denied && is_ruled_out_behind(own, after)
        || is_given_up(own, after, further)
        || is_earlier(before, after)
    {
        return false;
    }
    says_any(after, "conditions") || !is_avoided(before, own, after)
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
    let start = near.char_indices().rfind(|(at, letter)| is_end(near, *at, *letter));
    start.and_then(|(at, letter)| near.get(at + letter.len_utf8()..)).unwrap_or(near)
}

fn within_reach(after: &str) -> &str {
    let to = (0..=after.len().min(REACH)).rev().find(|at| after.is_char_boundary(*at)).unwrap_or(0);
    after.get(..to).unwrap_or_default()
}

fn sentence_after(near: &str) -> &str {
    let end = near.char_indices().find(|(at, letter)| is_end(near, *at, *letter));
    end.and_then(|(at, _)| near.get(..at)).unwrap_or(near)
}

/// What was crossed on the way back to a word of avoiding.
#[derive(Default)]
struct Crossed<'t> {
    /// Something else is proposed from here on: `avoid irinotecan: FOLFOX`, `avoid irinotecan / use FOLFOX`.
    proposal: bool,
    with: bool,
    comma: bool,
    /// The other names of the list.
    names: Vec<&'t str>,
}

/// Back over a list such as `all penicillins and`, to the word that forbids it.
fn is_avoided(before: &str, own: &str, after: &str) -> bool {
    let next = behind_list(after);
    let (in_list, dosed) = (goes_on_as_list(next), is_dosed(next));
    let mut last = "";
    let mut crossed = Crossed::default();
    let mut rest = before.trim_end();
    for _ in 0..STEPS {
        if let Some((head, said)) = before_avoiding(rest) {
            return !ends_sooner(said, own, &crossed, is_closed_list(before, after))
                && !looks_back(head, last)
                && !takes_back(head, said);
        }
        let latin = |list| phrases(list).iter().find_map(|word| strip_word(rest, word));
        let han = |list| phrases(list).iter().find_map(|word| rest.strip_suffix(word));
        let mut shorter = rest.strip_suffix(['/', '+', '&', '"', '\'']).or_else(|| latin("between"));
        if shorter.is_none() {
            shorter = rest.strip_suffix([',', '(']).filter(|_| in_list);
            crossed.comma |= shorter.is_some() && rest.ends_with(',');
        }
        if shorter.is_none() {
            shorter = rest.strip_suffix(':').filter(|_| in_list);
            shorter = shorter.or_else(|| latin("between-proposing")).or_else(|| han("between-proposing-han"));
            crossed.proposal |= shorter.is_some();
        }
        if shorter.is_none() {
            shorter = latin("between-with");
            crossed.with |= shorter.is_some();
        }
        // Past the word that proposes, no other drug or study leads on to what forbids this one.
        let shorter = shorter
            .or_else(|| han("between-han"))
            .or_else(|| latin("between-studies").filter(|_| !crossed.proposal));
        let shorter = shorter.or_else(|| {
            let shorter = before_name(rest).filter(|_| !crossed.proposal && !crossed.with && !dosed)?;
            crossed.names.extend(rest.get(shorter.len()..));
            Some(shorter)
        });
        match shorter {
            Some(shorter) if shorter.len() < rest.len() => {
                last = rest.get(shorter.len()..).unwrap_or_default();
                rest = shorter.trim_end();
            }
            _ => return false,
        }
    }
    false
}

const JOINED: [&str; 9] = ["and ", "or ", "nor ", "va ", "hoac ", "和", "或", "及", "与"];

/// `…, gemcitabine and nab-paclitaxel.`: whether the list in which a name stands ends as one, and nothing is said of it
/// behind.
fn is_closed_list(before: &str, after: &str) -> bool {
    let is_last = JOINED.iter().any(|word| match word.trim_end() {
        han if !han.is_ascii() => before.trim_end().ends_with(han),
        latin => strip_word(before.trim_end(), latin).is_some(),
    });
    let mut rest = behind_list(after);
    let mut ends = is_last;
    for _ in 0..STEPS {
        let next = rest.trim_start_matches([',', '、', ' ']);
        let joined = JOINED.iter().find_map(|word| next.strip_prefix(word));
        let listed = rest.starts_with([',', '、']);
        let Some(shorter) = joined.or(listed.then_some(next)).filter(|_| !ends) else { break };
        let Some(shorter) = after_name(shorter.trim_start()) else { return false };
        ends = joined.is_some();
        rest = behind_list(shorter);
    }
    ends && (rest.is_empty() || rest.starts_with([',', ')', ':']))
}

/// `Irinotecan contraindicated, FOLFOX` forbids what stands before.
fn looks_back(head: &str, next: &str) -> bool {
    let named = |word: &str| phrases("between-studies").contains(&word) || before_name(word).is_some();
    let joined = [",", "/", "+", "&", "(", "and", "va", "和", "及", "与"].contains(&next);
    joined || next == ":" && head.split_whitespace().rev().take(4).any(named)
}

/// What follows a name and all that is joined to it, as in `docetaxel/cyclophosphamide x4`.
fn behind_list(after: &str) -> &str {
    let mut next =
        after.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '-').trim_start();
    for _ in 0..STEPS {
        match next.strip_prefix(['/', '+']).and_then(|rest| after_name(rest.trim_start())) {
            Some(rest) => next = rest.trim_start(),
            None => break,
        }
    }
    next
}

/// `1 g`, `: 85 mg/m2`, `x 6`: nobody doses what is to be avoided together with something else.
fn is_dosed(next: &str) -> bool {
    next.trim_start_matches([' ', ':', 'x', '×', '*']).starts_with(|first: char| first.is_ascii_digit())
}

/// `Avoid penicillin, amoxicillin 1 g` proposes the second; `avoid penicillin, amoxicillin` does not.
fn goes_on_as_list(next: &str) -> bool {
    let joined = ["and ", "or ", "va ", "hoac ", "和", "或", "及", "与", "等", "类"];
    next.is_empty()
        || next.starts_with([',', ')', '/', '、', ':']) && !is_dosed(next)
        || joined.iter().any(|word| next.starts_with(word))
}

/// `Stop FOLFIRI, FOLFOX` and `不用FOLFIRI，FOLFOX` forbid no list, and `replace FOLFIRI with FOLFOX` proposes the second.
/// `No irinotecan, oxaliplatin` and `avoid irinotecan, FOLFOX` can be read in both ways.
fn ends_sooner(said: &str, own: &str, crossed: &Crossed<'_>, is_closed: bool) -> bool {
    let is = |list| phrases(list).contains(&said);
    if is("avoided-one") && crossed.with {
        return true;
    }
    if !crossed.comma {
        return false;
    }
    let regimen_of_drugs = is_regimen(own) && !crossed.names.iter().all(|name| is_regimen(name));
    if is_closed && !regimen_of_drugs && !is("replaced") {
        return false;
    }
    let of_a_kind = crossed.names.iter().all(|name| are_kin(name, own));
    is("avoided-one") || !said.is_ascii() || regimen_of_drugs || is("avoided-either") && !of_a_kind
}

/// What stands before a word of avoiding at the end, and the word; the longest such word counts.
fn before_avoiding(text: &str) -> Option<(&str, &'static str)> {
    let latin = phrases("avoided").iter().filter_map(|said| Some((strip_word(text, said)?, *said)));
    let han = phrases("avoided-han").iter().filter_map(|said| Some((text.strip_suffix(said)?, *said)));
    latin.chain(han).min_by_key(|(head, _)| head.len())
}

/// A whole Latin word, or several, at the end.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.strip_suffix(word)?;
    let joined = head.ends_with(|last: char| last.is_ascii_alphanumeric() || last == '-');
    (!joined).then_some(head)
}

/// Within the same clause, shortly before.
fn takes_back(head: &str, said: &str) -> bool {
    let clause = head.rsplit([',', ':', '(', ')', '、']).next().unwrap_or(head).trim();
    let words: Vec<&str> = clause.split_whitespace().collect();
    let near = words.get(words.len().saturating_sub(5)..).unwrap_or_default();
    let words = near.join(" ");
    // What was given before may be given again.
    let again = phrases("past").contains(&said) && says_any(&words, "again");
    // đừng: do not
    again || says_any(&words, "taken-back") || near.last() == Some(&"dung") && near.len() == 1
}

/// Looks past the rest of a list for a word that rules out all of it. A list of one kind needs no more; a mixed one needs
/// a plural (`both`, `đều`, `都`), because `FOLFOX and irinotecan contraindicated` can be read in two ways.
fn is_ruled_out_behind(own: &str, after: &str) -> bool {
    let mut rest = after.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let mut is_mixed = false;
    for _ in 0..STEPS {
        let plural =
            ["deu ", "both ", "都", "均"].iter().find_map(|word| rest.trim_start().strip_prefix(word));
        let is_plural = plural.is_some()
            || rest.trim_start().starts_with("are ")
            || rest.trim_start().starts_with("were ");
        rest = plural.unwrap_or(rest);
        let plain = rest.trim_start_matches([' ', '-', ':']);
        let ruled_out = |word: &str| rest.trim_start().starts_with(word) || plain.starts_with(word);
        if phrases("avoided-behind").iter().any(|word| ruled_out(word)) {
            return is_plural || !is_mixed;
        }
        if let Some(noun) = phrases("behind-between").iter().find_map(|word| plain.strip_prefix(word)) {
            rest = noun;
            continue;
        }
        let tight = rest.trim_start().strip_prefix(['/', '、']);
        let comma = rest.trim_start().strip_prefix(',');
        let joined = || JOINED.iter().find_map(|word| rest.trim_start().strip_prefix(word));
        let next = tight.or_else(joined).or(comma);
        let Some((next, behind)) = next.map(str::trim_start).and_then(|next| Some((next, after_name(next)?)))
        else {
            return false;
        };
        let name = next.get(..next.len() - behind.len()).unwrap_or_default();
        is_mixed |= comma.is_some() || tight.is_none() && !are_kin(name, own);
        rest = behind;
    }
    false
}

/// Stopped because it was not borne, and not to be given again; to go on with something else is none of this.
fn is_given_up(own: &str, after: &str, further: &str) -> bool {
    let after = after.trim_start_matches([' ', '(']);
    let is_other = |rest: &str| {
        let name = after_name(rest).and_then(|behind| rest.get(..rest.len() - behind.len()));
        name.is_some_and(|name| name != own && !are_kin(name, own))
    };
    let again = |word: &&str| {
        let mut places = further.match_indices(*word);
        let whole = |at: usize| {
            let joined = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
            !word.is_ascii()
                || !joined(further.get(..at).and_then(|head| head.chars().next_back()))
                    && !joined(further.get(at + word.len()..).and_then(|tail| tail.chars().next()))
        };
        places.any(|(at, _)| {
            whole(at) && !is_other(further.get(at + word.len()..).unwrap_or_default().trim_start())
        })
    };
    phrases("given-up-behind").iter().any(|word| after.starts_with(word))
        && !phrases("again").iter().any(again)
}

/// `After FOLFOX progression`, the end of `second-line FOLFIRI after FOLFOX`, and of `surgery after FOLFOX`.
fn is_earlier(before: &str, after: &str) -> bool {
    let before = before.trim_end();
    let Some(head) = strip_word(before, "after").or_else(|| strip_word(before, "sau")) else { return false };
    let after = after.trim();
    if phrases("line-ended").iter().any(|word| after.starts_with(word)) {
        return true;
    }
    let later = says_any(head, "later-line") || is_operation(head);
    after.is_empty() && later && !says_any(head, "first-line")
}

/// Whether a text ends with an operation: what was given before it is told as given already.
fn is_operation(text: &str) -> bool {
    let last =
        text.trim_end().rsplit(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
    last.ends_with("ectomy")
        || phrases("operation-said").iter().any(|word| strip_word(text.trim_end(), word).is_some())
}

/// Latin as whole words, Han anywhere.
pub(super) fn has_any(text: &str, wanted: &[&str]) -> bool {
    let padded = padded(text);
    wanted.iter().any(|word| padded.contains(whole(word).as_ref()))
}
