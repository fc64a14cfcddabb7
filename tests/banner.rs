//! The banner of a case says who it is and the allergies, and leaves room for the step, however much the file says.

use std::fs;

use tumorboard::i18n::{Lang, Words};
use tumorboard::ui::screens::case::screen::Step;
use unicode_width::UnicodeWidthStr;

use crate::support::driver::Driver;

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

/// A case of which the patient is written anew, open on its first step.
fn opened(lang: Lang, size: (u16, u16), patient: &str) -> Driver {
    let mut driver = Driver::start(lang, "default", size);
    let path = driver.store.root().join("tb-2026-0007/case.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once("\npatient:\n").unwrap();
    let after = rest.lines().skip_while(|line| line.is_empty() || line.starts_with([' ', '#']));
    let after = after.collect::<Vec<_>>().join("\n");
    fs::write(&path, format!("{before}\npatient:\n{patient}\n{after}\n")).unwrap();
    driver.press("Ctrl-R Home Enter");
    driver
}

fn allergies(count: usize) -> String {
    let one =
        |at| format!("    - {{to: substance{at}, reaction: rash and swelling {at}, note: seen {at} times}}");
    let list: Vec<String> = (1..=count).map(one).collect();
    format!(
        "  name: Tran Thi An\n  born: 1975-08-02\n  sex: female\n  ids:\n    - {{label: MRN, value: \"00418823\"}}\n  allergies:\n{}",
        list.join("\n")
    )
}

/// The steps stand below the banner with something of the step below them, above the rule and the keys.
#[track_caller]
fn has_room_for_the_step(driver: &mut Driver, lang: Lang, size: (u16, u16)) {
    let rows = driver.rows();
    let steps = rows.iter().position(|row| row.contains("[1 "));
    let steps = steps.unwrap_or_else(|| panic!("no steps:\n{}", rows.join("\n")));
    let below = rows.iter().skip(steps + 1).take_while(|row| !row.starts_with('─')).count();
    assert!(below >= 3, "{below} lines of the step at {size:?}:\n{}", rows.join("\n"));
    assert!(
        rows.iter().any(|row| row.contains(&Words::shared(lang).get("command-next-step"))
            || row.contains(&Words::shared(lang).get("hint-next-step"))),
        "{}",
        rows.join("\n")
    );
    assert!(rows.iter().all(|row| row.width() <= usize::from(size.0)));
}

#[test]
fn allergies_that_do_not_all_fit_are_counted_and_the_step_keeps_its_room() {
    for (lang, more) in [(Lang::En, "more allerg"), (Lang::Vi, "dị ứng khác"), (Lang::Zh, "项过敏")] {
        for size in SIZES {
            for count in [2, 12, 20] {
                let mut driver = opened(lang, size, &allergies(count));
                has_room_for_the_step(&mut driver, lang, size);
                let says = driver.says();
                assert!(says.contains("substance1 (rash"), "{says}");
                let shown = (1..=count).filter(|at| says.contains(&format!("substance{at} "))).count();
                let hidden = count - shown;
                let joined = says.replace(' ', "");
                let said = joined.contains(&format!("{hidden}{more}").replace(' ', ""));
                assert!(hidden == 0 || said, "{shown} of {count} at {size:?}: {says}");
                assert_eq!(hidden == 0, !joined.contains(&more.replace(' ', "")), "{says}");
            }
        }
    }
}

#[test]
fn the_history_has_every_allergy_whole_with_its_note() {
    for size in [(60, 16), (80, 24), (120, 40)] {
        let mut driver = opened(Lang::En, size, &allergies(20));
        driver.press("2");
        let mut all = String::new();
        for _ in 0..60 {
            all.push_str(&driver.says());
            driver.press("PgDn");
        }
        for at in 1..=20 {
            assert!(
                all.contains(&format!("substance{at} (rash and swelling {at}) · seen {at} times")),
                "{at} at {size:?}"
            );
        }
    }
}

#[test]
fn one_field_without_end_is_cut_with_a_mark_and_pushes_out_no_other() {
    let name = "  name: Tran Thi An\n";
    let born = "  born: 1975-08-02\n";
    let sex = "  sex: female\n";
    let ids = "  ids:\n    - {label: MRN, value: \"00418823\"}\n";
    let known = "  allergies:\n    - {to: iodine, reaction: rash}\n";
    let word = "ab".repeat(2000);
    let wide = "过 敏".repeat(900);
    for text in [&word, &wide] {
        for patient in [
            format!("  name: {text}\n{born}{sex}{ids}{known}"),
            format!("{name}  latin: {text}\n{born}{sex}{ids}{known}"),
            format!("{name}  born: {text}\n{sex}{ids}{known}"),
            format!("{name}{born}  sex: {text}\n{ids}{known}"),
            format!("{name}{born}{sex}  ids:\n    - {{label: {text}, value: \"00418823\"}}\n{known}"),
            format!("{name}{born}{sex}  ids:\n    - {{label: MRN, value: {text}}}\n{known}"),
            format!(
                "{name}{born}{sex}{ids}  allergies:\n    - {{to: {text}, reaction: {text}}}\n    - iodine\n"
            ),
            format!("{name}{born}{sex}{ids}  allergies: {text}\n"),
        ] {
            for size in [(60, 16), (80, 24)] {
                let mut driver = opened(Lang::En, size, &patient);
                has_room_for_the_step(&mut driver, Lang::En, size);
                let rows = driver.rows();
                let head: Vec<&str> =
                    rows.iter().take_while(|row| !row.contains("[1 ")).map(|row| row.trim()).collect();
                let head = head.join(" ");
                assert!(head.contains('…'), "{head}");
                let whole =
                    [(name, "Tran Thi An"), (born, "1975"), (ids, "00418823"), (known, "iodine (rash)")];
                for (field, seen) in whole {
                    assert!(!patient.contains(field) || head.contains(seen), "{seen} at {size:?}: {head}");
                }
                assert!(head.contains("00418823") || head.contains("MRN "), "{head}");
            }
        }
    }
}

#[test]
fn a_patient_with_everything_at_once_leaves_room_on_the_smallest_screen() {
    let patient = format!(
        "{}\n  vital: dead\n  latin: {}",
        allergies(30).replace("Tran Thi An", "Nguyen Van An"),
        "Nguyen ".repeat(30).trim()
    );
    let mut driver = opened(Lang::Vi, (60, 16), &patient);
    has_room_for_the_step(&mut driver, Lang::Vi, (60, 16));
    driver.wait_for("ĐÃ MẤT").wait_for("dị ứng khác").wait_for("00418823");
    assert_eq!(driver.model.case.as_ref().unwrap().step, Step::Question);
}

#[test]
fn a_latin_name_is_said_beside_another_one_and_not_twice() {
    let patient = |name: &str| format!("  name: {name}\n  latin: Joseph Hall\n  born: 1975-08-02");
    for (name, says) in [("Joseph Hall", "Joseph Hall "), ("何约瑟", "何约瑟 (Joseph Hall)")] {
        let mut driver = opened(Lang::En, (80, 24), &patient(name));
        assert!(driver.says().contains(says), "{}", driver.says());
        assert_eq!(driver.says().matches("Joseph Hall").count(), 1, "{}", driver.says());
    }
}
