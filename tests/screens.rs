//! Every screen as text, in each language, at the sizes that people have.

use std::fmt::Write;

use insta::Settings;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use sha2::{Digest, Sha256};
use tumorboard::i18n::{Lang, Words};
use tumorboard::ui::msg::Msg;
use tumorboard::ui::screens::offer::state::Offer;

use crate::support::driver::Driver;
use crate::support::driver::text;

/// What is pressed to come to each screen from the one before it.
const WALK: [(&str, &str); 23] = [
    ("agenda", ""),
    ("agenda-search", "/ 'tran"),
    ("meetings", "Esc m"),
    ("roll-call", "Esc r Space Space"),
    ("help", "Esc ?"),
    ("palette", "Esc : 'de"),
    ("step-1-question", "Esc Home Enter"),
    ("step-2-history", "Tab"),
    ("step-3-imaging", "Tab"),
    ("step-4-pathology", "Tab"),
    ("step-5-staging", "Tab"),
    ("step-6-discussion", "Tab"),
    ("step-7-decision", "Tab"),
    ("step-8-consultation", "Tab"),
    ("form-empty", "d"),
    ("form-offers", "'re"),
    ("form-lacks", "Backspace Backspace 'recommendation Tab Tab 'deb-tace Tab Ctrl-S"),
    (
        "form-full",
        "'palliative Tab '50_mg Tab Tab Tab 'phan-ir Tab '2026-12-01 F4 'premedication F4 'consensus Tab",
    ),
    ("read-back", "Ctrl-S 'TTBN_1975"),
    (
        "decided",
        "PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn Enter",
    ),
    ("next-patient", "n"),
    ("request", "Esc r 'tan-hpb Tab"),
    ("unreadable", "Esc Esc End Enter"),
];

/// A digest of every cell's look.
fn looks(buffer: &Buffer) -> String {
    let mut all = String::new();
    for cell in &buffer.content {
        write!(all, "{:?}{:?}{:?};", cell.fg, cell.bg, cell.modifier).unwrap();
    }
    Sha256::digest(all.as_bytes()).iter().take(8).fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}

fn walk(lang: Lang, theme: &str, size: (u16, u16)) {
    let mut driver = Driver::start(lang, theme, size);
    let look = if theme == "default" { String::new() } else { format!("-{theme}") };
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(format!("snapshots/{}-{}x{}{look}", lang.code(), size.0, size.1));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    for (name, keys) in WALK {
        driver.press(keys);
        let buffer = driver.draw();
        let mut shown = text(&buffer);
        assert!(!shown.contains("{$") && !shown.contains('⏎'), "{name}:\n{shown}");
        if theme != "default" {
            writeln!(shown, "looks {}", looks(&buffer)).unwrap();
        }
        insta::assert_snapshot!(name, shown);
    }
}

#[test]
fn english_on_the_usual_screen() {
    walk(Lang::En, "default", (80, 24));
}

#[test]
fn english_on_a_wide_screen() {
    walk(Lang::En, "default", (120, 40));
}

#[test]
fn english_on_a_small_screen() {
    walk(Lang::En, "default", (60, 16));
}

#[test]
fn english_without_colours() {
    walk(Lang::En, "mono", (80, 24));
}

#[test]
fn vietnamese_on_the_usual_screen() {
    walk(Lang::Vi, "default", (80, 24));
}

#[test]
fn chinese_on_the_usual_screen() {
    walk(Lang::Zh, "default", (80, 24));
}

#[test]
fn mono_uses_no_colour() {
    let mut driver = Driver::start(Lang::En, "mono", (80, 24));
    for (name, keys) in WALK {
        driver.press(keys);
        let coloured = |cell: &ratatui::buffer::Cell| {
            cell.fg != ratatui::style::Color::Reset || cell.bg != ratatui::style::Color::Reset
        };
        assert!(!driver.draw().content.iter().any(coloured), "{name}");
    }
}

