//! Searching on the screen: where it looks, and what it says of a filter that leaves nothing out.

use tumorboard::domain::history::Status;
use tumorboard::domain::summary::Summary;
use tumorboard::i18n::Lang;
use tumorboard::ui::key::Key;
use tumorboard::ui::msg::{Effect, Msg};
use tumorboard::ui::screens::agenda::{rows, selected};
use tumorboard::ui::update::update;

use crate::support::driver::Driver;

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

fn english(keys: &str) -> Driver {
    let mut driver = Driver::start(Lang::En, "default", (80, 24));
    driver.press(keys);
    driver
}

/// The earlier sample meeting, with five of the cases.
fn earlier_meeting(lang: Lang, size: (u16, u16)) -> Driver {
    let mut driver = Driver::start(lang, "default", size);
    driver.press("m Up Enter");
    assert_eq!(rows(&driver.model).len(), 5);
    driver
}

#[test]
fn a_filter_that_is_none_is_said_whole_in_every_language_at_every_size() {
    for (lang, near, list) in [
        (Lang::En, "site:lnug is not understood · did you mean site:lung ?", "the filters are"),
        (Lang::Vi, "site:lnug", "site stage status"),
        (Lang::Zh, "site:lnug", "site stage status"),
    ] {
        for size in SIZES {
            let mut driver = Driver::start(lang, "default", size);
            driver.press("/ 'site:lnug_sex:f").wait_for(near).wait_for("site:lung").wait_for("sex:f");
            let mut driver = Driver::start(lang, "default", size);
            driver.press("/ 'stauts:final").wait_for("stauts:").wait_for("status:");
            let mut driver = Driver::start(lang, "default", size);
            driver.press("/ 'colour:red").wait_for(list).wait_for("missing");
            // What was typed is said as far as leaves room for what to do.
            let mut driver = Driver::start(lang, "default", size);
            driver.press(&format!("/ 'site:{}_due:later_tran", "x".repeat(200)));
            driver.wait_for("xxx… ").wait_for("site:C34.1").wait_for("/ …").wait_for("due:later tran");
        }
    }
}

#[test]
fn in_a_meeting_what_that_meeting_put_off_is_deferred_as_its_rows_say() {
    let mut driver = earlier_meeting(Lang::En, SIZES[2]);
    let says_deferred = driver.rows().iter().filter(|row| row.contains("deferred")).count();
    assert!(says_deferred > 1, "{}", driver.says());
    driver.press("/ 'status:deferred").wait_for("deferred · FINAL");
    let found = driver.rows().iter().filter(|row| row.contains("deferred")).count();
    assert_eq!((rows(&driver.model).len(), found), (says_deferred, says_deferred + 1), "{}", driver.says());
    let undecided =
        driver.press("'_status:undecided").rows().iter().filter(|row| row.contains("deferred")).count();
    assert_eq!(
        (rows(&driver.model).len(), undecided),
        (says_deferred - 1, says_deferred),
        "{}",
        driver.says()
    );
    let final_rows = driver.press("Ctrl-U").rows().iter().filter(|row| row.contains("FINAL")).count();
    driver.press("'status:final");
    assert_eq!(rows(&driver.model).len(), final_rows, "{}", driver.says());
}

#[test]
fn of_a_case_that_is_put_off_the_decision_is_to_be_read_whole_on_every_screen() {
    for (lang, said) in
        [(Lang::En, "deferred · FINAL"), (Lang::Vi, "đã hoãn · CHÍNH THỨC"), (Lang::Zh, "已延期 · 已定稿")]
    {
        for size in SIZES {
            earlier_meeting(lang, size).press("/ 'status:deferred_status:final").wait_for(said);
        }
    }
}

