//! Patients who could be taken for each other, and those who could not.

use std::collections::HashSet;

use crate::domain::check::confusable::{self, pairs};
use crate::domain::check::{Likeness, alike_among};
use crate::domain::patient::Patient;
use crate::domain::problem::{Problem, Term};

/// Each problem with the folder of its case.
fn confusable(cases: &[(&str, &Likeness)]) -> Vec<(String, Problem)> {
    let found = confusable::confusable(cases).into_iter();
    let of_case =
        |(at, problems): (usize, Vec<Problem>)| problems.into_iter().map(move |problem| (at, problem));
    found.flat_map(of_case).map(|(at, problem)| (cases[at].0.to_owned(), problem)).collect()
}

#[test]
fn patients_who_could_be_taken_for_each_other_are_named() {
    let patient = |yaml: &str| -> Patient { serde_yaml::from_str(yaml).unwrap() };
    let all = |one: &str, other: &str| -> Vec<String> {
        let (one, other) = (Likeness::of(&patient(one)), Likeness::of(&patient(other)));
        let found = confusable(&[("tb-1", &one), ("tb-2", &other)]);
        let (first, second) = found.split_at(found.len() / 2);
        let codes =
            |half: &[(String, Problem)]| half.iter().map(|one| one.1.code.clone()).collect::<Vec<_>>();
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
        (
            "{name: Nguyễn Văn An, born: '1961-03-14', sex: unknown, ids: [{value: '1'}]}",
            &["tb-2 same-patient"],
        ),
        ("{name: Nguyễn Văn An, born: '1961-03-14', sex: male, ids: [{value: '1'}]}", &["tb-2 same-patient"]),
        ("{name: Nguyễn Văn An, born: '1961-03-14', ids: [{value: '1'}]}", &["tb-2 same-patient"]),
        ("{name: Trần Thị Bích Ngọc, born: '1961-03-14', ids: [{value: '2'}]}", &[]),
        ("{}", &[]),
    ] {
        assert_eq!(all(first, other), expected, "{other}");
    }
}

