//! A record that is damaged, gone or out of reach is said wherever its silence could be taken for *no decision*.

use std::fs;
use std::path::{Path, PathBuf};

use tumorboard::i18n::{Lang, Words};
use tumorboard::ui::msg::Effect;

use crate::support::Sandbox;
use crate::support::driver::Driver;

const CASE: &str = "tb-2026-0011";

/// Every harm in one language, the gravest of them in all and where there is little room.
fn table() -> Vec<(Lang, (u16, u16), &'static str, &'static str)> {
    let all = HARMS.map(|(how, id)| (Lang::En, (80, 24), how, id));
    let places = [(Lang::En, (60, 16)), (Lang::Vi, (60, 16)), (Lang::Zh, (60, 16)), (Lang::Vi, (120, 40))];
    let gravest = [HARMS[0], HARMS[5]];
    let more = places.iter().flat_map(|(lang, size)| gravest.map(|(how, id)| (*lang, *size, how, id)));
    all.into_iter().chain(more).collect()
}

fn decision(root: &Path) -> PathBuf {
    let records = root.join(CASE).join("records");
    let mut all = fs::read_dir(records).unwrap().map(|entry| entry.unwrap().path());
    all.find(|path| path.to_str().unwrap().ends_with("-decision.yaml")).unwrap()
}

/// What a person types to a board whose case 0011 was harmed.
fn told(how: &str, args: &[&str], code: i32) -> String {
    let board = Sandbox::new();
    harm(&board.workspace(), how);
    let output = board.run(args);
    let all = [&output.stdout[..], &output.stderr].concat();
    let text = String::from_utf8(all).unwrap();
    assert_eq!(output.status.code(), Some(code), "{how} {args:?}: {text}");
    text
}

/// What may happen to the file of a decision, and the words of the banner that tell it.
const HARMS: [(&str, &str); 6] = [
    ("one word changed", "unread-damaged"),
    ("a line appended", "unread-damaged"),
    ("truncated", "unread-damaged"),
    ("emptied", "unread-damaged"),
    ("out of reach", "unread-withheld"),
    ("removed", "unread-waiting"),
];

fn harm(root: &Path, how: &str) {
    let path = decision(root);
    let text = fs::read_to_string(&path).unwrap();
    match how {
        "one word changed" => {
            fs::write(&path, text.replacen("palliative", "curative", 1).replacen("the", "teh", 1))
        }
        "a line appended" => fs::write(&path, format!("{text}more\n")),
        "truncated" => fs::write(&path, text.chars().take(text.chars().count() / 2).collect::<String>()),
        "emptied" => fs::write(&path, ""),
        "out of reach" => fs::remove_file(&path).and_then(|()| fs::create_dir(&path)),
        _ => fs::remove_file(&path),
    }
    .unwrap();
    assert_ne!(fs::read_to_string(&path).ok(), Some(text), "{how}");
}

/// The case opened after that.
fn opened(lang: Lang, size: (u16, u16), how: &str) -> Driver {
    let mut driver = Driver::start(lang, "default", size);
    harm(driver.store.root(), how);
    driver.press("Ctrl-R / '0011 Tab Enter");
    driver
}