#[test]
fn a_meeting_that_cannot_be_read_any_more_is_told_once() {
    let mut driver = Driver::start(Lang::En, "default", SIZES[2]);
    let told = "meetings/2026-11-12-network/meeting.yaml cannot be read whole";
    assert!(!driver.says().contains(told), "{}", driver.says());
    let plan = driver.store.root().join("meetings/2026-11-12-network/meeting.yaml");
    std::fs::write(plan, "agenda: [\n").unwrap();
    // Also where the marked case left the list with the same news.
    let marked = selected(&driver.model).unwrap();
    std::fs::remove_dir_all(driver.store.root().join(&marked)).unwrap();
    driver.model.agenda.meeting = None;
    driver.press("/").model.agenda.searching = false;
    driver.model.agenda.selected = rows(&driver.model).position(&marked).unwrap();
    driver.carry_out(Effect::List);
    driver.wait_for(told).press("Down");
    driver.carry_out(Effect::List);
    assert!(!driver.says().contains(told), "{}", driver.says());
}

#[test]
fn the_day_that_ages_and_due_dates_count_from_is_said_where_it_is_not_today() {
    for (lang, says) in
        [(Lang::En, "as of 12-Nov-2026"), (Lang::Vi, "tính đến 12 thg 11"), (Lang::Zh, "截至2026年11月12日")]
    {
        for size in SIZES {
            for query in ["age:>60", "due:overdue", "an_due:<30d"] {
                earlier_meeting(lang, size).press(&format!("/ '{query}")).wait_for(says);
            }
            for query in ["an", "due:2026-12", "born:1961", "sex:f"] {
                let mut driver = earlier_meeting(lang, size);
                driver.press(&format!("/ '{query}"));
                assert!(!driver.says().contains(says), "{query} {}", driver.says());
            }
        }
    }
    let mut today = english("/ 'age:>60");
    assert!(!today.says().contains("as of"), "{}", today.says());
    let mut all = earlier_meeting(Lang::En, SIZES[1]);
    all.press("/ 'age:>60 Tab");
    assert!(!all.says().contains("as of"), "{}", all.says());
}

#[test]
fn a_filter_that_is_none_is_said_after_the_case_was_opened_and_left_too() {
    english("/ 'stauts:final Enter Enter").press("Esc").wait_for("did you mean status:");
}

#[test]
fn enter_opens_no_case_that_a_filter_which_is_none_left_in_the_list() {
    for (lang, says) in [
        (Lang::En, "a filter is not understood: Enter again opens the case at >"),
        (Lang::Vi, "có bộ lọc không hiểu được: bấm Enter lần nữa để mở ca ở dấu >"),
        (Lang::Zh, "有筛选条件无法识别：再按 Enter 打开 > 处的病例"),
    ] {
        for size in SIZES {
            for typed in ["site:lnug", "status:", "!site:lung", "an_stauts:final"] {
                let mut driver = Driver::start(lang, "default", size);
                driver.press(&format!("/ '{typed} Enter")).wait_for(says);
                assert!(driver.model.case.is_none() && driver.model.opening.is_none(), "{typed}");
                let patient = selected(&driver.model);
                driver.press("Enter");
                let opened = driver.model.case.as_ref().map(|case| case.folder.folder.clone());
                assert_eq!(opened, patient, "{typed}");
            }
        }
    }
}

#[test]
fn the_footer_offers_to_open_a_case_only_where_enter_would() {
    let footer = |typed: &str, size| {
        let mut driver = Driver::start(Lang::En, "default", size);
        driver.press(&format!("/ '{typed}"));
        driver.rows().last().cloned().unwrap_or_default()
    };
    for size in SIZES {
        assert!(footer("an", size).contains("Enter"), "{}", footer("an", size));
        for typed in ["zzzzqqqq", "site:lnug"] {
            let footer = footer(typed, size);
            assert!(!footer.contains("Enter") && footer.contains("Esc"), "{typed}: {footer}");
        }
    }
    let mut driver = english("/ 'zzzzqqqq Enter");
    driver.wait_for("no case is selected");
    assert!(driver.model.case.is_none());
}