#[test]
fn two_cases_of_one_patient_are_told_and_those_of_one_organ_as_a_warning() {
    let case = |site: &str| {
        let yaml = "{name: An, born: '1961-03-14', ids: [{value: '1'}]}";
        let diagnosis = serde_yaml::from_str(&format!("{{site: '{site}'}}")).unwrap();
        Likeness::of(&serde_yaml::from_str(yaml).unwrap()).of_disease(&diagnosis)
    };
    for (one, other, expected) in [
        ("C34.1", "C34.9", "same-disease"),
        ("C34.1", "C50.1", "same-patient"),
        ("", "", "same-patient"),
        ("lung", "lung", "same-patient"),
    ] {
        let (one, other) = (case(one), case(other));
        let found = confusable(&[("a", &one), ("b", &other)]);
        let codes: Vec<&str> = found.iter().map(|(_, problem)| &*problem.code).collect();
        assert_eq!(codes, [expected, expected]);
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
        let likeness = |(name, born): (&str, &str)| Likeness::of(&patient(name, born));
        let (one, other) = (likeness(one), likeness(other));
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

fn of(yaml: &str) -> Likeness {
    Likeness::of(&serde_yaml::from_str(yaml).unwrap())
}

fn folders(count: usize) -> Vec<String> {
    (0..count).map(|at| format!("c{at:05}")).collect()
}

fn in_folders<'a>(folders: &'a [String], patients: &'a [Likeness]) -> Vec<(&'a str, &'a Likeness)> {
    folders.iter().map(String::as_str).zip(patients).collect()
}

#[test]
fn a_name_that_many_have_is_told_only_with_a_birth_date_that_is_near() {
    let found_among = |count: i32| {
        // No two of them are a slip apart, but for the last two.
        let born = |at: i32| format!("{}-{:02}-{:02}", 1900 + at, 1 + at % 12, 1 + at * 5 % 28);
        let mut patients: Vec<Likeness> =
            (0..count).map(|at| of(&format!("{{name: Trần Thị Lan, born: '{}'}}", born(at)))).collect();
        patients.push(of("{name: Trần Thị Lan, born: '1990-08-02'}"));
        patients.push(of("{name: Tran Thi Lan, born: '1990-08-03'}"));
        confusable(&in_folders(&folders(patients.len()), &patients)).len()
    };
    assert_eq!(found_among(3), 5 * 4, "few: each is told of each");
    assert_eq!(found_among(4), 6 * (3 + 1), "more: each is told of three, and of how many more");
    assert_eq!(found_among(60), 2, "many: only who could be one");
}

#[test]
fn of_many_namesakes_the_nearest_by_birth_date_are_told_and_the_others_counted_but_no_shared_identifier() {
    let patient = |(born, id): (&str, &str)| {
        of(&format!("{{name: Trần Thị Lan, born: {born}, ids: [{{value: '{id}'}}]}}"))
    };
    let patients = [
        ("'1961-03-14'", "1"),
        ("'1990-01-01'", "2"),
        ("'1961-05-01'", "3"),
        ("'1930-01-01'", "4"),
        ("'1962'", "5"),
        ("'1999-01-01'", "6"),
        ("~", "7"),
        ("'1950-02-02'", "1"),
    ]
    .map(patient);
    let found = confusable(&in_folders(&folders(patients.len()), &patients));
    let arg = |problem: &Problem, key: &str| {
        let own = problem.args.iter().find(|(name, _)| name == key)?;
        if let Term::Text(text) = &own.1 { Some(text.clone()) } else { None }
    };
    let of_first = found.iter().filter(|(folder, _)| folder == "c00000").map(|(_, problem)| {
        let told = arg(problem, "other").or_else(|| arg(problem, "count"));
        format!("{} {}", problem.code, told.unwrap_or_default())
    });
    assert_eq!(
        of_first.collect::<Vec<_>>(),
        ["same-id c00007", "same-name c00006", "same-name c00002", "same-name c00004", "more-namesakes 3"]
    );
}

#[test]
fn a_name_as_long_as_a_book_is_compared_by_its_beginning() {
    let long =
        |letter: char| of(&format!("{{name: {}, born: '1960-01-01'}}", letter.to_string().repeat(500_000)));
    let patients = [long('W'), long('W'), long('V')];
    let found = confusable(&in_folders(&folders(3), &patients));
    assert_eq!(found.iter().filter(|(_, problem)| problem.code == "same-name").count(), 2);
}

#[test]
fn a_birth_date_that_very_many_share_is_not_compared_all_with_all() {
    let name = |at: usize| {
        let letter = |of: usize| char::from(b'a' + u8::try_from(of % 26).unwrap());
        let word = |seed: usize| (0..6).map(|nth| letter(seed / 7_usize.pow(nth))).collect::<String>();
        format!("{{name: {} {}, born: '1960-01-01'}}", word(at * 7919), word(at * 104_729))
    };
    let mut patients: Vec<Likeness> = (0..3_000).map(|at| of(&name(at))).collect();
    patients.push(of("{name: Nguyễn Văn Bình, born: '1960-01-01'}"));
    patients.push(of("{name: Nguyễn Văn Binh Ha, born: '1960-01-01'}"));
    let all: Vec<&Likeness> = patients.iter().collect();
    assert!(pairs(&all, &HashSet::new()).len() < all.len() * 16);
    let found = confusable(&in_folders(&folders(patients.len()), &patients));
    assert!(found.iter().any(|(folder, _)| folder == "c03001"), "neighbours by name are still compared");
}

#[test]
fn many_patients_of_one_name_are_each_compared_with_few() {
    let patients: Vec<Likeness> = (0..3000)
        .map(|at| {
            let born = format!("{}-{:02}-{:02}", 1930 + at % 70, 1 + at % 12, 1 + at % 28);
            of(&format!("{{name: Nguyễn Văn An, born: '{born}'}}"))
        })
        .collect();
    let found = confusable(&in_folders(&folders(patients.len()), &patients));
    assert!(found.len() >= patients.len(), "nobody is left out");
    assert!(found.len() < patients.len() * 100, "{}", found.len());
}

#[test]
fn among_thousands_a_name_a_letter_away_is_found_as_among_few() {
    let name = |at: usize| {
        let letter = |of: usize| char::from(b'a' + u8::try_from(of % 26).unwrap());
        (0..9).map(|nth| letter((at + 1) * 7919 / 5_usize.pow(nth) + at)).collect::<String>()
    };
    let born = |at: usize| format!("{}-{:02}-{:02}", 1930 + at % 80, 1 + at % 12, 1 + at % 28);
    // Every fifth has somebody whose name is a letter longer and whose birth date is a day away.
    let near = |at: usize| {
        at.is_multiple_of(5).then(|| of(&format!("{{name: {}q, born: '{}'}}", name(at), born(at))))
    };
    let of_all = |count: usize| -> Vec<Likeness> {
        let own = |at| of(&format!("{{name: {}, born: '{}'}}", name(at), born(at)));
        (0..count).map(own).chain((0..count).filter_map(near)).collect()
    };
    let told = |count: usize| {
        let patients = of_all(count);
        confusable(&in_folders(&folders(patients.len()), &patients)).len()
    };
    assert!(told(500) >= 200);
    assert!(told(4_500) >= 1_800, "{}", told(4_500));
}

#[test]
fn an_identifier_is_never_taken_for_a_name_and_who_shares_both_is_compared_once() {
    // Letters that differ as the beginnings of the kinds could.
    let apart = [of("{name: Lan, ids: [{value: P0017}]}"), of("{name: '00017'}")];
    assert_eq!(pairs(&apart.iter().collect::<Vec<_>>(), &HashSet::new()), []);
    let all: Vec<Likeness> =
        (0..3).map(|_| of("{name: '0017', born: '1960-01-01', ids: [{value: '0017'}]}")).collect();
    let found = pairs(&all.iter().collect::<Vec<_>>(), &HashSet::new());
    assert_eq!(found, [(0, 1), (0, 2), (1, 2)]);
}
