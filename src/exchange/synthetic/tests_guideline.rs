//! What a guideline says of a synthetic case: markers before drugs, nodes with depth, the knife only where it can cure, the
//! stage that applies and local treatment after a response.

use std::collections::BTreeSet;

use crate::domain::case::Case;
use crate::domain::decision::{Outcome, Recommendation};
use crate::domain::pathology::Molecular;
use crate::domain::stage::Stage;
use crate::domain::treatment::{Category, Intent};
use crate::domain::value::{Code, Written};
use crate::exchange::synthetic::tests_sense::{ALL, day};
use crate::exchange::synthetic::tests_treatment::{lines, sittings, word};

const CHILDHOOD: [&str; 4] = ["9500/3", "8960/3", "8970/3", "9510/3"];

fn site(case: &Case) -> &str {
    word(case.diagnosis.site.as_ref())
}

fn histology(case: &Case) -> &str {
    word(case.diagnosis.histology.as_ref())
}

fn axis<'a>(case: &'a Case, of: fn(&'a Stage) -> Option<&'a Written>) -> &'a str {
    word(case.staging.first().and_then(of))
}

fn tn(case: &Case) -> (&str, &str) {
    (axis(case, |stage| stage.t.as_ref()), axis(case, |stage| stage.n.as_ref()))
}

fn result<'a>(case: &'a Case, gene: &str) -> &'a str {
    let of = |own: &&Molecular| word(own.gene.as_ref()) == gene;
    word(case.molecular.iter().find(of).and_then(|own| own.result.as_ref()))
}

fn is(line: &Recommendation, category: Category) -> bool {
    line.category.as_ref().is_some_and(|one| one.is(category))
}

fn has_metastases(case: &Case) -> bool {
    case.lesions.iter().any(|one| word(one.id.as_ref()).starts_with('M'))
}

fn question(case: &Case) -> &str {
    word(case.question.text.as_ref())
}

fn kind(case: &Case) -> &str {
    case.question.kind.as_ref().map_or("", Code::as_str)
}

#[test]
fn of_a_breast_cancer_the_receptors_are_known_and_her2_is_treated_where_it_is_positive() {
    let (mut positive, mut all) = (0, 0);
    for one in ALL.iter().filter(|one| matches!(histology(&one.case), "8500/3" | "8520/3")) {
        if site(&one.case) != "C50.4" {
            continue;
        }
        all += 1;
        for gene in ["ER", "PR", "HER2"] {
            assert!(matches!(result(&one.case, gene), "positive" | "negative"), "{gene} {}", one.file);
        }
    }
    for (one, case, decision) in sittings().filter(|(_, case, _)| result(case, "HER2") == "positive") {
        if site(case) != "C50.4" || histology(case) == "8500/2" {
            continue;
        }
        positive += 1;
        let begun = |line: &&Recommendation| {
            let setting = line.setting.as_ref().map_or("", Code::as_str);
            is(line, Category::Systemic) && matches!(setting, "first-line" | "neoadjuvant" | "adjuvant")
        };
        let told = lines(decision).filter(begun).filter_map(|line| line.detail.as_deref());
        let given = case.treatments.iter().filter(|done| word(done.line.as_ref()) == "1");
        let given = given.filter(|done| done.category.as_ref().is_some_and(|one| one.is(Category::Systemic)));
        for drugs in told.chain(given.map(|done| word(done.what.as_ref()))) {
            assert!(drugs.contains("trastuzumab"), "{drugs} {}", one.file);
        }
    }
    assert!(all > 60 && (5..all / 3).contains(&positive), "{positive} of {all}");
}

#[test]
fn nodes_go_with_the_depth() {
    let mut seen = BTreeSet::new();
    for one in &*ALL {
        let (t, n) = tn(&one.case);
        let hollow =
            ["C15", "C16", "C18", "C20", "C67", "C53"].iter().any(|own| site(&one.case).starts_with(own));
        if hollow && t.starts_with("T1") {
            assert!(!["N2", "N3", "N1b", "N1c"].iter().any(|far| n.starts_with(far)), "{t} {n} {}", one.file);
            seen.insert((site(&one.case), n));
        }
        assert!(!(site(&one.case) == "C32.0" && t == "T1a" && n != "N0"), "{n} {}", one.file);
    }
    assert!(seen.len() > 6, "{seen:?}");
}

