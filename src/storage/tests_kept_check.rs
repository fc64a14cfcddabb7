//! What is as it was is not checked again, and whatever lies in the place of what was kept does no harm.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::domain::board::BoardFile;
use crate::domain::check::Measure;
use crate::domain::problem::Problem;
use crate::storage::kept_check::KeptChecks;

struct Place {
    dir: tempfile::TempDir,
}

fn put(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
    File::create(path).unwrap().write_all(bytes.as_ref()).unwrap();
}

const FOLDERS: [&str; 3] = ["tb-1", "tb-2", "tb-3"];

impl Place {
    fn new() -> Self {
        let place = Place { dir: tempfile::tempdir().unwrap() };
        for folder in FOLDERS {
            fs::create_dir_all(place.root().join(folder)).unwrap();
            place.put(folder, "sxe: male");
        }
        place
    }

    fn root(&self) -> PathBuf {
        self.dir.path().join("ws")
    }

    fn cache(&self) -> PathBuf {
        self.dir.path().join("cache")
    }

    fn put(&self, folder: &str, what: &str) {
        put(self.root().join(folder).join("case.yaml"), format!("id: {folder}\n{what}\n"));
    }

    fn file(&self) -> PathBuf {
        fs::read_dir(self.cache().join("check")).unwrap().next().unwrap().unwrap().path()
    }

    /// What one more check says of each case, and which of them it knew already.
    fn check(&self, board: &BoardFile, day: &str) -> (Vec<Vec<Problem>>, Vec<&'static str>) {
        let kept = KeptChecks::load(Some(&self.cache()), &self.root(), board, &[]);
        let measure = Measure::new(board, day.parse().unwrap());
        let answers = FOLDERS.map(|folder| (folder, kept.case(&self.root(), folder, &measure)));
        kept.keep(answers.iter().map(|(folder, answer)| (*folder, answer))).unwrap();
        let known = answers.iter().filter(|(_, answer)| answer.is_known()).map(|(folder, _)| *folder);
        let known = known.collect();
        (answers.into_iter().map(|(_, answer)| answer.problems).collect(), known)
    }
}

const DAY: &str = "2026-11-26";

#[test]
fn only_what_changed_is_checked_again() {
    let (place, board) = (Place::new(), BoardFile::default());
    let (said, known) = place.check(&board, DAY);
    assert!(known.is_empty() && said.iter().all(|problems| !problems.is_empty()));
    assert_eq!(place.check(&board, DAY), (said.clone(), FOLDERS.to_vec()));
    place.put("tb-2", "patient: {name: An}");
    let (changed, known) = place.check(&board, DAY);
    assert_eq!(known, ["tb-1", "tb-3"]);
    assert!(changed[1] != said[1] && changed[0] == said[0]);
    assert_eq!(
        place.check(&board, DAY),
        (changed, FOLDERS.to_vec()),
        "what was known is kept beside what is new"
    );
}

#[test]
fn another_day_another_roster_and_another_workspace_know_nothing() {
    let (place, board) = (Place::new(), BoardFile::default());
    place.check(&board, DAY);
    // Nor does who looks for no notes, and would keep fewer.
    let fewer = Measure { notes: false, ..Measure::new(&board, DAY.parse().unwrap()) };
    let kept = KeptChecks::load(Some(&place.cache()), &place.root(), &board, &[]);
    assert!(!kept.case(&place.root(), "tb-1", &fewer).is_known());
    assert!(place.check(&board, "2026-11-27").1.is_empty());
    assert_eq!(place.check(&board, "2026-11-27").1, FOLDERS);
    let other: BoardFile = serde_yaml::from_str("people: {mai-onc: {name: Mai}}").unwrap();
    assert!(place.check(&other, "2026-11-27").1.is_empty());
    fs::rename(place.root(), place.dir.path().join("moved")).unwrap();
    fs::create_dir_all(place.root()).unwrap();
    let kept = KeptChecks::load(Some(&place.cache()), &place.dir.path().join("moved"), &other, &[]);
    let measure = Measure::new(&other, "2026-11-27".parse().unwrap());
    assert!(!kept.case(&place.dir.path().join("moved"), "tb-1", &measure).is_known());
}

#[test]
fn a_file_that_cannot_be_read_is_looked_at_every_time() {
    let (place, board) = (Place::new(), BoardFile::default());
    fs::remove_file(place.root().join("tb-2/case.yaml")).unwrap();
    let (said, _) = place.check(&board, DAY);
    assert_eq!(said[1][0].code, "missing-file");
    assert_eq!(place.check(&board, DAY), (said, vec!["tb-1", "tb-3"]));
}

#[test]
fn a_damaged_or_foreign_file_is_as_good_as_none() {
    let (place, board) = (Place::new(), BoardFile::default());
    let (said, _) = place.check(&board, DAY);
    let whole = fs::read(place.file()).unwrap();
    for at in (0..whole.len()).step_by(11) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x21;
        put(place.file(), &damaged);
        let again = place.check(&board, DAY).0;
        assert_eq!(again, said, "byte {at}");
    }
    for length in (0..whole.len()).step_by(23) {
        put(place.file(), &whole[..length]);
        assert_eq!(place.check(&board, DAY).0, said, "{length} bytes");
    }
    put(place.file(), b"something else");
    assert!(place.check(&board, DAY).1.is_empty());
    assert_eq!(place.check(&board, DAY).1, FOLDERS, "and is made again");
}
