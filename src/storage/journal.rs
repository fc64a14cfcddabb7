//! The records of one folder: read all, append one. Nothing here changes or removes a file.

use std::fs;
use std::io;
use std::path::Path;

use crate::domain::history::{History, replay};
use crate::domain::record::{Body, Folder, Header, NewRecord, Record, SCHEMA};
use crate::domain::value::Vocabulary;
use crate::domain::workspace::Damaged;
use crate::storage::atomic;
use crate::storage::bytes::{Within, read_limited, stays_beneath};
use crate::storage::error::{Doing, Error, ErrorKind, Hint, Why};
use crate::storage::kept_case::{keep_case, make_records_dir};
use crate::storage::layout::{self, Name};
use crate::storage::modes::Policy;
use crate::storage::record_file;

/// Every record of a folder, oldest first, and the files that cannot be trusted or read.
pub fn read(root: &Path, folder: &Folder) -> (History, Vec<Damaged>) {
    let mut records = Vec::new();
    let mut damaged = Vec::new();
    match record_files(root, folder) {
        Ok(names) => {
            let dir = layout::folder_dir(root, folder);
            // Opened once for all of them, and not at all for none.
            let mut within = None;
            for name in names {
                let within = within.get_or_insert_with(|| Within::open(&dir));
                match read_in(within.as_ref(), folder, &name) {
                    Ok(record) => records.push(record),
                    Err(damage) => damaged.push(damage),
                }
            }
        }
        Err(error) => damaged.push(Damaged {
            path: format!("{}/{}", layout::folder_path(folder), layout::RECORDS),
            why: "unreadable",
            detail: error.to_string(),
        }),
    }
    (replay(records), damaged)
}

/// A record that is on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    pub record: Record,
    /// False where the file system cannot say whether it would survive a power cut.
    pub is_confirmed: bool,
}

/// Writes one record. The same record again, under the same id, is a success, whenever it was written first.
///
/// `id` is used unless the record brings its own from an earlier try; `recorded` is the local time, RFC 3339.
pub fn append(
    root: &Path,
    new: &NewRecord,
    id: String,
    recorded: String,
    policy: Policy,
) -> Result<Appended, Error> {
    let id = new.id.clone().unwrap_or(id);
    let records = layout::records_dir(root, &new.folder);
    let refuse = |why: &str| {
        Error::new(
            ErrorKind::Refused,
            Doing::SaveRecord,
            layout::folder_dir(root, &new.folder),
            why,
            Hint::Report,
        )
    };
    let (Folder::Case(name) | Folder::Meeting(name)) = &new.folder;
    if !layout::is_folder_name(name) {
        return Err(refuse("not the name of a folder of this workspace"));
    }
    if !layout::is_id(&id) {
        return Err(refuse("the id is no lower-case ULID"));
    }
    let kind = new.body.kind().ok_or_else(|| refuse("this version does not know that kind"))?;
    let header = header(new, id, kind.word(), recorded);
    let file_name = layout::record_name(&header.id, kind.word());
    let path = records.join(&file_name);
    let (bytes, record) = record_file::serialise(&header, &new.body).map_err(|why| refuse(&why))?;

    stays_beneath(&layout::folder_dir(root, &new.folder), &records).map_err(|error| match error.kind() {
        io::ErrorKind::CrossesDevices => {
            Error::ours(ErrorKind::Refused, Doing::SaveRecord, &records, Why::LinkLeaves, Hint::CheckPath)
        }
        _ => Error::io(Doing::SaveRecord, &records, error),
    })?;
    if let Some(there) = earlier_try(&path, &record)? {
        return Ok(there);
    }
    let mut is_confirmed = true;
    if let (Folder::Case(_), Body::Decision(decision)) = (&new.folder, &new.body)
        && let Some(made_on) = &decision.made_on
    {
        is_confirmed &= keep_case(root, &new.folder, &records, made_on, policy)?;
    }
    is_confirmed &=
        make_records_dir(&records, policy).map_err(|error| Error::io(Doing::SaveRecord, &records, error))?;
    let saved =
        atomic::create_as(&records, &file_name, &bytes, policy).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => taken(&path),
            _ => Error::io(Doing::SaveRecord, &path, error),
        })?;
    Ok(Appended { record, is_confirmed: is_confirmed && saved.is_confirmed })
}

/// A new id at this moment: a lower-case ULID.
pub fn fresh_id(at: std::time::SystemTime) -> String {
    ulid::Ulid::from_datetime(at).to_string().to_ascii_lowercase()
}

