//! Responses of whole lesion tables, and every row of the public cases.

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::response::best::{FOUR_WEEKS, best};
use crate::domain::response::judge::{Targets, overall, targets};
use crate::domain::response::{Assessment, Criteria, Length, Verdict, assess};
use crate::domain::value::Vocabulary;

fn day(text: &str) -> NaiveDate {
    text.trim().parse().unwrap()
}

fn public(kind: &str) -> Vec<Vec<&'static str>> {
    let rows = include_str!("../../../tests/data/recist_cases.tsv").lines().skip(1);
    rows.map(|row| row.split('\t').collect::<Vec<_>>()).filter(|row| row[0] == kind).collect()
}

#[test]
fn the_target_rows_of_the_public_cases_agree() {
    let rows = public("target");
    assert_eq!(rows.len(), 7);
    for row in rows {
        let length = |text: &str| Length::parse(text).unwrap();
        let baseline = length(row[1]);
        let nadir = if row[2].is_empty() { baseline } else { length(row[2]) };
        let sum = length(row[3]);
        let seen = Targets { baseline, nadir, sum, complete: true, gone: false, reappeared: false };
        assert_eq!(targets(Criteria::Recist, seen).0.word(), row[6], "{row:?}");
    }
}

#[test]
fn the_overall_rows_of_the_public_cases_agree() {
    use crate::domain::response::Rule;
    let rows = public("overall");
    assert_eq!(rows.len(), 3);
    for row in rows {
        // `(target 100->100)` is stable; a status that is not known cannot be evaluated.
        let verdict = |text: &str, other: Verdict| Verdict::find(text).unwrap_or(other);
        let target = Some((verdict(row[3], Verdict::Sd), Rule::Between));
        let non_target = Some((verdict(row[4], Verdict::Ne), Rule::Between));
        assert_eq!(overall(target, non_target, row[5] == "yes").0.word(), row[6], "{row:?}");
    }
}

#[test]
fn the_confirmed_best_responses_of_the_public_cases_agree() {
    let rows = public("confirmed_BOR");
    assert_eq!(rows.len(), 4);
    for row in rows {
        let start = day(row[1].strip_prefix("start=").unwrap());
        let assessed: Vec<(NaiveDate, Verdict)> = row[2]
            .split(';')
            .filter_map(|part| part.trim().split_once(' '))
            .map(|(date, verdict)| (day(date), Verdict::find(verdict).unwrap()))
            .collect();
        let found = best(start, &assessed, FOUR_WEEKS)
            .map_or_else(|| "MISSING".to_owned(), |(verdict, date)| format!("{} {date}", verdict.word()));
        assert_eq!(found, row[6], "{row:?}");
    }
}

#[test]
fn a_best_response_needs_its_confirmation() {
    use Verdict::{Cr, Ne, NonCrNonPd, Pd, Pr, Sd};
    let start = day("2026-01-01");
    for (assessed, expected) in [
        (&[("2026-03-01", Pr), ("2026-03-29", Pr)][..], "PR 2026-03-01"),
        (&[("2026-03-01", Pr), ("2026-03-28", Pr)], "SD 2026-03-01"),
        (&[("2026-03-01", Pr), ("2026-03-20", Ne), ("2026-04-10", Cr)], "PR 2026-03-01"),
        (&[("2026-03-01", Pr), ("2026-03-10", Ne), ("2026-03-20", Ne), ("2026-04-10", Pr)], "SD 2026-03-01"),
        (&[("2026-03-01", Cr), ("2026-04-10", Cr)], "CR 2026-03-01"),
        (&[("2026-03-01", Cr), ("2026-04-10", Pr)], "SD 2026-03-01"),
        (&[("2026-03-01", Pd), ("2026-04-10", Cr), ("2026-06-10", Cr)], "PD 2026-03-01"),
        (&[("2026-01-10", Sd), ("2026-02-10", Pd)], "PD 2026-02-10"),
        (&[("2026-01-10", Sd)], "NE 2026-01-10"),
        (&[("2026-03-10", NonCrNonPd)], "non-CR/non-PD 2026-03-10"),
    ] {
        let assessed: Vec<_> = assessed.iter().map(|(date, verdict)| (day(date), *verdict)).collect();
        let (verdict, date) = best(start, &assessed, FOUR_WEEKS).unwrap();
        assert_eq!(format!("{} {date}", verdict.word()), expected);
    }
}

