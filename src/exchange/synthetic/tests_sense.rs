//! What a clinician would see at once in a synthetic case: the plan against its options, the size against T, the drug against its marker, words against age and date.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use crate::domain::care::{Lab, Response};
use crate::domain::case::Case;
use crate::domain::decision::{Decision, Outcome};
use crate::domain::history::replay;
use crate::domain::patient::Vital;
use crate::domain::record::{Body, Record};
use crate::domain::treatment::Category;
use crate::domain::value::{Code, Written, YesNo};
use crate::exchange::synthetic::tests::{plan, records};

const CASES: u64 = 1200;

pub(super) struct Read {
    pub file: String,
    pub case: Case,
    pub records: Vec<Record>,
    pub decisions: Vec<Decision>,
    /// What the board saw, the first time first.
    pub seen: Vec<Case>,
}

/// Read once for all tests.
pub(super) static ALL: LazyLock<Vec<Read>> = LazyLock::new(|| {
    let plan = plan(CASES);
    let read = |index| {
        let made = plan.case(index).unwrap();
        let records = records(&plan, &made);
        let decisions = records.iter().filter_map(|record| match &record.body {
            Body::Decision(decision) => Some(decision.as_ref().clone()),
            _ => None,
        });
        let decisions = decisions.collect();
        let seen = made.seen().map(|file| serde_yaml::from_str(file).unwrap()).collect();
        Read { case: serde_yaml::from_str(&made.file).unwrap(), records, decisions, seen, file: made.file }
    };
    (0..CASES).map(read).collect()
});

pub(super) fn day(date: Option<&crate::domain::date::Date>) -> NaiveDate {
    date.unwrap().known().unwrap().latest().unwrap()
}

/// At the plan of the team, which is at the sitting.
pub(super) fn age(case: &Case) -> u32 {
    day(case.plan.date.as_ref()).years_since(day(case.patient.born.as_ref())).unwrap_or(0)
}

/// The words by which an option is known to be systemic treatment, surgery or supportive care, in three languages.
fn category(text: &str) -> Option<Category> {
    [
        (Category::Systemic, ["systemic treatment", "điều trị toàn thân", "全身治疗"]),
        (Category::Surgery, ["resection", "phẫu thuật cắt u", "手术切除"]),
        (Category::Radiotherapy, ["radiotherapy", "xạ trị", "放疗"]),
        (Category::Surveillance, ["surveillance", "theo dõi", "随访观察"]),
        (Category::SupportivePalliative, ["supportive care", "chăm sóc giảm nhẹ", "支持治疗"]),
    ]
    .into_iter()
    .find(|(_, words)| words.iter().any(|word| text.starts_with(word)))
    .map(|(category, _)| category)
}

/// In micromoles a litre, where it was measured.
fn creatinine(case: &Case) -> Option<u32> {
    let of = |lab: &&Lab| lab.test.as_ref().is_some_and(|test| test.as_str() == "Creatinine");
    case.labs.iter().find(of)?.value.as_ref()?.as_str().parse().ok()
}