fn one(words: &Words, id: &str) -> String {
    words.with(id, &[("n", 1_usize.into())]).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The start of a sentence that may be cut by the end of a small screen.
fn start(text: &str) -> String {
    text.chars().take(24).collect()
}

#[test]
fn a_case_whose_decision_cannot_be_read_never_says_that_nothing_is_decided() {
    for (lang, size, how, id) in table() {
        let words = Words::shared(lang);
        let mut driver = opened(lang, size, how);
        let readable =
            if how == "removed" { "report-no-decision-here" } else { "report-no-decision-readable" };
        let empty = words.get("decision-empty");
        let empty = empty.split('{').next().unwrap().trim();
        for step in ["1", "2", "3", "4", "5", "6", "7", "8"] {
            let says = driver.press(step).says();
            assert!(says.contains(&one(words, id)), "{how} on step {step} at {size:?}:\n{says}");
            assert!(!says.contains(&start(empty)), "{how} on step {step} at {size:?}:\n{says}");
        }
        let says = driver.press("6").says();
        assert!(says.contains(&start(&words.get(readable))), "{how} at {size:?}:\n{says}");
        assert!(!says.contains(&words.get("code-agreement-not-discussed")), "{how}:\n{says}");
        let mut read = String::new();
        driver.press("7");
        for _ in 0..12 {
            read.push_str(&driver.says());
            driver.press("PgDn");
        }
        assert!(read.contains(&start(&words.get(readable))), "{how} at {size:?}:\n{read}");
        let says = driver.press("h").says();
        assert!(!says.contains(&words.get("earlier-none")), "{how} at {size:?}:\n{says}");
        assert!(says.contains(&one(words, id)), "{how} at {size:?}:\n{says}");
        // The form stands under the same banner.
        let says = driver.press("Esc 7 d").says();
        assert!(says.contains(&one(words, id)), "{how} at {size:?}:\n{says}");
    }
}

#[test]
fn a_decision_that_is_harmed_under_the_open_case_is_told_as_what_it_is() {
    for (how, is_gone) in
        [("one word changed", false), ("emptied", false), ("out of reach", false), ("removed", true)]
    {
        let mut driver = Driver::start(Lang::En, "default", (80, 24));
        driver.press("/ '0011 Tab Enter");
        harm(driver.store.root(), how);
        driver.carry_out(Effect::ReadRecords(CASE.to_owned()));
        let says = driver.says();
        assert_eq!(says.contains("that was here is gone"), is_gone, "{how}:\n{says}");
        assert_eq!(says.contains("1 record cannot be read (any more)"), !is_gone, "{how}:\n{says}");
    }
}

#[test]
fn a_list_says_that_records_are_damaged_before_anything_that_is_missing() {
    for (lang, size, how, id) in table() {
        let words = Words::shared(lang);
        let mut driver = Driver::start(lang, "default", size);
        harm(driver.store.root(), how);
        let says = driver.press("Ctrl-R / '0011 Tab").says();
        assert!(says.contains(&start(&one(words, id))), "{how} at {size:?}:\n{says}");
        let state = match id {
            "unread-damaged" => words.get("state-damaged"),
            "unread-withheld" => words.get("state-withheld"),
            _ => one(words, "state-waiting"),
        };
        assert!(says.contains(&state), "{how} at {size:?}:\n{says}");
    }
}

#[test]
fn what_is_damaged_stops_no_record_and_what_cannot_be_read_now_does() {
    for (how, is_stopped) in [("one word changed", false), ("removed", false), ("out of reach", true)] {
        let mut driver = opened(Lang::En, (80, 24), how);
        driver.press("a 'tran Tab 'agree Tab Tab 'Seen. Ctrl-S");
        let says = driver.says();
        assert_eq!(says.contains("NOT SAVED:"), is_stopped, "{how}:\n{says}");
    }
}

#[test]
fn no_document_says_that_nothing_was_decided_where_a_decision_is_gone_and_its_signature_is_not() {
    for (args, code) in
        [(&["show", CASE][..], 0), (&["export", CASE], 0), (&["export", "2026-11-12-network"], 0)]
    {
        let text = told("removed", args, code);
        let of_case = text.split(CASE).skip(1).collect::<String>();
        assert!(of_case.contains("No decision is here: records that others name"), "{args:?}: {text}");
        assert!(!text.contains("No decision is recorded."), "{args:?}: {text}");
    }
}

#[test]
fn who_checks_or_records_on_one_case_is_told_of_its_damaged_records() {
    for how in ["one word changed", "a line appended", "truncated", "emptied"] {
        let text = told(how, &["check", CASE], 5);
        assert!(text.contains("DAMAGED RECORD tb-2026-0011/records/"), "{how}: {text}");
    }
    let sound = told("removed", &["check", "tb-2026-0012"], 0);
    assert!(!sound.contains("DAMAGED RECORD"), "{sound}");
    let board = Sandbox::new();
    harm(&board.workspace(), "one word changed");
    let file = board.home().join("opinion.yaml");
    fs::write(&file, "check: LQD 1949\nby: hoa-coord\nperson: tuan-surg\nposition: agree\ntext: Seen.\n")
        .unwrap();
    let output = board.run(&["record", "opinion", CASE, "--from", file.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("DAMAGED RECORD"), "{said}");
}
