//! Everything the program knows while it runs.

use chrono::NaiveDate;

use crate::domain::board::{Board, BoardFile};
use crate::domain::record::{Author, NewRecord};
use crate::domain::workspace::MeetingFolder;
use crate::i18n::{Arg, Words};
use crate::ui::command::{Place, TABLE};
use crate::ui::msg::Listing;
use crate::ui::overlays::Overlay;
use crate::ui::page::Role;
use crate::ui::screens::agenda::state::Agenda;
use crate::ui::screens::case::screen::CaseScreen;
use crate::ui::screens::offer::state::Offer;

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
    pub case: Option<CaseScreen>,
    pub overlays: Vec<Overlay>,
    pub notice: Option<Notice>,
    /// The record that the disk has not yet confirmed.
    pub saving: Option<NewRecord>,
    /// The case that the disk is still reading: keys pressed meanwhile belong to no patient and are dropped.
    pub opening: Option<String>,
    pub drawn: Drawn,
    pub quit: bool,
}

/// What only the drawing knows, handed back after each frame for scrolling by pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Rows of the part that scrolls, and rows that its content has.
    pub height: usize,
    pub rows: usize,
    /// The first row that was shown.
    pub first: usize,
    /// How the page is turned where it is shown a statement at a time.
    pub turn: Option<Turn>,
    /// The part itself says which of its rows are shown.
    pub said: bool,
}

impl Drawn {
    /// A part of `rows` rows, of which `height` fit, shown from `first` on.
    pub fn from(first: usize, height: usize, rows: usize) -> Self {
        Drawn { height, rows, first, turn: None, said: false }
    }

    /// The last row that was shown, counted from 1.
    pub fn last(&self) -> usize {
        (self.first + self.height).min(self.rows)
    }
}

/// The rows that begin the statement before, the one after, and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    pub before: usize,
    pub after: usize,
    pub last: usize,
}

/// A line above the footer, for as long as it matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub role: Role,
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
            case: None,
            overlays: Vec::new(),
            notice: None,
            saving: None,
            opening: None,
            drawn: Drawn::default(),
            quit: false,
        }
    }

    pub fn board_file(&self) -> Option<&BoardFile> {
        self.listing.as_ref()?.board.value.as_ref()
    }

    /// The meeting that is open, unless all cases are listed.
    pub fn meeting(&self) -> Option<&MeetingFolder> {
        let folder = self.agenda.meeting.as_ref()?;
        self.listing.as_ref()?.meetings.iter().find(|meeting| meeting.folder == *folder)
    }

    pub fn board(&self) -> Option<&Board> {
        self.meeting()?.board(self.board_file()?)
    }

    /// Ages and overdue are as of the meeting, so that an old meeting reads as it was.
    pub fn as_of(&self) -> NaiveDate {
        self.meeting()
            .and_then(|meeting| meeting.file.value.as_ref()?.date.as_ref()?.known()?.day())
            .unwrap_or(self.today)
    }

    pub fn is_demo(&self) -> bool {
        self.board_file().is_some_and(BoardFile::is_demo)
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
        let recorder = self.meeting().and_then(|meeting| {
            let own = meeting.file.value.as_ref()?.recorder.as_ref();
            own.or(self.board()?.recorder.as_ref()).map(|key| key.as_str().to_owned())
        });
        let known = self.board_file().is_some_and(|board| board.people.contains_key(&self.person));
        let person =
            if known { self.person.clone() } else { recorder.unwrap_or_else(|| self.person.clone()) };
        self.author_as(&person, role)
    }

    pub fn author_as(&self, person: &str, role: &str) -> Author {
        let on_roster = self.board_file().and_then(|board| board.people.get(person));
        Author {
            person: person.to_owned(),
            name: on_roster.and_then(|one| one.name.as_ref()).map_or(person, |name| name.as_str()).to_owned(),
            role: Some(role.to_owned()),
            facility: on_roster
                .and_then(|one| one.facility.as_ref())
                .map(|facility| facility.as_str().to_owned()),
        }
    }

    /// The chair of the open meeting.
    pub fn chair(&self) -> Option<String> {
        let own = self.meeting().and_then(|meeting| meeting.file.value.as_ref()?.chair.as_ref());
        own.or(self.board()?.chair.as_ref()).map(|key| key.as_str().to_owned())
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
        self.notice = Some(Notice { text: text.into(), role });
    }
}
