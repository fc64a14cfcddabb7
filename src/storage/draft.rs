//! Text that is being written, kept in the user's own state folder until it is recorded.

use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::record::Folder;
use crate::storage::atomic;
use crate::storage::bytes::read_limited;
use crate::storage::error::{Doing, Error, ErrorKind, Hint, Why};
use crate::storage::layout;
use crate::storage::record_file::sha256;

const LARGEST: usize = 8 * 1024 * 1024;

/// A kept text with the names of what it belongs to, so that it is never shown anywhere else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub schema: u32,
    pub workspace: String,
    /// The folder's path in the workspace: `tb-2026-0007`, `meetings/2026-11-26-thoracic`.
    pub folder: String,
    /// What is being written: `decision`, `opinion`, ….
    pub form: String,
    #[serde(default)]
    pub whose: Whose,
    pub saved: String,
    /// Only its writer knows what this means.
    pub content: String,
}

/// The patient that a text was typed for, as the case file named them then. Another stick or share may stand under
/// the same path one day, with another patient under the same case id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Whose {
    pub name: String,
    pub born: String,
}

impl Whose {
    /// A corrected name or a corrected birth date is the same patient; another name with another date is not.
    pub fn may_be(&self, now: &Whose) -> bool {
        *self == Whose::default() || self.name == now.name || (self.born == now.born && !now.born.is_empty())
    }
}

/// The drafts of one user in one workspace.
#[derive(Clone, Debug)]
pub struct Drafts {
    dir: PathBuf,
    workspace: String,
}

impl Drafts {
    /// `state` is the user's state folder; nothing is created before the first draft is saved.
    pub fn of(state: &Path, root: &Path) -> Self {
        let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let workspace = root.to_string_lossy().into_owned();
        let key: String = sha256(workspace.as_bytes()).chars().take(32).collect();
        Drafts { dir: state.join("drafts").join(key), workspace }
    }

    /// Keeps a text; `saved` is the local time.
    pub fn save(
        &self,
        folder: &Folder,
        form: &str,
        whose: &Whose,
        saved: &str,
        content: &str,
    ) -> Result<(), Error> {
        let failed = |error| Error::io(Doing::SaveDraft, &self.dir, error);
        let draft = Draft {
            schema: 1,
            workspace: self.workspace.clone(),
            folder: layout::folder_path(folder),
            form: form.to_owned(),
            whose: whose.clone(),
            saved: saved.to_owned(),
            content: content.to_owned(),
        };
        let fault =
            |why: String| Error::new(ErrorKind::Failed, Doing::SaveDraft, &self.dir, why, Hint::Report);
        let text = serde_yaml::to_string(&draft).map_err(|error| fault(error.to_string()))?;
        if serde_yaml::from_str::<Draft>(&text).ok().as_ref() != Some(&draft) {
            return Err(Error::ours(
                ErrorKind::Failed,
                Doing::SaveDraft,
                &self.dir,
                Why::NotReadBack,
                Hint::Report,
            ));
        }
        make_private_dir(&self.dir).map_err(failed)?;
        atomic::replace_private(&self.dir, &file_name(&draft.folder, form), text.as_bytes()).map_err(failed)
    }

    /// The text kept for this folder and form, if there is one and it says that it belongs here.
    pub fn load(&self, folder: &Folder, form: &str) -> Result<Option<Draft>, Error> {
        let folder = layout::folder_path(folder);
        let found = self.read(&self.dir.join(file_name(&folder, form)))?;
        Ok(found.filter(|draft| draft.folder == folder && draft.form == form))
    }

    /// Every text kept for a folder of this workspace.
    pub fn of_folder(&self, folder: &Folder) -> Vec<Draft> {
        let folder = layout::folder_path(folder);
        let mut drafts = self.all();
        drafts.retain(|draft| draft.folder == folder);
        drafts
    }

    /// Every text kept for this workspace that can be read, by folder and form.
    pub fn all(&self) -> Vec<Draft> {
        let entries = fs::read_dir(&self.dir).into_iter().flatten().flatten();
        let mut drafts: Vec<Draft> =
            entries.filter_map(|entry| self.read(&entry.path()).ok().flatten()).collect();
        drafts.sort_by(|a, b| (&a.folder, &a.form).cmp(&(&b.folder, &b.form)));
        drafts
    }

