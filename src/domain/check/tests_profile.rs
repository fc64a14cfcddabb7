//! What a tumour's board needs, each state of it, and what a list keeps of it.

use chrono::NaiveDate;

use crate::domain::board::{Board, BoardFile};
use crate::domain::case::Case;
use crate::domain::check::profile::{ROWS, profile};
use crate::domain::check::{Limits, LimitsOfBoards, Need, NeedState, Readiness};
use crate::domain::value::Vocabulary;

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

fn states(yaml: &str, limits: &Limits) -> Vec<String> {
    let case: Case = serde_yaml::from_str(yaml).unwrap();
    let needs = profile(&case, limits, as_of());
    needs
        .into_iter()
        .map(|need| format!("{} {}", need.item.unwrap_or_else(|| need.kind.word()), need.state.word()))
        .collect()
}

#[test]
fn the_profile_of_a_tumour_says_what_is_there_stale_pending_or_missing() {
    let liver = "
diagnosis: {site: C22.0, histology: 8170/3}
question: {text: What now?, responsible: mai-onc}
imaging: [{id: old, modality: MR, date: '2026-08-01'}, {id: ct, modality: CT, date: '2026-09-30'}]
labs: [{test: Creatinine, value: 70, unit: umol/L, date: '2026-11-01'}, {test: AFP, value: pending}, {test: Albumin, value: 33, unit: g/L, date: '2026-10-01'}]
missing: [{item: INR and platelets, why: pending, owner: thao-hep}]
performance: {ecog: 1, date: '2026-11-20'}
views: {source: not-asked}
comorbidity: {list: [diabetes]}
";
    let expected = [
        "question present",
        "imaging stale",
        "histology present",
        "stage missing",
        "creatinine present",
        "haemoglobin missing",
        "bilirubin missing",
        "albumin stale",
        "INR pending",
        "platelets pending",
        "AFP pending",
        "performance present",
        "comorbidity present",
        "views missing",
        "proposal missing",
    ];
    assert_eq!(states(liver, &Limits::default()), expected);
    let board: Board =
        serde_yaml::from_str("limits: {ct: 9 w, labs: 20 d, mr: 9223372036854775807 w, us: soon}").unwrap();
    let own = states(liver, &Limits::of(&board));
    assert!(
        own.contains(&"imaging present".to_owned()) && own.contains(&"creatinine stale".to_owned()),
        "{own:?}"
    );
    let case: Case = serde_yaml::from_str(liver).unwrap();
    let needs = profile(&case, &Limits::default(), as_of());
    let owner = |item: &str| needs.iter().find(|need| need.item == Some(item)).unwrap().owner.clone();
    assert_eq!((owner("INR").as_deref(), owner("AFP").as_deref()), (Some("thao-hep"), Some("mai-onc")));
    let asked = "question: {type: diagnosis}\ndiagnosis: {site: C34.1}";
    assert!(states(asked, &Limits::default()).contains(&"histology not-applicable".to_owned()));
    assert!(NeedState::WORDS.len() == 5);
}

#[test]
fn the_limits_of_each_board_are_its_own_and_without_a_board_the_longest_count() {
    let file: BoardFile =
        serde_yaml::from_str("boards: {lung: {limits: {ct: 3 w}}, liver: {limits: {ct: 9 w, mr: 1 w}}}")
            .unwrap();
    let all = LimitsOfBoards::of(&file);
    for (key, board) in &file.boards {
        assert_eq!(*all.get(Some(key)), Limits::of(board), "{key}");
    }
    for unknown in [None, Some("none")] {
        assert_eq!(*all.get(unknown), Limits::of_any(&file));
        assert_eq!((all.get(unknown).get("ct"), all.get(unknown).get("mr")), (Some(63), Some(7)));
    }
    assert_eq!(all.get(Some("lung")).get("ct"), Some(21));
}

