//! What can be put right in a damaged workspace from sound copies that are still in it; originals go to quarantine.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::record::Folder;
use crate::domain::value::vocabulary;
use crate::storage::bytes::read_limited;
use crate::storage::error::{Doing, Error};
use crate::storage::kept_case::LARGEST_CASE;
use crate::storage::layout::{self, Name};
use crate::storage::modes::Policy;
use crate::storage::verify::{self, Report, Weight};
use crate::storage::{atomic, record_file};

vocabulary! {
    /// What is proposed for one file: its sound bytes are there under another name; it is a second copy of what is
    /// sound elsewhere; nothing in the workspace has its bytes.
    Remedy, "remedy" { Restore = "restore", SetAside = "set-aside", Backup = "backup" }
}

/// One proposal; nothing has been done yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub remedy: Remedy,
    /// The file that is damaged, missing or too many; relative to the workspace, with `/`.
    pub path: String,
    /// Where the sound bytes are, if anywhere.
    pub from: Option<String>,
}

/// Where originals go, under the date. Readers do not look into it.
pub const QUARANTINE: &str = ".quarantine";

/// Where sound bytes belong, with the path where they were found.
type Sound = BTreeMap<String, String>;

/// What could be done about the findings of `verify`, by path.
pub fn plan(root: &Path, report: &Report) -> Result<Vec<Proposal>, Error> {
    let places = collect(root)?;
    let mut remedies: BTreeMap<String, (Remedy, Option<String>)> = BTreeMap::new();
    for finding in &report.findings {
        let path = match finding.code {
            // Only the signed list of heads knows of it.
            "missing-anchor" => continue,
            "missing-kept-case" => {
                finding.path.rsplit_once('/').map(|(dir, _)| format!("{dir}/{}", finding.detail))
            }
            _ => (finding.weight == Weight::Damage).then(|| finding.path.clone()),
        };
        let Some(path) = path else { continue };
        let is_elsewhere = |from: &&String| **from != path;
        let remedy = match places.sound.get(&path).or_else(|| places.kept.get(&path)).filter(is_elsewhere) {
            Some(from) => (Remedy::Restore, Some(from.clone())),
            None if places.strays.contains(&path) => (Remedy::SetAside, None),
            None => (Remedy::Backup, None),
        };
        remedies.entry(path).or_insert(remedy);
    }
    // Sound bytes whose own place is empty: a renamed record, or the only copy of one.
    for (own, from) in &places.sound {
        if own != from && root.join(own).symlink_metadata().is_err() {
            remedies.insert(own.clone(), (Remedy::Restore, Some(from.clone())));
        }
    }
    Ok(remedies.into_iter().map(|(path, (remedy, from))| Proposal { remedy, path, from }).collect())
}

/// Carries out proposals: originals move into the quarantine of that date first, then sound bytes take their places.
pub fn apply(root: &Path, date: &str, proposals: &[Proposal], policy: Policy) -> Result<(), Error> {
    let failed = |path: &str, error| Error::io(Doing::Repair, &root.join(path), error);
    let mut restored = Vec::new();
    for proposal in proposals {
        if let (Remedy::Restore, Some(from)) = (proposal.remedy, &proposal.from) {
            let bytes = read_limited(&root.join(from), LARGEST_CASE).map_err(|error| failed(from, error))?;
            restored.push((&proposal.path, bytes));
        }
    }
    for Proposal { path, .. } in proposals.iter().filter(|one| one.remedy != Remedy::Backup) {
        if root.join(path).symlink_metadata().is_ok() {
            quarantine(root, date, path, policy).map_err(|error| failed(path, error))?;
        }
    }
    for (path, bytes) in restored {
        put_back(root, path, &bytes, policy).map_err(|error| failed(path, error))?;
    }
    Ok(())
}

fn put_back(root: &Path, path: &str, bytes: &[u8], policy: Policy) -> io::Result<()> {
    let path = root.join(path);
    let (dir, name) = (path.parent().unwrap_or(root), path.file_name().unwrap_or_default());
    make_dirs(root, dir, policy)?;
    atomic::create_as(dir, &name.to_string_lossy(), bytes, policy).map(|_| ())
}

/// Moves a file into the quarantine of this day, beside what another repair of the same day put there. It is
/// renamed without replacing, or copied first: there is no moment at which its bytes are nowhere.
fn quarantine(root: &Path, date: &str, inside: &str, policy: Policy) -> io::Result<()> {
    let path = &root.join(inside);
    let target = root.join(QUARANTINE).join(date).join(inside);
    let dir = target.parent().unwrap_or(root);
    make_dirs(root, dir, policy)?;
    let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for number in 1..1000_u32 {
        let target = dir.join(if number == 1 { name.clone() } else { format!("{name}.{number}") });
        let moved = match atomic::rename_without_replacing(path, &target) {
            Err(error) if atomic::is_unsupported(&error) => copy_then_remove(path, &target, policy),
            other => other,
        };
        match moved {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => (),
            other => {
                other?;
                atomic::sync_dir(dir)?;
                return path.parent().map_or(Ok(()), |from| atomic::sync_dir(from).map(|_| ()));
            }
        }
    }
    Err(io::Error::from(io::ErrorKind::AlreadyExists))
}

