//! What happened to a synthetic case: opinions, a decision, its signature; sometimes a request abroad, a mistake, a conflict.

use chrono::{Days, NaiveDate, NaiveTime};

use crate::domain::board::BoardFile;
use crate::domain::date::Date;
use crate::domain::decision::{
    Agreed, AgreedFacts, Agreement, Concordance, Confirmation, Considered, Decision, Dissent, Feasibility,
    Outcome, OutcomeReason, PatientStamp, Present, QuorumStamp, Recommendation, SupportiveFlag,
    TrialScreening,
};
use crate::domain::opinion::{Channel, Opinion, Position, Reply, Request};
use crate::domain::record::{Attendance, Author, Body, Close, Header, Kind, Retraction, SCHEMA, Signature};
use crate::domain::treatment::{Category, Intent, Setting};
use crate::domain::value::{Code, Vocabulary, YesNo};
use crate::exchange::synthetic::facts::{Choice, Facts, Scene, after, members, modality_of, section};
use crate::exchange::synthetic::objection::answer;
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::texts::Voice;
use crate::exchange::synthetic::tumour::Spread;

/// Turns a record into bytes, keeps them, and says their digest; nothing where that failed.
pub type Seal<'a> = &'a mut dyn FnMut(Header, Body) -> Option<String>;

/// A record that is there: its id and digest.
#[derive(Clone, Debug)]
struct Done {
    id: String,
    sha256: String,
}

/// Records of one folder, each after the one before it.
struct Chain<'a> {
    case: Option<String>,
    meeting: Option<String>,
    board: &'a BoardFile,
    day: NaiveDate,
    /// Seconds since midnight.
    clock: u64,
    random: Random,
    heads: Vec<String>,
    seal: Seal<'a>,
}

impl Chain<'_> {
    fn add(&mut self, by: &str, body: Body, supersedes: Vec<String>, reason: Option<String>) -> Option<Done> {
        self.clock += self.random.between(40, 200);
        let id = self.new_id();
        let kind = body.kind().map_or("", Kind::word).to_owned();
        let header = Header {
            schema: SCHEMA,
            id: id.clone(),
            kind,
            case: self.case.clone(),
            meeting: self.meeting.clone(),
            recorded: format!("{}T{}+07:00", self.day, self.time()),
            by: author(self.board, by),
            parents: self.heads.clone(),
            supersedes,
            reason,
        };
        let sha256 = (self.seal)(header, body)?;
        self.heads = vec![sha256.clone()];
        Some(Done { id, sha256 })
    }

    fn time(&self) -> NaiveTime {
        let seconds = u32::try_from(self.clock % 86_400).unwrap_or_default();
        NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default()
    }

    fn new_id(&mut self) -> String {
        let at = self.day.and_time(self.time()).and_utc().timestamp_millis() - 7 * 3_600_000;
        let random = (u128::from(self.random.next()) << 16) | u128::from(self.random.below(1 << 16));
        ulid::Ulid::from_parts(u64::try_from(at).unwrap_or_default(), random).to_string().to_lowercase()
    }

    fn later(&mut self, days: u64) {
        self.day = self.day.checked_add_days(Days::new(days)).unwrap_or(self.day);
    }
}

fn author(board: &BoardFile, key: &str) -> Author {
    Author {
        person: key.to_owned(),
        name: board.person_name(key).to_owned(),
        role: None,
        facility: board
            .people
            .get(key)
            .and_then(|one| one.facility.as_ref())
            .map(|one| one.as_str().to_owned()),
    }
}

fn known(day: NaiveDate) -> Date {
    Date::parse(&day.to_string())
}

/// Everything recorded on a case; `made_on` is the digest of its file.
pub fn of_case(facts: &Facts, board: &BoardFile, made_on: &str, seal: Seal) -> Option<()> {
    let mut random = facts.random(section::RECORDS);
    let mut voice = facts.voice(facts.lang, section::RECORDS);
    let mut chain = Chain {
        case: Some(facts.id.clone()),
        meeting: None,
        board,
        day: facts.sitting.day,
        clock: 14 * 3600 + random.below(7200),
        random: random.clone(),
        heads: Vec::new(),
        seal,
    };
    let recorder = recorder(board);
    if random.chance(7) {
        consult(facts, &mut chain, &mut voice, &recorder)?;
    }
    if !facts.sitting.over || random.chance(10) {
        return Some(());
    }
    let people = members(board);
    for _ in 0..random.below(3).saturating_sub(1) {
        let opinion = Opinion {
            person: random.pick(&people).to_owned(),
            position: Some(position(&mut random).into()),
            on: None,
            text: voice.sentence("opinion"),
            meeting: facts.sitting.meeting.clone(),
        };
        let opinion = chain.add(&recorder, Body::Opinion(opinion), Vec::new(), None)?;
        if random.chance(6) {
            let retraction = Retraction { record: opinion.id, reason: voice.sentence("retracted") };
            chain.add(&recorder, Body::Retraction(retraction), Vec::new(), None)?;
        }
    }
    let mut body = decision(facts, board, made_on, &mut voice, &mut random);
    answer(facts, &mut body, &mut voice);
    let deferred = body.outcome.as_ref().is_some_and(|outcome| outcome.is(Outcome::Deferred));
    let before = chain.heads.clone();
    let mut standing = chain.add(&recorder, Body::Decision(Box::new(body.clone())), Vec::new(), None)?;
    if random.chance(4) && !deferred {
        let amended = Decision { note: Some(voice.sentence("note")), ..body.clone() };
        let reason = Some(voice.sentence("amended"));
        chain.later(2);
        standing = chain.add(&recorder, Body::Decision(Box::new(amended)), vec![standing.id], reason)?;
    } else if random.below(400) == 0 {
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
        chain.add(people.first()?, Body::Signature(signature), Vec::new(), None)?;
    }
    Some(())
}

