//! What a board would not choose: too little for what has grown far, too much for what is small, the whole organ for a part.

use std::collections::BTreeSet;

use crate::domain::case::Case;
use crate::domain::decision::{Decision, Recommendation};
use crate::domain::treatment::{Category, Intent};
use crate::domain::value::Code;
use crate::exchange::synthetic::care::{Care, would_be_treated};
use crate::exchange::synthetic::choice::locals;
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::tests_sense::{ALL, Read, age};
use crate::exchange::synthetic::tests_treatment::{lines, sittings, word};
use crate::exchange::synthetic::tumour::{Spread, Tumour};
use crate::exchange::synthetic::way::{Extent, Scene, Way};

const CHEMORADIATION: [&str; 3] = ["chemoradiotherapy", "hóa xạ trị", "同步放化疗"];
const CARE: [&str; 3] = ["supportive care", "chăm sóc giảm nhẹ", "支持治疗"];
/// What in the case speaks against an option.
const BARRED: [&str; 12] = [
    "performance status",
    "kidney function",
    "the patient does not want it",
    "no hospital of the network offers it",
    "thể trạng",
    "chức năng thận",
    "bệnh nhân không muốn",
    "không bệnh viện nào trong mạng lưới làm được",
    "体能状态",
    "肾功能",
    "患者不愿意",
    "网络内医院均无法开展",
];

/// As the board decided first, before anybody wished it otherwise; only where it made a plan.
fn plans() -> impl Iterator<Item = (&'static Read, &'static Case, &'static Decision)> {
    let mut seen = BTreeSet::new();
    sittings().filter(move |(one, case, decision)| {
        let is_plan = decision.options.iter().any(|option| option.why_not.is_none());
        seen.insert((word(one.case.id.as_ref()).to_owned(), case.question.discussion_number())) && is_plan
    })
}

fn is(line: &Recommendation, category: Category) -> bool {
    line.category.as_ref().is_some_and(|one| one.is(category))
}

fn is_barred(decision: &Decision) -> bool {
    decision.options.iter().filter_map(|one| one.why_not.as_deref()).any(|why| BARRED.contains(&why))
}

fn kind(case: &Case) -> &str {
    case.question.kind.as_ref().map_or("", Code::as_str)
}

fn tnm(case: &Case) -> Option<(&str, &str, &str)> {
    let stage = case.staging.first()?;
    Some((stage.t.as_ref()?.as_str(), stage.n.as_ref()?.as_str(), stage.m.as_ref()?.as_str()))
}

fn is_advanced(t: &str, n: &str) -> bool {
    t.starts_with("T3") || t.starts_with("T4") || !n.starts_with("N0")
}

#[test]
fn after_an_operation_what_has_grown_far_is_not_only_watched_and_gets_both_that_follow() {
    let (mut far, mut both) = (0, 0);
    for (one, case, decision) in plans().filter(|(_, case, _)| kind(case) == "adjuvant") {
        let Some((t, n, _)) = tnm(case) else { continue };
        if !is_advanced(t, n) || is_barred(decision) || word(case.diagnosis.site.as_ref()) == "C62.9" {
            continue;
        }
        far += 1;
        assert!(!lines(decision).any(|line| is(line, Category::Surveillance)), "{t} {n} {}", one.file);
        let beam = decision
            .options
            .iter()
            .any(|one| ["radiotherapy", "xạ trị", "放疗"].contains(&one.text.as_str()));
        let drugs = decision.options.iter().any(|one| {
            ["systemic", "điều trị toàn thân", "全身治疗"].iter().any(|words| one.text.starts_with(words))
        });
        if beam && drugs {
            both += 1;
            assert_eq!(decision.recommendations.len(), 2, "{t} {n} {}", one.file);
        }
    }
    assert!(far > 15 && both > 3, "{far} {both}");
}

