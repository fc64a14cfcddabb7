//! Patients who could be taken for each other, and those who could not.

use crate::domain::check::{alike_among, confusable};
use crate::domain::patient::Patient;
use crate::domain::problem::Problem;

#[test]
fn patients_who_could_be_taken_for_each_other_are_named() {
    let patient = |yaml: &str| -> Patient { serde_yaml::from_str(yaml).unwrap() };
    let all = |one: &str, other: &str| -> Vec<String> {
        let (one, other) = (patient(one), patient(other));
        let found = confusable(&[("tb-1", &one), ("tb-2", &other)]);
        let (first, second) = found.split_at(found.len() / 2);
        let codes = |half: &[(String, Problem)]| half.iter().map(|one| one.1.code).collect::<Vec<_>>();
        assert_eq!(codes(first), codes(second), "it is told at both");
        second.iter().map(|(folder, problem)| format!("{folder} {}", problem.code)).collect()
    };
    let first = "{name: Nguyễn Văn An, born: '1961-03-14', sex: male, ids: [{value: '1'}]}";
    for (other, expected) in [
        ("{name: NGUYEN VAN AN, born: '1970', ids: [{value: '2'}]}", &["tb-2 same-name"][..]),
        ("{name: An Nguyen Van, born: '1961-03-14', ids: [{value: '2'}]}", &["tb-2 same-name"]),
        ("{name: Nguyễn Văn Ân, born: '1970'}", &["tb-2 same-name"]),
        ("{name: Nguyễn Văn Anh, born: '1961-03-14'}", &["tb-2 similar-name"]),
        ("{name: Nguyễn Văn Anh, born: '1961-03-15'}", &["tb-2 similar-name"]),
        ("{name: Nguyễn Văn Anh, born: '1961-04-13'}", &[]),
        ("{name: Nguyễn Văn Anh, born: '1967-03-14'}", &["tb-2 similar-name"]),
        ("{name: Nguyễn Văn Anh, born: '1961'}", &["tb-2 similar-name"]),
        ("{name: Nguyễn Văn Anh, born: '1961-04'}", &[]),
        ("{name: Nguyễn Văn Anh}", &["tb-2 similar-name"]),
        ("{name: Nguyễn Văn Anh, born: '1975-08-02'}", &[]),
        ("{name: Nguyen Van Na, born: '1961-03'}", &["tb-2 similar-name"]),
        ("{name: Trần Văn Anh, born: '1961'}", &[]),
        ("{name: Trần Thị Bích Ngọc, born: '1961-03-14', ids: [{value: '1'}]}", &["tb-2 same-id"]),
        // the same patient with another sex is two patients, or a slip
        ("{name: Nguyễn Văn An, born: '1961-03-14', sex: female, ids: [{value: '1'}]}", &["tb-2 same-id"]),
        ("{name: Nguyễn Văn An, born: '1961-03-14', sex: unknown, ids: [{value: '1'}]}", &[]),
        ("{name: Nguyễn Văn An, born: '1961-03-14', sex: male, ids: [{value: '1'}]}", &[]),
        // the same patient, discussed again
        ("{name: Nguyễn Văn An, born: '1961-03-14', ids: [{value: '1'}]}", &[]),
        ("{name: Trần Thị Bích Ngọc, born: '1961-03-14', ids: [{value: '2'}]}", &[]),
        ("{}", &[]),
    ] {
        assert_eq!(all(first, other), expected, "{other}");
    }
}

#[test]
fn chinese_names_that_sound_alike_and_birth_dates_a_slip_apart_are_told() {
    let patient = |name: &str, born: &str| -> Patient {
        serde_yaml::from_str(&format!("{{name: {name}, born: '{born}'}}")).unwrap()
    };
    for (one, other, expected) in [
        (("王秀英", "1968-01-30"), ("王秀瑛", "1968-01-30"), true),
        (("王秀英", "1968-01-30"), ("Wang Xiuying", "1968-01-03"), true),
        (("王秀英", "1968-01-30"), ("王秀瑛", "1968"), true),
        (("王秀英", "1968-01-30"), ("王秀瑛", "1959-12-01"), false),
        (("王伟", "1968-01-30"), ("王芳", "1968-01-31"), false),
        // day and month exchanged
        (("Le Van Binh", "1970-07-08"), ("Le Van Bin", "1970-08-07"), true),
    ] {
        let (one, other) = (patient(one.0, one.1), patient(other.0, other.1));
        assert_eq!(
            confusable(&[("a", &one), ("b", &other)]).len(),
            if expected { 2 } else { 0 },
            "{one:?} {other:?}"
        );
    }
}

#[test]
fn on_one_agenda_a_letter_is_enough_whatever_the_birth_date() {
    let patient = |yaml: &str| -> Patient { serde_yaml::from_str(yaml).unwrap() };
    let one = patient("{name: Nguyễn Văn An, born: '1961-03-14'}");
    for (other, expected) in [
        ("{name: Nguyễn Văn Anh, born: '1975-08-02'}", true),
        ("{name: Trần Văn Anh, born: '1975-08-02'}", false),
        ("{name: Nguyễn Văn Bình, born: '1975-08-02'}", false),
    ] {
        assert_eq!(!alike_among(&[&one, &patient(other)]).is_empty(), expected, "{other}");
    }
}

#[test]
fn many_patients_of_one_name_are_each_compared_with_few() {
    let patients: Vec<Patient> = (0..3000)
        .map(|at| {
            let born = format!("{}-{:02}-{:02}", 1930 + at % 70, 1 + at % 12, 1 + at % 28);
            serde_yaml::from_str(&format!("{{name: Nguyễn Văn An, born: '{born}'}}")).unwrap()
        })
        .collect();
    let folders: Vec<String> = (0..patients.len()).map(|at| format!("c{at:05}")).collect();
    let cases: Vec<(&str, &Patient)> = folders.iter().map(String::as_str).zip(&patients).collect();
    let found = confusable(&cases);
    assert!(found.len() >= patients.len(), "nobody is left out");
    assert!(found.len() < patients.len() * 100, "{}", found.len());
}
