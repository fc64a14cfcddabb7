//! A search over many cases gives what asking each gives, whatever was typed before.

use crate::domain::about::About;
use crate::domain::patient::{Patient, Sex};
use crate::domain::query::tests::{summary, today};
use crate::domain::query::{Haystack, Hit, Query, Search};
use crate::domain::summary::Summary;

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
    for typed in ["an", "nguyen hai", "tb-00012", "nguyen sex:f dat", "nguyễn đạt", "phuong", ""] {
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
fn of_similar_names_the_likest_comes_first_and_none_before_what_is_there_as_typed() {
    let names = ["Nguyen Van Hoang", "Van Hoang Nguyen", "Hoan Nguy Nam", "Nguyn Thi Lan"];
    let cases: Vec<Summary> = names.iter().map(|name| summary(name)).collect();
    let keys: Vec<Haystack> = cases.iter().map(Haystack::of).collect();
    let mut search = Search::default();
    let found: Vec<usize> =
        search.ask(Query::parse("nguyn"), &cases, &keys, today()).iter().map(|hit| hit.at).collect();
    assert_eq!(found, [3, 0, 2, 1]);
    assert_eq!(search.similar, 3);
    assert!(search.hits[0].score > search.hits[1].score && search.hits[2].score > search.hits[3].score);
}

#[test]
fn a_name_that_has_the_marks_that_were_typed_stands_before_those_that_only_fold_to_it() {
    let names = [
        "Nguyễn Văn Ẩn",
        "Nguyễn Văn Ân",
        "NGUYỄN VĂN AN",
        "Nguyen Van An",
        "Nguyễn Văn Án",
        "Nguyễn Văn An",
        "Nguye\u{302}\u{303}n Va\u{306}n An",
        "Nguyễn Văn Anh",
    ];
    let cases: Vec<Summary> = names.iter().map(|name| summary(name)).collect();
    let keys: Vec<Haystack> = cases.iter().map(Haystack::of).collect();
    for (typed, best) in [
        ("nguyễn văn an", &[2, 5, 6][..]),
        ("Nguyễn Văn An", &[2, 5, 6]),
        ("nguyễn văn ẩn", &[0]),
        ("ẩn", &[0]),
        ("văn án", &[4]),
        ("nguyễn ân", &[1]),
        ("nguyen van an", &[0, 1, 2, 3, 4, 5, 6]),
        ("an", &[0, 1, 2, 3, 4, 5, 6]),
    ] {
        let mut search = Search::default();
        let hits = search.ask(Query::parse(typed), &cases, &keys, today());
        let first: Vec<usize> = hits.iter().take(best.len()).map(|hit| hit.at).collect();
        assert_eq!(first, best, "{typed}");
        assert_eq!(hits.len(), names.len(), "none is left out: {typed}");
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
fn letters_scattered_over_a_name_are_no_likeness() {
    let named = |name: &str, at: usize| Summary {
        folder: format!("tb-{at:05}"),
        about: About {
            patient: Patient { name: Some(name.into()), ..Patient::default() },
            ..About::default()
        }
        .pack(),
        ..Summary::default()
    };
    let mut cases: Vec<Summary> = (0..600).map(|at| named("phan xuan huong oanh ngoc", at)).collect();
    cases.push(named("Phượng", 600));
    let keys: Vec<Haystack> = cases.iter().map(Haystack::of).collect();
    let mut search = Search::default();
    for (typed, similar) in [("phuog", 1), ("phuo", 0), ("phuogn", 1), ("phuong", 0)] {
        let hits = search.ask(Query::parse(typed), &cases, &keys, today());
        assert_eq!(hits.iter().map(|hit| hit.at).collect::<Vec<_>>(), [600], "{typed}");
        assert_eq!(search.similar, similar, "{typed}");
    }
    for typed in ["zzzz", "xxxx", "phxn", "nnnn"] {
        assert!(search.ask(Query::parse(typed), &cases, &keys, today()).is_empty(), "{typed}");
    }
}

#[test]
fn slips_typed_letter_by_letter_find_what_a_fresh_search_finds() {
    let (cases, keys) = many(3_000);
    for full in [
        "nguyn phuogn",
        "ngyuen hoang",
        "gnuyen cuogn sex:f",
        "nguyn phog",
        "nguyen vn phuog",
        "phwong tb0",
        "tb0012 nguyn sex:f",
    ] {
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
        "guyn",
        "nguyn",
        "nguyn uogn",
        "nguyn phuogn",
        "nguyn phuo phuogn",
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