/// From nothing to a wall of a screen: something is drawn, and the patient's banner wherever a case is shown.
#[test]
fn every_screen_is_drawn_at_every_size() {
    for lang in [Lang::En, Lang::Zh] {
        let mut driver = Driver::start(lang, "default", (80, 24));
        for (name, keys) in WALK {
            driver.press(keys);
            for (width, height) in
                (1..=130).step_by(13).flat_map(|w| (1..=45).step_by(6).map(move |h| (w, h)))
            {
                driver.screen = Terminal::new(TestBackend::new(width, height)).unwrap();
                driver.happen(Msg::Resize(width, height));
                let shown = text(&driver.draw());
                let large = width >= 50 && height >= 14;
                let in_case = driver.model.case.is_some() && name != "unreadable";
                let modes =
                    ["mode-view", "mode-draft", "mode-read-back"].map(|id| Words::shared(lang).get(id));
                let corner = shown.lines().next().unwrap_or_default();
                let says_mode = modes.iter().any(|mode| corner.ends_with(mode.as_str()));
                assert!(!large || says_mode, "{name} {width}x{height}: {corner}");
                assert!(
                    !large || !in_case || driver.model.is_between_patients() || shown.contains("Ngọc"),
                    "{name} {width}x{height}:\n{shown}"
                );
            }
            driver.screen = Terminal::new(TestBackend::new(80, 24)).unwrap();
            driver.happen(Msg::Resize(80, 24));
            driver.draw();
        }
    }
}

#[test]
fn a_list_that_goes_on_says_how_far_and_by_which_key() {
    let mut driver = Driver::start(Lang::En, "default", (80, 24));
    assert!(text(&driver.draw()).contains("PgDn 1–11 of 15"));
    driver.press("End");
    assert!(text(&driver.draw()).contains("PgUp 5–15 of 15"));
    for keys in ["r", "Esc ?", "Esc :"] {
        driver.press(keys);
        let shown = text(&driver.draw());
        assert!(shown.contains(" PgDn 1–"), "{keys}:\n{shown}");
    }
    driver.press("'zzz");
    assert!(text(&driver.draw()).contains("No command has these letters."));
}

#[test]
fn the_palette_says_whole_why_the_marked_command_is_not_to_be_had_on_the_smallest_screen() {
    for lang in Lang::ALL {
        let mut driver = Driver::start(lang, "default", (60, 16));
        driver.press(":");
        let disabled = tumorboard::ui::update::applies::offers(&driver.model);
        let count = disabled.len();
        let mut said = 0;
        for _ in 0..count {
            let words = driver.says();
            let whole = |why: &str| why.split_whitespace().collect::<String>();
            let shown = whole(&words);
            said += disabled
                .iter()
                .filter_map(|offer| offer.disabled.as_deref())
                .map(whole)
                .collect::<std::collections::BTreeSet<_>>()
                .iter()
                .filter(|why| shown.contains(why.as_str()))
                .count()
                .min(1);
            driver.press("Down");
        }
        let none = disabled.iter().filter(|offer| offer.disabled.is_some()).count();
        assert!(none > 10 && said >= none, "{lang:?}: {said} of {none}");
    }
}

#[test]
fn performance_is_said_once_with_what_the_two_scales_come_to_and_the_source_below() {
    let mut driver = Driver::start(Lang::En, "default", (80, 24));
    driver.press("Home Enter Tab");
    let shown = driver.says();
    assert_eq!(shown.matches("Karnofsky 90").count(), 1, "{shown}");
    assert_eq!(shown.matches("ECOG 0").count(), 1, "{shown}");
    driver.wait_for("the two scales agree");
}

/// The rows between the steps and the footer, without blank ones.
fn body(shown: &str) -> Vec<String> {
    let rows: Vec<&str> = shown.lines().collect();
    let top = rows.iter().position(|row| row.contains('[')).unwrap();
    let end = rows.iter().rposition(|row| row.starts_with('─')).unwrap();
    rows[top + 1..end].iter().filter(|row| !row.is_empty()).map(|row| (*row).to_owned()).collect()
}

