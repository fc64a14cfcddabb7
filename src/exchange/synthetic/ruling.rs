//! What a synthetic board decides: outcome, options with the reason against those not chosen, recommendations.

use chrono::{Datelike, NaiveDate};

use crate::domain::board::BoardFile;
use crate::domain::date::Date;
use crate::domain::decision::{
    Agreed, AgreedFacts, Agreement, Concordance, Confirmation, Considered, Decision, Dissent, Feasibility,
    Outcome, OutcomeReason, PatientStamp, Recommendation, SupportiveFlag, TrialScreening,
};
use crate::domain::treatment::{Category, Intent};
use crate::domain::value::{Code, Vocabulary, YesNo};
use crate::exchange::synthetic::choice::Choice;
use crate::exchange::synthetic::day::{after, before};
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::hall::{meeting_random, present, quorum};
use crate::exchange::synthetic::lacking::{lacking, reason};
use crate::exchange::synthetic::people::{giver, judges};
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::texts::Voice;
use crate::exchange::synthetic::tumour::Spread;
use crate::exchange::synthetic::verdict::{against, intent, outcome, setting, why_not};

pub fn decision(
    facts: &Facts,
    board: &BoardFile,
    made_on: &str,
    plan: Vec<Choice>,
    voice: &mut Voice,
    random: &mut Random,
) -> Decision {
    let outcome = outcome(facts);
    let plan = if outcome.is_plan() { plan } else { Vec::new() };
    // The roll call of a meeting that is on disk is the same for all of its cases.
    let mut hall = facts.sitting.meeting.as_deref().map_or_else(|| random.clone(), meeting_random);
    let attendance = present(board, &mut hall);
    let dissent = dissent(facts, board, &plan, voice, random);
    let split = !dissent.is_empty();
    let owner = || facts.presenter.clone();
    let lead = lacking(facts).first().copied();
    if let Some(item) = lead {
        let missing = voice.sentence(item);
        voice.know("missing", missing);
    }
    let mut question_voice = facts.voice(facts.lang, section::QUESTION);
    Decision {
        question: facts.said(&facts.question_key(), &mut question_voice),
        patient: PatientStamp {
            name: facts.name.full.clone(),
            born: facts.born.clone(),
            id: facts.first_id(),
        },
        discussion: facts.discussion,
        meeting: facts.sitting.meeting.clone(),
        quorum: Some(quorum(board, &attendance)),
        attendance,
        made_on: Some(made_on.to_owned()),
        agreed: agreed(facts, voice, random),
        outcome: Some(outcome.into()),
        outcome_reason: outcome.needs_reason().then(|| lead.map_or(OutcomeReason::Other, reason).into()),
        options: vec![
            option(facts, voice, facts.care.first, (outcome, &plan)),
            option(facts, voice, facts.care.second, (outcome, &plan)),
        ],
        recommendations: recommendations(facts, board, outcome, &plan, voice, random),
        supportive: Some(supportive(facts, random).into()),
        trials: Some(trials(facts, random).into()),
        agreement: Some(if split { Agreement::Majority } else { Agreement::Consensus }.into()),
        dissent,
        inform_by: Some(owner()),
        inform_on: Some(known(after(facts.sitting.day, 1))),
        ..Decision::default()
    }
}

/// Now and then one who treats, and did not bring the case, would rather have what was not chosen.
fn dissent(
    facts: &Facts,
    board: &BoardFile,
    plan: &[Choice],
    voice: &mut Voice,
    random: &mut Random,
) -> Vec<Dissent> {
    let split = random.chance(6);
    let others: Vec<&str> =
        judges(&facts.tumour.brings, board).into_iter().filter(|key| *key != facts.presenter).collect();
    let person = random.pick(&others);
    let [only] = plan else { return Vec::new() };
    let other = if *only == facts.care.first { facts.care.second } else { facts.care.first };
    if !split || person.is_empty() || against(facts, other).is_some() {
        return Vec::new();
    }
    let words = facts.words(other, voice);
    voice.know("other", words);
    vec![Dissent { person: person.to_owned(), position: voice.sentence("dissent"), ..Dissent::default() }]
}

fn supportive(facts: &Facts, random: &mut Random) -> SupportiveFlag {
    let offered = facts.spread == Spread::Distant || facts.body.ecog.unwrap_or_default() >= 2;
    if offered || random.chance(35) { SupportiveFlag::Offered } else { SupportiveFlag::NotIndicated }
}

