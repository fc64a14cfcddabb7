//! Finding cases from the command line: words, filters, and what is said about a filter that is none.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tumorboard::domain::fold::fold;
use tumorboard::domain::query::Query;
use tumorboard::i18n::{Lang, Words};

use crate::support::Sandbox;

#[track_caller]
fn found(sandbox: &Sandbox, args: &[&str]) -> Vec<String> {
    let output = sandbox.run(args);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let ids = answer["cases"].as_array().unwrap().iter();
    ids.map(|case| case["id"].as_str().unwrap().trim_start_matches("tb-2026-").to_owned()).collect()
}

#[test]
fn words_and_filters_combine_and_a_list_keeps_the_order_of_the_folders() {
    let board = Sandbox::new();
    assert_eq!(found(&board, &["search", "--json", "0012", "status:deferred"]), ["0012"]);
    assert_eq!(found(&board, &["search", "--json", "wxy"]), ["0008"]);
    let liver = found(&board, &["list", "--json", "site:liver"]);
    assert!(liver.contains(&"0007".to_owned()) && liver.is_sorted(), "{liver:?}");
    assert!(liver.len() < found(&board, &["list", "--json"]).len());
    let chinese = found(&board, &["list", "--json", "lang:zh"]);
    assert!(chinese.contains(&"0008".to_owned()) && !chinese.contains(&"0007".to_owned()), "{chinese:?}");
    let old = found(&board, &["list", "--json", "age:>70", "sex:m"]);
    assert!(old.contains(&"0011".to_owned()) && !old.contains(&"0012".to_owned()), "{old:?}");
}

#[test]
fn what_is_found_with_a_slip_only_is_said_to_be_similar_at_each_case() {
    let board = Sandbox::new();
    for command in ["search", "list"] {
        for (typed, is_similar) in [("hogn", true), ("hong", false), ("site:cervix", false)] {
            let answer: Value =
                serde_json::from_slice(&board.run(&[command, "--json", typed]).stdout).unwrap();
            let found = answer["cases"].as_array().unwrap().iter();
            let hong = found.clone().find(|case| case["id"] == "tb-2026-0013").unwrap();
            assert_eq!(hong["similar"], is_similar, "{command} {typed}");
            for (lang, says) in [("en", "only similar"), ("vi", "chỉ gần giống"), ("zh", "仅相似")] {
                let said = board.run(&[command, typed, "--lang", lang]).stdout;
                let said = String::from_utf8(said).unwrap();
                let line = said.lines().find(|line| line.starts_with("tb-2026-0013")).unwrap();
                assert_eq!(line.contains(&format!(" · {says} · ")), is_similar, "{line}");
            }
        }
    }
}

#[test]
fn a_case_that_the_latest_meeting_put_off_is_deferred_until_it_is_put_on_again() {
    let board = Sandbox::new();
    let ask = || found(&board, &["list", "--json", "status:deferred"]);
    let record = |change: &str| {
        let text = format!("by: hoa-coord\nchange: {change}\ncase: tb-2026-0009\nreason: late report\n");
        let path = board.home().join("change.yaml");
        fs::write(&path, text).unwrap();
        let args = ["record", "agenda", "2026-11-26-network", "--from", path.to_str().unwrap()];
        assert_eq!(board.run(&args).status.code(), Some(0));
    };
    assert_eq!(ask(), ["0012"]);
    record("defer");
    assert_eq!(ask(), ["0009", "0012"]);
    let said = String::from_utf8(board.run(&["list", "status:deferred", "0009"]).stdout).unwrap();
    assert!(said.contains(" · no decision · deferred · "), "{said}");
    let said = String::from_utf8(board.run(&["list", "status:deferred", "0012"]).stdout).unwrap();
    assert!(said.contains(" · discussion 1: FINAL, deferred · "), "{said}");
    let answer: Value = serde_json::from_slice(&board.run(&["list", "--json"]).stdout).unwrap();
    assert!(answer["cases"].as_array().unwrap().iter().all(|case| {
        let is_deferred = case["id"] == "tb-2026-0009" || case["id"] == "tb-2026-0012";
        case["deferred"] == is_deferred
    }));
    assert_eq!(found(&board, &["list", "--json", "status:undecided", "0009"]), ["0009"]);
    record("add");
    assert_eq!(ask(), ["0012"]);
}

#[test]
fn a_case_decided_before_a_meeting_put_it_off_is_deferred_too() {
    let board = Sandbox::new();
    let file = board.workspace().join("tb-2026-0011/case.yaml");
    // The discussion of 12 November, which has its decision.
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("discussion: 2", "discussion: 1", 1)).unwrap();
    let ask = || found(&board, &["list", "--json", "status:deferred", "0011"]);
    let final_before = found(&board, &["list", "--json", "status:final", "0011"]);
    assert_eq!((final_before.len(), ask().len()), (1, 0));
    let change = board.home().join("change.yaml");
    fs::write(&change, "by: hoa-coord\nchange: defer\ncase: tb-2026-0011\nreason: late report\n").unwrap();
    let args = ["record", "agenda", "2026-11-26-network", "--from", change.to_str().unwrap()];
    assert_eq!(board.run(&args).status.code(), Some(0));
    assert_eq!(ask(), ["0011"]);
    assert_eq!(
        found(&board, &["list", "--json", "status:final", "0011"]),
        ["0011"],
        "that it is final stays"
    );
    let said = String::from_utf8(board.run(&["list", "0011"]).stdout).unwrap();
    assert!(said.contains(" · FINAL · deferred · "), "{said}");
}

