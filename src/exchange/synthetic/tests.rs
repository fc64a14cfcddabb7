//! Synthetic workspaces: the same for the same seed, plausible, and without a contradiction that nobody put in.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::check::{Measure, check, depends_on_day};
use crate::domain::history::replay;
use crate::domain::lack::lacks;
use crate::domain::patient::Sex;
use crate::domain::problem::{Severity, Word};
use crate::domain::record::{Body, Record};
use crate::exchange::synthetic::Plan;
use crate::exchange::synthetic::plan;

const BOARD: &str = include_str!("../../../cases/board.yaml");

/// A board of this test's own, so that an edit of the samples changes no pinned bytes.
const SMALL_BOARD: &str = "
people:
  mai-onc: {name: Mai, specialty: medical-oncology, facility: hub}
  le-rad: {name: Le, specialty: diagnostic-radiology, facility: hub}
  far: {name: Far, remote: 'yes', facility: abroad}
facilities: {hub: {name: Hub, care-level: advanced}, small: {name: Small, care-level: basic}, abroad: {name: A}}
boards: {network: {chair: mai-onc, recorder: le-rad, members: [mai-onc, le-rad]}}
";

pub(super) fn plan(cases: u64) -> Plan {
    Plan::new(7, cases, serde_yaml::from_str::<BoardFile>(BOARD).unwrap())
}

pub(super) fn records(plan: &Plan, case: &plan::Case) -> Vec<Record> {
    let mut records = Vec::new();
    case.records(&plan.board, &["b".repeat(64), "a".repeat(64)], &mut |header, body| {
        let sha256 = format!("{:064x}", records.len() + 1);
        records.push(Record { header, body, sha256: sha256.clone() });
        Some(sha256)
    })
    .unwrap();
    records
}

