//! Responses at their boundaries, and lesion tables that try to mislead.

use crate::domain::case::Case;
use crate::domain::response::{Assessment, Criteria, assess};
use crate::domain::value::Vocabulary;

/// Studies by id, modality and date, then the lesions.
pub(super) fn recist(studies: &str, lesions: &str) -> Assessment {
    let case: Case = serde_yaml::from_str(&format!("imaging: [{studies}]\nlesions: [{lesions}]")).unwrap();
    assess(&case, None).into_iter().find(|own| own.criteria == Criteria::Recist).unwrap()
}

pub(super) const THREE: &str = "{id: a, modality: CT, date: '2026-01-05'}, {id: b, modality: CT, date: '2026-03-05'}, {id: c, modality: CT, date: '2026-05-05'}";

#[track_caller]
fn check(lesions: &str, expected: &[&str]) {
    let own = recist(THREE, lesions);
    let told: Vec<&str> = own.points.iter().skip(1).map(|point| point.overall.unwrap().0.word()).collect();
    assert_eq!(told, expected, "{lesions}");
}

pub(super) fn notes(own: &Assessment) -> Vec<String> {
    own.notes.iter().map(|note| format!("{} {}", note.remark.word(), note.what)).collect()
}

#[test]
fn limits_are_met_exactly_or_not_at_all() {
    let one = |sizes: &str| format!("{{id: x, role: target, sizes: {{{sizes}}}}}");
    // 30 % down from the baseline, 20 % and 5 mm up from the smallest sum
    check(&one("a: 10.0 mm, b: 7.0 mm, c: 7.1 mm"), &["PR", "SD"]);
    check(&one("a: 14.0 mm, b: 9.8 mm, c: 14.7 mm"), &["PR", "SD"]);
    check(&one("a: 14.0 mm, b: 9.8 mm, c: 14.8 mm"), &["PR", "PD"]);
    check(&one("a: 25 mm, b: 29.9 mm, c: 30 mm"), &["SD", "PD"]);
    check(&one("a: 24 mm, b: 28.9 mm, c: 29 mm"), &["SD", "PD"]);
    check(&one("a: 20 mm, b: 24 mm, c: 24.9 mm"), &["SD", "SD"]);
    check(&one("a: 100 mm, b: 119.9 mm, c: 120 mm"), &["SD", "PD"]);
    // still far below the baseline, but well above the smallest sum
    check(&one("a: 100 mm, b: 30 mm, c: 36 mm"), &["PR", "PD"]);
    // in centimetres, with a comma, in full-width digits
    check(&one("a: 3 cm, b: '2,1 cm', c: ２６ mm"), &["PR", "PD"]);
    // from small to too small to measure, which is 5 mm, and to nothing
    check(&one("a: 10 mm, b: too-small, c: absent"), &["PR", "CR"]);
}

#[test]
fn what_is_not_known_is_never_taken_for_gone() {
    let two = |x: &str, y: &str| {
        format!(
            "{{id: x, organ: lung, role: target, sizes: {{{x}}}}}, {{id: y, organ: liver, role: target, sizes: {{{y}}}}}"
        )
    };
    check(&two("a: 20 mm, b: absent, c: absent", "a: 20 mm, b: not-done, c: absent"), &["NE", "CR"]);
    check(&two("a: 20 mm, b: absent, c: absent", "a: 20 mm, c: absent"), &["NE", "CR"]);
    check(&two("a: 20 mm, b: '7', c: 20 mm", "a: 20 mm, b: 20 mm, c: 20 mm"), &["NE", "SD"]);
    // what was measured is enough for a progression
    check(&two("a: 20 mm, b: 48 mm, c: 20 mm", "a: 20 mm, b: unknown, c: 20 mm"), &["PD", "SD"]);
    // a non-target that was not looked at leaves no complete response
    let with = |other: &str| {
        format!(
            "{{id: x, role: target, sizes: {{a: 20 mm, b: absent, c: absent}}}}, {{id: o, role: non-target, sizes: {{{other}}}}}"
        )
    };
    check(&with("a: present, b: not-done, c: absent"), &["PR", "CR"]);
    check(&with("a: present, b: absent, c: progression"), &["CR", "PD"]);
    // millimetres of a non-target are no progression
    check(&with("a: 8 mm, b: 60 mm, c: present"), &["PR", "PR"]);
}