fn copy_then_remove(path: &Path, target: &Path, policy: Policy) -> io::Result<()> {
    let bytes = read_limited(path, LARGEST_CASE)?;
    let (dir, name) = (target.parent().unwrap_or(target), target.file_name().unwrap_or_default());
    atomic::create_as(dir, &name.to_string_lossy(), &bytes, policy)?;
    fs::remove_file(path)
}

/// Makes the folders from `root` down to `dir`, each durable in the one above it.
fn make_dirs(root: &Path, dir: &Path, policy: Policy) -> io::Result<()> {
    let missing: Vec<PathBuf> = dir.ancestors().take_while(|one| *one != root).map(Path::to_owned).collect();
    for one in missing.iter().rev() {
        match policy.create_dir(one) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => (),
            other => other?,
        }
        atomic::sync_dir(one.parent().unwrap_or(root))?;
    }
    Ok(())
}

#[derive(Default)]
struct Places {
    sound: Sound,
    /// What other kept cases and the case files of today would be kept as; only for a decision that asks for it.
    kept: Sound,
    /// Where sound bytes are that belong elsewhere.
    strays: BTreeSet<String>,
}

/// Every sound record and kept case of the workspace, whatever its name. What lies in quarantine serves where
/// nothing else does: a repair may have been cut off.
fn collect(root: &Path) -> Result<Places, Error> {
    let mut places = Places::default();
    let today = verify::folders(root)?;
    for folder in &today {
        collect_folder(root, "", folder, &mut places);
        if let Folder::Case(name) = folder
            && let Ok(bytes) = read_limited(&root.join(name).join(layout::CASE), LARGEST_CASE)
        {
            let own = layout::record_path(folder, &layout::kept_case_name(&record_file::sha256(&bytes)));
            places.kept.insert(own, format!("{name}/{}", layout::CASE));
        }
    }
    for day in fs::read_dir(root.join(QUARANTINE)).into_iter().flatten().flatten() {
        let prefix = format!("{QUARANTINE}/{}/", day.file_name().to_string_lossy());
        for folder in verify::folders(&day.path()).unwrap_or_default() {
            collect_folder(root, &prefix, &folder, &mut places);
        }
    }
    Ok(places)
}

fn collect_folder(root: &Path, prefix: &str, folder: &Folder, places: &mut Places) {
    let dir = layout::records_dir(&root.join(prefix), folder);
    for entry in fs::read_dir(&dir).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if matches!(layout::read_name(&name), Name::Leftover | Name::Ignored) {
            continue;
        }
        let Ok(bytes) = read_limited(&entry.path(), LARGEST_CASE) else { continue };
        let Some(own) = own_path(folder, &name, &bytes) else { continue };
        let path = format!("{prefix}{}", layout::record_path(folder, &name));
        if own == path {
            places.sound.insert(own, path);
        } else if matches!(layout::read_name(&name), Name::KeptCase { .. }) {
            places.kept.entry(own).or_insert(path);
        } else {
            places.strays.insert(path.clone());
            places.sound.entry(own).or_insert(path);
        }
    }
}

