//! What stands beside an entry: agreement, a difference, several possible groups, no table.

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::computed::{Answer, Computed, Standing, scores_of, stages};
use crate::domain::scores::ScoreName;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

fn case(yaml: &str) -> Case {
    serde_yaml::from_str(yaml).unwrap()
}

fn lung(stage: &str) -> Case {
    case(&format!(
        "diagnosis: {{site: C34.1, histology: 8140/3}}\nstaging: [{{system: tnm-ajcc, basis: c, {stage}}}]"
    ))
}

#[test]
fn an_entered_group_agrees_differs_is_one_of_several_or_stands_alone() {
    for (stage, standing, groups) in [
        ("edition: 9, t: T2b, n: N2a, m: M0, group: IIIA", Standing::Agrees, "IIIA"),
        ("edition: 9, t: T2b, n: N2a, m: M0, group: Stage iiia", Standing::Agrees, "IIIA"),
        ("edition: 9, t: T2b, n: N2a, m: M0, group: giai đoạn III A", Standing::Agrees, "IIIA"),
        ("edition: 9, t: T2b, n: N2a, m: M0, group: IIIA期", Standing::Agrees, "IIIA"),
        ("edition: 9, t: T2b, n: N2a, m: M0, group: locally advanced", Standing::Open, "IIIA"),
        ("edition: 9, t: T2b, n: N2a, m: M0, group: IIB", Standing::Differs, "IIIA"),
        ("edition: 9, t: T2b, n: N2a, m: M0, group: III", Standing::Broader, "IIIA"),
        ("edition: 9, t: T2b, n: N2, m: M0, group: III", Standing::Possible, "IIIA IIIB"),
        ("edition: 8, t: T4, n: N1, m: M1c, group: IV", Standing::Broader, "IVB"),
        ("edition: 8, t: T4, n: N1, m: M1c, group: III", Standing::Differs, "IVB"),
        ("edition: 8, t: T1b, n: N0, m: M0, group: IA", Standing::Broader, "IA2"),
        ("edition: 8, t: T1b, n: N0, m: M0, group: I", Standing::Broader, "IA2"),
        ("edition: 8, t: T1b, n: N0, m: M0, group: IB", Standing::Differs, "IA2"),
        ("edition: 9, t: T2b, n: N2, m: M0, group: IIIA", Standing::Possible, "IIIA IIIB"),
        ("edition: 9, t: T2b, n: N2, m: M0, group: IA1", Standing::Differs, "IIIA IIIB"),
        ("edition: 9, t: T2b, n: N2a, m: M0", Standing::Alone, "IIIA"),
        ("edition: 9, t: T2b, n: N2a, m: M0, group: pending", Standing::Alone, "IIIA"),
        ("edition: 7, t: T2b, n: N2a, m: M0, group: IIIA", Standing::Open, ""),
        ("edition: 9, group: IIIA", Standing::Open, ""),
    ] {
        let all = stages(&[], &lung(stage), day());
        assert_eq!((all[0].standing, all[0].groups().join(" ")), (standing, groups.to_owned()), "{stage}");
    }
    assert!(matches!(
        stages(&[], &lung("edition: 9, group: IIIA"), day())[0].answer,
        Answer::NoCategories { .. }
    ));
    assert!(matches!(stages(&[], &lung("edition: 7, t: T1a"), day())[0].answer, Answer::Refused(_)));
}

#[test]
fn a_part_of_an_undivided_group_agrees_and_the_whole_of_several_parts_is_possible() {
    for (diagnosis, stage, standing) in [
        // FIGO, from categories without a basis
        ("C56.9", "system: figo, edition: 2014, t: T1c, n: N0, m: M0, group: IC2", Standing::Possible),
        ("C56.9", "system: figo, edition: 2014, t: T1c, n: N0, m: M0, group: IC", Standing::Possible),
        ("C56.9", "system: figo, edition: 2014, t: T1c1, n: N0, m: M0, group: IC1", Standing::Agrees),
        ("C56.9", "system: figo, edition: 2014, t: T1c1, n: N0, m: M0, group: IC2", Standing::Differs),
        ("C56.9", "system: figo, edition: 2014, t: T1c, n: N0, m: M0, group: IIA", Standing::Differs),
        ("C56.9", "system: figo, edition: 2014, t: T2a, n: N1a, m: M0, group: IIIA1(i)", Standing::Agrees),
        ("C56.9", "system: figo, edition: 2014, t: T2a, n: N1a, m: M0, group: IIIA1(ii)", Standing::Differs),
        ("C56.9", "system: figo, edition: 2014, t: T2a, n: N1, m: M0, group: IIIA1", Standing::Possible),
        ("C53.9", "system: figo, edition: 2018, t: T1b, n: N1, m: M0, group: IIIC1r", Standing::Agrees),
        ("C53.9", "system: figo, edition: 2018, t: T1b, n: N2, m: M0, group: IIIC2p", Standing::Agrees),
        ("C53.9", "system: figo, edition: 2018, t: T1b, n: N0, m: M0, group: IB3", Standing::Possible),
        ("C53.9", "system: figo, edition: 2018, t: T1b, n: N0, m: M0, group: IA2", Standing::Differs),
        // the AJCC has a group for what is undivided, and its parts agree with it
        (
            "C53.9",
            "system: tnm-ajcc, edition: 9, basis: c, t: T1b, n: N0, m: M0, group: IB2",
            Standing::Agrees,
        ),
        ("C53.9", "system: tnm-ajcc, edition: 9, basis: c, t: T1, n: N0, m: M0, group: IA", Standing::Agrees),
        (
            "C53.9",
            "system: tnm-ajcc, edition: 9, basis: c, t: T1b2, n: N0, m: M0, group: IB",
            Standing::Broader,
        ),
        (
            "C53.9",
            "system: tnm-ajcc, edition: 9, basis: c, t: T1b, n: N0, m: M0, group: IIA",
            Standing::Differs,
        ),
    ] {
        let all =
            stages(&[], &case(&format!("diagnosis: {{site: {diagnosis}}}\nstaging: [{{{stage}}}]")), day());
        assert_eq!(all[0].standing, standing, "{stage}: {:?}", all[0].answer);
    }
}

