//! What finds a case and what does not: words in three scripts, slips, filters, and the order of the answers.

use chrono::NaiveDate;

use crate::domain::about::About;
use crate::domain::care::Missing;
use crate::domain::check::Readiness;
use crate::domain::date::Date;
use crate::domain::history::Status;
use crate::domain::patient::{Identifier, Patient, Sex};
use crate::domain::query::{Fault, Haystack, Hit, Query, Search};
use crate::domain::summary::Summary;
use crate::domain::value::YesNo;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

fn summary(name: &str) -> Summary {
    Summary {
        folder: "tb-2026-0012".into(),
        about: About {
            patient: Patient {
                name: Some(name.into()),
                ids: vec![Identifier { label: None, value: "004-188-23".into() }],
                ..Patient::default()
            },
            diagnosis: "Carcinôme hépatocellulaire".into(),
            site: "C22.0".into(),
            histology: "8170/3".into(),
            question: "DEB-TACE or systemic therapy?".into(),
            ..About::default()
        }
        .pack(),
        readable: true,
        ..Summary::default()
    }
}

fn score(query: &str, case: &Summary) -> Option<i64> {
    Query::parse(query).score(case, &Haystack::of(case), today())
}

#[track_caller]
fn check(query: &str, case: &Summary, expected: bool) {
    assert_eq!(score(query, case).is_some(), expected, "{query}");
}

#[test]
fn a_case_is_found_by_name_number_code_and_text_with_or_without_marks_and_punctuation() {
    let case = summary("Trần Thị Bích Ngọc");
    for query in [
        "",
        "ngoc",
        "NGỌC",
        "bich ngoc",
        "tran bich",
        "0012",
        "00418823",
        "c22.0",
        "c220",
        "8170",
        "hepato",
        "tace",
    ] {
        check(query, &case, true);
    }
    for query in ["nguyen", "ngoc c34", "xyz", "9999"] {
        check(query, &case, false);
    }
}

#[test]
fn a_slip_in_a_long_word_still_finds_the_name_but_ranks_below_the_name_itself() {
    let long = summary("Nguyễn Thị Phượng Hoàng");
    let (slip, exact) = (score("phuonghoang", &long), score("phuong", &long));
    assert!(slip.is_some() && slip < exact, "{slip:?} {exact:?}");
}

#[test]
fn chinese_names_are_found_by_characters_syllables_and_initials() {
    let wang = summary("王秀英");
    for query in ["王", "秀英", "wang", "wangxiuying", "xiu ying", "wxy"] {
        check(query, &wang, true);
    }
}

#[test]
fn a_name_stands_above_a_text_and_a_whole_word_above_a_part() {
    let (an, anh) = (summary("Lê An"), summary("Lê Anh"));
    assert!(score("an", &an) > score("an", &anh));
    assert!(score("le an", &an) > score("an le", &an));
    let lan = summary("Lan An");
    assert_eq!(score("an", &lan), score("an", &an), "the best place of a word counts, not its first");
}

fn filtered() -> Summary {
    let due = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
    let base = summary("Trần Văn An");
    let about = base.about();
    let about = About {
        patient: Patient {
            born: Some(Date::parse("1950-03-14")),
            sex: Some(Sex::Male.into()),
            language: Some("vi".into()),
            ..about.patient.clone()
        },
        site: "C34.1".into(),
        stages: vec!["IIIA".into()],
        missing: vec![Missing {
            item: Some("Sinh thiết hạch".into()),
            blocking: Some(YesNo::Yes.into()),
            ..Missing::default()
        }],
        ..about
    };
    Summary {
        about: about.pack(),
        decision: Some(Status::Unsigned),
        deferred: true,
        due: [due].into(),
        ..base
    }
}