#[test]
fn a_value_that_may_still_become_one_is_no_fault_until_the_word_is_finished() {
    let mut driver = english("/");
    for letter in "site:lung".chars() {
        driver.press(&format!("'{letter}"));
        assert!(!driver.says().contains("not understood"), "{}", driver.says());
    }
    let left = rows(&driver.model).len();
    driver.press("Backspace Backspace").wait_for("not yet by site:lu");
    assert!(rows(&driver.model).len() > left);
    driver
        .press("Space")
        .wait_for("site:lu is not understood")
        .press("Backspace")
        .wait_for("not yet by site:lu");
    driver.press("'x").wait_for("site:lux is not understood");
    // Whoever goes on elsewhere in the line has finished it.
    driver.press("Backspace Home").wait_for("site:lu is not understood");
}

#[test]
fn a_filter_left_half_or_turned_round_is_said_when_the_list_is_looked_at() {
    let mut driver = english("/ Tab 'status:");
    driver
        .wait_for("not yet by status:")
        .press("Enter")
        .wait_for("status: is not understood · write it like");
    english("/ '!site:lung").wait_for("!site:lung is not understood: filters cannot be negated");
}

#[test]
fn an_organ_of_two_words_is_no_fault_while_it_is_typed_and_finds_only_its_cases() {
    let mut driver = english("/ Tab");
    let all = rows(&driver.model).len();
    for (letters, left) in [("'site:dạ", all), ("Space", all), ("'d", all)] {
        driver.press(letters).wait_for("not yet by site:dạ");
        assert_eq!(rows(&driver.model).len(), left, "{}", driver.says());
        assert!(!driver.says().contains("not understood"), "{}", driver.says());
    }
    driver.press("'ày");
    assert!(!driver.says().contains("not yet"), "{}", driver.says());
    let stomach: Vec<String> = codes_found(&driver);
    assert!(!stomach.is_empty() && stomach.iter().all(|site| site.starts_with("C16")), "{stomach:?}");
    driver
        .press("Ctrl-U 'site:dạ_tran")
        .wait_for("/ site:dạ tran")
        .wait_for("site:dạ is not understood · did you mean site:dạ dày ?");
}

#[test]
fn a_status_of_two_words_is_no_fault_while_it_is_typed() {
    let mut driver = Driver::start(Lang::Vi, "default", (80, 24));
    driver.press("/ Tab");
    let all = rows(&driver.model).len();
    for letters in ["'status:ch", "'ưa", "Space", "'k"] {
        driver.press(letters).wait_for("chưa lọc theo status:ch");
        assert_eq!(rows(&driver.model).len(), all, "{}", driver.says());
    }
    driver.press("'ý");
    assert!(!driver.says().contains("chưa lọc"), "{}", driver.says());
    let found = rows(&driver.model);
    assert!(
        found.len() < all
            && found
                .part(0, found.len())
                .all(|item| item.summary.unwrap().decision == Some(Status::Unsigned))
    );
}

fn codes_found(driver: &Driver) -> Vec<String> {
    let rows = rows(&driver.model);
    rows.part(0, rows.len()).map(|item| item.summary.unwrap().about().site).collect()
}

#[test]
fn what_is_typed_last_and_the_count_are_seen_however_much_is_typed() {
    for size in SIZES {
        let mut driver = Driver::start(Lang::Vi, "default", size);
        driver
            .press(&format!("/ '{}", "nguyen_".repeat(40)))
            .press("'cuoi")
            .wait_for("cuoi 0 ca của buổi họp này");
        driver.press("Home").wait_for("/ nguyen nguyen").wait_for("… 0 ca");
    }
}

