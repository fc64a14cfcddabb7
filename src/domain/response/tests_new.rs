//! Lesions that are new whatever role was entered: absent at the baseline, not recorded there, nodes that were normal.

use crate::domain::case::Case;
use crate::domain::response::tests_hostile::{THREE, notes, recist};
use crate::domain::response::{Criteria, assess};
use crate::domain::value::Vocabulary;

/// A stable target of the lung beside one other lesion: the verdicts and the remarks.
fn beside(other: &str) -> (Vec<&'static str>, Vec<String>) {
    let own = recist(
        THREE,
        &format!(
            "{{id: x, organ: lung, role: target, sizes: {{a: 50 mm, b: 50 mm, c: 50 mm}}}}, {{id: o, {other}}}"
        ),
    );
    let told = own.points.iter().skip(1).map(|point| point.overall.unwrap().0.word()).collect();
    (told, notes(&own))
}

#[track_caller]
fn check_beside(rows: &[(&str, [&str; 2], &[&str])]) {
    for (other, verdicts, remarks) in rows {
        let (told, notes) = beside(other);
        assert_eq!(
            (told.as_slice(), notes),
            (&verdicts[..], remarks.iter().map(|own| (*own).to_owned()).collect()),
            "{other}"
        );
    }
}

#[test]
fn what_was_absent_at_the_baseline_and_is_there_later_is_a_new_lesion() {
    check_beside(&[
        (
            "organ: liver, role: non-target, sizes: {a: absent, b: present, c: present}",
            ["PD", "PD"],
            &["new-since-baseline o"],
        ),
        (
            "organ: liver, role: non-target, sizes: {a: 0 mm, b: absent, c: 6 mm}",
            ["SD", "PD"],
            &["new-since-baseline o"],
        ),
        (
            "organ: liver, role: target, sizes: {a: absent, b: 12 mm, c: absent}",
            ["PD", "SD"],
            &["new-since-baseline o", "after-progression 2026-03-05"],
        ),
        (
            "organ: liver, sizes: {a: absent, b: 12 mm, c: 12 mm}",
            ["PD", "PD"],
            &["new-since-baseline o", "no-role o"],
        ),
        ("organ: liver, role: non-target, sizes: {a: absent, b: absent, c: not-done}", ["SD", "SD"], &[]),
        (
            "organ: liver, role: target, sizes: {a: absent, b: absent, c: absent}",
            ["SD", "SD"],
            &["no-baseline o"],
        ),
        // what is not certain at the baseline is no target
        (
            "organ: liver, role: target, sizes: {a: equivocal, b: 12 mm, c: 14 mm}",
            ["SD", "SD"],
            &["equivocal-target o"],
        ),
        // of a node only what is pathological counts
        (
            "kind: node, role: non-target, sizes: {a: absent, b: 9 mm, c: 10 mm}",
            ["SD", "PD"],
            &["new-since-baseline o"],
        ),
        ("kind: node, role: non-target, sizes: {a: absent, b: 9 mm, c: 9.9 mm}", ["SD", "SD"], &[]),
        // not read at the baseline, which is told already
        (
            "organ: liver, role: non-target, sizes: {a: about 3 cm, b: 12 mm, c: 12 mm}",
            ["SD", "SD"],
            &["unreadable-size o a: about 3 cm"],
        ),
        // suspected first: the progression counts from there
        (
            "organ: liver, role: non-target, sizes: {a: absent, b: equivocal, c: 9 mm}",
            ["SD", "PD"],
            &["new-since-baseline o", "equivocal-before 2026-03-05"],
        ),
    ]);
}

#[test]
fn what_was_not_recorded_at_the_baseline_and_is_there_later_is_asked_for() {
    check_beside(&[
        (
            "organ: liver, role: non-target, sizes: {b: present, c: present}",
            ["SD", "SD"],
            &["not-at-baseline o"],
        ),
        ("organ: liver, role: target, sizes: {c: 12 mm}", ["SD", "SD"], &["not-at-baseline o"]),
        (
            "organ: liver, role: non-target, sizes: {a: not-done, b: 12 mm, c: 12 mm}",
            ["SD", "SD"],
            &["not-at-baseline o"],
        ),
        ("organ: liver, role: non-target, sizes: {b: absent, c: not-done}", ["SD", "SD"], &[]),
        ("kind: node, role: non-target, sizes: {b: 9 mm, c: 9 mm}", ["SD", "SD"], &[]),
        ("organ: liver, role: new, sizes: {b: present, c: present}", ["PD", "PD"], &[]),
    ]);
}