#[test]
fn filters_keep_out_what_they_should_and_combine_with_words() {
    let case = filtered();
    for query in [
        "site:lung",
        "site:phổi",
        "site:肺",
        "site:C34",
        "site:c341",
        "site:liver,lung",
        "stage:III",
        "stage:3",
        "stage:iiia",
        "status:deferred",
        "status:unsigned",
        "status:final,unsigned",
        "due:<7d",
        "due:<1w",
        "due:>3d",
        "due:2026-11-30",
        "due:<2026-12-01",
        "sex:m",
        "sex:nam",
        "sex:男",
        "sex:male",
        "age:>70",
        "age:76",
        "age:70-80",
        "lang:vi",
        "LANG:VI",
        "missing:",
        "missing:blocking",
        "missing:sinh",
        "an site:lung stage:III status:deferred due:<7d",
        "site:",
        "age:",
    ] {
        check(query, &case, true);
    }
    for query in [
        "site:liver",
        "site:C34.3",
        "stage:II",
        "stage:IIIB",
        "status:final",
        "status:undecided",
        "due:<4d",
        "due:overdue",
        "due:today",
        "due:>7d",
        "sex:f",
        "age:<70",
        "age:>76",
        "lang:zh",
        "missing:pet",
        "nguyen site:lung",
        "an site:liver",
    ] {
        check(query, &case, false);
    }
    assert_eq!(score("due:overdue", &Summary { due: [today().pred_opt().unwrap()].into(), ..case }), Some(0));
}

#[test]
fn a_filter_that_is_none_is_said_with_what_was_probably_meant() {
    let faults = |typed: &str| Query::parse(typed).faults;
    assert_eq!(
        faults("stauts:final"),
        [Fault::UnknownFilter { name: "stauts".into(), suggestion: Some("status") }]
    );
    assert_eq!(faults("zzzzzz:1"), [Fault::UnknownFilter { name: "zzzzzz".into(), suggestion: None }]);
    for (typed, filter, suggestion) in [
        ("status:defered", "status", Some("deferred")),
        ("site:lnug", "site", Some("lung")),
        ("sex:x", "sex", None),
        ("age:old", "age", None),
        ("due:soon", "due", None),
    ] {
        let all = faults(typed);
        let [Fault::BadValue { filter: found, suggestion: said, .. }] = all.as_slice() else {
            panic!("{typed}: {all:?}")
        };
        assert_eq!((found.name, said.as_deref()), (filter, suggestion), "{typed}");
    }
    for typed in ["10:30", "site:", "a:b", "nguyen"] {
        assert_eq!(faults(typed), [], "{typed}");
    }
}

/// Cases of which every tenth is called An.
fn many(count: usize) -> (Vec<Summary>, Vec<Haystack>) {
    let names = ["An", "Bình", "Cường", "Dũng", "Đạt", "Hải", "Hiếu", "Hòa", "Hùng", "Phượng"];
    let cases: Vec<Summary> = (0..count)
        .map(|index| Summary {
            folder: format!("tb-{index:05}"),
            about: About {
                patient: Patient {
                    name: Some(format!("Nguyễn Văn {}", names[index % 10]).as_str().into()),
                    sex: Some(if index % 2 == 0 { Sex::Male } else { Sex::Female }.into()),
                    ..Patient::default()
                },
                ..About::default()
            }
            .pack(),
            ..Summary::default()
        })
        .collect();
    let keys = cases.iter().map(Haystack::of).collect();
    (cases, keys)
}

#[test]
fn asking_all_gives_what_asking_each_gives_in_the_same_order() {
    // More than one thread's worth, so that the parts are put together again.
    let (cases, keys) = many(20_000);
    let mut search = Search::default();
    for typed in ["an", "nguyen hai", "tb-00012", "nguyen sex:f dat", "phuong", ""] {
        let query = Query::parse(typed);
        let mut expected: Vec<Hit> = (0..cases.len())
            .filter_map(|at| Some(Hit { at, score: query.score(&cases[at], &keys[at], today())? }))
            .collect();
        expected.sort_by_key(|hit| (std::cmp::Reverse(hit.score), hit.at));
        search.forget();
        let literal_only = expected.iter().filter(|hit| hit.score >= 40).count() >= 200;
        if literal_only {
            expected.retain(|hit| query.literal(&keys[hit.at]).is_some());
        }
        assert_eq!(search.ask(query, &cases, &keys, today()), expected, "{typed}");
    }
}