#[test]
fn the_count_says_that_the_meeting_is_searched_and_one_key_goes_on_in_all_cases_and_back() {
    for (lang, of_meeting, none) in [
        (Lang::En, "cases of this meeting", "No case of this meeting fits. Tab looks in all cases"),
        (Lang::Vi, "ca của buổi họp này", "Tab tìm trong tất cả ca bệnh"),
        (Lang::Zh, "本次会议0例", "Tab 在全部病例中搜索"),
    ] {
        for size in SIZES {
            let mut driver = earlier_meeting(lang, size);
            driver.press("/ 'duc_thang").wait_for(of_meeting).wait_for(none);
            driver.press("Tab");
            assert_eq!(selected(&driver.model).as_deref(), Some("tb-2026-0016"));
            assert!(!driver.says().contains(of_meeting));
            driver.press("Tab").wait_for(none).press("Tab Esc");
            assert_eq!(rows(&driver.model).len(), 5, "the meeting is open again");
            assert!(driver.model.meeting().is_some() && driver.model.agenda.search.is_empty());
        }
    }
}

#[test]
fn the_selection_stays_on_its_patient_when_all_cases_are_searched_and_esc_leads_back_from_the_case() {
    let mut driver = earlier_meeting(Lang::En, (80, 24));
    driver.press("/ '001 Down");
    let chosen = selected(&driver.model);
    driver.press("Tab");
    assert_eq!(selected(&driver.model), chosen);
    driver.press("Enter").press("Esc").wait_for("All cases").press("Esc");
    assert_eq!(driver.model.meeting().map(|meeting| meeting.folder.as_str()), Some("2026-11-12-network"));
}

#[test]
fn what_holds_everywhere_holds_while_searching_and_the_text_stays() {
    let mut driver = english("/ 'tran");
    let effects = update(&mut driver.model, Msg::Key(Key::parse("Ctrl-R").unwrap()));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::List)), "{effects:?}");
    let theme = driver.model.theme.clone();
    driver.press("Ctrl-T");
    assert_ne!(driver.model.theme, theme);
    driver.press("F1").wait_for("Everywhere").press("Esc").wait_for("/ tran");
    driver.press("Ctrl-W 'm").wait_for("/ m");
}

#[test]
fn all_before_the_cursor_goes_at_once_and_every_case_is_there_again() {
    let mut driver = english("/ Tab");
    let all = rows(&driver.model).len();
    driver.press("'thị_gan Ctrl-U");
    assert_eq!((driver.model.agenda.search.text(), rows(&driver.model).len()), (String::new(), all));
    driver.press("'tran_gan Left Left Left Ctrl-U").wait_for("/ gan");
    assert_eq!(driver.model.agenda.search.text(), "gan");
}

#[test]
fn pages_move_the_choice_while_searching() {
    let mut driver = english("/ 'tb PgDn");
    assert!(driver.model.agenda.selected > 2);
    driver.press("PgUp").wait_for("/ tb");
    assert_eq!(driver.model.agenda.selected, 0);
}

#[test]
fn from_a_hit_n_and_p_go_on_to_the_hits_beside_it_and_from_the_agenda_to_the_cases_beside() {
    let mut driver = english("/ Tab 'an Down Down");
    let count = rows(&driver.model).len();
    assert!(count > 3);
    let hits: Vec<String> = rows(&driver.model).part(0, 10).map(|item| item.folder.to_owned()).collect();
    assert!(!hits.is_sorted(), "{hits:?}");
    let here = |driver: &Driver| driver.model.case.as_ref().unwrap().folder.folder.clone();
    driver.press("Enter p").wait_for(&format!("hit 2 of {count}"));
    driver.press("Enter");
    assert_eq!(here(&driver), hits[1]);
    driver.press("p Enter");
    assert_eq!(here(&driver), hits[0]);
    driver.press("p").wait_for("There are no more hits in this direction.");
    driver.press("n Enter Esc");
    assert_eq!(
        selected(&driver.model).as_ref(),
        Some(&hits[1]),
        "the list stands on the case that was open last"
    );
    // Without a search it is the order of the list again.
    driver.press("Esc Home Enter n").wait_for("case 2 of");
}

