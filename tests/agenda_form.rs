//! Choosing a case for a change of the agenda: found as any search finds it, and never another than the one that was marked.

use std::fs;

use tumorboard::i18n::{Lang, Words};
use tumorboard::ui::msg::{Effect, Msg};

use crate::meeting::running;
use crate::support::driver::Driver;

/// The form with the field of the case empty and the cursor in it.
fn choosing(driver: &mut Driver) {
    driver.press("g Tab Ctrl-U");
}

/// Adds a case to the workspace, in a folder that comes before all others or behind them.
fn add(driver: &mut Driver, folder: &str, name: &str) {
    let dir = driver.store.root().join(folder);
    fs::create_dir_all(&dir).unwrap();
    let text = format!("schema: 1\nid: {folder}\npatient: {{name: {name}, born: 1961-03-14}}\n");
    fs::write(dir.join("case.yaml"), text).unwrap();
}

#[test]
fn a_case_is_found_by_whatever_a_search_finds_it_by() {
    let mut driver = running("Space Space Space");
    for (typed, name) in [
        ("'wangxiuying", "王秀英"),
        ("'wxy", "王秀英"),
        ("'00388410", "王秀英"),
        ("'0008", "王秀英"),
        ("'bich_tran", "Trần Thị Bích Ngọc"),
        ("'born:30/01/1968", "王秀英"),
        ("'hong_site:cervix", "Nguyễn Thị Hồng"),
    ] {
        choosing(&mut driver);
        driver.press(typed).wait_for(&format!("> {name}"));
        driver.press("Tab").wait_for(">New place");
        assert!(driver.says().contains(&format!("{name} · ")), "{typed} {}", driver.says());
        driver.press("Esc");
    }
}

#[test]
fn what_fits_nothing_as_typed_is_no_choice_however_similar() {
    let mut driver = running("Space Space Space");
    for typed in ["'nguyne_hogn", "'zzzz", "'site:lnug", "'colour:red"] {
        choosing(&mut driver);
        driver.press(typed).press("Tab").wait_for("No choice fits these letters");
        assert!(!driver.says().contains("-19"), "nobody with a birth date: {}", driver.says());
        driver.press("Esc");
    }
}

#[test]
fn letters_that_find_nobody_are_told_while_they_are_typed_in_every_language_at_every_size() {
    for (lang, nothing, fault, begun) in [
        (Lang::En, "nothing fits these letters", "site:lnug is not understood", "not yet by site:lu"),
        (Lang::Vi, "không có gì khớp các chữ này", "site:lnug", "chưa lọc theo site:lu"),
        (Lang::Zh, "没有符合这些字符的项目", "site:lnug", "尚未按 site:lu 筛选"),
    ] {
        for size in [(60, 16), (80, 24), (120, 40)] {
            let mut driver = Driver::start(lang, "default", size);
            for (typed, says) in [
                ("'zzzz", nothing),
                ("'site:lnug", fault),
                ("'site:lnug", "site:lung"),
                ("'site:lu", begun),
                ("'site:lnug_site:lu", "site:lung"),
                ("'zzzz_site:lung", nothing),
            ] {
                choosing(&mut driver);
                assert!(!driver.says().contains(nothing), "{}", driver.says());
                driver.press(typed).wait_for(says).press("Esc");
            }
        }
    }
}

#[test]
fn a_chosen_case_that_is_too_long_for_a_row_parts_between_words() {
    let mut driver = Driver::start(Lang::Vi, "default", (60, 16));
    add(&mut driver, "zz-1", "Quách Tĩnh Công Tằng Tôn Nữ Hoài");
    driver.carry_out(Effect::List);
    choosing(&mut driver);
    driver.press("'quach Tab");
    let rows = driver.rows();
    let at = rows.iter().position(|row| row.contains("Quách Tĩnh Công Tằng Tôn Nữ Hoài")).unwrap();
    assert!(rows[at].trim_end().ends_with('·'), "{}", driver.says());
    assert!(rows[at + 1].trim_start().starts_with("14 thg 3 1961"), "{}", driver.says());
}

#[test]
fn of_many_the_first_are_offered_and_the_others_counted() {
    let mut driver = running("Space Space Space");
    for number in 0..60 {
        add(&mut driver, &format!("zz-{number:02}"), &format!("Quách Tĩnh {number:02}"));
    }
    driver.carry_out(Effect::List);
    choosing(&mut driver);
    driver.press("'quach").wait_for("Quách Tĩnh 00");
    let more = |driver: &mut Driver| {
        let line = driver.rows().into_iter().find(|row| row.contains("more: type")).unwrap();
        line.chars().filter(char::is_ascii_digit).collect::<String>().parse::<usize>().unwrap()
    };
    let shown = driver.says().matches("Quách Tĩnh").count();
    assert_eq!(more(&mut driver) + shown, 60, "{}", driver.says());
    driver.press("Space '59").wait_for("> Quách Tĩnh 59");
}

#[test]
fn the_mark_stays_on_its_patient_when_others_add_a_case_meanwhile() {
    let mut driver = running("Space Space Space");
    add(&mut driver, "zz-1", "Quách Tĩnh");
    add(&mut driver, "zz-2", "Quách Phù");
    driver.carry_out(Effect::List);
    choosing(&mut driver);
    driver.press("'quach Down").wait_for("> Quách Phù");
    add(&mut driver, "aa-1", "Quách Khiếu");
    driver.carry_out(Effect::List);
    driver.wait_for("Quách Khiếu").wait_for("> Quách Phù");
    // What was marked is gone: nothing is.
    fs::remove_dir_all(driver.store.root().join("zz-2")).unwrap();
    driver.carry_out(Effect::List);
    driver.press("Ctrl-S").wait_for("Several choices fit");
}

#[test]
fn what_would_be_lost_of_the_agenda_is_told_in_words_before_one_leaves() {
    for (lang, change) in [(Lang::En, "defer"), (Lang::Vi, "hoãn"), (Lang::Zh, "延期")] {
        let mut driver = Driver::start(lang, "default", (80, 24));
        driver.press("Home g 'defer Tab Tab Tab 'late_report");
        driver.happen(Msg::Drafts(Some("the disk is full".to_owned())));
        let says = driver.press("Ctrl-Q").says();
        let shown = &says[says.find("the disk is full").unwrap()..];
        assert!(shown.contains("Trần Thị Bích Ngọc") && shown.contains("late report"), "{says}");
        assert!(shown.to_lowercase().contains(change), "{says}");
        assert!(shown.contains(&Words::shared(lang).get("form-agenda")), "{says}");
        assert!(!shown.contains("tb-2026-0007") && !shown.contains("form-agenda"), "{says}");
    }
}

#[test]
fn what_to_do_about_a_disk_promises_no_text_for_nobody_knows_there_whether_one_is_kept() {
    for (lang, kept) in [(Lang::En, "kept"), (Lang::Vi, "được giữ"), (Lang::Zh, "保留")] {
        let words = Words::shared(lang);
        for id in ["hint-retry", "hint-free-space", "hint-permission", "hint-read-only"] {
            assert!(!words.get(id).contains(kept), "{id}: {}", words.get(id));
        }
        let refused = words.with("not-saved", &[("why", "".into())]);
        assert!(!refused.contains(kept), "{refused}");
    }
}
