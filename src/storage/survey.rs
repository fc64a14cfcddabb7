//! A walk over everything in a workspace that is no case, no meeting and no record, and over who may read it.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use crate::storage::layout::{self, Name};
use crate::storage::listing;

/// Attachments may have folders of their own, but not without end.
const DEEPEST: usize = 8;

/// What lies about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// Temporary files of saves.
    pub leftovers: Vec<PathBuf>,
    /// What synchronising programs made of two versions.
    pub copies: Vec<PathBuf>,
    /// Notes about who is recording.
    pub notes: Vec<PathBuf>,
    /// Files that everybody on this machine can read or change.
    pub exposed: Vec<PathBuf>,
    /// Those of them that everybody can change.
    pub changeable: Vec<PathBuf>,
    /// How many records have which mode.
    pub modes: BTreeMap<u32, usize>,
}

/// Looks at a folder and everything in it; what cannot be looked at is left out. Links are not followed.
pub fn folder(root: &Path) -> Survey {
    let mut survey = Survey::default();
    let real = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let is_reachable =
        real.ancestors().all(|dir| fs::metadata(dir).is_ok_and(|data| rights(&data) & 0o001 != 0));
    survey.walk(root, is_reachable, 0);
    survey.copies.extend(listing::copied_folders(root).into_iter().map(|path| root.join(path)));
    survey.copies.sort();
    survey
}

impl Survey {
    fn walk(&mut self, dir: &Path, is_reachable: bool, depth: usize) {
        let mut entries: Vec<_> = fs::read_dir(dir).into_iter().flatten().flatten().collect();
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            let (path, Ok(data)) = (entry.path(), entry.metadata()) else { continue };
            if layout::is_leftover(&name) {
                self.leftovers.push(path.clone());
            } else if layout::is_conflict_copy(&name) {
                self.copies.push(path.clone());
            } else if layout::is_presence(&name) {
                self.notes.push(path.clone());
            }
            if data.is_dir() {
                if depth < DEEPEST && !name.starts_with('.') {
                    self.walk(&path, is_reachable && rights(&data) & 0o001 != 0, depth + 1);
                }
            } else if data.is_file() {
                self.look_at_rights(path, &name, &data, is_reachable);
            }
        }
    }

    fn look_at_rights(&mut self, path: PathBuf, name: &str, data: &Metadata, is_reachable: bool) {
        let mode = rights(data);
        if matches!(layout::read_name(name), Name::Record { .. } | Name::KeptCase { .. }) {
            *self.modes.entry(mode).or_default() += 1;
        }
        if is_reachable && mode & 0o002 != 0 {
            self.changeable.push(path.clone());
        }
        if is_reachable && mode & 0o006 != 0 {
            self.exposed.push(path);
        }
    }
}

#[cfg(unix)]
fn rights(data: &Metadata) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    data.permissions().mode() & 0o777
}

#[cfg(not(unix))]
fn rights(_: &Metadata) -> u32 {
    0
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::fs::{File, Permissions};
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn leftovers_copies_and_files_open_to_everybody_are_found() {
        let dir = tempfile::tempdir().unwrap();
        let records = dir.path().join("tb-1/records");
        fs::create_dir_all(&records).unwrap();
        let put = |name: &str, mode: u32| {
            File::create(records.join(name)).unwrap();
            fs::set_permissions(records.join(name), Permissions::from_mode(mode)).unwrap();
        };
        put(".tmp-01k9wq3v5h8e2m4n6p7r8s9t0w-host-1", 0o600);
        put("01k9wq3v5h8e2m4n6p7r8s9t0v-opinion.sync-conflict-20261126-094107-ABCDEFG.yaml", 0o600);
        put("01k9wq3v5h8e2m4n6p7r8s9t0v-opinion.yaml", 0o644);
        put("01k9wq3v5h8e2m4n6p7r8s9t0w-opinion.yaml", 0o600);
        for open in [dir.path(), &dir.path().join("tb-1"), &records] {
            fs::set_permissions(open, Permissions::from_mode(0o755)).unwrap();
        }
        let survey = folder(dir.path());
        assert_eq!((survey.leftovers.len(), survey.copies.len()), (1, 1));
        assert_eq!(survey.modes, BTreeMap::from([(0o600, 1), (0o644, 1)]));
        let open = fs::metadata(std::env::temp_dir()).unwrap().permissions().mode() & 0o001 != 0;
        assert_eq!(survey.exposed.len(), usize::from(open));
        // Nobody else gets through a closed folder, whatever the files in it say.
        fs::set_permissions(dir.path().join("tb-1"), Permissions::from_mode(0o700)).unwrap();
        assert!(folder(dir.path()).exposed.is_empty());
    }
}