#[test]
fn nodes_go_by_their_short_axis_and_are_normal_below_10_mm() {
    let node = |sizes: &str| format!("{{id: n, kind: node, role: target, sizes: {{{sizes}}}}}");
    check(&node("a: 30 x 15 mm, b: 9.9 mm, c: 10 mm"), &["CR", "PR"]);
    check(&node("a: 15 mm, b: 4 mm, c: 9.9 mm"), &["CR", "CR"]);
    check(&node("a: 16 mm, b: 9 mm, c: 14 mm"), &["CR", "PD"]);
    let small = recist(THREE, &node("a: 14.9 x 30 mm, b: 20 mm, c: 20 mm"));
    assert_eq!((small.targets.len(), notes(&small)), (0, vec!["node-too-small n".to_owned()]));
}

#[test]
fn a_new_lesion_is_progression_whatever_the_sum_says() {
    let with = |new: &str| {
        format!(
            "{{id: x, role: target, sizes: {{a: 50 mm, b: 10 mm, c: absent}}}}, {{id: n, role: new, sizes: {{{new}}}}}"
        )
    };
    check(&with("b: 4 mm, c: absent"), &["PD", "CR"]);
    check(&with("b: equivocal, c: present"), &["PR", "PD"]);
    check(&with("b: absent, c: not-done"), &["PR", "CR"]);
}

#[test]
fn what_comes_after_a_progression_is_told_to_be_no_response_to_the_next_treatment() {
    let own = recist(THREE, "{id: x, role: target, sizes: {a: 30 mm, b: 40 mm, c: 20 mm}}");
    assert_eq!(notes(&own), ["after-progression 2026-03-05"]);
    let own = recist(THREE, "{id: x, role: target, sizes: {a: 30 mm, b: 20 mm, c: 40 mm}}");
    assert_eq!(notes(&own), Vec::<String>::new());
}

#[test]
fn another_method_counts_where_there_is_no_other_and_is_told() {
    let studies = "{id: a, modality: CT, date: '2026-01-05'}, {id: b, modality: US, date: '2026-03-05'}, {id: c, modality: CT, date: '2026-03-06'}";
    let lesion = |sizes: &str| format!("{{id: x, role: target, sizes: {{{sizes}}}}}");
    let own = recist(studies, &lesion("a: 30 mm, b: 20 mm"));
    assert_eq!(notes(&own), ["other-method x US"]);
    // the method of the first measure goes before another one of the same time point
    let own = recist(studies, &lesion("a: 30 mm, b: 20 mm, c: 31 mm"));
    assert_eq!((own.points[1].sum.unwrap().to_string(), notes(&own)), ("31".to_owned(), Vec::new()));
}

#[test]
fn studies_without_a_date_or_of_one_day_do_not_mislead() {
    let same = "{id: a, modality: CT, date: '2026-01-05'}, {id: a2, modality: CT, date: '2026-01-05'}, {id: b, modality: CT}, {id: c, modality: CT, date: '2026-05'}";
    let own = recist(
        same,
        "{id: x, role: target, sizes: {a: 30 mm, b: 10 mm, c: 21 mm}}, {id: y, organ: liver, role: target, sizes: {a2: 20 mm, c: 20 mm}}",
    );
    let told: Vec<String> = own
        .points
        .iter()
        .map(|point| format!("{} {}", point.studies.join("+"), point.sum.unwrap()))
        .collect();
    assert_eq!(told, ["a+a2 50", "c 41"]);
    assert_eq!(notes(&own), ["undated-study b"]);
}

