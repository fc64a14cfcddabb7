//! What happened to a synthetic case: opinions, a decision, its signature; sometimes a request abroad, a mistake, a conflict.

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::domain::opinion::Opinion;
use crate::domain::record::{Attendance, Body, Close, Retraction, Signature};
use crate::exchange::synthetic::amendment::{amended, is_amended};
use crate::exchange::synthetic::chain::{Chain, Seal};
use crate::exchange::synthetic::choice::Choice;
use crate::exchange::synthetic::consult::{consult, is_consulted, position, said};
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::hall::{chair, meeting_random, present, quorum, recorder};
use crate::exchange::synthetic::objection::answer;
use crate::exchange::synthetic::people::{judges, members};
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::ruling::decision;
use crate::exchange::synthetic::texts::Voice;
use crate::exchange::synthetic::verdict::chosen;

/// Everything recorded on a case: of each discussion what the patient was like then, and the digest of the file.
pub fn of_case(discussions: &[&Facts], digests: &[String], board: &BoardFile, seal: Seal) -> Option<()> {
    let last = discussions.last()?;
    let mut chain = Chain {
        case: Some(last.id.clone()),
        meeting: None,
        board,
        day: last.sitting.day,
        clock: 0,
        random: last.random(section::RECORDS),
        heads: Vec::new(),
        seal,
    };
    for (at, (facts, made_on)) in discussions.iter().zip(digests).enumerate() {
        let is_last = at + 1 == discussions.len();
        discussed(facts, is_last, made_on, &mut chain)?;
    }
    Some(())
}

/// One discussion. Of one that others follow, nothing but the decision and its signature.
fn discussed(facts: &Facts, is_last: bool, made_on: &str, chain: &mut Chain) -> Option<()> {
    let board = chain.board;
    let mut random = facts.random_now(section::RECORDS);
    let mut voice = facts.voice(facts.lang, section::RECORDS);
    chain.day = facts.sitting.day;
    chain.clock = 14 * 3600 + random.below(7200);
    let recorder = recorder(board);
    if is_last && is_consulted(facts) {
        consult(facts, chain, &recorder)?;
    }
    if !facts.is_decided() {
        return Some(());
    }
    if is_last && random.chance(45) {
        opinion(facts, chain, &mut voice, &mut random)?;
    }
    let (said, drawn) = (voice.clone(), random.clone());
    // The same words and numbers for a decision that only goes another way.
    let anew = |plan: Vec<Choice>| {
        let (mut voice, mut random) = (said.clone(), drawn.clone());
        let mut body = decision(facts, board, made_on, plan, &mut voice, &mut random);
        answer(facts, &mut body, &mut voice);
        body
    };
    let body = anew(chosen(facts));
    let before = chain.heads.clone();
    let mut standing = chain.add(&recorder, Body::Decision(Box::new(body.clone())), Vec::new(), None)?;
    if is_last && is_amended(facts) {
        let (changed, reason) = amended(facts, &body, board, &mut voice, anew);
        chain.later(2);
        standing =
            chain.add(&recorder, Body::Decision(Box::new(changed)), vec![standing.id], Some(reason))?;
    } else if is_last && random.below(400) == 0 {
        // Written on another machine that had not seen the first.
        let seen = std::mem::replace(&mut chain.heads, before);
        chain.add(&recorder, Body::Decision(Box::new(body)), Vec::new(), None)?;
        chain.heads.extend(seen);
        chain.heads.sort();
        return Some(());
    }
    if random.chance(75) {
        let signature =
            Signature { record: standing.id, sha256: standing.sha256, meaning: "approved".to_owned() };
        chain.add(&chair(board), Body::Signature(signature), Vec::new(), None)?;
    }
    Some(())
}

/// What one of those present says, in words that say the position.
fn opinion(facts: &Facts, chain: &mut Chain, voice: &mut Voice, random: &mut Random) -> Option<()> {
    let board = chain.board;
    let recorder = recorder(board);
    let position = position(random);
    let others: Vec<&str> =
        judges(&facts.tumour.brings, board).into_iter().filter(|key| *key != facts.presenter).collect();
    let person = if others.is_empty() { facts.presenter.as_str() } else { random.pick(&others) };
    let opinion = Opinion {
        person: person.to_owned(),
        position: Some(position.into()),
        on: None,
        text: voice.sentence(&format!("opinion.{}", said(position))),
        meeting: facts.sitting.meeting.clone(),
    };
    let opinion = chain.add(&recorder, Body::Opinion(opinion), Vec::new(), None)?;
    if random.chance(6) {
        let retraction = Retraction { record: opinion.id, reason: voice.sentence("retracted") };
        chain.add(&recorder, Body::Retraction(retraction), Vec::new(), None)?;
    }
    Some(())
}

/// Roll call and close of a meeting that is over.
pub fn of_meeting(
    folder: &str,
    day: NaiveDate,
    outcomes: &[(String, Option<bool>)],
    board: &BoardFile,
    seal: Seal,
) -> Option<()> {
    let mut hall = meeting_random(folder);
    let present = present(board, &mut hall);
    let is_there = |key: &&str| present.iter().any(|one| one.person == *key);
    let apologies = members(board).into_iter().filter(|key| !is_there(key)).map(str::to_owned).collect();
    let mut chain = Chain {
        case: None,
        meeting: Some(folder.to_owned()),
        board,
        day,
        clock: 13 * 3600 + 1800,
        random: meeting_random(folder),
        heads: Vec::new(),
        seal,
    };
    let recorder = recorder(board);
    let attendance = Attendance { quorum: quorum(board, &present), present, apologies };
    chain.add(&recorder, Body::Attendance(attendance), Vec::new(), None)?;
    let of = |wanted: Option<bool>| -> Vec<String> {
        outcomes.iter().filter(|(_, one)| *one == wanted).map(|(case, _)| case.clone()).collect()
    };
    chain.clock = 16 * 3600 + 2400;
    let close = Close {
        decided: of(Some(false)),
        deferred: of(Some(true)),
        not_discussed: of(None),
        ..Close::default()
    };
    chain.add(&recorder, Body::Close(close), Vec::new(), None)?;
    Some(())
}
