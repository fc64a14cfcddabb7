//! Everything the program knows while it runs.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::time::Duration;

use chrono::NaiveDate;

use crate::domain::board::{Board, BoardFile};
use crate::domain::check::{Limits, Ready};
use crate::domain::decision::Decision;
use crate::domain::record::{Author, Folder};
use crate::domain::signing::{chair, recorder};
use crate::domain::staging::Table;
use crate::domain::summary::Summary;
use crate::domain::workspace::MeetingFolder;
use crate::i18n::{Arg, Words};
use crate::ui::attempt::Attempt;
use crate::ui::command::{Place, TABLE};
use crate::ui::key::Key;
use crate::ui::msg::{Attending, Listing, SavedDraft};
use crate::ui::overlays::Overlay;
use crate::ui::page::Role;
use crate::ui::screens::agenda::alike::Alike;
use crate::ui::screens::agenda::found::Found;
use crate::ui::screens::agenda::state::{Agenda, Followed};
use crate::ui::screens::case::screen::CaseScreen;
use crate::ui::screens::offer::state::Offer;

pub use crate::ui::page::{Drawn, Turn};

pub struct Model {
    pub words: &'static Words,
    /// Name of the theme; the drawing side knows the looks.
    pub theme: String,
    pub size: (u16, u16),
    /// The day as of which ages and overdue are said when no meeting is open.
    pub today: NaiveDate,
    /// The person at the keyboard: a key in board.yaml where it is known.
    pub person: String,
    /// There is no workspace yet; the demo is offered.
    pub offer: Option<Offer>,
    pub listing: Option<Listing>,
    pub agenda: Agenda,
    pub found: Found,
    pub alike: Alike,
    pub case: Option<CaseScreen>,
    pub overlays: Vec<Overlay>,
    /// What was marked and typed on meetings and is not recorded.
    pub meeting_drafts: Vec<(Folder, SavedDraft)>,
    /// What was typed since the program began and is not recorded, by whose folder and what is being written.
    pub typed: BTreeMap<(Folder, String), SavedDraft>,
    /// The records that the disk refused, each with the id under which it may be there all the same.
    pub tried: Vec<Attempt>,
    /// The case that the running meeting discusses.
    pub discussing: Option<Discussing>,
    /// How long the program has run, as of the last key.
    pub elapsed: Duration,
    pub notice: Option<Notice>,
    /// Why what is typed is lost when the program ends.
    pub draft_fault: Option<String>,
    /// The record that the disk has not yet confirmed.
    pub saving: Option<Attempt>,
    /// The case that the disk is still reading.
    pub opening: Option<String>,
    /// Keys pressed before the disk had answered; they wait for the workspace, or for exactly that case.
    pub ahead: Vec<Key>,
    /// What was told last about which case is open and who writes on it.
    pub attending: Option<Attending>,
    /// What was told last about which cases are in sight.
    pub followed: Option<Followed>,
    /// Everything is covered until one deliberate key.
    pub covered: bool,
    /// When it was lifted: the key that did may be held, and must not go on to what lay under it.
    pub uncovered: Option<Duration>,
    /// Agenda and banner show initials and birth year in place of names and numbers.
    pub initials: bool,
    /// No key image is drawn.
    pub pictures_off: bool,
    pub drawn: Drawn,
    pub quit: bool,
}

/// Which case of which meeting, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discussing {
    pub meeting: String,
    pub case: String,
    pub since: Duration,
}

/// A line above the footer, for as long as it matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub role: Role,
    /// It says what becomes of a record: nothing that comes in without a key takes its place.
    pub is_of_save: bool,
    /// What came in meanwhile, said behind it.
    pub news: Option<(String, Role)>,
}

impl Notice {
    fn new(text: String, role: Role) -> Self {
        Notice { text, role, is_of_save: false, news: None }
    }

    /// All that it says, in the graver of its roles.
    pub fn said(&self) -> (String, Role) {
        match &self.news {
            None => (self.text.clone(), self.role),
            Some((text, _)) if self.role == Role::Danger => (format!("{} {text}", self.text), Role::Danger),
            Some((text, role)) => (format!("{} {text}", self.text), *role),
        }
    }
}

impl Model {
    pub fn new(words: &'static Words, theme: &str, today: NaiveDate, person: &str) -> Self {
        Model {
            words,
            theme: theme.to_owned(),
            size: (80, 24),
            today,
            person: person.to_owned(),
            offer: None,
            listing: None,
            agenda: Agenda::default(),
            found: Found::default(),
            alike: Alike::default(),
            case: None,
            overlays: Vec::new(),
            meeting_drafts: Vec::new(),
            typed: BTreeMap::new(),
            tried: Vec::new(),
            discussing: None,
            elapsed: Duration::ZERO,
            notice: None,
            draft_fault: None,
            saving: None,
            opening: None,
            ahead: Vec::new(),
            attending: None,
            followed: None,
            covered: false,
            uncovered: None,
            initials: false,
            pictures_off: false,
            drawn: Drawn::default(),
            quit: false,
        }
    }

    /// The roster; one with nobody on it until it was read, and where it cannot be.
    pub fn board_file(&self) -> &BoardFile {
        static NOBODY: LazyLock<BoardFile> = LazyLock::new(BoardFile::default);
        self.read_board().unwrap_or(&NOBODY)
    }

