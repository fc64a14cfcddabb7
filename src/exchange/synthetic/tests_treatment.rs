//! What an oncologist would see at once in the treatment of a synthetic case: lines, intent, place, people, words against codes.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::board::BoardFile;
use crate::domain::care::{EndReason, Treatment};
use crate::domain::case::Case;
use crate::domain::decision::{Decision, Outcome, Recommendation};
use crate::domain::opinion::Position;
use crate::domain::question::Sharing;
use crate::domain::record::{Body, Record};
use crate::domain::treatment::{Category, Intent};
use crate::domain::value::{Code, Vocabulary, Written};
use crate::exchange::synthetic::Plan;
use crate::exchange::synthetic::choice::Choice;
use crate::exchange::synthetic::regimen::{Course, Regimen};
use crate::exchange::synthetic::services::place;
use crate::exchange::synthetic::tests::{plan, records};
use crate::exchange::synthetic::tests_sense::{ALL, Read, day};

/// Each decision with the case that the board saw.
pub(super) fn sittings() -> impl Iterator<Item = (&'static Read, &'static Case, &'static Decision)> {
    ALL.iter().flat_map(|one| {
        one.decisions.iter().filter_map(move |decision| {
            let seen = &one.seen;
            let number = |case: &&Case| case.question.discussion_number() == decision.discussion;
            Some((one, seen.iter().find(number)?, decision))
        })
    })
}

pub(super) fn lines(decision: &Decision) -> impl Iterator<Item = &Recommendation> {
    decision.recommendations.iter()
}

pub(super) fn word(text: Option<&Written>) -> &str {
    text.map_or("", Written::as_str)
}

fn drug(done: &Treatment) -> Option<&'static Regimen> {
    Regimen::find(word(done.what.as_ref()))
}

#[test]
fn nothing_is_given_again_under_which_the_tumour_grew_or_which_was_not_borne() {
    let (mut later, mut second_lines) = (0, BTreeSet::new());
    for (one, case, decision) in sittings() {
        let failed = case.treatments.iter().filter(|done| {
            done.end_reason
                .as_ref()
                .is_some_and(|why| why.is(EndReason::Progression) || why.is(EndReason::Toxicity))
        });
        for regimen in failed.filter_map(drug) {
            later += 1;
            for line in lines(decision) {
                let detail = line.detail.as_deref().unwrap_or_default();
                let named = ALL_NAMES.iter().filter(|name| detail.starts_with(**name));
                if let Some(name) = named.max_by_key(|name| name.len()) {
                    assert!(!Regimen::find(name).unwrap().repeats(regimen), "{detail} {}", one.file);
                    second_lines.insert(*name);
                }
            }
            for option in &decision.options {
                assert!(!option.text.contains(&format!("({})", regimen.name)), "{option:?} {}", one.file);
            }
        }
    }
    assert!(later > 50 && second_lines.len() > 15, "{later} {second_lines:?}");
}