/// Where these bytes belong, if they are sound.
fn own_path(folder: &Folder, name: &str, bytes: &[u8]) -> Option<String> {
    if let Name::KeptCase { .. } = layout::read_name(name) {
        return Some(layout::record_path(folder, &layout::kept_case_name(&record_file::sha256(bytes))));
    }
    let record = record_file::parse(bytes).ok()?;
    let header = &record.header;
    let is_safe = |name: &String| layout::is_folder_name(name);
    let own = match (&header.case, &header.meeting) {
        (Some(case), None) if is_safe(case) => Folder::Case(case.clone()),
        (None, Some(meeting)) if is_safe(meeting) => Folder::Meeting(meeting.clone()),
        _ => return None,
    };
    let name = layout::record_name(&header.id, &header.kind);
    let is_name = matches!(layout::read_name(&name), Name::Record { .. });
    is_name.then(|| layout::record_path(&own, &name))
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Write;

    use super::*;
    use crate::domain::decision::Decision;
    use crate::domain::record::{Author, Body, NewRecord};
    use crate::storage::journal;

    const DAY: &str = "2026-11-26";

    fn put(path: &Path, bytes: &[u8]) {
        File::create(path).unwrap().write_all(bytes).unwrap();
    }

    /// A case with two decisions and their kept case; the paths of the two.
    fn workspace() -> (tempfile::TempDir, [PathBuf; 2]) {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("tb-1")).unwrap();
        put(&dir.path().join("tb-1/case.yaml"), b"id: tb-1\n");
        let mut parents = Vec::new();
        let paths = ["01k9wq3v5h8e2m4n6p7r8s9t0v", "01k9wq3v5h8e2m4n6p7r8s9t0w"].map(|id| {
            let made_on = Some(record_file::sha256(b"id: tb-1\n"));
            let new = NewRecord::new(
                Folder::Case("tb-1".into()),
                Author::default(),
                parents.clone(),
                Body::Decision(Box::new(Decision { made_on, ..Decision::default() })),
            );
            let saved = journal::append(dir.path(), &new, id.into(), "now".into(), Policy::AsFolder).unwrap();
            parents = vec![saved.record.sha256];
            dir.path().join("tb-1/records").join(layout::record_name(id, "decision"))
        });
        (dir, paths)
    }

    /// Repairs, and returns the remedies and whether all is sound afterwards.
    fn repair(root: &Path) -> (Vec<Remedy>, bool) {
        let proposals = plan(root, &verify::workspace(root).unwrap()).unwrap();
        apply(root, DAY, &proposals, Policy::AsFolder).unwrap();
        let is_sound = verify::workspace(root).unwrap().is_sound();
        (proposals.into_iter().map(|proposal| proposal.remedy).collect(), is_sound)
    }

    fn in_quarantine(root: &Path) -> usize {
        fs::read_dir(root.join(QUARANTINE).join(DAY).join("tb-1/records")).map_or(0, Iterator::count)
    }

    #[test]
    fn a_sound_workspace_needs_nothing() {
        let (dir, _) = workspace();
        assert_eq!(repair(dir.path()), (Vec::new(), true));
        assert!(!dir.path().join(QUARANTINE).exists());
    }

    #[test]
    fn two_records_that_were_swapped_go_back_to_their_names() {
        let (dir, [one, two]) = workspace();
        let (first, second) = (fs::read(&one).unwrap(), fs::read(&two).unwrap());
        put(&one, &second);
        put(&two, &first);
        assert_eq!(repair(dir.path()), (vec![Remedy::Restore, Remedy::Restore], true));
        assert_eq!((fs::read(&one).unwrap(), fs::read(&two).unwrap()), (first, second));
        assert_eq!(in_quarantine(dir.path()), 2);
    }

    #[test]
    fn a_damaged_record_is_restored_from_a_copy_and_the_damaged_bytes_are_kept() {
        let (dir, [one, _]) = workspace();
        let original = fs::read(&one).unwrap();
        put(&one.with_extension("sync-conflict-20261126-094107-ABCDEFG.yaml"), &original);
        put(&one, &original[..100]);
        assert_eq!(repair(dir.path()), (vec![Remedy::SetAside, Remedy::Restore], true));
        assert_eq!(fs::read(&one).unwrap(), original);
        let kept = dir.path().join(QUARANTINE).join(DAY).join("tb-1/records").join(one.file_name().unwrap());
        assert_eq!(fs::read(kept).unwrap(), &original[..100]);
    }

    #[test]
    fn a_renamed_record_gets_its_name_back_and_a_second_copy_is_set_aside() {
        let (dir, [one, two]) = workspace();
        fs::copy(&one, one.with_file_name("copy.yaml")).unwrap();
        fs::rename(&two, two.with_file_name("the newest.yaml")).unwrap();
        let (remedies, is_sound) = repair(dir.path());
        assert_eq!((remedies.len(), is_sound), (3, true));
        assert!(two.exists());
        assert_eq!(in_quarantine(dir.path()), 2);
    }

    #[test]
    fn a_kept_case_comes_back_from_the_case_file_while_that_is_unchanged() {
        let (dir, _) = workspace();
        let kept = layout::kept_case_name(&record_file::sha256(b"id: tb-1\n"));
        let kept = dir.path().join("tb-1/records").join(kept);
        fs::remove_file(&kept).unwrap();
        assert_eq!(repair(dir.path()), (vec![Remedy::Restore], true));
        put(&kept, b"changed");
        put(&dir.path().join("tb-1/case.yaml"), b"changed too");
        assert_eq!(repair(dir.path()), (vec![Remedy::Backup], false));
        assert_eq!(fs::read(&kept).unwrap(), b"changed");
    }

    #[test]
    fn what_has_no_sound_copy_stays_where_it_is() {
        let (dir, [one, _]) = workspace();
        put(&one, b"torn");
        assert_eq!(repair(dir.path()), (vec![Remedy::Backup], false));
        assert_eq!((fs::read(&one).unwrap(), in_quarantine(dir.path())), (b"torn".to_vec(), 0));
    }

    #[test]
    fn a_repair_that_was_cut_off_after_the_quarantine_goes_on() {
        let (dir, [one, two]) = workspace();
        let (first, second) = (fs::read(&one).unwrap(), fs::read(&two).unwrap());
        put(&one, &second);
        put(&two, &first);
        for path in [&one, &two] {
            let inside = format!("tb-1/records/{}", path.file_name().unwrap().to_str().unwrap());
            quarantine(dir.path(), DAY, &inside, Policy::AsFolder).unwrap();
        }
        assert_eq!(repair(dir.path()), (vec![Remedy::Restore, Remedy::Restore], true));
        assert_eq!((fs::read(&one).unwrap(), fs::read(&two).unwrap()), (first, second));
    }
}