/// What nobody takes out, and what is taken out only after drugs.
fn is_never_cut(case: &Case) -> bool {
    let (t, n) = tn(case);
    // Nodes that only the microscope found were not known before the knife.
    let is_clinical =
        case.staging.first().and_then(|own| own.basis.as_ref()).is_some_and(|own| own.as_str() == "c");
    let n = if is_clinical { n } else { "N0" };
    match site(case) {
        "C34.1" | "C34.3" if histology(case) == "8041/3" => n != "N0" || t.starts_with("T3") || t == "T4",
        "C34.1" | "C34.3" => t == "T4" || matches!(n, "N2" | "N2b" | "N3"),
        "C53.9" => matches!(t, "T2b" | "T3b" | "T4") || n.starts_with("N1") || n.starts_with("N2"),
        "C15.4" | "C15.5" => t == "T4b",
        "C22.0" | "C22.1" | "C61.9" => {
            t == "T4" || n == "N1" && !matches!(histology(case), "8160/3" | "8180/3")
        }
        "C23.9" | "C24.0" => t == "T4" || n == "N2",
        _ => false,
    }
}

fn is_cut_after_drugs(case: &Case) -> bool {
    let (t, n) = tn(case);
    match site(case) {
        "C50.4" => t == "T4b" || n == "N3a",
        "C25.0" | "C25.2" => t == "T4",
        "C16.3" => t == "T4b",
        _ => false,
    }
}

#[test]
fn what_cannot_be_removed_is_not_operated_on_and_what_drugs_make_smaller_not_before_them() {
    let borne_by_none = [
        "kidney function",
        "the patient does not want it",
        "chức năng thận",
        "bệnh nhân không muốn",
        "肾功能",
        "患者不愿意",
    ];
    let (mut never, mut later) = (0, 0);
    for (one, case, decision) in sittings() {
        let why_not = decision.options.iter().filter_map(|one| one.why_not.as_deref());
        let is_barred = why_not.into_iter().any(|why| borne_by_none.contains(&why));
        let surgery = |done: &crate::domain::care::Treatment| {
            done.category.as_ref().is_some_and(|one| one.is(Category::Surgery))
        };
        let cut =
            lines(decision).any(|line| is(line, Category::Surgery)) || case.treatments.iter().any(surgery);
        let drugs = lines(decision).any(|line| is(line, Category::Systemic))
            || case.treatments.iter().any(|done| !surgery(done));
        never += usize::from(is_never_cut(case));
        later += usize::from(is_cut_after_drugs(case) && cut);
        assert!(!(cut && is_never_cut(case)), "{:?} {}", tn(case), one.file);
        assert!(!(cut && is_cut_after_drugs(case)) || drugs || is_barred, "{:?} {}", tn(case), one.file);
    }
    assert!(never > 40 && later > 2, "{never} {later}");
}