static ALL_NAMES: std::sync::LazyLock<Vec<&str>> = std::sync::LazyLock::new(|| {
    let rows = include_str!("regimens.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|line| line.split('\t').next()).collect()
});

#[test]
fn every_regimen_is_given_to_somebody_or_waits_in_the_table_of_a_tumour() {
    let tumours = include_str!("tumours.tsv");
    for name in &*ALL_NAMES {
        let maintains = include_str!("regimens.tsv").matches(&format!("\t{name}\t")).count() > 0;
        assert!(tumours.contains(name) || maintains, "{name}");
    }
}

#[test]
fn only_what_comes_in_cycles_is_counted_in_cycles_and_harm_is_that_of_the_drug() {
    let cycles = ["cycles", "chu kỳ", "周期"];
    let blood = ["neutropenia", "giảm bạch cầu hạt", "中性粒细胞减少"];
    let (mut seen, mut harmed) = (BTreeSet::new(), 0);
    for (one, case, decision) in sittings() {
        for line in lines(decision)
            .filter(|line| line.category.as_ref().is_some_and(|one| one.is(Category::Systemic)))
        {
            let detail = line.detail.as_deref().unwrap();
            let regimen =
                ALL_NAMES.iter().filter(|name| detail.contains(**name)).max_by_key(|name| name.len());
            let regimen = Regimen::find(regimen.unwrap_or_else(|| panic!("{detail}"))).unwrap();
            let told = cycles.iter().any(|word| detail.contains(word));
            assert_eq!(told, matches!(regimen.course, Course::Cycles(_)), "{detail}");
            assert_eq!(line.modality.as_ref().unwrap().as_str(), regimen.modality, "{detail}");
            seen.insert(regimen.course.key());
        }
        let bears =
            |done: &Treatment| drug(done).is_some_and(|one| matches!(one.harm, "cytopenia" | "neutropenia"));
        let told = blood.iter().any(|word| one.file.contains(word));
        assert!(!told || one.seen.iter().any(|case| case.treatments.iter().any(bears)), "{}", one.file);
        harmed += usize::from(told && case.treatments.iter().any(bears));
    }
    assert!(seen.len() >= 4 && harmed > 20, "{seen:?} {harmed}");
}

#[test]
fn cure_is_not_promised_by_what_eases_with_metastases_or_where_nothing_cures() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (one, case, decision) in sittings() {
        let site = case.diagnosis.site.as_ref().unwrap().as_str();
        let m = case.staging.first().and_then(|stage| stage.m.as_ref()).map_or("", Written::as_str);
        let told = lines(decision).map(|line| (line.intent.as_ref(), line.modality.as_ref()));
        let done = case.treatments.iter().map(|done| (done.intent.as_ref(), done.modality.as_ref()));
        for (intent, modality) in told.chain(done) {
            let intent = intent.unwrap();
            *seen.entry(intent.as_str().to_owned()).or_default() += 1;
            let modality = modality.map_or("", Code::as_str);
            let eases = ["stent", "drainage", "celiac-block", "vertebroplasty", "supportive-care"]
                .contains(&modality);
            let histology = word(case.diagnosis.histology.as_ref());
            let never = ["9732/3", "9823/3"].contains(&histology) || site == "C80.9";
            let spread = m.starts_with("M1") && site != "C62.9";
            assert!(
                !((eases || never || spread) && intent.is(Intent::Curative)),
                "{modality} {m} {}",
                one.file
            );
        }
    }
    assert!(seen.len() > 5, "{seen:?}");
}

#[test]
fn who_was_operated_on_has_a_tumour_that_is_operated_on_and_watching_is_followed_by_nothing() {
    for (one, case, decision) in sittings() {
        let operated = case
            .treatments
            .iter()
            .any(|done| done.category.as_ref().is_some_and(|one| one.is(Category::Surgery)));
        let site = case.diagnosis.site.as_ref().unwrap().as_str();
        assert!(
            !operated || !["C77.9", "C77.1", "C42.1", "C42.0", "C80.9", "C11.9"].contains(&site),
            "{}",
            one.file
        );
        for done in &case.treatments {
            assert!(done.modality.as_ref().is_some_and(|one| !one.as_str().is_empty()), "{}", one.file);
        }
        let watched = lines(decision)
            .any(|line| line.category.as_ref().is_some_and(|one| one.is(Category::Surveillance)));
        assert!(!watched || decision.recommendations.len() == 1, "{:#?}", decision.recommendations);
    }
}

#[test]
fn a_condition_is_said_and_so_is_what_a_decision_waits_for() {
    let (mut conditional, mut reasons) = (0, BTreeSet::new());
    for (one, case, decision) in sittings() {
        let outcome = decision.outcome.as_ref().and_then(Code::known).unwrap();
        let said = lines(decision).any(|line| line.condition.as_ref().is_some_and(|text| !text.is_empty()));
        assert_eq!(said, outcome == Outcome::Conditional, "{decision:#?}");
        conditional += usize::from(said);
        if outcome.needs_reason() {
            let first = case.missing.first().unwrap_or_else(|| panic!("{}", one.file));
            let item = word(first.item.as_ref());
            let detail = decision.recommendations[0].detail.as_deref().unwrap();
            assert!(detail.contains(item), "{item}: {detail}");
            assert!(first.blocking.as_ref().is_some_and(|one| one.as_str() == "yes"));
            reasons.insert(decision.outcome_reason.as_ref().unwrap().as_str().to_owned());
        }
    }
    assert!(conditional > 10 && reasons.len() > 2, "{conditional} {reasons:?}");
}