    fn read_board(&self) -> Option<&BoardFile> {
        self.listing.as_ref()?.board.value.as_ref()
    }

    /// Staging tables that the workspace adds to those of the program.
    pub fn tables(&self) -> &[Table] {
        self.listing.as_ref().map_or(&[], |listing| &listing.tables)
    }

    /// The meeting that is open, unless all cases are listed.
    pub fn meeting(&self) -> Option<&MeetingFolder> {
        let folder = self.agenda.meeting.as_ref()?;
        self.listing.as_ref()?.meetings.iter().find(|meeting| meeting.folder == *folder)
    }

    pub fn board(&self) -> Option<&Board> {
        self.meeting()?.board(self.board_file())
    }

    /// Ages and overdue are as of the meeting, so that an old meeting reads as it was.
    pub fn as_of(&self) -> NaiveDate {
        self.meeting().and_then(MeetingFolder::day).unwrap_or(self.today)
    }

    /// After how many days a result is too old: of the board that sits, else of each limit the longest.
    pub fn limits(&self) -> Limits {
        self.board().map_or_else(|| Limits::of_any(self.board_file()), Limits::of)
    }

    /// What the board needs for a case and does not have, as of its meeting.
    pub fn ready(&self, summary: &Summary) -> Ready {
        summary.readiness.at(&self.limits(), self.as_of())
    }

    /// Whether every case of the workspace was read.
    pub fn is_whole(&self) -> bool {
        self.listing.as_ref().is_some_and(|listing| listing.is_whole)
    }

    pub fn is_demo(&self) -> bool {
        self.board_file().is_demo()
    }

    /// Where the keys go.
    pub fn place(&self) -> Place {
        match &self.case {
            Some(case) if case.editing.is_some() => Place::Form,
            Some(_) => Place::Case,
            None if self.offer.is_some() => Place::Offer,
            None => Place::Agenda,
        }
    }

    /// Who signs what is recorded: the person at the keyboard, or the meeting's recorder.
    pub fn author(&self, role: &str) -> Author {
        let board = self.board_file();
        let of_meeting = || self.meeting().and_then(|meeting| recorder(board, meeting));
        let keyboard = self.person.as_str();
        let is_known = board.people.contains_key(keyboard);
        self.author_as(if is_known { keyboard } else { of_meeting().unwrap_or(keyboard) }, role)
    }

    pub fn author_as(&self, person: &str, role: &str) -> Author {
        let on_roster = self.board_file().people.get(person);
        Author {
            person: person.to_owned(),
            name: on_roster.and_then(|one| one.name.as_ref()).map_or(person, |name| name.as_str()).to_owned(),
            role: Some(role.to_owned()),
            facility: on_roster
                .and_then(|one| one.facility.as_ref())
                .map(|facility| facility.as_str().to_owned()),
        }
    }

    /// Who chairs the meeting or the board that made this decision. While the roster cannot be read nobody signs, whomever
    /// the plan of the meeting names.
    pub fn chair_of(&self, decision: &Decision) -> Option<&str> {
        let listing = self.listing.as_ref()?;
        let made_in = decision.meeting.as_ref();
        let meeting = listing.meetings.iter().find(|meeting| Some(&meeting.folder) == made_in);
        chair(self.read_board()?, meeting)
    }

    /// Whether leaving the program now would lose something that was typed.
    pub fn would_lose(&self) -> bool {
        self.draft_fault.is_some() && !self.typed.is_empty()
    }

    /// Lays something on top. Until it is drawn, nobody knows how much of it can be seen.
    pub fn open(&mut self, overlay: Overlay) {
        self.overlays.push(overlay);
        self.drawn = Drawn::default();
    }

    /// Another patient's name is on the screen: the one of the open case must not be.
    pub fn is_between_patients(&self) -> bool {
        matches!(self.overlays.last(), Some(Overlay::NextPatient(_)))
    }

    /// The words of `id`, with the names of keys as the footer has them where the sentence speaks of `$key-<command>`.
    pub fn tell(&self, id: &str) -> String {
        self.tell_with(id, &[])
    }

    pub fn tell_with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let names: Vec<String> = TABLE.iter().map(|entry| format!("key-{}", entry.name)).collect();
        let keys = names
            .iter()
            .zip(TABLE)
            .map(|(name, entry)| (name.as_str(), Arg::Text(entry.command.key(self.place()).to_owned())));
        let all: Vec<(&str, Arg)> = keys.chain(args.iter().map(|(name, arg)| (*name, arg.clone()))).collect();
        self.words.with(id, &all)
    }

    pub fn say(&mut self, text: impl Into<String>, role: Role) {
        self.notice = Some(Notice::new(text.into(), role));
    }

    /// What becomes of a record. What came in since this was said last is still to be told.
    pub fn say_of_save(&mut self, text: String, role: Role) {
        let news = self.notice.take().filter(|notice| notice.is_of_save).and_then(|notice| notice.news);
        self.notice = Some(Notice { is_of_save: true, news, ..Notice::new(text, role) });
    }

    /// What came in without a key.
    pub fn say_news(&mut self, text: String, role: Role) {
        match &mut self.notice {
            Some(notice) if notice.is_of_save => notice.news = Some((text, role)),
            _ => self.notice = Some(Notice::new(text, role)),
        }
    }
}