    /// Forgets a text, once it is recorded or thrown away.
    pub fn drop(&self, folder: &Folder, form: &str) -> Result<(), Error> {
        let path = self.dir.join(file_name(&layout::folder_path(folder), form));
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Error::io(Doing::SaveDraft, &path, error))
            }
            _ => Ok(()),
        }
    }

    fn read(&self, path: &Path) -> Result<Option<Draft>, Error> {
        if path.extension().is_none_or(|extension| extension != "yaml") {
            return Ok(None);
        }
        let bytes = match read_limited(path, LARGEST) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Error::io(Doing::ReadDraft, path, error)),
        };
        let draft: Draft = serde_yaml::from_slice(&bytes).map_err(|error| {
            Error::new(ErrorKind::Failed, Doing::ReadDraft, path, error.to_string(), Hint::Report)
        })?;
        Ok((draft.schema == 1 && draft.workspace == self.workspace).then_some(draft))
    }
}

/// Folder names may hold anything that a file system allows, so the file is named by a digest.
fn file_name(folder: &str, form: &str) -> String {
    let key: String = sha256(format!("{folder}\n{form}").as_bytes()).chars().take(32).collect();
    format!("{key}.yaml")
}

#[cfg(unix)]
pub fn make_private_dir(dir: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(dir)
}

#[cfg(not(unix))]
pub fn make_private_dir(dir: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).create(dir)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_belongs_to_one_workspace_one_folder_and_one_form() {
        let (state, one, two) =
            (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let drafts = Drafts::of(state.path(), one.path());
        let case = |name: &str| Folder::Case(name.into());
        let text = "note: |\n  dòng một\n  二\r\n\ttab # and more\n";
        drafts
            .save(&case("tb-1"), "decision", &Whose::default(), "2026-11-26T09:00:00+07:00", "older")
            .unwrap();
        drafts.save(&case("tb-1"), "decision", &Whose::default(), "2026-11-26T09:00:02+07:00", text).unwrap();
        assert_eq!(drafts.load(&case("tb-1"), "decision").unwrap().unwrap().content, text);
        assert_eq!(drafts.of_folder(&case("tb-1")).len(), 1);
        assert_eq!(drafts.load(&case("tb-2"), "decision").unwrap(), None);
        assert_eq!(drafts.load(&Folder::Meeting("tb-1".into()), "decision").unwrap(), None);
        assert_eq!(drafts.load(&case("tb-1"), "opinion").unwrap(), None);
        assert!(Drafts::of(state.path(), two.path()).all().is_empty());
        drafts.drop(&case("tb-1"), "decision").unwrap();
        drafts.drop(&case("tb-1"), "decision").unwrap();
        assert!(drafts.all().is_empty());
    }

    #[test]
    fn another_name_with_another_birth_date_is_another_patient() {
        let whose = |name: &str, born: &str| Whose { name: name.into(), born: born.into() };
        let kept = whose("Nguyễn Văn An", "1961-03-14");
        assert!(kept.may_be(&kept));
        assert!(kept.may_be(&whose("Nguyễn Văn Ân", "1961-03-14")));
        assert!(kept.may_be(&whose("Nguyễn Văn An", "1961-04-13")));
        assert!(!kept.may_be(&whose("Trần Thị Bình", "1975-08-02")));
        assert!(!whose("a", "").may_be(&whose("b", "")));
        assert!(Whose::default().may_be(&kept));
    }

    #[test]
    fn a_draft_moved_under_the_name_of_another_case_is_not_shown_there() {
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let drafts = Drafts::of(state.path(), root.path());
        drafts.save(&Folder::Case("tb-1".into()), "decision", &Whose::default(), "", "on tb-1").unwrap();
        let name = |folder: &str| drafts.dir.join(file_name(folder, "decision"));
        fs::rename(name("tb-1"), name("tb-2")).unwrap();
        assert_eq!(drafts.load(&Folder::Case("tb-2".into()), "decision").unwrap(), None);
    }
}