#[test]
fn a_tumour_that_grew_under_two_lines_is_not_operated_on_to_cure_it() {
    let mut seen = 0;
    for (one, case, decision) in sittings() {
        let failed = |done: &&crate::domain::care::Treatment| {
            done.end_reason.as_ref().is_some_and(|why| why.as_str() == "progression")
        };
        if case.treatments.iter().filter(failed).count() > 1 {
            seen += 1;
            assert!(!lines(decision).any(|line| is(line, Category::Surgery)), "{}", one.file);
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn a_thyroid_has_its_group_and_a_tumour_of_childhood_the_stage_that_applies() {
    let (mut groups, mut staged, mut children) = (BTreeSet::new(), 0, 0);
    for one in &*ALL {
        let group = axis(&one.case, |stage| stage.group.as_ref());
        if site(&one.case) == "C73.9" && !one.case.staging.is_empty() {
            assert!(!group.is_empty(), "{}", one.file);
            groups.insert(group);
        }
        let soft = site(&one.case) == "C49.0";
        if CHILDHOOD.contains(&histology(&one.case)) || soft {
            children += 1;
            staged += usize::from(!one.case.staging.is_empty());
            let (t, _) = tn(&one.case);
            assert!(one.case.staging.is_empty() || !t.is_empty() || !group.is_empty(), "{}", one.file);
        }
    }
    assert!(groups.len() > 2 && children > 15, "{groups:?} {children}");
    assert!(staged * 100 > children * 85, "{staged} of {children}");
}

#[test]
fn no_question_asks_about_millimetres_a_bare_letter_or_cure_where_it_is_plain() {
    let cure = ["Curative intent", "triệt căn", "根治还是"];
    let mut asked = 0;
    for one in &*ALL {
        let said = question(&one.case);
        assert!(!said.contains(" mm"), "{said}");
        let (t, n) = tn(&one.case);
        let early = n.starts_with("N0") && ["Tis", "Ta", "T1", "T2"].iter().any(|own| t.starts_with(own));
        let doubts = cure.iter().any(|words| said.contains(words));
        assert!(!(early && doubts), "{said} {}", one.file);
        asked += usize::from(doubts);
        if histology(&one.case) == "9823/3" {
            let bare =
                ["How is A", "How is B", "How is C", "A如何", "B如何", "C如何", "soát A", "soát B", "soát C"];
            assert!(!bare.iter().any(|words| said.contains(words)), "{said}");
        }
    }
    assert!(asked > 5, "{asked}");
}

#[test]
fn an_infant_is_counted_in_months() {
    let months = ["-month-old", " months;", " months,", "tháng tuổi", "个月"];
    let one_year = [" 1-year-old", "of 1 years", "Trẻ 1 tuổi", "患儿，1岁"];
    let mut seen = 0;
    for one in &*ALL {
        let history = one.file.split("history:").nth(1).unwrap();
        assert!(!one_year.iter().any(|words| history.contains(words)), "{}", one.file);
        seen += usize::from(months.iter().any(|words| history.contains(words)));
    }
    assert!(seen > 0, "{seen}");
}

#[test]
fn in_a_child_whose_metastases_answer_the_tumour_is_removed_too() {
    let (mut seen, mut removed) = (0, 0);
    for (one, case, decision) in sittings() {
        let solid = ["9500/3", "8960/3", "8970/3", "9180/3", "9260/3"].contains(&histology(case));
        if !solid || !has_metastases(case) || kind(case) != "response-review" {
            continue;
        }
        seen += 1;
        let local = ["surgery", "radiotherapy", "nuclear", "cell-transplant"];
        let told =
            |line: &Recommendation| line.category.as_ref().is_some_and(|one| local.contains(&one.as_str()));
        let able = case.performance.ecog.as_ref().is_none_or(|one| one.as_str() < "2");
        let plan = decision.outcome.as_ref().and_then(Code::known).is_some_and(Outcome::is_plan);
        assert!(!able || !plan || lines(decision).any(told), "{}", one.file);
        removed += usize::from(lines(decision).any(told));
    }
    assert!(seen > 1 && removed > 0, "{removed} of {seen}");
}

#[test]
fn who_could_be_cured_at_the_place_is_not_left_with_drugs_for_want_of_a_machine() {
    let away = [
        "no hospital of the network offers it",
        "không bệnh viện nào trong mạng lưới làm được",
        "网络内医院均无法开展",
    ];
    let mut seen = 0;
    for (one, case, decision) in sittings() {
        if has_metastases(case) || is_never_cut(case) || kind(case) != "initial-plan" {
            continue;
        }
        let [only] = decision.recommendations.as_slice() else { continue };
        let missing =
            decision.options.iter().any(|one| one.why_not.as_deref().is_some_and(|why| away.contains(&why)));
        let held = only.intent.as_ref().is_some_and(|one| one.is(Intent::DiseaseControl));
        let never = ["C71.1", "C38.4", "C42.1", "C77.9", "C42.0", "C22.0"].contains(&site(case));
        seen += 1;
        assert!(!missing || !held || !is(only, Category::Systemic) || never, "{}", one.file);
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn a_low_burden_is_watched_and_a_drug_is_given_for_the_lymphoma_that_it_is_for() {
    let mut watched = 0;
    for (one, case, decision) in sittings() {
        if histology(case) == "9823/3" && axis(case, |stage| stage.group.as_ref()) == "A" {
            assert!(case.treatments.is_empty(), "{}", one.file);
            assert!(!lines(decision).any(|line| is(line, Category::Systemic)), "{}", one.file);
            watched += 1;
        }
        assert!(!(histology(case) == "9690/3" && one.file.contains("Pola-R-CHP")), "{}", one.file);
    }
    assert!(watched > 0);
}

#[test]
fn of_an_old_decision_nothing_that_was_asked_for_is_still_pending() {
    let mut recent = 0;
    for one in &*ALL {
        let pending = one.case.imaging.iter().any(|study| study.date.is_none());
        let old = day(one.case.plan.date.as_ref()) < "2026-10-01".parse().unwrap();
        assert!(!(old && pending && !one.decisions.is_empty()), "{}", one.file);
        recent += usize::from(pending);
    }
    assert!(recent > 2, "{recent}");
}
