//! What a proposal means to do on the other side than the tumour's: an operation there, or a word in passing.

use crate::domain::case::Case;
use crate::domain::check::facts::Facts;
use crate::domain::check::icdo::Topography;
use crate::domain::check::laterality::{Pair, is_free, is_of_both, organ, pair};
use crate::domain::check::phrases::{holds_any, phrases, places};
use crate::domain::check::side_mention::mentions;
use crate::domain::check::side_sign::may_name_a_side;
use crate::domain::check::side_word::lower;
use crate::domain::date::Date;
use crate::domain::disease::Side;
use crate::domain::fold::fold;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::{Code, Vocabulary, Written};

/// What is meant with the side that a part of a proposal names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Meant {
    /// Nothing is there, or it is to be spared: no word for the side of the tumour either.
    Spared,
    /// Looked after, of an earlier time, or no part of the treatment.
    Aside,
    /// Said with nothing that is done to it.
    Named,
    /// Operated on, irradiated, ablated, biopsied.
    Treated,
}

pub(super) fn plan(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let (Some(side), Some(plan)) = (case.diagnosis.side.as_ref().and_then(Code::known), &case.plan.text)
    else {
        return;
    };
    if let Some((found, meant)) = meant_on_other_side(case, plan.as_str()) {
        let is_sure = meant == Meant::Treated && pair(site(case)) == Pair::Paired;
        let severity = if is_sure { Severity::Error } else { Severity::Warning };
        problems.push(
            Problem::new("side-plan", severity, "plan.text")
                .with("side", side.word())
                .with("found", found)
                .owned_by(case.plan.by.as_ref().map(Written::as_str).or(facts.responsible())),
        );
    }
}

/// The word by which a proposal names the other side of the tumour's organ only, and never the side of the tumour.
/// What is one organ has operations that are named by sides.
pub fn planned_on_other_side(case: &Case, text: &str) -> Option<&'static str> {
    meant_on_other_side(case, text).map(|(word, _)| word)
}

fn site(case: &Case) -> Option<Topography> {
    case.diagnosis.site.as_ref().and_then(|site| Topography::parse(site.as_str()))
}

fn meant_on_other_side(case: &Case, text: &str) -> Option<(&'static str, Meant)> {
    let side = case.diagnosis.side.as_ref().and_then(Code::known)?;
    let is_one = matches!(side, Side::Left | Side::Right);
    if !is_one || pair(site(case)) == Pair::Single || !may_name_a_side(text) {
        return None;
    }
    let own = organ(site(case));
    let text = lower(text);
    let is_plain = fold(&text) == text;
    let diagnosed = case.diagnosis.date.as_ref().and_then(Date::earliest);
    let since = diagnosed.map(|day| chrono::Datelike::year(&day));
    let mut other: Option<(&'static str, Meant)> = None;
    for sentence in split(&text, &['.', ';', '\n', '。', '；', '!', '！']) {
        if is_of_both(sentence) || is_elsewhere(sentence) {
            continue;
        }
        let parts = split(sentence, &[',', '，', '、']);
        for (at, part) in parts.iter().enumerate().filter(|(_, part)| may_name_a_side(part) && !is_free(part))
        {
            for mention in mentions(part, is_plain).iter().filter(|mention| !mention.is_of_other(part, own)) {
                let mut meant = Reading::of(part).meant(mention.start, since);
                // `Right breast, wide excision`, `wide excision, right breast`.
                let beside =
                    |at: Option<usize>| at.and_then(|at| parts.get(at)).filter(|part| !may_name_a_side(part));
                if let Some(next) = beside(Some(at + 1)).filter(|_| meant == Meant::Named) {
                    meant = Reading::of(&format!("{part} {next}")).meant(mention.start, since);
                }
                if let Some(before) = beside(at.checked_sub(1)).filter(|_| meant == Meant::Named) {
                    let place = before.len() + 1 + mention.start;
                    meant = Reading::of(&format!("{before} {part}")).meant(place, since);
                }
                if mention.side == side {
                    if meant != Meant::Spared {
                        return None;
                    }
                } else if meant >= Meant::Named && other.is_none_or(|(_, before)| before < meant) {
                    other = Some((mention.word, meant));
                }
            }
        }
    }
    other
}

/// Another place than the tumour's is spoken of: not where a metastasis is denied, or a drug given to prevent something.
fn is_elsewhere(sentence: &str) -> bool {
    if !holds_any(sentence, "elsewhere") {
        return false;
    }
    let without = |rest: String, said: &&str| rest.replace(said, " ");
    let rest = phrases("not-elsewhere").iter().fold(sentence.to_owned(), without);
    holds_any(&rest, "elsewhere")
}

/// A text in parts; a point or comma within a number ends none.
fn split<'a>(text: &'a str, ends: &[char]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, end) in text.match_indices(ends) {
        let behind = text.get(at + end.len()..).unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        let in_number = before.ends_with(|letter: char| letter.is_ascii_digit())
            && behind.starts_with(|letter: char| letter.is_ascii_digit());
        if !in_number {
            parts.extend(text.get(from..at));
            from = at + end.len();
        }
    }
    parts.extend(text.get(from..));
    parts
}

