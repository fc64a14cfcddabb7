//! A search with `due:` says for which day it found a case, what is missing then and who owes it.

use std::fs;

use serde_json::{Value, json};
use tumorboard::i18n::Lang;

use crate::support::Sandbox;
use crate::support::driver::Driver;

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

fn lines(board: &Sandbox, args: &[&str]) -> String {
    let output = board.run(args);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_line_says_the_earliest_day_that_was_asked_for_with_what_is_missing_then_and_whose_it_is() {
    let board = Sandbox::new();
    let line = |args: &[&str]| {
        let said = lines(&board, args);
        said.lines().find(|line| line.starts_with("tb-2026-0018")).unwrap().to_owned()
    };
    let core = "due 27-Nov-2026: histology of the core biopsy (Võ Thanh Bình) · ";
    for command in ["search", "list"] {
        assert!(line(&[command, "due:<7d"]).contains(core), "{}", line(&[command, "due:<7d"]));
        let said = line(&[command, "due:overdue"]);
        assert!(said.contains("OVERDUE since 25-Nov-2026: thin-slice reconstruction"), "{said}");
        assert!(said.contains("); the patient's own view ("), "all that is missing that day: {said}");
        let said = line(&[command, "due:>2026-12-01"]);
        assert!(said.contains("due 04-Dec-2026: sputum for tuberculosis"), "{said}");
        assert!(!line(&[command, "0018"]).contains("27-Nov-2026"), "no day was asked for");
    }
    let said = line(&["search", "due:<7d", "--as-of", "2026-11-28"]);
    assert!(said.contains("due 30-Nov-2026: "), "{said}");
    for (lang, says) in [("vi", "hạn 27 thg 11 2026: histology"), ("zh", "期限2026年11月27日：histology")]
    {
        let said = line(&["search", "due:<7d", "--lang", lang]);
        assert!(said.contains(says), "{said}");
    }
    for (lang, says) in [("vi", "QUÁ HẠN từ 25 thg 11 2026: "), ("zh", "自2026年11月25日起逾期：")]
    {
        let said = line(&["search", "due:overdue", "--lang", lang]);
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn the_answer_of_an_expert_is_counted_beside_what_is_missing_that_day() {
    let board = Sandbox::new();
    let asked = "check: TTBN 1975\nby: hoa-coord\nexpert: tan-hpb\nasked: Resectable?\ndue: ";
    let ask = |day: &str| {
        let path = board.home().join("request.yaml");
        fs::write(&path, format!("{asked}{day}\n")).unwrap();
        lines(&board, &["record", "request", "tb-2026-0007", "--from", path.to_str().unwrap()]);
    };
    ask("2026-11-24");
    ask("2026-11-20");
    let said = lines(&board, &["search", "0007", "due:2026-11-24"]);
    assert!(said.contains("OVERDUE since 24-Nov-2026: Thân tĩnh mạch cửa"), "{said}");
    assert!(said.contains("Xạ hình xương ("), "{said}");
    assert!(said.contains("); a recommendation, or the answer of an expert · "), "{said}");
    let said = lines(&board, &["search", "0007", "due:overdue"]);
    assert!(said.contains("OVERDUE since 20-Nov-2026: a recommendation, or the answer of"), "{said}");
}

#[test]
fn a_program_reads_the_day_as_a_field_and_null_where_none_was_asked_for() {
    let board = Sandbox::new();
    let due = |query: &str| {
        let answer: Value = serde_json::from_str(&lines(&board, &["list", "--json", "0018", query])).unwrap();
        answer["cases"][0]["due"].clone()
    };
    let missing = json!([{ "item": "histology of the core biopsy", "owner": "binh-path" }]);
    assert_eq!(
        due("due:<7d"),
        json!({ "date": "2026-11-27", "overdue": false, "missing": missing, "others": 0 })
    );
    assert_eq!(due("due:overdue")["date"], "2026-11-25");
    assert_eq!(due("due:overdue")["overdue"], true);
    assert_eq!(due("due:overdue")["others"], 0);
    assert_eq!(due("site:lung"), Value::Null);
}

#[test]
fn every_row_has_its_day_whole_and_what_is_overdue_has_a_sign_at_every_size() {
    for (lang, overdue, ahead) in [
        (Lang::En, "! 25-Nov-2026", "27-Nov-2026"),
        (Lang::Vi, "! 25 thg 11 2026", "27 thg 11 2026"),
        (Lang::Zh, "! 2026年11月25日", "2026年11月27日"),
    ] {
        for size in SIZES {
            let mut driver = Driver::start(lang, "mono", size);
            driver.press("/ Tab");
            assert!(!driver.says().contains(overdue));
            driver.press("'due:overdue");
            let rows = driver.rows();
            let head = rows.iter().position(|row| row.contains("/ due:overdue")).unwrap();
            for row in &rows[head + 2..head + 5] {
                assert!(row.contains(" ! ") && row.contains("2026"), "{row}");
            }
            driver.press("'_0018").wait_for(overdue);
            driver.press("Esc / Tab 'due:<7d_0018").wait_for(ahead);
            assert!(!driver.says().contains(&format!("! {ahead}")), "{}", driver.says());
        }
    }
}

#[test]
fn what_was_due_in_a_month_that_is_over_is_overdue_in_the_case_as_in_the_list() {
    let mut driver = Driver::starting(Lang::En, "default", (120, 40));
    let file = driver.sandbox.workspace().join("tb-2026-0007/case.yaml");
    let case = fs::read_to_string(&file).unwrap();
    fs::write(&file, case.replace("owner: vy-nm, due: 2026-11-24", "owner: vy-nm, due: 2026-10")).unwrap();
    driver.answer();
    driver.slow = None;
    driver.press("/ Tab '0007_due:overdue Enter Enter");
    assert!(!driver.says().contains("due:overdue"), "the case is open");
    let found = (1..=8).find_map(|step| {
        driver.press(&step.to_string());
        driver.rows().into_iter().find(|row| row.contains("Xạ hình xương"))
    });
    assert!(found.as_ref().is_some_and(|row| row.contains("OVERDUE")), "{found:?}");
}

#[test]
fn below_the_list_stands_what_is_missing_that_day_and_who_owes_it() {
    for size in SIZES {
        let mut driver = Driver::start(Lang::En, "default", size);
        driver.press("/ Tab 'due:<7d_0018");
        driver.wait_for("due 27-Nov-2026: histology of the core biopsy (Võ Thanh Bình)");
        driver.press("Esc / Tab 'due:overdue_0017").wait_for("OVERDUE since 25-Nov-2026: written opinion");
    }
}

#[test]
fn on_an_old_agenda_a_day_is_overdue_as_of_that_meeting() {
    let mut driver = Driver::start(Lang::En, "default", (80, 24));
    driver.press("m Up Enter / 'due:2026-11-24_0008").wait_for("due 24-Nov-2026: ");
    driver.press("Tab").wait_for("OVERDUE since 24-Nov-2026: ");
}
