//! Text that is being written, kept in the user's own state folder until it is recorded.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::identity::Whose;
use crate::domain::record::Folder;
use crate::storage::atomic;
use crate::storage::bytes::read_limited;
use crate::storage::error::{Doing, Error, ErrorKind, Hint, Why};
use crate::storage::layout;
use crate::storage::record_file::sha256;

const LARGEST: usize = 8 * 1024 * 1024;
/// More files that cannot be read than this are no texts of a person: the folder itself cannot be read.
const PLACES: usize = 32;

/// A kept text with the names of what it belongs to, so that it is never shown anywhere else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

impl Draft {
    /// Whether the other is this text at another time.
    fn is_of(&self, other: &Draft) -> bool {
        self.folder == other.folder && self.form == other.form && self.whose.is(&other.whose)
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

    /// Where they are, once there is one.
    pub fn dir(&self) -> &Path {
        &self.dir
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
        let (name, is_new) = self.place(&draft);
        atomic::replace_private(&self.dir, &name, text.as_bytes()).map_err(failed)?;
        if is_new {
            // The same text under an earlier spelling of the name.
            self.remove(&draft, Some(&name))?;
        }
        Ok(())
    }

    /// The file for this text: never one that keeps another's, and never one that cannot be read.
    fn place(&self, draft: &Draft) -> (String, bool) {
        let fits = |name: &String| match self.read(&self.dir.join(name)) {
            Ok(Some(old)) => old.is_of(draft),
            Ok(None) => !self.dir.join(name).exists(),
            Err(_) => false,
        };
        let mut names = (1..PLACES).map(|number| file_name(draft, number));
        let name = names.find(fits).unwrap_or_else(|| file_name(draft, PLACES));
        let is_new = !self.dir.join(&name).exists();
        (name, is_new)
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

    /// Forgets a text of this patient, once it is recorded or thrown away.
    pub fn drop(&self, folder: &Folder, form: &str, whose: &Whose) -> Result<(), Error> {
        let draft = Draft {
            folder: layout::folder_path(folder),
            form: form.to_owned(),
            whose: whose.clone(),
            ..Draft::default()
        };
        self.remove(&draft, None)
    }

    /// Removes every file that keeps this text, but one.
    fn remove(&self, draft: &Draft, but: Option<&str>) -> Result<(), Error> {
        for entry in fs::read_dir(&self.dir).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_kept = but.is_some_and(|name| path.file_name() == Some(OsStr::new(name)));
            let is_this = self.read(&path).ok().flatten().is_some_and(|old| old.is_of(draft));
            if is_this && !is_kept {
                match fs::remove_file(&path) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => {
                        return Err(Error::io(Doing::SaveDraft, &path, error));
                    }
                    _ => (),
                }
            }
        }
        Ok(())
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

/// Folder names may hold anything that a file system allows, so the file is named by a digest. A text for one patient
/// is never in the way of a text for another, whatever stands under the same case id.
fn file_name(draft: &Draft, number: usize) -> String {
    let Whose { name, born, id } = &draft.whose;
    let parts = [&draft.folder, &draft.form, name, born, id].map(String::as_str).join("\n");
    let key: String = sha256(format!("{parts}\n{number}").as_bytes()).chars().take(32).collect();
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
    use std::collections::BTreeSet;

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
        assert_eq!(drafts.of_folder(&case("tb-1")).len(), 1);
        assert_eq!(drafts.of_folder(&case("tb-1"))[0].content, text);
        assert!(drafts.of_folder(&case("tb-2")).is_empty());
        assert!(drafts.of_folder(&Folder::Meeting("tb-1".into())).is_empty());
        assert!(Drafts::of(state.path(), two.path()).all().is_empty());
        drafts.drop(&case("tb-1"), "opinion", &Whose::default()).unwrap();
        assert_eq!(drafts.all().len(), 1);
        drafts.drop(&case("tb-1"), "decision", &Whose::default()).unwrap();
        drafts.drop(&case("tb-1"), "decision", &Whose::default()).unwrap();
        assert!(drafts.all().is_empty());
    }

    #[test]
    fn texts_for_two_patients_under_one_case_id_stand_beside_each_other_and_a_corrected_name_is_one_text() {
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let drafts = Drafts::of(state.path(), root.path());
        let whose =
            |name: &str, born: &str| Whose { name: name.into(), born: born.into(), id: String::new() };
        let (an, binh) = (whose("An", "1961"), whose("Bình", "1975"));
        let case = Folder::Case("tb-1".into());
        let save = |whose: &Whose, text: &str| drafts.save(&case, "decision", whose, "", text).unwrap();
        let texts = || drafts.all().into_iter().map(|one| one.content).collect::<BTreeSet<_>>();
        save(&an, "on An");
        save(&binh, "on Bình");
        assert_eq!(texts(), ["on An".to_owned(), "on Bình".to_owned()].into());
        save(&whose("Ân", "1961"), "on Ân");
        assert_eq!(texts(), ["on Bình".to_owned(), "on Ân".to_owned()].into());
        drafts.drop(&case, "decision", &whose("Ân", "1961")).unwrap();
        assert_eq!(texts(), ["on Bình".to_owned()].into());
    }

    #[test]
    fn a_kept_file_that_cannot_be_read_is_never_written_over() {
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let drafts = Drafts::of(state.path(), root.path());
        let case = Folder::Case("tb-1".into());
        let save = |text: &str| drafts.save(&case, "decision", &Whose::default(), "", text).unwrap();
        save("whole");
        let path = fs::read_dir(&drafts.dir).unwrap().next().unwrap().unwrap().path();
        for broken in ["torn: [", "schema: 2\nof: a newer version"] {
            atomic::replace_private(
                &drafts.dir,
                &path.file_name().unwrap().to_string_lossy(),
                broken.as_bytes(),
            )
            .unwrap();
            save("typed since");
            save("typed later");
            assert_eq!(fs::read_to_string(&path).unwrap(), broken);
            assert_eq!(drafts.of_folder(&case)[0].content, "typed later");
        }
    }
}