/// Studies `a` (January), `b`, `c`… a month apart, with these lesions.
fn case(extra: &str, lesions: &str) -> Case {
    let studies: Vec<String> = ["a", "b", "c", "d", "e"]
        .iter()
        .enumerate()
        .map(|(at, id)| format!("  - {{id: {id}, modality: CT, date: '2026-{:02}-05'}}\n", 2 * at + 1))
        .collect();
    serde_yaml::from_str(&format!("imaging:\n{}lesions:\n{lesions}\n{extra}", studies.concat())).unwrap()
}

fn by(criteria: Criteria, case: &Case) -> Assessment {
    assess(case, None).into_iter().find(|own| own.criteria == criteria).unwrap()
}

/// `sum verdict rule` of every time point after the baseline.
fn told(own: &Assessment) -> Vec<String> {
    let points = own.points.iter().skip(1);
    points
        .map(|point| {
            let (verdict, rule) = point.overall.unwrap();
            let sum = point.sum.map_or("-".to_owned(), |sum| sum.to_string());
            format!("{sum} {} {}", verdict.word(), rule.word())
        })
        .collect()
}

#[track_caller]
fn recist(lesions: &str, expected: &[&str]) {
    assert_eq!(told(&by(Criteria::Recist, &case("", lesions))), expected, "{lesions}");
}

#[test]
fn a_course_is_judged_against_its_baseline_and_its_smallest_sum() {
    recist(
        "  - {id: x, organ: lung, role: target, sizes: {a: 30 mm, b: 2.1 cm, c: 26 mm, d: 25.9 mm}}",
        &["21 PR targets-decide", "26 PD rose-20-and-5", "25.9 SD targets-decide"],
    );
    let own = by(
        Criteria::Recist,
        &case("", "  - {id: x, role: target, sizes: {a: 30 mm, b: 20 mm, c: 24.9 mm, d: 25 mm}}"),
    );
    let changes: Vec<String> = own
        .points
        .iter()
        .skip(1)
        .map(|point| format!("{} {}", point.from_baseline.unwrap(), point.from_nadir.unwrap()))
        .collect();
    assert_eq!(changes, ["-33.3 -33.3", "-17.0 +24.5", "-16.7 +25.0"]);
    assert_eq!(told(&own)[1..], ["24.9 SD targets-decide", "25 PD rose-20-and-5"]);
}

#[test]
fn nodes_below_10_mm_are_normal_and_the_sum_need_not_be_zero() {
    let node = "  - {id: n, kind: node, role: target, sizes: {a: 16 mm, b: 9.9 mm, c: 10 mm}}";
    recist(node, &["9.9 CR all-gone", "10 PR targets-decide"]);
    let with = "  - {id: x, organ: lung, role: target, sizes: {a: 20 mm, b: absent, c: 3 mm}}\n\
                \x20 - {id: n, kind: node, role: target, sizes: {a: 16 x 30 mm, b: 9 mm, c: 9 mm}}";
    recist(with, &["9 CR all-gone", "12 PD reappeared"]);
    // a normal node that grows and stays normal is no progression
    recist(
        "  - {id: n, kind: node, role: target, sizes: {a: 16 mm, b: 3 mm, c: 9 mm}}",
        &["3 CR all-gone", "9 CR all-gone"],
    );
}

