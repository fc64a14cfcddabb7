//! What a synthetic board decides: outcome, options with the reason against those not chosen, recommendations.

use chrono::{Datelike, NaiveDate};

use crate::domain::board::BoardFile;
use crate::domain::date::Date;
use crate::domain::decision::{
    Agreed, AgreedFacts, Agreement, Concordance, Confirmation, Considered, Decision, Dissent, Feasibility,
    Outcome, OutcomeReason, PatientStamp, Recommendation, SupportiveFlag, TrialScreening,
};
use crate::domain::treatment::{Category, Intent, Setting};
use crate::domain::value::{Code, Vocabulary, YesNo};
use crate::exchange::synthetic::choice::{Choice, modality_of};
use crate::exchange::synthetic::day::{after, before};
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::hall::{meeting_random, present, quorum};
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::texts::Voice;
use crate::exchange::synthetic::tumour::Spread;
use crate::exchange::synthetic::verdict::{chosen, why_not};
use crate::exchange::synthetic::way::Scene;

pub fn decision(
    facts: &Facts,
    board: &BoardFile,
    made_on: &str,
    voice: &mut Voice,
    random: &mut Random,
) -> Decision {
    let plan = chosen(facts);
    let outcome = outcome(facts, &plan, random);
    let plan = if outcome.is_plan() { plan } else { Vec::new() };
    // The roll call of a meeting that is on disk is the same for all of its cases.
    let mut hall = facts.sitting.meeting.as_deref().map_or_else(|| random.clone(), meeting_random);
    let attendance = present(board, &mut hall);
    let split = random.chance(6);
    let owner = || facts.presenter.clone();
    if plan == [facts.second] {
        // Who dissents would rather have what was not chosen.
        let first = voice.fact("first").to_owned();
        voice.know("second", first);
    }
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
        discussion: facts.discussion,
        meeting: facts.sitting.meeting.clone(),
        quorum: Some(quorum(board, &attendance)),
        attendance,
        made_on: Some(made_on.to_owned()),
        agreed: agreed(facts, random),
        outcome: Some(outcome.into()),
        outcome_reason: outcome.needs_reason().then(|| OutcomeReason::PendingResult.into()),
        options: vec![
            option(facts, voice, facts.first, (outcome, &plan), random),
            option(facts, voice, facts.second, (outcome, &plan), random),
        ],
        recommendations: recommendations(facts, outcome, &plan, voice, random),
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

/// A case that does not come back was not put off, unless that was a few weeks ago.
fn outcome(facts: &Facts, plan: &[Choice], random: &mut Random) -> Outcome {
    let recent = facts.ago(0) > before(facts.sitting.today, 21);
    let drawn = random.below(100);
    let later = if drawn < 70 { Outcome::Deferred } else { Outcome::MoreInformationNeeded };
    match drawn {
        _ if facts.put_off => later,
        0..12 if recent && facts.settled.is_none() => Outcome::Deferred,
        12..18 if recent && facts.settled.is_none() => Outcome::MoreInformationNeeded,
        _ if plan.is_empty() => Outcome::NoTumourTherapy,
        18..36 => Outcome::StandardOfCareConfirmed,
        36..42 => Outcome::Conditional,
        _ => Outcome::Recommendation,
    }
}

fn option(
    facts: &Facts,
    voice: &mut Voice,
    choice: Choice,
    (outcome, plan): (Outcome, &[Choice]),
    random: &mut Random,
) -> Considered {
    let chosen = plan.contains(&choice);
    let decides = outcome.is_plan() || outcome == Outcome::NoTumourTherapy;
    let feasibility = if random.chance(80) { Feasibility::Available } else { Feasibility::Refer };
    Considered {
        text: voice.sentence(choice.key()),
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
    let curative = facts.spread != Spread::Distant;
    let recommend = |(at, choice): (usize, &Choice)| {
        let drugs = choice.is(Category::Systemic) && choice.modality.is_empty();
        let modality = if drugs { modality_of(facts.drug.name) } else { choice.modality };
        let intent = match curative {
            _ if choice.is(Category::SupportivePalliative) => Intent::Supportive,
            true => Intent::Curative,
            false => Intent::DiseaseControl,
        };
        // What comes second comes when the first is done.
        let first =
            Recommendation { due: None, no_due_reason: Some(voice.sentence("nodue.second")), ..base.clone() };
        Recommendation {
            intent: Some(intent.into()),
            category: Category::find(choice.category).map(Code::from),
            modality: (!modality.is_empty()).then(|| Code::parse(modality)),
            detail: Some(voice.sentence(&format!("detail.{}", choice.key()))),
            setting: (facts.scene == Scene::Operated).then(|| Setting::Adjuvant.into()),
            guideline: Some(voice.sentence("guideline")),
            concordance: Some(Concordance::Concordant.into()),
            ..if at == 0 { base.clone() } else { first }
        }
    };
    plan.iter().enumerate().map(recommend).collect()
}

fn known(day: NaiveDate) -> Date {
    Date::parse(&day.to_string())
}
