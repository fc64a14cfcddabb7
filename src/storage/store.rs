//! A workspace on disk: the one handle through which cases, meetings and records are read and appended.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use crate::domain::board::BoardFile;
use crate::domain::check::Measure;
use crate::domain::history::History;
use crate::domain::record::{Folder, NewRecord};
use crate::domain::staging::Table;
use crate::domain::value::Vocabulary;
use crate::domain::workspace::{CaseFolder, Damaged, Loaded, MeetingFolder, Reach};
use crate::storage::error::{Doing, Error, ErrorKind, Hint, Why};
use crate::storage::journal::{self, Appended};
use crate::storage::look::{self, Look};
use crate::storage::modes::Policy;
use crate::storage::presence::{self, Presence};
use crate::storage::{bytes, layout, listing, people, tables};

/// A workspace: a folder that was there when it was opened, or that is about to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    root: PathBuf,
    policy: Policy,
}

impl Store {
    pub fn open(root: &Path) -> Result<Self, Error> {
        let failed = |error| Error::io(Doing::OpenWorkspace, root, error);
        if fs::metadata(root).map_err(failed)?.is_dir() {
            Ok(Store { root: root.to_owned(), policy: Policy::default() })
        } else {
            Err(failed(io::Error::from(io::ErrorKind::NotADirectory)))
        }
    }

    /// The same workspace, with a policy of who may read what is recorded in it.
    #[must_use]
    pub fn with_policy(self, policy: Policy) -> Self {
        Store { policy, ..self }
    }