#[test]
fn non_targets_and_new_lesions_take_part() {
    let target =
        "  - {id: x, organ: lung, role: target, sizes: {a: 20 mm, b: absent, c: absent, d: absent}}\n";
    let with = |other: &str| format!("{target}  - {{id: o, {other}}}");
    recist(
        &with("role: non-target, sizes: {a: present, b: present, c: absent, d: progression}"),
        &["0 PR non-targets-remain", "0 CR all-gone", "0 PD non-target-progression"],
    );
    recist(
        &with("role: non-target, sizes: {a: 14 mm, b: not-done}"),
        &["0 PR non-targets-remain", "0 PR non-targets-remain", "0 PR non-targets-remain"],
    );
    recist(
        &with("role: new, sizes: {b: equivocal, c: 6 mm, d: absent}"),
        &["0 CR all-gone", "0 PD new-lesion", "0 CR all-gone"],
    );
    recist(
        &with("kind: node, role: non-target, sizes: {a: 12 mm, b: 9 mm, c: 10 mm, d: 22 mm}"),
        &["0 CR all-gone", "0 PR non-targets-remain", "0 PR non-targets-remain"],
    );
    let none = "  - {id: o, role: non-target, sizes: {a: present, b: present, c: absent}}";
    recist(none, &["- non-CR/non-PD non-targets-decide", "- CR non-targets-decide"]);
}

#[test]
fn a_target_that_was_not_measured_leaves_progression_or_nothing() {
    let lesions = "  - {id: x, organ: lung, role: target, sizes: {a: 20 mm, b: 20 mm, c: not-done, d: 4 mm}}\n\
                   \x20 - {id: y, organ: liver, role: target, sizes: {a: 20 mm, b: 20 mm, c: 48 mm, d: too-small}}";
    recist(lesions, &["40 SD targets-decide", "- PD part-rose", "9 PR targets-decide"]);
    let lesions = lesions.replace("48 mm", "47 mm");
    recist(&lesions, &["40 SD targets-decide", "- NE target-not-evaluated", "9 PR targets-decide"]);
}

fn notes(own: &Assessment) -> Vec<String> {
    own.notes.iter().map(|note| format!("{} {}", note.remark.word(), note.what)).collect()
}

#[test]
fn no_more_than_five_targets_and_two_of_an_organ_count() {
    let lesion = |id: &str, organ: &str| {
        format!("  - {{id: {id}, organ: {organ}, role: target, sizes: {{a: 20 mm, b: 20 mm}}}}\n")
    };
    let many: String = ["lung", "Lung", "LUNG", "liver", "liver", "brain", "bone"]
        .iter()
        .zip(1..)
        .map(|(organ, at)| lesion(&format!("l{at}"), organ))
        .collect();
    let own = by(Criteria::Recist, &case("", &many));
    assert_eq!(own.targets, ["l1", "l2", "l4", "l5", "l6"]);
    assert_eq!(notes(&own), ["too-many-in-organ l3", "too-many l7"]);
    assert_eq!(own.points[0].sum, Some(Length::millimetres(100)));
    assert_eq!(told(&own), ["100 SD targets-decide"]);
}

#[test]
fn what_is_too_small_at_the_baseline_is_no_target() {
    let own = by(
        Criteria::Recist,
        &case(
            "",
            "  - {id: ok, role: target, sizes: {a: 10 mm, b: 10 mm}}\n\
             \x20 - {id: small, role: target, sizes: {a: 9.9 mm}}\n\
             \x20 - {id: node, kind: node, role: target, sizes: {a: 14.9 mm}}\n\
             \x20 - {id: normal, kind: node, role: non-target, sizes: {a: 9 mm}}\n\
             \x20 - {id: bone, kind: non-measurable, role: target, sizes: {a: 30 mm}}\n\
             \x20 - {id: late, role: target, sizes: {b: 30 mm}}\n\
             \x20 - {id: what, sizes: {a: about 3 cm}}",
        ),
    );
    assert_eq!(own.targets, ["ok"]);
    assert_eq!(
        notes(&own),
        [
            "too-small small",
            "node-too-small node",
            "normal-node normal",
            "non-measurable bone",
            "not-at-baseline late",
            "unreadable-size what a: about 3 cm",
            "no-role what"
        ]
    );
}