#[test]
fn typing_letter_by_letter_and_taking_letters_back_gives_what_a_fresh_search_gives() {
    let (cases, keys) = many(3_000);
    let mut typed_search = Search::default();
    let full = "nguyen phuong sex:f tb-0001";
    let start = |end| full.chars().take(end).collect::<String>();
    let forwards = (1..=full.len()).map(start);
    let backwards = (1..full.len()).rev().map(start);
    for typed in forwards.chain(backwards) {
        let fresh = Search::default().ask(Query::parse(&typed), &cases, &keys, today()).to_vec();
        assert_eq!(typed_search.ask(Query::parse(&typed), &cases, &keys, today()), fresh, "{typed}");
    }
}

#[test]
fn a_slip_finds_cases_only_where_few_have_the_word_as_typed() {
    let (cases, keys) = many(3_000);
    let mut search = Search::default();
    assert_eq!(search.ask(Query::parse("phuog"), &cases, &keys, today()).len(), 300);
    assert!(search.ask(Query::parse("phuongg"), &cases, &keys, today()).is_empty());
}

#[test]
fn of_very_many_names_with_the_letters_of_a_word_those_are_found_in_which_they_stand_closest_together() {
    let named = |name: &str, at: usize| Summary {
        folder: format!("tb-{at:05}"),
        about: About {
            patient: Patient { name: Some(name.into()), ..Patient::default() },
            ..About::default()
        }
        .pack(),
        ..Summary::default()
    };
    let mut cases: Vec<Summary> = (0..6_000).map(|at| named("phan xuan huong oanh ngoc", at)).collect();
    cases.push(named("Phượng", 6_000));
    let keys: Vec<Haystack> = cases.iter().map(Haystack::of).collect();
    let mut search = Search::default();
    for typed in ["phuog", "phuo", "phuog"] {
        let hits = search.ask(Query::parse(typed), &cases, &keys, today());
        assert!(hits.iter().any(|hit| hit.at == 6_000), "{typed}");
        // Those that are scored, and the one that has it as typed.
        assert!(hits.len() <= 2_001, "{typed}: {}", hits.len());
    }
}

#[test]
fn slips_typed_letter_by_letter_find_what_a_fresh_search_finds() {
    let (cases, keys) = many(3_000);
    for full in ["nguyn phog", "nguyen vn phuog", "phwong tb0", "tb0012 nguyn sex:f"] {
        let mut typed_search = Search::default();
        for end in 1..=full.len() {
            let typed: String = full.chars().take(end).collect();
            let fresh = Search::default().ask(Query::parse(&typed), &cases, &keys, today()).to_vec();
            assert_eq!(typed_search.ask(Query::parse(&typed), &cases, &keys, today()), fresh, "{typed}");
        }
    }
}

#[test]
fn a_query_changed_in_its_middle_finds_what_a_fresh_search_finds() {
    let (cases, keys) = many(3_000);
    let mut changed = Search::default();
    for typed in [
        "nguyen",
        "nguyen sex:f",
        "nguyen sex:f phuog",
        "nguyen sex:m phuog",
        "nguyen sex:f phuong",
        "nguyen phuong",
        "ngyen sex:f",
        "ngyen sex:f ph",
        "ngyen sex:f pho",
        "ngyen sex:f phog",
        "ngyen phog",
        "tb nguyen",
    ] {
        let fresh = Search::default().ask(Query::parse(typed), &cases, &keys, today()).to_vec();
        assert_eq!(changed.ask(Query::parse(typed), &cases, &keys, today()), fresh, "{typed}");
    }
    let later = today().succ_opt().unwrap();
    let by_age =
        |search: &mut Search, day| search.ask(Query::parse("due:today"), &cases, &keys, day).to_vec();
    assert_eq!(by_age(&mut changed, later), by_age(&mut Search::default(), later));
}