#[test]
fn a_meeting_that_cannot_be_read_whole_is_told_beside_what_is_found() {
    let says = |damage: &dyn Fn(&Path)| {
        let board = Sandbox::new();
        let meeting = board.workspace().join("meetings/2026-11-12-network");
        let said =
            |board: &Sandbox| String::from_utf8(board.run(&["list", "status:deferred"]).stderr).unwrap();
        assert_eq!(said(&board), "");
        damage(&meeting);
        // The second time it is known from the kept list.
        (said(&board), said(&board))
    };
    let told =
        "NOT READ WHOLE: meetings/2026-11-12-network: which cases this meeting lists or put off is not known";
    let broken_plan = |meeting: &Path| fs::write(meeting.join("meeting.yaml"), "agenda: [\n").unwrap();
    let broken_record = |meeting: &Path| {
        let record = fs::read_dir(meeting.join("records")).unwrap().next().unwrap().unwrap().path();
        let text = fs::read_to_string(&record).unwrap();
        fs::write(record, text.replacen("recorded: 2", "recorded: 3", 1)).unwrap();
    };
    for damage in [&broken_plan as &dyn Fn(&Path), &broken_record] {
        let (first, again) = says(damage);
        assert!(first.contains(told) && again.contains(told), "{first}\n{again}");
    }
}

#[test]
fn a_filter_that_is_none_is_refused_with_what_was_probably_meant() {
    let board = Sandbox::new();
    for (args, said) in [
        (["search", "stauts:final"], "did you mean status:"),
        (["search", "status:defered"], "did you mean status:deferred"),
        (["list", "age:old"], "write it like age:>70"),
        (["list", "colour:red"], "the filters are site stage"),
        (["list", "status:"], "write it like status:undecided"),
        (["search", "due:"], "write it like due:<7d"),
        (["list", "stage:IIIZ"], "write it like stage:III"),
        (["list", "-site:lung"], "filters cannot be negated"),
        (["search", "!site:lung"], "filters cannot be negated"),
        (["search", "status:~final"], "filters cannot be negated"),
        (["list", "not site:lung"], "filters cannot be negated"),
        (["list", "status:decided"], "write it like status:"),
    ] {
        let output = board.run(&args);
        let words = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(words.contains(said), "{args:?}: {words}");
        assert!(output.stdout.is_empty());
    }
}

/// What was understood, to compare; whatever was not would stand there too.
fn understood(typed: &str) -> String {
    let query = Query::parse(typed);
    assert_eq!(query.faults, [], "{typed}");
    format!("{query:?}")
}

#[test]
fn a_status_is_asked_for_in_the_words_that_the_screen_shows_for_it_in_every_language() {
    for words in Lang::ALL.map(Words::shared) {
        for (id, status) in [
            ("cli-undecided", "undecided"),
            ("code-status-unsigned", "unsigned"),
            ("code-status-final", "final"),
            ("state-deferred", "deferred"),
            ("code-outcome-deferred", "deferred"),
            ("state-conflict", "conflict"),
            ("state-damaged", "damaged"),
            ("state-unreadable", "unreadable"),
            ("cli-unreadable", "unreadable"),
        ] {
            let (word, asked) = (words.get(id), understood(&format!("status:{status}")));
            for typed in [word.clone(), word.to_lowercase(), fold(&word), fold(&word).replace(' ', "-")] {
                assert_eq!(understood(&format!("status:{typed}")), asked, "{id}");
                // What stands behind it is a word, and another filter a filter.
                let with = understood(&format!("status:{status} tran sex:f"));
                assert_eq!(understood(&format!("status:{typed} tran sex:f")), with, "{id}");
            }
        }
        for id in ["missing-blocking", "missing-blocks"] {
            let (word, asked) = (words.get(id), understood("missing:blocking tran"));
            assert_eq!(understood(&format!("missing:{word} tran")), asked, "{id}");
        }
        let waiting = words.with("state-waiting", &[("n", 2_usize.into())]);
        let word = waiting.split('2').next().unwrap().trim();
        assert_eq!(understood(&format!("status:{word}")), understood("status:waiting"), "{word}");
    }
}

#[test]
fn statuses_of_several_languages_are_asked_for_together_and_a_slip_is_told() {
    let board = Sandbox::new();
    let ask = |query: &str| found(&board, &["list", "--json", query]);
    assert_eq!(ask("status:chưa ký,đã hoãn"), ask("status:unsigned,deferred"));
    assert_eq!(ask("status:已延期"), ask("status:deferred"));
    assert!(ask("status:deferred").contains(&"0012".to_owned()));
    for (typed, said) in
        [("status:\"chua kyy\"", "did you mean status:chưa ký"), ("status:冲", "status:冲突")]
    {
        let output = board.run(&["list", typed]);
        let words = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{typed}");
        assert!(words.contains(said), "{typed}: {words}");
    }
}

#[test]
fn a_search_that_finds_nothing_says_what_kept_all_cases_out() {
    let board = Sandbox::new();
    for command in ["search", "list"] {
        for (typed, lang, said) in [
            ("25-Feb-1908", "en", "birth dates are looked for with born:1908-02-25"),
            ("25 thg 2 1908", "vi", "tìm theo ngày sinh bằng born:1908-02-25"),
            ("site:testis site:thymus", "zh", "site:testis,thymus"),
            ("site :lung", "en", "site:lung"),
        ] {
            let output = board.run(&[command, typed, "--lang", lang]);
            let words = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(0), "{typed}");
            assert!(words.contains(said), "{typed}: {words}");
        }
    }
}