#[test]
fn a_new_node_counts_from_10_mm_and_what_was_there_at_the_chosen_baseline_is_not_new() {
    let with = |new: &str| {
        format!(
            "{{id: x, organ: lung, role: target, sizes: {{a: 50 mm, b: 50 mm, c: 50 mm}}}}, {{id: n, kind: node, role: new, sizes: {{{new}}}}}"
        )
    };
    check(&with("b: 9.9 mm, c: 10 mm"), &["SD", "PD"]);
    check(&with("b: 30 x 8 mm, c: 30 x 12 mm"), &["SD", "PD"]);
    check(&with("a: 12 mm, b: 12 mm, c: 12 mm"), &["SD", "SD"]);
    let case: Case = serde_yaml::from_str(&format!(
        "imaging: [{THREE}]\nlesions: [{}]",
        "{id: x, organ: lung, role: target, sizes: {a: 50 mm, b: 60 mm, c: 40 mm}}, {id: n, organ: bone, role: new, sizes: {b: 12 mm, c: 12 mm}}"
    ))
    .unwrap();
    let told = |baseline: Option<&str>| -> Vec<&'static str> {
        let own = assess(&case, baseline).into_iter().next().unwrap();
        own.points.iter().skip(1).map(|point| point.overall.unwrap().0.word()).collect()
    };
    assert_eq!((told(None), told(Some("b"))), (vec!["PD", "PD"], vec!["PR"]));
}

#[test]
fn a_lesion_that_only_x_rays_measured_is_a_target_from_20_mm() {
    let studies = |modality: &str| {
        format!(
            "{{id: a, modality: {modality}, date: '2026-01-05'}}, {{id: b, modality: {modality}, date: '2026-03-05'}}"
        )
    };
    for (modality, size, targets) in
        [("X-ray", "19.9 mm", 0), ("X-ray", "20 mm", 1), ("CT", "10 mm", 1), ("CT", "9.9 mm", 0)]
    {
        let own = recist(
            &studies(modality),
            &format!("{{id: x, organ: lung, role: target, sizes: {{a: {size}, b: 20 mm}}}}"),
        );
        assert_eq!(own.targets.len(), targets, "{modality} {size}");
    }
}

#[test]
fn units_may_differ_from_study_to_study_and_within_one_size() {
    let one = |sizes: &str| format!("{{id: x, role: target, sizes: {{{sizes}}}}}");
    check(&one("a: 1.4 cm, b: 9.8 mm, c: 0.98 cm x 7 mm"), &["PR", "PR"]);
    check(&one("a: '34 mm x 2.2 cm', b: '2.2 cm x 24 mm', c: '23.8 mm'"), &["SD", "PR"]);
}

#[test]
fn time_points_follow_their_dates_and_not_the_order_in_the_file() {
    let own = recist(
        "{id: c, modality: CT, date: '2026-05-05'}, {id: a, modality: CT, date: '2026-01-05'}, {id: b, modality: CT, date: '2026-03-05'}",
        "{id: x, role: target, sizes: {b: 20 mm, c: 25 mm, a: 40 mm}}",
    );
    let told: Vec<String> = own
        .points
        .iter()
        .map(|point| format!("{} {}", point.sum.unwrap(), point.overall.map_or("-", |own| own.0.word())))
        .collect();
    assert_eq!(told, ["40 -", "20 PR", "25 PD"]);
}

#[test]
fn only_other_lesions_can_give_cr_non_cr_non_pd_pd_or_ne() {
    let other = |sizes: &str| format!("{{id: o, organ: peritoneum, role: non-target, sizes: {{{sizes}}}}}");
    check(&other("a: present, b: present, c: absent"), &["non-CR/non-PD", "CR"]);
    check(&other("a: present, b: progression, c: not-done"), &["PD", "NE"]);
    check(
        &format!("{}, {{id: n, role: new, sizes: {{c: 3 mm}}}}", other("a: present, b: present, c: present")),
        &["non-CR/non-PD", "PD"],
    );
}

#[test]
fn lesions_that_split_or_flow_together_are_added_and_not_counted_anew() {
    let two = |x: &str, y: &str| {
        format!(
            "{{id: x, organ: liver, role: target, sizes: {{{x}}}}}, {{id: y, organ: liver, role: target, sizes: {{{y}}}}}"
        )
    };
    check(&two("a: 30 mm, b: 50 mm, c: 20 mm", "a: 20 mm, b: absent, c: absent"), &["SD", "PR"]);
}

