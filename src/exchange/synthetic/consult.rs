//! A request to an expert abroad, for which the patient has given leave, and mostly the answer.

use crate::domain::board::{BoardFile, Person, Specialty};
use crate::domain::opinion::{Channel, Position, Reply, Request};
use crate::domain::record::Body;
use crate::domain::value::{Code, Written, YesNo};
use crate::exchange::synthetic::chain::{Chain, known};
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::random::Random;
use crate::i18n::Lang;

/// Whether an expert abroad is asked, and the patient has agreed to that.
pub fn is_consulted(facts: &Facts) -> bool {
    facts.random(section::CONSULT).chance(7)
}

/// With whom the case may be shared.
pub fn sharing(facts: &Facts) -> &'static str {
    let drawn =
        facts.random(section::SHARING).pick(&["none", "network", "network", "national", "international"]);
    if is_consulted(facts) { "international" } else { drawn }
}

pub fn consult(facts: &Facts, chain: &mut Chain, recorder: &str) -> Option<()> {
    let Some((expert, person, lang)) = expert(facts, chain.board) else { return Some(()) };
    let mut voice = facts.voice(lang, section::CONSULT);
    let day = chain.day;
    chain.day = facts.ago(9);
    let request = Request {
        expert: expert.to_owned(),
        centre: person.facility.as_ref().map(|one| one.as_str().to_owned()),
        country: person.country.as_ref().map(|one| one.as_str().to_owned()),
        language: Some(lang.code().to_owned()),
        asked: voice.sentence("asked"),
        due: Some(known(facts.ago(1))),
    };
    let asked = chain.add(recorder, Body::Request(request), Vec::new(), None)?;
    let mut random = facts.random(section::REPLY);
    if random.chance(70) {
        chain.later(4);
        let position = position(&mut random);
        let text = voice.sentence(&format!("reply.{}", said(position)));
        let reply = Reply {
            request: Some(asked.id),
            author: expert.to_owned(),
            channel: Some(Channel::Email.into()),
            received: Some(known(chain.day)),
            position: Some(position.into()),
            text,
        };
        chain.add(recorder, Body::Reply(reply), Vec::new(), None)?;
    }
    chain.day = day;
    Some(())
}

pub fn position(random: &mut Random) -> Position {
    match random.below(10) {
        0..5 => Position::Agree,
        5..7 => Position::AgreeWithChange,
        7..9 => Position::Disagree,
        _ => Position::CannotSay,
    }
}

/// The end of the key of the sentences that say so.
pub fn said(position: Position) -> &'static str {
    match position {
        Position::Agree => "agree",
        Position::AgreeWithChange => "change",
        Position::Disagree => "disagree",
        Position::CannotSay => "unsure",
    }
}

/// One whose specialty brings such cases, and a language that both read. Who operates or blocks abroad does so in the
/// liver and beside it.
fn expert<'a>(facts: &Facts, board: &'a BoardFile) -> Option<(&'a str, &'a Person, Lang)> {
    let brings = |specialty: &str| facts.tumour.brings.contains(&specialty);
    let fits = |one: &Person| match one.specialty.as_ref().and_then(Code::known) {
        None | Some(Specialty::MedicalOncology) => true,
        Some(Specialty::Surgery | Specialty::InterventionalRadiology) => brings("interventional-radiology"),
        Some(_) => false,
    };
    let reads = |one: &Person| {
        let has = |lang: &Lang| one.languages.iter().map(Written::as_str).any(|code| code == lang.code());
        if one.languages.is_empty() { Some(Lang::En) } else { [facts.lang, Lang::En].into_iter().find(has) }
    };
    let remote =
        board.people.iter().filter(|(_, one)| one.remote.as_ref().is_some_and(|is| is.is(YesNo::Yes)));
    let able: Vec<(&str, &Person, Lang)> = remote
        .filter(|(_, one)| fits(one))
        .filter_map(|(key, one)| Some((key.as_str(), one, reads(one)?)))
        .collect();
    able.get(facts.random(section::EXPERT).index(able.len())).copied()
}
