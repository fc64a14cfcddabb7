//! Keys in, screen out: every screen as text, in each language, at the sizes that people have.

use std::cell::Cell;
use std::fmt::Write;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

use chrono::{DateTime, NaiveDate};
use insta::Settings;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use sha2::{Digest, Sha256};
use tumorboard::domain::identity::Whose;
use tumorboard::domain::query::Haystack;
use tumorboard::domain::record::Folder;
use tumorboard::domain::summary::Summary;
use tumorboard::i18n::{Lang, Words};
use tumorboard::storage::draft::Drafts;
use tumorboard::storage::store::Store;
use tumorboard::terminal::keeper::Keeper;
use tumorboard::terminal::watch::Watch;
use tumorboard::terminal::worker::Worker;
use tumorboard::ui::key::{Code, Key};
use tumorboard::ui::model::Model;
use tumorboard::ui::msg::{Effect, Failure, Listing, Msg};
use tumorboard::ui::screens::offer::state::Offer;
use tumorboard::ui::theme_names;
use tumorboard::ui::update::update;
use tumorboard::ui::view::view;
use tumorboard::ui::widgets::picture::Pictures;
use unicode_width::UnicodeWidthStr;

use crate::support::{NOW, Sandbox};

/// The program without a terminal: the worker carries out its effects at once.
pub struct Driver {
    pub model: Model,
    pub store: Store,
    pub worker: Worker,
    pub pictures: Pictures,
    pub screen: Terminal<TestBackend>,
    /// How long the program has run: a second a key, unless a test says otherwise.
    pub elapsed: Duration,
    /// Why no record reaches the disk, while it does not.
    pub broken: Option<&'static str>,
    /// The record reaches it all the same, and only its confirmation fails.
    pub lands: bool,
    /// What a slow disk was asked for and has not answered yet.
    pub slow: Option<Vec<Effect>>,
    written: u32,
    // The files are there for as long as this is.
    _sandbox: Sandbox,
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

impl Driver {
    pub fn start(lang: Lang, theme: &str, size: (u16, u16)) -> Self {
        let mut driver = Driver::starting(lang, theme, size);
        driver.answer();
        driver.slow = None;
        driver
    }

    /// The workspace is still being listed; the disk answers when the test says so.
    pub fn starting(lang: Lang, theme: &str, (width, height): (u16, u16)) -> Self {
        assert!(theme_names::NAMES.contains(&theme), "{theme} is no theme");
        let sandbox = Sandbox::new();
        let store = Store::open(&sandbox.workspace()).unwrap();
        let model = Model::new(Words::shared(lang), theme, today(), "unknown");
        let screen = Terminal::new(TestBackend::new(width, height)).unwrap();
        let worker = Worker {
            store: store.clone(),
            keeper: Keeper::new(Some(Drafts::of(&sandbox.home(), store.root()))),
            list: channel().0,
            words: model.words,
            now: || Ok(DateTime::parse_from_rfc3339(NOW).unwrap()),
            today: today(),
            is_told: Cell::new(false),
            watch: Arc::new(Watch::default()),
        };
        let mut driver = Driver {
            model,
            store,
            worker,
            pictures: Pictures::default(),
            screen,
            elapsed: Duration::ZERO,
            broken: None,
            lands: false,
            slow: Some(Vec::new()),
            written: 0,
            _sandbox: sandbox,
        };
        driver.happen(Msg::Resize(width, height));
        driver.carry_out(Effect::List);
        driver.draw();
        driver
    }

    /// The disk answers what it was asked for until now.
    pub fn answer(&mut self) {
        let asked = self.slow.take().unwrap_or_default();
        for effect in asked {
            self.carry_out(effect);
        }
        self.slow = Some(Vec::new());
        self.draw();
    }

    pub fn happen(&mut self, msg: Msg) {
        for effect in update(&mut self.model, msg) {
            self.carry_out(effect);
        }
    }