#[test]
fn nodes_of_the_porta_hepatis_are_lesions_of_mrecist_from_20_mm() {
    let case = |place: &str, size: &str| -> Case {
        serde_yaml::from_str(&format!(
            "diagnosis: {{site: C22.0, histology: 8170/3}}\ntreatments: [{{what: TACE}}]\nimaging: [{THREE}]\nlesions:\n\
             \x20 - {{id: x, organ: liver, role: target, sizes: {{a: 40 mm, b: 40 mm, c: 40 mm}}, viable: {{a: 40 mm, b: absent, c: absent}}}}\n\
             \x20 - {{id: n, kind: node, where: {place}, role: target, sizes: {{a: {size}, b: 18 mm, c: 20 mm}}}}"
        ))
        .unwrap()
    };
    let told = |place: &str, size: &str| -> Vec<String> {
        let all = assess(&case(place, size), None);
        let own = all.into_iter().find(|own| own.criteria == Criteria::MRecist).unwrap();
        let targets = own.targets.join("+");
        own.points
            .iter()
            .skip(1)
            .map(|point| format!("{targets} {}", point.overall.unwrap().0.word()))
            .collect()
    };
    assert_eq!(told("porta hepatis", "22 mm"), ["x+n CR", "x+n PR"]);
    assert_eq!(told("porta hepatis", "19 mm"), ["x CR", "x CR"]);
    assert_eq!(told("para-aortic", "19 mm"), ["x+n PR", "x+n PR"]);
}

#[test]
fn a_new_lesion_that_was_suspected_before_it_was_certain_dates_the_progression() {
    let with = |new: &str| {
        let lesions = format!(
            "{{id: x, organ: lung, role: target, sizes: {{a: 50 mm, b: 50 mm, c: 50 mm}}}}, {{id: n, organ: bone, role: new, sizes: {{{new}}}}}"
        );
        notes(&recist(THREE, &lesions))
    };
    assert_eq!(with("b: equivocal, c: 9 mm"), ["equivocal-before 2026-03-05"]);
    assert_eq!(with("b: equivocal, c: absent"), [""; 0]);
    assert_eq!(with("b: equivocal, c: equivocal"), [""; 0]);
    assert_eq!(with("b: present, c: present"), [""; 0]);
}

#[test]
fn both_sides_all_lobes_and_three_languages_are_one_organ() {
    let three = |organs: [&str; 3]| {
        let lesions: Vec<String> = organs
            .iter()
            .zip(["x", "y", "z"])
            .map(|(organ, id)| {
                format!("{{id: {id}, organ: '{organ}', role: target, sizes: {{a: 20 mm, b: 20 mm}}}}")
            })
            .collect();
        recist(THREE, &lesions.join(", ")).targets.len()
    };
    for organs in [
        ["left lung", "right lung", "Lung RUL"],
        ["lung, upper lobe", "phổi phải", "左肺"],
        ["liver S8", "gan hạ phân thùy V", "肝右叶"],
        ["liver segment 4b", "liver segment II", "肝脏"],
        ["thận trái", "right kidney", "renal"],
    ] {
        assert_eq!(three(organs), 2, "{organs:?}");
    }
    for organs in [["lung", "liver", "bone"], ["lung", "lung", "pleura"], ["thận", "thượng thận", "gan"]]
    {
        assert_eq!(three(organs), 3, "{organs:?}");
    }
}

#[test]
fn a_node_without_its_kind_is_known_by_its_place() {
    let node = |place: &str| {
        let own = recist(
            THREE,
            &format!("{{id: n, {place}, role: target, sizes: {{a: 30 x 16 mm, b: 28 x 9 mm}}}}"),
        );
        (own.points[0].sum.unwrap().to_string(), own.points[1].overall.unwrap().0.word())
    };
    for place in
        ["organ: lymph node", "where: hạch rốn phổi", "where: 纵隔淋巴结", "organ: mediastinal lymph nodes"]
    {
        assert_eq!(node(place), ("16".to_owned(), "CR"), "{place}");
    }
    assert_eq!(node("organ: lung, where: nodule of the right lower lobe"), ("30".to_owned(), "SD"));
    assert_eq!(node("organ: lung, kind: measurable, where: near a lymph node"), ("30".to_owned(), "SD"));
}
