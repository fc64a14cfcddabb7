//! What `check` found in each case, kept in the user's cache beside what it was found in: what is as it was is not read again.

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde::{Deserialize, Serialize};

use crate::domain::board::BoardFile;
use crate::domain::check::{CONFUSABLE_FIELDS, Likeness, Measure};
use crate::domain::problem::{Place, Problem};
use crate::domain::staging::Table;
use crate::domain::value::Written;
use crate::storage::attachments::{self, Attachment};
use crate::storage::checksum::checksum;
use crate::storage::parts::{self, Name};
use crate::storage::people::{self, CheckedCase};
use crate::storage::record_file::sha256;

/// The file of what was found.
pub const NAME: Name = Name { of: "check", format: 2 };
/// Cases in one part.
const PART: usize = 256;

/// What was found before, by case; and where it is kept, if anywhere.
#[derive(Default)]
pub struct KeptChecks {
    file: Option<PathBuf>,
    head: Head,
    parts: Vec<Vec<u8>>,
    by_folder: HashMap<String, Spot>,
}

/// What must be as it was for anything kept to be of use.
#[derive(Default, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    workspace: String,
    /// Of the roster, the staging tables of the workspace, and the program with its rules.
    measure: String,
}

/// Where one case stands among the parts, and what it was found in.
struct Spot {
    part: usize,
    range: Range<usize>,
    seen: Seen,
}

/// What must be as it was for what is kept of one case to be of use.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Seen {
    sha256: String,
    /// A number for the day as of which it was read and for the age limits of its board.
    under: u64,
}

/// What is kept of one case.
#[derive(Serialize, Deserialize)]
struct Found {
    problems: Vec<Problem>,
    patient: Option<Known>,
    attachments: Vec<Attachment>,
    unsound: Vec<Problem>,
}

/// What is kept of a patient for the comparison with all others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    pub likeness: Likeness,
    /// Of `CONFUSABLE_FIELDS`, in their order.
    places: [Option<Place>; 2],
    pub owner: Option<Written>,
}

impl Known {
    /// Where in the file a problem of the comparison belongs.
    pub fn place(&self, problem: &Problem) -> Option<Place> {
        let mut all = CONFUSABLE_FIELDS.into_iter().zip(self.places);
        all.find(|(field, _)| *field == problem.path).and_then(|(_, place)| place)
    }
}

/// The problems of one case, and what the next check needs to know them again.
pub struct Answer {
    pub problems: Vec<Problem>,
    pub patient: Option<Known>,
    keep: Keep,
}

enum Keep {
    /// Of a file that could not be read: why may change while nothing else does.
    Nothing,
    AsBefore,
    New(Seen, Vec<u8>),
}

impl Answer {
    /// Whether it was found by an earlier check.
    #[cfg(test)]
    pub fn is_known(&self) -> bool {
        matches!(self.keep, Keep::AsBefore)
    }
}

impl KeptChecks {
    /// What an earlier check with the same program, roster and tables kept. `cache` is the user's cache folder; without one,
    /// or where it cannot be said which program this is, nothing is kept.
    pub fn load(cache: Option<&Path>, root: &Path, board: &BoardFile, tables: &[Table]) -> Self {
        let Some((cache, program)) = cache.zip(program()) else { return KeptChecks::default() };
        let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let measure = sha256(format!("{program} {board:?} {tables:?}").as_bytes());
        let head = Head { workspace: root.to_string_lossy().into_owned(), measure };
        let file = NAME.path(cache, &root);
        let (parts, by_folder) = read(&file, &head).unwrap_or_default();
        KeptChecks { file: Some(file), head, parts, by_folder }
    }

    /// What is wrong with a case: as it was found before in the same bytes, else read and checked now.
    pub fn case(&self, root: &Path, folder: &str, measure: &Measure<'_>) -> Answer {
        let Measure { as_of, limits, notes, .. } = measure;
        let under = checksum(format!("{as_of} {limits:?} {notes}").as_bytes());
        self.again(root, folder, under)
            .unwrap_or_else(|| anew(people::checked(root, folder, measure), under, self.file.is_some()))
    }