#[test]
fn a_node_that_was_normal_at_the_baseline_is_a_new_lesion_once_it_is_pathological() {
    check_beside(&[
        (
            "kind: node, role: non-target, sizes: {a: 8 mm, b: 16 mm, c: 9 mm}",
            ["PD", "SD"],
            &["node-grown o", "after-progression 2026-03-05"],
        ),
        ("kind: node, role: target, sizes: {a: 8 mm, b: 12.9 mm, c: 13 mm}", ["SD", "PD"], &["node-grown o"]),
        ("kind: node, role: new, sizes: {a: 5 mm, b: 9.9 mm, c: 10 mm}", ["SD", "PD"], &["node-grown o"]),
        (
            "kind: node, role: non-target, sizes: {a: 8 mm, b: present, c: progression}",
            ["SD", "PD"],
            &["node-grown o"],
        ),
        // 10 mm, but within what two measures of one node differ
        (
            "kind: node, role: non-target, sizes: {a: 9 mm, b: 10 mm, c: 13.9 mm}",
            ["SD", "SD"],
            &["node-grown-little o"],
        ),
        (
            "kind: node, role: non-target, sizes: {a: 8 mm, b: 9.9 mm, c: present}",
            ["SD", "SD"],
            &["normal-node o"],
        ),
    ]);
}

#[test]
fn a_lesion_entered_as_measurable_that_is_named_a_node_is_told() {
    for place in
        ["organ: Lymph node mediastinal", "organ: hạch trung thất", "where: 淋巴结", "where: mediastinal LN"]
    {
        let own = |kind: &str| {
            beside(&format!(
                "{kind} {place}, role: target, sizes: {{a: 30 x 16 mm, b: 28 x 9 mm, c: 28 x 9 mm}}"
            ))
            .1
        };
        assert_eq!(own("kind: measurable,"), ["node-by-place o"], "{place}");
        assert_eq!((own("kind: node,"), own("")), (Vec::new(), Vec::new()), "{place}");
    }
    for place in ["organ: lung", "where: hạch nền", "where: nodule of the right lower lobe"] {
        let other =
            format!("kind: measurable, {place}, role: non-target, sizes: {{a: 30 mm, b: 30 mm, c: 30 mm}}");
        assert_eq!(beside(&other).1, Vec::<String>::new(), "{place}");
    }
}

#[test]
fn a_nodule_that_takes_up_contrast_again_is_new_only_where_it_was_not_there_at_all() {
    let told = |sizes: &str| {
        let case: Case = serde_yaml::from_str(&format!(
            "diagnosis: {{site: C22.0, histology: 8170/3}}\ntreatments: [{{what: TACE}}]\nimaging: [{THREE}]\nlesions:\n\
             \x20 - {{id: x, organ: liver, role: target, viable: {{a: 40 mm, b: 40 mm, c: 40 mm}}}}\n\
             \x20 - {{id: o, organ: liver, role: non-target, {sizes}, viable: {{a: absent, b: 9.9 mm, c: 12 mm}}}}"
        ))
        .unwrap();
        let all = assess(&case, None);
        let own = all.into_iter().find(|own| own.criteria == Criteria::MRecist).unwrap();
        own.points.iter().skip(1).map(|point| point.overall.unwrap().0.word()).collect::<Vec<_>>()
    };
    assert_eq!(told("sizes: {a: absent}"), ["SD", "PD"]);
    assert_eq!(told("sizes: {a: 20 mm}"), ["SD", "SD"]);
}

#[test]
fn a_word_in_place_of_a_targets_size_and_a_new_lesion_that_is_old_are_told() {
    check_beside(&[
        (
            "organ: liver, role: target, sizes: {a: 30 mm, b: progression, c: 30 mm}",
            ["NE", "SD"],
            &["progression-target o b"],
        ),
        ("organ: liver, role: non-target, sizes: {a: 30 mm, b: present, c: present}", ["SD", "SD"], &[]),
        (
            "organ: liver, role: new, sizes: {a: 30 mm, b: 30 mm, c: 30 mm}",
            ["SD", "SD"],
            &["new-at-baseline o"],
        ),
        ("organ: liver, role: new, sizes: {a: absent, b: 30 mm, c: 30 mm}", ["PD", "PD"], &[]),
    ]);
}

#[test]
fn without_targets_nothing_is_stable_and_the_best_response_is_neither() {
    let best = |sizes: &str| {
        let own = recist(THREE, &format!("{{id: x, organ: lung, role: non-target, sizes: {sizes}}}"));
        own.best().unwrap().0.word()
    };
    assert_eq!(best("{a: present, b: present, c: present}"), "non-CR/non-PD");
    assert_eq!(best("{a: present, b: absent, c: present}"), "non-CR/non-PD");
    assert_eq!(best("{a: present, b: absent, c: absent}"), "CR");
    assert_eq!(best("{a: present, b: progression, c: progression}"), "PD");
}