/// A request to an expert abroad and, mostly, the answer.
fn consult(facts: &Facts, chain: &mut Chain, voice: &mut Voice, recorder: &str) -> Option<()> {
    let board = chain.board;
    let remote =
        board.people.iter().find(|(_, one)| one.remote.as_ref().is_some_and(|remote| remote.is(YesNo::Yes)));
    let Some((expert, person)) = remote else { return Some(()) };
    let day = facts.sitting.day;
    chain.day = facts.ago(9);
    let request = Request {
        expert: expert.clone(),
        centre: person.facility.as_ref().map(|one| one.as_str().to_owned()),
        country: person.country.as_ref().map(|one| one.as_str().to_owned()),
        language: Some("en".to_owned()),
        asked: voice.sentence("asked"),
        due: Some(known(facts.ago(1))),
    };
    let asked = chain.add(recorder, Body::Request(request), Vec::new(), None)?;
    if chain.random.chance(70) {
        chain.later(4);
        let reply = Reply {
            request: Some(asked.id),
            author: expert.clone(),
            channel: Some(Channel::Email.into()),
            received: Some(known(chain.day)),
            position: Some(Position::AgreeWithChange.into()),
            text: voice.sentence("reply"),
        };
        chain.add(recorder, Body::Reply(reply), Vec::new(), None)?;
    }
    chain.day = day;
    Some(())
}

fn position(random: &mut Random) -> Position {
    match random.below(10) {
        0..6 => Position::Agree,
        6..8 => Position::AgreeWithChange,
        8 => Position::Disagree,
        _ => Position::CannotSay,
    }
}

fn recorder(board: &BoardFile) -> String {
    let sits = board.boards.get("network").or_else(|| board.boards.values().next());
    let recorder = sits.and_then(|board| board.recorder.as_ref()).map(|one| one.as_str().to_owned());
    recorder.or_else(|| members(board).first().map(|key| (*key).to_owned())).unwrap_or_default()
}

fn present(board: &BoardFile, random: &mut Random) -> Vec<Present> {
    let mut people = members(board);
    people.truncate(usize::try_from(random.between(7, 12)).unwrap_or(7));
    let seat = |key: &str| Present {
        person: key.to_owned(),
        name: board.person_name(key).to_owned(),
        specialty: board.people.get(key).and_then(|one| Some(one.specialty.as_ref()?.as_str().to_owned())),
    };
    people.into_iter().map(seat).collect()
}

fn quorum(board: &BoardFile, present: &[Present]) -> QuorumStamp {
    let sits = board.boards.get("network").or_else(|| board.boards.values().next());
    let specialties: Vec<_> = present
        .iter()
        .map(|one| one.specialty.as_deref().and_then(|word| Code::parse(word).known()))
        .collect();
    sits.map(|board| board.quorum.judge(&specialties).stamp()).unwrap_or_default()
}

