//! What belongs to a value and what to the words beside it: commas, blanks, quotes and numbers with their kind.

use crate::domain::about::About;
use crate::domain::care::Missing;
use crate::domain::patient::{Identifier, Patient};
use crate::domain::query::Query;
use crate::domain::query::tests::{check, filtered, summary};
use crate::domain::summary::Summary;

#[test]
fn a_blank_beside_a_comma_parts_no_list_and_a_comma_in_quotes_is_a_letter() {
    let case = filtered();
    for (lists, or) in [
        (["due:overdue,<7d", "due:overdue, <7d", "due:overdue ,<7d"], true),
        (["sex:m,f", "sex:m, f", "sex:m ， f"], true),
        (["age:10,76,20-30", "age:10, 76 ,20-30", "age:10、76，20-30"], true),
        (["stage:I,II", "stage:I, II", "stage:I ,II"], false),
        (["missing:pet,mri", "missing:pet, mri", "missing:pet , mri"], false),
    ] {
        for query in lists {
            assert_eq!(Query::parse(query).faults, [], "{query}");
            check(query, &case, or);
        }
    }
    // What is no value of the list is said, and is no word of the text.
    assert_eq!(Query::parse("stage:III, an").faults.len(), 1);
    let item = |text: &str| {
        let missing = vec![Missing { item: Some(text.into()), ..Missing::default() }];
        Summary { about: About { missing, ..case.about() }.pack(), ..case.clone() }
    };
    check("missing:\"CT, MR\"", &item("CT, MR of the liver"), true);
    check("missing:\"zzz, MR\"", &item("MR of the liver"), false);
    check("missing:,", &item("MR of the liver"), true);
    check("missing:\"CT、MR\"", &item("肝脏CT、MR"), true);
    check("missing:\"CT、MR\"", &item("肝脏MR"), false);
    let site =
        |code: &str| Summary { about: About { site: code.into(), ..case.about() }.pack(), ..case.clone() };
    check("site:C34.1", &site("C341"), true);
    check("site:C34.1", &site("Ｃ34.1"), true);
    check("site:C34.1", &site("C342"), false);
}

#[test]
fn words_in_quotes_and_numbers_with_their_kind_are_found() {
    let named = summary("Nguyễn Văn An");
    for query in ["\"nguyen van\"", "“nguyen”", "\"nguyen", "nguyen \"van an\""] {
        check(query, &named, true);
    }
    let about = About {
        patient: Patient {
            ids: vec![Identifier { label: None, value: "BN:00123".into() }],
            ..named.about().patient.clone()
        },
        ..named.about()
    };
    let numbered = Summary { about: about.pack(), ..named };
    for (query, found) in [("BN:00123", true), ("\"BN:00123\"", true), ("BN:00124", false)] {
        assert_eq!(Query::parse(query).faults, [], "{query}");
        check(query, &numbered, found);
    }
}

#[test]
fn a_value_that_says_not_or_has_two_meanings_is_a_fault_and_never_its_opposite() {
    for query in [
        "due:!overdue",
        "due:-overdue",
        "due:＞overdue",
        "status:!final",
        "status:-final",
        "site:!lung",
        "age:≮70",
        "age:<\u{338}70",
        "born:≠1961",
        "missing:!biopsy",
        "due:12月",
        "due:3日",
        "due:quá hạn, soon",
        "stage:III A, IVZ",
        "age:60 - 70, 200",
        "age:70 - 60",
        "age:60 - 200",
        "age:>60 <70",
        "born:1960 - 69",
        "due:7d - 14d",
        "born:1961 3 14",
    ] {
        let all = Query::parse(query);
        assert!(all.faults.len() == 1 && all.filters.is_empty(), "{query}: {:?}", all.faults);
    }
    for (query, found) in [
        ("age:70 – 80", true),
        ("age:>70 tuổi", true),
        ("age:>80岁", false),
        ("due:2026-11-28 - 2026-11-30", true),
        ("due:2026-12-01 - 2026-12-10", false),
        ("born:1950-03 - 1950-04", true),
        ("born:1950年3月", true),
    ] {
        assert_eq!(Query::parse(query).faults, [], "{query}");
        check(query, &filtered(), found);
    }
}