#[test]
fn texts_that_stand_one_behind_the_other_are_found_as_each_by_itself() {
    let cases = ["Trần Thị Bích Ngọc", "王秀英", "", "Lê An"].map(summary);
    let alone = cases.each_ref().map(Haystack::of);
    let mut together = alone.clone();
    Haystack::gather(&mut together);
    assert_eq!(together, alone);
    let texts = Haystack::texts(&together);
    assert_eq!(Haystack::put(&mut together, texts.trim_end()), None, "of others");
    assert_eq!(Haystack::put(&mut together, &texts), Some(()));
    assert_eq!(together, alone);
    assert!(alone.iter().all(Haystack::stands_alone) && !together.iter().any(Haystack::stands_alone));
    for typed in ["ngoc", "wang", "an", "le an", "tranthi", "bichngc", "xiuyng", "0012", "tace tran", "hepa"]
    {
        let found = |keys| Search::default().ask(Query::parse(typed), &cases, keys, today()).to_vec();
        assert_eq!(found(&together), found(&alone), "{typed}");
        assert!(!found(&alone).is_empty(), "{typed}");
    }
}

#[test]
fn a_number_is_like_no_other_number_and_characters_written_apart_are_found_together() {
    let case = summary("王 秀英");
    check("王秀英", &case, true);
    check("秀英", &case, true);
    // Of 004-188-23 and C22.0: their digits are there in this order, the number is not.
    for (query, found) in
        [("00418823", true), ("004-188", true), ("004823", false), ("18223", false), ("c220", true)]
    {
        check(query, &case, found);
    }
}

#[test]
fn a_value_that_no_case_can_have_is_a_fault_and_not_an_answer() {
    for query in [
        "stage:>II",
        "stage:iii-iv",
        "age:60-40",
        "lang:english",
        "lang:vn",
        "due:overdue,soon",
        "status:final,finl",
    ] {
        assert_eq!(Query::parse(query).faults.len(), 1, "{query}");
    }
    let suggested = |query: &str| match Query::parse(query).faults.into_iter().next() {
        Some(Fault::BadValue { suggestion, .. }) => suggestion,
        _ => None,
    };
    assert_eq!(suggested("lang:vn").as_deref(), Some("vi"));
    for query in ["stage:IIIA1(ii)", "stage:limited", "lang:km", "due:overdue,<7d", "missing:blocking,biopsy"]
    {
        assert!(Query::parse(query).faults.is_empty(), "{query}");
    }
}

#[test]
fn commas_are_or_in_every_filter_and_what_the_board_needs_is_missing_too() {
    let case = filtered();
    for (query, found) in [
        ("due:overdue,<7d", true),
        ("due:overdue,today", false),
        ("missing:pet,sinh", true),
        ("missing:blocking,pet", true),
        ("missing:pet,mri", false),
    ] {
        check(query, &case, found);
    }
    let nothing_listed = Summary { about: About { missing: Vec::new(), ..case.about() }.pack(), ..case };
    check("missing:", &nothing_listed, false);
    let asked = serde_yaml::from_str("diagnosis: {topography: C22.0}").unwrap();
    let needed = Summary { readiness: Readiness::of(&asked), ..nothing_listed };
    check("missing:", &needed, true);
    check("missing:blocking", &needed, false);
}

#[test]
fn a_filter_with_nothing_behind_its_colon_is_a_fault_once_something_else_follows() {
    for (query, faults) in
        [("site:", 0), ("an site:", 0), ("site: lung", 1), ("site: ", 1), ("missing: an", 0)]
    {
        assert_eq!(Query::parse(query).faults.len(), faults, "{query}");
    }
}
