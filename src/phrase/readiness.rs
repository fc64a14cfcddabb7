//! What a board needs and does not have, in words: a few for a row, a line for each need.

use crate::domain::board::BoardFile;
use crate::domain::check::{Need, NeedState, Ready};
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::i18n::Words;
use crate::phrase;

/// `3 missing, 1 stale`, with what the coordinator's own list names; nothing where nothing is open.
/// Without `whole` only one of the two figures.
pub fn short(words: &Words, listed: usize, ready: &Ready, whole: bool) -> Option<String> {
    let (missing, stale) = (listed + ready.unlisted(), ready.count(NeedState::Stale));
    let args = [("n", missing.into()), ("stale", stale.into())];
    match (missing, stale) {
        (0, 0) => None,
        (0, _) => Some(words.with("state-stale", &args)),
        (_, stale) if stale == 0 || !whole => Some(words.with("state-missing", &args)),
        _ => Some(words.with("state-missing-stale", &args)),
    }
}

/// How many of the needs are met: `12 of 15 there · 2 missing · 1 stale`.
pub fn count(words: &Words, ready: &Ready) -> Shown {
    let met = ready.asked.saturating_sub(ready.gaps.len());
    let mut parts = vec![words.with("ready-count", &[("met", met.into()), ("asked", ready.asked.into())])];
    for state in [NeedState::Missing, NeedState::Pending, NeedState::Stale] {
        let count = ready.count(state);
        if count > 0 {
            parts.push(format!("{count} {}", words.code(NeedState::NAME, state.word())));
        }
    }
    Shown::line(&parts.join(" · "))
}

/// One need that is not met: `creatinine: missing · Lê Hoàng Nam`.
pub fn gap(words: &Words, board: &BoardFile, need: &Need) -> Shown {
    let (list, word) = need.what();
    let state = words.code(NeedState::NAME, need.state.word());
    let mut parts = vec![format!("{}: {state}", words.code(list, word))];
    if let (NeedState::Stale, Some(date), Some(limit)) = (need.state, &need.date, need.limit) {
        let day = phrase::date(words, date).into_string();
        parts.push(words.with("ready-older", &[("date", day.into()), ("limit", limit.to_string().into())]));
    }
    let owner = need.owner.as_deref().map(|key| board.person_name(key));
    parts.extend(owner.map(str::to_owned));
    Shown::line(&parts.join(" · "))
}

/// The needs that are not met in few lines, one for a state and an owner: `missing: albumin, INR · Lê Hoàng Nam`.
pub fn gaps(words: &Words, board: &BoardFile, needs: &[&Need]) -> Vec<Shown> {
    let mut lines: Vec<(NeedState, Option<&str>, Vec<String>)> = Vec::new();
    for state in [NeedState::Missing, NeedState::Pending, NeedState::Stale] {
        for need in needs.iter().filter(|need| need.state == state) {
            let (list, word) = need.what();
            let what = words.code(list, word);
            let owner = need.owner.as_deref();
            match lines.iter_mut().find(|line| (line.0, line.1) == (state, owner)) {
                Some((.., items)) => items.push(what),
                None => lines.push((state, owner, vec![what])),
            }
        }
    }
    let said = lines.into_iter().map(|(state, owner, items)| {
        let state = words.code(NeedState::NAME, state.word());
        let owner = owner.map(|key| board.person_name(key).to_owned());
        let what = format!("{state}: {}", items.join(", "));
        Shown::line(&[Some(what), owner].into_iter().flatten().collect::<Vec<_>>().join(" · "))
    });
    said.collect()
}
