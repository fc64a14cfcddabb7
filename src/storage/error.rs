//! What failed on the disk, on which path, why, and what to do about it.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use crate::domain::value::{Vocabulary, vocabulary};

/// What decides the exit code and how loudly a failure is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// No permission, or a read-only place.
    NotPermitted,
    /// What is on the disk is no longer what the writer saw.
    Conflict,
    /// Bytes that should never change have changed.
    Integrity,
    NotFound,
    /// What was asked for is never done.
    Refused,
    Failed,
}

vocabulary! {
    /// What was being done; the words stand in the language files under `doing-…`.
    Doing, "doing" {
        OpenWorkspace = "open-workspace", ReadFile = "read-file", KeepCase = "keep-case", SaveRecord = "save-record",
        SaveDraft = "save-draft", ReadDraft = "read-draft", ReadAttachment = "read-attachment", WriteFile = "write-file",
        Repair = "repair",
    }
}

vocabulary! {
    /// What to do; the words stand in the language files under `hint-…`.
    Hint, "hint" {
        Retry = "retry", FreeSpace = "free-space", Permission = "permission", ReadOnly = "read-only",
        CheckPath = "check-path", Reload = "reload", Verify = "verify", NewId = "new-id", Smaller = "smaller",
        InsideCase = "inside-case", Report = "report", OtherFolder = "other-folder",
    }
}

vocabulary! {
    /// Why, where the reason is our own; the words stand in the language files under `why-…`.
    Why, "why" {
        OutsideCase = "outside-case", LinkLeaves = "link-leaves", NotPlainFile = "not-plain-file",
        NoDigest = "no-digest", CaseChanged = "case-changed", KeptChanged = "kept-changed", IdTaken = "id-taken",
        NotReadBack = "not-read-back", TooLarge = "too-large",
    }
}

impl Why {
    fn sentence(self) -> &'static str {
        match self {
            Why::OutsideCase => "not a path inside the folder of the case",
            Why::LinkLeaves => "a link that leaves the folder of the case",
            Why::NotPlainFile => "not a plain file",
            Why::NoDigest => "the digest of the case file is no SHA-256",
            Why::CaseChanged => "the case file is no longer the one that was shown",
            Why::KeptChanged => "the kept case file has been changed",
            Why::IdTaken => "a different record with this id is there already",
            Why::NotReadBack => "what would be read back is not what was typed",
            Why::TooLarge => "the file is too large",
        }
    }
}

impl Doing {
    fn sentence(self) -> &'static str {
        match self {
            Doing::OpenWorkspace => "cannot open the workspace",
            Doing::ReadFile => "cannot read",
            Doing::KeepCase => "NOT SAVED: cannot keep the case file that the decision was made on",
            Doing::SaveRecord => "NOT SAVED: cannot write the record",
            Doing::SaveDraft => "cannot keep the draft",
            Doing::ReadDraft => "cannot read the draft",
            Doing::ReadAttachment => "cannot open the attachment",
            Doing::WriteFile => "cannot write",
            Doing::Repair => "cannot repair",
        }
    }
}

impl Hint {
    fn sentence(self) -> &'static str {
        match self {
            Hint::Retry => "try again; your text is kept",
            Hint::FreeSpace => "free some space, then try again; your text is kept",
            Hint::Permission => {
                "ask who owns the folder for the right to use it, then try again; your text is kept"
            }
            Hint::ReadOnly => {
                "the place is read-only; make it writable or work on a copy, then try again; your text is kept"
            }
            Hint::CheckPath => "check the path, and that the share is connected; nothing was changed",
            Hint::Reload => "changed on disk: reload the case, read it again, then record",
            Hint::Verify => "do not edit it; run `tumorboard verify` and restore the file from a backup",
            Hint::NewId => "record again under a new id",
            Hint::Smaller => "make the text or the file smaller",
            Hint::InsideCase => "put the file into the folder of its case and name it by its path from there",
            Hint::OtherFolder => {
                "name a folder that you may write in and that has room: tumorboard demo FOLDER"
            }
            Hint::Report => "this is a fault of the program; keep the text and report it",
        }
    }
}

/// A failure that says what was being done, where, why it failed and what to do.
#[derive(Debug)]
pub struct Error {
    pub kind: ErrorKind,
    pub doing: Doing,
    pub path: PathBuf,
    pub why: String,
    pub hint: Hint,
    ours: Option<Why>,
    source: Option<io::Error>,
}

impl Error {
    pub fn new(
        kind: ErrorKind,
        doing: Doing,
        path: impl Into<PathBuf>,
        why: impl Into<String>,
        hint: Hint,
    ) -> Self {
        Error { kind, doing, path: path.into(), why: why.into(), hint, ours: None, source: None }
    }

    /// For a reason that the program has words for.
    pub fn ours(kind: ErrorKind, doing: Doing, path: impl Into<PathBuf>, why: Why, hint: Hint) -> Self {
        let ours = Some(why);
        Error { kind, doing, path: path.into(), why: why.sentence().to_owned(), hint, ours, source: None }
    }

    /// From an error of the operating system, which says the why.
    pub fn io(doing: Doing, path: &Path, source: io::Error) -> Self {
        let (kind, hint) = match source.kind() {
            io::ErrorKind::StaleNetworkFileHandle
            | io::ErrorKind::NotConnected
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::NetworkDown => (ErrorKind::Failed, Hint::CheckPath),
            io::ErrorKind::PermissionDenied => (ErrorKind::NotPermitted, Hint::Permission),
            io::ErrorKind::ReadOnlyFilesystem => (ErrorKind::NotPermitted, Hint::ReadOnly),
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => (ErrorKind::NotFound, Hint::CheckPath),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => (ErrorKind::Failed, Hint::FreeSpace),
            _ => (ErrorKind::Failed, Hint::Retry),
        };
        let why = source.to_string();
        Error { kind, doing, path: path.to_owned(), why, hint, ours: None, source: Some(source) }
    }

    /// The id of the words of the why, where it is ours or the operating system gave one that people meet often.
    pub fn why_id(&self) -> Option<String> {
        if let Some(why) = self.ours {
            return Some(format!("why-{}", why.word()));
        }
        let id = match self.source.as_ref()?.kind() {
            io::ErrorKind::PermissionDenied => "why-not-permitted",
            io::ErrorKind::ReadOnlyFilesystem => "why-read-only",
            io::ErrorKind::NotFound => "why-not-found",
            io::ErrorKind::NotADirectory => "why-no-folder",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "why-no-space",
            _ => return None,
        };
        Some(id.to_owned())
    }

    /// Ids of the words of what was done and of what to do.
    pub fn words(&self) -> (String, String) {
        (format!("doing-{}", self.doing.word()), format!("hint-{}", self.hint.word()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, why) = (self.path.display(), &self.why);
        write!(f, "{} {path}: {why} ({})", self.doing.sentence(), self.hint.sentence())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}