fn trials(facts: &Facts, random: &mut Random) -> TrialScreening {
    let asked = facts.care.first.is(Category::Trial) || facts.care.second.is(Category::Trial);
    if asked || random.chance(30) { TrialScreening::Screened } else { TrialScreening::NoneOpen }
}

fn agreed(facts: &Facts, voice: &mut Voice, random: &mut Random) -> AgreedFacts {
    let confirmed = || Agreed { state: Confirmation::Confirmed.into(), value: None, reason: None };
    let worse = facts.body.ecog == Some(0) && random.chance(12);
    let performance = if worse {
        let reason = Some(voice.sentence("agreed.performance"));
        Agreed { state: Confirmation::Changed.into(), value: Some("ECOG 1".to_owned()), reason }
    } else {
        confirmed()
    };
    let stage = Agreed { value: Some(voice.fact("stage").to_owned()), ..confirmed() };
    AgreedFacts { diagnosis: confirmed(), stage, performance }
}

fn option(
    facts: &Facts,
    voice: &mut Voice,
    choice: Choice,
    (outcome, plan): (Outcome, &[Choice]),
) -> Considered {
    let chosen = plan.contains(&choice);
    let decides = outcome.is_plan() || outcome == Outcome::NoTumourTherapy;
    let feasibility = match facts.place(choice) {
        None => Feasibility::NotAvailable,
        Some(place) if place == facts.own_facility => Feasibility::Available,
        Some(_) => Feasibility::Refer,
    };
    Considered {
        text: facts.words(choice, voice),
        chosen: Some(if chosen { YesNo::Yes } else { YesNo::No }.into()),
        why_not: (!chosen).then(|| voice.sentence(why_not(facts, choice, decides))),
        feasibility: Some(feasibility.into()),
    }
}

/// With a day on which it is due, or why there is none: what was recommended long ago has mostly none that is left.
fn dated(facts: &Facts, voice: &mut Voice, random: &mut Random) -> Recommendation {
    let base = Recommendation {
        owner: Some(facts.presenter.clone()),
        facility: Some(facts.own_facility.clone()),
        ..Recommendation::default()
    };
    if facts.ago(0) > before(facts.sitting.today, 28) || random.chance(12) {
        Recommendation { due: Some(known(after(facts.sitting.day, 14))), ..base }
    } else {
        Recommendation { no_due_reason: Some(voice.sentence("nodue")), ..base }
    }
}

fn recommendations(
    facts: &Facts,
    board: &BoardFile,
    outcome: Outcome,
    plan: &[Choice],
    voice: &mut Voice,
    random: &mut Random,
) -> Vec<Recommendation> {
    let base = dated(facts, voice, random);
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
    voice.know("year", facts.sitting.day.year().to_string());
    let recommend = |(at, choice): (usize, &Choice)| {
        let choice = *choice;
        let place = facts.place(choice).unwrap_or(&facts.own_facility);
        let level = board.facilities.get(place).and_then(|one| one.care_level.clone());
        let condition = outcome == Outcome::Conditional && at == 0;
        // What comes second comes when the first is done.
        let first =
            Recommendation { due: None, no_due_reason: Some(voice.sentence("nodue.second")), ..base.clone() };
        Recommendation {
            intent: Some(intent(facts, choice).into()),
            category: Category::find(choice.category).map(Code::from),
            modality: (!choice.modality.is_empty()).then(|| Code::parse(choice.modality)),
            detail: Some(facts.detail(choice, voice)),
            setting: setting(facts, choice).map(Code::parse),
            condition: condition.then(|| voice.sentence(&format!("condition.{}", condition_key(choice)))),
            owner: Some(giver(choice, &facts.tumour.brings, &facts.presenter, board).to_owned()),
            facility: Some(place.to_owned()),
            care_level: level,
            guideline: Some(voice.sentence("guideline")),
            concordance: Some(Concordance::Concordant.into()),
            ..if at == 0 { base.clone() } else { first }
        }
    };
    plan.iter().enumerate().map(recommend).collect()
}

/// What a treatment may have to wait for.
fn condition_key(choice: Choice) -> &'static str {
    match choice.category {
        "surgery" | "systemic" | "radiotherapy" | "interventional" => choice.category,
        _ => "other",
    }
}

fn known(day: NaiveDate) -> Date {
    Date::parse(&day.to_string())
}