#[test]
fn what_is_small_is_removed_before_drugs_are_thought_of_and_nobody_asks_to_do_without() {
    let mut seen = 0;
    for (one, case, decision) in plans() {
        let Some((t, n, m)) = tnm(case) else { continue };
        let site = word(case.diagnosis.site.as_ref());
        let other = ["C69.2", "C40.2", "C49.0", "C67.9", "C38.4", "C61.9", "C50.4"].contains(&site);
        let early = (t.starts_with("T1") || t.starts_with("T2")) && n.starts_with("N0") && m == "M0";
        let untreated =
            case.treatments.is_empty() && matches!(kind(case), "initial-plan" | "second-opinion" | "trial");
        if other || !early || !untreated || t == "T2b" && site == "C53.9" {
            continue;
        }
        seen += 1;
        let before = |line: &Recommendation| {
            is(line, Category::Systemic)
                && line.setting.as_ref().is_some_and(|one| one.as_str() == "neoadjuvant")
        };
        assert!(is_barred(decision) || !lines(decision).any(before), "{t} {n} {}", one.file);
        let cares = decision.options.iter().any(|one| CARE.contains(&one.text.as_str()));
        assert!(!cares, "{t} {n} {}", one.file);
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn what_is_cured_by_radiotherapy_with_a_drug_is_asked_about_with_the_drug() {
    let mut seen = 0;
    for (one, case, decision) in plans() {
        let Some((t, n, m)) = tnm(case) else { continue };
        let site = word(case.diagnosis.site.as_ref());
        let of = ["C02.1", "C32.0", "C53.9"].contains(&site);
        let untreated = case.treatments.is_empty() && m == "M0";
        let cut = lines(decision).any(|line| is(line, Category::Surgery));
        if !of || !untreated || cut || !is_advanced(t, n) {
            continue;
        }
        seen += 1;
        let asked =
            decision.options.iter().any(|one| CHEMORADIATION.iter().any(|words| one.text.starts_with(words)));
        assert!(asked, "{t} {n} {}", one.file);
    }
    assert!(seen > 8, "{seen}");
}

#[test]
fn nobody_young_lies_in_bed_all_day() {
    let mut young = 0;
    for one in ALL.iter().filter(|one| age(&one.case) < 40) {
        young += 1;
        let ecog = one.case.performance.ecog.as_ref().map_or("", Code::as_str);
        assert!(!matches!(ecog, "3" | "4"), "{}", one.file);
    }
    assert!(young > 60, "{young}");
}

#[test]
fn a_small_tumour_of_the_eye_leaves_the_eye() {
    let eye = Tumour::all().find(|one| one.site == "C69.2").unwrap();
    for (t, is_taken) in [("T1a", false), ("T1b", false), ("T2b", true), ("T4a", true)] {
        let extent =
            Extent { spread: Spread::Local, scene: Scene::Untreated, t, n: "N0", histology: "9510/3" };
        assert_eq!(locals(eye, extent).contains(&"open"), is_taken, "{t}");
    }
}

#[test]
fn where_two_lines_have_failed_no_beam_is_said_to_cure() {
    let mut seen = 0;
    for (one, case, decision) in plans() {
        let failed = case
            .treatments
            .iter()
            .filter(|done| done.end_reason.as_ref().is_some_and(|why| why.as_str() == "progression"));
        if failed.count() > 1 {
            seen += 1;
            let cures =
                |line: &Recommendation| line.intent.as_ref().is_some_and(|one| one.is(Intent::Curative));
            assert!(!lines(decision).any(cures), "{}", one.file);
        }
    }
    assert!(seen > 15, "{seen}");
}

#[test]
fn a_marker_is_not_there_for_which_a_later_line_would_have_been_another() {
    let day: chrono::NaiveDate = "2026-06-04".parse().unwrap();
    let scene = Scene::OnTreatment { growing: true };
    let (mut with, mut without) = (0, 0);
    for (site, histology, gene) in
        [("C42.1", "9861/3", "FLT3"), ("C22.1", "8160/3", "IDH1"), ("C22.1", "8160/3", "FGFR2")]
    {
        let is_one = |one: &&Tumour| one.site == site && one.genes.contains(&gene) && one.has(histology);
        let tumour = Tumour::all().find(is_one).unwrap();
        let spread = tumour.nearest(Spread::Distant);
        let way = Way { tumour, spread, scene, begun: day, staged: day, weeks: None, lines: 2 };
        let extent = Extent { spread, scene, t: "", n: "", histology };
        for seed in 0..40 {
            let care = Care::of(&way, extent, day, &mut Random::of(seed, 1));
            let known = care.needs.contains(&gene);
            assert!(known || would_be_treated(tumour, extent, &care, gene), "{gene} {seed}");
            with += usize::from(known);
            without += usize::from(!known);
        }
    }
    assert!(with > 5 && without > 5, "{with} {without}");
}

#[test]
fn what_follows_an_operation_is_not_kept_for_a_relapse() {
    let later = [
        "kept for later, should the disease come back or grow",
        "để dành khi bệnh tái phát hoặc tiến triển",
        "留待复发或进展时使用",
    ];
    let mut seen = 0;
    for (one, case, decision) in plans().filter(|(_, case, _)| case.treatments.is_empty()) {
        let site = word(case.diagnosis.site.as_ref());
        let follows = ["C50.4", "C71.6", "C20.9", "C53.9", "C02.1"].contains(&site);
        let cut = lines(decision).all(|line| is(line, Category::Surgery));
        if !follows || !cut || kind(case) == "recurrence" {
            continue;
        }
        for option in &decision.options {
            let beam = ["radiotherapy", "xạ trị", "放疗"].contains(&option.text.as_str());
            let kept = option.why_not.as_deref().is_some_and(|why| later.contains(&why));
            assert!(!(beam && kept), "{}", one.file);
            seen += usize::from(beam);
        }
    }
    assert!(seen > 3, "{seen}");
}