#[test]
fn markers_are_found_wherever_they_were_written() {
    let lung = |more: &str| format!("diagnosis: {{site: C34.1, histology: 8140/3}}\n{more}");
    let state = |more: &str, item: &str| {
        let all = states(&lung(more), &Limits::default());
        all.iter().find_map(|line| line.strip_prefix(&format!("{item} ")).map(str::to_owned)).unwrap()
    };
    assert_eq!(state("", "EGFR"), "missing");
    assert_eq!(state("pathology: [{molecular: [{gene: EGFR, result: negative}]}]", "EGFR"), "present");
    assert_eq!(state("molecular: [{gene: egfr, result: pending}]", "EGFR"), "pending");
    // the gene is no kidney function
    assert_eq!(state("molecular: [{gene: EGFR, result: L858R}]", "creatinine"), "missing");
    assert_eq!(state("pathology: [{ihc: [{marker: PD-L1 (22C3), result: TPS 5 %}]}]", "PD-L1"), "present");
    assert_eq!(state("pathology: [{ihc: [{marker: ALK, result: not-applicable}]}]", "ALK"), "not-applicable");
    assert_eq!(state("pathology: [{ihc: [{marker: ALK, result: not-done}]}]", "ALK"), "missing");
}

#[test]
fn a_list_keeps_of_a_profile_what_the_profile_says_on_any_day() {
    let case = "
diagnosis: {site: C22.0, histology: 8170/3}
question: {text: What now?, responsible: mai-onc}
imaging: [{id: ct, modality: CT, date: '2026-09'}]
labs: [{test: Creatinine, value: 70, unit: umol/L, date: '2026-11-01'}, {test: AFP, value: pending}]
missing: [{item: INR and platelets, why: pending, owner: thao-hep}, {item: 体能状态评估, owner: le-rad}]
";
    let case: Case = serde_yaml::from_str(case).unwrap();
    let kept = Readiness::of(&case);
    for (day, stale) in [("2026-10-15", 0), ("2026-11-25", 0), ("2026-11-26", 1), ("2027-02-01", 2)] {
        let as_of = day.parse().unwrap();
        let all = profile(&case, &Limits::default(), as_of);
        let open: Vec<Need> = all
            .iter()
            .filter(|need| !matches!(need.state, NeedState::Present | NeedState::NotApplicable))
            .cloned()
            .collect();
        let ready = kept.at(&Limits::default(), as_of);
        let told = |needs: &[Need]| -> Vec<_> {
            let one = |need: &Need| (need.what(), need.state, need.owner.clone(), need.listed);
            needs.iter().map(one).collect()
        };
        assert_eq!(told(&ready.gaps), told(&open), "{day}");
        assert_eq!((ready.count(NeedState::Stale), ready.asked), (stale, all.len()), "{day}");
    }
    let ready = kept.at(&Limits::default(), as_of());
    let owner = |word: &str| ready.gaps.iter().find(|need| need.what().1 == word).unwrap().owner.clone();
    assert_eq!(owner("INR").as_deref(), Some("thao-hep"));
    assert_eq!(owner("performance").as_deref(), Some("le-rad"), "a list in any language names its owner");
    assert_eq!(owner("haemoglobin").as_deref(), Some("mai-onc"));
}

/// A list keeps the place of a need in one byte; a row beyond that would vanish from it without a word.
#[test]
fn every_need_of_every_profile_has_a_place_in_what_a_list_keeps() {
    assert!(u8::try_from(ROWS.len()).is_ok(), "{}", ROWS.len());
    for row in ROWS.iter() {
        let [topography, morphology, ..] = row;
        let digits = |cell: &str, any: &str| {
            cell.split(['-', ',']).next().filter(|_| cell != "*").unwrap_or(any).to_owned()
        };
        let (site, form) = (digits(topography, "801"), digits(morphology, "8000"));
        let (site, part) = site.split_at(2);
        let yaml = format!("diagnosis: {{site: C{site}.{part}, histology: {form}/3}}");
        let case: Case = serde_yaml::from_str(&yaml).unwrap();
        let limits = Limits::of(&Board::default());
        let open = |state: NeedState| !matches!(state, NeedState::Present | NeedState::NotApplicable);
        let told = profile(&case, &limits, as_of()).into_iter().filter(|need| open(need.state)).count();
        assert_eq!(Readiness::of(&case).at(&limits, as_of()).gaps.len(), told, "{yaml}");
    }
}