#[test]
fn what_is_recommended_was_chosen_and_the_reason_against_an_option_is_one_that_the_case_has() {
    let (mut chosen_seen, mut reasons) = (0, BTreeSet::new());
    for one in &*ALL {
        for decision in &one.decisions {
            let outcome = decision.outcome.as_ref().and_then(Code::known).unwrap();
            for option in &decision.options {
                let Some(category) = category(&option.text) else { continue };
                let recommended = decision
                    .recommendations
                    .iter()
                    .any(|line| line.category.as_ref().is_some_and(|one| one.is(category)));
                let chosen = option.chosen.as_ref().is_some_and(|one| one.is(YesNo::Yes));
                assert!(
                    chosen == recommended || outcome == Outcome::NoTumourTherapy,
                    "{option:?} {:#?}",
                    decision.recommendations
                );
                assert_eq!(chosen, option.why_not.is_none(), "{option:?}");
                chosen_seen += usize::from(chosen);
                let reason = option.why_not.as_deref().unwrap_or_default();
                let ecog =
                    one.case.performance.ecog.as_ref().and_then(|one| one.as_str().parse::<u32>().ok());
                if matches!(reason, "performance status" | "thể trạng" | "体能状态") {
                    assert!(ecog.is_some_and(|ecog| ecog >= 2), "{}", one.file);
                    reasons.insert("performance");
                }
                if matches!(reason, "kidney function" | "chức năng thận" | "肾功能") {
                    assert!(creatinine(&one.case).is_none_or(|value| value > 120), "{}", one.file);
                    reasons.insert("kidneys");
                }
                if matches!(reason, "the patient does not want it" | "bệnh nhân không muốn" | "患者不愿意")
                {
                    assert!(one.case.views.refusals.is_some(), "{}", one.file);
                    reasons.insert("wish");
                }
            }
            assert_eq!(outcome.is_plan(), decision.options.iter().any(|one| one.why_not.is_none()));
        }
    }
    assert!(chosen_seen > 300 && reasons.len() == 3, "{chosen_seen} {reasons:?}");
}

/// Millimetres of T where T goes by size alone, of AJCC 8 and 9 and of FIGO 2018 for the cervix.
fn by_size(site: &str, t: &str) -> Option<(u64, u64)> {
    let range = match (site, t) {
        ("C34.1" | "C34.3" | "C73.9", "T1b") | ("C50.4" | "C25.0" | "C25.2", "T1c") => (11, 20),
        ("C34.1" | "C34.3", "T1c") => (21, 30),
        ("C34.1" | "C34.3", "T2a") => (31, 40),
        ("C34.1" | "C34.3", "T2b") => (41, 50),
        ("C34.1" | "C34.3", "T3") => (51, 70),
        ("C50.4", "T1b") => (6, 10),
        ("C50.4" | "C17.0", "T2") => (21, 50),
        ("C50.4", "T3") => (51, 999),
        ("C64.9", "T1a") => (1, 40),
        ("C64.9", "T1b") => (41, 70),
        ("C64.9", "T2a") => (71, 100),
        ("C73.9", "T1a") => (1, 10),
        ("C73.9" | "C25.0" | "C25.2" | "C02.1", "T2") => (21, 40),
        ("C73.9", "T3a") => (41, 999),
        ("C53.9", "T1b1") => (1, 19),
        ("C53.9", "T1b2") => (20, 39),
        ("C53.9", "T1b3") => (40, 999),
        ("C22.0", "T1a") => (1, 20),
        ("C49.2", "T1") => (1, 50),
        ("C49.2", "T2") => (51, 100),
        ("C40.2", "T1") => (1, 80),
        ("C40.2", "T2") => (81, 999),
        _ => return None,
    };
    Some(range)
}

#[test]
fn the_size_before_treatment_lies_in_the_range_of_its_t() {
    let mut seen = BTreeSet::new();
    for one in &*ALL {
        let (Some(stage), Some(site)) = (one.case.staging.first(), one.case.diagnosis.site.as_ref()) else {
            continue;
        };
        // Of both kinds in one, T is that of the ducts.
        let of_ducts = one.case.diagnosis.histology.as_ref().is_some_and(|own| own.as_str() == "8180/3");
        let Some((low, high)) =
            stage.t.as_ref().filter(|_| !of_ducts).and_then(|t| by_size(site.as_str(), t.as_str()))
        else {
            continue;
        };
        let sizes = one.file.split("sizes:\n").nth(1).unwrap();
        let first = sizes.lines().next().unwrap().rsplit(": ").next().unwrap();
        let size: u64 = first.strip_suffix(" mm").unwrap().parse().unwrap();
        assert!((low..=high).contains(&size), "{size} {}", one.file);
        seen.insert((site.as_str().to_owned(), low));
    }
    assert!(seen.len() > 14, "{seen:?}");
}