/// A part of a proposal with the places of what is done, spared and told in it.
struct Reading {
    text: String,
    done: Vec<(usize, usize)>,
    spared: Vec<(usize, usize)>,
    aside: Vec<(usize, usize)>,
}

impl Reading {
    fn of(part: &str) -> Self {
        let plain = part.replace([',', '/', '\t', '(', ')', ':', '+', '?'], " ");
        let text = format!(" {plain} ");
        let mut done = places(&text, "side-done", true);
        done.extend(places(&text, "side-done-within", false));
        let (spared, aside) = (places(&text, "side-spared", true), places(&text, "side-aside", true));
        Self { text, done, spared, aside }
    }

    fn meant(&self, at: usize, since: Option<i32>) -> Meant {
        // The text begins with a space that the part has not.
        let at = at + 1;
        let before = |list: &[(usize, usize)]| {
            list.iter().filter(|(start, _)| *start < at).map(|(_, end)| *end).max().unwrap_or(0)
        };
        let behind = |list: &[(usize, usize)]| {
            list.iter().filter(|(start, _)| *start > at).map(|(start, _)| *start).min()
        };
        let (done, spared, aside) = (before(&self.done), before(&self.spared), before(&self.aside));
        let left_alone = if spared >= aside { Meant::Spared } else { Meant::Aside };
        let is_governed = spared.max(aside) > done;
        if self.is_past(since) {
            return Meant::Aside;
        }
        let next = behind(&self.done);
        let let_be = [(behind(&self.spared), Meant::Spared), (behind(&self.aside), Meant::Aside)];
        let let_be =
            let_be.into_iter().filter_map(|(at, meant)| Some((at?, meant))).min_by_key(|(at, _)| *at);
        if let Some(next) = next.filter(|next| let_be.is_none_or(|(at, _)| at >= *next)) {
            let between = self.text.get(at..next).unwrap_or_default();
            if !is_governed || !holds_any(between, "side-connects") {
                return Meant::Treated;
            }
        }
        match let_be {
            _ if is_governed => left_alone,
            _ if done > 0 => Meant::Treated,
            Some((_, meant)) => meant,
            None if next.is_none() && !places(&self.text, "side-harmless", true).is_empty() => Meant::Spared,
            None => Meant::Named,
        }
    }

    /// `Right pneumonectomy 1998`, `history of left mastectomy`.
    fn is_past(&self, since: Option<i32>) -> bool {
        const UNITS: [&str; 6] = ["cgy", "mg", "ml", "iu", "mm", "g"];
        let words: Vec<&str> = self.text.split(' ').filter(|word| !word.is_empty()).collect();
        let is_year = |at: usize, word: &&str| {
            let year = word.trim_matches(|letter: char| !letter.is_alphanumeric()).parse::<i32>().ok();
            let is_unit = words.get(at + 1).is_some_and(|next| UNITS.contains(next));
            let latest = since.unwrap_or(2000);
            !is_unit && year.is_some_and(|year| (1930..latest).contains(&year))
        };
        !places(&self.text, "side-past", true).is_empty()
            || words.iter().enumerate().any(|(at, word)| is_year(at, word))
    }
}