/// The names of everything in the records folder, sorted; none where there is no such folder.
pub fn all_names(root: &Path, folder: &Folder) -> io::Result<Vec<String>> {
    stays_beneath(&layout::folder_dir(root, folder), &layout::records_dir(root, folder))?;
    let entries = match fs::read_dir(layout::records_dir(root, folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// Reads a file of the records folder and checks that it is what its name and its place say.
pub fn read_one(root: &Path, folder: &Folder, name: &str) -> Result<Record, Damaged> {
    read_in(Within::open(&layout::folder_dir(root, folder)).as_ref(), folder, name)
}

fn read_in(within: Result<&Within<'_>, &io::Error>, folder: &Folder, name: &str) -> Result<Record, Damaged> {
    let damaged =
        |why: &'static str, detail: String| Damaged { path: layout::record_path(folder, name), why, detail };
    let within = within.map_err(|error| damaged("unreadable", error.to_string()))?;
    let path = Path::new(layout::RECORDS).join(name);
    let bytes = within.file(&path).and_then(|file| file.read(record_file::LARGEST));
    let bytes = bytes.map_err(|error| damaged("unreadable", error.to_string()))?;
    let record = record_file::parse(&bytes).map_err(|fault| damaged(fault.code(), fault.detail()))?;
    let header = &record.header;
    let Name::Record { id, kind } = layout::read_name(name) else {
        return Err(damaged("wrong-name", name.to_owned()));
    };
    if header.id != id || header.kind != kind {
        let own = layout::record_name(&header.id, &header.kind);
        return Err(damaged("wrong-name", format!("inside it says {own}")));
    }
    let belongs = match folder {
        Folder::Case(folder) => header.case.as_ref() == Some(folder) && header.meeting.is_none(),
        Folder::Meeting(folder) => header.meeting.as_ref() == Some(folder) && header.case.is_none(),
    };
    if belongs {
        Ok(record)
    } else {
        let own = header.case.as_ref().or(header.meeting.as_ref()).cloned().unwrap_or_default();
        Err(damaged("wrong-folder", format!("inside it says {own}")))
    }
}

fn record_files(root: &Path, folder: &Folder) -> io::Result<Vec<String>> {
    let mut names = all_names(root, folder)?;
    names.retain(|name| matches!(layout::read_name(name), Name::Record { .. }));
    Ok(names)
}

fn header(new: &NewRecord, id: String, kind: &str, recorded: String) -> Header {
    let (case, meeting) = match &new.folder {
        Folder::Case(name) => (Some(name.clone()), None),
        Folder::Meeting(name) => (None, Some(name.clone())),
    };
    let mut parents = new.parents.clone();
    parents.sort();
    parents.dedup();
    Header {
        schema: SCHEMA,
        id,
        kind: kind.to_owned(),
        case,
        meeting,
        recorded,
        by: new.by.clone(),
        parents,
        supersedes: new.supersedes.clone(),
        reason: new.reason.clone(),
    }
}

/// The record that an earlier try wrote after all; only its time may differ. It is made durable before it is
/// called saved, because the earlier try may have failed at exactly that.
fn earlier_try(path: &Path, wanted: &Record) -> Result<Option<Appended>, Error> {
    let failed = |error| Error::io(Doing::SaveRecord, path, error);
    let bytes = match read_limited(path, record_file::LARGEST) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    // What a save left that was cut off, where names are created directly; elsewhere the name is taken.
    let Ok(there) = record_file::parse(&bytes) else { return Ok(None) };
    let mut header = there.header.clone();
    header.recorded.clone_from(&wanted.header.recorded);
    if header != wanted.header || there.body != wanted.body {
        return Err(taken(path));
    }
    let (Some(dir), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
        return Err(taken(path));
    };
    let saved = atomic::create(dir, name, &bytes).map_err(failed)?;
    Ok(Some(Appended { record: there, is_confirmed: saved.is_confirmed }))
}

fn taken(path: &Path) -> Error {
    Error::ours(ErrorKind::Conflict, Doing::SaveRecord, path, Why::IdTaken, Hint::NewId)
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use super::*;
    use crate::domain::decision::Decision;
    use crate::domain::opinion::Opinion;
    use crate::domain::record::Author;

    const ID: &str = "01k9wq3v5h8e2m4n6p7r8s9t0v";

    fn workspace() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("tb-1")).unwrap();
        put(&dir.path().join("tb-1/case.yaml"), b"id: tb-1\n");
        dir
    }

    fn put(path: &Path, bytes: &[u8]) {
        io::Write::write_all(&mut File::create(path).unwrap(), bytes).unwrap();
    }

    fn new(body: Body) -> NewRecord {
        NewRecord::new(
            Folder::Case("tb-1".into()),
            Author { person: "mai-onc".into(), name: "Mai".into(), ..Author::default() },
            Vec::new(),
            body,
        )
    }

    fn opinion(text: &str) -> NewRecord {
        new(Body::Opinion(Opinion { text: text.into(), ..Opinion::default() }))
    }

    fn decision(made_on: &[u8]) -> NewRecord {
        let made_on = Some(record_file::sha256(made_on));
        new(Body::Decision(Box::new(Decision { made_on, ..Decision::default() })))
    }

    fn append_now(root: &Path, new: &NewRecord, id: String, recorded: String) -> Result<Record, Error> {
        append(root, new, id, recorded, Policy::AsFolder).map(|appended| appended.record)
    }

    fn at(time: &str) -> String {
        format!("2026-11-26T{time}:00+07:00")
    }

    #[test]
    fn what_is_appended_is_read_and_a_retry_with_the_same_id_finds_it() {
        let dir = workspace();
        let first = append_now(dir.path(), &opinion("yes"), ID.into(), at("09:00")).unwrap();
        let again = append_now(dir.path(), &opinion("yes"), ID.into(), at("09:05")).unwrap();
        assert_eq!(first, again);
        let (history, damaged) = read(dir.path(), &Folder::Case("tb-1".into()));
        assert_eq!((history.records, damaged), (vec![first], Vec::new()));
        let other = append_now(dir.path(), &opinion("no"), ID.into(), at("09:00")).unwrap_err();
        assert_eq!((other.kind, other.hint), (ErrorKind::Conflict, Hint::NewId));
    }

    #[test]
    fn a_decision_keeps_its_case_file_and_is_refused_when_that_has_changed() {
        let dir = workspace();
        append_now(dir.path(), &decision(b"id: tb-1\n"), ID.into(), at("09:00")).unwrap();
        let kept =
            dir.path().join("tb-1/records").join(layout::kept_case_name(&record_file::sha256(b"id: tb-1\n")));
        assert_eq!(fs::read(kept).unwrap(), b"id: tb-1\n");
        let other = "01k9wq3v5h8e2m4n6p7r8s9t0w";
        let error =
            append_now(dir.path(), &decision(b"what was shown"), other.into(), at("09:00")).unwrap_err();
        assert_eq!((error.kind, error.hint), (ErrorKind::Conflict, Hint::Reload));
        put(&dir.path().join("tb-1/case.yaml"), b"changed since\n");
        append_now(dir.path(), &decision(b"id: tb-1\n"), ID.into(), at("09:00")).unwrap();
        assert_eq!(all_names(dir.path(), &Folder::Case("tb-1".into())).unwrap().len(), 2);
    }

    #[test]
    fn a_record_under_another_name_or_in_another_folder_is_damage_and_the_rest_is_read() {
        let dir = workspace();
        append_now(dir.path(), &opinion("yes"), ID.into(), at("09:00")).unwrap();
        let records = dir.path().join("tb-1/records");
        fs::create_dir_all(dir.path().join("tb-2/records")).unwrap();
        let name = layout::record_name(ID, "opinion");
        fs::copy(records.join(&name), dir.path().join("tb-2/records").join(&name)).unwrap();
        fs::copy(records.join(&name), records.join(layout::record_name(ID, "decision"))).unwrap();
        put(&records.join(".tmp-01k9wq3v5h8e2m4n6p7r8s9t0w"), b"half");
        let why = |folder: &str| -> Vec<&str> {
            read(dir.path(), &Folder::Case(folder.into())).1.iter().map(|damage| damage.why).collect()
        };
        assert_eq!(why("tb-1"), ["wrong-name"]);
        assert_eq!(why("tb-2"), ["wrong-folder"]);
        assert_eq!(read(dir.path(), &Folder::Case("tb-1".into())).0.records.len(), 1);
    }

    #[test]
    fn nothing_is_written_outside_the_workspace() {
        let dir = workspace();
        for name in ["../x", "", ".", "a/b"] {
            let new = NewRecord { folder: Folder::Case(name.into()), ..opinion("yes") };
            assert_eq!(
                append_now(dir.path(), &new, ID.into(), at("09:00")).unwrap_err().kind,
                ErrorKind::Refused
            );
        }
        let missing = NewRecord { folder: Folder::Case("tb-9".into()), ..opinion("yes") };
        assert_eq!(
            append_now(dir.path(), &missing, ID.into(), at("09:00")).unwrap_err().kind,
            ErrorKind::NotFound
        );
    }
}
