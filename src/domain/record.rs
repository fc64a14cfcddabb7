//! A record: one immutable file saying that one thing happened.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::board::Specialty;
use crate::domain::decision::{Decision, Present, QuorumStamp};
use crate::domain::opinion::{Opinion, Reply, Request};
use crate::domain::value::{Code, vocabulary};

vocabulary! {
    Kind, "kind" {
        Decision = "decision", Opinion = "opinion", Request = "request", Reply = "reply", Signature = "signature",
        Retraction = "retraction", Transfer = "transfer", Attendance = "attendance", Agenda = "agenda",
        Timing = "timing", Close = "close",
    }
}
vocabulary! {
    /// What is changed on the agenda of a running meeting.
    Change, "agenda-change" { Add = "add", Move = "move", Defer = "defer", Remove = "remove" }
}

/// The schema that this program writes; records of a higher one are "recorded by a newer version".
pub const SCHEMA: u32 = 1;

/// Everything before the body. Field order is the order in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    pub schema: u32,
    /// Lower-case ULID; a retry keeps it.
    pub id: String,
    pub kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
    /// RFC 3339 with the writer's offset from UTC.
    pub recorded: String,
    pub by: Author,
    /// SHA-256 of the heads of this folder that the writer saw, sorted.
    #[serde(default)]
    pub parents: Vec<String>,
    /// Ids of the records that this one replaces.
    #[serde(default)]
    pub supersedes: Vec<String>,
    /// Why it replaces them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Header {
    /// The day on which it was recorded, where it was.
    pub fn day(&self) -> Option<NaiveDate> {
        self.recorded.get(..10)?.parse().ok()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Author {
    /// Key in board.yaml, or the login name where the roster does not know it.
    pub person: String,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facility: Option<String>,
}

/// The one thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    Decision(Box<Decision>),
    Opinion(Opinion),
    Request(Request),
    Reply(Reply),
    Signature(Signature),
    Retraction(Retraction),
    Transfer(Transfer),
    Attendance(Attendance),
    Agenda(AgendaChange),
    Timing(Timing),
    Close(Close),
    /// Recorded by a newer version: kept, listed, never damage.
    Newer,
}

impl Body {
    pub fn kind(&self) -> Option<Kind> {
        Some(match self {
            Body::Decision(_) => Kind::Decision,
            Body::Opinion(_) => Kind::Opinion,
            Body::Request(_) => Kind::Request,
            Body::Reply(_) => Kind::Reply,
            Body::Signature(_) => Kind::Signature,
            Body::Retraction(_) => Kind::Retraction,
            Body::Transfer(_) => Kind::Transfer,
            Body::Attendance(_) => Kind::Attendance,
            Body::Agenda(_) => Kind::Agenda,
            Body::Timing(_) => Kind::Timing,
            Body::Close(_) => Kind::Close,
            Body::Newer => return None,
        })
    }
}

/// The chair makes a decision FINAL.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Signature {
    /// Id and digest of the decision record that is signed.
    pub record: String,
    pub sha256: String,
    /// What the signature means: `approved`.
    pub meaning: String,
}

/// Says that a record was entered in error; the record itself stays readable.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Retraction {
    pub record: String,
    pub reason: String,
}

/// Says what left the house, to whom, on what basis.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Transfer {
    /// `referral` or `expert`.
    pub profile: String,
    pub format: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// What the document calls the patient where it does not name them: an answer about it is one about this case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pseudonym: Option<String>,
    /// Consent as the case said it: state and scope.
    pub basis: String,
    pub sha256: String,
    pub bytes: u64,
}

/// Who sat in a meeting; the latest attendance record of a meeting counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Attendance {
    pub present: Vec<Present>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub apologies: Vec<String>,
    pub quorum: QuorumStamp,
}

impl Attendance {
    pub fn specialties(&self) -> Vec<Option<Specialty>> {
        self.present
            .iter()
            .map(|one| one.specialty.as_deref().and_then(|word| Code::parse(word).known()))
            .collect()
    }
}

/// A case added to, moved on, put off or taken from the agenda while the meeting runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct AgendaChange {
    pub change: Option<Code<Change>>,
    pub case: String,
    /// Its place from then on, counted from 1; the end where none is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<usize>,
    pub reason: String,
}

/// For how long a case was discussed in one go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Timing {
    pub case: String,
    pub seconds: u64,
}

/// The end of a meeting: what became of each case of its agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Close {
    pub decided: Vec<String>,
    pub deferred: Vec<String>,
    pub not_discussed: Vec<String>,
    /// Of which two decisions hold that do not know of each other: nobody has said yet which of them counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub in_conflict: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A record as read from disk, with the digest that its hash line promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub header: Header,
    pub body: Body,
    /// SHA-256 of all bytes above the hash line, lower-case hex.
    pub sha256: String,
}

/// The folder that a record belongs to, by its name on disk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Folder {
    Case(String),
    Meeting(String),
}

/// A record about to be made; the disk's keeper adds id, time and digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRecord {
    /// Set on a retry, so that the same record is never written twice.
    pub id: Option<String>,
    pub folder: Folder,
    pub by: Author,
    /// Digests of the heads of the folder that the writer saw.
    pub parents: Vec<String>,
    pub supersedes: Vec<String>,
    pub reason: Option<String>,
    pub body: Body,
}

impl NewRecord {
    /// One that replaces nothing.
    pub fn new(folder: Folder, by: Author, parents: Vec<String>, body: Body) -> Self {
        NewRecord { id: None, folder, by, parents, supersedes: Vec::new(), reason: None, body }
    }
}