#[test]
fn studies_of_a_fortnight_are_one_time_point_unless_one_modality_measures_again() {
    let case = |second: &str| -> Case {
        serde_yaml::from_str(&format!(
            "imaging: [{{id: ct, modality: CT, date: 2026-01-05}}, {{id: mr, {second}}}, {{id: later, modality: CT, date: 2026-03-05}}]\n\
             lesions:\n  - {{id: x, role: target, sizes: {{ct: 20 mm, mr: 22 mm, later: 20 mm}}}}"
        ))
        .unwrap()
    };
    let points = |second: &str| {
        let own = by(Criteria::Recist, &case(second));
        own.points
            .iter()
            .map(|point| format!("{} {}", point.studies.join("+"), point.sum.unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(points("modality: MR, date: 2026-01-19"), ["ct+mr 20", "later 20"]);
    assert_eq!(points("modality: MR, date: 2026-01-20"), ["ct 20", "mr 22", "later 20"]);
    assert_eq!(points("modality: CT, date: 2026-01-10"), ["ct 20", "mr 22", "later 20"]);
    assert_eq!(points("modality: MR"), ["ct 20", "later 20"]);
    let from = assess(&case("modality: MR, date: 2026-01-20"), Some("mr"));
    assert_eq!(from[0].points[0].studies, ["mr"]);
    assert_eq!(assess(&case("modality: MR"), Some("none")), []);
}

const HCC: &str = "diagnosis: {site: C22.0, histology: 8170/3}\ntreatments: [{modality: deb-tace}]";

#[test]
fn mrecist_reads_the_enhancing_part_in_the_liver_and_only_after_local_treatment() {
    let lesions = "  - {id: x, organ: liver, role: target, sizes: {a: 50 mm, b: 50 mm, c: 50 mm, d: 50 mm}, viable: {a: 40 mm, b: 28 mm, c: absent, d: 12 mm}}";
    let own = case(HCC, lesions);
    let recist = ["50 SD targets-decide"; 3];
    assert_eq!(told(&by(Criteria::Recist, &own)), recist);
    let expected = ["28 PR targets-decide", "0 CR all-gone", "12 PD reappeared"];
    assert_eq!(told(&by(Criteria::MRecist, &own)), expected);
    let without = case("diagnosis: {site: C18.2}\ntreatments: [{modality: rfa}]", lesions);
    assert_eq!(assess(&without, None).len(), 1);
    let unmeasured = case(HCC, "  - {id: x, organ: gan, role: target, sizes: {a: 50 mm, b: 50 mm}}");
    let own = by(Criteria::MRecist, &unmeasured);
    assert_eq!(
        (told(&own), notes(&own)),
        (vec!["- NE nothing-to-compare".to_owned()], vec!["no-viable x".to_owned()])
    );
}

#[test]
fn outside_the_liver_mrecist_measures_as_recist_does() {
    for place in ["where: T12 vertebra", "where: xương chậu", "where: 右肺上叶", "organ: bone", "organ: lung"]
    {
        let lesions = format!(
            "  - {{id: x, organ: liver, role: target, sizes: {{a: 50 mm, b: 50 mm}}, viable: {{a: 40 mm, b: 20 mm}}}}\n\
             \x20 - {{id: m, {place}, role: target, sizes: {{a: 20 mm, b: 20 mm}}}}"
        );
        let own = by(Criteria::MRecist, &case(HCC, &lesions));
        assert_eq!(
            (told(&own), notes(&own)),
            (vec!["40 PR targets-decide".to_owned()], Vec::new()),
            "{place}"
        );
    }
}

#[test]
fn mrecist_counts_a_new_nodule_from_10_mm() {
    let lesions = |new: &str| {
        format!(
            "  - {{id: x, organ: liver, role: target, viable: {{a: 40 mm, b: 40 mm}}}}\n\
             \x20 - {{id: n, organ: liver, role: new, sizes: {{b: {new}}}, viable: {{b: {new}}}}}"
        )
    };
    let told = |new: &str| told(&by(Criteria::MRecist, &case(HCC, &lesions(new))));
    assert_eq!(told("9.9 mm"), ["40 SD targets-decide"]);
    assert_eq!(told("10 mm"), ["40 PD new-lesion"]);
}

#[track_caller]
fn irecist(lesions: &str, expected: &[&str]) {
    let own = case("treatments: [{modality: immunotherapy}]", lesions);
    assert_eq!(told(&by(Criteria::IRecist, &own)), expected, "{lesions}");
}

#[test]
fn irecist_waits_for_a_progression_to_go_on() {
    let target = |sizes: &str| format!("  - {{id: x, role: target, sizes: {{{sizes}}}}}");
    irecist(
        &target("a: 30 mm, b: 40 mm, c: 44.9 mm, d: 45 mm, e: 10 mm"),
        &[
            "40 iUPD rose-20-and-5",
            "44.9 iUPD not-confirmed",
            "45 iCPD confirmed",
            "10 iCPD already-confirmed",
        ],
    );
    irecist(
        &target("a: 30 mm, b: 40 mm, c: 20 mm, d: 26 mm"),
        &["40 iUPD rose-20-and-5", "20 iPR bar-reset", "26 iUPD rose-20-and-5"],
    );
    irecist(
        &target("a: 30 mm, b: 40 mm, c: not-done"),
        &["40 iUPD rose-20-and-5", "- NE target-not-evaluated"],
    );
    let stable = target("a: 30 mm, b: 30 mm, c: 30 mm, d: 30 mm");
    irecist(
        &format!("{stable}\n  - {{id: n, role: new, sizes: {{b: 12 mm, c: 16.9 mm, d: 17 mm}}}}"),
        &["30 iUPD new-lesion", "30 iUPD not-confirmed", "30 iCPD confirmed"],
    );
    irecist(
        &format!(
            "{stable}\n  - {{id: n, role: new, sizes: {{b: 12 mm, c: 12 mm, d: 12 mm}}}}\n  - {{id: m, role: new, sizes: {{c: present}}}}"
        ),
        &["30 iUPD new-lesion", "30 iCPD confirmed", "30 iCPD already-confirmed"],
    );
    irecist(
        &format!(
            "{stable}\n  - {{id: o, role: non-target, sizes: {{a: present, b: progression, c: present, d: progression}}}}"
        ),
        &["30 iUPD non-target-progression", "30 iSD bar-reset", "30 iUPD non-target-progression"],
    );
}

#[test]
fn irecist_confirms_not_before_four_weeks() {
    let case = |second: &str| -> Case {
        serde_yaml::from_str(&format!(
            "treatments: [{{modality: chemo-immunotherapy}}]\n\
             imaging: [{{id: a, modality: CT, date: 2026-01-05}}, {{id: b, modality: CT, date: 2026-03-05}}, {{id: c, modality: CT, date: {second}}}]\n\
             lesions:\n  - {{id: x, role: target, sizes: {{a: 30 mm, b: 40 mm, c: 60 mm}}}}"
        ))
        .unwrap()
    };
    let last = |second: &str| told(&by(Criteria::IRecist, &case(second))).pop().unwrap();
    assert_eq!(last("2026-04-01"), "60 iUPD too-early");
    assert_eq!(last("2026-04-02"), "60 iCPD confirmed");
}

#[test]
fn the_baseline_is_the_first_time_point_with_a_target() {
    recist(
        "  - {id: x, role: target, sizes: {b: 30 mm, c: 21 mm}}\n  - {id: o, role: non-target, sizes: {a: present, b: present, c: present}}",
        &["21 PR targets-decide"],
    );
}

#[test]
fn a_treatment_that_began_between_assessments_is_told() {
    let own = case(
        "treatments: [{category: systemic, start: 2026-01-10}, {category: systemic, start: 2026-03-20}]",
        "  - {id: x, role: target, sizes: {a: 30 mm, b: 30 mm, c: 30 mm}}",
    );
    assert_eq!(notes(&by(Criteria::Recist, &own)), ["treatment-since 2026-03-20"]);
    assert_eq!(notes(&assess(&own, Some("b"))[0]), Vec::<String>::new());
}