    fn again(&self, root: &Path, folder: &str, under: u64) -> Option<Answer> {
        let spot = self.by_folder.get(folder)?;
        if spot.seen.under != under || people::case_digest(root, folder)? != spot.seen.sha256 {
            return None;
        }
        let found: Found = postcard::from_bytes(self.bytes(spot)?).ok()?;
        if attachments::check(&root.join(folder), &found.attachments) != found.unsound {
            return None;
        }
        Some(Answer { problems: found.problems, patient: found.patient, keep: Keep::AsBefore })
    }

    /// Keeps the answers for the next check, if there is anything new; `all` are every case of the workspace.
    pub fn keep<'a>(&self, all: impl Iterator<Item = (&'a str, &'a Answer)> + Clone) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let is_new = |answer: &Answer| matches!(answer.keep, Keep::New(..));
        let as_before = all.clone().filter(|(_, answer)| matches!(answer.keep, Keep::AsBefore)).count();
        if as_before == self.by_folder.len() && !all.clone().any(|(_, answer)| is_new(answer)) {
            return Ok(());
        }
        parts::write(file, &NAME, |out| {
            parts::put(out, &self.head)?;
            let entries: Vec<Entry<'_>> =
                all.filter_map(|(folder, answer)| self.entry(folder, answer)).collect();
            entries.chunks(PART).try_for_each(|part| parts::put(out, &part))
        })
    }

    fn entry<'a>(&'a self, folder: &'a str, answer: &'a Answer) -> Option<Entry<'a>> {
        let (seen, found) = match &answer.keep {
            Keep::Nothing => return None,
            Keep::AsBefore => {
                let spot = self.by_folder.get(folder)?;
                (&spot.seen, self.bytes(spot)?)
            }
            Keep::New(seen, found) => (seen, found.as_slice()),
        };
        Some(Entry { folder, seen: seen.clone(), found })
    }

    fn bytes(&self, spot: &Spot) -> Option<&[u8]> {
        self.parts.get(spot.part)?.get(spot.range.clone())
    }
}

/// One case in a part.
#[derive(Serialize, Deserialize)]
struct Entry<'a> {
    folder: &'a str,
    seen: Seen,
    /// Last, so that it ends where the entry does.
    #[serde(borrow)]
    found: &'a [u8],
}

type Parts = (Vec<Vec<u8>>, HashMap<String, Spot>);

fn read(file: &Path, head: &Head) -> Option<Parts> {
    let (mut file, _) = parts::open(file, &NAME)?;
    let mut part = Vec::new();
    parts::next(&mut file, &mut part)?;
    if parts::decode::<Head>(&part)? != *head {
        return None;
    }
    let (mut all, mut by_folder) = (Vec::new(), HashMap::new());
    while parts::next(&mut file, &mut part).is_some() {
        let bytes = parts::checked(&part)?;
        let (count, mut rest) = postcard::take_from_bytes::<usize>(bytes).ok()?;
        for _ in 0..count {
            let (entry, after) = postcard::take_from_bytes::<Entry<'_>>(rest).ok()?;
            let end = bytes.len() - after.len();
            let range = end - entry.found.len()..end;
            by_folder.insert(entry.folder.to_owned(), Spot { part: all.len(), range, seen: entry.seen });
            rest = after;
        }
        all.push(bytes.to_vec());
    }
    Some((all, by_folder))
}

fn anew(checked: CheckedCase, under: u64, is_to_be_kept: bool) -> Answer {
    let CheckedCase { loaded, places, attachments, unsound } = checked;
    let patient = loaded.value.map(|case| Known {
        likeness: Likeness::of(&case.patient).of_disease(&case.diagnosis),
        places: CONFUSABLE_FIELDS.map(|field| places.as_ref().map(|places| places.find(field))),
        owner: case.question.responsible.or(case.question.presenter),
    });
    let found = Found { problems: loaded.problems, patient, attachments, unsound };
    let seen = loaded.sha256.filter(|_| is_to_be_kept).map(|sha256| Seen { sha256, under });
    let new = seen.and_then(|seen| Some(Keep::New(seen, postcard::to_stdvec(&found).ok()?)));
    Answer { problems: found.problems, patient: found.patient, keep: new.unwrap_or(Keep::Nothing) }
}

/// This very program: another build may have other rules under the same version.
fn program() -> Option<String> {
    let file = fs::metadata(env::current_exe().ok()?).ok()?;
    Some(format!("{} {:?}", file.len(), file.modified().ok()?))
}