fn decision(
    facts: &Facts,
    board: &BoardFile,
    made_on: &str,
    voice: &mut Voice,
    random: &mut Random,
) -> Decision {
    let outcome = match random.below(100) {
        0..10 => Outcome::Deferred,
        10..16 => Outcome::MoreInformationNeeded,
        16..30 => Outcome::StandardOfCareConfirmed,
        30..36 => Outcome::Conditional,
        36..40 => Outcome::NoTumourTherapy,
        _ => Outcome::Recommendation,
    };
    // The roll call of a meeting that is on disk is the same for all of its cases.
    let mut hall = facts.sitting.meeting.as_deref().map_or_else(|| random.clone(), meeting_random);
    let attendance = present(board, &mut hall);
    let split = random.chance(6);
    let owner = || facts.presenter.clone();
    let dissent = Dissent {
        person: attendance.last().map(|one| one.person.clone()).unwrap_or_default(),
        position: voice.sentence("dissent"),
        ..Dissent::default()
    };
    let mut question_voice = facts.voice(facts.lang, section::QUESTION);
    Decision {
        question: question_voice.sentence(&format!("question.{}", facts.question)),
        patient: PatientStamp {
            name: facts.name.full.clone(),
            born: facts.born.clone(),
            id: facts.first_id(),
        },
        discussion: 1,
        meeting: facts.sitting.meeting.clone(),
        quorum: Some(quorum(board, &attendance)),
        attendance,
        made_on: Some(made_on.to_owned()),
        agreed: agreed(facts, random),
        outcome: Some(outcome.into()),
        outcome_reason: outcome.needs_reason().then(|| OutcomeReason::PendingResult.into()),
        options: vec![
            option(voice, facts.first, outcome.is_plan(), random),
            option(voice, facts.second, false, random),
        ],
        recommendations: recommendations(facts, outcome, voice, &owner()),
        supportive: Some(
            if random.chance(50) { SupportiveFlag::Offered } else { SupportiveFlag::NotIndicated }.into(),
        ),
        trials: Some(
            if random.chance(30) { TrialScreening::Screened } else { TrialScreening::NoneOpen }.into(),
        ),
        agreement: Some(if split { Agreement::Majority } else { Agreement::Consensus }.into()),
        dissent: if split { vec![dissent] } else { Vec::new() },
        inform_by: Some(owner()),
        inform_on: Some(known(after(facts.sitting.day, 1))),
        ..Decision::default()
    }
}

fn agreed(facts: &Facts, random: &mut Random) -> AgreedFacts {
    let confirmed = || Agreed { state: Confirmation::Confirmed.into(), value: None, reason: None };
    let stage = if random.chance(18) {
        Agreed {
            state: Confirmation::Changed.into(),
            value: Some(format!("{} (r)", facts.stage_text())),
            reason: None,
        }
    } else {
        Agreed { value: Some(facts.stage_text()), ..confirmed() }
    };
    AgreedFacts { diagnosis: confirmed(), stage, performance: confirmed() }
}

fn option(voice: &mut Voice, choice: Choice, chosen: bool, random: &mut Random) -> Considered {
    let feasibility = if random.chance(80) { Feasibility::Available } else { Feasibility::Refer };
    Considered {
        text: voice.sentence(choice.category),
        chosen: Some(if chosen { YesNo::Yes } else { YesNo::No }.into()),
        why_not: (!chosen).then(|| voice.sentence("whynot")),
        feasibility: Some(feasibility.into()),
    }
}

fn recommendations(facts: &Facts, outcome: Outcome, voice: &mut Voice, owner: &str) -> Vec<Recommendation> {
    let base = Recommendation {
        owner: Some(owner.to_owned()),
        due: Some(known(after(facts.sitting.day, 14))),
        facility: Some(facts.own_facility.clone()),
        ..Recommendation::default()
    };
    if !outcome.is_plan() {
        let (intent, category, key) = if outcome == Outcome::NoTumourTherapy {
            (Intent::Palliative, Category::SupportivePalliative, "detail.supportive-palliative")
        } else {
            (Intent::Diagnostic, Category::Diagnostics, "detail.diagnostics")
        };
        let detail = Some(voice.sentence(key));
        return vec![Recommendation {
            intent: Some(intent.into()),
            category: Some(category.into()),
            detail,
            ..base
        }];
    }
    let intent = if facts.spread == Spread::Distant { Intent::DiseaseControl } else { Intent::Curative };
    let mut given: Vec<Recommendation> = Vec::new();
    for choice in [facts.first, facts.second] {
        let modality = if choice.modality.is_empty() { modality_of(facts.drug) } else { choice.modality };
        given.push(Recommendation {
            intent: Some(intent.into()),
            category: Category::find(choice.category).map(Code::from),
            modality: Some(Code::parse(modality)),
            detail: Some(voice.sentence(&format!("detail.{}", choice.category))),
            setting: (facts.scene == Scene::Operated).then(|| Setting::Adjuvant.into()),
            guideline: Some(voice.sentence("guideline")),
            concordance: Some(Concordance::Concordant.into()),
            ..base.clone()
        });
    }
    given
}

fn meeting_random(meeting: &str) -> Random {
    let stream = meeting.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    Random::of(stream, 1)
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
    let attendance = Attendance { quorum: quorum(board, &present), present, apologies: Vec::new() };
    chain.add(&recorder, Body::Attendance(attendance), Vec::new(), None)?;
    let of = |wanted: Option<bool>| -> Vec<String> {
        outcomes.iter().filter(|(_, one)| *one == wanted).map(|(case, _)| case.clone()).collect()
    };
    chain.clock = 16 * 3600 + 2400;
    let close =
        Close { decided: of(Some(false)), deferred: of(Some(true)), not_discussed: of(None), note: None };
    chain.add(&recorder, Body::Close(close), Vec::new(), None)?;
    Some(())
}
