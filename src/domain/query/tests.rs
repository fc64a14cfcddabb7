//! What finds a case and what does not: words in three scripts, slips, filters, and the order of the answers.

use chrono::NaiveDate;

use crate::domain::about::About;
use crate::domain::care::Missing;
use crate::domain::check::Readiness;
use crate::domain::date::Date;
use crate::domain::history::Status;
use crate::domain::patient::{Identifier, Patient, Sex};
use crate::domain::query::{Fault, Haystack, Query};
use crate::domain::staging::catalogue::tables;
use crate::domain::summary::Summary;
use crate::domain::value::YesNo;

pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

pub(super) fn summary(name: &str) -> Summary {
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
pub(super) fn check(query: &str, case: &Summary, expected: bool) {
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

pub(super) fn filtered() -> Summary {
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
        "age:>=76",
        "age:≤76",
        "born:1950",
        "born:14/03/1950",
        "born:1940-1950",
        "born:1949,1950",
        "born:>=1950-03-14",
        "due:<=4d",
        "due:<1m",
        "due:<1 tháng",
        "due:<1周",
        "due:>=4 days",
        "stage:III A",
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
        "born:1951",
        "born:1950-04",
        "born:>1950",
        "born:<1950",
        "due:quá hạn",
        "due:hôm nay",
        "due:今天",
        "due:>=1m",
        "stage:III B",
        "lang:zh",
        "missing:pet",
        "nguyen site:lung",
        "an site:liver",
    ] {
        check(query, &case, false);
    }
    let year_only = Patient { born: Some(Date::parse("1950")), ..case.about().patient.clone() };
    let about = About { patient: year_only, ..case.about() };
    check("born:1950-07-01", &Summary { about: about.pack(), ..case.clone() }, true);
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
        ("sex:f,femal", "sex", Some("f,female")),
        ("due:overdue,toda", "due", Some("overdue,today")),
        ("age:old", "age", None),
        ("due:soon", "due", None),
        ("due:over", "due", Some("overdue")),
        ("due:1961,03/04/2026", "due", Some("1961,2026-04-03")),
        ("born:03/04/1961", "born", Some("1961-04-03")),
        ("born:young", "born", None),
        ("born:1961,>=05/04/1961", "born", Some("1961,>=1961-04-05")),
    ] {
        let all = faults(typed);
        let [Fault::BadValue { filter: found, suggestion: said, .. }] = all.as_slice() else {
            panic!("{typed}: {all:?}")
        };
        assert_eq!((found.name, said.as_deref()), (filter, suggestion), "{typed}");
    }
    for typed in ["10:30", "missing:", "a:b", "nguyen"] {
        assert_eq!(faults(typed), [], "{typed}");
    }
}

#[test]
fn organs_of_several_words_are_asked_for_as_they_are_said() {
    let base = filtered();
    let of =
        |site: &str| Summary { about: About { site: site.into(), ..base.about() }.pack(), ..base.clone() };
    let (stomach, skin, colon) = (of("C16.2"), of("C44.3"), of("C18.0"));
    for (query, found) in [
        ("site:dạ dày", [true, false, false]),
        ("site:da day an", [true, false, false]),
        ("site:dạ-dày", [true, false, false]),
        ("site:\"dạ dày\"", [true, false, false]),
        ("an site:gan,dạ dày,đại tràng sex:m", [true, false, true]),
        ("site:gan, đại tràng", [false, false, true]),
        ("site:da", [false, true, false]),
        ("site:da an", [false, true, false]),
        ("site:da xyz", [false, false, false]),
        ("missing:\"sinh thiết\"", [true, true, true]),
        ("missing:\"sinh hạch\"", [false, false, false]),
    ] {
        assert!(Query::parse(query).faults.is_empty(), "{query}");
        let answers = [&stomach, &skin, &colon].map(|case| score(query, case).is_some());
        assert_eq!(answers, found, "{query}");
    }
    let faults = |typed: &str| Query::parse(typed).faults;
    for typed in ["site:dạ an", "site:dạ", "site:dạ d"] {
        let all = faults(typed);
        let [Fault::BadValue { suggestion, .. }] = all.as_slice() else { panic!("{typed}: {all:?}") };
        assert_eq!(suggestion.as_deref(), Some("dạ dày"), "{typed}");
    }
    let names =
        "dạ dày|đại tràng|thực quản|buồng trứng|tuyến tiền liệt|cổ tử cung|bile duct|soft tissue|trực tràng";
    for name in names.split('|') {
        assert_eq!(faults(&format!("site:{name}")), [], "{name}");
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
fn a_case_of_which_something_cannot_be_read_is_not_taken_for_undecided() {
    let open = Summary { decision: None, ..filtered() };
    check("status:undecided", &open, true);
    check("status:undecided", &Summary { damaged: 1, ..open.clone() }, false);
    check("status:undecided", &Summary { withheld: 1, ..open.clone() }, false);
    check("status:undecided", &Summary { readable: false, ..open }, false);
}

#[test]
fn a_filter_with_nothing_behind_its_colon_is_a_fault_and_leaves_nothing_out() {
    for (query, faults) in [
        ("site:", 1),
        ("an site:", 1),
        ("site: lung", 0),
        ("site: lnug", 1),
        ("site: ", 1),
        ("site:,", 1),
        ("status: , ", 1),
        ("sex: f", 0),
        ("missing: an", 0),
        ("missing:", 0),
    ] {
        assert_eq!(Query::parse(query).faults.len(), faults, "{query}");
    }
    check("site:,", &filtered(), true);
}

#[test]
fn a_filter_that_should_be_turned_round_is_a_fault_and_no_word() {
    for query in ["-site:lung", "!site:lung", "−Status:final", "–missing:", "！age:>70", "!!sex:f"] {
        let all = Query::parse(query).faults;
        assert!(matches!(all.as_slice(), [Fault::Negated { .. }]), "{query}: {all:?}");
        check(query, &filtered(), true);
    }
    for query in ["004-188", "-an", "!important", "a-site:x", "-colour:red"] {
        assert_eq!(Query::parse(query).faults, [], "{query}");
    }
}

#[test]
fn only_what_a_stage_group_can_be_is_asked_for() {
    for group in "0 I ii 3 IV IIIA 3a IIIA1 IIIA1(ii) IIIC1r IA3 IVB IIE IIIES IIEB IIBE IVBX IS 0is 0a A d occult limited extensive L1 MS".split(' ') {
        assert!(Query::parse(&format!("stage:{group}")).faults.is_empty(), "{group}");
    }
    for table in tables() {
        for group in table.all_groups() {
            assert!(Query::parse(&format!("stage:\"{group}\"")).faults.is_empty(), "{group}");
        }
    }
    for group in "IIIZ foo V 5 VB IIII IIIA12 IIIAI 39 stage ? T3 x early".split(' ') {
        assert_eq!(Query::parse(&format!("stage:{group}")).faults.len(), 1, "{group}");
    }
}
