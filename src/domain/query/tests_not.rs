//! What says *not* is a fault whatever sign says it, and what is suggested is never the opposite of what was typed.

use crate::domain::query::tests::{check, filtered};
use crate::domain::query::{Fault, Query};

fn suggestion(typed: &str) -> Option<String> {
    let all = Query::parse(typed);
    assert!(all.filters.is_empty(), "{typed}: {:?}", all.filters);
    all.faults.into_iter().find_map(|fault| match fault {
        Fault::BadValue { suggestion, .. } => suggestion,
        Fault::UnknownFilter { suggestion, .. } => suggestion.map(str::to_owned),
        _ => None,
    })
}

#[test]
fn a_value_that_begins_with_any_sign_is_a_fault_and_says_not_where_it_may() {
    let signs = "- – — ‑ ‒ ― − － ﹣ ! ！ !! != ! ¬ ￢ ~ ～ ^ / \\ <> ≠ ∼ ⁓ | ∉ 〜 _";
    for sign in signs.split(' ') {
        for value in ["site:{}lung", "status:{}final", "status:{}定稿", "sex:{}f", "lang:{}vi", "stage:{}III"]
            .into_iter()
            .chain([
                "site:{}C34",
                "missing:{}biopsy",
                "site:liver,{}lung",
                "site:{} lung",
                "status:{}chưa ký",
            ])
        {
            let typed = value.replace("{}", sign);
            let all = Query::parse(&typed);
            assert!(matches!(all.faults.as_slice(), [Fault::Negated { .. }]), "{typed}: {:?}", all.faults);
            assert!(all.filters.is_empty(), "{typed}");
        }
        let typed = format!("due:{sign}overdue");
        assert_eq!(Query::parse(&typed).faults.len(), 1, "{typed}");
    }
    for typed in ["age:!70", "age:¬70", "age:≠70", "age:≰70", "age:<>70", "born:!=1961", "due:！7d"] {
        let all = Query::parse(typed).faults;
        assert!(matches!(all.as_slice(), [Fault::Negated { .. }]), "{typed}: {all:?}");
    }
    // These say no *not*; they are no part of a name all the same.
    for (typed, meant) in [
        ("status:>final", Some("final")),
        ("status:=final", Some("final")),
        ("site:(lung)", Some("lung")),
        ("site:+lung", Some("lung")),
    ] {
        let all = Query::parse(typed).faults;
        assert!(matches!(all.as_slice(), [Fault::BadValue { .. }]), "{typed}: {all:?}");
        assert_eq!(suggestion(typed).as_deref(), meant, "{typed}");
    }
    for typed in ["status:\"final\"", "status:＂final＂", "site:“lung”", "missing:18F-PET", "site:C34.1"]
    {
        assert_eq!(Query::parse(typed).faults, [], "{typed}");
    }
}

#[test]
fn a_sign_or_a_word_before_a_filter_that_turns_it_round_is_a_fault() {
    for typed in [
        "—status:final",
        "‑site:lung",
        "~site:lung",
        "￢status:final",
        "/sex:f",
        "- site:lung",
        "! site:lung",
        "NOT status:final",
        "not site:lung",
        "không site:phổi",
        "không phải site:phổi",
        "非 status:定稿",
        "非status:定稿",
        "不是 site:肺",
        "notsite:lung",
        "not site:",
    ] {
        for query in [typed.to_owned(), format!("tran {typed}"), format!("{typed} age:>20")] {
            let all = Query::parse(&query);
            assert!(matches!(all.faults.as_slice(), [Fault::Negated { .. }]), "{query}: {:?}", all.faults);
            assert_eq!(all.words.len(), usize::from(query.starts_with("tran")), "{query}");
        }
        check(typed, &filtered(), true);
    }
    // A family name without its marks, and words that stand before no filter.
    for typed in
        ["khong site:lung", "Khổng site:lung", "not", "an not", "không", "nott site:lung", "site:lung not"]
    {
        assert_eq!(Query::parse(typed).faults, [], "{typed}");
    }
}

#[test]
fn what_is_suggested_is_never_the_opposite_nor_another_day() {
    for typed in [
        "status:decided",
        "status:readable",
        "status:decision",
        "status:未延期",
        "status:未定稿",
        "status:!=final",
        "status:notfinal",
        "status:not",
        "status:\"no conflict\"",
        "status:noconflict",
        "status:\"không chính thức\"",
        "status:undeferred",
        "status:undamaged",
        "status:\"kết luận\"",
        "status:会诊结论",
        "sex:unmale",
        "sex:notmale",
        "sex:emale",
        "due:未逾期",
        "due:明天",
        "due:昨天",
        "due:明日",
        "due:\"hôm qua\"",
        "due:\"hôm mai\"",
        "due:hôm qua",
        "due:\"not overdue\"",
    ] {
        assert_eq!(suggestion(typed), None, "{typed}");
    }
    for (typed, meant) in [
        ("sex:fmale", "female"),
        ("sex:mael", "male"),
        ("sex:femal", "female"),
        ("status:unsinged", "unsigned"),
        ("status:sined", "signed"),
        ("status:\"chua kyy\"", "chưa ký"),
        ("status:undecidde", "undecided"),
        ("status:ch", "chưa ký"),
        ("status:冲", "冲突"),
        ("status:finnal", "final"),
        ("due:toady", "today"),
        ("due:overdeu", "overdue"),
        ("site:lnug", "lung"),
    ] {
        assert_eq!(suggestion(typed).as_deref(), Some(meant), "{typed}");
    }
}