#[test]
fn an_amendment_changes_something_and_says_why() {
    let mut changed = BTreeSet::new();
    for one in &*ALL {
        for record in one.records.iter().filter(|record| !record.header.supersedes.is_empty()) {
            let of = |record: &Record| match &record.body {
                Body::Decision(decision) => (**decision).clone(),
                other => panic!("{other:?}"),
            };
            let before =
                one.records.iter().find(|other| record.header.supersedes.contains(&other.header.id)).unwrap();
            let (before, now) = (of(before), of(record));
            assert_ne!(before, now, "{}", one.file);
            assert!(record.header.reason.as_ref().is_some_and(|reason| reason.len() > 10));
            let kind = |line: &Recommendation| line.category.clone();
            let other = lines(&before).map(kind).ne(lines(&now).map(kind));
            let owner = before.inform_by != now.inform_by;
            changed.insert(if other {
                "way"
            } else if owner {
                "owner"
            } else {
                "day"
            });
        }
    }
    assert_eq!(changed.len(), 3, "{changed:?}");
}

#[test]
fn a_treatment_is_recommended_where_it_is_offered() {
    let board = &plan(1).board;
    let (mut places, mut levels) = (BTreeSet::new(), BTreeSet::new());
    for (one, _, decision) in sittings()
        .filter(|(_, _, one)| one.outcome.as_ref().and_then(Code::known).is_some_and(Outcome::is_plan))
    {
        for line in lines(decision) {
            let category = Category::find(line.category.as_ref().unwrap().as_str()).unwrap();
            let modality = line.modality.as_ref().map_or("", Code::as_str);
            let modality: &'static str = Box::leak(modality.to_owned().into_boxed_str());
            let facility = line.facility.as_deref().unwrap();
            let found = place(Choice { category: category.word(), modality }, facility, None, board);
            assert_eq!(found.as_deref(), Some(facility), "{modality} {}", one.file);
            places.insert(facility.to_owned());
            levels.insert(line.care_level.as_ref().unwrap().as_str().to_owned());
        }
    }
    assert!(places.len() > 3 && levels.len() > 1, "{places:?} {levels:?}");
}

#[test]
fn who_presents_a_case_sits_in_the_meeting_and_treats_such_tumours() {
    let board = &plan(1).board;
    let specialty = |key: &str| board.people[key].specialty.as_ref().unwrap().as_str().to_owned();
    for (one, case, decision) in sittings() {
        let presenter = word(case.question.presenter.as_ref());
        assert!(decision.attendance.iter().any(|person| person.person == presenter), "{}", one.file);
        let site = case.diagnosis.site.as_ref().unwrap().as_str();
        let odd = match specialty(presenter).as_str() {
            "gynae-oncology" => !matches!(site, "C53.9" | "C54.1" | "C56.9"),
            "urology" => !matches!(site, "C61.9" | "C62.9" | "C64.9" | "C67.9"),
            "pulmonology" => !matches!(site, "C34.1" | "C34.3" | "C38.4"),
            "palliative" => true,
            _ => false,
        };
        assert!(!odd, "{presenter} {site}");
        for dissent in &decision.dissent {
            assert_ne!(dissent.person, presenter);
        }
    }
}

#[test]
fn an_expert_abroad_is_asked_with_leave_in_a_language_that_both_read_and_words_say_the_position() {
    let board: &BoardFile = &plan(1).board;
    let (mut asked, mut positions) = (0, BTreeSet::new());
    let against = ["rather", "see it so", "chúng tôi chọn", "nghĩ khác", "倾向于", "不同看法", "不同意"];
    for one in &*ALL {
        for record in &one.records {
            let (position, text) = match &record.body {
                Body::Request(request) => {
                    asked += 1;
                    assert!(
                        one.case.consent.sharing.as_ref().is_some_and(|one| one.is(Sharing::International))
                    );
                    let reads = board.people[&request.expert].languages.iter().map(Written::as_str);
                    assert!(
                        reads.clone().any(|code| Some(code) == request.language.as_deref()),
                        "{request:?}"
                    );
                    assert_eq!(
                        request.asked.chars().any(|one| one > '\u{2e80}'),
                        request.language.as_deref() == Some("zh")
                    );
                    continue;
                }
                Body::Reply(reply) => (&reply.position, &reply.text),
                Body::Opinion(opinion) => (&opinion.position, &opinion.text),
                _ => continue,
            };
            let position = position.as_ref().and_then(Code::known).unwrap();
            let says = against.iter().any(|word| text.contains(word));
            assert_eq!(says, position == Position::Disagree, "{position:?} {text}");
            positions.insert(format!("{position:?}"));
        }
    }
    assert!(asked > 20 && positions.len() == 4, "{asked} {positions:?}");
}