#[test]
fn a_hit_that_fits_no_longer_leads_to_the_one_that_followed_it() {
    let mut driver = english("/ Tab 'status:undecided Down Enter");
    let hits: Vec<String> = rows(&driver.model).part(0, 10).map(|item| item.folder.to_owned()).collect();
    let mut listing = driver.model.listing.clone().unwrap();
    let at = listing.find(&hits[1]).unwrap();
    let decided = Summary { decision: Some(Status::Unsigned), ..(*listing.cases[at]).clone() };
    listing.replace(decided);
    driver.model.case.as_mut().unwrap().watch.changed = Some(String::new());
    driver.happen(Msg::Listed(Box::new(listing)));
    assert!(rows(&driver.model).position(&hits[1]).is_none());
    driver.press("n").wait_for("hit 2 of");
    driver.press("Enter");
    assert_eq!(driver.model.case.as_ref().unwrap().folder.folder, hits[2]);
}

#[test]
fn a_key_that_changes_nothing_of_the_text_leaves_the_choice_where_it_is() {
    let mut driver = english("/ Tab 'an Down Down");
    let chosen = selected(&driver.model);
    for key in
        ["End", "Home", "Left", "Right", "End Delete", "Home Backspace", "Home Ctrl-W", "Home Ctrl-U", "End"]
    {
        driver.press(key);
        assert_eq!(selected(&driver.model), chosen, "{key}");
    }
    driver.press("'h");
    assert_eq!(driver.model.agenda.selected, 0, "what is typed is looked for from the best hit");
}

#[test]
fn what_is_found_with_a_slip_is_said_to_be_only_similar_and_scattered_letters_find_nothing() {
    for (keys, said) in [
        ("/ Tab 'nguyne", "only similar"),
        ("/ 'nguyne", "only similar"),
        ("/ Tab 'nguyn_van", "only similar"),
        ("/ Tab 'xnguyen", "0 cases"),
        ("/ Tab 'zzzz", "0 cases"),
    ] {
        english(keys).wait_for(said);
    }
    assert!(!english("/ Tab 'nguyen").says().contains("similar"));
}

#[test]
fn before_anything_is_typed_the_filters_are_named_in_one_row_with_two_examples() {
    for lang in Lang::ALL {
        for size in SIZES {
            let mut driver = Driver::start(lang, "default", size);
            driver
                .press("/")
                .wait_for("site stage status due sex age born lang missing")
                .wait_for("site:lung age:>70");
            let named = driver.rows().iter().filter(|row| row.contains("site")).count();
            assert_eq!(named, 2, "{}", driver.says());
            driver.press("'a");
            assert!(!driver.says().contains("site stage"), "{}", driver.says());
            driver.press("Backspace").wait_for("site stage");
        }
    }
}

#[test]
fn where_nothing_is_found_what_kept_all_cases_out_is_said_in_every_language_at_every_size() {
    for lang in Lang::ALL {
        for size in SIZES {
            for (typed, hint) in [
                ("25-Feb-1758", None),
                ("25-Feb-1908", Some("born:1908-02-25")),
                ("25_thg_2_1908", Some("born:1908-02-25")),
                ("1908年2月25日", Some("born:1908-02-25")),
            ] {
                let mut driver = Driver::start(lang, "default", size);
                driver.press(&format!("/ '{typed}"));
                assert_eq!(driver.says().contains("born:"), hint.is_some(), "{typed} {}", driver.says());
                if let Some(hint) = hint {
                    driver.wait_for(hint);
                }
            }
            for (typed, hint) in [
                ("site:testis_site:thymus", "site:testis,thymus"),
                ("site_:testis", "site:testis"),
                ("missing:_zzzz", "zzzz missing:"),
            ] {
                Driver::start(lang, "default", size).press(&format!("/ '{typed}")).wait_for(hint);
            }
        }
    }
}