#[test]
fn an_anatomic_group_of_the_breast_stands_beside_the_prognostic_one() {
    let breast = |group: &str| {
        let ihc = "[{marker: ER, result: 90 %}, {marker: PR, result: 60 %}, {marker: HER2, result: 3+}]";
        case(&format!(
            "diagnosis: {{site: C50.4, histology: 8500/3, grade: 2}}\npathology: [{{ihc: {ihc}}}]\n\
             staging: [{{system: tnm-ajcc, edition: 8, basis: c, t: T2, n: N1, m: M0, group: {group}}}]"
        ))
    };
    for (group, standing) in
        [("IB", Standing::Agrees), ("IIB", Standing::Anatomic), ("IIIA", Standing::Differs)]
    {
        let all = stages(&[], &breast(group), day());
        assert_eq!(all[0].standing, standing, "{group}");
        assert_eq!(all[0].anatomic.as_ref().unwrap().groups, ["IIB"]);
    }
}

const LIVER: &str = "
diagnosis: {site: C22.0, histology: 8170/3}
performance: {ecog: 0}
imaging: [{id: a, modality: CT, date: '2026-11-02'}]
lesions:
  - {id: S5, organ: liver, kind: measurable, role: target, sizes: {a: 68 mm}}
  - {id: S8, organ: liver, kind: measurable, role: target, sizes: {a: 31 mm}}
scores: [{name: Child-Pugh, value: A6, date: '2026-11-18'}]
";

#[test]
fn both_liver_classifications_are_computed_beside_the_newest_entry_and_where_nobody_entered_one() {
    let entered = "staging: [{system: bclc, edition: 2022, group: A, date: '2025-01-05'}, \
                   {system: bclc, edition: 2022, group: B, date: '2026-11-20'}, \
                   {system: tnm-ajcc, edition: 8, basis: c, t: T3, n: N0, m: M0, group: IIIA}]";
    let all = stages(&[], &case(&format!("{LIVER}{entered}")), day());
    let shown: Vec<(Option<usize>, Standing, String)> =
        all.iter().map(|own| (own.at, own.standing, own.groups().join(" "))).collect();
    assert_eq!(
        shown,
        [
            (Some(0), Standing::Open, String::new()),
            (Some(1), Standing::Agrees, "B".to_owned()),
            (Some(2), Standing::Agrees, "IIIA".to_owned()),
            (None, Standing::Alone, "IIa".to_owned()),
        ]
    );
    assert!(matches!(all[0].answer, Answer::Earlier));
}

#[test]
fn a_score_is_compared_with_what_was_entered_only_where_both_can_be() {
    let with = |name: &str, value: &str| {
        case(&format!(
            "diagnosis: {{site: C22.0}}\nscores: [{{name: {name}, value: '{value}'}}]\nlabs:\n\
             - {{test: Bilirubin, value: 18, unit: umol/L}}\n- {{test: Albumin, value: 33, unit: g/L}}\n\
             - {{test: INR, value: 1.1}}\n- {{test: Creatinine, value: 84, unit: umol/L}}\n\
             - {{test: Sodium, value: 140, unit: mmol/L}}\n- {{test: Ascites, value: none}}\n- {{test: Encephalopathy, value: none}}"
        ))
    };
    for (name, of, value, agrees) in [
        ("Child-Pugh", ScoreName::ChildPugh, "A6", Some(true)),
        ("Child-Pugh", ScoreName::ChildPugh, "class A 6", Some(true)),
        ("Child-Pugh", ScoreName::ChildPugh, "B7", Some(false)),
        ("Child-Pugh", ScoreName::ChildPugh, "good", None),
        ("ALBI", ScoreName::Albi, "độ 2 (-1.98)", Some(true)),
        ("ALBI", ScoreName::Albi, "2", Some(true)),
        ("ALBI", ScoreName::Albi, "grade 1", Some(false)),
        ("ALBI", ScoreName::Albi, "-2.60", Some(false)),
        ("ALBI", ScoreName::Albi, "-2.0", Some(true)),
        ("ALBI", ScoreName::Albi, "17", None),
        ("Child-Pugh", ScoreName::ChildPugh, "Child B", Some(false)),
        ("Child-Pugh", ScoreName::ChildPugh, "Child-Pugh A", Some(true)),
        ("MELD-Na", ScoreName::MeldNa, "8", Some(true)),
        ("MELD-Na", ScoreName::MeldNa, "18", Some(false)),
        ("MELD-Na", ScoreName::MeldNa, "not done", None),
        ("Other", ScoreName::Albi, "2", None),
    ] {
        let all = scores_of(&with(name, value), day());
        let own = all.iter().find(|own| own.score.name == of).unwrap();
        assert_eq!(own.agrees(), agrees, "{name} {value}: {:?}", own.score.value);
    }
}

#[test]
fn nothing_is_computed_where_there_is_nothing_to_compute_from() {
    let empty = Computed::of(&[], &Case::default(), day());
    assert_eq!(empty, Computed::default());
    // One time point is a baseline, and no response.
    assert!(Computed::of(&[], &case(LIVER), day()).responses.is_empty());
}
