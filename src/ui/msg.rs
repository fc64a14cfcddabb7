//! Everything that can happen, and everything that the program may ask of the world.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::domain::board::BoardFile;
use crate::domain::history::History;
use crate::domain::identity::Whose;
use crate::domain::query::Haystack;
use crate::domain::record::{Folder, NewRecord, Record};
use crate::domain::staging::Table;
use crate::domain::summary::Summary;
use crate::domain::workspace::{CaseFolder, Damaged, Loaded, MeetingFolder, Reach};
use crate::ui::key::Key;

/// What the agenda needs of a workspace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    pub board: Loaded<BoardFile>,
    pub meetings: Vec<MeetingFolder>,
    /// In the order of their folders.
    pub cases: Vec<Arc<Summary>>,
    /// What each case, in the same order, is found by.
    pub keys: Vec<Haystack>,
    /// Staging tables that the workspace adds to those of the program.
    pub tables: Vec<Table>,
    /// Texts that were typed and never recorded, the newest first.
    pub unsaved: Vec<Unsaved>,
    /// What was marked and typed on meetings and never recorded.
    pub meeting_drafts: Vec<(Folder, SavedDraft)>,
    /// Of the workspace as a whole.
    pub reach: Reach,
    /// Every case is there; while it is not, more are being read.
    pub is_whole: bool,
    /// Of how many cases in the workspace, while they are being read.
    pub of: usize,
}

impl Listing {
    /// The place of a case in the list.
    pub fn find(&self, folder: &str) -> Option<usize> {
        self.cases.binary_search_by(|case| case.folder.as_str().cmp(folder)).ok()
    }

    /// What is known of one case from now on; that a meeting put it off is not known from the case.
    pub fn replace(&mut self, summary: Summary) {
        let place = self.find(&summary.folder).and_then(|at| self.cases.get_mut(at));
        if let Some(old) = place {
            *old = Arc::new(Summary { put_off: old.put_off, ..summary });
        }
    }
}

/// Somebody who records on a case with another program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    pub name: String,
    /// Local time as `14:05`.
    pub since: String,
    /// On this computer.
    pub is_here: bool,
}

/// What a look at the folder of the open case found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    pub folder: String,
    /// Digest of the case file as it is now; none where it cannot be read.
    pub sha256: Option<String>,
    /// Records came, went or changed since the last look.
    pub news: bool,
    /// Attachments came, went or changed since the last look.
    pub pictures: bool,
    pub reach: Reach,
    pub writers: Vec<Writer>,
    /// Local time as `14:05`.
    pub at: String,
}

/// The case that is open, and who writes on it with this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attending {
    pub folder: String,
    pub writer: Option<String>,
}

/// A text that was typed and never recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    pub folder: String,
    pub whose: Whose,
    /// When it was last kept: `14:05` on the same day, else with its date.
    pub at: String,
}

/// A picture, decoded: three bytes (red, green, blue) a pixel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

/// A key image as the disk gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The case that it belongs to.
    pub folder: String,
    pub file: String,
    /// Digest of the file's bytes: a decision names what was shown.
    pub sha256: Option<String>,
    /// The pixels, or why there are none.
    pub raster: Result<Raster, String>,
}

/// What went wrong, why, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub text: String,
    /// The id under which the record was to be written; a retry uses it again.
    pub id: Option<String>,
}

/// Text that was being written when the case was last left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedDraft {
    /// What is being written: `decision`, `opinion`, `request`, `reply`.
    pub form: String,
    pub content: String,
}

/// A long text that another program gets, and where it belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lent {
    /// Of the case.
    pub folder: String,
    /// What is being written: `decision`, `opinion`, `request`, `reply`.
    pub form: String,
    /// The path of its field in the form.
    pub field: String,
    /// Names the patient in the first line of the file that the editor opens.
    pub header: String,
    pub text: String,
    /// The whole form, as its draft keeps it.
    pub draft: String,
}

#[derive(Clone, Debug)]
pub enum Msg {
    /// How long the program has run; comes before what the keyboard sent.
    Elapsed(Duration),
    Key(Key),
    /// A key that was typed before the disk had answered.
    Again(Key),
    Paste(String),
    Resize(u16, u16),
    Listed(Box<Listing>),
    CaseOpened(Box<CaseFolder>, Vec<SavedDraft>),
    /// The case that was to be opened could not be, and why.
    NotOpened {
        folder: String,
        why: String,
    },
    MeetingRead(Box<MeetingFolder>),
    /// What others did to the case that is open.
    Seen(Box<Sight>),
    RecordsRead {
        folder: String,
        history: History,
        damaged: Vec<Damaged>,
    },
    /// The disk has it; with the local time as `14:05`.
    Appended {
        record: Box<Record>,
        at: String,
    },
    Failed(Failure),
    Image(Picture),
    /// An external editor came back with this text.
    Edited(String),
    Notice(String),
    /// Why drafts cannot be kept; none when they can again.
    Drafts(Option<String>),
    /// Nobody has pressed a key for as long as was chosen.
    Idle,
    /// Somebody asks the program to stop until it is continued.
    Stop,
    /// It was continued; the terminal may have changed.
    Resume,
    /// The terminal is going away: keep drafts and end.
    HangUp,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Writes the demo where the workspace is to be, unless it is there, and lists it.
    OpenDemo,
    List,
    /// A case was left: what became of it is listed, with all that stands beside the cases.
    ListAgain(String),
    /// Keys typed ahead come again, each on what the one before it brought to the screen.
    Press(Vec<Key>),
    OpenCase(String),
    ReadMeeting(String),
    /// The records of a case alone; its file stays as it was shown.
    ReadRecords(String),
    /// Which case is open, and who writes on it; none when none is.
    Attend(Option<Attending>),
    /// Which cases are in sight: what others change in them is to be told at once.
    Follow(Vec<String>),
    Append {
        record: Box<NewRecord>,
        /// Digest of the case file that the screen showed.
        shown: Option<String>,
    },
    /// A record that nobody waits for: how long a case was discussed.
    Time(Box<NewRecord>),
    SaveDraft {
        of: Folder,
        form: String,
        content: String,
    },
    DropDraft {
        of: Folder,
        form: String,
    },
    LoadImage {
        folder: String,
        file: String,
    },
    OpenViewer {
        folder: String,
        file: String,
    },
    EditText(Box<Lent>),
    /// Gives the terminal to the shell until the program is continued.
    Stop,
    /// Takes the terminal anew and draws everything.
    Repaint,
}