#[test]
fn the_weeks_since_the_tumour_was_found_are_those_of_the_dates() {
    let mut seen = 0;
    for one in &*ALL {
        let told = one.file.split("the tumour was found ").nth(1).and_then(|rest| rest.split(' ').next());
        let Some(weeks) = told else { continue };
        let sitting = one.seen.last().unwrap();
        let days = (day(sitting.plan.date.as_ref()) - day(sitting.found.date.as_ref())).num_days();
        let weeks: i64 = weeks.parse().unwrap();
        assert!((weeks * 7 - 6..=weeks * 7 + 7).contains(&days), "{weeks} {days}");
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn twelve_cases_are_in_every_state() {
    for seed in 1..6 {
        let plan = Plan { seed, ..plan(12) };
        let mut states = BTreeSet::new();
        for index in 0..12 {
            let made = plan.case(index).unwrap();
            let records = records(&plan, &made);
            let decisions = records.iter().filter_map(|record| match &record.body {
                Body::Decision(decision) => decision.outcome.as_ref().and_then(Code::known),
                _ => None,
            });
            let outcomes: Vec<Outcome> = decisions.collect();
            states.insert(match outcomes.last() {
                None => "prepared",
                Some(Outcome::Deferred) => "deferred",
                Some(Outcome::Conditional) => "conditional",
                Some(_) => "decided",
            });
            if outcomes.len() > 1 && made.file.contains("discussion: 2") {
                states.insert("followed up");
            }
        }
        assert_eq!(states.len(), 5, "{seed}: {states:?}");
    }
}

#[test]
fn what_became_of_old_cases_is_told_with_what_was_done() {
    let (mut told, mut responses) = (0, BTreeSet::new());
    for one in &*ALL {
        let seen = one.seen.last().unwrap();
        let more = one.case.treatments.len() - seen.treatments.len();
        let contact = |case: &Case| day(case.patient.last_contact.as_ref());
        if more > 0 {
            told += 1;
            assert!(contact(&one.case) > contact(seen) && one.case.patient.note.is_some(), "{}", one.file);
            let decision = one.decisions.last().unwrap();
            for done in one.case.treatments.iter().rev().take(more) {
                assert!(lines(decision).any(|line| line.category == done.category), "{}", one.file);
                assert!(day(done.start.as_ref()) >= day(seen.plan.date.as_ref()));
                responses.extend(done.response.as_ref().map(|one| one.as_str().to_owned()));
            }
        }
    }
    assert!(told > 30 && responses.len() > 2, "{told} {responses:?}");
}

#[test]
fn nobody_is_irradiated_twice_or_only_watched_where_what_shrank_can_be_removed() {
    let mut seen = 0;
    for (one, case, decision) in sittings() {
        let modality =
            |done: &Treatment| done.modality.as_ref().is_some_and(|one| one.as_str() == "chemoradiotherapy");
        let irradiated = case.treatments.iter().any(modality);
        seen += usize::from(irradiated);
        for line in lines(decision) {
            let is = |category| line.category.as_ref().is_some_and(|one| one.is(category));
            assert!(!(irradiated && is(Category::Radiotherapy)), "{}", one.file);
            let cut = decision.options.iter().any(|option| {
                option.why_not.as_deref() == Some("less gain than the other in this case")
                    && option.text == "resection"
            });
            let treated = case.treatments.iter().any(|done| drug(done).is_some());
            assert!(!(treated && cut && is(Category::Surveillance)), "{}", one.file);
        }
    }
    assert!(seen > 5, "{seen}");
}