/// Everything of a workspace as one text.
fn all(plan: &Plan) -> String {
    let mut text = String::new();
    for index in 0..plan.cases {
        let case = plan.case(index).unwrap();
        text.push_str(&case.file);
        for record in records(plan, &case) {
            writeln!(text, "{:?}", record.header).unwrap();
        }
    }
    for number in 0..plan.meetings() {
        text.push_str(&plan.meeting(number).1);
    }
    text
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_every_machine_and_another_seed_gives_others() {
    let small = Plan::new(7, 40, serde_yaml::from_str(SMALL_BOARD).unwrap());
    let digest = Sha256::digest(all(&small).as_bytes());
    let start = format!("{digest:x}").chars().take(16).collect::<String>();
    // Changes whenever a table or a sentence changes, and for no other reason.
    assert_eq!(start, "0fed7a49747a528c");
    assert_eq!(all(&plan(5)), all(&plan(5)));
    let other = Plan { seed: 8, ..plan(5) };
    assert_ne!(all(&other), all(&plan(5)));
}

#[test]
fn nothing_in_a_case_contradicts_the_rest_of_it() {
    let plan = plan(800);
    let honest = [
        "missing-item",
        "missing-blocking",
        "missing-overdue",
        "missing-blocking-overdue",
        "imaging-pending",
        "performance-missing",
        "staging-missing",
        "views-not-asked",
        "need-missing",
        "need-stale",
        // Embolisation is proposed to one who has an allergy to contrast: what such a board has to see.
        "allergy-contrast",
    ];
    let mut found: BTreeMap<Word, String> = BTreeMap::new();
    for index in 0..plan.cases {
        let made = plan.case(index).unwrap();
        let case: Case =
            serde_yaml::from_str(&made.file).unwrap_or_else(|error| panic!("{error}\n{}", made.file));
        assert!(!made.file.contains("{}") && !made.file.contains("  \n"), "{}", made.file);
        let as_of = case.plan.date.as_ref().unwrap().known().unwrap().latest().unwrap();
        let as_of = (as_of + chrono::Days::new(6))
            .max(case.patient.last_contact.as_ref().unwrap().known().unwrap().latest().unwrap());
        let problems = check(&case, &Measure::new(&plan.board, as_of));
        let counted = problems.iter().filter(|problem| problem.severity != Severity::Note);
        let listed = check(&case, &Measure::of_list(&plan.board, as_of, &[]));
        let listed = listed.iter().filter(|problem| problem.severity != Severity::Note);
        assert!(counted.eq(listed), "a list counts every error and every warning: {}", made.folder);
        for problem in problems {
            found.entry(problem.code.clone()).or_insert_with(|| format!("{}: {problem:?}", made.folder));
        }
    }
    found.retain(|code, _| !honest.contains(&code.as_ref()));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn what_is_recorded_lacks_nothing_and_knows_what_came_before() {
    let plan = plan(800);
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut conflicts = 0;
    for index in 0..plan.cases {
        let made = plan.case(index).unwrap();
        let case: Case = serde_yaml::from_str(&made.file).unwrap();
        let records = records(&plan, &made);
        for record in &records {
            *kinds.entry(record.header.kind.clone()).or_default() += 1;
            if let Body::Decision(decision) = &record.body {
                assert_eq!(lacks(decision, Some(&case), &[]), [], "{} {decision:?}", made.folder);
            }
        }
        let history = replay(records.clone());
        assert_eq!(history.records, records, "written in the order of their parents");
        assert_eq!(history.waiting_for, Vec::<String>::new());
        conflicts += history.conflicts().len();
    }
    for kind in ["decision", "opinion", "request", "reply", "signature", "retraction"] {
        assert!(kinds.get(kind).is_some_and(|count| *count > 5), "{kind}: {kinds:?}");
    }
    assert!((1..20).contains(&conflicts), "{conflicts}");
}

#[test]
fn patients_are_of_three_languages_all_ages_and_the_sex_that_has_the_organ() {
    let plan = plan(800);
    let (mut sites, mut languages, mut ages) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut bytes = 0;
    for index in 0..plan.cases {
        let made = plan.case(index).unwrap();
        bytes += made.file.len();
        let case: Case = serde_yaml::from_str(&made.file).unwrap();
        let site = case.diagnosis.site.unwrap().as_str().to_owned();
        let female = case.patient.sex.unwrap().is(Sex::Female);
        assert!(!(female && matches!(site.as_str(), "C61.9" | "C62.9")), "{}", made.file);
        assert!(female || !matches!(site.as_str(), "C53.9" | "C54.1" | "C56.9"), "{}", made.file);
        sites.insert(site);
        languages.insert(case.patient.language.unwrap().as_str().to_owned());
        ages.extend(
            case.patient.born.unwrap().known().unwrap().latest().map(|day| chrono::Datelike::year(&day) / 10),
        );
    }
    assert!(sites.len() > 30 && languages.len() == 3 && ages.len() > 8, "{sites:?} {languages:?} {ages:?}");
    let mean = bytes / usize::try_from(plan.cases).unwrap();
    assert!((4_000..6_500).contains(&mean), "{mean}");
}

#[test]
fn meetings_list_the_newest_cases_and_a_case_twice_that_came_back() {
    let plan = plan(100);
    let listed: Vec<String> = (0..plan.meetings()).flat_map(|number| plan.listed(number)).collect();
    let once: BTreeSet<&String> = listed.iter().collect();
    assert_eq!(once.len(), 100);
    for case in (0..100).map(|index| plan.case(index).unwrap()) {
        let sittings = listed.iter().filter(|one| **one == case.folder).count();
        let decided = records(&plan, &case).iter().any(|record| {
            matches!(&record.body, Body::Decision(one) if one.discussion == 1 && one.meeting.is_some())
        });
        let came_back = case.file.contains("discussion: 2") && decided;
        assert_eq!(sittings, if came_back { 2 } else { 1 }, "{}", case.folder);
    }
    assert_eq!(plan.listed(0).last().map(String::as_str), Some("syn-000100"));
    let (folder, file) = plan.meeting(0);
    assert!(folder == "2026-11-26-network" && file.contains("syn-000100"), "{file}");
    assert_eq!(Plan { cases: 1, ..plan }.listed(0), ["syn-000001"]);
}

#[test]
fn a_case_that_another_day_finds_no_other_errors_in_is_known_as_one() {
    let plan = plan(60);
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let errors = |case: &Case, on: chrono::NaiveDate| {
        check(case, &Measure::new(&plan.board, on))
            .iter()
            .filter(|one| one.severity == Severity::Error)
            .count()
    };
    let withdrawn =
        "consent: {withdrawn: 2026-11-20}\nstaging: [{system: tnm-ajcc, edition: '9', basis: c}]\n";
    let mut cases: Vec<Case> = vec![serde_yaml::from_str(withdrawn).unwrap()];
    cases.extend((0..plan.cases).map(|at| serde_yaml::from_str(&plan.case(at).unwrap().file).unwrap()));
    let now = Measure::new(&plan.board, day("2026-11-26"));
    for case in &cases {
        let found = ["1900-01-01", "2022-06-01", "2026-11-26", "2150-01-01"].map(|on| errors(case, day(on)));
        let differs = found.iter().any(|one| *one != found[0]);
        assert!(!differs || depends_on_day(case, &now), "{found:?}");
    }
    assert!(depends_on_day(&cases[0], &now));
    assert!(cases.iter().skip(1).any(|case| !depends_on_day(case, &now)));
}