#[test]
fn a_drug_that_a_marker_is_needed_for_stands_beside_a_positive_one() {
    let needs = [
        ("trastuzumab", "HER2"),
        ("osimertinib", "EGFR"),
        ("gefitinib", "EGFR"),
        ("letrozole", "ER"),
        ("olaparib", "BRCA1"),
        ("dabrafenib", "BRAF"),
        ("imatinib", "KIT"),
        ("dostarlimab", "MSI"),
    ];
    let mut seen = BTreeSet::new();
    for one in &*ALL {
        let mut said = one.file.clone();
        for decision in &one.decisions {
            said.extend(decision.recommendations.iter().filter_map(|line| line.detail.as_deref()));
        }
        for (drug, gene) in needs.iter().filter(|(drug, _)| said.contains(drug)) {
            let marker = format!("{{gene: {gene}, result: positive");
            assert!(one.file.contains(&marker), "{drug} {}", one.file);
            seen.insert(drug);
        }
        let drivers = ["EGFR", "ALK", "ROS1", "KRAS", "MET"];
        let positive =
            drivers.iter().filter(|gene| one.file.contains(&format!("{{gene: {gene}, result: positive")));
        assert!(positive.count() < 2, "{}", one.file);
        assert!(!(said.contains("pemetrexed") && said.contains("8070/3")), "{}", one.file);
    }
    assert!(seen.len() > 4, "{seen:?}");
}

#[test]
fn words_and_values_are_those_of_the_age() {
    let grown = [
        "grandchild",
        "cháu",
        "孙辈",
        "pack-years",
        "gói-năm",
        "吸烟",
        "wedding",
        "đám cưới",
        "婚礼",
        "retired",
        "về hưu",
        "退休",
    ];
    let young = [
        "km a day",
        "km mỗi ngày",
        "每天步行",
        "market",
        "đi chợ",
        "shopping",
        "appendicectomy",
        "ruột thừa",
        "阑尾",
        "degenerative",
        "Thoái hóa",
        "退行性",
    ];
    let (mut teens, mut children) = (0, 0);
    for one in &*ALL {
        let age = age(&one.case);
        teens += usize::from((10..20).contains(&age));
        children += usize::from(age < 10);
        for word in grown.iter().filter(|_| age < 44) {
            assert!(!one.file.contains(word), "{word} {}", one.file);
        }
        for word in young.iter().filter(|_| age < 16) {
            assert!(!one.file.contains(word), "{word} {}", one.file);
        }
        if age < 15 {
            assert!(creatinine(&one.case).is_none_or(|value| value < 70), "{}", one.file);
            assert!(one.case.patient.occupation.is_none(), "{}", one.file);
        }
    }
    assert!(teens > 3 && children > 2, "{teens} {children}");
}

#[test]
fn other_diseases_are_listed_once_and_nobody_who_has_one_was_always_well() {
    for one in &*ALL {
        let list: Vec<&str> = one.case.comorbidity.list.iter().map(Written::as_str).collect();
        let once: BTreeSet<&&str> = list.iter().collect();
        assert_eq!(once.len(), list.len(), "{}", one.file);
        let well = ["Before that always well", "Trước đây khỏe mạnh", "既往体健"];
        assert!(list.is_empty() || well.iter().all(|words| !one.file.contains(words)), "{}", one.file);
        assert!(!one.file.contains("HPV 16"));
    }
}

#[test]
fn with_metastases_only_a_response_is_watched_and_a_glottis_is_not_ablated() {
    for one in &*ALL {
        let spread =
            one.case.staging.first().and_then(|stage| stage.m.as_ref()).is_some_and(|m| m.as_str() != "M0");
        for decision in &one.decisions {
            for line in &decision.recommendations {
                let is = |category| line.category.as_ref().is_some_and(|one| one.is(category));
                let shrunk = one.case.treatments.iter().any(|done| {
                    done.response.as_ref().is_some_and(|response| response.is(Response::PR))
                        && done.end.is_some()
                });
                assert!(!(spread && is(Category::Surveillance)) || shrunk, "{}", one.file);
                let glottis = one.case.diagnosis.site.as_ref().is_some_and(|site| site.as_str() == "C32.0");
                assert!(!(glottis && is(Category::Interventional)), "{}", one.file);
            }
        }
    }
}