    /// The handle of a workspace that is yet to be written.
    pub fn planned(root: &Path) -> Self {
        Store { root: root.to_owned(), policy: Policy::default() }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn board(&self) -> Loaded<BoardFile> {
        people::board(&self.root)
    }

    /// What tells whether the roster is another than before; none where it cannot be read.
    pub fn board_digest(&self) -> Option<String> {
        people::board_digest(&self.root)
    }

    /// See `tables::of`; what is no table is a problem of `check`.
    pub fn tables(&self) -> Vec<Table> {
        tables::of(&self.root).0
    }

    /// See `listing::meetings`.
    pub fn meetings(&self) -> Result<Vec<String>, Error> {
        listing::meetings(&self.root)
    }

    /// See `listing::cases`.
    pub fn case_folders(&self) -> Result<Vec<String>, Error> {
        listing::cases(&self.root)
    }

    pub fn case(&self, folder: &str) -> CaseFolder {
        let (history, damaged) = journal::read(&self.root, &Folder::Case(folder.to_owned()));
        CaseFolder { folder: folder.to_owned(), file: people::case(&self.root, folder), history, damaged }
    }

    /// A case with everything that the check finds in it.
    pub fn checked_case(&self, folder: &str, measure: &Measure<'_>) -> CaseFolder {
        let (history, damaged) = journal::read(&self.root, &Folder::Case(folder.to_owned()));
        let file = people::checked_case(&self.root, folder, measure);
        CaseFolder { folder: folder.to_owned(), file, history, damaged }
    }

    pub fn meeting(&self, folder: &str) -> MeetingFolder {
        let (history, damaged) = journal::read(&self.root, &Folder::Meeting(folder.to_owned()));
        MeetingFolder {
            folder: folder.to_owned(),
            file: people::meeting(&self.root, folder),
            history,
            damaged,
        }
    }

    pub fn has_case(&self, folder: &str) -> bool {
        listing::is_case(&self.root, folder)
    }

    pub fn has_meeting(&self, folder: &str) -> bool {
        listing::is_meeting(&self.root, folder)
    }

    /// The records of a case alone; none while the folder cannot be read.
    pub fn records(&self, folder: &str) -> Option<(History, Vec<Damaged>)> {
        let dir = layout::records_dir(&self.root, &Folder::Case(folder.to_owned()));
        fs::read_dir(dir).ok()?;
        Some(journal::read(&self.root, &Folder::Case(folder.to_owned())))
    }

    /// Digest of the case file as it is now; none where it cannot be read.
    pub fn case_digest(&self, folder: &str) -> Option<String> {
        look::case_digest(&self.root.join(folder))
    }

    /// See `look::look`.
    pub fn look(&self, folder: &str, before: Option<&Look>, now: DateTime<FixedOffset>) -> Look {
        look::look(&self.root.join(folder), before, now)
    }

    /// See `look::reach`.
    pub fn reach(&self) -> Reach {
        look::reach(&self.root)
    }

    /// See `presence::announce`.
    pub fn announce(&self, folder: &str, presence: &Presence) -> io::Result<()> {
        presence::announce(&self.root.join(folder), presence, self.policy)
    }

    /// See `presence::withdraw`.
    pub fn withdraw(&self, folder: &str) -> io::Result<()> {
        presence::withdraw(&self.root.join(folder))
    }

    /// See `journal::append`.
    pub fn append(&self, new: &NewRecord, id: String, recorded: String) -> Result<Appended, Error> {
        journal::append(&self.root, new, id, recorded, self.policy)
    }

    /// Whether there is a record under this id, of the same kind and in the same folder.
    pub fn has_record(&self, new: &NewRecord, id: &str) -> bool {
        let name = new.body.kind().map(|kind| layout::record_name(id, kind.word()));
        name.is_some_and(|name| layout::records_dir(&self.root, &new.folder).join(name).exists())
    }

    /// The bytes of a file that a case names, if it is a plain file inside the folder of that case.
    pub fn read_attachment(&self, folder: &str, file: &str, most: usize) -> Result<Vec<u8>, Error> {
        let path = self.attachment_path(folder, file)?;
        bytes::read_beneath(&self.root.join(folder), file, most).map_err(|error| match error.kind() {
            io::ErrorKind::FileTooLarge => {
                Error::ours(ErrorKind::Refused, Doing::ReadAttachment, &path, Why::TooLarge, Hint::Smaller)
            }
            _ => Error::io(Doing::ReadAttachment, &path, error),
        })
    }

    /// Where that file is, with links followed; refused when that is outside the folder of the case.
    pub fn attachment_path(&self, folder: &str, file: &str) -> Result<PathBuf, Error> {
        let dir = self.root.join(folder);
        let refuse = |why: Why| {
            let path = dir.join(file);
            Error::ours(ErrorKind::Refused, Doing::ReadAttachment, path, why, Hint::InsideCase)
        };
        if !layout::is_folder_name(folder) || !layout::is_inside_path(file) || !layout::is_portable_path(file)
        {
            return Err(refuse(Why::OutsideCase));
        }
        let real = |path: &Path| {
            fs::canonicalize(path).map_err(|error| Error::io(Doing::ReadAttachment, path, error))
        };
        let (dir_found, found) = (real(&dir)?, real(&dir.join(file))?);
        if !found.starts_with(&dir_found) {
            return Err(refuse(Why::LinkLeaves));
        }
        let data = fs::metadata(&found).map_err(|error| Error::io(Doing::ReadAttachment, &found, error))?;
        if data.is_file() { Ok(found) } else { Err(refuse(Why::NotPlainFile)) }
    }
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use super::*;

    #[cfg(unix)]
    #[test]
    fn an_attachment_is_a_plain_file_inside_its_case_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        let case = root.join("tb-1");
        fs::create_dir_all(case.join("attachments")).unwrap();
        File::create(case.join("case.yaml")).unwrap();
        File::create(root.join("secret")).unwrap();
        io::Write::write_all(&mut File::create(case.join("attachments/a.png")).unwrap(), b"12345").unwrap();
        std::os::unix::fs::symlink(root.join("secret"), case.join("out.png")).unwrap();
        std::os::unix::fs::symlink("attachments/a.png", case.join("in.png")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", case.join("zero")).unwrap();
        let store = Store::open(root).unwrap();
        assert_eq!(store.case_folders().unwrap(), ["tb-1"]);
        for good in ["attachments/a.png", "in.png"] {
            assert_eq!(store.read_attachment("tb-1", good, 5).unwrap(), b"12345");
        }
        assert_eq!(store.read_attachment("tb-1", "in.png", 4).unwrap_err().hint, Hint::Smaller);
        for bad in ["../secret", "/etc/passwd", "out.png", "zero", "attachments", "", "missing.png"] {
            assert!(store.read_attachment("tb-1", bad, 5).is_err(), "{bad}");
        }
        assert!(store.read_attachment("..", "secret", 5).is_err());
    }
}