#[test]
fn a_small_screen_shows_a_statement_at_a_time_and_turning_pages_shows_all_of_them() {
    let mut small = Driver::start(Lang::En, "default", (60, 16));
    let mut tall = Driver::start(Lang::En, "default", (60, 300));
    small.press("Enter");
    tall.press("Enter");
    assert_eq!(body(&text(&small.draw())), [" DEB-TACE hay điều trị toàn thân?"], "the question alone");
    for step in 1..=8 {
        let mut all = body(&text(&tall.draw()));
        let mut before = Vec::new();
        loop {
            let now = body(&text(&small.draw()));
            if now == before {
                break;
            }
            all.retain(|row| !now.contains(row));
            before = now;
            small.press("PgDn");
        }
        assert!(all.is_empty(), "step {step} never shows {all:#?}");
        for _ in 0..25 {
            small.press("Up");
        }
        assert!(!text(&small.draw()).contains("PgUp"), "back at the top of step {step}");
        small.press("Tab");
        tall.press("Tab");
    }
}

#[test]
fn a_window_that_is_too_small_says_what_is_needed() {
    for lang in [Lang::En, Lang::Vi, Lang::Zh] {
        for size in [(30, 8), (12, 6), (49, 40)] {
            let mut driver = Driver::start(lang, "default", size);
            let shown = text(&driver.draw()).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(shown.contains("50 × 14"), "{size:?}: {shown}");
            assert!(!shown.contains('…'), "{size:?}: {shown}");
        }
    }
}

#[test]
fn who_has_died_is_named_so_in_a_word_and_a_pattern_across_the_banner() {
    let mut driver = Driver::start(Lang::En, "mono", (80, 24));
    let path = driver.store.root().join("tb-2026-0007/case.yaml");
    let case = std::fs::read_to_string(&path).unwrap();
    let dead = case.replacen("vital: alive", "vital: dead", 1);
    assert_ne!(case, dead);
    std::fs::write(&path, dead).unwrap();
    driver.press("Enter");
    let shown = text(&driver.draw());
    assert!(shown.contains(&format!("//// DECEASED {}", "/".repeat(60))), "{shown}");
}

#[test]
fn the_next_theme_says_its_name_and_how_to_keep_it() {
    let mut driver = Driver::start(Lang::En, "default", (80, 24));
    for name in ["light", "high-contrast", "mono", "default"] {
        driver.press("Ctrl-T");
        let shown = text(&driver.draw());
        assert!(shown.contains(&format!("write theme: {name} into config.yaml")), "{shown}");
    }
}

#[test]
fn the_offer_of_the_demo_fits_the_smallest_usual_screen_in_every_language() {
    for lang in [Lang::En, Lang::Vi, Lang::Zh] {
        for size in [(60, 16), (80, 24), (120, 40)] {
            let mut driver = Driver::start(lang, "default", size);
            driver.model.listing = None;
            driver.model.offer =
                Some(Offer { dir: "/home/thu/tumorboard-demo".to_owned(), is_there: false, writing: false });
            let shown = text(&driver.draw());
            for part in
                ["/home/thu/tumorboard-demo", "tumorboard FOLDER", "tumorboard config", "tb-2026-0001"]
            {
                let flat = shown.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(flat.contains(part), "{size:?} lacks {part}:\n{shown}");
            }
            assert!(!shown.contains(" …"), "{size:?}:\n{shown}");
        }
    }
}

#[test]
fn what_a_key_image_shows_stands_right_under_it_and_says_that_it_is_no_picture_to_diagnose_from() {
    for (width, height) in [(120, 40), (80, 24)] {
        let mut driver = Driver::start(Lang::En, "default", (width, height));
        driver.press("Home Enter 3");
        if width < 110 {
            driver.press("i");
        }
        let rows = driver.rows();
        let last = rows.iter().rposition(|row| row.contains('▀')).expect("a picture");
        assert!(
            rows[last + 1].contains("CT · 02-Nov-2026 · right · CT thì động mạch"),
            "{}",
            rows.join("\n")
        );
        assert!(rows[last + 2..last + 4].iter().any(|row| row.contains("preview, not for diagnosis")));
    }
}