#[test]
fn an_edition_was_in_use_on_the_day_of_the_stage() {
    let mut seen = BTreeSet::new();
    for one in &*ALL {
        for case in one.seen.iter().chain([&one.case]) {
            let Some(stage) = case.staging.first() else { continue };
            let site = case.diagnosis.site.as_ref().unwrap().as_str();
            let edition = stage.edition.as_ref().unwrap().as_str();
            let on = day(stage.date.as_ref());
            let newest = match site {
                "C34.1" | "C34.3" | "C11.9" => {
                    if on.year() < 2025 {
                        "8"
                    } else {
                        "9"
                    }
                }
                "C54.1" => {
                    if on < "2023-09-01".parse().unwrap() {
                        "2009"
                    } else {
                        "2023"
                    }
                }
                _ => continue,
            };
            assert_eq!(edition, newest, "{site} {on}");
            seen.insert((site.to_owned(), newest));
        }
    }
    assert!(seen.len() > 5, "{seen:?}");
}

#[test]
fn some_cases_come_back_with_the_decision_before_and_some_patients_have_died() {
    let (mut came_back, mut put_off, mut dead) = (0, 0, 0);
    let plan = plan(CASES);
    for (index, one) in (0..).zip(&*ALL) {
        let history = replay(records(&plan, &plan.case(index).unwrap()));
        let number = one.case.question.discussion_number();
        if number == 2 {
            came_back += 1;
            let first = history.current(1);
            assert_eq!(first.len(), 1, "{}", one.file);
            let first = first[0].decision;
            let outcome = first.outcome.as_ref().and_then(Code::known).unwrap();
            put_off += usize::from(!outcome.is_plan());
            assert_eq!(one.seen.len(), 2);
            let (then, now) = (&one.seen[0], &one.seen[1]);
            assert_eq!(then.found.date, now.found.date, "{}", one.file);
            assert_eq!(then.diagnosis, now.diagnosis, "{}", one.file);
            assert!(day(then.plan.date.as_ref()) < day(now.plan.date.as_ref()));
            // What was recommended then is what was done since.
            let decided = day(then.plan.date.as_ref());
            for done in now.treatments.iter().filter(|done| day(done.start.as_ref()) > decided) {
                let recommended = first.recommendations.iter().any(|line| line.category == done.category);
                assert!(recommended, "{:?} {}", first.recommendations, one.file);
            }
        } else {
            for decision in &one.decisions {
                let late = decision.outcome.as_ref().is_some_and(|one| one.is(Outcome::Deferred));
                assert!(!late || day(one.case.plan.date.as_ref()) > "2026-10-30".parse().unwrap());
            }
        }
        if one.case.patient.vital.as_ref().is_some_and(|one| one.is(Vital::Dead)) {
            dead += 1;
            let contact = day(one.case.patient.last_contact.as_ref());
            let decided = one.decisions.last().and_then(|decision| decision.inform_on.as_ref());
            let listed = one.decisions.iter().any(|decision| decision.meeting.is_some());
            assert!(listed || decided.is_none_or(|decided| day(Some(decided)) < contact), "{}", one.file);
            assert!(contact < plan.day && one.case.patient.note.is_some());
        }
    }
    assert!(
        (40..150).contains(&came_back) && put_off > 10 && (15..90).contains(&dead),
        "{came_back} {put_off} {dead}"
    );
}

#[test]
fn little_of_old_decisions_is_still_due() {
    let overdue = ALL.iter().filter(|one| {
        let due = one.case.missing.iter().map(|item| &item.due);
        let lines = one.decisions.last().map(|decision| &decision.recommendations);
        let due = due.chain(lines.into_iter().flatten().map(|line| &line.due));
        let today = "2026-11-26".parse().unwrap();
        due.flatten().any(|due| due.known().unwrap().latest().unwrap() < today)
    });
    let overdue = overdue.count();
    assert!((20..270).contains(&overdue), "{overdue}");
}
