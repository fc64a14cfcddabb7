//! Values that are joined, bounded or refused: the next word behind a colon, long text, and what no case can have.

use std::time::{Duration, Instant};

use crate::domain::query::tests::{check, filtered};
use crate::domain::query::{Fault, Query, unfinished};

/// What was understood, to compare.
fn understood(typed: &str) -> String {
    let query = Query::parse(typed);
    assert_eq!(query.faults, [], "{typed}");
    format!("{:?} {:?}", query.filters, query.words)
}

#[test]
fn a_blank_behind_the_colon_parts_no_value_of_any_filter() {
    for (apart, together) in [
        ("site: lung", "site:lung"),
        ("sex: f", "sex:f"),
        ("sex: nữ an", "sex:nữ an"),
        ("lang: vi an", "lang:vi an"),
        ("missing: blocking", "missing:blocking"),
        ("missing: pathology an", "missing:pathology an"),
        ("missing: \"sinh thiết\" an", "missing:\"sinh thiết\" an"),
        ("missing: CT, \"MR gan\" an", "missing:CT,\"MR gan\" an"),
        ("status: \"chưa ký\"", "status:\"chưa ký\""),
        ("status: chưa ký an", "status:chưa ký an"),
        ("stage: III A an", "stage:III A an"),
        ("age: 70 an", "age:70 an"),
        ("due: < 7 d an", "due:<7d an"),
        ("site：　肺", "site:肺"),
        ("missing: site:lung", "site:lung missing:"),
        ("an missing:", "missing: site:"),
    ] {
        if together.ends_with(':') || apart.contains("missing: site") {
            assert_eq!(Query::parse(apart).filters.len(), apart.matches(':').count(), "{apart}");
        } else {
            assert_eq!(understood(apart), understood(together), "{apart}");
        }
    }
    let fault = |typed: &str| Query::parse(typed).faults;
    for (typed, value, meant) in [
        ("site: lnug", "lnug", Some("lung")),
        ("sex: x", "x", None),
        ("an status: defered", "defered", Some("deferred")),
    ] {
        let all = fault(typed);
        let [Fault::BadValue { value: found, suggestion, .. }] = all.as_slice() else {
            panic!("{typed}: {all:?}")
        };
        assert_eq!((found.trim(), suggestion.as_deref()), (value, meant), "{typed}");
    }
    assert_eq!(unfinished("an site: lu"), Some("site: lu"));
    for (typed, found) in [("missing: blocking", true), ("missing: pet", false), ("sex: f", false)] {
        check(typed, &filtered(), found);
    }
}

#[test]
fn a_value_that_lets_all_or_no_case_pass_is_a_fault() {
    for typed in [
        "site:c.",
        "site:c..",
        "site:c.34",
        "site:c3.4",
        "site:c34..1",
        "site:c34567",
        "stage:IIIAB",
        "stage:IVAXB",
        "stage:IIBC",
        "lang:vie",
        "lang:eng",
        "lang:zho",
        "lang:chi",
        "lang:tiếng việt",
        "lang:\"tiếng anh\"",
        "lang:英语",
        "due:<0d",
        "due:<0",
        "due:< 0 tuần",
        "age:+70",
        "due:+7d",
        "age:<0",
        "born:+1961",
    ] {
        let all = Query::parse(typed);
        assert!(all.faults.len() == 1 && all.filters.is_empty() && all.words.is_empty(), "{typed}: {all:?}");
    }
    for (typed, meant) in
        [("lang:vie", "vi"), ("lang:tiếng việt", "vi"), ("lang:Tieng Anh", "en"), ("due:<0d", "overdue")]
    {
        let all = Query::parse(typed).faults;
        let [Fault::BadValue { suggestion, .. }] = all.as_slice() else { panic!("{typed}: {all:?}") };
        assert_eq!(suggestion.as_deref(), Some(meant), "{typed}");
    }
    for typed in [
        "site:c3",
        "site:c34.",
        "site:C34.1",
        "site:c341",
        "stage:IIIES",
        "stage:IVBX",
        "lang:hmn",
        "due:<=0d",
        "age:<1",
    ] {
        assert_eq!(Query::parse(typed).faults, [], "{typed}");
    }
}

#[test]
fn what_blocks_is_asked_for_in_three_languages() {
    let case = filtered();
    for word in
        ["blocking", "Blocks", "cản trở", "can tro", "cản trở kết luận", "chặn", "阻碍", "阻碍结论", "阻断"]
    {
        check(&format!("missing:{word}"), &case, true);
        check(&format!("missing:pet,{word} an"), &case, true);
        assert_eq!(understood(&format!("missing:{word}")), understood("missing:blocking"), "{word}");
    }
}

#[test]
fn long_text_is_refused_at_once_and_what_people_type_is_not_long() {
    for (long, count) in
        [("born:", 10_000), ("born:", 200), ("due:", 200), ("age:", 200), ("site:", 200), ("", 200)]
    {
        for letters in ["1-", "a ", "-", "1 - ", "a:", "\"a,", "c34,", "dạ ", "1年"] {
            let typed = format!("{long}{}", letters.repeat(count));
            let start = Instant::now();
            let query = Query::parse(&typed);
            let open = unfinished(&typed);
            assert!(start.elapsed() < Duration::from_millis(300), "{long}{letters} {:?}", start.elapsed());
            if count > 1_000 {
                assert_eq!(query.faults, [Fault::TooLong], "{letters}");
                assert!(query.is_empty() && open.is_none());
            }
        }
    }
    let names = "nguyễn thị phượng hoàng ".repeat(20);
    let list = format!("site:{}", ["C34.1"; 80].join(","));
    for typed in [names, list] {
        assert_eq!(Query::parse(&typed).faults, [], "{typed}");
    }
}