    pub fn carry_out(&mut self, effect: Effect) {
        if let Some(asked) = self
            .slow
            .as_mut()
            .filter(|_| matches!(effect, Effect::List | Effect::ListAgain(_) | Effect::OpenCase(_)))
        {
            return asked.push(effect);
        }
        match effect {
            Effect::Press(keys) => {
                for key in keys {
                    self.draw();
                    self.happen(Msg::Again(key));
                }
            }
            Effect::List | Effect::ListAgain(_) => {
                let listing = self.listing();
                self.happen(Msg::Listed(Box::new(listing)));
            }
            Effect::SaveDraft { of, form, content } => {
                let whose = self.whose(&of);
                self.worker.keeper.keep(of, form, whose, content);
            }
            Effect::DropDraft { of, form } => {
                let whose = self.whose(&of);
                self.worker.keeper.drop_draft(of, form, whose);
            }
            Effect::Append { mut record, shown } => {
                let id = record.id.get_or_insert_with(|| self.next_id()).clone();
                if let Some(why) = self.broken {
                    if self.lands {
                        self.store.append(&record, id.clone(), NOW.to_owned()).unwrap();
                    }
                    return self.happen(Msg::Failed(Failure { text: why.to_owned(), id: Some(id) }));
                }
                self.work(Effect::Append { record, shown });
            }
            Effect::Time(mut record) => {
                record.id.get_or_insert_with(|| self.next_id());
                self.work(Effect::Time(record));
            }
            Effect::OpenCase(_)
            | Effect::ReadMeeting(_)
            | Effect::ReadRecords(_)
            | Effect::LoadImage { .. } => self.work(effect),
            _ => (),
        }
    }

    fn work(&mut self, effect: Effect) {
        for msg in self.worker.carry_out(effect) {
            self.happen(msg);
        }
    }

    fn next_id(&mut self) -> String {
        self.written += 1;
        format!("01kb00000000000000000000{:02}", self.written)
    }

    /// What the lister tells when the workspace is read now.
    pub fn listing(&self) -> Listing {
        listing(&self.store)
    }

    /// Whom a text of this folder is about; a meeting is about nobody.
    fn whose(&self, of: &Folder) -> Whose {
        let case = self.model.case.as_ref().filter(|case| *of == Folder::Case(case.folder.folder.clone()));
        case.and_then(|case| case.whose.clone()).unwrap_or_default()
    }

    /// Presses keys by their names; a text in quotes without blanks is typed.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            if let Some(text) = name.strip_prefix('\'') {
                for letter in text.replace('_', " ").chars() {
                    self.key(Key::plain(Code::Char(letter)));
                }
            } else {
                let key = Key::parse(name).unwrap_or_else(|| panic!("{name} is no key"));
                self.key(key);
            }
            self.draw();
        }
        self
    }

    pub fn key(&mut self, key: Key) {
        self.elapsed += Duration::from_secs(1);
        self.happen(Msg::Elapsed(self.elapsed));
        self.happen(Msg::Key(key));
    }

    /// What the screen shows; line breaks and runs of blanks count as one blank.
    pub fn says(&mut self) -> String {
        text(&self.draw()).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What the screen shows, line by line.
    pub fn rows(&mut self) -> Vec<String> {
        text(&self.draw()).lines().map(ToOwned::to_owned).collect()
    }

    #[track_caller]
    pub fn wait_for(&mut self, words: &str) -> &mut Self {
        let shown = self.says();
        assert!(shown.contains(words), "{words:?} is not on the screen:\n{}", text(&self.draw()));
        self
    }

    pub fn draw(&mut self) -> Buffer {
        let model = &mut self.model;
        let pictures = &mut self.pictures;
        let mut drawn = model.drawn;
        let buffer = self.screen.draw(|frame| drawn = view(model, pictures, frame)).unwrap().buffer.clone();
        model.drawn = drawn;
        buffer
    }
}

fn listing(store: &Store) -> Listing {
    let meetings = store.meetings().unwrap();
    let folders = store.case_folders().unwrap();
    let cases: Vec<Arc<Summary>> =
        folders.iter().map(|folder| Arc::new(Summary::of(&store.case(folder)))).collect();
    Listing {
        board: store.board(),
        meetings: meetings.iter().map(|folder| store.meeting(folder)).collect(),
        keys: cases.iter().map(|case| Haystack::of(case)).collect(),
        cases,
        tables: store.tables(),
        unsaved: Vec::new(),
        meeting_drafts: Vec::new(),
        reach: store.reach(),
        is_whole: true,
        of: 0,
    }
}

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

/// The text of a screen; a line ends with its last letter.
fn text(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let (mut line, mut x) = (String::new(), 0);
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(symbol.width().max(1)).unwrap();
        }
        writeln!(out, "{}", line.trim_end()).unwrap();
    }
    out
}

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
            assert!(!shown.contains("……"), "{size:?}:\n{shown}");
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
