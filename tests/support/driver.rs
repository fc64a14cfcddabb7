//! The whole program without a terminal: keys go in, and what the screen then shows comes out.

use std::cell::Cell;
use std::fmt::Write;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

use chrono::{DateTime, NaiveDate};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use tumorboard::domain::agenda::sitting;
use tumorboard::domain::identity::Whose;
use tumorboard::domain::meeting::{Sitting, put_off};
use tumorboard::domain::query::Haystack;
use tumorboard::domain::record::Folder;
use tumorboard::domain::summary::Summary;
use tumorboard::domain::workspace::MeetingFolder;
use tumorboard::i18n::{Lang, Words};
use tumorboard::storage::draft::Drafts;
use tumorboard::storage::store::Store;
use tumorboard::terminal::keeper::Keeper;
use tumorboard::terminal::watch::Watch;
use tumorboard::terminal::worker::Worker;
use tumorboard::ui::key::{Code, Key};
use tumorboard::ui::model::Model;
use tumorboard::ui::msg::{Effect, Failure, Listing, Msg};
use tumorboard::ui::theme_names;
use tumorboard::ui::update::update;
use tumorboard::ui::view::view;
use tumorboard::ui::widgets::picture::Pictures;
use unicode_width::UnicodeWidthStr;

use super::{NOW, Sandbox};

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
    pub sandbox: Sandbox,
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
            sandbox,
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
    let meetings: Vec<MeetingFolder> = meetings.iter().map(|folder| store.meeting(folder)).collect();
    let sittings: Vec<Sitting> = meetings.iter().map(sitting).collect();
    let put_off = put_off(&sittings);
    let summary = |folder: &String| {
        let put_off = put_off.get(folder.as_str()).copied();
        Arc::new(Summary { put_off, ..Summary::of(&store.case(folder)) })
    };
    let cases: Vec<Arc<Summary>> = folders.iter().map(summary).collect();
    Listing {
        board: store.board(),
        meetings,
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

/// The text of a screen; a line ends with its last letter.
pub fn text(buffer: &Buffer) -> String {
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
